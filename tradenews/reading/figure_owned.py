"""Whether a percentage is what somebody owns of a company."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.reading.figure_bare import signed
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot

_KEPT: Final = regex("N?F|,[=l_]{1,3}F|o_?FF")
_STAKE: Final = "merger_acquisition?"  # what a word for a part of a company says of deals
_BUYS: Final = "merger_acquisition!"  # begins the value of a verb of taking over
_OWN: Final = " own"  # ends the value of a verb of owning
_TO_STAKE: Final = frozenset('_olaX-nb"')
_IN_FIRM: Final = _TO_STAKE | frozenset("øG@ztW")  # between a word for a part and what it comes to
_OF_FIRM: Final = regex("[oX][_alH]{0,3}(?:ø|G)(?![KT']|o_?[al]?[KT])")  # "51 % de la société de projet"
_AT_FIRM: Final = regex("[ozn][_ao]{0,3}[W@øG](?![KT'])")  # "erwirbt 51 Prozent an der Dzwigmax"
_AT_HAND: Final = 4
_BEFORE_NAMES: Final = '_aAøG"'
_REACH: Final = 6
_MEMORY: Final = 6


def owns(slot: Slot, view: View) -> bool:
    """Is a percentage a part of a company: "40 percent of Molinos", "a 10 percent stake", "holds 49"?"""
    layout, chain, i = view.layout, view.chain, slot.link
    after = layout.after(i)
    part = layout.tag(after) in ("o", "X")
    if part:
        ahead = layout.after(after, _BEFORE_NAMES + "l")
        if layout.tag(ahead) == "@" and chain.values[ahead].kind in ("company", "organization", "government"):
            owned = layout.after(ahead)
            if layout.tag(owned) == "o" and chain.adjacent(owned):
                owned = layout.after(owned)  # "of Lorem's revenue"
            return layout.tag(owned) not in ("K", "'")
    firm = _OF_FIRM.match(chain.tags, i + 1)
    if firm is not None and chain.values[firm.end() - 1] in (None, "company") and not signed(slot):
        return True
    for k in chain.find("D", max(i - _REACH, 0), i + _AT_HAND):
        between = set(chain.tags[min(k, i) + 1 : max(k, i)])
        if str(chain.values[k]) == _STAKE and between <= (_IN_FIRM if k < i else _TO_STAKE):
            return True
        bought = k < i and str(chain.values[k]).startswith(_BUYS) and between <= _TO_STAKE
        if bought and _AT_FIRM.match(chain.tags, i + 1) is not None:
            return True
    before = layout.before(i, "_bl@at")
    part_held = layout.before(i, "_blo")  # "holds a part of 16 percent in"
    if layout.tag(part_held) == "F" and layout.tag(layout.before(part_held)) == "F":
        before = layout.before(part_held)
    held = layout.tag(before) == "F" and str(chain.values[before]).endswith(_OWN)
    kept = _KEPT.match(chain.tags, i + 1)
    if kept is not None and (str(chain.values[kept.end() - 1]).endswith(_OWN) or kept.group() == "NF"):
        return True  # "50 percent plus one share", "70%, que continuam nas mãos da"
    if held and not (part and layout.tag(layout.after(after, _BEFORE_NAMES + "l")) in tuple("TKHψFΩ")):
        return view.firms or not set(slot.clause) & set("AakT")
    return _is_other_part(slot, view, part_held) and not part


def _is_other_part(slot: Slot, view: View, held: int) -> bool:
    """Does a percentage go on with what is owned of a company: "the other 70 percent", "and 20 of Y"?"""
    told = (each for each in reversed(view.earlier[-_MEMORY:]) if each.quantity.amount.unit == "percent")
    last = next(told, None)
    if last is None or last.sentence.block is not slot.sentence.block or signed(slot) or not last.stake:
        return False
    if last.form != "share" and last.sentence is not slot.sentence:
        return False
    layout = view.layout
    again = layout.tag(held) == "F" and layout.tag(layout.before(held)) == "&"
    others = view.lexicon.lines["name_words"].get("others", ()) if view.lexicon is not None else ()
    before = layout.before(slot.link)
    other = before >= 0 and fold(view.chain.words(before)) in others
    near = last is view.earlier[-1]
    return other or (near and (again or not set(slot.clause) & set("KJVT")))
