"""What the name of a company or body tells of it: it lends, it is an exchange."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tradenews.lexicon.index import Lexicon
from tradenews.models.actor import Actor
from tradenews.reading.sentence import Sentence

_CODE = 2  # letters of a country's code
_NAMING = frozenset("@EAak")  # tags of links that are names
_PART = 4  # letters of a part of a name that tells


def is_called(actor: Actor, table: str, lexicon: Lexicon) -> bool:
    """Has the name of a company or body one of these words: does it lend, is it an exchange?

    Words in capitals and those of three letters are whole words of it: "EBRD", "bid".
    """
    if actor.kind not in ("company", "organization"):
        return False
    whole, parts = _words(lexicon, table)
    names = " ".join((actor.name, *actor.aliases)).lower()
    return not whole.isdisjoint(names.split()) or any(part in names for part in parts)


@lru_cache(maxsize=64)
def _words(lexicon: Lexicon, table: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a table that must be whole words of a name, and those that may be parts of one."""
    words = lexicon.lines["name_words"].get(table, ())
    whole = {word for word in words if word.isupper() or (word.isascii() and len(word) < _PART)}
    return frozenset(map(str.lower, whole)), tuple(word.lower() for word in words if word not in whole)


def is_medium(actor: Actor, lexicon: Lexicon) -> bool:
    """Is an actor an agency or a paper, which tells of figures and has none?"""
    entry = lexicon.word(actor.name) if actor.kind == "organization" else None
    return entry is not None and entry.table == "media"


def is_worldly(actor: Actor, lexicon: Lexicon) -> bool:
    """Is an actor a body of the whole world, and of no country?"""
    return (
        actor.kind == "organization" and actor.country is None and is_called(actor, "world_bodies", lexicon)
    )


def mastheads(sentences: Sequence[Sentence], source: str | None) -> set[str]:
    """Who is named only in a line of credit, or as the source of the text: the paper itself."""
    credited: set[str] = set()
    told: set[str] = set()
    for sentence in sentences:
        chain, kind = sentence.chain, sentence.block.kind
        if kind == "credit" or (kind != "paragraph" and chain.words(0, len(chain)) == source):
            credited.update(sentence.refs.values())
        else:
            told.update(ref for link, ref in sentence.refs.items() if chain.tags[link : link + 1] in _NAMING)
    return {each for each in credited - told if len(each) > _CODE}
