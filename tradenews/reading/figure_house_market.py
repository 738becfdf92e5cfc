"""What countries take of the goods of the company that a text is about: "Angola bought 500 of them"."""

from __future__ import annotations

from typing import Final

from tradenews.reading.figure_counted import counts_people, counts_talks
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.slot import Slot

_RULE: Final = "who.topic"
_TAKES: Final = frozenset(("imports", "count", "consumption", "sales", "exports"))
_SOLD: Final = frozenset(("exports", "sales", "count"))
_SUBJECTS: Final = frozenset(("who.subject", "who.own", "who.in"))
_ENDS: Final = frozenset(("who.list", "who.mirror", "who.subject"))
_TIED: Final = frozenset(("who.from", "who.to", "who.goods"))
_BACK: Final = 2  # sentences


def taken_of_house(slot: Slot, reporter: Pick, partner: Pick, reader: Reader) -> tuple[Pick, Pick] | None:
    """The company and the country that takes its goods, right behind what it sold; None for others."""
    house = reader.topic.house
    if house is None or reader.natures.get(house) != "firm" or reader.statistical:
        return None
    if slot.leader is not None and slot.leader in reader.turned and reader.done[slot.leader][0] == house:
        _turn(slot, slot.leader.kind, reader)
        return reporter, partner
    if reader.natures.get(reporter.id or "") != "state":
        return None
    if _is_from_here(slot, reporter, reader):
        return Pick(house, _RULE), partner
    listed = slot.form == "share" and partner.rule in _ENDS and slot.kind in _SOLD
    if listed and reporter.rule == _RULE and _sold_before(house, reader):
        return Pick(house, _RULE), partner
    if reporter.rule not in _SUBJECTS or partner.rule in _TIED:
        return None
    kind = _sold_before(house, reader)
    if kind is None or not _is_taken(slot, reader):
        return None
    _turn(slot, "sales" if kind == "sales" else "exports", reader)
    home = reader.homes.get(house) == reporter.id
    return Pick(house, _RULE), Pick(None, "who.none") if home else Pick(
        reporter.id, "who.mirror", reporter.span
    )


def _is_from_here(slot: Slot, reporter: Pick, reader: Reader) -> bool:
    """Is a country only where the company exports from: "From Costa Rica it exported 142 million"?"""
    tags, side = slot.sentence.chain.tags, reporter.side
    if slot.kind != "exports" or side is None or tags[: side.link].rstrip("_l")[-1:] not in tuple("qα"):
        return False
    near = range(max(reader.number - 1, 0), reader.number + 1)
    told = any(
        s.nature == "firm" and s.vague
        for i in near
        for s in reader.sides[i]
        if reader.blocks[i] is reader.memory.block
    )
    return told or reader.memory.subject == reader.topic.house or reader.memory.firm == reader.topic.house


def _turn(slot: Slot, kind: str, reader: Reader) -> None:
    """Make it a flow of the company."""
    reader.turned.add(slot)
    slot.kind = kind
    slot.draft.set("kind", kind, "kind.mirrored", slot.draft.reasons["kind"].span)


def _sold_before(house: str, reader: Reader) -> str | None:
    """The kind of what the company was told to sell last, in this paragraph and right before."""
    last = next(reversed(reader.done), None)
    if last is None or last.sentence.block is not reader.memory.block or last.kind not in _SOLD:
        return None
    near = reader.number - last.sentence.number <= _BACK
    return last.kind if near and reader.done[last][0] == house else None


def _is_taken(slot: Slot, reader: Reader) -> bool:
    """Is it of goods, by a word that may tell of what another takes?"""
    firm = slot.firm and slot.kind == "consumption" and slot.quantity.amount.dimension != "money"
    if slot.kind not in _TAKES or firm or (slot.firm and slot.kind == "imports"):
        return False
    if slot.kind == "exports" and slot.form != "share" and slot.kind_cue is not None:
        return False  # what the country itself exports
    if slot.kind != "count":
        return True
    return reader.lexicon is not None and not (
        counts_people(slot, reader.lexicon) or counts_talks(slot, reader.lexicon)
    )
