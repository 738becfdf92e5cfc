"""What persons have or do themselves: "Ana Torres, who farms 38 hectares", "a baker with 5 employees"."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.actor import Actor
from tradenews.reading.figure_selves import own_teller
from tradenews.reading.sentence import Sentence, number_of
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_REACH = 24  # links from a person to an amount of its clause
_APPOSED = regex(",_?[alOøHTWI]{1,4}u[_b]{0,2}")  # "Paul Brennan, a baker with"
_AT_PLACE = regex("(?:[noq][_a]?[W°kñ]{1,2}){0,2}")  # "Greg Dunstable from Merredin, who"
_NEAR = 1  # sentences in which who is told of is named
_SPOKEN = 6  # links from who speaks to "she" who sold
_TRADED = frozenset(("exports", "imports", "sales", "production"))
_APART = frozenset('@EvsmD;:"KO')  # what stands in a clause that tells of others
_OWNED = frozenset(("count", "other", "production"))
_FAINT = frozenset(
    ("who.none", "who.topic", "who.carried", "who.sentence", "who.lead", "who.second", "who.leader",
     "who.aside", "who.joint", "who.in", "who.same", "who.home", "who.chief", "who.leader")
)  # fmt: skip
_TIED, _AWAY = frozenset(("who.to", "who.from")), frozenset("tqnuzy")
_NO_JOBS = frozenset(("growth", "delta"))


def give_persons(
    slots: Sequence[Slot], sentences: Sequence[Sentence], actors: Sequence[Actor], lexicon: Lexicon
) -> None:
    """Set the reporter of amounts that a clause about a person tells of, where nobody surer is named."""
    people = {
        actor.id
        for actor in actors
        if actor.kind == "person" and actor.affiliation is None and actor.country is None
    }
    words, owners = lexicon.lines["name_words"].get("who", ()), set[str]()
    last: Slot | None = None
    houses = {actor.id for actor in actors if actor.kind == "company"}
    tellers = {
        actor.id: actor.affiliation
        for actor in actors
        if actor.kind == "person" and actor.affiliation in houses and actor.affiliation is not None
    }
    for slot in slots if people or tellers else ():
        told = own_teller(slot, _beside(slot, sentences), people, tellers, lexicon)
        if told is not None:
            slot.draft.set("reporter", told, "who.person")
            slot.draft.set("partner", None, "who.person")
            continue
        jobs = slot.form not in _NO_JOBS
        person = _told_of(slot, people, words) if jobs else None
        if slot.draft.reasons["reporter"].rule not in _FAINT and not (
            person and slot.quantity.amount.dimension == "area" and _is_told_before(slot, person)
        ):
            continue
        again = last is not None and last.sentence is slot.sentence
        owner = _acting(slot, owners) if person is None and (jobs or again) else None
        owner = owner or (_he_who(slot, last, people, lexicon) if jobs and person is None else None)
        if person is None and owner is None:
            continue
        owners.add(person or owner or "")
        last = slot
        slot.draft.set("reporter", person or owner, "who.person")
        alone = slot.kind in _OWNED if person else slot.draft.reasons["partner"].rule not in _TIED
        if alone:
            slot.draft.set("partner", None, "who.person")


def _beside(slot: Slot, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences behind that of an amount and before it, the nearest first."""
    at = number_of(sentences, slot.sentence, slot.sentence.number)
    before = sentences[max(at - _NEAR, 0) : max(at, 0)]
    return [*sentences[at + 1 : at + 1 + _NEAR], *reversed(before)] if at >= 0 else []


def _is_told_before(slot: Slot, person: str) -> bool:
    """Does the reporter of an amount stand before the person in whose clause it is?"""
    span, sentence = slot.draft.reasons["reporter"].span, slot.sentence
    named = max((i for i, ref in sentence.refs.items() if ref == person and i < slot.link), default=-1)
    return span is not None and named >= 0 and span.end <= sentence.chain.starts[named]


def _acting(slot: Slot, owners: set[str]) -> str | None:
    """The owner of a business, told of before, who alone acts in a sentence: "Brown sent 12 lorries"."""
    chain, refs = slot.sentence.chain, slot.sentence.refs
    named = {refs[i] for i in chain.find("@EGø") if i in refs}
    lands = [i for i in chain.find("Aak") if not set(chain.tags[max(i - 2, 0) : i]) & _AWAY]
    own = named & owners
    return own.pop() if len(named) == 1 and own and not lands else None


def _he_who(slot: Slot, last: Slot | None, people: set[str], lexicon: Lexicon) -> str | None:
    """Whom "he" or "she" means that opens a clause with an amount of goods: who spoke in it, or before."""
    chain, refs = slot.sentence.chain, slot.sentence.refs
    words = lexicon.lines["name_words"].get("he_or_she", ())
    first = max(chain.tags.rfind(mark, 0, slot.link) for mark in ",;") + 1
    opens = first if chain.words(first).lower() in words else 0
    if chain.words(opens).lower() not in words or slot.kind == "price":
        return None
    unspaced = chain.text[chain.starts[opens]] >= UNSPACED  # where a verb may be told as a noun: 发货
    between = chain.tags[opens + 1 : slot.link]
    if set(between.replace("K", "J") if unspaced else between) & _APART or not _deals(
        slot, between, unspaced
    ):
        return None
    spoken = [refs[i] for i in chain.find("@", max(opens - _SPOKEN, 0), opens) if refs.get(i) in people]
    if spoken:
        return spoken[-1]
    if opens or last is None or last.sentence.block is not slot.sentence.block:
        return None
    told = last.draft.get("reporter")
    return told if last.sentence.number >= slot.sentence.number - 1 and told in people else None


def _deals(slot: Slot, between: str, unspaced: bool) -> bool:
    """Does a clause tell of goods that somebody sells, buys or grows, or of a stretch of land?"""
    acts = "J" in between or (unspaced and "K" in between)
    return slot.quantity.amount.dimension == "area" or (acts and slot.kind in _TRADED)


def _told_of(slot: Slot, people: set[str], words: Sequence[str]) -> str | None:
    """The person whose relative clause or apposition an amount stands in."""
    chain, refs = slot.sentence.chain, slot.sentence.refs
    for link in range(slot.link - 1, max(slot.link - _REACH, -1), -1):
        if chain.tags[link] == "@" and refs.get(link) in people:
            own = _is_apposed(slot, link) or _is_clause(chain, link, slot, words)
            return refs[link] if own else None
    return None


def _is_apposed(slot: Slot, link: int) -> bool:
    """Does a person's trade stand between the name and how many it employs?"""
    told = _APPOSED.fullmatch(slot.sentence.chain.tags, link + 1, slot.link)
    return told is not None and slot.kind in _OWNED


def _is_clause(chain: Chain, link: int, slot: Slot, words: Sequence[str]) -> bool:
    """Does "who" open a clause, of nobody else, with an amount of what somebody owns, sells or buys?"""
    tags = chain.tags
    link += len(_AT_PLACE.match(tags, link + 1)[0])  # type: ignore[index]
    first = link + 2
    if tags[link + 1 : first] != "," or first >= slot.link or fold(chain.words(first)) not in words:
        return False
    between = tags[first + 1 : slot.link]
    if set(between) & _APART or "," in between or "O" in tags[first : first + 3]:
        return False
    last = next((i for i in range(slot.link, len(chain)) if tags[i] in ",;s¶"), len(chain))
    acts = "J" in tags[first:last] and slot.quantity.amount.dimension != "money"
    return slot.kind in _OWNED or slot.kind == "price" or acts
