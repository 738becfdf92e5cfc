"""What a country sold to another, set against what it bought of it: "it bought 5, against 2 that it sold"."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_AGAINST = frozenset("=z")


def sold_against(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """The two of the flow before in the sentence, for the flow the other way that it is set against."""
    last, chain = next(reversed(reader.done), None), slot.sentence.chain
    if last is None or last.sentence is not slot.sentence or MIRROR.get(last.kind) != slot.kind:
        return None
    cue = slot.kind_cue
    if cue is None or chain.tags[cue] != "J" or not set(chain.tags[last.link : slot.link]) & _AGAINST:
        return None
    reporter, partner = reader.done[last]
    if None in (reporter, partner) or last.draft.reasons["reporter"].rule != "who.subject":
        return None
    if any(last.link < side.link < slot.last and not side.vague for side in sides):
        return None
    return Pick(reporter, "who.against", last.span), Pick(partner, "who.against", last.span)
