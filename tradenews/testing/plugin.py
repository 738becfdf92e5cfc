"""The pytest plugin: fixtures, and readable differences of articles. It imports nothing until it is used.

Loaded by pytest through its entry point; ``-p no:tradenews`` leaves it out.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tradenews.models.article import Article
    from tradenews.parser import Parser

_ARTICLE = ("tradenews.models.article", "Article")


@pytest.fixture(scope="session")
def tradenews_parser() -> Parser:
    """A :class:`tradenews.Parser` with its default configuration, one for the session."""
    parser: Parser = import_module("tradenews.parser").Parser()
    return parser


@pytest.fixture(scope="session")
def tradenews_sample() -> Callable[[str], str]:
    """A function from the name of a bundled sample article to its raw text."""
    load: Callable[[str], str] = import_module("tradenews.samples").load
    return load


@pytest.fixture(scope="session")
def assert_articles_equal() -> Callable[..., None]:
    """The function :func:`tradenews.testing.assert_articles_equal`."""
    check: Callable[..., None] = import_module("tradenews.testing.compare").assert_articles_equal
    return check


@pytest.fixture
def tradenews_case(request: pytest.FixtureRequest) -> Article:
    """An article as it is expected of its text; a test that asks for it runs once for every case."""
    case: Article = import_module("tradenews.testing.samples").load_case(request.param)
    return case


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for ``tradenews_case`` once for every case."""
    if "tradenews_case" in metafunc.fixturenames:
        names = import_module("tradenews.testing.samples").case_names()
        metafunc.parametrize("tradenews_case", names, indirect=True)


def pytest_assertrepr_compare(op: str, left: Any, right: Any) -> list[str] | None:
    """Tell the differences where ``assert article == other`` fails."""
    kinds = {(type(side).__module__, type(side).__qualname__) for side in (left, right)}
    if op != "==" or kinds != {_ARTICLE}:
        return None
    compare = import_module("tradenews.testing.compare")
    lines: list[str] = compare.told(compare.article_differences(left, right)).splitlines()
    return ["Article == Article", *lines]
