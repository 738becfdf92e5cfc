"""Digits and month names to days, months and ranges of them."""

from __future__ import annotations

from tradenews.grammar.moments import (
    after,
    before,
    day_of,
    fiscal_start,
    glued,
    is_counted,
    joins,
    numbers_of,
    pattern_moment,
    placed,
    precision,
    sense,
    short_year,
    year_of,
)
from tradenews.grammar.rule import Hit
from tradenews.grammar.values import Moment
from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.article import Assumption
from tradenews.models.span import Span
from tradenews.normalize.periods import (
    make_day,
    make_month,
    with_year,
)

_DOTTED = regex(r"(\d\d?)\.(\d\d?)\.(\d{4}|\d\d)")
_COUNTED_IN = tuple("cPU")
_PARTED = regex("d(?:/d)?[cPU]")
_SPAN = 2  # letters of a day in words that may be a span of days as well: 十日
_MONTH_CUES = frozenset("notqα<z=yκδ‹:&/d_b,-")


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


def joined_date(hit: Hit) -> Moment | None:
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


def dotted_date(hit: Hit) -> Moment | None:
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


def spaced_date(hit: Hit) -> Moment | None:
    """``18. 10. 2018``."""
    day, month, year = hit.all("d")
    number = day_of(month)
    return (
        _day(hit, year_of(year), number, day_of(day)) if number and number <= 12 and year_of(year) else None
    )


def day_month(hit: Hit) -> Moment | None:
    """``7 September 2017``, ``12. März``, ``1er janvier``, ``7 de septiembre de 2017``."""
    numbers = numbers_of(hit)
    at = hit.at("μ")
    if not hit.chain.words(hit.first)[:1].isdigit():
        return None  # "at 5.29 ½. November 20 cents higher"
    if not numbers or ("-" in hit.tags[:2] and not glued(hit, hit.first, at + 1)):
        return None
    if hit.chain.text[hit.chain.starts[at]].isdigit() or before(hit) in "C±/":
        return None
    year = None
    if len(numbers) == 2:
        year = year_of(numbers[1])
        if year is None or after(hit) in "PpUSH":
            return None
    return _day(hit, year, _months(hit)[0], day_of(numbers[0]))


def first_to(hit: Hit) -> Moment | None:
    """``dal primo al 10 agosto``: from the first day of a month, told in words, up to another."""
    numbers = numbers_of(hit)
    last = day_of(numbers[0]) if numbers and sense(hit, hit.first, "first") else None
    year = year_of(numbers[1]) if len(numbers) > 1 else None
    if last is None or last < 2 or (len(numbers) > 1 and year is None):
        return None
    pattern = f"XXXX-{_months(hit)[0]:02}-01/XXXX-{_months(hit)[0]:02}-{last:02}"
    return Moment(with_year(pattern, year), "range") if year else pattern_moment(hit.context, pattern)


def first_of_month(hit: Hit) -> Moment | None:
    """``primo gennaio``, ``1 enero`` in words: only the first day of a month is told so."""
    if not sense(hit, hit.first, "first"):
        return None
    numbers = numbers_of(hit)
    year = year_of(numbers[0]) if numbers else None
    return None if numbers and year is None else _day(hit, year, _months(hit)[0], 1)


def named_month(hit: Hit) -> Moment | None:
    """``12 de Julio de 2018``: a month that is a given name, too, between a day and a year."""
    if hit.context is None:
        return None
    at = hit.at("ñ")
    words = hit.chain.words(at)
    readings = hit.context.lexicon.entries.get(fold(words), ())
    month = next((int(str(e.value)) for e in readings if e.tag == "μ"), 0)
    numbers = numbers_of(hit)
    year = year_of(numbers[-1]) if numbers else None
    if not numbers or not month or not (year or len(numbers) == 1):
        return None
    if hit.chain.tags[hit.first] == "ñ":
        return Moment(make_month(year, month), "month") if year else None
    return _day(hit, year, month, day_of(numbers[0]))


def month_day(hit: Hit) -> Moment | None:
    """``Sept. 7``, ``September 7, 2017``, ``9月7日``; a day alone only where the language puts it so."""
    numbers = numbers_of(hit)
    if len(numbers) == 1 and "Δ" not in hit.tags:
        lexicon = hit.context.lexicon if hit.context else None
        order = lexicon.facts.get("order", "dmy") if lexicon else "ymd"
        short = hit.chain.text[hit.chain.ends[hit.first] - 1] == "."  # "Lima, ago. 12.-"
        if after(hit) in _COUNTED_IN or _PARTED.match(hit.chain.tags, hit.last):
            return None  # "December 7 cents higher", "December 7 3/4 cents"
        if order == "ymd" or (order == "dmy" and not short) or is_counted(hit):
            return None
    year = year_of(numbers[1]) if len(numbers) == 2 else None
    if len(numbers) == 2 and (year is None or after(hit) in "PpUSH"):
        return None
    return _day(hit, year, _months(hit)[0], day_of(numbers[0])) if numbers else None


def year_month_day(hit: Hit) -> Moment | None:
    """``2017年9月7日``, ``2017年9月``."""
    numbers = numbers_of(hit)
    year = year_of(numbers[0]) if numbers else None
    if year is None or hit["τ"] != "year":
        return None
    if len(numbers) == 1:
        return Moment(make_month(year, _months(hit)[0]), "month")
    return _day(hit, year, _months(hit)[0], day_of(numbers[1]))


def day_range(hit: Hit) -> Moment | None:
    """``May 13-17, 2025``, ``3 al 7 de septiembre``, ``3., 4. und 6. Oktober``: the first to the last day."""
    chain, numbers, month = hit.chain, numbers_of(hit), _months(hit)[0]
    year = year_of(numbers[-1]) if numbers else None
    days = [day_of(n) for n in (numbers[:-1] if year is not None else numbers)]
    if len(days) < 2 or None in days or is_counted(hit) or not joins(hit, "b"):
        return None
    if set(hit.all("α")) - {"until"}:
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


def month_year(hit: Hit) -> Moment | None:
    """``October 2022``, ``enero de 2009``, ``Sep '17``."""
    at = hit.at("d")
    year = year_of(hit["d"])
    close = hit.chain.adjacent(at) and (hit.chain.tags[at - 1] == "'" or hit.chain.adjacent(at - 1))
    if year is None and hit.chain.tags[at - 1] in "'/" and close:
        year = short_year(hit["d"])
    if year is None or after(hit) in "UPpSHMc":
        return None
    return Moment(make_month(year, _months(hit)[0]), "month")


def month_range(hit: Hit) -> Moment | None:
    """``Apr-Dec 2014``, ``between January and July of 2019``, ``1至4月``, ``en octobre et en novembre``."""
    if not joins(hit):
        return None
    numbers, months, chain = hit.all("d"), _months(hit), hit.chain
    if len(numbers) == 2 and hit.tags[-3] == "d":
        return _months_of_fiscal(hit, months, numbers)
    year = year_of(numbers[-1]) if numbers and chain.tags[hit.last - 1] in "dτ" else None
    if len(months) == 1:  # 1至4月: the first one is a bare number
        first = day_of(numbers[0])
        if first is None or first > 12 or not chain.text[chain.starts[hit.at("μ")]].isdigit() or numbers[1:]:
            return None
        months.insert(0, first)
    elif numbers and year is None:
        return None
    pair = bool(set("&u") & set(hit.tags)) and "<" not in hit.tags and before(hit) != "<"
    if months[0] == months[1] or (pair and months[1] != months[0] % 12 + 1):
        return None
    if not numbers and not _is_month(hit, months[0]):
        return None
    pattern = f"XXXX-{months[0]:02}/XXXX-{months[1]:02}"
    if year is None:
        return pattern_moment(hit.context, pattern)
    start = year - 1 if months[1] < months[0] else year
    return Moment(with_year(pattern, start), "range")


def _months_of_fiscal(hit: Hit, months: list[int], numbers: list[str]) -> Moment | None:
    """``April-December 2018-19``: months of a year that runs from one calendar year into the next."""
    first, end = year_of(numbers[0]), numbers[1]
    if first is None or end not in (f"{(first + 1) % 100:02}", str(first + 1)) or is_counted(hit):
        return None
    start = fiscal_start(hit)
    turned = months[0] < (start if start > 1 else months[0])
    return Moment(with_year(f"XXXX-{months[0]:02}/XXXX-{months[1]:02}", first + turned), "range")


def leading_range(hit: Hit) -> Moment | None:
    """``2019年1月至7月``, ``2019年1至7月``."""
    numbers, months, chain = hit.all("d"), _months(hit), hit.chain
    year = year_of(numbers[0])
    if len(months) == 1 and len(numbers) == 2 and chain.text[chain.starts[hit.at("μ")]].isdigit():
        months.insert(0, day_of(numbers[1]) or 13)
    if year is None or hit["τ"] != "year" or len(months) != 2 or not months[0] < months[1]:
        return None
    return Moment(with_year(f"XXXX-{months[0]:02}/XXXX-{months[1]:02}", year), "range")


def bare_month(hit: Hit) -> Moment | None:
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
    if len(words.rstrip(".")) < 4 and month != 5 and words[0] < UNSPACED:
        listed = follow == ":" and lead in "‹;,"  # "(Dec: 27.1; Jan: 25.0)"
        return listed or follow in "-/t" or (words.endswith(".") and lead in _MONTH_CUES)
    if lead in _MONTH_CUES or follow in "V-t&=αρ":
        return True
    if month in (3, 5) and lead in ' s"':
        return follow in "VK-t&':"
    return True


def day_alone(hit: Hit) -> Moment | None:
    """``19日``: a day of a month that goes without saying; ``terça-feira (21)``, ``mardi 11``."""
    day = day_of(next(iter(numbers_of(hit)), ""))
    words = hit.chain.words(hit.first)
    if day is None or is_counted(hit) or (hit.tags == "Δ" and not words[0].isdigit() and len(words) <= _SPAN):
        return None
    weekday = int(hit.get("δ") or 0)
    pattern = f"XXXX-XX-{day:02}"
    if precision(hit.context) != "day":
        return Moment(None, "day", pattern=pattern)
    return Moment(placed(hit.context, pattern, weekday), "day", pattern=pattern)
