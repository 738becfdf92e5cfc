"""Whether what a text says of an agreement is enough to call it one."""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.context import Context
from tradenews.grammar.values import dimension_of
from tradenews.lexicon.forms import fold
from tradenews.reading.deal_acts import ORDERED
from tradenews.reading.deal_cluster import Cluster
from tradenews.reading.deal_mention import GENERIC, STATE_KINDS, Mention
from tradenews.reading.deal_merge import PRIVATE
from tradenews.reading.deal_roles import is_sold
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import EXPIRES, Stage

_BESIDE, _PAIR = 6, 2
_BUSINESS = frozenset({"contract", "financing", "merger_acquisition", "joint_venture"})
_PAIRED = frozenset({"joint_venture", "memorandum"})  # two firms beside the word are its sides
_FAINT = frozenset({"compound", "with.before"})
_LENT = frozenset({"agreed", "signed", "negotiating"})
_DONE = frozenset({"signed", "ratified", "suspended", "terminated", "failed"})
_SUM = 6  # links from a loan to its sum
_SOLD_FOR = 14  # links from a sale to its price


def stands(cluster: Cluster, roll: Roll) -> bool:
    """Is there enough to call it an agreement: two parties, and a pattern or a stage that shows it?"""
    if cluster.treaty is not None:
        return True
    firm = any(_shown(m) for m in cluster.mentions)
    told = {s.status for _, s in cluster.stages}
    loan = cluster.kind == "financing" and all(m.weak for m in cluster.mentions)
    if loan and not any(roll.lends(id) or roll.is_company(id) for id in cluster.parties):
        states = all(map(roll.is_state, cluster.parties))
        if not states and not any(map(_priced, cluster.mentions)):
            return False  # "considers taking the subsidy to the World Trade Organization"
    if loan and all(map(roll.is_state, cluster.parties)):
        return bool(told & _LENT) and len(cluster.parties) == 2 and any(map(_priced, cluster.mentions))
    if cluster.kind == "merger_acquisition" and not any(map(roll.is_company, cluster.parties)):
        return False
    if all(m.verb for m in cluster.mentions) and len(cluster.parties) < 2:
        priced = any(_unnamed_object(m) or _is_sold_for(m, roll) for m in cluster.mentions)
        return cluster.kind == "merger_acquisition" and priced
    if cluster.kind == "contract" and all(map(roll.is_state, cluster.parties)):
        return bool(told & _DONE) or any(len(m.found.firm) > 1 for m in cluster.mentions)
    if all(m.found.rule == ORDERED for m in cluster.mentions) and len(cluster.parties) < 2:
        return False
    if len(cluster.parties) >= 2:
        joined = cluster.kind in _PAIRED and not any(map(roll.is_state, cluster.parties))
        known = cluster.kind in STATE_KINDS and any(is_known(m, roll) for m in cluster.mentions)
        return firm or bool(told) or joined or known
    if cluster.kind == "investment":
        return any(map(roll.is_company, cluster.parties))
    if all(m.kind == GENERIC for m in cluster.mentions):
        return bool(told & _DONE)
    if cluster.kind in PRIVATE and all(map(roll.is_state, cluster.parties)):
        return False
    tied = any(m.found.firm for m in cluster.mentions) or _one_firm(cluster, roll)
    return bool(told) and (tied or bool(told & _DONE))


def is_lone(cluster: Cluster, roll: Roll) -> bool:
    """Is a country all that is known of a contract: "Italian firms signed contracts in China"?"""
    lone = cluster.kind == "contract" and len(cluster.parties) == 1 and roll.is_state(cluster.parties[0])
    return lone and not any("Q" in m.sentence.chain.tags[m.index :] for m in cluster.mentions)


def is_known(mention: Mention, roll: Roll) -> bool:
    """Does a sentence speak of "the" agreement on trade, as of one that all know: "under the EPA"?"""
    chain, i = mention.sentence.chain, mention.index
    if mention.kind not in STATE_KINDS or mention.weak or mention.new or len(mention.found.all) != _PAIR:
        return False
    indefinite = roll.lexicon.lines["name_words"].get("indefinite", ())
    before = fold(chain.words(i - 1)).rpartition(" ")[2] if i else ""
    return i > 0 and chain.tags[i - 1] in "_ont" and before not in indefinite


def _priced(mention: Mention) -> bool:
    """Does a sum stand right beside the loan: "secured a $1bn loan from Saudi Arabia"?"""
    return "Q" in mention.sentence.chain.tags[max(mention.index - 2, 0) : mention.index + _SUM]


def _unnamed_object(mention: Mention) -> bool:
    """Does a word with a capital that names no known actor stand where the verb has its object?"""
    tags, i = mention.sentence.chain.tags, mention.index
    after = tags[i + 1 : i + 6]
    return "W" in (after.partition(",")[0] if after else tags[max(i - 5, 0) : i])


def _is_sold_for(mention: Mention, roll: Roll) -> bool:
    """Does a firm sell a part of its own for a sum: "sold its unit in Chile for $30 million"?"""
    chain, verb = mention.sentence.chain, mention.index
    seller = mention.found.index is not None and mention.found.index < verb
    part = seller and " " in chain.words(verb).strip() and is_sold(chain, verb, roll.lexicon)
    sums = chain.find("Q", verb, min(verb + _SOLD_FOR, len(chain)))
    return part and any(dimension_of(chain.values[j]) == "money" for j in sums)


def _one_firm(cluster: Cluster, roll: Roll) -> bool:
    """Does a firm, alone, win an order or get a loan, with a sum beside it: the other side unnamed?"""
    if cluster.kind not in _BUSINESS or not any(map(roll.is_company, cluster.parties)):
        return False
    return any(
        any(
            abs(s.index - m.index) <= (_BESIDE + 2 if "Q" in m.sentence.chain.tags else 2)
            or 0 < m.index - s.index <= _BESIDE
            for s in m.stages
        )
        for m in cluster.mentions
        if m.kind == cluster.kind
    )


def _shown(mention: Mention) -> bool:
    """Does a pattern tie parties and mention? "Belgium's orders" alone tells of no single contract."""
    rule = mention.found.rule
    return bool(mention.found.firm) and (rule not in _FAINT or mention.kind in STATE_KINDS)


def dated(stage: Stage, kind: str, context: Context) -> Stage:
    """A stage whose date is still to come: "the treaty enters into force on 1 January 2027"."""
    date, now = stage.date.start if stage.date else None, context.reference
    if stage.status != "in_force" or kind not in STATE_KINDS or date is None or now is None or date <= now:
        return stage
    return evolve(stage, status="signed", rule="status.to_come")


def is_ahead(stage: Stage, context: Context) -> bool:
    """Is the end of an agreement still to come: "it expires in 2030"?"""
    date, now = stage.date.start if stage.date else None, context.reference
    return stage.word == EXPIRES and None not in (date, now) and date > now  # type: ignore[operator]
