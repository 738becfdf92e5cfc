"""Parts of a fiscal year: quarters, halves and months counted from its start, or called by their names."""

from __future__ import annotations

from tradenews.grammar.rule import Hit
from tradenews.grammar.values import Moment
from tradenews.models.period import Period
from tradenews.normalize.periods import make_interval, make_month, with_year

ANY_YEAR = 2001


def is_numbered(hit: Hit, part: Moment) -> bool:
    """Are months counted from the start of a year ("the first nine months"), not called by their names?"""
    if part.grain != "range" or hit.context is None:
        return False
    link = next(i for i in hit.chain.find("θ", hit.first, hit.last) if hit.chain.values[i] is part)
    entry = hit.context.lexicon.word(hit.chain.words(link))
    return entry is not None and entry.tag == "π"


def fiscal_pattern(part: Moment, start: int) -> str:
    """The months of a numbered part of a year that begins in ``start``; none where that is unknown."""
    months = with_year(part.pattern, ANY_YEAR) if start > 1 else None
    if months is None or months.start is None or months.end is None:
        return ""
    first, last = ((month + start - 2) % 12 + 1 for month in (months.start.month, months.end.month))
    return f"XXXX-{first:02}/XXXX-{last:02}"


def in_fiscal(part: Moment, year: Period, *, numbered: bool) -> Period | None:
    """A quarter, a half or some months of a fiscal year; None where nobody knows when it begins."""
    if year.start is None or year.end is None:
        return None
    if year.start.month == 1:
        known = part.grain == "month" or year.start.year == year.end.year
        return with_year(part.pattern, year.start.year) if known else None
    base = year.start.year
    first = with_year(part.pattern, base)
    if first is None or first.start is None or first.end is None:
        return None
    if numbered:
        months = [base * 12 + year.start.month - 1 + m.month - 1 for m in (first.start, first.end)]
        ends = [make_month(m // 12, m % 12 + 1) for m in months]
        return make_interval(ends[0], ends[1])
    return first if first.start.month >= year.start.month else with_year(part.pattern, base + 1)
