"""A text cut at the edges of its records, so that overlapping spans can be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import frozen

from tradenews.models.article import Article
from tradenews.models.span import Span


@frozen
class Marking:
    """A stretch of text to be shown: ``kind`` is figure, deal, assumption, chrome or the kind of an actor."""

    span: Span
    kind: str
    id: str
    note: str


@frozen
class Segment:
    """A stretch of text over which the same markings lie; ``start`` is its place."""

    text: str
    markings: tuple[Marking, ...]
    start: int = 0

    @property
    def opened(self) -> tuple[Marking, ...]:
        """The markings that begin here."""
        return tuple(m for m in self.markings if m.span.start == self.start)


def markings_of(article: Article) -> Iterator[Marking]:
    """All that can be shown in the text of an article: records, assumptions, chrome."""
    for figure in article.figures:
        note = f"{figure.kind} {figure.form}: {figure.amount.value:,f} {figure.amount.unit}"
        facts = [
            ("bound", None if figure.amount.bound == "exact" else figure.amount.bound),
            ("per", figure.amount.per),
            ("reporter", figure.reporter),
            ("partner", figure.partner),
            ("product", figure.product.name if figure.product else None),
            ("of", figure.counted),
            ("period", figure.period.edtf if figure.period else None),
            ("modality", None if figure.modality == "actual" else figure.modality),
        ]
        yield Marking(figure.span, "figure", figure.id, note + _listed(facts))
    for actor in article.actors:
        note = f"{actor.name} ({actor.kind})" + _listed([("country", actor.country), ("role", actor.role)])
        yield from (Marking(span, actor.kind, actor.id, note) for span in actor.mentions)
    for deal in article.deals:
        parties = ", ".join(party.actor for party in deal.parties)
        threat = "yes" if deal.threatened else None
        note = f"{deal.name or deal.kind}: {deal.status}" + _listed(
            [("parties", parties), ("threatened", threat)]
        )
        yield from (Marking(span, "deal", deal.id, note) for span in deal.evidence)
    for guess in article.assumptions:
        note = f"assumed {guess.subject}: {guess.chosen}" + _listed([("because", guess.reason)])
        yield Marking(guess.span, "assumption", "", note)
    for block in article.blocks:
        if block.kind == "chrome":
            yield Marking(block.span, "chrome", "", "no part of the article")


def segments(text: str, markings: Iterable[Marking]) -> Iterator[Segment]:
    """``text`` in pieces, in order, each with the markings that cover it, the longest first."""
    opening: dict[int, list[Marking]] = {}
    closing: dict[int, list[Marking]] = {}
    for marking in markings:
        opening.setdefault(marking.span.start, []).append(marking)
        closing.setdefault(marking.span.end, []).append(marking)
    edges = sorted({0, len(text), *opening, *closing})
    active: list[Marking] = []
    for start, end in pairwise(edges):
        active = [m for m in active if m.span.end > start] + opening.get(start, [])
        ordered = sorted(active, key=lambda m: (-len(m.span), m.kind))
        yield Segment(text[start:end], tuple(ordered), start)


def _listed(facts: list[tuple[str, str | None]]) -> str:
    return "".join(f"; {name} {value}" for name, value in facts if value)
