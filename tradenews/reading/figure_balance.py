"""Towards whom a balance is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.reading.clauses import Layout
from tradenews.reading.figure_cues import read_cue
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_ADJECTIVE: Final = regex("o_?l{1,2}a")
_TOWARDS: Final = regex("l?(?:[aA]|o_?[Aak@])?l?t[_l]?")


def is_towards(slot: Slot, side: Side) -> bool:
    """Is a side what a balance is towards: "China's surplus towards the US", 对华贸易逆差?

    It hangs on the noun for the balance, or on whose it is, or stands right before that noun.
    """
    tags, cue = slot.sentence.chain.tags, slot.kind_cue
    if cue is None:
        return False
    if side.link < cue:
        return not tags[side.link + 1 : cue].strip("oTl_")
    return _TOWARDS.fullmatch(tags, cue + 1, side.link) is not None


def has_owner(slot: Slot, side: Side) -> bool:
    """Does an adjective of another country own the flow: "las importaciones colombianas de café de Perú"?"""
    cue, tags = slot.kind_cue, slot.sentence.chain.tags
    if cue is None or tags[cue] != "K" or not cue + 1 < side.link:
        return False
    if _ADJECTIVE.fullmatch(tags, max(cue, slot.link if slot.link < side.link else 0) + 1, side.link + 1):
        return True  # "un contingent de 5 tonnes de cahiers tunisiens"
    return tags[cue + 1] == "a" or tags[max(cue - 1, 0)] == "a"


def is_sold_and_bought(slot: Slot) -> bool:
    """Is a balance told by verbs alone: "sold 5 million more in Peru than it bought there"?"""
    told = slot.kind == "balance" and slot.draft.reasons["kind"].rule == "kind.exceeds"
    return told and next(slot.sentence.chain.find("J", slot.first, slot.last), None) is not None


def sign_before(leader: Slot, earlier: Sequence[Slot]) -> int:
    """The sign of what a figure goes on with: of the new level, where the last is the one that it was."""
    if leader.role != "from" or leader.kind != "balance":
        return leader.polarity
    same = (s for s in earlier if s.sentence is leader.sentence and s.kind == leader.kind)
    return next((s.polarity for s in same if s.role != "from"), leader.polarity)


def sign_of_gap(earlier: Sequence[Slot]) -> int:
    """The sign of a gap told again: "exported 5 million more than it imported. A year ago the gap was 4"."""
    last = next((slot for slot in reversed(earlier) if slot.kind == "balance"), None)
    told = last.draft.reasons.get("kind") if last is not None else None
    return last.polarity if last is not None and told is not None and told.rule == "kind.exceeds" else 0


def sign_near(slot: Slot, layout: Layout) -> int:
    """The sign of a balance from another word of the clause: "the balance was negative"."""
    if slot.kind != "balance":
        return 1
    words = sorted(layout.links(slot.link, "K"), key=lambda i: abs(i - slot.link))
    near = (read_cue(layout.chain, i) for i in words)
    return next((cue.sign for cue in near if cue is not None and cue.sign), 1)
