"""The figures of all samples in a polars frame: exports of which goods, in codes."""

import polars as pl

import tradenews
from tradenews import samples

articles = [tradenews.parse(samples.load(name)) for name in samples.names()]
frame = pl.DataFrame(tradenews.record_table(articles))
exports = frame.filter(
    (pl.col("flowCode") == "X") & (pl.col("form") == "level") & pl.col("cmdCode").is_not_null()
)
with pl.Config(tbl_rows=12, tbl_hide_dataframe_shape=True):
    print(
        exports.select(
            "reporterISO", "partnerISO", "cmdCode", "product", pl.col("low").cast(int), "unit", "period"
        )
    )
