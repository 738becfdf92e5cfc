"""How likely a side is what it can be for an amount, by where it stands."""

from __future__ import annotations

from tradenews.lazy import regex
from tradenews.reading.figure_levies import charges
from tradenews.reading.figure_roles import OUTSIDE, SURE, owns_other
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_LIKELY = 14.0
_CLAUSE, _BEFORE, _AFTER = 3.0, 8.0, 16.0  # what it costs to stand outside of the amount's own stretch
_STEP, _FAR = 0.3, 20  # what each link of distance costs, and how many count
_BEHIND = 2.0  # what it costs to stand behind the amount without a preposition
_WITH, _TIED = regex("[uy]b?Q"), regex("[uoyztV_b]{0,3}Q")
_ENDED = regex("[^Q,;s]{0,8}[,;s]")
_OF_SUBJECT = regex(",[lJFVY]{1,3}[tqn]_?")  # ", goes to": the verb of what the amount only repeats


def _is_of_subject(slot: Slot, side: Side) -> bool:
    """Does an amount only repeat the subject of the verb behind it: "half, 49 percent, goes to Peru"?"""
    tags = slot.sentence.chain.tags
    if _OF_SUBJECT.fullmatch(tags, slot.link + 1, side.link) is None:
        return False
    return _ENDED.match(tags, side.link + 1) is not None


def score_of(slot: Slot, side: Side, role: str, chunk: tuple[int, int]) -> float:
    score = SURE if role.isupper() else _LIKELY
    inside = chunk[0] <= side.link < chunk[1]
    if side.via == "own" and owns_other(slot, side):
        score -= _CLAUSE
    if inside:
        pass
    elif slot.first <= side.link < slot.last:
        score -= _CLAUSE
    else:
        score -= _BEFORE if side.link < slot.link else _AFTER
    if ";" in slot.sentence.chain.tags[min(side.link, slot.link) : max(side.link, slot.link)]:
        score -= _BEFORE
    behind = _TIED if side.via in ("to", "from", "with") else _WITH
    if not inside and side.link > slot.link and behind.match(slot.sentence.chain.tags, side.link + 1):
        return 0.0  # "5 million, Spain with 3", "by 5 percent, those to Spain by 3": that of the next amount
    if slot.kind == "tariff" and side.link > slot.link and charges(slot, side):
        return score
    if side.link > slot.link and side.via in ("", "trait", "own", "by"):
        between = slot.sentence.chain.tags[slot.link + 1 : side.link]
        led = slot.kind_cue is not None and slot.link < slot.kind_cue < side.link < slot.last
        if between != "," and ("Q" in between or not (inside or led)):
            return 0.0  # but "with 5 million tonnes, the traffic of Ghent"
        score -= _BEHIND
    if slot.sentence.chain.tags[side.link + 1 : side.link + 3] == "‹Q":
        if side.link != slot.link - 2:
            return 0.0
        score += SURE  # "to Italy (5 tonnes)"
    if side.link > slot.link and side.via in ("to", "from") and _is_of_subject(slot, side):
        return score
    if side.link > slot.link and side.via in ("to", "from", "with", "in") and not inside:
        between = slot.sentence.chain.tags[slot.link + 1 : side.link]
        apart = "&" in between and "&Q" not in between
        if "Q" in between and (apart or any(tag in ",F;" for tag in between)):
            return 0.0  # that of the next amount
    if (
        not inside
        and side.link > slot.link
        and {"F", "¬"} & set(slot.sentence.chain.tags[slot.link : side.link])
    ):
        return 0.0  # "5 million, of which 23 percent to Italy"
    if side.link > slot.link and side.via in ("to", "from") and not inside and slot.kind in OUTSIDE:
        noun = slot.sentence.chain.tags[slot.link : side.link].rstrip("_lqt")
        if noun.endswith("K") and "," in noun:
            return 0.0  # "5 million, so that the loss of exports to Peru is made good"
    if (
        side.via == "with"
        and side.link > slot.link
        and "," in slot.sentence.chain.tags[slot.link : side.link]
    ):
        return 0.0  # "rose to 5 million, with Germany taking the bulk"
    return score - _STEP * min(abs(side.link - slot.link), _FAR)
