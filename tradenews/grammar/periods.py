"""Calendar expressions to periods: what single dates make together.

First DATES makes a link of each expression by itself, then JOINS puts a part and its year, a weekday and its
day, and the two ends of a range together, then PERIODS adds what stands around ("since", "early", "than").
"""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.fiscal import fiscal_pattern, in_fiscal, is_numbered
from tradenews.grammar.moments import before, fiscal_start, is_that, placed, related, sense
from tradenews.grammar.period_ranges import month_list, range_of, range_to_end, year_list
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.stretches import (
    closed_behind,
    days_aside,
    ending,
    ending_first,
    fiscal_closed,
    fiscal_ending,
    months_aside,
    months_gone,
    months_in,
    named_quarter,
    to_now,
    year_closed,
)
from tradenews.grammar.values import Moment
from tradenews.normalize.month_parts import part_of_month
from tradenews.normalize.periods import (
    ending_in,
    from_edtf,
    grain_of,
    weekday_near,
    with_year,
)
from tradenews.scan.chain import Link

_HALVES = {"XXXX-40": "nth:fortnight:1", "XXXX-41": "nth:fortnight:2"}  # of a month
_DIRECTIONS = frozenset({"since", "until", "before", "after"})
_PARTS = frozenset({"early", "mid", "late", "end"})


def _pair(hit: Hit) -> tuple[Moment, Moment]:
    return tuple(hit.all("θ")[:2])


def is_whole_year(moment: Moment) -> bool:
    """Is it a year without a part of it?"""
    return moment.grain in ("year", "fiscal") and not moment.pattern and not moment.direction


def _day_of_month(hit: Hit) -> Moment | None:
    """``本月5日``: the number of a day, and the month that goes with it."""
    first, second = _pair(hit)
    if not second.pattern.startswith("XXXX-XX-") or first.grain != "month" or first.period is None:
        return None
    period = from_edtf(f"{first.period.edtf}-{second.pattern[8:]}")
    return Moment(period, "day") if period else None


def _with_year(hit: Hit) -> Moment | None:
    """``the first half of last year``, ``Oktober des Vorjahres``, ``2023年上半年``, ``this year's Q1``."""
    found: list[Moment] = hit.all("θ")
    first, second = found[-2:]  # of "the first nine months (July-March) of 2018-19" the months and the year
    if first.compared or second.compared or hit.get("τ") not in (None, "period"):
        return None  # "year on year in April"
    again = first.grain == "range" or first.pattern == found[0].pattern  # "first half (H1) of 2015"
    if len(found) > 2 and (not first.pattern or not again or is_whole_year(found[0])):
        return None
    if is_whole_year(first) and not is_whole_year(second):
        if "‹" in hit.tags:
            return None  # the months of a season, see STRETCHES
        part, year = second, first
    elif is_whole_year(second):
        part, year = first, second
    else:
        return None
    if part.grain == "same" or part.relation.endswith("~0"):
        return same_year(year)
    if year.relation == "whole" and part.pattern and not part.relation:
        return part  # "closed the first six months of the year"
    if not part.pattern or "XXXX-XX" in part.pattern or part.relation.startswith("weekday"):
        return None
    numbered = part.grain in ("quarter", "half") or is_numbered(hit, part)
    if year.fiscal == "-1" and hit.tags == "θθ" and before(hit) == "α":
        return None  # "im Ende März abgelaufenen Geschäftsjahr"
    if year.grain == "fiscal" and year.period is None and numbered:
        pattern = fiscal_pattern(part, fiscal_start(hit))
        return evolve(part, period=None, pattern=pattern, relation="" if pattern else year.relation)
    if year.period is None or year.period.end is None:
        return evolve(part, period=part.period if year.grain == "fiscal" else None, relation=year.relation)
    if year.grain == "fiscal":
        period = in_fiscal(part, year.period, numbered=numbered)
        relation = "" if period else f"in@{year.period.edtf}"
        own = f"{year.fiscal} {part.pattern}" if year.fiscal and numbered else ""
        pattern = "" if period else part.pattern
        return evolve(part, period=period, pattern=pattern, relation=relation, fiscal=own)
    period = ending_in(part.pattern, year.period.end.year)
    if year.relation:
        return evolve(part, period=period, relation=year.relation)
    return Moment(period, part.grain) if period else None


def same_year(year: Moment) -> Moment:
    """``the same months of 2018``, ``im gleichen Zeitraum des Vorjahres``, ``same month last year``."""
    if year.relation:
        relation = year.relation.replace("season", "year")
        relation = relation if "~" in relation else relation.replace("year", "year~", 1)
        return Moment(None, "same", relation=relation)
    return Moment(None, "same", relation=f"same@{year.period.edtf}" if year.period else "same")


def _same_day(hit: Hit) -> Moment | None:
    """``Monday, Sept. 4``, ``heute, Montag``, ``今天（5月9日）``: two names of one day."""
    first, second = _pair(hit)
    if {first.grain, second.grain} - {"day", "weekday"} or first.direction or second.direction:
        return None
    if second.relation.startswith("weekday"):
        first, second = second, first
    if not first.relation.startswith("weekday"):
        if not (first.relation == "" and first.pattern == "" and second.pattern):
            return None
        stated = first.period
        if stated and stated.edtf.endswith(second.pattern.replace("XXXX-", "").replace("XX-", "")):
            return Moment(stated, "day")
        return second
    weekday = int(first.relation[7:])
    if second.pattern:
        period = placed(hit.context, second.pattern, weekday)
        return evolve(second, period=period)
    if second.relation.startswith("weekday"):
        return None
    return _fitting(second, weekday)


def _fitting(day: Moment, weekday: int) -> Moment:
    """A day of which the order of the numbers left two readings: the one on the weekday named with it."""
    readings = [day.period, *(from_edtf(edtf) for a in day.assumptions for edtf in a.alternatives)]
    right = [p for p in readings if p is not None and p.start and p.start.isoweekday() == weekday]
    return Moment(right[0], day.grain) if day.assumptions and len(right) == 1 else day


def _part_of_month(hit: Hit) -> Moment | None:
    """``the second week of August``, ``la primera quincena del mes``: weeks end on Sundays."""
    found: list[Moment] = hit.all("θ")
    part, other = found[0], found[-1]
    if other.relation.startswith("nth") and hit.tags == "θθ":
        part, other = other, part  # 5月上旬
    if part.pattern in _HALVES and other.grain == "month" and not (part.direction or other.compared):
        part = Moment(None, "week", relation=_HALVES[part.pattern])  # "the first half of July"
    if not part.relation.startswith("nth"):
        return None
    month = related(hit.context, "month0") if hit.get("τ") == "month" else other.period
    if month is None and other.grain == "month":
        return evolve(part, pattern=other.pattern)
    if month is None or grain_of(month) != "month":
        return None
    _, unit, number = part.relation.split(":")
    return Moment(part_of_month(month, unit, int(number)), "week")


def _part_of_named_month(hit: Hit) -> Moment | None:
    """``今年5月上旬``: a part of a month of a year."""
    year, month, part = hit.all("θ")
    if not part.relation.startswith("nth") or not is_whole_year(year) or year.period is None:
        return None
    named = with_year(month.pattern, year.period.start.year) if month.pattern else None
    if named is None or grain_of(named) != "month":
        return None
    _, unit, number = part.relation.split(":")
    return Moment(part_of_month(named, unit, int(number)), "week")


def _same_told(hit: Hit) -> Moment | None:
    """``im gleichen Vorjahreszeitraum``: "the same", of a period that hangs on the one spoken of."""
    moment: Moment = hit["θ"]
    return moment if hit["κ"] == "same" and "~" in moment.relation else None


def _this_month(hit: Hit) -> Moment | None:
    """``9月当月``: the month named, said twice."""
    first, second = _pair(hit)
    return first if second.relation == f"{first.grain}~0" else None


def _latest_month(hit: Hit) -> Moment | None:
    """``julio, último mes disponible``: the month named, told to be the last of which there are figures."""
    first, second = _pair(hit)
    relative = second.grain == "month" and not (second.pattern or second.relation or second.direction)
    relative = relative and not any(map(str.isdigit, hit.chain.words(hit.last - 1)))
    return first if relative and first.grain == "month" and not first.relation else None


def _anchored(hit: Hit) -> Moment | None:
    """``since early 2017``, ``until the end of October``, ``by 2024``, ``Mid-September``."""
    moment: Moment = hit["θ"]
    for value in hit.all("α"):
        if value in _DIRECTIONS:
            moment = evolve(moment, direction=value)
        elif value in _PARTS:
            moment = evolve(moment, part=value)
        elif value != "during":
            return None
    return _future(hit, moment)


def _future(hit: Hit, moment: Moment) -> Moment:
    """``until Friday``, ``by December``: a day or month to come where the article's date was guessed with."""
    if moment.direction not in ("until", "before") or not moment.relation.startswith("weekday"):
        return moment
    if moment.period is None or hit.context is None or hit.context.reference is None:
        return moment
    return evolve(moment, period=weekday_near(int(moment.relation[7:]), hit.context.reference, 1))


def _with_part(moment: Moment, hit: Hit) -> Moment:
    part = hit.get("α")
    return evolve(moment, part=part) if part in _PARTS else moment


def _worded(hit: Hit) -> Moment | None:
    """``ab 2026``, ``bis März``, ``a agosto``, ``by 2024``: prepositions that tell a direction, too."""
    moment: Moment = hit["θ"]
    known = not moment.relation or (moment.grain == "month" and moment.relation == "year0")
    if moment.direction or not known or moment.grain in ("range", "years"):
        return None
    moment = _with_part(moment, hit)
    direction = sense(hit, hit.first, "since", "until")
    if moment.grain == "month" and not direction and sense(hit, hit.first, "up to"):
        direction = "until"
    return _future(hit, evolve(moment, direction=direction)) if direction else None


def _compared(hit: Hit) -> list[Link] | None:
    """``than in 2018``, ``gegenüber Oktober 2021``: the period of what a figure is compared with."""
    if hit.tags[0] == "b" and (
        str(hit["b"]) not in ("over", "under") or " " not in hit.chain.words(hit.first)
    ):
        return None
    if hit.tags[0] == "=" and sense(hit, hit.first, "that") and is_that(hit.chain.tags, hit.first, hit.last):
        return None
    links = [hit.chain.link(i) for i in range(hit.first, hit.last)]
    last = links[-1]
    if last.value.compared or last.value.grain == "span" or last.value.direction == "since":
        return None
    if hit.tags[-2] == "l" and (
        last.value.grain != "year" or hit.tags[-3] not in "n_" or last.value.relation
    ):
        return None  # "more than in the dry year 2018"
    links[-1] = Link("θ", last.start, last.end, evolve(last.value, compared=True))
    return links


def _compared_behind(hit: Hit) -> Moment | None:
    """``与去年上半年相比``: the period of what a figure is compared with, in a script without blanks."""
    moment: Moment = hit["θ"]
    if moment.grain in ("day", "weekday") or hit.chain.text[hit.chain.starts[hit.first]].isascii():
        return None
    return evolve(moment, compared=True)


def _behind(hit: Hit) -> Moment | None:
    """``2009年以来``, ``9月底``, ``今年年底前``: anchors that follow, in a script without blanks."""
    moment: Moment = hit["θ"]
    if moment.relation and not moment.period:
        return None
    if hit.chain.text[hit.chain.starts[hit.last - 1]].isascii():
        return None
    for value in hit.all("α"):
        if value in _PARTS:
            moment = evolve(moment, part=value)
        elif value in _DIRECTIONS:
            moment = evolve(moment, direction=value)
        else:
            return None
    return moment


JOINS = Grammar(
    "θ",
    Rule("period.same_day_aside", "θ ‹ θ ›", _same_day, example="今天（5月9日）", language="zh"),
    Rule("period.part_of_named_month", "θ θ θ", _part_of_named_month, example="今年5月上旬", language="zh"),
    Rule("period.part_of_month", "θ [on]* _? [θτ]", _part_of_month, example="the first week of May 2023"),
    Rule("period.same_day", "θ ,? _? θ", _same_day, example="Monday, 4 September 2017"),
    Rule("period.day_of_month", "θ θ", _day_of_month, example="本月5日", language="zh"),
    Rule("period.named_quarter", "θ τ", named_quarter, example="in the June quarter"),
    Rule(
        "period.same_told",
        "κ θ",
        _same_told,
        example="weniger als im gleichen Vorjahreszeitraum",
        language="de",
    ),
    Rule("period.this_month", "θ θ", _this_month, example="9月当月", language="zh"),
    Rule(
        "period.latest_month",
        "θ , _? θ (?= [lsu,] )",
        _latest_month,
        example="im Juli, dem letzten Monat mit verfügbaren Zahlen",
        language="de",
    ),
    Rule("period.part_of_year", "θ [τφ]? [on]* _? θ", _with_year, example="the first half of last year"),
    Rule(
        "period.months_of_year",
        "θ ‹ θ › [on]* _? θ",
        _with_year,
        example="the nine months (May-July) of 2019",
    ),
    Rule("period.part_aside", "θ ‹ [on]* _? θ ›", _with_year, example="in July-March (2018-19)"),
)

STRETCHES = Grammar(
    "θ",
    Rule("period.months_aside", "θ φ? ‹ θ ›", months_aside, example="in the 2020/21 season (November-April)"),
    Rule(
        "period.days_aside",
        "θ ‹ τ? [oq_]* [dΔ] [-t] [dΔ] ›",
        days_aside,
        example="la segunda semana de junio de 2024 (del 10 al 16)",
        language="es",
    ),
    Rule("period.month_list", "θ (?: , θ ){1,4}", month_list, example="July, August and September 2024"),
    Rule(
        "period.fiscal_ending",
        "φ _? α [nzo]? _? θ",
        fiscal_ending,
        example="the fiscal year that ended in June",
    ),
    Rule(
        "period.fiscal_closed",
        "θ φ? ,? l? α [nzo]? _? θ",
        fiscal_closed,
        example="in fiscal 2022/23, which ended in June",
    ),
    Rule(
        "period.closed_behind",
        "[φθ] ,? [_l] [ztn] θ [Yl]",
        closed_behind,
        example="im zweiten Quartal, das am 30. September endete",
        language="de",
    ),
    Rule(
        "period.year_closed",
        "τ [-,‹]? α _? θ",
        year_closed,
        example="los resultados del año -cerrado a 31 de marzo de 2016-",
        language="es",
    ),
    Rule("period.fiscal_to_day", "φ [tz]? _? θ", fiscal_ending, example="the fiscal year to 31 March 2024"),
    Rule(
        "period.ending_half", "α θ α? o? φ θ", ending_first, example="截至9月30日的财年上半年", language="zh"
    ),
    Rule("period.fiscal_of", "α θ α? o? φ", fiscal_ending, example="截至9月的财年", language="zh"),
    Rule(
        "period.months_gone",
        "[αtzYnb] _? [dw] τ [on]* _? θ",
        months_gone,
        example="after nine months of 2018",
    ),
    Rule("period.months_in", "θ [dw] τ", months_in, example="2018年九个月", language="zh"),
    Rule("period.ending", "[θτλ] [tzαb] (?:α [-on]? _?)? _? θ", ending, example="in the year to May"),
    Rule("period.count_ending", "[dw] τ [tzαb] (?:α [-on]? _?)? _? θ", ending, example="in 12 months to May"),
    Rule("period.ending_first", "α θ α? o? θ", ending_first, example="截至6月的12个月", language="zh"),
    Rule("period.to_now", "θ t? θ", to_now, example="from January until now"),
    Rule("period.range_to_end", "θ α _? θ", range_to_end, example="de janvier à fin mars", language="fr"),
    Rule("period.range", "θ [-tzb] [_n]? θ", range_of, example="from March 2015 to June 2016"),
    Rule("period.between", "< _? θ & _? θ", range_of, example="between March 2015 and June 2016"),
    Rule("period.years", "θ & [_n]? θ", year_list, example="in 2010 and in 2011"),
)

PERIODS = Grammar(
    "θ",
    Rule("period.anchored", "α [-on]? _? (?: α [-on]? _? )? θ", _anchored, example="since early 2017"),
    Rule("period.worded", "[tqyzonrb] _? (?: α [-on]? _?)? θ", _worded, example="by 2024"),
    Rule("period.behind", "θ α α?", _behind, example="9月底", language="zh"),
    Rule("period.compared_behind", "u θ =", _compared_behind, example="与去年上半年相比", language="zh"),
    Rule("period.compared", "[=b] [nozyt_]* l? θ", _compared, example="than in 2018"),
)
