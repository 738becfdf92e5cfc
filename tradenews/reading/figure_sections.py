"""The items of a news round-up: where one ends, and which country its label names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from tradenews.lexicon.index import Lexicon
from tradenews.reading.sentence import Sentence
from tradenews.reading.stories import stories_of
from tradenews.scan.chain import Chain

_MARKS = "-:s"  # what ends a label: "CHILE -", "Moskau.", "Belgique:"
_JOINTS = "/,&-"
_MOST = 4  # links of a label
_FEW = 2  # a text with fewer labels is no round-up


@frozen
class Section:
    """Sentences ``first`` up to but without ``last``; ``home`` the country that the label names, or None."""

    first: int
    last: int
    home: str | None = None


def sections_of(sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Section]:
    """The items of a round-up, the stories of a page; one section where the text has but one."""
    labels = [
        (i, label)
        for i, sentence in enumerate(sentences)
        if _begins(sentences, i) and (label := _label(sentence.chain, lexicon)) is not None
    ]
    if sum(bool(label) for _, label in labels) < _FEW:
        labels = []
    starts = [0, *sorted({*(i for i, _ in labels if i), *stories_of(sentences)}), len(sentences)]
    homes = dict(labels)
    found = [
        Section(first, last, homes.get(first) or None) for first, last in pairwise(starts) if first < last
    ]
    return found or [Section(0, 0, None)]


def _begins(sentences: Sequence[Sentence], i: int) -> bool:
    """Does a sentence open a paragraph?"""
    block = sentences[i].block
    return block.kind not in ("title", "heading") and (i == 0 or sentences[i - 1].block is not block)


def _label(chain: Chain, lexicon: Lexicon) -> str | None:
    """The country of the label that opens a paragraph; empty for a label without one, None for no label."""
    tags = chain.tags
    end = next((i for i, tag in enumerate(tags[: _MOST + 1]) if tag in _MARKS), 0)
    if not 0 < end <= _MOST or any(tag in "Qθv" for tag in tags[:end]):
        return None
    if tags[end] == "-" and chain.adjacent(end):
        return None
    for i in range(end):
        code = chain.values[i] if tags[i] in "Ak" else _place(chain.words(i), lexicon)
        if isinstance(code, str) and len(code) == 2 and all(tag in _JOINTS for tag in tags[i + 1 : end : 2]):
            return code
    return "" if end == 1 and tags[0] == "W" else None


def _place(words: str, lexicon: Lexicon) -> str | None:
    """The country of a city that stands as a mere place."""
    entry = lexicon.word(words) or lexicon.word(words.title())
    return str(entry.value) if entry is not None and entry.tag in "Ak" else None
