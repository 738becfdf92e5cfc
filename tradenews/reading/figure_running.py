"""Which figures are counted per period, and which tell what somebody earned."""

from __future__ import annotations

from tradenews.reading.figure_cues import is_index
from tradenews.reading.slot import Slot

_REPORTED = frozenset(("finance", "other", "investment"))  # of which reports tell how much it was so far
_RUNNING = frozenset(
    ("exports", "imports", "trade", "balance", "production", "consumption", "sales", "gdp")
)  # kinds that are counted per period, so that one spoken of before still holds


def is_reported(slot: Slot) -> bool:
    """Is it counted per period, or what reports tell the state of?"""
    return is_running(slot) or slot.kind in _REPORTED


def is_running(slot: Slot) -> bool:
    """Is it counted per period: trade, output, sales, visitors, also what a company earned or lost?"""
    if slot.kind != "finance":
        return slot.kind in _RUNNING or slot.flow or slot.inward or is_index(slot)
    return is_result(slot)


def is_result(slot: Slot) -> bool:
    """Is its word one of what a company earned or lost: profit, margin?"""
    told = slot if slot.kind_cue is not None or slot.leader is None else slot.leader
    cue = told.kind_cue
    return cue is not None and str(told.sentence.chain.values[cue]).partition(" ")[2].startswith("result")


def is_earned(slot: Slot) -> bool:
    """Is it what somebody earned or lost, and so neither lent nor given?"""
    kind = slot.draft.reasons.get("kind")
    return is_running(slot) or (kind is not None and kind.rule == "kind.earned")


def rate_form(slot: Slot) -> str:
    """Give a rate its form, and tell the rule: a margin is a part of what was sold, interest is a level."""
    if is_result(slot):
        slot.form = "share"
    return "form.rate"
