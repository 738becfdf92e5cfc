"""Goods that leave the works where they are made: "40,000 engines a year will roll off the lines"."""

from __future__ import annotations

from typing import Final

from tradenews.lexicon.forms import says
from tradenews.reading.figure_counted import is_made
from tradenews.reading.figure_cues import KindCue
from tradenews.reading.figure_hints import words_near
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot

_PIECES: Final = frozenset(("count", "piece"))
_GOODS: Final = _PIECES | {"mass", "volume"}
_TOWN: Final = "°"
_SOLD: Final = frozenset(
    ("sales", "exports", "production", "trade", "count")
)  # what verbs of leaving may tell, too


def leaves_works(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> bool:
    """Do goods come out of works or off a line, and not of a country: "44.000 macchine sono uscite"?"""
    dimension = slot.quantity.amount.dimension
    if dimension not in _GOODS or view.lexicon is None:
        return False
    if dimension in _PIECES and not is_made(slot, view.lexicon):
        return False
    if hit is not None and not (hit[0].weak and hit[0].kind in _SOLD):
        return False
    words = view.lexicon.lines["name_words"]
    first, last, told = words_near(slot)
    if dimension in _PIECES and _TOWN in view.chain.tags[first:last]:
        return False  # what one of several works has turned out is only counted
    return says(told, words.get("emerges", ())) and says(told, words.get("halls", ()))
