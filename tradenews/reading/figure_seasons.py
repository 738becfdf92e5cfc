"""Seasons, as of a harvest, that run from one year into the next: "the 2017/18 season", "this season"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from tradenews.grammar.moments import BARE
from tradenews.grammar.values import Moment
from tradenews.models.period import Period
from tradenews.normalize.periods import is_within, make_fiscal, make_interval, make_year, shift, with_year
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

if TYPE_CHECKING:
    from tradenews.reading.figure_clock import Clock

SEASON: Final = "season"  # begins the relation of one that is told without its years
NEW: Final = "season+"  # that of "the new season": the one that has begun, else the next
_YEAR, _TWO = 360, 732  # days
_SECOND_HALF: Final = 7  # the month from which on one is of the first year of a season
_NEAR: Final = 9  # links from a season to its months
_JOINED, _JOINTS = 5, frozenset("tzbqon_&,lV")  # what may stand between the two ends
_MONTH: Final = 7  # letters of "XXXX-07"
_YEARS: Final = 9  # letters of "2020/2021"
_LATE: Final = 28  # the day from which on a month may end
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


def first_season(sentences: Sequence[Sentence], month: int) -> Period | None:
    """The first season that a text tells by its years, and not only compares with; from ``month`` on."""
    for sentence in sentences:
        for i in sentence.chain.find("θ"):
            moment = sentence.chain.values[i]
            told = moment.grain == "fiscal" and not (moment.relation or moment.compared)
            if told and is_season(moment.period):
                return in_months(moment.period, month) or moment.period
    return None


def season_month(sentences: Sequence[Sentence]) -> int:
    """The month with which the seasons of a text begin, where it tells their twelve months; 0 without any.

    "The season runs from July to June", "2021/22榨季（10月至次年9月）": a word for a season, and behind it
    the months or days with which one begins and ends.
    """
    for sentence in sentences:
        chain, last = sentence.chain, -_NEAR
        for i in chain.find("φθK"):
            value = chain.values[i]
            if isinstance(value, Moment):
                if i - last < _NEAR and (month := _twelve_months(chain, i)):
                    return month
                last = i if value.grain == "fiscal" else last
            elif chain.tags[i] == "K" or value != "fiscal":
                last = i
    return 0


def _twelve_months(chain: Chain, link: int) -> int:
    """The first of the twelve months that a range tells, or a day or month and the next one behind it."""
    first: Moment = chain.values[link]
    if first.grain == "range" and not (first.relation or first.compared):
        start, _, end = first.pattern.partition("/")
        return _opens(start, end)
    follow = chain.first_of("θ", link + 1, min(link + _JOINED, len(chain)))
    if follow < 0 or set(chain.tags[link + 1 : follow]) - _JOINTS or first.direction == "since":
        return 0
    return _opens(_calendar(first), _calendar(chain.values[follow]))


def _calendar(moment: Moment) -> str:
    """The month, or day, that a moment tells, as a pattern; empty for what is neither."""
    if moment.grain not in ("day", "month") or moment.compared:
        return ""
    return moment.pattern or ("XXXX" + moment.period.edtf[4:] if moment.period is not None else "")


def _opens(start: str, end: str) -> int:
    """The month of ``start`` if ``end`` closes the twelve months from there on; else 0."""
    months = start[5:7], end[5:7]
    if not (months[0].isdigit() and months[1].isdigit()) or len(start) != len(end):
        return 0
    if len(start) > _MONTH and (start[8:] != "01" or not end[8:].isdigit() or int(end[8:]) < _LATE):
        return 0
    first, last = int(months[0]), int(months[1])
    return first if first == last + 1 else 0


def spoken_season(moment: Moment, clock: Clock) -> Period | None:
    """The season told by its years that "the whole season", "last season" are counted from.

    None for what is no such word, or where no season is told.
    """
    told, day = clock.season, clock.reference
    if told is None and moment.relation in (SEASON, f"{SEASON}0"):
        return clock.so_far
    if told is None or moment.pattern or not moment.relation.startswith(SEASON):
        return None
    if moment.relation == NEW:
        new = day is not None and told.end is not None and day <= told.end and not _is_reaped(told, clock)
        return told if new else shift(told, "year~1")
    step = int(moment.relation.removeprefix(SEASON) or 0)
    if day is not None and told.end is not None and day > told.end and moment.relation != SEASON:
        if day.year > told.end.year + 1:
            return None
        step += 1
    return shift(told, f"year~{step}") if step else told


def _is_reaped(season: Period, clock: Clock) -> bool:
    """Has a text told what a season brought, in its second year, so that the new one is the next?"""
    day, told = clock.reference, clock.voices.get(season, ())
    late = day is not None and season.end is not None and day.year >= season.end.year
    return late and any(slot.form == "level" and slot.draft.get("modality") == "actual" for slot in told)


def as_season(moment: Moment, clock: Clock) -> Period | None:
    """A year that only its two years tell, "in 2022/23", as the seasons that a text tells by theirs."""
    told, period = clock.season, moment.period
    if moment.grain == "fiscal" and clock.season_month and (months := in_months(period, clock.season_month)):
        return months
    if moment.grain != "fiscal" or moment.part != BARE or told is None or told.start is None:
        return None
    if period is None or period.start is None or told.start.month != 1 or not is_season(period):
        return None
    year = period.start.year
    return make_interval(make_year(year), make_year(year + 1))


def in_months(season: Period | None, month: int) -> Period | None:
    """A season that is told by its two years, as the twelve months from ``month`` on; None for any other."""
    if (
        season is None
        or season.start is None
        or not month
        or len(season.edtf) != _YEARS
        or not is_season(season)
    ):
        return None
    return make_fiscal(season.start.year, month)


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
