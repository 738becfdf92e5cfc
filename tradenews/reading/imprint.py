"""The medium that a page names without a label, in its head or behind the headline, and the issuer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import evolve

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.credits import is_name, is_small
from tradenews.reading.lines import Line, forms_of, is_wide, label_at
from tradenews.scan.phrases import phrases

_SPLIT = regex(r"(?<!\s)\s*[|•·›»>—]\s*+|(?<!\s)\s+[–/-]\s|[,，:：]\s?+|(?<!\s)\s{2,}|(?<=[^\W\d_])\.\s")
_PAGE = regex(r"(?<!\s)\s+(?P<mark>[|–—-])\s+(?P<name>[^|–—\n]{2,48})$")
_MOST_LINE, _MOST_PARTS = 160, 6
_MOST_WORDS = 8  # of the name of a medium
_PERSON = 3  # words of a person's name
_LEAST_SUFFIX, _LEAST_STEM = 4, 3  # letters of a noun that ends a longer word, and of what stands before it
_LEAST_WIDE, _MOST_WIDE = 3, 8
_LEAST_TITLE, _LEAST_WIDE_TITLE = 4, 8  # words, or characters of a script without blanks
_MOST_NAME = 5  # words behind the bar of a page's title
_SMALL = 3
_MENU = "menu"
_ELIDED = regex(r"^[LlDd]\w{0,4}['’](?=\w)")
_WIDE_CLAUSE = regex(r"[，。、（）()\s–—-]+")
_MOST_CLAUSES = 6
_OPENING = 200  # characters of a paragraph in which it names who issued it


def names_paper(words: str, lexicon: Lexicon) -> bool:
    """Do a few capitalised words hold a noun that media are called by: "The Harbour Gazette", "Hafenbote"?"""
    if words[:1].isalpha() and is_wide(words, Line(0, 0, len(words), 0, False)):
        nouns = (*forms_of(lexicon, "medium"), *forms_of(lexicon, "paper"))
        return _LEAST_WIDE <= len(words) <= _MOST_WIDE and words.isalpha() and words.endswith(nouns or "\0")
    parts = words.split()
    if not 0 < len(parts) <= _MOST_WORDS or not words[0].isupper() or any(map(str.isdigit, words)):
        return False
    small = all(p[0].isupper() or len(p) <= _SMALL or is_small(p, lexicon) for p in parts)
    kind, nouns = phrases(lexicon).kind, forms_of(lexicon, "paper")
    if not small or kind(fold(words)) is not None:
        return False
    bare = [fold(_ELIDED.sub("", part)) for part in parts]
    rest = [word for word in bare if not _holds(word, nouns, alone=len(parts) > 1)]
    genre = len(parts) == 1 and bare[0] in forms_of(lexicon, "genre")
    menu = any(kind(word) == _MENU for word in rest)  # "Typeface Default Arial Courier"
    return not genre and not menu and len(rest) < len(bare)


def _holds(word: str, nouns: Iterable[str], *, alone: bool) -> bool:
    """Is a word one of the nouns, or a longer one that ends in it?"""
    return any(
        (alone and word == noun)
        or (len(noun) >= _LEAST_SUFFIX and len(word) >= len(noun) + _LEAST_STEM and word.endswith(noun))
        for noun in nouns
    )


def names_desk(words: str, lexicon: Lexicon) -> bool:
    """Is it a part of a newsroom or of a page, no medium: "Business", "Redacción Economía"?"""
    desks = forms_of(lexicon, "desk")
    parts = fold(words).split()
    section = phrases(lexicon).kind(fold(words)) is not None
    return section or any(_holds(part, desks, alone=True) for part in parts[:1] + parts[-1:])


def is_medium_like(name: str | None, lexicon: Lexicon) -> bool:
    """Can a name be that of a medium: no part of a page, no kind of text, no person, town or country?"""
    if name is None or ":" in name or names_desk(name, lexicon):
        return False
    if name.lower().startswith(_genres(lexicon)):
        return False
    entry, first = lexicon.word(name), lexicon.word(name.split()[0].rstrip(","))
    parts = name.split(",")[0].split()
    person = 1 < len(parts) <= _PERSON and all(part[0].isupper() for part in parts)
    person = person and first is not None and first.tag == "ñ"
    return not person and (entry is None or entry.tag not in "k¤°A")


def as_written(text: str, name: str | None, lexicon: Lexicon) -> str | None:
    """A name in capitals as the text writes it elsewhere: "LOREM TODAY" above, "© Lorem Today" below.

    A word for a newsroom alone names no medium.
    """
    if name is None or fold(name) in forms_of(lexicon, "newsroom"):
        return None
    if not name.isupper() or " " not in name:
        return name
    found = (hit[0] for hit in re.finditer(re.escape(name), text, re.IGNORECASE))
    return next((each for each in found if each.istitle() or not (each.isupper() or each.islower())), name)


def as_medium(name: str | None, lexicon: Lexicon) -> str | None:
    """A name, without the part of the page or of the newsroom that it may be: "Moldau-Kurier Wirtschaft"."""
    if name is None or not is_medium_like(name, lexicon):
        return None
    rest = name.rpartition(" ")[0]
    return rest if names_paper(rest, lexicon) and names_desk(name.rpartition(" ")[2], lexicon) else name


def _genres(lexicon: Lexicon) -> tuple[str, ...]:
    """The words for kinds of texts, each with the blank behind it, and what stands before an author."""
    keys = ("genre", "byline", "published", "rights")
    return tuple(f"{form} " for key in keys for form in forms_of(lexicon, key) if len(form) > _SMALL)


def paper_in_head(text: str, lines: Iterable[Line], lexicon: Lexicon) -> str | None:
    """The first part of a short line of the head that has the name of a medium: "Hafenbote | Wirtschaft"."""
    for line in lines:
        if line.end - line.start > _MOST_LINE:
            continue
        parts = [part.strip(" .") for part in _SPLIT.split(line.of(text)) if part and part.strip(" .")]
        named = (part for part in parts[:_MOST_PARTS] if names_paper(part, lexicon))
        found = next((part for part in named if not names_desk(part, lexicon)), None)
        if found is not None:
            return found
    return None


def without_name(text: str, line: Line, lexicon: Lexicon) -> tuple[Line, str | None] | None:
    """The line without the name of the page behind it: "Tea finds new buyers | The Harbour Gazette".

    The name is None where a section of the page stands there; the whole is None where nothing does.
    """
    hit = _PAGE.search(text, line.start, line.end) if line.end - line.start <= _MOST_LINE else None
    if hit is None or "|" in text[line.start : hit.start()]:
        return None
    name, said = hit["name"].strip(" ."), text[line.start : hit.start()]
    wide = is_wide(text, line)
    if len(said) < _LEAST_WIDE_TITLE if wide else len(said.split()) < _LEAST_TITLE:
        return None
    section = phrases(lexicon).kind(fold(name)) is not None
    barred = hit["mark"] == "|" and (wide or _is_proper(name))
    if not (section or barred or names_paper(name, lexicon)):
        return None
    return evolve(line, end=hit.start(), chrome=False), None if section else name


def _is_proper(words: str) -> bool:
    """Are these a few words that all begin with a capital, small ones apart?"""
    parts = words.split()
    return (
        is_name(words) and len(parts) <= _MOST_NAME and all(p[0].isupper() or len(p) <= _SMALL for p in parts)
    )


def behind_title(text: str, title: str, lines: Sequence[Line], lexicon: Lexicon) -> str | None:
    """What stands behind the headline where a line of the head repeats it: "Tea finds buyers - Hafenbote"."""
    for line in lines:
        words = line.of(text)
        if not words.startswith(title) or len(words) == len(title):
            continue
        rest = _SPLIT.split(words[len(title) :])[-1].strip(" .") if len(words) <= _MOST_LINE * 2 else ""
        if is_name(rest) and phrases(lexicon).kind(fold(rest)) is None:
            return rest
    return None


def is_firm(words: str, lexicon: Lexicon) -> bool:
    """Is a short line the full name of a firm, with its legal form: "Kericho Leaf Ltd"?"""
    if words[:1] >= UNSPACED:
        return words.isalpha() and _wide_firm(words, lexicon) == words
    parts = words.split()
    if not 1 < len(parts) <= _MOST_PARTS or not words[0].isupper():
        return False
    entry = lexicon.word(parts[-1]) or lexicon.word(parts[-1].rstrip("."))
    return entry is not None and entry.tag == "L"


def _wide_firm(words: str, lexicon: Lexicon) -> str | None:
    """The firm in the first clause, in a script without blanks, up to its legal form."""
    for part in _WIDE_CLAUSE.split(words[:_OPENING])[:_MOST_CLAUSES]:
        ends = [part.find(form) + len(form) for form in forms_of(lexicon, "firm_end") if form in part[1:]]
        if ends:
            return part[: max(ends)]
    return None


def is_release(text: str, line: Line, lexicon: Lexicon) -> bool:
    """Does a line say that the text is a press release, alone or before a number, a date or a place?"""
    label = label_at(text, line.start, line.end, lexicon, "press_release")
    return label is not None and line.end - line.start <= _MOST_LINE // 2


def about_itself(text: str, lines: Iterable[Line], lexicon: Lexicon) -> str | None:
    """Whom a press release presents behind its text: "About Kericho Leaf Ltd", "Über die Elbtal GmbH"."""
    for line in lines:
        label = label_at(text, line.start, line.end, lexicon, "about")
        if label is None or line.end - line.start > _MOST_LINE // 2:
            continue
        words = text[label.start : label.end].strip(" :").split()
        while words and words[0].islower():
            words = words[1:]
        if words and len(words) <= _MOST_PARTS and words[0][0].isupper():
            name = " ".join(words)
            return name if is_firm(name, lexicon) else name.rstrip(".")
    return None


def opening_firm(text: str, line: Line, lexicon: Lexicon) -> str | None:
    """The first firm with its legal form near the beginning of a paragraph."""
    if is_wide(text, line):
        return _wide_firm(line.of(text), lexicon)
    run: list[str] = []
    for word in text[line.start : min(line.end, line.start + _OPENING)].split()[:-1]:
        bare = word.rstrip(",;:")
        entry = lexicon.word(bare) or lexicon.word(bare.rstrip("."))
        if run and entry is not None and entry.tag == "L":
            return " ".join((*run, bare))
        run = [*run, bare] if word[0].isupper() and bare == word else []
        run = run[1:] if len(run) == 1 and _is_article(run[0], lexicon) else run
    return None


def _is_article(word: str, lexicon: Lexicon) -> bool:
    entry = lexicon.word(word.lower())
    return entry is not None and entry.tag in "_oqn"
