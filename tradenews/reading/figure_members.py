"""Members of the union that a text is about, whose own offices tell of what they sell themselves."""

from __future__ import annotations

from typing import Final

from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.slot import Slot

_UNION: Final = "EU"
_TELLS: Final = frozenset(("say", "office", "of"))


def told_by_member(slot: Slot, partner: Pick, reader: Reader) -> Pick | None:
    """The member whose office tells of a flow of nobody named: "national firms sold 5, says Istat"."""
    if reader.topic.country != _UNION or slot.kind not in MIRROR or reader.lexicon is None:
        return None
    members = " ".join(reader.lexicon.members.get(_UNION, ())).split()
    told = {
        side.id
        for side in reader.sides[reader.number]
        if side.office and side.via in _TELLS and side.id in members
    }
    told -= {partner.id or ""}
    return Pick(told.pop(), "who.member") if len(told) == 1 else None
