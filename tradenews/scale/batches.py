"""Record batches of texts in, record batches of figures, deals, actors or whole articles out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, get_args

from attrs import field, frozen

from tradenews.api import default_parser
from tradenews.errors import ArgumentError
from tradenews.io.arrow import arrow_arrays, arrow_schema, pyarrow_module, values_of
from tradenews.io.json import to_json
from tradenews.io.rows import Column, Row
from tradenews.io.tables import MAKERS
from tradenews.models.article import Article
from tradenews.models.failure import Failure
from tradenews.parser import Parser
from tradenews.workers.many import read_many

if TYPE_CHECKING:
    import pyarrow

Records = Literal["figures", "deals", "actors", "events", "articles"]
_Rows = list[tuple[Any, ...]]
_ARGUMENTS = ("language", "published", "source", "title", "url", "byline")
_ARTICLE_COLUMNS = (
    Column("article", "string", "id of the article"),
    Column("language", "string", "BCP 47"),
    Column("published", "string", "EDTF"),
    Column("json", "string", "the whole article, as tradenews.from_json takes it"),
)
_ERROR = Column("error", "string", "why this input failed; then all else that was read is null")


def _article_rows(articles: Iterable[Article]) -> Iterator[Row]:
    for article in articles:
        published = article.published.edtf if article.published else None
        yield {
            "article": article.id,
            "language": article.language,
            "published": published,
            "json": to_json(article),
        }


_KINDS: dict[str, tuple[Sequence[Column], Callable[[Iterable[Article]], Iterator[Row]]]] = {
    **MAKERS,
    "articles": (_ARTICLE_COLUMNS, _article_rows),
}


def parse_batches(
    batches: Iterable[pyarrow.RecordBatch],
    *,
    records: Records = "figures",
    text: str = "text",
    keep: Sequence[str] = (),
    metadata: Mapping[str, str] | None = None,
    parser: Parser | None = None,
    workers: int | None = None,
    seconds: float | None = None,
) -> Iterator[pyarrow.RecordBatch]:
    """One batch out for each batch in, with a row for each record found in its texts.

    ``text`` is the column that holds the texts; ``keep`` names columns that are copied to each record, an id
    say. ``metadata`` leads from arguments of :func:`tradenews.parse` to the columns that hold them (default:
    those that bear an argument's name). ``records`` chooses the rows: those of :func:`record_table`, or for
    ``articles`` one row an article with all of it as JSON. A text that fails (null, a worker that died) gives
    one row with ``error`` set. ``workers`` and ``seconds`` are those of :func:`tradenews.parse_many`.

    Only a bounded number of batches is held at a time. :class:`ArgumentError` for a column that is not there,
    :class:`MissingExtraError` without the extra ``arrow``.

    >>> import pyarrow as pa
    >>> batch = pa.record_batch({"id": [7, 8], "text": ["Exports of Chile rose 5 percent.", None]})
    >>> (found,) = parse_batches([batch], keep=["id"])
    >>> found.select(["id", "reporter", "low", "error"]).to_pylist()[0]["reporter"]
    'CL'
    >>> found.column("error").to_pylist()
    [None, 'text=None (NoneType): pass the text as a str']
    """
    plan = Plan(records, text, tuple(keep), metadata)
    return _parsed(iter(batches), plan, parser or default_parser(), workers, seconds)


def output_schema(
    schema: pyarrow.Schema, *, records: Records = "figures", keep: Sequence[str] = ()
) -> pyarrow.Schema:
    """The schema of what :func:`parse_batches` makes of batches of ``schema``.

    >>> import pyarrow as pa
    >>> given = pa.schema({"id": pa.int64(), "text": pa.string()})
    >>> output_schema(given, records="articles", keep=["id"]).names
    ['id', 'article', 'language', 'published', 'json', 'error']
    """
    return Plan(records, None, tuple(keep), None).schema(schema)


@frozen
class Plan:
    """What to make of a batch."""

    records: str
    text: str | None
    keep: tuple[str, ...]
    metadata: Mapping[str, str] | None = field(default=None)

    def __attrs_post_init__(self) -> None:
        if self.records not in _KINDS:
            raise ArgumentError("records", self.records, f"pass one of {', '.join(get_args(Records))}")
        for name in self.keep:
            if name in {column.name for column in self.columns}:
                raise ArgumentError("keep", name, "the output has a column of this name; rename yours")
        for argument in self.metadata or ():
            if argument not in _ARGUMENTS:
                raise ArgumentError("metadata", argument, f"its keys are {', '.join(_ARGUMENTS)}")

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the records, and that of the error."""
        return (*_KINDS[self.records][0], _ERROR)

    def schema(self, given: pyarrow.Schema) -> pyarrow.Schema:
        """The schema of the output for an input of schema ``given``."""
        pa = pyarrow_module("an Arrow schema")
        kept = [given.field(self._known("keep", name, given)) for name in self.keep]
        return pa.schema([*kept, *arrow_schema(self.columns)])

    def items(self, batch: pyarrow.RecordBatch) -> Iterator[Any]:
        """The texts of a batch with their metadata, as :func:`tradenews.parse_many` takes them."""
        names = {a: a for a in _ARGUMENTS if a in batch.schema.names}
        names = names if self.metadata is None else dict(self.metadata)
        texts = batch.column(self._known("text", self.text or "", batch.schema))
        columns = {a: batch.column(self._known("metadata", n, batch.schema)) for a, n in names.items()}
        for row in range(batch.num_rows):
            given = {a: column[row].as_py() for a, column in columns.items()}
            yield texts[row].as_py(), {a: value for a, value in given.items() if value is not None}

    def made(self, batch: pyarrow.RecordBatch, results: Sequence[_Rows | Failure]) -> pyarrow.RecordBatch:
        """The records of a batch, each with the columns of its text that are kept."""
        pa = pyarrow_module("an Arrow table")
        schema = self.schema(batch.schema)
        rows: _Rows = []
        of: list[int] = []
        for number, result in enumerate(results):
            failed = isinstance(result, Failure)
            found = [values_of(self.columns, {"error": str(result.error)})] if failed else result  # type: ignore[union-attr]
            rows += found  # type: ignore[arg-type]
            of += [number] * len(found)  # type: ignore[arg-type]
        kept = [batch.column(name).take(pa.array(of, pa.int64())) for name in self.keep]
        read = arrow_arrays(self.columns, rows)
        return pa.RecordBatch.from_arrays([*kept, *read], schema=schema)

    def _known(self, argument: str, name: str, schema: pyarrow.Schema) -> str:
        if schema.names.count(name) != 1:
            raise ArgumentError(argument, name, f"is no column; there are {', '.join(schema.names)}")
        return name


@frozen
class _Reading:
    """A text to the rows of its records, made where it is read: they travel lighter than an article."""

    parser: Parser
    records: str

    def __call__(self, text: str, **given: Any) -> _Rows:
        columns, make = _KINDS[self.records]
        article = self.parser.parse(text, **given)
        return [values_of((*columns, _ERROR), row) for row in make([article])]


def _parsed(
    batches: Iterator[pyarrow.RecordBatch],
    plan: Plan,
    parser: Parser,
    workers: int | None,
    seconds: float | None,
) -> Iterator[pyarrow.RecordBatch]:
    waiting: deque[pyarrow.RecordBatch] = deque()

    def items() -> Iterator[Any]:
        for batch in batches:
            waiting.append(batch)
            yield from plan.items(batch)

    done: list[_Rows | Failure] = []
    for result in read_many(_Reading(parser, plan.records), items(), workers, {}, seconds):
        while not waiting[0].num_rows:
            yield plan.made(waiting.popleft(), ())
        done.append(result)
        if len(done) == waiting[0].num_rows:
            yield plan.made(waiting.popleft(), done)
            done = []
    for batch in waiting:
        yield plan.made(batch, ())
