"""What a side can be for an amount, reporter or partner, and how likely."""

from __future__ import annotations

from tradenews.reading.figure_balance import has_owner, is_sold_and_bought, is_towards
from tradenews.reading.figure_cues import ENDS, MIRROR, end_named, flow_told
from tradenews.reading.figure_expecting import tells_own
from tradenews.reading.figure_levies import cost_role, is_cost, levy_role
from tradenews.reading.figure_offices import is_planned
from tradenews.reading.figure_prepositions import Via
from tradenews.reading.figure_ranks import label_role
from tradenews.reading.figure_sides import Side, is_place
from tradenews.reading.figure_topic import CLEAR, Topic, dominates
from tradenews.reading.slot import Slot

# Ties too weak to speak for another country, where the text is so many times more about its own.
_WEAK: dict[Via, float] = {"say": 1.5, "of": 1.5, "chief": 1.5, "office": 3.0}
_BACKDROP = frozenset(("office", "say", "of", "in"))  # where a company does its business
GROUPS = {
    "exports": "exports", "imports": "imports", "trade": "trade", "balance": "trade", "tariff": "tariff",
    "investment": "investment", "production": "inner", "consumption": "inner", "gdp": "inner",
    "price": "price", "other": "price", "count": "count",
}  # fmt: skip
COUNTED = frozenset(("exports", "imports", "trade", "balance", "tariff", "production", "consumption", "gdp"))
DEALS = frozenset(("deal", "price", "count"))
PAIRED = frozenset(("trade", "exports", "imports", "tariff", "investment"))
OUTSIDE = ("trade", "exports", "imports")

# What a side is by how it is tied in: R reporter, P partner; small letters where only likely.
_ROLES: dict[str, dict[Via, str]] = {
    "exports": {
        "own": "R", "": "R", "from": "R", "goods": "R", "of": "r", "office": "r", "say": "r", "trait": "r",
        "to": "P", "with": "P", "share": "P", "in": "p", "on": "p", "by": "r",
    },
    "imports": {
        "own": "R", "": "R", "to": "R", "in": "R", "office": "r", "say": "r", "trait": "p",
        "from": "P", "with": "P", "goods": "P", "share": "P", "of": "p", "by": "r",
    },
    "trade": {
        "own": "R", "": "R", "of": "R", "office": "r", "say": "r", "trait": "r", "in": "r", "goods": "r",
        "from": "r", "with": "P", "than": "P", "to": "P", "share": "P", "on": "p", "by": "P",
    },
    "tariff": {
        "own": "R", "office": "R", "": "r", "of": "r", "say": "r", "chief": "r", "trait": "p", "in": "r",
        "goods": "P", "on": "P", "to": "P", "from": "P", "with": "p", "by": "R",
    },
    "investment": {
        "own": "R", "": "R", "from": "R", "of": "r", "office": "r", "say": "r", "trait": "r",
        "in": "P", "to": "P", "with": "p", "on": "p", "by": "R",
    },
    "inner": {
        "own": "R", "": "R", "in": "R", "of": "R", "goods": "r", "office": "r", "say": "r", "trait": "r",
        "from": "r", "by": "R",
    },
    "deal": {
        "own": "R", "": "R", "of": "r", "goods": "r", "office": "r", "say": "r", "share": "P",
        "with": "P", "from": "P", "to": "P", "by": "P", "in": "p", "on": "p",
    },
    "price": {
        "own": "R", "": "R", "in": "R", "of": "r", "goods": "r", "office": "r",
        "with": "P", "from": "P", "to": "P", "by": "P",
    },
    "count": {
        "own": "R", "": "R", "of": "r", "goods": "r", "office": "r",
        "with": "P", "from": "r", "to": "P", "by": "r", "in": "p", "between": "r",
    },
}  # fmt: skip
# The same where a word for a customer or supplier gives the kind: who it names is at the other end.
_END_ROLES: dict[Via, str] = {
    "": "P", "from": "P", "with": "P", "by": "P",
    "own": "R", "of": "R", "goods": "R", "on": "R", "trait": "R",
}  # fmt: skip
SURE = 30.0
_FOREIGN = 2.0  # so many times rather of the topic is what is sold in a country
_SETTING = 2  # a place up to this link opens the sentence: "In Indonesia, exports ..."
_LEADERS = 100  # amounts back in a list to the one whose kind a word tells: so that reading stays linear
_OWNED = 4  # links within which a side has its noun
_TAKEN = frozenset(("sales", "finance"))  # what is told of companies by "at"
_THERE = frozenset(("in", "to", "from"))
_BREAKS = ",;‹›"
_NAMED = frozenset("AakE@G")
WINDOW = 80  # links around an amount that are looked at


def chunk_of(slot: Slot) -> tuple[int, int]:
    """The stretch around an amount up to a comma or bracket, or an "and" that another amount follows."""
    tags = slot.sentence.chain.tags
    first, last = slot.link, slot.link + 1
    join, least, most = -1, max(0, slot.link - WINDOW), min(len(tags), slot.link + WINDOW)
    while first > least and tags[first - 1] not in _BREAKS:
        first -= 1
        if tags[first] == "&" and join < 0:
            join = first
        elif tags[first] == "Q" and join >= 0:
            first = join + 1
            break
    ahead = tags[last : last + 4].replace("_", "")
    if tags[slot.link - 1 : slot.link] == "&" and ahead[:2] in (",t", ",q", ",n") and ahead[2:3] in "Aak":
        last += 1  # "22 percent to the US and 13 percent, to Germany"
    while last < most and tags[last] not in _BREAKS:
        goods = tags[last - 1 : last + 2] == "T&T"  # "of cement and clinker"
        if tags[last] == "&" and not goods and not set(tags[slot.link + 1 : last]) & _NAMED:
            break
        if tags[last] == "Q":
            joint = tags.rfind("&", slot.link, last)
            if joint < 0 and _is_worth(slot, last):
                break
            last = max(joint, slot.link + 1)
            break
        last += 1
    return first, last


def _is_worth(slot: Slot, link: int) -> bool:
    """Is the next amount what the goods cost, or how many they were: "5 tonnes to Italy for 3 million"?"""
    kinds = {slot.quantity.amount.dimension, slot.sentence.chain.values[link].amount.dimension}
    return "money" in kinds and not kinds & {"ratio"} and len(kinds) > 1


def is_dealing(slot: Slot) -> bool:
    """Is the amount one that two parties agree on?"""
    return slot.kind in ("deal_value", "price", "finance", "sales") and slot.form == "level"


def role_of(slot: Slot, side: Side, group: str, topic: Topic) -> str:
    """R, P, r or p: what a side can be for a slot; empty where nothing."""
    role = _ROLES[group].get("in" if is_place(side, group, slot.quantity.amount) else side.via, "")
    if group == "price" and is_cost(slot):
        return cost_role(side, role)
    known = side.id == topic.country
    whole = slot.form == "share" and side.via == "" and side.link > slot.link  # "of all that Ghana bought"
    levied = side.via == "own" and owns_other(slot, side)
    if group in MIRROR and side.via in _END_ROLES and not whole and not levied and names_end(slot):
        bracket = slot.sentence.chain.tags[side.link + 1 : slot.link] == "‹"
        return "P" if bracket else _END_ROLES[side.via]
    if side.nature != "state":
        if side.via == "chief":
            return "" if group in OUTSIDE or group == "tariff" or slot.kind in ("price", "other") else "r"
        alone = topic.corporate or topic.country is None
        if side.via == "say" and side.nature == "firm" and tells_own(slot, side.link, alone):
            return "r"
        if side.via == "with" and side.nature == "firm" and _is_result(slot):
            return ""  # "BYD, with Huawei, earned 5 million"
        if side.via == "say" or (side.nature == "body" and (group not in DEALS or slot.kind == "price")):
            return label_role(slot, side, group)
        if group == "tariff":
            return "" if side.via in ("with", "by", "in") else "P"  # firms are hit by tariffs
        if side.via == "on" and slot.kind in _TAKEN and _at_noun(slot, side):
            return "R"  # "profit at Lorem"
        if _is_owned(slot, side):
            return "P"
        if group == "investment" and side.via == "with":
            return "r"
        if side.via == "" and slot.sentence.chain.tags[side.link + 1 : side.link + 2] in ("-", ":"):
            return label_role(slot, side, group) if group in OUTSIDE else role
    else:
        if group in OUTSIDE and not known and _is_listed(slot, side, topic):
            return "P"
        firm = topic.house or topic.nameless
        if side.via == "in" and slot.kind in ("sales", "finance") and not firm:
            return "p" if topic.trade and slot.kind == "sales" and not known else "r"
        if side.via == "in" and slot.kind == "sales" and firm and _is_setting(slot, side):
            return "p"  # where a company sells
        if slot.kind == "sales" and slot.form == "share" and firm and side.via in ("", "in", "from"):
            return "P"  # "China accounted for 46 percent of its sales"
        if group == "deal" and role == "P":
            role = "p"  # rather the company there
        if is_planned(slot, side):
            return "r"
        backdrop = role != "P" and group in DEALS and topic.house and side.via in _BACKDROP
        if backdrop or _is_faint(slot, side, group, role, topic):
            return ""
    if group in MIRROR and (told := _told_by_noun(slot, side)):
        return "P" if told == MIRROR[group] else "R"
    if group == "inner" and side.via == "on" and not role and _is_heading(slot, side):
        return "r"  # "for Russia it expects 83 million tonnes"
    if group in OUTSIDE:
        return _flow_role(slot, side, group, topic, role)
    if group == "tariff":
        return levy_role(slot, side, role, topic, paid=pays(slot))
    return role


def _is_faint(slot: Slot, side: Side, group: str, role: str, topic: Topic) -> bool:
    """Is a country tied in too weakly to speak for another, or by duties: "US duties on Dutch exports"?"""
    if side.id == topic.country:
        return False
    if side.via == "own" and owns_other(slot, side):
        return True
    factor = _WEAK.get(side.via, 0)
    weak = factor > 0 and group != "tariff" and role in ("R", "r")
    return weak and dominates(topic, side.id, factor)


def _is_result(slot: Slot) -> bool:
    """Does a noun say what a company earned?"""
    cue = slot.kind_cue
    told = cue is not None and str(slot.sentence.chain.values[cue]).endswith(" result")
    return told and slot.kind == "finance"


def _flow_role(slot: Slot, side: Side, group: str, topic: Topic, role: str) -> str:
    """What a side can be for exports, imports and trade, where ``role`` is what its tie alone tells."""
    known = side.id == topic.country
    if side.via in _THERE and is_sold_and_bought(slot):
        return "P"
    lists = side.via == "in" and slot.sentence.chain.tags[side.link + 1 : slot.link] == "‹"
    if lists and group == "exports" and not known and topic.country not in (None, "EU"):
        return "P"  # "above all in China (up 39 percent) buyers took Swiss watches"
    if side.via == "in" and group == "exports" and has_owner(slot, side):
        return "P"  # "il 28% dell'export cinese di piastrelle va nell'Ue"
    if side.via == "in":
        setting = side.link <= _SETTING and slot.form != "share"
        told = (slot.firm and slot.kind_cue is not None) or _names(slot, group)
        setting = setting and (told or not dominates(topic, side.id, _FOREIGN))
        return "R" if known or (setting and not topic.house) else role
    if side.via == "from" and group == "exports" and not known and _came(slot, side):
        return "P"  # "5 million of them came from the United States"
    if side.via == "to" and group == "imports" and _bought(slot):
        return "P"
    if side.via == "by" and group in MIRROR and _done_by(slot, side) == MIRROR[group]:
        return "P"  # "5 million were bought by the Chinese", "were supplied by Peru"
    behind = side.via == "on" and slot.sentence.chain.tags[slot.link + 1 : side.link] in ("z", "z_")
    if slot.kind == "balance" and (behind or (side.via == "to" and not is_towards(slot, side))):
        return "r"  # "left the Europeans with a surplus"
    bare = side.via == "own" and side.link + 1 == slot.link  # "the British 10 percent"
    acts = group in MIRROR and side.via == "" and _acts(slot, side, group)
    other = not known or has_owner(slot, side)
    if (side.via in ("", "to") or bare) and slot.form == "share" and other and not acts:
        return "P"
    if side.via == "share" and known and not has_owner(slot, side):
        return "r"
    if group == "imports" and side.via == "of" and known:
        tags = slot.sentence.chain.tags
        part = slot.form == "share" and tags[slot.link + 1 : side.link].strip("_") == "o"
        part = part or (tags[side.link + 1 : side.link + 2] == "T" and side.link > slot.link)  # "of US goods"
        part = part or has_owner(slot, side)
        return "P" if part else "R"  # "900,000 tonnes, 60 percent of them from India"
    if role in ("P", "p") and known:
        return "r" if side.via == "trait" else "p"
    unsaid = slot.kind == "trade" or (slot.kind_cue is None and slot.kind in MIRROR)
    factor = 1.0 if group == "imports" else CLEAR  # "it imported 9 tonnes. Peru vouched for 5"
    if (
        side.via == ""
        and not known
        and unsaid
        and side.nature == "state"
        and dominates(topic, side.id, factor)
    ):
        return "p"
    if side.via == "" and not known and group in MIRROR and verb_flow(slot) == MIRROR[group]:
        return "P"
    return role


def _bought(slot: Slot) -> bool:
    """Does a country buy, so that one behind "to" sells: "a acheté 5 tonnes, dont 4 à la Russie"?"""
    cue, chain = slot.kind_cue, slot.sentence.chain
    return cue is not None and chain.tags[cue] == "J" and chain.tags[:cue].rstrip("_lnθ")[-1:] in ("A", "@")


def _came(slot: Slot, side: Side) -> bool:
    """Does a verb of coming stand right before a country, not one of leaving it: "came from Italy"?"""
    chain = slot.sentence.chain
    verb = len(chain.tags[: side.link].rstrip("_q")) - 1
    comes = verb >= 0 and side.link - verb <= _SETTING + 1 and chain.tags[verb] == "J"
    return comes and not str(chain.values[verb]).startswith("exports")


def _done_by(slot: Slot, side: Side) -> str:
    """The flow that the verb before "by" and a country tells."""
    chain = slot.sentence.chain
    verb = len(chain.tags[: side.link].rstrip("_yoqzl")) - 1
    return flow_told(chain, verb) if verb >= 0 and chain.tags[verb] == "J" else ""


def _names(slot: Slot, flow: str) -> bool:
    """Does a noun of one sense tell of the flow: "In Spain, exports rose", not "In Spain the drop was 5"?"""
    chain = slot.sentence.chain
    return any(chain.values[i] == flow for i in chain.find("K", slot.first, slot.last))


def _acts(slot: Slot, side: Side, group: str) -> bool:
    """Does a country itself sell, or buy, what is told: "28 percent of all that Brazil exports"?"""
    chain = slot.sentence.chain
    last = slot.link if side.link < slot.link else side.link + _SETTING
    verb = len(chain.tags[: side.link].rstrip("_")) - 1
    if verb >= 0 and chain.tags[verb] == "J" and chain.values[verb] == group and side.link < slot.link:
        return True  # "davon importierte China 14 Prozent"
    return any(flow_told(chain, i) == group for i in chain.find("J", side.link, min(last, len(chain))))


def _is_setting(slot: Slot, side: Side) -> bool:
    """Does a place open the clause of an amount, or stand at it or its noun: "In China sales fell by 3"?"""
    tags = slot.sentence.chain.tags
    if side.link > slot.link:
        return tags[slot.link + 1 : side.link].replace("_", "") == "n"
    between = tags[side.link + 1 : slot.link]
    if slot.rank is None and tags[side.link] == "G" and not set(between) & set("&,;:Q"):
        return True  # "the group made in the country sales of 5 million"
    if slot.rank is None and not tags[: side.link].strip("n_") and not set(between) & set("&;:"):
        return True  # "In Turkey, its largest market, sales fell by 3"
    opens = tags[: side.link].rstrip("n_")[-1:] in tuple(",;¬")
    if slot.rank is None and opens and not set(between) & set("&,;:Q"):
        return True  # "in Turkey sales fell by 3, in Peru by 5"
    if slot.rank is not None or set(between) & set(",;:"):
        return False
    at_noun = tags[max(side.link - _SETTING, 0) : side.link].replace("_", "") == "Kn" or between[:1] == "K"
    return side.link <= _SETTING or at_noun


def _is_heading(slot: Slot, side: Side) -> bool:
    """Does a country with its preposition open the sentence, or the stretch behind a comma?"""
    tags = slot.sentence.chain.tags
    before = tags[max(side.link - 3, 0) : side.link].rstrip("_lz")[-1:]
    return side.link < slot.link and before in ("", ",", ";", "&")


def _is_listed(slot: Slot, side: Side, topic: Topic) -> bool:
    """Does a bracket behind a country tell its share: "followed by India (9 percent)"?"""
    between = slot.sentence.chain.tags[side.link + 1 : slot.link].rstrip("-")
    if side.via not in ("", "by", "of", "from") or between != "‹":
        return False
    return slot.form == "share" or dominates(topic, side.id)


def _at_noun(slot: Slot, side: Side) -> bool:
    """Does a side hang on the noun that gave the kind, by a small word alone?"""
    tags, cue = slot.sentence.chain.tags, slot.kind_cue
    return cue is not None and cue < side.link and not tags[cue + 1 : side.link].strip("z_laøT")


def _is_owned(slot: Slot, side: Side) -> bool:
    """Is a percentage a part of this company: "62 percent of the Polish Stalmex"?"""
    if slot.quantity.amount.unit != "percent" or slot.kind != "other" or side.link < slot.link:
        return False
    between = slot.sentence.chain.tags[slot.link + 1 : side.link]
    return bool(set(between) & set("oXn")) and not between.strip("oXn_aAk'øGlDFH")


def names_end(slot: Slot) -> bool:
    """Does a word for a customer or supplier give the kind, here or before the list that the slot is in?

    Of a share of purchases it may also stand before: "Brazil is a supplier, with 46 percent of imports".
    """
    at = slot
    for _ in range(_LEADERS):
        if at.kind_cue is not None or at.leader is None:
            break
        at = at.leader
    if at.kind_cue is None or at.sentence is not slot.sentence:
        return False
    chain = at.sentence.chain
    if slot.form == "share" and end_named(chain, at.kind_cue) == slot.kind:
        return True
    if chain.tags[at.kind_cue] != "K":
        return False
    own = chain.values[at.kind_cue].split(" ")[0].rstrip("?")
    if own == "sales" and not set(chain.tags[: at.kind_cue]) & set(";:¬sJ"):
        return any(chain.values[i].rstrip("?") in ENDS for i in chain.find("K", 0, at.kind_cue))
    return own in ENDS


def owns_other(slot: Slot, side: Side) -> bool:
    """Is the noun of a side one of duties, where the amount is of trade: "US duties on Dutch exports"?"""
    chain = slot.sentence.chain
    noun = next(chain.find("K", side.link + 1, side.link + _OWNED), -1)
    return slot.kind in OUTSIDE and noun > 0 and str(chain.values[noun]).startswith("tariff")


def _told_by_noun(slot: Slot, side: Side) -> str:
    """What the noun of an adjective says: "German buyers" import; empty for any other noun."""
    chain = slot.sentence.chain
    return flow_told(chain, side.link + 1) if chain.tags[side.link : side.link + 2] == "aK" else ""


def near_clause(slot: Slot) -> tuple[int, int]:
    """The clause of an amount, cut to what is near: so that reading stays linear."""
    return max(slot.first, slot.link - WINDOW, slot.sentence.head), min(slot.last, slot.link + WINDOW)


def pays(slot: Slot) -> bool:
    """Does a verb of paying a rate tell of the amount: "the Germans pay 15 percent"?"""
    chain = slot.sentence.chain
    return any(str(chain.values[i]).endswith("paid rate") for i in chain.find("J", *near_clause(slot)))


def verb_flow(slot: Slot) -> str:
    """Exports (sold) or imports (bought), as the verb of the clause says, or a noun as "largest customer"."""
    chain = slot.sentence.chain
    found = ""
    for i in chain.find("JKV", *near_clause(slot)):
        told = flow_told(chain, i)
        if told and (i < slot.link or not found):
            found = told
    return found
