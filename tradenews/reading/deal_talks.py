"""Talks: a stage of the agreement that a sentence names, and what is agreed where it is only to talk."""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.values import dimension_of
from tradenews.reading.deal_mention import GENERIC, GOODS, TALKS, Mention
from tradenews.reading.deal_modality import is_negated
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import Stage, date_near
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_REACH = 8
_OF_TALKS = frozenset({"negotiating", "agreed", "failed", "suspended", "signed", "terminated"})
_BARGAINED = frozenset({"tariff"})
_SIDES, _OTHER = ("with", "between"), frozenset("KJTYVHn")
_NO_OBJECT = frozenset(";:sDα<&")
_OPENS = frozenset("ltVJY,")


def part_talks(
    mentions: list[Mention], stages: list[Stage], sentence: Sentence
) -> tuple[list[Mention], list[Stage]]:
    """Talks about a named agreement are a stage of it; without one they stand as themselves."""
    talks = [m for m in mentions if m.kind == TALKS]
    others = [m for m in mentions if m.kind != TALKS]
    if talks and others and all(_is_lack(m) for m in others):
        mentions, others = talks, []  # "The talks ended without an agreement"
    if not talks or not others:
        if talks and _is_of_trade(sentence.chain) and not any(s.status in _OF_TALKS for s in stages):
            at = talks[0].index
            going = Stage(at, "negotiating", "status.talks", talks[0].span, date_near(sentence.chain, at))
            stages = [going]  # the duty is in force, not the talks
        return mentions, _agreed_to_talk(stages, [], sentence.chain)
    talked = [
        Stage(m.index, "negotiating", "status.talks", m.span, date_near(sentence.chain, m.index))
        for m in talks
    ]
    behind = [s for s in stages if s.status != "in_force" or s.index < others[0].index]
    told = [t for t in talked if not any(abs(s.index - t.index) <= _REACH for s in behind)]
    stages = _agreed_to_talk(stages, talked, sentence.chain)
    return others, sorted(stages + told, key=lambda s: s.index)


def _is_lack(mention: Mention) -> bool:
    """Does "without" stand right before "an agreement"?"""
    chain, i = mention.sentence.chain, mention.index
    lack = chain.tags[i - 1 : i] == "g" or (chain.tags[i - 1 : i] == "Y" and chain.values[i - 1] == "failed")
    return mention.kind == GENERIC and i > 0 and lack


def going_on(talks: Mention, roll: Roll) -> list[Stage]:
    """Talks with somebody of which nothing tells where they stand: they are held."""
    chain, i, sides = talks.sentence.chain, talks.index, talks.found.all
    whole = len(sides) > 1 or any(map(roll.contracts, sides))
    low, high = sorted((i, talks.found.index or i))
    if set(chain.tags[low + 1 : high]) & _OTHER:  # "focused on trade between the two", "with buyers in Peru"
        return []
    if not whole or not talks.found.rule.startswith(_SIDES) or is_negated(chain, i):
        return []
    return [Stage(i, "negotiating", "status.talks", talks.span, date_near(chain, i))]


def _is_of_trade(chain: Chain) -> bool:
    """Does the sentence say that goods, duties or trade are talked about?"""
    if any(dimension_of(chain.values[i]) in GOODS for i in chain.find("Q")):
        return True
    return any(str(chain.values[i]).partition(" ")[0].rstrip("?") in _BARGAINED for i in chain.find("KJ"))


def _agreed_to_talk(stages: list[Stage], talked: list[Stage], chain: Chain) -> list[Stage]:
    """ "They agreed to open talks", "signed terms for negotiating a treaty": what is agreed is to talk."""
    opened = talked + [s for s in stages if s.status == "negotiating"]
    kept = []
    for stage in stages:
        if stage.status in ("agreed", "signed") and not stage.only:
            talks = next((t for t in opened if _is_object(chain, stage.index, t.index)), None)
            if talks is not None:
                stage = evolve(stage, status="negotiating", rule="status.talks")
        kept.append(stage)
    return kept


def _is_object(chain: Chain, verb: int, place: int) -> bool:
    """Are the talks at link ``place`` to be opened by what the verb before tells: "agreed to open talks"?

    "They closed the talks" is another matter, and what happened in talks too.
    """
    between = chain.tags[verb + 1 : place]
    if not 0 < place - verb <= _REACH or set(between) & _NO_OBJECT:
        return False
    opens = set(between) & _OPENS or chain.tags[place + 1 : place + 2] == "t"
    opens = opens or (chain.tags[place] == "Y" and chain.adjacent(place))
    return bool(opens) and between.rstrip("_")[-1:] not in tuple("nuq=")
