"""Marks that no reader sees, taken out of a text before it is read; spans are moved back afterwards.

Soft hyphens, zero-width and direction marks go; a letter with a mark of its own behind it becomes one
character (Unicode normalization form C); blanks of other widths become blanks, line and paragraph separators
line ends. All rules read the clean text; what they find is told in places of the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeVar, cast

import attrs
from attrs import frozen

from tradenews.lazy import regex
from tradenews.models.span import Span

T = TypeVar("T")
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_MARKS = "\u0300-\u036f"
_BLANKS = "\u00a0\u2000-\u200a\u202f\u205f"
_ENDS = "\u2028\u2029\x85\x0b\x0c"
_SHORTER = regex(f"[{_UNSEEN}]|[^{_MARKS}][{_MARKS}]{{1,8}}")
_HINT = regex(f"[{_UNSEEN}{_MARKS}]")  # found much faster than what it hints at
_SAME = regex(f"([{_BLANKS}])|[{_ENDS}]")


@frozen(eq=False)
class Clean:
    """``text`` without unseen marks; ``starts`` and ``ends`` are the source's places of each character.

    Both are None where the clean text is as long as its source.

    >>> plain = clean("Ex\\u00adports of soyb\\u200beans")
    >>> plain.text, plain.back(Span(11, 19))
    ('Exports of soybeans', Span(start=12, end=21))
    """

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def back(self, span: Span) -> Span:
        """The stretch of the source that a stretch of the clean text was."""
        starts, ends = self.starts, self.ends
        if starts is None or ends is None or not starts:
            return span
        start = starts[span.start] if span.start < len(starts) else ends[-1]
        return Span(start, ends[min(span.end, len(ends)) - 1] if span.end > span.start else start)

    def within(self, limit: int) -> int:
        """How many characters of the clean text lie in the first ``limit`` of the source."""
        return limit if self.ends is None else bisect_right(self.ends, limit)


@lru_cache(maxsize=4)
def clean(text: str) -> Clean:
    """``text`` as a reader sees it.

    >>> clean("Une\\u0301 5\\u00a0000").text
    'Uné 5 000'
    """
    if text.isascii() or _HINT.search(text) is None or _SHORTER.search(text) is None:
        return Clean(_SAME.sub(_same, text))
    parts: list[str] = []
    starts, ends = array("q"), array("q")
    done = 0
    for hit in _SHORTER.finditer(text):
        first, last = hit.span()
        made = unicodedata.normalize("NFC", hit[0]) if last - first > 1 else ""
        parts += (text[done:first], made)
        starts.extend(range(done, first))
        ends.extend(range(done + 1, first + 1))
        starts.extend([first] * len(made))
        ends.extend([last] * len(made))
        done = last
    parts.append(text[done:])
    starts.extend(range(done, len(text)))
    ends.extend(range(done + 1, len(text) + 1))
    return Clean(_SAME.sub(_same, "".join(parts)), starts, ends)


def moved(value: T, plain: Clean) -> T:
    """``value`` with every span in it moved back to the source: records, and tuples, lists, dicts of them."""
    return value if plain.starts is None else cast(T, _moved(value, plain))


def _moved(value: Any, plain: Clean) -> Any:
    if isinstance(value, Span):
        return plain.back(value)
    if isinstance(value, tuple | list):
        return type(value)(_moved(each, plain) for each in value)
    if isinstance(value, dict):
        return {key: _moved(each, plain) for key, each in value.items()}
    if attrs.has(type(value)):
        changes = {}
        for field in attrs.fields(type(value)):
            old = getattr(value, field.name)
            new = _moved(old, plain)
            if new is not old and field.init:
                changes[field.alias or field.name] = new
        return attrs.evolve(value, **changes) if changes else value
    return value


def _same(hit: re.Match[str]) -> str:
    return " " if hit[1] else "\n"
