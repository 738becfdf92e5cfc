"""What an amount is for where another of the passage told it: "$2.24 per kilo. In May it was $2.41"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Final

from attrs import evolve

from tradenews.models.amount import Amount
from tradenews.reading.slot import Slot

_PRICE, _MADE, _MONEY = "price", "production", "money"
_TIMES: Final = ("year", "month", "week", "day")
_NEAR: Final = 2  # sentences between two prices of the same thing
_LIKE: Final = Decimal(5)  # times that the larger is at most the smaller


def carry_rates(slots: list[Slot]) -> None:
    """Give each price that names no unit the one of the price before it, of the same goods and of like size.

    What is made or can be made shares its span of time: "from 9,000 tonnes a year to 12,000".
    """
    last: Slot | None = None
    for one, other in pairwise(slots):
        if one.sentence is other.sentence and one.kind == other.kind == _MADE:
            _share_time(one, other)
            _share_time(other, one)
    for slot in slots:
        amount: Amount = slot.draft.get("amount")
        if slot.draft.get("kind") != _PRICE or amount.dimension != _MONEY or amount.scale is not None:
            continue
        if amount.per is None and last is not None and _alike(last, slot):
            per = last.draft.get("amount").per
            slot.draft.set("amount", evolve(amount, per=per), "amount.carried", last.span)
            amount = slot.draft.get("amount")
        last = slot if amount.per is not None else last


def _share_time(one: Slot, other: Slot) -> None:
    """Give ``other`` the span of time by which ``one`` is counted, if both are of one unit."""
    a, b = one.draft.get("amount"), other.draft.get("amount")
    if a.unit == b.unit and b.per is None and a.per in _TIMES and b.dimension != _MONEY:
        other.draft.set("amount", evolve(b, per=a.per), "amount.carried", one.span)


def _alike(one: Slot, other: Slot) -> bool:
    """Are two prices near, of goods that may be the same, in one currency and of one size?"""
    a, b = one.draft.get("amount"), other.draft.get("amount")
    goods = {each.name for slot in (one, other) if (each := slot.draft.get("product")) is not None}
    near = other.sentence.number - one.sentence.number <= _NEAR
    low, high = sorted((abs(a.low), abs(b.low)))
    return near and a.unit == b.unit and len(goods) <= 1 and bool(low) and high <= low * _LIKE
