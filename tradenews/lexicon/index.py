"""The lexicon of one language: words to tags and values, by longest match."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from attrs import evolve, field, frozen

from tradenews.lexicon.forms import ANY, EXACT, case_of, first_tokens, fold, has_case
from tradenews.lexicon.readings import Entity, Entry, Readings, Region, Treaty, held
from tradenews.normalize.numerals import Numerals


@frozen(eq=False)
class Lexicon:
    """All forms of a language.

    ``entries`` maps a folded form to its readings, strictest capitals first; ``lengths`` maps the first
    token of a form to the numbers of tokens that forms beginning with it have, longest first; ``follows`` to
    the second tokens of those that have two or more; ``heads`` maps the last part of compounds to its
    reading; ``lines`` holds the tables for whole lines (chrome, labels); ``facts`` the language's own
    settings; ``conflicts`` the forms that claim two tags.
    """

    language: str
    entries: Readings = field(repr=False)
    lengths: Mapping[str, tuple[int, ...]] = field(repr=False)
    follows: Mapping[str, Collection[str]] = field(repr=False)
    heads: Readings = field(repr=False)
    lines: Mapping[str, Mapping[str, tuple[str, ...]]] = field(repr=False)
    facts: Mapping[str, str] = field(repr=False)
    members: Mapping[str, tuple[str, ...]] = field(repr=False)
    conflicts: tuple[tuple[Entry, Entry], ...] = field(default=(), repr=False)
    seconds: Mapping[tuple[str, str], str] = field(factory=dict, repr=False)
    numerals: Numerals | None = field(default=None, repr=False)

    @property
    def decimal(self) -> str:
        """The decimal character of the language."""
        return self.facts["decimal"]

    def read(self, folded: str, text: str) -> Entry | None:
        """The reading of a whole form, given folded and as written; None if it is unknown."""
        for entry in self.entries.get(folded, ()):
            if entry.case == ANY or has_case(text, entry.form, entry.case):
                return entry
        return None

    def word(self, text: str) -> Entry | None:
        """The reading of ``text`` taken as one form."""
        return _read_word(self, text)

    def also(self, text: str, tag: str) -> str | None:
        """The value of ``text`` as a word with ``tag``, where another table claimed the form; else None."""
        return self.seconds.get((fold(text), tag)) if self.seconds else None

    def head(self, folded: str) -> Entry | None:
        """The reading of the longest known last part of a compound: "gesamtausfuhren" by "ausfuhren"."""
        known = self.heads.known
        for cut in range(2, len(folded) - 3):
            if folded[cut:] in known:
                return self.heads[folded[cut:]][0]
        return None

    def extended(self, more: Iterable[Entry]) -> Lexicon:
        """This lexicon with further readings, which win over those that it has."""
        lengths, follows, fresh = dict(self.lengths), dict(self.follows), dict[str, tuple[Entry, ...]]()
        for entry in more:
            key = fold(entry.form)
            count, first, second = first_tokens(key)
            if not count:
                continue
            fresh[key] = (entry, *fresh.get(key, ()))
            lengths[first] = tuple(sorted({count, *lengths.get(first, ())}, reverse=True))
            follows[first] = held({*follows.get(first, ()), second})
        return evolve(self, entries=self.entries.with_more(fresh), lengths=lengths, follows=follows)

    def forms(self, tag: str) -> tuple[Entry, ...]:
        """All readings with a tag, in no particular order."""
        return tuple(e for readings in self.entries.values() for e in readings if e.tag == tag)


@lru_cache(maxsize=1 << 15)
def _read_word(lexicon: Lexicon, text: str) -> Entry | None:
    return lexicon.read(fold(text), text)


def strictness(entry: Entry) -> int:
    """Sort key: readings that ask for more capitals come first."""
    return -entry.case


def as_entry(form: str, tag: str, value: str | Entity | Treaty, table: str) -> Entry:
    """An entry whose demand for capitals follows from how the form is written."""
    return Entry(form, tag, value, case_of(form), table)


__all__ = ["EXACT", "Entity", "Entry", "Lexicon", "Region", "Treaty", "as_entry", "strictness"]
