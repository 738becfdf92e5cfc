"""What a sentence leaves out of whose figure it is: the sentence so far, the one before, the article."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.reading.figure_between import goes_on_between
from tradenews.reading.figure_chief import tells_abroad, tells_rest
from tradenews.reading.figure_counted import counts_jobs, counts_talks
from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_exchange import priced, quoted_at
from tradenews.reading.figure_house import selling_house
from tradenews.reading.figure_leading import goes_back, leads
from tradenews.reading.figure_listing import names_others
from tradenews.reading.figure_members import told_by_member
from tradenews.reading.figure_memory import Pick, Reader, faced, place_of
from tradenews.reading.figure_mirror import was_mirrored
from tradenews.reading.figure_official import told_officially
from tradenews.reading.figure_opened import opened_with
from tradenews.reading.figure_press import buyer_of_press, press_of
from tradenews.reading.figure_roles import DEALS, OUTSIDE, names_end
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_stock import is_of_shares
from tradenews.reading.figure_summing import is_sum, sums_of_partner
from tradenews.reading.figure_theirs import goes_on_with
from tradenews.reading.figure_unnamed import (
    country_meant,
    is_flow_of_world,
    is_other_matter,
    is_part_of_world,
    is_worldwide,
    leaves_firm,
    port_meant,
)
from tradenews.reading.slot import Slot

_RESULTS = frozenset(("sales", "finance"))  # what a company earns of all others
_OPENS = 4  # links within which the subject of a sentence stands
_FLOWING = frozenset(("exports", "imports", "balance", "trade"))
_INNER = frozenset(("production", "consumption", "other"))
_OF_FIRMS = frozenset(("sales", "finance", "investment", "deal_value", "production", "count", "other"))
_OPENING = 3  # links in which a sentence opens with a period
_ASIDE = frozenset(("say", "chief", "to", "in", "from", "with", "on"))  # no new reporter is named so


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
    memory = reader.memory
    if group in OUTSIDE and (all_ends := _of_all(slot, chunk, reader, alone=not before)) is not None:
        return all_ends
    for side in sides:
        one = reporter.id if reporter is not None and reporter.id in side.ids else reader.topic.country
        if len(side.ids) == 2 and one in side.ids and group in OUTSIDE:
            return Pick(next(each for each in side.ids if each != one), "who.pair", place_of(slot, side))
    if group == "count" and _counts_alone(slot, sides, reader):
        return Pick(None, "who.none")
    if slot.kind == "price" and not before and quoted_at(slot, reader.lexicon):
        return Pick(None, "who.exchange")
    if before:
        return _kept(slot, group, reader, before, reporter)
    others = any(
        side.via not in ("say", "office") and side.id != reader.topic.country
        for side in sides
        if not side.vague
    )
    named = names_others(slot, sides, memory.partner)
    future = slot.draft.get("modality") in ("forecast", "target") and slot.kind != "deal_value"
    own = slot.kind in ("sales", "finance") or (group in DEALS and slot.form != "level")
    own = own or (slot.kind == "investment" and memory.kind in MIRROR)
    own = own or is_other_matter(slot, memory.kind) or _is_of_other_goods(slot, reader)
    own = own or _begins_anew(slot, reader) or _is_own_total(slot, sides)
    named = named and not goes_on_between(sides, reader)
    if memory.partner and not named and not was_mirrored(slot, sides, reader) and not future and not own:
        turned = reporter is not None and reporter.id == memory.partner
        return Pick(memory.reporter if turned else memory.partner, "who.carried")
    if (back := _reversed(slot, reporter, reader)) is not None:
        return back
    if leads(slot, sides, group, reader, reporter, others=others):
        return Pick(memory.lead, "who.lead")
    return Pick(None, "who.none")


def _of_all(slot: Slot, chunk: tuple[int, int], reader: Reader, *, alone: bool) -> Pick | None:
    """No partner where an amount is of all, or of all others: "Overall, exports rose", "65 outside it"."""
    lexicon = reader.lexicon
    if tells_rest(slot, lexicon) or tells_abroad(slot, lexicon) or is_sum(slot, lexicon):
        return Pick(None, "who.all")
    tags, (first, last) = slot.sentence.chain.tags, chunk
    if tags[max(first - 2, 0) : first] == "ψ‹":
        first -= 2  # "exports to Asia (5 percent)"
    sums = "Ω" in tags[:_OPENS] and slot.kind_cue is not None and slot.kind in _FLOWING
    opens = sums and alone  # "Overall, exports rose", "In all, it shipped 5 tonnes"
    wide = set(tags[first:last]) & set("ψΩ")
    if wide == {"Ω"} and not opens and sums_of_partner(slot, reader):
        return Pick(reader.memory.partner, "who.carried")
    return Pick(None, "who.all") if opens or wide else None


def _reversed(slot: Slot, reporter: Pick | None, reader: Reader) -> Pick | None:
    """The other one of the two whose flow was told, where it goes back: "conversely, it bought 5"."""
    memory = reader.memory
    two = {memory.reporter, memory.partner}
    if slot.kind not in MIRROR or "reverse" not in slot.sentence.chain.values or None in two:
        return None
    own = reporter.id if reporter is not None else memory.reporter
    return Pick(next(iter(two - {own})), "who.reverse") if own in two and len(two) > 1 else None


def _counts_alone(slot: Slot, sides: Sequence[Side], reader: Reader) -> bool:
    """Has a count nothing to do with the partner of the flows before: jobs, "nationwide 5 companies"?"""
    if not reader.statistical or (slot.leader is None and _jobs(slot, reader)):
        return True
    if reader.hub is not None and not slot.flow:
        return True  # who works at a port
    return any(side.vague and side.nature == "state" and side.via == "" for side in sides)


def _company(slot: Slot, sides: Sequence[Side], group: str, partner: Pick, reader: Reader) -> Pick | None:
    """The company of the sentence before, of the whole text or of the paragraph; None for other figures."""
    topic, memory = reader.topic, reader.memory
    if topic.nameless and slot.kind in _OF_FIRMS and not reader.statistical:
        return Pick(None, "who.nameless")
    if memory.subject not in (None, partner.id) and not reader.statistical and _is_theirs(slot, reader):
        return Pick(memory.subject, "who.carried")
    house = topic.house if reader.natures.get(topic.house or "") == "firm" else None
    if (
        house not in (None, partner.id)
        and not reader.statistical
        and _is_of_house(slot, sides, group, reader)
    ):
        other = opened_with(house, reader)
        return Pick(other, "who.carried") if other not in (None, partner.id) else Pick(house, "who.topic")
    if group in DEALS and memory.firm and memory.firm != partner.id:
        return Pick(memory.firm, "who.carried")
    return None


def _is_theirs(slot: Slot, reader: Reader) -> bool:
    """Is an amount one of those that the sentence before spoke of: "Its sales reached 5 million"?"""
    chain = slot.sentence.chain
    cue = slot.kind_cue
    if goes_on_with(chain, slot.sentence.head, reader.lexicon):
        return True
    return cue is not None and cue < _OPENS and chain.tags[:1] == "_" and chain.tags[cue] == "K"


def _is_of_other_goods(slot: Slot, reader: Reader) -> bool:
    """Does a sentence open with a flow of goods of its own: "Tea exports, meanwhile, rose"?"""
    chain, last = slot.sentence.chain, next(reversed(reader.done), None)
    if slot.kind_cue is None or slot.kind_cue > _OPENS or chain.tags[slot.kind_cue] != "K" or last is None:
        return False
    if reader.memory.partner is not None and reader.memory.partner == reader.topic.partner:
        return False  # the text is about two countries
    product, before = slot.draft.get("product"), last.draft.get("product")
    return slot.draft.reasons["product"].rule == "product.word" and product != before if product else False


def _counted(slot: Slot, sides: Sequence[Side], partner: Pick, reader: Reader) -> Pick:
    """Who has what is counted: the company spoken of; without one, the port or the country of the text.

    Agreements and meetings are those of who signs and meets, people from elsewhere are nobody's.
    """
    if reader.memory.firm:
        return Pick(reader.memory.firm, "who.carried")
    owner = reader.hub if reader.hub not in (None, partner.id) else reader.topic.country
    foreign = any(s.nature == "state" and s.via == "from" and s.id != owner for s in sides)
    if foreign or (reader.lexicon is not None and counts_talks(slot, reader.lexicon)):
        return Pick(None, "who.none")
    return Pick(owner, "who.topic") if owner not in (None, partner.id) else Pick(None, "who.none")


def _begins_anew(slot: Slot, reader: Reader) -> bool:
    """Does a sentence tell of the whole flow again, after one with a partner: "In June, exports rose"?

    It names the flow itself: the same as before, or, where it opens with a period of its own, any.
    """
    memory, pair = reader.memory, (reader.topic.partner, reader.topic.country)
    if memory.partner in (*pair, *memory.pair) or not _names_flow(slot):
        return False
    same = slot.kind == memory.kind and slot.kind in MIRROR
    return _opens_anew(slot) or (same and not _is_other_measure(slot, reader))


def _kept(
    slot: Slot,
    group: str,
    reader: Reader,
    before: Sequence[tuple[str | None, str | None]],
    reporter: Pick | None,
) -> Pick:
    """The partner of the amount before in the sentence, where this one tells of the same matter."""
    parted = group in DEALS and reporter is not None and reporter.id != before[-1][0]
    kind = next(reversed(reader.done)).kind
    parted = parted or is_other_matter(slot, kind) or (slot.kind in _RESULTS and kind != slot.kind)
    kept = before[-1][1] if not parted else None
    total = group in OUTSIDE and (reporter is None or reporter.id == before[-1][0])
    if reporter is not None and kept == reporter.id and group in OUTSIDE:
        kept = before[-1][0]  # the other way round
    return Pick(kept, "who.sentence" if kept or total else "who.none")


def _is_own_total(slot: Slot, sides: Sequence[Side]) -> bool:
    """Is a flow all of "the company", or "the country": "The company's imports came to 4 million"?"""
    ties = {"firm": ("", "own", "of", "trait"), "state": ("own",)}
    return _names_flow(slot) and any(
        side.vague and side.link < slot.link and side.via in ties.get(side.nature, ()) for side in sides
    )


def _is_other_measure(slot: Slot, reader: Reader) -> bool:
    """Is the flow told of before measured another way: its money, then "by volume, exports were 30 t"?"""
    last = next(reversed(reader.done), None)
    units = {each.quantity.amount.dimension for each in (slot, last) if each is not None}
    return len(units) > 1 and "money" in units and "ratio" not in units


def _names_flow(slot: Slot) -> bool:
    """Does a noun before the amount name the flow that it is of?"""
    cue = slot.kind_cue
    noun = cue is not None and cue < slot.link and slot.sentence.chain.tags[cue] == "K"
    return noun and slot.kind in _FLOWING


def _opens_anew(slot: Slot) -> bool:
    """Does a sentence open with a period of its own, and name the flow: "In December, exports rose"?"""
    opens = slot.sentence.chain.first_of("θ", 0, min(_OPENING, slot.kind_cue or 0))
    return opens >= 0 and _names_flow(slot)


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
    if group == "inner" and is_worldwide(slot, reader) and not is_part_of_world(slot):
        return Pick(None, "who.world")
    if slot.kind in _FLOWING and slot.kind_cue is not None and is_flow_of_world(slot, slot.kind_cue, reader):
        return Pick(None, "who.world")
    body = slot.kind in MIRROR and reader.natures.get((before[-1][0] if before else None) or "") == "body"
    if before and not body and before[-1][0] != partner.id and (before[-1][0] or slot.kind in MIRROR):
        return Pick(before[-1][0], "who.sentence")
    meant = country_meant(slot, sides, partner, reader) or port_meant(slot, partner, reader)
    if meant is not None:
        return meant  # "the country exports ..."
    if (facing := faced(slot, partner, reader) or told_by_member(slot, partner, reader)) is not None:
        return facing
    if (going := _goes_on(slot, sides, partner, reader)) is not None:
        return going
    inner = group == "inner" or slot.quantity.amount.dimension == "area"
    if (lead := _led_by(slot, group, partner, reader, inner=inner)) is not None:
        return lead
    if is_of_shares(slot) and (owner := _listed(reader, before)) is not None:
        return Pick(owner, "who.shares")
    told = slot.kind == "price" and group != "inner"
    if told and (reader.statistical or not topic.corporate or not memory.firm):
        return priced(slot, sides, reader, before)
    firm = told_officially(slot, sides, partner, reader) or _company(slot, sides, group, partner, reader)
    if firm is not None:
        return firm
    if slot.kind == "count" and not reader.statistical:
        return _counted(slot, sides, partner, reader)
    named = any(side.via not in _ASIDE for side in sides)
    named = named or (group == "tariff" and reader.natures.get(memory.reporter or "") == "firm")
    if _opens_anew(slot) and topic.country not in (None, partner.id) and reader.statistical:
        return Pick(topic.country, "who.topic")
    if not named and leaves_firm(slot, partner, reader):
        return Pick(topic.country, "who.topic")
    if memory.reporter not in (None, partner.id) and not named and not was_mirrored(slot, sides, reader):
        return Pick(memory.reporter, "who.carried")
    abroad = "ψ" in slot.clause
    if (
        slot.kind == "imports"
        and topic.country in topic.sources
        and memory.reporter != topic.country
        and not abroad
    ):
        return Pick(memory.reporter or buyer_of_press(reader, partner.id), "who.carried")
    if group == "tariff" and topic.country in topic.sources and topic.imposer not in (None, partner.id):
        return Pick(topic.imposer, "who.topic")
    if topic.country != partner.id:
        return Pick(topic.country, "who.topic")
    return _opposite(slot, sides, group, partner, reader)


def _led_by(slot: Slot, group: str, partner: Pick, reader: Reader, *, inner: bool) -> Pick | None:
    """The country that the sentence before is about; not of all that the article's own sells or buys."""
    memory = reader.memory
    acts = group in OUTSIDE and memory.lead != partner.id and memory.acts and not goes_back(slot, reader)
    acts = acts and (reader.topic.country is None or not is_sum(slot, reader.lexicon))
    return Pick(memory.lead, "who.lead") if memory.lead and (inner or acts) else None


def _opposite(slot: Slot, sides: Sequence[Side], group: str, partner: Pick, reader: Reader) -> Pick:
    """Whose figure it is where the article's own country is the partner: who else is named or spoken of."""
    topic, memory = reader.topic, reader.memory
    if (other := _other_named(slot, sides, partner)) is not None:
        return other
    turned = group in OUTSIDE and not (memory.reporter is None and memory.kind == slot.kind)
    for each in (memory.reporter, memory.partner if turned else None):
        if each not in (None, partner.id):
            return Pick(each, "who.carried")
    facing = topic.partner if group in OUTSIDE and topic.partner != partner.id else None
    if facing is None and (group in OUTSIDE or group == "tariff"):
        facing = press_of(reader, partner.id)
    return Pick(facing, "who.topic" if facing else "who.none")


def _listed(reader: Reader, before: Sequence[tuple[str | None, str | None]]) -> str | None:
    """The company whose shares are told of: the one spoken of, else that of the text."""
    topic, memory = reader.topic, reader.memory
    spoken = (before[-1][0] if before else None, memory.subject, memory.reporter, topic.house, memory.firm)
    firms = (id for id in (*spoken, topic.firm) if id and reader.natures.get(id) == "firm")
    return next(firms, None)


def _other_named(slot: Slot, sides: Sequence[Side], partner: Pick) -> Pick | None:
    """Another country of the sentence than the partner."""
    for side in sides:
        stands = side.nature == "state" and not side.vague and side.via != "behind"
        listed = partner.side is not None and side.via == partner.side.via and side.via in ("to", "from")
        if listed:
            continue  # "400 from Germany and 300 from Mexico"
        if stands and len(side.ids) == 1 and side.id != partner.id:
            several = any(s.run == side.run and s.id not in (side.id, partner.id) for s in sides)
            return Pick(None if several else side.id, "who.other", place_of(slot, side), side=side)
    return None


def _is_of_house(slot: Slot, sides: Sequence[Side], group: str, reader: Reader) -> bool:
    """Is a figure without a reporter one that the company has of which the text is about?"""
    if slot.kind == "production":
        return reader.topic.house not in reader.traders
    hosted = any(_is_host(side) and side.link < slot.link for side in sides)
    return (
        group in DEALS
        or group == "investment"
        or (slot.kind in MIRROR and reader.topic.corporate and not hosted)
    )


def _goes_on(slot: Slot, sides: Sequence[Side], partner: Pick, reader: Reader) -> Pick | None:
    """Whose flow it is where the sentence names only another end of the flow spoken of before."""
    if slot.kind not in MIRROR or partner.side is None or was_mirrored(slot, sides, reader):
        return None
    leader = slot.leader
    told = leader in reader.done and leader.sentence.block is slot.sentence.block
    before, other = reader.done[leader] if leader is not None and told else (None, None)
    if leader is not None and other is not None and other == reader.topic.country:
        buyers = {who[0] for each, who in reader.done.items() if each.sentence is leader.sentence}
        if leader.sentence is not slot.sentence and len(buyers) > 1:
            return None  # several bought of it, as the sentence before told
    if before is None and names_end(slot):
        before = selling_house(reader) or reader.memory.reporter
    return Pick(before, "who.carried") if before not in (None, partner.id) else None


def _is_host(side: Side) -> bool:
    """Does a country act in the sentence, rather than that goods go there or come from there?"""
    return side.nature == "state" and not side.vague and side.via not in ("to", "from", "in", "with")


def _jobs(slot: Slot, reader: Reader) -> bool:
    """Are jobs or visitors counted, which some country has?"""
    return counts_jobs(slot, reader.lexicon, firm=bool(reader.topic.house))
