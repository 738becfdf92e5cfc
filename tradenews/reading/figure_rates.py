"""Since when a duty holds, and rates that hold now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date

from tradenews.grammar.values import Moment
from tradenews.normalize.periods import unit_at
from tradenews.reading.figure_clock import Time
from tradenews.reading.figure_starts import begins
from tradenews.reading.slot import Slot

_DAYS = ("day", "weekday", "week")
_PAUSES = ",;:s‹›"
_CLAUSE = 14  # links on either side of a rate


def is_only_offered(slot: Slot, link: int) -> bool:
    """Is a duty only what could follow the one since a time: "taxed at 39 since August, it would pay 15"?"""
    conditional = slot.kind == "tariff" and slot.draft.get("modality") == "conditional"
    return conditional and link < slot.link and "Q" in slot.sentence.chain.tags[: slot.link]


def starting(slot: Slot, times: Sequence[Time]) -> Time | None:
    """The day from which a duty holds, the only one of its sentence: "from 4 March, goods pay 25 percent"."""
    chain = slot.sentence.chain
    found = [
        time
        for time in times
        if slot.kind == "tariff"
        and not is_only_offered(slot, time.link)
        and (
            time.moment.direction == "since"
            or (time.moment.grain in _DAYS and chain.tags[max(time.link - 1, 0) : time.link] == "q")
            or str(chain.values[len(chain.tags[: time.link].rstrip("no_")) - 1]).startswith("in_force")
        )
    ]
    if len(found) != 1:
        return None
    first, last = sorted((found[0].link, slot.link))
    return None if ";" in chain.tags[first:last] else found[0]


def without_announced(slot: Slot, times: list[Time]) -> list[Time]:
    """Without the days on which a duty was only announced, where another is told as that of its start."""
    start = starting(slot, times)
    if (
        start is None
        or "Q" in slot.sentence.chain.tags[min(start.link, slot.link + 1) : max(start.link, slot.link)]
    ):
        return times
    return [time for time in times if time is start or time.moment.grain not in _DAYS]


def is_rate_of_now(slot: Slot, reference: Date | None) -> bool:
    """Does its stretch of words say that a rate holds now (a duty: today), or that a duty held before?"""
    return bool(rate_of(slot, reference))


def rate_of(slot: Slot, reference: Date | None) -> str:
    """What its stretch of words says of a rate: that it holds "now", or held "earlier"; else empty."""
    chain = slot.sentence.chain
    begun = begins(chain)
    today = Moment(unit_at("day", reference), "day") if reference else None
    first, last = slot.link, slot.link + 1
    while first and slot.link - first < _CLAUSE and chain.tags[first - 1] not in _PAUSES:
        first -= 1
    pauses = _PAUSES + "=" * (slot.kind == "tariff")  # "15 percent instead of 10 now"
    while last < len(chain) and last - slot.link < _CLAUSE and chain.tags[last] not in pauses:
        last += 1
    for i in chain.find("αθ", first, last):
        value = chain.values[i]
        if chain.tags[i + 1 : i + 2] == "-" or (i > slot.link and chain.tags[i + 1 : i + 2] == "Q"):
            continue  # the day of the dateline; "70 percent, previously 50"
        if value in ("earlier", "before") and slot.kind == "tariff":
            return "earlier"
        if isinstance(value, Moment) and (value.relation == "now" or (value == today and not begun)):
            return "now"
    return ""
