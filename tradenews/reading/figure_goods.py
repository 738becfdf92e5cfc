"""Goods that no word list knows, told by where their name stands: "600 tons of syrup", "a duty on rides"."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED
from tradenews.lexicon.index import Lexicon
from tradenews.models.figure import Product
from tradenews.models.span import Span
from tradenews.reading.clauses import Layout
from tradenews.reading.figure_stock import STOCK
from tradenews.reading.slot import Slot

_MEASURED: Final = frozenset({"mass", "volume", "area", "length", "power", "energy"})
_OWED: Final = frozenset({"price", "tariff"})
_FLOWS: Final = frozenset({"exports", "imports", "production", "consumption", "price", "sales", "tariff"})
_SOLD: Final = frozenset({"exports", "imports", "production", "sales"})
_CONTENT = regex("o(?P<noun>[lH])")
_CONTENT_LAST = regex("o(?P<noun>[lH]{1,3})")
_CONTENT_BARE = regex("(?P<noun>[lHa]{0,2}W)")
_AFTER_KIND = regex("o_?(?P<noun>[lH])")
_AFTER_KIND_CAPITAL = regex("o_?[lH]{0,2}(?P<noun>W)")
_COSTS = regex("_(?P<noun>[lH]{1,2}|[lHa]{0,2}W)(?:[otnz][_lWHaAGkψ°-]{1,4}){0,2}$")
_LEVIED = regex("z_?(?P<noun>[lH]{1,2})$")
_LEVIED_CAPITAL = regex("[tz]_?(?P<noun>[lHa]{0,2}W)$")
_BACK: Final = 12
_FEWEST, _MOST = 2, 5

Found = tuple[Product, Span] | None


def share_named(slot: Slot) -> Found:
    """The word for shares by which a price is known to be of them: "the stock", "le titre"."""
    back: Slot | None = slot
    while back is not None and back.sentence is slot.sentence:
        cue = back.kind_cue
        chain = back.sentence.chain
        if cue is not None and str(chain.values[cue]).endswith(STOCK):
            return _made(slot, chain.starts[cue], chain.ends[cue])
        back = back.leader
    return None


def told_goods(slot: Slot, layout: Layout, lexicon: Lexicon) -> Found:
    """Unknown goods that an amount measures, that cost it or on which it is levied."""
    if slot.quantity.amount.dimension in _MEASURED:
        return _measured(slot, layout, lexicon)
    return _owed(slot, layout, lexicon) if slot.kind in _OWED else None


def _measured(slot: Slot, layout: Layout, lexicon: Lexicon) -> Found:
    """ "600 tonnes de sirop", "16 Hektar Bauland"."""
    tags, after = layout.chain.tags, slot.link + 1
    pattern = _CONTENT_LAST if lexicon.facts.get("nouns") == "last" else _CONTENT
    found = (_CONTENT_BARE if _is_capital(lexicon) else pattern).match(tags, after)
    return None if found is None else _links(slot, layout, found.start("noun"), found.end("noun"))


def _owed(slot: Slot, layout: Layout, lexicon: Lexicon) -> Found:
    """What costs an amount, or what a duty of so much is laid on: "un espresso costa 1,20"."""
    tags, cue = layout.chain.tags, slot.kind_cue
    first = layout.clause(slot.link).first
    if slot.kind == "tariff":
        levied = _LEVIED_CAPITAL if _is_capital(lexicon) else _LEVIED
        found = levied.search(tags[: slot.link], max(first, slot.link - _BACK))
    elif cue is not None and tags[cue] == "J" and cue < slot.link:
        found = _COSTS.search(tags[:cue], max(first, cue - _BACK))
    else:
        return None
    return None if found is None else _links(slot, layout, found.start("noun"), found.end("noun"))


def of_kind(slot: Slot, layout: Layout, lexicon: Lexicon) -> Found:
    """Unknown goods right behind the noun that gave the kind: "exports of widgets"."""
    cue = slot.kind_cue
    if cue is None or slot.kind not in _FLOWS or layout.chain.tags[cue] != "K":
        return None
    found = (_AFTER_KIND_CAPITAL if _is_capital(lexicon) else _AFTER_KIND).match(layout.chain.tags, cue + 1)
    if found is None or layout.chain.words(found.start("noun")).lower() in _trades(lexicon):
        return None
    return _links(slot, layout, found.start("noun"), found.end("noun"))


def _trades(lexicon: Lexicon) -> tuple[str, ...]:
    return lexicon.lines["name_words"].get("trades", ())


def _is_capital(lexicon: Lexicon) -> bool:
    """Do all nouns have capitals?"""
    return lexicon.facts.get("nouns") == "capital"


def counted_goods(slot: Slot, layout: Layout, lexicon: Lexicon) -> bool:
    """Does a count of something unknown tell what is supplied, made or ordered: "557 flatbeds to deliver"?"""
    counted = slot.quantity.counted
    if slot.kind != "count" or not counted or counted[0] >= UNSPACED:
        return False
    if not counted.replace(" ", "").isalpha():
        return False
    if lexicon.word(counted) or (" " in counted and lexicon.facts.get("nouns") != "last"):
        return False
    if lexicon.word(counted.rpartition(" ")[2]) is not None:
        return False
    chain = layout.chain
    told = (str(chain.values[i]).partition(" ")[0].rstrip("?") for i in chain.find("KJ"))
    return "D" in chain.tags[max(slot.link - _BACK, 0) : slot.link] or any(value in _SOLD for value in told)


def _links(slot: Slot, layout: Layout, first: int, last: int) -> Found:
    chain = layout.chain
    return _made(slot, chain.starts[first], chain.ends[last - 1])


def _made(slot: Slot, start: int, end: int) -> Found:
    return Product(slot.sentence.chain.text[start:end], None), Span(start, end)
