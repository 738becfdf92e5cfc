"""Trade missions and state visits: whose companies travel where, and sign how many agreements there.

"A delegation of 60 Finnish companies visited Vietnam. 14 agreements were signed": each is of both countries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_counted import counts_deals
from tradenews.reading.figure_memory import Mission, Pick, Reader
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_ties import nations
from tradenews.reading.figure_topic import Topic
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot

_TWO = 2
_OPENING = 3  # sentences of which one speaks of the mission, or those up to the first of the text proper
_PROSE = 8  # links of a sentence that is more than a deck
_THERE = frozenset(("to", "in", "by"))
_OWN = frozenset(("of", "own", "trait", "goods", "office", "chief", "from"))
_NEXT = 1  # sentences on in which those who travelled are still counted
_VAGUE = frozenset(("exports", "imports", "sales", "trade", "other", "finance"))
_TRAVEL = frozenset(("company", "person"))


def find_mission(
    sentences: Sequence[Sentence],
    sides: Sequence[Sequence[Side]],
    lexicon: Lexicon,
    home: str | None,
    spoken: Sequence[str],
    topic: Topic,
) -> Mission | None:
    """The mission that a text begins with, where its opening names the two countries and no third one.

    Where it names the host alone, those who travel are from the country at ``home``, else from the one whose
    language it is of those that the ``topic`` falls back on. Guests that come to where the language of the
    text is ``spoken`` are told of from there.
    """
    words = lexicon.lines["name_words"].get("missions", ())
    told = [i for i, s in enumerate(sentences) if s.block.kind == "paragraph" and len(s.chain) > _PROSE]
    first = max((_OPENING, *(i + 1 for i in told[:1])))
    opening = [i for i, s in enumerate(sentences[:first]) if _speaks_of(s, words)]
    if not opening:
        return None
    there: Counter[str] = Counter()
    for i in range(max(opening) + 1):
        for side in sides[i]:
            if side.nature == "state" and not side.vague and len(side.ids) == 1:
                there[side.id] += (side.via in _THERE) - (side.via in _OWN)
        for amount in (sentences[i].chain.values[k] for k in sentences[i].chain.find("Q")):
            there.subtract(nations(amount.counted, lexicon))
        for k in sentences[i].chain.find("°"):
            if (place := str(sentences[i].chain.values[k])) in there:
                there[place] += 1
    if len(there) == 1:
        known = (home, *(each for each in (topic.country, topic.other, topic.partner) if each in spoken))
        guest = next((each for each in known if each is not None and each not in there), None)
        there.update({guest: min(there.values()) - 1} if guest is not None else {})
    if len(there) != _TWO:
        return None
    guest, host = sorted(there, key=lambda each: there[each])
    if there[guest] == there[host]:
        return None
    guest, host = (host, guest) if host in spoken and guest not in spoken else (guest, host)
    words = (*words, *lexicon.lines["name_words"].get("missions_again", ()))
    later = (i for i, s in enumerate(sentences[first:], first) if _speaks_of(s, words))
    return Mission(guest, host, frozenset((*opening, *later)))


def _speaks_of(sentence: Sentence, words: Sequence[str]) -> bool:
    """Does a sentence speak of a mission or a delegation?"""
    chain = sentence.chain
    text = fold(chain.text[chain.starts[0] : chain.ends[-1]])
    return any(word in text for word in words)


def of_mission(topic: Topic, mission: Mission | None) -> Topic:
    """The topic of a text that begins with a mission, and so is about the trade of the two countries."""
    two = {mission.guest, mission.host} if mission is not None else set[str]()
    if (
        mission is None
        or topic.house is not None
        or topic.country not in two
        or topic.partner not in (None, *two)
    ):
        return topic
    return evolve(topic, country=mission.guest, partner=mission.host, about=True)


def mission_sides(
    slot: Slot, sides: Sequence[Side], picks: tuple[Pick, Pick], reader: Reader
) -> tuple[Pick, Pick]:
    """Both countries of a mission for those who travel and for what is signed there, else ``picks``."""
    mission = reader.mission
    if mission is None or slot.form != "level":
        return picks
    if _yields(slot, mission, reader):
        slot.kind = "deal_value"
        slot.draft.set("kind", "deal_value", "kind.mission", slot.draft.reasons["kind"].span)
    if slot.kind not in ("count", "deal_value"):
        return picks
    if any(side.nature == "firm" and not side.vague and side.via != "say" for side in sides):
        return picks
    both = Pick(mission.guest, "who.mission"), Pick(mission.host, "who.mission")
    return both if _is_of_it(slot, mission, reader) else picks


def _yields(slot: Slot, mission: Mission, reader: Reader) -> bool:
    """Is money what a mission brings in: "The trade mission yields 5 million"?"""
    vague = slot.kind in _VAGUE and not slot.firm and slot.quantity.amount.dimension == "money"
    tags = slot.sentence.chain.tags
    return vague and reader.number in mission.told and "K" not in tags and "T" not in tags


def _is_of_it(slot: Slot, mission: Mission, reader: Reader) -> bool:
    """Are agreements told that a mission signs, what they are worth together, or those who travel?"""
    lexicon = reader.lexicon
    last = next(reversed(reader.done), None)
    here = reader.number in mission.told
    if slot.kind == "deal_value":
        same = last is not None and (last.sentence is slot.sentence or _is_told_before(last, slot, lexicon))
        led = same and last is not None and last.draft.reasons["reporter"].rule == "who.mission"
        return led or here
    if lexicon is None:
        return False
    if counts_deals(slot, lexicon):
        return True
    counted = slot.quantity.counted or ""
    entries = [lexicon.word(word) for word in (counted, *counted.split())]
    chain, behind = slot.sentence.chain, slot.link + 1
    told = {*nations(counted, lexicon), *(chain.values[i] for i in chain.find("a", behind, behind + 1))}
    if told - {mission.guest}:
        return False  # "20 companies of the host"
    near = here or reader.number - _NEXT in mission.told
    return near and any(entry is not None and entry.value in _TRAVEL for entry in entries)


def _is_told_before(last: Slot, slot: Slot, lexicon: Lexicon | None) -> bool:
    """Did the sentence before count agreements: "They signed 21. Their worth is put at 5 million"?"""
    beside = last.sentence.block is slot.sentence.block and last.sentence.number + 1 == slot.sentence.number
    return beside and lexicon is not None and counts_deals(last, lexicon)


def return_home(reader: Reader) -> None:
    """Behind an investment, which its host reports, a text on a mission goes on about its own country."""
    if reader.memory.kind == "investment" and reader.mission is not None and reader.topic.about:
        reader.memory.reporter, reader.memory.partner = reader.topic.country, reader.topic.partner
