"""Nouns for what is foreseen or aimed at, which is raised and cut itself: "its target from 5 to 4"."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_MOVED: Final = regex("V[_oltaAK]{0,3}$")  # "raised its", "elevou a"
_ITS: Final = regex("[zo_KaAlWTnθt@µκ]{0,8}(?:Q[qt=z]_?|[oq=t]_?)?$")  # "... for exports from"
_OF_OLD: Final = regex("[zo_KaAlWTnθt@κ]{0,8}[oq=]_?$")
_THEN: Final = regex("(?:t_?Q)?[lθ]{0,2}V|VQ")  # "... from 5 to 4 was cut", 由五下调至四
_REACH, _BEFORE = 14, 4
_GOALS: Final = (("forecast_nouns", "forecast"), ("goal_nouns", "target"))


def goal_at(chain: Chain, i: int, lexicon: Lexicon) -> str | None:
    """What a noun says is foreseen or aimed at, the last part of a compound too: "Umsatzziel"."""
    word = fold(chain.words(i)).rpartition(" ")[2].rpartition("'")[2]
    joined = bool(lexicon.heads) and chain.tags[i] in "KlW"
    for key, mode in _GOALS:
        nouns = lexicon.lines["name_words"].get(key, ())
        if word in nouns or (joined and word.endswith(nouns)):
            return mode
    return None


def revised(slot: Slot, lexicon: Lexicon) -> tuple[str, int] | None:
    """The mode of what a goal was before it was moved, and the noun: "raised its target from 5 to 6"."""
    chain = slot.sentence.chain
    tags, link = chain.tags, slot.link
    for i in range(link - 1, max(link - _REACH, -1), -1):
        if tags[i] not in "mKlW" or (mode := goal_at(chain, i, lexicon)) is None:
            continue
        moved = _MOVED.search(tags, max(i - _BEFORE, 0), i) is not None
        before = moved and _ITS.match(tags, i + 1, link) is not None
        behind = _OF_OLD.match(tags, i + 1, link) is not None and _THEN.match(tags, link + 1) is not None
        if before or behind:
            return mode, i
    return None
