"""What a country sells and buys, in a text on a company: told by its customs, or behind a flow of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_counted import counts_jobs, counts_people, counts_talks
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_FLOWING: Final = frozenset(("exports", "imports", "balance", "trade"))
_OPENS: Final = 4  # links in which a sentence names who speaks
_SPEAKS: Final = frozenset(("say", "office", "chief"))
_BESIDE: Final = frozenset(("by", "behind", "than", "trait", "with", "to"))
_BACK: Final = 4  # sentences
_STATE: Final = 2  # letters of its code


def told_officially(slot: Slot, sides: Sequence[Side], partner: Pick, reader: Reader) -> Pick | None:
    """The country whose flow a text on a company goes on with; None where it is the company's own."""
    house = reader.topic.house
    if house is None or reader.natures.get(house) != "firm" or any(_is_firm(side) for side in sides):
        return None
    country = _goes_on(slot, reader) or _spoken(slot, reader)
    return Pick(country, "who.official") if country not in (None, partner.id) else None


def _goes_on(slot: Slot, reader: Reader) -> str | None:
    """The country whose flow the paragraph told last: "The Netherlands bought 5. In 2024 it was 4"."""
    last = next(reversed(reader.done), None)
    if last is None or last.sentence.block is not slot.sentence.block or slot.kind not in _FLOWING:
        return None
    told = last.kind in _FLOWING
    reporter = reader.done[last][0] if told else None
    return reporter if len(reporter or "") == _STATE else None  # no bloc


def _spoken(slot: Slot, reader: Reader) -> str | None:
    """The country whose customs or ministry speaks in the paragraph, with no company behind it."""
    counted = slot.kind == "count" and reader.lexicon is not None and not _counts_own(slot, reader.lexicon)
    if slot.kind not in _FLOWING and not counted:
        return None
    for number in range(reader.number, max(reader.number - _BACK, -1), -1):
        if reader.blocks[number] is not reader.memory.block:
            return None
        found = reader.sides[number]
        if any(_is_firm(side) for side in found):
            return None
        said = {
            s.id for s in found if s.nature == "state" and s.via in _SPEAKS and not s.vague and _speaks(s)
        }
        if said:
            return said.pop() if len(said) == 1 else None
    return None


def _speaks(side: Side) -> bool:
    """Does a body speak, or open its sentence?"""
    return side.via == "say" or side.link <= _OPENS


def _counts_own(slot: Slot, lexicon: Lexicon) -> bool:
    """Are people, jobs or talks counted, as those of a plant?"""
    return (
        counts_people(slot, lexicon) or counts_talks(slot, lexicon) or counts_jobs(slot, lexicon, firm=True)
    )


def _is_firm(side: Side) -> bool:
    """Is a company told of, by its name or as "the company", "we", and not beside another matter?"""
    return side.nature == "firm" and side.via not in _BESIDE
