"""Places that a line of the head tells beside a date or a byline, alone, or as a correspondent's."""

from __future__ import annotations

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.period import Dateline
from tradenews.models.span import Span
from tradenews.reading.dateline import is_city, wide_reported, wide_sent
from tradenews.reading.lines import Line, forms_of, is_wide, label_at
from tradenews.reading.stamps import find_stamps

_PARTS = regex(r"(?<!\s)(?:\s*[|·•]\s*|\s+[-–—/]\s+)")
_MOST_LINE = 120
_MOST_PLACE = 32
_OPENER = 5  # letters of a preposition before a place: "De Brasília"


def place_told(text: str, line: Line, lexicon: Lexicon, *, alone: bool) -> Dateline | None:
    """The place of a line: beside a date, byline or newsroom, or by itself where it may be ``alone``."""
    if line.end - line.start > _MOST_LINE:
        return None
    if is_wide(text, line):
        found = wide_reported(text, line.start, line.end, lexicon)
        found = found or wide_sent(text, line.start, line.end, lexicon)
        return Dateline(found[0], None, None, Span(line.start, found[1])) if found else None
    sent = _of_correspondent(text, line, lexicon)
    if sent is not None:
        return sent
    parts, at = [], line.start
    for hit in [*_PARTS.finditer(text, line.start, line.end), None]:
        parts.append((at, hit.start() if hit else line.end))
        at = hit.end() if hit else at
    told = [place for start, end in parts if (place := _place(text, start, end, lexicon)) is not None]
    if len(told) != 1 or not (alone if len(parts) == 1 else _is_credit(text, line, parts, lexicon)):
        return None
    return Dateline(text[told[0].start : told[0].end], None, None, told[0])


def _of_correspondent(text: str, line: Line, lexicon: Lexicon) -> Dateline | None:
    """ "De notre envoyé spécial à Pékin": where the one who wrote was sent."""
    label = label_at(text, line.start, line.end, lexicon, "correspondent")
    if label is None:
        label = label_at(text, line.start, line.end, lexicon, "reporter")
        if label is None or not (label.mark or text[label.start] in ",("):
            return None
    words = text[label.start : label.end].strip(" .,()")
    named = 1 < len(words) <= _MOST_PLACE and words[0].isupper() and not any(map(str.isdigit, words))
    start = text.find(words, label.start)
    return Dateline(words, None, None, Span(start, start + len(words))) if named else None


def _place(text: str, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """A part of a line that is the name of a known place, or several: "De Brasília", "Warschau/Moskau"."""
    words = text[start:end].strip(" .")
    start = text.find(words, start)
    head, blank, rest = words.partition(" ")
    entry = lexicon.word(head) if blank else None
    if entry is not None and entry.tag in "oqn" and len(head) < _OPENER and rest[:1].isupper():
        words, start = rest, start + len(head) + 1
    if not words or len(words) > _MOST_PLACE or not words[0].isupper():
        return None
    known = all(part and is_city(part, lexicon) for part in words.split("/"))
    return Span(start, start + len(words)) if known else None


def _is_credit(text: str, line: Line, parts: list[tuple[int, int]], lexicon: Lexicon) -> bool:
    """Does a line say when it was published, or who wrote?"""
    if find_stamps(text, line.start, line.end, lexicon):
        return True
    offices = forms_of(lexicon, "newsroom")
    return any(
        label_at(text, start, end, lexicon, "byline") is not None
        or fold(text[start:end]).startswith(tuple(offices) or ("\0",))
        for start, end in parts
    )
