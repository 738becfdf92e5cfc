"""Rows as a table that polars, pandas and Arrow take as it is, and as CSV or Parquet files."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from attrs import field, frozen

from tradenews.errors import ArgumentError
from tradenews.io.arrow import arrow_table
from tradenews.io.rows import (
    ACTOR_COLUMNS,
    DEAL_COLUMNS,
    EVENT_COLUMNS,
    FIGURE_COLUMNS,
    Column,
    Row,
    actor_rows,
    deal_rows,
    event_rows,
    figure_rows,
)
from tradenews.models.article import Article

if TYPE_CHECKING:
    import pyarrow

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BATCH = 500  # articles that are held at a time
MAKERS = {
    "figures": (FIGURE_COLUMNS, figure_rows),
    "deals": (DEAL_COLUMNS, deal_rows),
    "actors": (ACTOR_COLUMNS, actor_rows),
    "events": (EVENT_COLUMNS, event_rows),
}
KINDS = tuple(MAKERS)


@frozen(eq=False)
class RecordTable:
    """Rows with known columns: an Arrow stream for who can take one, rows for who cannot.

    ``polars.DataFrame(table)`` and ``pandas.DataFrame.from_arrow(table)`` work by ``__arrow_c_stream__``;
    amounts are decimal128(38, 9).

    >>> from tradenews import parse
    >>> from tradenews import record_table
    >>> table = record_table(parse("Mexico exported 10,000 tonnes of wheat to France in 2016."))
    >>> len(table), table.rows[0]["reporterISO"], table.rows[0]["unitCode"]
    (1, 'MEX', 'TNE')
    """

    columns: tuple[Column, ...]  #: name, type and meaning of each
    rows: Sequence[Row] = field(repr=False)  #: one dict a record, by column name

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The table as an Arrow C stream (needs the extra ``arrow``)."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def to_arrow(self) -> pyarrow.Table:
        """The table as a ``pyarrow.Table``; :class:`MissingExtraError` without the extra ``arrow``.

        >>> from tradenews import parse
        >>> record_table(parse("Exports rose 12.2 percent.", "en")).to_arrow().schema.field("low").type
        Decimal128Type(decimal128(38, 9))
        """
        return arrow_table(self.columns, self.rows)

    def write_csv(self, target: str | Path | TextIO) -> None:
        """Write the table as CSV, UTF-8; what a spreadsheet would run as a formula gets an apostrophe.

        >>> import io
        >>> from tradenews import parse
        >>> record_table(parse("Exports rose 12.2 percent.", "en")).write_csv(file := io.StringIO())
        >>> file.getvalue().splitlines()[0][:14]
        'article,langua'
        """
        if isinstance(target, str | Path):
            with open(target, "w", encoding="utf-8", newline="") as file:
                self.write_csv(file)
            return
        csv.writer(target, lineterminator="\n").writerow([c.name for c in self.columns])
        self._write_rows(target)

    def _write_rows(self, target: TextIO) -> None:
        writer = csv.writer(target, lineterminator="\n")
        for row in self.rows:
            writer.writerow([_cell(row[c.name], c.type) for c in self.columns])

    def write_parquet(self, path: str | Path) -> None:
        """Write the table as a Parquet file (needs the extra ``arrow``).

        >>> import tempfile
        >>> from pathlib import Path
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     record_table([]).write_parquet(Path(folder) / "empty.parquet")
        """
        table = self.to_arrow()
        import pyarrow.parquet

        pyarrow.parquet.write_table(table, str(path))


def record_table(articles: Article | Iterable[Article], kind: str = "figures") -> RecordTable:
    """The figures, deals, actors or events of one or many articles as a table; ``kind`` says which.

    Events are the steps in the life of deals.
    The columns carry their meaning (:attr:`RecordTable.columns`): codes of ISO 3166-1, ISO 4217, the
    Harmonized System and UN/CEFACT Recommendation 20, the names of UN Comtrade where one fits.
    :class:`ArgumentError` for another kind.

    >>> from tradenews import parse
    >>> table = record_table(parse("Exports rose 12.2 percent.", language="en"))
    >>> len(table), table.rows[0]["quote"]
    (1, '12.2 percent')
    """
    if kind not in KINDS:
        raise ArgumentError("kind", kind, f"pass one of {', '.join(KINDS)}")
    columns, make = MAKERS[kind]
    given = [articles] if isinstance(articles, Article) else articles
    return RecordTable(columns, tuple(make(given)))


def stream_csv(articles: Iterable[Article], out: TextIO, kind: str = "figures") -> None:
    """Write the rows of articles as CSV as they come, so that an endless input is fine."""
    record_table([], kind).write_csv(out)
    for article in articles:
        record_table(article, kind)._write_rows(out)
        out.flush()


def stream_parquet(articles: Iterable[Article], path: str | Path, kind: str = "figures") -> None:
    """Write the rows of articles as a Parquet file, some hundred articles at a time (the extra ``arrow``)."""
    schema = record_table([], kind).to_arrow().schema
    import pyarrow.parquet

    source = iter(articles)
    with pyarrow.parquet.ParquetWriter(str(path), schema) as writer:
        while batch := list(islice(source, _BATCH)):
            writer.write_table(record_table(batch, kind).to_arrow())


def _cell(value: Any, type: str) -> str:
    if value is None:
        return ""
    if type == "strings":
        value = "; ".join(value)
    text = format(value, "f") if type == "decimal" else str(value)
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if type in ("string", "strings") and text.startswith(_FORMULA) else text
