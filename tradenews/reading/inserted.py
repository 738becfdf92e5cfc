"""What is put in between a subject and its verb: "exports, buoyed by Chinese demand, rose 5 percent".

It tells why, not what: neither what it measures nor whom it names is that of the amount behind the verb.
"""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex

_FAR: Final = 40  # links before an amount that are looked at
_COMMAS: Final = 3  # how many of them may stand before the verb, or in what is put in
_VERB: Final = regex("[lm_']{0,4}V")
_SUBJECT: Final = regex("K[noθaA_ltukW@EøTG°'&X]{0,10}$")
_ENDS: Final = frozenset("Q;:‹›s¶")
_TELLS: Final = frozenset("lVYJF")  # participles and relative words ...
_OPENS: Final = frozenset("lVYJFynuzα¬")  # ... and the small words of a cause


def inserted(tags: str, link: int) -> tuple[int, int] | None:
    """The two commas around what is put in before the verb that the amount at ``link`` belongs to."""
    least = max(0, link - _FAR)
    last = link
    for _ in range(_COMMAS):
        last = tags.rfind(",", least, last)
        if last < 0:
            return None
        if (verb := _VERB.match(tags, last + 1)) is not None and verb.end() <= link:
            return _opened(tags, least, last)
    return None


def _opened(tags: str, least: int, last: int) -> tuple[int, int] | None:
    """The comma behind the subject, before the one at ``last``."""
    first = last
    for _ in range(_COMMAS):
        first = tags.rfind(",", least, first)
        if first < 0 or set(tags[first:last]) & _ENDS:
            return None
        if tags[first + 1] in _OPENS and _SUBJECT.search(tags, max(least, first - 11), first):
            return first, last
    return None


def explains(tags: str, first: int) -> bool:
    """Does a participle or a relative word open what is put in behind the comma at ``first``?"""
    return tags[first + 1] in _TELLS
