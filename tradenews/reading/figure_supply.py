"""What a company supplies to a state: who is supplied ordered it, and so reports."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.reading.figure_cues import flow_told, supplies
from tradenews.reading.figure_memory import Pick, Reader, place_of
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_KINDS = frozenset(("count", "deal_value"))
_GIVEN = frozenset(("to", "office", "of", "on", "own", "trait", ""))
_OPENS = "o_aølHIT"
_FAR = 16  # links between the verb and who is supplied


def supplied(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """Both sides of what a company supplies: "Hartwig is to deliver 40 lorries to the Polish army"."""
    if slot.kind not in _KINDS or slot.form != "level":
        return None
    chain = slot.sentence.chain
    sells = [i for i in chain.find("JKY") if _sells(chain.words(i), i, slot, reader)]
    organs = [s for s in sides if s.nature == "state" and (s.office or _is_organ(chain, s.link))]
    buyers = [s for s in organs if s.via in _GIVEN and len(s.ids) == 1 and not s.vague]
    if not sells or len({side.id for side in buyers}) != 1:
        return None
    buyer, verb = buyers[0], sells[0]
    seller = next((s for s in sides if s.nature == "firm" and _acts(chain, s) and s.link < slot.link), None)
    if seller is None or seller.link > buyer.link or abs(verb - buyer.link) > _FAR:
        return None
    id = (reader.memory.firm or reader.topic.house) if seller.vague else seller.id
    if id is None or any(tag in ";:s" for tag in chain.tags[seller.link : max(buyer.link, slot.link)]):
        return None
    place = place_of(slot, seller)
    return Pick(buyer.id, "who.orders", place_of(slot, buyer)), Pick(id, "who.seller", place)


def _acts(chain: Chain, side: Side) -> bool:
    """Is a company the subject, be its article one that also says "of": "Der Bauer X"?"""
    return side.via == "" or (side.via in ("of", "say") and not chain.tags[: side.link].strip(_OPENS))


def _is_organ(chain: Chain, link: int) -> bool:
    """Is an adjective that of a part of a state: "the Polish navy"?"""
    noun = link + 1
    while chain.tags[noun : noun + 1] == "l":
        noun += 1
    return chain.tags[noun : noun + 1] == "ø" and chain.values[noun] == "government"


def _sells(words: str, i: int, slot: Slot, reader: Reader) -> bool:
    """Does a word say that goods are supplied, be it one of agreeing, too: "will supply"?"""
    chain = slot.sentence.chain
    if chain.tags[i] == "Y":
        return reader.lexicon is not None and supplies(words, reader.lexicon)
    return flow_told(chain, i) == "exports" or (chain.tags[i] == "K" and chain.values[i] == "sales")
