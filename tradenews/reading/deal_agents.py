"""A purchase told by a noun with both its sides: "the acquisition of Lorem by Ipsum"."""

from __future__ import annotations

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.reading.deal_mention import Mention
from tradenews.reading.deal_parties import Candidate, Found
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import Stage, date_near, weigh_act

_BOUGHT = regex("[o_]{0,2}[aøHTlGL‹›]{0,4}")  # from the noun to what is bought
_BUYER = regex("[‹›W,L]{0,4}([yzqu]|ql|yl)[o_]{0,2}[_aøHG]{0,4}")  # "by", "da parte di"
_NEAR = 2  # links behind what is bought in which "by" stands


def read_bought_by(mention: Mention, cands: list[Candidate], roll: Roll) -> Stage | None:
    """The stage of such a purchase; the mention gets both firms as its parties."""
    chain, i = mention.sentence.chain, mention.index
    firms = [c for c in cands if c.index > i and any(map(roll.is_company, c.ids))][:2]
    if len(firms) < 2 or firms[0].ids == firms[1].ids or "V" in chain.tags[i : firms[1].index]:
        return None
    bought, buyer = firms
    agents = roll.lexicon.lines["name_words"].get("agents", ())
    told = {fold(chain.words(j).split(" ")[0]) for j in range(bought.index + 1, bought.index + 1 + _NEAR)}
    if not told & set(agents) or not _BOUGHT.fullmatch(chain.tags, i + 1, bought.index):
        return None
    if not _BUYER.fullmatch(chain.tags, bought.index + 1, buyer.index):
        return None
    status, rule = weigh_act(chain, i, "agreed")
    if status is None:
        return None
    mention.found = Found(firm=[*buyer.ids, *bought.ids], rule="agent", index=buyer.index)
    return Stage(i, status, rule, mention.span, date_near(chain, i))
