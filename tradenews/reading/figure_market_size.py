"""What a market tells of an amount: what it quotes, what its shares cost, how much it takes."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.reading.figure_cues import KindCue
from tradenews.reading.figure_sense import per_share, quoted
from tradenews.reading.figure_view import View, stock_of
from tradenews.reading.slot import Slot

_SIZE: Final = regex("(?P<comma>,?)o_?b?$")  # before the amount
_REACH: Final = 8  # links from it back to the noun
_PHRASE: Final = frozenset("oTaA°_lkWHψ")
_BULK: Final = frozenset(("mass", "volume"))


def told_by_market(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> str | None:
    """The rule where a market tells the kind: what it quotes, shares, how much it takes."""
    if (moved := quoted(slot, hit, view)) is not None:
        slot.kind = "price"
        return moved
    if (stock := stock_of(slot, view)) is not None:
        slot.kind, slot.kind_cue = "price", stock
        return "kind.stock"
    if per_share(slot, hit, view):
        return "kind.share"
    if sizes_market(slot, view):
        slot.kind = "consumption"
        return "kind.market"
    return None


def sizes_market(slot: Slot, view: View) -> bool:
    """Is it the size of a market, not what is sold to it: "the coffee market, of 430,000 tonnes"?"""
    if slot.quantity.amount.dimension not in _BULK or view.lexicon is None:
        return False
    chain, nouns = view.chain, view.lexicon.lines["name_words"].get("market_nouns", ())
    tied = _SIZE.search(chain.tags, max(slot.link - _REACH, 0), slot.link)
    if tied is None or not nouns:
        return False
    for i in range(tied.start() - 1, max(slot.link - _REACH, -1), -1):
        if fold(chain.words(i)).endswith(tuple(nouns)):
            sold = set(chain.tags[max(i - _REACH, 0) : i]) & set("KJ")
            return bool(tied["comma"]) or not sold
        if chain.tags[i] not in _PHRASE:
            return False
    return False
