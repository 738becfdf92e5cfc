"""The country that the sentence before is about, as the other end of a flow."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Region
from tradenews.reading.figure_cues import MIRROR, flow_told
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.figure_roles import OUTSIDE
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_theirs import goes_on_with
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_BESIDE = 3  # links from the beginning to a noun that is owned
_SHORT = 16  # links of a sentence that only brings in a country
_ACTING = frozenset(("", "own", "office", "of"))
_OWNS = frozenset(("", "own"))
_FACING = frozenset(("with", "to", "from"))
_VERB_FIRST = regex("(?:n?_?θ,?)?[lm]?J")  # "En 2018 exportó", "ha esportato"


def leads(
    slot: Slot, sides: Sequence[Side], group: str, reader: Reader, reporter: Pick | None, *, others: bool
) -> bool:
    """Is the country that the sentence before is about the other end, where no ``others`` are named?"""
    memory, chain = reader.memory, slot.sentence.chain
    if memory.lead is None or group not in OUTSIDE:
        return False
    if goes_back(slot, reader):
        return False
    bought = slot.kind == "imports" and slot.kind_cue is not None and chain.tags[slot.kind_cue] == "J"
    bought = bought or (slot.kind == "exports" and memory.lead_flow == "exports")
    bought = bought and memory.acts and reporter is None
    parts = (side.via == "" and isinstance(chain.values[side.link], Region) for side in sides)
    others = others or any(parts)  # "Shanxi sold most"
    whose = (reporter.id if reporter is not None else reader.topic.country) or ""
    among = memory.traits and bool(whose) and whose in (reader.hub, whose.lower())  # a port, no country
    meant = any(side.vague and side.nature == "state" and side.via in ("", "own") for side in sides)
    meant = (meant and memory.acts) or (reporter is None and lead_meant(slot, sides, reader))
    return not (others or bought or among or meant)  # "French ports ..."


def goes_back(slot: Slot, reader: Reader) -> bool:
    """Do the goods of all go back, not those of one: "In the other direction, imports fell"?"""
    told = slot.kind in MIRROR and "reverse" in slot.sentence.chain.values
    return told and reader.memory.lead != reader.topic.partner


def lead_meant(slot: Slot, sides: Sequence[Side], reader: Reader) -> bool:
    """Does a sentence go on with the country that the one before is about: "Its exports rose", "It sold 5"?

    Where verbs need no pronoun, it opens with the verb: "En 2018 exportó 5 toneladas".
    """
    memory, chain, cue = reader.memory, slot.sentence.chain, slot.kind_cue
    if memory.lead is None or not (memory.acts or stands_alone(reader)):
        return False
    if slot.kind not in MIRROR or cue is None or not slot.sentence.head <= cue < slot.link:
        return False
    if any(side.link < slot.link and side.via in _ACTING and not side.vague for side in sides):
        return False
    if any(side.vague and side.nature == "state" and side.via in _OWNS for side in sides):
        tie = next((s.via for s in reader.sides[reader.number - 1] if s.id == memory.lead), "with")
        return stands_alone(reader) and tie not in _FACING  # "The country's exports rose"
    goes_on = goes_on_with(chain, slot.sentence.head, reader.lexicon)
    if chain.tags[cue] == "K":
        return goes_on and cue - slot.sentence.head <= _BESIDE
    own = goes_on or _has_pronoun(chain, cue, reader) or _opens_with_verb(chain, slot.sentence.head, reader)
    return own and slot.kind == "exports" and flow_told(chain, cue) == slot.kind


def stands_alone(reader: Reader) -> bool:
    """Is a country all that the sentence before speaks of: "That leaves Chile, which sets the price."?"""
    if reader.number < 1 or not reader.chains:
        return False
    tags = reader.chains[reader.number - 1].tags
    others = any(side.id != reader.memory.lead for side in reader.sides[reader.number - 1])
    return not others and len(tags) <= _SHORT and not set(tags) & set("QKJ")


def _has_pronoun(chain: Chain, verb: int, reader: Reader) -> bool:
    """Does a pronoun stand right before a verb: "The first of the region, it sold 5 tonnes"?"""
    who = reader.lexicon.lines["name_words"].get("pronouns", ()) if reader.lexicon else ()
    return any(fold(chain.words(i)) in who for i in range(max(verb - _BESIDE, 0), verb))


def _opens_with_verb(chain: Chain, head: int, reader: Reader) -> bool:
    """Does a sentence have no subject, where none is needed: "Nel 2018 ha esportato 5"?"""
    if reader.lexicon is None or not reader.lexicon.facts.get("no_subject"):
        return False
    return _VERB_FIRST.match(chain.tags, head) is not None
