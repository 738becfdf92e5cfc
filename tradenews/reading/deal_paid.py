"""Purchases of firms told by what is paid: "In 2009 it paid 230 million for the bakeries of Lorem".

No noun tells of such a deal: what is paid for is a firm, or a part of one.
"""

from __future__ import annotations

from tradenews.grammar.values import dimension_of
from tradenews.lexicon.forms import fold
from tradenews.models.span import Span
from tradenews.reading.deal_mention import GOODS, Mention
from tradenews.reading.deal_parties import Candidate, Found, read_candidates
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import Stage, date_near, weigh_act
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

PAID = "paid"  # how the sides are found, the buyer first
_PURCHASE = "merger_acquisition"
_FOR = frozenset("zyot")
_NEAR, _REACH = 8, 11  # links from the verb to the sum, and from "for" to the firm
_BARE, _BETWEEN = frozenset("_aøAo'°"), frozenset("_aøAo'°TKHlLIJ=&l")
_WALLS = ",;:s"


def read_paid(sentence: Sentence, roll: Roll) -> list[Mention]:
    """The purchases that a sentence tells by verbs of paying."""
    chain, words = sentence.chain, roll.lexicon.lines["name_words"]
    told = {dimension_of(chain.values[i]) for i in chain.find("Q")}
    if "money" not in told or told & GOODS:
        return []
    done, ahead = words.get("paid", ()), words.get("pays", ())
    verbs = [i for i in chain.find("JlVYm") if fold(chain.words(i)).split(" ")[-1] in (*done, *ahead)]
    if not verbs:
        return []
    firms = [c for c in read_candidates(sentence, roll) if len(c.ids) == 1 and roll.is_company(c.ids[0])]
    found: list[Mention] = []
    for verb in verbs:
        bought = next((c for c in firms if _is_paid_for(chain, verb, c, roll)), None)
        if bought is None or not _has_sum(chain, verb):
            continue
        buyers = [c for c in firms if c.via == "" and not c.source and c.ids != bought.ids]
        buyers = [c for c in buyers if c.index < max(verb, bought.index)]
        over = fold(chain.words(verb)).split(" ")[-1] in done
        status = weigh_act(chain, verb, "in_force" if over else "agreed")[0]
        if status is None:
            continue
        found.append(_mention(sentence, verb, status, [*buyers[:1], bought]))
    return found


def _has_sum(chain: Chain, verb: int) -> bool:
    """Does a sum of money stand beside the verb?"""
    near = chain.find("Q", max(verb - _NEAR, 0), min(verb + _NEAR, len(chain)))
    return any(dimension_of(chain.values[i]) == "money" for i in near)


def _is_paid_for(chain: Chain, verb: int, firm: Candidate, roll: Roll) -> bool:
    """Is a firm, or a part of it, what is paid for?"""
    tags = chain.tags
    low, high = sorted((verb, firm.index))
    if set(tags[low:high]) & set(_WALLS):
        return False
    parts = roll.lexicon.lines["name_words"].get("parts_of_firms", ())
    for p in range(firm.index - 1, max(firm.index - _REACH, low - 1, -1), -1):
        if tags[p] == "Q" or tags[p] not in _BETWEEN | _FOR:
            return False
        if tags[p] in "zy" and _is_sum_before(chain, p, verb):
            inside = range(p + 1, firm.index)
            bare = {tags[i] for i in inside} <= _BARE
            return bare or any(fold(w).endswith(parts) for i in inside for w in chain.words(i).split())
    return False


def _is_sum_before(chain: Chain, p: int, verb: int) -> bool:
    """Does "for" at link ``p`` stand behind the sum, a date between, or begin the object of the verb?"""
    before = chain.tags[max(p - 3, 0) : p]
    return "Q" in before or verb > p or verb == p - 1


def _mention(sentence: Sentence, verb: int, status: object, sides: list[Candidate]) -> Mention:
    chain = sentence.chain
    span = Span(chain.starts[verb], chain.ends[verb])
    stage = Stage(verb, status, "status.verb", span, date_near(chain, verb))  # type: ignore[arg-type]
    index = sides[0].index if len(sides) > 1 else max(sides[0].index, verb + 1)
    found = Found(firm=[c.ids[0] for c in sides], rule=PAID, index=index)
    return Mention(sentence, verb, _PURCHASE, found=found, stages=[stage])
