"""The growth of an economy that is not called one: "the bank forecasts growth of 2 percent this year"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.clauses import Layout
from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.slot import Slot

_TOLD_FAR: Final = ("kind.head", "kind.topic")  # rules that take a kind from the heading or the title
_FAST: Final = 12  # no economy that makes the news grows faster in a year
_MEMORY: Final = 12  # so many figures back may one be gone on with
_GROWTH_OF: Final = regex("V(?:n?_?θ)?o[_be]{0,2}$")  # "growth this year of"
_WAY: Final = 12
_ECONOMY: Final = regex("K[,=_]{0,3}[lm]{0,2}V[yo_b]{0,3}$")  # "an economy that shrank by"
_FORETOLD: Final = regex("[vm][^KJTH;:Q]{0,12}V?[yo_b]{0,3}$")  # "forecasts for this year growth of"
_HOSTS: Final = frozenset(("government", "central_bank"))
_GUESSED: Final = frozenset(("default", "kind.paragraph", *_TOLD_FAR))


def is_of_economy(
    slot: Slot, layout: Layout, rule: str, slots: Sequence[Slot], lexicon: Lexicon | None
) -> bool:
    """Is a change whose kind no word of its own gave (``rule``) that of an economy?"""
    if slot.form != "growth":
        return False
    if _is_moved(slot, layout) or (rule in _GUESSED and _is_foretold(slot, layout, slots, lexicon)):
        return True
    last = slots[-1] if slots else None
    near = any(s.kind == "gdp" and s.sentence.block is slot.sentence.block for s in slots[-_MEMORY:])
    near = near or (last is not None and last.kind == "gdp")
    return (rule == "default" or (near and rule in ("kind.paragraph", *_TOLD_FAR))) and _tells(slot, layout)


def _is_moved(slot: Slot, layout: Layout) -> bool:
    """Is the word for an economy the subject of the very movement: "revive an economy that shrank by"?"""
    chain = layout.chain
    hit = _ECONOMY.search(chain.tags, max(slot.link - _WAY, 0), slot.link)
    return hit is not None and str(chain.values[hit.start()]).startswith("gdp")


def _is_foretold(slot: Slot, layout: Layout, slots: Sequence[Slot], lexicon: Lexicon | None) -> bool:
    """Does a body that foretells how economies grow, or a government in a new paragraph, expect it?"""
    chain, clause = layout.chain, slot.clause
    hit = _FORETOLD.search(chain.tags, max(slot.link - _WAY, 0), slot.link)
    if (
        hit is None
        or "V" not in clause
        or abs(slot.quantity.amount.value) >= _FAST
        or set(clause) & set("TKJ")
    ):
        return False
    names = lexicon.lines["name_words"].get("economists", ()) if lexicon is not None else ()
    before = (fold(chain.words(i)) for i in chain.find("@IG", 0, hit.start()))
    if any(name in word for word in before for name in names):
        return True
    last = slots[-1] if slots else None
    apart = last is None or last.sentence.block is not slot.sentence.block or last.kind not in MIRROR
    told = (chain.values[i] for i in chain.find("G@", 0, hit.start()))
    return apart and slot.sign >= 0 and any(getattr(each, "kind", each) in _HOSTS for each in told)


def _tells(slot: Slot, layout: Layout) -> bool:
    """Is "a growth of 2 percent", without goods or companies near, that of an economy?"""
    tags, clause = layout.chain.tags, slot.clause
    grown = _GROWTH_OF.search(tags, max(slot.link - _WAY, 0), slot.link) is not None
    if not grown or slot.sign < 0 or slot.quantity.amount.value >= _FAST or set(clause) & set("THKJ"):
        return False
    return all(layout.chain.values[i].kind != "company" for i in layout.chain.find("@"))
