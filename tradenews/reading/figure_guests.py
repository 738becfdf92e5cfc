"""Visitors and passengers: whom they come to, and where they come from."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lazy import regex
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_bare import signed
from tradenews.reading.figure_memory import Pick, Reader, place_of
from tradenews.reading.figure_nouns import is_people
from tradenews.reading.figure_roles import chunk_of
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_ties import nation_of
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot

_FROM = frozenset(("from", "goods"))
_HOSTS = frozenset(("", "in", "to", "own", "on", "by", "office"))
_OPENING = regex("(?:^|[,;&s¶])_?o_?$")  # where "of" is "from": "Del Reino Unido llegaron"
_BACK = 4
_OPENS = 4  # links in which a sentence comes to its amount
_SOURCES = ("supplier?", "market?", "count")  # words for who sends them, behind its name
_GUEST, _PARTNER = "guest", "partner"
_FLOWS = (_GUEST, "passage")
_APPOSED = regex("(?:n?_?θ)?l{0,2},[_be]*")
_BESIDE = regex("(?:n?_?θ)?l{0,2}[,‹][_belouFtV]{0,6}")


def mark_guests(slots: Sequence[Slot]) -> None:
    """Tell of each count whether visitors or the like are counted, who come anew in each period."""
    before: Slot | None = None
    for slot in slots:
        goes_on = before is not None and before.flow and before.sentence is slot.sentence
        if slot.kind == "count":
            slot.flow = (
                slot.flow
                or (goes_on and (slot.form != "level" or not slot.quantity.counted))
                or _names_guests(slot)
            )
        before = slot


def counts_guests(slot: Slot, lexicon: Lexicon) -> bool:
    """Is a count one of visitors, passengers, passages of ships or lorries?"""
    if not slot.quantity.counted:
        return False
    words = slot.quantity.counted.split()
    entries = (lexicon.word(form) for form in (" ".join(words), *words)) if words else ()
    return any(entry is not None and entry.tag == "H" and entry.value in _FLOWS for entry in entries)


def _names_guests(slot: Slot) -> bool:
    """Does the clause name the visitors of whom a percentage is told, or a count: 中国游客310万人次?"""
    chain = slot.sentence.chain
    first = slot.first if slot.form != "level" else max(slot.link - 2, slot.first)
    return any(chain.values[i] == _GUEST for i in chain.find("H", first, slot.last))


def grown_count(slot: Slot, view: View) -> Slot | None:
    """The count right before a percentage that tells how it grew: "9 million visitors, up 1 percent"."""
    leader = view.earlier[-1] if view.earlier else None
    if slot.quantity.amount.dimension != "ratio" or leader is None or leader.kind != "count":
        return None
    between = view.chain.tags[leader.link + 1 : slot.link]
    after = view.layout.tag(view.layout.after(slot.link))
    if leader.sentence is not slot.sentence:
        return None
    if after == "V" and _APPOSED.fullmatch(between):
        return leader
    moves = "V" in between or after in ("V", "b") or signed(slot) != 0
    return leader if leader.flow and moves and _BESIDE.fullmatch(between) else None


def grown_since(slot: Slot, view: View) -> Slot | None:
    """The count of the sentence before, where this one only tells its growth: "That was 24 percent more"."""
    leader, chain = view.earlier[-1] if view.earlier else None, view.chain
    if slot.quantity.amount.dimension != "ratio" or leader is None or leader.kind != "count":
        return None
    near = leader.form == "level" and leader.sentence.number == slot.sentence.number - 1
    if not near or set(chain.tags) & set("KJTDHF") or slot.link > _OPENS:
        return None
    moves = view.layout.tag(view.layout.after(slot.link)) in ("V", "b")
    if not moves and chain.tags[: slot.link].lstrip("=θ") != "V":  # 比去年增长24%
        return None
    counts = [s for s in view.earlier if s.sentence is leader.sentence and s.kind == "count"]
    return counts[0]


def _grows_to_guests(slot: Slot, view: View) -> bool:
    """Does a percentage lead to a count of visitors: "rose 2 percent to 230,000 guests"?"""
    chain, i = view.chain, slot.link
    if slot.quantity.amount.dimension != "ratio" or chain.tags[i + 1 : i + 3] != "tQ" or view.lexicon is None:
        return False
    words = (chain.values[i + 2].counted or "").split()
    entries = (view.lexicon.word(word) for word in words)
    return any(entry is not None and entry.tag == "H" and entry.value in _FLOWS for entry in entries)


def told_of(slot: Slot, view: View) -> str | None:
    """What an amount is of by a noun that is no kind: "British guests made up 15 percent" are counted, and
    the largest "trading partner, with 20 percent" takes a part of all trade."""
    amount = slot.quantity.amount
    if _grows_to_guests(slot, view):
        slot.flow = True
        return "count"
    nouns = {view.chain.values[i]: i for i in view.layout.links(slot.link, "H")}
    if amount.dimension == "money" and amount.scale and nouns.get(_PARTNER, slot.link) < slot.link:
        return "trade"
    if amount.dimension != "ratio":
        return None
    if nouns.get(_GUEST, slot.link) < slot.link:
        return "count"
    at = nouns.get(_PARTNER, slot.link)
    moves = (
        "V" in view.chain.tags[min(at, slot.link) : slot.link]
    )  # "..., the main partner, rose by 2 percent"
    return "trade" if _PARTNER in nouns and not signed(slot) and not moves else None


def visitors(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """Who receives the visitors that are counted, and the country they are from; None where none is told."""
    if not slot.flow or slot.kind != "count":
        return None
    if (next_one := _next_of_list(slot, sides, reader)) is not None:
        return next_one
    near = [s for s in sides if slot.first <= s.link < slot.last and not s.vague and len(s.ids) == 1]
    first, last = chunk_of(slot)
    states = [s for s in near if s.nature == "state" and first <= s.link < last]
    guests = [s for s in states if _sends(slot, s) or _are_guests(slot, s, reader)]
    opened = slot.sentence.chain.tags.rfind("‹", 0, slot.link)
    if opened > 0 and "›" not in slot.sentence.chain.tags[opened : slot.link]:
        guests += [s for s in sides if s.link == opened - 1 and len(s.ids) == 1 and s.nature == "state"]
    nation = _nation(slot, reader)
    if not guests and nation is None:
        guests = [s for s in near if s.nature == "state" and _is_source(slot, s)]
        if not guests:
            return _same_guests(slot, states, reader) or _host_alone(near, reader)
    near_by = [s for s in guests if s.link < slot.link] or guests[:1]
    origin = Pick(nation, "who.guests", slot.span) if nation else _pick(slot, near_by[-1])
    tags = slot.sentence.chain.tags
    others = [s for s in near if s.id != origin.id and s not in guests and tags[s.link] != "a"]
    hosts = [s for s in others if s.via in _HOSTS]
    if hosts:
        return _pick(slot, next((s for s in hosts if s.via == ""), hosts[0])), origin
    spoken = reader.memory.reporter
    if reader.topic.about and reader.natures.get(spoken or "") == "firm":
        spoken = None  # a company that a text on two countries only names
    told = (spoken, reader.topic.country, reader.topic.other)
    host = next((id for id in told if id is not None and id != origin.id), None)
    return Pick(host, "who.guests"), origin


def _same_guests(slot: Slot, states: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """The sides of the guests told right before: "visitors from Peru rose by 22 percent to 61,000"."""
    last = next(reversed(reader.done), None)
    if last is None or last.sentence is not slot.sentence or not last.flow or states:
        return None
    host, origin = reader.done[last]
    return (Pick(host, "who.guests", last.span), Pick(origin, "who.guests", last.span)) if origin else None


def _host_alone(near: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """Who was told to receive visitors, where a clause names nobody: "The number of passengers rose"."""
    told = [side for side in near if side.via not in ("say", "office", "than")]
    if len(told) == 1 and told[0].via == "of" and told[0].nature == "state":
        return Pick(told[0].id, "who.guests"), Pick(None, "who.none")  # "the hotels of Portugal"
    if told:
        return None
    host = reader.memory.reporter or reader.topic.country
    return None if host is None else (Pick(host, "who.guests"), Pick(None, "who.none"))


def _next_of_list(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """Who is told of behind a count whose visitors are from elsewhere: ", ahead of Americans (6 million)"."""
    last = next(reversed(reader.done), None)
    if last is None or not last.flow or last.sentence is not slot.sentence or slot.form != "level":
        return None
    host, origin = reader.done[last]
    between = [s for s in sides if last.link < s.link < slot.link and s.nature == "state" and not s.vague]
    if host is None or origin is None or len(between) != 1 or between[0].id in (host, origin):
        return None
    return Pick(host, "who.guests"), _pick(slot, between[0])


def _pick(slot: Slot, side: Side) -> Pick:
    return Pick(side.id, "who.guests", place_of(slot, side), side=side)


def _nation(slot: Slot, reader: Reader) -> str | None:
    """The country in what is counted: "2 million Chinese tourists"."""
    for word in (slot.quantity.counted or "").split():
        entry = reader.lexicon.word(word) if reader.lexicon else None
        if entry is not None and entry.tag in "aA" and isinstance(entry.value, str):
            return entry.value
    return nation_of(slot, reader.lexicon)


def _sends(slot: Slot, side: Side) -> bool:
    """Do the visitors come from there: "aus China", "Chinese tourists", 中国游客?"""
    tags, i = slot.sentence.chain.tags, side.link
    if side.via in _FROM or tags[i + 1 : i + 2] == "H" or (tags[i] == "a" and tags[i - 1 : i] == "H"):
        return True
    return side.via == "of" and _OPENING.search(tags, max(i - _BACK, 0), i) is not None


def _are_guests(slot: Slot, side: Side, reader: Reader) -> bool:
    """Are the people of a country themselves told of: "Britons rose 2 percent to 230,000 guests"?"""
    chain, i = slot.sentence.chain, side.link
    told = chain.tags[i] == "a" and chain.tags[i + 1 : i + 2] in ("V", "‹")
    return told and reader.lexicon is not None and is_people(chain, i, reader.lexicon)


def _is_source(slot: Slot, side: Side) -> bool:
    """Is it the subject of "was the largest source market"?"""
    chain = slot.sentence.chain
    words = (str(chain.values[i]) for i in chain.find("K", slot.first, slot.last))
    return side.via == "" and any(word in _SOURCES for word in words)
