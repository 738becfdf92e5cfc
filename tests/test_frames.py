"""The ordinary sentences of trade news, in all languages: who sells how much to whom, in all common words.

A line of ``frames/*.jsonl`` (a file for each subject) is a text with its figures: quote, value (of a range
one end; signed), unit (null: any will do), kind, form, reporter, partner and, in longer texts, period. What A
exports to B may be read as what B imports from A. ``given`` are arguments of parse. ``known`` names the
quotes that are not read right yet, which must be struck out once they are; ``none`` names numbers that are no
figures; ``products`` gives for a quote the goods that its figure is of, or null; ``modes`` its modality.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import tradenews
from tradenews.normalize.periods import from_edtf

FILES = sorted((Path(__file__).parent / "frames").glob("*.jsonl"))
ROWS = [json.loads(line) for file in FILES for line in file.read_text(encoding="utf-8").splitlines()]
MIRROR = {"exports": "imports", "imports": "exports"}


def name_of(article: tradenews.Article, id: str | None) -> str | None:
    """A country's code, another actor's name."""
    actor = next((a for a in article.actors if a.id == id), None)
    return id if actor is None or len(actor.id) == 2 else actor.name


def read(article: tradenews.Article, quote: str) -> list[Any] | None:
    """What the article says of the amount at ``quote``, in the order of a row."""
    start = article.text.index(quote)
    for figure in article.figures:
        if figure.span.start < start + len(quote) and start < figure.span.end:
            amount, sides = figure.amount, (figure.reporter, figure.partner)
            names = [name_of(article, side) for side in sides]
            return [amount, figure.kind, figure.form, *names, figure.period]
    return None


def product_of(article: tradenews.Article, quote: str) -> str | None:
    """The goods that the figure at ``quote`` is of, as they are written; "" where there is no figure."""
    start = article.text.index(quote)
    found = [f for f in article.figures if f.span.start < start + len(quote) and start < f.span.end]
    if not found:
        return ""
    return None if found[0].product is None else found[0].product.name


def mode_of(article: tradenews.Article, quote: str) -> str | None:
    """The modality of the figure at ``quote``; None where there is no figure."""
    start = article.text.index(quote)
    found = [f for f in article.figures if f.span.start < start + len(quote) and start < f.span.end]
    return found[0].modality if found else None


def is_right(got: list[Any] | None, want: list[Any]) -> bool:
    """Is what was read what is wanted, from either side of the flow?"""
    _, value, unit, kind, form, reporter, partner, *when = want
    if got is None or Decimal(value) not in (got[0].low, got[0].high) or unit not in (None, got[0].unit):
        return False
    seen = [[kind, form, reporter, partner]]
    if kind in MIRROR and partner is not None:
        seen.append([MIRROR[kind], form, partner, reporter])
    *rest, period = got[1:]
    return rest in seen and all(same_days(period, each) for each in when)


def same_days(period: tradenews.Period | None, edtf: str | None) -> bool:
    """Is a period the one of an EDTF text, however it is written: 2023-33 is 2023-01/2023-03?"""
    want = None if edtf is None else from_edtf(edtf)
    if period is None or want is None:
        return period is want
    return (period.start, period.end) == (want.start, want.end)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']} {row['text'][:40]}")
def test_frame(row: dict[str, Any]) -> None:
    article = tradenews.parse(row["text"], language=row["language"], **row.get("given", {}))
    wrong = {
        want[0]: read(article, want[0])
        for want in row["figures"]
        if not is_right(read(article, want[0]), want)
    }
    for quote, product in row.get("products", {}).items():
        if (got := product_of(article, quote)) != product and not (product and got and product in got):
            wrong[quote] = [got]
    for quote, mode in row.get("modes", {}).items():
        if (told := mode_of(article, quote)) != mode:
            wrong[quote] = [told]
    assert set(wrong) == set(row.get("known", ())), wrong
    assert not [quote for quote in row.get("none", ()) if read(article, quote) is not None]


def test_most_frames_are_read_right() -> None:
    known = sum(len(row.get("known", ())) for row in ROWS)
    assert known <= 0.1 * sum(len(row["figures"]) for row in ROWS)
