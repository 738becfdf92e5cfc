"""Rows with known columns as Arrow (the extra ``arrow``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tradenews.errors import MissingExtraError
from tradenews.io.rows import Column, Row

if TYPE_CHECKING:
    import pyarrow

_PRECISION, _SCALE = 38, 9


def pyarrow_module(purpose: str) -> Any:
    """The module ``pyarrow``; :class:`MissingExtraError` where it is not installed."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtraError("arrow", purpose) from error
    return pa


def arrow_schema(columns: Iterable[Column]) -> pyarrow.Schema:
    """The Arrow schema of columns, each with its meaning; amounts are decimal128(38, 9)."""
    pa = pyarrow_module("an Arrow schema")
    types: dict[str, Any] = {
        "string": pa.string(), "strings": pa.list_(pa.string()), "integer": pa.int64(),
        "decimal": pa.decimal128(_PRECISION, _SCALE), "number": pa.float64(), "boolean": pa.bool_(),
        "date": pa.date32(),
    }  # fmt: skip
    return pa.schema([pa.field(c.name, types[c.type], metadata={"meaning": c.meaning}) for c in columns])


def arrow_table(columns: Sequence[Column], rows: Iterable[Row]) -> pyarrow.Table:
    """Rows as an Arrow table; a column that a row lacks is null in it."""
    pa = pyarrow_module("an Arrow table")
    return pa.table(
        arrow_arrays(columns, [values_of(columns, row) for row in rows]), schema=arrow_schema(columns)
    )


def arrow_arrays(columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> list[pyarrow.Array]:
    """One array a column, of rows as :func:`values_of` makes them."""
    pa = pyarrow_module("an Arrow table")
    types = arrow_schema(columns).types
    by_column = zip(*rows, strict=True) if rows else ((),) * len(columns)
    return [pa.array(values, type) for values, type in zip(by_column, types, strict=True)]


def values_of(columns: Sequence[Column], row: Row) -> tuple[Any, ...]:
    """A row as values that Arrow can hold: decimals of more digits than decimal128 has are left out."""
    return tuple([_FIT[c.type](row.get(c.name)) for c in columns])


def _decimal(value: Decimal | None) -> Decimal | None:
    if value is None or value.adjusted() >= _PRECISION - _SCALE:
        return None
    exponent = value.as_tuple().exponent
    return value if isinstance(exponent, int) and exponent >= -_SCALE else round(value, _SCALE)


def _string(value: str | None) -> str | None:
    if value is None or value.isascii():
        return value
    return value.encode("utf-8", "replace").decode("utf-8")


def _strings(value: list[str] | None) -> list[str | None] | None:
    return value and [_string(item) for item in value]  # type: ignore[return-value]


def _same(value: Any) -> Any:
    return value


_FIT: dict[str, Callable[[Any], Any]] = {
    "string": _string, "strings": _strings, "decimal": _decimal, "integer": _same, "number": _same,
    "boolean": _same, "date": _same,
}  # fmt: skip
