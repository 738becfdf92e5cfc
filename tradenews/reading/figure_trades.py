"""Texts about a whole trade of a country: "the British furniture industry", told of by its association.

What such a text counts, makes and sells is the country's, though no flow of it may be named.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_sides import Side
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_OPENING: Final = 3  # sentences in which a text says what it is about
_COMPOUND: Final = 3  # letters before the noun in a compound: "Möbelindustrie"
_HEAD, _WITHIN = 4, 5  # links at the head of a sentence; those before a noun in which a preposition stands
_FILLERS: Final = "_laAT-KW"  # between a preposition and the noun
_SHORT: Final = 5  # letters of nouns that end no compound
_NOUNS: Final = "lWHøIKTZ°№"  # tags of words that may be the noun for a trade


def tells_of_trade(sentences: Sequence[Sentence], sides: Sequence[list[Side]], lexicon: Lexicon) -> bool:
    """Does a text open with a trade of a country, and with no company that acts?"""
    opening = {id(sentence) for sentence in _opening(sentences)}
    told = [(s, found) for s, found in zip(sentences, sides, strict=True) if id(s) in opening]
    if any(_acts(sentence.chain, side) for sentence, found in told for side in found):
        return False
    return opens_with_trade(sentences, lexicon)


def _opening(sentences: Sequence[Sentence]) -> list[Sentence]:
    return [s for s in sentences if s.block.kind in ("title", "heading", "paragraph")][:_OPENING]


def opens_with_trade(sentences: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Does a text open with a trade, by its name or by its makers and their association?"""
    return any(names_trade(s.chain, lexicon) or _names_makers(s.chain, lexicon) for s in _opening(sentences))


def _names_makers(chain: Chain, lexicon: Lexicon) -> bool:
    """Does an association tell of the makers of a country: "British car makers ..., the association said"?"""
    bodies = (chain.values[i] for i in chain.find("@"))
    if "v" not in chain.tags or not any(getattr(body, "kind", "") == "organization" for body in bodies):
        return False
    sellers = lexicon.lines["name_words"].get("exporters", ())  # they sell abroad, if nothing is said
    makers = (i for i in chain.find("Hø") if chain.values[i] == "company")
    return bool(set("aA") & set(chain.tags)) and any(fold(chain.words(i)) not in sellers for i in makers)


def _acts(chain: Chain, side: Side) -> bool:
    """Does a company act, also one that is only called "the group"?"""
    told = not side.vague or chain.values[side.link] == "company"
    return told and side.nature == "firm" and side.via in ("", "own", "chief")


def names_trade(chain: Chain, lexicon: Lexicon, first: int = 0, last: int | None = None) -> bool:
    """Does a stretch of a sentence name a trade: "the industry", "die Papierindustrie", 家具行业?"""
    nouns = lexicon.lines["name_words"].get("trades", ())
    if not nouns:
        return False
    stop = len(chain) if last is None else last
    if chain.text[chain.starts[first] : chain.starts[first] + 1] >= UNSPACED:
        stretch = fold(chain.text[chain.starts[first] : chain.ends[stop - 1]])
        return any(noun in stretch for noun in nouns)
    capitals = "nouns_have_capitals" in lexicon.lines["name_words"]
    return any(
        _is_trade(words, nouns)
        for i in chain.find(_NOUNS, first, stop)
        if (words := chain.words(i)) and (capitals or i < _HEAD or words[:1].islower())
        if not chain.tags[max(i - _WITHIN, 0) : i]
        .rstrip(_FILLERS)
        .endswith("n")  # "cooperation in the sector"
    )


def _is_trade(words: str, nouns: tuple[str, ...]) -> bool:
    folded = fold(words)
    if folded in nouns:
        return True
    return any(
        folded.endswith(noun) and len(folded) >= len(noun) + _COMPOUND for noun in nouns if len(noun) > _SHORT
    )
