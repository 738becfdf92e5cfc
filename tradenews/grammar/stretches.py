"""Stretches of months that end in one, are named after one, or are told in brackets."""

from __future__ import annotations

from datetime import timedelta

from attrs import evolve

from tradenews.grammar.moments import (
    CLOSED,
    before,
    day_of,
    numbers_of,
    pattern_moment,
    related,
    sense,
    year_of,
)
from tradenews.grammar.rule import Hit
from tradenews.grammar.values import Moment
from tradenews.models.period import Period
from tradenews.normalize.periods import (
    from_edtf,
    make_day,
    make_fiscal,
    make_interval,
    make_month,
    make_year,
    shift,
    with_year,
)

_STRETCHED = frozenset({"quarter", "half", "range", "fiscal", "year"})
_YEAR = 12  # months
COUNTED = {"quarter": 3, "half": 6}  # months
_LAST = {"month": 12, "quarter": 36, "half": 41}  # EDTF of the last one of a year
_ENDING = frozenset({"-1", "~-1", "past"})  # what "last" means before one of these
_SECOND_HALF = 5  # months before it are of the second year of a season


def fiscal_closed(hit: Hit) -> Moment | None:
    """``the 2022/23 season, which ended in June``: the twelve months up to the one named."""
    found: list[Moment] = hit.all("θ")
    year, month = found[0], found[-1]
    if year.grain not in ("fiscal", *COUNTED) or month.relation or not _leads_to(hit):
        return None
    month = whole_month(month)
    if year.grain in COUNTED:
        return part_closed(year, month)
    if month.grain != "month":
        return None
    if not month.pattern:  # "the last fiscal year, which ended in June 2013"
        period = months_up_to(month.period, _YEAR)
        return Moment(period, "fiscal") if period is not None else None
    if year.period is None or year.period.end is None:
        return None
    last = with_year(month.pattern, year.period.end.year)
    return evolve(year, period=months_up_to(last, _YEAR)) if last is not None else None


def part_closed(part: Moment, month: Moment) -> Moment | None:
    """``the second quarter, which ended on 30 September``: the months of that quarter of a fiscal year."""
    if month.grain != "month" or part.direction or part.compared or part.relation:
        return None
    pattern = pattern_up_to(int(month.pattern[5:7]), COUNTED[part.grain]) if month.pattern else ""
    named = f"{CLOSED} {part.pattern[5:]}" if part.pattern else CLOSED
    return Moment(months_up_to(month.period, COUNTED[part.grain]), "range", pattern=pattern, part=named)


def closed_behind(hit: Hit) -> Moment | None:
    """``im Geschäftsjahr, das am 30. Juni endete``: the verb that closes a stretch stands behind its day."""
    last: Moment = hit.all("θ")[-1]
    if not sense(hit, hit.last - 1, "year") or last.relation or last.direction:
        return None
    month = whole_month(last)
    if month.grain != "month":
        return None
    if hit.tags[0] == "φ":
        return Moment(months_up_to(month.period, _YEAR), "fiscal", part=CLOSED) if month.period else None
    first: Moment = hit.all("θ")[0]
    if (
        first.grain == "fiscal"
        and month.pattern
        and first.period is not None
        and first.period.end is not None
    ):
        ended = with_year(month.pattern, first.period.end.year)
        return evolve(first, period=months_up_to(ended, _YEAR))
    return part_closed(first, month) if first.grain in COUNTED else None


def named_quarter(hit: Hit) -> Moment | None:
    """``the June quarter``: the three months up to the one named."""
    month: Moment = hit["θ"]
    if month.grain != "month" or hit["τ"] != "quarter" or month.relation or month.direction:
        return None
    if not month.pattern:  # "the June 2021 quarter"
        period = months_up_to(month.period, COUNTED["quarter"])
        return Moment(period, "range") if period is not None else None
    pattern = pattern_up_to(int(month.pattern[5:7]), 3)
    return Moment(months_up_to(month.period, 3), "range", pattern=pattern)


def pattern_up_to(last: int, count: int) -> str:
    """So many months up to one, in any year."""
    return f"XXXX-{(last - count) % _YEAR + 1:02}/XXXX-{last:02}"


def months_aside(hit: Hit) -> Moment | None:
    """``la campagne 2020/21 (novembre-avril)``, ``the first half (April to September)``: in what months."""
    found: list[Moment] = hit.all("θ")
    first, months = found
    if months.grain == "range" and first.grain == "week" and months.period is not None:
        return Moment(months.period, "week")
    if months.grain != "range" or first.grain not in _STRETCHED or months.direction or months.relation:
        return None
    if not months.pattern:
        return evolve(first, period=months.period, pattern="", relation="")
    year = from_edtf(first.relation[3:]) if first.relation.startswith("in@") else first.period
    if year is None or year.start is None or year.end is None:
        return None
    split = year.start.year < year.end.year and int(months.pattern[5:7]) < _SECOND_HALF
    turns = months.pattern[5:7] > months.pattern[-2:]
    period = with_year(months.pattern, year.start.year + (split and not turns))
    return evolve(first, period=period, pattern="", relation="") if period else None


def ending(hit: Hit) -> Moment | None:
    """``the three months to September``, ``the year ended March 2019``, ``fiscal 2023 ended March``.

    Also ``the 12 months through end-February``, ``the three months to 31 January``, ``the week to 7 March``.
    """
    last: Moment = hit.all("θ")[-1]
    if last.relation or not _leads_to(hit):
        return None
    if last.grain == "year":
        return _years_up_to(hit, last)
    unit = str(hit.chain.values[hit.first]) if hit.tags[0] in "τλ" else str(hit.get("τ"))
    if last.grain == "day" and unit == "week":
        return _ending_on(last.period)
    last = whole_month(last)
    if last.grain != "month":
        return None
    if hit.tags[0] in "dw":
        digits = str(hit["dw"])
        count = int(digits) if unit == "month" and digits.isdigit() and len(digits) <= 2 else 0
    elif hit.tags[0] in "τλ":
        count = _YEAR if unit == "year" else COUNTED.get(unit, 0)
    else:
        first: Moment = hit["θ"]
        if first.grain == "fiscal" and first.period and first.period.end and last.pattern:
            period = with_year(last.pattern, first.period.end.year)
            return Moment(months_up_to(period, _YEAR), "fiscal", part=CLOSED)
        count = int(first.pattern[-2:]) if first.relation == "same" and len(first.pattern) == 15 else 0
        count = _YEAR if first.relation == "year~-1" else count  # "em 12 meses até março"
        count = _length(first.period) if first.grain == "span" else count  # "los últimos doce meses a julio"
        if first.grain in COUNTED and "α" in hit.tags:
            return part_closed(first, last)
    if not 0 < count <= _YEAR:
        return None
    pattern = pattern_up_to(int(last.pattern[5:7]), count) if last.pattern else ""
    return Moment(months_up_to(last.period, count), "range", pattern=pattern)


def _length(period: Period | None) -> int:
    """How many months lie in a stretch, which reaches into the article's own."""
    if period is None or period.start is None or period.end is None:
        return 0
    return 12 * (period.end.year - period.start.year) + period.end.month - period.start.month


def _years_up_to(hit: Hit, last: Moment) -> Moment | None:
    """``in the ten years to 2022``, ``in den fünf Jahren bis 2020``: so many years up to one."""
    digits = str(hit["dw"]) if hit.tags[0] in "dw" else ""
    if hit.get("τ") not in ("year", "decade") or not digits.isdigit() or len(digits) > 2:
        return None
    count = int(digits) * (10 if hit["τ"] == "decade" else 1)
    if count < 2 or last.period is None or last.period.start is None or last.pattern:
        return None
    year = last.period.start.year
    return Moment(make_interval(make_year(year - count + 1), last.period), "years")


def days_aside(hit: Hit) -> Moment | None:
    """``a segunda semana de junho (dias 10 a 16)``: the days of a week told in brackets."""
    week, days = hit["θ"], [day_of(number) for number in numbers_of(hit)]
    if week.grain != "week" or len(days) != 2 or None in days or hit.get("τ") not in (None, "day"):
        return None
    month = week.period.start if week.period is not None else None
    if month is None:
        return None
    ends = [make_day(month.year, month.month, day) for day in days if day]
    return Moment(make_interval(ends[0], ends[1]), "week") if all(ends) else None


def months_gone(hit: Hit) -> Moment | None:
    """``after nine months of 2018``, ``na negen maanden dit jaar``: the first months of a year."""
    return _first_months(hit) if sense(hit, hit.first, "gone") else None


def months_in(hit: Hit) -> Moment | None:
    """``2018年九个月``: the year, then how many of its months."""
    return _first_months(hit)


def _first_months(hit: Hit) -> Moment | None:
    year: Moment = hit["θ"]
    count = int(str(hit["dw"])) if str(hit["dw"]).isdigit() else 0
    if hit["τ"] != "month" or not 1 < count < _YEAR or year.grain != "year" or year.direction:
        return None
    if year.period is None or year.period.start is None or "~" in year.relation or year.compared:
        return None
    first = year.period.start.year
    return Moment(make_interval(make_month(first, 1), make_month(first, count)), "range")


def ending_first(hit: Hit) -> Moment | None:
    """``截至6月的12个月``: the month that ends a stretch, and how long it is."""
    found: list[Moment] = hit.all("θ")
    last, months = found[0], found[-1]
    if hit["α"] != "until":
        return None
    if months.grain in COUNTED and not last.relation:
        return part_closed(months, whole_month(last))
    if last.grain != "month" or months.relation != "same" or len(months.pattern) != 15:
        return None
    return Moment(months_up_to(last.period, int(months.pattern[-2:])), "range")


def to_now(hit: Hit) -> Moment | None:
    """``De janeiro até agora``, ``da gennaio a oggi``, ``今年1月至今``: from a month up to the article's."""
    first, now = hit.all("θ")
    spaced = hit.chain.text[hit.chain.starts[hit.first]].isascii()
    if first.grain != "month" or first.relation or (spaced and before(hit) not in "oqα"):
        return None
    this = related(hit.context, "month0")
    today = now.relation == "now" or (now.grain == "day" and now.period == related(hit.context, "day0"))
    if not today or now.direction:
        return None
    return evolve(first, direction="since") if this else Moment(None, "range", relation="ytd")


def _leads_to(hit: Hit) -> bool:
    """Do the words between say "up to"?"""
    link = next(hit.chain.find("tzαb", hit.first + 1, hit.last))
    tag, value = hit.chain.tags[link], hit.chain.values[link]
    if tag == "α":
        return value in ("until", "end")
    return tag == "t" or bool(sense(hit, link, "until"))


def whole_month(moment: Moment) -> Moment:
    """The month that ends on a day, if it does: "the three months ended 31 January"."""
    day = moment.period.end if moment.grain == "day" and moment.period else None
    if day is None or (day + timedelta(days=1)).day != 1:
        return moment
    return Moment(make_month(day.year, day.month), "month", pattern=moment.pattern[:7])


def _ending_on(day: Period | None) -> Moment | None:
    """The seven days up to one."""
    if day is None or day.end is None:
        return None
    first = from_edtf((day.end - timedelta(days=6)).isoformat())
    return Moment(make_interval(first, day), "week")


def fiscal_ending(hit: Hit) -> Moment | None:
    """``the fiscal year that ended in June``, ``截至9月的财年``: the twelve months up to what is named."""
    last: Moment = hit["θ"]
    if hit.get("α") not in (None, "until"):
        return None
    if last.relation or last.period is None:
        return None
    if not set("αt") & set(hit.tags) and last.grain != "day":
        return None
    if last.grain == "month":
        return Moment(months_up_to(last.period, _YEAR), "fiscal", part=CLOSED)
    earlier = shift(last.period, "year~-1") if last.grain == "day" else None
    if earlier is None or earlier.end is None:
        return None
    day = earlier.end + timedelta(days=1)
    if day.day == 1:
        return Moment(make_fiscal(day.year, day.month), "fiscal", part=CLOSED)
    return Moment(make_interval(from_edtf(day.isoformat()), last.period), "fiscal")


def year_closed(hit: Hit) -> Moment | None:
    """``the results of the year - closed on 30 June 2017``: the fiscal year that ends on that day."""
    day: Moment = hit["θ"]
    month = whole_month(day)
    if hit["τ"] != "year" or hit["α"] != "until" or day.grain != "day" or month.grain != "month":
        return None
    if day.pattern or day.relation or " " not in hit.chain.words(next(hit.chain.find("α", hit.first))):
        return None
    return Moment(months_up_to(month.period, _YEAR), "fiscal", part=CLOSED)


def months_up_to(month: Period | None, count: int) -> Period | None:
    """So many months, the last of which is ``month``."""
    if month is None or month.end is None:
        return None
    first = month.end.year * 12 + month.end.month - count
    return make_interval(make_month(first // 12, first % 12 + 1), month)


def _is_of_year(hit: Hit) -> bool:
    """Does a year follow: "of 2025", "of the year", "of last year", "2025"?"""
    chain, i = hit.chain, hit.last
    of = chain.tags[i : i + 1] == "o"
    while chain.tags[i : i + 1] in tuple("o_κ"):
        i += 1
    tag, value = chain.tags[i : i + 1], chain.values[i] if i < len(chain) else None
    if tag == "d":
        return year_of(value) is not None
    return of and ((tag == "τ" and value == "year") or (tag == "ρ" and str(value).startswith("year")))


def end_of_year(hit: Hit) -> Moment | None:
    """``the last month of 2025``, ``les trois derniers mois de 2025``."""
    unit = hit["τ"]
    if unit not in _LAST or not _is_of_year(hit):
        return None
    count = str(hit.get("dw") or 1)
    if hit["κ"] not in _ENDING or not count.isdigit():
        return None
    if count == "1":
        return pattern_moment(hit.context, f"XXXX-{_LAST[unit]}")
    if unit != "month" or not 1 < int(count) < _YEAR:
        return None
    return pattern_moment(hit.context, pattern_up_to(_YEAR, int(count)))
