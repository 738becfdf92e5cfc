"""What an amount can measure by its unit and size: a price, a flow of goods, money of a loan."""

from __future__ import annotations

from typing import Final

from tradenews.models.amount import Amount

GOODS_KINDS: Final = frozenset({"exports", "imports", "production", "consumption", "sales", "trade"})
SHARE: Final = "share"  # what a price or a profit is per
EARNED: Final = frozenset(("finance", "sales"))  # also "earnings" without a word more
SPANS_OF_TIME: Final = frozenset({"year", "month", "week", "day", "quarter", "hour", "minute", "season"})
SHIPS: Final = frozenset({"gross ton", "dwt"})  # how large ships are
_PACKS: Final = frozenset({"bag", "bale"})
_DEAR: Final = 1_000_000  # no price of one thing that is told with a word like "million" is higher
_DEAREST: Final = 100_000_000  # nor one written out, in any currency of the news
_LITTLE: Final = 100_000  # money below is a price, a duty or a fine
_SMALL: Final = frozenset({"price", "tariff", "other"})


def fits(kind: str, amount: Amount) -> bool:
    """Can an amount of this unit be of this kind?"""
    dimension = amount.dimension
    if dimension == "ratio":
        return True
    if dimension == "money":
        if is_small(amount):
            return kind in _SMALL or (kind in EARNED and amount.per == SHARE)
        return kind != "count" and (
            kind != "price" or abs(amount.low) < (_DEAR if amount.scale else _DEAREST)
        )
    if dimension == "area" and amount.unit == "m2":
        return kind in GOODS_KINDS or kind == "other"
    if dimension in ("length", "area", "power") or amount.unit in SHIPS:
        return kind == "other"
    if kind == "balance":
        return dimension in ("mass", "volume")
    if kind == "trade" and dimension in ("count", "piece"):
        return False
    if kind in GOODS_KINDS:
        return True
    if amount.unit in _PACKS and kind == "other":
        return True  # "certified stocks of 800,000 bags"
    return kind == "count" if dimension in ("count", "piece") else kind == "other"


def is_small(amount: Amount) -> bool:
    """Is this money of the size of a price: no trade, loan or contract of the news is so small?"""
    return amount.dimension == "money" and amount.scale is None and abs(amount.high) < _LITTLE


def is_price(amount: Amount) -> bool:
    """Is this money for a unit of goods?"""
    return amount.dimension == "money" and amount.per is not None and amount.per not in SPANS_OF_TIME
