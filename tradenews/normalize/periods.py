"""Calendar arithmetic: days, months, quarters, halves, years and what is said relative to them.

Every result is a :class:`Period` with its EDTF form (ISO 8601-2: quarters ``-33`` to ``-36``, halves ``-40``
and ``-41``, seasons ``-21`` to ``-24``). A *pattern* is such a form without its year: ``XXXX-10``,
``XXXX-01/XXXX-09``, ``XXXX-35``, ``XXXX-10-06``, or without its month, too: ``XXXX-XX-21``.
"""

from __future__ import annotations

import calendar
from datetime import date as Date
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from tradenews.lazy import regex
from tradenews.models.period import Period

MIN_YEAR, MAX_YEAR = 1000, 2999
_QUARTER, _HALF = 32, 39
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}  # first month, northern
_CODES = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}
_SIDE = regex(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_RELATION = regex(r"([a-z]+)(~?)([+-]?\d+)!?")
_RANK = {"day": 0, "weekday": 0, "week": 1, "month": 2, "quarter": 3, "season": 3, "half": 4, "year": 5}
_SOON = 2  # months ahead
_NONE = (None, None)
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_kept = lru_cache(maxsize=1 << 12)  # the news of a time speaks of the same days, months and years


@_kept
def make_day(year: int, month: int, day: int) -> Period | None:
    """One day; None where the calendar has none.

    >>> make_day(2017, 9, 7).edtf, make_day(2017, 2, 30)
    ('2017-09-07', None)
    """
    if not (MIN_YEAR <= year <= MAX_YEAR and 1 <= month <= 12):
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    date = Date(year, month, day)
    return Period(date, date, date.isoformat())


@_kept
def make_year(year: int) -> Period | None:
    """A calendar year.

    >>> make_year(2017).end
    datetime.date(2017, 12, 31)
    """
    if not MIN_YEAR <= year <= MAX_YEAR:
        return None
    return Period(Date(year, 1, 1), Date(year, 12, 31), f"{year}")


@_kept
def make_month(year: int, month: int) -> Period | None:
    """A month, or by an EDTF code a quarter (33 to 36), half (40, 41) or season (21 to 24, northern).

    >>> make_month(2017, 9).edtf, make_month(2024, 35).end
    ('2017-09', datetime.date(2024, 9, 30))
    """
    if not MIN_YEAR <= year <= MAX_YEAR:
        return None
    if month in _SEASON_MONTHS:
        start = Date(year, _SEASON_MONTHS[month], 1)
        return Period(start, start + relativedelta(months=3, days=-1), f"{year}-{month}")
    first, last = _CODES.get(month, (month, month))
    if not 1 <= first <= 12:
        return None
    end = Date(year, last, calendar.monthrange(year, last)[1])
    return Period(Date(year, first, 1), end, f"{year}-{month:02}")


def make_interval(first: Period | None, last: Period | None) -> Period | None:
    """From the start of ``first`` to the end of ``last``; None where either is unknown or they are swapped.

    >>> make_interval(make_month(2017, 1), make_month(2017, 10)).edtf
    '2017-01/2017-10'
    """
    if first is None or last is None or first.start is None or last.end is None or last.end < first.start:
        return None
    start, end = first.edtf.partition("/")[0], last.edtf.rpartition("/")[2]
    return Period(first.start, last.end, start if start == end else f"{start}/{end}")


def make_fiscal(year: int, month: int) -> Period | None:
    """The twelve months that begin in ``month`` of ``year``.

    >>> make_fiscal(2014, 7).edtf
    '2014-07/2015-06'
    """
    if month == 1:
        return make_year(year)
    return make_interval(make_month(year, month), make_month(year + 1, month - 1))


def is_within(part: Period, whole: Period) -> bool:
    """Does a period lie in another? Both with their days; whatever is open at an end lies in none."""
    if part.start is None or part.end is None or whole.start is None or whole.end is None:
        return False
    return whole.start <= part.start and part.end <= whole.end


def grain_of(period: Period) -> str:
    """How finely a period is told: day, month, quarter, half, season, year; ``range`` for an interval.

    >>> grain_of(make_month(2017, 35)), grain_of(make_interval(make_year(2015), make_year(2016)))
    ('quarter', 'range')
    """
    return "range" if "/" in period.edtf else _grain(period.edtf)


def _grain(side: str) -> str:
    if len(side) <= 4:
        return "year"
    if len(side) > 7:
        return "day"
    code = int(side[5:])
    if code <= 12:
        return "month"
    return "season" if code < 30 else "quarter" if code < 40 else "half"


@_kept
def from_edtf(side: str) -> Period | None:
    """The period of a closed EDTF date or interval; None where it is none.

    >>> from_edtf("2017-01/2017-10").end
    datetime.date(2017, 10, 31)
    """
    first, slash, last = side.partition("/")
    if slash:
        return make_interval(from_edtf(first), from_edtf(last))
    hit = _SIDE.fullmatch(side)
    if hit is None:
        return None
    year = int(hit[1])
    if hit[3]:
        return make_day(year, int(hit[2]), int(hit[3]))
    return make_month(year, int(hit[2])) if hit[2] else make_year(year)


@_kept
def with_year(pattern: str, year: int) -> Period | None:
    """A pattern put into a year; one that runs over the turn of the year begins in it.

    >>> with_year("XXXX-01/XXXX-09", 2022).edtf, with_year("XXXX-11/XXXX-02", 2022).edtf
    ('2022-01/2022-09', '2022-11/2023-02')
    """
    if not pattern.startswith("XXXX-") or not MIN_YEAR <= year < MAX_YEAR:
        return None
    first, slash, last = pattern.partition("/")
    if slash and last[4:] < first[4:]:
        return make_interval(with_year(first, year), with_year(last, year + 1))
    return from_edtf(pattern.replace("XXXX", f"{year}"))


def ending_in(pattern: str, year: int) -> Period | None:
    """As :func:`with_year`, but one that runs over the turn of the year ends in it.

    >>> ending_in("XXXX-11/XXXX-02", 2022).edtf
    '2021-11/2022-02'
    """
    first, slash, last = pattern.partition("/")
    return with_year(pattern, year - 1 if slash and last[4:] < first[4:] else year)


@_kept
def place(pattern: str, reference: Date, weekday: int = 0) -> Period | None:
    """The period that a pattern most likely means on the day ``reference``.

    A day: the nearest one (on ``weekday``, 1 for Monday, where it is given and a year near by fits);
    a day of a month: the nearest, past ones first; anything longer: the latest that has begun, but a month
    or quarter that begins within two is the coming one: of one ten months ago news would say the year.

    >>> place("XXXX-10", Date(2023, 1, 15)).edtf, place("XXXX-12-16", Date(2025, 9, 11)).edtf
    ('2022-10', '2025-12-16')
    >>> place("XXXX-XX-19", Date(2026, 3, 20)).edtf
    '2026-03-19'
    """
    if pattern[5:7] == "XX":
        day = int(pattern[8:])
        found = [
            make_day(m.year, m.month, day) for m in (reference + relativedelta(months=k) for k in (0, -1, 1))
        ]
    else:
        near = (0, -1, 1, -2, 2, -3, 3, -4, 4) if pattern.startswith("XXXX-02-29") else (0, -1, 1)
        found = [with_year(pattern, reference.year + k) for k in near]
    fits = [(p.start, p) for p in found if p is not None and p.start is not None]
    if "/" in pattern and _grain(pattern.partition("/")[0]) == "day" and pattern[5:7] > pattern[-5:-3]:
        return max(((day, p) for day, p in fits if _last_start(p) <= reference), default=_NONE)[1]
    if _grain(pattern.partition("/")[0]) == "day":
        right = [fit for fit in fits if fit[0].isoweekday() == weekday] or fits
        return min(right, key=lambda fit: _distance(fit[0], reference), default=_NONE)[1]
    if _grain(pattern) in ("month", "quarter"):
        soon = reference + relativedelta(months=_SOON)
        year = reference.year if _grain(pattern) == "quarter" else MAX_YEAR
        return max(((day, p) for day, p in fits if day <= soon and day.year <= year), default=_NONE)[1]
    return max(((day, p) for day, p in fits if _last_start(p) <= reference), default=_NONE)[1]


def _last_start(period: Period) -> Date:
    """Where the last part of a period begins: that of an interval of months must have begun, too."""
    last = from_edtf(period.edtf.rpartition("/")[2])
    return last.start if last and last.start else Date.max


def _distance(day: Date, reference: Date) -> int:
    days = (day - reference).days
    return -days if days <= 0 else days + days // 2 + 14


def weekday_near(weekday: int, reference: Date, step: int = 0) -> Period | None:
    """A day of the week: the latest up to ``reference`` (step 0), the one before it (-1), the next (1).

    >>> weekday_near(3, Date(2017, 9, 7)).edtf
    '2017-09-06'
    """
    back = (reference.isoweekday() - weekday) % 7
    if step < 0 and back == 0:
        back = 7
    if step > 0:
        back -= 7
    day = reference - relativedelta(days=back)
    return make_day(day.year, day.month, day.day)


def make_week(day: Date) -> Period | None:
    """The week, Monday to Sunday, that holds a day.

    >>> make_week(Date(2025, 9, 11)).edtf
    '2025-09-08/2025-09-14'
    """
    first = day - relativedelta(days=day.weekday())
    last = first + relativedelta(days=6)
    return make_interval(
        make_day(first.year, first.month, first.day), make_day(last.year, last.month, last.day)
    )


def unit_at(unit: str, reference: Date, offset: int = 0) -> Period | None:
    """The day, week, month, quarter, half, year or decade of ``reference``, moved by ``offset`` of them.

    >>> unit_at("month", Date(2023, 1, 15), -1).edtf, unit_at("year", Date(2023, 1, 15)).edtf
    ('2022-12', '2023')
    """
    if abs(offset) > 1000:
        return None
    try:
        if unit == "day":
            day = reference + relativedelta(days=offset)
            return make_day(day.year, day.month, day.day)
        if unit == "week":
            return make_week(reference + relativedelta(weeks=offset))
        if unit in _MONTHS:
            size = _MONTHS[unit]
            day = reference + relativedelta(months=offset * size)
            number = (day.month - 1) // size + 1
            return make_month(day.year, number + {1: 0, 3: _QUARTER, 6: _HALF}[size])
    except (ValueError, OverflowError):
        return None
    if unit == "decade":
        first = (reference.year // 10 + offset) * 10
        return make_interval(make_year(first), make_year(first + 9))
    return make_year(reference.year + offset) if unit == "year" else None


def stretch(unit: str, count: int, reference: Date) -> Period | None:
    """The last ``count`` units up to ``reference``, or the next ones where it is negative.

    >>> stretch("year", 5, Date(2017, 9, 7)).edtf, stretch("month", 3, Date(2017, 9, 7)).edtf
    ('2012/2017', '2017-06/2017-09')
    """
    now, then = unit_at(unit, reference), unit_at(unit, reference, -count)
    return make_interval(then, now) if count > 0 else make_interval(now, then)


def relative(relation: str, reference: Date, precision: str = "day") -> Period | None:
    """What ``year-1``, ``month0``, ``day-1``, ``ytd`` or ``now`` means on a day known to ``precision``.

    A unit finer than the precision gives None. The form with ``~`` is read as if the article's own date were
    the period spoken of.

    >>> relative("year-1", Date(2023, 1, 31), "month").edtf, relative("day-1", Date(2023, 1, 31), "month")
    ('2022', None)
    """
    rank = _RANK.get(precision, 2)
    if relation == "ytd":
        return (
            make_interval(make_month(reference.year, 1), make_month(reference.year, reference.month))
            if rank < 5
            else None
        )
    if relation == "now":
        return unit_at("day", reference) if rank == 0 else None
    hit = _RELATION.fullmatch(relation)
    if hit is None or _RANK.get(hit[1], 5) < rank:
        return None
    return unit_at(hit[1], reference, int(hit[3]))


@_kept
def shift(period: Period, relation: str) -> Period | None:
    """The period that stands in ``relation`` to the one spoken of: a year earlier, the month before.

    ``relation`` is ``unit~offset``, ``same``, or ``same@`` and the EDTF of a (fiscal) year. A year moves any
    grain ("a year earlier"); a smaller unit moves its own grain and finer ones, made as coarse as it is
    ("the month before").

    >>> shift(from_edtf("2022-01/2022-10"), "year~-1").edtf
    '2021-01/2021-10'
    >>> shift(from_edtf("2018-08-08"), "month~-1").edtf, shift(from_edtf("2018-35"), "quarter~-1").edtf
    ('2018-07', '2018-34')
    >>> shift(from_edtf("2019-01/2019-07"), "same@2018").edtf
    '2018-01/2018-07'
    """
    word, at, year = relation.partition("@")
    if word == "same":
        return _inside(period, from_edtf(year)) if at else period
    hit = _RELATION.fullmatch(relation)
    if hit is None or not hit[2] or abs(int(hit[3])) > 1000:
        return None
    unit, offset = hit[1], int(hit[3])
    if offset == 0 and unit in _RANK and period.end is not None:
        return unit_at(unit, period.end)
    if unit == "year":
        return _same_week(period, offset) or _moved(period, 12 * offset)
    if unit == "decade":
        return _moved(period, 120 * offset)
    grain = grain_of(period)
    if grain == "range":
        return (
            _moved(period, offset * _MONTHS[unit])
            if unit in _MONTHS and _spans(period) == _MONTHS[unit]
            else None
        )
    if period.start is None or _RANK[grain] > _RANK.get(unit, 0):
        return None
    return unit_at(unit, period.start, offset)


def _same_week(period: Period, years: int) -> Period | None:
    """The week of the same number so many years on; None where the period is no week."""
    if period.start is None or period.end is None or (period.end - period.start).days != 6:
        return None
    year, week, day = period.start.isocalendar()
    try:
        return make_week(Date.fromisocalendar(year + years, week, 1)) if day == 1 else None
    except ValueError:
        return None


def _inside(period: Period, year: Period | None) -> Period | None:
    """``period`` moved by whole years so that it begins in ``year`` (a fiscal year: in its right half)."""
    if year is None or year.start is None or year.end is None or period.start is None:
        return None
    target = year.start.year
    if year.end.year > target:
        turn = year.start.month if year.start.month > 1 else 4
        target += period.start.month < turn
    return _moved(period, 12 * (target - period.start.year))


def _spans(period: Period) -> int:
    """How many months an interval of months covers; 0 for another one."""
    if period.start is None or period.end is None or len(period.edtf) != 15:
        return 0
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1


def _moved(period: Period, months: int) -> Period | None:
    """Both sides moved by whole months, in their own grain; open ends stay open."""
    sides = [side if side == ".." else _moved_side(side, months) for side in period.edtf.split("/")]
    if None in sides:
        return None
    edtf = "/".join(map(str, sides))
    if ".." not in sides:
        return from_edtf(edtf)
    start, end = (from_edtf(str(side)) for side in sides)  # of an open side there is none
    return Period(start.start if start else None, end.end if end else None, edtf)


def _moved_side(side: str, months: int) -> str | None:
    old = from_edtf(side)
    if old is None or old.start is None:
        return None
    grain = _grain(side)
    if grain == "season":
        new = make_month(int(side[:4]) + months // 12, int(side[5:])) if months % 12 == 0 else None
    else:
        try:
            new = unit_at(grain, old.start + relativedelta(months=months))
        except (ValueError, OverflowError):
            return None
    return new.edtf if new else None
