"""Loans told by a lender that gives a sum, without a noun: "the EBRD will give Ukraine 300 million"."""

from __future__ import annotations

from tradenews.grammar.values import dimension_of
from tradenews.models.span import Span
from tradenews.reading.deal_mention import Mention
from tradenews.reading.deal_parties import Candidate, Found, read_candidates
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import Stage, date_near, weigh_act
from tradenews.reading.givers import gives, giving_verb
from tradenews.reading.sentence import Sentence

_MONEY, _KIND = "money", "financing"
_ACTS = ("", "from", "of")  # "... will lend", "130 million come from the EIB"
_WALLS = frozenset(";:s,")


def read_lenders(sentence: Sentence, roll: Roll) -> list[Mention]:
    """The loan of a bank or fund that gives a country or a firm a sum."""
    chain = sentence.chain
    sums = [i for i in chain.find("Q") if dimension_of(chain.values[i]) == _MONEY]
    told = giving_verb(chain, sums[0], roll.lexicon) if sums else None
    if told is None:
        return []
    verb, comes = told
    cands = [c for c in read_candidates(sentence, roll) if not c.source]
    lenders = [c for c in cands if roll.lends(c.ids[0]) and c.via in _ACTS and not c.goal]
    lender = next((c for c in lenders if gives(chain, verb, c.index, comes=comes)), None)
    taker = next((c for c in cands if lender is not None and _takes(c, lender, roll)), None)
    status, rule = weigh_act(chain, verb, "agreed")
    if lender is None or status is None or status == "failed":
        return []
    sides = [lender] if taker is None else [lender, taker]
    ends = sorted((*(c.index for c in sides), verb, sums[0]))
    walls = _WALLS - {","} if comes else _WALLS
    if walls & set(chain.tags[ends[0] : ends[-1]]):
        return []
    found = Found(firm=[id for c in sides for id in c.ids], rule="act", index=lender.index)
    span = Span(chain.starts[verb], chain.ends[verb])
    stage = Stage(verb, status, rule, span, date_near(chain, verb))
    return [Mention(sentence, verb, _KIND, found=found, stages=[stage])]


def _takes(cand: Candidate, lender: Candidate, roll: Roll) -> bool:
    """May a candidate be who gets the sum: a country or a firm that nothing places?"""
    other = not set(cand.ids) & set(lender.ids) and not cand.placed and cand.via != "from"
    return other and (roll.is_state(cand.ids[0]) or roll.is_company(cand.ids[0]))
