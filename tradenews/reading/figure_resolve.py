"""The period that a moment stands for, on the strength of what was spoken of before."""

from __future__ import annotations

from datetime import date as Date

from tradenews.grammar.moments import BARE, DIRECT, RUNNING, settle
from tradenews.grammar.values import Moment
from tradenews.models.period import Period
from tradenews.normalize.month_parts import part_of_month
from tradenews.normalize.periods import (
    from_edtf,
    grain_of,
    make_day,
    make_interval,
    make_month,
    make_year,
    relative,
    shift,
    weekday_near,
    with_year,
)
from tradenews.reading.figure_clock import Clock
from tradenews.reading.figure_fiscal import own_fiscal
from tradenews.reading.figure_seasons import SEASON, as_season, of_season, spoken_season

_WEEK = 7  # days
_EARLY = 6  # the month up to which "the year" that closed is the last one
_PARTS = frozenset(("month", "quarter", "half"))
_CLOSING = frozenset(((3, 31), (6, 30), (9, 30), (12, 31)))
_ROLLED = 400  # days from the end of what a text speaks of to the article
_BEGUN = frozenset(("quarter", "half", "range"))  # parts of a year that run from its start


def resolve(
    moment: Moment, clock: Clock, *, statistic: bool = False, future: bool = False, summed: bool = True
) -> Period | None:
    """The period of a moment, on the strength of what was spoken of before where it hangs on that.

    "This month" of a statistic is the one spoken of: that of the article itself has no figures yet.
    """
    if (season := spoken_season(moment, clock) or as_season(moment, clock)) is not None:
        return season
    if moment.relation.startswith(SEASON) and not moment.pattern:
        return None  # "last season": nobody says which years
    if (fiscal := own_fiscal(moment, clock, future=future)) is not None:
        return fiscal
    if statistic and (season := of_season(moment, clock, summed=summed)) is not None:
        return season
    if statistic and moment.grain in clock.told and _is_this(moment, clock):
        return clock.told[moment.grain]
    if not future and clock.current is None and (over := _last_over(moment, clock)) is not None:
        return over
    if moment.relation.startswith("nth"):
        return _up_to(moment, _part_of_month(moment, clock), statistic=statistic, summed=summed)
    if moment.relation.startswith("in@"):
        return from_edtf(moment.relation[3:])  # "the first half of the 2019/20 season", whatever its months
    if moment.relation == "whole":
        return _whole_year(clock, future=future) or settle(moment, clock.current)
    if future and moment.relation == "year~0" and (clock.reference or clock.topic):
        return make_year(clock.reference.year) if clock.reference else settle(moment, clock.topic)
    if moment.relation.startswith("same") or "~" in moment.relation:
        if (day := _week_before(moment, clock)) is not None:
            return day
        if moment.grain == "day" and clock.quoted is not None:
            return settle(moment, clock.quoted)
        steps = "~" in moment.relation and not moment.relation.endswith("~0")
        later = steps and "-" not in moment.relation and clock.last is not None
        return settle(moment, clock.last if later else clock.current)
    if statistic and moment.grain == "fiscal" and (part := _part_so_far(moment, clock)) is not None:
        return part
    step = moment.relation.removeprefix("year")
    if moment.period is None and moment.grain == "fiscal" and clock.fiscal and DIRECT.match(step):
        return shift(clock.fiscal, f"year~{step}")
    if moment.relation == "ytd":
        bare = moment.part == BARE
        if bare and future and clock.year:
            return make_year(clock.year)  # "exports should reach 5 million in the year"
        return _past_year(moment.period, clock.current, bare) or _running_year(moment.period, clock.current)
    if future and moment.relation.startswith("weekday") and clock.reference:
        weekday = int(moment.relation[7:])
        exact = clock.today is not None and grain_of(clock.today) == "day"
        today = exact and clock.reference.isoweekday() == weekday
        return weekday_near(weekday, clock.reference, 0 if today else 1)
    if statistic and moment.grain == "span" and moment.period is not None:
        return _rolling(moment.period, clock)
    if moment.pattern and (clock.year is not None or moment.period is None):
        return _up_to(moment, _dated(moment, clock, future=future), statistic=statistic, summed=summed)
    if moment.relation == "year-1" and clock.anchor is not None and _is_over(clock.anchor, clock):
        return clock.anchor
    if moment.period is None and clock.anchor is not None and clock.anchor.end is not None:
        return _by_anchor(moment.relation, clock.anchor, clock.anchor.end)
    return _up_to(moment, moment.period, statistic=statistic, summed=summed)


def _whole_year(clock: Clock, *, future: bool) -> Period | None:
    """ "The year", of forecasts that of the article; else, where no time is spoken of, the last that is over.

    Towards its end a year that a text tells to have closed is that of the article.
    """
    day = clock.reference
    if day is None and clock.fiscal is not None:
        return clock.fiscal
    if clock.year is None or (clock.current is not None and not future):
        return None
    return make_year(clock.year - (not future and day is not None and day.month <= _EARLY))


def _week_before(moment: Moment, clock: Clock) -> Period | None:
    """The day on which a price was quoted "a week earlier": seven days before the one told last."""
    quoted, latest = clock.quoted, clock.latest
    weeks = moment.relation.removeprefix("week~-")
    if quoted is None or latest is None or latest.kind != "price" or not weeks.isdigit():
        return None
    return shift(quoted, f"day~-{_WEEK * int(weeks)}")


def _is_over(anchor: Period, clock: Clock) -> bool:
    """Is a whole year the latest time that the text knows, and just told of, so that it is the last one?"""
    return (
        clock.reference is None
        and not clock.present
        and grain_of(anchor) == "year"
        and clock.current == anchor
    )


def _part_of_month(moment: Moment, clock: Clock) -> Period | None:
    """A week or half of the month that is spoken of, or of one whose year is not told."""
    month = _dated(moment, clock, future=False) if moment.pattern else clock.current or clock.anchor
    if month is None or month.end is None or moment.period is not None:
        return moment.period
    whole = make_month(month.end.year, month.end.month)
    _, unit, number = moment.relation.split(":")
    inside = whole is not None and month.start is not None and whole.start <= month.start  # type: ignore[operator]
    return part_of_month(whole, unit, int(number)) if whole is not None and inside else None


def _part_so_far(moment: Moment, clock: Clock) -> Period | None:
    """Of "the current fiscal year" what is spoken of, where that is its first part and the year not over.

    Without a date of the article the year spoken of is the current one.
    """
    current, year, day = clock.current, moment.period, clock.reference
    if current is None or current.end is None or grain_of(current) not in _BEGUN:
        return None
    if year is None and clock.fiscal is None and day is None and moment.relation == "year-1":
        return shift(current, "year~-1")
    if year is None and clock.fiscal is None and day is None and moment.relation == "year0":
        return current
    if year is None or year.end is None or day is None or moment.part != RUNNING or current.end >= year.end:
        return None
    return current if current.start == year.start and day <= year.end else None


def _by_anchor(relation: str, anchor: Period, last: Date) -> Period | None:
    """ "Last year" and, where the last date of the text is a day, "on Tuesday" before it."""
    if relation.startswith("weekday"):
        return weekday_near(int(relation[7:]), last) if grain_of(anchor) == "day" else None
    return relative(relation, last, "year")


def _rolling(period: Period, clock: Clock) -> Period:
    """ "The last twelve months" of a statistic: up to the month it speaks of, not that of the article."""
    current, day = clock.current, clock.reference
    if current is None or current.end is None or period.start is None or period.end is None or day is None:
        return period
    months = 12 * (period.end.year - period.start.year) + period.end.month - period.start.month
    behind = period.end < day or not period.start <= day <= period.end
    if (
        (day - current.end).days > _ROLLED
        or behind
        or grain_of(current) not in ("month", "range")
        or months < 2
        or current.end > period.end
    ):
        return period
    first = 12 * current.end.year + current.end.month - months
    last = make_month(current.end.year, current.end.month)
    return make_interval(make_month(first // 12, first % 12 + 1), last) or period


def _up_to(moment: Moment, period: Period | None, *, statistic: bool, summed: bool) -> Period | None:
    """A statistic "up to July" runs from January, so does what is summed up "à fin juillet".

    "Up to the third week" it runs from the first day of the month, up to a day from that of the year.
    """
    if statistic and summed and period is not None and period.start and closes_quarter(period):
        months = make_month(period.start.year, 1), make_month(period.start.year, period.start.month)
        return make_interval(*months) or period
    if statistic and summed and moment.grain == "day" and period is not None and period.start:
        return make_interval(make_day(period.start.year, 1, 1), period) or period
    to = moment.direction == "until" or (moment.part == "end" and summed)
    if not statistic or not to or period is None or period.start is None or not summed:
        return period
    if moment.grain == "week":
        first = make_day(period.start.year, period.start.month, 1)
        return make_interval(first, period) if first else period
    if moment.grain != "month":
        return period
    return make_interval(make_month(period.start.year, 1), period) or period


def closes_quarter(period: Period | None) -> bool:
    """Is it the last day of a quarter, up to which results are summed?"""
    day = period.start if period is not None and period.start == period.end else None
    return day is not None and (day.month, day.day) in _CLOSING


def _last_over(moment: Moment, clock: Clock) -> Period | None:
    """The last quarter or half that is over, where a statistic tells of "the quarter" and of no other."""
    period, day = moment.period, clock.reference
    if moment.relation not in ("quarter~0", "half~0") or period is None or period.end is None or day is None:
        return None
    return shift(period, f"{moment.grain}~-1") if period.end > day else None


def _is_this(moment: Moment, clock: Clock) -> bool:
    """Is it the very month or quarter of the article, and not called by its name?"""
    period, day = moment.period, clock.reference
    if day is None and moment.grain in _PARTS:
        return moment.relation == f"{moment.grain}0"
    if period is None or period.start is None or period.end is None or day is None or moment.pattern:
        return False
    return moment.grain in ("month", "quarter", "half") and period.start <= day <= period.end


def _past_year(period: Period | None, current: Period | None, bare: bool) -> Period | None:
    """A bare "in the year" of a text that tells of a year before the article's: up to what is spoken of."""
    if not bare or period is None or current is None or period.start is None or current.end is None:
        return None
    year = current.end.year
    if year >= period.start.year:
        return None
    return make_interval(make_month(year, 1), make_month(year, current.end.month))


def _running_year(period: Period | None, current: Period | None) -> Period | None:
    """ "This year so far": up to the end of what is spoken of, where that began with the year."""
    if period is None and current is not None and current.start is not None:
        period = make_year(current.start.year)  # the article's date is unknown
    if (
        current is not None
        and current.start is not None
        and (current.start.month, current.start.day) == (1, 1)
    ):
        return current if period is None or current.start == period.start else period
    if current is None or period is None or current.start is None or period.start is None:
        return period
    if grain_of(current) in _PARTS and current.start.year == period.start.year:
        last = current if current.end is None else make_month(current.end.year, current.end.month)
        return make_interval(make_month(period.start.year, 1), last) or period
    return period


def _is_monthly(moment: Moment) -> bool:
    return moment.grain == "month" or (moment.grain == "range" and not moment.relation)


def _is_in_one_year(period: Period) -> bool:
    return bool(period.start and period.end and period.start.year == period.end.year)


def _dated(moment: Moment, clock: Clock, *, future: bool) -> Period | None:
    """A period without its year: the guess by the article's date, the next one if it is yet to come.

    Where the article's date is unknown, the last one up to the latest period that the text dates.
    """
    if clock.year is None:
        told = clock.current if clock.reference is None and _is_monthly(moment) else None
        year = told.end.year if told is not None and told.end and _is_in_one_year(told) else None
        return moment.period if year is None or future else with_year(moment.pattern, year)
    this, last = with_year(moment.pattern, clock.year), with_year(moment.pattern, clock.year - 1)
    if clock.reference is not None:
        guess = moment.period
        if not future or guess is None or guess.end is None or guess.end >= clock.reference:
            return guess or this
        if moment.direction == "until" and this and this.end and this.end < clock.reference:
            return with_year(moment.pattern, clock.year + 1)  # in November: "will ship 5 tonnes by June"
        return this if this and this.end and this.end >= clock.reference else guess
    if moment.relation == "year-1" and clock.present:
        return last
    if future or this is None or clock.anchor is None or this.start is None or clock.anchor.end is None:
        return this
    return last if this.start > clock.anchor.end else this
