"""What other countries ask for, told of exports: "Swiss exports fell 2 percent; German demand fell by 4"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.clauses import Layout
from tradenews.reading.figure_bare import signed
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_OF_FLOWS: Final = frozenset(("exports", "imports", "balance"))
_SENTENCES: Final = 2  # so far back the exports may stand
_DEMAND: Final = regex("(a)K|K(?:l?(a)|[oq]_?(A))|(A)o?K")
_AGAIN: Final = regex("[,&;¬][¬_]{0,2}(?:_(a)|(?:[_l]?[oq])_?(A))l{0,2}V")  # "the American one grew"
_TOWARDS: Final = regex("[,&;¬][¬_]{0,2}[tz]_?(A)[_lYθVoyb]{0,8}Q")
_MOVED: Final = regex("V[oy_b]{0,3}Q[_lYJVz]{0,4}t_?(A)")
_ASIDE: Final = regex("(A)‹Q›")


def mark_demand(fresh: Sequence[Slot], earlier: Sequence[Slot], layout: Layout, lexicon: Lexicon) -> None:
    """Make a change of the demand of another country one of the exports told before.

    So are those of other markets in its sentence and the next one: "towards France", "China (-0.8 percent)".
    """
    asked = False
    before = 0
    for slot in fresh:
        leader = _leader(slot, earlier)
        if leader is None or slot.quantity.amount.unit != "percent" or slot.end is not None:
            before = slot.link
            continue
        demanded = _demanded(slot, layout.chain, before, lexicon)
        end = demanded
        if end is None and (asked or _is_demand(earlier)):
            end = _of_market(slot, layout.chain, before)
        if end is not None and layout.chain.values[end] not in _named(leader.sentence.chain):
            slot.kind, slot.leader, slot.end, slot.polarity = "exports", leader, end, 1
            asked = True
        before = slot.link
    ends = frozenset(slot.end for slot in fresh if slot.end is not None)
    for slot in fresh:
        slot.ends = ends


def _leader(slot: Slot, earlier: Sequence[Slot]) -> Slot | None:
    """The exports of a country told last: nearby, or those with which the text opens."""
    for before in reversed(earlier):
        if slot.sentence.number - before.sentence.number > _SENTENCES or before.kind not in _OF_FLOWS:
            break
        if before.kind == "exports":
            return before.leader if _is_demand([before]) else before
    opens = bool(earlier) and earlier[0].kind == "exports" and earlier[0].form in ("growth", "level")
    return earlier[0] if opens and earlier[0].draft.get("product") is None else None


def _is_demand(earlier: Sequence[Slot]) -> bool:
    """Was the last figure made one of exports because it told of the demand of another country?"""
    last = earlier[-1] if earlier else None
    return last is not None and last.kind == "exports" and last.end is not None and last.leader is not None


def _demanded(slot: Slot, chain: Chain, before: int, lexicon: Lexicon) -> int | None:
    """The country whose demand changes by an amount."""
    words = lexicon.lines["name_words"].get("demand", ())
    for hit in _DEMAND.finditer(chain.tags, before, slot.link):
        noun = chain.tags.index("K", hit.start())
        goods = chain.tags[noun + 1 : noun + 4].strip("oz_").startswith("T") or chain.tags[noun - 1] == "T"
        if fold(chain.words(noun)) in words and noun == slot.kind_cue and not goods:
            return hit.start(hit.lastindex or 0)
    return None


def _of_market(slot: Slot, chain: Chain, before: int) -> int | None:
    """The market of which an amount behind another one tells, without a word for the flow."""
    tags, link = chain.tags, slot.link
    if "K" in tags[before + 1 : link]:
        return None
    for hit in (_AGAIN.search(tags, before, link), _TOWARDS.search(tags, before, link + 1)):
        if hit is not None:
            return hit.start(hit.lastindex or 0)
    moved = tags.rfind("V", max(before, link - 4), link)
    if moved >= 0 and (hit := _MOVED.match(tags, moved)) is not None:
        return hit.start(1)
    aside = _ASIDE.match(tags, link - 2) if link > 1 and signed(slot) else None
    return aside.start(1) if aside is not None else None


def _named(chain: Chain) -> set[str]:
    """The countries of a sentence."""
    return {str(chain.values[i]) for i in chain.find("Aa")}


def goes_with(slot: Slot, leader: Slot) -> bool:
    """Is it of the kind of its leader: a growth, or a part of demand in another country?"""
    abroad = slot.kind == "consumption" and leader.kind in ("exports", "imports")
    return abroad or slot.form == "growth" == leader.form
