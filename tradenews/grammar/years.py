"""Digits and names to years, fiscal years, decades, seasons and numbered parts of a year."""

from __future__ import annotations

from datetime import date as Date

from attrs import evolve

from tradenews.grammar.moments import (
    DIRECT,
    RUNNING,
    SEASONS,
    after,
    before,
    fiscal_moment,
    fiscal_start,
    glued,
    is_counted,
    joins,
    named_first,
    pattern_moment,
    precision,
    sense,
    short_year,
    year_of,
)
from tradenews.grammar.rule import Hit
from tradenews.grammar.values import Moment
from tradenews.lazy import regex
from tradenews.models.period import Period
from tradenews.normalize.periods import (
    grain_of,
    make_fiscal,
    make_interval,
    make_month,
    make_week,
    make_year,
    with_year,
)
from tradenews.scan.chain import Link

LAST_WEEK = 53
_DECADE = regex(r"'?((?:1[89]|20)?\d0)\D{1,3}")
_CUE_BEFORE = frozenset("notqα<z=y‹:κτμθ&/~_u")  # what a year follows
_CUE_AFTER = frozenset("sVJKvnmαYt,;:›&'θF")  # what follows a bare year
_LINE = 16  # links of a heading
_OF_SEASON = regex("φ[o_]{0,2}[KJTw]?$")  # "the export season 2020-2021"
_REPORTED_MONTHS = ("3", "6", "9")
STEPS = {"coming": "1", "past": "-1"}  # of seasons: "the coming season"
_BEHIND = regex("[o_']{0,3}(?P<one>d)(?P<two>[-/]'?d)?")  # the years of a season
_SHORT_PART = regex(r"([^\W\d]\d)['’](\d\d)")


def year_span(hit: Hit) -> Moment | None:
    """``2013-14``, ``2018/19``, ``2015-2017``, ``2015 to 2017``: a fiscal year, or several years."""
    chain, numbers = hit.chain, hit.all("d")
    first, text = year_of(numbers[0]), numbers[1]
    joined = chain.tags[hit.first + 1] in "-/"
    if chain.values[hit.first + 1] == "new":
        return None  # "wuchs von 2018 auf 2019 von 5 auf 7"
    if first is None or is_counted(hit) or (joined and not glued(hit, hit.first, hit.last)):
        return None
    last = year_of(text)
    if last is None and joined and short_year(text) is not None:
        last = first // 100 * 100 + int(text)
        if last <= first and 1 <= int(text) <= 12:
            return Moment(make_month(first, int(text)), "month")
        last = last + 100 if last + 100 == first + 1 else last
    if last is None or not first < last <= first + 150:
        return None
    if not joins(hit) or (not joined and before(hit) not in "qo<nt" and not set(hit.tags) & set("tzb")):
        return None
    near = chain.tags[hit.first + 1] == "/" or _OF_SEASON.search(chain.tags, 0, hit.first)
    if joined and last == first + 1 and (len(text) == 2 or near):
        return fiscal_moment(hit, first, last)
    return Moment(make_interval(make_year(first), make_year(last)), "years")


def _is_than(hit: Hit) -> bool:
    """Do the words before the match compare ("more than 2014"), rather than say "over" or "about"?"""
    return " " in hit.chain.words(hit.first - 1)


def _is_near(hit: Hit, year: int) -> bool:
    """Is it the year of the article, the one before or the one behind?"""
    day = hit.context.reference if hit.context is not None else None
    return day is not None and abs(day.year - year) <= 1


def _stands_bare(hit: Hit) -> bool:
    """Does the language name years without a preposition: "hat 2023 Maschinen exportiert"?"""
    return hit.context is not None and hit.context.lexicon.facts.get("bare_years") == "True"


def _ends_heading(hit: Hit, year: int) -> bool:
    """Does a year end a line that only names what is counted, "Imports of fruit, 2011", or is it closed?

    That is so of "hopes to close 2012 with sales of 5 million".
    """
    if before(hit) in "YJVl" and after(hit) == "u" and _is_near(hit, year):
        return True
    if not 1990 <= year <= 2029:
        return False
    line = hit.chain.tags[max(hit.chain.tags.rfind("¶", 0, hit.first) + 1, hit.first - _LINE) : hit.first]
    named = "K" in line and not set(line) & set("sVYvmQC")
    return after(hit) in "¶ " and before(hit) in ",-Aa" and named


def bare_year(hit: Hit) -> Moment | None:
    """Four digits alone: a year where something says so and nothing makes it an amount."""
    year = year_of(hit["d"])
    if year is None or is_counted(hit):
        return None
    lead, follow = before(hit), after(hit)
    if lead == "b" and hit.chain.values[hit.first - 1] == "over?" and follow in "VJlmYvKn_dC±":
        return Moment(make_year(year), "year") if year % 100 and 1950 <= year <= 2049 else None
    if lead == "b":
        bare = year % 100 and 1950 <= year <= 2049 and follow in "s,;›& "
        return Moment(make_year(year), "year", compared=_is_than(hit)) if bare else None
    if lead in "#PUZ" or (follow in "-" and after(hit, 1) in "HUW"):
        return None
    nouns = "WTlAaIOøG"
    described = follow in "øG" and " " in hit.chain.words(
        hit.last
    )  # "for 2024 the company", not "2024 firms"
    if lead in _CUE_BEFORE and (described or follow not in nouns or (lead in "nα=μθ‹τ" and year % 100)):
        return Moment(make_year(year), "year")
    if year % 100 == 0 or not 1950 <= year <= 2049:
        return None
    if _ends_heading(hit, year):
        return Moment(make_year(year), "year")
    if lead in "o_" and follow in "lTKa" and _is_near(hit, year):
        return Moment(make_year(year), "year")  # "its estimate of 2023 world output"
    if lead == "o" and follow in "l_" and before(hit, 2) in "τθ":
        return Moment(make_year(year), "year")  # "in the same period of 2018 it was"
    if lead in ",;" and follow == "l" and after(hit, 1) == "_" and 1990 <= year <= 2029:
        return Moment(make_year(year), "year")  # "For the growers, 2016 was a good year"
    if lead in ",;&" and follow == "l" and after(hit, 1) in "l_nθztuoqdb" and _stands_bare(hit):
        return Moment(make_year(year), "year")  # ", 2018 waren es 5 Tonnen"
    if (
        lead == "y"
        and before(hit, 2) in "s¶, "
        and follow in "WAIE@aG"
        and sense(hit, hit.first - 1, "until")
    ):
        return Moment(make_year(year), "year")  # "By 2030 Kenya wants to sell"
    opens = lead in "zq" and before(hit, 2) in "s¶ "
    if opens and follow in "WAIE@" and _is_near(hit, year):
        return Moment(make_year(year), "year")  # "For 2024 Lorem Bank expects"
    if lead in "zq" and follow == "l":
        return Moment(make_year(year), "year")  # "the goal for 2030 is"
    if lead in "lVJYmbΩ_" and hit.first and sense(hit, hit.first - 1, "year"):
        return Moment(make_year(year), "year")
    opens = lead == "W" and follow in "l_" and hit.chain.tags[: hit.first - 1][-1:] in ("", "s", "¶", ",")
    if (lead in "lJKVGHYTDmv" or opens) and follow not in "-" and _stands_bare(hit):
        return Moment(make_year(year), "year")  # also "Hatten 2014 noch 5 Firmen ..."
    if lead in "A@E" and follow in "_lbynt" and _stands_bare(hit):
        return Moment(make_year(year), "year")  # "erzielte Ghana 2023 einen Überschuss"
    if lead in "A@E" and before(hit, 2) in "JVm" and follow in "aTW" and _stands_bare(hit):
        return Moment(make_year(year), "year")  # "kaufte Japan 2023 australisches Rindfleisch"
    if lead == "K" and follow in "lAa@" and sense(hit, hit.first - 1, "harvest"):
        return Moment(make_year(year), "year")  # "la récolte 2011 a donné 5 tonnes"
    if lead in "KJVT" and follow not in nouns:
        return Moment(make_year(year), "year")
    if follow in _CUE_AFTER and lead not in "WE@LI":
        return Moment(make_year(year), "year")
    return Moment(make_year(year), "year") if lead in ' s"-¶' and follow in "lK¬" else None


def _numbered_week(number: int, reference: Date | None) -> Period | None:
    """The last calendar week (ISO 8601) of a number that began up to ``reference``; None without one."""
    if reference is None:
        return None
    for year in (reference.year, reference.year - 1, reference.year - 2):
        try:
            first = Date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
        if first <= reference:
            return make_week(first)
    return None


def week_number(hit: Hit) -> Moment | None:
    """``week 48``, ``Woche 48``: a calendar week, the last one of that number up to the article's day."""
    number = hit["d"]
    context = hit.context
    if hit["τ"] != "week" or not isinstance(number, str) or not number.isdigit() or is_counted(hit):
        return None
    if not 1 <= int(number) <= LAST_WEEK or context is None:
        return None
    return Moment(_numbered_week(int(number), context.reference), "week")


def _runs_on(hit: Hit) -> bool:
    """Is the year behind a word for one only the first of two: "l'annata 2017/18"?"""
    chain, year = hit.chain, year_of(hit["d"])
    if hit.tags[-1] != "d" or year is None or after(hit) not in tuple("-/") or after(hit, 1) != "d":
        return False
    second = str(chain.values[hit.last + 1])[-2:]
    return glued(hit, hit.last - 1, hit.last + 2) and second == f"{(year + 1) % 100:02}"


def unit_year(hit: Hit) -> Moment | None:
    """``Jahr 2017``, ``l'an 2020``, ``2017年``, ``'82``."""
    tags = hit.tags
    if _runs_on(hit):
        return None  # "suikerjaar 2018/19"
    if "'" in tags:
        year = short_year(hit["d"])
        if before(hit) not in "noα<tq" or not hit.chain.adjacent(hit.last - 1) or after(hit) in "'":
            return None
    else:
        year = year_of(hit["d"])
        if hit["τλ"] == "decade" and year is not None and year % 10 == 0 and tags != "dτ":
            return Moment(make_interval(make_year(year), make_year(year + 9)), "decade")
        if hit["τλ"] != "year" or (tags == "dτ" and not glued(hit, hit.first, hit.last)):
            return None
    if year is None or (is_counted(hit) and tags != "dτ"):
        return None
    return Moment(make_year(year), "year")


def mid_year(hit: Hit) -> Moment | None:
    """``mid-2024``, ``mi-2024``."""
    year = year_of(hit["d"]) if glued(hit, hit.first, hit.last) else None
    return Moment(make_year(year), "year", part=str(hit["α"])) if year is not None else None


def whole_year(hit: Hit) -> Moment | None:
    """``im Gesamtjahr 2022``: the year that a word for all of a year names."""
    year = year_of(hit["d"]) if hit["ρ"] in ("whole", "year~0", "year0") else None
    return Moment(make_year(year), "year") if year is not None and not is_counted(hit) else None


def year_end_behind(hit: Hit) -> Moment | None:
    """``2025年底前``: a word for the end of this year glued to another one."""
    year = year_of(hit["d"]) if hit["ρ"] == "year0" and glued(hit, hit.first, hit.last) else None
    return Moment(make_year(year), "year", direction="until") if year is not None else None


def decade_moment(hit: Hit) -> Moment | None:
    """``1990s``, ``1990er``."""
    match = _DECADE.fullmatch(hit.words)
    if match is None or len(match[1]) != 4:
        return None
    first = int(match[1])
    return Moment(make_interval(make_year(first), make_year(first + 9)), "decade")


def year_part(hit: Hit) -> Moment | None:
    """``Q3``, ``first half``, ``the first nine months``, with a year: ``Q1/2021``, ``third quarter 2023``."""
    pattern = hit["π"]
    at = hit.at("dZ")
    if at < 0:
        return pattern_moment(hit.context, pattern)
    digits = hit.chain.words(at)
    close = glued(hit, hit.first, hit.last)
    year = year_of(digits) or (short_year(digits) if hit.chain.adjacent(at) else None)
    if year is None or is_counted(hit) or (not close and set(hit.tags) & set("/-Z")):
        return None
    moment = pattern_moment(hit.context, pattern)
    return Moment(with_year(pattern, year), moment.grain)


def months_run(hit: Hit) -> Moment | None:
    """``9M 2017``: so many months of a year, as companies report them."""
    months, year = hit.chain.words(hit.first), year_of(hit.chain.words(hit.last - 1))
    if hit.chain.words(hit.first + 1) != "M" or not hit.chain.adjacent(hit.first + 1) or year is None:
        return None
    if months not in _REPORTED_MONTHS:
        return None
    period = make_interval(make_month(year, 1), make_month(year, int(months)))
    return Moment(period, "range") if period else None


def short_part(hit: Hit) -> Moment | None:
    """``Q3'24``: letter and digits with an apostrophe, which the scanner takes for one number."""
    match = _SHORT_PART.fullmatch(hit.words)
    entry = hit.context.lexicon.word(match[1]) if match and hit.context else None
    if match is None or entry is None or entry.tag != "π":
        return None
    period = with_year(str(entry.value), short_year(match[2]) or 0)
    return Moment(period, grain_of(period)) if period else None


def season_moment(hit: Hit) -> Moment | None:
    """``summer 2018``, ``winter 2013/14``."""
    code, years = SEASONS[hit["σ"]], [y for y in map(year_of, hit.all("d")) if y]
    if not years:
        if before(hit) not in "nακ_oz" or "d" in hit.tags:
            return None
        return pattern_moment(hit.context, f"XXXX-{code}")
    return Moment(make_month(years[0], code), "season")


def fiscal_year(hit: Hit) -> Moment | None:
    """``fiscal 2023``, ``FY24``, ``campaña 2018/19``, ``last financial year``, ``the current fiscal``."""
    numbers, kind = hit.all("d"), hit["φ"]
    if len(numbers) == 2 and (short := _short_season(hit, numbers)) is not None:
        return short
    if numbers:
        first = year_of(numbers[0]) or (short_year(numbers[0]) if glued(hit, hit.first, hit.last) else None)
        if first is None or is_counted(hit):
            return None
        if len(numbers) == 2:
            if not numbers[1].isdigit() or int(numbers[1]) % 100 != (first + 1) % 100:
                return None
            if kind == "marketing":
                return Moment(make_interval(make_year(first), make_year(first + 1)), "fiscal")
            return fiscal_moment(hit, first, first + 1)
        start = fiscal_start(hit)
        if kind == "fiscal" and start > 1:
            return Moment(make_fiscal(first - (not named_first(hit)), start), "fiscal")
        return Moment(make_year(first), "fiscal")
    step = STEPS.get(str(hit["κ"]), str(hit["κ"]))
    if tells_years(hit):
        return None
    moment = fiscal_at(hit, step)
    counted = moment is not None and kind == "marketing" and DIRECT.fullmatch(step)
    return evolve(moment, relation=f"season{step}") if moment is not None and counted else moment


def _short_season(hit: Hit, numbers: list[str]) -> Moment | None:
    """``safra 17/18``, ``seizoen '17-'18``, ``17/18榨季``: the years of a season by two digits each."""
    first, last = short_year(numbers[0]), short_year(numbers[1])
    ends = hit.at("d"), next(hit.chain.find("d", hit.at("d") + 1)) + 1
    if first is None or last != first + 1 or not glued(hit, *ends) or is_counted(hit):
        return None
    return Moment(make_interval(make_year(first), make_year(last)), "fiscal")


def season_span(hit: Hit) -> Moment | None:
    """``the '17-18 season``, ``17/18榨季``."""
    return _short_season(hit, hit.all("d"))


def in_harvest(hit: Hit) -> list[Link] | None:
    """``exportou na safra 2023/24``, ``dans la récolte 2023-24``: the season, not what was harvested."""
    numbers, place = hit.all("d"), before(hit, 2) if before(hit) in ("_", "o") else before(hit)
    if place != "n" or not str(hit["K"]).startswith("production"):
        return None
    at = hit.at("d")
    season, first = _short_season(hit, numbers), year_of(numbers[0])
    if season is None:
        last = numbers[1] if numbers[1].isdigit() and glued(hit, at, hit.last) else ""
        if first is None or is_counted(hit) or last[-2:] != f"{(first + 1) % 100:02}":
            return None
        season = Moment(make_interval(make_year(first), make_year(first + 1)), "fiscal")
    harvest = [Link("l", hit.chain.starts[i], hit.chain.ends[i]) for i in range(hit.first, at)]
    return [*harvest, Link("θ", hit.chain.starts[at], hit.end, season)]


def harvest_span(hit: Hit) -> list[Link] | None:
    """``safra 17/18``, ``Ernte 2021/22``: the years of a harvest, which stays a word of its own."""
    first = hit.at("'d")
    season = _short_season(hit, hit.all("d")) if str(hit["K"]).startswith("production") else None
    if season is None:
        return None
    harvest = [hit.chain.link(i) for i in range(hit.first, first)]
    return [*harvest, Link("θ", hit.chain.starts[first], hit.end, season)]


def tells_years(hit: Hit) -> bool:
    """Are the years of a season told behind it: "of the season 2023/24", "of the season '23/'24"?"""
    years = _BEHIND.match(hit.chain.tags, hit.last)
    if years is None:
        return False
    return years["two"] is not None or year_of(hit.chain.values[years.start("one")]) is not None


def fiscal_at(hit: Hit, step: str) -> Moment | None:
    """The fiscal year a step away from that of the article's day."""
    context = hit.context
    step = STEPS.get(step, step)
    if not DIRECT.fullmatch(step.lstrip("~")):
        return Moment(None, "fiscal", relation="same") if step == "same" else None
    if context is None or context.reference is None:
        return Moment(None, "fiscal", relation=f"year{step}")
    start, reference = fiscal_start(hit), context.reference
    year = reference.year - (reference.month < start) + int(step.lstrip("~"))
    period = make_fiscal(year, start) if precision(context) in ("day", "month") else None
    relation = f"year{step}" if "~" in step else ""
    own = step if DIRECT.fullmatch(step) else ""
    return Moment(period, "fiscal", relation=relation, part=RUNNING if step == "0" else "", fiscal=own)
