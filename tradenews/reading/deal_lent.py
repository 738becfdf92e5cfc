"""Parties that stand in the sentence before: "a contract to that end was signed", "it acquires X"."""

from __future__ import annotations

from tradenews.grammar.values import dimension_of
from tradenews.lexicon.forms import fold
from tradenews.reading.deal_customers import IN_LAND
from tradenews.reading.deal_mention import GENERIC, STATE_KINDS, TALKS, Mention
from tradenews.reading.deal_paid import PAID
from tradenews.reading.deal_parties import Found, read_candidates
from tradenews.reading.deal_roll import Roll
from tradenews.reading.sentence import Sentence

LENT = frozenset({"contract", "memorandum", "joint_venture", "merger_acquisition"})
_OF_TWO_FIRMS = frozenset({"joint_venture", "merger_acquisition"})
_SIGNERS = 4
_SIDES, _OPENING, _NEXT = ("with", "between", "for", "held"), 3, 2
_OF_ONE = frozenset({"contract", "memorandum", "joint_venture", GENERIC, TALKS})
_OF_STATES = STATE_KINDS | {"other", "memorandum", GENERIC, TALKS}
_BESIDE, _TITLE = ("with", "for"), 4
_HEADS = ("title", "heading")
_GRANTED = frozenset({"agreed", "signed", "in_force"})
_FAR = 40  # agreements back to a loan that was told


def lend_parties(
    mentions: list[Mention], before: Sentence | None, earlier: list[Mention], roll: Roll, house: str | None
) -> None:
    """ "A contract to that end was signed": its parties are the firm and the other side named before."""
    for mention in mentions:
        if earlier and _is_of_loan(mention, earlier[-1]):
            mention.kind = "financing"  # "the credit line goes up. The agreement was signed"
            if len(mention.found.all) < len(earlier[-1].found.all):
                mention.found = earlier[-1].found
        if earlier and _is_same_contract(mention, earlier, roll):
            mention.found = Found()
        elif before is not None and _lacks_investor(mention, before, roll):
            _lend_investor(mention, before, roll, house)
        elif before is not None and _lacks_buyer(mention, roll):
            _lend_buyer(mention, before, roll)
        elif before is not None and _lacks_subject(mention, before, roll, house):
            _lend_subject(mention, before, roll, house)
        elif before is not None and _lacks_other(mention, before, roll):
            _lend_other(mention, before, roll)
        elif before is not None and _lacks_state(mention, before, roll):
            _lend_state(mention, before, roll)
        elif before is not None and _lacks_taker(mention, before, roll) and not _is_told_of(earlier):
            _lend_taker(mention, before, roll)
    bare = [m for m in mentions if m.kind in LENT | STATE_KINDS and m.stages and not m.found.all]
    two = any(m.kind in _OF_TWO_FIRMS and m.sentence.groups for m in mentions)
    if not (bare or two) or before is None or before.block is not mentions[0].sentence.block:
        return
    talks = next((m for m in earlier[-1:] if m.kind == TALKS and m.sentence.number == before.number), None)
    named = [c for c in read_candidates(before, roll) if not c.placed and not c.source]
    ids = (
        talks.found.firm
        if talks and len(talks.found.firm) > 1
        else list(dict.fromkeys(id for c in named for id in c.ids))
    )
    firms, states = any(map(roll.is_company, ids)), all(map(roll.is_state, ids))
    both = [id for id in ids if roll.is_company(id)]
    for mention in mentions:  # "the two" are firms, if they found a company
        own = (
            mention.kind in _OF_TWO_FIRMS and mention.found.all and all(map(roll.is_state, mention.found.all))
        )
        if own and len(both) == 2 and len(mention.sentence.groups):
            mention.found = Found(firm=both, rule="before")
    for mention in bare:
        paper = mention.kind == "memorandum" and states and 2 <= len(ids) <= _SIGNERS
        pact = mention.kind in STATE_KINDS and states and len(ids) == 2
        if paper or pact or (mention.kind in LENT and firms and len(ids) == 2):
            mention.found = Found(loose=list(ids), rule="before")


def _is_of_loan(mention: Mention, last: Mention) -> bool:
    """Is "the agreement" that on the loan told right before, of which nothing else said where it stands?"""
    loan = last.kind == "financing" and last.weak and not last.stages and bool(last.found.all)
    near = mention.sentence.number - last.sentence.number == 1
    made = any(s.status in ("agreed", "signed") for s in mention.stages)
    return (
        loan and near and made and mention.kind == GENERIC and set(mention.found.all) <= set(last.found.all)
    )


def _is_same_contract(mention: Mention, earlier: list[Mention], roll: Roll) -> bool:
    """Does a sentence open with "the contract" told right before: who else it names is no side of it?"""
    chain, i, last = mention.sentence.chain, mention.index, earlier[-1]
    known = mention.kind == last.kind == "contract" and len(last.found.all) > 1
    if not known or mention.another or mention.found.rule.startswith(_SIDES) or i > _OPENING:
        return False
    indefinite = roll.lexicon.lines["name_words"].get("indefinite", ())
    definite = i > 0 and chain.tags[i - 1] in "_o" and fold(chain.words(i - 1)) not in indefinite
    return definite and 0 < mention.sentence.number - last.sentence.number <= _NEXT


def _lacks_investor(mention: Mention, before: Sentence, roll: Roll) -> bool:
    """Is only the country named in which somebody builds: "It will pour 5 million into its plant in Peru"?"""
    lands = mention.found.all
    bare = bool(lands) and all(map(roll.is_state, lands)) and mention.sentence.block is before.block
    built = mention.kind == "investment" or mention.found.rule == IN_LAND
    return bare and built and bool(mention.stages) and "Q" in mention.sentence.chain.tags


def _lend_investor(mention: Mention, before: Sentence, roll: Roll, house: str | None) -> None:
    """The firm that acts in the sentence before, else the ``house`` that the text is about."""
    cands = [c for c in read_candidates(before, roll) if not (c.placed or c.source or c.goal or c.via)]
    firms = [id for c in cands for id in c.ids if roll.is_company(id)]
    mention.found.firm += firms[:1] or ([] if house is None else [house])


def _lacks_buyer(mention: Mention, roll: Roll) -> bool:
    """Is what is bought behind the verb all that is named: "it acquires 85 percent of X"?"""
    found = mention.found
    lone = len(found.all) == 1 and roll.is_company(found.all[0]) and found.index is not None
    return mention.kind == "merger_acquisition" and lone and (found.index or 0) > mention.index


def _lacks_subject(mention: Mention, before: Sentence, roll: Roll, house: str | None) -> bool:
    """Is only the other side named: "It buys 24 helicopters. The deal with X", "With Y it has a contract"?"""
    found, same = mention.found, mention.sentence.block is before.block or house is not None
    beside = found.rule.startswith(_BESIDE) or _is_agent(mention)
    beside = beside and len(found.all) == 1 and roll.contracts(found.all[0])
    plain = mention.treaty is None and not (mention.tender or mention.like)
    return same and beside and plain and mention.kind in _OF_ONE


def _lacks_other(mention: Mention, before: Sentence, roll: Roll) -> bool:
    """Does only who tells of the contract stand beside it: "The contract was signed, the utility said"?"""
    found, chain, i = mention.found, mention.sentence.chain, mention.index
    lone = len(found.all) == 1 and not found.firm and roll.is_company(found.all[0])
    told = lone and mention.kind == "contract" and not (mention.weak or mention.like or mention.new)
    indefinite = roll.lexicon.lines["name_words"].get("indefinite", ())
    known = i > 0 and chain.tags[i - 1] in "_o" and fold(chain.words(i - 1)) not in indefinite
    return told and known and bool(mention.stages) and mention.sentence.block is before.block


def _lacks_state(mention: Mention, before: Sentence, roll: Roll) -> bool:
    """Is only the other state named, who acts told by a pronoun or not at all: "It has signed with Chile"?"""
    found, chain = mention.found, mention.sentence.chain
    alone = found.rule.startswith("with") and len(found.all) == 1 and roll.is_state(found.all[0])
    pronouns = roll.lexicon.lines["name_words"].get("pronouns", ())
    opens = chain.tags[:1] == "Y" or any(fold(chain.words(i)) in pronouns for i in range(min(2, len(chain))))
    plain = mention.treaty is None and not mention.like
    return alone and opens and plain and mention.kind in _OF_STATES and mention.sentence.block is before.block


def _lacks_taker(mention: Mention, before: Sentence, roll: Roll) -> bool:
    """Is only the bank named that grants a sum: "Moldova gets 250 million. The EIB gives 100 million"?"""
    alone = mention.kind == "financing" and len(mention.found.all) == 1 and bool(mention.stages)
    made = alone and all(s.status in _GRANTED for s in mention.stages) and roll.lends(mention.found.all[0])
    headed = before.block.kind in _HEADS
    near = headed or (before.block is mention.sentence.block and _has_money(before))
    return made and near and _has_money(mention.sentence)


def _has_money(sentence: Sentence) -> bool:
    chain = sentence.chain
    return any(dimension_of(chain.values[i]) == "money" for i in chain.find("Q"))


def _is_told_of(earlier: list[Mention]) -> bool:
    """Did the text tell of a loan before: who borrows is known from it?"""
    return any(m.kind == "financing" and len(m.found.all) > 1 for m in earlier[-_FAR:])


def _lend_taker(mention: Mention, before: Sentence, roll: Roll) -> None:
    """The one country or firm of which the sentence before speaks."""
    cands = [c for c in read_candidates(before, roll) if not (c.source or c.placed) and len(c.ids) == 1]
    ids = dict.fromkeys(c.ids[0] for c in cands if not roll.lends(c.ids[0]))
    states = [id for id in ids if roll.is_state(id)]
    takers = [id for id in ids if roll.is_company(id)] or states
    if len(takers) == 1 and takers[0] != roll.home(mention.found.all[0]):
        mention.found.loose += takers


def _lend_state(mention: Mention, before: Sentence, roll: Roll) -> None:
    """The state that acts in the sentence before, of several the first."""
    cands = (c for c in read_candidates(before, roll) if not (c.placed or c.source or c.goal or c.via))
    states = (id for c in cands for id in c.ids if roll.is_state(id))
    mention.found.loose += [id for id in states if not roll.is_one(id, mention.found.all[0])][:1]


def _lend_other(mention: Mention, before: Sentence, roll: Roll) -> None:
    """The only other one that the sentence before names beside the company that is named again."""
    cands = [c for c in read_candidates(before, roll) if not (c.placed or c.source)]
    ids = dict.fromkeys(id for c in cands for id in c.ids)
    if len(ids) == 2 and mention.found.all[0] in ids:
        mention.found.loose = list(ids)


def _is_agent(mention: Mention) -> bool:
    """Is the side told by "by": "is to be built by X under a contract"?"""
    at = mention.found.index
    return at is not None and mention.sentence.chain.tags[max(at - _TITLE, 0) : at].rstrip("_aøl").endswith(
        "y"
    )


def _lend_subject(mention: Mention, before: Sentence, roll: Roll, house: str | None) -> None:
    """The ``house`` that the text is about, else who acts in the sentence before.

    That is the first that it names, no place and no source.
    """
    if house is not None and house not in mention.found.all:
        mention.found.loose.append(house)
        return
    cands = [c for c in read_candidates(before, roll) if not (c.placed or c.source or c.goal)]
    first = cands[0].ids if cands and len(cands[0].ids) == 1 else ()
    other = mention.found.all[0]
    if first and first[0] not in (other, roll.home(other)):
        mention.found.loose += first if mention.kind != TALKS or not roll.is_state(first[0]) else ()


def _lend_buyer(mention: Mention, before: Sentence, roll: Roll) -> None:
    """The company that the sentence before names first."""
    cands = [c for c in read_candidates(before, roll) if not c.placed and not c.source]
    firms = [id for c in cands for id in c.ids if roll.is_company(id)]
    if firms and firms[0] not in mention.found.all:
        rule = PAID if mention.found.rule == PAID else "before"
        mention.found = Found(firm=[firms[0], *mention.found.all], rule=rule, index=mention.found.index)
