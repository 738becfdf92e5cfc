"""How much was traded, told beside its prices: "prices rose 6 percent and volumes fell 7"."""

from __future__ import annotations

from typing import Final

from tradenews.lexicon.forms import says
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot

_FLOWS: Final = frozenset({"exports", "imports", "trade", "sales", "production", "consumption"})
_BACK: Final = 6  # figures
_ENDS: Final = "Q,;:s&¬"


def of_volume(slot: Slot, view: View) -> Slot | None:
    """The flow told before, where a change behind one of prices is that of its volume; None elsewhere."""
    last = view.earlier[-1] if view.earlier else None
    if (
        last is None
        or last.kind != "price"
        or slot.quantity.amount.dimension != "ratio"
        or view.lexicon is None
    ):
        return None
    chain, first = view.chain, slot.link
    while first and chain.tags[first - 1] not in _ENDS:
        first -= 1
    stretch = chain.text[chain.starts[first] : chain.starts[slot.link]]
    if not says(stretch, view.lexicon.lines["name_words"].get("volumes", ())):
        return None
    before = (each for each in view.earlier[: -_BACK - 1 : -1] if each.kind in _FLOWS)
    return next(before, None)
