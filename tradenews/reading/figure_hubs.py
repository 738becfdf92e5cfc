"""The ports and airports of a text: which one its goods are told of, and who runs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.actor import Actor
from tradenews.reading.sentence import Sentence

_BODIES = frozenset(("company", "organization", "government"))
_OPENING = 4  # sentences, title included, of which one names the company that the whole text is about
_SUBJECT = 4  # links of a dateline and an article before the subject
_WORD = 4  # letters of a word of a name that tells


def find_hubs(sentences: Sequence[Sentence], actors: Sequence[Actor], lexicon: Lexicon) -> dict[str, str]:
    """The ports of a text that opens with one, by the one that they stand for, whose goods are told of first.

    Who runs a port is the port; another place's is itself.
    """
    lists = lexicon.lines["name_words"]
    words = {*lists.get("hubs", ()), *lists.get("hub_names", ())}
    names = {a.id: fold(a.name) for a in actors if a.kind in _BODIES and _has_word(fold(a.name), words)}
    if not names:
        return {}
    named = [
        (sentence.block.kind == "title", sentence.refs[link])
        for sentence in sentences
        for link in sorted(sentence.refs)
        if sentence.refs[link] in names
    ]
    named.sort(key=lambda each: each[0])  # who runs the port is named in the text rather than in the title
    opens = any(ref in names for sentence in sentences[:_OPENING] for ref in sentence.refs.values())
    alone = not any(link for sentence in sentences for link in sentence.chain.find("Aak"))
    if not opens or not (alone or len(named) > 1 or _leads(sentences, names) or _counts_boxes(sentences)):
        return {}
    places = set(lists.get("ports", ()))
    first, bodies = named[0][1], {id: _is_run(name, lexicon) for id, name in names.items()}
    apart = {id for id in names if not (bodies[first] or bodies[id])}
    return {
        id: id if id in apart and _is_elsewhere(names[first], names[id], places) else first for _, id in named
    }


def _leads(sentences: Sequence[Sentence], names: Mapping[str, str]) -> bool:
    """Is a port the subject with which the text itself begins?"""
    opening = next((s for s in sentences if s.block.kind == "paragraph" and s.refs), None)
    link = min(opening.refs) if opening is not None else 0
    return opening is not None and opening.refs[link] in names and link <= _SUBJECT


def _counts_boxes(sentences: Sequence[Sentence]) -> bool:
    """Does the text count containers, as those of ports do?"""
    return any(s.chain.values[i].amount.unit == "TEU" for s in sentences for i in s.chain.find("Q"))


def _is_run(name: str, lexicon: Lexicon) -> bool:
    """Is it the name of who runs a port: an authority, a company?"""
    entries = (lexicon.word(word) for word in (name, *name.split()))
    return any(entry is not None and entry.tag in "IøL" for entry in entries)


def _is_elsewhere(name: str, other: str, ports: set[str]) -> bool:
    """Are two names those of ports at two places?"""
    if name[-1:] >= UNSPACED:
        return other != name and all(each.endswith(tuple(ports)) for each in (name, other))
    one, two = set(name.split()), set(other.split())
    long = {word for word in (one & two) - ports if len(word) >= _WORD}
    return bool(one & ports and two & ports) and not long


def _has_word(name: str, words: set[str]) -> bool:
    """Has a name one of some words; in scripts without blanks at its end, or anywhere if it is longer?"""
    if name[-1:] < UNSPACED:
        return name in words or bool(words & set(name.split()))
    return any(name.endswith(word) or (len(word) > 1 and word in name) for word in words)
