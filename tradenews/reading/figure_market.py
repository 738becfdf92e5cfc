"""Who stands at the other end of a flow told before: "China took 62 percent, followed by Japan with 9"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED
from tradenews.reading.clauses import Layout
from tradenews.reading.figure_bare import signed
from tradenews.reading.figure_cues import BUSINESS, ENDS, MIRROR, flow_told, is_goal
from tradenews.reading.figure_sold import sold_by_firm
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_OF_GOODS: Final = frozenset({"trade", "sales", "other", "production", "consumption"})
_SENTENCES: Final = 2  # so far back the flow may stand
_TAKES: Final = regex(r"[Aa][_l,θnωKV]{0,4}[JFl][_lbθoω]{0,4}$")
_WENT: Final = regex(r"[ol_FHTθ]{0,6}J[_l]{0,2}[nt]_?A")
_OF_NOUN: Final = regex("[o_]{1,3}K")
_AT_HOME: Final = frozenset(("production", "consumption"))  # no flow has another end there
_WITH: Final = regex("[Aa][li_,HG]{0,4}[uy]_?b?Q$")
_FLOWS: Final = frozenset("KJDYT@E")
_TO: Final = regex("[tq]_?A")
_NEAR: Final = '_"'
_REACH: Final = 10  # links from a country to its amount
_JOINED: Final = 3  # links from a country to the next of a list
_AHEAD: Final = '_,"bθ'  # what may stand before and behind "with"


def mark_ends(fresh: Sequence[Slot], earlier: Sequence[Slot], layout: Layout) -> None:
    """Give the amounts of a sentence kind, leader and ``end`` where it lists the buyers, or the suppliers.

    They are those of the flow that the figures before tell of.
    """
    chain = layout.chain
    if not fresh or not set(chain.tags) & set("Aa"):
        return
    leader = _leader(fresh[0], earlier)
    cue, flow = _end_word(chain, fresh[-1].link)
    went = False
    announced = _announced(chain, fresh[0].link, leader)
    if announced is not None:
        cue, flow = announced[1:]
    if flow is None and leader is not None:
        flow, went = _taken(fresh[0], leader, chain)
    if flow is None and (listed := _goes_on(fresh[0], earlier)) is not None:
        leader, flow = leader or listed, listed.kind
        announced = (placed_with(chain, fresh[0].link), -1, flow)
    sold = sold_by_firm(fresh[0], earlier) if flow is None else None
    if sold is not None:
        leader, flow = sold, "exports"
    elif flow is None or (leader is not None and leader.kind != flow and cue < 0):
        return
    elif leader is not None and leader.kind != flow:
        leader = None
    before = since = -1
    for k, slot in enumerate(fresh):
        ahead = fresh[k + 1].link if k + 1 < len(fresh) else len(chain)
        since = since if slot.rank else before
        taker = _reached(chain, slot.link, ahead) if went else _taker(chain, before, slot.link, cue)
        taker = _sent_to(chain, before, slot.link) or taker if went else taker
        if slot.rank is not None:
            taker = _ranked(chain, since, slot) or taker
        if announced is not None and k == 0:
            taker = announced[0]
        own = _end_word(chain, slot.link, before + 1)[1]  # "...; the first supplier is Peru with 5"
        if own not in (None, flow):
            flow, leader = own, None
        before = slot.link
        told = flow_told(chain, slot.link + 1) if chain.tags[slot.link + 1 : slot.link + 2] == "J" else ""
        if told not in ("", flow) and chain.first_of("Aa", (taker or 0) + 1, slot.link) < 0:
            continue  # "Italy is the first supplier, with 5 million exported"
        if taker is not None and _fits(slot, leader) and not _is_of_else(slot, cue):
            slot.kind, slot.leader, slot.end, slot.polarity = flow, leader or slot.leader, taker, 1
    ends = frozenset(slot.end for slot in fresh if slot.end is not None)
    for slot in fresh:
        slot.ends = ends


def parts_of(fresh: Sequence[Slot], layout: Layout) -> set[Slot]:
    """The marked percentages that are a part of the flow: up to the first with a sign or a movement at it."""
    found: set[Slot] = set()
    for slot in fresh:
        if slot.end is None or slot.quantity.amount.unit != "percent":
            continue
        beside = (layout.tag(layout.before(slot.link, _NEAR)), layout.tag(layout.after(slot.link)))
        changed = slot.role == "by" and next(layout.links(slot.link, "V"), slot.link) < slot.link
        if signed(slot) or "V" in beside or changed or _is_pace(layout, slot.link):
            break
        found.add(slot)
    return found


def _is_pace(layout: Layout, link: int) -> bool:
    """Does a movement hang on the percentage, in a script without blanks: 以15%的速度增长?"""
    chain = layout.chain
    return chain.tags[link + 1 : link + 3] == "oV" and chain.text[chain.starts[link + 1]] >= UNSPACED


def _is_of_else(slot: Slot, cue: int) -> bool:
    """Does a noun behind the word for the other end name what no goods are: "by source, investment rose"?"""
    noun = slot.kind_cue if slot.kind not in MIRROR and slot.kind not in _OF_GOODS else None
    if slot.kind == "balance" and noun is not None:
        return slot.sentence.chain.tags[noun] == "K"  # "the surplus with the US, its first market, of 5"
    return noun is not None and cue < noun < slot.link and slot.sentence.chain.tags[noun] == "K"


def _fits(slot: Slot, leader: Slot | None) -> bool:
    """Can an amount be a part of the flow: a percentage, money, or what the flow is counted in?"""
    own: str = slot.quantity.amount.dimension
    return own in ("ratio", "money") or (leader is not None and own == leader.quantity.amount.dimension)


def _leader(slot: Slot, earlier: Sequence[Slot]) -> Slot | None:
    """The flow told last in the sentences before, that of the text rather than of one who buys from it."""
    found: Slot | None = None
    for before in reversed(earlier):
        if slot.sentence.number - before.sentence.number > _SENTENCES:
            break
        bought = before.kind_cue is not None and before.sentence.chain.values[before.kind_cue] == "imports?"
        if before.kind not in MIRROR or before.end is not None or bought:
            continue
        level = before.quantity.amount.dimension != "ratio"
        if found is None or (before.kind == found.kind and before.sentence is found.sentence):
            found = before
        if level or before.sentence is not found.sentence:
            break  # "imported 5 tonnes, up 3 percent": the amount tells what its parts are counted in
    return _of_text(slot, found, earlier)


def _of_text(slot: Slot, found: Slot | None, earlier: Sequence[Slot]) -> Slot | None:
    """The flow with which a text opened, for a new paragraph behind one on that of another country."""
    if found is None or found.sentence.block is slot.sentence.block:
        return found
    first = next((each for each in earlier if each.kind == found.kind), found)
    own, other = _named(first.sentence.chain), _named(found.sentence.chain)
    return first if len(own) == len(other) == 1 and own != other else found


def _named(chain: Chain) -> set[str]:
    """The countries of a sentence."""
    return {str(chain.values[i]) for i in chain.find("Aa")}


def _end_word(chain: Chain, last: int, first: int = 0) -> tuple[int, str | None]:
    """The word for a market or a supplier before link ``last``, and the flow at whose end these stand."""
    for i in chain.find("K", first, last):
        word = str(chain.values[i])
        if word.endswith("?") and word[:-1] in ENDS and not is_goal(chain, i):
            return i, ENDS[word[:-1]]
    return -1, None


def _taken(slot: Slot, leader: Slot, chain: Chain) -> tuple[str | None, bool]:
    """The flow of which a percentage is taken ("Egypt took 17 percent"), and whether it went to somebody."""
    ratio = slot.quantity.amount.unit == "percent"
    if not ratio and not _fits(slot, leader):
        return None, False
    hit = _TAKES.search(chain.tags, max(slot.link - _REACH, 0), slot.link)
    if hit is None:
        went = _WENT.match(chain.tags, slot.link + 1) if ratio and leader.kind == "exports" else None
        return ("exports", True) if went is not None else (None, False)
    words = (str(chain.values[i]).rstrip("?") for i in chain.find("K", 0, hit.start()))
    named = {"exports" if word == "sales" else word for word in words}
    if MIRROR[leader.kind] in named and leader.kind not in named:
        return None, False  # "sales to Italy, which took 70 percent"
    whole = next((chain.values[i] for i in chain.find("K", slot.link, slot.link + _REACH)), None)
    if whole in _AT_HOME | BUSINESS and "F" in hit[0] and _OF_NOUN.match(chain.tags, slot.link + 1):
        return None, False  # "the province accounts for 75 percent of production", "of its turnover"
    flow = str(whole) if whole in MIRROR else leader.kind
    for i in range(hit.start() + 1, slot.link):
        tag, value = chain.tags[i], str(chain.values[i])
        bought = ratio and tag == "J" and value.rstrip("?").split(" ")[0] == MIRROR[leader.kind]
        if tag == "F" or bought:
            return flow, False
    return None, False


def _goes_on(slot: Slot, earlier: Sequence[Slot]) -> Slot | None:
    """The flow before of which a sentence tells one more other end: "Italy is third with 6 percent"."""
    last, chain = earlier[-1] if earlier else None, slot.sentence.chain
    if last is None or last.kind not in MIRROR or last.sentence.block is not slot.sentence.block:
        return None
    if placed_with(chain, slot.link) < 0 or slot.sentence.number - last.sentence.number > 1:
        return None
    told = last.sentence.chain
    parts = last.end is not None or last.form == "share" or _TO.search(told.tags) is not None
    same = slot.quantity.amount.dimension == last.quantity.amount.dimension
    if slot.quantity.amount.unit != "percent" and not (parts and same):
        return None
    return last.leader if last.leader is not None and last.end is not None else last


def placed_with(chain: Chain, link: int) -> int:
    """The country named with an amount where no word tells of a flow: "the Dutch are third with 5".

    -1 where it names none so.
    """
    hit = None if set(chain.tags[:link]) & _FLOWS else _WITH.search(chain.tags, 0, link + 1)
    return -1 if hit is None else hit.start()


def _announced(chain: Chain, link: int, leader: Slot | None) -> tuple[int, int, str] | None:
    """Who an amount ahead of it is of, the word for the other end, and the flow.

    "With 5 tonnes, China was the largest buyer", "With 5 tonnes China accounted for 60 percent of exports".
    """
    if chain.tags[:link].strip(_AHEAD) not in ("u", "y"):
        return None
    place = chain.first_of("A", link, min(link + _REACH, len(chain)))
    if place < 0 or set(chain.tags[link + 1 : place]) & set("QKTJ;&"):
        return None
    last = min(place + _REACH, len(chain))
    amount = chain.first_of("Q", place, last)
    cue, flow = _end_word(chain, amount if amount > 0 else last, place)
    if flow is None and amount > 0 and leader is not None and "F" in chain.tags[link + 1 : amount]:
        flow = leader.kind
    return None if flow is None else (place, cue, flow)


def _ranked(chain: Chain, since: int, slot: Slot) -> int | None:
    """The country of a list as long as that of the amounts: "Italy and Peru, with 5 and 3 tonnes each"."""
    places = list(chain.find("A", since + 1, slot.link))
    return places[slot.rank] if slot.rank is not None and len(places) == slot.ranks else None


def _reached(chain: Chain, link: int, last: int) -> int | None:
    """The country that an amount went to: named behind it."""
    place = chain.first_of("Aa", link, last)
    return place if place > 0 and chain.tags[place - 1] in "nt_" else None


def _sent_to(chain: Chain, before: int, link: int) -> int | None:
    """The country to which a later amount of a list went: "a half went to Peru; to Chile went 5"."""
    places = list(chain.find("A", before + 1, link)) if before >= 0 else []
    sent = [i for i in places if chain.tags[:i].rstrip("_")[-1:] == "t"]
    return sent[-1] if sent else None


def _stands(chain: Chain, i: int) -> bool:
    """Does an adjective stand for the country itself: "Abnehmer war Polen", "los alemanes"?"""
    return chain.tags[i + 1 : i + 2] not in tuple("KTHø@WlD")


def _owns(chain: Chain, other: int, place: int, cue: int) -> bool:
    """Is a country the one whose market another one is: "China is Korea's largest supplier"?"""
    tags = chain.tags
    if chain.text[chain.starts[place]] < UNSPACED:
        return tags[place + 1 : place + 2] in ("o", "'") and chain.adjacent(place + 1)
    return set(tags[other + 1 : place]) == {"l"} and not set(tags[place + 1 : cue]) - {"l", "o"}


def _is_owner(chain: Chain, place: int, cue: int) -> bool:
    """Is it the country whose customers a noun names: "among the customers of Peru, the USA leads"?"""
    between = chain.tags[cue + 1 : place]
    return cue < place and between.strip("_") == "o"


def _taker(chain: Chain, before: int, link: int, cue: int) -> int | None:
    """The country to which the amount at ``link`` belongs: named since the amount before it; not several."""
    places = [i for i in chain.find("Aa", before + 1, link) if chain.tags[i] == "A" or _stands(chain, i)]
    if not places:
        return None
    first = before < 0 and cue >= 0
    ahead = [i for i in places if i < cue] if first else places
    # "Germany is the first market of Italy", "the first market is Germany"
    others = [i for i in places if not (first and _is_owner(chain, i, cue))]
    place = ahead[-1] if ahead else (others or places)[0]
    if len(ahead) > 1 and first and _owns(chain, ahead[-2], place, cue):
        return ahead[-2]
    listed = chain.tags[max(place - 2, 0) : place].strip("_")[-1:] in ("&", ",") and place != places[0]
    near = listed and {"A", "a"} & set(chain.tags[max(place - _JOINED, before + 1, 0) : place])
    return None if near else place
