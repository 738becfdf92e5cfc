"""Prices of shares: those of the company alone, on the day that is told or else on that of the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from tradenews.lexicon.forms import fold, says
from tradenews.models.period import Period
from tradenews.normalize.periods import shift
from tradenews.reading.figure_sizes import SHARE
from tradenews.reading.slot import Slot

STOCK: Final = " stock"  # ends the value of a word for shares or their price
_BACK: Final = 6  # figures of a sentence that go on with the word
_NEAR: Final = 5  # links behind a price
_FRIDAY: Final = 5
MARKS: Final = str.maketrans(dict.fromkeys(',.;:()«»“”"', " "))


def trades(slot: Slot, words: Mapping[str, Sequence[str]]) -> bool:
    """Is a price that of a share, or told of a day of trading: "6 percent at the opening"?"""
    if slot.kind != "price" or slot.draft.get("modality") != "actual":
        return False
    chain, first = slot.sentence.chain, max(slot.first, slot.sentence.head)
    if is_of_shares(slot):
        return is_quoted(slot)
    if slot.quantity.amount.per is not None:
        return False
    shares = any(str(chain.values[i]).endswith(STOCK) for i in chain.find("FK", first, slot.link))
    near = fold(chain.words(first, min(slot.link + _NEAR, len(chain)))).translate(MARKS)
    return shares or says(near, words.get("session", ()))


def trading_day(day: Period | None) -> Period | None:
    """The day of an article, or the Friday before it where that is one of a weekend."""
    if day is None or day.start is None or day.start != day.end:
        return day
    late = day.start.isoweekday() - _FRIDAY
    return shift(day, f"day~-{late}") if late > 0 else day


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
