"""The product of each figure of a sentence, or that of the figure before where the text goes on with it."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from tradenews.lexicon.index import Lexicon
from tradenews.models.figure import Product
from tradenews.models.span import Span
from tradenews.reading.clauses import Layout
from tradenews.reading.figure_counted import counts_others
from tradenews.reading.figure_goods import share_named, told_goods
from tradenews.reading.figure_main_goods import TOTAL
from tradenews.reading.figure_product import (
    DEALS,
    KINDS,
    in_word,
    only_carries,
    product_near,
    read_product,
    refers,
)
from tradenews.reading.figure_stock import is_of_shares
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

Found = tuple[Product, Span] | None
_OF_ALL: Final = frozenset({"exports", "imports", "trade"})
_MEMORY: Final = 12  # so many figures back may one be gone on with


def fill_product(slot: Slot, layout: Layout, lexicon: Lexicon, earlier: list[Slot], spoken: Found) -> None:
    """The product at the amount, else that of the figure before where the paragraph goes on with it."""
    if is_of_shares(slot):
        if (share := share_named(slot)) is not None:
            slot.draft.set("product", share[0], "product.share", share[1])
        return
    ranked = slot.leader if slot.rank is not None else None
    if ranked is not None and (product := ranked.draft.get("product")) is not None:
        slot.draft.set("product", product, "product.carried", ranked.draft.reasons["product"].span)
        return
    if slot.kind not in KINDS and slot.kind not in DEALS:
        told = product_near(slot, layout, lexicon) or told_goods(slot, layout, lexicon)
        if slot.kind == "other" and (found := told) is not None:
            slot.draft.set("product", found[0], "product.word", found[1])
        elif slot.kind == "other" and slot.form == "growth" and earlier:
            _carry(slot, earlier[-1] if earlier[-1].sentence is slot.sentence else slot, lexicon)
        return
    if slot.kind == "count" and counts_others(slot, lexicon):
        return
    if _is_sum(slot, layout, lexicon):
        found = product_near(slot, layout, lexicon) or in_word(slot, layout, lexicon)
        product, place = (None, None) if found is None else found
        slot.draft.set("product", product, TOTAL, place)
        return
    found = read_product(slot, layout, lexicon)
    if found is None and spoken is not None and not only_carries(slot, spoken[0].hs):
        found = spoken
    if found is not None and refers(found[0], lexicon):
        found = _meant(slot, earlier, spoken) or found
    if found is not None and lexicon.heads and _is_definite(found[1], slot.sentence.chain):
        found = _compound(found, earlier)
    if found is not None:
        slot.draft.set("product", found[0], "product.word", found[1])
        return
    leader = slot.leader or (earlier[-1] if earlier else None)
    if leader is None or (slot.kind not in KINDS and slot.kind != "deal_value"):
        return
    if slot.leader is None and slot.kind_cue is not None and slot.kind in ("balance", "trade"):
        return
    if leader.sentence.block is slot.sentence.block or slot.leader is not None:
        _carry(slot, leader, lexicon)


def _carry(slot: Slot, leader: Slot, lexicon: Lexicon) -> None:
    """The product of the figure before, if it has one."""
    product = leader.draft.get("product")
    wide = product is not None and product.hs is None and lexicon.word(product.name) is not None
    if wide and slot.kind in ("exports", "trade"):
        return  # "goods" of all kinds
    if leader.sentence is not slot.sentence and slot.kind != "deal_value" and _is_guess(leader, lexicon):
        return
    if product is not None and not only_carries(slot, product.hs):
        slot.draft.set("product", product, "product.carried", leader.draft.reasons["product"].span)


def _is_guess(slot: Slot, lexicon: Lexicon) -> bool:
    """Was a product only known by where its name stands?"""
    product = slot.draft.get("product")
    return product is not None and product.hs is None and lexicon.word(product.name) is None


def _is_sum(slot: Slot, layout: Layout, lexicon: Lexicon) -> bool:
    """Is a flow that of all goods: "total exports", "las exportaciones totales", "Gesamtimporte"?"""
    chain, cue = layout.chain, slot.kind_cue
    if cue is None or slot.kind not in _OF_ALL or slot.form == "share" or chain.tags[cue] != "K":
        return False
    whole = tuple(lexicon.facts.get("total", "").split())
    words = chain.words(cue).lower()
    if (lexicon.heads and words.startswith(whole)) or any(word in whole for word in words.split(" ")):
        return True
    return any(chain.words(i).lower() in whole for i in (cue - 1, cue + 1) if 0 <= i < len(chain))


def _meant(slot: Slot, earlier: list[Slot], spoken: Found) -> Found:
    """The goods that "the product" stands for: those of the sentence before, or of the figures before."""
    if spoken is not None and spoken[0].hs is not None:
        return spoken
    for before in reversed(earlier[-_MEMORY:]):
        product = before.draft.get("product")
        if before.sentence.block is slot.sentence.block and product is not None and product.hs is not None:
            return product, before.draft.reasons["product"].span or before.span
    return None


def _is_definite(span: Span, chain: Chain) -> bool:
    """Does "the", not "our" or a number, stand before a word?"""
    i = bisect_left(chain.starts, span.start)
    return 0 < i < len(chain) and chain.starts[i] == span.start and chain.values[i - 1] == "the"


def _compound(found: tuple[Product, Span], earlier: list[Slot]) -> tuple[Product, Span]:
    """The goods of which only the last part is said again: "Sojabohnen ... die Bohnen"."""
    name = found[0].name.lower()
    for before in reversed(earlier[-_MEMORY:]):
        product = before.draft.get("product")
        if product is not None and len(product.name) > len(name) and product.name.lower().endswith(name):
            return product, found[1]
    return found
