"""A sum told once more in other money: "380 million euros (412 million dollars)"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from tradenews.reading.slot import Slot

CONVERTED: Final = "kind.converted"
_SAME: Final = ("kind", "form", "modality", "product", "reporter", "partner", "period")


def share_twins(slots: Sequence[Slot]) -> None:
    """Give what is only converted, in brackets, all that was read of the sum before it.

    The words behind the brackets often decide on both, and often reach the first of them alone. How exact
    each is stands at each: "about 5 million euros (5.4 million dollars)".
    """
    for slot in slots:
        told = slot.draft.reasons["kind"]
        if told.rule != CONVERTED or slot.leader is None:
            continue
        leader = slot.leader.draft
        for name in _SAME:
            reason = leader.reasons.get(name)
            if reason is not None:
                rule = told.rule if name == "kind" else reason.rule
                slot.draft.set(name, leader.get(name), rule, reason.span)
        amount = slot.draft.get("amount")
        if (leader.get("amount").low < 0) != (amount.low < 0):
            amount = evolve(amount, low=-amount.high, high=-amount.low)
            slot.draft.set("amount", amount, slot.draft.reasons["amount"].rule, slot.span)
