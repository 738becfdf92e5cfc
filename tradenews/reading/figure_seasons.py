"""Seasons, as of a harvest, that run from one year into the next: "the 2017/18 season", "this season"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from tradenews.grammar.moments import BARE
from tradenews.grammar.values import Moment
from tradenews.models.period import Period
from tradenews.normalize.periods import is_within, make_interval, make_year, shift, with_year
from tradenews.reading.sentence import Sentence

if TYPE_CHECKING:
    from tradenews.reading.figure_clock import Clock

SEASON: Final = "season"  # begins the relation of one that is told without its years
NEW: Final = "season+"  # that of "the new season": the one that has begun, else the next
_YEAR, _TWO = 360, 732  # days
_SECOND_HALF: Final = 7  # the month from which on one is of the first year of a season
_SUMMED: Final = frozenset({"day", "week", "month", "range"})  # up to which a season is summed up


def is_season(period: Period | None) -> bool:
    """Does a period run from one year into the next, by its years or by twelve months?

    >>> from tradenews.normalize.periods import make_interval, make_year
    >>> is_season(make_interval(make_year(2017), make_year(2018))), is_season(make_year(2017))
    (True, False)
    """
    if period is None or period.start is None or period.end is None:
        return False
    crosses = period.end.year == period.start.year + 1
    return crosses and _YEAR < (period.end - period.start).days < _TWO


def first_season(sentences: Sequence[Sentence]) -> Period | None:
    """The first season that a text tells by its years, and not only compares with."""
    for sentence in sentences:
        for i in sentence.chain.find("θ"):
            moment = sentence.chain.values[i]
            told = moment.grain == "fiscal" and not (moment.relation or moment.compared)
            if told and is_season(moment.period):
                return moment.period  # type: ignore[no-any-return]
    return None


def spoken_season(moment: Moment, clock: Clock) -> Period | None:
    """The season told by its years that "the whole season", "last season" are counted from.

    None for what is no such word, or where no season is told.
    """
    told, day = clock.season, clock.reference
    if told is None or moment.pattern or not moment.relation.startswith(SEASON):
        return None
    if moment.relation == NEW:
        return told if day is not None and told.end is not None and day <= told.end else shift(told, "year~1")
    step = int(moment.relation.removeprefix(SEASON) or 0)
    if day is not None and told.end is not None and day > told.end and moment.relation != SEASON:
        if day.year > told.end.year + 1:
            return None
        step += 1
    return shift(told, f"year~{step}") if step else told


def as_season(moment: Moment, clock: Clock) -> Period | None:
    """A year that only its two years tell, "in 2022/23", as the seasons that a text tells by theirs."""
    told, period = clock.season, moment.period
    if moment.grain != "fiscal" or moment.part != BARE or told is None or told.start is None:
        return None
    if period is None or period.start is None or told.start.month != 1 or not is_season(period):
        return None
    year = period.start.year
    return make_interval(make_year(year), make_year(year + 1))


def of_season(moment: Moment, clock: Clock, *, summed: bool) -> Period | None:
    """What a month, a week or a day tells while a season is spoken of.

    Up to it, the season is summed up; else a month without its year is that of the season.
    """
    current, grain = clock.current, moment.grain
    if not is_season(current) or current is None or grain not in _SUMMED or moment.compared:
        return None
    if grain == "range" and (moment.direction or not moment.pattern or "-" not in moment.pattern[5:]):
        return None
    if summed and (moment.direction == "until" or moment.part == "end" or grain == "day"):
        return current if moment.period is None or is_within(moment.period, current) else None
    if (
        clock.reference is not None
        or grain not in ("month", "range")
        or not moment.pattern
        or moment.period is not None
        or moment.relation
    ):
        return None
    if current.start is None or current.end is None:
        return None
    first = current.start.month if current.start.month > 1 else _SECOND_HALF
    return with_year(
        moment.pattern, (current.start if int(moment.pattern[5:7]) >= first else current.end).year
    )
