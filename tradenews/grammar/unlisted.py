"""Counts of nouns that no lexicon lists: a number, and a word with the shape of a plural.

What people count has no end: apiarists, zithers, prefectures. So behind a number of some size an unknown word
is a noun for more than one where it ends like one, and nothing around it says that the number is a time, a
page, a rank, or part of an address.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from tradenews.grammar.naming import is_one_of, words_of
from tradenews.grammar.rule import Hit
from tradenews.grammar.values import Number
from tradenews.lexicon.forms import UNSPACED, fold

TEN: Final = 10
_LEAST: Final = 4  # letters of a noun for more than one; shorter words are small ones
_BARRED: Final = "CMBWZ№/r:#±"  # tags before a number that is a price, a code, an address, a part of a rate
_HUNDRED, _MILLIONS, _BILLIONS = 100, 6, 9
_NO_NOUNS: Final = ("auxiliaries", "copulas", "never_counted")
_CODE: Final = 10_000  # bare digits beyond are no number where a name follows: a postcode


def noun_behind(hit: Hit, number: Number) -> int | None:
    """The link behind the number that is a noun for more than one; None where there is none."""
    if hit.context is None or number.value < TEN or number.value != number.value.to_integral_value():
        return None
    if not _is_free(hit, number):
        return None
    capitals = bool(words_of(hit.context, "nouns_have_capitals"))
    for i in range(hit.first + 1, hit.last):
        tag = hit.chain.tags[i]
        if tag == "l" and not capitals and any(is_one_of(hit, i, key) for key in _NO_NOUNS):
            return None  # "3 100 sont partis", "veertig graden vriezen"
        if tag in ("W" if capitals else "l", "I", "O"):
            return i if _is_plural(hit, i, capitals=capitals) else None if capitals else _further(hit, i)
    return None


def _further(hit: Hit, first: int) -> int | None:
    """A plural behind an adjective that has not the shape of one."""
    found = (i for i in range(first, hit.last) if hit.chain.tags[i] in "lIO" and _is_plural(hit, i))
    return next(found, None)


def _is_free(hit: Hit, number: Number) -> bool:
    """Does nothing before the number make it something else than a count?"""
    chain, at = hit.chain, hit.first
    before, behind = (chain.tags[at - 1 : at] if at else ""), chain.tags[at + 1 : at + 2]
    written = chain.words(at)
    scale = number.scale or 0
    if scale >= _BILLIONS and not _is_made(hit):
        return False
    if scale < _BILLIONS and (
        scale >= _MILLIONS and behind != "o" and hit.context.lexicon.facts.get("millions_of")
    ):
        return False
    if written[-1] == "K" and written[-2:-1].isdigit():
        return False  # 4K screens
    if before == "W" and number.scale is None and number.plain:
        nouns = number.value >= _HUNDRED and bool(words_of(hit.context, "nouns_have_capitals"))
        return nouns and not chain.words(at - 1).isupper()  # but "Saal 14 Hannover"
    return not before or before not in _BARRED


def _is_made(hit: Hit) -> bool:
    """Does a verb of making lead to the number, so that it is no money: "può produrre 3,4 miliardi di"?"""
    chain, at = hit.chain, hit.first - 1 - (hit.chain.tags[hit.first - 1 : hit.first] == "b")
    made = at >= 0 and chain.tags[at] == "J" and str(chain.values[at]).startswith("production")
    return made and chain.tags[hit.first + 1 : hit.first + 2] == "o"


def _is_plural(hit: Hit, i: int, *, capitals: bool = False) -> bool:
    """Has the word at link ``i`` the ending of a noun for more than one?"""
    word = hit.chain.words(i)
    if len(word) < _LEAST or word.isupper() or word[-1] >= UNSPACED or is_one_of(hit, i, "never_counted"):
        return False
    number, folded = hit.chain.values[hit.first], fold(word)
    written = hit.chain.words(hit.first)
    if hit.chain.tags[hit.first - 1 : hit.first] == "_" and folded.endswith(
        words_of(hit.context, "done_endings")
    ):
        return False  # los 2.275 contabilizados
    if capitals and written.isdigit() and number.value >= Decimal(_CODE):
        return False
    return folded.endswith(words_of(hit.context, "counted_endings"))
