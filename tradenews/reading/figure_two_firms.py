"""What passes between two companies: money is the worth of a deal, goods of one country go to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.models.actor import Actor
from tradenews.reading.figure_sizes import is_small
from tradenews.reading.slot import Slot

_FLOWS: Final = frozenset(("exports", "imports", "sales", "production", "trade", "consumption"))
_GOODS: Final = frozenset(("mass", "volume", "piece", "container"))
_RULE: Final = "kind.between"


def mark_between(slots: Sequence[Slot], actors: Sequence[Actor]) -> None:
    """Set the kind of what one company has from another: "ordered 14 lines from Volta for 5 million".

    Goods that one sells to the other abroad are exports, and so imports of the buyer.
    """
    firms = {actor.id: actor for actor in actors if actor.kind == "company"}
    for slot in slots if len(firms) > 1 else ():
        one, two = firms.get(slot.draft.get("reporter")), firms.get(slot.draft.get("partner"))
        if one is None or two is None or slot.form != "level":
            continue
        amount = slot.quantity.amount
        if amount.dimension == "money" and amount.per is None and not is_small(amount):
            kind = "deal_value" if slot.kind in _FLOWS and not _is_turnover(slot) else ""
        else:
            abroad = one.country is None or one.country != two.country
            kind = "exports" if amount.dimension in _GOODS and slot.kind == "sales" and abroad else ""
        if kind:
            slot.kind = kind
            slot.draft.set("kind", kind, _RULE, slot.draft.reasons["kind"].span)


def _is_turnover(slot: Slot) -> bool:
    """Does a noun right behind money say that a company sells for so much: "with 5 million of turnover"?"""
    cue = slot.kind_cue
    behind = cue is not None and cue > slot.link and slot.sentence.chain.tags[cue] == "K"
    return behind and slot.kind == "sales"
