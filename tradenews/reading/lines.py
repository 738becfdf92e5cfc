"""The lines of an article's head and foot, and the labels at their beginning ("Source:", "By")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from attrs import define

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.article import Block

_CLOSERS = "”\"'»」』)）]›"
_STOPS = ".!?。！？…:："
_BULLET = regex(r"[\s(（\[•·\-–—*|>📅🕒✍]*")
_AFTER = regex(r"\s*[:：/|]\s*|\s+[-–—]\s+|\s*")
_COLON = regex(r"\s*[:：]\s*")
_WIDE = regex(r"[\u2e80-\uffff]")
MAX_LABEL = 40


@define(unsafe_hash=True)
class Line:
    """A line or wrapped paragraph: from ``start`` to ``end`` without blanks, ``raw`` with the ones before."""

    raw: int
    start: int
    end: int
    block: int
    chrome: bool

    def of(self, text: str) -> str:
        """The words of the line."""
        return text[self.start : self.end]


@define(unsafe_hash=True)
class Label:
    """A label and what it labels: from ``start`` to ``end``; ``mark`` tells that a colon stands between."""

    start: int
    end: int
    mark: bool
    words: int


def read_lines(text: str, blocks: Sequence[Block]) -> list[Line]:
    """The line of each block, in order; a hard-wrapped paragraph is one line."""
    found = []
    for number, block in enumerate(blocks):
        raw = text.rfind("\n", 0, block.span.start) + 1
        found.append(Line(raw, block.span.start, block.span.end, number, block.kind == "chrome"))
    return found


def is_wide(text: str, line: Line) -> bool:
    """Is the line mostly in a script without blanks, whose lines are shorter?"""
    words = text[line.start : min(line.end, line.start + 100)]
    return len(_WIDE.findall(words)) * 3 > len(words)


def is_prose(text: str, line: Line) -> bool:
    """A paragraph: a long line, or one of middle length that ends as a sentence does."""
    length = line.end - line.start
    if is_wide(text, line):
        return length >= 90 or (length >= 30 and ends_sentence(text, line))
    return length >= 170 or (length >= 70 and ends_sentence(text, line))


def ends_sentence(text: str, line: Line) -> bool:
    """Does the line end with a stop, perhaps inside quotes or brackets?"""
    words = line.of(text).rstrip(_CLOSERS + " ")
    return bool(words) and words[-1] in _STOPS


def label_at(text: str, start: int, end: int, lexicon: Lexicon, key: str) -> Label | None:
    """The label of kind ``key`` (of ``[labels]``) at the beginning of a stretch, bullets apart.

    No letter may follow; whether a colon or another mark does is told.
    """
    bullet = _BULLET.match(text, start, end)
    begin = bullet.end() if bullet else start
    head = fold(text[begin : min(end, begin + MAX_LABEL)])
    forms = forms_of(lexicon, key)
    if not head.startswith(forms):
        return None
    best = max((form for form in forms if head.startswith(form)), key=len)
    stop = begin + len(best)
    wide = best[-1] >= UNSPACED
    if not wide and text[stop : stop + 1].isalpha():
        return None
    mark = _AFTER.match(text, stop, end)
    between = mark[0] if mark else ""
    return Label(stop + len(between), end, bool(between.strip()), len(best.split()))


@lru_cache(maxsize=256)
def forms_of(lexicon: Lexicon, key: str) -> tuple[str, ...]:
    """The forms of a label."""
    return tuple(map(fold, lexicon.lines.get("labels", {}).get(key, ())))


def label_inside(text: str, start: int, end: int, lexicon: Lexicon, key: str) -> Label | None:
    """A label of kind ``key`` with its colon, anywhere in a stretch: "16:20 来源：...", "| Source: ..."."""
    folded = fold(text[start:end])
    for form in sorted(forms_of(lexicon, key), key=len, reverse=True):
        at = folded.find(form)
        while at >= 0:
            stop = at + len(form)
            free = at == 0 or not folded[at - 1].isalpha() or form[0] >= UNSPACED
            mark = _COLON.match(folded, stop)
            if free and mark:
                return Label(start + mark.end(), end, True, len(form.split()))
            at = folded.find(form, at + 1)
    return None
