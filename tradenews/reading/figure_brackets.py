"""What stands in brackets behind an amount and is the same in other money, or of another time."""

from __future__ import annotations

from tradenews.reading.figure_twins import CONVERTED
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot

_TELLING = frozenset("KJDVFTHAak@G")  # which say more of an amount than when it was


def told_beside(slot: Slot, view: View) -> tuple[Slot, str] | None:
    """The amount before the brackets in which only another money or another time of it stands; its rule."""
    if (leader := _converted(slot, view)) is not None:
        return leader, CONVERTED
    leader = _dated_beside(slot, view)
    return None if leader is None else (leader, "kind.bracket")


def _converted(slot: Slot, view: View) -> Slot | None:
    """The sum that stands right before brackets in another currency: "86 million dollars (68 million US)"."""
    clause = view.layout.clause(slot.link)
    leader = view.earlier[-1] if view.earlier else None
    if clause.host is None or leader is None or leader.sentence is not slot.sentence:
        return None
    money = {slot.quantity.amount.dimension, leader.quantity.amount.dimension} == {"money"}
    other = slot.quantity.amount.unit != leader.quantity.amount.unit
    return leader if money and other and leader.link == clause.first - 1 else None


def _dated_beside(slot: Slot, view: View) -> Slot | None:
    """The amount before brackets that hold that of another time, and nothing else: "5 cars (2021: 4)"."""
    leader = view.earlier[-1] if view.earlier else None
    if leader is None or leader.sentence is not slot.sentence or view.layout.clause(slot.link).host is None:
        return None
    opened, closed = view.chain.tags.rfind("‹", 0, slot.link), view.chain.tags.find("›", slot.link)
    aside = set(view.chain.tags[opened:closed])
    if "θ" not in aside or aside & _TELLING:
        return None
    return leader if leader.quantity.amount.unit == slot.quantity.amount.unit else None
