"""Deals told by what is done: phrases of several words, "gets … the order", "zieht … an Land".

A phrase is made of pieces with a gap (``…``) between them, each piece of alternatives in braces. What it
tells is its key: kind and status, and what must stand beside it: ``contract/agreed goods``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, expand, fold
from tradenews.lexicon.index import Lexicon

_GAP, _NEXT = "…", ";:"
_WORD = regex(r"[\u3040-\u9fff]|\*?[^\W_\u3040-\u9fff]+")
_ENDS = "*"  # before the end of a compound: "*auftrag"
_REACH, _UNSPACED_REACH = 16, 30  # words, or characters, of one gap
_COMPOUND = 8  # letters of a compound
Words = tuple[str, ...]


@frozen
class Told:
    """What a phrase tells, and where, in characters of what was searched; ``opens`` ends its first piece."""

    kind: str
    status: str
    needs: frozenset[str]
    start: int
    opens: int
    end: int


@frozen
class _Phrase:
    """The pieces behind the first, and what is told: kind, status, what must stand beside it.

    ``needed`` are, for each of the pieces without the end of a compound, the words with which it may begin.
    """

    first: Words
    rest: tuple[tuple[Words, ...], ...]
    value: tuple[str, str, frozenset[str]]
    needed: tuple[frozenset[str], ...]


def _words(text: str) -> Words:
    return tuple(_WORD.findall(fold(text)))


@lru_cache(maxsize=16)
def _phrases(lexicon: Lexicon) -> dict[str, tuple[_Phrase, ...]]:
    """The phrases of a language by their first word, the longest first."""
    found: dict[str, list[_Phrase]] = {}
    for key, forms in lexicon.lines["told_deals"].items():
        what, *needs = key.split(" ")
        kind, _, status = what.partition("/")
        for form in forms:
            pieces = [tuple(map(_words, expand(piece.strip()))) for piece in form.split(_GAP)]
            rest = tuple(pieces[1:])
            begun = (frozenset(words[0] for words in piece) for piece in rest)
            needed = tuple(each for each in begun if not any(word[0] == _ENDS for word in each))
            for first in pieces[0]:
                phrase = _Phrase(first, rest, (kind, status, frozenset(needs)), needed)
                found.setdefault(_ENDS if first[0][0] == _ENDS else first[0], []).append(phrase)
    return {word: tuple(sorted(each, key=lambda p: -len(p.first))) for word, each in found.items()}


@lru_cache(maxsize=64)
def find_told(text: str, lexicon: Lexicon) -> tuple[Told, ...]:
    """What the phrases of a sentence tell, in the order of their first words."""
    phrases = _phrases(lexicon)
    plain = fold(text).replace(_ENDS, " ")
    found = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(plain)] if phrases else []
    words = tuple(word for _, _, word in found)
    told, there, ends = [], set(words), phrases.get(_ENDS, ())
    for i, word in enumerate(words):
        for phrase in (*phrases.get(word, ()), *_compounds(word, ends)):
            if any(map(there.isdisjoint, phrase.needed)):
                continue
            last = _match(words, i, phrase)
            if last is not None and set(_NEXT).isdisjoint(text[found[i][0] : found[last][1]]):
                kind, status, needs = phrase.value
                opens = found[i + len(phrase.first) - 1][1]
                told.append(Told(kind, status, needs, found[i][0], opens, found[last][1]))
    return tuple(told)


def _compounds(word: str, ends: tuple[_Phrase, ...]) -> Sequence[_Phrase]:
    """The phrases that begin with the end of a compound: "Bauauftrag" with "*auftrag"."""
    if not ends or len(word) < _COMPOUND:
        return ()
    return [p for p in ends if word.endswith(p.first[0][1:])]


def _stands(words: Words, j: int, form: Words) -> bool:
    """Does a form stand at word ``j``?"""
    if len(form) == 1:
        return _is_word(words[j], form[0])
    return words[j : j + len(form)] == form


def _is_word(word: str, form: str) -> bool:
    return word == form or (form[0] == _ENDS and word.endswith(form[1:]))


def _match(words: Words, i: int, phrase: _Phrase) -> int | None:
    """The last word of a phrase that begins at word ``i``."""
    end = i + len(phrase.first)
    if len(words) < end or not all(map(_is_word, words[i:end], phrase.first)):
        return None
    for piece in phrase.rest:
        reach = _UNSPACED_REACH if words[i] >= UNSPACED else _REACH
        near = range(end, min(end + reach, len(words)))
        ends = (j + len(form) for j in near for form in piece if _stands(words, j, form))
        following = next(ends, None)
        if following is None:
            return None
        end = following
    return end - 1
