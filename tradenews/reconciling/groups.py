"""Things that turn out to be one: sets that are joined, and near-duplicate texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain
from zlib import crc32

from tradenews.lazy import regex
from tradenews.models.article import Article

_WORD = regex(r"[^\W_\u3040-\u9fff\uac00-\ud7af]+|[\u3040-\u9fff\uac00-\ud7af]")
_SHINGLE = 5  # words (characters of unspaced scripts) that must stand together
_SAMPLE = 4  # one shingle in so many is kept, chosen by its hash: the same ones in every text
_COMMON = 40  # a shingle in more texts than this is a phrase of the trade, and tells nothing
_REPRINT = 0.5  # shared part of the smaller text's shingles, from which two texts are one story
_WHOLE = 0.9  # shared part of the larger text's, from which one is the other but for a line
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

    Time grows with the number of articles times the number that share a shingle, which is bounded: what is
    all but whole printed again is joined to its first print and not compared with any other.
    """
    sets: dict[str, frozenset[int]] = {}
    holders: dict[int, list[str]] = defaultdict(list)
    same = Joined()
    for article in articles:
        hashes = shingles(article.body)
        size = max(len(hashes), _LEAST)
        first = (o for o, n in _shared(hashes, holders) if n >= _WHOLE * max(size, len(sets[o])))
        printed = next(first, None)
        if printed is not None:
            same.join(printed, article.id)
            continue
        sets[article.id] = hashes
        for value in hashes:
            if len(holders[value]) <= _COMMON:
                holders[value].append(article.id)
    for id, hashes in sets.items():
        for other, count in _shared(hashes, holders):
            small = min(len(hashes), len(sets[other]))
            if other != id and small >= _LEAST and count >= _REPRINT * small:
                same.join(id, other)
    firsts: dict[Hashable, str] = {}
    return {article.id: firsts.setdefault(same.root(article.id), article.id) for article in articles}


def _shared(hashes: frozenset[int], holders: Mapping[int, list[str]]) -> list[tuple[str, int]]:
    """The articles that share shingles, phrases of the trade left out, and how many, if it is not too few."""
    near = (holders[h] for h in hashes if h in holders and len(holders[h]) <= _COMMON)
    shared = Counter(chain.from_iterable(near))
    return [(other, count) for other, count in shared.items() if count >= _REPRINT * _LEAST]


def in_order(ids: Iterable[str], places: Mapping[str, int]) -> tuple[str, ...]:
    """``ids`` in the order of their places, each once."""
    return tuple(sorted(set(ids), key=lambda id: places[id]))
