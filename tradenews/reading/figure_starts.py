"""Words that tell since when something holds: "takes effect", also with a particle: "gaat ... in"."""

from __future__ import annotations

from tradenews.reading.clauses import PARTICLE
from tradenews.scan.chain import Chain

_REACH = 12  # links from a verb to its particle
_PAUSES = frozenset(",;:&s")


def begins(chain: Chain) -> bool:
    """Does a sentence tell that something enters into force?"""
    return any(starts_at(chain, i) for i in chain.find("Y"))


def starts_at(chain: Chain, i: int) -> bool:
    """Is a word of status one of entering into force, where it has one with its particle?"""
    value = str(chain.values[i])
    if not value.startswith(PARTICLE):
        return value.startswith("in_force")
    ways = dict(way.split("=") for way in value.split(" ")[1:])
    for j in range(i + 1, min(i + _REACH, len(chain))):
        if chain.tags[j] in _PAUSES:
            break
        if ways.get(chain.words(j).casefold(), "").startswith("in_force"):
            return j + 1 == len(chain) or chain.tags[j + 1] in _PAUSES
    return False
