"""Who an article is by and where it is from: bylines, sources, sign-offs, mastheads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.clocks import behind_clock
from tradenews.reading.lines import Label, Line, ends_sentence, forms_of, is_wide, label_at, label_inside
from tradenews.reading.stamps import find_stamps
from tradenews.scan.phrases import phrases
from tradenews.scan.tokens import scan

_CUT = regex(r"\s{2,}|\s*[(（）)|/／<>\[【】\]]|\s+[-–—•·]\s+|[;；]|\s*\d{1,4}[-/.:年]\d|$")
_RIGHTS = regex(
    r"(?:©|\([cC]\))\s*+(?:\d{4}\s*+(?:[-–—]\s*+)?(?:\d{4})?)?[\s,:-]*+(?P<name>[^\W\d_][^|–—\d\n©]{1,60})"
)
_HOLDER = regex(r"(?:\d{4}\s*+(?:[-–—]\s*+\d{4})?)?[\s,:-]*+(?P<name>[^\W\d_][^|–—\d\n©]{1,60})")
_BEFORE_RIGHTS = regex(
    r"[•\s]*+(?P<name>[A-ZÀ-Þ][^©|\d,.]{2,40}?)\s*+[-–—]?\s*+(?:©|\([cC]\))\s*+(?:19|20)\d\d"
)
_SITE = regex(r"[\w-]{2,40}\.[a-z]{2,5}")
_GAPS = regex(r"\s[|•·]\s|\s{2,}")
_STEPS = regex(r"\s[/>›»]\s")  # between the steps of a path: "Home / Markets"
_MOST_ITEM = 2  # words of a medium that a menu's item names
_BULLETS = frozenset("•·●▪■◆◦*")
_NAME = regex(r"[^\W\d_][\w'’.-]*")
_MAX_RIGHTS = 20
_LEAD, _LEAD_CHARS, _NEAR = 2, 500, 6  # paragraphs, characters of each, links before the name
_MOST_BEHIND = 3  # words behind the names of a byline
_MAX_NAME, _MAX_SOURCE, _MAX_MASTHEAD = 4, 60, 6

_LONGEST_ACRONYM = 8
_LONGEST_PERSON = 3  # characters of a person's name in a script without blanks
_LEAST_WIDE, _MOST_WIDE = 3, 8  # characters of a medium in a script without blanks
_MOST_PLAIN = 7  # words of a body's name that may begin with any word
_TOP, _MOST_NAME = 2, 9  # lines in which a masthead stands, words that the name of a body has at most
_SAYS = frozenset("VJmd")  # tags of what a headline says and a name does not


def read_byline(text: str, line: Line, lexicon: Lexicon) -> tuple[str, ...]:
    """The names after "By" at the beginning of a short line; empty where it is none."""
    if line.end - line.start > 140:
        return ()
    label = label_at(text, line.start, line.end, lexicon, "byline")
    if label is None:
        return inner_byline(text, line.start, line.end, lexicon) if is_wide(text, line) else ()
    words = text[label.start : label.end]
    cut = _CUT.search(words)
    words = words[: cut.start()] if cut else words
    if is_wide(text, line):
        return _wide_names(words)
    return _names(words, lexicon)


def is_medium(name: str, lexicon: Lexicon) -> bool:
    """Is it a known medium, or does its name begin with the word for an agency?"""
    first = lexicon.word(name.split()[0])
    entry = lexicon.word(name)
    return (entry is not None and entry.tag == "E") or (first is not None and first.tag in "Iø")


def inner_byline(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The names in ``（记者 程牧）`` or ``09:41 南向财经 记者 许芷晴``."""
    forms = (f for f in lexicon.lines.get("labels", {}).get("byline", ()) if len(f) > 1 and f[0] >= UNSPACED)
    for form in sorted(forms, key=len, reverse=True):
        at = text.find(form, start, end)
        if at > start and text[at - 1] in " （(|｜　":
            words = text[at + len(form) : end].lstrip(" :：")
            cut = re.search(r"[）)|，。]", words)
            return _wide_names(words[: cut.start()] if cut else words)
    return ()


def _wide_names(words: str) -> tuple[str, ...]:
    names = [n for n in re.split(r"[\s、，,/]+", words) if n]
    good = [n for n in names if 2 <= len(n) <= 4 and n[0] >= UNSPACED]
    return tuple(good[:5]) if good and good[0] == names[0] else ()


def _names(words: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Capitalised words, cut at commas and at words for "and"."""
    names: list[str] = []
    current: list[str] = []
    parts = re.findall(r"[,;&]|[^\s,;&]+", words)
    for i, part in enumerate(parts):
        entry = lexicon.word(part)
        joins = part in ",;&" or (entry is not None and entry.tag == "&")
        if joins:
            names.append(" ".join(current))
            current = []
        elif current and entry is not None and (entry.tag == "u" or _is_written_in(part, lexicon)):
            break  # "com Inforpress", "in Labasa"
        elif (part[0].isupper() and _NAME.fullmatch(part)) or (current and len(part) <= 3 and part.isalpha()):
            current.append(part)
        elif len(parts) - i > _MOST_BEHIND and not any(map(str.isdigit, words)):
            return ()  # "De Rosario a El Cairo: el viaje del trigo"
        else:
            break
    names.append(" ".join(current))
    full = [n for n in names if 2 <= len(n.split()) <= _MAX_NAME and n.split()[-1][0].isupper()]
    return tuple(dict.fromkeys(full)) if full and names[0] in full else ()


def _is_written_in(word: str, lexicon: Lexicon) -> bool:
    """Is it the preposition before the place where an author writes, and no part of a name?"""
    return word in forms_of(lexicon, "written_in") and word not in lexicon.lines["name_words"].get(
        "particles", ()
    )


def labelled_source(text: str, line: Line, lexicon: Lexicon) -> str | None:
    """What stands after "Source:"; a label without a colon must have two words."""
    label = label_at(text, line.start, line.end, lexicon, "source")
    if label is not None and not label.mark and label.words == 1:
        word = text[label.start : label.end].strip(" .()")
        entry = lexicon.word(word)
        acronym = entry is None and word.isupper() and 2 <= len(word) <= 5
        return word if acronym or (entry is not None and entry.tag == "E") else None
    if label is None and not line.chrome:
        label = label_inside(text, line.start, line.end, lexicon, "source")
    if label is None or line.end - line.start > 240:
        return None
    return _source(text, label, lexicon)


def _source(text: str, label: Label, lexicon: Lexicon) -> str | None:
    words = text[label.start : label.end]
    cut = _CUT.search(words)
    words = (words[: cut.start()] if cut else words).strip(" .,:：。")
    for stamp in find_stamps(text, label.start, label.start + len(words), lexicon):
        words = text[label.start : stamp.span.start].strip(" .,:-–/")
    if is_wide(text, Line(label.start, label.start, label.end, 0, False)):
        words = "".join(words.split()[:1])
    if _STEPS.search(words):
        return None
    known = _known_medium(words, lexicon)
    if known and (len(known) * 3 > len(words) or words.endswith(known)):
        return known
    if ", " in words:
        words = _without_particle(words.rsplit(", ", 1)[1], lexicon)
    return words if 1 < len(words) <= _MAX_SOURCE else None


def _without_particle(words: str, lexicon: Lexicon) -> str:
    head, _, tail = words.partition(" ")
    entry = lexicon.word(head)
    return tail if tail and head.islower() and entry is not None and entry.tag in "oqn_" else words


def _known_medium(words: str, lexicon: Lexicon) -> str | None:
    """A medium of the lexicon inside a credit: the longest."""
    parts = words.split()
    for size in range(min(len(parts), 5), 0, -1):
        for i in range(len(parts) - size + 1):
            name = " ".join(parts[i : i + size]).strip(".,")
            entry = lexicon.word(name)
            if entry is not None and entry.tag == "E":
                return name
    return None


def rights_source(text: str, lines: Sequence[Line], lexicon: Lexicon) -> str | None:
    """The holder of the copyright, from the last line that names one."""
    for line in reversed(lines):
        before = _BEFORE_RIGHTS.match(text, line.start, line.end)
        label = label_at(text, line.start, line.end, lexicon, "rights")
        if before is not None and phrases(lexicon).kind(fold(before["name"])) == "copyright":
            before = None  # "All rights reserved © 2024 Lorem"
        if label is None and before is not None and before["name"].count(" ") < _MAX_MASTHEAD:
            return before["name"]
        hit = _RIGHTS.search(text, line.start, line.end)
        hit = _HOLDER.match(text, label.start, line.end) if hit is None and label is not None else hit
        if hit is not None:
            name = re.split(r"[.,]\s+(?=[^\W\d_])|\s{2,}|\s[-–—]\s", hit["name"])[0].strip(" .,:-")
            whole, name = name, _capitalised(name, lexicon)
            form = lexicon.word(f"{name.split()[-1]}.") if name else None
            name = f"{name}." if form is not None and form.tag == "L" else name
            worded = any(phrases(lexicon).kind(fold(each)) == "copyright" for each in (name, whole))
            if 1 < len(name) <= _MAX_SOURCE and not worded:
                return name
    return None


def reserved_source(text: str, lines: Sequence[Line], lexicon: Lexicon) -> str | None:
    """The holder of the copyright in a line of the head that also says so in words; no mere photo's."""
    wordings = phrases(lexicon)
    for line in lines:
        parts = re.split(r"(?<!\s)\s++[-–—|]\s|[.,]\s", line.of(text))
        if len(parts) > 1 and any(wordings.kind(fold(part)) == "copyright" for part in parts[1:]):
            return rights_source(text, [line], lexicon)
    return None


def _capitalised(words: str, lexicon: Lexicon) -> str:
    """The words up to the first that begins neither with a capital nor is a small particle."""
    kept: list[str] = []
    for part in words.split():
        if not (part[0].isupper() or part[0] >= UNSPACED or part.startswith("&")) and len(part) > 3:
            break
        kept.append(part)
    while kept and not (kept[-1][0].isupper() or kept[-1][0] >= UNSPACED):
        kept.pop()
    return " ".join(kept)


def masthead(text: str, lines: Sequence[Line], lexicon: Lexicon) -> str | None:
    """A short line of the head that is a known medium, that the foot repeats, or that opens the text."""
    names = rights_names(text)
    wordings = phrases(lexicon)
    number = -1
    for place, line in enumerate(lines):
        words = _first_segment(line.of(text))
        if place < _TOP and _SITE.fullmatch(words):
            return words
        if line.chrome and any(wordings.kind(fold(each)) is not None for each in (line.of(text), words)):
            continue
        number += 1
        whole = number < _TOP and words == line.of(text) and not ends_sentence(text, line)
        if whole and names_body(words, lexicon):
            return words
        if number == 0 and _is_wide_medium(text, line, lexicon):
            return line.of(text)
        if not is_name(words) or ends_sentence(text, line):
            continue
        entry = lexicon.word(words)
        if (entry is not None and entry.tag == "E") or holds_rights(names, words):
            return words
        if _is_bulleted(text, line) and len(words.split()) > _MOST_ITEM:
            continue
        nouns = forms_of(lexicon, "medium")
        proper = all(
            p[0].isupper() or len(p) <= 3 or p in nouns or is_small(p, lexicon) for p in words.split()
        )
        proper = proper or (line.chrome and _has_article(words, lexicon))
        menu = place + 1 < len(lines) and lines[place + 1].chrome
        menu = menu and (" " in words or "." in words or _is_bar(lines[place + 1].of(text)))
        menu = menu and (" " in words or entry is None)
        if (proper and number == 0 and menu) or (number < _TOP and names_body(words, lexicon)):
            return words
        shouted = words.isupper() and len(words) > _LONGEST_ACRONYM
        if (
            number == 0
            and entry is None
            and not shouted
            and (_inner_capital(words) or (len(lines) == 1 and not line.chrome))
        ):
            return words if proper else None
        if number == 0 and words.isupper() and words != line.of(text) and text.count(words) > 2:
            return _spelled_out(text, words)
    return None


def _is_wide_medium(text: str, line: Line, lexicon: Lexicon) -> bool:
    """Is it a name in a script without blanks that ends as media's do: 工商產經網?"""
    words = line.of(text)
    nouns = tuple(lexicon.lines.get("labels", {}).get("medium", ()))
    return (
        is_wide(text, line) and _LEAST_WIDE <= len(words) <= _MOST_WIDE and words.endswith(nouns or ("\0",))
    )


def _has_article(words: str, lexicon: Lexicon) -> bool:
    """Does a name of some words begin with an article, as papers' do: "L'Écho des érablières"?"""
    first = re.split(r"[ '’]", words, maxsplit=1)[0].lower()
    entries = [lexicon.word(form) for form in (first, f"{first}'") if first != words.lower()]
    return " " in words and any(entry is not None and entry.tag == "_" for entry in entries)


def _is_bar(words: str) -> bool:
    """Are these the items of a menu, with bars or gaps between?"""
    return len(_GAPS.split(words)) > 2


def is_small(word: str, lexicon: Lexicon) -> bool:
    """Is it a preposition, an article or an "and"?"""
    entry = lexicon.word(word)
    return entry is not None and entry.tag in "oqnztu_&"


def _is_bulleted(text: str, line: Line) -> bool:
    """Is a line an item of a menu: "• Text Tiny Normal"?"""
    return text[line.raw : line.end].lstrip()[:1] in _BULLETS


def names_body(words: str, lexicon: Lexicon) -> bool:
    """Is a short line the name of an institution: "Banco Central de Honduras"?"""
    parts = words.split()
    if not 2 <= len(parts) <= _MOST_NAME:
        return False
    tags = scan(words, 0, len(words), lexicon).tags
    if len(parts) > _MOST_PLAIN and tags[0] not in "IE":
        return False
    return tags == "E" or ("I" in tags and not set(tags) & _SAYS)


def is_name(words: str) -> bool:
    """Could these few words be the name of a medium?"""
    parts = words.split()
    return 0 < len(parts) <= _MAX_MASTHEAD and 2 < len(words) <= _MAX_SOURCE and words[0].isupper()


def _first_segment(words: str) -> str:
    """What stands before the first bar; nothing of a path through a site."""
    if _STEPS.search(words):
        return ""
    return re.split(r"\s+[|•·>]\s+|\s{2,}", words.strip(" •·-–|:"))[0]


def _inner_capital(words: str) -> bool:
    """Is it one word with capitals inside, as only names have?"""
    return words.isalpha() and any(c.isupper() for c in words[1:]) and not words.isupper()


def _spelled_out(text: str, letters: str) -> str:
    """The name that stands before its own initials in brackets; else the initials."""
    at = text.find(f"({letters})")
    words = text[max(0, at - 120) : at].split() if at > 0 else []
    for size in range(2, min(len(words), 8) + 1):
        initials = "".join(c for word in words[-size:] for c in word if c.isupper())
        if words[-size][0].upper() == letters[0] and len(initials) >= 2:
            return " ".join(words[-size:])
    return letters


def rights_names(text: str) -> tuple[str, ...]:
    """What stands after each copyright sign of the second half, folded."""
    return tuple(fold(hit["name"]) for hit in _RIGHTS.finditer(text, len(text) // 2))[:_MAX_RIGHTS]


def holds_rights(names: Sequence[str], words: str) -> bool:
    """Does one of the copyright lines name these words as the holder?"""
    name = fold(words)
    return any(holder.startswith(name) for holder in names)


def credited_source(text: str, lines: Sequence[Line], lexicon: Lexicon) -> str | None:
    """A medium to which the first paragraphs ascribe what they say: "according to figures by Reuters"."""
    for line in lines[:_LEAD]:
        chain = scan(text, line.start, min(line.end, line.start + _LEAD_CHARS), lexicon)
        for i in chain.find("E"):
            words = chain.words(i)
            entry = lexicon.word(words)
            near = chain.tags[max(0, i - _NEAR) : i + 3]
            if entry is not None and entry.table == "media" and "v" in near:
                return words
    return None


def beside_stamp(text: str, line: Line, start: int, end: int, lexicon: Lexicon) -> str | None:
    """The name in a stamp line behind its date, or that of an agency before it: "Agence Nord 3.5.2024"."""
    before = text[line.start : start].strip(" |-–")
    if " " in before and len(before) <= _MAX_SOURCE:
        readings = lexicon.entries.get(fold(before.split()[0]), ())
        if before[0].isupper() and any(entry.tag == "I" for entry in readings):
            return before
    if not is_wide(text, line) and "|" not in line.of(text):
        return None
    rest = behind_clock(text[end : line.end], lexicon)
    byline = label_inside(rest, 0, len(rest), lexicon, "byline")
    name = re.split(r"[\s|]+", rest)[0] if rest else ""
    if byline is not None or not 2 <= len(name) <= 16 or _is_labelled(name, lexicon):
        return _before_wide(before, lexicon) if is_wide(text, line) else None
    part = rest.partition("|")[0].strip()
    if " " not in part or is_wide(text, line):
        return name
    return part if is_medium(part, lexicon) else None


def _is_labelled(words: str, lexicon: Lexicon) -> bool:
    """Do the words begin with what stands before a name, a date or a size: "Updated", "字体：[大"?"""
    if words[0] in "[（(【" or words[-1] in "[（(【" or "：" in words:
        return True
    keys = ("byline", "updated", "published")
    return any(label_at(words, 0, len(words), lexicon, key) is not None for key in keys)


def _before_wide(words: str, lexicon: Lexicon) -> str | None:
    """The medium before the date in a script without blanks, no person, no place: 維港財訊 2026年3月26日."""
    name = words.split()[0] if words else ""
    entry = lexicon.word(name) if name else None
    known = entry is not None and entry.tag != "E"
    plain = (
        name and name[0] >= UNSPACED and all(c.isalnum() for c in name) and not _is_labelled(name, lexicon)
    )
    return name if plain and not known and _LONGEST_PERSON < len(name) <= _MOST_WIDE else None
