"""EDTF (ISO 8601-2) dates, months, quarters, halves, years and intervals to periods."""

from __future__ import annotations

import calendar
import re
from datetime import date as Date
from datetime import datetime as DateTime

from tradenews.errors import NormalizationError
from tradenews.lazy import regex
from tradenews.models.period import Period

_PART = regex(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
_SPANS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}
_HINT = "write 2017-09-07, 2017-09, 2017, 2017-33 (a quarter) or 2017-01/2017-10"


def parse_edtf(text: str) -> Period:
    """The period of an EDTF string; the time of day of an ISO 8601 date-time is dropped.

    :class:`NormalizationError` where the text is none.

    >>> parse_edtf("2017-09").end
    datetime.date(2017, 9, 30)
    >>> parse_edtf("2009/..").end is None
    True
    """
    first, slash, last = text.strip().partition("/")
    try:
        if not slash:
            return Period(*_side(first))
        opening, _, begins = (None, None, "..") if first in ("", "..") else _side(first)
        _, closing, ends = (None, None, "..") if last in ("", "..") else _side(last)
    except ValueError as error:
        raise NormalizationError(text, "date", hint=_HINT) from error
    if (opening is None and closing is None) or (opening and closing and closing < opening):
        raise NormalizationError(text, "date", hint=_HINT)
    return Period(opening, closing, f"{begins}/{ends}")


def _side(part: str) -> tuple[Date, Date, str]:
    """First and last day, and how EDTF writes them; ``ValueError`` for what is no date."""
    hit = _PART.fullmatch(part)
    if hit is None and "W" not in part:  # EDTF has no weeks
        day = DateTime.fromisoformat(part).date()
        return day, day, day.isoformat()
    if hit is None or hit[2] == "00":
        raise ValueError(part)
    if hit[3]:
        day = Date(int(hit[1]), int(hit[2]), int(hit[3]))
        return day, day, part
    year, month = int(hit[1]), int(hit[2] or 0)
    first, last = _SPANS.get(month) or ((month, month) if month else (1, 12))
    return Date(year, first, 1), Date(year, last, calendar.monthrange(year, last)[1]), part
