"""What a word that names a kind stands for here, and what two such words say together."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.models.amount import Amount
from tradenews.reading.figure_buyers import way_named
from tradenews.reading.figure_cues import AFTER, FLOWS, HOME, INCOME, MIRROR, TURNED_OVER, KindCue, end_named
from tradenews.reading.figure_doers import by_doer
from tradenews.reading.figure_exchange import quoted_at
from tradenews.reading.figure_hints import built_on_order
from tradenews.reading.figure_openers import opened_with
from tradenews.reading.figure_sizes import EARNED, SHARE, is_price, is_small
from tradenews.reading.figure_view import View, flow_spoken_of, goes_abroad, is_of_goods, sells_itself
from tradenews.reading.inserted import inserted
from tradenews.reading.slot import Slot

_AWARD: Final = regex("Yt?_?a?@")
_FLOWS: Final = frozenset(("exports", "imports", "sales"))
_PARTING: Final = frozenset("_oVAalbtX'GE")
_BEHIND: Final = frozenset("_oAaynul'XEG")
_REACH: Final = 6  # links between a percentage and the price it leads to
_MEMORY: Final = 6  # figures back that are looked at
_MEASURE: Final = regex("_?Uo_?[Tl]{1,3}V")  # "el kilo de limón subió 23 %"
_RISE: Final = regex("Vo?_?b?$")  # "a rise of"
_BEYOND: Final = regex("_?[lo]?(?:V[=q]?|b)[_oAaTXlt]{0,3}[KJ]")  # "more than exports"
_ABOVE: Final = regex("t_?[KJ]")  # "supérieures de 5 millions aux exportations"
_APPOSED: Final = regex("[noθaA_ltuk]{0,6},(?:_|(?=K))[^QVJ,;:s]{1,10},(?=[lm]{0,2}V|[oyX]_?b?Q)")
OVER: Final = " over"  # ends the value of a verb that sets one sum above another: "exceeded"


_FLOWING_IN = frozenset(("finance", "investment"))  # of which "inflows" may tell as well as of goods
_NAMING = frozenset("KJTAak@EGWHDQs;:")  # what may be a subject, or parts from it
_CAUSES, _MOVED = (
    frozenset(("consumption", "production")),
    frozenset(("exports", "imports", "trade", "sales")),
)
_PREPOSED, _BEFOREHAND = "Yκtzαun", "earlier<"


def meant(slot: Slot, cue: KindCue, view: View) -> str:
    """The kind that a word stands for: deliveries of suppliers are imports, sales abroad are exports."""
    told = str(view.chain.values[cue.link])
    if HOME in told or (told.endswith(INCOME) and view.firms and _is_money_of_firm(slot, cue, view)):
        return cue.kind
    if told == TURNED_OVER and _is_of_countries(cue, view):
        return "trade"
    kind = _at_company(slot, cue, view) or _of_wares(cue, view) or view.topic.sharpen(cue)
    ends = view.ends or (end_named(view.chain, slot.link) if view.chain.tags[cue.link] == "K" else "")
    if cue.weak and kind in MIRROR and ends == MIRROR[kind] and not way_named(slot, cue, view.layout):
        kind = ends
    if kind == "sales" and (flow := flow_spoken_of(slot, cue, view)) is not None:
        kind = flow
    if kind == "sales" and not view.firms and _of_nation(cue, view):
        kind = "exports"
    if kind == "sales" and cue.weak and not view.firms and goes_abroad(view.layout, cue.link):
        kind = "exports"
    goods = slot.quantity.amount.dimension != "money"
    if kind == "exports" and cue.weak and view.topic.trade and not goes_abroad(view.layout, cue.link):
        kind = "sales"  # what a trade has sold
    if kind == "exports" and cue.weak and _sold_inland(slot, cue, view):
        kind = "sales"
    if kind == "exports" and cue.weak and goods and (_at_home(slot, cue, view) or _by_contract(slot, view)):
        kind = "sales"
    if kind == "investment" and cue.weak and built_on_order(view):
        kind = "deal_value"
    kind = by_doer(slot, cue, kind, view)
    before = view.earlier[-1] if view.earlier else None
    if kind in MIRROR and cue.weak and before is not None and _flows_in(slot, before, cue, view):
        kind = before.kind
    if before is not None and before.sentence is slot.sentence and before.kind_cue == cue.link:
        both, ratio = {before.kind, kind}, slot.quantity.amount.dimension == "ratio"
        same = (cue.weak and both <= _FLOWS) or (
            ratio and view.topic.port and both <= {"trade", "production"}
        )
        kind = before.kind if same else kind  # "sold 5 cars, up 3 percent"
    return kind


def _is_of_countries(cue: KindCue, view: View) -> bool:
    """Is what is turned over the trade that the article is about, and nobody's sales?"""
    tags = view.chain.tags
    beside = tags[: cue.link].rstrip("_")[-1:] + tags[cue.link + 1 : cue.link + 2]
    owned = "@" in tags[: cue.link] or "o" in beside  # "had a turnover of"
    first = not any(each.link < cue.link for each in view.cues)
    told = "trade" in view.topic.counts and view.topic.main in FLOWS
    return told and first and not view.firms and not owned


def _is_money_of_firm(slot: Slot, cue: KindCue, view: View) -> bool:
    """Is what comes in that of a company: money or a change of it, and not from abroad?"""
    if slot.quantity.amount.dimension not in ("money", "ratio") or goes_abroad(view.layout, cue.link):
        return False
    return not set(view.chain.tags[max(cue.link - _REACH, 0) : cue.link]) & set("AaT")


def _flows_in(slot: Slot, before: Slot, cue: KindCue, view: View) -> bool:
    """Is a word of flows heard of the money spoken of: remittances, and then "inflows from Spain"?"""
    if before.kind not in _FLOWING_IN or before.sentence.block is not slot.sentence.block or view.firms:
        return False
    flows = str(view.chain.values[cue.link]).rstrip("?") in MIRROR
    return flows and not is_of_goods(slot) and "T" not in view.chain.tags


def _at_company(slot: Slot, cue: KindCue, view: View) -> str | None:
    """Sales, where the paragraph goes on with those of a company: "In Turkey its sales fell by 37"."""
    if cue.kind == "sales" and _owned_by_firm(cue, view):
        return "sales"
    sold = cue.kind == "exports" and view.firms and not goes_abroad(view.layout, cue.link)
    if not (cue.kind == "sales" or sold) or not cue.weak or not view.earlier:
        return None
    before = view.earlier[-1]
    same = before.kind == "sales" and before.sentence.block is slot.sentence.block
    return "sales" if same and before.firm else None


def _owned_by_firm(cue: KindCue, view: View) -> bool:
    """Does a company stand before a noun, as who has it: "Norvik Ltd had revenue of"?"""
    chain = view.chain
    owner = next(reversed(list(chain.find("@A", max(cue.link - _REACH, 0), cue.link))), -1)
    if owner < 0 or chain.tags[cue.link] != "K" or chain.tags[owner] != "@":
        return False
    return bool(chain.values[owner].kind == "company") and not set(chain.tags[owner : cue.link]) & set(
        "KQ,;v"
    )


def _sold_inland(slot: Slot, cue: KindCue, view: View) -> bool:
    """Do the words of the clause name the market at home: "sold 4 tonnes of paper on the domestic market"?"""
    words = view.lexicon.lines["name_words"].get("home_markets", ()) if view.lexicon else ()
    if not words or view.chain.tags[cue.link] != "J":
        return False
    clause = fold(view.chain.words(min(slot.first, cue.link), max(slot.last, cue.link + 1)))
    return any(word in clause for word in words)


def _at_home(slot: Slot, cue: KindCue, view: View) -> bool:
    """Does a company sell, and not abroad: "delivered 5 cars in China"? It may make them there."""
    exporting = any(c.kind == "exports" and not c.weak for c in view.cues)
    if not view.firms or exporting or sells_itself(view.layout, cue.link):
        return False
    if slot.quantity.amount.dimension in ("mass", "volume"):
        return not view.topic.counts.get("exports") and not goes_abroad(view.layout, cue.link)
    return not goes_abroad(view.layout, cue.link, firm=True)


def _by_contract(slot: Slot, view: View) -> bool:
    """Are goods sold by a contract of companies?"""
    return is_of_goods(slot) and contracted(view)


def _of_nation(cue: KindCue, view: View) -> bool:
    """Is a country what sells: "the country earned 5 billion by it"?"""
    values, tags = view.chain.values, view.chain.tags
    subject = any(values[i] == "country" for i in view.chain.find("G", max(cue.link - 3, 0), cue.link))
    return subject and not FLOWS.isdisjoint(view.topic.counts) and not set(tags[: cue.link]) & set("@")


def contracted(view: View) -> bool:
    """Does a sentence tell of a contract of companies, so that goods are sold by it?"""
    deals = (view.chain.values[i] for i in view.chain.find("D"))
    if view.topic.main in MIRROR:
        return False
    return view.firms and any(str(deal).startswith("contract") for deal in deals)


def per_share(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> bool:
    """Is it what a company earned per share, by a word for it or by the profit it goes on with?"""
    if slot.quantity.amount.per != SHARE:
        return False
    before = view.earlier[-1] if view.earlier else None
    near = before if before is not None and before.sentence is slot.sentence else None
    if hit is not None and hit[0].kind in EARNED and (near is None or hit[0].link > near.link):
        slot.kind, slot.kind_cue = "finance", hit[0].link
        return True
    priced = hit is not None and hit[0].kind == "price" and near is not None and near.link < hit[0].link
    if near is None or near.kind != "finance" or priced:
        return False  # "raised 5 million, by issuing shares at a price of 8 a share"
    slot.kind, slot.leader = "finance", near
    return True


def exceeds(slot: Slot, view: View) -> int:
    """The sign of a balance in "imports exceeded exports by 5 billion"; 0 where nothing is said so."""
    if slot.quantity.amount.dimension == "ratio" or slot.role not in ("by", "level"):
        return 0
    tags, values, owner = view.chain.tags, view.chain.values, view.layout.owner
    flows = [c for c in view.cues if owner[c.link] == owner[slot.link] and c.link < slot.link and not c.weak]
    if flows and (sign := _beyond(slot, flows[-1], view)) != 0:
        return sign
    if len(flows) < 2 or {cue.kind for cue in flows[-2:]} != set(MIRROR):
        return 0
    first, second = flows[-2:]
    if tags[first.link + 1 : second.link] == "=" and tags[second.link + 1 : slot.link] in ("V", "Vb"):
        less = values[second.link + 1] == "down"  # 出口比进口多5亿元
        return 1 if (first.kind == "exports") != less else -1
    verbs = [i for i in view.layout.links(slot.link, "V") if str(values[i]).endswith(OVER)]
    if len(flows) == 2 and len(verbs) == 1:
        return 1 if first.kind == "exports" else -1
    # Elsewhere the verb is written as the words "more than" are: then nothing else parts the two flows.
    between, behind = tags[first.link + 1 : second.link], tags[second.link + 1 : slot.link]
    verbs = [i for i in range(first.link + 1, second.link) if tags[i] in "Vb"]
    if not verbs or not set(between) <= _PARTING or not set(behind) <= _BEHIND:
        return 0
    larger = second if any(values[i] in ("under", "down") for i in verbs) else first
    return 1 if larger.kind == "exports" else -1


def _beyond(slot: Slot, first: KindCue, view: View) -> int:
    """The sign in "imports were 5 billion more than exports"; 0 where no other flow stands behind "than"."""
    tags, at = view.chain.tags, slot.link + 1
    verb = tags.rfind("V", first.link + 1, slot.link)
    above = None if tags[verb + 1 : slot.link].strip("ob") or verb < 0 else _ABOVE.match(tags, at)
    behind = _BEYOND.match(tags, at) or above
    other = None if behind is None else next((c for c in view.cues if c.link == behind.end() - 1), None)
    if behind is None or other is None or {first.kind, other.kind} != set(MIRROR):
        return 0
    links = range(verb if above else behind.start(), behind.end())
    larger = other if any(view.chain.values[i] in ("under", "down") for i in links) else first
    return 1 if larger.kind == "exports" else -1


def unapposed(slot: Slot, view: View) -> list[KindCue]:
    """The words that name kinds, without those that only explain one: "sales, a gauge of demand, rose"."""
    tags, cues = view.chain.tags, view.cues
    if (between := inserted(tags, slot.link)) is not None:
        cues = [cue for cue in cues if not between[0] < cue.link < between[1]]
    first = next((c.link for c in cues if c.link < slot.link and tags[c.link] == "K"), -1)
    hit = _APPOSED.match(tags, first + 1) if first >= 0 else None
    if hit is None or hit.end() > slot.link:
        return cues
    return [cue for cue in cues if not hit.start() < cue.link < hit.end()]


def quoted(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> str | None:
    """The rule by which a percentage is one of prices: it leads to one, or moves goods at an exchange."""
    if slot.quantity.amount.dimension != "ratio":
        return None
    if (hit is None or hit[1] > AFTER) and _moves_a_price(slot, view):
        return "kind.rate"
    if (hit is None or hit[0].link > slot.link) and _MEASURE.match(view.chain.tags, slot.first):
        return "kind.measure"
    return "kind.exchange" if (hit is None or hit[0].weak) and _trades(slot, view) else None


def _moves_a_price(slot: Slot, view: View) -> bool:
    """Does a percentage lead to a price: "up 2 percent to $80 a barrel"?"""
    tags = view.chain.tags
    ahead = tags.find("Q", slot.link + 1, slot.link + 2 * _REACH)
    between = tags[slot.link + 1 : max(ahead, 0)]
    if ahead < 0 or set(between) & set("&;oKJ") or not is_price(view.chain.values[ahead].amount):
        return False
    if "," in between or len(between) >= _REACH:
        moves = next(view.layout.links(slot.link, "V"), None) is not None
        return moves and between.rstrip('_b"')[-1:] in ("t", "z")
    return bool(set(between) & set("tzn"))


def _trades(slot: Slot, view: View) -> bool:
    """Do goods move at an exchange, "wheat gained 2 percent in Chicago", or in a report that opens at one?"""
    if not set(slot.clause) & set("TK") or next(view.layout.links(slot.link, "V"), None) is None:
        return False
    if quoted_at(slot, view.lexicon) != "":
        return True
    first = view.earlier[0] if view.earlier and not set(slot.clause) & set("AakG@KJ") else None
    return first is not None and first.kind == "price" and quoted_at(first, view.lexicon) != ""


def begun(slot: Slot, leader: Slot, view: View) -> str | None:
    """The flow with which the paragraph began, where others' purchases came in between.

    "Peru exported 5 tonnes. The Dutch bought 2. The volume rose to 6".
    """
    if leader.kind not in MIRROR or leader.sentence is slot.sentence or opened_with(leader.sentence.chain):
        return None
    apart = leader.sentence.block is not slot.sentence.block
    if apart and ("T" not in slot.clause or set(slot.clause) & set("qDJ") or view.firms):
        return None  # of the goods of a new paragraph, those that the one before opened with
    block = leader.sentence.block if apart else slot.sentence.block
    here = [each for each in view.earlier[-_MEMORY:] if each.sentence.block is block]
    if not here or here[0].kind != MIRROR[leader.kind] or not here[0].firm:
        return None
    if here[0].kind == "exports" and "q" not in slot.clause:
        return "exports"
    if apart:
        return None
    named = bool(set(slot.clause) & set("AaGk"))
    return here[0].kind if not named and view.topic.main == here[0].kind else None


def set_against(slot: Slot, view: View) -> Slot | None:
    """The price with which another is compared: "at 97,000 yuan, against 510,000 in January"."""
    before = view.earlier[-1] if view.earlier else None
    if slot.role not in ("than", "from") or before is None or before.sentence is not slot.sentence:
        return None
    same = before.quantity.amount.unit == slot.quantity.amount.unit and before.form == "level"
    return before if same and before.kind == "price" and before.quantity.amount.dimension == "money" else None


def _of_wares(cue: KindCue, view: View) -> str | None:
    """The flow that a word for purchases tells where goods follow and no company: "a compra de soja"."""
    goods = view.chain.tags[cue.link + 1 : cue.link + 2] == "T" and view.chain.tags[cue.link] == "D"
    if not goods or view.firms or cue.kind != "deal_value" or view.topic.main not in MIRROR:
        return None
    return next((each.kind for each in view.cues if each.link == cue.link and each.kind in MIRROR), None)


def rated(slot: Slot, cue: KindCue, view: View) -> Slot | None:
    """The price before, where a word for duties means any rate: "the tariff to Lima is 6,400 dollars"."""
    if cue.kind != "tariff":
        return None
    levels = [before for before in view.earlier[-_MEMORY:] if before.quantity.amount.dimension != "ratio"]
    leader = levels[-1] if levels else None
    if leader is None or leader.sentence.block is not slot.sentence.block:
        return None
    same = leader.quantity.amount.unit == slot.quantity.amount.unit
    return leader if leader.kind == "price" and same and is_small(slot.quantity.amount) else None


def dealt(cue: KindCue, view: View, amount: Amount) -> KindCue | None:
    """The contract of the sentence, where money is only vaguely that of a sale or a purchase."""
    tags = view.chain.tags
    if cue.weak and cue.kind in _FLOWS and amount.dimension == "money" and tags[cue.link] == "K":
        award = _AWARD.search(tags, 0, cue.link)
        if award is not None and view.chain.values[award.end() - 1].kind == "company":  # "awarded X a supply"
            return KindCue(
                cue.link, "deal_value", 0, True
            )  # "awarded Hansol Rail the supply of trains for 5"
    if not cue.weak or tags[cue.link] == "D" or amount.dimension != "money" or cue.kind not in _FLOWS:
        return None
    own = view.layout.owner[cue.link]
    deals = (c for c in view.cues if tags[c.link] == "D" and c.kind == "deal_value")
    found = next(
        (c for c in deals if ":" not in tags[c.link : cue.link] or view.layout.owner[c.link] == own), None
    )
    if found is None and view.firms and tags[cue.link] == "J":  # "buys jets in a deal worth 96 billion"
        named = (i for i in view.chain.find("D", cue.link) if view.chain.values[i] == "deal")
        found = next((KindCue(i, "deal_value", 0, True) for i in named), None)
    return found


def is_change_of(slot: Slot, leader: Slot, view: View) -> bool:
    """Is a percentage the change of the money told right before it: "That was a rise of 5 percent"?"""
    told = leader is view.earlier[-1] and leader.sentence.number == slot.sentence.number - 1
    money = leader.kind in _FLOWING_IN and leader.kind_cue is not None and leader.form == "level"
    here = leader.sentence.block is slot.sentence.block and not set(slot.clause) & set("KJDTH@")
    return told and money and here and _RISE.search(slot.sentence.chain.tags, 0, slot.link) is not None


def is_cause(slot: Slot, cue: KindCue, view: View) -> bool:
    """Does a word only say why another thing moved: "exports rose on strong demand, with tea up 5 percent"?

    It ends a clause in which a flow has moved, and nothing is told of it.
    """
    if cue.kind not in _CAUSES or cue.link > slot.link:
        return False
    chain = view.chain
    ahead = chain.tags[cue.link + 1 : slot.link]
    stop = next((i for i, tag in enumerate(ahead) if tag in ",:;‹¬"), -1)
    if stop < 0 or set(ahead[:stop]) & set("VKJmv"):
        return False
    if _is_of_goods_behind(slot, view):
        return True
    flows = (c.link for c in view.cues if c.kind in _MOVED and c.link < cue.link and not c.weak)
    between = chain.tags[max(flows, default=cue.link - 1) + 1 : cue.link]
    told = "V" in between and not set(between) & set(",;:Q¬s")
    return told and "&" not in between[between.find("V") :]


def _is_of_goods_behind(slot: Slot, view: View) -> bool:
    """Do goods move behind the comma, as those told before did: "on weak demand, tea fell 5 percent"?"""
    own = view.chain.tags[: slot.link].rpartition(",")[2]
    before = view.earlier[-1] if view.earlier else None
    return before is not None and before.kind in MIRROR and "T" in own[: max(own.find("V"), 0)]


def preposed(slot: Slot, view: View, fitting: list[KindCue]) -> KindCue | None:
    """The subject behind the comma, where what it did before is told first: "After rising 5%, exports".

    The clause of the amount begins with a small word, or ends in "after", and names nothing itself.
    """
    chain = view.chain
    comma = chain.tags.find(",", slot.link)
    head = chain.tags[: slot.link]
    if comma < 0 or set(head) & _NAMING or slot.quantity.amount.dimension != "ratio":
        return None
    ends = any(chain.values[i] == _BEFOREHAND for i in chain.find("Y", slot.link, comma))
    if not ends and head[:1] not in tuple(_PREPOSED):
        return None
    told = set(chain.tags[:comma]) & set("VY")
    stop = chain.tags.find("Q", comma)
    named = (cue for cue in fitting if comma < cue.link < (stop if stop >= 0 else len(chain)))
    return next((cue for cue in named if told and not cue.weak), None)
