"""What goods hit by duties are sold for: the country hit sells them to the one that imposes the duties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_RULE: Final = "who.struck"
_UNION: Final = "EU"
_ACTS: Final = frozenset(("", "own"))
_SELLS: Final = frozenset(("who.subject", "who.own", "who.goods", "who.of"))


def sold_by_struck(
    slot: Slot, sides: Sequence[Side], reader: Reader, reporter: Pick | None, partner: Pick | None
) -> tuple[Pick | None, Pick | None]:
    """The two of a flow that names no seller, in a text on the duties of one country on the goods of another.

    "Washington taxes Peruvian tiles. Last year 5 tonnes were shipped there": by Peru, to the United States.
    """
    pair = _pair(reader)
    if pair is None or reporter is not None or slot.kind != "exports":
        return reporter, partner
    imposer, hit = pair
    if partner is not None and partner.id != imposer:
        return reporter, partner
    if _is_of_imposer(reader, imposer) or any(_is_other(side, pair) for side in sides) or "ψ" in slot.clause:
        return reporter, partner
    return Pick(hit, _RULE), partner or Pick(imposer, _RULE)


def _is_other(side: Side, pair: tuple[str, str]) -> bool:
    """Does a sentence name a third one, or tell what "the country" does?"""
    if side.vague:
        return side.nature == "state" and side.via in _ACTS
    return side.nature != "body" and side.via != "say" and not {*side.ids} <= {*pair}


def _pair(reader: Reader) -> tuple[str, str] | None:
    """Who imposes the duties with which the figures of a text begin, and whose goods they hit most."""
    imposer, topic = reader.imposer, reader.topic
    first = next(iter(reader.done), None)
    if imposer is None or imposer != topic.country or first is None or first.kind != "tariff":
        return None
    if imposer == reader.home:
        return None  # its own press tells of what it sells itself
    states = [each for each in reader.struck if each and reader.natures.get(each) == "state"]
    hit = max(states, key=lambda each: (topic.weights.get(each, 0.0), each), default=None)
    if hit is None or hit == _UNION:
        return None  # of the union it may be a member's
    return imposer, hit


def _is_of_imposer(reader: Reader, imposer: str) -> bool:
    """Has the text told what the country that imposes the duties itself sells?"""
    return any(
        slot.kind == "exports" and who[0] == imposer and slot.draft.reasons["reporter"].rule in _SELLS
        for slot, who in reader.done.items()
    )
