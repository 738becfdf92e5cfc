"""Companies bought: the buyer reports what is paid and its part, what is bought is the partner."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.models.actor import Actor
from tradenews.reading.draft import Draft
from tradenews.reading.figure_view import STAKE

_BOUGHT = "merger_acquisition"
_OBJECT = frozenset(("who.of", "who.to"))  # another one owns a part of the buyer
_UNSAID = frozenset(  # rules by which the other side is none that its own sentence names
    (
        "who.topic",
        "who.deal",
        "who.sentence",
        "who.carried",
        "who.lead",
        "who.leader",
        "who.second",
    )
)


def assign_bought(figures: Sequence[Draft], deals: Sequence[Draft], actors: Sequence[Actor]) -> None:
    """Set the sides of what is paid, and of the stakes, as the deals of the text tell them."""
    states = {actor.id for actor in actors if actor.kind in ("country", "bloc")}
    purchases = [deal for deal in deals if deal.get("kind") == _BOUGHT]
    for deal in purchases:
        buyers = [party.actor for party in deal.get("parties") if party.role == "buyer"]
        targets = [party.actor for party in deal.get("parties") if party.role != "buyer"]
        if len(buyers) != 1 or len(targets) > 1 or not states.isdisjoint(buyers):
            continue
        for figure in figures:
            only = len(purchases) == 1 and _is_unsaid(figure, {buyers[0], *targets}, states)
            if only or _is_of_it(figure, deal, buyers[0], targets, states):
                _assign(figure, buyers[0], targets)


def _is_of_it(figure: Draft, deal: Draft, buyer: str, targets: list[str], states: set[str]) -> bool:
    """Is a figure one of this purchase: in a sentence that tells of it, or between the same two?"""
    stake = figure.reasons["kind"].rule == STAKE and figure.get("form") == "share"
    paid = figure.get("kind") == "deal_value" and figure.get("form") == "level"
    if not stake and not paid:
        return False
    named = {figure.get("reporter"), figure.get("partner")} - {None}
    if named == {buyer, *targets}:
        return True
    evidence = deal.get("evidence")
    inside = any(figure.get("span") in span for span in evidence)
    if inside and paid and targets and _names_seller(figure, buyer, targets):
        return True
    if inside:
        return named - states <= {buyer, *targets}
    return stake and named == {buyer} and figure.reasons["reporter"].rule not in _OBJECT


def _names_seller(figure: Draft, buyer: str, targets: list[str]) -> bool:
    """Is one side only who sells the company bought: "X bought Y from Z for 5 million"?"""
    sides = (figure.get("reporter"), figure.get("partner"))
    return None not in sides and buyer not in sides and not set(targets).isdisjoint(sides)


def _is_unsaid(figure: Draft, sides: set[str], states: set[str]) -> bool:
    """Is it paid by a deal whose other side only the text names, which tells of no other purchase?"""
    if figure.get("kind") != "deal_value" or figure.get("form") != "level" or len(sides) < 2:
        return False
    named = {figure.get("reporter"), figure.get("partner")} - {None}
    told = any(
        figure.get(side) not in sides and figure.reasons[side].rule not in _UNSAID
        for side in ("reporter", "partner")
    )
    return bool(named & sides) and named - states <= sides and not told


def _assign(figure: Draft, buyer: str, targets: list[str]) -> None:
    figure.set("reporter", buyer, "who.buyer")
    if targets:
        figure.set("partner", targets[0], "who.bought")
    elif figure.get("partner") == buyer:
        figure.set("partner", None, "who.bought")
