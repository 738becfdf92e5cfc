"""What a language without blanks says of names: family names, transcription characters, verbs of saying."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from tradenews.lexicon.index import Lexicon


@frozen
class Signs:
    """What the table ``name_words`` of a language without blanks says of names."""

    surnames: frozenset[str]
    transcription: frozenset[str]
    speech: tuple[str, ...]
    follows: tuple[str, ...]
    stops: frozenset[str]
    fields: tuple[str, ...]
    not_names: tuple[str, ...]


@lru_cache(maxsize=8)
def signs_of(lexicon: Lexicon) -> Signs:
    """The signs of names that the language of ``lexicon`` has."""
    words = lexicon.lines["name_words"]
    surnames = (form for forms in lexicon.lines["surnames"].values() for form in forms)
    return Signs(
        frozenset(surnames),
        frozenset("".join(words.get("transcription", ()))),
        words.get("speech", ()),
        words.get("follows", ()),
        frozenset(words.get("stops", ())),
        words.get("portfolio", ()),
        words.get("not_names", ()),
    )


def is_unspaced(lexicon: Lexicon) -> bool:
    """Has the language names without blanks?"""
    return "transcription" in lexicon.lines["name_words"]
