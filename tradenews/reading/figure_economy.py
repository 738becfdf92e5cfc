"""The growth of an economy that is not called one: "the bank forecasts growth of 2 percent this year"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.reading.clauses import Layout
from tradenews.reading.slot import Slot

_TOLD_FAR: Final = ("kind.head", "kind.topic")  # rules that take a kind from the heading or the title
_FAST: Final = 12  # no economy that makes the news grows faster in a year
_MEMORY: Final = 12  # so many figures back may one be gone on with
_GROWTH_OF: Final = regex("V(?:n?_?θ)?o[_be]{0,2}$")  # "growth this year of"
_WAY: Final = 12


def is_of_economy(slot: Slot, layout: Layout, rule: str, slots: Sequence[Slot]) -> bool:
    """Is a change whose kind no word of its own gave (``rule``) that of an economy?"""
    if slot.form != "growth":
        return False
    last = slots[-1] if slots else None
    near = any(s.kind == "gdp" and s.sentence.block is slot.sentence.block for s in slots[-_MEMORY:])
    near = near or (last is not None and last.kind == "gdp")
    return (rule == "default" or (near and rule in ("kind.paragraph", *_TOLD_FAR))) and _tells(slot, layout)


def _tells(slot: Slot, layout: Layout) -> bool:
    """Is "a growth of 2 percent", without goods or companies near, that of an economy?"""
    tags, clause = layout.chain.tags, slot.clause
    grown = _GROWTH_OF.search(tags, max(slot.link - _WAY, 0), slot.link) is not None
    if not grown or slot.sign < 0 or slot.quantity.amount.value >= _FAST or set(clause) & set("THKJ"):
        return False
    return all(layout.chain.values[i].kind != "company" for i in layout.chain.find("@"))
