"""Words that tell since when something holds: "takes effect", also with a particle: "gaat ... in"."""

from __future__ import annotations

from tradenews.grammar.particles import PARTICLE, with_particle
from tradenews.scan.chain import Chain


def begins(chain: Chain) -> bool:
    """Does a sentence tell that something enters into force?"""
    return any(starts_at(chain, i) for i in chain.find("Y"))


def starts_at(chain: Chain, i: int) -> bool:
    """Is a word of status one of entering into force, where it has one with its particle?"""
    value = str(chain.values[i])
    value = (with_particle(chain, i, value) or "") if value.startswith(PARTICLE) else value
    return value.startswith("in_force")
