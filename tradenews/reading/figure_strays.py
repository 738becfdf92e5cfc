"""Partners that only stand by an amount, and the country where something is invested or lent."""

from __future__ import annotations

from tradenews.reading.figure_counted import counts_people
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.slot import Slot

# By which rules a partner is none of figures that mostly have none: of prices, areas, capacities.
_UNTIED = {
    "price": frozenset(("who.there",)),
    "other": frozenset(("who.there", "who.carried")),
    "count": frozenset[str](),
}
_HOSTED, _PLACED = frozenset(("trade", "finance", "sales")), frozenset(("who.in", "who.on", "who.to"))


def without_strays(slot: Slot, reporter: Pick, partner: Pick, reader: Reader) -> tuple[Pick, Pick]:
    """The two without a partner that has nothing to do with the amount, or is whose amount it is."""
    if slot.kind in _UNTIED and _is_loose(slot, partner, reader):
        return reporter, Pick(None, "who.none")
    if slot.kind != "exports" or partner.rule != "who.subject":
        return reporter, partner
    firm = reader.natures.get(partner.id or "") == "firm"
    return (partner, Pick(None, "who.none")) if firm else (reporter, partner)  # "X exports 18 percent of it"


def hosted_at(slot: Slot, group: str, reporter: Pick, partner: Pick, reader: Reader) -> tuple[Pick, Pick]:
    """The two, or the country where something is invested or lent as the reporter, if none is told."""
    hosted = group == "investment" or (slot.kind in _HOSTED and partner.rule in _PLACED)
    hosted = hosted and reporter.rule != "who.nameless"
    if hosted and reporter.id is None and reader.natures.get(partner.id or "") == "state":
        return partner, Pick(None, "who.host")
    return reporter, partner


def _is_loose(slot: Slot, partner: Pick, reader: Reader) -> bool:
    """Is a partner only spoken of, or a body that something is given to: none of a price or a capacity?

    A price goes on with the purchase before it. People who work for a company have no other one as partner.
    """
    state = reader.natures.get(partner.id or "") == "state"
    if slot.kind == "count":
        return not state and counts_people(slot, reader.lexicon)
    return (partner.rule == "who.to" and not state) or partner.rule in _UNTIED[slot.kind]
