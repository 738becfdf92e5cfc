"""The other side of an order or a loan: who is delivered to, who is given a sum, who orders."""

from __future__ import annotations

from tradenews.lazy import regex
from tradenews.reading.deal_mention import Mention
from tradenews.reading.deal_parties import Candidate, Found
from tradenews.reading.deal_roll import Roll
from tradenews.reading.sentence import Sentence

_MADE = frozenset({"agreed", "signed"})
IN_LAND = "land"  # how a side is found of which only the country stands in the sentence
_IN_TOWN = regex("n_?[W°]{1,3},_?")  # "Lorem in Narayanganj, Bangladesh": where it is


def add_customer(mention: Mention, cands: list[Candidate], roll: Roll) -> None:
    """Of a firm that won an order in a country, or delivers to it, the country is the other side."""
    parties, chain = mention.found.all, mention.sentence.chain
    won = bool(mention.stages) and all(s.status in _MADE for s in mention.stages)
    sent = [i for i in chain.find("J") if str(chain.values[i]).startswith("exports")]
    if len(parties) == 1 and sent and mention.stages and roll.is_company(parties[0]):
        goals = [c for c in cands if c.index > sent[0] and (c.goal or c.via == "to")]
        mention.found.loose += [c.ids[0] for c in goals if roll.is_state(c.ids[0])][:1]
    elif won and len(parties) == 1 and roll.is_company(parties[0]):
        tags = chain.tags
        given = [c for c in cands if tags[max(c.index - 2, 0) : c.index].strip("_o")[-1:] in ("q", "y")]
        seats = [c.index for c in cands if c.ids == (parties[0],)]
        there = [
            c for c in cands if c.placed and not any(_IN_TOWN.fullmatch(tags, i + 1, c.index) for i in seats)
        ]
        placed = [id for c in (*there, *given) for id in c.ids if roll.is_state(id)]
        mention.found.loose += [id for id in placed[:1] if id != roll.home(parties[0])]


def find_land(mention: Mention, cands: list[Candidate], roll: Roll) -> Found:
    """The country of the works that a contract is for: "the $6bn contract for a plant in Mozambique"."""
    tags, made = mention.sentence.chain.tags, any(s.status in _MADE for s in mention.stages)
    lands = [c for c in cands if c.placed and c.index > mention.index and roll.is_state(c.ids[0])]
    if not made or mention.tender or not lands or len(cands) > 1 or "Q" not in tags:
        return Found()
    return Found(loose=list(lands[0].ids), rule=IN_LAND, index=lands[0].index)


def _is_giver(cand: Candidate, mention: Mention) -> bool:
    """Does an order come from it: "kreeg Lorem van het Chileense Ipsum een contract"?"""
    verb = min((s.index for s in mention.stages), default=mention.index)
    return cand.via == "of" and verb < cand.index < mention.index


def add_recipient(found: Found, cands: list[Candidate], mention: Mention, sentence: Sentence) -> None:
    """A loan "to Malawi", an order "à Airbus": whom it goes to stands where a goal would."""
    others = [c for c in cands if not set(c.ids) & set(found.all)]
    goals = [c for c in others if c.goal]
    if mention.kind in ("contract", "joint_venture"):
        goals = goals or [c for c in others if c.via in ("from", "to") or _is_giver(c, mention)]
        goals = [c for c in goals if sentence.chain.tags[c.index] in "E@"]
    found.loose += [id for c in goals[:1] for id in c.ids]


def is_asked(mention: Mention) -> bool:
    return any(s.status == "proposed" for s in mention.stages)
