"""Duties on what a country itself sells: "Malaysia may cut its tax on palm oil exports to 5 percent".

Who levies them is the seller, and they hit nobody else.
"""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.reading.figure_memory import Pick, Reader, place_of
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_ON_SALES = regex("[zto]_?l?[TH]{0,2}K(?![a_oq]{0,3}[Aak])")  # "tax on palm oil exports", of nobody named
_LEVYING = frozenset(("", "own", "office", "chief", "by", "of", "say"))


def export_duty(
    slot: Slot, sides: Sequence[Side], reporter: Pick | None, reader: Reader
) -> tuple[Pick, Pick] | None:
    """Who levies a duty on its own sales, and no other side; None for a duty on what others sell."""
    if not _is_on_exports(slot, reader):
        return None
    nobody = Pick(None, "who.all")
    acting = [
        side
        for side in sides
        if side.nature == "state" and not side.vague and side.via in _LEVYING and side.link < slot.link
    ]
    if acting:
        return Pick(acting[-1].id, "who.levies", place_of(slot, acting[-1])), nobody
    if reporter is not None and reader.natures.get(reporter.id or "") == "state":
        return reporter, nobody
    memory = reader.memory
    states = (memory.lead, memory.reporter, reader.topic.country)
    owner = next((each for each in states if each and reader.natures.get(each) == "state"), None)
    return Pick(owner, "who.levies"), nobody


def _is_on_exports(slot: Slot, reader: Reader) -> bool:
    """Does the word for a duty, or the goods right behind it, tell that they are sold abroad?"""
    chain, cue = slot.sentence.chain, slot.kind_cue
    if slot.kind != "tariff" or cue is None or reader.lexicon is None:
        return False
    forms, word = reader.lexicon.lines["name_words"].get("export_duties", ()), fold(chain.words(cue))
    if any(form in word for form in forms):
        return True
    sales = _ON_SALES.match(chain.tags, cue + 1)
    return sales is not None and str(chain.values[sales.end() - 1]).startswith("exports")
