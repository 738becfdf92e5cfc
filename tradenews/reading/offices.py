"""Offices without a name, which mean the one who was said to hold them: "the Mexican President"."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.span import Span
from tradenews.reading.merge import Cluster
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_MOST_PERSONS = 200  # that a title alone may mean: a bound, so that reading stays linear


def resolve_titles(sentences: Sequence[Sentence], clusters: Sequence[Cluster], lexicon: Lexicon) -> None:
    """An office without a name ("the Mexican President") is a mention of the one who was said to hold it.

    Of a person with no office yet, the first that follows in the same sentence or the next tells it: "the
    lawyer", where nobody else is spoken of.
    """
    persons = [c for c in clusters if c.kind == "person"]
    if not persons:
        return
    definite = tuple(lexicon.lines["name_words"].get("definite", ()))
    recent: list[Cluster] = []
    by_id = {c.id: c for c in persons}
    for sentence in sentences:
        chain = sentence.chain
        here: list[Cluster] = []
        for i in chain.find("O@"):
            if chain.tags[i] == "@":
                here += [by_id[r] for r in (sentence.refs.get(i),) if r in by_id]
            elif _is_alone(chain, i, definite):
                _resolve_title(sentence, i, persons, here or recent)
        recent = list(dict.fromkeys(here))


def _is_alone(chain: Chain, i: int, definite: tuple[str, ...]) -> bool:
    """Does an office stand with an article or a country, and no name beside it?"""
    if "@" in chain.tags[max(0, i - 1) : i + 2]:
        return False
    if chain.tags[i - 1 : i] in ("_", "a", "A", "o"):
        return i > 0
    return bool(definite) and chain.text.endswith(definite, 0, chain.starts[i])


def _resolve_title(sentence: Sentence, i: int, persons: Sequence[Cluster], recent: Sequence[Cluster]) -> None:
    chain = sentence.chain
    words = set(fold(chain.words(i)).split())
    country = next((str(chain.values[k]) for k in chain.find("aA", max(0, i - 2), i)), None)
    before = [c for c in persons[:_MOST_PERSONS] if c.spans[0].start < chain.starts[i]]
    fitting = [
        c for c in before
        if c.role and words <= set(fold(c.role).split()) and (country is None or c.country == country)
    ]  # fmt: skip
    lone = [c for c in dict.fromkeys(recent) if c.role is None]
    follow = chain.tags[i + 1 : i + 2]
    if not fitting and follow not in ("o", "n", "z") and len(lone) == 1 and lone[0] in before:
        lone[0].role, lone[0].country = chain.words(i), lone[0].country or country
        fitting = lone
    if len(fitting) == 1:
        first = i - 1 if country is not None and chain.tags[i - 1] in "aA" else i
        fitting[0].spans.append(Span(chain.starts[first], chain.ends[i]))
        sentence.refs[i] = fitting[0].id
