"""Percentages that customs take, though no sure word says so."""

from __future__ import annotations

from tradenews.reading.figure_cues import KindCue, is_on_goods
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot


def charged_on(slot: Slot, view: View) -> bool:
    """Does a country take a percentage "on" goods: "will charge 50 percent on coffee"?"""
    return is_on_goods(view.chain, slot.link) and any(tag in "Aka" for tag in view.chain.tags[: slot.link])


def is_taxed(slot: Slot, cue: KindCue, view: View) -> bool:
    """Is a vague word that of a duty since goods are taxed: "a tax of 20 percent on parboiled rice"?

    Or since another vague word says so: "the dues of 20 percent that it levies".
    """
    if cue.kind != "tariff" or slot.quantity.amount.dimension != "ratio":
        return False
    between = view.chain.tags[cue.link + 1 : slot.link]
    if any(each.kind == "tariff" and each.link > slot.link and cue.link < slot.link for each in view.cues):
        return True
    return not between.strip("o_b") and is_on_goods(view.chain, slot.link)
