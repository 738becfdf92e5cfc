"""What a period is only likened to: "in line with last year", "as in 2015", 与去年大致相当."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tradenews.lexicon.forms import fold
from tradenews.scan.chain import Chain

_ENDS = "Q,;:s‹›"
_BACK = 8  # links from a period back to the word that likens
_SMALL = frozenset("_notτuq=b'lyVTr")  # what may stand between the two
_WITH = frozenset("utn")
_AHEAD = 5  # links from a period to the word behind it that likens


def is_likened(chain: Chain, link: int, words: Mapping[str, Sequence[str]]) -> bool:
    """Does a word for "like" stand before a period, or behind "with" and the period?"""
    tags, heads = chain.tags, words.get("alike", ())
    for i in range(link - 1, max(link - 1 - _BACK, -1), -1) if heads else ():
        if tags[i] in _ENDS:
            break
        said = fold(chain.words(i, link)) + " "
        head = next((head for head in heads if said.startswith(f"{head} ")), None)
        if head is not None:
            behind = chain.starts[i] + len(head)
            return all(tags[k] in _SMALL for k in range(i, link) if chain.starts[k] > behind)
    ends = words.get("alike_behind", ())
    if not ends or tags[max(link - 1, 0) : link] not in _WITH:
        return False
    last = link + 1
    while last < len(chain) and last - link <= _AHEAD and tags[last] not in _ENDS:
        last += 1
    return any(form in chain.words(link + 1, last) for form in ends)
