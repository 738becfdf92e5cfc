"""Bare numbers that tell once more what the amount before them is: "The year before it was 1,990"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from attrs import evolve

from tradenews.grammar.numbers import is_year
from tradenews.grammar.values import Number, Quantity
from tradenews.lazy import regex
from tradenews.models.amount import Amount
from tradenews.normalize.numbers import plain
from tradenews.scan.chain import Chain

_BEHIND: Final = regex("$|_?[s;,&]|[noq_]{0,2}θ")
_BETWEEN: Final = regex(r"[_bTlyznotqu'\",;&mθKVYAaG@αW¬ωσρτκ°λr]*")
_WAS: Final = regex("[lVYmθ][_b]{0,2}$")
_TELLS: Final = regex("[θm]|K")
_TRADED: Final = regex("[JT][^Q;]{0,3}[zy]b?$")  # "and sold for 45", "arrivano merci per 96"
_LABELLED: Final = regex("[-#]?([laWAV]{0,2}[HTOøD][oø_AlWa@GnqztKJVITHr&θY]{0,6})[:]b?(N)")
_LABEL_ENDS: Final = regex("(?:[nαtzq]{0,2}_?θ|[,;]|‹[^‹›]{0,24}›)*s?$")  # behind its number
_MACHINES: Final = ("84", "85", "86", "87", "88", "89")  # chapters of what is counted by the piece
_SUMS: Final = frozenset(("exports", "imports", "trade", "balance", "sales", "finance", "investment"))
_MADE: Final = frozenset((*_SUMS, "production", "count"))
_CLOSE, _WIDE = Decimal(5), Decimal(50)
_ASIDE: Final = regex("‹[^‹›]{0,24}›")
_DATED: Final = regex("[‹;,&][_bznoq=ltV]{0,4}θ[_bznoqlt]{0,2}:?[_bV]{0,2}$")
_CLOSES: Final = frozenset("›;,&")
_OPENED: Final = regex("[‹;,&][_bzq=tV]{0,3}$")
_THEN: Final = regex("[noq_]{0,2}θ[›;,&]")
_BRACKET = 24  # links back to the bracket that a number stands in
_HOST: Final = regex("Q[^Q;s‹›]{0,6}$")  # what stands before it


def is_told_again(chain: Chain, i: int, level: Amount, number: Number) -> bool:
    """Does a bare number end its clause, whose time, flow or aim is all that is new: "the aim for 2025 is 9"?

    Or is it of a country in a list: "followed by Japan with 1.8". It is of the size of the amount before.
    """
    if is_year(number) or number.scale is not None or not number.digits or not level.low:
        return False
    tags = chain.tags
    if _BEHIND.match(tags, i + 1) is None:
        return False
    raised = abs(number.value.scaleb(level.scale or 0) / level.low)
    trades = level.dimension == "money" and _TRADED.search(tags, max(tags.rfind("Q", 0, i), 0), i)
    wide = (
        _CLOSE if not trades and number.plain and number.value == number.value.to_integral_value() else _WIDE
    )
    if not 1 / wide <= raised <= wide:
        return False
    if trades or tags[max(i - 2, 0) : i] in ("Au", "@u", "au", "ψu") or tags[i + 1 : i + 3] in ("oθ", "qθ"):
        return True
    since = max(tags.rfind("Q", 0, i), tags.rfind(";", 0, i)) + 1
    told = tags[since:i]
    if _WAS.search(told) is None or not _BETWEEN.fullmatch(told) or not _TELLS.search(told):
        return False
    kinds = {str(chain.values[k]).split(" ")[0].rstrip("?+-") for k in chain.find("K", since, i)}
    return kinds <= (_SUMS if level.dimension == "money" else _MADE)


def labelled(chain: Chain, i: int) -> Quantity | None:
    """What a line counts that is only a noun, a colon and a number: "Employees: 846"."""
    hit = _LABELLED.match(chain.tags)
    if hit is None or hit.start(2) != i or _LABEL_ENDS.match(chain.tags, i + 1) is None:
        return None
    nouns = (k for k in range(*hit.span(1)) if chain.tags[k] in "HTOøD")
    if not any(chain.tags[k] != "T" or str(chain.values[k]).startswith(_MACHINES) for k in nouns):
        return None
    number: Number = chain.values[i]
    if not number.digits:
        return None
    amount = Amount(number.value, number.value, "count", number.bound, None, number.scale)
    return Quantity(amount, counted=chain.words(*hit.span(1)))


def follows_on(chain: Chain, i: int, *, here: bool) -> bool:
    """Does a bare decimal go on with the amounts before it: "to 20.1", "5 million from A, 2.4 from B"?"""
    if chain.tags[i - 1] in "tzqynK=‹F" or (chain.tags[i - 1] == "m" and here):
        return True
    joined = chain.tags[i - 1] in ",&" and here
    return joined and chain.tags[i + 1 : i + 2] in ("q", "t", "n") and "A" in chain.tags[i + 2 : i + 4]


def bracketed(chain: Chain, i: int, number: Number) -> Quantity | None:
    """What a bare number is of another time, in brackets: "5.2 million tonnes (2021: 4.9)"."""
    tags = chain.tags
    opened = tags.rfind("‹", max(i - _BRACKET, 0), i)
    aside = _ASIDE.match(tags, opened) if opened > 0 else None
    host = _HOST.search(tags, max(opened - _BRACKET, 0), opened) if aside is not None else None
    if aside is None or host is None or is_year(number) or not number.digits:
        return None
    dated = i + 1 < len(tags) and tags[i + 1] in _CLOSES and _DATED.search(tags, opened, i) is not None
    if not dated and (_THEN.match(tags, i + 1) is None or _OPENED.search(tags, opened, i) is None):
        return None
    model = chain.values[host.start()]
    if not isinstance(model, Quantity) or not model.amount.low or number.scale is not None:
        return None
    value = number.value * model.factor
    fit = [power for power in (model.amount.scale or 0, 0) if _alike(value.scaleb(power), model.amount.low)]
    if not fit:
        return None
    raised = plain(value.scaleb(fit[0]))
    amount = evolve(model.amount, low=raised, high=raised, bound=number.bound, scale=fit[0] or None)
    return Quantity(amount, counted=model.counted, factor=model.factor)


def _alike(value: Decimal, other: Decimal) -> bool:
    """Are two values of one size?"""
    return 1 / _WIDE <= abs(value / other) <= _WIDE
