"""Times of the day behind a date, with what belongs to them: "| 15h10", "3:10 pm", "1510 GMT"."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED
from tradenews.lexicon.index import Lexicon

_TIME: Final = regex(
    r"[\s|·,–-]*(?:[^\W\d_A-Z]{1,5}\s)?"
    r"(?:\d\d?\s?[:.hHu：]\s?\d\d(?![\d.])(?::\d\d)?(?:min)?|\d{4}(?=\s[A-Z]{3}))"
)
_LEAD: Final = regex(r"[\s\d:：|·]*")
_ZONES: Final = frozenset(
    ("AM", "PM", "GMT", "UTC", "CET", "CEST", "BST", "EST", "EDT", "ET", "IST", "SGT", "MSK")
)
_MOST: Final = 2  # words behind a time: "p.m. ET"
_SHORT: Final = 5  # letters of a word for hours


def behind_clock(words: str, lexicon: Lexicon) -> str:
    """What stands behind a time; all but the marks where no time is told.

    >>> from tradenews.lexicon.load import load_lexicon
    >>> behind_clock(" | 15h10", load_lexicon("pt")), behind_clock(" 3:10 pm Reuters", load_lexicon("en"))
    ('', 'Reuters')
    """
    clock = _TIME.match(words)
    at = clock.end() if clock is not None else 0
    lead = _LEAD.match(words, at)
    rest = words[lead.end() if lead is not None else at :]
    for _ in range(_MOST if clock is not None else 0):
        head, _, behind = rest.partition(" ")
        if not _is_of_time(head.strip("()|,."), lexicon):
            break
        rest = behind.lstrip(" |·-–")
    return rest


def _is_of_time(word: str, lexicon: Lexicon) -> bool:
    """Is it a zone, or may it be a word for hours: short, in small letters, and otherwise unknown?"""
    zone = word.replace(".", "").upper() in _ZONES
    short = bool(word) and word < UNSPACED and len(word) <= _SHORT and not word.isupper()
    return zone or (short and lexicon.word(word) is None)
