"""The chain: what a text is while it is being read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from attrs import define

BREAK = "¶"  # the tag between two blocks of a text
_START = re.Match[str].start


@define
class Link:
    """One element of a chain: its tag, its place in the text, its value."""

    tag: str
    start: int
    end: int
    value: Any = None


@define
class Chain:
    """A text as a string of tags with three parallel lists: index *i* of all four is one link.

    ``text`` is the whole article; ``starts`` and ``ends`` index it, so each link's place is its source span.
    """

    text: str
    tags: str
    starts: list[int]
    ends: list[int]
    values: list[Any]

    def __len__(self) -> int:
        return len(self.tags)

    def words(self, first: int, last: int | None = None) -> str:
        """The words of link ``first``, or of links ``first`` up to but without ``last``, on one line."""
        if last is None:
            words = self.text[self.starts[first] : self.ends[first]]
        else:
            words = self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""
        return on_one_line(words)

    def link(self, i: int) -> Link:
        """Link ``i`` as an object."""
        return Link(self.tags[i], self.starts[i], self.ends[i], self.values[i])

    def part(self, first: int, last: int) -> Chain:
        """Links ``first`` up to but without ``last``, as a chain of their own."""
        cut = slice(first, last)
        return Chain(self.text, self.tags[cut], self.starts[cut], self.ends[cut], self.values[cut])

    def adjacent(self, i: int) -> bool:
        """Does link ``i`` follow link ``i - 1`` without a blank?"""
        return self.ends[i - 1] == self.starts[i]

    def first_of(self, tags: str, first: int, last: int) -> int:
        """The first link from ``first`` up to ``last`` whose tag is one of ``tags``; -1 if none is."""
        if len(tags) == 1:
            return self.tags.find(tags, first, last)
        hit = _one_of(tags).search(self.tags, first, last)
        return -1 if hit is None else hit.start()

    def find(self, tags: str, first: int = 0, last: int | None = None) -> Iterator[int]:
        """The indices of links whose tag is one of ``tags``."""
        own = self.tags
        if len(tags) > 1:
            last = len(own) if last is None else last
            return map(_START, _one_of(tags).finditer(own, first, last))
        found, at = [], own.find(tags, first, last)
        while at >= 0:
            found.append(at)
            at = own.find(tags, at + 1, last)
        return iter(found)


def on_one_line(words: str) -> str:
    """``words`` as they are read: where the text is cut in the middle of them, with a blank."""
    return " ".join(words.split()) if "\n" in words else words


@lru_cache(maxsize=512)
def _one_of(tags: str) -> re.Pattern[str]:
    return re.compile("[" + re.escape(tags) + "]")
