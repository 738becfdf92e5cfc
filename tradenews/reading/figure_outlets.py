"""What a country is worth to those who sell there: "Russia was a market of 700 million euros for Finland"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_PLACES: Final = "Aak"
_FOR: Final = regex("[zyt]_?$")
_WORTH: Final = 4  # links from the noun to its amount
_BEFORE: Final = frozenset("oqtzyV_bl")


def mark_outlets(fresh: Sequence[Slot], lexicon: Lexicon) -> None:
    """Make what a customer or market is worth to another country the exports of that one."""
    words = lexicon.lines["name_words"].get("outlets", ())
    for slot in fresh if words else ():
        if slot.quantity.amount.dimension != "money" or not _is_worth(slot, words):
            continue
        sides = _sides(slot)
        if sides is not None:
            slot.kind, slot.polarity, slot.leader, slot.firm = "exports", 1, None, True
            slot.role = "level"  # "un cliente da 5 milioni"
            slot.end, slot.seller = sides
            slot.ends = frozenset((sides[0],))


def _is_worth(slot: Slot, words: Sequence[str]) -> bool:
    """Is an amount that of a noun for a customer: "a customer worth 5", "a 2-billion-euro market"?"""
    chain = slot.sentence.chain
    if _is_outlet(chain, slot.link + 1, words):
        return True
    for i in range(slot.link - 1, max(slot.link - 1 - _WORTH, 0), -1):
        if _is_outlet(chain, i, words):
            return True
        if chain.tags[i] not in _BEFORE:
            break
    return False


def _is_outlet(chain: Chain, i: int, words: Sequence[str]) -> bool:
    if not 0 < i < len(chain) or chain.tags[i] not in "øHKlW":
        return False
    return fold(chain.words(i)).rpartition(" ")[2] in words and chain.tags[i - 1] in "_QlAaøKHt"


def _sides(slot: Slot) -> tuple[int, int] | None:
    """The links of the country that is a customer and of the one that sells to it."""
    chain = slot.sentence.chain
    places = list(chain.find(_PLACES, slot.first, slot.last))
    sellers = [i for i in places[1:] if _FOR.search(chain.tags, max(i - 2, 0), i) is not None]
    if len(places) < 2 or not sellers or places[0] > slot.link:
        return None
    return places[0], sellers[0]
