"""The fiscal year of the firm or country that a text is about, where the text tells when one closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tradenews.grammar.fiscal import in_fiscal
from tradenews.grammar.moments import CLOSED
from tradenews.grammar.values import Moment
from tradenews.models.period import Period
from tradenews.normalize.periods import grain_of, make_fiscal
from tradenews.reading.figure_seasons import is_season
from tradenews.reading.sentence import Sentence

if TYPE_CHECKING:
    from tradenews.reading.figure_clock import Clock

_MONTHS_UP_TO = {"33": 3, "34": 6, "35": 9, "36": 12, "40": 6, "41": 12}  # of quarters and halves
_QUARTER = 3  # months
_PARTS = frozenset(("quarter", "half", "range"))
_MONTHS = 15  # letters of "2022-04/2023-03"
_YEAR = (360, 370)  # days


def opening_month(sentences: Sequence[Sentence]) -> int:
    """The month with which the first fiscal year begins that the text tells by its months; 0 without any.

    Where none is told so, that of "this fiscal year" in a country of which it is known.
    """
    known = 0
    for sentence in sentences:
        for i in sentence.chain.find("θ"):
            moment: Moment = sentence.chain.values[i]
            if (month := _opened_by_part(moment)) > 1:
                return month
            if moment.grain != "fiscal" or not _is_year(moment.period):
                continue
            month = moment.period.start.month  # type: ignore[union-attr]
            if not moment.fiscal:
                return month
            known = known or month
    return known or _month_of_years(sentences)


def _month_of_years(sentences: Sequence[Sentence]) -> int:
    """The month with which the years begin that a text tells as "2019/20", where one is told by its months.

    "The year to March 2020 ... up from 5 million in 2018/19": April.
    """
    moments = [m for s in sentences for i in s.chain.find("θ") if isinstance(m := s.chain.values[i], Moment)]
    told = {
        m.period.start.year
        for m in moments
        if m.grain == "fiscal" and m.period is not None and m.period.start and is_season(m.period)
    }
    for moment in moments:
        period = moment.period
        if moment.grain != "range" or moment.relation or period is None or period.start is None:
            continue
        if _is_year(period) and period.start.year in told:
            return period.start.month
    return 0


def _opened_by_part(moment: Moment) -> int:
    """The month that begins the year of a numbered part: "the second quarter ended 31 December"; or 0."""
    state, _, code = moment.part.partition(" ")
    last = moment.pattern[-2:] or (moment.period.edtf[-2:] if moment.period is not None else "")
    if state != CLOSED or code not in _MONTHS_UP_TO or not last.isdigit():
        return 0
    return (int(last) - _MONTHS_UP_TO[code]) % 12 + 1


def _is_year(period: Period | None) -> bool:
    """Is it told as twelve months that are no calendar year?"""
    if period is None or period.start is None or period.end is None or len(period.edtf) != _MONTHS:
        return False
    return period.start.month > 1 and _YEAR[0] < (period.end - period.start).days < _YEAR[1]


def _is_over(year: Period | None, clock: Clock) -> bool:
    """Are these twelve months over, as of a year that a firm has just told to have closed?"""
    day = clock.reference
    return _is_year(year) and year is not None and (day is None or (year.end is not None and year.end < day))


def own_fiscal(moment: Moment, clock: Clock, *, future: bool) -> Period | None:
    """ "The current fiscal year", or a part of it, as that of the firm whose last one closed in March.

    Also "the full year" and "the year as a whole" where such a year is spoken of. None for what is no such
    word, or where no fiscal year is told by its months.
    """
    day, month = clock.reference, clock.fiscal_month
    whole = moment.relation in ("whole", "year~0") and not moment.pattern
    if whole and not future and _is_over(clock.current, clock):
        return clock.current
    if day is None or not month:
        return None
    if (bare := _of_firm(moment, clock, month)) is not None:
        return bare
    step, _, part = moment.fiscal.partition(" ")
    if not step:
        if not whole or not _is_spoken(clock, month):
            return None
        step = "0"
    year = make_fiscal(day.year - (day.month < month) + int(step), month)
    if not part or year is None:
        return year
    return in_fiscal(Moment(None, moment.grain, pattern=part), year, numbered=True)


def _of_firm(moment: Moment, clock: Clock, month: int) -> Period | None:
    """A quarter that only its number tells, or "2025/26", while such a year of a firm is spoken of."""
    current, period = clock.current, moment.period
    if period is None or period.start is None or not clock.firm:
        return None
    if moment.grain == "fiscal" and period.start.month == 1 and is_season(period):
        return make_fiscal(period.start.year, month)
    if moment.grain not in ("quarter", "half") or not moment.pattern or moment.compared:
        return None
    if not (_is_spoken(clock, month) or _is_of_part(clock, month)):
        return None
    if current is None or current.end is None or current.start is None:
        return None
    year = make_fiscal(current.start.year - (current.start.month < month), month)
    return in_fiscal(moment, year, numbered=True) if year is not None else None


def _is_spoken(clock: Clock, month: int) -> bool:
    """Is what the text speaks of, or is about, such a year, or a part with which one begins?"""
    spoken = (period for period in (clock.current, clock.topic) if period is not None)
    return any(period.start is not None and period.start.month == month for period in spoken)


def _is_of_part(clock: Clock, month: int) -> bool:
    """Is what the text speaks of a part of such a year?"""
    period = clock.current
    if period is None or period.start is None or grain_of(period) not in _PARTS:
        return False
    return (period.start.month - month) % _QUARTER == 0


def closes_year(sentences: Sequence[Sentence]) -> bool:
    """Does a text tell when a fiscal year closes, so that it is that of a firm: "the year to March"?"""
    for sentence in sentences:
        for i in sentence.chain.find("θ"):
            moment: Moment = sentence.chain.values[i]
            if moment.grain == "fiscal" and moment.part == CLOSED and _is_year(moment.period):
                return True
            if _opened_by_part(moment) > 1:
                return True
    return _month_of_years(sentences) > 0
