"""What the time of a figure says of its modality: what is over has happened, what lies ahead is expected."""

from __future__ import annotations

from datetime import date as Date
from typing import Final

from tradenews.models.period import Period
from tradenews.reading.slot import Slot

_PAST: Final = ("forecast past", "target past")
_ESTIMATE: Final = "forecast estimate"  # a word that says "estimates": of what is, or of what will be
_THEN: Final = frozenset({"from", "than"})
_OWN: Final = frozenset({"when.before", "when.after", "when.tied", "when.worth"})
_LASTING: Final = frozenset({"tariff", "price", "sales", "balance"})  # of which a rule or a contract tells


def told_by_time(slot: Slot, before: Slot | None, today: Date | None) -> tuple[str, str] | None:
    """The modality and its rule where the period of a figure says otherwise than the words near it."""
    period = slot.draft.get("period")
    over = period is None or (today is not None and _is_over(period, today))
    if over and is_estimated(slot):
        return "actual", "modality.estimate"
    if today is None or period is None:
        return None
    if _is_behind(slot, period, before, today) or _is_past(slot, period, today):
        return "actual", "modality.behind"
    reason = slot.draft.reasons["modality"]
    if reason.rule != "default" or slot.role in _THEN or slot.kind in _LASTING:
        return None
    if period.start is None or period.start <= today:
        return None
    return ("target" if _is_limit(slot) else "forecast"), "modality.ahead"


def was_expected(slot: Slot) -> bool:
    """Was a figure forecast or aimed at for the time that is over now: "had expected", 此前预计?"""
    return _word_of(slot) in _PAST


def is_estimated(slot: Slot) -> bool:
    """Is a figure one that somebody only estimates, be it of the past or of what is to come?"""
    return _word_of(slot) == _ESTIMATE


def _word_of(slot: Slot) -> object:
    """What the word of modality of a figure says; None where no word decided."""
    reason, chain = slot.draft.reasons.get("modality"), slot.sentence.chain
    if reason is None or reason.span is None:
        return None
    return next((chain.values[i] for i in chain.find("m") if chain.starts[i] == reason.span.start), None)


def _is_over(period: Period, today: Date) -> bool:
    return period.end is not None and period.end < today


def _is_limit(slot: Slot) -> bool:
    """Is the period of a figure told as the time by which: "by 2030", "entro il 2030"?"""
    reason, chain = slot.draft.reasons["period"], slot.sentence.chain
    times = (
        [] if reason.span is None else [i for i in chain.find("θ") if chain.starts[i] == reason.span.start]
    )
    return any(chain.values[i].direction in ("until", "before") for i in times)


def _is_behind(slot: Slot, period: Period, before: Slot | None, today: Date) -> bool:
    """Is a figure in a forecast that of the past with which it is compared: "6 million, after 5 in 2016"?"""
    if before is None or before.sentence is not slot.sentence or slot.rank is not None:
        return False
    later = before.draft.get("period")
    if later is None or later.start is None or period.end is None or not _is_over(period, today):
        return False
    both = slot.draft.get("modality") == before.draft.get("modality") == "forecast"
    return both and bool(period.end < later.start)


def _is_past(slot: Slot, period: Period, today: Date) -> bool:
    """Is a figure near a word of the future one of a past year, told by a period of its own?"""
    if slot.draft.get("modality") not in ("forecast", "conditional") or was_expected(slot):
        return False
    own = slot.draft.reasons["period"].rule in _OWN
    return own and period.end is not None and period.end.year < today.year
