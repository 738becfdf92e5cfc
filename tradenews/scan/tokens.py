"""Text to chain: tokens in place, words tagged by the lexicon's longest match."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from tradenews.lexicon.forms import TOKEN, UNSPACED, fold
from tradenews.lexicon.index import Entry, Lexicon
from tradenews.normalize.facts import counts_with_of
from tradenews.scan.chain import Chain

NUMBER, IDEOGRAPH, WORD, MARK = 1, 2, 3, 4
_NAMED = frozenset("EA")
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
_NONE: Collection[str] = ()
_MOST_WORDS, _SHORT_NUMBER = 1 << 16, 4  # words kept, digits of a number that will come again
_PAUSES = tuple(",.;:")  # what may follow an aside
_NAME = 5  # words behind a group word in which a longer name is sought
_YEAR = 4  # digits
_SEASONED = (["φ"], ["K"])  # tags of a season, behind which years may have two digits
_GLANCE = 12  # characters behind a name in which the next word begins
_ELISIONS = "'’"
_HEADED = "Gø"  # tags of nouns that may head the name of a body
_BODY = 6  # tokens behind the first of the name of a body
_BEFORE_SIGN = "‹oty"  # tags behind which a mark apart from its number is a minus, no dash
_BEFORE_PLUS = "‹oty,;:lVK_n="  # and so a plus is a sign
_NAMES = "WE"  # tags of names that a hyphen joins a number to
_BEFORE_DIGITS = "CMBμτφU"  # tags of words that may be glued to a number: USD34, Q3, FY24


Word = tuple[tuple[int, ...], Collection[str], str, Any, int]


class _Words(dict[str, Word]):
    """Each word as written: how long forms that begin with it are, their second words; its own tag and value.

    Words come again and again, so each is folded and looked up once; a full table starts anew. Last comes the
    kind of a token in no table whose neighbours may still change its tag, else 0.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __missing__(self, word: str) -> Word:
        lexicon, folded, loose = self.lexicon, fold(word), 0
        sizes = tuple(n for n in lexicon.lengths.get(folded, ()) if n > 1)
        entry = lexicon.read(folded, word)
        if entry is not None:
            tag, value = entry.tag, entry.value
        else:
            tag, value, loose = _unknown(word, folded, lexicon)
        found = sizes, lexicon.follows[folded] if sizes else _NONE, tag, value, loose
        if loose != NUMBER or len(word) <= _SHORT_NUMBER:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[word] = found
        return found


@lru_cache(maxsize=16)
def _words_of(lexicon: Lexicon) -> _Words:
    return _Words(lexicon)


def scan(text: str, start: int, end: int, lexicon: Lexicon) -> Chain:
    """The stretch of ``text`` from ``start`` to ``end`` as a chain, its words tagged by ``lexicon``.

    Nothing is rewritten: each link's place is its place in ``text``.
    """
    folded, words = fold(text), _words_of(lexicon)
    hits = list(TOKEN.finditer(text, start, end))
    starts, ends = [hit.start() for hit in hits], [hit.end() for hit in hits]
    tags: list[str] = []
    out_starts: list[int] = []
    out_ends: list[int] = []
    values: list[Any] = []
    count = len(hits)
    i = 0
    while i < count:
        first, last = starts[i], ends[i]
        sizes, follows, tag, value, loose = words[text[first:last]]
        i += 1
        if sizes and i < count and folded[starts[i] : ends[i]] in follows:
            entry, stop = _longest(text, folded, i - 1, sizes, starts, ends, lexicon)
            if entry is not None and not (
                tag == "S" and entry.tag in _NAMED and _glued(tags, out_ends, first)
            ):
                i, last, tag, value, loose = stop, ends[stop - 1], entry.tag, entry.value, 0
        if loose == WORD:
            if tags and tags[-1] == "d" and out_ends[-1] == first:
                tags[-1] = tag = "Z"
        elif loose == MARK:
            if text[last : last + 1].isdigit():
                if not _joins(text, first):
                    tag, value = "±", _SIGNS[text[first]]
            elif (
                tags
                and tags[-1] in (_BEFORE_PLUS if text[first] == "+" else _BEFORE_SIGN)
                and _is_apart(text, last)
            ):
                tag, value = "±", _SIGNS[text[first]]
        elif loose == NUMBER and tags:
            if tags[-1] == "S" and out_ends[-1] == first:
                tags[-1], values[-1] = _sign_or_scale(text, out_starts, out_ends, values[-1], lexicon)
            if _is_code(text, tags, out_starts, out_ends, first):
                tag, value = "Z", None
            elif tag == "d" and " " in value and _ends_date(text, tags, out_starts, first, value, lexicon):
                day, _, value = value.partition(" ")  # May 13 200 companies: a day and a number
                tags.append("d")
                out_starts.append(first)
                out_ends.append(first + len(day))
                values.append(day)
                first += len(day) + 1
        tags.append(tag)
        out_starts.append(first)
        out_ends.append(last)
        values.append(value)
    if "-" in tags:
        _bracket_asides(text, tags, out_starts, out_ends)
    return Chain(text, "".join(tags), out_starts, out_ends, values)


def _glued(tags: list[str], ends: list[int], first: int) -> bool:
    """Does a number end where a word begins: "2500万" before 斯里兰卡, not before 万斯?"""
    return bool(tags) and tags[-1] == "d" and ends[-1] == first


def _sign_or_scale(
    text: str, starts: list[int], ends: list[int], scale: Any, lexicon: Lexicon
) -> tuple[str, Any]:
    """What a word of scale glued to the number behind it is: money in "K9 billion", unlike in "5K3"."""
    apart = len(ends) == 1 or ends[-2] < starts[-1]
    sign = lexicon.also(text[starts[-1] : ends[-1]], "C") if apart else None
    return ("S", scale) if sign is None else ("C", sign)


def _ends_date(
    text: str, tags: list[str], starts: list[int], first: int, value: str, lexicon: Lexicon
) -> bool:
    """Is a number up to its blank the day of the month before it, or the second year of a season?

    "May 13 200 companies", "in 2023/24 412 000 tonnes".
    """
    if tags[-1] == "μ":
        _, _, rest = value.partition(" ")
        return not rest.startswith("0") and not counts_with_of(lexicon.language)  # "en janvier 3 000 tonnes"
    if tags[-1] not in "/-" or tags[-2:-1] != ["d"] or text[starts[-1] + 1 : first]:
        return False
    year, last = text[starts[-2] : starts[-1]], value.partition(" ")[0]
    known = len(year) == _YEAR or (len(year) == len(last) and tags[-3:-2] in _SEASONED)
    return known and year.isdigit() and len(last) == 2 and int(year[-2:]) + 1 == (int(last) or 100)


def _bracket_asides(text: str, tags: list[str], starts: list[int], ends: list[int]) -> None:
    """Dashes that stand like brackets, at the first and at the last word of an aside, are brackets.

    "Chile –que exporta cobre– creció"; not those between blanks, of which nobody knows where the aside is.
    """
    opened = -1
    for i, tag in enumerate(tags):
        if tag == "s":
            opened = -1
        elif tag == "-":
            before, behind = text[starts[i] - 1 : starts[i]], text[ends[i] : ends[i] + 1]
            if before.isspace() and behind.isalpha():
                opened = i
            elif opened >= 0 and not before.isspace() and (behind.isspace() or behind in _PAUSES):
                tags[opened], tags[i], opened = "‹", "›", -1


def _longest(
    text: str,
    folded: str,
    i: int,
    sizes: tuple[int, ...],
    starts: list[int],
    ends: list[int],
    lexicon: Lexicon,
) -> tuple[Entry | None, int]:
    """The longest form of several tokens that begins at token ``i``, and the token behind it."""
    first, count, known = starts[i], len(starts), lexicon.entries.known
    for n in sizes:
        if i + n > count:
            continue
        stop = ends[i + n - 1]
        form = folded[first:stop]
        if form not in known:
            continue
        entry = lexicon.read(form, text[first:stop])
        if entry is None:
            continue
        if entry.tag not in "AaE" and (text[starts[i + n - 1]].isupper() or (n == 2 and form >= UNSPACED)):
            behind = i + n + (form >= UNSPACED)
            if _opens_country(folded, starts[i + n - 1], ends[behind : behind + _NAME], lexicon):
                continue
        if entry.tag in _HEADED:
            noun = i + 1 + (text[starts[i + 1]] in _ELISIONS)  # "l'Organisation mondiale du commerce"
            inner = starts[min(noun, i + n - 1)] if text[starts[i + n - 1]].isupper() else stop
            if _opens_name(text, folded, inner, ends[i + n : i + n + _BODY], lexicon):
                continue
        return entry, i + n
    return None, i


def _opens_country(folded: str, start: int, stops: list[int], lexicon: Lexicon) -> bool:
    """Does a longer country begin in a form: 乌干达 in 对乌, "El Salvador" in "desde el"?"""
    known = lexicon.entries.known
    return any(
        folded[start:stop] in known and any(e.tag == "A" for e in lexicon.entries[folded[start:stop]])
        for stop in stops
    )


def _opens_name(text: str, folded: str, start: int, stops: list[int], lexicon: Lexicon) -> bool:
    """Does the noun of "el Banco" begin the name of a known body: "el Banco Central de Chile"?"""
    for stop in stops:
        if start < stop and folded[start:stop] in lexicon.entries:
            entry = lexicon.read(folded[start:stop], text[start:stop])
            if entry is not None and (entry.tag == "I" or entry.table == "governments"):
                return True
            if entry is not None and entry.tag == "E":
                behind = lexicon.word(text[stop : stop + _GLANCE].strip().partition(" ")[0])
                return behind is None or behind.tag != "o"  # else only the first part of a longer name
    return False


def _unknown(word: str, folded: str, lexicon: Lexicon) -> tuple[str, Any, int]:
    """Tag and value of a token in no table, and its kind where what stands beside it may change them."""
    hit = TOKEN.match(word)
    kind = hit.lastindex if hit is not None else MARK
    if kind == NUMBER:
        return ("d", word, NUMBER) if len(word) <= MAX_DIGITS else ("Z", None, NUMBER)
    if kind == WORD:
        made = _made_up(folded, lexicon) if MIN_NUMERAL <= len(word) <= MAX_WORD else None
        return (*made, 0) if made is not None else ("W" if word[0].isupper() else "l", None, WORD)
    if kind == IDEOGRAPH:
        return "l", None, 0
    return _MARKS.get(word, "#"), None, MARK if word in _SIGNS else 0


def _made_up(word: str, lexicon: Lexicon) -> tuple[str, Any] | None:
    """The reading of a long word by its parts: a number in one word, a compound by its head."""
    value = lexicon.numerals.value(word) if lexicon.numerals is not None else None
    if value is not None:
        return "w", str(value)
    entry = lexicon.head(word) if lexicon.heads and len(word) >= MIN_COMPOUND else None
    return None if entry is None else (entry.tag, entry.value)


def _is_apart(text: str, place: int) -> bool:
    """Does a number follow behind a blank: "(+ 6 %)", "de - 3 %"?"""
    return text[place : place + 1].isspace() and text[place + 1 : place + 2].isdigit()


def _joins(text: str, place: int) -> bool:
    """Does what stands before ``place`` make a sign there a hyphen?"""
    before = text[place - 1 : place]
    return (before.isalnum() and before < UNSPACED) or before in ("%", ".", "”", "’")


def _is_code(text: str, tags: list[str], starts: list[int], ends: list[int], first: int) -> bool:
    """Is a number glued to a word part of a name (A380, COVID-19), or the second part of one (A350-1000)?"""
    if ends[-1] != first:
        return False
    tag, before = tags[-1], text[first - 1]
    if tag == "-":
        return _is_part_of_name(text, tags, starts, ends, first)
    if "\u3040" <= before <= "\uffff":
        return False
    return before.isalpha() and tag not in _BEFORE_DIGITS


def _is_part_of_name(text: str, tags: list[str], starts: list[int], ends: list[int], first: int) -> bool:
    """Does a hyphen join a number to a name (Covid-19, Boeing-737), not a year to a word (Mid-2018)?"""
    if text[first - 2 : first - 1].isupper():
        return True
    if tags[-2:-1] == [] or ends[-2] != starts[-1]:
        return False
    number = text[first : first + _YEAR]
    return tags[-2] == "Z" or (tags[-2] in _NAMES and (len(number) < _YEAR or not number.isdigit()))
