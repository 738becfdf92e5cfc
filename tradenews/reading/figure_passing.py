"""Which periods say nothing of the figures behind them: those of a part, a long stretch, what went before."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.models.period import Period
from tradenews.normalize.periods import grain_of, is_within, shift
from tradenews.reading.figure_clock import Clock, Time, looks_back
from tradenews.reading.figure_comparing import is_known
from tradenews.reading.figure_enclosed import is_afterwards
from tradenews.reading.figure_running import is_running
from tradenews.reading.slot import Slot

_ASIDE = frozenset(("tariff", "deal_value", "investment"))  # whose dates say nothing of the next figures
_STOCKS, _DAYED = frozenset(("finance", "other")), frozenset(("day", "weekday"))
_BULK = frozenset(("mass", "volume", "area"))
_LATE = 9  # the month from which on a text may sum up its year
_LEADS_IN = "nozt_qα'"  # before a period at the head of its clause
_REPORTED = frozenset(("quarter", "half", "range"))  # of which a firm or a country reports
_YEAR, _DAYS = 366, 7  # days
_SEASON = 9  # letters of "2020/2021"


def is_before(slot: Slot, period: Period, clock: Clock) -> bool:
    """Is a forecast only compared with an earlier period in its sentence: "5, above the 4 of last year"?"""
    last, future = clock.latest, clock.future
    if last is None or future is None or last.sentence is not slot.sentence:
        return False
    return bool(period.end and future.start and period.end < future.start)


def has_reached(slot: Slot, time: Time, clock: Clock) -> bool:
    """Is it the year that a flow had reached an amount in: "By 2023, exports had grown to 5 million"?"""
    day, end = clock.reference, time.moment.period.end if time.moment.period else None
    over = day is not None and end is not None and end < day
    return over and time.moment.grain == "year" and is_running(slot)


def is_loose(slot: Slot, time: Time, clock: Clock) -> bool:
    """Does a comma and more part a period from the amount before: "it sold 5, helped by a strong May"?

    Where another period is spoken of, that one holds.
    """
    if clock.current is None or time.link < slot.link or time.owner == slot.link or not is_running(slot):
        return False
    between = slot.sentence.chain.tags[slot.link + 1 : time.link]
    return "," in between and bool(between.rpartition(",")[2].strip(_LEADS_IN)) and "J" not in between


def told_by_past(slot: Slot, period: Period, clock: Clock) -> Period:
    """The year after the one before it with which a text begins: "In 2022 it had sold 5 million tonnes".

    It is that of the next figures where the article is of the last months of that year, or of the one after.
    """
    day, later = clock.reference, shift(period, "year~1")
    if clock.current is not None or day is None or later is None or grain_of(period) != "year":
        return period
    year = later.start.year if later.start is not None else 0
    new = year == day.year - 1 or (year == day.year and day.month >= _LATE)
    return (
        later if new and is_running(slot) and looks_back(slot.sentence.chain, clock.past_perfect) else period
    )


def _is_part(slot: Slot, period: Period, clock: Clock) -> bool:
    """Is a price only one of a part of the time of which the statistics are?"""
    whole = clock.current if clock.statistics and slot.kind == "price" else None
    return whole is not None and whole != period and is_within(period, whole)


def _is_within_own(slot: Slot, period: Period, clock: Clock) -> bool:
    """Is it a part of the period that the amount before it in its sentence has: "up 64%, helped by May"?"""
    latest, whole = clock.latest, clock.current
    if latest is None or whole is None or latest.sentence is not slot.sentence:
        return False
    carried = latest.draft.reasons["period"].rule == "when.carried" and latest.draft.get("period") == whole
    return carried and whole != period and is_within(period, whole)


def is_short(period: Period) -> bool:
    """Is a period a year at most, or a season, which is given as the two years in which it lies?"""
    if period.start is None or period.end is None:
        return False
    season = len(period.edtf) == _SEASON and period.end.year == period.start.year + 1
    return season or (period.end - period.start).days <= _YEAR


def _is_stretch(period: Period, clock: Clock) -> bool:
    """Is a period only the years up to the one that is spoken of: "in the last twelve quarters"?"""
    topic = clock.topic
    if topic is None or None in (period.start, period.end, topic.start, topic.end):
        return False
    return is_short(topic) and not is_short(period)


def is_aside(slot: Slot, time: Time, period: Period, clock: Clock) -> bool:
    """Does a period say nothing of the next figures: one of a contract, of years ago, or up to now?"""
    if time.moment.grain == "span" and _is_stretch(period, clock):
        return True
    if time.within is not None and slot.sentence.chain.tags[time.within[0]] == "‹":
        return True  # "495,110 containers (in all of 2018: 988,499)"
    if clock.current is not None and is_afterwards(slot.sentence.chain, time.within):
        return True
    if _is_long_gone(period, clock):
        return True
    if is_running(slot):
        return _is_part(slot, period, clock) or _is_within_own(slot, period, clock)
    reported = clock.current is None and grain_of(period) in _REPORTED and clock.is_recent(period)
    aside = slot.kind in _ASIDE and not (_is_statistic(slot, period) or reported)
    stock = slot.kind == "count" and (_is_week(period) or time.moment.part == "end")
    ends = time.moment.part == "end" or time.moment.direction == "until"
    stock = stock or (slot.kind in _STOCKS and ends and clock.current is not None)
    return aside or stock or _is_part(slot, period, clock)  # "at the end of June, it employed 500"


def _is_long_gone(period: Period, clock: Clock) -> bool:
    """Is a period one of a year more than one before what the text is about: "in 2012 it was 5"?"""
    topic, end = clock.topic, period.end
    if topic is None or topic.start is None or end is None or clock.is_future(topic):
        return False
    return end.year < topic.start.year - 1


def _is_statistic(slot: Slot, period: Period) -> bool:
    """Is it what a country's companies invested in another in a year, told as its trade is?"""
    own, other = slot.draft.get("reporter") or "", slot.draft.get("partner") or ""
    year = slot.kind == "investment" and grain_of(period) == "year"
    return year and own.isupper() and other.isupper()


def _is_week(period: Period) -> bool:
    """Are these only some days, as of a visit?"""
    return bool(period.start and period.end and (period.end - period.start).days <= _DAYS)


def is_past(slot: Slot, period: Period, clock: Clock) -> bool:
    """Is a period only looked back on: the year before the topic's, one before that of the same sentence?"""
    topic, current = clock.topic, clock.current
    if topic is not None and period == clock.past:
        return True
    if current is None or period.end is None or current.end is None or period.end >= current.end:
        return False
    if grain_of(period) != grain_of(current):
        return False
    latest = clock.latest
    told = latest is not None and latest.sentence is slot.sentence and latest.draft.get("period") == current
    if is_known(slot):
        return True
    return told or clock.sentence is slot.sentence or looks_back(slot.sentence.chain, clock.past_perfect)


def is_recalled(slot: Slot, period: Period, clock: Clock) -> bool:
    """Does only this sentence look back on another stretch: "In 2016 it had imported 5 million tonnes"?"""
    current = clock.current
    if current is None or current.start is None or period.end is None or period.end >= current.start:
        return False
    told = clock.topic is not None and is_running(slot) and grain_of(current) in _REPORTED
    return told and looks_back(slot.sentence.chain, clock.past_perfect)


def heads_list(time: Time, slot: Slot) -> bool:
    """Does a period before a colon hold for the whole list: "imports in May: 5 from A, 2 from B"?"""
    tags = slot.sentence.chain.tags
    leads = tags[max(time.link - 1, 0) : time.link + 2] in ("nθ:", "oθ:", "_θ:")
    labels = tags[: time.link + 2] == "Kθ:"  # "Exports 2009: 5 million euros", a line of a fact sheet
    return (
        is_running(slot) and (leads or labels) and not time.owns_before
    )  # "against 6 in May: a fall of 17 percent"


def is_stock_of(slot: Slot, time: Time) -> bool:
    """Does a day tell what there was on it: "on 11 March, reserves stood at 5 billion"?"""
    if slot.kind not in _STOCKS or slot.form == "growth" or time.moment.grain not in _DAYED:
        return False
    tags = slot.sentence.chain.tags
    dated = any(letter.isdigit() for letter in slot.sentence.chain.words(time.link))
    dated = dated or slot.quantity.amount.dimension in _BULK  # "stocks fell by 5 tonnes on Thursday"
    between = tags[min(time.link, slot.link) : max(time.link, slot.link)]
    return dated and not is_running(slot) and not set("DY") & set(tags) and not set("vm") & set(between)


def says_now(slot: Slot, times: Sequence[Time], clock: Clock) -> bool:
    """Is a word for "now" the last time told before an amount: "years ago 5, today 4 percent"?"""
    time = next((time for time in reversed(times) if time.link < slot.link), None)
    if time is None or time.moment.relation in ("now", "day0"):
        return time is not None and not time.said
    day, dated = time.moment.period, any(c.isdigit() for c in slot.sentence.chain.words(time.link))
    return day is not None and day.start == day.end == clock.reference and not (dated or time.said)
