"""The small words that tie a mention into its sentence, also within forms of several words."""

from __future__ import annotations

from typing import Literal

from tradenews.lexicon.forms import token_starts
from tradenews.lexicon.index import Lexicon

Via = Literal[
    "", "to", "from", "with", "by", "in", "of", "on", "between", "than",
    "own", "goods", "share", "office", "say", "trait", "chief", "behind",
]  # fmt: skip
PREPOSITIONS: dict[str, Via] = {
    "t": "to", "q": "from", "u": "with", "y": "by", "n": "in", "o": "of", "z": "on", "<": "between",
    "=": "than", "v": "say", "r": "to", "X": "of",
}  # fmt: skip
_MOST = 3  # words of such a preposition


def tail_tie(words: str, lexicon: Lexicon) -> Via:
    """The preposition with which a form of several words ends: "went to", "achats auprès de"."""
    starts = token_starts(words)
    for start in starts[max(len(starts) - _MOST, 1) :]:
        entry = lexicon.word(words[start:])
        if entry is not None and entry.tag in PREPOSITIONS:
            return PREPOSITIONS[entry.tag]
    return ""


def head_tie(words: str, lexicon: Lexicon) -> Via:
    """The preposition with which a form of several words begins: "im Land", "nel Paese"."""
    first = words.partition(" ")[0]
    if first == lexicon.facts.get("article"):
        return ""  # "a ilha"
    entry = lexicon.word(first)
    return PREPOSITIONS.get(entry.tag, "") if entry is not None and " " in words else ""


def word_tie(via: Via, words: str, lexicon: Lexicon) -> Via:
    """How "the country" is tied in, by what stands before it or by its own preposition: "al país"."""
    head = head_tie(words, lexicon)
    return head if via == "" or (via == "own" and head in ("to", "from", "in")) else via
