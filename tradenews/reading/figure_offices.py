"""What associations and governments have, count and plan: "The Kenyan government wants 2,000 hectares"."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_counted import counts_talks
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_PLANNED: Final = frozenset(("other", "count", "finance", "investment"))
_GOVERNS: Final = regex("[løG_]{0,6}[mVJYDKQbt]")  # behind the adjective of a country: its government, a verb
_OPENS: Final = 2  # links in which a sentence names its subject
_COUNTED: Final = frozenset(("price", "count"))  # groups of kinds


def is_anothers(slot: Slot, side: Side, group: str, lexicon: Lexicon | None) -> bool:
    """Is it a price, or counts it what two sign, so that an office beside it only speaks of it?"""
    if side.via != "office" or group not in _COUNTED:
        return False
    return slot.kind == "price" or (lexicon is not None and counts_talks(slot, lexicon))


def is_planned(slot: Slot, side: Side) -> bool:
    """Is it what the government that a sentence opens with plans or pays: "Kenya's government wants 5"?"""
    tags = slot.sentence.chain.tags
    opens = side.link <= _OPENS and side.link < slot.link
    acts = side.via == "office" and slot.kind in _PLANNED and opens
    return acts and _GOVERNS.match(tags, side.link + 1) is not None
