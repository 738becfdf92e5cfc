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
_BACK: Final = 4  # figures between a change and the price before it
_BUSHEL: Final = "bu"
_BY_BUSHEL: Final = ("1001", "1003", "1004", "1005", "1201")  # headings of grains and soybeans
_CHEAP, _DEAR = Decimal(1), Decimal(40)  # dollars for a bushel
_LIKE: Final = Decimal(5)  # times that the larger is at most the smaller


def carry_rates(slots: list[Slot], pit: frozenset[int]) -> None:
    """Give each price that names no unit the one of the price before it, of the same goods and of like size.

    What is made or can be made shares its span of time: "from 9,000 tonnes a year to 12,000". ``pit`` holds
    the sentences that report of a futures market, where grain is sold by the bushel for dollars.
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
        if amount.per is None and slot.form == "delta":
            continue
        if amount.per is None and last is not None and _alike(last, slot, pit):
            per = last.draft.get("amount").per
            slot.draft.set("amount", evolve(amount, per=per), "amount.carried", last.span)
            amount = slot.draft.get("amount")
        elif amount.per is None and slot.sentence.number in pit and _is_by_bushel(slot):
            slot.draft.set("amount", evolve(amount, per=_BUSHEL), "amount.bushel", slot.span)
            amount = slot.draft.get("amount")
        last = slot if amount.per is not None else last
    _rate_changes(slots, pit)


def _rate_changes(slots: list[Slot], pit: frozenset[int]) -> None:
    """Give what a price changed by the unit of that price: the next of its sentence, or the one before."""
    for at, slot in enumerate(slots):
        amount: Amount = slot.draft.get("amount")
        if slot.draft.get("kind") != _PRICE or slot.form != "delta" or amount.per is not None:
            continue
        if amount.dimension != _MONEY or amount.scale is not None:
            continue
        near = [*slots[at + 1 : at + 1 + _NEAR], *reversed(slots[max(at - _BACK, 0) : at])]
        told = next((other for other in near if _prices(other, slot, amount, pit)), None)
        if told is not None:
            per = told.draft.get("amount").per
            slot.draft.set("amount", evolve(amount, per=per), "amount.carried", told.span)


def _prices(other: Slot, slot: Slot, amount: Amount, pit: frozenset[int]) -> bool:
    """Is ``other`` the price, told with its unit, that changed by ``amount`` at ``slot``?"""
    price: Amount = other.draft.get("amount")
    if other.draft.get("kind") != _PRICE or price.per is None or price.unit != amount.unit:
        return False
    near = _apart(other, slot, pit) <= _NEAR and _is_before(other, slot, pit)
    return near or other.sentence is slot.sentence


def _is_before(other: Slot, slot: Slot, pit: frozenset[int]) -> bool:
    """Does a price stand in a sentence before, of the same goods or of the same market?"""
    alike = _same_goods(other, slot) or _in(pit, other, slot)
    return alike and other.sentence.number < slot.sentence.number


def _is_by_bushel(slot: Slot) -> bool:
    """Is it a price of grain or oilseeds in dollars, and one of a bushel by its size?

    Only grain is sold for parts of a cent: "at 5.07 1/2".
    """
    amount: Amount = slot.draft.get("amount")
    product = slot.draft.get("product")
    parted = not (amount.low * 100 % 1).is_zero()
    grain = parted or (product is not None and str(product.hs or "").startswith(_BY_BUSHEL))
    return grain and amount.unit == "USD" and slot.form == "level" and _CHEAP <= abs(amount.low) <= _DEAR


def _share_time(one: Slot, other: Slot) -> None:
    """Give ``other`` the span of time by which ``one`` is counted, if both are of one unit."""
    a, b = one.draft.get("amount"), other.draft.get("amount")
    if a.unit == b.unit and b.per is None and a.per in _TIMES and b.dimension != _MONEY:
        other.draft.set("amount", evolve(b, per=a.per), "amount.carried", one.span)


def _alike(one: Slot, other: Slot, pit: frozenset[int]) -> bool:
    """Are two prices near, of goods that may be the same, in one currency and of one size?"""
    a, b = one.draft.get("amount"), other.draft.get("amount")
    near = _apart(one, other, pit) <= _NEAR
    low, high = sorted((abs(a.low), abs(b.low)))
    alike = _same_goods(one, other) or _in(pit, one, other)
    return near and a.unit == b.unit and alike and bool(low) and high <= low * _LIKE


def _same_goods(one: Slot, other: Slot) -> bool:
    """May two prices be of the same goods?"""
    goods = {each.name for slot in (one, other) if (each := slot.draft.get("product")) is not None}
    return len(goods) <= 1


def _apart(one: Slot, other: Slot, pit: frozenset[int]) -> int:
    """How many sentences lie between two prices; none in a report of one market."""
    return 0 if _in(pit, one, other) else abs(other.sentence.number - one.sentence.number)


def _in(pit: frozenset[int], *slots: Slot) -> bool:
    """Are all prices told in a report of a futures market?"""
    return all(slot.sentence.number in pit for slot in slots)
