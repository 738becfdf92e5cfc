"""With whom the article's country is short: "China alone accounts for a deficit of 5 million"."""

from __future__ import annotations

from tradenews.lexicon.forms import fold
from tradenews.reading.figure_memory import Reader
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_taking import takes
from tradenews.reading.figure_topic import dominates
from tradenews.reading.slot import Slot

_BESIDE = 2  # links from a country to "alone"


def makes_gap(slot: Slot, side: Side, reader: Reader) -> bool:
    """Does another country only make up a part of the balance, as the one that a share is of?"""
    if slot.kind != "balance" or side.via != "" or side.nature != "state" or side.vague:
        return False
    topic, chain = reader.topic, slot.sentence.chain
    if side.id == topic.country or side.link > slot.link or not dominates(topic, side.id, 1.0):
        return False
    if "F" in chain.tags[side.link : slot.link] or takes(chain, side):
        return True
    forms = reader.lexicon.lines["directions"].get("alone", ()) if reader.lexicon else ()
    near = range(max(side.link - _BESIDE, 0), min(side.link + _BESIDE, slot.link))
    return any(fold(chain.words(i)) in forms for i in near)
