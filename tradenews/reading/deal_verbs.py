"""Agreements told by a verb alone: "X will invest $2 billion in Mexico", "X sold 20 ships to Y"."""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.values import dimension_of
from tradenews.lazy import regex
from tradenews.models.span import Span
from tradenews.models.terms import DealStatus
from tradenews.reading.deal_invests import is_told_with_sum, read_investor
from tradenews.reading.deal_mention import Mention
from tradenews.reading.deal_parties import (
    Candidate,
    Found,
    read_candidates,
)
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_stakes import BOUGHT, is_for_share
from tradenews.reading.deal_status import Stage, date_near, read_stages, weigh_act
from tradenews.reading.deal_verb_sides import find_sides
from tradenews.reading.givers import giving_verb
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_SUM_REACH, _SIDE_REACH = 12, 6
_CLOSED = regex("o?[_b]{0,2}Q")
_TRADE = frozenset({"exports", "imports"})
_CUTS = frozenset("s;:=YvJ")
_STOPPED = frozenset({"proposed", "suspended", "terminated", "failed"})
_VERB_REACH = 3
_MONEY, _PIECES = "money", frozenset({"count", "piece"})
_CLOSING, _DATIVE = regex(",?[ztu][_aøl]{0,3}"), frozenset("_oaøl")  # "sold, to Navbahor"
_OF_FIRM = regex("Q(?:T?o[_aøl]{0,3})?[@E]$")  # where "of" may mean "from": "30 vliegtuigen van Airbus"


def read_verbs(sentence: Sentence, roll: Roll) -> list[Mention]:
    """The investment, loan or purchase that the verbs of a sentence tell of, if a sum stands beside them."""
    tags = sentence.chain.tags
    if "Q" not in tags or not sentence.refs:
        return []
    closed = _closed_sale(sentence, roll)
    if closed is not None:
        return [closed]
    for i in sentence.chain.find("JK"):
        if tags[i] == "K" and not is_told_with_sum(sentence.chain, i):
            continue  # a noun, with its sum: "an investment of $2bn"; in some languages a verb: 投资20亿美元
        told = _told(sentence, i, roll)
        if told is not None:
            return [told]
    return []


def _told(sentence: Sentence, i: int, roll: Roll) -> Mention | None:
    kind = str(sentence.chain.values[i]).partition(" ")[0]
    weak, kind = kind.endswith("?"), kind.rstrip("?")
    if kind not in ("investment", "finance", *_TRADE):
        return None
    cands = read_candidates(sentence, roll)
    if kind == "investment":
        found = read_investor(sentence, i, cands, roll) if _money_near(sentence, i) and not weak else None
        return _mention(sentence, i, "investment", found) if found is not None else None
    if kind == "finance" and _money_near(sentence, i) and sentence.chain.tags[i] == "J":
        near = [c for c in cands if c.index < i or "," not in sentence.chain.tags[i : c.index]]
        found = find_sides(sentence, i, near, roll)
        lenders = [id for id in found.all if not roll.is_state(id)]
        if not lenders and len(near) > 1 and giving_verb(sentence.chain, i, roll.lexicon) == (i, False):
            found = _lent_to(sentence, i, near)  # "Belgium lends Congo 60 million"
            lenders = found.all
        alone = (
            len(found.all) == 1 and found.index is not None and found.index < i and roll.lends(found.all[0])
        )
        return (
            _mention(sentence, i, "financing", found) if lenders and (alone or len(found.all) == 2) else None
        )
    if kind in _TRADE:
        if (bought := _bought(sentence, i, kind, cands, roll)) is not None:
            return bought
        found = _traders(sentence, i, cands, roll)
        paper = BOUGHT if is_for_share(sentence.chain, i) else "contract"
        return _mention(sentence, i, paper, found) if len(found.all) >= 2 else None
    return None


def _closed_sale(sentence: Sentence, roll: Roll) -> Mention | None:
    """A firm that closed a sale or a purchase: "We have closed with Peru the sale of 12 helicopters"."""
    chain, tags = sentence.chain, sentence.chain.tags
    for i in chain.find("K"):
        sold = str(chain.values[i]).split(" ")[0].rstrip("?") in (*_TRADE, "sales") and _CLOSED.match(
            tags, i + 1
        )
        told = (
            [s for s in read_stages(sentence) if 0 < i - s.index <= _SIDE_REACH and not s.only]
            if sold
            else []
        )
        if not told or told[-1].status not in ("agreed", "signed", "in_force"):
            continue
        cands = [c for c in read_candidates(sentence, roll) if len(c.ids) == 1 and not c.placed]
        others = [c for c in cands if c.goal or tags[max(c.index - 1, 0)] == "u"]
        firms = [c for c in cands if roll.is_company(c.ids[0]) and c not in others]
        if firms and others and others[0].ids != firms[0].ids:
            found = Found(firm=[firms[0].ids[0], others[0].ids[0]], rule="traders", index=firms[0].index)
            stage = told[-1] if told[-1].status == "signed" else evolve(told[-1], status="agreed")
            if is_for_share(chain, i):
                stage = evolve(stage, status="in_force") if told[-1].status == "in_force" else stage
                return Mention(sentence, i, BOUGHT, found=found, stages=[stage])
            return Mention(sentence, i, "contract", found=found, stages=[stage])
    return None


def _lent_to(sentence: Sentence, i: int, cands: list[Candidate]) -> Found:
    """Two countries on either side of a verb of lending."""
    before = [c for c in cands if c.index < i and not (c.placed or c.source)]
    after = [c for c in cands if c.index > i and not set(sentence.chain.tags[i + 1 : c.index]) - {"_", "t"}]
    found = Found(rule="sides")
    if before and after:
        found.firm = [*before[-1].ids[:1], *after[0].ids[:1]]
        found.index = before[-1].index
    return found


def _mention(sentence: Sentence, i: int, kind: str, found: Found) -> Mention | None:
    chain = sentence.chain
    span = Span(chain.starts[i], chain.ends[i])
    told = [s.status for s in read_stages(sentence) if 0 < i - s.index <= _VERB_REACH and not s.only]
    status: DealStatus | None = weigh_act(chain, i, "agreed")[0]
    if told and told[-1] in _STOPPED:
        status = "failed" if told[-1] == "terminated" else told[-1]
    if status is None or (status == "failed" and kind == "financing"):
        return None
    if kind == BOUGHT and status == "agreed" and told and told[-1] == "in_force":
        status = "in_force"  # "has completed the purchase"
    stage = Stage(i, status, "status.verb", span, date_near(chain, i))
    return Mention(sentence, i, kind, found=found, stages=[stage])


def _money_near(sentence: Sentence, i: int) -> bool:
    chain = sentence.chain
    low, high = max(i - _SUM_REACH, 0), min(i + _SUM_REACH, len(chain))
    return any(_is_money(chain.values[j]) for j in chain.find("Q", low, high))


def _counts_near(sentence: Sentence, i: int) -> bool:
    """Are pieces of goods counted beside the verb at link ``i``?"""
    chain = sentence.chain
    near = chain.find("Q", max(i - _SUM_REACH, 0), min(i + _SUM_REACH, len(chain)))
    return any(dimension_of(chain.values[j]) in _PIECES for j in near)


def _is_money(value: object) -> bool:
    return dimension_of(value) == _MONEY


def _bought(sentence: Sentence, i: int, kind: str, cands: list[Candidate], roll: Roll) -> Mention | None:
    """A firm that buys another: its name stands where the goods would, with what is paid behind."""
    chain = sentence.chain
    j = i + 1
    while j < len(chain) and j - i <= _SIDE_REACH and (chain.tags[j] in "_taøoTlHI" or _is_price(chain, j)):
        j += 1
    if kind != "imports" or "contract" in (roll.lexicon.also(chain.words(i), "Y") or ""):
        return None
    if chain.tags[j : j + 1] not in ("W", "@", "E") or not _money_near(sentence, i):
        return None
    firms = [c for c in cands if any(map(roll.is_company, c.ids)) and not c.source]
    buyer = [c for c in firms if c.index < i and i - c.index <= _SIDE_REACH][-1:]
    if not buyer or set(chain.tags[j : j + _SUM_REACH].partition("Q")[0]) & set("qz"):
        return None
    found = Found(firm=list(buyer[0].ids), rule="sides", index=buyer[0].index)
    found.firm += [id for c in firms if c.index == j for id in c.ids if id not in found.firm]
    return _mention(sentence, i, "merger_acquisition", found)


def _is_price(chain: Chain, j: int) -> bool:
    """Is link ``j`` a part of "for 80 million euros" between a verb and its object?"""
    if chain.tags[j] == "Q":
        return _is_money(chain.values[j])
    return chain.tags[j] in "zy" and chain.tags[j + 1 : j + 2] == "Q" and _is_money(chain.values[j + 1])


def _traders(sentence: Sentence, i: int, cands: list[Candidate], roll: Roll) -> Found:
    """Two companies, one before the verb, the other behind "to" or "from", or a sum that is paid.

    A country may buy what is counted: "Poland orders 152 howitzers from Hanwha".
    """
    tags, found = sentence.chain.tags, Found(rule="traders")
    firms = [c for c in cands if len(c.ids) == 1 and roll.is_company(c.ids[0]) and not c.source]
    before = [c for c in firms if c.index < i and i - c.index <= _SIDE_REACH]
    after = [c for c in firms if c.index > i]
    if not before and after and (_counts_near(sentence, i) or "N" in tags[i : after[0].index]):
        states = [c for c in cands if len(c.ids) == 1 and not (c.placed or c.source or c.goal)]
        before = [c for c in states if c.index < i and i - c.index <= _SIDE_REACH and roll.is_state(c.ids[0])]
    if not before and len(after) > 1 and not set(tags[after[0].index + 1 : after[1].index]) - _DATIVE:
        before, after = after[:1], after[1:]  # "liefert Werthmann dem Versorger SWCC die Pumpen"
    given = [c for c in before if c.goal]
    if given and not after and tags[i + 1 : i + 2] == "Q":  # "X will to Y supply 20 trains"
        found.firm = list(dict.fromkeys(id for c in (before[0], given[-1]) for id in c.ids))
        found.index = before[0].index
    if before and not after and (land := _land_traded_with(sentence, i, cands, roll)) is not None:
        found.firm, found.index = [*before[-1].ids, *land.ids], before[-1].index
    if not before or not after:
        return found
    other = after[0]
    side = tags[max(other.index - _SIDE_REACH, i) : other.index]
    paid = _money_near(sentence, i) and not set(tags[i + 1 : other.index]) & set("s;:,vY")
    marked = bool(set(side) & set("qtz")) and bool(set("QN") & set(tags[i : other.index]))
    closing = _CLOSING.fullmatch(tags, i + 1, other.index) is not None and "Q" in tags[before[-1].index : i]
    marked = marked or closing or _OF_FIRM.search(tags, i, other.index + 1) is not None
    if (marked or paid) and not set(tags[i + 1 : other.index]) & _CUTS:
        found.firm = list(dict.fromkeys(before[-1].ids + other.ids))
        found.index = before[-1].index
    return found


def _land_traded_with(sentence: Sentence, i: int, cands: list[Candidate], roll: Roll) -> Candidate | None:
    """The country to which a firm delivers, or of which it has agreed to buy goods.

    "liefert Ägypten 34 Turbinen", "agreed to buy beef from Peru for 5 million".
    """
    chain, tags = sentence.chain, sentence.chain.tags
    lands = [c for c in cands if c.index > i and len(c.ids) == 1 and roll.is_state(c.ids[0]) and not c.placed]
    if not lands or tags[lands[0].index] != "A" or set(tags[i + 1 : lands[0].index]) & _CUTS:
        return None
    between = tags[i + 1 : lands[0].index]
    if str(chain.values[i]).startswith("exports"):
        given = set(between) <= _DATIVE and tags[lands[0].index + 1 : lands[0].index + 2] == "Q"
        return lands[0] if given and _counts_near(sentence, i) and "θ" not in tags else None
    bound = any(_binds(chain.values[j]) for j in chain.find("Y", max(i - _VERB_REACH, 0), i))
    goods = "T" in between and between.rstrip("_")[-1:] in ("o", "q")
    return lands[0] if bound and goods and _money_near(sentence, i) else None


def _binds(value: object) -> bool:
    return str(value).startswith(("agreed", "signed"))
