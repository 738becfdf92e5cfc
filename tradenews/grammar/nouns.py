"""Nouns where all of them have capitals, told from names."""

from __future__ import annotations

from tradenews.grammar.naming import words_of
from tradenews.grammar.rule import VIEW, Hit
from tradenews.lexicon.forms import fold


def looks_like_noun(hit: Hit, i: int, *, endings: bool = True) -> bool:
    """Where all nouns have capitals: has the word a noun's ending, or an article somewhere in the text?"""
    chain = hit.chain
    word = chain.words(i)
    if endings and fold(word).endswith(words_of(hit.context, "noun_endings")):
        return True
    return any(_has_whole(chain.text, f"{article} {word}") for article in words_of(hit.context, "articles"))


def _has_whole(text: str, words: str) -> bool:
    """Do words stand in a text, not as the beginning of a longer one: "der Lorem-Verkauf"?"""
    at = text.find(words, 0, VIEW)
    while at >= 0:
        follow = text[at + len(words) : at + len(words) + 1]
        if not (follow.isalpha() or follow == "-"):
            return True
        at = text.find(words, at + 1, VIEW)
    return False
