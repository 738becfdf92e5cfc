"""Times that a sentence only looks back on or compares with, so that the next ones tell of the news again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from tradenews.grammar.values import Moment
from tradenews.models.period import Period
from tradenews.normalize.periods import grain_of, shift
from tradenews.reading.figure_clock import Clock, Time
from tradenews.reading.figure_comparing import CHANGES, STRETCHES
from tradenews.reading.figure_passing import is_past
from tradenews.reading.slot import Slot

_MONTHLY: Final = frozenset(("month", "quarter"))
_FORMER: Final = frozenset(("month~-1", "quarter~-1", "year~-1"))
_CLAUSES: Final = ";¬"
_SMALL: Final = "_zbno'"
_FAR: Final = 6  # links between a rate and what it compares with


def over_earlier(times: list[Time], own: Sequence[Slot], clock: Clock) -> list[Time]:
    """Mark the stretch that a rate compares with: "up 11 percent on the first six months of 2020", in 2021.

    Without the date of the article, or where the same months a year later are not over, it is the rate's own.
    """
    return [evolve(time, compared=True) if _is_earlier(time, own, clock) else time for time in times]


def _is_earlier(time: Time, own: Sequence[Slot], clock: Clock) -> bool:
    moment = time.moment
    if time.compared or moment.grain not in STRETCHES or moment.pattern or moment.relation:
        return False
    slot = next((slot for slot in reversed(own) if slot.link < time.link), None)
    if slot is None or slot.form not in CHANGES or time.link - slot.link > _FAR:
        return False
    between = slot.sentence.chain.tags[slot.link + 1 : time.link]
    later = shift(moment.period, "year~1") if moment.period is not None else None
    if later is None or later.end is None or clock.reference is None or later.end >= clock.reference:
        return False
    return bool(set("zb") & set(between)) and not between.strip(_SMALL) and _is_within_year(moment.period)


def _is_within_year(period: Period | None) -> bool:
    return bool(period and period.start and period.end and period.start.year == period.end.year)


def is_only_recalled(slot: Slot, time: Time, period: Period, clock: Clock) -> bool:
    """Does a text only look back on a period, so that it goes on with the news?"""
    if grain_of(period) == "day" or is_past(slot, period, clock):
        return True
    return _is_one_of_many(slot, period, clock) or _is_former_part(time, period, clock)


def _is_one_of_many(slot: Slot, period: Period, clock: Clock) -> bool:
    """Is it one of several months before the news: "faster than in June, but in March it was 13 percent"?"""
    news = clock.topic
    if news is None or clock.current != news or news.start is None or news.end is None or period.end is None:
        return False
    if grain_of(period) in _MONTHLY and period.end < news.start:
        return len(_months(slot)) > 1
    return False


def _is_former_part(time: Time, period: Period, clock: Clock) -> bool:
    """Is it the part of the news that had been told before: "up to March there was still a fall"?"""
    news = clock.topic
    if news is None or clock.current != news or None in (news.end, period.end):
        return False
    shorter = period.start == news.start and bool(period.end and news.end and period.end < news.end)
    return shorter and time.moment.direction == "until"


def tells_former(slot: Slot, time: Time) -> bool:
    """Does a clause of its own tell what was before: "up 5 percent; the month before it had risen by 7"?"""
    tags = slot.sentence.chain.tags
    if time.moment.relation not in _FORMER or time.compared or time.link > slot.link:
        return False
    opens = tags[: time.link].rstrip("_n")[-1:] in ("", *_CLAUSES)
    return opens and not set(tags[time.link : slot.link]) & set("=q;Q")


def _months(slot: Slot) -> set[str]:
    """The months that a sentence names without a year, or with one."""
    chain = slot.sentence.chain
    moments = (chain.values[i] for i in chain.find("θ"))
    found = (m for m in moments if isinstance(m, Moment) and m.grain in _MONTHLY and not m.relation)
    return {m.pattern or (m.period.edtf if m.period is not None else "") for m in found}
