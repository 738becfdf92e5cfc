"""Whose figure it is, and towards whom.

Every actor that a sentence names is weighed for each amount: by how it is tied in (exports "to" somewhere,
"its" exports) and by how near it stands. What a sentence does not say is taken from the one before, or from
what the whole article is about.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise

from attrs import evolve

from tradenews.grammar.context import Context
from tradenews.models.actor import Actor
from tradenews.reading.called import is_called, is_worldly
from tradenews.reading.figure_again import counted_again
from tradenews.reading.figure_aid import aid_sides
from tradenews.reading.figure_aside import placed_there, without_asides
from tradenews.reading.figure_backdrop import with_backdrop
from tradenews.reading.figure_both_ways import sold_against
from tradenews.reading.figure_carry import carried_partner, carried_reporter
from tradenews.reading.figure_contracts import pit_of
from tradenews.reading.figure_counted import counts_goods
from tradenews.reading.figure_counterparty import buyer_of, counterparty, opens_with_period, supplier
from tradenews.reading.figure_cues import MIRROR, is_index
from tradenews.reading.figure_customs import UNION, customs_sides
from tradenews.reading.figure_duty import duty_sides, note_duty, taxed_goods
from tradenews.reading.figure_exchange import at_market
from tradenews.reading.figure_heard import homes_of, sides_of
from tradenews.reading.figure_home import home_told
from tradenews.reading.figure_house import owns
from tradenews.reading.figure_inward import inward_sides
from tradenews.reading.figure_lands import name_lands
from tradenews.reading.figure_loan import is_loan, loan_sides
from tradenews.reading.figure_markets_told import as_sold
from tradenews.reading.figure_memory import (
    Memory,
    Pick,
    Reader,
    counts_of_pair,
    first_named,
    heads_partner,
    next_paragraph,
    only_counts,
    remember,
    topic_partner,
    tops_of,
    turn_home,
)
from tradenews.reading.figure_mirror import mirror_view, mirrored
from tradenews.reading.figure_missions import find_mission, of_mission, return_home
from tradenews.reading.figure_names import is_branch
from tradenews.reading.figure_of_all import part_of_all
from tradenews.reading.figure_orders import order_sides
from tradenews.reading.figure_overtaken import overtaken
from tradenews.reading.figure_parted import goes_on_with_all, parts_follow, without_goal
from tradenews.reading.figure_parts import is_split, is_whole
from tradenews.reading.figure_payee import payee_sides
from tradenews.reading.figure_port import at_port, hosted_by, other_port
from tradenews.reading.figure_rivals import RIVAL, of_rival
from tradenews.reading.figure_roles import (
    COUNTED,
    GROUPS,
    OUTSIDE,
    PAIRED,
    WINDOW,
    chunk_of,
)
from tradenews.reading.figure_runner_up import runner_up, without_next
from tradenews.reading.figure_said import explicit
from tradenews.reading.figure_sections import Section, sections_of
from tradenews.reading.figure_share_of import share_of_flow
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_signed import met_sides, of_nations
from tradenews.reading.figure_sites import sited
from tradenews.reading.figure_stock import is_of_shares
from tradenews.reading.figure_strays import hosted_at, without_strays
from tradenews.reading.figure_struck import sold_by_struck
from tradenews.reading.figure_ties import bid_sides, find_winners, goods_of, lead_sides, placed_from
from tradenews.reading.figure_topic import Setting, Topic, find_topic, home_of
from tradenews.reading.figure_trades import tells_of_trade
from tradenews.reading.figure_unnamed import is_theirs, place_meant
from tradenews.reading.figure_voice import with_voices
from tradenews.reading.figure_whole import goes_on_with_total, is_abroad, makes_up, told_whole
from tradenews.reading.metadata import Metadata
from tradenews.reading.sentence import Sentence, number_of
from tradenews.reading.slot import Slot

_SAID = frozenset(("who.subject", "who.own", "who.office", "who.goods", "who.of", "who.topic", "who.from"))
_RECENT = 4  # figures
_ONE = {"EU", "EUROZONE"}  # no partners of each other: the bank or office of one tells of the other
_SPOKEN = ("spoken_in", "spoken_too")  # facts of a language: where it is, and where it is the press's too
_GOES_ON = 2  # sentences in which a contract is still spoken of


def assign_who(
    slots: list[Slot],
    sentences: list[Sentence],
    actors: tuple[Actor, ...],
    context: Context,
    metadata: Metadata,
    hubs: Mapping[str, str],
) -> None:
    """Set ``reporter`` and ``partner`` of every slot's draft; ``hubs`` are the ports that it is about."""
    sides, traders = sides_of(sentences, actors, context, metadata, hubs)
    sides = with_voices(sentences, sides, {actor.id: actor for actor in actors}, context.lexicon, traders)
    sections = sections_of(sentences, context.lexicon)
    home = home_of(metadata, context.lexicon) or context.home
    setting = Setting(
        tuple(" ".join(context.lexicon.facts.get(each, "") for each in _SPOKEN).split()),
        next(iter(hubs.values()), None),
        frozenset(actor.id for actor in actors if is_called(actor, "lenders", context.lexicon)),
    )
    trade = tells_of_trade(sentences, sides, context.lexicon)
    seats = home or home_told(sentences, metadata, setting.spoken, context.lexicon), home
    seen = with_backdrop(sentences, sides, context.lexicon)
    topics = [
        find_topic(sentences[s.first : s.last], seen[s.first : s.last], s.home or seats[s.first > 0], setting)
        for s in sections
    ]
    mission = find_mission(sentences, sides, context.lexicon, home, setting.spoken, topics[0])
    topics[0] = evolve(of_mission(topics[0], mission), trade=trade)
    name_lands(sentences, sides, home, context.lexicon)
    blocks = [sentence.block for sentence in sentences]
    reader = Reader(
        topics[0],
        sides,
        {each: side.nature for found in sides for side in found for each in side.ids},
        homes_of(sentences, sides, actors),
        blocks=blocks,
        tops=tops_of(blocks),
        named=first_named(sides),
        winners=find_winners(sentences, sides, context.lexicon),
        lexicon=context.lexicon,
        chains=[sentence.chain for sentence in sentences],
        spoken=setting.spoken,
        traders=frozenset(traders),
        banks=setting.lenders,
        worldly=frozenset(each.id for each in actors if is_worldly(each, context.lexicon)),
        hub=setting.hub,
        home=home,
        mission=mission,
        pit=pit_of(sentences, context.lexicon.lines["directions"]),
        branches=frozenset(actor.id for actor in actors if is_branch(actor, context.lexicon)),
    )
    _read_slots(slots, sentences, sections, topics, reader)


def _read_slots(
    slots: Sequence[Slot],
    sentences: Sequence[Sentence],
    sections: Sequence[Section],
    topics: Sequence[Topic],
    reader: Reader,
) -> None:
    """Read the sentences with figures in their order, part by part of the text."""
    sides, topic = reader.sides, topics[0]
    statistical = topic.trade or 2 * sum(slot.kind in COUNTED for slot in slots) >= len(slots)
    at = part = 0
    while at < len(slots):
        number = slots[at].sentence.number
        while number >= sections[part].last and part + 1 < len(sections):
            part += 1
            reader.memory = Memory()
            reader.loan, reader.deal, reader.host = (None, None), {}, None
        at_hand = number_of(sentences, slots[at].sentence, number)
        abroad = any(side.nature == "state" and not side.vague for side in sides[at_hand])
        reader.topic = topics[part].at(number) if abroad else topics[part]
        reader.statistical = statistical and not reader.topic.corporate
        end = next((i for i in range(at, len(slots)) if slots[i].sentence.number != number), len(slots))
        _read_sentence(slots[at:end], reader, at_hand)
        at = end


def _read_sentence(slots: Sequence[Slot], reader: Reader, number: int) -> None:
    _weigh_sentence(slots, reader, number)
    for slot, share in pairwise(slots):
        part_of_all(slot, share, reader)
        if makes_up(slot, share):
            _as_of(slot, share)
        for whole, part in ((slot, share), (share, slot)):
            if is_whole(whole, part) and whole.draft.get("reporter") == part.draft.get("reporter"):
                whole.draft.set("partner", None, "who.whole")


def _weigh_sentence(slots: Sequence[Slot], reader: Reader, number: int) -> None:
    sentence, memory = slots[0].sentence, reader.memory
    sides = reader.sides[number] if number >= 0 else []
    links = [side.link for side in sides]
    if memory.block is not sentence.block:
        reader.memory = memory = next_paragraph(reader, sentence.block)
    remember(reader, number)
    turn_home(slots[0], reader)
    reader.told.add(number)
    reader.number = number
    before: list[tuple[str | None, str | None]] = []
    reader.listed.clear()
    for slot in slots:
        within = sides[bisect_left(links, slot.link - WINDOW) : bisect_right(links, slot.link + WINDOW)]
        near = placed_there(slot, without_asides(slot, within, reader.lexicon), reader.lexicon)
        near = at_port(slot, without_next(slot, near), reader)
        reporter, partner = _two_of(slot, near, sides, before, reader)
        slot.draft.set("reporter", reporter.id, reporter.rule, reporter.span)
        slot.draft.set("partner", partner.id, partner.rule, partner.span)
        if reporter.rule not in ("who.aside", UNION):
            before.append((reporter.id, partner.id))
        reader.done[slot] = (reporter.id, partner.id)
        reader.listed.add(partner.id)
        _take_note(slot, reporter, partner, reader)
        if slot.kind in MIRROR and reporter.id == reader.topic.country:
            memory.flow = slot.kind
    for slot in slots:
        _share_deal(slot, reader)
    if not before or (memory.partner and all(only_counts(slot, reader) for slot in slots)):
        return  # only asides: the text goes on with what it spoke of
    if all(counts_of_pair(slot, reader) for slot in slots):
        return
    if memory.kind in OUTSIDE and all(slot.kind == "tariff" for slot in slots):
        return  # the duties of others, told between figures of trade
    if slots[0].draft.reasons["reporter"].rule == RIVAL:
        return
    whole = [reader.done[slot] for slot in slots if slot.form != "share"]
    partners = {partner for _, partner in whole or before}
    goods = slots[-1].kind == "price" and slots[-1].draft.reasons["partner"].rule == "who.goods"
    memory.partner = partners.pop() if len(partners) == 1 and not goods else None
    told = {reporter for reporter, _ in before if reporter is not None}
    listed = len(told) > 1 and reader.statistical and reader.topic.country is not None
    memory.reporter = reader.topic.country if listed else before[-1][0]
    if reader.statistical and reader.natures.get(memory.reporter or "") == "body":
        memory.reporter = reader.topic.country  # an association tells of its members, then of all again
    if listed and memory.partner == memory.reporter:
        memory.partner = None  # several bought of it
    if memory.partner is None and before[-1][1] == reader.topic.country and before[-1][1] is not None:
        memory.reporter = before[-1][1]  # "..., of which Italy took 5 percent": of the flow of its country
    if any(slot.draft.reasons["partner"].rule == "who.pair" for slot in slots):
        memory.pair = frozenset(before[-1])
    memory.kind = slots[-1].kind
    return_home(reader)


def _two_of(
    slot: Slot,
    near: Sequence[Side],
    sides: Sequence[Side],
    before: Sequence[tuple[str | None, str | None]],
    reader: Reader,
) -> tuple[Pick, Pick]:
    """Reporter and partner of one amount, as the whole text has them."""
    picks = customs_sides(slot, near, _who(slot, near, reader, before), reader)
    reporter, partner = as_sold(slot, mirror_view(slot, near, *picks, reader), reader)
    picks = inward_sides(slot, near, (reporter, partner), reader)
    reporter, partner = of_nations(slot, met_sides(slot, sides, picks, reader), reader)
    reporter, partner = of_rival(slot, reporter, partner, reader)
    if partner.id is not None and (partner.id == reporter.id or {partner.id, reporter.id} == _ONE):
        partner = Pick(None, "who.same")
    partner = sited(slot, reporter, hosted_by(slot, reporter, partner, reader), reader)
    picks = runner_up(slot, sides, (reporter, partner), reader)
    return share_of_flow(slot, sides, picks, reader)


def _take_note(slot: Slot, reporter: Pick, partner: Pick, reader: Reader) -> None:
    """Remember the sides of the last deal, loan and duty."""
    if _is_dealt(slot, reporter, partner, reader) and None not in (reporter.id, partner.id):
        reader.deal, reader.dealt = {reporter.id: partner.id, partner.id: reporter.id}, reader.number
    if slot.kind == "finance" and (
        partner.id in reader.banks or partner.rule == "who.giver" or (partner.id and is_loan(slot))
    ):
        reader.loan, reader.lent = (reporter.id, partner.id), reader.number
    rate = slot.quantity.amount.dimension == "ratio" or slot.quantity.amount.per not in (None, "year")
    if slot.kind == "tariff" and reporter.id is not None and rate:
        note_duty(reporter.id, partner.id, reader)


def _is_dealt(slot: Slot, reporter: Pick, partner: Pick, reader: Reader) -> bool:
    """Is an amount one of a contract: its money, goods that two agree on, what a company sold?"""
    sold = slot.kind == "count" and partner.rule == "who.to"
    sold = sold and reader.natures.get(reporter.id or "") == "firm"
    joint = slot.kind == "sales" and reporter.rule == "who.joint"
    return slot.kind == "deal_value" or sold or joint


def _as_of(slot: Slot, share: Slot) -> None:
    """Give an amount the two sides of the share that it makes up."""
    for field in ("reporter", "partner"):
        slot.draft.set(field, share.draft.get(field), share.draft.reasons[field].rule)


def _share_deal(slot: Slot, reader: Reader) -> None:
    """Give the goods that a contract counts the two sides of the contract."""
    reporter, partner = reader.done[slot]
    if slot.kind != "count" or partner is not None or reader.number - reader.dealt > _GOES_ON:
        return
    if reader.lexicon is None or not counts_goods(slot, reader.lexicon):
        return
    here = [s for s in reader.sides[reader.number] if slot.first <= s.link < slot.last and not s.vague]
    other = any(side.nature == "firm" and (side.id not in reader.deal or owns(slot, side)) for side in here)
    first = next(iter(reader.deal)) if reporter is None else reporter
    if first in reader.deal and not other:
        reader.done[slot] = (first, reader.deal[first])
        slot.draft.set("reporter", first, "who.deal")
        slot.draft.set("partner", reader.deal[first], "who.deal")


def _is_buyer(slot: Slot, partner: Pick, reader: Reader) -> bool:
    """Are "imports of oil of the EU" its own: was it told to buy just before, and to sell never?"""
    if slot.kind != "imports" or partner.rule != "who.goods":
        return False
    last = list(islice(reversed(reader.done.values()), _RECENT))
    return any(one == partner.id for one, _ in last) and all(other != partner.id for _, other in last)


def _is_total(slot: Slot, reporter: Pick, reader: Reader) -> bool:
    """Is it a whole flow, not that with the other one of the two countries that the article is about?"""
    total = slot.kind in MIRROR and reporter.rule in _SAID and not reader.topic.agreement
    total = total or goes_on_with_total(slot, reporter, reader)
    if is_abroad(slot, reader) or parts_follow(slot, reporter, reader):
        return True
    if goes_on_with_all(slot, reporter, reader):
        return True
    return total and not (reader.topic.about or heads_partner(reporter, reader))


def _was_won(slot: Slot, reporter: Pick, reader: Reader) -> bool:
    """Is it what an order is worth that a sentence before said a company won?"""
    ordered = slot.kind == "deal_value" and slot.form == "level" and not opens_with_period(slot, reader)
    return ordered and reader.winners.get(reporter.id or "", reader.number) < reader.number


def _who(
    slot: Slot, sides: Sequence[Side], reader: Reader, before: Sequence[tuple[str | None, str | None]]
) -> tuple[Pick, Pick]:
    """Reporter and partner of one slot."""
    group = "inner" if is_index(slot) else GROUPS.get(slot.kind, "deal")
    if slot.draft.reasons["kind"].rule == "kind.hit":
        group = "tariff"  # who taxes the goods imports them
    chunk = chunk_of(slot)
    bid = bid_sides(slot, sides) or aid_sides(slot, sides, reader) or other_port(slot, sides, reader)
    if bid is not None:
        return bid
    ordered = payee_sides(slot, sides, reader) or order_sides(slot, sides, reader)
    ordered = ordered or sold_against(slot, sides, reader) or overtaken(slot, sides, reader)
    if (ordered := ordered or taxed_goods(slot, sides, reader)) is not None:
        return ordered
    told = told_whole(slot, sides, group, reader, before)
    if told is not None and told[0].id is None and told[0].rule == "who.contractor":
        summed = opens_with_period(slot, reader)  # "Last year it took orders worth 5 million"
        return (told[1], Pick(None, "who.none")) if summed else (buyer_of(told[1], reader), told[1])
    if told is not None:
        return told
    picks = counted_again(slot, reader, *explicit(slot, sides, group, chunk, reader))
    reporter, partner = sold_by_struck(slot, sides, reader, *without_goal(slot, *picks))
    if reporter is None and partner is not None and _is_buyer(slot, partner, reader):
        reporter, partner = partner, None
    quoted = slot.kind == "price" or (slot.kind == "other" and slot.quantity.amount.dimension == "mass")
    if quoted and (nobodys := at_market(slot, reporter, partner, reader)) is not None:
        return nobodys
    if slot.kind == "finance" and slot.form != "growth":
        reporter, partner = loan_sides(slot, sides, reporter, partner, reader)
    shares = is_of_shares(slot)
    if shares:
        reporter, partner = reporter or partner, Pick(None, "who.shares")
    there = place_meant(slot, sides, group, reader, reporter) if partner is None else None
    if there is not None and is_theirs(slot, group, there, reader, reporter):
        reporter = there  # "there it pays 15 percent"
    elif there is not None:
        partner, reporter = there, None if reporter and reporter.id == there.id else reporter
    if group == "tariff":
        if reporter is None and partner is None and not sides:
            reporter, partner = lead_sides(slot, reader)
        reporter, partner = duty_sides(slot, sides, reporter, partner, reader)
    if partner is None:
        partner = carried_partner(slot, sides, group, chunk, reader, before, reporter)
    if reporter is None:
        reporter = carried_reporter(slot, sides, group, partner, reader, before)
    if partner.id is None and partner.rule == "who.none":
        partner = mirrored(slot, sides, reporter, reader) or partner
    faces = group in PAIRED and partner.id is None and partner.rule == "who.none"
    if faces and not _is_total(slot, reporter, reader) and not is_split(slot, sides):
        partner = topic_partner(reporter, reader) or partner
    if partner.id is None and reporter.id is not None and not shares:
        reporter, partner = counterparty(slot, group, reporter, partner, reader)
    partner = supplier(slot, reporter, partner, reader)
    if partner.id is None and _was_won(slot, reporter, reader):
        reporter, partner = Pick(None, "who.contractor"), reporter
    reporter, partner = placed_from(slot, sides, reporter, partner, reader)
    if partner.id is None:
        partner = goods_of(slot, sides, reporter) or partner
    return hosted_at(slot, group, *without_strays(slot, reporter, partner, reader), reader)
