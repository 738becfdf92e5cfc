"""Jobs that are gone: "lost 1,200 jobs" is a change, while "60,000 workers lost their jobs" counts people."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.slot import Slot

_BEFORE, _BEHIND = 4, 8  # links from a count to the verb that tells what became of it
_CLOSED: Final = frozenset("Q;s¶¬‹›")
_THEIR_JOB: Final = regex("[lV]{0,3}V[_lao]{0,2}H")


def lost_posts(slot: Slot, lexicon: Lexicon) -> str | None:
    """Make a count of jobs that somebody lost a fall, and one of those who lost them a level; the rule."""
    if slot.kind != "count" or slot.quantity.amount.unit != "count" or slot.role in ("from", "to", "than"):
        return None
    words = (slot.quantity.counted or "").split()
    noun = next((kind for word in words if (kind := _class_of(word, lexicon))), None)
    chain, link = slot.sentence.chain, slot.link
    if noun == "person" and slot.form == "delta" and _THEIR_JOB.match(chain.tags, link + 1):
        slot.form, slot.sign, slot.movement_cue = "level", 1, None
        return "form.people"
    if noun != "job" or slot.form == "delta":
        return None
    gone = lexicon.lines["name_words"].get("gone", ())
    cue = _find(slot, gone, range(link - 1, max(link - 1 - _BEFORE, -1), -1)) or _find(
        slot, gone, range(link + 1, min(link + 1 + _BEHIND, len(chain)))
    )
    if cue is None:
        return None
    slot.form, slot.sign, slot.movement_cue = "delta", -1, cue
    return "form.change"


def _class_of(word: str, lexicon: Lexicon) -> str | None:
    entry = lexicon.word(word)
    kind = entry.value if entry is not None and entry.tag == "H" else lexicon.also(word, "H")
    return str(kind) if kind in ("job", "person") else None


def _find(slot: Slot, gone: tuple[str, ...], links: range) -> int | None:
    """The first link of a stretch that says "lost", up to the next amount or the end of the clause."""
    chain = slot.sentence.chain
    for i in links:
        if chain.tags[i] in _CLOSED or (chain.tags[i] == "," and i < slot.link):
            return None
        if chain.tags[i] in "lVWYJ" and any(word in gone for word in fold(chain.words(i)).split()):
            return i
    return None
