"""Figures told before their period: "exports fell from the month before. In May they came to 5 million"."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.normalize.periods import grain_of
from tradenews.reading.figure_clock import Time
from tradenews.reading.figure_passing import is_short
from tradenews.reading.figure_running import is_running
from tradenews.reading.slot import Slot

_AWAITED = frozenset(("month", "quarter", "half", "range"))  # periods that may be told behind their figures


def wait(own: list[Slot], times: Sequence[Time], waiting: list[Slot], *, first: bool) -> list[Slot]:
    """The flows with which a text opens and that are only compared: "exports fell from the month before".

    The first period that is then told of such flows is theirs.
    """
    told = next((slot.draft.get("period") for slot in own if slot.draft.get("period") is not None), None)
    if own and told is None and (first or waiting) and all(is_running(slot) for slot in own):
        compared = first and any(time.compared for time in times)
        return [*waiting, *own] if compared or waiting else []
    if not waiting or not own:
        return waiting
    months = told is not None and grain_of(told) in _AWAITED and is_short(told)
    open_ = [slot for slot in own if slot.draft.get("period") is None and is_running(slot)]
    for slot in (*waiting, *open_) if months and is_running(own[0]) else ():
        slot.draft.set("period", told, "when.ahead")
    return []
