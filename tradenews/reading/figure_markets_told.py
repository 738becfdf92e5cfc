"""Goods counted of a country that only buys them: "Second is Mexico with 5 cars", "Mexican demand rose"."""

from __future__ import annotations

from itertools import islice
from typing import Final

from tradenews.reading.figure_counted import counts_goods
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.slot import Slot

_BACK: Final = 8  # figures
_RULE: Final = "who.market_told"
_MADE: Final = frozenset(("production", "investment", "consumption", "sales"))  # no matter of trade
_NAMED: Final = frozenset(("who.subject", "who.there"))


def as_sold(slot: Slot, picks: tuple[Pick, Pick], reader: Reader) -> tuple[Pick, Pick]:
    """The two of goods that a text tells its country to sell, where only the buyer of these is named."""
    buyer, partner = picks
    seller = reader.topic.country
    if partner.id is not None or buyer.id in (None, seller) or seller is None or reader.topic.house:
        return picks
    if reader.natures.get(buyer.id or "") != "state":
        return picks
    told = _is_bought(slot, buyer, seller, reader) if slot.kind == "count" else _wants(slot, buyer, reader)
    if not told:
        return picks
    slot.kind = "exports"
    slot.draft.set("kind", "exports", "kind.mirrored", slot.draft.reasons["kind"].span)
    return Pick(seller, _RULE), Pick(buyer.id, _RULE, buyer.span)


def _is_bought(slot: Slot, buyer: Pick, seller: str, reader: Reader) -> bool:
    """Are goods counted of a country that is only named, as those that the seller was told to export?"""
    lexicon = reader.lexicon
    if lexicon is None or buyer.rule not in _NAMED or slot.draft.reasons["kind"].rule != "kind.count":
        return False
    verbs = {str(slot.sentence.chain.values[i]).split("?")[0] for i in slot.sentence.chain.find("J")}
    if not counts_goods(slot, lexicon) or verbs & _MADE:
        return False
    return any(
        each.kind == "exports" and each.quantity.counted and reader.done[each][0] == seller
        for each in islice(reversed(reader.done), _BACK)
    )


def _wants(slot: Slot, buyer: Pick, reader: Reader) -> bool:
    """Is it how the demand of the country grew of which the figure before told that it bought?"""
    last = next(reversed(reader.done), None)
    if last is None or slot.kind != "consumption" or slot.form != "growth" or buyer.rule != "who.own":
        return False
    if last.sentence.block is not slot.sentence.block or last.kind != "exports":
        return False
    return reader.done[last] == (reader.topic.country, buyer.id)
