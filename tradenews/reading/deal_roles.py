"""The part that each party plays."""

from __future__ import annotations

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.deal import Party
from tradenews.models.terms import PartyRole
from tradenews.reading.deal_cluster import Cluster
from tradenews.reading.deal_mention import Mention
from tradenews.reading.deal_paid import PAID
from tradenews.reading.deal_roll import Roll
from tradenews.reading.takers import takes_over
from tradenews.scan.chain import Chain

_SIDES: dict[str, tuple[PartyRole, PartyRole]] = {
    "imports": ("buyer", "seller"),
    "exports": ("seller", "buyer"),
}
_BEFORE_NAME = "_aøGIHTW"
_GOVERNS = "oznXQF"
_REACH = 5  # links between a name and the small word that governs it
_OF_OR_FROM = "oq"  # what "by" may say as well
_SOLD = "exports"

_OFFERED = ("bid", "/proposed")


def read_roles(cluster: Cluster, roll: Roll) -> tuple[Party, ...]:
    """The parties of an agreement, each with its role; ``party`` where the text does not tell."""
    ids = cluster.parties
    if cluster.treaty is not None:
        return tuple(Party(id, "member") for id in ids)
    if cluster.kind == "investment":
        return tuple(Party(id, "investor" if roll.is_company(id) else "investee") for id in ids)
    if cluster.kind == "merger_acquisition":
        buyer = _buyer(cluster, roll)
        return tuple(Party(id, "buyer" if id == buyer else "investee") for id in ids)
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


def _buyer(cluster: Cluster, roll: Roll) -> str | None:
    """Who takes over whom: one "by" whom or "to" whom, else who is not the object; else the first party."""
    bought: list[str] = []
    paid = next(
        (m.found.firm for m in cluster.mentions if m.found.rule == PAID and len(m.found.firm) > 1), []
    )
    if paid and paid[0] in cluster.parties:
        return paid[0]
    for mention in cluster.mentions:
        named = [(link, roll.party(ref)) for link, ref in sorted(mention.sentence.refs.items())]
        named = [(link, id) for link, id in named if id in cluster.parties and mention.kind]
        for link, id in named:
            if _takes(mention, link, roll.lexicon):
                return id
            after = [each for behind, each in named if mention.index < behind and each != id]
            if not after and id is not None and _is_object(mention, link):
                bought.append(id)
    return next((id for id in cluster.parties if id not in bought), None)


def _is_object(mention: Mention, link: int) -> bool:
    """Does a company stand right behind the word of purchase: "buys X", "a bid for X", "60 percent of X"?"""
    between = mention.sentence.chain.tags[mention.index + 1 : link]
    return link > mention.index and len(between) <= _REACH and not between.strip(_BEFORE_NAME + _GOVERNS)


def _takes(mention: Mention, link: int, lexicon: Lexicon) -> bool:
    """Is a company one "by" which another is taken over, or "to" which it is sold?"""
    chain, at = mention.sentence.chain, link - 1
    while at > 0 and link - at <= _REACH and chain.tags[at] in _BEFORE_NAME:
        at -= 1
    if chain.tags[at] == "q" and at == mention.index + 1:
        return str(chain.values[mention.index]).endswith(_OFFERED)  # "a takeover offer from Lorem"
    words = fold(chain.words(max(at, 0))).split(" ")
    names = lexicon.lines["name_words"]
    if takes_over(chain, link, lexicon):
        return True
    if words[-1] in names.get("agents", ()):
        passives = names.get("passives", ())
        entry = lexicon.word(words[-1])
        sure = entry is not None and entry.tag not in _OF_OR_FROM  # "die Übernahme der Firma durch"
        return (
            sure
            or not passives
            or any(fold(chain.words(i)) in passives for i in chain.find("lmYJV", 0, link))
        )
    return chain.tags[at] == "t" and is_sold(chain, mention.index, lexicon)


def is_sold(chain: Chain, verb: int, lexicon: Lexicon) -> bool:
    """Does the word that tells of the purchase tell it from the side of who sells?"""
    entries = (lexicon.word(word) for word in chain.words(verb).split(" "))
    told = [str(e.value) for e in entries if e is not None and e.tag in "KJ"]
    return any(value.startswith(_SOLD) for value in told)


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
