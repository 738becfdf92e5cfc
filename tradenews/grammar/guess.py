"""A name that only what stands around it tells, and what speaks against one."""

from __future__ import annotations

from tradenews.grammar.bodies import name_end
from tradenews.grammar.naming import is_nearby, is_one_of, named, placed, words_of
from tradenews.grammar.rule import VIEW, Hit
from tradenews.grammar.values import Quantity
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.scan.chain import Link

NAME_REST = r"(?<![WñĉĵZ].)(?:[ĵĸX]?[WñĉZ]|ĵl){0,4}°?(?![WñĉĵLI°Aa@])"
_MODEL = regex(r"[A-Z]{1,4}-?\d{2,4}[A-Z]?|\d[A-Z]")  # of an aircraft, a car: "A320"
_NUMERAL = regex("[IVX]+")  # of a pier, a phase, a king
_SHORTEST = 2
_MADE = ("production", "exports", "sales")
_OBJECT = 6  # links from a verb to its amount
_STAKE = 3  # links from a name to a word for a part of a company
_MENTIONS, _PLACED = 8, 24  # mentions of a word looked at, characters before each


def guess(hit: Hit, kind: str = "company", cue: str = "guess", *, port: bool = False) -> list[Link] | None:
    """The match as a name of ``kind``, unless its words or its place speak against it.

    ``port`` tells that it may begin like the name of a place, if more follows: "Puerto Hondo".
    """
    chain, first = hit.chain, _behind_origin(hit)
    last = name_end(hit, first, hit.last)
    if last == first or chain.ends[last - 1] - chain.starts[first] < _SHORTEST:
        return None
    ends = {last - 1} if port and last - first > 1 else {first, last - 1}
    if any(is_one_of(hit, i, "place_words") for i in ends) or is_one_of(hit, first, "not_actors"):
        return None
    if last - first == 1 and is_one_of(hit, last - 1, "not_persons"):
        return None
    if is_nearby(hit, first) or is_home(hit):
        return None
    words = chain.words(first, last)
    if chain.tags[first] == "Z" and not chain.words(first).isalpha():
        return None
    if _is_paper(hit, first, last) or _MODEL.fullmatch(words) or _NUMERAL.fullmatch(words):
        return None
    if is_one_of(hit, last - 1, "place_nouns") or _is_place_noun(hit, last):
        return None
    word = chain.words(first)
    if last - first == 1 and not word.isupper() and chain.text.find(f" {word.lower()}", 0, VIEW) >= 0:
        return None
    if last - first == 1 and _is_told_place(hit, word):
        return None
    return placed(hit, first, last, named(hit, kind, first, last, cue=cue))


def is_home(hit: Hit) -> bool:
    """Is one word behind a trade of people where they are at home: "productora de Lorem"?"""
    chain, at = hit.chain, hit.first - 1
    while at > 0 and chain.tags[at] == "_":
        at -= 1
    if chain.tags[at] not in "oqn" or not at or chain.tags[at - 1] != "O" or chain.values[at - 1] != "other":
        return False
    return hit.last - hit.first == 1 and chain.words(hit.first).istitle()


def makes_so_much(hit: Hit, verb: int) -> bool:
    """Does the verb at a link make, sell or send an amount, no percentage: "Lorem Ipsum presst 5 Tonnen"?"""
    chain = hit.chain
    if chain.tags[verb] != "J" or not str(chain.values[verb]).rpartition("=")[2].startswith(_MADE):
        return False
    value = chain.values[chain.first_of("Q", verb, min(verb + _OBJECT, len(chain)))]
    return isinstance(value, Quantity) and value.amount.dimension != "ratio"


def _behind_origin(hit: Hit) -> int:
    """Behind the adjective of a town that an article stands before: "het Wessingse Lorem"."""
    chain, first, endings = hit.chain, hit.first, words_of(hit.context, "origin_endings")
    home = bool(endings) and hit.last - first > 1 and chain.tags[first - 1 : first] == "_"
    return (
        first + 1
        if home and chain.tags[first + 1] in "WZĉ" and chain.words(first).endswith(endings)
        else first
    )


def _is_place_noun(hit: Hit, i: int) -> bool:
    """Does "river", "valley" stand behind a name, and no verb of the same form: "a Lorem vale 5 milhões"?"""
    return i < len(hit.chain) and hit.chain.tags[i] not in "VJYv" and is_one_of(hit, i, "place_nouns")


def _is_told_place(hit: Hit, word: str) -> bool:
    """Does the text say elsewhere that a word names a place: "in the city of Lorem"?

    "Port Lorem" may be who runs the port.
    """
    text, at = hit.chain.text, -1
    nouns, ports = words_of(hit.context, "place_nouns"), words_of(hit.context, "ports")
    for _ in range(_MENTIONS):
        if (at := text.find(f" {word}", at + 1, VIEW)) < 0:
            return False
        if at + 1 == hit.start and "F" in hit.chain.tags[max(hit.first - _STAKE, 0) : hit.first]:
            continue  # "60 % del capital de Lorem"
        before = fold(text[max(at - _PLACED, 0) : at]).split()
        entry = hit.context.lexicon.word(before[-1]) if before and hit.context else None
        joined = entry is not None and entry.tag == "o"
        before = before[:-1] if joined else before
        if before and before[-1] in nouns and (joined or before[-1] not in ports):
            return True
    return False


def _is_paper(hit: Hit, first: int, last: int) -> bool:
    """Is what looks like a name that of a report, index or law, or the end of one: "Relatório Trimestral"?"""
    led = first and hit.chain.text[hit.chain.starts[first - 1]].isupper()
    return any(is_one_of(hit, i, "papers") for i in range(first - bool(led), last))


def cue_of(hit: Hit) -> str:
    """Of several words, or letters, a name stands by itself; a lone word needs a second mention."""
    return "weak" if hit.last - hit.first == 1 and hit.chain.words(hit.first).istitle() else "guess"


def is_article(hit: Hit, i: int) -> bool:
    """Can a preposition also be an article: Portuguese "a"?"""
    return hit.context is None or hit.chain.words(i).lower() == hit.context.lexicon.facts.get("article")
