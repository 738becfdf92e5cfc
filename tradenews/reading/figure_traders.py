"""How many companies exported, and to how many countries: counts of a country's trade in a period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.index import Lexicon
from tradenews.reading.slot import Slot

_FLOWS: Final = ("exports", "imports")
_TRADERS: Final = frozenset(("company", "country"))
_REACH: Final = 5  # links from what is counted to the verb
_INTO: Final = regex("[tnV][_b]{0,2}$")  # "to 28 countries", "dans 29 pays"


def counts_traders(slot: Slot, lexicon: Lexicon) -> bool:
    """Does a count tell how many companies sold abroad, or how many countries took the goods?"""
    if slot.kind != "count" or slot.form not in ("level", "delta") or not slot.quantity.counted:
        return False
    counted = slot.quantity.counted
    entry = lexicon.word(counted) or lexicon.word(counted.split()[0])
    if entry is None or entry.tag not in "Hø" or entry.value not in _TRADERS:
        return False
    chain = slot.sentence.chain
    first, last = max(slot.first, slot.link - _REACH), min(slot.last, slot.link + _REACH)
    if "m" in chain.tags[first:last]:
        return False
    verbs = [*chain.find("J", first, last), *chain.find("K", slot.link + 1, slot.link + 2)]  # 家企业出口大米
    if any(str(chain.values[i]).startswith(_FLOWS) for i in verbs):
        return True
    goods = bool(set("TK") & set(chain.tags[slot.first : slot.link]))
    return entry.value == "country" and goods and _INTO.search(chain.tags, 0, slot.link) is not None


def mark_traders(slots: Sequence[Slot], lexicon: Lexicon) -> None:
    """Tell of each such count of a country, and of how many more they were, that it is one per period."""
    before: Slot | None = None
    for slot in slots:
        reporter = slot.draft.get("reporter")
        if reporter is not None and len(reporter) == len("XX"):
            goes_on = before is not None and before.trading and before.sentence is slot.sentence
            on = goes_on and slot.kind == "count" and not slot.quantity.counted
            slot.trading = on or counts_traders(slot, lexicon)
        before = slot
