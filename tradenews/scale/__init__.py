"""Archives: texts in Arrow record batches, Parquet files, Dask, Spark and Ray to tables of records.

All stands on one function, :func:`parse_batches`: an iterator of record batches in, one of record batches
out. It needs the extra ``arrow``.
"""

from tradenews.scale.adapters import parse_dask, parse_ray, parse_spark
from tradenews.scale.batches import output_schema, parse_batches
from tradenews.scale.parquet import FileReport, convert_parquet

__all__ = [
    "FileReport",
    "convert_parquet",
    "output_schema",
    "parse_batches",
    "parse_dask",
    "parse_ray",
    "parse_spark",
]
