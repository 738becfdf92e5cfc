"""Helpers of the period grammars: digits to days and years, and patterns set against the article's date."""

from __future__ import annotations

from itertools import islice

from tradenews.grammar.context import Context
from tradenews.grammar.rule import Hit
from tradenews.grammar.values import Moment
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.load import read_line_table
from tradenews.models.period import Period
from tradenews.normalize.periods import (
    grain_of,
    make_fiscal,
    make_interval,
    make_year,
    place,
    relative,
    shift,
    with_year,
)
from tradenews.scan.chain import Chain

FIRST_YEAR, LAST_YEAR = 1900, 2099
_NEAR_GOODS = 5  # links between goods and their year
_YEARS_BEHIND = regex("φo?_?'?d[-/]'?d")
_NAMED_FIRST = "+"  # behind the month with which fiscal years begin
_SEASONS = 4  # words for a season that are looked at
UNITS = frozenset("CMcBUPpSHNQ%x")  # what follows a number that is an amount and no year or day
MONEY = frozenset("CB±")  # what stands before one
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}  # EDTF
BARE = "bare"  # the part of a year that no word says which it is: "no ano"
CLOSED = "closed"  # that of a fiscal year of which is told when it closes
RUNNING = "running"  # that of a fiscal year called the current one
DIRECT = regex(r"-?\d+")  # a step of a deictic that counts from the article's day
_CLOSES = ("", *"s,;:&›¬-")  # what may follow a period at the end of a comparison
_YEAR = regex(r"(?:19|20)\d\d")
_SHORT = regex(r"\d\d")
_DAY = regex(r"\d\d?")
_LEADING = regex(r"^(\d+)\D{1,3}$")
_WHOLE = regex(r"XXXX-\d\d")


def year_of(digits: object) -> int | None:
    """Four digits as a year that news may speak of.

    >>> year_of("2017"), year_of("2,017"), year_of("1066")
    (2017, None, None)
    """
    return int(digits) if isinstance(digits, str) and _YEAR.fullmatch(digits) else None


def short_year(digits: object) -> int | None:
    """Two digits after an apostrophe or a quarter as a year: up to 49 in this century.

    >>> short_year("24"), short_year("82")
    (2024, 1982)
    """
    if not isinstance(digits, str) or not _SHORT.fullmatch(digits):
        return None
    return int(digits) + (2000 if int(digits) < 50 else 1900)


def day_of(digits: object) -> int | None:
    """One or two digits as a day of a month.

    >>> day_of("07"), day_of("32"), day_of("3.5")
    (7, None, None)
    """
    if not isinstance(digits, str) or not _DAY.fullmatch(digits):
        return None
    return int(digits) if 1 <= int(digits) <= 31 else None


def numbers_of(hit: Hit) -> list[str]:
    """The digits of a match in text order, those with an ordinal ending ("7th", "1er", "1º") without it."""
    chain = hit.chain
    found = (
        str(chain.values[i]) if chain.tags[i] == "Δ" else chain.words(i)
        for i in chain.find("dΔZ", hit.first, hit.last)
    )
    return [_LEADING.sub(r"\1", words) for words in found if words[0].isdigit()]


def joins(hit: Hit, tags: str = "zb") -> bool:
    """Is each preposition of the match one that may stand between the ends of a range ("through")?"""
    return all(sense(hit, i, "until") for i in hit.chain.find(tags, hit.first, hit.last))


def before(hit: Hit, back: int = 1) -> str:
    """The tag that stands ``back`` links before the match; a blank where there is none."""
    place = hit.first - back
    return hit.chain.tags[place] if place >= 0 else " "


def after(hit: Hit, ahead: int = 0) -> str:
    """The tag ``ahead`` links behind the first one after the match; a blank where there is none."""
    place = hit.last + ahead
    return hit.chain.tags[place] if place < len(hit.chain.tags) else " "


def is_counted(hit: Hit) -> bool:
    """Does what surrounds the match make its digits an amount: "May 20 companies", "$ 2017"?"""
    follow = after(hit)
    if follow in UNITS and not (follow == "C" and hit.chain.tags[hit.last + 1 : hit.last + 2] == "d"):
        return True
    return before(hit) in MONEY


def glued(hit: Hit, first: int, last: int) -> bool:
    """Do the links ``first`` up to but without ``last`` stand without blanks between them?"""
    return all(hit.chain.adjacent(i) for i in range(first + 1, last))


def precision(context: Context | None) -> str:
    """How finely the article's date is known: day, month, year."""
    published = context.published if context else None
    if published is None or context is None or published.end != context.reference:
        return "day"
    return grain_of(published)


def placed(context: Context | None, pattern: str, weekday: int = 0) -> Period | None:
    """The period of a pattern against the article's date; None without a date that is fine enough."""
    if context is None or context.reference is None or precision(context) in ("year", "range"):
        return None
    return place(pattern, context.reference, weekday)


def related(context: Context | None, relation: str) -> Period | None:
    """What a relation to the article's date means, or None."""
    if context is None or context.reference is None:
        return None
    return relative(relation.replace("~", ""), context.reference, precision(context))


def pattern_moment(context: Context | None, pattern: str, grain: str = "") -> Moment:
    """A moment whose year the text does not name."""
    if not grain:
        grain = "range" if "/" in pattern else _pattern_grain(pattern)
    return Moment(placed(context, pattern), grain, pattern=pattern)


def _pattern_grain(pattern: str) -> str:
    if not _WHOLE.fullmatch(pattern):
        return "day"
    code = int(pattern[5:])
    return "month" if code <= 12 else "season" if code < 30 else "quarter" if code < 40 else "half"


def fiscal_start(hit: Hit) -> int:
    """The month in which the fiscal year of the article's country begins, else of the first country named.

    1 where that is unknown.
    """
    return int(_fiscal_key(hit).rstrip(_NAMED_FIRST))


def named_first(hit: Hit) -> bool:
    """Is a fiscal year there called by the year in which it begins, as in Japan?"""
    return _fiscal_key(hit).endswith(_NAMED_FIRST)


def _fiscal_key(hit: Hit) -> str:
    home = hit.context.home if hit.context else None
    if home is None:
        first = next(hit.chain.find("Aa"), -1)
        home = hit.chain.values[first] if first >= 0 else None
    for month, countries in read_line_table("world", "fiscal_starts").items():
        if any(home in codes.split() for codes in countries):
            return month
    return "1"


def _of_season(hit: Hit) -> bool:
    """Does a word for a season stand behind two years, or right before: "the 2020/21 wheat season"?"""
    chain = hit.chain
    behind = hit.last + (chain.tags[hit.last : hit.last + 1] in ("T", "K"))
    beside = (chain.values[i] for i in (hit.first - 1, behind) if 0 <= i < len(chain))
    return any(value in ("marketing", "season") for value in beside)


def fiscal_moment(hit: Hit, first: int, last: int) -> Moment:
    """A fiscal year that runs from one calendar year into the next.

    Where the country's fiscal year is known it is given in months, else in years; also that of a harvest, and
    of a text that tells of a season by its years.
    """
    start = fiscal_start(hit)
    chain = hit.chain
    near = chain.find("KT", max(hit.first - _NEAR_GOODS, 0), hit.first)  # "the citrus harvest 2020/21"
    grown = any(chain.tags[i] == "T" or chain.values[i] == "production" for i in near) or _of_season(hit)
    if start > 1 and not grown and not _tells_season(chain):
        return Moment(make_fiscal(last - 1, start), "fiscal", part="" if "φ" in hit.tags else BARE)
    return Moment(make_interval(make_year(first), make_year(last)), "fiscal")


def _tells_season(chain: Chain) -> bool:
    """Does a text name a season by its years: "the 2017-18 season", "Saison 2017/18"?"""
    return any(
        chain.values[i] == "marketing"
        and (_YEARS_BEHIND.match(chain.tags, i) or chain.tags[i - 1 : i] == "d")
        for i in islice(chain.find("φ"), _SEASONS)
    )


def is_that(tags: str, link: int, last: int) -> bool:
    """Does a word for both "than" and "that" say "that" before a period: "the traffic that in May came to 5"?

    It says "than" behind a word that compares, or behind a noun or an amount where the period closes what
    is told: "more wine than in 2015".
    """
    before, follow = tags[max(link - 1, 0) : link], tags[last : last + 1]
    return before not in ("V", "b") and (before not in tuple("JTKQ") or follow not in _CLOSES)


def sense(hit: Hit, link: int, *keys: str) -> str:
    """The key of ``[directions]`` under which the words of a link stand, among ``keys``; empty if none."""
    context = hit.context
    if context is None:
        return ""
    words = fold(hit.chain.words(link))
    table = context.lexicon.lines.get("directions", {})
    return next((key for key in keys if words in table.get(key, ())), "")


def _days(period: Period) -> int:
    return (period.end - period.start).days if period.start and period.end else 0


def settle(moment: Moment, spoken: Period | None) -> Period | None:
    """The period of a moment once it is known which one the text speaks of.

    A relation is read against ``spoken`` where there is one, else against the article's date; the months
    that "the nine months" or "October of the year before" name keep their place in the year.
    """
    relation = moment.relation
    if not relation or relation.startswith("weekday") or spoken is None:
        return moment.period
    if relation == "whole":
        return make_year(spoken.end.year) if spoken.end else None
    if moment.pattern and spoken.end is not None:
        if relation == "same":
            named = with_year(moment.pattern, spoken.end.year)
            return spoken if named is None or _days(spoken) // 27 == _days(named) // 27 else named
        if "~" in relation:
            year = shift(make_year(spoken.end.year) or spoken, relation)
            return with_year(moment.pattern, year.start.year) if year and year.start else moment.period
    return shift(spoken, relation) or moment.period
