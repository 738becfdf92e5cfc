"""What a figure is about, so that figures of several articles can be laid side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from tradenews.lazy import regex
from tradenews.lexicon.load import FALLBACK, languages, load_lexicon
from tradenews.models.article import Article
from tradenews.models.deal import Deal
from tradenews.models.dossier import Statement
from tradenews.models.figure import Product, TradeFigure
from tradenews.models.period import Period
from tradenews.normalize.names import is_acronym, plain
from tradenews.reconciling.actors import Cast

_FLOWS = {"exports", "imports"}
_NO_CLAIM = frozenset({"other"})
_NEAR = 250  # characters within which "that pact" still means the one just spoken of
_ACRONYM = regex(r"\b[A-Z]{4,10}\b")


@frozen
class Subject:
    """What two figures must share to be comparable at all: whose, towards whom, of what sort.

    ``kind`` is ``exports`` for both sides of one flow; ``deal`` is set for the worth of an agreement.
    """

    kind: str
    form: str
    reporter: str | None
    partner: str | None
    deal: str | None
    dimension: str
    per: str | None
    counted: str


@frozen
class Evidence:
    """A statement with what is needed to judge it: its figure, its article, its origin.

    ``product`` is its code, else its plain name; empty for goods in general and the worth of a deal.
    ``origin`` is what independent witnesses differ in: the story, or the office that it quotes.
    """

    subject: Subject
    statement: Statement
    figure: TradeFigure
    article: Article
    origin: str
    product: str = ""

    @property
    def period(self) -> Period | None:
        """The period that the figure is for."""
        return self.figure.period


def product_key(product: Product | None, language: str) -> str:
    """What two names of one product share: the first four digits of its code, else its plain name.

    Empty for goods or services in general, whatever the language calls them.
    """
    if product is None:
        return ""
    if product.hs and product.hs.isdigit():
        return product.hs[:4]
    entry = load_lexicon(language if language in languages() else FALLBACK).word(product.name)
    generic = entry is not None and entry.table == "goods" and not str(entry.value)[:1].isdigit()
    return "" if generic else plain(product.name)


def gather(
    articles: Sequence[Article],
    cast: Cast,
    deals: dict[tuple[str, str], str],
    stories: dict[str, str],
) -> Iterator[Evidence]:
    """The figures that can be compared: actual, and of someone or of some deal."""
    for article in articles:
        worth = _worth(article, deals)
        for figure in article.figures:
            # What a deal is worth is a fact even where the sentence speaks of ending it.
            stated = figure.modality == "actual" or (figure.id in worth and figure.modality == "conditional")
            if not stated or figure.kind in _NO_CLAIM:
                continue
            subject = _subject(article, figure, cast, worth.get(figure.id))
            if subject is not None:
                statement = Statement(article.id, figure.id, figure.amount, figure.span)
                origin = _origin(article, figure, cast, stories)
                product = "" if subject.deal else product_key(figure.product, article.language)
                yield Evidence(subject, statement, figure, article, origin, product)


def _worth(article: Article, deals: dict[tuple[str, str], str]) -> dict[str, str]:
    """Figure to the account of the deal whose worth it is: listed by it, or told in one breath with it."""
    found: dict[str, str] = {}
    for deal in article.deals:
        account = deals[article.id, deal.id]
        found |= dict.fromkeys(deal.values, account)
        for figure in article.figures:
            nobodys = figure.kind == "trade" and figure.form == "level" and figure.reporter is None
            if nobodys and tells_of(article, figure, deal):
                found.setdefault(figure.id, account)
    return found


def tells_of(article: Article, figure: TradeFigure, deal: Deal) -> bool:
    """Does the sentence of a figure name a named deal, show it, or come soon after what shows it?"""
    if deal.name is None:
        return False
    words = article.text[figure.sentence.start : figure.sentence.end]
    if deal.name in words or any(is_acronym(w, deal.name) for w in _ACRONYM.findall(words)):
        return True
    places = [*deal.evidence, *(event.span for event in deal.events)]
    if any(figure.sentence.overlaps(place) for place in places):
        return True
    block = next((b.span for b in article.blocks if figure.span in b.span), None)
    return block is not None and any(
        p in block and 0 <= figure.sentence.start - p.end < _NEAR for p in places
    )


def _subject(article: Article, figure: TradeFigure, cast: Cast, deal: str | None) -> Subject | None:
    reporter = cast.account(article.id, figure.reporter)
    partner = cast.account(article.id, figure.partner)
    kind: str = figure.kind
    if reporter is None and partner is None and deal is None:
        return None
    if kind in _FLOWS and reporter and partner:
        if kind == "imports":
            kind, reporter, partner = "exports", partner, reporter
    elif kind == "trade" and reporter and partner:
        reporter, partner = sorted((reporter, partner))
    if reporter or partner:
        deal = None if kind in _FLOWS or kind == "trade" else deal
    counted = plain(figure.counted or "")
    amount = figure.amount
    return Subject(kind, figure.form, reporter, partner, deal, amount.dimension, _per(amount.per), counted)


def _per(per: str | None) -> str | None:
    """A value for a year is the value of a year, whichever way it is put."""
    return None if per == "year" else per


def _origin(article: Article, figure: TradeFigure, cast: Cast, stories: dict[str, str]) -> str:
    for source in figure.attribution:
        return cast.account(article.id, source) or source
    return stories.get(article.id, article.id)
