"""Prices of shares: those of the company alone, on the day that is told or else on that of the article."""

from __future__ import annotations

from typing import Final

from tradenews.reading.figure_sizes import SHARE
from tradenews.reading.slot import Slot

STOCK: Final = " stock"  # ends the value of a word for shares or their price
_BACK: Final = 6  # figures of a sentence that go on with the word


def is_of_shares(slot: Slot) -> bool:
    """Is a price that of a share, by a word of the clause or by the figure that it goes on with?"""
    if slot.kind != "price":
        return False
    if slot.quantity.amount.per == SHARE:
        return True
    for _ in range(_BACK):
        if slot.kind != "price" or slot.quantity.amount.per not in (None, SHARE):
            return False
        if slot.kind_cue is not None:
            return str(slot.sentence.chain.values[slot.kind_cue]).endswith(STOCK)
        if slot.leader is None or slot.leader.sentence is not slot.sentence:
            return False
        slot = slot.leader
    return False


def is_quoted(slot: Slot) -> bool:
    """Does a market quote the price, rather than that shares are issued at it: "at 10 dollars a share"?"""
    return slot.kind_cue is None or slot.kind_cue < slot.link
