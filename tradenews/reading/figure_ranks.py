"""Amounts in a list, and whose each of them is: "to Italy and Peru, 5 and 6 tonnes, respectively"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_RANK = 4  # links before the name in a line of a list
_JOINTS = 3  # links between two amounts of a list


def list_member(slot: Slot, sides: Sequence[Side]) -> Side | None:
    """The member of a list that belongs to a slot of a list as long: "respectively"."""
    rank, ranks = (slot.rank, slot.ranks) if slot.rank is not None else _list_place(slot)
    if rank is None or ranks is None:
        return None
    lengths: dict[int, int] = {}
    for side in sides:
        lengths[side.run] = lengths.get(side.run, 0) + 1
    for side in sides:
        if len(side.ids) == ranks:
            return evolve(side, ids=side.ids[rank : rank + 1])  # "the three took 5, 6 and 7 percent"
        if lengths[side.run] == ranks and side.place == rank:
            return side
    return None


def of_rank(slot: Slot, sides: Sequence[Side]) -> tuple[Sequence[Side], Side | None]:
    """The sides with that of the slot's rank in a list, and that one."""
    sides = _without_others(slot, sides)
    ranked = list_member(slot, sides)
    if ranked is not None:
        sides = [ranked if side.link == ranked.link else side for side in sides]
    return sides, ranked


def _without_others(slot: Slot, sides: Sequence[Side]) -> Sequence[Side]:
    """``sides`` without the others of a list with continents: "to Europe and Japan, 5 and 3 tonnes"."""
    chain = slot.sentence.chain
    if "ψ" not in chain.tags or not sides:
        return sides
    rank, ranks = (slot.rank, slot.ranks) if slot.rank is not None else _list_place(slot)
    if rank is None or ranks is None:
        return sides
    for run in {side.run: side for side in sides if side.nature == "state"}.values():
        found = [side for side in sides if side.run == run.run]
        first = found[0].link
        last = found[-1].link
        while first and chain.tags[first - 1] in "ψ,&_":
            first -= 1
        while last + 1 < len(chain) and chain.tags[last + 1] in "ψ,&_":
            last += 1
        named = {side.link for side in found}
        members = [i for i in range(first, last + 1) if chain.tags[i] == "ψ" or i in named]
        if len(members) == ranks > len(found):
            return [side for side in sides if side.run != run.run or side.link == members[rank]]
    return sides


def _list_place(slot: Slot) -> tuple[int | None, int | None]:
    """Which of how many amounts of a bare list a slot is: "5, 6 and 7 tonnes"; None where it is none."""
    tags, before, count = slot.sentence.chain.tags, 0, 1
    for step in (-1, 1):
        i, joints = slot.link + step, 0
        while 0 <= i < len(tags) and joints <= _JOINTS and (tags[i] == "Q" or tags[i] in ",&Ru"):
            joints = 0 if tags[i] == "Q" else joints + 1
            if tags[i] == "Q":
                count += 1
                before += step < 0
            i += step
    return (before, count) if count > 1 else (None, None)


def label_role(slot: Slot, side: Side, group: str) -> str:
    """What a label is of its line: in a list of exporters the one who sells, else nobody.

    "2. Sango Ltd - 71,430 bags (11.7%)", unlike "Cofco - 60,000 tonnes" in a tender.
    """
    tags = slot.sentence.chain.tags
    opens = side.via == "" and side.link < _RANK and not tags[: side.link].strip("NdZs#-_¶")
    heads = opens and tags[side.link + 1 : slot.link].lstrip("‹A›L")[:1] in ("-", ":")
    return "R" if heads and group == "exports" else ""
