"""What comes in for goods sold abroad, told without a word for exports: into the tills, in hard currency."""

from __future__ import annotations

from typing import Final

from tradenews.lexicon.forms import fold, says
from tradenews.reading.figure_cues import FLOWS, MIRROR, KindCue
from tradenews.reading.figure_roles import near_clause
from tradenews.reading.figure_sizes import is_small
from tradenews.reading.figure_view import View, goes_abroad
from tradenews.reading.slot import Slot

_MARKS: Final = str.maketrans(dict.fromkeys(",.;:()«»“”\"'", " "))
_FLOWING: Final = frozenset(("imports", "investment", "finance"))  # what words of flowing in may tell, too
_MEMORY: Final = 6
_BEFORE, _BEHIND = 8, 3  # links from a word for what comes in to those who get it


def comes_in(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> str | None:
    """The rule by which money that comes into somebody's tills, or as hard currency, is that of exports."""
    amount = slot.quantity.amount
    if view.lexicon is None or is_small(amount) or amount.dimension not in ("money", "ratio"):
        return None
    if hit is not None and (hit[0].kind not in _FLOWING or view.chain.tags[hit[0].link] == "D"):
        return None
    hard = hit is not None and hit[0].kind == "finance" and _is_hard(hit[0], view)
    tilled = amount.dimension == "money" and (hit is None or hit[0].weak or hit[0].kind != "finance")
    if not hard and not (tilled and (_goes_on(slot, hit, view) or _says(_around(slot), "tills", view))):
        return None
    if not _exports_told(slot, view) or (hard and view.topic.main == "finance" and not _goods_told(view)):
        return None
    slot.kind, slot.kind_cue, slot.firm = "exports", hit[0].link if hit is not None else None, True
    return "kind.tills"


def _around(slot: Slot) -> str:
    """The words of the clause, also behind what the money is in brackets."""
    return fold(slot.sentence.chain.words(*near_clause(slot))).translate(_MARKS)


def _goes_on(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> bool:
    """Is money the same as that told right before it: "5 billion shillings, or 30 million euros"?"""
    last = view.earlier[-1] if view.earlier else None
    if last is None or hit is None or last.sentence is not slot.sentence:
        return False
    return last.kind == "exports" and last.kind_cue == hit[0].link


def _is_hard(cue: KindCue, view: View) -> bool:
    """Is a word for money one for that of other countries, which exports bring: "divisas"?"""
    words = view.lexicon.lines["name_words"].get("hard_currency", ()) if view.lexicon is not None else ()
    return fold(view.chain.words(cue.link)) in words


def _exports_told(slot: Slot, view: View) -> bool:
    """Do the sentence, the paragraph or the whole text tell of exports?"""
    sold = (each for each in view.cues if each.kind == "sales")
    if any(cue.kind == "exports" for cue in view.cues) or any(
        goes_abroad(view.layout, each.link) for each in sold
    ):
        return True
    last = next((each for each in view.earlier[: -_MEMORY - 1 : -1] if each.kind in FLOWS), None)
    if last is not None and last.sentence.block is slot.sentence.block:
        return last.kind == "exports"
    return view.topic.main == "exports" and (last is None or last.kind == "exports")


def _goods_told(view: View) -> bool:
    """Are goods or exports named, so that the money is no remittances?"""
    return "T" in view.chain.tags or bool(view.earlier and view.earlier[-1].kind in MIRROR)


def by_exporters(cue: KindCue, view: View) -> bool:
    """Are those who sell called exporters, right before the word for it or behind: "exporters earned 5"?"""
    if view.lexicon is None:
        return False
    words = view.lexicon.lines["name_words"].get("exporters", ())
    near = view.chain.find("Høl", max(cue.link - _BEFORE, 0), cue.link + _BEHIND)
    return any(fold(view.chain.words(i)) in words for i in near if i != cue.link)


def _says(told: str, use: str, view: View) -> bool:
    return view.lexicon is not None and says(told, view.lexicon.lines["name_words"].get(use, ()))
