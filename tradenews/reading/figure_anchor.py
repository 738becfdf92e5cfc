"""What relative dates hang on where an article does not say when it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date as Date

from tradenews.grammar.values import Moment
from tradenews.models.period import Period
from tradenews.normalize.periods import from_edtf, grain_of, is_within, make_year, shift, with_year
from tradenews.reading.figure_comparing import TIE, is_baseline, told_twice
from tradenews.reading.figure_running import is_running
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot

_LATER = "year~1"
_PRESENT = frozenset(("year0", "ytd"))  # what is spoken of as "this year"
_YEAR_END = "-12-31"
_STEPS = {"year-1": -1, "year0": 0}
_SOON = 3  # years behind the latest day or month in which one of statistics is still told
_MONTH = 7  # letters of "2017-09"; a day has more


def anchor_of(
    sentences: Sequence[Sentence], slots: Sequence[Slot], fiscal: Period | None
) -> tuple[Period | None, bool]:
    """What bare months hang on where an article has no date, and whether it is told by what is present.

    That is the year of a ``fiscal`` one that is not over, else the latest period that the text dates.
    """
    year = _year_by_fiscal(sentences, fiscal)
    return (year, True) if year is not None else _latest(sentences, slots)


def _latest(sentences: Sequence[Sentence], slots: Sequence[Slot]) -> tuple[Period | None, bool]:
    """The latest period that a text dates.

    That is the latest day, month, quarter or half with its year, else the latest year named more than once;
    or the year after that with whose months the present ones are compared ("than in the same month of 2019",
    "against 5 in May 2019"), or with which this year is ("this year 5, more than in 2018"). The second answer
    is whether it is told so by what is present, and so is not over.
    A time to come is none, nor is the month of an agreement that a sentence without statistics recalls.
    """
    reporting = {slot.sentence.number for slot in slots if is_running(slot)}
    comparing = reporting | {slot.sentence.number for slot in slots if slot.kind == "price"}
    against = {(slot.sentence.number, slot.link) for slot in slots if is_baseline(slot)}
    opening = _opening_month(sentences, reporting)
    bare = {m.pattern for s in sentences for m in _moments(s) if m.grain == "month" and m.pattern}
    named = {m.period for s in sentences for m in _moments(s) if m.grain == "year" and not m.relation}
    fine: list[Period] = []
    recalled: list[Period] = []  # of those the ones that the text only looks back on
    years: Counter[Period] = Counter()
    this: list[Period | None] = []  # what the text calls "this year"
    behind: list[Period] = []  # what the periods that only are compared with say of the present
    for sentence in sentences:
        tags = sentence.chain.tags
        twice = told_twice(sentence.chain)
        recalls = "D" in tags and "v" not in tags and sentence.number not in reporting
        for i in sentence.chain.find("θ"):
            moment = sentence.chain.values[i]
            if not isinstance(moment, Moment) or _is_limit(moment, told=sentence.number in reporting):
                continue
            at = sentence.number, len(tags[:i].rstrip("no_")) - 1
            told = sentence.number in comparing or moment.grain == "day"
            again = shift(moment.period, _LATER) if i in twice and moment.period else None
            by = again or _present_by(sentence, i, named, bare, told=told, baseline=at in against)
            if by is not None:
                behind.append(by)
                this += [by] if _speaks_of_now(sentence) else []
            if by is not None or _is_aside(tags, i, moment):
                continue
            if moment.pattern or moment.relation or moment.period is None or moment.period.end is None:
                continue
            if "m" in tags[max(i - TIE, 0) : i]:
                continue
            if moment.grain in ("year", "fiscal", "decade", "years"):
                years[moment.period] += 1
            elif moment.grain == "season":
                continue  # "the autumn-winter 2015 collections"
            elif not recalls or len(moment.period.edtf.partition("/")[0]) > _MONTH:
                fine.append(moment.period)
                told = sentence.number in reporting and sentence.number > opening[1]
                told = told and moment.period != with_year(opening[0], _end(moment.period).year)
                recalled += [moment.period] if told or moment.direction == "since" else []
    fine = fine or [year for year, count in years.items() if count > 1]
    last = max(fine, key=_end, default=None)
    last = _later_year(last, sentences, slots) or last
    if last is not None and last in recalled and opening[0]:
        last = _next(opening[0], last) or last
    votes = Counter(_end(period).year for period in behind)
    now = max(behind, key=lambda period: (votes[_end(period).year], _end(period)), default=None)
    if now is not None and (last is None or _end(now) > _end(last)):
        last = now
    return last, grain_of(last) == "year" and last in this if last is not None else False


def _later_year(last: Period | None, sentences: Sequence[Sentence], slots: Sequence[Slot]) -> Period | None:
    """The latest year of statistics, where it is a little later than the last day or month that is dated."""
    if last is None:
        return None
    ahead = {slot.sentence.number for slot in slots if slot.draft.get("modality") != "actual"}
    past = {slot.sentence.number for slot in slots if is_running(slot)} - ahead
    years = [
        moment.period
        for sentence in sentences
        if sentence.number in past
        for moment in _moments(sentence)
        if moment.grain in ("year", "fiscal") and moment.period is not None
        if not (moment.pattern or moment.relation or moment.direction or moment.compared)
    ]
    year = max(years, key=_end, default=None)
    return year if year is not None and 0 < _end(year).year - _end(last).year <= _SOON else None


def _opening_month(sentences: Sequence[Sentence], reporting: set[int]) -> tuple[str, int]:
    """The month without a year of which the first statistics are, and the number of its sentence.

    Without any in such a sentence, the first that the text names at all.
    """
    found = [
        (moment.pattern, sentence.number)
        for sentence in sentences
        for moment in _moments(sentence)
        if moment.pattern and moment.grain == "month" and not moment.compared
    ]
    return next((each for each in found if each[1] in reporting), found[0] if found else ("", -1))


def _next(month: str, period: Period) -> Period | None:
    """The first such month behind a period that a text looks back on: "May the best since June 2016"."""
    if grain_of(period) != "month":
        return None
    this = with_year(month, _end(period).year)
    return this if this is None or _end(this) > _end(period) else shift(this, _LATER)


def _is_aside(tags: str, link: int, moment: Moment) -> bool:
    """Is it a year in brackets, of the amount behind it: "(2009: 13 percent)"?"""
    return tags[link - 1 : link] == "‹" and tags[link + 1 : link + 2] == ":" and moment.grain == "year"


def _speaks_of_now(sentence: Sentence) -> bool:
    return any(moment.relation in _PRESENT for moment in _moments(sentence))


def _present_by(
    sentence: Sentence, link: int, named: set[Period | None], bare: set[str], *, told: bool, baseline: bool
) -> Period | None:
    """The present that a period tells of which it is the past, or that it names."""
    moment: Moment = sentence.chain.values[link]
    year = moment.period if moment.grain == "year" and not moment.relation else None
    later = shift(year, _LATER) if year is not None else None
    later = later if later in named else None
    if _is_aside(sentence.chain.tags, link, moment):
        return later
    if year is not None and _names_present(sentence, link):
        return year
    if not told:
        return None
    present = _speaks_of_now(sentence) or any(m.relation == "whole" for m in _moments(sentence))
    after = _year_after(moment, bare, compared=moment.compared or baseline, present=present)
    return later if after is None and moment.compared else after


def _names_present(sentence: Sentence, link: int) -> bool:
    """Does a year stand right behind "this year", and names it: "this year, 2019,", "dieses Jahr (2019)"?"""
    chain = sentence.chain
    if chain.tags[link - 2 : link] not in ("θ,", "θ‹") or chain.tags[link + 1 : link + 2] not in tuple(",›"):
        return False
    before = chain.values[link - 2]
    return isinstance(before, Moment) and before.relation == "year0" and not before.pattern


def _moments(sentence: Sentence) -> Iterator[Moment]:
    values = (sentence.chain.values[i] for i in sentence.chain.find("θ"))
    return (value for value in values if isinstance(value, Moment))


def _end(period: Period) -> Date:
    return period.end or Date.min


def _is_limit(moment: Moment, *, told: bool) -> bool:
    """Is a time only a limit, and not the one up to which the statistics ``told`` in its sentence are?"""
    return moment.direction == "before" or (moment.direction == "until" and not told)


def _year_after(moment: Moment, bare: set[str], *, compared: bool, present: bool) -> Period | None:
    """The present of which a text tells that compares it with the same time of a year: "than in May 2019".

    A month compared with may be the one before, unless the text names the same month without a year. What
    the end of a year is compared with is of the year after: "debt rose from 31 December 2016".
    """
    if moment.relation.startswith("same@"):
        base = from_edtf(moment.relation.removeprefix("same@"))
        return shift(base, _LATER) if base is not None else None
    if not compared or moment.relation or moment.pattern or moment.period is None:
        return None
    edtf = moment.period.edtf
    if moment.grain == "day" and moment.period.start is not None:
        return make_year(moment.period.start.year + 1) if edtf.endswith(_YEAR_END) else None
    same = moment.grain in ("half", "range") or (present and moment.grain == "year")
    same = same or (moment.grain == "month" and f"XXXX{edtf[4:]}" in bare)
    return shift(moment.period, _LATER) if same else None


def fiscal_of(sentences: Sequence[Sentence]) -> Period | None:
    """The fiscal year that a text expects something of: the one that it was written in.

    Else the one behind that of which it says on which day it ended.
    """
    closed: Period | None = None
    for sentence in sentences:
        for i in sentence.chain.find("θ"):
            moment: Moment = sentence.chain.values[i]
            ahead = "m" in sentence.chain.tags[max(i - TIE, 0) : i]
            if moment.grain != "fiscal" or not moment.period or moment.relation:
                continue
            if ahead:
                return moment.period
            if closed is None and len(moment.period.edtf.partition("/")[0]) >= _MONTH:
                closed = moment.period
    return shift(closed, _LATER) if closed is not None else None


def _year_by_fiscal(sentences: Sequence[Sentence], fiscal: Period | None) -> Period | None:
    """The year of a text that looks ahead to a fiscal year, whose months of "last year" lie in it.

    "129 million will be booked in the year to March 2026. In April-December last year, sales fell": 2026.
    """
    if fiscal is None or fiscal.end is None or fiscal.start is None:
        return None
    for sentence in sentences:
        for moment in _moments(sentence):
            if moment.relation not in _STEPS or not moment.pattern:
                continue
            step = _STEPS[moment.relation]
            for year in (fiscal.end.year, fiscal.start.year):
                months = with_year(moment.pattern, year + step)
                if months is not None and is_within(months, fiscal):
                    return make_year(year)
    return None
