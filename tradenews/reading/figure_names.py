"""What the names of companies and bodies tell of them."""

from __future__ import annotations

from tradenews.lexicon.index import Lexicon
from tradenews.models.actor import Actor


def is_branch(actor: Actor, lexicon: Lexicon) -> bool:
    """Does a company's name end with a country?"""
    _, blank, last = actor.name.rpartition(" ")
    entry = lexicon.word(last) if blank and actor.kind == "company" else None
    return entry is not None and entry.tag == "A"
