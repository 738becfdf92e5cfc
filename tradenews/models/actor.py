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
    ``affiliation`` is the id of another actor of the article.
    """

    id: str
    kind: ActorKind
    name: str
    country: str | None = None
    role: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
