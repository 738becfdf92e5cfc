"""Things that turn out to be one: sets that are joined, and near-duplicate texts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from zlib import crc32

from tradenews.models.article import Article

_WORD = re.compile(r"[^\W_\u3040-\u9fff\uac00-\ud7af]+|[\u3040-\u9fff\uac00-\ud7af]")
_SHINGLE = 5  # words (characters of unspaced scripts) that must stand together
_SAMPLE = 4  # one shingle in so many is kept, chosen by its hash: the same ones in every text
_COMMON = 40  # a shingle in more texts than this is a phrase of the trade, and tells nothing
_REPRINT = 0.5  # shared part of the smaller text's shingles, from which two texts are one story
_LEAST = 8  # shingles that a text must have to be compared at all


class Joined:
    """Disjoint sets of hashable things; all that was joined, directly or not, is in one set."""

    def __init__(self) -> None:
        self._parent: dict[Hashable, Hashable] = {}

    def root(self, thing: Hashable) -> Hashable:
        """The representative of the set that holds ``thing``."""
        parent = self._parent
        parent.setdefault(thing, thing)
        while parent[thing] != thing:
            parent[thing] = parent[parent[thing]]
            thing = parent[thing]
        return thing

    def join(self, one: Hashable, other: Hashable) -> None:
        """Put the sets of both together."""
        self._parent[self.root(other)] = self.root(one)


def shingles(text: str) -> frozenset[int]:
    """Hashes of a fixed sample of all runs of five words of ``text``."""
    words = _WORD.findall(text.lower())
    runs = zip(*(words[i:] for i in range(_SHINGLE)), strict=False)
    hashes = (crc32(" ".join(run).encode("utf-8", "surrogatepass")) for run in runs)
    return frozenset(h for h in hashes if h % _SAMPLE == 0)


def reprints(articles: Sequence[Article]) -> dict[str, str]:
    """Article id to the id of the first article that prints the same story.

    Time grows with the number of articles times the number that share a shingle, which is bounded.
    """
    sets = {article.id: shingles(article.body) for article in articles}
    holders: dict[int, list[str]] = defaultdict(list)
    for id, hashes in sets.items():
        for value in hashes:
            holders[value].append(id)
    same = Joined()
    for id, hashes in sets.items():
        shared = Counter(
            other for h in hashes if len(holders[h]) <= _COMMON for other in holders[h] if other != id
        )
        for other, count in shared.items():
            small = min(len(hashes), len(sets[other]))
            if small >= _LEAST and count >= _REPRINT * small:
                same.join(id, other)
    first: dict[Hashable, str] = {}
    return {article.id: first.setdefault(same.root(article.id), article.id) for article in articles}


def in_order(ids: Iterable[str], articles: Sequence[Article]) -> tuple[str, ...]:
    """``ids`` in the order of ``articles``, each once."""
    wanted = set(ids)
    return tuple(dict.fromkeys(article.id for article in articles if article.id in wanted))
