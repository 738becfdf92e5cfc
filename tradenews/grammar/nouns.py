"""Nouns where all of them have capitals, told from names."""

from __future__ import annotations

from tradenews.grammar.naming import words_of
from tradenews.grammar.rule import VIEW, Hit
from tradenews.lexicon.forms import fold

_MENTIONS, _BACK = 8, 40  # mentions of a word looked at, characters before each
_VERBS = "lmJVYvD"
_INFLECTED = ("e", "en", "er", "es", "em")  # ends of adjectives
_HEADS = ("", "s", "¶", '"')


def looks_like_noun(hit: Hit, i: int, *, endings: bool = True) -> bool:
    """Where all nouns have capitals: has the word a noun's ending, or an article somewhere in the text?"""
    chain = hit.chain
    word = chain.words(i)
    if endings and fold(word).endswith(words_of(hit.context, "noun_endings")):
        return True
    if any(_has_whole(chain.text, f"{article} {word}") for article in words_of(hit.context, "articles")):
        return True
    return _is_one(hit, i) or _is_described(hit, word) or _acts_as_many(hit, i)


def _is_one(hit: Hit, i: int) -> bool:
    """Do an indefinite article and an adjective stand before a word: "ein helles Pulver"?"""
    chain = hit.chain
    if i < 2 or chain.tags[i - 1] != "l" or not chain.words(i - 1).endswith(_INFLECTED):
        return False
    return fold(chain.words(i - 2)) in words_of(hit.context, "indefinite")


def _is_described(hit: Hit, word: str) -> bool:
    """Does an adjective of several stand before the word somewhere: "die deutschen Hopfenpflanzer"?"""
    text, at = hit.chain.text, -1
    forms = [form.split(" ") for form in words_of(hit.context, "plural_adjectives")]
    for _ in range(_MENTIONS):
        if not forms or (at := text.find(f" {word}", at + 1, VIEW)) < 0:
            return False
        before = text[max(at - _BACK, 0) : at].split()[-2:]
        if len(before) < 2 or not before[1].islower():
            continue
        if any(fold(before[0]) == article and before[1].endswith(end) for article, end in forms):
            return True
    return False


def _acts_as_many(hit: Hit, i: int) -> bool:
    """Does a word open a sentence before a verb of several: "Hopfenpflanzer atmen auf"?"""
    tags, endings = hit.chain.tags, words_of(hit.context, "many_act")
    if not endings or tags[i + 1 : i + 2] not in tuple(_VERBS) or tags[i - 1 : i] not in _HEADS:
        return False
    verb = hit.chain.words(i + 1)
    return verb.islower() and " " not in verb and verb.endswith(endings)


def _has_whole(text: str, words: str) -> bool:
    """Do words stand in a text, not as the beginning of a longer one: "der Lorem-Verkauf"?"""
    at = text.find(words, 0, VIEW)
    while at >= 0:
        follow = text[at + len(words) : at + len(words) + 1]
        if not (follow.isalpha() or follow == "-"):
            return True
        at = text.find(words, at + 1, VIEW)
    return False
