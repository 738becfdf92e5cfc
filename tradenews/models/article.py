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
    """A stretch of lines that belong together, and what they are.

    >>> from tradenews import parse
    >>> [b.kind for b in parse("Exports of wheat rose by 5 percent in May.\\n\\nLeave a comment").blocks]
    ['paragraph', 'chrome']
    """

    kind: BlockKind  #: what it is
    span: Span  #: of its lines


@frozen
class Assumption:
    """A guess: at ``span`` the text allows more than one reading, ``chosen`` was taken for ``reason``.

    >>> from tradenews import parse
    >>> guess = parse("Exports rose to $5 billion.", "en").assumptions[0]
    >>> guess.subject, guess.chosen, guess.alternatives[:2]
    ('currency', 'USD', ('CAD', 'AUD'))
    """

    span: Span  #: of the words in question
    subject: Subject  #: what had to be guessed
    chosen: str  #: the reading taken
    alternatives: tuple[str, ...]  #: the readings passed over
    reason: str  #: why it was taken


@frozen
class Article:
    """A news text with all that was read from it.

    ``text`` is exactly as given; every span of every record indexes it by code points. ``blocks`` cover
    every non-blank line once, in order. ``id`` is a stable hash of the text.

    >>> from tradenews import parse
    >>> article = parse("Mexican exports to China rose 12.2 percent to $7 billion in 2016.")
    >>> article.language, article.countries, len(article.figures)
    ('en', ('MX', 'CN'), 2)
    """

    id: str  #: 16 hexadecimal digits: a hash of the text
    text: str  #: exactly as given
    language: str  #: BCP 47; ``und`` where undetermined
    title: str | None = None  #: headline, as written
    published: Period | None = None  #: day of publication
    dateline: Dateline | None = None  #: head of a wire story
    byline: tuple[str, ...] = ()  #: authors, as written
    source: str | None = None  #: publisher or agency, as written
    url: str | None = None  #: as given
    blocks: tuple[Block, ...] = ()  #: every non-blank line once, in order
    actors: tuple[Actor, ...] = ()  #: in order of first mention
    figures: tuple[TradeFigure, ...] = ()  #: in text order
    deals: tuple[Deal, ...] = ()  #: in order of first mention
    assumptions: tuple[Assumption, ...] = ()  #: every guess made

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
        return tuple(a.id for a in self.actors if a.kind == "country" and a.mentions)

    def actor(self, id: str) -> Actor:
        """The actor with this id; KeyError if there is none.

        >>> from tradenews import parse
        >>> parse("Mexican exports rose.", "en").actor("MX").name
        'Mexico'
        """
        for actor in self.actors:
            if actor.id == id:
                return actor
        raise KeyError(id)

    def _repr_html_(self) -> str:
        """The article for notebooks: its text with the records highlighted."""
        # The one look upwards in the house, by name and only when a notebook asks.
        render: str = import_module("tradenews.render.html").render_html(self)
        return render
