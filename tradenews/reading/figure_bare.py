"""The form of a percentage that no word of its own tells: in brackets, in a list, before the new level."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.reading.clauses import Layout
from tradenews.reading.figure_cues import MEASURED, flow_told
from tradenews.reading.figure_movement import ADVERBS, Movement
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_NOUN: Final = regex("[_o][al]?$")  # before a noun of a change
_LAST: Final = regex("V[yuo]?_?b?$")  # "the fall, which grew by 5": another change
_PHRASE: Final = regex("(?:[onutyz]_?[aAlKTW@°Xψω]{1,3}|[nz]?_?θ)(?![QF])")  # "in exports to Peru"
_TELLS: Final = regex("[lVYmbJgR,'\"]{0,6}F?[tyoz<]?_?b?")
_LABELLED: Final = regex("[_lWKTAaoθ]{0,4}(?P<moved>V)[^QFJ:;,¬s]{0,8}:_?b?$")
_GOODS_FOR: Final = regex(",[_lT&]{1,4}(?<=T)[yz]_?b?_?$")
_IS_FOR: Final = regex("l[yz]_?b?_?$")
_GOODS: Final = regex("T[s,;]")
_COMES_WITH: Final = regex("J[yu]_?b?$")
_PLACED: Final = regex("[tnz]_?[li]{1,2}")
_HELD: Final = regex("[Aak@],?[lJ]?[uy]_?b?$")
_OF_IT: Final = regex("e?[bn]?(?:[oFX]|Jq|l{1,2}[qon_AT]|JA)")
_AGAIN: Final = regex("[¶]?(?:[znot]?_?a?K,?|[nzt]_?[Aak°ψ](?:,[^Q,]{1,6},)?)[lVω_m]{1,4}b?_?Q[s,;&]")
_FLOWING: Final = MEASURED | {"price", "finance"}


def signed(slot: Slot) -> bool:
    """Is the amount written with a plus or minus of its own?"""
    chain: Chain = slot.sentence.chain
    start = chain.starts[slot.link]
    mark = chain.text[start : start + 1]
    behind = slot.link and chain.tags[slot.link - 1] == "±"
    return bool(behind) or (bool(mark) and mark in "+-−–＋－")


def form_of_bare(slot: Slot, layout: Layout, earlier: list[Slot], movements: list[Movement]) -> str:
    """A percentage without a word of its own: as the one before it in the sentence, else by its kind."""
    clause = layout.clause(slot.link)
    if clause.host is not None:
        slot.form = (
            "growth" if _grows_in_brackets(slot, layout, clause.first, earlier, movements) else "share"
        )
        return "form.bracket"
    if _leads_to_level(slot, layout):
        slot.form = "growth"
        return "form.new_level"
    if _says_again(slot, earlier):
        slot.form = "growth"
        return "form.again"
    before = None if _is_subject(slot, layout) else last_ratio(slot, earlier)
    if before is not None and not (signed(before) and before.form == "growth" and not signed(slot)):
        slot.form, slot.movement_cue = before.form, before.movement_cue
        slot.leader = slot.leader or before
        return "form.carried"
    if slot.kind == "tariff":
        return "default"
    if slot.kind == "price":
        slot.form = "growth"
        return "form.kind"
    moves = any(
        m.direction and not flow_told(layout.chain, m.link)
        for m in movements
        if layout.owner[m.link] == layout.owner[slot.link]
    )
    moving = moves or slot.kind == "gdp"
    abroad = layout.tag(layout.after(slot.link)) == "ψ" and slot.kind in ("sales", "production")
    part = abroad or layout.tag(layout.after(slot.link)) in ("o", "X", "F")  # "92 percent of it abroad"
    expected = slot.leader is not None and slot.leader.form == "growth" and _was_told(slot)
    slot.form = "growth" if (moving or expected) and not part else "share"
    return "form.kind"


def extent_of(slot: Slot, layout: Layout, movements: list[Movement]) -> Movement | None:
    """The noun of a change of which a percentage is the extent, whatever the verb.

    "The rise in exports was kept to 3 percent", "ein Minus, das sich auf 5 Prozent summiert".
    """
    tags = layout.chain.tags
    if (label := _labelled(slot, layout, movements)) is not None:
        return label
    if slot.kind not in _FLOWING or slot.role in ("from", "than"):
        return None
    own = [m for m in movements if m.direction and layout.owner[m.link] == layout.owner[slot.link]]
    nouns = [m for m in own if m.link < slot.link and _NOUN.search(tags, max(m.link - 2, 0), m.link)]
    if not nouns or _LAST.search(tags, nouns[-1].link, slot.link):
        return None
    between = _PHRASE.sub("", tags[nouns[-1].link + 1 : slot.link])
    return nouns[-1] if _TELLS.fullmatch(between) is not None else None


def _labelled(slot: Slot, layout: Layout, movements: list[Movement]) -> Movement | None:
    """The noun of a change that labels the line of a percentage: "Growth: 7.3%", "Rise in exports: 5%"."""
    hit = _LABELLED.match(layout.chain.tags, 0, slot.link)
    if hit is None or slot.kind == "tariff":
        return None
    return next((m for m in movements if m.link == hit.start("moved") and m.direction), None)


def is_part(slot: Slot, layout: Layout, moved: int, earlier: list[Slot]) -> bool:
    """Is a percentage a part by how it stands: "gas for 97 percent, ...", "is for 60 percent machines"?

    Or one beside parts, whatever its owner does: "the US, with 13 percent, is losing ground". ``moved`` is
    how far away something moves, -1 where nothing does.
    """
    tags, link = layout.chain.tags, slot.link
    behind = tags[link + 1 : link + 2]
    if behind == "," and _GOODS_FOR.search(tags, max(link - 8, 0), link) is not None:
        return True
    if _IS_FOR.search(tags, max(link - 5, 0), link) is not None and _GOODS.match(tags, link + 1):
        return True
    if moved < 0 and _COMES_WITH.search(tags, max(link - 5, 0), link) and _PLACED.match(tags, link + 1):
        return True
    if _is_fraction(slot) and slot.role != "by" and not 0 <= moved <= 1 and _OF_IT.match(tags, link + 1):
        return True
    last = earlier[-1] if earlier else None
    beside = last is not None and last.form == "share" and last.sentence.block is slot.sentence.block
    held = _HELD.search(tags, max(link - 5, 0), link) is not None and not 0 <= moved <= 1
    return beside and held and "V" not in tags[max(link - 4, 0) : link]


def _is_fraction(slot: Slot) -> bool:
    """Is a percentage told by a word for a half or a third?"""
    return not any(c.isdigit() for c in slot.sentence.chain.words(slot.link))


def _says_again(slot: Slot, earlier: list[Slot]) -> bool:
    """Does a sentence only name another flow: "Exports fell 4 percent. Bei den Importen waren es 9"?"""
    last = earlier[-1] if earlier else None
    if last is None or last.form != "growth" or last.sentence.number + 1 != slot.sentence.number:
        return False
    same = last.sentence.block is slot.sentence.block
    return same and _AGAIN.fullmatch(slot.sentence.chain.tags, 0, slot.link + 2) is not None


def _was_told(slot: Slot) -> bool:
    """Does a sentence only say what somebody made of the growth told before: "analysts had expected 10.9"?"""
    tags = set(slot.sentence.chain.tags)
    return bool(tags & set("mv")) and not tags & set("AaKJTFDH")


def _is_subject(slot: Slot, layout: Layout) -> bool:
    """Does a percentage begin its clause as a part of something: "; 70 percent came from China"?"""
    first = layout.chain.tags[: slot.link].rstrip(ADVERBS)[-1:]
    return first in ("", ";", "¬") and layout.tag(slot.link + 1) in ("l", "J", "F")


def _grows_in_brackets(
    slot: Slot, layout: Layout, first: int, earlier: list[Slot], movements: list[Movement]
) -> bool:
    """Is a bare percentage in brackets a growth: "rose 3% (12% on the year)", "a rise in tea (9%)"?"""
    tags = layout.chain.tags
    if tags[first - 1] in "FD":
        return False  # "took the largest share (18 percent)"
    before = earlier[-1] if earlier and earlier[-1].sentence is slot.sentence else None
    if before is not None and before.form in ("growth", "delta"):
        return True
    if before is not None and before.form == "share" and "θ" not in tags[first : slot.link + 4]:
        return False
    if tags[first - 1] == "Q" and "θ" not in tags[first : slot.link + 4]:
        return False
    moved = [m.link for m in movements if m.link < first and m.direction]
    slot.movement_cue = moved[-1] if moved else None
    return bool(moved)


def _leads_to_level(slot: Slot, layout: Layout) -> bool:
    """Does a percentage of a flow lead to its new level, whatever the verb: "5 percent to 3 tonnes"?"""
    flows = slot.kind in _FLOWING and not _is_subject(slot, layout)
    return flows and level_behind(layout, layout.after(slot.link))


def level_behind(layout: Layout, link: int) -> bool:
    """Do a "to" at ``link`` and an amount that is no percentage follow: "to 3 tonnes"?"""
    new = layout.after(link, ADVERBS) if layout.tag(link) == "t" else -1
    return layout.tag(new) == "Q" and bool(layout.chain.values[new].amount.dimension != "ratio")


def last_ratio(slot: Slot, earlier: list[Slot]) -> Slot | None:
    """The last percentage before the amount in its sentence."""
    for before in reversed(earlier):
        if before.sentence is not slot.sentence:
            break
        if before.quantity.amount.unit == "percent":
            return before
    return None
