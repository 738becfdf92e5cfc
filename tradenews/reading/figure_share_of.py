"""What part an amount is of all that somebody sells or buys: "It sold Peru 5 million, 9 % of all exports"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_twins import CONVERTED
from tradenews.reading.slot import Slot

_ANEW: Final = frozenset("J;:&Q¬")  # between an amount and what it is no part of
_BUYERS: Final = "aK"  # "to American customers, 5 percent of exports": of whose, is not told
_PARTED: Final = regex("[,;&Q]")  # where the next one begins
_RULE: Final = "who.share_of"


def share_of_flow(
    slot: Slot, sides: Sequence[Side], picks: tuple[Pick, Pick], reader: Reader
) -> tuple[Pick, Pick]:
    """The sides of the flow before, of which a share is told; turned where it is one of the other way."""
    flow = next(reversed(reader.done), None)
    if flow is not None and flow.leader in reader.done and flow.draft.reasons["kind"].rule == CONVERTED:
        flow = flow.leader
    if slot.form != "share" or flow is None or flow.sentence is not slot.sentence or flow.form != "level":
        return picks
    one, two = reader.done[flow]
    way = "exports" if flow.kind == "sales" else flow.kind
    if slot.kind not in MIRROR or way not in MIRROR or None in (one, two):
        return picks
    between = slot.sentence.chain.tags[flow.link + 1 : slot.link]
    if _ANEW & set(between) or _BUYERS in between:
        return picks
    parted = _PARTED.search(slot.sentence.chain.tags, slot.link + 1)
    last = slot.last if parted is None else min(slot.last, parted.start())
    behind = (s for s in sides if flow.link < s.link < last and s.nature != "body" and not s.vague)
    if any({one, two}.isdisjoint(side.ids) for side in behind):
        return picks
    if slot.kind != way:
        one, two = two, one
    if (picks[0].id, picks[1].id) == (one, two):
        return picks
    return Pick(one, _RULE), Pick(two, _RULE)
