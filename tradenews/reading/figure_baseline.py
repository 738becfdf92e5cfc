"""What a figure is compared with: its period, and the tie between the two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tradenews.lexicon.forms import fold
from tradenews.models.amount import Amount
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.normalize.periods import grain_of, make_interval, make_month, make_year, shift
from tradenews.reading.figure_clock import Clock, Time
from tradenews.reading.figure_comparing import CHANGES, TIE, is_baseline, is_of_last
from tradenews.reading.figure_cues import is_index
from tradenews.reading.figure_finders import tied
from tradenews.reading.figure_resolve import resolve
from tradenews.reading.figure_revised import is_of_estimate, is_revised
from tradenews.reading.figure_running import is_running
from tradenews.reading.slot import Slot

_AHEAD = frozenset(("forecast", "target", "conditional"))
_AGAINST = frozenset(("year", "half", "range", "month"))
_LAST_YEAR = "year~-1"
_PARTS, _LONGER = ("month", "quarter"), ("quarter", "half", "range")
_ALIKE = 3  # times as much, at most
_SPOT = frozenset(("day", "week", "month"))  # of which a price is that of a market
_NEAR = 8  # links from a price of earlier to the word for "now"


def earlier(
    slot: Slot, times: Sequence[Time], base: Period | None, clock: Clock
) -> tuple[Period | None, str, Time | None]:
    """The period of a baseline: the one tied to it, else the one compared with, else a year before."""
    if base is not None and is_revised(slot, clock.words):
        return base, "when.revised", None
    if (quarter := elided(slot, base, clock)) is not None:
        return quarter, "when.elided", None
    times = [time for time in times if time.moment.relation != "now" and time.owner in (None, slot.link)]
    if slot.draft.get("modality") == "forecast" and not tied(slot, times) and not is_of_last(slot):
        return base, "when.expected", None  # "5 million, far from the 7 expected"
    near = next((time for time in times if time.owner == slot.link), None) or next(
        iter(tied(slot, times)), None
    )
    if near is None and slot.role == "then":
        near = next((time for time in reversed(times) if time.link < slot.link), None)
    if near is None:
        others = [
            time
            for time in times
            if time.compared or (time.relative and time.moment.relation != "same" and not _is_this(time))
        ]
        near = min(others, key=lambda time: abs(time.link - slot.link), default=None)
    if near is not None:
        moment = near.moment
        if is_of_estimate(slot, base, near):
            return base, "when.revised", near
        if near.relative:
            return (years_back(slot, base, moment.relation) if base else None), "when.compared", near
        period = same_part(slot, resolve(moment, clock), near, clock)
        if period == base and moment.relation == "year-1":
            period = shift(base, _LAST_YEAR) if base else None  # the text is of the year that is over
        if period is not None:
            return _summed_alike(slot, period, base), "when.compared", near
    if slot.role == "than" and not _is_former(slot, base, clock):
        return base, "when.base", None
    if base is not None and base.start and clock.year and base.start.year > clock.year + 1:
        return None, "when.none", None  # what is to grow by 2030 is not compared with 2029
    stretch = base is not None and grain_of(base) not in ("day", "week")
    if base is not None and (
        is_running(slot) or slot.kind == "finance" or (slot.kind == "price" and stretch)
    ):
        return shift(base, _LAST_YEAR), "when.year_before", None
    return None, "when.none", None


def years_back(slot: Slot, period: Period, relation: str) -> Period | None:
    """A period so long before another one: of a price of a day, the month of it a year before."""
    day = period.start
    if slot.kind == "price" and day is not None and grain_of(period) in ("day", "week"):
        period = (make_month(day.year, day.month) if relation.startswith("year~-") else None) or period
    return shift(period, relation)


def price_before(slot: Slot, time: Time, clock: Clock) -> Period | None:
    """A year before the price told last: "It brought 3 dollars in October, a year before it was 5".

    Where that is one of now, or a word for "now" follows, it is the month a year before the article.
    """
    latest, moment = clock.latest, time.moment
    if slot.kind != "price" or slot.form != "level" or moment.pattern:
        return None
    if not moment.relation.startswith("year~-"):
        return None
    last = latest if latest is not None and latest.kind == "price" else None
    near = last is not None and slot.sentence.number - last.sentence.number <= 1
    told = last.draft.get("period") if near and last is not None else None
    if told is not None and last is not None:
        same = last.sentence is slot.sentence
        return years_back(slot, told, moment.relation) if same or grain_of(told) in _SPOT else None
    if clock.reference is None or not (near or _is_now_different(slot, time)):
        return None
    return shift(make_month(clock.reference.year, clock.reference.month), moment.relation)


def _is_now_different(slot: Slot, time: Time) -> bool:
    """Does a word for "now" stand behind a price of earlier: "that cost 1,200 a year ago is now 2,600"?"""
    chain, last = slot.sentence.chain, max(slot.link, time.link)
    behind = chain.find("θ", last + 1, min(last + _NEAR, len(chain)))
    return any(chain.values[i].relation == "now" for i in behind)


def _is_this(time: Time) -> bool:
    return time.moment.relation.endswith("~0")  # "that year"


def _summed_alike(slot: Slot, period: Period, base: Period | None) -> Period:
    """The months up to the one compared with, as of the sum before it: "5 by August, 4 in August 2021"."""
    if base is None or slot.form != "level" or grain_of(period) != "month" or not is_running(slot):
        return period
    if base.start is None or base.end is None or period.start is None or grain_of(base) == "month":
        return period
    year, last = period.start.year, base.end.month
    if base.start.year != base.end.year or year >= base.start.year or period.start.month != last:
        return period
    return make_interval(make_month(year, base.start.month), period) or period


def elided(slot: Slot, base: Period | None, clock: Clock) -> Period | None:
    """The quarter of which only the number is told: "0.6 percent in the fourth quarter, 0.4 in the third"."""
    chain, names = slot.sentence.chain, clock.words.get("quarters", ())
    if not names or base is None or base.start is None or grain_of(base) != "quarter":
        return None
    at = slot.link + 1
    while at < len(chain) and chain.tags[at] in "no_t":
        at += 1
    word = fold(chain.words(at)) if slot.link + 1 < at < len(chain) else ""
    if word not in names or chain.tags[at + 1 : at + 2] not in tuple("s,;&›"):
        return None
    step = list(names).index(word) + 1 - (base.start.month + 2) // 3
    return shift(base, f"quarter~{step if step < 0 else step - 4}")


def of_same_grain(slot: Slot, period: Period | None, times: Sequence[Time], clock: Clock) -> Period | None:
    """The month spoken of, not a longer period, where a month is compared with: "to 4 from 5 in May".

    Inflation is told of each month.
    """
    if period is None:
        return None
    if is_index(slot) and grain_of(period) in _LONGER and "month" in clock.told:
        return clock.told["month"]
    for time in times:
        grain, base = time.moment.grain, time.moment.period
        told = clock.told.get(grain)
        if grain not in _PARTS or grain_of(period) == grain or base is None or told is None:
            continue
        later = told.start is not None and base.end is not None and told.start > base.end
        other_year = told.end is not None and base.start is not None and base.start.year != told.end.year
        if slot.form == "level" and told.end == period.end and other_year:
            continue  # "5 in the months up to May, against 4 in May 2018": in the same months
        if later and not time.moment.relation and (time.compared or time.owner is not None):
            clock.current = told  # for what follows, too
            return told
    return period


def end_of(slot: Slot, period: Period | None, time: Time | None) -> Period | None:
    """The first or last of several years, of which an amount is the old or the new one.

    "From 2015 to 2020 exports rose from 5 to 7 tonnes."
    """
    if time is None or time.moment.grain != "years" or slot.role not in ("from", "to"):
        return None
    if period is None or period.start is None or period.end is None or slot.form in CHANGES:
        return None
    return make_year((period.start if slot.role == "from" else period.end).year)


def same_part(slot: Slot, period: Period | None, time: Time, clock: Clock) -> Period | None:
    """ "Last year" beside a part of this one is the same part of it: "27 tonnes up to May, 25 last year".

    Where both amounts are alike in size; a whole year's would be some times as much.
    """
    if period is None or time.moment.grain != "year" or clock.current is None:
        return period
    chain, forms = slot.sentence.chain, clock.words.get("entire", ())
    named = any(letter.isdigit() for letter in chain.words(time.link))
    near = fold(chain.words(max(time.link - 2, 0), min(time.link + 2, len(chain))))
    named = named or any(form in near for form in forms)  # "in all of last year"
    if named or grain_of(clock.current) == "year" or slot.form != "level":
        return period
    one, two = _level_beside(slot, clock), slot.quantity.amount
    before = shift(clock.current, _LAST_YEAR)
    if one is None or before is None or before.end is None or period.end is None:
        return period
    alike = one.unit == two.unit and one.low / _ALIKE < two.low < one.low * _ALIKE
    years = {before.end.year, before.start.year if before.start else before.end.year}
    return before if alike and period.end.year in years else period


def _level_beside(slot: Slot, clock: Clock) -> Amount | None:
    """The level of the period spoken of that stands in the sentence: behind "to", or before the amount."""
    chain = slot.sentence.chain
    behind = next(chain.find("Q", slot.link + 1), -1) if slot.role == "from" else -1
    between = chain.tags[slot.link + 1 : behind] if behind > 0 else ""
    if "t" in between and set(between) <= set("θtb_n"):
        return chain.values[behind].amount  # type: ignore[no-any-return]
    heard = clock.voices.get(clock.current, []) if clock.current is not None else []
    told = bool(heard) and heard[-1].sentence is slot.sentence and heard[-1].form == "level"
    return heard[-1].quantity.amount if told else None


def _is_former(slot: Slot, base: Period | None, clock: Clock) -> bool:
    """Is it the same figure of a year before ("5 tonnes, against 4"), not that of others, nor one revised?"""
    heard = clock.voices.get(base, []) if base is not None else []
    if not heard or heard[-1].sentence is not slot.sentence or heard[-1].form != "level":
        return False
    chain, other = slot.sentence.chain, heard[-1]
    unit = other.quantity.amount.unit == slot.quantity.amount.unit
    alike = all(other.draft.get(name) == slot.draft.get(name) for name in ("kind", "reporter", "partner"))
    between = chain.tags[other.link : slot.link]
    behind = chain.tags[slot.link + 1 : slot.link + 2] == "α"
    return unit and alike and "m" not in between and not behind and not clock.instead(chain, slot.link)


def year_after(slot: Slot, times: Sequence[Time], clock: Clock) -> tuple[Period | None, Time | None]:
    """The year after the one that a change is against: "13 percent more than in 2022".

    Also the same months of that year: "than in the first eight months of 2019", "than in May 2019".
    """
    against = [time for time in times if time.compared and time.moment.grain in _AGAINST]
    if not is_running(slot) or not against:
        return None, None
    if slot.form not in CHANGES and not _is_over_against(slot, against[0], clock):
        return None, None
    if len(against) != 1 or against[0].moment.relation or against[0].moment.period is None:
        return None, None
    after = shift(against[0].moment.period, "year~1")
    ahead = slot.draft.get("modality") in _AHEAD
    if after is not None and after.start and clock.reference and after.start > clock.reference and not ahead:
        return None, None
    if against[0].moment.grain == "month" and (
        after is None or (clock.reference and (after.end or clock.reference) > clock.reference)
    ):
        return None, None
    return after, against[0]


def _is_over_against(slot: Slot, time: Time, clock: Clock) -> bool:
    """Is a level told with its change against a year, both of a year that is over?"""
    day, year = clock.reference, time.moment.period.end if time.moment.period else None
    over = day is None or year is None or year.year + 1 < day.year
    return over and "Q" in slot.sentence.chain.tags[slot.link + 1 : time.link]


def date_compared(slots: Sequence[Slot]) -> None:
    """What is compared with a year is of the next, too: "It awaits 5 tonnes, 3 percent more than in 2022"."""
    for before, slot in pairwise(slots):
        period = slot.draft.get("period")
        if slot.draft.reasons["period"].rule != "when.year_after" or period is None:
            continue
        beside = before.sentence is slot.sentence and before.kind == slot.kind
        told = slot.leader or (before if beside else None)
        if told is None or told.form != "level" or told.draft.get("period") is not None:
            continue
        near = told.sentence.number >= slot.sentence.number - 1 and told.sentence.block is slot.sentence.block
        if near and told.quantity.amount.dimension != "ratio" and slot.quantity.amount.dimension == "ratio":
            told.draft.set("period", period, "when.year_after", slot.span)


def link_baselines(slots: Sequence[Slot]) -> None:
    """Tie each level to the amount of its sentence that it is compared with: "from 17 to 10,000"."""
    for i, slot in enumerate(slots):
        if not is_baseline(slot):
            continue
        unit = slot.quantity.amount.unit
        near = [
            other
            for other in slots[max(i - TIE, 0) : i + TIE + 1]
            if other is not slot
            and other.sentence is slot.sentence
            and other.role not in ("from", "than", "then", "by")
            and other.quantity.amount.unit == unit
        ]
        best = min(near, key=lambda other: abs(other.link - slot.link), default=None)
        if best is not None and best.draft.get("baseline") is None:
            place = Span(*sorted((best.span.start, slot.span.start))) if best.span < slot.span else slot.span
            best.draft.set("baseline", slot.draft.get("id"), f"when.{slot.role}", place)
