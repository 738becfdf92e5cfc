"""Parts of its own imports that a customer names: "Egypt needs it for 60 percent of its imports"."""

from __future__ import annotations

from typing import Final

from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.slot import Slot

_ASSUMED: Final = frozenset(("who.topic", "who.carried", "who.sentence", "who.leader"))
_TOLD: Final = frozenset(("who.subject", "who.mirror", "who.own"))
_NEAR: Final = 6  # links from the amount to the noun for imports


def leaning(slot: Slot, reporter: Pick, partner: Pick, reader: Reader) -> tuple[Pick, Pick]:
    """The subject reports a part of its own imports, in a text on a country that sells."""
    cue, chain = slot.kind_cue, slot.sentence.chain
    if (
        slot.kind != "imports"
        or slot.form != "share"
        or cue is None
        or not slot.link < cue <= slot.link + _NEAR
    ):
        return reporter, partner
    if reporter.rule not in _ASSUMED or partner.rule not in _TOLD or partner.id is None:
        return reporter, partner
    at = next((s.link for s in reader.sides[reader.number] if partner.id in s.ids and s.link < slot.link), -1)
    if at < 0 or reader.memory.flow == "imports" or "J" in chain.tags[at : slot.link]:
        return reporter, partner
    return (
        (Pick(partner.id, "who.theirs", partner.span), reporter)
        if _is_own(slot, cue, reader)
        else (reporter, partner)
    )


def _is_own(slot: Slot, cue: int, reader: Reader) -> bool:
    """Does "its" stand before the noun for imports, or in Chinese the country right before the amount?"""
    chain, words = slot.sentence.chain, reader.lexicon.lines["name_words"] if reader.lexicon else {}
    if fold(chain.words(cue))[:1] >= UNSPACED:
        return True
    told = (fold(chain.words(i)) for i in range(slot.link + 1, cue))
    return any(word in words.get("possessives", ()) for word in told)
