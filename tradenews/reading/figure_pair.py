"""The two countries that an article is about: the one of most weight, and the other that it begins with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from tradenews.reading.figure_about import is_subordinate
from tradenews.reading.figure_sides import Side
from tradenews.reading.sentence import Sentence

FRAGMENT = 4  # links of what is no sentence: "Above all the Europeans."
_PAIR = 0.2  # a partner of the whole article has at least so much of the topic's weight
_LEAD = 1.5  # so many times the weight of all the others together


def named_first(sentences: Sequence[Sentence], sides: Sequence[list[Side]]) -> tuple[set[str], bool]:
    """The countries that the title and the first sentence of the text name; are two of them a list?"""
    found: set[str] = set()
    joined = False
    for sentence, here in zip(sentences, sides, strict=True):
        if sentence.block.kind in ("title", "paragraph"):
            lands = [side for side in here if side.nature == "state" and not side.vague]
            if sentence.block.kind == "title":
                lands = [side for side in lands if not is_subordinate(sentence.chain, side.link)]
            found |= {each for side in lands for each in side.ids}
            joined = joined or any(a.run == b.run and a.id != b.id for a, b in pairwise(lands))
        if sentence.block.kind == "paragraph" and found and len(sentence.chain) > FRAGMENT:
            break
    return found, joined


def titled_with(sentences: Sequence[Sentence], sides: Sequence[list[Side]]) -> set[str]:
    """The countries that a title names that speaks of an agreement."""
    return {
        each
        for sentence, here in zip(sentences, sides, strict=True)
        if sentence.block.kind == "title" and "D" in sentence.chain.tags
        for side in here
        if side.nature == "state" and not side.vague and not is_subordinate(sentence.chain, side.link)
        for each in side.ids
    }


def second_of(
    ranked: Sequence[str],
    weights: Mapping[str, float],
    told: Mapping[str, float],
    named: set[str],
    *,
    titled: set[str],
    joined: bool,
) -> str | None:
    """The other one of the two countries that the article begins with, if a third is far behind.

    ``told`` are the weights without what the language of the text adds; ``joined`` tells that it names
    them in one breath: "Brazil and Vietnam want ...".
    """
    if len(ranked) > 1 and titled == set(ranked[:2]):
        return ranked[1]
    if len(ranked) < 2 or not named <= set(ranked[:2]) or len(named) < 2:
        return None
    rest = sum(told.get(each, 0) for each in ranked[2:])
    if not rest and joined:
        return ranked[1]
    return ranked[1] if weights[ranked[1]] >= max(_LEAD * rest, _PAIR * weights[ranked[0]]) else None
