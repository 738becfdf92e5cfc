"""Who can impose a duty: whose money it is in, no member of the Union, nobody on what it sells itself."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.normalize.currency import currency_of_place
from tradenews.reading.figure_duty_firms import by_firm
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.figure_roles import near_clause, pays
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_taxers import as_told
from tradenews.reading.slot import Slot

_UNION = "EU"
UNION = "who.union"  # the rule that a member of the Union imposes no duties
_WORLD_MONEY = frozenset(("USD", "EUR"))
_THERE = frozenset(("who.to", "who.in", "who.there"))  # ties of where goods go
_THENCE = frozenset(("who.from", "who.goods", "who.on", "who.own", "who.trait", "who.of"))
_TOLD = frozenset(("who.subject", "who.office", "who.chief"))  # ties of who is said to impose it
_ASSUMED = frozenset(("who.topic", "who.duty", "who.carried", "who.sentence", "who.lead"))


def customs_sides(
    slot: Slot, sides: Sequence[Side], picks: tuple[Pick, Pick], reader: Reader
) -> tuple[Pick, Pick]:
    """The sides of a duty, turned round or mended where the one that was found cannot impose it."""
    if slot.kind != "tariff":
        return picks
    picks = as_told(slot, sides, picks, reader)
    reporter, partner = _in_own_money(slot, *by_firm(slot, sides, *picks, reader), reader)
    members = _members(reader)
    if reporter.id in members and reporter.rule not in _TOLD:
        return _of_union(slot, sides, (reporter, partner), members, reader)
    if reader.memory.flow != "exports" or not pays(slot):
        return reporter, partner
    seller = reader.topic.country
    if reporter.id == seller and reporter.rule in _ASSUMED and _is_market(slot, partner, reader):
        return partner, reporter  # "the shrimp pays 15 percent there"
    if partner.id is None and _is_state(reporter, reader) and reporter.id != seller:
        return reporter, Pick(seller, "who.topic")
    return reporter, partner


def _members(reader: Reader) -> frozenset[str]:
    """The states of the European Union, which levies duties for them."""
    lines = reader.lexicon.members.get(_UNION, ()) if reader.lexicon is not None else ()
    return frozenset(" ".join(lines).split())


def _is_state(pick: Pick, reader: Reader) -> bool:
    return pick.id is not None and reader.natures.get(pick.id, "state") == "state" and pick.id != _UNION


def _is_market(slot: Slot, pick: Pick, reader: Reader) -> bool:
    """Is a country told of as the place where the goods go, here or in a clause before this one?"""
    apart = pick.side is not None and pick.side.via == "" and pick.side.link < near_clause(slot)[0]
    return (apart or pick.rule in _THERE) and _is_state(pick, reader)


def _in_own_money(slot: Slot, reporter: Pick, partner: Pick, reader: Reader) -> tuple[Pick, Pick]:
    """The sides of a duty in a country's own money, which that country imposes: "349 pesos a tonne"."""
    amount = slot.quantity.amount
    if amount.dimension != "money" or amount.unit in _WORLD_MONEY:
        return reporter, partner
    named = (reporter.id, partner.id, reader.topic.country, *reader.topic.weights)
    fit = [each for each in named if each and len(each) == 2 and currency_of_place(each) == amount.unit]
    if not fit or fit[0] == reporter.id:
        return reporter, partner
    hit = partner if partner.id != fit[0] else Pick(reporter.id, reporter.rule, reporter.span)
    return Pick(fit[0], "who.currency", slot.span), hit


def _of_union(
    slot: Slot, sides: Sequence[Side], picks: tuple[Pick, Pick], members: frozenset[str], reader: Reader
) -> tuple[Pick, Pick]:
    """The sides of a duty that a member cannot impose: the Union does, or it is one on the member's goods."""
    member, partner = picks
    union = Pick(_UNION, UNION, member.span)
    if partner.id in members or partner.id == _UNION:
        return union, Pick(None, "who.none")
    if partner.id is None:
        place = _place(slot, sides, members, reader)
        return (union, partner) if place is None else (Pick(place, UNION), member)
    if partner.rule in _THENCE or not _is_state(partner, reader) or _is_of_goods(slot, partner):
        return union, partner
    sold = partner.rule in _THERE or reader.memory.flow == "exports"
    return (partner, member) if sold else (union, partner)


def _is_of_goods(slot: Slot, pick: Pick) -> bool:
    """Does an adjective tell whose goods are taxed: "auf ukrainischen Honig"?"""
    tags = slot.sentence.chain.tags
    return pick.side is not None and tags[pick.side.link : pick.side.link + 2] in ("aT", "aH")


def _place(slot: Slot, sides: Sequence[Side], members: frozenset[str], reader: Reader) -> str | None:
    """The country outside the Union that the sentence, or the one before, tells of where goods go."""
    here = [s.id for s in sides if s.nature == "state" and not s.vague and s.link < slot.link]
    for each in (*reversed(here), reader.memory.place, reader.memory.partner):
        if each is not None and len(each) == 2 and each not in members and each != _UNION:
            return each if reader.natures.get(each, "state") == "state" else None
    return None
