"""Words that stand for a company or bank named before: "The company is negotiating", 该行还将."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from tradenews.reading.deal_roll import Roll
from tradenews.reading.figure_nouns import is_bare_firm
from tradenews.reading.sentence import Sentence

_BODIES = frozenset({"company", "organization"})


def with_houses(sentences: Sequence[Sentence], roll: Roll) -> list[Sentence]:
    """The sentences with the company that "the company" means named there.

    It is the one that its paragraph opens with, or one that a sentence before names alone.
    """
    found: list[Sentence] = []
    block: object = None
    last: str | None = None
    for sentence in sentences:
        if sentence.block is not block:
            block, last = sentence.block, None
        own = {}
        if last is not None:
            chain = sentence.chain
            words = [i for i in chain.find("G") if chain.values[i] in _BODIES]
            words += [i for i in chain.find("ø") if is_bare_firm(chain, i, roll.lexicon)]
            own = {i: last for i in words if i not in sentence.refs and _is_free(sentence, i)}
        named = [
            id
            for _, id in sorted(sentence.refs.items())
            if id in roll.actors and (roll.is_company(id) or roll.lends(id))
        ]
        found.append(evolve(sentence, refs={**sentence.refs, **own}) if own else sentence)
        last = named[0] if named and (last is None or len(set(named)) == 1) else last
    return found


def _is_free(sentence: Sentence, i: int) -> bool:
    """Does no name of its own stand behind the word: "the company", not "the company X"?"""
    tags = sentence.chain.tags
    return not set(tags[i + 1 : i + 4].lstrip("alø")[:1]) & set("@WE")
