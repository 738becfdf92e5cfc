"""Where companies are from, as a sentence tells it: "Swedish start-up X", "X, the Swiss maker of pumps"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_sides import Side
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

ORIGINS: Final = frozenset(("trait", "office", "goods", "own"))
_DESCRIBED: Final = regex("-?[TIH&l-]{0,3}ø|-[lHIT]")  # "US producer X", "US-Produzent X"
_BEHIND: Final = regex(",[_o]?[lVTH]{0,2}[øGHlT]?a[øGHlToV,]")
_PLACED: Final = regex(",?n_?")  # "Lorem in Kenya"
_BESIDE: Final = 2
_ORIGIN: Final = 6  # links between the adjective and the name
_PARTING: Final = frozenset(",;:QKJVv&")


def origins(sentence: Sentence, sides: Sequence[Side]) -> Iterator[tuple[str, str]]:
    """Companies of a sentence with the country that tells where they are from: "Swedish start-up X"."""
    tags = sentence.chain.tags
    for side in sides:
        if side.nature == "firm" and not side.vague and tags[side.link] in "Gø":
            beside = next((i for i in (side.link - 1, side.link + 1) if tags[max(i, 0) : i + 1] == "a"), -1)
            if beside >= 0 and isinstance(sentence.chain.values[beside], str):
                yield side.id, sentence.chain.values[beside]  # "The Swiss company"
    for side, other in pairwise(sides):
        if side.vague or other.vague:
            continue
        natures, between = (side.nature, other.nature), tags[side.link + 1 : other.link]
        if natures == ("state", "firm"):
            near = len(between) < _ORIGIN and not set(between) & _PARTING
            if near and _tells_origin(tags, side, between):
                yield other.id, side.id
        behind = natures == ("firm", "state") and tags[other.link] == "a"
        if behind and _BEHIND.fullmatch(tags, side.link + 1, other.link + 2):
            yield side.id, other.id  # "Lorem, the Swiss maker of pumps"


def _tells_origin(tags: str, side: Side, between: str) -> bool:
    apposed = side.via == "" and ("ø" in between or not between)
    described = _DESCRIBED.fullmatch(between) is not None
    return tags[side.link] == "a" or side.via in ORIGINS or apposed or described


def is_origin(slot: Slot, side: Side, sides: Sequence[Side]) -> bool:
    """Does a country only tell where a company is from: "the Greek shipowner X"?"""
    tags = slot.sentence.chain.tags
    if side.nature != "state":
        return False
    for other in sides:
        if other.nature == "firm" and 0 < other.link - side.link <= _ORIGIN:
            between = tags[side.link + 1 : other.link]
            return _tells_origin(tags, side, between) and not set(between) & _PARTING
    return False


def is_home(slot: Slot, side: Side, sides: Sequence[Side]) -> bool:
    """Does a place right behind a company only tell where it is: "Lorem in Kenya exported 5 tonnes"?"""
    if slot.kind not in MIRROR or side.via != "in":
        return False
    tags = slot.sentence.chain.tags
    firms = (s for s in sides if s.nature == "firm" and not s.vague and s.via == "" and s.link < side.link)
    return side.link < slot.link and any(
        _PLACED.fullmatch(tags, s.link + 1, side.link) is not None for s in firms
    )


def is_cooperative(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Is a body one of those that trade as companies do: "the cooperative Lorem"?"""
    words = lexicon.lines["name_words"].get("cooperatives", ())
    named = fold(chain.words(max(link - _BESIDE, 0), link + 1)).replace("'", " ").replace("’", " ").split(" ")
    return (bool(words) and any(word in words for word in named)) or fold(chain.words(link)).endswith(
        words or ("\0",)
    )
