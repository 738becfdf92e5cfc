"""Digits, months, weekdays and words of time to moments: one link for each calendar expression by itself."""

from __future__ import annotations

import re

from tradenews.grammar.moments import (
    after,
    before,
    day_of,
    fiscal_moment,
    fiscal_start,
    glued,
    is_counted,
    pattern_moment,
    placed,
    precision,
    related,
    short_year,
    year_of,
)
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.values import Moment
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.article import Assumption
from tradenews.models.span import Span
from tradenews.normalize.periods import (
    grain_of,
    make_day,
    make_fiscal,
    make_interval,
    make_month,
    make_year,
    shift,
    stretch,
    weekday_near,
    with_year,
)

_DOTTED = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4}|\d\d)")
_DECADE = re.compile(r"'?((?:1[89]|20)?\d0)\D{1,3}")
_SHORT_PART = re.compile(r"([^\W\d]\d)['’](\d\d)")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_CUE_BEFORE = frozenset("notqα<z=y‹:κτμθ&/~_u")  # what a year follows
_CUE_AFTER = frozenset("sVJKvnmαYt,;:›&'θF")  # what follows a bare year
_MONTH_CUES = frozenset("notqα<z=yκδ‹:&/d_b,-")
_DIRECT = re.compile(r"-?\d+")


def _day(hit: Hit, year: int | None, month: int, day: int | None) -> Moment | None:
    """A day with its year, or one whose year is still to be found."""
    if day is None:
        return None
    if year is not None:
        period = make_day(year, month, day)
        return Moment(period, "day") if period else None
    if make_day(2024, month, day) is None:
        return None
    return pattern_moment(hit.context, f"XXXX-{month:02}-{day:02}")


def _months(hit: Hit) -> list[int]:
    return [int(m) for m in hit.all("μ")]


def _joined(hit: Hit) -> Moment | None:
    """``2017-09-07``, ``7.9.2017``, ``03/04/2017``: three numbers, glued."""
    if not glued(hit, hit.first, hit.last):
        return None
    numbers = hit.all("d")
    if not all(isinstance(n, str) and n.isdigit() and len(n) in (1, 2, 4) for n in numbers):
        return None
    first, second, third = numbers
    if year_of(first):
        return _day(hit, year_of(first), int(second), day_of(third)) if int(second) <= 12 else None
    year = year_of(third)
    if year is None or len(first) == 4 or len(second) == 4:
        return None
    return _numeric(hit, int(first), int(second), year)


def _dotted(hit: Hit) -> Moment | None:
    """``12.03.2017``: one token; with a year of two digits only where day and month have two, too."""
    match = _DOTTED.fullmatch(str(hit["d"]))
    if match is None or is_counted(hit) or before(hit) in "ZW":
        return None
    year = year_of(match[3])
    if year is None:
        year = short_year(match[3]) if len(match[1]) == len(match[2]) == 2 else None
    if year is None or not 1 <= int(match[2]) <= 12:
        return None
    return _day(hit, year, int(match[2]), day_of(match[1]))


def _numeric(hit: Hit, first: int, second: int, year: int) -> Moment | None:
    """Day and month of ``03/04/2017``: the one that is over twelve tells, else language and country."""
    month_first = date_order(hit.context.lexicon, hit.context.home) == "mdy" if hit.context else False
    if first > 12 or second > 12:
        month_first = second > 12
    day, month = (second, first) if month_first else (first, second)
    period = make_day(year, month, day)
    if period is None:
        return None
    other = make_day(year, day, month) if max(day, month) <= 12 and day != month else None
    if other is None:
        return Moment(period, "day")
    if hit.context and not _is_open_order(hit.context.lexicon, hit.context.home):
        return Moment(period, "day")
    guess = Assumption(
        Span(hit.start, hit.end), "date", period.edtf, (other.edtf,), "usual order of the language"
    )
    return Moment(period, "day", assumptions=(guess,))


def _is_open_order(lexicon: Lexicon, home: str | None) -> bool:
    """May readers differ on which number is the month? In English without a country, and where years lead."""
    return home is None and lexicon.facts.get("order", "dmy") != "dmy"


def date_order(lexicon: Lexicon, home: str | None) -> str:
    """``mdy``, ``dmy`` or ``ymd``: the order of the language; of English that of the country, too."""
    order = lexicon.facts.get("order", "dmy")
    return "dmy" if order == "mdy" and home not in (None, "US", "PH") else order


def _spaced(hit: Hit) -> Moment | None:
    """``18. 10. 2018``."""
    day, month, year = hit.all("d")
    number = day_of(month)
    return (
        _day(hit, year_of(year), number, day_of(day)) if number and number <= 12 and year_of(year) else None
    )


def _day_month(hit: Hit) -> Moment | None:
    """``7 September 2017``, ``12. März``, ``1er janvier``, ``7 de septiembre de 2017``."""
    numbers = hit.all("d")
    at = hit.at("μ")
    if hit.chain.tags[hit.first + 1] == "-" and not glued(hit, hit.first, at + 1):
        return None
    if hit.chain.text[hit.chain.starts[at]].isdigit() or before(hit) in "C±/":
        return None
    year = None
    if len(numbers) == 2:
        year = year_of(numbers[1])
        if year is None or after(hit) in "PpUSH":
            return None
    return _day(hit, year, _months(hit)[0], day_of(numbers[0]))


def _named_month(hit: Hit) -> Moment | None:
    """``12 de Julio de 2018``: a month that is a given name, too, between a day and a year."""
    if hit.context is None:
        return None
    at = hit.at("ñ")
    words = hit.chain.words(at)
    readings = hit.context.lexicon.entries.get(fold(words), ())
    month = next((int(str(e.value)) for e in readings if e.tag == "μ"), 0)
    numbers = hit.all("d")
    year = year_of(numbers[-1])
    if not month or not (year or len(numbers) == 1):
        return None
    if hit.chain.tags[hit.first] == "ñ":
        return Moment(make_month(year, month), "month") if year else None
    return _day(hit, year, month, day_of(numbers[0]))


def _month_day(hit: Hit) -> Moment | None:
    """``Sept. 7``, ``September 7, 2017``, ``9月7日``; a day alone only where the language puts it so."""
    numbers = hit.all("dΔ")
    if len(numbers) == 1 and "Δ" not in hit.tags:
        lexicon = hit.context.lexicon if hit.context else None
        if lexicon is None or lexicon.facts.get("order", "dmy") == "dmy" or is_counted(hit):
            return None
        if lexicon.facts["order"] == "ymd":
            return None
    year = year_of(numbers[1]) if len(numbers) == 2 else None
    if len(numbers) == 2 and (year is None or after(hit) in "PpUSH"):
        return None
    return _day(hit, year, _months(hit)[0], day_of(numbers[0]))


def _year_month_day(hit: Hit) -> Moment | None:
    """``2017年9月7日``, ``2017年9月``."""
    numbers = hit.all("dΔ")
    year = year_of(numbers[0])
    if year is None or hit["τ"] != "year":
        return None
    if len(numbers) == 1:
        return Moment(make_month(year, _months(hit)[0]), "month")
    return _day(hit, year, _months(hit)[0], day_of(numbers[1]))


def _days(hit: Hit) -> Moment | None:
    """``May 13-17, 2025``, ``3 al 7 de septiembre``, ``3., 4. und 6. Oktober``: the first to the last day."""
    chain, numbers, month = hit.chain, hit.all("dΔ"), _months(hit)[0]
    year = year_of(numbers[-1])
    days = [day_of(n) for n in (numbers[:-1] if year is not None else numbers)]
    if len(days) < 2 or None in days or is_counted(hit):
        return None
    first, last = days[0] or 0, days[-1] or 0
    if first >= last or make_day(2024, month, last) is None:
        return None
    if chain.text[chain.starts[hit.at("μ")]].isdigit() and "Δ" not in hit.tags:
        return None
    pattern = f"XXXX-{month:02}-{first:02}/XXXX-{month:02}-{last:02}"
    if year is not None:
        return Moment(with_year(pattern, year), "range")
    return pattern_moment(hit.context, pattern)


def _month_year(hit: Hit) -> Moment | None:
    """``October 2022``, ``enero de 2009``, ``Sep '17``."""
    at = hit.at("d")
    year = year_of(hit["d"])
    if year is None and hit.chain.tags[at - 1] == "'" and hit.chain.adjacent(at):
        year = short_year(hit["d"])
    if year is None or after(hit) in "UPpSHMc":
        return None
    return Moment(make_month(year, _months(hit)[0]), "month")


def _month_range(hit: Hit) -> Moment | None:
    """``Apr-Dec 2014``, ``between January and July of 2019``, ``1至4月``, ``en octobre et en novembre``."""
    numbers, months, chain = hit.all("d"), _months(hit), hit.chain
    year = year_of(numbers[-1]) if numbers and chain.tags[hit.last - 1] in "dτ" else None
    if len(months) == 1:  # 1至4月: the first one is a bare number
        first = day_of(numbers[0])
        if first is None or first > 12 or not chain.text[chain.starts[hit.at("μ")]].isdigit() or numbers[1:]:
            return None
        months.insert(0, first)
    elif numbers and year is None:
        return None
    pair = "&" in hit.tags and "<" not in hit.tags and before(hit) != "<"
    if months[0] == months[1] or (pair and months[1] != months[0] % 12 + 1):
        return None
    if not numbers and not _is_month(hit, months[0]):
        return None
    pattern = f"XXXX-{months[0]:02}/XXXX-{months[1]:02}"
    if year is None:
        return pattern_moment(hit.context, pattern)
    start = year - 1 if months[1] < months[0] else year
    return Moment(with_year(pattern, start), "range")


def _leading_range(hit: Hit) -> Moment | None:
    """``2019年1月至7月``, ``2019年1至7月``."""
    numbers, months, chain = hit.all("d"), _months(hit), hit.chain
    year = year_of(numbers[0])
    if len(months) == 1 and len(numbers) == 2 and chain.text[chain.starts[hit.at("μ")]].isdigit():
        months.insert(0, day_of(numbers[1]) or 13)
    if year is None or hit["τ"] != "year" or len(months) != 2 or not months[0] < months[1]:
        return None
    return Moment(with_year(f"XXXX-{months[0]:02}/XXXX-{months[1]:02}", year), "range")


def _month(hit: Hit) -> Moment | None:
    """``October`` by itself, where it can be no other word."""
    month = _months(hit)[0]
    return pattern_moment(hit.context, f"XXXX-{month:02}") if _is_month(hit, month) else None


def _is_month(hit: Hit, month: int) -> bool:
    """Is the first word a month, and not "may", "March" as a verb, a sea or the second part of a name?

    Short forms need a cue; so does whatever opens a sentence. The fifth month has three letters in full.
    """
    chain, first = hit.chain, hit.first
    words, follow, lead = chain.words(first), chain.tags[first + 1 : first + 2] or " ", before(hit)
    if words[0].isdigit():
        return True
    if (
        lead in "WhEñ@-"
        and words[0].isupper()
        and not (lead == "-" and chain.tags[first - 2 : first - 1] == "α")
    ):
        return False
    if len(words.rstrip(".")) <= 4 and month != 5 and len(words.rstrip(".")) < 4:
        return follow in "-/t" or (words.endswith(".") and lead in _MONTH_CUES)
    if lead in _MONTH_CUES or follow in "V-t&=αρ":
        return True
    if month in (3, 5) and lead in ' s"':
        return follow in "VK-t&':"
    return True


def _year_span(hit: Hit) -> Moment | None:
    """``2013-14``, ``2018/19``, ``2015-2017``, ``2015 to 2017``: a fiscal year, or several years."""
    chain, numbers = hit.chain, hit.all("d")
    first, text = year_of(numbers[0]), numbers[1]
    joined = chain.tags[hit.first + 1] in "-/"
    if first is None or is_counted(hit) or (joined and not glued(hit, hit.first, hit.last)):
        return None
    last = year_of(text)
    if last is None and joined and (short_year(text) is not None):
        last = first // 100 * 100 + int(text)
        last = last + 100 if last < first else last
    if last is None or not first < last <= first + 150:
        return None
    if not joined and before(hit) not in "qo<nt" and "t" not in hit.tags:
        return None
    if joined and last == first + 1 and (len(text) == 2 or chain.tags[hit.first + 1] == "/"):
        return fiscal_moment(hit.context, first, last)
    return Moment(make_interval(make_year(first), make_year(last)), "years")


def _year(hit: Hit) -> Moment | None:
    """Four digits alone: a year where something says so and nothing makes it an amount."""
    year = year_of(hit["d"])
    if year is None or is_counted(hit):
        return None
    lead, follow = before(hit), after(hit)
    if lead in "b#PUZ" or (follow in "-" and after(hit, 1) in "HUW"):
        return None
    nouns = "WTlAaIOøG"
    if lead in _CUE_BEFORE and (follow not in nouns or (lead in "nα=μθ‹" and year % 100)):
        return Moment(make_year(year), "year")
    if year % 100 == 0 or not 1950 <= year <= 2049:
        return None
    if lead in "KJVT" and follow not in nouns:
        return Moment(make_year(year), "year")
    if follow in _CUE_AFTER and lead not in "WE@LI":
        return Moment(make_year(year), "year")
    return Moment(make_year(year), "year") if lead in ' s"-' and follow in "lK" else None


def _unit_year(hit: Hit) -> Moment | None:
    """``Jahr 2017``, ``l'an 2020``, ``2017年``, ``'82``."""
    tags = hit.tags
    if "'" in tags:
        year = short_year(hit["d"])
        if before(hit) not in "noα<tq" or not hit.chain.adjacent(hit.last - 1) or after(hit) in "'":
            return None
    else:
        year = year_of(hit["d"])
        if hit["τ"] != "year" or (tags == "dτ" and not glued(hit, hit.first, hit.last)):
            return None
    if year is None or is_counted(hit):
        return None
    return Moment(make_year(year), "year")


def _day_alone(hit: Hit) -> Moment | None:
    """``19日``: a day of a month that goes without saying; ``terça-feira (21)``, ``mardi 11``."""
    day = day_of(hit["dΔ"])
    if day is None or is_counted(hit):
        return None
    weekday = int(hit.get("δ") or 0)
    pattern = f"XXXX-XX-{day:02}"
    if precision(hit.context) != "day":
        return Moment(None, "day", pattern=pattern)
    return Moment(placed(hit.context, pattern, weekday), "day", pattern=pattern)


def _decade(hit: Hit) -> Moment | None:
    """``1990s``, ``1990er``."""
    match = _DECADE.fullmatch(hit.chain.words(hit.first))
    if match is None or len(match[1]) != 4:
        return None
    first = int(match[1])
    return Moment(make_interval(make_year(first), make_year(first + 9)), "decade")


def _weekday(hit: Hit) -> Moment | None:
    """``Wednesday``: the latest one up to the article's day."""
    words = hit.chain.words(hit.first).rstrip(".")
    if len(words) <= 3 and words.isascii():
        return None
    day, context = int(hit["δ"]), hit.context
    if context is None or context.reference is None or precision(context) != "day":
        return Moment(None, "weekday", relation=f"weekday{day}")
    return Moment(weekday_near(day, context.reference), "weekday", relation=f"weekday{day}")


def _dated(hit: Hit) -> Moment | None:
    """``last October``, ``le 3 mars dernier``, ``last summer``, ``next Friday``."""
    step, context = str(hit["κ"]), hit.context
    if not _DIRECT.fullmatch(step.lstrip("~")):
        return None
    reference = context.reference if context and precision(context) in ("day", "month") else None
    offset = int(step.lstrip("~"))
    if "δ" in hit.tags:
        if reference is None or precision(context) != "day":
            return Moment(None, "weekday")
        return Moment(weekday_near(int(hit["δ"]), reference, offset), "weekday")
    if "μ" in hit.tags:
        pattern = f"XXXX-{int(hit['μ']):02}"
    elif "σ" in hit.tags:
        pattern = f"XXXX-{_SEASONS[hit['σ']]}"
    else:
        pattern = hit["π"]
    moment = pattern_moment(context, pattern)
    period = moment.period
    if period is not None and reference is not None and period.end is not None and period.start is not None:
        if offset > 0 or (offset == 0 and period.end < reference and "σ" in hit.tags):
            period = shift(period, "year~1")
        elif offset < 0 and period.start <= reference <= period.end:
            period = shift(period, "year~-1")
    return Moment(period, moment.grain)


def _unit(hit: Hit) -> Moment | None:
    """``last year``, ``el mes pasado``, ``the previous quarter``, ``the same period``, ``the past year``."""
    unit, step = hit["τ"], str(hit["κ"])
    if step == "same" or unit == "period":
        if step == "same":
            return Moment(None, "same", relation="same")
        return Moment(None, "same", relation="year~-1") if step in ("-1", "~-1") else None
    if step in ("past", "coming"):
        return _stretch(hit, unit, 1, step)
    relation = f"{unit}{step}"
    period = related(hit.context, relation)
    return Moment(period, unit, relation=relation if "~" in step or period is None else "")


def _count(hit: Hit) -> int:
    """The number of units: digits or a word; 1 for an article."""
    value = hit.get("dw")
    if value is None:
        return 1
    text = str(value)
    return int(text) if text.isdigit() and len(text) <= 3 else 0


def _units(hit: Hit) -> Moment | None:
    """``the past five years``, ``next two years``, ``las últimas tres semanas``."""
    count, step = _count(hit), str(hit["κ"])
    if count < 1 or step in ("same", "0"):
        return None
    return _stretch(hit, hit["τ"], count, "coming" if step in ("1", "~1", "coming") else "past")


def _stretch(hit: Hit, unit: str, count: int, step: str) -> Moment | None:
    context = hit.context
    if unit == "period":
        return None
    if context is None or context.reference is None or related(context, f"{unit}0") is None:
        return Moment(None, "span")
    return Moment(stretch(unit, -count if step == "coming" else count, context.reference), "span")


def _ago(hit: Hit) -> Moment | None:
    """``two years ago``, ``vor drei Monaten``, ``hace un año``, ``three years earlier``, ``三年前``."""
    count, unit, kind = _count(hit), hit["τ"], hit["α"]
    if count < 1 or unit == "period":
        return None
    leads = hit.chain.tags[hit.first] == "α"
    if kind in ("ago", "ahead") or (kind == "before" and leads and before(hit) not in "τ"):
        offset = -count if kind != "ahead" else count
        relation, period = f"{unit}{offset}", related(hit.context, f"{unit}{offset}")
        return Moment(period, unit, relation="" if period else relation)
    if kind in ("earlier", "before") or kind == "later":
        offset = count if kind == "later" else -count
        relation = f"{unit}~{offset}"
        return Moment(related(hit.context, relation), unit, relation=relation)
    return None


def _those(hit: Hit) -> Moment | None:
    """``the nine months``: those spoken of, else the first nine of a year."""
    count = _count(hit)
    if hit["τ"] != "month" or not 2 <= count <= 11 or after(hit) in "α":
        return None
    pattern = f"XXXX-01/XXXX-{count:02}"
    return Moment(placed(hit.context, pattern), "range", relation="same", pattern=pattern)


def _part(hit: Hit) -> Moment | None:
    """``Q3``, ``first half``, ``the first nine months``, with a year: ``Q3'24``, ``third quarter 2023``."""
    pattern, digits = hit["π"], hit.get("d")
    if digits is None:
        return pattern_moment(hit.context, pattern)
    at = hit.at("d")
    year = year_of(digits) or (short_year(digits) if hit.chain.adjacent(at) else None)
    if year is None or is_counted(hit):
        return None
    moment = pattern_moment(hit.context, pattern)
    return Moment(with_year(pattern, year), moment.grain)


def _short_part(hit: Hit) -> Moment | None:
    """``Q3'24``: letter and digits with an apostrophe, which the scanner takes for one number."""
    match = _SHORT_PART.fullmatch(hit.words)
    entry = hit.context.lexicon.word(match[1]) if match and hit.context else None
    if match is None or entry is None or entry.tag != "π":
        return None
    period = with_year(str(entry.value), short_year(match[2]) or 0)
    return Moment(period, grain_of(period)) if period else None


def _season(hit: Hit) -> Moment | None:
    """``summer 2018``, ``winter 2013/14``."""
    code, years = _SEASONS[hit["σ"]], [y for y in map(year_of, hit.all("d")) if y]
    if not years:
        if before(hit) not in "nακ_oz" or "d" in hit.tags:
            return None
        return pattern_moment(hit.context, f"XXXX-{code}")
    return Moment(make_month(years[0], code), "season")


def _fiscal(hit: Hit) -> Moment | None:
    """``fiscal 2023``, ``FY24``, ``campaña 2018/19``, ``last financial year``, ``the current fiscal``."""
    numbers, kind = hit.all("d"), hit["φ"]
    if numbers:
        first = year_of(numbers[0]) or (short_year(numbers[0]) if glued(hit, hit.first, hit.last) else None)
        if first is None or is_counted(hit):
            return None
        if len(numbers) == 2:
            if not numbers[1].isdigit() or int(numbers[1]) % 100 != (first + 1) % 100:
                return None
            return fiscal_moment(hit.context, first, first + 1)
        start = fiscal_start(hit.context)
        if kind == "fiscal" and start > 1:
            return Moment(make_fiscal(first - 1, start), "fiscal")
        return Moment(make_year(first), "fiscal")
    return _fiscal_at(hit, str(hit["κ"]))


def _fiscal_at(hit: Hit, step: str) -> Moment | None:
    """The fiscal year a step away from that of the article's day."""
    context = hit.context
    if not _DIRECT.fullmatch(step.lstrip("~")):
        return Moment(None, "fiscal", relation="same") if step == "same" else None
    if context is None or context.reference is None:
        return Moment(None, "fiscal", relation=f"year{step}")
    start, reference = fiscal_start(context), context.reference
    year = reference.year - (reference.month < start) + int(step.lstrip("~"))
    period = make_fiscal(year, start) if precision(context) in ("day", "month") else None
    return Moment(period, "fiscal", relation=f"year{step}" if "~" in step else "")


def _relative(hit: Hit) -> Moment | None:
    """``yesterday``, ``Vorjahr``, ``去年``, ``a year earlier``, ``year on year``."""
    value = str(hit["ρ"])
    if value.startswith("fiscal"):
        return _fiscal_at(hit, value.removeprefix("fiscal"))
    compared, value = value.endswith("!"), value.rstrip("!")
    if value == "same":
        return Moment(None, "same", relation="same", compared=compared)
    if value.startswith("XXXX"):
        return pattern_moment(hit.context, value)
    period = related(hit.context, value)
    grain = value.rstrip("-+0123456789~")
    if value in ("ytd", "now"):
        return Moment(period, "range" if value == "ytd" else "day", relation=value)
    if value.startswith(("past", "coming")):
        step, unit = value.split(":")
        return _stretch(hit, unit, 1, step)
    return Moment(period, grain, relation=value if "~" in value or period is None else "", compared=compared)


_D = "d[sj]?"
DATES = Grammar(
    "θ",
    Rule("date.joined", "d-d-d", _joined, example="on 2017-09-07"),
    Rule("date.slashed", "d/d/d", _joined, example="on 13/04/2017"),
    Rule("date.dotted", "d", _dotted, example="am 12.03.2017", language="de"),
    Rule("date.spaced", "d s d s d", _spaced, example="am 18. 10. 2018", language="de"),
    Rule("date.leading_range", "d τ (?:μ|d) [-t] μ", _leading_range, example="2019年1月至7月", language="zh"),
    Rule("date.year_month_day", "d τ μ Δ?", _year_month_day, example="2017年9月7日", language="zh"),
    Rule("date.days_month", rf"{_D} (?:[,&/]{_D})* ,? [-t&] _? {_D} [-o]? μ (?: [,o]? _? d)?", _days,
         example="del 3 al 7 de septiembre", language="es"),
    Rule("date.day_month_year", rf"{_D} [-o]? _? μ [-,o]? _? d", _day_month, example="7 September 2017"),
    Rule("date.day_named_month", f"{_D} o ñ (?:,?o?d)?", _named_month, example="12 de Julio de 2018", language="es"),
    Rule("date.named_month_year", "ñ o d", _named_month, example="Abril de 2018", language="es"),
    Rule("date.month_range_short", "d [-t&] μ", _month_range, example="1至4月", language="zh"),
    Rule("date.day_month", rf"{_D} [-o]? _? μ", _day_month, example="on 7 September"),
    Rule("date.year_span", "d [-/] d", _year_span, example="in 2013-14"),
    Rule("date.year_span_words", "d [t&] d", _year_span, example="from 2015 to 2017"),
    Rule("date.count_ago", "[dw] τ α", _ago, example="two years ago"),
    Rule("date.unit_year_behind", "d τ", _unit_year, example="2017年", language="zh"),
    Rule("date.fiscal_behind", "d φ", _fiscal, example="2024财年", language="zh"),
    Rule("date.day_alone", "Δ", _day_alone, example="19日", language="zh"),
    Rule("date.year", "d", _year, example="exports in 2016"),
    Rule("date.apostrophe", "' d", _unit_year, example="in '82"),
    Rule("date.part_short", "W Z", _short_part, example="in Q3'24"),
    Rule("date.decade", "Z", _decade, example="the 1990s"),
    Rule("date.month_days_behind", "μ [dΔ] [-t&] Δ", _days, example="9月3日至7日", language="zh"),
    Rule("date.month_days", "μ d j? [-t&] d j? (?: ,? d)?", _days, example="May 13-17, 2025"),
    Rule("date.month_day_year", "μ d j? ,? d", _month_day, example="September 7, 2017"),
    Rule("date.month_range", "μ o? [-t&/] [no]? _? μ (?: [,o]? _? d)?", _month_range,
         example="January to July of 2019"),
    Rule("date.month_range_dated", "μ o? [-t&/] [no]? _? μ", _month_range, example="January to July"),
    Rule("date.month_year", "μ [-,o/]? _? '? d", _month_year, example="October 2022"),
    Rule("date.month_day", "μ (?:d j?|Δ)", _month_day, example="Sept. 7"),
    Rule("date.month_before", "μ κ(?!τ)", _dated, example="en octubre pasado", language="es"),
    Rule("date.month", "μ", _month, example="in October"),
    Rule("date.weekday_number", "δ ‹ d ›", _day_alone, example="nesta terça-feira (21)", language="pt"),
    Rule("date.weekday_day", "δ d(?!μ|[sj-]?o?_?μ)", _day_alone, example="mardi 11", language="fr"),
    Rule("date.weekday_before", "δ κ(?!τ)", _dated, example="el viernes pasado", language="es"),
    Rule("date.weekday", "δ", _weekday, example="on Wednesday"),
    Rule("date.last_counted", "κ _? [dw] τ", _units, example="the past five years"),
    Rule("date.last_unit", "κ _? τ", _unit, example="last year"),
    Rule("date.last_fiscal", "κ _? φ", _fiscal, example="in the last financial year"),
    Rule("date.last_named", "κ _? [μσδπ]", _dated, example="last October"),
    Rule("date.counted_last", "[dw] κ τ", _units, example="los tres próximos años", language="es"),
    Rule("date.unit_last_counted", "τ κ", _unit, example="el año pasado", language="es"),
    Rule("date.unit_year", "τ o? d", _unit_year, example="im Jahr 2017", language="de"),
    Rule("date.ago_count", "α [dw_] τ", _ago, example="vor drei Monaten", language="de"),
    Rule("date.article_ago", "_ τ α", _ago, example="a month ago"),
    Rule("date.word_ago", "w τ α", _ago, example="three years earlier"),
    Rule("date.those", "[_o] [dw] τ", _those, example="over the nine months"),
    Rule("date.part_year", "π o? '? d", _part, example="Q3'24"),
    Rule("date.part", "π", _part, example="the third quarter"),
    Rule("date.season", "σ o? _? d", _season, example="summer 2018"),
    Rule("date.season_before", "σ κ(?!τ)", _dated, example="el verano pasado", language="es"),
    Rule("date.season_bare", "σ", _season, example="in summer"),
    Rule("date.fiscal_span", "φ o? _? d [-/] d", _fiscal, example="campaña 2018/19", language="es"),
    Rule("date.fiscal", "φ o? _? d", _fiscal, example="fiscal 2023"),
    Rule("date.fiscal_before", "φ κ", _fiscal, example="el ejercicio anterior", language="es"),
    Rule("date.relative", "ρ", _relative, example="yesterday"),
)  # fmt: skip
