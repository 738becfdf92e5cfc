"""Words and signs that bound an amount: about, more than, up to, or more, ~; a minus in words."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from tradenews.grammar.hits import after, as_bound, before, claimed
from tradenews.grammar.rates import widened
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.values import Quantity
from tradenews.models.terms import Bound
from tradenews.scan.chain import Link

_VIEW = 4  # links before an "up to" that tell what it means
_SIGNS: dict[str, Bound] = {
    **dict.fromkeys("~～≈∼", "about"),
    **dict.fromkeys(">＞", "over"), **dict.fromkeys("<＜", "under"), "≥": "at_least", "≤": "at_most",
}  # fmt: skip


def _bounded(hit: Hit) -> Link | None:
    found: Quantity = hit["Q"]
    amount = found.amount
    words = [w for w in hit.all("be") if not (w == "over?" and before(hit) in tuple("DHKTø"))]
    bound: Bound = max((w.rstrip("?") for w in words), key=lambda b: b != "about", default="exact")
    if "over?" in words and "θ" in hit.tags:
        return None  # "over 2020 45 miljoen euro"
    if hit.at("be") < 0:
        sign = _SIGNS.get(hit.words[0])
        if sign is None:
            return None
        bound = sign
    if _is_set_against(hit, bound):
        return None
    if amount.low == amount.high:
        found = evolve(found, amount=evolve(amount, bound=bound))
    return widened(hit, found)


def _is_set_against(hit: Hit, bound: Bound) -> bool:
    """Does a word tell how far an amount is from another: "6 percent more than the 7 million of 2018"?"""
    return before(hit) == "Q" and bound in ("over", "under")


def _claimed_bound(hit: Hit) -> Any:
    """A word of another table that bounds: "soared above 10,000 tons", "hasta el 35%"."""
    bound = as_bound(claimed(hit, hit.first, "b"))
    found: Quantity = hit["Q"]
    if bound is None or found.amount.bound != "exact" or _is_level(hit, bound) or _is_set_against(hit, bound):
        return None
    value = evolve(found, amount=evolve(found.amount, bound=bound))
    return [hit.chain.link(i) for i in range(hit.first, hit.last - 1)] + [widened(hit, value)]


def _negative(hit: Hit) -> Any:
    """A minus in words; it stays a word of movement where it is one: "minus 5 percent"."""
    word = hit.chain.values[hit.first] if hit.chain.tags[hit.first] == "w" else claimed(hit, hit.first, "w")
    found: Quantity = hit["Q"]
    amount = found.amount
    if word != "-" or amount.low < 0:
        return None
    value = evolve(found, amount=evolve(amount, low=-amount.high, high=-amount.low))
    return [hit.chain.link(i) for i in range(hit.first, hit.last - 1)] + [widened(hit, value)]


def _plus(hit: Hit) -> Link | None:
    found: Quantity = hit["Q"]
    if hit.chain.words(hit.last - 1) != "+" or not hit.chain.adjacent(hit.last - 1):
        return None
    return widened(hit, evolve(found, amount=evolve(found.amount, bound="over")))


def _claimed_after(hit: Hit) -> Any:
    """A word of another table that bounds from behind: 两成多, "5 tonnes environ", "5 percent at least"."""
    bound, near = as_bound(claimed(hit, hit.last - 1, "e")), after(hit)
    found: Quantity = hit["Q"]
    if bound is None or found.amount.bound != "exact":
        return None
    if hit.chain.tags[hit.last - 1] != "b":
        apart = not hit.chain.adjacent(hit.last - 1)
    else:  # of what follows: "5 percent, at least until 2020"
        apart = near in tuple("NQθα_") or (near == "n" and bound != "about")
    return None if apart else widened(hit, evolve(found, amount=evolve(found.amount, bound=bound)))


def _is_level(hit: Hit, bound: str) -> bool:
    """Does a word for "up to" name the new level of what moved: "cayó un 8%, hasta los 2.745 millones"?"""
    if bound != "at_most":
        return False
    tags = hit.chain.tags[max(hit.first - _VIEW, 0) : hit.first]
    if tags.endswith(("Q", "Q,")):
        return True
    i = hit.first - 1
    moved = i >= 0 and hit.chain.values[i] in ("up", "down")
    return moved and "m" not in tags


BOUNDS = Grammar(
    "Q",
    Rule("bound.before", "b (?: [bnot_]{0,2} b ){0,2} [not]? θ? _{0,2} Q", _bounded, example="more than 40%"),
    Rule("bound.claimed", "[VYJzntmFκ] (?: n? θ )? _{0,2} Q", _claimed_bound, example="above 40%"),
    Rule("bound.after-claimed", "Q [Vb]", _claimed_after, example="两成多", language="zh"),
    Rule("bound.after", "Q e", _bounded, example="30 percent or more"),
    Rule("bound.sign", "[-#] Q", _bounded, example="~5%"),
    Rule("bound.plus", "Q #", _plus, example="40%+"),
    Rule("amount.minus", "[wVK] Q", _negative, example="minus 5 percent"),
)
