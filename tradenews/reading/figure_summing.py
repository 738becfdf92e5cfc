"""What is summed over months, not over countries: "in the first quarter it was 20 tonnes in all"."""

from __future__ import annotations

from tradenews.reading.figure_memory import Reader
from tradenews.reading.slot import Slot


def sums_of_partner(slot: Slot, reader: Reader) -> bool:
    """Is "in all" only said of the months of a flow with the partner of the paragraph?

    "From Mongolia came 5 tonnes in March. In the first quarter it was 20 tonnes in all."
    """
    memory, chain = reader.memory, slot.sentence.chain
    last = next(reversed(reader.done), None)
    if memory.partner is None or last is None or last.sentence.block is not slot.sentence.block:
        return False
    named = slot.kind_cue is not None and chain.tags[slot.kind_cue] == "K" and slot.kind_cue < slot.link
    return not named and last.kind == slot.kind and -1 < chain.tags.find("θ") < chain.tags.find("Ω")
