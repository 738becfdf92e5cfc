"""The tables of words by use: every key has words, and every key that is asked for exists."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import tradenews
from tradenews.lexicon.keys import DIRECTIONS, NAME_WORDS
from tradenews.lexicon.load import languages
from tradenews.lexicon.schema import read_file

TABLES = {"name_words": set(NAME_WORDS), "directions": set(DIRECTIONS)}
ASKING = {
    "words_of": "name_words",
    "is_one_of": "name_words",
    "is_called": "name_words",
    "sense": "directions",
}


@pytest.mark.parametrize(("table", "known"), TABLES.items())
def test_every_key_has_words(table: str, known: set[str]) -> None:
    files = [read_file(name) for name in ("world", *languages())]
    assert {key for file in files for key in file.get(table, {})} == known


def asked() -> Iterator[tuple[str, str]]:
    """The table and key of each question that names both in one call."""
    package = Path(tradenews.__file__).parent
    for path in (each for layer in ("grammar", "reading") for each in package.joinpath(layer).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                table = _table(node.func)
                words = (a.value for a in node.args if isinstance(a, ast.Constant))
                yield from ((table, word) for word in words if table and isinstance(word, str))


def _table(function: ast.expr) -> str:
    """The table that a call asks: ``sense(...)``, ``lexicon.lines["directions"].get(...)``."""
    if isinstance(function, ast.Name):
        return ASKING.get(function.id, "")
    table = function.value if isinstance(function, ast.Attribute) and function.attr == "get" else None
    name = table.slice if isinstance(table, ast.Subscript) else None
    return name.value if isinstance(name, ast.Constant) and name.value in TABLES else ""


def test_no_key_is_asked_for_in_vain() -> None:
    questions = set(asked())
    assert {table for table, _ in questions} == set(TABLES)
    assert [each for each in sorted(questions) if each[1] not in TABLES[each[0]]] == []
