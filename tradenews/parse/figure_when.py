"""When a figure is of, what it is compared with, and who says so."""

from __future__ import annotations

from tradenews.grammar.context import Context
from tradenews.parse.metadata import Metadata
from tradenews.parse.sentence import Sentence
from tradenews.parse.slot import Slot


def assign_when(slots: list[Slot], sentences: list[Sentence], context: Context, metadata: Metadata) -> None:
    """Set ``period``, ``baseline`` and ``attribution`` of every slot's draft."""
