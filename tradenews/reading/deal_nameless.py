"""Sentences that tell of an agreement without a word for it: "It was signed", "both negotiate on tariffs"."""

from __future__ import annotations

from collections.abc import Mapping

from tradenews.grammar.values import dimension_of, means_purchase
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.models.span import Span
from tradenews.reading.deal_mention import GOODS, TALKS, Mention
from tradenews.reading.deal_parties import Candidate, Found, find_parties, read_candidates
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import Stage
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_NEAR, _PAIR = 5, 2
_GOODS = frozenset("QTKJHN")
_JOINED = frozenset("&_,")
_BARGAINED = frozenset({"tariff", "price", "trade", "exports", "imports"})
_MEASURED = frozenset({"exports", "imports", "trade", "production", "sales", "price", "consumption"})
_DELIVERED = frozenset({"exports", "imports", "sales", "shipment"})
_OTHERS, _PREPOSITIONS = frozenset("TKH"), frozenset("nztuqoyα<")
_OWN = ("deal_words", "authorities", "owners")
_NOUN = regex("[_t]a?[lWKTHøV]")
_NAMED = 6  # links from an article in which its noun stands
_INVESTED = "investment"
_AT = 3  # links behind a status in which its subject stands
_OF_DUTIES = frozenset({"in_force", "suspended", "terminated"})
_STOPS = frozenset({"suspended", "terminated", "failed"})


def read_nameless(sentence: Sentence, stages: list[Stage], threat: Span | None, roll: Roll) -> list[Mention]:
    """A sentence that only goes on about the agreement named before: "It was signed on Friday"."""
    cands = read_candidates(sentence, roll)
    pair = _negotiators(sentence, stages, cands, roll) or _bargainers(sentence, stages, cands, roll)
    pair = pair or _talkers(sentence, stages, cands, roll)
    pair = pair or _signers(sentence, stages, cands, roll)
    pair = pair or _halted(sentence, stages, cands, roll)
    if pair is not None:
        return [pair]
    firm = [s for s in stages if s.status not in ("proposed", "agreed", "negotiating") and not s.only]
    if "Q" not in sentence.chain.tags:  # "shareholders accepted the terms"
        firm += [s for s in stages if s.only == ("merger_acquisition",) and s.status == "agreed"]
    firm = [s for s in firm if not _is_of_other(sentence, s, roll)]
    if not firm and threat is None:
        return []
    index = firm[0].index if firm else 0
    mention = Mention(sentence, index, "", stages=firm, threat=threat)
    if firm:
        mention.found = find_parties(sentence, index, (0, len(sentence.chain)), cands, index)
    return [mention]


def _is_of_other(sentence: Sentence, stage: Stage, roll: Roll) -> bool:
    """Is a word of status said of something else: "a new law took effect", "they rejected the criticism"?

    Its subject is a noun that means neither an agreement nor who makes one, or such a noun is its object.
    """
    tags, i = sentence.chain.tags, stage.index
    low = max(tags.rfind(mark, 0, i) for mark in ',;:s"') + 1
    if stage.status in _STOPS and set(tags[low:i]) & _OTHERS:
        return True
    names = roll.lexicon.lines["name_words"]
    own = {word for table in _OWN for word in names.get(table, ())}
    nouns = [j for j in (*range(low, i), i + 1) if _is_noun(sentence, j, names) and not _placed(tags, j)]
    if any(
        not own & {fold(sentence.chain.words(k)) for k in range(j + 1, min(j + _NAMED, len(tags)))}
        for j in nouns
    ):
        return True
    return stage.status in _STOPS and tags[i + 1 : i + 2] == "l" and not nouns


def _is_noun(sentence: Sentence, j: int, names: Mapping[str, tuple[str, ...]]) -> bool:
    """Does an article with a noun stand at link ``j``, not "this" with its verb?"""
    chain = sentence.chain
    if not _NOUN.match(chain.tags, j):
        return False
    article = chain.tags[j] == "_" or chain.words(j) in names.get("articles", ())
    return article and fold(chain.words(j + 1)) not in names.get("auxiliaries", ())


def _placed(tags: str, j: int) -> bool:
    """Does a preposition stand before the article at link ``j``?"""
    return j > 0 and tags[j - 1] in _PREPOSITIONS


def _signers(sentence: Sentence, stages: list[Stage], cands: list[Candidate], roll: Roll) -> Mention | None:
    """A firm that signed with another for goods, or agreed on so many: a contract without its noun.

    What a firm agrees on with a state is one, too: "agreed with the government on a 5 MW power station".
    """
    tags = sentence.chain.tags
    signed = [s for s in stages if s.status == "signed" and s.rule == "status.word"]
    agreed = [s for s in stages if s.word == s.status == "agreed" and s.rule == "status.word"]
    loose = not signed and not _counts_goods(sentence)
    signed = signed or agreed
    if not signed or not set(tags) & set("QT") or "u" not in tags:
        return None
    at = signed[0].index
    found = find_parties(sentence, at, (0, len(tags)), cands, at)
    if not found.rule.startswith("with") or len(found.all) != 2 or not any(map(roll.is_company, found.all)):
        return None
    if loose and not any(map(roll.is_state, found.all)):
        return None
    return Mention(sentence, at, "contract", found=found, stages=signed[:1])


def _counts_goods(sentence: Sentence) -> bool:
    """Does a sentence tell how many goods are to be delivered?"""
    chain = sentence.chain
    told = {str(chain.values[i]).partition(" ")[0].rstrip("?") for i in chain.find("KJH")}
    bought = any(means_purchase(chain.values[i]) for i in chain.find("DY"))
    return (bought or bool(told & _DELIVERED)) and any(
        dimension_of(chain.values[i]) in GOODS for i in chain.find("Q")
    )


def _negotiators(
    sentence: Sentence, stages: list[Stage], cands: list[Candidate], roll: Roll
) -> Mention | None:
    """Two states that negotiate on tariffs, prices or trade, or agreed on tariffs, without a noun for it."""
    chain = sentence.chain
    talks = [s for s in stages if s.status == "negotiating" and s.rule == "status.word"]
    done = [s for s in stages if s.status == "agreed" and s.rule == "status.word" and not s.only]
    told = (str(chain.values[i]) for i in chain.find("KJ")) if talks or done else ()
    topics = {value.partition(" ")[0].rstrip("?") for value in told}
    joint = not talks and "tariff" in topics and _is_joint(chain, done, cands)
    talks = done if joint else talks
    if not talks or not topics & _BARGAINED:
        return None
    cands = [c for c in cands if not c.placed and not c.goal and not c.source]
    ids = list(dict.fromkeys(id for c in cands for id in c.ids))
    near = [c for c in cands if abs(c.index - talks[0].index) <= _NEAR]
    others = sum(len(c.ids) for c in cands if c.via == "with")
    if len(ids) not in (2, 1 + max(others, 1)) or not (near or joint) or not all(map(roll.is_state, ids)):
        return None
    found = Found(firm=ids, rule="negotiators", index=cands[0].index)
    return Mention(sentence, talks[0].index, "trade_agreement", found=found, stages=talks[:1])


def _is_joint(chain: Chain, done: list[Stage], cands: list[Candidate]) -> bool:
    """Do two act together on what was agreed: "A and B have agreed", "A has agreed with B"?"""
    if not done or len(cands) < 2:
        return False
    between = chain.tags[cands[0].index + 1 : cands[-1].index]
    return set(between) <= _JOINED or between.rstrip("_o").endswith("u")


def _bargainers(
    sentence: Sentence, stages: list[Stage], cands: list[Candidate], roll: Roll
) -> Mention | None:
    """A firm that negotiates with somebody, or somebody with a firm: a contract in the making."""
    talks = [s for s in stages if s.status == "negotiating" and s.rule == "status.word"]
    if not talks:
        return None
    at = talks[0].index
    found = _partners(sentence, at, cands)
    firms = [id for id in found.all if roll.contracts(id)]
    unions = roll.lexicon.lines["name_words"].get("unions", ())
    if any(word in roll.actors[id].name.lower() for id in found.all for word in unions):
        return None  # on wages
    lone = len(found.all) == 1 and (found.rule == "with.before" or (found.index or 0) > at)
    if not found.rule.startswith("with") or not firms or not (lone or len(found.all) == 2):
        return None
    return Mention(sentence, at, "contract", found=found, stages=talks[:1])


def _partners(sentence: Sentence, at: int, cands: list[Candidate]) -> Found:
    """Who talks at link ``at`` and with whom; who stands right before a verb is no part of a compound."""
    found = find_parties(sentence, at, (0, len(sentence.chain)), cands, at)
    if found.rule == "compound" and any(c.via == "with" and set(c.ids) & set(found.all) for c in cands):
        found.rule = "with"
    return found


def _talkers(sentence: Sentence, stages: list[Stage], cands: list[Candidate], roll: Roll) -> Mention | None:
    """States that negotiate with each other; who one of them is, the text may have told before."""
    talks = [s for s in stages if s.status == "negotiating" and s.rule == "status.word"]
    if not talks or not set(sentence.chain.tags) & _GOODS:
        return None
    at = talks[0].index
    found = _partners(sentence, at, cands)
    states = found.all and all(map(roll.is_state, found.all))
    tags, side = sentence.chain.tags, found.index or 0
    if tags[side] == "a" and set(tags[max(side - 1, 0) : side + 2]) & set("øOW"):
        return None  # "with an Indian group"
    if tags[:side].rstrip("_")[-1:] == "n":
        return None  # "with buyers in India"
    if not states or not found.rule.startswith("with") or len(found.all) > _PAIR:
        return None
    return Mention(sentence, at, TALKS, found=found, stages=talks[:1])


def _halted(sentence: Sentence, stages: list[Stage], cands: list[Candidate], roll: Roll) -> Mention | None:
    """A project of a firm in a country that is stopped, with what it costs: the contract behind it.

    An investment it is where the words say so: what stops only such, what plans them.
    """
    ended = [s for s in stages if s.status in _STOPS and (not s.only or _INVESTED in s.only)]
    if not ended:
        return None
    own = any(_INVESTED in s.only for s in stages)
    firms = [c for c in cands if any(map(roll.is_company, c.ids)) and not c.placed]
    placed = [id for c in cands if c.placed for id in c.ids if roll.is_state(id)]
    chain = sentence.chain
    told = {str(chain.values[i]).partition(" ")[0].rstrip("?$") for i in chain.find("KJD")}
    own = own or _INVESTED in told
    sums = [chain.values[i] for i in chain.find("Q")]
    if not placed or len(firms) > 1 or told & _MEASURED:
        return None
    if not any(dimension_of(value) == "money" for value in sums):
        return None
    firm = firms[0].ids[:1] if firms else ()
    if not firm and not set("WH") & set(sentence.chain.tags):
        return None
    found = Found(firm=[*firm], loose=placed[:1], rule="halted", index=ended[0].index)
    return Mention(sentence, ended[0].index, _INVESTED if own else "contract", found=found, stages=ended[:1])


def not_of_duties(stages: list[Stage], chain: Chain) -> list[Stage]:
    """Without what is told of duties, no agreement: "the tariffs had been in place since December"."""
    duty = next((i for i in chain.find("K") if chain.values[i] == "tariff"), None)
    if duty is None:
        return stages
    return [stage for stage in stages if stage.index + _AT < duty or stage.status not in _OF_DUTIES]
