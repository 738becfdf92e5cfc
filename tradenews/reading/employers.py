"""Whom a person works for, where no office says so: "Jane Doe, who runs Lorem", "Jane Doe of Ipsum"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.merge import Cluster
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_REACH: Final = 9  # links between a person and the company
_BEHIND: Final = regex("(?:[,‹]_?[lznotuqOHTKiI_a]{1,7}|[,‹]?[oz]_?[aø]?)")  # "who runs", "at the head of"
_BEFORE: Final = regex("(?:-|o|')?[la]?O?,?")  # "Lorem boss Jane Doe", "Lorem's Jane Doe"
_CLAUSE: Final = regex(",[_ol]")  # "Jane Doe, die Lorem führt"
_ACTS: Final = frozenset("JVDYvQ@")
_OWNS: Final = "own"  # a word of owning: "Jane Doe, owner of Lorem"
_OTHER: Final = "other"  # farmers, exporters: they speak for their trade


def find_employers(sentences: Sequence[Sentence], clusters: Sequence[Cluster], lexicon: Lexicon) -> None:
    """Set the employer of each person who has none yet, by the first company tied to the name."""
    persons = {c.id: c for c in clusters if c.kind == "person" and c.affiliation is None and not c.country}
    articles = lexicon.lines["name_words"].get("articles", ())
    houses = {c.id for c in clusters if c.kind == "company"}
    for sentence in sentences if persons and houses else ():
        links = [i for i in sentence.chain.find("@") if i in sentence.refs]
        for i in links:
            person = persons.get(sentence.refs[i])
            if person is not None and person.affiliation is None:
                near = [k for k in links if abs(k - i) <= _REACH and sentence.refs[k] in houses]
                firm = next((k for k in near if _is_tied(sentence.chain, i, k, articles)), None)
                person.affiliation = None if firm is None else sentence.chain.starts[firm]


def _is_tied(chain: Chain, person: int, firm: int, articles: Sequence[str]) -> bool:
    """Does what stands between the two say that the one works for the other?"""
    tags = chain.tags
    if firm < person:
        between = tags[firm + 1 : person]
        return ("O" in between or between in ("o", "'")) and _BEFORE.fullmatch(between) is not None
    between = tags[person + 1 : firm]
    if between.replace("_", "") == ",F" and str(chain.values[firm - 1 - (between[-1] == "_")]).endswith(
        _OWNS
    ):
        return True
    if any(chain.values[i] == _OTHER for i in chain.find("O", person, firm)):
        return False
    if _BEHIND.fullmatch(between):
        return fold(chain.words(person + 1)) not in articles  # "sagte Jane Doe der Zeitung"
    return _CLAUSE.fullmatch(between) is not None and not _ACTS & set(tags[firm + 1 : firm + 2])
