"""Parts of what a contract or a firm costs: "a contract for 8 million, with a down payment of 30 percent"."""

from __future__ import annotations

from typing import Final

from tradenews.lexicon.forms import fold, says
from tradenews.reading.figure_bare import signed
from tradenews.reading.figure_cues import KindCue
from tradenews.reading.figure_hints import words_near
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot

_OPEN: Final = frozenset(("finance", "investment", "sales", "production", "imports", "tariff", "consumption"))
_BACK: Final = 6  # figures
_BEHIND: Final = 10  # links from a percentage to what it is paid as
_MARKS: Final = str.maketrans(dict.fromkeys(",.;:()'«»“”", " "))


def part_of_price(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> Slot | None:
    """The price told before, of which a percentage, or a sum, is paid in advance or by somebody else."""
    amount = slot.quantity.amount
    if amount.dimension not in ("ratio", "money") or view.lexicon is None:
        return None
    if signed(slot) or slot.role == "by" or (hit is not None and hit[0].kind not in _OPEN):
        return None
    money = (each for each in view.earlier[: -_BACK - 1 : -1] if each.quantity.amount.dimension == "money")
    last = next(money, None)
    if last is None or last.kind != "deal_value" or _moves(slot, view):
        return None
    words = view.lexicon.lines["name_words"]
    first, near, _ = words_near(slot)
    behind = slot.sentence.chain.words(first, max(near, min(slot.last, slot.link + _BEHIND)))
    told = fold(behind).translate(_MARKS)
    if says(told, words.get("advances", ())):
        return last
    vague = hit is None or hit[0].weak or hit[0].kind == "finance"
    part = vague and amount.dimension == "ratio" and says(told, words.get("parts_of_price", ()))
    return last if part else None


def _moves(slot: Slot, view: View) -> bool:
    """Does the clause tell of a change?"""
    verbs = view.chain.find("V", slot.first, slot.link)
    return any(not str(view.chain.values[i]).startswith("to") for i in verbs)
