"""Two periods or more to one: from one to the other, between them, one after the other."""

from __future__ import annotations

from itertools import pairwise

from tradenews.grammar.moments import before, joins, placed
from tradenews.grammar.rule import Hit
from tradenews.grammar.values import Moment
from tradenews.models.period import Period
from tradenews.normalize.periods import ending_in, from_edtf, grain_of, make_interval, weekday_near, with_year

_ANY_YEAR = 2001
_ANY_MONTH = "XXXX-XX-"
_RANGED = frozenset({"day", "month", "quarter", "half", "season", "year", "fiscal", "weekday"})


_NEXT_YEAR, _SAME_YEAR = "year~1", "year~0"


def range_of(hit: Hit) -> Moment | None:
    """``from March 2015 to June 2016``, ``between 2015 and 2017``, ``Friday to Sunday``."""
    first, last = hit.all("θ")[:2]
    if (
        not joins(hit)
        or first.grain not in _RANGED
        or last.grain not in _RANGED
        or first.direction
        or last.direction
    ):
        return None
    if "&" in hit.tags and "<" not in hit.tags:
        return None
    if "-" in hit.tags and "n" in hit.tags:
        return None  # the dash of a dateline: "14 March 2023 - In January"
    if first.relation.startswith("weekday") or last.relation.startswith("weekday"):
        return _weekdays(hit, first, last)
    if last.relation == _NEXT_YEAR:
        return _into_next(first, last, hit)
    if first.relation or last.relation:
        return None
    if first.pattern and last.pattern and "XXXX-XX" not in first.pattern + last.pattern:
        pattern = f"{first.pattern}/{last.pattern}"
        return Moment(placed(hit.context, pattern), "range", pattern=pattern)
    start, end = first.period, last.period
    if first.pattern and end is not None and end.end is not None:
        start = ending_in(first.pattern, end.end.year)
        if start and end.start and start.start and start.start > end.start:
            start = ending_in(first.pattern, end.end.year - 1)
    elif last.pattern and start is not None and start.start is not None:
        if last.pattern.startswith(_ANY_MONTH) and grain_of(start) == "day":
            return _days(start, from_edtf(f"{start.edtf[:8]}{last.pattern[8:]}"))
        end = with_year(last.pattern, start.start.year)
        if end and end.end and end.end < start.start:
            end = with_year(last.pattern, start.start.year + 1)
    period = make_interval(start, end)
    if period is None:
        return None
    return Moment(period, "years" if grain_of(period) == "range" and first.grain == "year" else "range")


def _into_next(first: Moment, last: Moment, hit: Hit) -> Moment | None:
    """``10月至次年9月``, ``2022年10月至次年3月``: months over the end of a year."""
    if not last.pattern or {first.grain, last.grain} != {"month"}:
        return None
    if first.pattern and first.relation in ("", _SAME_YEAR) and last.pattern < first.pattern:
        pattern = f"{first.pattern}/{last.pattern}"
        return Moment(placed(hit.context, pattern), "range", pattern=pattern)
    if first.pattern or first.relation or first.period is None or first.period.start is None:
        return None
    period = make_interval(first.period, with_year(last.pattern, first.period.start.year + 1))
    return Moment(period, "range") if period is not None else None


def _days(first: Period, last: Period | None) -> Moment | None:
    """``本月1日至20日``: two days of the month that the first one names."""
    period = make_interval(first, last)
    return Moment(period, "range") if period is not None else None


def _weekdays(hit: Hit, first: Moment, last: Moment) -> Moment | None:
    """``von Freitag bis Samstag``: the last such days."""
    days = [int(m.relation[7:]) if m.relation.startswith("weekday") else 0 for m in (first, last)]
    if not all(days) or first.period is None or first.period.start is None:
        return Moment(None, "range") if all(days) else None
    end = weekday_near(days[1], first.period.start, 1)
    return Moment(make_interval(first.period, end), "range")


def range_to_end(hit: Hit) -> Moment | None:
    """``von Januar bis Ende November``, ``de janvier à fin novembre``: months, the last one whole."""
    first, last = hit.all("θ")[:2]
    if hit["α"] not in ("until", "end") or before(hit) not in "oqα_":
        return None
    if {first.grain, last.grain} != {"month"} or not first.pattern or not last.pattern:
        return None
    if first.direction or last.direction:
        return None
    pattern = f"{first.pattern}/{last.pattern}"
    return Moment(placed(hit.context, pattern), "range", pattern=pattern)


def year_list(hit: Hit) -> Moment | None:
    """``2010 und 2011``, ``2010 wie auch 2011``: two years on end."""
    first, last = hit.all("θ")[:2]
    if first.grain != "year" or last.grain != "year" or not first.period or not last.period:
        return None
    if first.relation or last.relation or not first.period.end or not last.period.start:
        return None
    if last.period.start.year != first.period.end.year + 1:
        return None
    return Moment(make_interval(first.period, last.period), "years")


def month_list(hit: Hit) -> Moment | None:
    """``July, August and September 2024``: months on end; the last two may be one link already."""
    found: list[Moment] = hit.all("θ")
    if any(m.grain != "month" or not m.pattern or m.direction or m.relation for m in found[:-1]):
        return None
    last = found[-1]
    if last.grain not in ("month", "range") or last.relation or last.direction:
        return None
    if not last.pattern and not any(map(str.isdigit, hit.chain.words(hit.last - 1))):
        return None  # "in July, last month"
    months = [int(m.pattern[5:7]) for m in found[:-1]]
    end = with_year(last.pattern, _ANY_YEAR) if last.pattern else last.period
    if end is None or end.start is None or end.end is None or end.start.year != end.end.year:
        return None
    months.append(end.start.month)
    if any(second != first + 1 for first, second in pairwise(months)):
        return None
    pattern = f"XXXX-{months[0]:02}/XXXX-{end.end.month:02}"
    if last.pattern:
        return Moment(placed(hit.context, pattern), "range", pattern=pattern)
    return Moment(with_year(pattern, end.end.year), "range")
