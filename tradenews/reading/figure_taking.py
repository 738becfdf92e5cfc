"""Countries that only take what another one sells, and those that a text begins with as sellers."""

from __future__ import annotations

from tradenews.lazy import regex
from tradenews.reading.figure_cues import MIRROR, flow_told, read_cue
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_HAVING = frozenset(("own", "goods", "share", "trait"))  # ties of one whose amount it is, or whose goods
# behind a country: "(5 tonnes)", ", with 5 tonnes", "is third with 5"
_AMOUNT = regex(",?[ulαz]?[‹]?b?±?[QN]|[li_]{1,4}[uy]_?b?Q")
_PLACED_WITH = regex("[Aa][li_,HG]{0,4}[uy]_?b?Q")
_HOLDERS = frozenset("HøO")
_FLOWS = frozenset("KJDY@E")
_SHIPS = regex("[lGθαoqtωHTnbQ_&]{0,8}J")  # from a country to its verb
_CLOSING = regex("V[TlaA_tnqo]{0,6}(?=J)")  # behind a change: up to the verb that closes its clause
_PART_OF_FLOW = regex("Qo?[Tl]{0,4}K")  # behind a country: the part of its own flow
_INSERTED = regex(",[l_noztαyuκ¬θ]{1,5},")
_SOLD = regex("(?:K|[_θnl,]{1,3}K)o?_?T?o?_?")  # "Sales of", "Les ventes de fruits"
_DEMAND = 3  # links between a country and its demand
_SOON = 4  # so many links up to the amount
_BY_WHOM = 5  # links from "exported" to the one by whom
_OF_GOODS = regex("(?:_?T_?o_?)?")  # before the country whose goods open a sentence


def gives(chain: Chain, side: Side) -> bool:
    """Does a text begin with what a country sells, and not to whom: "Chile has shipped 5 tonnes"?"""
    if side.nature != "state" or (side.via and not _is_of_holder(chain, side)):
        return False
    if not _SHIPS.match(chain.tags, side.link + 1):
        return _earns(chain, side)
    verb = chain.tags.index("J", side.link)
    if "F" in chain.tags[side.link : verb + 3]:
        return False  # "delivered 38 percent of it"
    return flow_told(chain, verb) == "exports"


def _is_of_holder(chain: Chain, side: Side) -> bool:
    """Does an adjective tell whose those are that act: "Korean ports have shipped 5 tonnes"?"""
    beside = chain.tags[max(side.link - 1, 0) : side.link + 2]
    return side.via in ("own", "trait") and beside[-2:-1] == "a" and bool(set(beside) & _HOLDERS)


def imports_itself(chain: Chain, side: Side) -> bool:
    """Does a text begin with what a country imports: "Japan imported 5 tonnes", "Japan's imports rose"?"""
    ties = ("", "own", "by", "of", "office", "say")
    if side.nature != "state" or side.vague or side.via not in ties:
        return False
    if side.via in ("by", "of"):
        return any(chain.values[i] == "imports" for i in chain.find("K", 0, side.link))
    cues = (read_cue(chain, i) for i in chain.find("JK", side.link))
    first = next((cue for cue in cues if cue is not None and cue.kind in MIRROR), None)
    return first is not None and first.kind == "imports" and not first.weak


def takes_amount(chain: Chain, side: Side) -> bool:
    """Is a country one more of a list of buyers, with its own amount: "ahead of Japan (27 percent)"?"""
    listed = side.nature == "state" and side.via not in _HAVING
    return listed and _AMOUNT.match(chain.tags, side.link + 1) is not None


def _earns(chain: Chain, side: Side) -> bool:
    """Does a sentence begin with the only country that it names, and tell of its exports: "Peru earned 5"?"""
    first = not chain.tags[: side.link].strip("_t")
    alone = first and len({chain.values[i] for i in chain.find("Aa")}) == 1 and "Q" in chain.tags
    return alone and any(chain.values[i] == "exports" for i in chain.find("K"))


def lists_buyers(chain: Chain) -> bool:
    """Does a sentence name buyers behind a word for them: "the main buyers were Japan (5), Italy (3)"?

    Or countries with an amount without a word for a flow: "Italy is third with 5".
    """
    if not set(chain.tags) & _FLOWS and _PLACED_WITH.search(chain.tags) is not None:
        return True
    cue = next((i for i in chain.find("K") if str(chain.values[i]) == "market?"), len(chain))
    amount = chain.first_of("Q", 0, len(chain))
    return cue < amount and not set(chain.tags[:cue]) & set("Aa@")


def opens_with_goods(chain: Chain, link: int) -> bool:
    """Are goods of a country the first that a sentence tells of: "Georgian wine", "the wine of Georgia"?"""
    return _OF_GOODS.fullmatch(chain.tags, 0, link) is not None


def sells_goods(chain: Chain, link: int) -> bool:
    """Are a country's goods what a sentence begins with as sold: "Sales of Georgian wine to Peru rose"?"""
    if _SOLD.fullmatch(chain.tags, 0, link) is None:
        return False
    told = str(chain.values[chain.tags.index("K")]).split(" ")[0].rstrip("?")
    return told in ("exports", "sales")


def takes(chain: Chain, side: Side) -> bool:
    """Is a country the subject of "bought", "absorbed 30 percent", "is the largest market"?"""
    if side.via or side.nature != "state":
        return False
    first = _behind_inserted(chain, side.link + 1)
    for i in range(first, min(first + _SOON, len(chain))):
        if chain.tags[i] == "Q":
            if "V" in chain.tags[side.link : i]:
                return False  # "logged a 5 percent rise"
            if chain.tags[i + 1 : i + 2] == "V":
                return _changes(chain, side.link, i + 1)
            if chain.tags[side.link - 1 : side.link] == "V" and str(chain.values[side.link - 1]) == "down":
                return False  # "büßte Peru 5 Prozent seiner Ausfuhren ein"
            flow = _PART_OF_FLOW.match(chain.tags, i)
            if flow is not None:
                return bool(chain.values[flow.end() - 1] == "imports")  # 波兰近三成出口
            ratio = chain.values[i].amount.dimension == "ratio"
            return ratio or (i == side.link + 1 and _goes_on(chain, side.link))
        if chain.tags[i] == "J":
            return str(chain.values[i]).startswith("imports?")
        if chain.tags[i] == "V" and flow_told(chain, i) == "imports":
            return True  # "nahm 18 Prozent der Bohnen ab"
        if chain.tags[i] == "K":
            return str(chain.values[i]) in ("market?", "imports?")  # "doubled its purchases"
        if chain.tags[i] not in "lngω_bFDY,tuV":
            break
    return False


def _behind_inserted(chain: Chain, link: int) -> int:
    """The first link behind what two commas set apart: "Germany, by contrast, took 5 tonnes"."""
    hit = _INSERTED.match(chain.tags, link)
    return link if hit is None else hit.end()


def wants(chain: Chain, side: Side, *, again: bool = False) -> bool:
    """Is a country told of only as one that asks for goods: "the demand of China", "Chinas Nachfrage"?

    ``again`` says that the sentence before told of buyers: "That of Japan weakened".
    """
    if side.via not in ("own", "of") or side.nature != "state":
        return False
    if again and not set(chain.tags) & set("KJTD"):
        return True
    beside = chain.find("K", max(side.link - _DEMAND, 0), min(side.link + _DEMAND, len(chain)))
    return any(chain.values[i] == "consumption" for i in beside)


def _changes(chain: Chain, link: int, change: int) -> bool:
    """Does the verb before a country, or the one behind what it moved by, say that it buys so much more?"""
    closing = _CLOSING.match(chain.tags, change)
    verb = chain.tags.rfind("J", 0, link) if closing is None else closing.end()
    return verb >= 0 and flow_told(chain, verb) == "imports"


def _goes_on(chain: Chain, link: int) -> bool:
    """Does a country go on with a list of buyers: "Spain bought 58 tonnes, Italy 49"?"""
    if chain.tags[max(link - 2, 0) : link].strip("_") not in (",", "&", ";"):
        return False
    verbs = list(chain.find("J", 0, link))
    return bool(verbs) and str(chain.values[verbs[-1]]) == "imports?"


def sells_from(chain: Chain, link: int) -> bool:
    """Does a country right behind its exports own them: "Exports from Texas rose", "left Italy"?"""
    back = len(chain.tags[:link].rstrip("_")) - 1
    noun = back - 1
    if noun >= 0 and chain.tags[noun : back + 1] == "Kq":
        return bool(chain.values[noun] == "exports")
    verb = noun if chain.tags[back : back + 1] == "q" else back
    return verb >= 0 and chain.tags[verb] == "J" and str(chain.values[verb]).startswith("exports")


def is_sold_by(slot: Slot, side: Side) -> bool:
    """Does a country sell what is priced: "the price of the beef exported by Uruguay"?"""
    chain = slot.sentence.chain
    return any(
        flow_told(chain, i) == "exports" for i in chain.find("J", max(side.link - _BY_WHOM, 0), side.link)
    )
