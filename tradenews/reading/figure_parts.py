"""Shares: which word names the whole of which a percentage is a part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.reading.figure_again import follows
from tradenews.reading.figure_cues import MIRROR, KindCue, read_cue
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_sizes import GOODS_KINDS
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot

_OF_WHOLE: Final = regex("[oF][_laTA']{0,4}K")
_THE_SUM: Final = regex("[oF][_l]{0,2}K[Kl]?zb?")  # "of total trade value at"
_WHOLES: Final = frozenset(("exports", "imports", "trade", "gdp", "production", "consumption", "sales"))
_THE_WHOLE: Final = regex(
    "o[_lTaA']{0,6}K(?:[ToH_lz]{0,4}|,l[lVtoYu_]{0,5})b?"
)  # "of its total rice imports of"
_ITS_SHARE: Final = regex("o")  # 占其出口总额3873亿元的两成
_INNER: Final = frozenset(("production", "consumption"))  # a part of which is exported
_GOODS_TO: Final = regex("o_?l{0,2}[TH]l{0,2}t_?[Aak]")  # "of the goods goes to Peru"
_MARGIN: Final = regex("[,‹&]{0,2}[l_FVz&]{0,4}b?")
_MARGIN_OF: Final = regex(",?F[lb_]{0,2}Ko?b?")  # 净利润4.3亿元，占营业收入的5%
_ALL_THAT: Final = regex("[Fo=][o_=l,]{0,5}[GAk]?[l_]{0,2}J(?:_?[GAk])?")
_SPLIT: Final = {"exports": "to", "imports": "from"}
_MARKS: Final = frozenset(",;:¬&")
_PART_OF: Final = regex("[Qf]o?_?$")  # "half of Brazil's"
_EARNED_BY: Final = regex("(?:ol)?[uqnty]_?[aAl]?K")  # "72 percent with exports"


def margin_of(slot: Slot, cue: KindCue, view: View) -> Slot | None:
    """The profit right before, of which is told what part of sales it is: "21 million, or 10 % of sales"."""
    leader, tags = view.earlier[-1] if view.earlier else None, view.chain.tags
    if leader is None or leader.sentence is not slot.sentence or slot.quantity.amount.dimension != "ratio":
        return None
    if cue.kind != "sales" or leader.kind != "finance" or leader.quantity.amount.dimension != "money":
        return None
    behind = cue.link > slot.link and _MARGIN.fullmatch(tags, leader.link + 1, slot.link)
    told = behind or _MARGIN_OF.fullmatch(tags, leader.link + 1, slot.link)
    return leader if told else None


def own_whole(slot: Slot, view: View) -> KindCue | None:
    """What the whole is that a clause behind a percentage tells: "32 percent of all that Peru exported"."""
    if slot.quantity.amount.unit != "percent":
        return None
    hit = _ALL_THAT.match(view.chain.tags, slot.link + 1)
    if hit is None or not set(hit.group()) & set("GAk="):
        return None
    link = hit.group().index("J") + hit.start()
    found = read_cue(view.chain, link)
    return found if found is not None and found.kind in MIRROR else None


def whole_of(slot: Slot, cue: KindCue, view: View) -> KindCue | None:
    """The whole of which a share is told: "exports make up 52 percent of trade".

    A sum right behind it is that of the part again: "... of trade at 19 million".
    """
    chain, tags = view.chain, view.chain.tags
    if (own := own_whole(slot, view)) is not None and own.link == cue.link:
        return own
    last = view.earlier[-1] if view.earlier and view.earlier[-1].sentence is slot.sentence else None
    named = last.kind_cue if last is not None and last.kind != cue.kind else None
    if last is not None and named is not None and named < cue.link < last.link:
        return read_cue(chain, named)  # "..., a decrease of 3 percent" of what that sum is
    if slot.quantity.amount.dimension != "ratio":
        if last is None or not last.link < cue.link < slot.link:
            return None
        part = next((c for c in reversed(view.cues) if c.link < last.link), None)
        share = "F" in tags[max(last.link - 2, 0) : last.link]
        told = share and _THE_SUM.fullmatch(tags, last.link + 1, slot.link)
        return part if told and last.kind_cue == cue.link else None
    whole, parted = _OF_WHOLE.match(tags, slot.link + 1), "F" in tags[max(slot.link - 2, 0) : slot.link]
    if parted and last is not None and last.kind == "sales" and named is not None and cue.link > slot.link:
        return read_cue(chain, named)  # "sales of 5 million, 30 percent of which in exports"
    earned = _EARNED_BY.match(tags, slot.link + 1) if cue.kind == "exports" else None
    if earned is not None and earned.end() == cue.link + 1 and last is not None and named is not None:
        beside = last.kind == "sales" and last.form == "level" and "," in tags[last.link : slot.link]
        return read_cue(chain, named) if beside else None
    if whole is None or cue.link > slot.link:
        return None
    found = read_cue(chain, whole.end() - 1)
    if found is None or found.kind == cue.kind:
        return None
    inner = found.kind == "sales" or (found.kind in _INNER and not found.weak)
    if not (parted or inner):
        return None
    return found if found.kind in _WHOLES else None


def part_of_whole(slot: Slot, cue: KindCue, view: View) -> Slot | None:
    """The goods of which a percentage is a part: "780 tonnes; 85 percent of them were exported"."""
    if slot.quantity.amount.dimension != "ratio" or view.chain.tags[cue.link] != "J" or not view.earlier:
        return None
    leader, beside = view.earlier[-1], view.chain.tags[max(slot.link - 2, 0) : slot.link + 2]
    if "F" not in beside or leader.quantity.amount.dimension == "ratio":
        return None
    same = leader.sentence.block is slot.sentence.block and leader.kind in GOODS_KINDS
    return leader if same else None


def goes_off(slot: Slot, view: View) -> bool:
    """Does a part of what is produced go to others: "40 percent of it went abroad", of the goods to Peru?"""
    leader = view.earlier[-1] if view.earlier else None
    if slot.quantity.amount.unit == "percent" and _GOODS_TO.match(view.chain.tags, slot.link + 1):
        return True
    if leader is None or leader.kind != "production":
        return False
    if slot.quantity.amount.dimension not in ("ratio", "mass", "volume"):
        return False
    tags, layout = view.chain.tags, view.layout
    if leader.sentence.block is not slot.sentence.block or set(tags) & set("KJV"):
        return False
    return any(
        tags[i] == "ψ" or layout.tag(layout.after(i, "_lH")) in ("A", "ψ")
        for i in layout.links(slot.link, "tψ")
    )


def is_whole(slot: Slot, share: Slot) -> bool:
    """Is an amount the whole of which a share beside it is told: "a third of its imports of 5 million"?"""
    chain = slot.sentence.chain
    if share.form != "share" or slot.form != "level" or slot.kind != share.kind:
        return False
    first, last = sorted((slot.link, share.link))
    between = (_THE_WHOLE if first == share.link else _ITS_SHARE).fullmatch(chain.tags, first + 1, last)
    return between is not None and slot.quantity.amount.dimension != "ratio"


def is_split(slot: Slot, sides: Sequence[Side]) -> bool:
    """Is a flow told before the part of it with one country: "It exported 5 tonnes, of which 2 to Peru"?"""
    tags = slot.sentence.chain.tags
    way = _SPLIT.get(slot.kind)
    return way is not None and any(
        side.nature == "state"
        and side.via == way
        and slot.link < side.link
        and "Q" in tags[slot.link + 1 :]
        and bool(set(tags[slot.link + 1 : side.link]) & _MARKS)
        and not follows(slot, side)  # "seguita dalla Spagna"
        for side in sides
    )


def tells_part(slot: Slot, sides: Sequence[Side]) -> bool:
    """Is a flow told before the part that comes from a country: "buys 5 tonnes, half of it from Peru"?"""
    tags, way = slot.sentence.chain.tags, _SPLIT.get(slot.kind)
    return any(
        side.nature == "state"
        and slot.link < side.link
        and (side.via == way or (side.via == "of" and bool(_PART_OF.search(tags, slot.link + 1, side.link))))
        and bool(set(tags[slot.link + 1 : side.link]) & _MARKS)
        and not follows(slot, side)  # "seguita dalla Spagna"
        for side in sides
    )
