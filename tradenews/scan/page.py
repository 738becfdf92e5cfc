"""A text's lines with what is known of each, on their way to be judged."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define

from tradenews.lexicon.forms import UNSPACED
from tradenews.scan.lines import Line

KEPT = ("keep", "source")  # wordings of metadata: never chrome


@define
class Page:
    """The lines of a text with what is known of each: ``kinds`` of chrome or None, ``dated`` ones.

    ``prose`` holds the indices of running text; ``first`` and ``last`` bound the region of the article;
    ``title`` is the index of the headline or -1, ``rows`` are the lines of
    tables without bars.
    """

    lines: list[Line]
    kinds: list[str | None]
    dated: list[bool]
    prose: list[int]
    first: int = 0
    last: int = -1
    title: int = -1
    rows: frozenset[int] = frozenset()

    def is_open(self, i: int) -> bool:
        """Is line ``i`` neither known as chrome, nor metadata, nor running text?"""
        return self.kinds[i] is None and not self.dated[i] and not self.lines[i].sentence

    def is_chrome(self, i: int) -> bool:
        """Is line ``i`` known as chrome?"""
        return self.kinds[i] is not None and self.kinds[i] not in KEPT

    def mark(self, indices: Iterable[int], kind: str) -> None:
        """Give ``kind`` to the lines that have none."""
        for i in indices:
            if self.kinds[i] is None:
                self.kinds[i] = kind

    def mass(self, first: int, last: int) -> int:
        """Characters of running text in the lines from ``first`` up to but without ``last``."""
        return sum(mass_of(self.lines[i]) for i in self.prose if first <= i < last)


def mass_of(line: Line) -> int:
    """Characters of running text; an ideograph counts for three."""
    return line.length * 3 if line.text[0] > UNSPACED else line.length
