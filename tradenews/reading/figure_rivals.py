"""Countries told of as rivals of the article's own: "Its rivals grew, too. Benin came to 20,000 tonnes"."""

from __future__ import annotations

from typing import Final

from tradenews.lexicon.forms import says
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.figure_stock import MARKS
from tradenews.reading.slot import Slot

RIVAL: Final = "who.rival"
_ASSUMED: Final = frozenset(("who.topic", "who.carried", "who.sentence", "who.leader", RIVAL))
_KINDS: Final = frozenset(("exports", "imports", "trade", "production", "sales", "count", "other"))
_BACK: Final = 3  # sentences in which the rivals of before are still spoken of
_ACTS: Final = ("", "own")


def of_rival(slot: Slot, reporter: Pick, partner: Pick, reader: Reader) -> tuple[Pick, Pick]:
    """The country that is the subject reports itself, where it is told of as a rival and buys nothing."""
    if partner.rule != "who.subject" or reporter.rule not in _ASSUMED or slot.kind not in _KINDS:
        return reporter, partner
    if partner.side is None or partner.side.nature != "state" or partner.side.link > slot.link:
        return reporter, partner
    if reader.lexicon is None or not _tells_of_rivals(slot, partner, reader):
        return reporter, partner
    return Pick(partner.id, RIVAL, partner.span, side=partner.side), Pick(None, "who.none")


def _tells_of_rivals(slot: Slot, partner: Pick, reader: Reader) -> bool:
    """Does this sentence up to the amount, or one shortly before, speak of rivals or of the neighbours?"""
    words = reader.lexicon.lines["name_words"] if reader.lexicon else {}
    rivals, near, number = words.get("rivalry", ()), words.get("next_door", ()), reader.number
    chain = slot.sentence.chain
    at = chain.starts[partner.side.link] if partner.side is not None else chain.starts[slot.link]
    if says(chain.text[chain.starts[0] : at].translate(MARKS), rivals):
        return True  # not "Chile, once a rival, took 5"
    if says(chain.text[at : chain.starts[slot.link]].translate(MARKS), words.get("outdone", ())):
        return True
    for back in range(number - 1, max(number - 1 - _BACK, -1), -1):
        heads = reader.blocks[back].kind == "heading"
        if not heads and reader.blocks[back] is not slot.sentence.block:
            return False
        if _acts_again(reader, back + 1, number):
            return False
        told = reader.chains[back]
        text = told.text[told.starts[0] : told.ends[-1]].translate(MARKS) if len(told) else ""
        if says(text, rivals) or ("Q" not in told.tags and says(text, near)):
            return True
        if heads:
            return False
    return False


def _acts_again(reader: Reader, first: int, last: int) -> bool:
    """Does the text's own country act in one of the sentences behind that of its rivals?"""
    country = reader.topic.country
    return any(
        country in side.ids and side.via in _ACTS for found in reader.sides[first:last] for side in found
    )
