"""Whom a sentence means that names nobody: "the country", or the whole world, whose figures are nobody's."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lexicon.forms import fold
from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_leading import lead_meant
from tradenews.reading.figure_memory import Pick, Reader, there_of
from tradenews.reading.figure_roles import WINDOW, chunk_of, near_clause, pays
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_UNION = "EU"
_MADE = frozenset(("production", "exports", "trade"))
_GOODS = frozenset(("production", "consumption", "trade", "balance", "other"))
_BESIDE = 3  # links beside a noun
_SPOKEN_OF = frozenset(
    ("", "own", "office", "chief", "say", "goods")
)  # ties of a country that acts or speaks
_SPEAKING = frozenset(("office", "say", "chief", "own", ""))


def is_worldwide(slot: Slot, reader: Reader, stretch: tuple[int, int] | None = None) -> bool:
    """Does the clause of an amount, or a ``stretch`` of it, speak of the whole world: "global output"?"""
    words = reader.lexicon.lines["name_words"].get("worldwide", ()) if reader.lexicon else ()
    chain = slot.sentence.chain
    links = chain.find("lψWK", *(stretch or near_clause(slot)))
    starts = tuple(word[:-1] for word in words if word.endswith("-"))  # Weltproduktion
    named = [word for i in links for word in fold(chain.words(i)).split(" ")]
    return any(word in words or (starts and word.startswith(starts)) for word in named)


def is_flow_of_world(slot: Slot, cue: int, reader: Reader) -> bool:
    """Does the noun of a flow say that it is that of the whole world: "Global exports rose by 3 percent"?"""
    noun = slot.sentence.chain.tags[cue] == "K" and not is_part_of_world(slot)
    return noun and is_worldwide(
        slot, reader, (max(cue - _BESIDE, slot.first), min(cue + _BESIDE, slot.last))
    )


def is_part_of_world(slot: Slot) -> bool:
    """Is a share of the whole world that of "the country", or of who makes it: "vouches for 80 percent"?"""
    chain = slot.sentence.chain
    told = slot.form == "share" and slot.quantity.amount.unit == "percent"
    told = told and (
        slot.kind in _MADE or any(chain.values[i] == "country" for i in chain.find("G", 0, slot.link))
    )
    return told and "A" not in chain.tags[slot.link + 1 : slot.last]


def of_world(slot: Slot, sides: Sequence[Side], reader: Reader) -> bool:
    """Is it what the whole world makes or uses, and no country named in its own stretch?"""
    first, last = chunk_of(slot)
    if any(side.via not in ("say", "office") and first <= side.link < last for side in sides):
        return False
    latest = next(reversed(reader.done), None)
    if latest is not None and latest.draft.reasons["reporter"].rule == "who.world":
        here = latest.sentence is slot.sentence
        beside = latest.sentence.block is slot.sentence.block and not sides
        if beside or (here and latest.kind == slot.kind):
            return True
    if is_part_of_world(slot):
        return False
    stored = slot.kind != "other" or slot.quantity.amount.dimension == "mass"
    return stored and is_worldwide(slot, reader, (first, slot.link))


def told_by_world(slot: Slot, sides: Sequence[Side], reader: Reader) -> bool:
    """Does a body of the whole world tell of goods, and no country be named near: "the ICO sees a gap"?

    What its next sentences tell, that name nobody else, is the world's, too.
    """
    if slot.kind not in _GOODS or (slot.kind == "other" and slot.quantity.amount.dimension != "mass"):
        return False
    at = next((s.link for s in sides if s.id in reader.worldly and s.via in ("", "say", "of")), -1)
    first = min(at, slot.link) if at >= 0 else 0
    nations = any(s.nature == "state" and s.link > first and s.via != "office" for s in sides)
    if nations or any(s.nature == "firm" and not s.vague for s in sides):
        return False
    return at >= 0 or _goes_on_with_world(slot, reader)


def _goes_on_with_world(slot: Slot, reader: Reader) -> bool:
    """Did the sentence before in the paragraph, or this one so far, tell what such a body says?"""
    latest = next(reversed(reader.done), None)
    if latest is None or latest.sentence.block is not slot.sentence.block:
        return False
    told = (s for n in (reader.number - 1, reader.number) if n >= 0 for s in reader.sides[n])
    near = latest.sentence.number >= slot.sentence.number - 1 and any(s.id in reader.worldly for s in told)
    return near and latest.draft.reasons["reporter"].rule == "who.world"


def port_meant(slot: Slot, partner: Pick, reader: Reader) -> Pick | None:
    """The port that the text is about, where a sentence only calls it so: "The port employs 5,000"."""
    if reader.hub in (None, partner.id) or reader.lexicon is None:
        return None
    chain, words = slot.sentence.chain, reader.lexicon.lines["name_words"].get("ports", ())
    called = next((i for i in chain.find("lWH", 1, slot.link) if fold(chain.words(i)) in words), -1)
    if called < 1 or chain.tags[called - 1] not in "_o":
        return None
    return Pick(reader.hub, "who.topic", slot.place(called))


def country_meant(slot: Slot, sides: Sequence[Side], partner: Pick, reader: Reader) -> Pick | None:
    """Whom "the country" means that acts or owns something: who was named last as one that does, or speaks.

    "Peru's growers say that the country exported 5 tonnes", "Peru was third. The country sold 5 tonnes".
    It is no bloc: in a dispute with one, the country is the other.
    """
    if lead_meant(slot, sides, reader) and partner.id != reader.memory.lead:
        return Pick(reader.memory.lead, "who.country")  # "Its exports rose"
    at = next((s.link for s in sides if s.vague and s.nature == "state" and s.via in ("", "own")), -1)
    if at < 0 or (partner.side is not None and partner.side.vague):
        return None
    chain, memory = slot.sentence.chain, reader.memory
    said = {
        side.link: side.id if side.nature == "state" else side.home
        for side in sides
        if side.via in _SPOKEN_OF and not side.vague and len(side.ids) == 1
    }
    placed = {i: str(chain.values[i]) for i in chain.find("°", max(at - WINDOW, 0), at)}  # "in Rabat"
    for link, told in sorted({**placed, **said}.items(), reverse=True):
        if link < at and _is_land(told) and told != partner.id:
            return Pick(told, "who.country", slot.place(link))
    if memory.lead is None and (speaker := _speaker_before(reader)) not in (None, partner.id):
        return Pick(speaker, "who.country")
    same = not is_other_matter(slot, memory.kind)
    last = memory.reporter if same and reader.natures.get(memory.reporter or "") == "state" else None
    topic = reader.topic
    others = () if _is_land(topic.country) else (topic.partner, topic.other)
    states = (memory.lead, last, topic.country, *others)
    return next((Pick(each, "who.topic") for each in states if _is_land(each) and each != partner.id), None)


def _speaker_before(reader: Reader) -> str | None:
    """The only country that speaks in the sentence before, without figures: "Peru's ministry said no"."""
    number = reader.number - 1
    if number < 0 or number in reader.told or reader.blocks[number] is not reader.memory.block:
        return None
    said = {
        side.id if side.nature == "state" else side.home or ""
        for side in reader.sides[number]
        if side.nature != "firm" and side.via in _SPEAKING and not side.vague and len(side.ids) == 1
    }
    land = said.pop() if len(said) == 1 else None
    return land if _is_land(land) else None


def _is_land(id: str | None) -> bool:
    """Is an actor a country, and no bloc of countries?"""
    return id is not None and len(id) == 2 and id != _UNION


def place_meant(
    slot: Slot, sides: Sequence[Side], group: str, reader: Reader, reporter: Pick | None
) -> Pick | None:
    """The place that "there" means: of a country and a bloc, what "the country" that acts is not."""
    if reporter is None and not _is_land(reader.topic.country):
        reporter = country_meant(slot, sides, Pick(None, "who.none"), reader)
    return there_of(slot, sides, group, reader, reporter)


def is_theirs(slot: Slot, group: str, there: Pick, reader: Reader, reporter: Pick | None) -> bool:
    """Does the place spoken of levy a duty, or have what is counted: "There, 24 mills make masks"?"""
    if group == "tariff":
        return pays(slot) and reader.duty[0] in (None, there.id)
    firm = reader.memory.firm or reader.memory.subject or reader.topic.house
    lead = there.id == reader.memory.lead
    return group == "count" and reporter is None and lead and reader.natures.get(firm or "") != "firm"


def leaves_firm(slot: Slot, partner: Pick, reader: Reader) -> bool:
    """Does a text on a country go on with other goods than those of the company told of just before?"""
    topic, last = reader.topic, reader.memory.reporter
    if not reader.statistical or topic.country in (None, partner.id) or slot.kind not in MIRROR:
        return False
    if reader.natures.get(last or "") != "firm":
        return False
    cue, tags = slot.kind_cue, slot.sentence.chain.tags
    opens = cue is not None and cue < _BESIDE and tags[cue] == "K" and slot.form == "growth"
    if opens and not topic.corporate and partner.id is not None:
        return True  # "Shipments to China dropped by 22 percent"
    if last == topic.house:
        return False
    return slot.draft.reasons["product"].rule == "product.word" if slot.draft.get("product") else False


def is_other_matter(slot: Slot, kind: str) -> bool:
    """Was a price, tariff or loan told before, whose other side says nothing of this amount?

    Nor does that of a flow say anything of a price with a word of its own: "the average price rose to 3".
    """
    cue, tags = slot.kind_cue, slot.sentence.chain.tags
    if slot.kind == "price" and kind in MIRROR and cue is not None and tags[cue] == "K":
        return cue < slot.link and "J" not in tags[: slot.link]
    return kind in ("tariff", "finance", "price") and slot.kind != kind
