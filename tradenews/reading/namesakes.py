"""A known firm's name that is a person's here: "Ignacio Prada said ... Prada added"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from tradenews.grammar.values import Naming
from tradenews.reading.mentions import Mention
from tradenews.reading.sentence import Sentence

_ARTICLES = "_t"


def without_namesakes(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Mention]:
    """``mentions`` where a firm's name of one word, told before as a family name, names that person.

    Unless it stands alone before the person is named, or has an article.
    """
    people: dict[str, int] = {}
    for mention in mentions:
        name = mention.naming.name
        if mention.naming.kind == "person" and " " in name:
            people.setdefault(name.rpartition(" ")[2], mention.span.start)
    firms = [m for m in mentions if _is_known_firm(m.naming) and m.naming.name in people]
    plain = {m.naming.name for m in firms if m.span.start < people[m.naming.name]}
    plain |= {m.naming.name for m in firms if _has_article(m, sentences)}
    taken = {m.span for m in firms if m.naming.name not in plain}
    if not taken:
        return list(mentions)
    found = []
    for mention in mentions:
        if mention.span in taken:
            person = Naming("person", mention.naming.name, cue="again")
            chain = sentences[mention.sentence].chain
            chain.values[chain.starts.index(mention.span.start)] = person
            mention = evolve(mention, naming=person)
        found.append(mention)
    return found


def _is_known_firm(naming: Naming) -> bool:
    """Is it a firm of the lexicon, not one of the user's own, with a name of one word?"""
    entity = naming.entity
    return naming.cue == "known" and naming.kind == "company" and entity is not None and entity.id is None


def _has_article(mention: Mention, sentences: Sequence[Sentence]) -> bool:
    """Does an article stand right before the name?"""
    chain = sentences[mention.sentence].chain
    at = chain.starts.index(mention.span.start)
    return at > 0 and chain.tags[at - 1] in _ARTICLES
