"""A chain cut into sentences."""

from __future__ import annotations

from collections.abc import Iterator

from tradenews.scan.chain import Chain

_CLOSERS = "\"›'"


def sentence_bounds(chain: Chain) -> Iterator[tuple[int, int]]:
    """First and last-but-one link index of each sentence, in order; together they cover the chain.

    A stop ends a sentence unless what follows begins in lower case, or it closes an initial ("J. Smith").
    """
    first, i, count = 0, 0, len(chain)
    while i < count:
        if chain.tags[i] == "s" and _ends(chain, i):
            i += 1
            while i < count and (chain.tags[i] == "s" or (chain.tags[i] in _CLOSERS and chain.adjacent(i))):
                i += 1
            yield first, i
            first = i
        else:
            i += 1
    if first < count:
        yield first, count


def _ends(chain: Chain, i: int) -> bool:
    text, start = chain.text, chain.starts[i]
    if text[start] != ".":
        return True
    if i and chain.tags[i - 1] == "W" and chain.ends[i - 1] - chain.starts[i - 1] == 1 and chain.adjacent(i):
        return False
    follow = i + 1
    while follow < len(chain) and chain.tags[follow] in _CLOSERS:
        follow += 1
    if follow >= len(chain):
        return True
    after = text[chain.starts[follow]]
    gap = chain.starts[i + 1] > chain.ends[i] if i + 1 < len(chain) else True
    return not after.islower() and (gap or chain.tags[follow] in _CLOSERS)
