"""Words that speak of an agreement, sentence by sentence, each with kind, parties and stages."""

from __future__ import annotations

from itertools import islice

from attrs import evolve

from tradenews.grammar.context import Context
from tradenews.grammar.values import dimension_of
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon, Treaty
from tradenews.models.span import Span
from tradenews.reading.deal_acts import ordered_by
from tradenews.reading.deal_agents import read_bought_by
from tradenews.reading.deal_apposed import join_apposed, specify
from tradenews.reading.deal_customers import add_customer, add_recipient, find_land, is_asked
from tradenews.reading.deal_elided import after_sides, read_elided
from tradenews.reading.deal_invests import built_for, find_investor
from tradenews.reading.deal_lent import LENT
from tradenews.reading.deal_lists import read_besides, share_list
from tradenews.reading.deal_mention import (
    COOPERATION,
    DELIVERIES,
    GENERIC,
    GOODS,
    NO_DEAL,
    STATE_KINDS,
    TALKS,
    Mention,
)
from tradenews.reading.deal_modality import WHETHER, read_scopes
from tradenews.reading.deal_more import mark_one_more
from tradenews.reading.deal_nameless import not_of_duties, read_nameless
from tradenews.reading.deal_parties import (
    Candidate,
    Found,
    find_parties,
    read_candidates,
)
from tradenews.reading.deal_reading import has_cue, reread
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_stakes import mark_stake
from tradenews.reading.deal_status import (
    ANNOUNCED,
    DONE,
    OF_FIRMS,
    Stage,
    date_near,
    find_threat,
    fitted,
    nearest,
    read_stages,
    weigh_act,
)
from tradenews.reading.deal_subjects import is_of_duty, subject_kind
from tradenews.reading.deal_talks import going_on, part_talks
from tradenews.reading.deal_verb_sides import find_sides
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_PLAN = "/proposed"  # what ends the value of words that mean a plan
_CLOSE, _VERB_REACH = 3, 7
_GOODS_REACH = 8
_TRADED = ("exports", "imports")

_MOST, _AROUND = 16, 40  # mentions read in one sentence; links around one: no sentence is too long
_FALLEN = frozenset({"failed", "terminated"})
REPLACES, REPLACE_REACH = "replaces", 4
_ASKED = frozenset({"proposed", "negotiating"})
_BEFORE_NOUN = 3
_PAID_BY = {"financing": "finance", "investment": "investment"}
TENDER, BID = "tender", "bid"
_PRICE_REACH = 8


def read_mentions(sentence: Sentence, roll: Roll, context: Context) -> list[Mention]:
    """The mentions of one sentence, in order; a sentence with stages only gives one without a name."""
    if not has_cue(sentence.chain, context.lexicon):
        return []
    sentence = reread(sentence, context)
    chain = sentence.chain
    mentions = [m for i in islice(chain.find("D"), _MOST) if (m := _mention(sentence, i)) is not None]
    stages, threat = read_stages(sentence, context.lexicon), find_threat(chain)
    stages += [s for i in islice(chain.find("D"), _MOST) if (s := _offered(chain, i)) is not None]
    mentions, stages = part_talks(mentions, stages, sentence)
    if not mentions:
        return read_nameless(sentence, not_of_duties(stages, sentence.chain), threat, roll)
    for mention in mentions:
        if mention.kind == GENERIC:
            mention.kind = subject_kind(chain, mention.index, context.lexicon) or GENERIC
    for mention in mentions:
        mark_stake(mention)
    mentions = join_apposed(mentions, sentence)
    specify(mentions)
    _attach(mentions, stages, sentence)
    for mention in mentions:
        mention.another = mark_one_more(mention, context.lexicon) or _is_another(mention, context.lexicon)
    _mark_threat(mentions, chain, threat)
    cands = read_candidates(sentence, roll)
    for n, mention in enumerate(mentions):
        if mention.kind == "investment" and mention.verbal:
            mention.found = find_investor(mention.index, cands, roll, chain.tags)
            if customer := built_for(mention.index, mention.found, cands, roll):
                mention.kind, mention.found.loose = "contract", customer
        elif mention.verb:
            mention.found = find_sides(sentence, mention.index, cands, roll)
        else:
            mention.found = _parties(mentions, n, cands, sentence)
        if mention.kind == "contract":
            add_customer(mention, cands, roll)
            if fold(chain.words(mention.index)) in context.lexicon.lines["name_words"].get("orders", ()):
                _order(mention, cands, roll)
        if mention.kind == "investment" and not any(map(roll.is_state, mention.found.all)):
            lands = [id for c in cands if c.placed for id in c.ids if roll.is_state(id)]
            mention.found.loose += lands[:1]  # "gives up its factory in Slovakia"
        if mention.kind == "contract" and not mention.found.all:
            mention.found = find_land(mention, cands, roll)
        if not mention.stages and (told := _settled(mention, cands, roll)) is not None:
            mention.stages.append(told)
        if mention.kind == TALKS and not mention.stages:
            mention.stages += going_on(mention, roll)
        if mention.tender:
            named = (roll.home(id) or id for c in cands if not c.placed for id in c.ids)
            mention.found.loose = [id for id in dict.fromkeys(named) if id in roll.actors]
        if mention.kind == GENERIC and any(map(roll.is_bloc, mention.found.all)):
            _states_only(mention.found, roll)
        if mention.kind in STATE_KINDS or mention.kind == "other":
            if len(mentions) == 1:
                _only_pair(mention, cands, roll)
            _states_only(mention.found, roll, as_union=mention.kind in STATE_KINDS)
    share_list(mentions, sentence, context.lexicon)
    mentions += read_besides(mentions, sentence, context.lexicon)
    mentions += read_elided(mentions, stages, sentence, cands)
    ordered = any(m.kind == "contract" for m in mentions)
    return [m for m in mentions if not (ordered and m.verb and not m.found.all)]  # "the order acquired"


def _mark_threat(mentions: list[Mention], chain: Chain, threat: Span | None) -> None:
    """The threat of a sentence belongs to the agreement nearest to it."""
    if threat is None:
        return
    start = next(i for i, at in enumerate(chain.starts) if at >= threat.start)
    place = nearest(chain, start, [m.index for m in mentions])
    for mention in mentions:
        if mention.index == place:
            mention.threat = threat


def _offered(chain: Chain, i: int) -> Stage | None:
    """A word of bidding without a price, which may be said of any agreement: "offered Chile a treaty"."""
    kind, _, status = str(chain.values[i]).partition("/")
    if kind != BID or status != "proposed" or _is_priced(chain, i):
        return None
    return Stage(i, "proposed", "status.word", Span(chain.starts[i], chain.ends[i]), word=status)


def _order(mention: Mention, cands: list[Candidate], roll: Roll) -> None:
    """A verb of ordering, the firm that orders goods named alone: "Rederij Lorem bestelde drie slepers"."""
    chain, i = mention.sentence.chain, mention.index
    found = ordered_by(mention.sentence, i, [c for c in cands if not (c.placed or c.source)], roll)
    status = weigh_act(chain, i, "agreed")[0]
    if found is None or status in (None, "failed"):
        return
    mention.found = found
    mention.stages = mention.stages or [Stage(i, status, "status.verb", mention.span, date_near(chain, i))]


def _settled(mention: Mention, cands: list[Candidate], roll: Roll) -> Stage | None:
    """The stage of an order or a loan that names both sides and the sum: "is to get a loan of 5 from X"."""
    if mention.kind == "merger_acquisition":
        return read_bought_by(mention, cands, roll)
    if not mention.weak:
        return None
    chain, i, parties = mention.sentence.chain, mention.index, mention.found.all
    if mention.kind not in ("contract", "financing") or mention.tender or len(parties) != 2:
        return None
    sides = roll.lends if mention.kind == "financing" else roll.is_company
    if not any(map(sides, parties)) or "Q" not in chain.tags[max(i - 2, 0) : i + 4]:
        return None
    status, rule = weigh_act(chain, i, "agreed")
    if status is None or status == "failed":
        return None
    return Stage(i, status, rule, mention.span, date_near(chain, i))


def _is_another(mention: Mention, lexicon: Lexicon) -> bool:
    """ "A maintenance contract is being negotiated": not the one of which the text spoke as made."""
    told = {s.status for s in mention.stages}
    if not told or told - _ASKED or mention.treaty is not None:
        return False
    chain, words = mention.sentence.chain, lexicon.lines["name_words"].get("indefinite", ())
    if mention.kind not in LENT | {"financing"}:
        return mention.kind in (GENERIC, *STATE_KINDS) and _is_fuller(mention, lexicon)
    if chain.words(mention.index).split(" ")[0].casefold() in words:
        return True
    for i in range(mention.index - 1, max(mention.index - _BEFORE_NOUN, 0) - 1, -1):
        if fold(chain.words(i)) in words:
            return True
        if chain.tags[i] == "_":
            return False
    return False


def _is_fuller(mention: Mention, lexicon: Lexicon) -> bool:
    """ "A comprehensive agreement", to follow the one made: "a preliminary deal is in force"."""
    chain, words = mention.sentence.chain, lexicon.lines["name_words"].get("fuller", ())
    near = fold(chain.words(max(mention.index - _BEFORE_NOUN, 0), min(mention.index + 2, len(chain))))
    return not set(near.split()).isdisjoint(words) or any(word in near for word in words if len(word) <= 2)


def _states_only(found: Found, roll: Roll, *, as_union: bool = True) -> None:
    """Nobody but states is party to an agreement where a sentence names one; the Union trades as one."""
    if any(map(roll.is_state, found.all)):
        state = roll.union if as_union else str
        found.firm = list(dict.fromkeys(state(id) for id in found.firm if roll.is_state(id)))
        found.loose = list(dict.fromkeys(state(id) for id in found.loose if roll.is_state(id)))


def _only_pair(mention: Mention, cands: list[Candidate], roll: Roll) -> None:
    """Where a sentence on a trade agreement names just two states, it is theirs."""
    states = dict.fromkeys(id for c in cands if not c.source for id in c.ids if roll.is_state(id))
    if len(states) == 2 and len(mention.found.all) < 2:
        mention.found.loose = [id for id in states if id not in mention.found.firm]


def _mention(sentence: Sentence, i: int) -> Mention | None:
    chain = sentence.chain
    value = chain.values[i]
    if isinstance(value, Treaty):
        return Mention(sentence, i, value.kind, value, i)
    if value in (NO_DEAL, COOPERATION):
        return None
    kind, _, status = value.partition("/")
    if kind.endswith("$") and not _costs(chain, i):
        return None
    kind = kind.rstrip("$")
    weak, new, like = (kind.endswith(mark) for mark in "?+=")
    verb = kind.endswith("!") or (kind == "merger_acquisition" and status in ("agreed", "in_force"))
    mention = Mention(sentence, i, kind.rstrip("?+!="), weak=weak, new=new, like=like, verb=verb)
    if kind == TENDER:
        mention.kind, mention.tender, mention.weak = "contract", True, True
    if mention.kind == "merger_acquisition" and (weak or verb) and _of_goods(chain, i):
        return None  # "the purchase of gas", "will buy 20 trains"
    if mention.kind == BID:
        if not _is_priced(chain, i):
            return None
        mention.kind, mention.weak, mention.verb = "merger_acquisition", not status, bool(status)
        mention.bid = True
    before = range(max(i - REPLACE_REACH, 0), i)
    mention.old = any(chain.tags[j] == "Y" and chain.values[j] == REPLACES for j in before)
    if status:
        told, rule = weigh_act(chain, i, status) if mention.verb else (status, "status.noun")
        span = Span(chain.starts[i], chain.ends[i])
        if told is not None:
            mention.stages.append(Stage(i, told, rule, span, date_near(chain, i)))
    if mention.kind == GENERIC and chain.tags[i - 1 : i] == "K" and chain.values[i - 1] == "trade":
        mention.kind = "trade_agreement"
    if mention.tender and "J" in chain.tags:
        j = chain.tags.index("J")
        mention.stages.append(Stage(j, "agreed", "status.tender", Span(chain.starts[j], chain.ends[j])))
    mention.goods = (
        "T" in chain.tags[max(i - 2, 0) : i]
        or "Q" in chain.tags[max(i - 3, 0) : i]
        or "T" in chain.tags[i : i + _GOODS_REACH].partition(",")[0]
        or any(_is_goods(chain.values[j]) for j in chain.find("Q", i, i + _CLOSE + 2))
        or any(str(chain.values[j]).startswith(DELIVERIES) for j in chain.find("KJH", i, i + _GOODS_REACH))
        or _trades_goods(chain)
    )
    around = range(max(i - _AROUND, 0), min(i + _AROUND, len(chain)))
    mention.cooperation = any(chain.tags[j] == "D" and chain.values[j] == COOPERATION for j in around)
    return mention


def _trades_goods(chain: Chain) -> bool:
    """Does a sentence tell that so many tonnes or pieces are bought or sold?"""
    traded = any(str(chain.values[j]).startswith(_TRADED) for j in chain.find("J"))
    return traded and any(dimension_of(chain.values[j]) in GOODS for j in chain.find("Q"))


def _costs(chain: Chain, i: int) -> bool:
    """Does a sum stand right before the works at link ``i``: "a $500 million plant"?"""
    return chain.tags[i - 1 : i] == "Q" and dimension_of(chain.values[i - 1]) == "money"


def _of_goods(chain: Chain, i: int) -> bool:
    """Is what the word at link ``i`` says is bought goods, no firm: "the purchase of gas"?"""
    follow = chain.tags[i + 1 : i + 2]
    if follow != "Q":
        return follow in ("T", "H")
    return dimension_of(chain.values[i + 1]) in GOODS


def _is_goods(value: object) -> bool:
    """Is an amount one of goods: a weight, a volume?"""
    return dimension_of(value) in ("mass", "volume")


def _is_priced(chain: Chain, i: int) -> bool:
    """Does a sum of money stand beside an offer, and no quantity of goods?"""
    near = chain.find("Q", max(i - _CLOSE, 0), min(i + _PRICE_REACH, len(chain)))
    found = {dimension_of(chain.values[j]) for j in near}
    return "money" in found and not found & {"mass", "volume"}


def _attach(mentions: list[Mention], stages: list[Stage], sentence: Sentence) -> None:
    planned = any(str(m.sentence.chain.values[m.index]).endswith(_PLAN) for m in mentions)
    for stage in stages:
        if planned and (stage.word == ANNOUNCED or (stage.only and stage.rule == "status.noun")):
            continue  # "announced a takeover bid", "an offer to buy": a plan, and no more is agreed
        fit = [m.index for m in mentions if _meant(m, stage) and not _begins(sentence.chain, m.index, stage)]
        place = nearest(sentence.chain, stage.index, fit)
        for mention in mentions:
            if mention.index != place or any(s.index == stage.index for s in mention.stages):
                continue
            if stage.word == DONE and _is_purchase(mention):
                stage = evolve(stage, status="in_force")
            if (told := fitted(stage, mention.kind)) is not None:
                mention.stages.append(told)
    scopes = read_scopes(sentence.chain)
    sales = [s for s in stages if s.only == ("merger_acquisition",) and s.status in ("agreed", "in_force")]
    for mention in mentions:
        if mention.kind == "contract" and not mention.stages and sales and not mention.weak:
            told = evolve(sales[0], status="agreed", only=(), rule="status.verb")
            mention.stages.append(told)  # "sold 12 aircraft to X under a contract"
        if mention.kind in _PAID_BY and mention.weak and not mention.stages:
            mention.stages += _paying(sentence.chain, mention.index, _PAID_BY[mention.kind])
        if not mention.stages and not mention.weak and scopes.over(WHETHER, mention.index):
            stage = Stage(mention.index, "negotiating", "status.conditional", mention.span)
            mention.stages.append(stage)


def _paying(chain: Chain, i: int, verb: str) -> list[Stage]:
    """The verb of lending or investing before what is paid: "otorgará a Honduras un crédito"."""
    verbs = chain.find("J", max(i - _VERB_REACH, 0), i)
    j = next((j for j in verbs if str(chain.values[j]).startswith(verb)), None)
    status = weigh_act(chain, j, "agreed")[0] if j is not None else None
    if j is None or status is None:
        return []
    return [Stage(j, status, "status.verb", Span(chain.starts[j], chain.ends[j]), date_near(chain, j))]


def _begins(chain: Chain, place: int, stage: Stage) -> bool:
    """Does the word open a clause of its own, its subject behind it: "an order won, abandoned the plant"?"""
    j = stage.index
    after = chain.tags[j + 1 : j + 3]
    opens = place < j and chain.tags[j - 1] == "," and after[:1] in tuple("_tWl")
    return opens and stage.status in _FALLEN and chain.values[place] != TALKS


def _is_purchase(mention: Mention) -> bool:
    """Do the words themselves name a purchase, not the contract on one?"""
    return str(mention.sentence.chain.values[mention.index]).startswith("merger_acquisition")


def _meant(mention: Mention, stage: Stage) -> bool:
    """May the word speak of this deal? What is modernised beside a loan is a port, not the loan."""
    if stage.only and mention.kind not in stage.only:
        return False
    if stage.status == "in_force" and is_of_duty(mention, stage):
        return False
    if stage.status == "renegotiating" and mention.kind in OF_FIRMS:
        tags = mention.sentence.chain.tags
        own = mention.kind == "contract" and tags[stage.index + 1 : stage.index + 2] not in ("_", "T", "o")
        return 0 < mention.index - stage.index <= _CLOSE or (own and stage.index > mention.index)
    return True


def _parties(mentions: list[Mention], n: int, cands: list[Candidate], sentence: Sentence) -> Found:
    mention, size = mentions[n], len(sentence.chain)
    low = after_sides(mentions[n - 1], cands) if n else 0
    high = mentions[n + 1].index if n + 1 < len(mentions) else size
    verb = mention.stages[-1].index if mention.stages else None
    found = find_parties(sentence, mention.index, (low, high), cands, verb)
    if mention.kind in ("financing", "contract") and len(found.all) == 1:
        apart = range(low, high) if mention.kind == "contract" else range(mention.index, high)
        if mention.kind == "financing" and is_asked(mention):  # "asked the IMF for a loan"
            others = [c for c in cands if not (c.placed or c.source) and not set(c.ids) & set(found.all)]
            found.loose += [id for c in others[:1] for id in c.ids]
        else:
            add_recipient(found, [c for c in cands if c.index in apart], mention, sentence)
    if mention.kind == "financing" and len(found.all) == 1 and verb is not None:
        between = [c for c in cands if verb < c.index < mention.index and not (c.placed or c.source)]
        found.loose += [id for c in between[:1] for id in c.ids if id not in found.all]  # "lent X a sum"
    if mention.kind == "joint_venture" and len(found.all) == 1 and is_asked(mention):
        add_recipient(found, [c for c in cands if low <= c.index < high], mention, sentence)
    if len(found.all) < 2 and n:
        first = mentions[0].index
        head = [c for c in cands if c.index < first and not c.placed]
        if head and not set(head[0].ids) & set(found.all):
            found.loose.extend(head[0].ids)
        elif not head:  # "Peru negotiates a pact with India, and signed the one with China"
            found.loose += [id for id in mentions[n - 1].found.loose[:1] if id not in found.all]
    return found
