"""Agreements: found, named, dated, with parties and status."""

from __future__ import annotations

from tradenews.grammar.context import Context
from tradenews.grammar.values import means_purchase
from tradenews.models.actor import Actor
from tradenews.models.deal import Deal, DealEvent
from tradenews.models.figure import Product
from tradenews.models.span import Span
from tradenews.models.terms import DealStatus
from tradenews.reading.confidence import deal_confidence
from tradenews.reading.deal_acts import join_act, read_acts
from tradenews.reading.deal_bids import read_bids, read_divested
from tradenews.reading.deal_borrowers import add_borrower
from tradenews.reading.deal_cluster import Cluster
from tradenews.reading.deal_each import read_each
from tradenews.reading.deal_gifts import read_customers, read_gifts, read_received
from tradenews.reading.deal_houses import with_houses, with_twins
from tradenews.reading.deal_lenders import read_lenders
from tradenews.reading.deal_lent import lend_parties
from tradenews.reading.deal_lists import lend_list
from tradenews.reading.deal_mention import GENERIC, STATE_KINDS, TALKS, Mention
from tradenews.reading.deal_mentions import read_mentions
from tradenews.reading.deal_merge import merge_mentions
from tradenews.reading.deal_own import add_own_side, add_own_to_mentions, main_sides
from tradenews.reading.deal_owned import read_owned, with_owned
from tradenews.reading.deal_paid import read_paid
from tradenews.reading.deal_pair import lend_customers, lend_pairs
from tradenews.reading.deal_planned import by_sentence, read_lent, read_planned
from tradenews.reading.deal_roles import read_roles
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_several import read_several
from tradenews.reading.deal_sides import give_sides
from tradenews.reading.deal_signing import sign_listed
from tradenews.reading.deal_stands import dated, is_ahead, is_known, is_lone, stands
from tradenews.reading.deal_status import RANK, Stage, fitted
from tradenews.reading.deal_sums import read_sums
from tradenews.reading.deal_tender import read_tender_lines
from tradenews.reading.deal_told import with_told
from tradenews.reading.deal_verbs import read_verbs
from tradenews.reading.draft import Draft
from tradenews.reading.figure_voice import with_speakers
from tradenews.reading.metadata import Metadata
from tradenews.reading.sentence import Sentence

_DEFAULT: dict[str, DealStatus] = {"memorandum": "signed", "free_trade_agreement": "in_force"}
_BREAKABLE = frozenset({"in_force", "renegotiating", "ratified", "signed", "suspended"})
_MONEY = frozenset({"deal_value", "investment", "finance", "trade"})
_VOTED = STATE_KINDS | {"memorandum", "other"}  # what parliaments approve
_ENDS: dict[tuple[str, str], DealStatus] = {  # what was never begun cannot be ended, and the reverse
    ("investment", "failed"): "terminated",
    ("merger_acquisition", "terminated"): "failed",
}
_STOPPED = frozenset({"suspended", "failed"})
_TOLD = frozenset({"status.word", "status.revived"})
_SAID = _TOLD | {"status.noun", "status.verb"}
_PARTY = "party "  # rows of an explanation, not of the record
_ASKED = frozenset({"proposed", "negotiating"})
_MADE = frozenset({"agreed", "signed", "ratified"})
_STALE_YEARS = 2
_SMALL = 3
_SHOWN = 30  # mentions whose sentences are kept as evidence
_UNNAMED = frozenset({"memorandum", "contract", "merger_acquisition", "joint_venture"})
_CLOSE = 8
_BOUGHT, _OBJECT = "merger_acquisition", 5  # links from an agreement to the verb that says what for


def read_deals(
    sentences: list[Sentence],
    actors: tuple[Actor, ...],
    figures: list[Draft],
    context: Context,
    metadata: Metadata,
) -> list[Draft]:
    """One draft of a :class:`Deal` for each agreement of the text."""
    roll = Roll({a.id: a for a in actors}, context.lexicon, context.home)
    roll.main = (own := main_sides(roll, figures)).state
    told, house = by_sentence(figures), roll.most_named()
    sentences = with_speakers(sentences, roll.actors, context.lexicon, own.firm)
    sentences = with_twins(with_houses(sentences, roll, own.firm), roll)
    mentions: list[Mention] = []
    for sentence in sentences:
        found = _read_sentence(sentence, roll, context)
        found = with_owned(found, read_owned(sentence, roll))
        if paid := read_paid(sentence, roll) or read_sums(sentence, roll):
            found = [m for m in with_owned(found, paid) if m.kind != "investment"]
        found = with_told(found, sentence, roll)
        if not any(m.kind for m in found):
            own_figures = told.get(sentence.span.start, ())
            found += (
                read_gifts(sentence, mentions, roll)
                or read_customers(sentence, mentions, roll)
                or read_received(sentence, roll)
                or read_lent(sentence, own_figures, roll)
                or read_lenders(sentence, roll)
                or read_planned(sentence, own_figures, roll, house)
            )
        found = read_several(found, roll)
        found += read_each(found, sentence, roll)
        lend_list(found, sentences, roll, context)
        before = sentences[sentence.number - 1] if sentence.number else None
        lend_parties(found, before, mentions, roll, own.firm)
        mentions += found
    mentions += read_tender_lines(sentences, mentions, roll)
    lend_customers(mentions, sentences, roll)
    add_own_to_mentions(mentions, own, roll)
    lend_pairs(mentions, sentences, roll, own.state)
    drafts: list[Draft] = []
    merged = merge_mentions(mentions, roll)
    for cluster in merged:
        add_borrower(cluster, own, roll)
        if cluster.kind in STATE_KINDS and any(m.kind in STATE_KINDS for m in cluster.mentions):
            add_own_side(cluster, own, roll)
    clusters = [c for c in merged if stands(c, roll)]
    for cluster in clusters:
        _members(cluster, own.state, roll)
        add_own_side(cluster, own, roll)
    clusters = [c for c in clusters if not is_lone(c, roll)]
    sign_listed(clusters, sentences, roll.lexicon)
    for cluster in clusters:
        draft = Draft()
        draft.set("id", f"d{len(drafts) + 1}", "order")
        _fill(draft, cluster, roll, context)
        _values(draft, cluster, figures)
        drafts.append(draft)
    give_sides(figures, clusters, sentences, roll)
    return drafts


def _read_sentence(sentence: Sentence, roll: Roll, context: Context) -> list[Mention]:
    """The mentions of one sentence: by nouns, else by verbs, which also complete "a deal" without sides."""
    found = read_mentions(sentence, roll, context)
    if any(_is_whole(m, roll) for m in found):
        return found
    if not any(m.stages and len(m.found.all) > 1 for m in found) and (bid := read_bids(sentence, roll)):
        return bid
    told = read_acts(sentence, roll, context)
    if not told or len(told[0].found.all) < 2:
        told = read_divested(sentence, roll) or told
    bare = all(
        m.kind == GENERIC or ((m.weak or (m.kind == "contract" and len(m.found.all) < 2)) and not m.stages)
        for m in found
        if m.kind
    )
    if not told and bare:
        told = read_verbs(sentence, roll)
        found = [m for m in found if not m.kind] if told else found
    return join_act(found, told[0]) if told else found


def _is_whole(mention: Mention, roll: Roll) -> bool:
    """Does a mention tell kind, sides and stage, so that no verb need be asked: not "in a separate deal"?"""
    parties = mention.found.all
    if not mention.kind or len(parties) < 2:
        return False
    if mention.kind in (GENERIC, TALKS) and any(map(roll.is_company, parties)):
        return mention.kind == GENERIC and bool(mention.stages) and not _is_to_buy(mention)
    return bool(mention.stages) or not mention.weak


def _is_to_buy(mention: Mention) -> bool:
    """Does a verb tell that an agreement is one to buy: "an agreement to buy Lorem"?"""
    chain = mention.sentence.chain
    near = chain.find("JY", mention.index + 1, min(mention.index + _OBJECT, len(chain)))
    return any(means_purchase(chain.values[i]) for i in near)


def as_deal(draft: Draft) -> Deal:
    """The finished record."""
    return Deal(**{name: value for name, value in draft.values.items() if not name.startswith(_PARTY)})


def _members(cluster: Cluster, home: str | None, roll: Roll) -> None:
    """The members of a known agreement are parties where the text names them; else who applies to it."""
    if cluster.treaty is None:
        return
    cluster.applicants = _applicants(cluster, home, roll)
    named = [id for id in roll.actors if id in cluster.treaty.members]
    cluster.parties = cluster.applicants or named or cluster.parties


def _applicants(cluster: Cluster, home: str | None, roll: Roll) -> list[str]:
    """The countries that want into an agreement of many: what the text says of it is all proposed."""
    treaty = cluster.treaty
    told = [m for m in cluster.mentions if any(s.status in _ASKED for s in m.stages)]
    if (
        treaty is None
        or not told
        or len(treaty.members) <= 2
        or len(told) < len({m for m, _ in cluster.stages})
    ):
        return []
    states = [id for m in told for id in m.found.all if roll.is_state(id)] or [home or ""]
    return [id for id in dict.fromkeys(states) if id and id not in treaty.members]


def _fill(draft: Draft, cluster: Cluster, roll: Roll, context: Context) -> None:
    first = cluster.mentions[0]
    draft.set("kind", cluster.kind, "deal.kind", first.span)
    name = _name(cluster)
    if name is not None:
        draft.set("name", name[0], "deal.name", name[1])
    draft.set("parties", read_roles(cluster, roll), f"party.{first.found.rule}", _party_span(first))
    for n, id in enumerate(cluster.parties, 1):
        draft.set(f"{_PARTY}{n}", roll.actors[id].name, *_why_party(cluster, id, roll))
    events = tuple(DealEvent(s.status, s.date, s.span) for _, s in cluster.stages)
    draft.set("events", events, "deal.stages", events[0].span if events else None)
    status, rule, stage, mention = _status(cluster, roll, context)
    threat = next((m.threat for m in cluster.mentions if m.threat is not None), None)
    if threat is not None and status in _MADE and cluster.kind in STATE_KINDS | {"other"}:
        status, rule, stage = "in_force", "status.threatened", None  # one can only leave what one is in
    draft.set("status", status, rule, stage.span if stage else threat)
    draft.set("date", stage.date if stage else None, "deal.date", stage.span if stage else None)
    draft.set("threatened", threat is not None and status in _BREAKABLE, "deal.threat", threat)
    places = dict.fromkeys(
        [mention.sentence.span, *(m.sentence.span for m in cluster.mentions[:_SHOWN] if m.kind)]
    )
    draft.set("evidence", tuple(places), "deal.evidence", mention.sentence.span)
    draft.set("products", _products(cluster), "deal.products")
    draft.set("confidence", deal_confidence(draft), "evidence")


def _name(cluster: Cluster) -> tuple[str, Span] | None:
    """The longest name that the text gives: of a known agreement, else words with capitals."""
    named = [m for m in cluster.mentions if m.treaty is not None]
    if not named:
        return next((name for m in cluster.mentions if (name := _proper(m)) is not None), None)
    spans = [(m.sentence.chain, m.named) for m in named if m.named is not None]
    chain, i = max(spans, key=lambda pair: pair[0].ends[pair[1]] - pair[0].starts[pair[1]])
    return chain.words(i), Span(chain.starts[i], chain.ends[i])


def _proper(mention: Mention) -> tuple[str, Span] | None:
    """A mention written as a name, with the countries before it: "China-Australia Free Trade Agreement"."""
    if not mention.kind or mention.kind in _UNNAMED:
        return None
    chain, first = mention.sentence.chain, mention.index
    words = [w for w in chain.words(first).replace("-", " ").split() if len(w) > _SMALL]
    if len(words) < 2 or not all(w[0].isupper() for w in words) or chain.words(first).isupper():
        return None
    while first > 0 and chain.tags[first - 1] in "-AaW":
        first -= 1
    span = Span(chain.starts[first], chain.ends[mention.index])
    return chain.text[span.start : span.end], span


def _why_party(cluster: Cluster, id: str, roll: Roll) -> tuple[str, Span | None]:
    """The rule that made an actor a party, and the words that name it beside the agreement."""
    told = [m for m in cluster.mentions if id in m.found.all]
    for mention in (*told, *cluster.mentions):
        chain, sentence = mention.sentence.chain, mention.sentence
        named = [i for i, ref in sorted(sentence.refs.items()) if roll.party(ref) == id]
        named += [i for i, refs in sorted(sentence.groups.items()) if id in refs]
        if named:
            rule = mention.found.rule if mention in told else "known"
            return f"party.{rule}", Span(chain.starts[named[0]], chain.ends[named[0]])
    known = roll.actors[id].mentions
    return "party.text", known[0] if known else None


def _party_span(mention: Mention) -> Span | None:
    chain, i = mention.sentence.chain, mention.found.index
    return None if i is None else Span(chain.starts[i], chain.ends[i])


def _status(cluster: Cluster, roll: Roll, context: Context) -> tuple[DealStatus, str, Stage | None, Mention]:
    """The latest status that the text gives: the furthest in the life of an agreement."""
    treaty = cluster.treaty
    stages = [(m, t) for m, s in cluster.stages if (t := fitted(s, cluster.kind)) is not None]
    stages = [(m, dated(s, cluster.kind, context)) for m, s in stages if not is_ahead(s, context)]
    stages = _current(_without_use(stages, cluster.kind))
    first = cluster.mentions[0]
    if treaty is not None and len(treaty.members) > 2:
        stages = [(m, s) for m, s in stages if s.rule != "status.left"]
    if treaty is not None and treaty.status == "in_force" and not cluster.applicants:
        stages = [(m, s) for m, s in stages if _tells(m, s, context)]
    if stages:
        mention, stage = max(stages, key=lambda pair: (RANK[pair[1].status], pair[1].rule in _TOLD))
        status = stage.status
        if first.new and status == "agreed" and stage.rule in ("status.negated", "status.to_come"):
            status = "negotiating"
        running = treaty is not None and treaty.status == "in_force" and not cluster.applicants
        if running and status in ("negotiating", "failed"):
            status = "renegotiating"
        if cluster.kind in STATE_KINDS and status in ("signed", "ratified") and _past(stage, context):
            status = status if any(map(_not_yet, (s for _, s in stages))) else "in_force"
        if cluster.kind in STATE_KINDS and status == "in_force" and any(map(_is_widened, cluster.mentions)):
            status = "renegotiating"
        if cluster.kind not in _VOTED and status == "ratified":
            status = "agreed"
        if cluster.kind == _BOUGHT and status in ("agreed", "signed") and _past(stage, context):
            status = "in_force"
        status = _ENDS.get((cluster.kind, status), status)
        return status, stage.rule, stage, mention
    if treaty is not None:
        return treaty.status, "status.treaty", None, first
    if cluster.kind in STATE_KINDS and any(is_known(m, roll) for m in cluster.mentions):
        return "in_force", "status.known", None, first
    if cluster.kind == "free_trade_agreement":
        settled = any(m.found.rule in ("between", "compound") for m in cluster.mentions)
        unsure = not settled and all("m" in m.sentence.chain.tags for m in cluster.mentions if m.kind)
        return ("proposed" if unsure else "in_force"), "status.default", None, first
    return _DEFAULT.get(cluster.kind, "agreed"), "status.default", None, first


def _current(stages: list[tuple[Mention, Stage]]) -> list[tuple[Mention, Stage]]:
    """The stages that hold: no stop before which a sentence places others, or after which talks went on.

    What is only implied (not signed: so agreed) gives way to talks that are told.
    """
    now = {m.sentence.number for m, s in stages if not s.earlier}
    stages = [(m, s) for m, s in stages if not s.earlier or m.sentence.number not in now or not _is_stop(s)]
    again = max((m.sentence.span.end for m, s in stages if s.rule == "status.revived"), default=-1)
    stages = [(m, s) for m, s in stages if s.status not in _STOPPED or s.span.start > again]
    talking = {m.sentence.number for m, s in stages if s.status == "negotiating" and s.rule in _TOLD}
    stages = [(m, s) for m, s in stages if not (talking and _is_implied(m, s, talking))]
    agreed = any(s.status == "agreed" and s.rule in _SAID for _, s in stages)
    return [(m, s) for m, s in stages if not (agreed and s.status == "signed" and s.rule not in _SAID)]


def _without_use(stages: list[tuple[Mention, Stage]], kind: str) -> list[tuple[Mention, Stage]]:
    """The stages but that a contract, just signed, is already used: "supplies it under a contract signed"."""
    signed = {m.sentence.number for m, s in stages if s.status == "signed"}
    signed = signed if kind == "contract" else set()
    return [(m, s) for m, s in stages if s.status != "in_force" or m.sentence.number not in signed]


def _is_stop(stage: Stage) -> bool:
    return RANK[stage.status] > RANK["in_force"]


def _is_implied(mention: Mention, stage: Stage, talking: set[int]) -> bool:
    """Does only a denial, or the noun beside talks in the same sentence, say that it is agreed?"""
    if stage.status != "agreed":
        return False
    noun = stage.rule == "status.noun" and mention.sentence.number in talking
    return noun or stage.rule == "status.negated"


def _tells(mention: Mention, stage: Stage, context: Context) -> bool:
    """Is it news that an agreement known to be in force is, or was, at this stage?"""
    if RANK[stage.status] >= RANK["in_force"]:
        return True
    if mention.kind == GENERIC or stage.status == "proposed" or _past(stage, context):
        return False
    if mention.threat is not None or not mention.found.all or (stage.date and context.reference is None):
        return False
    low, high = sorted((mention.index, stage.index))
    between = mention.sentence.chain.tags[low + 1 : high]
    return high - low <= _CLOSE and "," not in between and between != "o"


def _not_yet(stage: Stage) -> bool:
    """Is it told that an agreement is still not in force?"""
    return stage.word == "in_force" and stage.status != "in_force"


def _is_widened(mention: Mention) -> bool:
    """Are there talks about an agreement that is said to be in force: "talks to widen the pact of 2009"?"""
    if mention.old:
        return False
    talked = any(
        s.status == "negotiating" and s.index < mention.index and not s.earlier for s in mention.stages
    )
    return talked and any(s.status == "in_force" and s.index > mention.index for s in mention.stages)


def _past(stage: Stage, context: Context) -> bool:
    """Is the making of an agreement so long ago that it must have gone on since?"""
    if stage.status not in ("negotiating", "agreed", "signed", "ratified"):
        return False
    now = context.reference
    date = stage.date.end if stage.date else None
    return now is not None and date is not None and now.year - date.year >= _STALE_YEARS


def _values(draft: Draft, cluster: Cluster, figures: list[Draft]) -> None:
    """The ids of the sums that stand in the sentences of the agreement."""
    spans = [m.sentence.span for m in cluster.mentions[:_SHOWN] if m.kind]
    ids = tuple(
        f.get("id")
        for f in figures
        if f.get("kind") in _MONEY and any(f.get("span") in span for span in spans)
    )
    draft.set("values", ids, "deal.values")


def _products(cluster: Cluster) -> tuple[Product, ...]:
    found: dict[str, Product] = {}
    for mention in cluster.mentions:
        if not mention.kind:
            continue
        chain, i = mention.sentence.chain, mention.index
        for j in chain.find("T", max(i - 3, 0), min(i + 10, len(chain))):
            name, hs = chain.words(j), chain.values[j]
            found.setdefault(name.casefold(), Product(name, hs if isinstance(hs, str) else None))
    return tuple(found.values())
