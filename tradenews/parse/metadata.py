"""The header of an article: title, date, dateline, byline, source, home country."""

from __future__ import annotations

from attrs import frozen

from tradenews.lexicon.index import Lexicon
from tradenews.models.article import Assumption, Block
from tradenews.models.period import Dateline, Period


@frozen
class Given:
    """What the caller says of the text; what is None is read from the text."""

    published: Period | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None


@frozen
class Metadata:
    """What the header says. ``blocks`` are those given, their kinds made precise (title, dateline ...)."""

    blocks: tuple[Block, ...]
    title: str | None = None
    published: Period | None = None
    dateline: Dateline | None = None
    byline: tuple[str, ...] = ()
    source: str | None = None
    home: str | None = None
    assumptions: tuple[Assumption, ...] = ()


def read_metadata(text: str, blocks: tuple[Block, ...], lexicon: Lexicon, given: Given) -> Metadata:
    """Title, date, dateline, byline, source and home country of an article, from its blocks."""
    return Metadata(blocks, title=given.title, published=given.published, source=given.source)
