"""Dask, Spark and Ray Data: each hands its record batches to :func:`parse_batches`, and no more.

Each splits the work itself, so that a partition is read by one process; the arguments are those of
:func:`parse_batches`. Nothing here imports these libraries: their frames bring them along.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from tradenews.io.arrow import pyarrow_module
from tradenews.scale.batches import Plan, output_schema, parse_batches

if TYPE_CHECKING:
    import pyarrow

_SPARK_TYPES = {
    "string": "string", "strings": "array<string>", "integer": "bigint", "decimal": "decimal(38,9)",
    "number": "double", "boolean": "boolean", "date": "date",
}  # fmt: skip


def parse_dask(frame: Any, **options: Any) -> Any:
    """A Dask data frame of texts to one of records, partition by partition.

    Columns have pandas' Arrow types, so that amounts stay exact decimals.

    ::

        news = dask.dataframe.read_parquet("news/", columns=["id", "text"])
        figures = tradenews.scale.parse_dask(news, keep=["id"])
        figures.to_parquet("figures/")
    """
    read = partial(_pandas_part, options=options)
    return frame.map_partitions(read, meta=read(frame._meta))


def parse_spark(frame: Any, **options: Any) -> Any:
    """A Spark data frame of texts to one of records, by ``mapInArrow``.

    ::

        news = spark.read.parquet("news/").select("id", "text")
        tradenews.scale.parse_spark(news, keep=["id"]).write.parquet("figures/")
    """
    keep = tuple(options.get("keep", ()))
    plan = Plan(options.get("records", "figures"), options.get("text", "text"), keep, options.get("metadata"))
    kept = [f"`{name}` {frame.schema[name].dataType.simpleString()}" for name in keep]
    read = [f"`{column.name}` {_SPARK_TYPES[column.type]}" for column in plan.columns]
    return frame.mapInArrow(partial(_bare_batches, options=options), ", ".join([*kept, *read]))


def parse_ray(dataset: Any, **options: Any) -> Any:
    """A Ray dataset of texts to one of records, by ``map_batches`` over Arrow tables.

    ::

        news = ray.data.read_parquet("news/", columns=["id", "text"])
        tradenews.scale.parse_ray(news, keep=["id"]).write_parquet("figures/")
    """
    return dataset.map_batches(partial(_arrow_part, options=options), batch_format="pyarrow")


def _arrow_part(table: pyarrow.Table, options: dict[str, Any]) -> pyarrow.Table:
    pa = pyarrow_module("an Arrow table")
    chosen = {name: options[name] for name in ("records", "keep") if name in options}
    schema = output_schema(table.schema, **chosen)
    return pa.Table.from_batches(parse_batches(table.to_batches(), **options), schema=schema)


def _bare_batches(
    batches: Iterator[pyarrow.RecordBatch], options: dict[str, Any]
) -> Iterator[pyarrow.RecordBatch]:
    """Without the meanings of the columns: Spark compares schemas to the letter."""
    for batch in parse_batches(batches, **options):
        yield batch.cast(_bare(batch.schema))


def _bare(schema: pyarrow.Schema) -> pyarrow.Schema:
    for number, field in enumerate(schema):
        schema = schema.set(number, field.remove_metadata())
    return schema.remove_metadata()


def _pandas_part(part: Any, options: dict[str, Any]) -> Any:
    import pandas

    pa = pyarrow_module("an Arrow table")
    table = _arrow_part(pa.Table.from_pandas(part, preserve_index=False), options)
    return table.to_pandas(types_mapper=pandas.ArrowDtype)
