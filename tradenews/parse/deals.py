"""Agreements: found, named, dated, with parties and status."""

from __future__ import annotations

from tradenews.grammar.context import Context
from tradenews.models.actor import Actor
from tradenews.models.deal import Deal
from tradenews.parse.draft import Draft
from tradenews.parse.metadata import Metadata
from tradenews.parse.sentence import Sentence


def read_deals(
    sentences: list[Sentence],
    actors: tuple[Actor, ...],
    figures: list[Draft],
    context: Context,
    metadata: Metadata,
) -> list[Draft]:
    """One draft of a :class:`Deal` for each agreement of the text."""
    return []


def as_deal(draft: Draft) -> Deal:
    """The finished record."""
    return Deal(**draft.values)
