"""Both sides of an amount where one thing tells them: an aside, the amount before, a pair, an order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.reading.figure_abroad import firms_abroad
from tradenews.reading.figure_again import owner_again
from tradenews.reading.figure_aside import told_there
from tradenews.reading.figure_chief import tells_rest
from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_duty import goes_on
from tradenews.reading.figure_guests import visitors
from tradenews.reading.figure_house import of_house, selling_house
from tradenews.reading.figure_memory import (
    Pick,
    Reader,
    contrasted,
    place_of,
    topic_partner,
)
from tradenews.reading.figure_outlet import market_of, sold_there
from tradenews.reading.figure_ranks import list_member
from tradenews.reading.figure_roles import (
    OUTSIDE,
    WINDOW,
    chunk_of,
    owns_other,
)
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_supply import supplied
from tradenews.reading.figure_ties import (
    contractor,
    counted_nation,
    jointly,
    told_aside,
    trading_pair,
)
from tradenews.reading.figure_unnamed import of_world, told_by_world
from tradenews.reading.figure_whither import opened_in, taxed_where, where_sold
from tradenews.reading.slot import Slot

_AGAIN = regex("[¬&]?[Nθnl_ΩuαGmWz=',]{1,8}V?[l_b]{0,2}Q[lVθ]{0,3}[s,;].*")  # "2018 waren es noch 4"
_OUTER = frozenset(("trade", "exports", "imports", "balance"))
_TIMES = frozenset("nNθ_α¬&,")
_UNTOLD = frozenset(("kind.paragraph", "kind.carried", "default"))
_BACK = 8  # amounts back to the one of all foreign trade
_WITH_IT = "uy"
_ACTING = frozenset(("who.subject", "who.mirror"))
_BESIDE = 8  # links between an amount and the share that it makes up
_OWNERS = (frozenset(("own", "goods")), frozenset(("say", "office")))


def is_abroad(slot: Slot, reader: Reader) -> bool:
    """Is it trade with all other countries by its noun, or a flow told behind it: "foreign trade was 9"?

    "Of this, exports were 5, imports 4": the rest of the paragraph goes on so while no other end is told.
    """
    nouns = tuple(reader.lexicon.lines["name_words"].get("foreign_trade", ()) if reader.lexicon else ())
    if not nouns or slot.kind not in _OUTER:
        return False
    for each in (slot, *islice(reversed(reader.done), _BACK)):
        if each is not slot and (each.sentence.block is not slot.sentence.block or reader.done[each][1]):
            return False
        cue = each.kind_cue
        if cue is not None and fold(each.sentence.chain.words(cue)).startswith(nouns):
            return True
    return False


def goes_on_with_total(slot: Slot, reporter: Pick, reader: Reader) -> bool:
    """Does a paragraph go on with a whole flow told just before: "Exports were 5. That is 3 percent less"?"""
    last = next(reversed(reader.done), None)
    if (
        last is None
        or last.sentence.block is not slot.sentence.block
        or last.kind not in (slot.kind, "trade")
    ):
        return False
    return slot.kind in MIRROR and reporter.rule == "who.carried" and reader.done[last] == (reporter.id, None)


def makes_up(slot: Slot, share: Slot) -> bool:
    """Is an amount what makes up the share behind it: "with 5 tonnes, Peru took 60 percent of exports"?"""
    tags = slot.sentence.chain.tags
    if share.form != "share" or slot.form != "level" or slot.kind != share.kind:
        return False
    led = tags[max(slot.link - 2, 0) : slot.link].rstrip("b")[-1:] in tuple(_WITH_IT)
    between = tags[slot.link + 1 : share.link].removeprefix(",")
    return led and 0 < len(between) <= _BESIDE and not set(between) & set("Q,;:&s")


def told_whole(
    slot: Slot,
    sides: Sequence[Side],
    group: str,
    reader: Reader,
    before: Sequence[tuple[str | None, str | None]],
) -> tuple[Pick, Pick] | None:
    """Both sides where one thing tells them: an aside, the amount before, a pair, an order; else None."""
    if (ends := _at_end(slot, sides, reader) or owner_again(slot, sides, reader)) is not None:
        return ends
    if (guests := visitors(slot, sides, reader)) is not None:
        return guests
    if (firms := firms_abroad(slot, sides, reader) or sold_there(slot, sides)) is not None:
        return firms
    if (own := of_house(slot, sides, group, reader)) is not None:
        return own
    for rule in (where_sold, opened_in, taxed_where):
        if (where := rule(slot, sides, reader)) is not None:
            return where
    aside = told_aside(slot, sides, reader.lexicon)
    lent = aside is not None and slot.kind == "finance" and aside.id in reader.banks
    if aside is not None and group not in OUTSIDE and not lent:
        return Pick(aside.id, "who.aside", place_of(slot, aside)), market_of(slot, sides)
    there = told_there(slot, sides, reader.lexicon) if group in ("inner", "price", "count") else None
    if there is not None:
        return Pick(there.id, "who.there", place_of(slot, there)), Pick(None, "who.none")
    led = _led(slot, sides, reader)
    if led is not None:
        return led
    if group == "tariff" and (listed := goes_on(slot, sides, reader)) is not None and slot.rank is None:
        return listed
    if before and (both := _both_ways(slot, sides, reader) or _joined(slot, reader)) is not None:
        return both
    if slot.rank and before and (paired := _paired(slot, reader)) is not None:
        return paired
    world = (group == "inner" or slot.kind == "other") and of_world(slot, sides, reader)
    if world or told_by_world(slot, sides, reader):
        return Pick(None, "who.world"), Pick(None, "who.none")
    nation = counted_nation(slot, reader) if group == "count" else None
    facing = topic_partner(nation, reader) if nation is not None else None
    corporate = reader.topic.house is not None or reader.topic.corporate
    if nation is not None and corporate and not (facing and reader.topic.about):
        return Pick(None, "who.counted"), Pick(None, "who.counted")  # customers of a company
    if nation is not None:
        return nation, facing or Pick(None, "who.none")
    if group == "trade" and slot.sentence.chain.tags[slot.link + 1 : slot.link + 2] == "D":
        return Pick(None, "who.treaty"), Pick(None, "who.treaty")  # the size of an agreement is nobody's
    if (order := supplied(slot, sides, reader)) is not None:
        return order
    pair = trading_pair(slot, sides, group, reader.topic)
    if pair is None and slot.kind == "trade" and not before:
        pair = _pair_before(sides, reader)
    return pair or contractor(slot, sides, group, reader.lexicon) or jointly(slot, sides, group)


def _both_ways(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """The two of the flow before, which goes on the other way: "Kenya bought 5 from India and sold it 3"."""
    last, cue, tags = next(reversed(reader.done)), slot.kind_cue, slot.sentence.chain.tags
    if slot.kind not in MIRROR or MIRROR[slot.kind] != last.kind or cue is None or tags[cue] != "J":
        return None
    joined = tags.rfind("&", last.link, cue)
    if (
        joined < 0
        or None in reader.done[last]
        or any(joined < s.link < slot.last for s in sides if not s.vague)
    ):
        return None
    reporter, partner = reader.done[last]
    return Pick(reporter, "who.sentence", last.span), Pick(partner, "who.sentence", last.span)


def _joined(slot: Slot, reader: Reader) -> tuple[Pick, Pick] | None:
    """The two of the amount right before, whose subject is the partner: "Peru came second, with 5 tonnes and
    sales of 3 million"."""
    last, tags = next(reversed(reader.done)), slot.sentence.chain.tags
    if last.sentence is not slot.sentence or slot.kind != last.kind or slot.kind not in MIRROR:
        return None
    between, (reporter, partner) = tags[last.link + 1 : slot.link], reader.done[last]
    told = last.draft.reasons["partner"].rule in _ACTING and None not in (reporter, partner)
    other = slot.quantity.amount.unit != last.quantity.amount.unit  # no list: "bought 3 and 4 percent more"
    if not (told and other) or "&" not in between or set(between) & set("AaJ@;:,"):
        return None
    return Pick(reporter, "who.leader", last.span), Pick(partner, "who.leader", last.span)


def _at_end(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """Both sides where a sentence lists who buys or supplies: the flow is its owner's, or told before."""
    other = slot.sentence.refs.get(slot.end) if slot.end is not None else None
    if other is None:
        return None
    partner = Pick(other, "who.end", slot.place(slot.end))
    if slot.seller is not None and (seller := slot.sentence.refs.get(slot.seller)) not in (None, other):
        return Pick(seller, "who.to", slot.place(slot.seller)), partner
    told = reader.done.get(slot.leader, (None, None))[0] if slot.leader is not None else None
    if any(side.vague and side.nature == "state" and side.via in _OWNERS[0] for side in sides):
        told = None  # "Rupsha sold 4 tonnes. India took 20 percent of the country's exports"
    for ties in _OWNERS if told is None else _OWNERS[:1]:
        for side in sides:
            own = side.via in ties and side.nature == "state" and not side.vague
            if own and side.link not in slot.ends and side.id != other and not owns_other(slot, side):
                return Pick(side.id, f"who.{side.via}", place_of(slot, side)), partner
    owner = told or selling_house(reader) or reader.topic.country
    return (Pick(owner, "who.carried"), partner) if owner not in (None, other) else None


def _led(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """The sides of the amount that this one goes on with, where nothing near names others."""
    if tells_rest(slot, reader.lexicon):
        return None
    if (again := _again(slot, reader)) is not None:
        reporter, partner = reader.done[again]
        return Pick(reporter, "who.leader", again.span), Pick(partner, "who.leader", again.span)
    leader, chain = slot.leader or _same_noun(slot, reader), slot.sentence.chain
    if leader is None or leader not in reader.done or leader.sentence is not slot.sentence:
        return None
    first, last = chunk_of(slot)
    since = chain.tags.rfind("Q", max(0, slot.link - WINDOW), slot.link)
    near = any(
        first <= side.link < last
        or (0 <= since < side.link < slot.link)
        or chain.tags[side.link + 1 : slot.link] == "‹"
        for side in sides
        if side.via != "say"
    )
    if near or list_member(slot, sides) is not None:
        return None
    reporter, partner = reader.done[leader]
    if slot.kind in MIRROR and "ψ" in chain.tags[max(since, first) : slot.link]:
        partner = None  # "to Italy went 5 million, to other countries 3"
    other = contrasted(slot, leader, partner, reader) or Pick(partner, "who.leader", leader.span)
    return Pick(reporter, "who.leader", leader.span), other


def _again(slot: Slot, reader: Reader) -> Slot | None:
    """The amount before, of which a clause only tells what it was at another time: "in 2018 it was 4"."""
    last, tags = next(reversed(reader.done), None), slot.sentence.chain.tags
    if last is None or last.sentence.block is not slot.sentence.block or last.kind != slot.kind:
        return None
    if last.quantity.amount.unit != slot.quantity.amount.unit or not _is_told_again(slot, reader):
        return None
    first = max(tags.rfind(mark, 0, slot.link) for mark in ",;") + 1
    first = 0 if set(tags[:first]) <= _TIMES else first  # "In 2018, it was 4"
    if (first == 0) is (last.sentence is slot.sentence) or _AGAIN.fullmatch(tags, first) is None:
        return None
    return last if set(tags[first : slot.link]) & set("θN") else None


def _is_told_again(slot: Slot, reader: Reader) -> bool:
    """Is it a flow, or of a kind that only the amount before tells, in a sentence that names nobody?"""
    if slot.kind in MIRROR:
        return True
    told = slot.draft.reasons["kind"].rule in _UNTOLD and slot.kind not in ("tariff", "deal_value", "price")
    return told and not reader.sides[reader.number]


def _same_noun(slot: Slot, reader: Reader) -> Slot | None:
    """The amount before where both are of one noun for a flow: "exports to Asia came to 5, up 6 percent"."""
    last = next(reversed(reader.done), None)
    if last is None or last.sentence is not slot.sentence or slot.kind_cue is None:
        return None
    same = last.kind == slot.kind and last.kind_cue == slot.kind_cue and slot.kind in MIRROR
    percent = slot.quantity.amount.unit == "percent" and slot.form == "growth"
    return last if same and percent and slot.kind_cue < last.link and slot.rank is None else None


def _paired(slot: Slot, reader: Reader) -> tuple[Pick, Pick] | None:
    """The sides of the amount before, where "exports and imports of Portugal" are told in one breath."""
    last = next(reversed(reader.done))
    if last.sentence is not slot.sentence or {last.kind, slot.kind} != {"exports", "imports"}:
        return None
    first, second = reader.done[last]
    return Pick(first, "who.list", last.span), Pick(second, "who.list", last.span)


def _pair_before(sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """The two countries that the sentence before names together, where this one names none."""
    number = reader.number - 1
    if number < 0 or reader.blocks[number] is not reader.memory.block:
        return None
    if any(side.nature == "state" and not side.vague for side in sides):
        return None
    for first, second in pairwise(reader.sides[number]):
        members = [side for side in reader.sides[number] if side.run == first.run]
        if first.nature == second.nature == "state" and len(members) == 2 and members == [first, second]:
            return Pick(first.id, "who.pair_before"), Pick(second.id, "who.pair_before")
    return None
