"""Sources told by who wrote: a newsroom, a press office, the letters of an agency behind a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.period import Dateline
from tradenews.reading.imprint import about_itself, is_firm, is_release, opening_firm
from tradenews.reading.lines import Line, is_wide, label_at
from tradenews.scan.phrases import phrases
from tradenews.scan.tokens import scan

_MOST_LINE = 140
_END = regex(r"\s*[,;:|(/\d\n]|\s+[-–—•·]\s+|\s{2,}|$")
_WIDE_END = regex(r"[\s（(|：:，、。]")
_LETTERS = regex(r"[(（]([A-Za-z]{2,7}(?:[/,-][A-Za-z]{2,7})*)[)）]\s*$")
_MOST_NAME, _LEAST_NAME, _TOP = 40, 4, 2
_BEHIND_NAME = regex(r"\s*[,/|]\s*")
_WIDE_PATH = regex(r"(?<!\s)(?:\s*[>＞|｜»]\s*|\s+(?=\d{4}))")
_ARTICLE = 12  # characters before a noun that hold its article
_LEAST_SELF = 2  # times that a body calls itself by its noun alone
_SLOGAN = regex(r"\s[–—|-]\s|\s{2,}")
_MASTHEADS, _MOST_BLANKS = 3, 5  # lines in which a masthead stands, blanks in it
_MOST_PARTS = 5  # words of the name of who issued a text
_STOPS = ".:;,?!…"
_LEAST, _MOST = 2, 10  # characters of a medium in a script without blanks


def _labels(lexicon: Lexicon, key: str) -> tuple[str, ...]:
    return tuple(lexicon.lines.get("labels", {}).get(key, ()))


def newsroom_source(text: str, line: Line, lexicon: Lexicon) -> tuple[str, int] | None:
    """The medium whose newsroom wrote, and where its name ends: "La rédaction de Fret & Rail"."""
    if line.end - line.start > _MOST_LINE:
        return None
    words = line.of(text)
    if is_wide(text, line):
        for form in _labels(lexicon, "newsroom"):
            at = words.find(form)
            name = _WIDE_END.split(words[:at])[-1] if at > 0 else ""
            if _LEAST <= len(name) <= _MOST:
                return name, line.start + at
        return None
    folded = fold(words)
    for form in sorted(_labels(lexicon, "newsroom"), key=len, reverse=True):
        at = folded.find(fold(form))
        stop = at + len(form)
        if at < 0 or (at and folded[at - 1].isalnum()):
            continue
        stop += words[stop : stop + 1] == " "
        end = _END.search(words, stop)
        name = words[stop : end.start()] if end else ""
        if _is_medium(name, lexicon):
            return name, line.start + stop + len(name)
    return None


def _is_medium(name: str, lexicon: Lexicon) -> bool:
    """Could it be a medium: capitals, no first name before it, no desk like "Economía"?"""
    parts = name.split()
    if not parts or len(name) > _MOST_NAME or not parts[0][0].isupper():
        return False
    first, whole = lexicon.word(parts[0]), lexicon.word(name)
    if first is not None and first.tag == "ñ":
        return False
    return len(parts) > 1 or whole is None or whole.tag == "E"


def press_office(text: str, line: Line, lexicon: Lexicon) -> str | None:
    """Whose press office is named: "Ufficio stampa Acem - tel. 0536"."""
    label = label_at(text, line.start, line.end, lexicon, "press_office")
    if label is None:
        return None
    words = text[label.start : label.end]
    end = _END.search(words)
    name = words[: end.start()].strip() if end else ""
    return name if _is_medium(name, lexicon) else None


def release_source(text: str, line: Line, lexicon: Lexicon) -> str | None:
    """Whose press release it is: "Statistisches Bundesamt (Destatis), Pressemitteilung Nr. 117"."""
    folded = fold(line.of(text))
    for form in _labels(lexicon, "press_release") if line.end - line.start <= _MOST_LINE else ():
        at = folded.find(fold(form))
        name = text[line.start : line.start + at].rstrip(" ,-–—:|") if at > 0 else ""
        end = _END.search(name) if name else None
        if end is not None and _is_medium(name[: end.start()], lexicon):
            return name[: end.start()]
    return None


def dated_name(text: str, dateline: Dateline, line: Line, lexicon: Lexicon) -> str | None:
    """The name alone on its line with the date: "Akkervizier, 28 februari 2024".

    No known place, nor one that the text speaks of.
    """
    name = dateline.place or ""
    entry = lexicon.word(name)
    alone = dateline.span.end >= line.end - 1 and dateline.agency is None and dateline.date is not None
    told = entry is not None or name.isupper() or "/" in name or not name
    return name if alone and not told and text.count(name) == 1 else None


def opens_with_article(name: str, lexicon: Lexicon) -> bool:
    """Is the first of several words an article, as in "De Wereldkoopman"?"""
    first, _, rest = name.partition(" ")
    entry = lexicon.word(first.lower()) if rest else None
    return entry is not None and entry.tag == "_"


def agency_letters(text: str, lines: Iterable[Line], lexicon: Lexicon) -> str | None:
    """The letters of an agency in brackets behind a paragraph, as of news in brief: "(rtr)"."""
    known = _labels(lexicon, "agency")
    for line in lines:
        hit = _LETTERS.search(text, max(line.start, line.end - _MOST_NAME), line.end)
        if hit is not None and any(part.lower() in known for part in hit[1].replace(",", "/").split("/")):
            return hit[1]
    return None


def own_source(text: str, title: Line, body: int, lexicon: Lexicon) -> str | None:
    """The body that the headline begins with, where the text calls it "the Bank": its own release."""
    chain = scan(text, title.start, title.end, lexicon)
    if not chain.tags.startswith("E") or " " not in (name := chain.words(0)):
        return None
    for noun in sorted({name.split()[0], name.split()[-1]}):
        if noun[0].isupper() and _calls_itself(text, noun, body, lexicon):
            return name
    return None


def _calls_itself(text: str, noun: str, body: int, lexicon: Lexicon) -> bool:
    """Does ``noun`` stand with an article and without the rest of the name, more than once?"""
    found, at = 0, text.find(noun, body)
    while at >= 0 and found < _LEAST_SELF:
        stop = at + len(noun)
        word = text[max(body, at - _ARTICLE) : at - 1].split(" ")[-1]
        entry = lexicon.word(word) if word else None
        follow = text[stop : stop + 2]
        free = not follow[:1].isalnum() and not (follow[:1] == " " and follow[1:].isupper())
        found += free and entry is not None and entry.tag == "_"
        at = text.find(noun, stop)
    return found >= _LEAST_SELF


def behind_byline(text: str, line: Line, byline: tuple[str, ...], lexicon: Lexicon) -> str | None:
    """The medium behind who wrote: "Por Jane Doe, do Campo e Mercado", "Jane Doe / El Mercantil"."""
    if not byline or is_wide(text, line) or line.end - line.start > _MOST_LINE:
        return None
    at = text.find(byline[-1], line.start, line.end)
    rest = text[at + len(byline[-1]) : line.end]
    mark = _BEHIND_NAME.match(rest)
    words = rest[mark.end() :] if mark else rest.lstrip()
    if at < 0 or (not mark and not rest[:1].isspace()):
        return None
    head, _, tail = words.partition(" ")
    entry = lexicon.word(head)
    joined = entry is not None and entry.tag in "uoq" and head.islower()
    words = tail if joined else words
    end = _END.search(words)
    name = words[: end.start()].strip(" .") if end else ""
    entry = lexicon.word(name.split(" ")[0]) if name else None
    opener = entry is not None and entry.tag in "oqn"
    if opener or label_at(words, 0, len(words), lexicon, "published") is not None:
        return None  # "De Brasília", "Publié le"
    if not (mark or joined) or not _is_medium(name, lexicon) or len(name) < _LEAST_NAME:
        return None
    entry = lexicon.word(name)
    return None if entry is not None and entry.tag in "k°A¤" else name


def repeated_medium(text: str, lines: Sequence[Line], body: int, lexicon: Lexicon) -> str | None:
    """The name that opens the page, alone or before what it says of itself, and that other furniture repeats.

    "FISCHREPORT – Das Branchenblatt", and below the article "Mehr im FISCHREPORT-Archiv".
    """
    for i, line in enumerate(lines[: min(_MASTHEADS, body)]):
        name = _SLOGAN.split(line.of(text), maxsplit=1)[0].strip()
        if not line.chrome or not _LEAST_NAME <= len(name) <= _MOST_NAME or not name[0].isupper():
            continue
        if name.count(" ") > _MOST_BLANKS or name[-1] in _STOPS or phrases(lexicon).kind(fold(name)):
            continue
        others = (fold(other.of(text)) for j, other in enumerate(lines) if j > i + 1 and other.chrome)
        if any(_names(other, fold(name)) for other in others):
            return name
    return None


def _names(words: str, name: str) -> bool:
    """Does a line hold a name among other words?"""
    at = words.find(name)
    free = at >= 0 and not (at and words[at - 1].isalnum()) and not words[at + len(name) :][:1].isalnum()
    return free and len(words) > len(name)


def medium_with(text: str, line: Line, lexicon: Lexicon) -> str | None:
    """A medium that an author worked with: "Por Redacção, com Lusa", "Par Luc Moreau, avec AFP"."""
    for part in line.of(text).split(", ")[1:] if line.end - line.start <= _MOST_LINE else ():
        head, _, name = part.partition(" ")
        entry, medium = lexicon.word(head), lexicon.word(name) if name else None
        if entry is not None and entry.tag == "u" and medium is not None and medium.tag == "E":
            return name
    return None


def issuer(text: str, lines: Sequence[Line], title: int | None, body: int, lexicon: Lexicon) -> str | None:
    """Who issued a text that calls itself a press release.

    It is the name that the headline begins with, a firm's that stands alone in the head, the one that the
    foot presents, the first firm of the text.
    """
    if not any(is_release(text, line, lexicon) for line in lines[:body]):
        return None
    found = _headed(text, lines, title, body, lexicon) if title is not None else None
    found = found or next((line.of(text) for line in lines[:body] if is_firm(line.of(text), lexicon)), None)
    found = found or about_itself(text, lines[body:], lexicon)
    return found or (opening_firm(text, lines[body], lexicon) if body < len(lines) else None)


def _headed(text: str, lines: Sequence[Line], title: int, body: int, lexicon: Lexicon) -> str | None:
    """The name that the headline begins with and the text names again."""
    words = lines[title].of(text).split()
    said = text[lines[body].start :] if body < len(lines) else ""
    for size in range(min(len(words) - 1, _MOST_PARTS), 0, -1):
        name = " ".join(words[:size]).rstrip(",:")
        if (
            not all(w[0].isupper() or (len(w) <= 2 and w.isalpha()) for w in words[:size])
            or not words[size - 1][0].isupper()
        ):
            continue
        entries = [lexicon.word(each) for each in words[:size]]
        land = any(entry is not None and entry.tag in "Aak" for entry in entries)
        if name in said and not land and (size > 1 or entries[0] is None or entries[0].tag == "E"):
            return name
    return None


def titled_medium(text: str, lines: Sequence[Line], lexicon: Lexicon) -> str | None:
    """A medium that opens the page and says what it is: "Lorem & Ipsum – das Magazin für Getränke".

    In a script without blanks, what stands before the path through the site, or before the date.
    """
    nouns = _labels(lexicon, "medium")
    for line in lines[:_TOP]:
        words = line.of(text)
        if is_wide(text, line):
            name = _WIDE_PATH.split(words, maxsplit=1)[0].strip()
            if name != words and _LEAST < len(name) <= _MOST and name.endswith(nouns or ("\0",)):
                return name
            continue
        name, dash, rest = words.partition(" – ") if " – " in words else words.partition(" - ")
        told = {fold(word.strip(".,")) for word in rest.split()} & set(nouns)
        if dash and told and name[:1].isupper() and len(name) <= _MOST_NAME:
            return name
    return None
