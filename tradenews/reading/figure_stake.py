"""What a company or a part of it costs, and what part of a market or of a duty a percentage is."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.reading.figure_bare import signed
from tradenews.reading.figure_cues import KindCue
from tradenews.reading.figure_view import STAKE, View
from tradenews.reading.slot import Slot

_BUYS: Final = "merger_acquisition!"  # begins the value of a verb of taking over
_STAKE: Final = "merger_acquisition?"
_PURCHASE: Final = regex("D[_aøTloWV°A]{0,5}[@E]")  # a verb of taking over, and what is
_TO_BUY: Final = regex("[lzt_mJYVby@EXAo]{0,8}D[_aøTloWV°A]{0,5}[@E]")  # the same behind an amount
_FOR: Final = regex("[zytou][_b]{0,2}$")
_PART: Final = regex("[YJlVtzno_]{0,3}[@EA_oaøT]{0,4}b?Q[lo_]{0,2}D")  # "to acquire 66 percent of X's shares"
_APPOSED: Final = regex(",[^,;:QJ]{1,12},(?=[zytou])")
_PART_FOR: Final = regex("[zy]_?a?[lWHø]")
_ONE_OF: Final = regex("[zy]_o[@W]")
_OTHERS: Final = frozenset(("investment", "finance", "other", "imports", "exports", "sales", "price"))
_MILLION, _NEAR = 6, 3
_OWN_FIRM: Final = "joint_venture"  # begins the value of a word for a company of two
_OF: Final = frozenset("oXtnz")


def is_paid_for_firm(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> bool:
    """Is money what a company, a part of it, or an order costs?"""
    if costs_firm(slot, hit, view):
        return True
    return hit is None and (is_price_of_deal(slot, view) or pays_for_stake(slot, view))


def costs_firm(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> bool:
    """Is money what a company, or a part of it, costs: "put 8 billion on the table to buy Orascom"?"""
    amount, tags = slot.quantity.amount, view.chain.tags
    if amount.dimension != "money" or amount.per is not None or (amount.scale or 0) < _MILLION:
        return False
    if hit is not None and (hit[0].kind not in _OTHERS or (not hit[0].weak and _names(hit[0], slot, view))):
        return False
    behind = _TO_BUY.match(tags, slot.link + 1)
    if behind is not None and _is_verb(view, tags.find("D", slot.link, behind.end())):
        return True
    part = _PART.match(tags, slot.link + 1)
    if part is not None and str(view.chain.values[part.end() - 1]) == _STAKE:
        return True
    if _FOR.search(tags, max(slot.link - 3, 0), slot.link) is None:
        return _buys_part(slot, view)
    last = max((tags.rfind(mark, 0, slot.link) for mark in ";:Q"), default=-1)
    for found in _PURCHASE.finditer(tags, last + 1, slot.link):
        between = _APPOSED.sub("", tags[found.end() : slot.link])
        if _is_verb(view, found.start()) and not set(between) & set("KJTD,"):
            return True
    return _buys_part(slot, view)


def _buys_part(slot: Slot, view: View) -> bool:
    """Is money paid for a part of a firm: "pagó 380 millones por el negocio de", "709 por el de Sara Lee"?"""
    tags, last = view.chain.tags, view.earlier[-1] if view.earlier else None
    one = _ONE_OF.match(tags, slot.link + 1)
    if one is not None and last is not None and last.kind == "deal_value" and last.sentence is slot.sentence:
        return True
    bought = _PART_FOR.match(tags, slot.link + 1)
    if bought is None or view.lexicon is None:
        return False
    ends = tuple(view.lexicon.lines["name_words"].get("parts_of_firms", ()))
    return bool(ends) and fold(view.chain.words(bought.end() - 1)).endswith(ends)


def _is_verb(view: View, link: int) -> bool:
    return str(view.chain.values[link]).startswith(_BUYS)


def _names(cue: KindCue, slot: Slot, view: View) -> bool:
    """Does a noun right at an amount say what it is: "with sales of 5 million"?"""
    return view.chain.tags[cue.link] == "K" and abs(cue.link - slot.link) <= 2 and cue.link < slot.link


def is_market_share(slot: Slot, view: View) -> bool:
    """Is a percentage what a seller has of a market: "a market share of 7 percent", "40 % del mercato"?"""
    if slot.quantity.amount.unit != "percent" or signed(slot) or view.lexicon is None:
        return False
    words = view.lexicon.lines["name_words"]
    named = words.get("market_shares", ())
    if any(fold(view.chain.words(i)).startswith(named) for i in view.layout.links(slot.link, "F") if named):
        return True
    nouns = tuple(words.get("market_nouns", ()))
    ahead = view.layout.after(slot.link)
    if not nouns or view.layout.tag(ahead) not in _OF or "V" in slot.clause[: slot.link - slot.first]:
        return False
    first = ahead + (view.chain.tags[ahead + 1 : ahead + 2] == "_") + 1
    near = range(first, min(first + _NEAR, len(view.chain)))
    stop = next((i for i in near if view.chain.tags[i] not in "aAψlKW°T"), near.stop)
    return any(fold(view.chain.words(i)).endswith(nouns) for i in range(first, stop))


def is_part_of_duty(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> Slot | None:
    """The duty of which a percentage is a part: "29 %, namely 19 for subsidies and 10 for dumping"."""
    leader = view.earlier[-1] if view.earlier else None
    if leader is None or leader.sentence is not slot.sentence or leader.kind != "tariff":
        return None
    both = {each.quantity.amount.unit for each in (slot, leader)} == {"percent"}
    last = view.chain.tags.rfind(",", leader.link, slot.link)
    moved = set(view.chain.tags[max(last, leader.link) : slot.link]) & set("V;:¬")
    if not both or moved or signed(slot) or (hit is not None and hit[0].kind != "finance"):
        return None
    return leader


def is_price_of_deal(slot: Slot, view: View) -> bool:
    """Is a large sum a price, and so that of a firm or an order: "Il prezzo si aggira sui 31 milioni"?"""
    amount = slot.quantity.amount
    if amount.dimension != "money" or amount.per is not None or (amount.scale or 0) < _MILLION:
        return False
    chain = view.chain
    nouns = [i for i in view.layout.links(slot.link, "K") if i < slot.link]
    told = [i for i in nouns if str(chain.values[i]) == "price"]
    return bool(told) and len(nouns) == 1 and not set(chain.tags[told[0] : slot.link]) & set("TUQo;J")


def pays_for_stake(slot: Slot, view: View) -> bool:
    """Is a large sum the price of the part of a firm told right before it: "took 29 percent and paid 53"?"""
    amount, last = slot.quantity.amount, view.earlier[-1] if view.earlier else None
    if last is None or amount.dimension != "money" or amount.per is not None:
        return False
    if (amount.scale or 0) < _MILLION or last.sentence.block is not slot.sentence.block:
        return False
    reason = last.draft.reasons.get("kind")
    staked = last.stake if reason is None else reason.rule == STAKE
    chain = last.sentence.chain
    if any(str(chain.values[i]).startswith(_OWN_FIRM) for i in chain.find("D")):
        return False  # what the two put into a company of both
    return staked and slot.sentence.number - last.sentence.number <= 1
