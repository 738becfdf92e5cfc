"""Who acts: countries, blocs, governments, companies, organizations, persons."""

from __future__ import annotations

from attrs import frozen

from tradenews.models.span import Span
from tradenews.models.terms import ActorKind


@frozen
class Actor:
    """One real actor of an article, with all its mentions.

    ``id`` is the ISO 3166-1 alpha-2 code of a country, the code of a bloc (``EU``, ``ASEAN``), of anything
    else a slug of its name. ``name`` is the fullest form in the text without honorific (countries: the
    English CLDR name). ``country`` is the country itself, or the actor's own where text or lexicon say so.
    ``affiliation`` is the id of another actor of the article. A country that an article speaks of
    without naming it has no mentions.

    >>> from tradenews import parse
    >>> actor = parse("Mexico's exports grew. The Mexican government is glad.", "en").actors[0]
    >>> actor.id, actor.kind, actor.name, len(actor.mentions)
    ('MX', 'country', 'Mexico', 2)
    """

    id: str  #: country or bloc code, else a slug of the name
    kind: ActorKind  #: what it is
    name: str  #: fullest form in the text
    country: str | None = None  #: ISO 3166-1 alpha-2, ``EU``, or None
    role: str | None = None  #: of persons: office or job, as written
    affiliation: str | None = None  #: id of the actor that it belongs to
    aliases: tuple[str, ...] = ()  #: its other forms in the text
    mentions: tuple[Span, ...] = ()  #: every place where it is named
