"""What is bid for a firm, and parts of it that are sold: "offered 5 million for Lorem", "sells its unit to".

No noun tells of such a deal, and the verbs are those of offers and sales of any goods.
"""

from __future__ import annotations

from itertools import pairwise

from tradenews.grammar.values import dimension_of
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.models.span import Span
from tradenews.reading.deal_mention import GOODS, Mention
from tradenews.reading.deal_parties import Candidate, Found, read_candidates
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import Stage, date_near, weigh_act
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_PURCHASE = "merger_acquisition"
_OFFERS, _SELLS = ("offer", "bid"), ("exports", "sales")
_TARGET = regex(
    "(?:Q[mYJDl]?[zytbo][_toaø]{0,3}|Q?D[_aø]{0,2})$"
)  # "5 million for", "350 million for a stake in"
_TO = regex("b[_aø]{0,3}$")  # "an die polnische X", as in "an die 20 Stück"
_PART_REACH = 7


def read_bids(sentence: Sentence, roll: Roll) -> list[Mention]:
    """The offer of a sum for a firm: "Lorem had offered 350 million euros for Ipsum"."""
    chain = sentence.chain
    offers = roll.lexicon.lines["name_words"].get("bids", ())
    verbs = [
        i
        for i in (*chain.find("mYJD"), *chain.find("l"))
        if str(chain.values[i]).endswith(_OFFERS) or fold(chain.words(i)) in offers
    ]
    firms = _firms(sentence, roll) if verbs and _tells_money(chain) else []
    for bidder, target in pairwise(firms):
        if bidder.via == "" and _TARGET.search(chain.tags, bidder.index, target.index) is not None:
            return [_mention(sentence, verbs[0], "proposed", bidder, target)]
    return []


def read_divested(sentence: Sentence, roll: Roll) -> list[Mention]:
    """A part of a firm that it sells to another: "Lorem is selling its glass division to Ipsum for 5"."""
    chain = sentence.chain
    words = roll.lexicon.lines["name_words"].get("parts_of_firms", ())
    verbs = [i for i in chain.find("JYVD") if _sells(chain, i, roll)] if words else []
    firms = _firms(sentence, roll) if verbs and _tells_money(chain) else []
    if len(firms) != 2 or firms[0].via != "" or firms[1].via in ("of", "from"):
        return []
    if firms[1].via == "" and _TO.search(chain.tags, 0, firms[1].index) is None:
        return []
    verb = min(verbs, key=lambda i: abs(i - firms[0].index))
    near = range(verb, min(firms[1].index, verb + _PART_REACH + 1))
    if not any(fold(word).endswith(words) for i in near for word in chain.words(i).split()):
        return []
    status = weigh_act(chain, verb, "agreed")[0]
    return [_mention(sentence, verb, status, firms[1], firms[0])] if status is not None else []


def _firms(sentence: Sentence, roll: Roll) -> list[Candidate]:
    """The companies of a sentence, each once, that nobody quotes."""
    found: dict[str, Candidate] = {}
    for cand in read_candidates(sentence, roll):
        if len(cand.ids) == 1 and roll.is_company(cand.ids[0]) and not (cand.source or cand.placed):
            found.setdefault(cand.ids[0], cand)
    return list(found.values())


def _tells_money(chain: Chain) -> bool:
    """Is a sum told, and no goods?"""
    told = {dimension_of(chain.values[i]) for i in chain.find("Q")}
    return "money" in told and not told & GOODS


def _sells(chain: Chain, i: int, roll: Roll) -> bool:
    """Does the verb at link ``i`` mean a sale, be it of goods or of a firm?"""
    value = str(chain.values[i])
    second = roll.lexicon.also(chain.words(i), "Y") or ""
    return value.startswith(_SELLS) or _PURCHASE in value or _PURCHASE in second


def _mention(sentence: Sentence, i: int, status: object, buyer: Candidate, other: Candidate) -> Mention:
    chain = sentence.chain
    span = Span(chain.starts[i], chain.ends[i])
    stage = Stage(i, status, "status.verb", span, date_near(chain, i))  # type: ignore[arg-type]
    found = Found(firm=[*buyer.ids, *other.ids], rule="act", index=buyer.index)
    return Mention(sentence, i, _PURCHASE, found=found, stages=[stage])
