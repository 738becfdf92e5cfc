"""Who imposes a tariff and who is hit, by how a country stands in the sentence."""

from __future__ import annotations

from tradenews.reading.figure_prepositions import Via
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_topic import Topic
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

# The same where who is hit pays: "German cars pay 15 percent in America".
_PAID: dict[Via, str] = {"": "P", "own": "P", "trait": "P", "of": "p", "to": "R", "in": "R", "by": "P"}
_BURDENED = frozenset(("exports", "production", "gdp", "sales"))  # what the tariffs of others hit
_CLOSE = 5  # links between exports and where they go


def levy_role(slot: Slot, side: Side, role: str, topic: Topic, *, paid: bool) -> str:
    """R, P, r or p for a tariff, where ``role`` is what its tie alone tells.

    ``paid`` says that the sentence tells of who pays, as those who are hit.
    """
    if paid:
        return _PAID.get(side.via, role)
    if side.via == "" and (side.link > slot.link or side.id in topic.sources):
        return "p"
    if side.via == "in" and side.id in topic.sources:
        return "P"
    if side.via == "to" and _takes_exports(slot, side):
        return "R"
    if side.via == "own" and is_burdened(slot.sentence.chain, side):
        return "p"
    if side.via == "trait" and slot.sentence.chain.tags[side.link] == "k":
        return "r"  # "the Trump administration's announcement"
    return role


def is_burdened(chain: Chain, side: Side) -> bool:
    """Is it the economy, output or exports of a country that a tariff meets: "hits the Italian economy"?"""
    for i in (side.link + 1, side.link - 1):
        if chain.tags[i : i + 1] == "K":
            return str(chain.values[i]).split(" ")[0].rstrip("?") in _BURDENED
    return False


def _takes_exports(slot: Slot, side: Side) -> bool:
    """Do exports go to a country, which so taxes them: "shipments to China fell since the duties"?"""
    chain = slot.sentence.chain
    cue = next((i for i in chain.find("K", max(side.link - _CLOSE, 0), side.link)), -1)
    return cue >= 0 and str(chain.values[cue]).startswith("exports")
