"""What the name of a company or body tells of it: it lends, it is an exchange."""

from __future__ import annotations

from tradenews.lexicon.index import Lexicon
from tradenews.models.actor import Actor

_PART = 4  # letters of a part of a name that tells


def is_called(actor: Actor, table: str, lexicon: Lexicon) -> bool:
    """Has the name of a company or body one of these words: does it lend, is it an exchange?

    Words in capitals and those of three letters are whole words of it: "EBRD", "bid".
    """
    if actor.kind not in ("company", "organization"):
        return False
    names = " ".join((actor.name, *actor.aliases)).lower()
    words, parts = lexicon.lines["name_words"].get(table, ()), names.split()
    return any(
        word.lower() in (parts if word.isupper() or (word.isascii() and len(word) < _PART) else names)
        for word in words
    )


def is_medium(actor: Actor, lexicon: Lexicon) -> bool:
    """Is an actor an agency or a paper, which tells of figures and has none?"""
    entry = lexicon.word(actor.name) if actor.kind == "organization" else None
    return entry is not None and entry.table == "media"
