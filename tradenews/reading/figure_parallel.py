"""Amounts of which the same is said as of the one before: in a list with "respectively", behind an "and"."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lazy import regex
from tradenews.reading.figure_bare import last_ratio, signed
from tradenews.reading.figure_movement import Movement
from tradenews.reading.slot import Slot

_GOES_ON = regex("[nozlTHaA_]{0,6}&o_?b?")
_JOINT = regex(",?[&u]?_?b?")
_BEHIND = regex("(?:,?[&u]?_?b?Q){0,9},?R")
_BY = regex("y_?b?$")
_ABOVE = 24  # links before the first amount of a list in which its word may stand


def as_listed(slot: Slot, earlier: Sequence[Slot]) -> bool:
    """Give an amount of a list with "respectively" the form of the one before."""
    if (before := _listed_before(slot, earlier)) is None:
        return False
    slot.form, slot.sign = before.form, before.sign
    slot.movement_cue, slot.share_cue = before.movement_cue, before.share_cue
    return True


def _listed_before(slot: Slot, earlier: Sequence[Slot]) -> Slot | None:
    """The amount before in the same list: "fell 5 and 3 million respectively", 分别增长7.7%、2.9%."""
    last = earlier[-1] if earlier else None
    if last is None or last.sentence is not slot.sentence or signed(slot):
        return None
    tags, unit = slot.sentence.chain.tags, slot.quantity.amount.unit
    if unit != last.quantity.amount.unit or not _JOINT.fullmatch(tags, last.link + 1, slot.link):
        return None
    first = last.link
    while first and (tags[first - 1] == "Q" or _JOINT.fullmatch(tags, first - 1, first)):
        first -= 1
    told = _BEHIND.match(tags, slot.link + 1) is not None
    above = tags[max(first - _ABOVE, 0) : first]
    return last if told or "R" in above[above.rfind("Q") + 1 :] else None


def gapped(slot: Slot, earlier: Sequence[Slot]) -> Slot | None:
    """The change before whose verb holds on: "the area fell by 5 to 20 hectares, the farms by 13 to 40"."""
    tags = slot.sentence.chain.tags
    if not _BY.search(tags, max(slot.link - 3, 0), slot.link) or slot.quantity.amount.dimension == "ratio":
        return None
    told = (s for s in reversed(earlier) if s.sentence is slot.sentence and s.form in ("growth", "delta"))
    change = next(told, None)
    if change is None or not _BY.search(tags, max(change.link - 3, 0), change.link):
        return None
    between = tags[tags.rfind("Q", 0, slot.link) + 1 : slot.link]
    return change if between[:1] in (",", "&") and not set(between) & set("VJ;:") else None


def parallel(slot: Slot, hit: tuple[Movement, int] | None, earlier: list[Slot]) -> str:
    """As the change before, behind an "and": "a rise of 15 percent in value and of 2 percent in volume"."""
    last, tags = last_ratio(slot, earlier), slot.sentence.chain.tags
    if last is None or last.form != "growth" or (hit is not None and hit[1] <= 1):
        return ""
    points = slot.quantity.amount.unit == "percentage_point"
    if points or signed(slot) or not _GOES_ON.fullmatch(tags, last.link + 1, slot.link):
        return ""
    slot.form, slot.movement_cue = "growth", last.movement_cue
    return "form.parallel"
