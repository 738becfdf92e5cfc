"""Text to chain: tokens in place, words tagged by the lexicon's longest match."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from tradenews.lexicon.forms import ANY, TOKEN, fold
from tradenews.lexicon.index import Entry, Lexicon
from tradenews.scan.chain import Chain

NUMBER, IDEOGRAPH, WORD, MARK = 1, 2, 3, 4
_MARKS = {
    **dict.fromkeys(".!?。！？…", "s"),
    **dict.fromkeys(",、，", ","),
    **dict.fromkeys(";；", ";"),
    **dict.fromkeys(":：", ":"),
    **dict.fromkeys("-‐‑‒–—―−－~～〜", "-"),
    **dict.fromkeys("/／", "/"),
    **dict.fromkeys("([{（【［", "‹"),
    **dict.fromkeys(")]}）】］", "›"),
    **dict.fromkeys('"“”„«»‹›「」『』《》', '"'),
    **dict.fromkeys("'’‘`´", "'"),
    "&": "&",
}
_SIGNS = {"+": "+", "-": "-", "−": "-", "–": "-", "＋": "+", "－": "-"}
MAX_DIGITS = 40
MIN_COMPOUND = 7
MIN_NUMERAL = 6
MAX_WORD = 100  # what is longer is no word that has parts
_ALONE = (1,)
_NAME = 5  # words behind a group word in which a longer name is sought
_BEFORE_DIGITS = "CMBμτφU"  # tags of words that may be glued to a number: USD34, Q3, FY24


def scan(text: str, start: int, end: int, lexicon: Lexicon) -> Chain:
    """The stretch of ``text`` from ``start`` to ``end`` as a chain, its words tagged by ``lexicon``.

    Nothing is rewritten: each link's place is its place in ``text``.
    """
    folded = fold(text)
    kinds, starts, ends = _tokens(text, start, end)
    tags: list[str] = []
    out_starts: list[int] = []
    out_ends: list[int] = []
    values: list[Any] = []
    lengths, follows, entries, read = lexicon.lengths, lexicon.follows, lexicon.entries, lexicon.read
    count = len(kinds)
    i = 0
    while i < count:
        first, last, kind = starts[i], ends[i], kinds[i]
        step, tag, value = 1, "", None
        word = folded[first:last]
        sizes = lengths.get(word)
        if sizes is not None:
            if sizes[0] > 1 and (i + 1 == count or folded[starts[i + 1] : ends[i + 1]] not in follows[word]):
                sizes = _ALONE
            for n in sizes:
                if i + n > count:
                    continue
                stop = ends[i + n - 1]
                readings = entries.get(folded[first:stop])
                if readings is None:
                    continue
                entry: Entry | None = readings[0]
                if readings[0].case != ANY:
                    entry = read(folded[first:stop], text[first:stop])
                if entry is not None and entry.tag == "G" and n > 1:
                    inner = starts[i + 1] if text[starts[i + n - 1]].isupper() else stop
                    if _opens_name(text, folded, inner, ends[i + n : i + n + _NAME], lexicon):
                        continue
                if entry is not None:
                    step, last, tag, value = n, stop, entry.tag, entry.value
                    break
        if not tag:
            tag, value = _unknown(text, folded, first, last, kind, lexicon)
            if kind == NUMBER:
                if tags and _is_code(text, tags, out_starts, out_ends, first):
                    tag, value = "Z", None
            elif kind == WORD and tags and tags[-1] == "d" and out_ends[-1] == first and tag in "lW":
                tags[-1], tag = "Z", "Z"
        if tag == "d" and tags and tags[-1] == "μ" and " " in text[first:last]:
            day, _, value = text[first:last].partition(" ")  # May 13 200 companies: a day and a number
            tags.append("d")
            out_starts.append(first)
            out_ends.append(first + len(day))
            values.append(day)
            first += len(day) + 1
        tags.append(tag)
        out_starts.append(first)
        out_ends.append(last)
        values.append(value)
        i += step
    return Chain(text, "".join(tags), out_starts, out_ends, values)


def _opens_name(text: str, folded: str, start: int, stops: list[int], lexicon: Lexicon) -> bool:
    """Does the noun of "el Banco" begin the name of a known office: "el Banco Central de Chile"?"""
    for stop in stops:
        if start < stop and folded[start:stop] in lexicon.entries:
            entry = lexicon.read(folded[start:stop], text[start:stop])
            if entry is not None and (entry.table == "governments" or entry.tag == "I"):
                return True
    return False


def _tokens(text: str, start: int, end: int) -> tuple[list[int], list[int], list[int]]:
    hits = list(TOKEN.finditer(text, start, end))
    return [hit.lastindex or MARK for hit in hits], [hit.start() for hit in hits], [hit.end() for hit in hits]


def _unknown(text: str, folded: str, first: int, last: int, kind: int, lexicon: Lexicon) -> tuple[str, Any]:
    if kind == NUMBER:
        return ("d", text[first:last]) if last - first <= MAX_DIGITS else ("Z", None)
    if kind == WORD:
        if (
            MIN_NUMERAL <= last - first <= MAX_WORD
            and (made := _made_up(folded[first:last], lexicon)) is not None
        ):
            return made
        return ("W" if text[first].isupper() else "l"), None
    if kind == IDEOGRAPH:
        return "l", None
    mark = text[first]
    sign = _SIGNS.get(mark)
    if sign and text[last : last + 1].isdigit() and not _joins(text, first):
        return "±", sign
    return _MARKS.get(mark, "#"), None


@lru_cache(maxsize=1 << 16)
def _made_up(word: str, lexicon: Lexicon) -> tuple[str, Any] | None:
    """The reading of a long word by its parts: a number in one word, a compound by its head."""
    value = lexicon.numerals.value(word) if lexicon.numerals is not None else None
    if value is not None:
        return "w", str(value)
    entry = lexicon.head(word) if lexicon.heads and len(word) >= MIN_COMPOUND else None
    return None if entry is None else (entry.tag, entry.value)


def _joins(text: str, place: int) -> bool:
    """Does what stands before ``place`` make a sign there a hyphen?"""
    before = text[place - 1 : place] if place else ""
    return before.isalnum() or before in ("%", ".", "”", "’")


def _is_code(text: str, tags: list[str], starts: list[int], ends: list[int], first: int) -> bool:
    """Is a number glued to a word part of a name (A380, COVID-19), or the second part of one (A350-1000)?"""
    if ends[-1] != first:
        return False
    tag, before = tags[-1], text[first - 1]
    if tag == "-" and tags[-2:-1] == ["Z"] and ends[-2] == starts[-1]:
        return True
    if "\u3040" <= before <= "\uffff":
        return False
    if tag == "-":
        return text[first - 2 : first - 1].isupper() and not before.isspace()
    return before.isalpha() and tag not in _BEFORE_DIGITS
