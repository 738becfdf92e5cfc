"""The agency that a story is from: alone behind it, told with what the paper added, in its copyright."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.credits import rights_source
from tradenews.reading.lines import Line, forms_of
from tradenews.reading.signatures import names_agency, names_medium

_BRACKETS = " -–—•.()[]（）【】"
_MOST_ALONE = 40  # characters of a line that is an agency's name
_MOST_WITH = 90  # characters of a line that tells with whom it was written
_SPLIT = regex(r"[,/&]")
_LETTERS = 6  # of an agency that no list has
_LAST = 3  # lines behind the article in which it is signed


def agency_of_story(
    text: str, around: Sequence[Line], behind: Sequence[Line], lexicon: Lexicon
) -> str | None:
    """The agency that the lines ``around`` a story credit: below it, beside who wrote, with the rights."""
    return (
        agency_below(text, behind, lexicon)
        or agency_with(text, around, lexicon)
        or agency_of_rights(text, behind, lexicon)
    )


def agency_below(text: str, lines: Sequence[Line], lexicon: Lexicon) -> str | None:
    """The agency alone on one of the first lines behind the article: "Reuters", "dpa", "(AWP)"."""
    for line in lines[:_LAST]:
        words = line.of(text)
        if len(words) > _MOST_ALONE:
            return None
        name = words.strip(_BRACKETS)
        if name and (names_medium(name, lexicon) or (words != words.lower() and names_agency(name, lexicon))):
            return name
    return None


def agency_with(text: str, lines: Sequence[Line], lexicon: Lexicon) -> str | None:
    """The first known agency behind "with": "(avec AFP)", "[Con información de EFE y Reuters]"."""
    forms = sorted(forms_of(lexicon, "written_with"), key=len, reverse=True)
    for line in lines:
        words = line.of(text)
        folded = fold(words)
        if len(words) > _MOST_WITH or len(folded) != len(words):
            continue
        for form in forms:
            at = folded.find(f"{form} ")
            if at < 0 or (at and folded[at - 1].isalnum()):
                continue
            found = _first_agency(words[at + len(form) + 1 :], lexicon)
            if found is not None:
                return found
    return None


def _first_agency(words: str, lexicon: Lexicon) -> str | None:
    """The first of some names that is a medium, or has the shape of an agency's letters."""
    rest = re.split(r"[)\]）】|]", words)[0]
    parts: list[str] = []
    for part in _SPLIT.split(rest):
        parts.append("")
        for word in part.split():
            entry = lexicon.word(word)
            if entry is not None and entry.tag == "&":
                parts.append("")
            else:
                parts[-1] = f"{parts[-1]} {word}".strip()
    names = [part.strip(" .") for part in parts]
    known = next((name for name in names if name and names_medium(name, lexicon)), None)
    letters = len(names) == 1 and names[0].isupper() and names[0].isalpha() and 2 <= len(names[0]) <= _LETTERS
    return known or (names[0] if letters else None)


def agency_of_rights(text: str, lines: Sequence[Line], lexicon: Lexicon) -> str | None:
    """The known medium that holds the rights of a story which another site shows."""
    holder = rights_source(text, lines, lexicon)
    return holder if holder is not None and names_medium(holder, lexicon) else None
