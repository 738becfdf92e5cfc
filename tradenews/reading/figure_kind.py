"""What a figure measures: exports, a balance, a price, and with which sign."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.reading.elided import is_only_dated
from tradenews.reading.figure_balance import sign_before, sign_near, sign_of_gap
from tradenews.reading.figure_best import best_cue, of_goods
from tradenews.reading.figure_brackets import told_beside
from tradenews.reading.figure_buyers import bought_of, seen_from, spent_on, taken_of
from tradenews.reading.figure_charge import beside_duties, is_taxed, taxed_before, taxes
from tradenews.reading.figure_circumstances import leave_asides
from tradenews.reading.figure_comparing import only_compares
from tradenews.reading.figure_counted import counts_boxes
from tradenews.reading.figure_cues import MIRROR, KindCue
from tradenews.reading.figure_doers import by_way, part_goes
from tradenews.reading.figure_guess import (
    builds,
    is_unnamed,
    kind_by_topic,
    listed_flow,
    of_both,
    sums_up,
    under_head,
    weighs,
)
from tradenews.reading.figure_guests import grown_count, grown_since, told_of
from tradenews.reading.figure_hints import built_on_order, gives_for_land
from tradenews.reading.figure_inward import goes_on_inward
from tradenews.reading.figure_market_size import told_by_market
from tradenews.reading.figure_openers import both_ways, of_side
from tradenews.reading.figure_owned import owns
from tradenews.reading.figure_parts import margin_of, part_of_whole, whole_of
from tradenews.reading.figure_payments import pays_off
from tradenews.reading.figure_relief import relieves
from tradenews.reading.figure_sense import (
    begun,
    contracted,
    dealt,
    exceeds,
    is_cause,
    is_change_of,
    meant,
    preposed,
    rated,
    set_against,
    unapposed,
)
from tradenews.reading.figure_sizes import fits, is_price, is_small
from tradenews.reading.figure_sold import count_kind
from tradenews.reading.figure_spending import MIRRORED, paid_for
from tradenews.reading.figure_stake import is_market_share, is_paid_for_firm, is_part_of_duty
from tradenews.reading.figure_surplus import goes_beyond, settles
from tradenews.reading.figure_taxing import is_due, is_rate, names_goods, told_by_words
from tradenews.reading.figure_view import (
    STAKE,
    View,
    bare,
    earned,
    earns,
    is_duty,
    is_of_goods,
    on_goods,
    sold_for,
)
from tradenews.reading.figure_volume import of_volume
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_ABROAD: Final = regex("D[oTl]*u_?[øl]{0,2}a@")  # a contract "with the Japanese importer Hoshikawa"
_FLEETING: Final = (
    frozenset({"other", "count"}),
    frozenset({"other", "count", "deal_value", "investment", "finance"}),
)
_SUMS: Final = frozenset({"trade", "balance"})
_NEARBY: Final = frozenset({"sales", "production", "consumption", "price", "gdp"})
_MEMORY = 6
_FORMER: Final = regex("[q=]_?[alT]{0,2}$")  # "plus 5 million, from a deficit of 3"
_BOUGHT: Final = "merger_acquisition"


def is_turned(chain: Chain | None) -> bool:
    """Does a sentence say "in the opposite direction"?"""
    return chain is not None and "reverse" in chain.values


def decide_kind(slot: Slot, view: View) -> str:
    """Give a slot its kind, polarity and leader; the name of the rule that decided."""
    amount = slot.quantity.amount
    leave_asides(slot, view)
    known = [cue for cue in view.cues if cue.kind != "reverse" and not is_cause(slot, cue, view)]
    view.cues = [cue for cue in known if view.topic.admits(cue, amount) or is_taxed(slot, cue, view)]
    hit = both_ways(slot, best_cue(slot, view.layout, unapposed(slot, view)), view)
    hit = None if hit is not None and _is_of_next(slot, hit[0], view) else hit
    if (leader := set_against(slot, view)) is not None:
        return _follow(slot, leader, "kind.compared")
    if (outright := told_by_market(slot, hit, view)) is not None:
        return outright
    if is_price(amount) and not is_duty(slot, hit, view):
        return _price(slot, view)
    if hit is None and is_price(amount):
        return _follow(slot, view.earlier[-1], "kind.carried")
    if (beside := told_beside(slot, view)) is not None:
        return _follow(slot, *beside)
    if (hit is None or hit[0].kind == "price") and (leader := of_volume(slot, view)) is not None:
        return _follow(slot, leader, "kind.volume")
    if (sign := exceeds(slot, view) or goes_beyond(slot, view)) != 0:
        slot.kind, slot.polarity, slot.role = "balance", sign, "level"
        return "kind.exceeds"
    if (leader := goes_on_inward(slot, view)) is not None:
        return _follow(slot, leader, "kind.inward")
    if (part := _of_firm(slot, hit, view)) is not None:
        return part
    if (counted := count_kind(slot, hit, view)) is not None:
        return counted
    if pays_off(slot, hit, view) or (
        (hit is None or hit[0].weak or hit[0].kind == "investment") and settles(slot, view)
    ):
        slot.kind = "deal_value"
        return "kind.deal"
    if (leader := grown_count(slot, view) or (grown_since(slot, view) if hit is None else None)) is not None:
        return _follow(slot, leader, "kind.carried")
    if (leader := paid_for(slot, view)) is not None:
        return _follow(slot, leader, MIRRORED)
    if hit is None and (told := told_of(slot, view)) is not None:
        slot.kind = told
        return "kind.count"
    if (hint := told_by_words(slot, hit, view)) is not None:
        return hint
    if (side := of_side(slot, hit, view)) is not None:
        slot.kind, slot.kind_cue, slot.firm = view.opened, side.link, not side.weak
        return "kind.side"
    sense = _by_money(slot, hit, view) or (None if hit is None else _by_sense(slot, hit[0], view))
    if sense is not None:
        return sense
    if hit is not None:
        return _take(slot, view, hit[0], "kind.word")
    if view.layout.clause(slot.link).host is not None and (leader := _before(slot, view.earlier)) is not None:
        return _in_brackets(slot, view, leader)
    if (way := by_way(slot, view)) is not None:
        return way
    rule = _carried(slot, view)
    if is_small(amount) and slot.kind == "other" and slot.kind_cue is None:
        slot.kind, slot.leader, slot.polarity, rule = "price", None, 1, "kind.small"
    return rule


def _of_firm(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> str | None:
    """What a part of a market, a firm or a duty is of, and what a firm costs."""
    if is_market_share(slot, view):
        slot.kind = "sales"
        return "kind.market_share"
    if slot.quantity.amount.dimension == "ratio" and owns(slot, view):
        slot.kind, slot.stake = "other", True
        return STAKE
    if is_paid_for_firm(slot, hit, view):
        slot.kind = "deal_value"
        return "kind.paid"
    leader = is_part_of_duty(slot, hit, view)
    return None if leader is None else _follow(slot, leader, "kind.carried")


def _changed(slot: Slot, cue: KindCue, view: View) -> Slot | None:
    """The goods before, of which a change is told, no duty: "before the duties 5 t came, now 3, down 40%"."""
    leader = view.earlier[-1] if view.earlier else None
    if cue.kind != "tariff" or leader is None or leader.sentence is not slot.sentence or bare(slot, view):
        return None
    own = cue.link < leader.link and slot.quantity.amount.dimension == "ratio"
    return leader if own and is_of_goods(leader) and leader.kind != "tariff" else None


def _is_of_next(slot: Slot, cue: KindCue, view: View) -> bool:
    """Is a word only that of a later amount: "those of tea rose 3 percent, adding to 5 percent of trade"?"""
    between = view.chain.tags[slot.link + 1 : cue.link]
    told = (
        "," in between.partition("Q")[0]
        and "Q" in between
        and "K" not in slot.clause[: slot.clause.find("Q")]
    )
    return told and _before(slot, view.earlier) is not None


def _by_money(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> str | None:
    """The kind of what somebody earns or loses, or a state gives."""
    if relieves(slot, hit, view):
        slot.kind = "finance"
        return "kind.relief"
    if (verb := earns(slot, view)) is not None:
        slot.kind, slot.kind_cue = "finance", verb
        slot.polarity = -1 if view.chain.values[verb] == "down" else 1
        return "kind.earned"
    if hit is not None and seen_from(slot, hit[0], view) is not None:
        return None
    if (kind := earned(slot, hit, view)) is None:
        return None
    slot.kind = kind
    slot.firm = hit is not None and hit[0].kind == kind and not hit[0].weak
    if "T" not in view.chain.tags and view.earlier and view.earlier[-1].kind == kind:
        slot.leader = view.earlier[-1]
    return "kind.earned"


def _by_sense(slot: Slot, cue: KindCue, view: View) -> str | None:
    """The kind where the word of the clause is meant otherwise than it reads: None where it is meant so."""
    if (leader := _changed(slot, cue, view)) is not None:
        return _follow(slot, leader, "kind.carried")
    if (leader := seen_from(slot, cue, view)) is not None:
        return _follow(slot, leader, MIRRORED)
    if (leader := rated(slot, cue, view) or taxed_before(slot, cue, view)) is not None:
        return _follow(slot, leader, "kind.paragraph")
    if (rule := beside_duties(slot, cue, view)) is not None:
        return rule
    if (leader := margin_of(slot, cue, view)) is not None:
        return _follow(slot, leader, "kind.carried")
    if (whole := whole_of(slot, cue, view)) is not None:
        return _take(slot, view, whole, "kind.whole")
    if bought_of(slot, cue, view):
        slot.kind, slot.kind_cue = "exports", cue.link
        return MIRRORED
    if taken_of(slot, cue, view):
        slot.kind, slot.kind_cue = view.sold, cue.link
        return MIRRORED
    if sold_for(slot, cue, view):
        slot.kind, slot.kind_cue = "deal_value", cue.link
        return "kind.paid"
    if (deal := dealt(cue, view, slot.quantity.amount)) is not None:
        return _take(slot, view, deal, "kind.deal")
    if (leader := part_of_whole(slot, cue, view)) is not None:
        return _follow(slot, leader, "kind.part")
    if spent_on(slot, cue, view):
        slot.kind, slot.kind_cue, slot.firm = "imports", cue.link, True
        return "kind.spent"
    if (kind := part_goes(slot, cue, view)) is not None:
        slot.kind, slot.kind_cue = kind, cue.link
        return "kind.went"
    return None


def _price(slot: Slot, view: View) -> str:
    """Money for a unit of goods, with the word "price" of the clause if there is one."""
    named = best_cue(slot, view.layout, [cue for cue in view.cues if cue.kind == "price"])
    spoken = view.spoken is not None and view.spoken.kind == "tariff" and not names_goods(slot)
    if named is None and (spoken or is_due(slot, view)):
        slot.kind = "tariff"
        return "kind.at_entry"
    slot.kind, slot.kind_cue = "price", named[0].link if named else None
    if named is None and gives_for_land(slot, view):
        slot.kind = "finance"
    return "kind.rate"


def _in_brackets(slot: Slot, view: View, leader: Slot) -> str:
    """The kind of the amount before the brackets, or of the word before them: "deficits with China (5)"."""
    amount = slot.quantity.amount
    own = [c for c in view.cues if leader.link < c.link < slot.link and fits(c.kind, amount)]
    if own and view.layout.tag(view.layout.clause(slot.link).first - 1) != "Q":
        return _take(slot, view, own[-1], "kind.word")
    return _follow(slot, leader, "kind.bracket")


def _take(slot: Slot, view: View, cue: KindCue, rule: str) -> str:
    slot.kind, slot.kind_cue, slot.firm = meant(slot, cue, view), cue.link, not cue.weak
    former = cue.link > slot.link and _FORMER.search(view.chain.tags, slot.link, cue.link) is not None
    sign = sign_of_gap(view.earlier) if cue.kind == "balance" and cue.weak else 0
    slot.polarity = 1 if former else sign or cue.sign or sign_near(slot, view.layout)
    return rule


def _follow(slot: Slot, leader: Slot, rule: str) -> str:
    slot.guessed = leader.guessed
    slot.kind, slot.polarity, slot.leader, slot.firm = leader.kind, leader.polarity, leader, leader.firm
    return rule


def _before(slot: Slot, earlier: list[Slot]) -> Slot | None:
    """The last figure before the amount in its sentence whose kind it can have."""
    if earlier and earlier[-1].sentence is slot.sentence:
        power = {earlier[-1].quantity.amount.dimension, slot.quantity.amount.dimension} == {"power"}
        return earlier[-1] if power or fits(earlier[-1].kind, slot.quantity.amount) else None
    return None


def _carried(slot: Slot, view: View) -> str:
    """The kind from the words or figures before in the sentence, else of the paragraph, else from behind."""
    amount = slot.quantity.amount
    fitting = [cue for cue in view.cues if fits(cue.kind, amount)]
    if amount.dimension == "money":
        fitting = [c for c in fitting if not of_goods(c, view.chain)]
    before = [c for c in fitting if c.link < slot.link and view.layout.clause(c.link).host is None]
    before = [cue for cue in before if not weighs(cue, slot, view)]
    if sums_up(slot, view):
        slot.kind = "trade"
        return "kind.sum"
    leader = _before(slot, view.earlier)
    if leader is None and not before and view.head is None and taxes(slot, view):
        slot.kind = "tariff"
        return "kind.rate_of_duty"
    deals = [cue for cue in before if view.chain.tags[cue.link] == "D"]
    if not before and leader is None and (subject := preposed(slot, view, fitting)) is not None:
        return _take(slot, view, subject, "kind.preposed")
    if deals and amount.dimension == "money" and (leader is None or is_of_goods(leader)):
        return _take(slot, view, deals[-1], "kind.deal")
    if leader is not None and is_unnamed(leader) and leader.quantity.amount.dimension != amount.dimension:
        leader = leader if amount.dimension == "ratio" else None
    if leader is not None and (not before or before[-1].link < leader.link):
        return _follow(slot, leader, "kind.carried")
    if before:
        return _take(slot, view, before[-1], "kind.clause_before")
    if amount.dimension in ("mass", "volume") and contracted(view):
        slot.kind = "exports" if _ABROAD.search(view.chain.tags) else "sales"
        return "kind.contract"
    moves = amount.dimension != "ratio" or next(view.layout.links(slot.link, "V"), None) is not None
    moves = moves or (view.spoken is not None and view.spoken.kind == "price")  # inflation
    moves = moves and (view.spoken is None or view.spoken.kind != "tariff" or bare(slot, view))
    if view.spoken is not None and leader is None and moves and fits(view.spoken.kind, amount):
        told = view.spoken.kind if view.firms else view.topic.sharpen(view.spoken)
        slot.kind, slot.polarity = told, view.spoken.sign or 1
        return "kind.spoken"
    fresh = not view.earlier or view.earlier[-1].sentence.block is not slot.sentence.block
    behind = [c for c in fitting if c.link > slot.link and str(view.chain.values[c.link]).startswith(_BOUGHT)]
    if fresh and amount.dimension == "money" and behind:
        return _take(slot, view, behind[0], "kind.deal")  # "22 million: that is what X pays to acquire Y"
    turns = leader is None and amount.dimension == "money" and not is_small(amount)
    if turns and view.earlier and builds(view):
        slot.kind = "deal_value" if built_on_order(view) else "investment"
        return "kind.built"  # "The port moved 5 tonnes. X will build a terminal for 5 million there"
    if leader is None and not before and is_rate(slot, view):
        slot.kind = "tariff"
        return "kind.rate_of_duty"
    return _of_paragraph(slot, view) or _of_rest(slot, view, fitting)


def _of_paragraph(slot: Slot, view: View) -> str | None:
    """The kind of the last figure that this one can go on with; None where there is none."""
    amount = slot.quantity.amount
    counted = amount.dimension in ("count", "piece")
    if view.label is not None and fits(view.label.kind, amount):
        slot.kind, slot.polarity = view.label.kind, view.label.sign or 1
        return "kind.label"
    if amount.dimension == "money" and of_both(slot, view):
        slot.kind = "trade"
        return "kind.both"
    if (rule := under_head(slot, view) or listed_flow(slot, view)) is not None:
        return rule
    fresh = not view.earlier or view.earlier[-1].sentence.block is not slot.sentence.block
    cargo = (view.topic.main == "trade" or view.topic.port) and amount.dimension in ("mass", "container")
    if fresh and cargo and "T" not in view.chain.tags:
        slot.kind = "trade"
        return "kind.topic"
    for leader in view.earlier[: -_MEMORY - 1 : -1]:
        if counted and leader.kind not in MIRROR and not is_of_goods(leader):
            continue
        if amount.dimension == "container" and not counts_boxes(leader, view.earlier):
            continue
        if amount.unit == "m2" and leader.quantity.amount.unit not in (amount.unit, "percent"):
            continue  # what a hall covers
        stored = is_of_goods(slot) and leader.kind == "other" and leader.kind_cue is not None
        stored = stored and leader.quantity.amount.dimension == amount.dimension
        fleeting = leader.kind in _FLEETING[amount.dimension == "ratio"] and not stored
        meant_yet = leader.kind == view.topic.main and view.topic.national  # remittances, in a text on these
        fleeting = fleeting and not meant_yet
        if not fits(leader.kind, amount) or (fleeting and not is_change_of(slot, leader, view)):
            continue
        if leader.kind in _SUMS and (is_of_goods(slot) or on_goods(slot, leader)):
            continue
        apart = leader.sentence.block is not slot.sentence.block
        if leader.kind in _NEARBY and apart and not is_only_dated(view.chain, slot.link):
            continue
        other = leader.quantity.amount.dimension != amount.dimension
        if leader.guessed and other and not only_compares(slot, leader):
            continue
        if leader.kind == "tariff" and not bare(slot, view):
            continue
        if leader.kind == "sales" and amount.dimension not in ("money", "ratio"):
            continue
        if leader.kind == "finance" and amount.dimension == "money" and apart and not meant_yet:
            continue  # money of another paragraph is rarely one more loan, or one more profit
        rule = _follow(slot, leader, "kind.paragraph")
        slot.polarity = sign_before(leader, view.earlier)
        if (flow := begun(slot, leader, view)) is not None:
            slot.kind, slot.leader = flow, None
        growth = amount.dimension == "ratio" and "T" in view.chain.tags  # "conversely, tea fell by 5 percent"
        if slot.kind in MIRROR and view.turned and leader.sentence is not slot.sentence and not growth:
            slot.kind, slot.leader, rule = MIRROR[slot.kind], None, "kind.reverse"
        return rule
    return None


def _of_rest(slot: Slot, view: View, fitting: list[KindCue]) -> str:
    """The kind from a word behind the amount, else from what the article is about."""
    behind = [cue for cue in fitting if cue.link > slot.link]
    if slot.quantity.amount.dimension == "ratio" and not bare(slot, view):
        behind = [cue for cue in behind if cue.kind != "tariff"]  # "they may fall 20 percent if duties ..."
    behind = [cue for cue in behind if cue.kind != "balance" or cue.sign]  # "says the report on the balance"
    if behind:
        return _take(slot, view, behind[0], "kind.clause_behind")
    return kind_by_topic(slot, view)
