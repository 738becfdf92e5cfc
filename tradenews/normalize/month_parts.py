"""Weeks and halves of a month."""

from __future__ import annotations

from datetime import date as Date

from tradenews.models.period import Period
from tradenews.normalize.periods import make_day, make_interval


def nth_week(month: Period, number: int) -> Period | None:
    """A week of a month, as far as it lies in it; the first one ends on the first Sunday.

    >>> from tradenews.normalize.periods import from_edtf
    >>> nth_week(from_edtf("2023-08"), 2).edtf, nth_week(from_edtf("2023-08"), 1).edtf
    ('2023-08-07/2023-08-13', '2023-08-01/2023-08-06')
    """
    if month.start is None or month.end is None:
        return None
    sunday = 7 * number + 1 - month.start.isoweekday()
    last = min(sunday, month.end.day)
    first = max(sunday - 6, 1)
    return _days_of(month.start, first, last) if first <= last else None


def half_of_month(month: Period, number: int) -> Period | None:
    """The first fifteen days of a month (1), or the rest (2).

    >>> from tradenews.normalize.periods import from_edtf
    >>> half_of_month(from_edtf("2023-08"), 2).edtf
    '2023-08-16/2023-08-31'
    """
    if month.start is None or month.end is None:
        return None
    return _days_of(month.start, *((1, 15) if number == 1 else (16, month.end.day)))


def part_of_month(month: Period, unit: str, number: int) -> Period | None:
    """The first, second ... ``week``, ``fortnight`` or third (``tenday``) of a month, or its first ``days``.

    >>> from tradenews.normalize.periods import from_edtf
    >>> august = from_edtf("2023-08")
    >>> part_of_month(august, "days", 20).edtf, part_of_month(august, "tenday", 3).edtf
    ('2023-08-01/2023-08-20', '2023-08-21/2023-08-31')
    """
    if unit == "week":
        return nth_week(month, number)
    if unit == "fortnight":
        return half_of_month(month, number)
    if month.start is None or month.end is None:
        return None
    length = month.end.day
    first, last = (1, number) if unit == "days" else (10 * number - 9, length if number == 3 else 10 * number)
    return _days_of(month.start, first, min(last, length))


def _days_of(month: Date, first: int, last: int) -> Period | None:
    days = (make_day(month.year, month.month, day) for day in (first, last))
    return make_interval(*days)
