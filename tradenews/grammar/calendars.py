"""Years not written as four digits of the common era: 二○二四年, and 114年 of the Republic (2025).

Also what only looks like a part of a year: "Q2 mil 500" quetzales.
"""

from __future__ import annotations

from tradenews.grammar.hits import after
from tradenews.grammar.moments import year_of
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.scan.chain import Link

_ERA = 1911  # the year before the first of the Republic
_FIRST, _LAST, _NEAR = 100, 150, 12  # years of it that news tells, and how far from the article's day
_DATED = "μπKθdρtA"  # what stands behind a year, and behind no stretch of years


def _is_year(hit: Hit) -> bool:
    return hit.chain.values[hit.last - 1] in ("year", "early", "end") and hit.chain.adjacent(hit.last - 1)


def _with_year(hit: Hit, year: int) -> list[Link]:
    number = Link("d", hit.start, hit.chain.ends[hit.last - 2], str(year))
    return [number, hit.chain.link(hit.last - 1)]


def _spelled(hit: Hit) -> list[Link] | None:
    """Four digits in words."""
    digits = hit.all("w")
    year = year_of("".join(digits)) if all(len(d) == 1 for d in digits) else None
    return _with_year(hit, year) if year is not None and _is_year(hit) else None


def _of_republic(hit: Hit) -> list[Link] | None:
    """Three digits near the article's year, or before a month, a quarter or what a figure measures."""
    digits = hit["d"]
    if not digits.isdigit() or not _FIRST <= int(digits) <= _LAST or not _is_year(hit):
        return None
    year, day = _ERA + int(digits), hit.context.reference if hit.context is not None else None
    if after(hit) == "α" or (day is not None and abs(day.year - year) > _NEAR):
        return None
    if day is None and hit.chain.tags[hit.last - 1] == "τ" and after(hit) not in tuple(_DATED):
        return None
    return _with_year(hit, year)


def _is_money(hit: Hit) -> list[Link] | None:
    """Money whose sign and digit look like a quarter: "Q2 mil 500" quetzales."""
    word = hit.chain.words(hit.first)
    entry = hit.context.lexicon.word(word[:-1]) if hit.context and word[-1:].isdigit() else None
    if entry is None or entry.tag != "C" or word[:-1].islower():
        return None
    sign = Link("C", hit.start, hit.chain.ends[hit.first] - 1, entry.value)
    digit = Link("d", hit.chain.ends[hit.first] - 1, hit.chain.ends[hit.first], word[-1])
    return [sign, digit, hit.chain.link(hit.last - 1)]


CALENDARS = Grammar(
    "d",
    Rule("year.spelled", "w{4} [τα]", _spelled, example="二○二四年", language="zh"),
    Rule("year.republic", "d [τα]", _of_republic, example="114年12月", language="zh"),
    Rule("money.quarter", "π S", _is_money, example="Q2 mil 500", language="es"),
)
