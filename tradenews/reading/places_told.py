"""Places that a line of the head tells beside a date or a byline, alone, or as a correspondent's."""

from __future__ import annotations

from attrs import evolve

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.period import Dateline
from tradenews.models.span import Span
from tradenews.reading.dateline import is_city, is_no_place, is_place, names_again
from tradenews.reading.dispatches import wide_alone, wide_reported, wide_sent
from tradenews.reading.lines import Line, ends_sentence, forms_of, is_wide, label_at
from tradenews.reading.stamps import find_stamps

_PARTS = regex(r"(?<!\s)(?:\s*[|·•]\s*|\s+[-–—/]\s+)")
_MARKS = regex(r"(?<!\s)(?:,\s|\s[-–—|·/(]\s?|[./]\s)")
_AROUND = " \t|·•,;:.()/-–—"
_END = regex(r"[,|·(/;]|\s[-–—]\s")
_MOST_LINE = 120
_MOST_PLACE = 32
_MOST_NAME, _MOST_WORDS = 4, 7  # words of a name, and of a line that is a name and a place
_OPENER = 5  # letters of a preposition before a place: "De Brasília"


def place_told(text: str, line: Line, lexicon: Lexicon, *, spoken: str, alone: bool) -> Dateline | None:
    """The place of a line: beside a date, byline or newsroom, or by itself where it may be ``alone``.

    ``spoken`` is what the headline and the paragraphs say: a place that no list knows must be named there.
    """
    if line.end - line.start > _MOST_LINE:
        return None
    if is_wide(text, line):
        found = wide_reported(text, line.start, line.end, lexicon)
        found = found or wide_sent(text, line.start, line.end, lexicon) or wide_alone(text, line, lexicon)
        return Dateline(found[0], None, None, Span(line.start, found[1])) if found else None
    sent = _of_correspondent(text, line, lexicon, spoken)
    if sent is not None:
        return sent
    parts, at = [], line.start
    for hit in [*_PARTS.finditer(text, line.start, line.end), None]:
        parts.append((at, hit.start() if hit else line.end))
        at = hit.end() if hit else at
    told = [place for start, end in parts if (place := _place(text, start, end, lexicon)) is not None]
    if len(told) == 1 and (alone if len(parts) == 1 else _is_credit(text, line, parts, lexicon)):
        return Dateline(text[told[0].start : told[0].end], None, None, told[0])
    words = line.of(text)
    shouted = alone and words.isupper() and _may_be_place(words) and lexicon.word(words) is None
    if shouted and names_again(words, spoken, lexicon, placed=True):
        return _made(text, line, words)
    dated = _beside_stamp(text, line, lexicon, spoken)
    return dated or (_behind_name(text, line, lexicon, spoken) if alone else None)


def _made(text: str, line: Line, place: str) -> Dateline:
    start = text.rfind(place, line.start, line.end)
    return Dateline(place, None, None, Span(start, start + len(place)))


def _of_correspondent(text: str, line: Line, lexicon: Lexicon, spoken: str) -> Dateline | None:
    """ "De notre envoyé spécial à Pékin": where the one who wrote was sent."""
    label = label_at(text, line.start, line.end, lexicon, "reporter")
    if label is not None:
        words = text[label.start : line.end].strip(_AROUND)
        if (label.mark or text[label.start : label.start + 1] in (",", "(")) and _may_be_place(words):
            return _made(text, line, words)
        if named := _behind_name(text, evolve(line, start=label.start), lexicon, spoken):
            return named
    folded = fold(line.of(text))
    for form in sorted(forms_of(lexicon, "correspondent"), key=len, reverse=True):
        at = folded.find(form)
        stop = at + len(form)
        if at < 0 or (at and folded[at - 1].isalnum()) or folded[stop : stop + 1] != " ":
            continue
        end = _END.search(text, line.start + stop, line.end)
        words = text[line.start + stop : end.start() if end else line.end].strip(_AROUND)
        if _may_be_place(words):
            return _made(text, line, words)
    return None


def _may_be_place(words: str) -> bool:
    return len(words) <= _MOST_PLACE and is_place(words) and not any(map(str.isdigit, words))


def _without_opener(words: str, lexicon: Lexicon) -> str:
    """A place without the preposition before it: "De Brasília"."""
    head, _, rest = words.partition(" ")
    entry = lexicon.word(head) if rest else None
    opens = fold(head) in forms_of(lexicon, "written_in") or (entry is not None and entry.tag in "oqn")
    return rest if opens and len(head) < _OPENER + 2 and rest[:1].isupper() else words


def _place(text: str, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """A part of a line that is the name of a known place, or several: "De Brasília", "Warschau/Moskau"."""
    words = _without_opener(text[start:end].strip(" ."), lexicon)
    start = text.find(words, start)
    if not words or len(words) > _MOST_PLACE or not words[0].isupper():
        return None
    known = all(part and is_city(part, lexicon) for part in words.split("/"))
    return Span(start, start + len(words)) if known else None


def _beside_stamp(text: str, line: Line, lexicon: Lexicon, spoken: str) -> Dateline | None:
    """The place that stands alone with a date: "4 May 2021, Kericho"."""
    if ends_sentence(text, line):
        return None
    stamps = find_stamps(text, line.start, line.end, lexicon)
    if len(stamps) != 1 or stamps[0].period is None:
        return None
    sides = (text[line.start : stamps[0].span.start], text[stamps[0].span.end : line.end])
    told = (_without_opener(side.strip(_AROUND), lexicon) for side in sides)
    rest = [words for words in told if words and not _is_small(words, lexicon)]
    if len(rest) != 1 or not _may_be_place(rest[0]) or is_no_place(rest[0], lexicon):
        return None
    known = is_city(rest[0], lexicon) or names_again(rest[0], spoken, lexicon, placed=True)
    return _made(text, line, rest[0]) if known else None


def _is_small(word: str, lexicon: Lexicon) -> bool:
    entry = lexicon.word(word.lower())
    return entry is not None and entry.tag in "_n"


def _behind_name(text: str, line: Line, lexicon: Lexicon, spoken: str) -> Dateline | None:
    """The place behind the name of an author that no label announces: "Rui Costa, em Luanda"."""
    words = line.of(text).rstrip(" .)")
    spoken = spoken.replace(line.of(text), "")
    mark = _MARKS.search(words)
    if len(words.split()) > _MOST_WORDS or any(map(str.isdigit, words)):
        return None
    if mark is not None:
        name, place = words[: mark.start()], _without_opener(words[mark.end() :], lexicon)
    else:
        parts = words.split()
        at = next((i for i in range(2, len(parts) - 1) if parts[i] in forms_of(lexicon, "written_in")), 0)
        name, place = " ".join(parts[:at]), " ".join(parts[at + 1 :])
    if not _is_person(name, lexicon) or name in spoken:  # "Desde Senahú, Ana Ruiz"
        name, place = place, _without_opener(name, lexicon)
    if not _is_person(name, lexicon) or name in spoken or not _may_be_place(place):
        return None
    known = not is_no_place(place, lexicon) and names_again(place, spoken, lexicon)
    return _made(text, line, place) if is_city(place, lexicon) or known else None


def _is_person(name: str, lexicon: Lexicon) -> bool:
    """Could it be a person's: two to four words with capitals, no word of the language among them?"""
    words = name.split()
    if not 2 <= len(words) <= _MOST_NAME or not all(w[0].isupper() or len(w) <= 3 for w in words):
        return False
    entries = (lexicon.word(word) for word in words)
    return is_place(name) and all(entry is None or entry.tag in "ñçko_°" for entry in entries)


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
