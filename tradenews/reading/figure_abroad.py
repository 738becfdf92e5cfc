"""Companies of one country in another: "2,700 German firms with 300,000 workers are active in Hungary"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.reading.figure_memory import Pick, Reader, place_of, spoken_of, topic_partner
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_ties import nations
from tradenews.reading.slot import Slot

_COUNTED: Final = frozenset(("company", "job", "person"))
_THERE: Final = frozenset(("in", "to", "on"))
_RULE: Final = "who.abroad"


def firms_abroad(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """The country whose companies are counted and the one that they are in, or deal with; None for others.

    Those who work for them are counted with them.
    """
    if slot.kind != "count" or slot.form != "level" or _class_of(slot, reader) not in _COUNTED:
        return None
    last = next(reversed(reader.done), None)
    if last is not None and last.sentence is slot.sentence and _is_of_them(slot, last, sides):
        reporter, partner = reader.done[last]
        return Pick(reporter, _RULE, last.span), Pick(partner, _RULE, last.span)
    if _class_of(slot, reader) != "company" or (nation := _nation(slot, sides, reader)) is None:
        return None
    place = _place(slot, sides, nation, reader)
    return None if place is None or place.id in (None, nation.id) else (nation, place)


def _class_of(slot: Slot, reader: Reader) -> object:
    """The class of what is counted, by its noun."""
    counted = slot.quantity.counted or ""
    words = (counted, *counted.split())
    entries = [reader.lexicon.word(word) for word in words] if reader.lexicon else []
    named = "company" if slot.sentence.chain.tags[slot.link + 1 : slot.link + 3] in ("Aø", "aø") else None
    return next((e.value for e in entries if e is not None and e.value in _COUNTED), named)


def _is_of_them(slot: Slot, last: Slot, sides: Sequence[Side]) -> bool:
    """Does a count go on with the companies counted right before it, nobody else named between them?"""
    told = last.draft.reasons.get("reporter")
    between = any(last.link + 1 < side.link < slot.link and side.nature != "state" for side in sides)
    return told is not None and told.rule == _RULE and not between


def _nation(slot: Slot, sides: Sequence[Side], reader: Reader) -> Pick | None:
    """Whose companies they are, by an adjective in what is counted or right beside it."""
    if reader.lexicon and (nation := next(nations(slot.quantity.counted, reader.lexicon), None)):
        return Pick(nation, _RULE, slot.span)
    tags = slot.sentence.chain.tags
    beside = [s for s in sides if s.nature == "state" and not s.vague and len(s.ids) == 1]
    for side in beside:
        if side.link == slot.link + 1 and (
            tags[side.link] == "a" or tags[side.link + 1 : side.link + 2] in "Hø"
        ):
            return Pick(side.id, _RULE, place_of(slot, side))
    return None


def _place(slot: Slot, sides: Sequence[Side], nation: Pick, reader: Reader) -> Pick | None:
    """Where they are: as the sentence names it, calls it "the country" or "there", else the other country."""
    states = [s for s in sides if s.nature == "state" and s.via in _THERE]
    for side in states:
        if not side.vague and len(side.ids) == 1 and side.id != nation.id:
            return Pick(side.id, f"who.{side.via}", place_of(slot, side))
    memory, topic = reader.memory, reader.topic
    if next(slot.sentence.chain.find("ω"), -1) >= 0:
        others = [s for s in sides if s.id != nation.id]
        return Pick(spoken_of(others, slot.sentence.chain.tags.index("ω"), reader, nation), "who.there")
    if any(side.vague for side in states):
        known = (memory.partner, memory.place, topic.country)
        return Pick(
            next((id for id in known if id not in (None, nation.id) and id.isupper()), None), "who.there"
        )
    return None if any(side.nature == "firm" for side in sides) else topic_partner(nation, reader)
