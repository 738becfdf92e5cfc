"""Whom the sentences of an article name that figures may be told of, and the countries of these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tradenews.grammar.context import Context
from tradenews.models.actor import Actor
from tradenews.reading.called import is_called, is_medium, mastheads
from tradenews.reading.figure_origins import origins
from tradenews.reading.figure_sides import Side, read_sides
from tradenews.reading.figure_ties import with_traders
from tradenews.reading.metadata import Metadata
from tradenews.reading.sentence import Sentence, is_within
from tradenews.scan.chain import Chain


def homes_of(
    sentences: Sequence[Sentence], sides: Sequence[list[Side]], actors: Sequence[Actor]
) -> dict[str, str | None]:
    """The country of each actor, also where only its own sentence tells it."""
    homes = {actor.id: actor.country for actor in actors}
    for sentence, found in zip(sentences, sides, strict=True):
        for firm, country in origins(sentence, found):
            homes[firm] = homes[firm] or country
    return homes


def sides_of(
    sentences: Sequence[Sentence],
    actors: Sequence[Actor],
    context: Context,
    metadata: Metadata,
    hubs: Mapping[str, str],
) -> tuple[list[list[Side]], set[str]]:
    """The sides of each sentence, and the bodies that trade; agencies and what the dateline holds are none.

    Nor is an exchange where something is traded: "at the London Metal Exchange".
    """
    by_id = {actor.id: actor for actor in actors}
    media = {actor.id for actor in actors if is_medium(actor, context.lexicon)} | mastheads(
        sentences, metadata.source
    )
    markets = {actor.id for actor in actors if is_called(actor, "marketplaces", context.lexicon)}
    worldly = {actor.id for actor in actors if is_called(actor, "world_markets", context.lexicon)}
    head = metadata.dateline.span if metadata.dateline else None
    found = [
        [
            side
            for side in read_sides(sentence, by_id, context.lexicon, hubs)
            if not (media and media.issuperset(side.ids)) and not is_within(sentence, side.link, head)
            if not _is_left_out(sentence.chain, side)
            if not (side.id in markets and side.via != "" and (side.home is None or side.id in worldly))
        ]
        for sentence in sentences
    ]
    return with_traders(sentences, found, context.lexicon)


def _is_left_out(chain: Chain, side: Side) -> bool:
    """Does "without" stand before a mention, or does it employ who studies: "an economist at Lorem"?"""
    before = len(chain.tags[: side.link].rstrip("_")) - 1
    if before > 0 and side.nature != "state" and chain.tags[before] in "zonqu":
        return chain.tags[before - 1] == "O" and chain.values[before - 1] == "expert"
    return before >= 0 and chain.tags[before] == "g" and chain.values[before] == "without"
