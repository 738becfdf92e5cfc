"""Verbs whose particle stands behind their object: "neemt X over", "stimmte dem Abkommen zu"."""

from __future__ import annotations

from tradenews.scan.chain import Chain

PARTICLE = "part "  # begins the value of such a verb: its ways, each a particle and what both mean
_REACH = 22  # links from a verb to its particle
_CLAUSE_ENDS = frozenset(";:s¬")
_BEHIND = frozenset(',;:s&›‹zuqtnybθ¬-o="')  # what may stand behind a particle


def with_particle(chain: Chain, verb: int, value: str) -> str | None:
    """What a verb says together with its particle, as ``value`` has it; else what it says without one (*)."""
    ways = dict(way.split("=") for way in value.removeprefix(PARTICLE).split(" "))
    for i in range(verb + 1, min(verb + _REACH, len(chain))):
        if chain.tags[i] in _CLAUSE_ENDS:
            break
        meant = ways.get(chain.words(i).casefold())
        if meant is not None and (i + 1 == len(chain) or chain.tags[i + 1] in _BEHIND):
            return meant
    return ways.get("*")
