"""The country that the sentence before is about, as the other end of a flow."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lexicon.index import Region
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.figure_roles import OUTSIDE
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot


def leads(
    slot: Slot, sides: Sequence[Side], group: str, reader: Reader, reporter: Pick | None, *, others: bool
) -> bool:
    """Is the country that the sentence before is about the other end, where no ``others`` are named?"""
    memory, chain = reader.memory, slot.sentence.chain
    if memory.lead is None or group not in OUTSIDE:
        return False
    bought = slot.kind == "imports" and slot.kind_cue is not None and chain.tags[slot.kind_cue] == "J"
    bought = bought or (slot.kind == "exports" and memory.lead_flow == "exports")
    bought = bought and memory.acts and reporter is None
    parts = (side.via == "" and isinstance(chain.values[side.link], Region) for side in sides)
    others = others or any(parts)  # "Shanxi sold most"
    whose = (reporter.id if reporter is not None else reader.topic.country) or ""
    among = memory.traits and bool(whose) and whose in (reader.hub, whose.lower())  # a port, no country
    meant = any(side.vague and side.nature == "state" and side.via in ("", "own") for side in sides)
    return not (others or bought or among or (meant and memory.acts))  # "French ports ..."
