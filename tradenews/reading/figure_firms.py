"""In which sentences a text tells of companies: where one is named, and where it goes on without a name."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.models.actor import Actor
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_TIES = "votqn"  # before a name, these tell that it only speaks, owns, or is a place
_BEFORE_NAME = "_aøGIHTW"
_PLACED = "ntqo"


def firm_sentences(sentences: Sequence[Sentence], actors: Sequence[Actor]) -> set[int]:
    """The numbers of the sentences that name a company, or go on after one without naming a country."""
    companies = {actor.id for actor in actors if actor.kind == "company"}
    found: set[int] = set()
    before: Sentence | None = None
    for sentence in sentences if companies else ():
        named = [i for i, ref in sentence.refs.items() if ref in companies]
        named += [i for i in sentence.chain.find("G") if sentence.chain.values[i] == "company"]
        if named or (before is not None and before.block is sentence.block and not _nations(sentence.chain)):
            found.add(sentence.number)
        acting = any(_acts(sentence.chain, i) for i in named)
        before = sentence if acting or (not named and sentence.number in found) else None
    return found


def _acts(chain: Chain, link: int) -> bool:
    """Is a company told of, rather than that it speaks of others?"""
    return _before(chain, link) not in tuple(_TIES)


def _nations(chain: Chain) -> bool:
    """Does a sentence name a country otherwise than as a place?"""
    return any(
        _before(chain, i) not in tuple(_PLACED) and not _is_origin(chain, i) for i in chain.find("Aak")
    )


def _is_origin(chain: Chain, link: int) -> bool:
    """Does an adjective only tell where a company is from: "the Indian company"?"""
    return chain.tags[link] == "a" and chain.tags[link + 1 : link + 3].lstrip("l")[:1] in ("ø", "G", "@")


def _before(chain: Chain, link: int) -> str:
    """The tag of the small word that governs a name; empty at the start."""
    at = link - 1
    while at > 0 and chain.tags[at] in _BEFORE_NAME:
        at -= 1
    return chain.tags[at] if at >= 0 else ""
