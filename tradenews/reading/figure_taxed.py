"""Goods that are counted because they are taxed: "Mexico put duties on 90 American products"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.reading.figure_memory import Pick, Reader, place_of
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_ties import nations
from tradenews.reading.slot import Slot

_NOUNS: Final = frozenset(("product", "tariff_line", "item"))
_HIT: Final = frozenset(("goods", "trait", "own", "from", "of", ""))
_IMPOSES: Final = frozenset(("", "own", "office", "chief", "in", "by", "of"))
_BESIDE: Final = 5  # links from goods to the country that they are from
_RULE: Final = "who.taxed"


def goods_taxed(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """The country that taxes the goods counted, and the one that they are from; None where none is named."""
    if slot.kind != "count" or not _is_taxed(slot) or not _counts_goods(slot, reader):
        return None
    states = [side for side in sides if side.nature == "state" and not side.vague and len(side.ids) == 1]
    if (hit := _hit(slot, states, reader)) is None:
        return None
    for side in states:
        if side.link < slot.link and side.id != hit.id and side.via in _IMPOSES:
            return Pick(side.id, _RULE, place_of(slot, side)), hit
    known = (reader.duty[0], reader.duty[1], reader.topic.country)
    imposer = next((each for each in known if each not in (None, hit.id)), None)
    return (Pick(imposer, _RULE), hit) if imposer else None


def _is_taxed(slot: Slot) -> bool:
    """Does the clause speak of duties?"""
    chain = slot.sentence.chain
    return any(str(chain.values[i]).startswith("tariff") for i in chain.find("KJ", slot.first, slot.last))


def _counts_goods(slot: Slot, reader: Reader) -> bool:
    counted = slot.quantity.counted or ""
    entry = reader.lexicon.word(counted.rpartition(" ")[2]) if reader.lexicon else None
    if entry is None or (entry.tag != "T" and entry.value not in _NOUNS):
        return False
    return entry.value != "item" or "T" in slot.sentence.chain.tags[slot.link + 1 : slot.link + 1 + _BESIDE]


def _hit(slot: Slot, states: Sequence[Side], reader: Reader) -> Pick | None:
    """Where the goods are from: by an adjective in what is counted, or a country right behind it."""
    if reader.lexicon and (nation := next(nations(slot.quantity.counted, reader.lexicon), None)):
        return Pick(nation, _RULE, slot.span)
    tags = slot.sentence.chain.tags
    for side in states:
        near = 0 < side.link - slot.link <= _BESIDE
        if near and side.via in _HIT and not set(tags[slot.link + 1 : side.link]) & set(",;:QVJK"):
            return Pick(side.id, _RULE, place_of(slot, side))
    return None
