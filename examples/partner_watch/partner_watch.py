"""Which trading partners a country gained or lost, from any number of articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from tradenews import Article, Deal


@dataclass(frozen=True)
class Shift:
    """Trade with a partner grew or shrank by so many percent, as an article says in these words."""

    flow: str
    partner: str
    percent: Decimal
    words: str


def shifts(articles: Iterable[Article], reporter: str, least: Decimal = Decimal(5)) -> list[Shift]:
    """The growth rates of a country's trade of at least ``least`` percent either way, the largest first."""
    found = [
        Shift(figure.kind, figure.partner, figure.amount.value, quote(article, figure.span))
        for article in articles
        for figure in article.figures
        if figure.kind in ("exports", "imports")
        and figure.form == "growth"
        and figure.modality == "actual"
        and figure.amount.unit == "percent"
        and figure.reporter == reporter
        and figure.partner is not None
    ]
    return sorted((s for s in found if abs(s.percent) >= least), key=lambda s: -abs(s.percent))


def open_deals(articles: Iterable[Article], party: str) -> list[Deal]:
    """The deals of a party that are neither in force nor over."""
    closed = {"in_force", "terminated", "failed"}
    deals = (deal for article in articles for deal in article.deals)
    return [d for d in deals if d.status not in closed and any(p.actor == party for p in d.parties)]


def quote(article: Article, span: object) -> str:
    """The words at a span."""
    return article.text[span.start : span.end]
