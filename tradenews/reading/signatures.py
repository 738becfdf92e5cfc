"""Where an article is from, as its end tells: sign-offs, a name alone behind the last paragraph."""

from __future__ import annotations

import re

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.credits import is_name, names_body
from tradenews.reading.imprint import is_medium_like, names_paper
from tradenews.reading.lines import Line, ends_sentence, is_wide, label_at

_SIGNED = regex(
    r"(?:[(（](?P<paren>[^()（）\n]{2,40})[)）]|(?<![^\W_])[-–—]{1,2}\s*(?P<dash>[^\W\d_][^\n.]{1,30}))\s*+(?:[.。]\s*)?$"
)
_BARE = regex(r"[.!?…][\"”“»’']{0,2}\s+(?P<name>[^\W\d_][\w.-]*(?: [\w.-]+){0,2})$")
_DATED = regex(r"(?<![,\s\d./-]),?\s*+\d[\d./-]{3,}$")
_PARTS = regex("[/,&]")
_INITIALS = 5  # letters of an agency
_NEAR = 60  # characters from the end of a paragraph in which it is signed
_MOST_NAME = 3  # words
_MOST_SLASHED = 40
_JOINS = "&+"


def signed_source(text: str, line: Line, lexicon: Lexicon) -> str | None:
    """The sign-off of the last paragraph: "(AFP/dpa)", "—AFP", "(Lusa and staff)", ". dpa"."""
    near = max(line.start, line.end - _NEAR)
    hit = _SIGNED.search(text, near, line.end)
    if hit is None:
        bare = _BARE.search(text, near, line.end)
        return bare["name"] if bare and names_medium(bare["name"], lexicon) else None
    words = _DATED.sub("", hit["paren"] or hit["dash"]).strip()
    if any(names_medium(part.strip(), lexicon, known="E") for part in _PARTS.split(words)):
        return words
    if names_paper(words, lexicon):
        return words
    for part in _joined(words, lexicon):
        if names_medium(part, lexicon):
            return part
    if is_wide(text, line):
        return _wide_signed(words, lexicon)
    caps = words.isupper() and words.replace("/", "").isalpha() and 2 <= len(words) <= 16
    lower = bool(re.fullmatch(r"[A-Za-z]{2,6}(?:/[A-Za-z]{2,6})+|dpa|afp|apa", words))
    entry = lexicon.word(words)
    return words if (caps and entry is None) or lower else None


def names_medium(words: str, lexicon: Lexicon, known: str = "") -> bool:
    """Are these words a medium, or the letters of an agency; or any name with a tag in ``known``?"""
    entry = lexicon.word(words)
    if entry is None and words.islower() and len(words) <= _INITIALS:
        entry = lexicon.word(words.upper())  # "(sda)"
    return entry is not None and ((entry.tag == "E" and entry.table == "media") or entry.tag in tuple(known))


def _joined(words: str, lexicon: Lexicon) -> list[str]:
    """The parts of a sign-off around its "and"."""
    parts: list[list[str]] = [[]]
    for word in words.split():
        entry = lexicon.word(word)
        if entry is not None and entry.tag == "&":
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts] if len(parts) > 1 else []


def _wide_signed(words: str, lexicon: Lexicon) -> str | None:
    """The site or paper behind "according to": （据商务部网站）."""
    label = label_at(words, 0, len(words), lexicon, "lead")
    name = words[label.start :] if label is not None else ""
    endings = tuple(lexicon.lines.get("labels", {}).get("agency_end", ()))
    return name if len(name) > _MOST_NAME and name.endswith(endings) else None


def trailing_source(text: str, line: Line, lexicon: Lexicon) -> str | None:
    """A name alone on the line behind the last paragraph, no initials of editors; "dpa/Jane Doe"."""
    words = line.of(text).strip(" -–—•")
    if line.chrome or ends_sentence(text, line):
        return None
    if names_body(words, lexicon) and words[0].isupper():
        return words
    slashed = slashed_source(text, line, lexicon)
    if slashed is not None:
        return slashed
    if not is_name(words) or len(words.split()) > _MOST_NAME:
        return None
    if re.fullmatch(r"[^\W\d_]{1,3}(?:/[^\W\d_]{1,3})*", words) or any(c.isdigit() for c in words):
        return None
    entry, first = lexicon.word(words), lexicon.word(words.split()[0])
    person = words.split()[0].endswith(".") or (first is not None and first.tag == "ñ")
    known = (entry is None or entry.tag == "E") and not person
    return words if known and all(p[0].isupper() or p in _JOINS for p in words.split()) else None


def slashed_source(text: str, line: Line, lexicon: Lexicon) -> str | None:
    """The medium of a line that is its letters and those of an editor: "ATS/lm", "lno/dpa"."""
    words = line.of(text).strip(" -–—•")
    medium, slash, rest = words.partition("/")
    if not slash or line.chrome or len(words) > _MOST_SLASHED:
        return None
    if names_agency(medium.strip(), lexicon):
        return medium.strip()
    return words if words.islower() and names_agency(rest.strip(), lexicon) else None


def names_agency(words: str, lexicon: Lexicon) -> bool:
    """Are these words a medium, or what a sign-off has for one?"""
    return names_medium(words, lexicon) or words.lower() in lexicon.lines.get("labels", {}).get("agency", ())


def medium_byline(text: str, line: Line, lexicon: Lexicon) -> str | None:
    """The medium that stands where an author does: "Von dpa"; also behind a date: "18:46 Por Lusa"."""
    words = line.of(text)
    folded = fold(words)
    for form in sorted(lexicon.lines.get("labels", {}).get("byline", ()), key=len, reverse=True):
        at = folded.find(f"{fold(form)} ")
        if at < 0 or (at and (folded[at - 1] != " " or not any(map(str.isdigit, folded[:at])))):
            continue
        rest = re.split(r"(?<!\s)\s++[-–—|]\s|[,;|/(]", words[at + len(form) + 1 :], maxsplit=1)[0].strip(
            " ."
        )
        if names_medium(rest, lexicon) or (names_paper(rest, lexicon) and is_medium_like(rest, lexicon)):
            return rest
    return None
