"""Which companies a text first names as what another one buys."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tradenews.reading.figure_sides import Side
from tradenews.reading.sentence import Sentence

_BUYS = frozenset(("", "by", "say"))  # ties of a company that buys another


def bought_in(sentences: Sequence[Sentence], sides: Sequence[list[Side]]) -> set[str]:
    """The companies that are first named as what another one buys."""
    known: set[str] = set()
    bought: set[str] = set()
    for sentence, found in zip(sentences, sides, strict=True):
        firms = [side for side in found if side.nature == "firm" and not side.vague]
        for buyer, side in pairwise(firms):
            if side.id not in known and buyer.id != side.id and buyer.via in _BUYS:
                deals = (
                    str(sentence.chain.values[i]) for i in sentence.chain.find("DYJ", buyer.link, side.link)
                )
                if any("merger_acquisition" in told or told.startswith("imports") for told in deals):
                    bought.add(side.id)
        known |= {side.id for side in firms}
    return bought
