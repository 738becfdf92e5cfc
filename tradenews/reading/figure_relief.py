"""Money with which a state helps those whom something hits: "will support the growers with 5 million"."""

from __future__ import annotations

from typing import Final

from tradenews.lexicon.forms import says
from tradenews.reading.figure_cues import KindCue
from tradenews.reading.figure_roles import near_clause
from tradenews.reading.figure_sizes import is_small
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot

_VAGUE: Final = frozenset(("investment", "other"))
_MARKS: Final = str.maketrans(",.", "  ")
_REACH: Final = 10  # links behind an amount in which its purpose is told
_STATES: Final = frozenset(("government", "countries", "country"))


def relieves(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> bool:
    """Is money what a government gives those in need: "is spending 5 million to help exporters"?"""
    amount, chain = slot.quantity.amount, view.chain
    if amount.dimension != "money" or is_small(amount) or amount.per is not None or view.lexicon is None:
        return False
    if hit is not None and (hit[0].kind not in _VAGUE or chain.tags[hit[0].link] == "D"):
        return False
    first, last = near_clause(slot)
    ahead = chain.tags.find("Q", slot.link + 1)
    last = min(max(last, slot.link + _REACH), len(chain) if ahead < 0 else ahead)
    if not _is_of_state(slot, first, view):
        return False
    told = chain.words(first, last).translate(_MARKS)
    return says(told, view.lexicon.lines["name_words"].get("helps", ()))


def _is_of_state(slot: Slot, first: int, view: View) -> bool:
    """Does a government act before an amount, and no company?"""
    chain, acts = view.chain, False
    for i in chain.find("@EGAkaIø", first, slot.link):
        tag, value = chain.tags[i], chain.values[i]
        if tag in "@E":
            if getattr(value, "kind", "") == "company":
                return False
            acts = acts or getattr(value, "kind", "") == "government"
        elif tag in "AkaG":
            acts = acts or tag != "G" or value in _STATES
    return acts
