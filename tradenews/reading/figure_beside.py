"""The period of an amount in the brackets of another, and of what has been paid already."""

from __future__ import annotations

from tradenews.models.period import Period
from tradenews.normalize.periods import shift
from tradenews.reading.figure_clock import Clock, Time
from tradenews.reading.slot import Slot


def beside_period(slot: Slot) -> Period | None:
    """The period of the amount in whose brackets this one stands, where that is of the same kind."""
    leader = slot.leader
    if slot.role != "apposition" or leader is None or leader.sentence is not slot.sentence:
        return None
    bracketed = slot.sentence.chain.tags[slot.link - 2 : slot.link] == "Q‹"
    return leader.draft.get("period") if bracketed and leader.kind == slot.kind else None


def as_paid(slot: Slot, period: Period | None, time: Time, clock: Clock) -> Period | None:
    """The month of a price told as a fact is over: in November, "in January it cost 5 dollars"."""
    day, bare = clock.reference, time.moment.pattern and not time.moment.direction
    if (
        slot.kind != "price"
        or slot.form != "level"
        or not bare
        or period is None
        or period.start is None
        or day is None
    ):
        return period
    return shift(period, "year~-1") if period.start > day and time.moment.grain == "month" else period
