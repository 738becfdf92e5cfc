"""Who is said to have said a figure."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.models.span import Span
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot

_NEAR = 8  # links between "according to" or "said" and the one who says
_STOPS = 'Qs,;:‹›"θ'


def assign_source(slots: Sequence[Slot]) -> None:
    """Set ``attribution`` of every slot's draft: ids of actors, else the words that name the source."""
    sentence: Sentence | None = None
    sources: tuple[str, ...] = ()
    place: Span | None = None
    for slot in slots:
        if slot.sentence is not sentence:
            sentence = slot.sentence
            sources, place = _sources(sentence)
        if sources:
            slot.draft.set("attribution", sources, "source.said", place)


def _sources(sentence: Sentence) -> tuple[tuple[str, ...], Span | None]:
    """The sources that a sentence names, and where its first word of saying stands."""
    chain = sentence.chain
    for link in chain.find("v"):
        found = _near(sentence, link) or _words(sentence, link)
        if found:
            return found, Span(chain.starts[link], chain.ends[link])
    return (), None


def _near(sentence: Sentence, link: int) -> tuple[str, ...]:
    """The actor nearest to a word of saying; behind it after "according to", on either side of "said"."""
    chain, refs = sentence.chain, sentence.refs
    before = range(link - 1, max(link - 1 - _NEAR, -1), -1)
    after = range(link + 1, min(link + 1 + _NEAR, len(chain)))
    order = (before, after) if chain.values[link] == "said" else (after, before)
    for stretch in order:
        for i in stretch:
            if i in refs:
                return (refs[i],)
            if chain.tags[i] in "Qs;":
                break
    return ()


def _words(sentence: Sentence, link: int) -> tuple[str, ...]:
    """The words behind "according to", where they name no actor."""
    chain = sentence.chain
    if chain.values[link] == "said":
        return ()
    first = link + 1
    while first < len(chain) and chain.tags[first] in "_o":
        first += 1
    last = first
    while last < len(chain) and last - first < _NEAR and chain.tags[last] not in _STOPS:
        last += 1
    words = chain.words(first, last)
    return (words,) if words and any(c.isalpha() for c in words) else ()
