"""Which country is meant by "the Nordic kingdom", "the island": the last one named that is such."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_sides import Side
from tradenews.reading.sentence import Sentence

_COUNTRY = "country"  # of table groups
_NEAR = 2  # sentences within which a country was named that is spoken of


def name_lands(
    sentences: Sequence[Sentence], found: Sequence[list[Side]], home: str | None, lexicon: Lexicon
) -> None:
    """Give the vague sides that tell in which part of the world they lie the country named last there.

    It is rather one that a sentence before named; where that is long ago, rather the ``home`` of the text.
    Where none fits that was named so far, a side stays vague.
    """
    named: dict[str, int] = {}  # the latest last, with the number of its sentence
    for number, (sentence, sides) in enumerate(zip(sentences, found, strict=True)):
        for side in sides:
            if side.nature != "state" or len(side.ids) > 1:
                continue
            if side.vague:
                lands = _lands_told(sentence, side, lexicon)
                meant = _meant([each for each in reversed(named) if each in lands], named, number)
                meant = home if home in lands and named.get(meant or "", -_NEAR) <= number - _NEAR else meant
                if meant is not None:
                    side.ids, side.vague = (meant,), False
            if not side.vague:
                named.pop(side.id, None)
                named[side.id] = number


def _meant(fitting: Sequence[str], named: dict[str, int], number: int) -> str | None:
    """The latest one of those that fit, rather not one of the same sentence."""
    before = (each for each in fitting if named[each] < number)
    return next(before, next(iter(fitting), None))


def _lands_told(sentence: Sentence, side: Side, lexicon: Lexicon) -> frozenset[str]:
    """The countries that a description fits; none where it tells of no part of the world."""
    chain = sentence.chain
    if chain.tags[side.link] != "G" or chain.values[side.link] != _COUNTRY:
        return frozenset()
    words, lands = fold(chain.words(side.link)), lexicon.lines["lands"]
    told = [part for part in lands if part in words]
    fitting = [lands[part] for part in told if not any(part in each for each in told if each != part)]
    return frozenset(fitting[0]).intersection(*fitting[1:]) if fitting else frozenset()
