"""Trade missions and state visits: whose companies travel where, and sign how many agreements there.

"A delegation of 60 Finnish companies visited Vietnam. 14 agreements were signed": each is of both countries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_counted import counts_deals
from tradenews.reading.figure_memory import Mission, Pick, Reader
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_ties import nations
from tradenews.reading.figure_topic import Topic
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot

_OF_FIRMS = regex("[o_]{1,2}[øHG]")  # "50 agreements of the companies"
_TWO = 2
_REACH = 4  # links in which a visit is told before the country
_OPENING = 3  # sentences of which one speaks of the mission, or those up to the last of the lead
_LEAD = 3  # sentences of the text proper that open it
_PROSE = 8  # links of a sentence that is more than a deck
_THERE = frozenset(("to", "in", "by"))
_OWN = frozenset(("of", "own", "trait", "goods", "office", "chief", "from"))
_NEXT = 3  # sentences on in which those who travelled are still counted
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
    """The mission or state visit that a text begins with, where its opening tells which two countries meet.

    Where it names the host alone, those who travel are from the country at ``home``, else from the one whose
    language it is of those that the ``topic`` falls back on. Guests that come to where the language of the
    text is ``spoken`` are told of from there: that country comes first.
    """
    lines = lexicon.lines["name_words"]
    words, visits = lines.get("missions", ()), lines.get("visits", ())
    told = [i for i, s in enumerate(sentences) if s.block.kind == "paragraph" and len(s.chain) > _PROSE]
    first = max((_OPENING, *(i + 1 for i in told[:_LEAD])))
    ruled = any("state" in s.chain.values for s in sentences[:first])
    if ruled:
        words = (*words, *visits)
    opening = [i for i, s in enumerate(sentences[:first]) if _speaks_of(s, words)]
    if not opening:
        return None
    there = _placed(sentences[: max(opening) + 1], sides, lexicon, tuple(word.strip() for word in words))
    pair = {topic.country, topic.partner}
    if len(there) > _TWO and pair <= there.keys():
        there = Counter({each: there[each] for each in there if each in pair})
    if len(there) == 1:
        known = (home, *(each for each in (topic.country, topic.other, topic.partner) if each in spoken))
        guest = next((each for each in known if each is not None and each not in there), None)
        there.update({guest: min(there.values()) - 1} if guest is not None else {})
    if len(there) != _TWO:
        return None
    guest, host = sorted(there, key=lambda each: there[each])
    if there[guest] == there[host]:
        return None
    words = (*words, *lines.get("missions_again", ()))
    later = (i for i, s in enumerate(sentences[first:], first) if _speaks_of(s, words))
    at_home = (host in spoken and guest not in spoken) or (not spoken and host == home)
    return Mission(guest, host, frozenset((*opening, *later)), host if at_home else guest)


def _placed(
    sentences: Sequence[Sentence], sides: Sequence[Sequence[Side]], lexicon: Lexicon, words: tuple[str, ...]
) -> Counter[str]:
    """How much rather each country is the place of what sentences tell than the one whose people travel."""
    there: Counter[str] = Counter()
    for sentence, found in zip(sentences, sides, strict=False):
        for side in found:
            if side.nature == "state" and not side.vague and len(side.ids) == 1:
                visited = fold(sentence.chain.words(max(side.link - _REACH, 0), side.link)).endswith(words)
                there[side.id] += (side.via in _THERE or visited) - (side.via in _OWN)
        for amount in (sentence.chain.values[k] for k in sentence.chain.find("Q")):
            there.subtract(nations(amount.counted, lexicon))
        for k in sentence.chain.find("°"):
            if (place := str(sentence.chain.values[k])) in there:
                there[place] += 1
    return there


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
    return evolve(topic, country=mission.first, partner=mission.second, about=True)


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
    if slot.kind == "count" and _travels(slot, mission, reader):
        return Pick(mission.guest, "who.mission"), Pick(mission.host, "who.mission")
    if any(side.nature == "firm" and not side.vague and side.via != "say" for side in sides):
        return picks
    if picks[0].rule == picks[1].rule == "who.pair" and any(a.run == b.run for a, b in pairwise(sides)):
        return picks  # "Kenya and Peru signed five agreements"
    both = Pick(mission.first, "who.mission"), Pick(mission.second, "who.mission")
    return both if _is_signed(slot, mission, reader) else picks


def _yields(slot: Slot, mission: Mission, reader: Reader) -> bool:
    """Is money what a mission brings in: "The trade mission yields 5 million"?"""
    vague = slot.kind in _VAGUE and not slot.firm and slot.quantity.amount.dimension == "money"
    tags = slot.sentence.chain.tags
    return vague and reader.number in mission.told and "K" not in tags and "T" not in tags


def _is_signed(slot: Slot, mission: Mission, reader: Reader) -> bool:
    """Are agreements told that a mission signs, or what they are worth together?"""
    lexicon = reader.lexicon
    last = next(reversed(reader.done), None)
    if slot.kind == "deal_value":
        same = last is not None and (last.sentence is slot.sentence or _is_told_before(last, slot, lexicon))
        led = same and last is not None and last.draft.reasons["reporter"].rule == "who.mission"
        return led or reader.number in mission.told
    return lexicon is not None and counts_deals(slot, lexicon) and not is_of_firms(slot)


def is_of_firms(slot: Slot) -> bool:
    """Are the agreements that are counted those "of the companies"?"""
    return _OF_FIRMS.match(slot.sentence.chain.tags, slot.link + 1) is not None


def _travels(slot: Slot, mission: Mission, reader: Reader) -> bool:
    """Are those counted who travel: companies or people, of the guests where their country is told?"""
    lexicon = reader.lexicon
    if lexicon is None or mission.told.isdisjoint(range(reader.number - _NEXT, reader.number + 1)):
        return False
    beside = {reader.number, reader.number - 1} & mission.told
    if not beside and not _speaks_of(slot.sentence, lexicon.lines["name_words"].get("travels", ())):
        return False
    counted = slot.quantity.counted or ""
    entries = [lexicon.word(word) for word in (counted, *counted.split())]
    chain, behind = slot.sentence.chain, slot.link + 1
    told = {*nations(counted, lexicon), *(chain.values[i] for i in chain.find("a", behind, behind + 1))}
    if told - {mission.guest}:
        return False  # "20 companies of the host"
    return any(entry is not None and (entry.value in _TRAVEL or entry.tag == "O") for entry in entries)


def _is_told_before(last: Slot, slot: Slot, lexicon: Lexicon | None) -> bool:
    """Did the sentence before count agreements: "They signed 21. Their worth is put at 5 million"?"""
    beside = last.sentence.block is slot.sentence.block and last.sentence.number + 1 == slot.sentence.number
    return beside and lexicon is not None and counts_deals(last, lexicon)


def return_home(reader: Reader) -> None:
    """Behind an investment, which its host reports, a text on a mission goes on about its own country."""
    if reader.memory.kind == "investment" and reader.mission is not None and reader.topic.about:
        reader.memory.reporter, reader.memory.partner = reader.topic.country, reader.topic.partner
