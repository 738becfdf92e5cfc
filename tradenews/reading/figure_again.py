"""Whose figure one more of a row is: "Poland's exports fell 6 percent, Hungary's 11"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_OWNED: Final = frozenset(("who.own", "who.again", "who.subject"))
_LAST: Final = r"(?:›|‹Q›|[zn]?_?θ|V){0,6}"  # what may stand behind the change before
_BY: Final = '[l_b"V]{0,4}‹?[VKb_]{0,3}[yotu]?[_lb]{0,2}[VK]?[oyb]?'  # and before this one
_NEXT: Final = regex(f"{_LAST}[,;&¬]{{1,3}}[¬lzV_]{{0,4}}o?_?[Aak@]o?{_BY}")
_FOLLOWED: Final = regex(f"{_LAST}[,;&]{{1,2}}[lJV]{{1,2}}[yolqz_X]{{1,4}}[Aak@],?u?{_BY}")
_THAN: Final = regex(
    f"(?:=[_lo]{{0,3}}|olo_?)[Aak@]o?,[=l_q]{{1,3}}{_BY}$"
)  # "worse than Peru's, which fell by"
_TIES: Final = frozenset(("of", "by", "from", "on", ""))
_BESIDE: Final = regex(",l{1,2}[otuyzq_]{0,3}")  # ", followed by"
_WITH: Final = regex("$|[s&,]|[uyz]?[_b]{0,2}(?:V[oy]?)?Q")  # behind it: ", followed by Spain with 5"
_CHANGES: Final = frozenset(("growth", "delta"))


def owner_again(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """The owner of a change told in a row with one before it, whose owner was named alone; else None."""
    last = next(reversed(reader.done), None)
    if last is None or last.sentence is not slot.sentence or last.kind != slot.kind:
        return None
    if slot.form not in _CHANGES or last.form not in _CHANGES or reader.done[last][1] is not None:
        return None
    tags, told = slot.sentence.chain.tags, last.draft.reasons["reporter"].rule
    rows = told in _OWNED and any(row.fullmatch(tags, last.link + 1, slot.link) for row in (_NEXT, _FOLLOWED))
    if not rows and _THAN.search(tags, last.link + 1, slot.link) is None:
        return None
    named = [side for side in sides if last.link < side.link < slot.link and side.nature == "state"]
    if not named or (rows and len(named) > 1) or named[-1].vague:
        return None
    return Pick(named[-1].id, "who.again", slot.place(named[-1].link)), Pick(None, "who.none")


def follows(slot: Slot, side: Side) -> bool:
    """Is a country only the next of a list, without an amount: "Italy took 47 tonnes, followed by Spain"?"""
    tags = slot.sentence.chain.tags
    if side.via not in _TIES:  # "it costs Kenya dearly: exports fell"
        return side.via == "to" and ":" in tags[side.link : slot.kind_cue or 0]
    if not _WITH.match(tags, side.link + 1):
        return False
    return slot.link < side.link and _BESIDE.fullmatch(tags, slot.link + 1, side.link) is not None


def counted_again(
    slot: Slot, reader: Reader, reporter: Pick | None, partner: Pick | None
) -> tuple[Pick | None, Pick | None]:
    """Whose more of what was counted before is: "64 mills worked in Ghana. By 2027 there will be 80"."""
    named = reporter is not None or partner is not None
    if named or not slot.quantity.again or slot.quantity.amount.unit != "count":
        return reporter, partner
    counted = slot.quantity.counted
    told = (
        who
        for each, who in reversed(reader.done.items())
        if each.quantity.counted == counted and each.sentence.block is slot.sentence.block
    )
    found = next(told, None)
    if found is None:
        return None, None
    return Pick(found[0], "who.carried"), Pick(found[1], "who.carried")
