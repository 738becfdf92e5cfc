"""A news text, structured."""

from __future__ import annotations

from importlib import import_module

from attrs import frozen

from tradenews.models.actor import Actor
from tradenews.models.deal import Deal
from tradenews.models.figure import TradeFigure
from tradenews.models.period import Dateline, Period
from tradenews.models.span import Span
from tradenews.models.terms import BlockKind, Subject


@frozen
class Block:
    """A stretch of lines that belong together, and what they are."""

    kind: BlockKind
    span: Span


@frozen
class Assumption:
    """A guess: at ``span`` the text allows more than one reading, ``chosen`` was taken for ``reason``."""

    span: Span
    subject: Subject
    chosen: str
    alternatives: tuple[str, ...]
    reason: str


@frozen
class Article:
    """A news text with all that was read from it.

    ``text`` is exactly as given; every span of every record indexes it by code points. ``blocks`` cover
    every non-blank line once, in order. ``id`` is a stable hash of the text.
    """

    id: str
    text: str
    language: str
    title: str | None = None
    published: Period | None = None
    dateline: Dateline | None = None
    byline: tuple[str, ...] = ()
    source: str | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    actors: tuple[Actor, ...] = ()
    figures: tuple[TradeFigure, ...] = ()
    deals: tuple[Deal, ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    @property
    def body(self) -> str:
        """The article without its chrome: its blocks, a blank line between them."""
        kept = (b.span for b in self.blocks if b.kind != "chrome")
        return "\n\n".join(self.text[s.start : s.end] for s in kept)

    @property
    def chrome(self) -> tuple[str, ...]:
        """The lines that are no part of the article, stripped, in order."""
        spans = (b.span for b in self.blocks if b.kind == "chrome")
        lines = (line.strip() for s in spans for line in self.text[s.start : s.end].split("\n"))
        return tuple(line for line in lines if line)

    @property
    def countries(self) -> tuple[str, ...]:
        """ISO 3166-1 alpha-2 codes of the countries that the text names, in order of first mention."""
        return tuple(a.id for a in self.actors if a.kind == "country")

    def actor(self, id: str) -> Actor:
        """The actor with this id; KeyError if there is none."""
        for actor in self.actors:
            if actor.id == id:
                return actor
        raise KeyError(id)

    def _repr_html_(self) -> str:
        """The article for notebooks: its text with the records highlighted."""
        # The one look upwards in the house, by name and only when a notebook asks.
        render: str = import_module("tradenews.render.html").render_html(self)
        return render
