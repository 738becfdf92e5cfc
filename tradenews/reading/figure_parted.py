"""Whole flows of a text about two countries, of which the next sentence tells what the other one took."""

from __future__ import annotations

from typing import Final

from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_memory import Pick, Reader, across
from tradenews.reading.figure_taking import takes, takes_amount
from tradenews.reading.slot import Slot

_ON: Final = 2  # sentences


def parts_follow(slot: Slot, reporter: Pick, reader: Reader) -> bool:
    """Is the other country told of with an amount right behind: "Plums earned 5 million. Italy took 3"?"""
    other = across(reporter.id, reader.topic)
    if other is None or slot.kind not in MIRROR or slot.form == "share":
        return False
    if "reverse" in slot.sentence.chain.values:
        return False
    if any(other in side.ids for side in reader.sides[reader.number]):
        return False
    for number in range(reader.number + 1, min(reader.number + 1 + _ON, len(reader.chains))):
        if reader.blocks[number] is not slot.sentence.block:
            return False
        chain = reader.chains[number]
        if "Q" in chain.tags:
            named = [side for side in reader.sides[number] if other in side.ids]
            part = bool(named) and chain.tags[:1] == "o"  # "Of this, 5 million was earned in Italy"
            return part or any(takes(chain, side) or takes_amount(chain, side) for side in named)
    return False


def goes_on_with_all(slot: Slot, reporter: Pick, reader: Reader) -> bool:
    """Does a paragraph go on with what all others bought: "To other countries, sales rose 5. In May, 8"?"""
    last = next(reversed(reader.done), None)
    if last is None or last.sentence.block is not slot.sentence.block or last.kind != slot.kind:
        return False
    carried = reporter.rule == "who.carried" and reader.done[last] == (reporter.id, None)
    return carried and last.draft.reasons["partner"].rule == "who.all"


def without_goal(slot: Slot, reporter: Pick | None, partner: Pick | None) -> tuple[Pick | None, Pick | None]:
    """The two without where other goods went: "Sales to Italy rose by 5 percent, while Peru bought 3"."""
    if slot.kind != "imports" or reporter is None or reporter.rule != "who.subject":
        return reporter, partner
    ends = reporter.side, None if partner is None else partner.side
    if ends[0] is None or ends[1] is None or ends[1].via != "to" or ends[1].link > ends[0].link:
        return reporter, partner
    return reporter, None if "Q" in slot.sentence.chain.tags[ends[1].link : ends[0].link] else partner
