"""The part that each party plays."""

from __future__ import annotations

from tradenews.models.deal import Party
from tradenews.models.terms import PartyRole
from tradenews.reading.deal_merge import Cluster
from tradenews.reading.deal_parties import Roll

_SIDES: dict[str, tuple[PartyRole, PartyRole]] = {
    "imports": ("buyer", "seller"),
    "exports": ("seller", "buyer"),
}


def read_roles(cluster: Cluster, roll: Roll) -> tuple[Party, ...]:
    """The parties of an agreement, each with its role; ``party`` where the text does not tell."""
    ids = cluster.parties
    if cluster.treaty is not None:
        return tuple(Party(id, "member") for id in ids)
    if cluster.kind == "investment":
        return tuple(Party(id, "investor" if roll.is_company(id) else "investee") for id in ids)
    if cluster.kind == "merger_acquisition":
        return tuple(Party(id, "investee" if n else "buyer") for n, id in enumerate(ids))
    if cluster.kind == "financing":
        return _loan(ids, roll)
    if cluster.kind == "contract" and len(ids) == 2:
        first, second = _sides(cluster)
        return (Party(ids[0], first), Party(ids[1], second))
    return tuple(Party(id) for id in ids)


def _loan(ids: list[str], roll: Roll) -> tuple[Party, ...]:
    """A bank lends to a state; of two states, or two firms, the text would have to tell."""
    states = [roll.is_state(id) for id in ids]
    if all(states) or not any(states):
        return tuple(Party(id) for id in ids)
    return tuple(Party(id, "borrower" if state else "lender") for id, state in zip(ids, states, strict=True))


def _sides(cluster: Cluster) -> tuple[PartyRole, PartyRole]:
    """Buyer and seller by the verb of trade in a sentence that names both."""
    for mention in cluster.mentions:
        chain = mention.sentence.chain
        if mention.found.all[:2] != cluster.parties[:2] and mention.found.rule != "tender":
            continue
        if mention.found.rule == "tender":
            return "buyer", "seller"
        for j in chain.find("J"):
            side = _SIDES.get(str(chain.values[j]).partition(" ")[0])
            if side is not None:
                return side
    return "party", "party"
