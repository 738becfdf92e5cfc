"""Changes over some years of which the first and the last are told: "from 5 in 2015 to 9 in 2023, up 80%"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.models.period import Period
from tradenews.normalize.periods import grain_of, make_interval
from tradenews.reading.figure_baseline import same_part
from tradenews.reading.figure_clock import Clock, Time
from tradenews.reading.figure_comparing import CHANGES
from tradenews.reading.slot import Slot

_PAUSES: Final = ",;s&Q"
_HUNDRED: Final = 100
_ROUNDED, _POINT = 0.1, 0.01  # how far a told change may be from the one that the levels make
_APART: Final = 2  # years: a change from one year to the next is of the next


def whole_or_part(slot: Slot, period: Period | None, time: Time, clock: Clock) -> Period | None:
    """The period of a time, where it is only a part of a year, or the last of several years of a change."""
    return over_years(slot, period, clock.own) or same_part(slot, period, time, clock)


def over_years(slot: Slot, period: Period | None, own: Sequence[Slot]) -> Period | None:
    """The years from the first to the last level that a sentence tells before the change between them.

    "It rose from 5 tonnes in 2015 to 9 in 2023, up 80 percent": of 2015 to 2023.
    """
    if slot.form not in CHANGES or period is None or grain_of(period) != "year":
        return None
    chain = slot.sentence.chain
    behind = chain.first_of(_PAUSES, slot.link + 1, len(chain))
    if "θ" in chain.tags[slot.link : behind if behind > 0 else len(chain)]:
        return None  # "up 3 percent on 2022"
    told = [other for other in own if other.link < slot.link and _is_level_of_year(other)]
    last = told[-1] if told and told[-1].draft.get("period") == period else None
    old = next((other for other in reversed(told) if last is not None and _is_alike(other, last)), None)
    first = old.draft.get("period") if old is not None else None
    if last is None or old is None or first is None or first.start is None or period.end is None:
        return None
    years = period.end.year - first.start.year
    if years < _APART or (slot.kind == last.kind and not _makes(slot, old, last, years)):
        return None
    return make_interval(first, period)


def _makes(slot: Slot, old: Slot, last: Slot, years: int) -> bool:
    """Is a percentage that by which one level is above the other, in all or on average of a year?"""
    low, high = old.quantity.amount.low, last.quantity.amount.low
    if slot.quantity.amount.unit != "percent" or low <= 0 or high <= 0:
        return True
    ratio, told = float(high / low), abs(float(slot.quantity.amount.low)) / _HUNDRED
    changes = (abs(ratio - 1), abs(ratio ** (1 / years) - 1))
    return any(abs(told - change) <= _ROUNDED * change + _POINT for change in changes)


def _is_level_of_year(other: Slot) -> bool:
    """Is it a level told as the fact of a year?"""
    year = other.draft.get("period")
    actual = other.form == "level" and other.draft.get("modality") == "actual"
    return actual and year is not None and grain_of(year) == "year"


def _is_alike(other: Slot, last: Slot) -> bool:
    """Is it the level of the same as the ``last``, of another year?"""
    same = other.kind == last.kind and other.quantity.amount.unit == last.quantity.amount.unit
    return same and other.draft.get("period") != last.draft.get("period")
