"""Money that is put into something, or spent to build it: "has put 60 million into its plant"."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.reading.figure_cues import KindCue
from tradenews.reading.figure_sizes import is_small
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot

_OPEN: Final = frozenset(("consumption", "production", "other"))  # what vague words beside it may tell
_BEFORE: Final = 4  # links from the verb to the amount
_SUBJECT: Final = 2  # links from the verb back to who acts
_STATES: Final = frozenset("Ak")
_BETWEEN: Final = frozenset("_bθωl")
_INTO: Final = regex("[nt]_?(?![Aa@ψ])")  # "into its plant", "in un nuovo forno"
_TO: Final = regex("[tzynul]{1,2}_?")  # "to dredge", "um zu vertiefen", "pour moderniser"
_MONEY_WORDS: Final = frozenset(("finance", "deal_value"))


def goes_into(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> bool:
    """Is a sum one that somebody puts into something, or spends to build it?"""
    amount = slot.quantity.amount
    if amount.dimension != "money" or is_small(amount) or amount.per is not None or view.lexicon is None:
        return False
    return _is_put(slot, view) or _is_to_build(slot, hit, view)


def _is_put(slot: Slot, view: View) -> bool:
    """Is money the object of a verb of putting, and where it is put told: "y mettra 6 millions"?"""
    chain = view.chain
    forms = view.lexicon.lines["name_words"].get("puts_in", ()) if view.lexicon is not None else ()
    if not forms:
        return False
    for i in range(slot.link - 1, max(slot.link - _BEFORE - 1, slot.sentence.head - 1), -1):
        if fold(chain.words(i)) in forms:
            if set(chain.tags[max(i - _SUBJECT, 0) : i]) & _STATES:
                return False  # what a state puts in is rather a grant
            there = "ω" in chain.tags[max(i - 1, 0) : slot.link]
            return there or _INTO.match(chain.tags, slot.link + 1) is not None
        if chain.tags[i] not in _BETWEEN:
            return False
    return False


def _is_to_build(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> bool:
    """Does a verb of building say right behind what the money is for: "45 million to dredge the canal"?"""
    if hit is not None and hit[0].kind not in _OPEN:
        return False
    chain = view.chain
    behind = _TO.match(chain.tags, slot.link + 1)
    if behind is None or any(c.kind in _MONEY_WORDS and slot.first <= c.link < slot.link for c in view.cues):
        return False
    forms = view.lexicon.lines["name_words"].get("to_build", ()) if view.lexicon is not None else ()
    near = range(slot.link + 1, min(behind.end() + 1, len(chain)))
    return any(_tells(fold(chain.words(i)), forms) for i in near)


def _tells(word: str, forms: tuple[str, ...]) -> bool:
    """Is a word, or the last of several, one of these forms; in Chinese, does it begin with one?"""
    if word[:1] >= UNSPACED:
        return word.startswith(forms)
    return word in forms or word.rpartition(" ")[2] in forms
