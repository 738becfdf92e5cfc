"""What a person tells of himself, or is told to pay, get and grow: "«A me costa 9 euro», says Rocco Neri".

Of people of whom no employer and no country is known, as growers and small traders, it is their own; who
has a company means that by "I".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_speech import is_spoken
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot

_OWN: Final = frozenset(("price", "production", "count", "other", "sales"))
_MARKS: Final = ('"', "s", ";", "¶", "',")
_OTHERS: Final = frozenset("@EGAk")  # tags of links that may name somebody else
_WORD: Final = regex(r"\w+")
_KINDS_HE: Final = frozenset(("price", "production", "other", "sales"))


def own_teller(
    slot: Slot,
    beside: Sequence[Sentence],
    people: Collection[str],
    tellers: Mapping[str, str],
    lexicon: Lexicon,
) -> str | None:
    """Whose an amount is that stands in the words of somebody who says "I", or beside "he".

    The ``tellers`` are people by their companies; ``beside`` are the sentences behind it and before,
    the nearest first.
    """
    sentence = slot.sentence
    if slot.kind not in _OWN or slot.form in ("growth", "delta"):
        return None
    first, last = _stretch(slot)
    if any(
        sentence.chain.tags[i] in _OTHERS and ref not in people
        for i, ref in sentence.refs.items()
        if first <= i < last
    ):
        return None
    if is_spoken(slot):
        if not _holds(slot, first, last, lexicon, "i_or_me"):
            return None
        here = [each for each in beside if each.block is sentence.block]
        known = {*people, *tellers}
        named = next((who for near in (sentence, *here) if (who := _only(near, known))), None)
        return tellers.get(named or "", named)
    if slot.kind not in _KINDS_HE or not _holds(slot, first, last, lexicon, "he_or_him"):
        return None
    before = (each for each in beside if each.number < sentence.number and each.block is sentence.block)
    told = next((each for each in before if _only(each, people) or _names_other(each, people)), None)
    return None if told is None or _names_other(told, people) else _only(told, people)


def _stretch(slot: Slot) -> tuple[int, int]:
    """The links around an amount up to the marks that close what is said."""
    tags = slot.sentence.chain.tags
    first = max(tags.rfind(mark, 0, slot.link) for mark in _MARKS) + 1
    last = min((at for mark in _MARKS if (at := tags.find(mark, slot.link)) >= 0), default=len(tags))
    return first, last


@lru_cache(maxsize=32)
def _words(lexicon: Lexicon, key: str) -> frozenset[str]:
    return frozenset(lexicon.lines["name_words"].get(key, ()))


def _holds(slot: Slot, first: int, last: int, lexicon: Lexicon, key: str) -> bool:
    """Does such a pronoun stand in a stretch?"""
    chain, words = slot.sentence.chain, _words(lexicon, key)
    text = fold(chain.text[chain.starts[first] : chain.ends[last - 1]])
    if any(word[0] >= UNSPACED for word in words):
        return any(word in text for word in words)
    return not words.isdisjoint(_WORD.findall(text))


def _only(sentence: Sentence, people: Collection[str]) -> str | None:
    """The only one of the people that a sentence names."""
    named = {ref for i, ref in sentence.refs.items() if sentence.chain.tags[i] == "@"} & set(people)
    return named.pop() if len(named) == 1 else None


def _names_other(sentence: Sentence, people: Collection[str]) -> bool:
    """Does a sentence name a company or body beside the people?"""
    tags = sentence.chain.tags
    return any(tags[i] in "@EG" and ref not in people for i, ref in sentence.refs.items())
