"""What a text has said before an amount: whose figures it gives, and towards whom.

What a sentence leaves out is taken from here: the sentence so far, the one before, or the whole article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import define, field, frozen

from tradenews.lexicon.index import Lexicon
from tradenews.models.span import Span
from tradenews.normalize.currency import currency_of_place
from tradenews.reading.figure_cues import flow_behind
from tradenews.reading.figure_roles import (
    DEALS,
    MIRROR,
    OUTSIDE,
    chunk_of,
    names_end,
    near_clause,
)
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_topic import FRAGMENT, Topic, dominates
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_WORLD_MONEY, _UNION = "USD", "EU"
_FIRMS_BACK = 3  # sentences in which "the company" was named
_ASIDE = frozenset(("say", "chief", "to", "in", "from", "with", "on"))  # no new reporter is named so


@frozen
class Pick:
    """A side chosen for one role."""

    id: str | None
    rule: str
    span: Span | None = None
    score: float = 0.0
    side: Side | None = None


@define
class Memory:
    """What the text has said so far in a paragraph."""

    block: object = None
    reporter: str | None = None
    partner: str | None = None
    place: str | None = None
    lead: str | None = None
    firm: str | None = None
    flow: str = ""
    priced: bool = False
    acts: bool = False
    lead_flow: str = ""


@define
class Reader:
    """One article: its topic, its sides by sentence number, and what was said last."""

    topic: Topic
    sides: Sequence[list[Side]]
    natures: Mapping[str, str]
    homes: Mapping[str, str | None]
    memory: Memory = field(factory=Memory)
    blocks: Sequence[object] = ()
    number: int = -1
    told: set[int] = field(factory=set)  # sentences that have figures
    traders: frozenset[str] = frozenset()  # bodies that sign contracts, as a consortium of growers
    branches: frozenset[str] = frozenset()  # companies named after their country: "Alibaba Mexico"
    statistical: bool = False
    lexicon: Lexicon | None = None
    turned: set[Slot] = field(factory=set)  # those whose kind was turned to the flow of the article's country
    chains: Sequence[Chain] = ()
    spoken: Sequence[str] = ()  # countries in the language of the text: a company of no known home is theirs
    done: dict[Slot, tuple[str | None, str | None]] = field(factory=dict)


def remember(reader: Reader, number: int) -> None:
    """What the sentence before this one in its paragraph speaks of, besides the topic's country.

    ``place`` is the last country there, ``lead`` the one that it is about: its only one, or its subject. A
    sentence with figures leads no more, its partner is remembered instead.
    """
    memory = reader.memory
    memory.place = memory.lead = None
    memory.lead_flow = ""
    if number <= 0 or reader.blocks[number - 1] is not memory.block:
        return
    for back in range(min(_FIRMS_BACK, number), 0, -1):
        if reader.blocks[number - back] is not memory.block:
            continue
        for side in reader.sides[number - back]:
            if side.nature == "firm" and side.via not in ("say", "than") and not side.vague:
                memory.firm = side.id
    found = _foreign(reader, number - 1)
    if not found and number > 1 and number - 1 not in reader.told and number - 2 not in reader.told:
        found = _foreign(reader, number - 2) if reader.blocks[number - 2] is memory.block else []
    if not found:
        return
    memory.place = found[-1].id
    if number - 1 not in reader.told:
        only = len({side.id for side in found}) == 1
        alone = sum(side.run == found[0].run for side in found) == 1
        memory.lead = found[0].id if only or (alone and found[0].via in ("", "own")) else None
        memory.acts = found[0].via in ("", "own", "office")
        memory.lead_flow = flow_behind(reader.chains[number - 1], found[0].link) if reader.chains else ""


def _foreign(reader: Reader, number: int) -> list[Side]:
    """The single countries that a sentence names, besides that of the topic; a fragment leads nowhere."""
    if reader.chains and len(reader.chains[number]) <= FRAGMENT:
        return []
    return [
        side
        for side in reader.sides[number]
        if side.nature == "state"
        and not side.vague
        and len(side.ids) == 1
        and side.id != reader.topic.country
    ]


def counterparty(slot: Slot, group: str, reporter: Pick, partner: Pick, reader: Reader) -> tuple[Pick, Pick]:
    """The other side of a company's contract or investment: the article's company or country."""
    topic = reader.topic
    if reader.natures.get(reporter.id or "") != "firm":
        foreign = [
            f for f in (topic.firm, topic.rival) if f and reader.homes.get(f) not in (None, reporter.id)
        ]
        abroad = bool(foreign) and slot.kind == "deal_value" and not reader.statistical
        return reporter, Pick(foreign[0], "who.topic") if abroad else partner
    home = reader.homes.get(reporter.id or "")
    local = home is None and (topic.country == _UNION or topic.country in reader.spoken)
    if group == "investment" and (host := _host(reader)) is not None:
        return reporter, Pick(host, "who.host")
    if group == "investment" and topic.country and (home == topic.country or local):
        branch = reporter.id in reader.branches  # that of a company from abroad
        return reporter, Pick(topic.country, "who.host") if branch else partner
    if group == "investment" and topic.country:
        return reporter, Pick(topic.country, "who.topic")
    if reader.statistical or slot.kind not in ("deal_value", "price") or slot.form != "level":
        return reporter, partner
    if topic.house and topic.house != reporter.id:
        return Pick(topic.house, "who.topic"), reporter
    second = _second_firm(reporter.id, reader)
    if second is not None and slot.kind == "deal_value":
        return reporter, Pick(second, "who.second")
    alone = topic.house is None or (topic.house == reporter.id and slot.kind == "deal_value")
    if alone and topic.country and topic.country != reader.homes.get(reporter.id or ""):
        return reporter, Pick(topic.country, "who.topic")
    return reporter, partner


def _host(reader: Reader) -> str | None:
    """The country of the body with which the sentence has a company agree: its agency for investment."""
    return next((s.home for s in reader.sides[reader.number] if s.home and s.via in ("", "with")), None)


def _second_firm(first: str | None, reader: Reader) -> str | None:
    """Another company that this sentence or the one before names, or that the whole text is about."""
    for number in (reader.number, reader.number - 1):
        if number >= 0 and reader.blocks[number] is reader.memory.block:
            for side in reversed(reader.sides[number]):
                if side.nature == "firm" and not side.vague and side.via != "say" and side.id != first:
                    return side.id
    return next((each for each in (reader.topic.firm, reader.topic.rival) if each not in (None, first)), None)


def topic_partner(reporter: Pick, reader: Reader) -> Pick | None:
    """The other one of the two countries that the whole article is about."""
    topic = reader.topic
    pair = {topic.country: topic.partner, topic.partner: topic.country}
    other = pair.get(reporter.id) if topic.partner else None
    return Pick(other, "who.topic") if other else None


def place_of(slot: Slot, side: Side) -> Span | None:
    return slot.place(side.link)


def carried_partner(
    slot: Slot,
    sides: Sequence[Side],
    group: str,
    chunk: tuple[int, int],
    reader: Reader,
    before: Sequence[tuple[str | None, str | None]],
    reporter: Pick | None,
) -> Pick:
    """The partner spoken of before, where nothing says that it is no longer meant."""
    if group == "inner":
        return Pick(None, "who.none")
    chain, memory = slot.sentence.chain, reader.memory
    first, last = chunk
    if chain.tags[max(first - 2, 0) : first] == "ψ‹":
        first -= 2  # "exports to Asia (5 percent)"
    if group in OUTSIDE and any(chain.tags[i] in "ψΩ" for i in range(first, last)):
        return Pick(None, "who.all")
    for side in sides:
        if len(side.ids) == 2 and reader.topic.country in side.ids and group in OUTSIDE:
            other = next(each for each in side.ids if each != reader.topic.country)
            return Pick(other, "who.pair", place_of(slot, side))
    if group == "count" and not reader.statistical:
        return Pick(None, "who.none")
    if before:
        parted = group in DEALS and reporter is not None and reporter.id != before[-1][0]
        kept = before[-1][1] if not parted else None
        total = group in OUTSIDE and (reporter is None or reporter.id == before[-1][0])
        if reporter is not None and kept == reporter.id and group in OUTSIDE:
            kept = before[-1][0]  # the other way round
        return Pick(kept, "who.sentence" if kept or total else "who.none")
    others = any(
        side.via not in ("say", "office") and side.id != reader.topic.country
        for side in sides
        if not side.vague
    )
    named = any(side.via not in ("say", "office") and not side.vague for side in sides)
    future = slot.draft.get("modality") in ("forecast", "target")
    own = slot.kind in ("sales", "finance") or (group in DEALS and slot.form != "level")
    if memory.partner and not named and not _was_mirrored(reader) and not future and not own:
        return Pick(memory.partner, "who.carried")
    bought = slot.kind == "imports" and slot.kind_cue is not None and chain.tags[slot.kind_cue] == "J"
    bought = bought or (slot.kind == "exports" and memory.lead_flow == "exports")
    bought = bought and memory.acts and reporter is None
    if memory.lead and not others and group in OUTSIDE and not bought:
        return Pick(memory.lead, "who.lead")
    return Pick(None, "who.none")


def contrasted(slot: Slot, leader: Slot, partner: str | None, reader: Reader) -> Pick | None:
    """The other country of the sentence before, where "while" sets a flow against the leader's."""
    place = reader.memory.place
    chain = slot.sentence.chain
    but = any(chain.values[i] == "but" for i in chain.find("¬", leader.link, slot.link))
    if but and slot.form == "level" and slot.kind in MIRROR and partner and place not in (None, partner):
        return Pick(place, "who.contrast")
    return None


def there_of(
    slot: Slot, sides: Sequence[Side], group: str, reader: Reader, reporter: Pick | None
) -> Pick | None:
    """The place that "there" in the amount's clause stands for."""
    link = next(slot.sentence.chain.find("ω", *near_clause(slot)), -1)
    if link < 0 or group == "inner":
        return None
    place = spoken_of(sides, link, reader, reporter, chunk_of(slot)[0])
    return Pick(place, "who.there", slot.place(link)) if place else None


def spoken_of(
    sides: Sequence[Side], link: int, reader: Reader, reporter: Pick | None = None, first: int = 0
) -> str | None:
    """The last place before ``link`` that is neither the reporter nor the topic's country."""
    memory = reader.memory
    near = reporter is not None and reporter.side is not None and first <= reporter.side.link < link
    own = reporter.id if reporter is not None and near else memory.reporter or reader.topic.country
    here = [side.id for side in sides if side.link < link and side.nature == "state" and not side.vague]
    for place in (*reversed(here), memory.partner, memory.lead, memory.place, memory.reporter):
        if place is not None and place != own:
            return place
    return None


def carried_reporter(
    slot: Slot,
    sides: Sequence[Side],
    group: str,
    partner: Pick,
    reader: Reader,
    before: Sequence[tuple[str | None, str | None]],
) -> Pick:
    """The reporter of the sentence so far, else the one whose figures the article is about."""
    topic, memory = reader.topic, reader.memory
    body = slot.kind in MIRROR and reader.natures.get((before[-1][0] if before else None) or "") == "body"
    if before and not body and before[-1][0] != partner.id and (before[-1][0] or slot.kind in MIRROR):
        return Pick(before[-1][0], "who.sentence")
    if (
        any(s.vague and s.nature == "state" and s.via in ("", "own") for s in sides)
        and topic.country != partner.id
    ):
        return Pick(topic.country, "who.topic")  # "the country exports ..."
    if (going := _goes_on(slot, partner, reader)) is not None:
        return going
    if memory.lead and (group == "inner" or (group in OUTSIDE and memory.lead != partner.id and memory.acts)):
        return Pick(memory.lead, "who.lead")
    if partner.rule == "who.list" and group in DEALS:
        return Pick(None, "who.list")
    if slot.kind == "price" and (reader.statistical or not topic.corporate or not memory.firm):
        return _priced(slot, sides, reader, before)
    house = topic.house if reader.natures.get(topic.house or "") == "firm" else None
    if (
        house not in (None, partner.id)
        and not reader.statistical
        and _is_of_house(slot, sides, group, reader)
    ):
        return Pick(house, "who.topic")
    if group in DEALS and memory.firm and memory.firm != partner.id:
        return Pick(memory.firm, "who.carried")
    if slot.kind == "count" and not reader.statistical:
        return Pick(memory.firm, "who.carried") if memory.firm else Pick(None, "who.none")
    named = any(side.via not in _ASIDE for side in sides)
    named = named or (group == "tariff" and reader.natures.get(memory.reporter or "") == "firm")
    if memory.reporter not in (None, partner.id) and not named and not _was_mirrored(reader):
        return Pick(memory.reporter, "who.carried")
    abroad = "ψ" in slot.clause
    if (
        slot.kind == "imports"
        and topic.country in topic.sources
        and memory.reporter != topic.country
        and not abroad
    ):
        return Pick(memory.reporter, "who.carried")
    if group == "tariff" and topic.country in topic.sources and topic.imposer not in (None, partner.id):
        return Pick(topic.imposer, "who.topic")
    if topic.country != partner.id:
        return Pick(topic.country, "who.topic")
    for side in sides:
        if side.nature == "state" and not side.vague and len(side.ids) == 1 and side.id != partner.id:
            return Pick(side.id, "who.other", place_of(slot, side))
    if memory.reporter not in (None, partner.id):
        return Pick(memory.reporter, "who.carried")
    return Pick(None, "who.none")


def _is_of_house(slot: Slot, sides: Sequence[Side], group: str, reader: Reader) -> bool:
    """Is a figure without a reporter one that the company has of which the text is about?"""
    if slot.kind == "production":
        return reader.topic.house not in reader.traders
    hosted = any(_is_host(side) for side in sides)
    return (
        group in DEALS
        or group == "investment"
        or (slot.kind in MIRROR and reader.topic.corporate and not hosted)
    )


def _goes_on(slot: Slot, partner: Pick, reader: Reader) -> Pick | None:
    """Whose flow it is where the sentence names only another end of the flow spoken of before."""
    if slot.kind not in MIRROR or partner.side is None or _was_mirrored(reader):
        return None
    leader = slot.leader
    before = (
        reader.done[leader][0]
        if leader in reader.done and leader.sentence.block is slot.sentence.block
        else None
    )
    if before is None and names_end(slot):
        before = reader.memory.reporter
    return Pick(before, "who.carried") if before not in (None, partner.id) else None


def _is_host(side: Side) -> bool:
    """Does a country act in the sentence, rather than that goods go there or come from there?"""
    return side.nature == "state" and not side.vague and side.via not in ("to", "from", "in", "with")


def _in_money_of(reporter: str, unit: str, reader: Reader) -> bool:
    """Can a price be of a country: in its money, or in one that tells nothing of countries?"""
    if unit in (_WORLD_MONEY, "percent") or reader.natures.get(reporter) != "state":
        return True
    return currency_of_place(reporter) in (unit, None)


def _priced(slot: Slot, sides: Sequence[Side], reader: Reader, before: Sequence[object]) -> Pick:
    """Whose price it is: that of the country whose money it is in; prices of world markets are nobody's."""
    unit, memory, weights = slot.quantity.amount.unit, reader.memory, reader.topic.weights
    if memory.reporter and not memory.priced and _in_money_of(memory.reporter, unit, reader):
        return Pick(memory.reporter, "who.carried")
    named = [side.id for side in sides if side.nature == "state" and not side.vague and len(side.ids) == 1]
    ranked = sorted(weights, key=lambda each: (each == _UNION, -weights[each], each))
    for each in (*named, memory.reporter, *ranked) if unit != _WORLD_MONEY else ():
        if each is not None and len(each) == 2 and currency_of_place(each) == unit:
            return Pick(each, "who.currency", slot.span)
    if unit == "percent" and not before and memory.priced:
        return Pick(memory.reporter, "who.carried")
    return Pick(None, "who.market")


def _was_mirrored(reader: Reader) -> bool:
    """Was the last figure another country's, with the topic's country as its partner?"""
    topic, memory = reader.topic, reader.memory
    if memory.partner is None or memory.partner != topic.country:
        return False
    return memory.reporter is None or dominates(topic, memory.reporter, 2.0)


def mirrored(slot: Slot, reporter: Pick, reader: Reader) -> Pick | None:
    """The topic's country as the other side of another country's purchases or sales."""
    topic = reader.topic
    if slot.kind not in MIRROR or topic.country in (None, reporter.id):
        return None
    if reporter.id is not None and (
        reader.natures.get(reporter.id) == "firm" or not dominates(topic, reporter.id, 1.0)
    ):
        return None
    ends = topic.sources if slot.kind == "imports" else topic.goals
    subject = slot.kind == "imports" and reporter.rule == "who.subject"
    if reader.memory.flow == MIRROR[slot.kind] or topic.country in ends or subject:
        return Pick(topic.country, "who.mirror")
    return None
