"""Two articles compared, the difference told so that a person sees it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import attrs

from tradenews.errors import ArgumentError
from tradenews.models.actor import Actor
from tradenews.models.article import Article
from tradenews.models.deal import Deal
from tradenews.models.figure import TradeFigure
from tradenews.models.span import Span

_RECORDS = {"figures": TradeFigure, "deals": Deal, "actors": Actor}
_AROUND = 30  # characters shown on either side of where two texts part
_MOST = 40  # differences told; the rest is counted


def assert_articles_equal(actual: Article, expected: Article, *, ignore: Collection[str] = ()) -> None:
    """Fail, with every difference on a line of its own, where two articles are not equal.

    ``ignore`` names fields that do not matter, of an article or of its records: ``{"confidence", "url"}``.
    Figures are compared with the figure at the same place of the text, actors and deals by their ids.
    :class:`AssertionError` where they differ, :class:`ArgumentError` for what is no article.

    >>> from tradenews.testing import a_figure, an_article
    >>> one = an_article(figures=[a_figure(kind="exports", value=5)])
    >>> other = attrs.evolve(one, figures=(attrs.evolve(one.figures[0], kind="imports"),))
    >>> assert_articles_equal(other, one)
    Traceback (most recent call last):
        ...
    AssertionError: the articles differ in 1 place:
      figure f1 '5 USD': kind is 'imports', expected 'exports'
    """
    differences = article_differences(actual, expected, ignore=ignore)
    if differences:
        raise AssertionError(told(differences))


def article_differences(
    actual: Article, expected: Article, *, ignore: Collection[str] = ()
) -> tuple[str, ...]:
    """What :func:`assert_articles_equal` tells: a line a difference, none where the two are equal.

    Where the texts themselves differ, only that is told: places in different texts cannot be compared.
    """
    for name, value in (("actual", actual), ("expected", expected)):
        if not isinstance(value, Article):
            raise ArgumentError(name, value, "pass an Article")
    if actual.text != expected.text:
        return (_parting(actual.text, expected.text),)
    return tuple(_differences(actual, expected, frozenset(ignore)))


def told(differences: Collection[str]) -> str:
    """Differences as one message."""
    lines = list(differences)[:_MOST]
    rest = len(differences) - len(lines)
    head = f"the articles differ in {len(differences)} place{'s' if len(differences) > 1 else ''}:"
    return "\n  ".join([head, *lines, *([f"... and {rest} more"] if rest else [])])


def _parting(actual: str, expected: str) -> str:
    """Where two texts part, with what stands around."""
    pairs = enumerate(zip(actual, expected, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), min(len(actual), len(expected)))
    start, end = max(at - _AROUND, 0), at + _AROUND
    return f"text from character {at} on: {actual[start:end]!r}, expected {expected[start:end]!r}"


def _differences(actual: Article, expected: Article, ignore: frozenset[str]) -> Iterator[str]:
    text = expected.text
    for field in attrs.fields(Article):
        have, want = getattr(actual, field.name), getattr(expected, field.name)
        if field.name in ignore or have == want:
            continue
        if field.name in _RECORDS:
            yield from _records(field.name, have, want, text, ignore)
        else:
            yield from _field("article", field.name, have, want, text)


def _records(
    name: str, have: tuple[Any, ...], want: tuple[Any, ...], text: str, ignore: frozenset[str]
) -> Iterator[str]:
    """The differences of two tuples of records: those that stand on one side only, and their fields."""
    ours, theirs = _by_key(name, have), _by_key(name, want)
    for key, record in theirs.items():
        if key not in ours:
            yield f"{_label(name, record, text)}: missing"
    for key, record in ours.items():
        if key not in theirs:
            yield f"{_label(name, record, text)}: unexpected"
            continue
        for field in attrs.fields(_RECORDS[name]):
            one, other = getattr(record, field.name), getattr(theirs[key], field.name)
            if field.name not in ignore and one != other:
                yield from _field(_label(name, theirs[key], text), field.name, one, other, text)
    if list(ours) != list(theirs) and sorted(map(repr, ours)) == sorted(map(repr, theirs)):
        yield f"{name}: stand in another order"


def _by_key(name: str, records: tuple[Any, ...]) -> dict[Any, Any]:
    """Records by what makes two of them the same; a second with the same key gets a number."""
    found: dict[Any, Any] = {}
    for record in records:
        key = record.span if name == "figures" else record.id
        found[(key, sum(k[0] == key for k in found))] = record
    return found


def _label(name: str, record: Any, text: str) -> str:
    spans = [record.span] if name == "figures" else record.evidence if name == "deals" else record.mentions
    words = f" {_words(spans[0], text)!r}" if spans else ""
    return f"{name[:-1]} {record.id}{words}"


def _field(owner: str, name: str, have: Any, want: Any, text: str) -> Iterator[str]:
    """One field's difference; of tuples only the members that differ."""
    if not isinstance(have, tuple) or not isinstance(want, tuple):
        yield f"{owner}: {name} is {_shown(have, text)}, expected {_shown(want, text)}"
        return
    missing, surplus = [v for v in want if v not in have], [v for v in have if v not in want]
    if missing:
        yield f"{owner}: {name} lacks {', '.join(_shown(v, text) for v in missing)}"
    if surplus:
        yield f"{owner}: {name} has {', '.join(_shown(v, text) for v in surplus)}, unexpected"
    if not missing and not surplus:
        yield f"{owner}: {name} are in another order, or another number of times"


def _shown(value: Any, text: str) -> str:
    """A value in few words: of a model what differs from its defaults, of a span the words too."""
    if isinstance(value, Span):
        return f"{value.start}..{value.end} {_words(value, text)!r}"
    if attrs.has(type(value)):
        parts = [
            f"{f.name}={_shown(v, text)}"
            for f in attrs.fields(type(value))
            if (v := getattr(value, f.name)) != f.default
        ]
        return f"{type(value).__name__}({', '.join(parts)})"
    return repr(value) if not isinstance(value, tuple) else f"({', '.join(_shown(v, text) for v in value)})"


def _words(span: Span, text: str) -> str:
    words = text[span.start : span.end]
    return words if len(words) <= 60 else f"{words[:40]} ... {words[-15:]}"
