"""The stories of a page that has several, each below a headline of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from tradenews.reading.sentence import Sentence

_HEADLINE = 3  # links that a headline has at least; a mere label has fewer
_FEW = 2  # a page with fewer stories beside the first has but one
_NAMES = "@EAak"  # unlike "the group"
_HEADS = ("title", "heading")


@frozen
class _Part:
    """Sentences ``first`` up to but without ``last``, who is named in them, and who in the headline."""

    first: int
    last: int
    named: frozenset[str]
    headed: frozenset[str]


def stories_of(sentences: Sequence[Sentence]) -> list[int]:
    """The first sentences of the stories behind the first one; none where the page has but one story.

    A headline begins another story where all whom it names are new, and nothing below it tells of those in
    the headlines before. Where most headings of a page do so, each of them begins a story.
    """
    heads = _headings(sentences)
    if len(heads) < _FEW:
        return []
    parts = _parts(sentences, heads)
    first = next((n for n, part in enumerate(parts) if part.named), len(parts))
    seen = main = parts[first].named if first < len(parts) else frozenset()
    main &= parts[first].headed if first < len(parts) else main
    rest, apart = parts[first + 1 :], 0
    for part in rest:
        apart += bool(part.headed) and not part.headed & seen and not part.named & main
        seen, main = seen | part.named, main | part.headed
    return [part.first for part in rest] if apart >= _FEW and 3 * apart >= 2 * len(rest) else []


def _headings(sentences: Sequence[Sentence]) -> list[int]:
    """The headings, of several in a row the first."""
    return [
        i
        for i, each in enumerate(sentences)
        if each.block.kind in _HEADS and (i == 0 or sentences[i - 1].block.kind not in _HEADS)
    ]


def _parts(sentences: Sequence[Sentence], heads: Sequence[int]) -> list[_Part]:
    """What stands below each heading, with it; headings without a text go with what follows them."""
    bounds = [0, *(i for i in heads if i), len(sentences)]
    return [_part(sentences, first, last) for first, last in pairwise(bounds) if first < last]


def _part(sentences: Sequence[Sentence], first: int, last: int) -> _Part:
    headlines = [each for each in sentences[first:last] if each.block.kind in _HEADS]
    told = (_named(each) for each in headlines if len(each.chain) >= _HEADLINE)
    return _Part(
        first,
        last,
        frozenset().union(*map(_named, sentences[first:last])),
        frozenset().union(*told),
    )


def _named(sentence: Sentence) -> frozenset[str]:
    """The actors that a sentence names."""
    chain = sentence.chain
    return frozenset(id for i, id in sentence.refs.items() if chain.tags[i] in _NAMES)
