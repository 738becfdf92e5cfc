"""Articles as flat rows of codes and plain values: figures, deals, actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date as Date
from decimal import Decimal
from typing import Any, Literal

from attrs import frozen

from tradenews.models.article import Article
from tradenews.models.figure import TradeFigure
from tradenews.normalize.codes import alpha3, comtrade_code
from tradenews.normalize.units import rec20_code

ColumnType = Literal["string", "strings", "integer", "decimal", "number", "boolean", "date"]
Row = dict[str, Any]
_FLOW = {"exports": "X", "imports": "M"}


@frozen
class Column:
    """A column: its name, its type, and what it holds."""

    name: str
    type: ColumnType
    meaning: str


def _columns(*rows: tuple[str, ColumnType, str]) -> tuple[Column, ...]:
    return tuple(Column(*row) for row in rows)


_ARTICLE = (
    ("article", "string", "id of the article"),
    ("language", "string", "BCP 47"),
    ("published", "string", "EDTF"),
    ("source", "string", "publisher or agency, as written"),
    ("url", "string", "as given"),
)
_PLACE = (
    ("quote", "string", "the words"),
    ("start", "integer", "first code point in the text"),
    ("end", "integer", "one behind the last"),
)
FIGURE_COLUMNS = _columns(
    *_ARTICLE,  # type: ignore[arg-type]
    ("figure", "string", "id within the article"),
    ("kind", "string", "what is measured"),
    ("form", "string", "level, growth, delta, share"),
    ("modality", "string", "actual, forecast, target, conditional"),
    ("low", "decimal", "in the unit named; equal to high unless a range"),
    ("high", "decimal", "in the unit named"),
    ("unit", "string", "ISO 4217, or a unit code"),
    ("unitCode", "string", "UN/CEFACT Recommendation 20"),
    ("bound", "string", "exact, about, over, at_least, under, at_most, range"),
    ("per", "string", "the other side of a rate"),
    ("reporter", "string", "id of the actor whose figure it is"),
    ("reporterISO", "string", "ISO 3166-1 alpha-3"),
    ("reporterCode", "integer", "UN Comtrade"),
    ("partner", "string", "id of the actor on the other side"),
    ("partnerISO", "string", "ISO 3166-1 alpha-3"),
    ("partnerCode", "integer", "UN Comtrade"),
    ("flowCode", "string", "UN Comtrade: X exports, M imports"),
    ("cmdCode", "string", "Harmonized System"),
    ("product", "string", "as written"),
    ("counted", "string", "what a count counts"),
    ("period", "string", "EDTF"),
    ("periodStart", "date", "first day"),
    ("periodEnd", "date", "last day"),
    ("baseline", "string", "id of the figure compared with"),
    ("attribution", "strings", "who is said to have said it"),
    ("confidence", "number", "0 to 1"),
    *_PLACE,  # type: ignore[arg-type]
)
DEAL_COLUMNS = _columns(
    *_ARTICLE,  # type: ignore[arg-type]
    ("deal", "string", "id within the article"),
    ("kind", "string", "of agreement"),
    ("name", "string", "proper name"),
    ("status", "string", "the latest"),
    ("threatened", "boolean", "someone threatens to leave or kill it"),
    ("parties", "strings", "ids of actors"),
    ("roles", "strings", "what each party is"),
    ("date", "string", "EDTF of the latest status"),
    ("values", "strings", "ids of figures"),
    ("products", "strings", "as written"),
    ("confidence", "number", "0 to 1"),
    *_PLACE,  # type: ignore[arg-type]
)
EVENT_COLUMNS = _columns(
    *_ARTICLE,  # type: ignore[arg-type]
    ("deal", "string", "id within the article"),
    ("kind", "string", "of agreement"),
    ("name", "string", "proper name"),
    ("parties", "strings", "ids of actors"),
    ("status", "string", "of this step"),
    ("latest", "string", "status of the deal, the latest that the article gives"),
    ("date", "string", "EDTF of this step"),
    ("dateStart", "date", "first day"),
    ("dateEnd", "date", "last day"),
    *_PLACE,  # type: ignore[arg-type]
)
ACTOR_COLUMNS = _columns(
    *_ARTICLE,  # type: ignore[arg-type]
    ("actor", "string", "id: a code, or a slug of the name"),
    ("kind", "string", "country, bloc, government, company, organization, person"),
    ("name", "string", "fullest form"),
    ("country", "string", "ISO 3166-1 alpha-2"),
    ("role", "string", "office or job of a person"),
    ("affiliation", "string", "id of an actor"),
    ("aliases", "strings", "other forms"),
    ("mentions", "integer", "how often"),
)


def figure_rows(articles: Iterable[Article]) -> Iterator[Row]:
    """One row a figure, with the columns of :data:`FIGURE_COLUMNS`.

    >>> from tradenews import parse
    >>> (row,) = figure_rows([parse("Mexico exported 10,000 tonnes of wheat to France in 2016.")])
    >>> row["low"], row["unitCode"], row["reporterISO"], row["partnerCode"], row["flowCode"]
    (Decimal('10000'), 'TNE', 'MEX', 251, 'X')
    """
    for article in articles:
        head = _head(article)
        for figure in article.figures:
            yield {**head, **_figure(figure), **_place(article, figure.span.start, figure.span.end)}


def deal_rows(articles: Iterable[Article]) -> Iterator[Row]:
    """One row a deal, with the columns of :data:`DEAL_COLUMNS`."""
    for article in articles:
        head = _head(article)
        for deal in article.deals:
            span = deal.evidence[0] if deal.evidence else None
            yield {
                **head,
                "deal": deal.id,
                "kind": deal.kind,
                "name": deal.name,
                "status": deal.status,
                "threatened": deal.threatened,
                "parties": [party.actor for party in deal.parties],
                "roles": [party.role for party in deal.parties],
                "date": deal.date.edtf if deal.date else None,
                "values": list(deal.values),
                "products": [product.name for product in deal.products],
                "confidence": deal.confidence,
                **(
                    _place(article, span.start, span.end)
                    if span
                    else dict.fromkeys(("quote", "start", "end"))
                ),
            }


def event_rows(articles: Iterable[Article]) -> Iterator[Row]:
    """One row a step in the life of a deal, with the columns of :data:`EVENT_COLUMNS`.

    >>> from tradenews import parse
    >>> text = "Chile and Peru signed a free trade agreement in 2006."
    >>> [(row["status"], row["date"], row["parties"]) for row in event_rows([parse(text, "en")])]
    [('signed', '2006', ['CL', 'PE'])]
    """
    for article in articles:
        head = _head(article)
        for deal in article.deals:
            for event in deal.events:
                date = event.date
                yield {
                    **head,
                    "deal": deal.id,
                    "kind": deal.kind,
                    "name": deal.name,
                    "parties": [party.actor for party in deal.parties],
                    "status": event.status,
                    "latest": deal.status,
                    "date": date.edtf if date else None,
                    "dateStart": date.start if date else None,
                    "dateEnd": date.end if date else None,
                    **_place(article, event.span.start, event.span.end),
                }


def actor_rows(articles: Iterable[Article]) -> Iterator[Row]:
    """One row an actor, with the columns of :data:`ACTOR_COLUMNS`."""
    for article in articles:
        head = _head(article)
        for actor in article.actors:
            yield {
                **head,
                "actor": actor.id,
                "kind": actor.kind,
                "name": actor.name,
                "country": actor.country,
                "role": actor.role,
                "affiliation": actor.affiliation,
                "aliases": list(actor.aliases),
                "mentions": len(actor.mentions),
            }


def _head(article: Article) -> Row:
    return {
        "article": article.id,
        "language": article.language,
        "published": article.published.edtf if article.published else None,
        "source": article.source,
        "url": article.url,
    }


def _place(article: Article, start: int, end: int) -> Row:
    return {"quote": article.text[start:end], "start": start, "end": end}


def _figure(figure: TradeFigure) -> Row:
    amount, product, period = figure.amount, figure.product, figure.period
    low: Decimal = amount.low
    starts: Date | None = period.start if period else None
    return {
        "figure": figure.id,
        "kind": figure.kind,
        "form": figure.form,
        "modality": figure.modality,
        "low": low,
        "high": amount.high,
        "unit": amount.unit,
        "unitCode": rec20_code(amount.unit),
        "bound": amount.bound,
        "per": amount.per,
        **_side("reporter", figure.reporter),
        **_side("partner", figure.partner),
        "flowCode": _FLOW.get(figure.kind),
        "cmdCode": product.hs if product and product.hs and product.hs.isdigit() else None,
        "product": product.name if product else None,
        "counted": figure.counted,
        "period": period.edtf if period else None,
        "periodStart": starts,
        "periodEnd": period.end if period else None,
        "baseline": figure.baseline,
        "attribution": list(figure.attribution),
        "confidence": figure.confidence,
    }


def _side(name: str, actor: str | None) -> Row:
    """An actor with the codes of the country that it is; None where it is none."""
    code = actor if actor is not None and len(actor) == 2 else None
    return {
        name: actor,
        f"{name}ISO": alpha3(code) if code else None,
        f"{name}Code": comtrade_code(code) if code else None,
    }
