"""The fiscal year of the firm or country that a text is about, where the text tells when one closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tradenews.grammar.fiscal import in_fiscal
from tradenews.grammar.values import Moment
from tradenews.models.period import Period
from tradenews.normalize.periods import make_fiscal
from tradenews.reading.sentence import Sentence

if TYPE_CHECKING:
    from tradenews.reading.figure_clock import Clock

_MONTHS = 15  # letters of "2022-04/2023-03"
_YEAR = (360, 370)  # days


def opening_month(sentences: Sequence[Sentence]) -> int:
    """The month with which the first fiscal year begins that the text tells by its months; 0 without any."""
    for sentence in sentences:
        for i in sentence.chain.find("θ"):
            moment: Moment = sentence.chain.values[i]
            if moment.grain == "fiscal" and not moment.fiscal and _is_year(moment.period):
                return moment.period.start.month  # type: ignore[union-attr]
    return 0


def _is_year(period: Period | None) -> bool:
    """Is it told as twelve months that are no calendar year?"""
    if period is None or period.start is None or period.end is None or len(period.edtf) != _MONTHS:
        return False
    return period.start.month > 1 and _YEAR[0] < (period.end - period.start).days < _YEAR[1]


def own_fiscal(moment: Moment, clock: Clock) -> Period | None:
    """ "The current fiscal year", or a part of it, as that of the firm whose last one closed in March.

    Also "the full year" and "the year as a whole" where such a year is spoken of. None for what is no such
    word, or where no fiscal year is told by its months.
    """
    day, month = clock.reference, clock.fiscal_month
    if day is None or not month:
        return None
    step, _, part = moment.fiscal.partition(" ")
    if not step:
        if moment.relation != "whole" or not _is_spoken(clock.current, month):
            return None
        step = "0"
    year = make_fiscal(day.year - (day.month < month) + int(step), month)
    if not part or year is None:
        return year
    return in_fiscal(Moment(None, moment.grain, pattern=part), year, numbered=True)


def _is_spoken(current: Period | None, month: int) -> bool:
    """Is what the text speaks of such a year, or a part with which one begins?"""
    return current is not None and current.start is not None and current.start.month == month
