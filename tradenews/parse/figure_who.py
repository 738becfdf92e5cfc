"""Whose figure it is, and towards whom.

Every actor that a sentence names is weighed for each amount: by how it is tied in (exports "to" somewhere,
"its" exports) and by how near it stands. What a sentence does not say is taken from the one before, or from
what the whole article is about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import define, field, frozen

from tradenews.grammar.context import Context
from tradenews.lexicon.index import Lexicon
from tradenews.models.actor import Actor
from tradenews.models.span import Span
from tradenews.parse.figure_roles import (
    COUNTED,
    DEALS,
    GROUPS,
    MIRROR,
    OUTSIDE,
    PAIRED,
    SURE,
    chunk_of,
    is_dealing,
    list_member,
    role_of,
    score_of,
)
from tradenews.parse.figure_sides import Side, read_sides
from tradenews.parse.figure_topic import Topic, dominates, find_topic
from tradenews.parse.metadata import Metadata
from tradenews.parse.sentence import Sentence
from tradenews.parse.slot import Slot

_LIST = 10.0  # what it costs to be one of several
_WORDS = 6  # of what is counted
_LOOSE = frozenset(("goods", "trait", "of", "in", "on"))  # too weak to reach over a clause


@frozen
class Pick:
    """A side chosen for one role."""

    id: str | None
    rule: str
    span: Span | None = None
    score: float = 0.0
    side: Side | None = None


@define
class _Memory:
    """What the text has said so far in a paragraph."""

    block: object = None
    reporter: str | None = None
    partner: str | None = None
    place: str | None = None
    lead: str | None = None
    firm: str | None = None
    flow: str = ""


@define
class _Reader:
    """One article: its topic, its sides by sentence number, and what was said last."""

    topic: Topic
    sides: Sequence[list[Side]]
    natures: Mapping[str, str]
    homes: Mapping[str, str | None]
    memory: _Memory = field(factory=_Memory)
    blocks: Sequence[object] = ()
    number: int = -1
    told: set[int] = field(factory=set)  # sentences that have figures
    statistical: bool = False
    lexicon: Lexicon | None = None
    done: dict[Slot, tuple[str | None, str | None]] = field(factory=dict)


def assign_who(
    slots: list[Slot],
    sentences: list[Sentence],
    actors: tuple[Actor, ...],
    context: Context,
    metadata: Metadata,
) -> None:
    """Set ``reporter`` and ``partner`` of every slot's draft."""
    by_id = {actor.id: actor for actor in actors}
    sides = [read_sides(sentence, by_id, context.lexicon) for sentence in sentences]
    topic = find_topic(sentences, sides, context.home)
    natures = {each: side.nature for found in sides for side in found for each in side.ids}
    homes = {actor.id: actor.country for actor in actors}
    reader = _Reader(
        topic,
        sides,
        natures,
        homes,
        blocks=[sentence.block for sentence in sentences],
        lexicon=context.lexicon,
    )
    reader.statistical = 2 * sum(slot.kind in COUNTED for slot in slots) >= len(slots)
    at = 0
    while at < len(slots):
        number = slots[at].sentence.number
        end = at
        while end < len(slots) and slots[end].sentence.number == number:
            end += 1
        _read_sentence(slots[at:end], reader, _number(sentences, slots[at].sentence, number))
        at = end


def _number(sentences: Sequence[Sentence], sentence: Sentence, number: int) -> int:
    """The index of a sentence in the list of sentences."""
    if 0 <= number < len(sentences) and sentences[number] is sentence:
        return number
    return next((i for i, each in enumerate(sentences) if each is sentence), -1)


def _read_sentence(slots: Sequence[Slot], reader: _Reader, number: int) -> None:
    sentence, memory = slots[0].sentence, reader.memory
    sides = reader.sides[number] if number >= 0 else []
    if memory.block is not sentence.block:
        reader.memory = memory = _Memory(block=sentence.block, flow=memory.flow)
    _remember_places(reader, number)
    reader.told.add(number)
    reader.number = number
    before: list[tuple[str | None, str | None]] = []
    for slot in slots:
        reporter, partner = _who(slot, sides, reader, before)
        if partner.id is not None and partner.id == reporter.id:
            partner = Pick(None, "who.same")
        slot.draft.set("reporter", reporter.id, reporter.rule, reporter.span)
        slot.draft.set("partner", partner.id, partner.rule, partner.span)
        before.append((reporter.id, partner.id))
        reader.done[slot] = (reporter.id, partner.id)
        if slot.kind in MIRROR and reporter.id == reader.topic.country:
            memory.flow = slot.kind
    partners = {partner for _, partner in before if partner}
    memory.partner = partners.pop() if len(partners) == 1 else None
    memory.reporter = before[-1][0]


def _remember_places(reader: _Reader, number: int) -> None:
    """What the sentence before this one in its paragraph speaks of, besides the topic's country.

    ``place`` is the last country there, ``lead`` the one that it is about: its only one, or its subject. A
    sentence with figures leads no more, its partner is remembered instead.
    """
    memory = reader.memory
    memory.place = memory.lead = None
    if number <= 0 or reader.blocks[number - 1] is not memory.block:
        return
    for side in reader.sides[number - 1]:
        if side.nature == "firm" and side.via not in ("say", "than"):
            memory.firm = side.id
    found = [
        side
        for side in reader.sides[number - 1]
        if side.nature == "state"
        and not side.vague
        and len(side.ids) == 1
        and side.id != reader.topic.country
    ]
    if not found:
        return
    memory.place = found[-1].id
    if number - 1 not in reader.told:
        only = len({side.id for side in found}) == 1
        alone = sum(side.run == found[0].run for side in found) == 1
        memory.lead = found[0].id if only or (alone and found[0].via in ("", "own")) else None


def _who(
    slot: Slot, sides: Sequence[Side], reader: _Reader, before: Sequence[tuple[str | None, str | None]]
) -> tuple[Pick, Pick]:
    """Reporter and partner of one slot."""
    group = GROUPS.get(slot.kind, "deal")
    chunk = chunk_of(slot)
    leader = slot.leader
    alone = not any(
        chunk[0] <= side.link < chunk[1] or slot.sentence.chain.tags[side.link + 1 : slot.link] == "‹"
        for side in sides
        if side.via != "say"
    )
    if leader is not None and leader in reader.done and leader.sentence is slot.sentence and alone:
        first, second = reader.done[leader]
        return Pick(first, "who.leader", leader.span), Pick(second, "who.leader", leader.span)
    nation = _counted_nation(slot, reader) if group == "count" else None
    if nation is not None and not reader.statistical:
        return Pick(None, "who.counted"), Pick(None, "who.counted")
    if nation is not None:
        return nation, _topic_partner(nation, reader) or Pick(None, "who.none")
    if group == "trade" and slot.sentence.chain.tags[slot.link + 1 : slot.link + 2] == "D":
        return Pick(None, "who.treaty"), Pick(None, "who.treaty")  # the size of an agreement is nobody's
    pair = _pair(slot, sides, group, reader.topic)
    if pair is not None:
        return pair
    reporter, partner = _explicit(slot, sides, group, chunk, reader)
    there = _there(slot, sides, group, reader, reporter) if partner is None else None
    if there is not None:
        partner, reporter = there, None if reporter and reporter.id == there.id else reporter
    if reporter is None and partner is None and group == "tariff" and not sides:
        reporter, partner = _lead_sides(slot, reader)
    if partner is None:
        partner = _carried_partner(slot, sides, group, chunk, reader, before, reporter)
    if reporter is None:
        reporter = _carried_reporter(slot, sides, group, partner, reader, before)
    if partner.id is None and partner.rule == "who.none":
        partner = _mirrored(slot, reporter, reader) or partner
    if group in PAIRED and partner.id is None and partner.rule == "who.none":
        partner = _topic_partner(reporter, reader) or partner
    if partner.id is None and reporter.id is not None:
        reporter, partner = _counterparty(slot, group, reporter, partner, reader)
    if group == "investment" and reporter.id is None and partner.id is not None:
        reporter, partner = partner, Pick(None, "who.host")
    return reporter, partner


def _counterparty(
    slot: Slot, group: str, reporter: Pick, partner: Pick, reader: _Reader
) -> tuple[Pick, Pick]:
    """The other side of a company's contract or investment: the article's company or country."""
    topic = reader.topic
    if reader.natures.get(reporter.id or "") != "firm":
        foreign = [
            f for f in (topic.firm, topic.rival) if f and reader.homes.get(f) not in (None, reporter.id)
        ]
        abroad = bool(foreign) and slot.kind == "deal_value" and not reader.statistical
        return reporter, Pick(foreign[0], "who.topic") if abroad else partner
    if group == "investment" and topic.country:
        return reporter, Pick(topic.country, "who.topic")
    if reader.statistical or slot.kind not in ("deal_value", "price") or slot.form != "level":
        return reporter, partner
    if topic.house and topic.house != reporter.id:
        return Pick(topic.house, "who.topic"), reporter
    if topic.house is None and topic.country and topic.country != reader.homes.get(reporter.id or ""):
        return reporter, Pick(topic.country, "who.topic")
    return reporter, partner


def _counted_nation(slot: Slot, reader: _Reader) -> Pick | None:
    """The country in what is counted, in a text of statistics: "50 Brazilian companies"."""
    counted = slot.quantity.counted
    if not counted or reader.lexicon is None:
        return None
    for word in counted.split()[:_WORDS]:
        entry = reader.lexicon.word(word)
        if entry is not None and entry.tag == "a" and isinstance(entry.value, str):
            return Pick(entry.value, "who.counted", slot.span)
    return None


def _topic_partner(reporter: Pick, reader: _Reader) -> Pick | None:
    """The other one of the two countries that the whole article is about."""
    topic = reader.topic
    pair = {topic.country: topic.partner, topic.partner: topic.country}
    other = pair.get(reporter.id) if topic.partner else None
    return Pick(other, "who.topic") if other else None


def _lead_sides(slot: Slot, reader: _Reader) -> tuple[Pick | None, Pick | None]:
    """Who imposes a tariff on whom by the sentence before, where that has no figures, this one no names."""
    number = reader.number - 1
    if number < 0 or number in reader.told or reader.blocks[number] is not reader.memory.block:
        return None, None
    best: dict[str, Pick] = {}
    for side in reader.sides[number]:
        role = role_of(slot, side, "tariff", reader.topic) if not side.vague else ""
        letter = {"from": "P", "goods": "P"}.get(side.via, role.upper() if role in ("R", "r", "P") else "R")
        if role:
            best.setdefault(letter, Pick(side.id, "who.lead"))
    return best.get("R"), best.get("P")


def _place(slot: Slot, side: Side) -> Span | None:
    return slot.place(side.link)


def _pair(slot: Slot, sides: Sequence[Side], group: str, topic: Topic) -> tuple[Pick, Pick] | None:
    """Trade between two: "trade between A and B", "China-US trade", "the two countries"."""
    if group != "trade":
        return None
    for side in sides:
        if len(side.ids) > 2:
            return Pick(None, "who.list"), Pick(None, "who.list")
        if len(side.ids) == 2:
            first, second = side.ids
            if second == topic.country:
                first, second = second, first
            place = _place(slot, side)
            return Pick(first, "who.pair", place), Pick(second, "who.pair", place)
    for first_side, second_side in pairwise(sides):
        if first_side.run != second_side.run or first_side.via not in ("between", "own", "of", ""):
            continue
        if first_side.via == "" and second_side.link > slot.link:
            continue
        if sum(side.run == first_side.run for side in sides) == 2 and first_side.id != second_side.id:
            return (
                Pick(first_side.id, "who.pair", _place(slot, first_side)),
                Pick(second_side.id, "who.pair", _place(slot, second_side)),
            )
    return None


def _explicit(
    slot: Slot, sides: Sequence[Side], group: str, chunk: tuple[int, int], reader: _Reader
) -> tuple[Pick | None, Pick | None]:
    """The best reporter and partner that the sentence itself names; None where it names none."""
    best: dict[str, Pick] = {}
    ranked = list_member(slot, sides)
    members = Counter((side.run, side.nature) for side in sides)
    for side in sides:
        if len(side.ids) > 1:
            continue
        role = role_of(slot, side, group, reader.topic)
        away = side.via in ("to", "from") and not chunk[0] <= side.link < chunk[1]
        away_from = group == "investment" and away
        far = not slot.first <= side.link < slot.last and not chunk[0] <= side.link < chunk[1]
        if not role or away_from or (role in "Rr" and away) or (far and side.via in _LOOSE):
            continue
        score = score_of(slot, side, role, chunk)
        if ranked and side.run == ranked.run:
            if side is not ranked:
                continue
            score += SURE
        letter, id = role.upper(), side.id
        if side.vague and side.nature == "firm":
            place = reader.memory.firm or reader.topic.house
            if place is None or letter == "P":
                continue
            id = place
        elif side.vague:
            here = group == "investment" and side.via == "in"
            away = letter == "P" and side.via != "in"
            place = reader.topic.country if here else _spoken_of(sides, side.link, reader) if away else None
            if place is None:
                continue
            id = place
        if not ranked and members[side.run, side.nature] > 1 and group not in ("trade", "tariff"):
            score -= _LIST
        pick = Pick(id, f"who.{side.via or 'subject'}", _place(slot, side), score, side)
        have = best.get(letter)
        if score > 0 and (have is None or score > have.score):
            if letter == "R" and have is not None:
                best["second"] = have
            best[letter] = pick
        elif score > 0 and letter == "R" and side.nature == "firm":
            best.setdefault("second", pick)
    reporter, partner, second = best.get("R"), best.get("P"), best.get("second")
    if partner is None and is_dealing(slot) and second and second.side and second.side.nature == "firm":
        partner = second if reporter is None or second.id != reporter.id else None
    if reporter and partner and reporter.id == partner.id:
        if reporter.score >= partner.score:
            partner = None
        else:
            reporter = None
    if group == "count" and reporter is None and partner and partner.side and partner.side.via == "in":
        reporter, partner = partner, None  # "in the Netherlands 2 million workers"
    return _single(reporter, sides, ranked), _single(partner, sides, ranked)


def _single(pick: Pick | None, sides: Sequence[Side], ranked: Side | None) -> Pick | None:
    """``pick``, or an empty one where it is a member of a list that is meant as a whole."""
    if pick is None or pick.side is None or pick.side is ranked:
        return pick
    members = {side.id for side in sides if side.run == pick.side.run and side.nature == pick.side.nature}
    return pick if len(members) == 1 else Pick(None, "who.list", pick.span)


def _carried_partner(
    slot: Slot,
    sides: Sequence[Side],
    group: str,
    chunk: tuple[int, int],
    reader: _Reader,
    before: Sequence[tuple[str | None, str | None]],
    reporter: Pick | None,
) -> Pick:
    """The partner spoken of before, where nothing says that it is no longer meant."""
    if group == "inner":
        return Pick(None, "who.none")
    chain, memory = slot.sentence.chain, reader.memory
    first, last = chunk
    if group in OUTSIDE and any(chain.tags[i] in "ψΩ" for i in range(first, last)):
        return Pick(None, "who.all")
    for side in sides:
        if len(side.ids) == 2 and reader.topic.country in side.ids and group in OUTSIDE:
            other = next(each for each in side.ids if each != reader.topic.country)
            return Pick(other, "who.pair", _place(slot, side))
    if before:
        parted = group in DEALS and reporter is not None and reporter.id != before[-1][0]
        kept = before[-1][1] if not parted else None
        return Pick(kept, "who.sentence") if kept else Pick(None, "who.none")
    if group == "count" and not reader.statistical:
        return Pick(None, "who.none")
    others = any(
        side.via not in ("say", "office") and side.id != reader.topic.country
        for side in sides
        if not side.vague
    )
    named = any(side.via not in ("say", "office") and not side.vague for side in sides)
    if memory.partner and not named:
        return Pick(memory.partner, "who.carried")
    if memory.lead and not others and group in OUTSIDE:
        return Pick(memory.lead, "who.lead")
    return Pick(None, "who.none")


def _there(
    slot: Slot, sides: Sequence[Side], group: str, reader: _Reader, reporter: Pick | None
) -> Pick | None:
    """The place that "there" in the amount's clause stands for."""
    link = next(slot.sentence.chain.find("ω", slot.first, slot.last), -1)
    if link < 0 or group == "inner":
        return None
    place = _spoken_of(sides, link, reader, reporter, chunk_of(slot)[0])
    return Pick(place, "who.there", slot.place(link)) if place else None


def _spoken_of(
    sides: Sequence[Side], link: int, reader: _Reader, reporter: Pick | None = None, first: int = 0
) -> str | None:
    """The last place before ``link`` that is neither the reporter nor the topic's country."""
    memory = reader.memory
    near = reporter is not None and reporter.side is not None and first <= reporter.side.link < link
    own = reporter.id if reporter is not None and near else memory.reporter or reader.topic.country
    here = [side.id for side in sides if side.link < link and side.nature == "state" and not side.vague]
    for place in (*reversed(here), memory.partner, memory.lead, memory.place):
        if place is not None and place != own:
            return place
    return None


def _carried_reporter(
    slot: Slot,
    sides: Sequence[Side],
    group: str,
    partner: Pick,
    reader: _Reader,
    before: Sequence[tuple[str | None, str | None]],
) -> Pick:
    """The reporter of the sentence so far, else the one whose figures the article is about."""
    topic, memory = reader.topic, reader.memory
    if before and before[-1][0] != partner.id and (before[-1][0] or slot.kind in MIRROR):
        return Pick(before[-1][0], "who.sentence")
    if group == "inner" and memory.lead:
        return Pick(memory.lead, "who.lead")
    if partner.rule == "who.list" and group in DEALS:
        return Pick(None, "who.list")
    own = group in DEALS or group in ("investment", "inner")
    house = topic.house if reader.natures.get(topic.house or "") == "firm" else None
    if own and not reader.statistical and house and house != partner.id:
        return Pick(house, "who.topic")
    if group in DEALS and memory.firm and memory.firm != partner.id:
        return Pick(memory.firm, "who.carried")
    if slot.kind == "count" and not reader.statistical:
        return Pick(memory.firm, "who.carried") if memory.firm else Pick(None, "who.none")
    if memory.reporter not in (None, partner.id) and not any(s.via not in ("say", "chief") for s in sides):
        return Pick(memory.reporter, "who.carried")
    if slot.kind == "imports" and topic.country in topic.sources and memory.reporter != topic.country:
        return Pick(memory.reporter, "who.carried")
    if group == "tariff" and topic.country in topic.sources and topic.imposer not in (None, partner.id):
        return Pick(topic.imposer, "who.topic")
    if topic.country != partner.id:
        return Pick(topic.country, "who.topic")
    for side in sides:
        if side.nature == "state" and not side.vague and len(side.ids) == 1 and side.id != partner.id:
            return Pick(side.id, "who.other", _place(slot, side))
    if memory.reporter not in (None, partner.id):
        return Pick(memory.reporter, "who.carried")
    return Pick(None, "who.none")


def _mirrored(slot: Slot, reporter: Pick, reader: _Reader) -> Pick | None:
    """The topic's country as the other side of another country's purchases or sales."""
    topic = reader.topic
    if slot.kind not in MIRROR or topic.country in (None, reporter.id):
        return None
    if reporter.id is not None and (
        reader.natures.get(reporter.id) == "firm" or not dominates(topic, reporter.id)
    ):
        return None
    ends = topic.sources if slot.kind == "imports" else topic.goals
    if reader.memory.flow == MIRROR[slot.kind] or topic.country in ends:
        return Pick(topic.country, "who.mirror")
    return None
