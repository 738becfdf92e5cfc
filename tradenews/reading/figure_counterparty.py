"""The other side of a company's contract, order or investment."""

from __future__ import annotations

from tradenews.reading.figure_counted import counts_goods
from tradenews.reading.figure_memory import Pick, Reader, across
from tradenews.reading.slot import Slot

_UNION = "EU"
_PAID = frozenset(("deal_value", "other"))
_TIED = frozenset(("from", "with", "by", "to", "in"))
_SITES = frozenset(("in", "of", "behind", "", "own", "goods"))
_OPENING = 4  # sentences that a title speaks of


def counterparty(slot: Slot, group: str, reporter: Pick, partner: Pick, reader: Reader) -> tuple[Pick, Pick]:
    """The other side of a company's contract or investment: the article's company or country."""
    topic = reader.topic
    if reader.natures.get(reporter.id or "") != "firm":
        foreign = [
            f for f in (topic.firm, topic.rival) if f and reader.homes.get(f) not in (None, reporter.id)
        ]
        titled = (topic.house, topic.firm if topic.corporate else None)
        foreign = [f for f in foreign if f in titled or _names_firm(reader, (), f)]
        if not foreign and (seller := _contractor_before(slot, reader)) is not None:
            return reporter, Pick(seller, "who.lead")
        abroad = bool(foreign) and slot.kind == "deal_value" and not reader.statistical
        return reporter, Pick(foreign[0], "who.topic") if abroad else partner
    home = reader.homes.get(reporter.id or "")
    local = home is None and (topic.country == _UNION or topic.country in reader.spoken)
    if group == "investment" and (host := _host(reader)) is not None:
        return reporter, Pick(host, "who.host")
    if group == "investment" and home and (place := _place_here(slot, home, reader)) is not None:
        return reporter, Pick(place, "who.lead")
    if group == "investment" and (place := _place_before(home, reader)) is not None:
        return reporter, Pick(place, "who.lead")
    met = topic.about or reader.mission is not None
    if group == "investment" and met and (other := across(home, topic)) is not None:
        return reporter, Pick(other, "who.topic")
    if group == "investment" and topic.country and (home == topic.country or local):
        branch = reporter.id in reader.branches  # that of a company from abroad
        return reporter, Pick(topic.country, "who.host") if branch else partner
    guest = home is not None and topic.house != reporter.id  # a text on the country, not on who invests
    if group == "investment" and topic.country and (guest or _is_site(topic.country, reader)):
        return reporter, Pick(topic.country, "who.topic")
    if reader.statistical or slot.kind not in ("deal_value", "price") or slot.form != "level":
        return reporter, partner
    if topic.house and topic.house != reporter.id:
        return Pick(topic.house, "who.topic"), reporter
    if slot.kind == "deal_value" and opens_with_period(slot, reader):
        return reporter, partner
    other = reader.deal.get(reporter.id)
    if other is not None and slot.kind == "deal_value" and not _names_firm(reader, (reporter.id, other)):
        return reporter, Pick(other, "who.deal")
    second = _second_firm(reporter.id, reader)
    if second is not None and slot.kind == "deal_value":
        return reporter, Pick(second, "who.second")
    client = _client(reporter.id, reader) if slot.kind == "deal_value" else None
    if client is not None:
        return Pick(client, "who.lead"), reporter
    alone = topic.house is None or (topic.house == reporter.id and slot.kind == "deal_value")
    known = max(reader.number + 1, _OPENING)
    if topic.country is None or not alone or reader.named.get(topic.country, known) >= known:
        return reporter, partner
    if topic.country != reader.homes.get(reporter.id or ""):
        return reporter, Pick(topic.country, "who.topic")
    return reporter, partner


def supplier(slot: Slot, reporter: Pick, partner: Pick, reader: Reader) -> Pick:
    """The company that a text is about, of which another one buys: "Operator Lorem ordered 60 of them"."""
    house = reader.topic.house
    told = partner.id is not None or partner.rule != "who.none"
    if told or house in (None, reporter.id) or slot.form not in ("level", "delta"):
        return partner
    if not reader.natures.get(house or "") == reader.natures.get(reporter.id or "") == "firm":
        return partner
    named = (s.id for s in reader.sides[reader.number] if s.nature == "firm" and not s.vague)
    if set(named) - {house, reporter.id}:
        return partner  # of whom it may have bought them
    bought = slot.kind == "imports" or _is_ordered(slot, reader)
    return Pick(house, "who.topic") if bought else partner


def _is_ordered(slot: Slot, reader: Reader) -> bool:
    """Are goods counted that a sentence says somebody orders or buys?"""
    if slot.kind != "count" or reader.lexicon is None or not counts_goods(slot, reader.lexicon):
        return False
    chain = slot.sentence.chain
    told = (str(chain.values[i]) for i in chain.find("YDJ"))
    return any("contract" in value or value.startswith("imports") for value in told)


def _is_site(country: str, reader: Reader) -> bool:
    """Has the text said that somebody is at work in a country, or invests there; or is it told from there?"""
    if country in reader.spoken:
        return True
    for chain, sides in zip(reader.chains[: reader.number + 1], reader.sides, strict=False):
        named = [side for side in sides if country in side.ids]
        if any(side.via == "in" for side in named):
            return True
        told = (str(chain.values[i]) for i in chain.find("DKJ")) if named else ()
        if any(value.startswith("investment") for value in told):
            return True
    return False


def _contractor_before(slot: Slot, reader: Reader) -> str | None:
    """The only company of the sentence before, where that tells of a contract for which a state now pays."""
    number = reader.number - 1
    paid = slot.kind in _PAID and slot.quantity.amount.dimension == "money" and slot.form == "level"
    if not paid or number < 0 or reader.blocks[number] is not reader.memory.block or not reader.chains:
        return None
    chain = reader.chains[number]
    if not any(str(chain.values[i]).startswith("contract") for i in chain.find("D")):
        return None
    firms = {s.id for s in reader.sides[number] if s.nature == "firm" and not s.vague}
    return firms.pop() if len(firms) == 1 else None


def opens_with_period(slot: Slot, reader: Reader) -> bool:
    """Does a sentence behind the deal open with a period, so that it sums up: "Last year it took orders"?"""
    return reader.number != reader.dealt and "θ" in slot.sentence.chain.tags[:_OPENING]


def _place_here(slot: Slot, home: str, reader: Reader) -> str | None:
    """The only other country that the sentence names where a company from elsewhere invests."""
    here = {
        s.id
        for s in reader.sides[reader.number]
        if s.nature == "state" and not s.vague and len(s.ids) == 1 and s.via in _SITES and s.id != home
    }
    return here.pop() if len(here) == 1 else None


def _place_before(home: str | None, reader: Reader) -> str | None:
    """The country in which the sentence before has a company build: "a plant in Turkey. It invests 5"."""
    number = reader.number - 1
    if number < 0 or reader.blocks[number] is not reader.memory.block or number in reader.told:
        return None
    placed = {s.id for s in reader.sides[number] if s.nature == "state" and s.via == "in" and not s.vague}
    return placed.pop() if len(placed) == 1 and home not in placed else None


def _client(firm: str | None, reader: Reader) -> str | None:
    """The country that the sentence before ties to a contract: "X won an order from Egypt. It is worth 5"."""
    number = reader.number - 1
    if number < 0 or reader.blocks[number] is not reader.memory.block or not reader.chains:
        return None
    chain, sides = reader.chains[number], reader.sides[number]
    if not any(str(chain.values[i]).startswith("contract") for i in chain.find("D")):
        return None
    tied = [s for s in sides if s.nature == "state" and not s.vague and s.via in _TIED and len(s.ids) == 1]
    return tied[0].id if len(tied) == 1 and tied[0].id != reader.homes.get(firm or "") else None


def buyer_of(seller: Pick, reader: Reader) -> Pick:
    """Who placed an order that a sentence only says who won: a company beside it, or the one of the text."""
    for id in (_second_firm(seller.id, reader), reader.memory.firm, reader.topic.house):
        if id not in (None, seller.id):
            return Pick(id, "who.second")
    return Pick(None, "who.contractor")


def _host(reader: Reader) -> str | None:
    """The country of the body with which the sentence has a company agree: its agency for investment."""
    return next((s.home for s in reader.sides[reader.number] if s.home and s.via in ("", "with")), None)


def _names_firm(reader: Reader, known: tuple[str | None, ...], only: str | None = None) -> bool:
    """Does the sentence, or the one before in the paragraph, name another company, or the ``only`` one?"""
    for number in (reader.number, reader.number - 1):
        if number >= 0 and reader.blocks[number] is reader.memory.block:
            here = [s.id for s in reader.sides[number] if s.nature == "firm" and not s.vague]
            if any(id not in known and only in (None, id) for id in here):
                return True
    return False


def _second_firm(first: str | None, reader: Reader) -> str | None:
    """Another company that this sentence, the one before or the next one names."""
    for number in (reader.number, reader.number - 1, reader.number + 1):
        if 0 <= number < len(reader.sides) and reader.blocks[number] is reader.memory.block:
            for side in reversed(reader.sides[number]):
                if side.nature == "firm" and not side.vague and side.via != "say" and side.id != first:
                    return side.id
    return None
