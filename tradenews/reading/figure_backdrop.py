"""Countries that only stand behind what a text tells: buyers, who shut their border, what went before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_spending import trader_at
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_TIES: Final = frozenset(("", "own", "of", "trait", "goods"))
_NEAR: Final = 2  # links between a country and the ban that it has set up
_EARLIER: Final = "earlier"


def with_backdrop(
    sentences: Sequence[Sentence], sides: Sequence[list[Side]], lexicon: Lexicon
) -> list[list[Side]]:
    """The mentions as they tell what a text is about: those that are only its backdrop weigh little.

    "A year of the Russian embargo", "after the Kremlin closed the door", "German buyers want more".
    """
    return [
        [_in_backdrop(sentence.chain, side, lexicon) for side in found]
        for sentence, found in zip(sentences, sides, strict=True)
    ]


def _in_backdrop(chain: Chain, side: Side, lexicon: Lexicon) -> Side:
    if side.nature != "state" or side.vague or side.via not in _TIES:
        return side
    if _bans(chain, side.link, lexicon) or (side.via == "" and _is_before(chain, side.link)):
        return evolve(side, via="than")
    taker = trader_at(chain, side.link) if side.via == "" else -1
    if taker >= 0 and fold(chain.words(taker)) in lexicon.lines["name_words"].get("takers", ()):
        return evolve(side, via="trait")
    return side


def _bans(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Does a country stand at the word for a ban that it has set up: "the Russian embargo"?"""
    words = lexicon.lines["name_words"].get("bans", ())
    near = range(max(link - _NEAR, 0), min(link + _NEAR + 1, len(chain)))
    return any(fold(chain.words(i)) in words for i in near if chain.tags[i] in "lWVHY!K")


def _is_before(chain: Chain, link: int) -> bool:
    """Does a country act in what went before: "Twelve months after Moscow closed the door"?"""
    back = len(chain.tags[:link].rstrip("_o")) - 1
    if back < 0 or chain.tags[back] != "Y" or not str(chain.values[back]).startswith(_EARLIER):
        return False
    return "Q" not in chain.tags[:link]
