"""What is counted back from the article, not from the year spoken of: "9 in 2013, 5 a year ago"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from tradenews.lexicon.forms import fold, says
from tradenews.models.period import Period
from tradenews.reading.figure_clock import Clock, Time
from tradenews.scan.chain import Chain


def from_today(times: list[Time], chain: Chain, clock: Clock) -> list[Time]:
    """Times with those "ago" counted from the article, where a year long past is spoken of.

    Else "a year ago" is the same as a year earlier.
    """
    forms = clock.words.get("ago", ())
    return [_from_today(time, times, forms, chain, clock) for time in times] if forms else times


def _from_today(time: Time, times: Sequence[Time], forms: Sequence[str], chain: Chain, clock: Clock) -> Time:
    moment = time.moment
    if time.compared or moment.period is None or not moment.relation.startswith("year~-"):
        return time
    if not says(fold(chain.words(time.link)), forms):
        return time
    told = [other.moment.period for other in times if other.link < time.link] or [clock.last]
    return evolve(time, moment=evolve(moment, relation="")) if _is_long_past(told[-1], clock) else time


def _is_long_past(period: Period | None, clock: Clock) -> bool:
    """Is a period over before the year that was last when the article was written?"""
    day = clock.reference
    return (
        day is not None and period is not None and period.end is not None and period.end.year < day.year - 1
    )
