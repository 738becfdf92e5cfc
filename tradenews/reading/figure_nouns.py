"""The noun that an adjective or a determiner belongs to, and what it tells of how a country is meant."""

from __future__ import annotations

_INSIDE = "laiWTHZø-'"  # what may stand between a modifier and its noun
_REACH = 4


def noun_after(tags: str, first: int) -> str:
    """What the noun is that a modifier before it belongs to: a via, or ``holder`` ("Mexican firms")."""
    found = ""
    for tag in tags[first : first + _REACH]:
        if tag in "KJ":
            return "own"
        if tag == "F":
            return "share"
        if tag in "IO@Ev":
            return "office"
        if tag == "T":
            found = "goods"
        elif tag == "H":
            return found or "holder"
        elif tag not in _INSIDE:
            return found
    return found


def noun_before(tags: str, link: int) -> str:
    """What the noun is that a modifier behind it belongs to; as :func:`_noun_after`."""
    for i in range(link - 1, max(link - _REACH, -1), -1):
        tag = tags[i]
        if tag in "KJ":
            return "own"
        if tag == "F":
            return "share"
        if tag in "IO":
            return "office"
        if tag == "T":
            return "goods"
        if tag == "H":
            return "holder"
        if tag not in "laW":
            return ""
    return ""
