"""Forecasts that are raised or lowered: the old one is of the same period as the new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tradenews.grammar.values import Moment
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.models.period import Period
from tradenews.normalize.periods import make_year
from tradenews.reading.figure_clock import Clock, Time
from tradenews.reading.slot import Slot

_NAMED = frozenset("_TKaAoWV")  # what stands before a noun: "its forecast", unlike "are forecast"
_MONTHS = frozenset(("month", "day", "weekday", "week"))
_REACH = 80  # links back
_YEAR = 300  # days, at least
_SOON = 4  # links behind an amount
_OF_THEN = regex("(?:[oqz]_?T)?[no]{0,2}_?θ")
_AGAINST = regex("[=zt][_b]{0,2}θ?$")


def is_revised(slot: Slot, words: Mapping[str, Sequence[str]]) -> bool:
    """Is an amount the old forecast: "raised its forecast from 5 to 6", "lowered it to 6 from 5"?

    ``words`` may name the verbs that revise, in a language whose nouns do not tell.
    """
    if slot.role not in ("from", "than") or _is_of_then(slot):
        return False
    chain, verbs = slot.sentence.chain, words.get("revised")
    if verbs is not None and not any(chain.words(i).startswith(tuple(verbs)) for i in chain.find("V")):
        return False
    first = max(slot.first, slot.link - _REACH)
    for i in chain.find("m", first, slot.link):
        named = i == 0 or chain.tags[i - 1] in _NAMED
        if (
            named
            and str(chain.values[i]).startswith("forecast")
            and not set(chain.tags[i : slot.link]) & set(";:s")
        ):
            return slot.role == "from" or next(chain.find("V", first, slot.link), -1) >= 0
    return False


def _is_of_then(slot: Slot) -> bool:
    """Is an amount told with the season or year that it was of: "up from 5 million last season"?"""
    hit = _OF_THEN.match(slot.sentence.chain.tags, slot.link + 1)
    told = None if hit is None else slot.sentence.chain.values[hit.end() - 1]
    return isinstance(told, Moment) and told.relation != "now" and told.grain not in _MONTHS


def forecast_before(slot: Slot, new: Slot | None, words: Mapping[str, Sequence[str]]) -> Slot | None:
    """The forecast of a growth behind which the old one is told: "1.1 percent in 2026, 0.9 previously"."""
    if new is None or new.sentence is not slot.sentence or slot.form != "growth" or new.form != slot.form:
        return None
    if new.draft.get("modality") != "forecast" or new.draft.get("period") is None or new.kind != slot.kind:
        return None
    chain, first = slot.sentence.chain, slot.link + 1
    behind = chain.tags[first : first + _SOON].partition(",")[0]
    if slot.role == "from" and "θ" not in behind:
        return new
    if not _AGAINST.search(chain.tags, new.link + 1, slot.link) or "θ" in behind.rstrip("θ"):
        return None
    told = [chain.values[i] for i in range(slot.link - 1, min(first + _SOON, len(chain)))]
    earlier = any(value == "earlier" or str(value).startswith("forecast") for value in told)
    now = any(isinstance(value, Moment) and value.relation == "now" for value in told)
    former = any(fold(chain.words(i)) in words.get("former", ()) for i in range(first, first + len(behind)))
    return new if earlier or now or former else None


def is_of_estimate(slot: Slot, base: Period | None, time: Time) -> bool:
    """Is a month only that in which the yearly figure was estimated: "80 million tonnes, from 77 in May"?"""
    if base is None or base.start is None or base.end is None or time.moment.grain not in _MONTHS:
        return False
    chain = slot.sentence.chain
    told = any(str(chain.values[i]).startswith("forecast") for i in chain.find("m", 0, slot.link))
    return told and _is_long(base)


def estimated_before(slot: Slot, times: Sequence[Time], clock: Clock) -> Period | None:
    """The period of a harvest or year of which a sentence tells the old estimate.

    The month is only that of the estimate: "In March it still spoke of 5".
    """
    new = clock.latest
    same = new is not None and (new.kind, new.form) == (slot.kind, slot.form)
    same = same and new is not None and new.quantity.amount.dimension == slot.quantity.amount.dimension
    period = (clock.future or clock.current or (new.draft.get("period") if new else None)) if same else None
    if not _is_long(period):
        crop = slot.kind == "production" and slot.form == "level" and clock.reference is not None
        period = make_year(clock.reference.year) if crop and clock.reference else None
    if period is None:
        return None
    if new is not None and new.sentence is slot.sentence:  # "it still spoke of 4, and now estimates 3"
        return new.draft.get("period") if same and _is_estimated(new) else None
    chain, first, words = slot.sentence.chain, slot.sentence.head, clock.words
    dated = any(time.moment.grain in _MONTHS and not time.compared for time in times)
    still = any(fold(chain.words(i)) in words.get("still", ()) for i in range(first, slot.link))
    ends = min(slot.link + _SOON, len(chain))
    told = (chain.tags[i] == "m" or fold(chain.words(i)) in words.get("told", ()) for i in range(first, ends))
    return period if dated and still and any(told) else None


def _is_estimated(slot: Slot) -> bool:
    return slot.draft.reasons["period"].rule == "when.estimated"


def _is_long(period: Period | None) -> bool:
    return bool(period and period.start and period.end and (period.end - period.start).days >= _YEAR)
