"""Towards whom a balance is."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_TOWARDS: Final = regex("l?(?:[aA]|o_?[Aak@])?l?t[_l]?")


def is_towards(slot: Slot, side: Side) -> bool:
    """Is a side what a balance is towards: "China's surplus towards the US", 对华贸易逆差?

    It hangs on the noun for the balance, or on whose it is, or stands right before that noun.
    """
    tags, cue = slot.sentence.chain.tags, slot.kind_cue
    if cue is None:
        return False
    if side.link < cue:
        return not tags[side.link + 1 : cue].strip("oTl_")
    return _TOWARDS.fullmatch(tags, cue + 1, side.link) is not None
