"""What is summed up since a time: "since January, exports have come to 5 million"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as Date

from attrs import evolve

from tradenews.lexicon.forms import fold, says
from tradenews.models.period import Period
from tradenews.normalize.periods import grain_of, make_interval, make_month, make_year, shift, with_year
from tradenews.reading.figure_clock import FAR, Clock, Time
from tradenews.reading.figure_resolve import resolve
from tradenews.reading.figure_running import is_running
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot

_SUMMED = frozenset(("investment", "deal_value"))  # of which sums are told, beside statistics
_COUNTED = frozenset(("count", "finance", "investment"))  # of which some have come together since a year
_PARTS = frozenset(";s")
_OTHER_STRETCH = frozenset(",;:‹›Q&¬-θ")
_OPENING = 4  # links up to the period that opens a sentence
_STRETCH = 6  # links between an amount and since when it is summed up
_BEHIND = 4  # links from a change to since when it is
_BACK = 200  # links before an amount that are looked at
_YEAR, _WEEK = 366, 7  # days
_LATE = 100  # days at most from the end of a month told to the article


def since_then(slot: Slot, times: Sequence[Time], words: Mapping[str, Sequence[str]]) -> Time | None:
    """The time since which a flow is summed up: it opens the sentence, or stands with the amount."""
    if slot.role in ("from", "than"):
        return None
    tags = slot.sentence.chain.tags
    if not is_running(slot):
        found = _tallied(slot, times, words.get("keeps", ()))
        if found is not None or slot.kind not in _SUMMED or slot.draft.get("modality") != "actual":
            return found
    near = [time for time in times if time.moment.direction == "since" and not time.said]
    if any(time.moment.grain in ("range", "month") for time in times):
        near = [time for time in near if time.moment.period is not None or time.moment.pattern]
    if slot.form != "level" or slot.role == "to":
        near = [t for t in near if _is_new_year(t) or _is_grown_since(slot, t) or _is_reached(slot, t)]
    if slot.kind in _SUMMED:
        near = [
            time for time in near if time.link <= _OPENING and not set(tags[time.link : slot.link]) & _PARTS
        ]
    for time in sorted(near, key=lambda time: abs(time.link - slot.link)):
        first, last = sorted((time.link, slot.link))
        opens = first == time.link <= _OPENING and ";" not in tags[first:last]
        limits = {t.link for t in times if t.moment.direction == "until"}
        between = {tag for i, tag in enumerate(tags[first + 1 : last], first + 1) if i not in limits}
        if opens or (last - first <= _STRETCH and not between & _OTHER_STRETCH):
            return time
    return None


def _tallied(slot: Slot, times: Sequence[Time], keeps: Sequence[str]) -> Time | None:
    """The year since which is counted what has been won, built or lost: "29 projects since 2016".

    Not what somebody ``keeps`` since then: "Since 2016 it has run 29 shops".
    """
    if slot.kind not in _COUNTED or slot.form != "level" or slot.draft.get("modality") != "actual":
        return None
    tags, per = slot.sentence.chain.tags, slot.quantity.amount.per
    for time in times if per is None else ():
        moment, (first, last) = time.moment, sorted((time.link, slot.link))
        if moment.direction != "since" or moment.grain != "year" or moment.period is None:
            continue
        opens = first == time.link <= _OPENING
        other = _OTHER_STRETCH - {","} if opens else _OTHER_STRETCH
        if opens or last - first <= _STRETCH:
            near = fold(slot.sentence.chain.words(first, last)).replace(",", " ")
            return None if set(tags[first + 1 : last]) & other or says(near, keeps) else time
    return None


def _is_reached(slot: Slot, time: Time) -> bool:
    """Is it what a flow has reached since the day on which a season began?"""
    return slot.form == "level" and is_running(slot) and time.moment.grain in ("day", "week")


def _is_grown_since(slot: Slot, time: Time) -> bool:
    """Is a change one since a year: "Since 2015, imports have grown by 40 percent", "40 percent since 2015"?

    Not that of a best or worst: "up 5 percent, the most since 2015".
    """
    if slot.form != "growth" or time.moment.grain != "year" or time.moment.period is None:
        return False
    tags = slot.sentence.chain.tags
    if time.link <= _OPENING:
        return not set(tags[time.link : slot.link]) & set(";Q&:") and "Q" not in tags[: time.link]
    return 0 < time.link - slot.link <= _BEHIND and not set(tags[slot.link + 1 : time.link]) - set("_noKTV")


def _is_new_year(time: Time) -> bool:
    """Is it January, from which statistics of a year are summed up, and their changes told?"""
    period = time.moment.period
    named = time.moment.pattern or (period.edtf if period is not None else "")
    return time.moment.grain == "month" and named.endswith("-01")


def _limited(first: Period, slot: Slot, times: Sequence[Time]) -> Period | None:
    """From a month up to the one told in the sentence: "since October, 5 tonnes had left up to May"."""
    for time in times:
        moment, last = time.moment, time.moment.period
        if moment.direction == "until" and moment.grain in ("month", "day") and last is not None:
            stretch = make_interval(first, last)
            days = (last.end - first.start).days if last.end and first.start else 0
            return stretch if not time.said and slot.form == "level" and days < _YEAR else None
    return None


def period_since(
    slot: Slot, time: Time, times: Sequence[Time], clock: Clock, *, ahead: bool
) -> tuple[Period | None, str]:
    """What is summed up "since May" runs up to the month spoken of, else the article's; with its rule.

    A rate, or a forecast, starts there.
    """
    if slot.quantity.amount.per == "year":
        return None, "when.contract"  # "from 2026 on, 5 tonnes a year"
    first = resolve(time.moment, clock, future=ahead)
    if first is None or ahead or slot.quantity.amount.per is not None:
        return first, "when.since" if first else "when.unresolved"
    day = clock.reference
    if day is not None and first.start is not None and first.start > day and time.moment.pattern:
        first = with_year(time.moment.pattern, first.start.year - 1) or first  # in December: "since January"
    if first.start is not None and (told := _limited(first, slot, times)) is not None:
        return told, "when.summed"
    if first.start is not None and (week := _week_told(first, clock)) is not None:
        clock.so_far = make_interval(first, week)
        return clock.so_far, "when.summed"
    if first.start is None or grain_of(first) == "day":
        return None, "when.unresolved"
    if (told := _stretch_told(first, clock)) is not None:
        return told, "when.summed"
    month = _month_told(first, clock) if grain_of(first) == "month" else None
    if month is not None:
        return make_interval(first, month), "when.summed"
    if day is None or first.start > day:
        return None, "when.unresolved"
    whole = grain_of(first) in ("year", "range")
    last = make_year(day.year) if whole else make_month(day.year, day.month)
    start = first if whole else make_month(first.start.year, first.start.month)
    return make_interval(start, last), "when.since"


def _month_told(first: Period, clock: Clock) -> Period | None:
    """The month that statistics were told of, behind the ``first`` one and not long before the article."""
    month = clock.told.get("month")
    if month is None or month.end is None or first.end is None or month.end <= first.end:
        return None
    return month if clock.reference is None or _is_near(month.end, clock.reference) else None


def _week_told(first: Period, clock: Clock) -> Period | None:
    """The week that statistics were told of: "In week 41 ... 5 tonnes. The season, which began on 3 July"."""
    for period in clock.told.values():
        if period.start is None or period.end is None or first.end is None or clock.reference is None:
            continue
        if grain_of(first) == "month":
            continue
        week = 0 < (period.end - period.start).days < _WEEK and period.end > first.end
        if week and _is_near(period.end, clock.reference):
            return period
    return None


def _stretch_told(first: Period, clock: Clock) -> Period | None:
    """The stretch from the ``first`` month on that was told: "In the first nine months ... Since January"."""
    for period in clock.told.values():
        longer = period.end is not None and first.end is not None and period.end > first.end
        if longer and period.start == first.start and clock.reference and period.end:
            return period if _is_near(period.end, clock.reference) else None
    return None


def _is_near(end: Date, day: Date) -> bool:
    return 0 <= (day - end).days <= _LATE


def since_told(sentence: Sentence, times: Sequence[Time]) -> tuple[int, Period] | None:
    """The year since which a sentence tells of something, where it is the last time that it names."""
    last = times[-1].moment if times else None
    if last is None or last.direction != "since" or last.grain != "year" or last.period is None:
        return None
    return sentence.number, last.period


def before_since(sentence: Sentence, times: list[Time], since: tuple[int, Period] | None) -> list[Time]:
    """ "It has grown since 2017. A year earlier it was 5": of 2016, the year before the one told."""
    if since is None or not times or since[0] + 1 != sentence.number:
        return times
    first, moment = times[0], times[0].moment
    if first.link > _OPENING or first.compared or not moment.relation.startswith("year~-"):
        return times
    period = shift(since[1], moment.relation)
    if period is None:
        return times
    return [evolve(first, moment=evolve(moment, relation="", period=period, pattern="")), *times[1:]]


def is_news(slot: Slot, period: Period, clock: Clock) -> bool:
    """Is what is summed up to the article's day so short that a text is about it: "since January"?"""
    days = (period.end - period.start).days if period.start and period.end else 0
    return is_running(slot) and slot.form == "level" and clock.current is None and 0 < days < _YEAR


def has_since(slot: Slot) -> bool:
    """Does a bare "since" part the amount from the period before: "5 in 2009 and has since risen to 7"?"""
    chain = slot.sentence.chain
    for i in range(slot.link - 1, max(slot.link - 1 - FAR, -1), -1):
        if chain.tags[i] == "α" and chain.values[i] == "since":
            return "θ" in chain.tags[max(0, i - _BACK) : i] and chain.tags[i + 1] in "VJl"
        if chain.tags[i] in "Q,;":
            return False
    return False
