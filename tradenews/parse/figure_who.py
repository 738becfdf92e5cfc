"""Whose figure it is, and towards whom."""

from __future__ import annotations

from tradenews.grammar.context import Context
from tradenews.models.actor import Actor
from tradenews.parse.metadata import Metadata
from tradenews.parse.sentence import Sentence
from tradenews.parse.slot import Slot


def assign_who(
    slots: list[Slot],
    sentences: list[Sentence],
    actors: tuple[Actor, ...],
    context: Context,
    metadata: Metadata,
) -> None:
    """Set ``reporter`` and ``partner`` of every slot's draft."""
