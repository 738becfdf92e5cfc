"""The other country of a text that is about what one country sells to it, buys from it, or trades with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tradenews.lazy import regex
from tradenews.reading.figure_sides import Side
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_ENDS = frozenset(("to", "from", "with", "in"))
_HEADED = regex('["_]?A-_?A"?[,:]')
_OPENING, _PAIR = 3, 2  # sentences, countries
_TRADE = frozenset(("trade", "trade?"))
_TOWARDS = {"exports": ("to", "in"), "imports": ("from", "of")}
_OFTEN = 3  # sentences that name a country of which a text tells
_WARES = ("exports", "imports")
_FLOWS = ("exports", "imports", "trade", "balance", "sales")


def trade_partner(
    sentences: Sequence[Sentence], sides: Sequence[list[Side]], country: str | None, other: str | None
) -> str | None:
    """The one to which the flow of the title goes, or comes from, where the lead names it again.

    Else the ``other`` one of the two that the text begins with, where it opens with their trade.
    """
    pair = _headed(sentences, sides)
    if country in pair:
        return next(iter(pair - {country}))
    named = _named_again(sentences, sides, country)
    if named is not None or country is None:
        return named
    traders = _traders(sentences, sides)
    told = country in traders and (
        _are_alone(traders, sentences, sides) if other is None else other in traders
    )
    return next(iter(traders - {country})) if told else None


def headed_pair(chain: Chain, sides: Sequence[Side]) -> tuple[Side, Side] | None:
    """The two countries with which a line on a flow opens: "Portugal-Angola: exports fall by 20 percent"."""
    hit = _HEADED.match(chain.tags)
    if hit is None or not _tells_flow(chain):
        return None
    found = [side for side in sides if side.link < hit.end() and side.nature == "state" and not side.vague]
    two = len(found) == _PAIR and all(len(side.ids) == 1 for side in found) and found[0].id != found[1].id
    return (found[0], found[1]) if two else None


def _headed(sentences: Sequence[Sentence], sides: Sequence[list[Side]]) -> set[str]:
    """The two countries with which the title opens."""
    for sentence, found in zip(sentences, sides, strict=True):
        if sentence.block.kind in ("title", "heading"):
            return {side.id for side in headed_pair(sentence.chain, found) or ()}
    return set()


def _named_again(
    sentences: Sequence[Sentence], sides: Sequence[list[Side]], country: str | None
) -> str | None:
    """The end of the flow that the title tells of, where the lead names it again."""
    head = next((i for i, each in enumerate(sentences) if each.block.kind == "title"), None)
    lead = next((i for i, each in enumerate(sentences) if each.block.kind == "paragraph" and sides[i]), None)
    if head is None or lead is None or country is None:
        return None
    other = _end_of(sentences[head].chain, sides[head], country)
    return other if other is not None and any(other in side.ids for side in sides[lead]) else None


def _traders(sentences: Sequence[Sentence], sides: Sequence[list[Side]]) -> frozenset[str]:
    """The two countries with whose trade with each other the text opens; empty where there are no such.

    What one of them trades with all others is not told before.
    """
    opening, named, counted = 0, set[str](), False
    for sentence, found in zip(sentences, sides, strict=True):
        opening += sentence.block.kind == "paragraph" and bool(found)
        if opening > _OPENING:
            break
        chain = sentence.chain
        told = {chain.values[i] for i in chain.find("K")} & _TRADE
        states = [s for s in found if s.nature == "state" and not s.vague and s.via != "goods"]
        joined = "trade" in told or any(len(side.ids) == _PAIR for side in states)
        joined = joined or any(a.run == b.run and a.id != b.id for a, b in pairwise(states))
        pair = frozenset(each for side in states for each in side.ids)
        if len(pair) == _PAIR and told and joined:
            return pair
        named |= {each for s in found if s.nature == "state" and not s.vague for each in s.ids}
        other = None if counted else _first_end(chain, states)
        if len(named) == _PAIR and other in named and _is_often_named(other, sides):
            return frozenset(named)
        counted = counted or "Q" in chain.tags
        sold = any(str(chain.values[i]).startswith(_WARES) for i in chain.find("K"))
        if "Q" in chain.tags and _tells_flow(chain) and (len(named) < _PAIR or (sold and len(pair) < _PAIR)):
            return frozenset()
    return frozenset()


def _first_end(chain: Chain, states: Sequence[Side]) -> str | None:
    """The country to which the first amount of a sentence goes, or from which it comes; None for the rest."""
    amount = chain.tags.find("Q")
    if amount < 0:
        return None
    for side in states:
        first, last = sorted((amount, side.link))
        apart = set(chain.tags[first + 1 : last]) & set(",;&¬")
        flows = (str(chain.values[i]).split("?")[0] for i in chain.find("KJ", 0, max(first, side.link)))
        if not apart and side.via in _TOWARDS.get(next(flows, ""), ()):
            return side.id
    return None


def _is_often_named(country: str, sides: Sequence[list[Side]]) -> bool:
    """Do several sentences name a country?"""
    return sum(any(country in side.ids for side in found) for found in sides) >= _OFTEN


def _are_alone(pair: frozenset[str], sentences: Sequence[Sentence], sides: Sequence[list[Side]]) -> bool:
    """Are there amounts that have to do with one third country at most?"""
    thirds = {
        each
        for sentence, found in zip(sentences, sides, strict=True)
        for side in (found if "Q" in sentence.chain.tags else ())
        if side.nature == "state" and not side.vague
        for each in side.ids
    } - pair
    return len(thirds) <= 1


def is_subordinate(chain: Chain, link: int) -> bool:
    """Does a mention only stand in a side clause: "India raises duties as talks with Chile drag on"?"""
    return "¬" in chain.tags[1:link]


def _end_of(chain: Chain, sides: Sequence[Side], country: str) -> str | None:
    """The one other country of a sentence on a flow, tied to it as its end."""
    if not _tells_flow(chain):
        return None
    states = [s for s in sides if s.nature == "state" and not s.vague and not is_subordinate(chain, s.link)]
    others = {each for side in states for each in side.ids if each != country}
    if len(others) != 1:
        return None
    tied = any(side.via in _ENDS or len(side.ids) > 1 or side.via == "between" for side in states)
    return others.pop() if tied else None


def _tells_flow(chain: Chain) -> bool:
    return any(str(chain.values[i]).startswith(_FLOWS) for i in chain.find("KJ"))
