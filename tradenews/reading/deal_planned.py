"""Deals of which only a figure tells: "will open a plant in Peru, an investment of 5 million"; a sum lent."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from tradenews.models.span import Span
from tradenews.reading.deal_mention import Mention
from tradenews.reading.deal_parties import Found
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import Stage, weigh_act
from tradenews.reading.draft import Draft
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_INVESTMENT, _FINANCE, _LOAN = "investment", "finance", "financing"
_EARLIER = "αθ"  # "Earlier this year it got 5 million"
_NEAR, _BEHIND = 4, 2  # links between the noun and its sum
_AHEAD = frozenset(("forecast", "target"))
_MONEY, _RESULTS, _VERBS = "money", frozenset({"sales"}), frozenset("JYVDm;")


def read_planned(
    sentence: Sentence, figures: Iterable[Draft], roll: Roll, house: str | None
) -> list[Mention]:
    """The investment of the ``house`` that a figure of the sentence tells of."""
    chain, figures = sentence.chain, list(figures)
    results = [f.get("span").start for f in figures if f.get("kind") in _RESULTS]
    for figure in figures:
        q = next((i for i in chain.find("Q") if chain.starts[i] == figure.get("span").start), None)
        if q is None or figure.get("form") != "level" or _is_guidance(chain, q, results):
            continue
        if not _is_outlay(figure, sentence, q, roll, house):
            continue
        ids = [id for id in (figure.get("reporter"), figure.get("partner")) if id in roll.actors]
        stage = Stage(q, "agreed", "status.verb", Span(chain.starts[q], chain.ends[q]))
        return [
            Mention(sentence, q, _INVESTMENT, found=Found(firm=ids, rule="planned", index=q), stages=[stage])
        ]
    return []


def read_lent(sentence: Sentence, figures: Iterable[Draft], roll: Roll) -> list[Mention]:
    """The loan that a figure of the sentence tells of, for which borrower and lender are read."""
    for figure in figures:
        borrower, lender = (roll.party(figure.get(side) or "") for side in ("reporter", "partner"))
        if figure.get("kind") != _FINANCE or None in (borrower, lender) or borrower == lender:
            continue
        if figure.get("form") != "level" or figure.get("amount").dimension != _MONEY:
            continue
        i = bisect_right(sentence.chain.starts, figure.get("span").start) - 1
        status, rule = weigh_act(sentence.chain, i, "agreed")
        told = sentence.chain.tags[:2] == _EARLIER
        if told or status in (None, "failed") or not roll.lends(str(lender)):
            continue
        span = Span(sentence.chain.starts[i], sentence.chain.ends[i])
        found = Found(firm=[str(borrower), str(lender)], rule="borrowed", index=i)
        return [Mention(sentence, i, _LOAN, found=found, stages=[Stage(i, status, rule, span)])]
    return []


def _is_guidance(chain: Chain, q: int, results: list[int]) -> bool:
    """Is it told with what a firm is to earn: "sees sales of 9 billion, investment of 500 million"?"""
    before = [i for i in chain.find("Q", 0, q) if chain.starts[i] in results]
    return bool(before) and not set(chain.tags[before[-1] + 1 : q]) & _VERBS


def by_sentence(figures: Iterable[Draft]) -> dict[int, list[Draft]]:
    """The figures by the place where their sentence begins."""
    found: dict[int, list[Draft]] = {}
    for figure in figures:
        found.setdefault(figure.get("sentence").start, []).append(figure)
    return found


def _is_outlay(figure: Draft, sentence: Sentence, q: int, roll: Roll, house: str | None) -> bool:
    """Is it what the company that the text is about is to spend, or what is called an investment of its?"""
    other = figure.get("partner")
    alone = other not in roll.actors or roll.is_state(other)
    ahead = figure.get("modality") in _AHEAD or _is_named(sentence, q)
    money = figure.get("kind") == _INVESTMENT and figure.get("amount").dimension == _MONEY
    return money and alone and ahead and house is not None and figure.get("reporter") == house


def _is_named(sentence: Sentence, q: int) -> bool:
    """Is a sum called an investment: "an investment of 5 million"?"""
    chain = sentence.chain
    near = chain.find("K", max(q - _NEAR, 0), min(q + _BEHIND, len(chain)))
    return any(str(chain.values[i]).rstrip("?") == _INVESTMENT for i in near)
