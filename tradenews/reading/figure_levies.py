"""Who imposes a tariff and who is hit, by how a country stands in the sentence."""

from __future__ import annotations

from tradenews.lazy import regex
from tradenews.reading.figure_cues import PLACE
from tradenews.reading.figure_prepositions import Via
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_topic import Topic
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

# The same where who is hit pays: "German cars pay 15 percent in America".
_PAID: dict[Via, str] = {"": "P", "own": "P", "trait": "P", "of": "p", "to": "R", "in": "R", "by": "P"}
_BURDENED = frozenset(("exports", "production", "gdp", "sales"))  # what the tariffs of others hit
_BEARING = frozenset(("", "to", "in", "on", "goods"))
_NEAR = 6  # links between a company and what it is: "for Lorem, the biggest Thai exporter"
_CLOSE = 5  # links between exports and where they go
_TAXED = 8  # links from a word for duties to who is hit
_TIED = frozenset(("to", "from", "goods", "on"))
_MADE = ("production", "exports")
_CHARGES = regex("(?:l?|[^,;:JQKVYs]{1,10})J")  # in German and Dutch the verb ends the clause
_PAYS, _PARTED = "paid rate", frozenset("Q;:")
_THAT = regex(",?=_?")
_DECIDES = regex("o?l?[ot]J")  # "the EU's decision to impose"


def levy_role(slot: Slot, side: Side, role: str, topic: Topic, *, paid: bool) -> str:
    """R, P, r or p for a tariff, where ``role`` is what its tie alone tells.

    ``paid`` says that the sentence tells of who pays, as those who are hit.
    """
    if side.hit and side.link < slot.link:
        return "P"
    if _is_of_maker(slot.sentence.chain, side):
        apposed = "@," in slot.sentence.chain.tags[max(side.link - _NEAR, 0) : side.link]
        return "P" if slot.first <= side.link < slot.link and not apposed else "p"
    if side.via == "" and is_entered(slot.sentence.chain, side.link):
        return "R"
    if charges(slot, side) or (paid and side.via == "own" and _levies(slot, side)):
        return "R"
    if paid:
        return _PAID.get(side.via, role)
    if side.via in ("of", "to", "trait", "own") and _decides(slot, side):
        return "R"
    if side.via == "of" and slot.sentence.chain.tags[side.link + 1 : side.link + 2] == "T":
        return "P"  # "duties on 5 billion worth of Chinese goods"
    if side.via == "" and (side.link > slot.link or side.id in topic.sources):
        return "p"
    if side.via == "in" and (side.id in topic.sources or _makes(slot.sentence.chain, side)):
        return "P"
    if side.via == "to" and (_takes_goods(slot, side) or _comes_first(slot, side)):
        return "R"
    if side.via == "own" and _is_of_goods(slot, side):
        return "P"
    if side.via == "own" and is_burdened(slot.sentence.chain, side):
        return "p"
    if side.via == "trait" and slot.sentence.chain.tags[side.link : side.link + 1] == "k":
        return "r"  # "the Trump administration's announcement"
    return role


def charges(slot: Slot, side: Side) -> bool:
    """Does a country charge the duty: "the levy that Japan charges", "den Japan erhebt", "posto dal"?"""
    chain = slot.sentence.chain
    if side.link > slot.link and set(chain.tags[slot.link + 1 : side.link]) & _PARTED:
        return False
    if side.via == "from":
        verb = len(chain.tags[: side.link].rstrip("_")) - 2
        return chain.tags[max(verb, 0) : verb + 2] == "Jq" and _is_charged(chain, verb)
    if side.via == "" and _is_asked(slot, side):
        return True
    ahead = _CHARGES.match(chain.tags, side.link + 1) if side.via == "" else None
    return ahead is not None and _is_charged(chain, ahead.end() - 1)


def _is_asked(slot: Slot, side: Side) -> bool:
    """Does a relative clause say who asks for the duty: "the 20 percent that Japan demands of them"?"""
    chain = slot.sentence.chain
    if side.hit or _THAT.fullmatch(chain.tags, slot.link + 1, side.link) is None:
        return False
    told = (str(chain.values[i]) for i in chain.find("J", side.link, min(side.link + _CLOSE, slot.last)))
    return not any(each.endswith(_PAYS) or not each.startswith("tariff") for each in told)


def _is_charged(chain: Chain, verb: int) -> bool:
    told = str(chain.values[verb])
    return told.startswith("tariff") and not told.endswith(_PAYS)


def _levies(slot: Slot, side: Side) -> bool:
    """Does an adjective stand before the word for the duty: "Australian wine faces Chinese duties of 5"?"""
    tags, behind = slot.sentence.chain.tags, side.link + 1
    return (
        slot.kind_cue == behind and tags[behind] == "K" and tags[side.link - 1 : side.link] not in ("T", "H")
    )


def _is_of_maker(chain: Chain, side: Side) -> bool:
    """Does an adjective tell where makers or exporters are from, who pay and levy nothing?"""
    if side.link >= len(chain):
        return False  # one of another sentence
    return is_at_maker(chain, side.link, wide=side.via in ("own", "of", "trait"))


def is_at_maker(chain: Chain, link: int, *, wide: bool = False) -> bool:
    """Does a noun for a maker or exporter stand at a country: "the biggest Thai exporter"?"""
    around = wide or chain.tags[link] == "a"
    near = (i for i in ((link + 1, link - 1, link + 2) if around else (link + 1,)) if 0 <= i < len(chain))
    told = (i for i in near if chain.tags[i] in "øOH")
    return any(chain.values[i] == ("other" if chain.tags[i] == "O" else "company") for i in told)


def is_entered(chain: Chain, link: int) -> bool:
    """Does a verb of entering stand right before a country: "bananas pay 5 percent when entering China"?"""
    before = len(chain.tags[:link].rstrip("_")) - 1
    if before < 0 or chain.tags[before] != "J":
        return False
    told = str(chain.values[before])
    return told.endswith(PLACE) and told.startswith("imports")


def is_cost(slot: Slot) -> bool:
    """Is an amount what duties cost somebody, by the words before it?"""
    cue, chain = slot.kind_cue, slot.sentence.chain
    if slot.kind != "other" or cue is None or slot.quantity.amount.dimension != "money":
        return False
    return any(str(chain.values[i]).startswith("tariff") for i in chain.find("K", slot.first, cue))


def cost_role(side: Side, role: str) -> str:
    """Who bears what duties cost: "le costerebbero 5 milioni all'agroalimentare italiano"."""
    if side.via in ("say", "own"):
        return ""
    return "R" if side.via in _BEARING else role


def is_burdened(chain: Chain, side: Side) -> bool:
    """Is it the economy, output or exports of a country that a tariff meets: "hits the Italian economy"?"""
    for i in (side.link + 1, side.link - 1):
        if chain.tags[i : i + 1] == "K":
            return str(chain.values[i]).split(" ")[0].rstrip("?") in _BURDENED
    return False


def _is_of_goods(slot: Slot, side: Side) -> bool:
    """Are a country's goods what another one before it taxes: 印度将印尼棕榈油进口税提高"""
    chain = slot.sentence.chain
    goods = chain.tags[side.link : side.link + 3] == "ATK" and "A" in chain.tags[slot.first : side.link]
    return goods and str(chain.values[side.link + 2]).startswith("tariff")


def _decides(slot: Slot, side: Side) -> bool:
    """Does a country decide on the tariff: "the EU's decision to impose duties of 5 percent"?"""
    chain = slot.sentence.chain
    act = _DECIDES.match(chain.tags, side.link + 1)
    if act is None or act.end() > slot.link:
        return False
    return str(chain.values[act.end() - 1]).startswith("tariff")


def _makes(chain: Chain, side: Side) -> bool:
    """Do the goods come from a country: "cars made in China", "in China gebaute Autos"?"""
    before = chain.tags[: side.link].rstrip("n_")
    if before[-2:] in ("TJ", "HJ") and str(chain.values[len(before) - 1]).startswith(_MADE):
        return True
    return chain.tags[side.link + 1 : side.link + 3] in ("lT", "lH", "JT", "JH")


def _comes_first(slot: Slot, side: Side) -> bool:
    """Do goods of another go there before any duty is named: "Swiss steel may go to Peru; a duty of 5 is"?"""
    chain = slot.sentence.chain
    if (
        side.link > slot.link
        or not set(chain.tags[: side.link]) & set("Q")
        or "a" not in chain.tags[: side.link]
    ):
        return False
    return not any(str(chain.values[i]).startswith("tariff") for i in chain.find("KJ", 0, side.link))


def _takes_goods(slot: Slot, side: Side) -> bool:
    """Do goods go to a country, which so taxes them: "shipments to China", "imports from A into B"?"""
    chain = slot.sentence.chain
    cue = next((i for i in chain.find("K", max(side.link - _CLOSE, 0), side.link)), -1)
    return cue >= 0 and str(chain.values[cue]).startswith(("exports", "imports"))


def is_hit(slot: Slot, side: Side) -> bool:
    """Are imports from a country what duties are on: "tariffs on Chinese imports worth 5 billion"?"""
    chain, tags = slot.sentence.chain, slot.sentence.chain.tags
    first = side.link - (tags[side.link - 1 : side.link] == "K")  # "dazi sulle importazioni cinesi"
    noun = first if first < side.link else side.link + 1
    if tags[noun : noun + 1] != "K" or not str(chain.values[noun]).startswith("imports"):
        return False
    before = tags[max(first - _TAXED, 0) : first]
    duty = max(before.rfind("K"), before.rfind("J")) + max(first - _TAXED, 0)
    on = before.rstrip("_lo'bQ")[-1:] in ("t", "z") and tags[duty] in "KJ"
    return on and str(chain.values[duty]).startswith("tariff")


def was_taxed(other: Side, side: Side) -> bool:
    """Was a country told before to be hit by duties, and so imposes none: "on Chinese cars; Chinas rate"?"""
    return other.link < side.link and side.id in other.ids and other.via in _TIED
