"""What is of the period spoken of, and what is not: counts told with a change, what works can make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_clock import Clock
from tradenews.reading.figure_comparing import CHANGES
from tradenews.reading.figure_counted import class_of
from tradenews.reading.slot import Slot

_THERE: Final = frozenset({"job", "person", "company", "partner", "country"})  # who stay
_NEW: Final = frozenset({"ship", "vehicle", "passage", "guest"})
_RATES: Final = frozenset({"day", "hour", "week", "month"})
_NEAR: Final = 9  # links from a count to its change


def counts_anew(slot: Slot, own: Sequence[Slot], lexicon: Lexicon | None) -> bool:
    """Is a count told with its change against another time, and so one of the period spoken of?

    Not how many people or firms there are: "It employs 410 people, 6 percent more".
    """
    if slot.kind != "count" or slot.form != "level" or slot.quantity.amount.per is not None:
        return False
    behind = next((other for other in own if other.link > slot.link), None)
    if behind is None or behind.form not in CHANGES or behind.link - slot.link > _NEAR:
        return False
    counted = class_of(slot, lexicon)
    return counted in _NEW if behind.form != "growth" else counted not in _THERE


def is_capacity(slot: Slot, clock: Clock) -> bool:
    """Is it what works can make, where no rate is told of the period: "it presses 900 tonnes a day"?"""
    per, told = slot.quantity.amount.per, clock.voices.get(clock.current, []) if clock.current else []
    if per not in _RATES or slot.form != "level":
        return False
    return all(other.quantity.amount.per != per for other in told)
