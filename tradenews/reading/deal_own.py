"""The side that goes without saying: whom the text is about."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from tradenews.models.actor import Actor
from tradenews.reading.deal_acts import ORDERED
from tradenews.reading.deal_cluster import Cluster
from tradenews.reading.deal_mention import GENERIC, STATE_KINDS, TALKS, Mention
from tradenews.reading.deal_roll import UNION, Roll
from tradenews.reading.draft import Draft

_FLOWS = frozenset({"exports", "imports", "trade", "balance", "production", "gdp"})
_STOPPED = frozenset({"failed", "terminated", "suspended"})
_FOR = ("z", "y")
_OFTEN, _LEAD, _BONUS = 3, 1.3, 2
_OF_STATES = frozenset({"free_trade_agreement", "trade_agreement", "other", "memorandum"})
_OF_UNION = STATE_KINDS | {TALKS, GENERIC}
_OF_FIRMS = frozenset({"contract", "joint_venture", "partnership", "memorandum"})
_BESIDE = frozenset({"with", "with.before", "for", "halted"})
_TOLD = frozenset({"with", "with.before", "compound", "subject", "after", "for", "sides", "halted"})


@frozen
class Own:
    """The country and the company that the text is about, where one of each stands out."""

    state: str | None
    firm: str | None


def main_sides(roll: Roll, figures: Iterable[Draft] = ()) -> Own:
    """Country and company that the text names most, if far more often than any other.

    The first named, or the one at home, is so the more often figures are its own.
    """
    actors = roll.actors.values()
    states = {a.id: len(a.mentions) for a in actors if a.kind == "country" or a.id == UNION}
    for actor in actors:
        if actor.id not in states and actor.country in states:
            states[actor.country] += len(actor.mentions)
    first = min((a for a in actors if a.id in states and a.mentions), key=_place, default=None)
    likely = [id for id in (first.id if first else None, roll.country) if id in states]
    for id in likely:
        states[id] += _BONUS
    firms = {a.id: len(a.mentions) for a in actors if a.kind == "company"}
    for figure in figures:
        whose = figure.values.get("reporter")
        if whose in likely and figure.values.get("kind") in _FLOWS:
            states[whose] += 1
    home = roll.country if roll.country in states else None
    return Own(home or _first(states), _first(firms))


def _place(actor: Actor) -> int:
    return actor.mentions[0].start


def _first(counts: dict[str, int]) -> str | None:
    ranked = sorted(counts, key=lambda id: -counts[id])
    if not ranked:
        return None
    first = counts[ranked[0]]
    second = counts[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if first >= _OFTEN and first >= _LEAD * second else None


def add_own_to_mentions(mentions: list[Mention], own: Own, roll: Roll) -> None:
    """ "The treaty with Switzerland": before mentions are made one, so that two such pairs stay apart."""
    pairs: list[str] = []
    for mention in mentions:
        parties = mention.found.all
        pact = mention.kind in _OF_STATES | {TALKS, GENERIC} and mention.treaty is None
        alone = mention.found.rule.startswith("with") and len(parties) == 1 and roll.is_state(parties[0])
        built = mention.kind == "investment" and mention.stages and not any(map(roll.is_company, parties))
        if mention.found.rule == ORDERED and (seller := _seller(parties[0], own, roll)):
            mention.found.firm += [seller] if seller not in parties else []
        if built and own.firm is not None and "Q" in mention.sentence.chain.tags:
            mention.found.loose.append(own.firm)
        if _lacks_buyer(mention, roll) and own.firm is not None and own.firm not in parties:
            mention.found.loose.append(own.firm)
        if mention.kind == "contract" and own.firm is not None and _is_of_states(mention, roll):
            mention.found.loose = [own.firm]
        if pact and alone and (side := _side(parties[0], mention.kind, pairs, own, roll)) is not None:
            mention.found.loose.append(side)
        if pact and len(mention.found.all) > 1 and all(map(roll.is_state, mention.found.all)):
            pairs += mention.found.all


def _is_of_states(mention: Mention, roll: Roll) -> bool:
    """Are only states named in "with Bolivia it has another contract": one of a firm, as contracts are?"""
    sides = mention.found
    return sides.rule.startswith("with") and len(sides.all) > 1 and all(map(roll.is_state, sides.all))


def _lacks_buyer(mention: Mention, roll: Roll) -> bool:
    """Is only the firm named that somebody wanted: "A bid for Lorem came to nothing"?"""
    parties = mention.found.all
    told = any(s.status in _STOPPED for s in mention.stages)
    i, tags = mention.found.index, mention.sentence.chain.tags
    behind = i is not None and tags[:i].rstrip("_aøTl")[-1:] in _FOR
    alone = len(parties) == 1 and roll.is_company(parties[0])
    return mention.kind == "merger_acquisition" and told and alone and behind


def _seller(firm: str, own: Own, roll: Roll) -> str | None:
    """Of whom a firm orders: of the company that the text is about, or the other one that it names."""
    firms = [id for id in roll.actors if roll.is_company(id) and id != firm]
    return own.firm or (firms[0] if len(firms) == 1 else None)


def _side(other: str, kind: str, pairs: list[str], own: Own, roll: Roll) -> str | None:
    """Whose agreement with ``other`` it is: of who made the agreements told before, else of the main country.

    Of those who made them as often, the main country comes first; a bloc deals with the Union rather.
    """
    likely = sorted(dict.fromkeys(pairs), key=lambda id: (-pairs.count(id), id != own.state))
    union = [UNION] if UNION in roll.actors and roll.actors[other].kind == "bloc" else []
    states = [id for id in roll.actors if roll.is_state(id) and not roll.is_one(id, other)]
    state = own.state or (states[0] if len(states) == 1 else None)
    lone = state if state is None or kind not in _OF_UNION else roll.union(state)
    return next((id for id in (*union, *likely, lone) if id and not roll.is_one(id, other)), None)


def add_own_side(cluster: Cluster, own: Own, roll: Roll) -> None:
    """ "The treaty with Switzerland": with the country that the text is about."""
    if len(cluster.parties) != 1 or cluster.treaty is not None:
        return
    only = cluster.parties[0]
    rules = {m.found.rule for m in cluster.mentions if m.found.all}
    traded = cluster.kind == "contract" and not roll.is_state(only) and not roll.lends(only)
    if not rules & _TOLD and not traded:
        return
    beside = bool(rules & _BESIDE) and cluster.kind in _OF_FIRMS
    if roll.is_state(only):
        side = own.state if cluster.kind in _OF_STATES else own.firm if beside else None
    else:
        side = own.firm if (beside or traded) and roll.is_company(only) else None
    if side is not None and not roll.is_one(side, only):
        cluster.parties.append(side)
