"""What a company sells, and to nobody abroad: sales, whatever else the text is about; or is ordered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.actor import Actor
from tradenews.reading.clauses import read_layout
from tradenews.reading.figure_view import goes_abroad
from tradenews.reading.slot import Slot

_RULE: Final = "kind.firm_sells"
_INTAKE: Final = "kind.ordered"
_ORDERED: Final = "sales intake"  # the value of a word for the orders that come in
_EARNED: Final = frozenset({"money", "ratio"})
_CLOSED: Final = regex("[nθVoFT_]{0,5},[^ψtzAQ]{0,5}Q")  # "sold 5 million, up 12 percent, 83 of it abroad"
_GIVEN: Final = regex("(?:o_?T)?t")


def mark_sold(slots: Sequence[Slot], actors: Sequence[Actor], lexicon: Lexicon) -> None:
    """Make sales of what was taken for exports: "Volta sold 5 tonnes", "with revenue of 3 million"."""
    firms = {actor.id for actor in actors if actor.kind == "company"}
    words = frozenset(lexicon.lines["name_words"].get("sells", ()))
    sold: set[int] = set()
    for before, slot in zip([None, *slots], slots, strict=False) if firms else ():
        if slot.kind != "exports" or slot.draft.get("reporter") not in firms:
            continue
        if slot.draft.get("partner") and slot.form != "share":
            continue
        follows = slot.kind_cue is None and slot.leader is not None and id(slot.leader) in sold
        if not (follows or _is_part(slot, before, sold) or _sells(slot, words)):
            continue
        sold.add(id(slot))
        slot.kind = "sales"
        slot.draft.set("kind", "sales", _RULE, slot.draft.reasons["kind"].span)


def _is_part(slot: Slot, before: Slot | None, sold: set[int]) -> bool:
    """Is a share one of revenue, wherever that comes from: "91 percent of revenue came from abroad"?"""
    cue, chain = slot.kind_cue, slot.sentence.chain
    if slot.form != "share" or cue is None:
        return False
    same = before is not None and before.sentence is slot.sentence and before.kind_cue == cue
    if same and id(before) in sold:
        return True
    return chain.tags[cue] == "K" and str(chain.values[cue]).startswith("sales")


def mark_ordered(slots: Sequence[Slot], actors: Sequence[Actor], lexicon: Lexicon) -> None:
    """Make deals of what a company is only ordered, and is read as sales are: "Order intake fell by 5".

    The orders of a whole trade or country stay sales.
    """
    ordered: set[int] = set()
    words = lexicon.lines["name_words"].get("orders_in", ())
    firms = {actor.id for actor in actors if actor.kind == "company"}
    for slot in slots if firms else ():
        if slot.draft.get("reporter") not in firms:
            continue
        cue, leader = slot.kind_cue, slot.leader
        chain = slot.sentence.chain
        told = cue is not None and (str(chain.values[cue]) == _ORDERED or fold(chain.words(cue)) in words)
        if slot.kind == "sales" and (told or (cue is None and leader is not None and id(leader) in ordered)):
            ordered.add(id(slot))
            slot.draft.set("kind", "deal_value", _INTAKE, slot.draft.reasons["kind"].span)


def _sells(slot: Slot, words: frozenset[str]) -> bool:
    """Is the word that gave the kind one of selling, without a goal abroad?"""
    cue, chain = slot.kind_cue, slot.sentence.chain
    if cue is None:
        return False
    earned = slot.quantity.amount.dimension in _EARNED
    named = chain.tags[cue] == "K" and str(chain.values[cue]).startswith("sales") and earned
    told = chain.tags[cue] == "J" and not words.isdisjoint(fold(chain.words(cue)).split(" "))
    given = _GIVEN.match(chain.tags, slot.link + 1) is not None  # "sold 5 tonnes to buyers in Kolkata"
    if not (named or told) or given or (slot.draft.get("partner") and slot.form == "share"):
        return False
    closed = earned and cue < slot.link and _CLOSED.match(chain.tags, slot.link + 1) is not None
    return closed or not goes_abroad(read_layout(chain), cue)
