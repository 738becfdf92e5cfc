"""Who borrows where only the lender stands in the sentence: "The purchase is financed by a loan from Lorem".

It is who buys or builds in the deal told last, else whom the text is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.reading.deal_cluster import Cluster
from tradenews.reading.deal_mention import Mention
from tradenews.reading.deal_own import Own
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_sides import sides_of
from tradenews.reading.deal_status import Stage, weigh_act
from tradenews.scan.chain import Chain

_BACK = 3  # sentences over which a loan still is for the deal told before
_SUM = 6  # links from a loan to its sum
_FUNDED = 6  # links from a verb of financing to the loan
_LOAN, _PURCHASE, _INVESTMENT = "financing", "merger_acquisition", "investment"
_FOR = frozenset({_PURCHASE, _INVESTMENT, "contract", "joint_venture"})  # what money is borrowed for
_GRANTED = frozenset({"agreed", "signed", "in_force"})


def lend_borrower(mention: Mention, clusters: Sequence[Cluster], roll: Roll) -> None:
    """To a loan of which only the lender is named: who borrowed last, or who buys or builds in a deal."""
    if mention.kind != _LOAN or len(mention.found.all) != 1:
        return
    lender = mention.found.all[0]
    near = [c for c in clusters if mention.sentence.number - c.last <= _BACK and lender not in c.parties]
    last = near[-1] if near else None
    taker = None
    if last is not None and last is clusters[-1] and last.kind == _LOAN:
        taker = _taker(last, lender, roll)
    elif roll.lends(lender):
        taker = next((id for c in reversed(near) if (id := _builder(c, roll)) is not None), None)
    if taker is None and not (roll.lends(lender) and _is_for(mention)):
        return
    if not mention.stages and mention.weak and (told := _stage(mention)) is not None:
        mention.stages.append(told)
    mention.found.loose += [taker] if taker is not None else []


def _taker(loan: Cluster, lender: str, roll: Roll) -> str | None:
    """ "The EU adds a grant of 25 million": to whom the loan told last goes."""
    takers = [id for id in loan.parties if roll.is_state(id)]
    takers = takers or [id for id in loan.parties if not roll.lends(id)]
    gives = roll.lends(lender) or roll.is_state(lender)
    return takers[0] if gives and len(loan.parties) == 2 and len(takers) == 1 else None


def _builder(cluster: Cluster, roll: Roll) -> str | None:
    """Who has to pay for a deal: the buyer, the investor."""
    if cluster.kind not in _FOR or not cluster.parties:
        return None
    if cluster.kind == _INVESTMENT:
        return next((id for id in cluster.parties if roll.is_company(id)), None)
    pair = sides_of(cluster, roll)
    if pair is None:
        return None
    first, second, sure = pair
    often = [len(roll.actors[id].mentions) for id in (first, second)]
    return second if not sure and often[0] > often[1] else first  # a text is about who sells, mostly


def _is_for(mention: Mention) -> bool:
    """Is the loan said to pay for something: "is financed by", with its sum?"""
    chain, i = mention.sentence.chain, mention.index
    return _funds(chain, i) is not None or "Q" in chain.tags[max(i - 2, 0) : i + _SUM]


def _funds(chain: Chain, i: int) -> int | None:
    """The verb of financing near a loan."""
    near = chain.find("J", max(i - _FUNDED, 0), min(i + _FUNDED, len(chain)))
    return next((j for j in near if str(chain.values[j]).startswith("finance")), None)


def _stage(mention: Mention) -> Stage | None:
    """A loan that pays for something, or the sum of which is told, is agreed unless it is wished for."""
    chain, i = mention.sentence.chain, mention.index
    if not _is_for(mention):
        return None
    verb = _funds(chain, i)
    status, rule = weigh_act(chain, i if verb is None else verb, "agreed")
    return None if status in (None, "failed") else Stage(i, status, rule, mention.span)


def add_borrower(cluster: Cluster, own: Own, roll: Roll) -> None:
    """ "The bank approved a loan of 5 million": for whom the text is about."""
    told = {stage.status for _, stage in cluster.stages}
    if cluster.kind != _LOAN or len(cluster.parties) != 1 or not told & _GRANTED:
        return
    only = cluster.parties[0]
    side = own.firm or (own.state if own.state and len(roll.actors[own.state].mentions) > 1 else None)
    lent = not roll.is_state(only) and roll.lends(only)
    if lent and any(map(_is_for, cluster.mentions)) and side is not None and not roll.is_one(side, only):
        cluster.parties.append(side)
