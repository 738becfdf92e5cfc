"""Marks that no reader sees change nothing: the same records, at the same words."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

import tradenews
from tradenews import Article, Span, parse
from tradenews.scan.clean import clean

GOLD = sorted((Path(__file__).parent / "gold").glob("own-*.json"))
CHANGES: dict[str, Callable[[str], str]] = {
    "line ends of two characters": lambda t: t.replace("\n", "\r\n"),
    "letters and their marks apart": lambda t: unicodedata.normalize("NFD", t),
    "a byte order mark": lambda t: "\ufeff" + t,
    "blanks that do not break": lambda t: t.replace(" ", "\u00a0"),
    "soft hyphens": lambda t: re.sub(r"([^\W\d_]{5})([^\W\d_]{5})", "\\1\u00ad\\2", t),
    "zero-width blanks": lambda t: t.replace(", ", ",\u200b ").replace("，", "\u200b，"),
    "line separators": lambda t: t.replace("\n", "\u2028"),
    "direction marks": lambda t: re.sub(r"(\d[\d.,]*)", "\u200e\\1\u200f", t),
    "blanks twice": lambda t: t.replace(". ", ".  "),
    "an indent": lambda t: re.sub("(?m)^", "    ", t),
}


def _plainly(words: str) -> str:
    return " ".join(clean(words).text.split())


def _records(article: Article) -> list[object]:
    said: list[object] = [
        (f.amount, f.kind, f.form, f.modality, f.reporter, f.partner, f.product, f.period)
        for f in article.figures
    ]
    said += [_plainly(f.span.of(article.text)) for f in article.figures]
    said += [(a.kind, a.name, a.country, a.role) for a in article.actors]
    said += [(d.kind, d.status, d.name, d.date, [p.actor for p in d.parties]) for d in article.deals]
    said += [_plainly(e.of(article.text)) for d in article.deals for e in d.evidence]
    return [*said, article.published, article.source, article.byline]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.stem)
def test_unseen_marks_change_nothing(path: Path, change: Callable[[str], str]) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = change(gold["text"])
    article = parse(text, language=gold["language"])
    assert article.text == text
    assert _records(article) == _records(parse(gold["text"], language=gold["language"]))


def test_an_explanation_quotes_the_text_as_it_was_given() -> None:
    article = parse("Mex\u00adico's ex\u00adports rose 12\u200b.2 per\u00adcent.", language="en")
    told = tradenews.explain(article, article.figures[0])
    assert told.quote == "12\u200b.2 per\u00adcent"
    assert [r.words for r in told.fields if r.field == "kind"] == ["ex\u00adports"]
    assert all(step.words in article.text for step in told.steps)


def test_single_expressions() -> None:
    assert tradenews.normalize_country("Me\u0301xico", "es") == "MX"
    assert tradenews.normalize_amount("1\u202f200\u00a0mil\u00adlions d’euros", "fr").value == 1_200_000_000
    mention = tradenews.find_amounts("a\u00ad\u00ad $5 mil\u00adlion", "en")[0]
    assert mention.span == Span(4, 15)


def test_marks_alone() -> None:
    for text in ("\u00ad", "\ufeff\u200b", "\u0301", "\u0301" * 50, "a" + "\u0301" * 50, "\u2028\u2028"):
        article = parse(text)
        assert article.text == text
        assert not article.figures
