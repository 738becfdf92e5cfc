"""Countries that are no end of a whole flow: its chief one behind it, and one outside of which it is told.

"Kenya exported 5 tonnes, mostly to Spain" tells of all its exports, "half of the sales outside Spain" of
none there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_ENDS: Final = frozenset("Q;:s¬‹›ω")
_VERBS: Final = frozenset("VJ")
_NAMES: Final = frozenset("AaE@W")
_WAYS: Final = frozenset(("to", "in", "from", "with", "on"))
_WIDE: Final = regex("[tn]?_?ψ")
_SMALL: Final = "_oq"
_FAR: Final = 16  # links from such a word to the last country behind it


def without_chief(slot: Slot, sides: Sequence[Side], lexicon: Lexicon | None) -> Sequence[Side]:
    """``sides`` without the countries behind "mostly to", where the amount stands before it, or "outside"."""
    if lexicon is None or not any(side.nature == "state" for side in sides):
        return sides
    words, chain = lexicon.lines["name_words"], slot.sentence.chain
    beyond, behind = words.get("outside", ()), words.get("outside_behind", ())
    chief = _chief_of(chain, slot.link, words.get("mainly", ())) if sides[-1].link > slot.link else -1
    rest = tells_rest(slot, lexicon)
    return [
        side
        for side in sides
        if side.nature != "state"
        or not (
            (rest and side.link < slot.link and side.via in _WAYS)
            or (0 <= chief < side.link and _is_part(chain, chief, side.link))
            or _is_outside(chain, side.link, beyond, behind)
        )
    ]


def _chief_of(chain: Chain, amount: int, forms: Collection[str]) -> int:
    """The link at which the first "mostly" behind an amount ends, -1 where there is none.

    Another amount, or another clause, ends what is said of this one.
    """
    last = amount + 1
    while last < len(chain) and chain.tags[last] not in _ENDS:
        last += 1
    start = chain.ends[amount]
    text = fold(chain.text[start : chain.ends[last - 1]])
    found = [(at, len(form)) for form in forms if (at := _place(text, form)) >= 0]
    if not found:
        return -1
    at, size = min(found)
    return bisect_left(chain.starts, start + at + size) - 1


def tells_rest(slot: Slot, lexicon: Lexicon | None) -> bool:
    """Is an amount that of all others, behind that of one: "35 percent go to Spain, 65 percent outside"?"""
    chain, amount = slot.sentence.chain, slot.link
    if lexicon is None or "Q" not in chain.tags[:amount]:
        return False
    if _WIDE.match(chain.tags, amount + 1) is not None:
        return True
    forms = lexicon.lines["name_words"].get("outside", ())
    last = amount + 1
    while last < len(chain) and chain.tags[last] not in _ENDS:
        last += 1
    return any(fold(chain.words(i)) in forms for i in range(amount + 1, last))


def tells_abroad(slot: Slot, lexicon: Lexicon | None) -> bool:
    """Is an amount what goes outside of a country behind it: "shipped 5 tonnes outside France"?"""
    if lexicon is None:
        return False
    chain, last = slot.sentence.chain, slot.link + 1
    words = lexicon.lines["name_words"]
    beyond, behind = words.get("outside", ()), words.get("outside_behind", ())
    while last < len(chain) and chain.tags[last] not in _ENDS:
        last += 1
    return any(_is_outside(chain, i, beyond, behind) for i in chain.find("Aa", slot.link + 1, last))


def _place(text: str, form: str) -> int:
    """Where a form stands in a text as words of its own, -1 where it does not."""
    at = text.find(form)
    whole = form[0] >= UNSPACED
    while at >= 0 and not whole:
        ends = at + len(form)
        if not text[max(at - 1, 0) : at].isalnum() and not text[ends : ends + 1].isalnum():
            break
        at = text.find(form, at + 1)
    return at


def _is_part(chain: Chain, chief: int, link: int) -> bool:
    """Does nothing but the way there, and other countries, stand between "mostly" and a country?"""
    if link - chief > _FAR or set(chain.tags[chief + 1 : link]) & (_ENDS | _VERBS):
        return False
    commas = (i for i in chain.find(",", chief + 1, link))
    return all(chain.tags[i - 1] in _NAMES for i in commas)


def _is_outside(chain: Chain, link: int, forms: Collection[str], behind: Collection[str]) -> bool:
    after = chain.text[chain.ends[link] : chain.ends[link] + 2]
    if any(after.startswith(form) for form in behind):
        return True
    first = link
    while first > 0 and chain.tags[first - 1] in _SMALL and link - first < len(_SMALL):
        first -= 1
    if first <= 0:
        return False
    word = fold(chain.words(first - 1))
    return word in forms or fold(chain.words(first - 1, link)) in forms
