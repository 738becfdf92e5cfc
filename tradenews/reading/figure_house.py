"""What the shape of a sentence tells of a company: "India, where it earned 5", "its rival X: it sold 6"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.reading.figure_aside import told_there
from tradenews.reading.figure_memory import Pick, Reader, place_of
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_SOLD_ABROAD = frozenset(("exports", "imports", "sales"))
_EARNED: Final = frozenset(("deal", "exports", "investment", "count"))
_KINDS: Final = frozenset(("sales", "finance", "count", "production"))
_NEAR: Final = 24  # links from a colon to the amount
_TIES: Final = frozenset(("", "on", "to", "with", "of", "own", "by"))
_DEALING: Final = frozenset("JYDVm")
_NONE = "who.none"


def of_house(slot: Slot, sides: Sequence[Side], group: str, reader: Reader) -> tuple[Pick, Pick] | None:
    """Both sides of what the text's company does somewhere, or one named before a colon did; else None."""
    return _where(slot, sides, group, reader) or _behind_colon(slot, sides)


def owns(slot: Slot, side: Side) -> bool:
    """Has or runs a company what is counted, rather than that it orders or sells it: "operates 58 ships"?"""
    tags = slot.sentence.chain.tags
    return side.via == "" and side.link < slot.link and not set(tags[side.link : slot.link]) & _DEALING


def _where(slot: Slot, sides: Sequence[Side], group: str, reader: Reader) -> tuple[Pick, Pick] | None:
    """ "Its biggest market is India, where it turned over 5 million": the company's, in that country."""
    house, money = reader.topic.house, slot.quantity.amount.dimension == "money"
    if group not in _EARNED or reader.natures.get(house or "") != "firm" or reader.statistical:
        return None
    there = told_there(slot, sides, reader.lexicon) if money or slot.kind == "sales" else None
    if there is None or any(there.link < s.link < slot.last and not s.vague for s in sides):
        return None
    return Pick(house, "who.topic"), Pick(there.id, "who.there", place_of(slot, there))


def _behind_colon(slot: Slot, sides: Sequence[Side]) -> tuple[Pick, Pick] | None:
    """ "Its rival Lorem did better: it sold 52,000": the only company named before the colon."""
    tags = slot.sentence.chain.tags
    colon = tags.rfind(":", max(slot.link - _NEAR, 0), slot.link)
    if slot.kind not in _KINDS or colon < 0:
        return None
    before = [s for s in sides if s.link < colon and s.nature == "firm" and not s.vague and s.via in _TIES]
    others = any(not s.vague and (s.link > colon or s.nature == "state") for s in sides)
    if len({s.id for s in before}) != 1 or others or "Q" in tags[before[0].link : colon]:
        return None
    return Pick(before[0].id, "who.colon", place_of(slot, before[0])), Pick(None, _NONE)


def selling_house(reader: Reader) -> str | None:
    """The company that a text is about, whose markets are told, if no country's flow was told last."""
    house = reader.topic.house if reader.topic.corporate and not reader.statistical else None
    if house is None or reader.natures.get(house) != "firm":
        return None
    flows = (who for each, (who, _) in reversed(reader.done.items()) if each.kind in _SOLD_ABROAD)
    return house if reader.natures.get(next(flows, house) or "") == "firm" else None
