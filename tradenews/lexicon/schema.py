"""The shape of a language file, checked when it is loaded.

A language file holds ``[meta]`` (settings) and tables of ``value = [forms]``; ``[function]`` has small words
by their role. Tables for whole lines (``[chrome]``, ``[labels]``, ...) have the same shape.
"""

from __future__ import annotations

from collections.abc import Mapping

from tradenews.data import read_data
from tradenews.errors import LexiconError
from tradenews.lazy import later
from tradenews.lexicon.forms import check_form
from tradenews.lexicon.keys import KEYS
from tradenews.lexicon.tags import LINE_TABLES, TABLES

_tomllib = later("tomllib")
ENTITY_TABLES = {
    "companies": "company",
    "organizations": "organization",
    "governments": "government",
    "media": "organization",
    "persons": "person",
}
WORD_TABLES = frozenset({*TABLES, *ENTITY_TABLES, "function", "treaties"})
KNOWN_TABLES = WORD_TABLES | {*LINE_TABLES, "meta", "members", "code_names", "fiscal_starts"}
Table = Mapping[str, tuple[str, ...]]


def read_text(name: str) -> str:
    """The file of a language, or of the ``world``, as it stands."""
    return read_data("tradenews.languages", f"{name}.toml").decode("utf-8")


def read_file(name: str) -> dict[str, Table]:
    """Its tables; :class:`LexiconError` where one is not of the shape above."""
    return parse_tables(read_text(name), f"{name}.toml")


def parse_tables(text: str, path: str) -> dict[str, Table]:
    """The tables of TOML ``text``; ``path`` is named in errors."""
    try:
        data = _tomllib.loads(text)
    except _tomllib.TOMLDecodeError as error:
        raise LexiconError(path, "", "", str(error)) from error
    return {table: _table(path, table, rows) for table, rows in data.items()}


def _table(path: str, table: str, rows: object) -> Table:
    if table not in KNOWN_TABLES:
        raise LexiconError(path, table, "", f"unknown table; known: {', '.join(sorted(KNOWN_TABLES))}")
    if not isinstance(rows, dict):
        raise LexiconError(path, table, "", "is no table")
    what, known = KEYS.get(table, ("", rows))
    for key in rows:
        if key not in known:
            raise LexiconError(path, table, key, f"unknown {what}; known: {', '.join(known)}")
    if table == "meta":
        return {key: (str(value),) for key, value in rows.items()}
    return {key: _forms(path, table, key, forms) for key, forms in rows.items()}


def _forms(path: str, table: str, key: str, forms: object) -> tuple[str, ...]:
    if not isinstance(forms, list):
        raise LexiconError(path, table, key, "is no list of forms")
    return tuple(check_form(form, path, table, key) for form in forms)
