"""Whole articles made in one line: around the records given, a text is written that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypedDict, Unpack

from attrs import evolve

from tradenews.arguments import period_of
from tradenews.errors import ArgumentError
from tradenews.lazy import regex
from tradenews.models.actor import Actor
from tradenews.models.amount import Amount
from tradenews.models.article import Article, Assumption, Block
from tradenews.models.deal import Deal
from tradenews.models.figure import TradeFigure
from tradenews.models.period import Dateline
from tradenews.models.span import Span
from tradenews.normalize.names import digest
from tradenews.testing.builders import When, an_actor

_PARAGRAPH = regex(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")


class ArticleFields(TypedDict, total=False):
    """What :func:`an_article` takes beside its text and records."""

    id: str
    language: str
    title: str | None
    published: When
    dateline: Dateline | None
    byline: tuple[str, ...]
    source: str | None
    url: str | None
    blocks: tuple[Block, ...]
    assumptions: tuple[Assumption, ...]


def an_article(
    text: str | None = None,
    *,
    figures: Iterable[TradeFigure] = (),
    deals: Iterable[Deal] = (),
    actors: Iterable[Actor] = (),
    **fields: Unpack[ArticleFields],
) -> Article:
    """An article with the records given, in which every reference leads somewhere.

    Without a ``text`` one is written, a line a record, and the records get their places in it; with a text
    they keep theirs. Records that share an id are numbered anew; actors that are named are added.

    >>> from tradenews.testing import a_figure, a_deal
    >>> article = an_article(figures=[a_figure(reporter="MX", value=5), a_figure(value=7)], deals=[a_deal()])
    >>> [f.id for f in article.figures], article.countries
    (['f1', 'f2'], ('MX', 'CN'))
    >>> span = article.figures[1].span
    >>> article.text[span.start:span.end]
    '7 USD'
    """
    for key in fields:
        if key not in ArticleFields.__optional_keys__:
            raise ArgumentError(
                key, fields.get(key), f"known: {', '.join(sorted(ArticleFields.__optional_keys__))}"
            )
    told = [evolve(f, id=id) for f, id in zip(*_numbered(figures, "f"), strict=True)]
    made = [evolve(d, id=id) for d, id in zip(*_numbered(deals, "d"), strict=True)]
    who = _all_actors(actors, told, made)
    if text is None:
        sheet = _Sheet()
        told, made = [sheet.figure(f) for f in told], [sheet.deal(d) for d in made]
        who, text = [sheet.actor(a) for a in who], sheet.text()
    given: dict[str, Any] = {"id": digest(text), "language": "en", "blocks": tuple(_blocks(text)), **fields}
    given["published"] = period_of("published", given.get("published"))
    return Article(text=text, actors=tuple(who), figures=tuple(told), deals=tuple(made), **given)


def _numbered(records: Iterable[Any], letter: str) -> tuple[list[Any], list[str]]:
    """The records, and an id for each: its own, or the next free one where that is taken."""
    kept = list(records)
    taken: set[str] = set()
    free = (name for n in range(1, len(kept) * 2 + 2) if (name := f"{letter}{n}") not in {r.id for r in kept})
    ids = []
    for record in kept:
        ids.append(next(free) if record.id in taken else record.id)
        taken.add(ids[-1])
    return kept, ids


def _all_actors(given: Iterable[Actor], figures: list[TradeFigure], deals: list[Deal]) -> list[Actor]:
    """The actors given, and those that the records name."""
    found = {actor.id: actor for actor in given}
    named = [id for f in figures for id in (f.reporter, f.partner) if id is not None]
    named += [party.actor for d in deals for party in d.parties]
    named += [actor.affiliation for actor in found.values() if actor.affiliation is not None]
    for id in named:
        found.setdefault(id, an_actor(id))
    return list(found.values())


def _blocks(text: str) -> Iterator[Block]:
    for hit in _PARAGRAPH.finditer(text):
        yield Block("paragraph", Span(*hit.span()))


class _Sheet:
    """A text in the writing: one line a record, in codes, so that it is in no language."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.size = 0
        self.mentions: dict[str, list[Span]] = {}

    def write(self, words: Sequence[str | None]) -> tuple[Span, list[Span | None]]:
        """A line of words; its place, and those of its words."""
        start, places = self.size, list[Span | None]()
        at = start
        for word in words:
            places.append(Span(at, at + len(word)) if word else None)
            at += len(word) + 1 if word else 0
        end = max(at - 1, start)
        self.lines.append(" ".join(word for word in words if word))
        self.size = end + 2
        return Span(start, end), places

    def name(self, ids: Iterable[str | None], places: Iterable[Span | None]) -> None:
        """Remember where actors were named."""
        for id, place in zip(ids, places, strict=False):
            if id and place:
                self.mentions.setdefault(id, []).append(place)

    def figure(self, figure: TradeFigure) -> TradeFigure:
        sides = [figure.reporter, figure.partner]
        period = figure.period.edtf if figure.period else None
        words = [*sides, figure.kind, figure.form, _shown(figure.amount), period]
        line, places = self.write(words)
        self.name(sides, places)
        return evolve(figure, span=places[4] or line, sentence=line)

    def deal(self, deal: Deal) -> Deal:
        parties = [party.actor for party in deal.parties]
        line, places = self.write([*parties, deal.name or deal.kind, deal.status])
        self.name(parties, places)
        words = places[len(parties)] or line
        events = tuple(evolve(event, span=line) for event in deal.events)
        return evolve(deal, evidence=(words,), events=events)

    def actor(self, actor: Actor) -> Actor:
        places = self.mentions.get(actor.id)
        if places is None:
            places = [self.write([actor.name])[0]]
        return evolve(actor, mentions=tuple(places))

    def text(self) -> str:
        return "".join(f"{line}\n\n" for line in self.lines)


def _shown(amount: Amount) -> str:
    number = f"{amount.low}" if amount.low == amount.high else f"{amount.low}..{amount.high}"
    return f"{number} {amount.unit}"
