"""Purchases told by a sum and two firms, whatever the verb: "writes a $5 million cheque for Lorem".

Who gives a sum for a firm buys it; so does the firm to which another goes for a sum. Where goods, flows or an
agreement are named as well, the sum is paid for those.
"""

from __future__ import annotations

from tradenews.grammar.values import dimension_of
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.models.span import Span
from tradenews.reading.deal_mention import Mention
from tradenews.reading.deal_parties import Candidate, Found, read_candidates
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import Stage, date_near, weigh_act
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

PAYS = "pays"  # how the sides are found, the buyer first
_PURCHASE, _MONEY, _PAIR = "merger_acquisition", "money", 2
_OTHERS = frozenset("DKTHIFPdNUMSR!g:;\"'")  # what tells that the sum is for something else
_DESCRIBES = frozenset("_aøoA'")
_TO = regex("[tb][_aøoA']{0,4}$")  # "an die Norvik AG", in which "an die" looks like a bound
_MOST = 14  # links of such a clause
_WISHED, _WORK = "proposed", "contract"


def read_sums(sentence: Sentence, roll: Roll) -> list[Mention]:
    """The purchase that a sentence tells by two firms and the sum that one of them gives for the other."""
    chain = sentence.chain
    sums = [i for i in chain.find("Q") if dimension_of(chain.values[i]) == _MONEY]
    if len(sums) != 1 or chain.tags.count("Q") > 1:
        return []
    cands = [c for c in read_candidates(sentence, roll) if len(c.ids) == 1]
    firms = [c for c in cands if roll.is_company(c.ids[0]) and not (c.source or c.placed)]
    if len(firms) != _PAIR or len(cands) > _PAIR or firms[0].ids == firms[1].ids:
        return []
    first, second = firms
    low, high = min(first.index, sums[0]), max(second.index, sums[0])
    if high - low > _MOST or _OTHERS & set(chain.tags[low : high + 1]):
        return []
    if any(_WORK in str(chain.values[i]) for i in chain.find("Y", low, high)):
        return []  # "has awarded the works to Lorem for 5 million"
    words = roll.lexicon.lines["name_words"].get("for_words", ())
    pair = _pays(chain, first, second, sums[0], words) or _goes(chain, first, second, sums[0], words)
    return [] if pair is None else _mention(sentence, sums[0], pair)


def _pays(
    chain: Chain, first: Candidate, second: Candidate, q: int, words: tuple[str, ...]
) -> tuple[Candidate, Candidate] | None:
    """ "Lorem puts 5 million on the table for Ipsum": the buyer first."""
    if not first.index < q < second.index or "J" in chain.tags[first.index : q]:
        return None
    i = second.index - 1
    while i > q and chain.tags[i] in _DESCRIBES:
        i -= 1
    return (first, second) if i > q and _is_for(chain, i, words) else None


def _goes(
    chain: Chain, first: Candidate, second: Candidate, q: int, words: tuple[str, ...]
) -> tuple[Candidate, Candidate] | None:
    """ "Ipsum passes to Lorem for 5 million": the buyer first."""
    tied = _TO.search(chain.tags, first.index + 1, second.index)
    moved = chain.tags[first.index + 1 : second.index] + chain.tags[:1]
    priced = _is_for(chain, q - 1, words)
    verb = set(moved[: tied.start() - first.index - 1] if tied else "") & set("lYV")
    verb = verb or set(chain.tags[q + 1 : first.index]) & set("lYV")
    return (second, first) if tied and priced and verb and "J" not in moved else None


def _is_for(chain: Chain, i: int, words: tuple[str, ...]) -> bool:
    """Does "for" stand at link ``i``?"""
    return i >= 0 and chain.tags[i] in "zyb" and fold(chain.words(i)).split(" ")[-1] in words


def _mention(sentence: Sentence, q: int, pair: tuple[Candidate, Candidate]) -> list[Mention]:
    chain = sentence.chain
    status, rule = weigh_act(chain, q, "agreed")
    if status in (None, "failed"):
        return []
    wished = any(str(chain.values[i]).startswith(_WISHED) for i in chain.find("Y"))
    span = Span(chain.starts[q], chain.ends[q])
    stage = Stage(q, "proposed" if wished else "agreed", rule, span, date_near(chain, q))
    found = Found(firm=[c.ids[0] for c in pair], rule=PAYS, index=pair[0].index)
    return [Mention(sentence, q, _PURCHASE, found=found, stages=[stage])]
