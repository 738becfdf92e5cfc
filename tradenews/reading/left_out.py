"""Amounts whose unit, or whose noun, is left out as it was just told: "40 jets, another 25 of the larger"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from attrs import evolve

from tradenews.grammar.numbers import is_year
from tradenews.grammar.values import Number, Quantity
from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.amount import Amount
from tradenews.normalize.numbers import plain
from tradenews.scan.chain import Chain

_MILLION, _MYRIAD = 6, 4
_SIMILAR = Decimal(50)
_WEIGHED: Final = frozenset(f"{chapter:02}" for chapter in (*range(2, 6), *range(7, 29), 31, 39, 47, 72, 74))
_BEHIND: Final = regex("$|[s;,&znyqtuo›]")
_CLOSED: Final = regex("$|[s;,¬›znqy]")
_OF_NAME: Final = regex("o_?[W@E°Z]")
_JOINED: Final = regex("[,&]b?$")
_ACTS: Final = regex("[lJYmVn_b]{0,3}")
_REACH = 4  # links from "of them" to the number
_RATIOS: Final = frozenset(("percent", "percentage_point"))


def as_goods(found: Quantity, goods: Quantity | None, level: Quantity | None, lexicon: Lexicon) -> Quantity:
    """What looks like a count in the unit of the ``goods`` told before, where it is more of them.

    That is so of goods in millions right behind what was weighed (``level`` is the amount before it in its
    sentence): "5.9 million tonnes of wheat and 1.5 million of barley"; and of a bare classifier: 3901万个.
    """
    if goods is None or found.amount.unit != "count" or goods.amount.unit == "count":
        return found
    entry = lexicon.word(found.counted or "")
    if entry is None or not _is_similar(found.amount.low, goods.amount.low):
        return found
    weighed = level is goods and goods.amount.dimension == "mass"
    large = (found.amount.scale or 0) >= _MILLION or str(entry.value)[:2] in _WEIGHED
    more = weighed and entry.tag == "T" and large
    bare = found.counted in lexicon.lines["name_words"].get("classifiers", ())
    if not (more or (bare and (found.amount.scale or 0) >= _MYRIAD)):
        return found
    return evolve(found, amount=evolve(found.amount, unit=goods.amount.unit), counted="")


def left_out(chain: Chain, i: int, level: Quantity, lexicon: Lexicon) -> Quantity | None:
    """A bare number that is more of the amount before it in its sentence, and in its unit.

    It stands behind "another", or is what a verb does with "of it": "altri 50", "ne ha ottenuti 120,5".
    """
    number: Number = chain.values[i]
    counts = level.amount.unit in ("count", "head")
    if level.amount.unit in _RATIOS or number.high is not None or not (number.digits or counts):
        return None
    if number.scale is not None:
        myriads = chain.text[chain.ends[i] - 1] >= UNSPACED and number.scale >= _MYRIAD
        ends = chain.tags[i + 1 : i + 2] in ("", "s", ",", ";", "¬")
        return _in_unit(number, number.value, level) if myriads and ends else None
    if is_year(number) or number.value < 2:
        return None
    if not (_is_another(chain, i, lexicon) or _is_of_them(chain, i, lexicon) or _is_of_name(chain, i, level)):
        return None
    raised = number.value.scaleb(level.amount.scale or 0)
    return _in_unit(number, raised, level) or _in_unit(number, number.value, level)


def _in_unit(number: Number, value: Decimal, level: Quantity) -> Quantity | None:
    if not _is_similar(value, level.amount.low):
        return None
    scale = number.scale if value == number.value else level.amount.scale
    amount = Amount(plain(value), plain(value), level.amount.unit, number.bound, level.amount.per, scale)
    return Quantity(amount, counted=level.counted)


def _is_similar(value: Decimal, other: Decimal) -> bool:
    return bool(value and other) and 1 / _SIMILAR <= abs(value / other) <= _SIMILAR


def _is_another(chain: Chain, i: int, lexicon: Lexicon) -> bool:
    """Does "another" stand before a number that counts nothing itself, or "more" behind: "hire 200 more"?"""
    before = i - 1 - (chain.tags[i - 1 : i] == "b")
    words = lexicon.lines["name_words"]
    if i + 1 < len(chain) and fold(chain.words(i + 1)) in words.get("others_behind", ()):
        return _CLOSED.match(chain.tags, i + 2) is not None
    return (
        before >= 0
        and fold(chain.words(before)) in words.get("others", ())
        and _BEHIND.match(chain.tags, i + 1) is not None
    )


def _is_of_them(chain: Chain, i: int, lexicon: Lexicon) -> bool:
    """Is a number what a verb does with "of it": "il en a obtenu 41,7"?"""
    words = lexicon.lines["name_words"].get("partitives", ())
    if not words or _BEHIND.match(chain.tags, i + 1) is None:
        return False
    return any(
        fold(chain.words(k)) in words and _ACTS.fullmatch(chain.tags, k + 1, i)
        for k in range(max(i - _REACH, 0), i)
    )


def _is_of_name(chain: Chain, i: int, level: Quantity) -> bool:
    """Does a list of counts go on with one of a name: "outros 30 do A320, e 25 do ERJ-145"?"""
    tags = chain.tags
    joined = _JOINED.search(tags, max(i - 2, 0), i) and _OF_NAME.match(tags, i + 1)
    return level.amount.unit == "count" and joined is not None
