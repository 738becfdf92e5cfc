"""What is no flow: what something costs somebody, a part of the people, how much a port can handle."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold, says
from tradenews.reading.figure_cues import KindCue
from tradenews.reading.figure_hints import names_works, words_near
from tradenews.reading.figure_sizes import is_small
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot

_WHOM: Final = regex("[zon]?_?l?[lo_']{0,2}[HAaGKTkEøWO@]|t_?l?[HAaGKTkEøWO@l]")  # "aux exportateurs"
_BOUND: Final = "_obnyzt"
_PARTED: Final = frozenset("QVJ,;:s¬")
_NEAR: Final = 9  # links from the verb to the amount
_BOUGHT: Final = frozenset(("imports", "deal_value", "investment"))
_BEHIND: Final = 4  # links behind "of" in which the noun for people stands


def costs_somebody(slot: Slot, view: View) -> bool:
    """Is a sum what something costs those named between: "the strike has cost growers 5 million in exports"?

    What is bought or built costs its buyer, too; prices are small.
    """
    amount, chain = slot.quantity.amount, view.chain
    if amount.dimension != "money" or is_small(amount) or view.lexicon is None:
        return False
    words = view.lexicon.lines["name_words"]
    verbs, whom = words.get("costing", ()), words.get("to_them", ())
    for i in range(slot.link - 1, max(slot.link - _NEAR, slot.sentence.head - 1), -1):
        if chain.tags[i] in _PARTED and fold(chain.words(i)) not in verbs:
            return False
        if fold(chain.words(i)).split(" ")[0] not in verbs:
            continue
        between = chain.tags[i + 1 : slot.link].rstrip(_BOUND)
        told = bool(between.strip(_BOUND)) and _WHOM.match(between) is not None
        before = fold(chain.words(max(i - 3, 0), i)).split(" ")
        given = told or " " in chain.words(i) or any(word in whom for word in before)
        return given and not _is_bought(slot, i, view) and not names_works(words_near(slot)[2], view)
    return False


def _is_bought(slot: Slot, verb: int, view: View) -> bool:
    """Does what costs something name a purchase or a building?"""
    return any(cue.kind in _BOUGHT and slot.first <= cue.link < verb for cue in view.cues)


def is_of_people(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> bool:
    """Is a percentage a part of those who live in a country: "70 percent of the population lives off it"?"""
    if slot.quantity.amount.unit != "percent" or view.lexicon is None:
        return False
    if hit is not None and hit[0].kind in ("consumption", "sales"):
        return False
    chain, at = view.chain, slot.link + 1
    if chain.tags[at : at + 1] != "o" and not view.lexicon.heads:
        return False
    forms = view.lexicon.lines["name_words"].get("eaters", ())
    near = fold(chain.words(at, min(at + _BEHIND, len(chain)))).split(" ")[:_BEHIND]
    return any(word.rstrip(".,;") in forms for word in near)


def can_handle(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> bool:
    """Is it how much a port is able to handle: "will be able to handle 500,000 TEU a year"?"""
    amount = slot.quantity.amount
    if amount.per != "year" or amount.dimension not in ("container", "mass") or view.lexicon is None:
        return False
    handled = hit[0].kind == "trade" if hit is not None else amount.dimension == "container"
    return handled and says(words_near(slot)[2], view.lexicon.lines["name_words"].get("abilities", ()))
