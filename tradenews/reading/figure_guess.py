"""What a figure measures where no word near it tells: by how it looks, and what the article is about."""

from __future__ import annotations

from typing import Final

from tradenews.reading.figure_charge import charged_on
from tradenews.reading.figure_cues import DEALS, MEASURED, MIRROR, OFFER, KindCue
from tradenews.reading.figure_hints import built_on_order, dealt_for, goes_into_works
from tradenews.reading.figure_sizes import GOODS_KINDS, fits, is_small
from tradenews.reading.figure_view import View, bare, paid
from tradenews.reading.slot import Slot

_LISTED: Final = ("A‹", "k‹", "@‹")
_TOPICS: Final = {
    "money": MEASURED | {"investment", "deal_value"},
    "ratio": MEASURED - {"sales", "production"},
}


def _goods_kind(view: View) -> str:
    """What goods are that no word tells of: what the text tells of most, else exports.

    Those of a port go both ways, those that are taxed come in.
    """
    main = view.topic.main
    if main == "sales" or (view.firms and not view.topic.port):
        return "production"  # what a company can make; what it sells is told by a word
    if main is not None and main in GOODS_KINDS:
        return main
    return "trade" if view.topic.port else "imports" if main == "tariff" else "exports"


def kind_by_topic(slot: Slot, view: View) -> str:
    """The kind where no word near gives one: from how the amount looks, and what the article is about."""
    amount, topic = slot.quantity.amount, view.topic
    counted = amount.dimension in ("count", "piece")
    duties = topic.is_of("tariff") or charged_on(slot, view)
    if amount.dimension == "ratio" and duties and bare(slot, view):
        slot.kind = "tariff"
        return "kind.rate_of_duty"
    if amount.dimension == "money" and not is_small(amount) and dealt_for(slot, view):
        slot.kind = "deal_value"
        return "kind.deal"
    if goes_into_works(slot, view):
        slot.kind = "deal_value" if built_on_order(view) else "investment"
        return "kind.built"
    if amount.dimension == "money" and not is_small(amount) and paid(slot, view):
        slot.kind = "deal_value"
        return "kind.paid"
    status = next(view.chain.find("Y"), None)
    if amount.dimension == "money" and not is_small(amount) and OFFER in view.chain.values:
        slot.kind = "deal_value"
        return "kind.offer"
    if amount.dimension == "money" and not is_small(amount) and status is not None:
        told = str(view.chain.values[status]).partition("@")[2]
        slot.kind = DEALS.get(told, "deal_value")
        return "kind.status"
    title = topic.title
    allowed = frozenset(MIRROR) if counted else _TOPICS.get(amount.dimension, MEASURED - {"sales"})
    if amount.dimension == "ratio" and "V" in slot.clause:
        allowed = allowed | {"price"}  # "the September contract rose 1.2 percent"
    halls = amount.unit == "m2" and "T" not in view.chain.tags
    weighed = title is not None and title.kind == "balance" and not title.sign
    if title is not None and not halls and not weighed and fits(title.kind, amount) and title.kind in allowed:
        slot.kind, slot.polarity = title.kind, title.sign or 1
        return "kind.topic"
    earned = amount.dimension == "money" and not is_small(amount) and "T" in view.chain.tags
    if counted:
        slot.kind = "count"
    elif earned and not view.firms and topic.main in MIRROR and amount.per is None:
        slot.kind, slot.guessed = str(topic.main), True
    elif amount.dimension == "container":
        slot.kind = "trade"
    elif amount.dimension in ("mass", "volume") or (
        amount.unit == "m2" and ("T" in view.chain.tags or duties)
    ):
        slot.kind, slot.guessed = _goods_kind(view), True
    return "default"


def sums_up(slot: Slot, view: View) -> bool:
    """Does a clause with "together" add up exports and imports that went before?"""
    if slot.quantity.amount.dimension not in ("money", "ratio"):
        return False
    if next(view.layout.links(slot.link, "Ω"), None) is None:
        return False
    money = [s.kind for s in view.earlier[-8:] if s.quantity.amount.dimension == "money"]
    flows = [kind for kind in money if kind != "balance"]
    share = slot.quantity.amount.dimension == "ratio" and slot.role != "by"
    return set(flows[-2:]) == {"exports", "imports"} and not share


def builds(view: View) -> bool:
    """Does a sentence tell of something that is built or paid in: "a plant", "will build"?"""
    values = (str(view.chain.values[i]) for i in view.chain.find("DY"))
    return any(value.startswith("investment") or value.endswith("@investment") for value in values)


def listed_flow(slot: Slot, view: View) -> str | None:
    """The flow of the text of a change in brackets behind a country, after the balance: "Peru (-5%)"."""
    last, main = view.earlier[-1] if view.earlier else None, view.topic.main
    if last is None or (last.kind, last.form) != ("balance", "level") or main not in MIRROR:
        return None
    if slot.quantity.amount.dimension != "ratio" or view.chain.tags[slot.link - 2 : slot.link] not in _LISTED:
        return None
    slot.kind = str(main)
    return "kind.topic"


def under_head(slot: Slot, view: View) -> str | None:
    """The flow that the heading names, unless the paragraph goes on with what is traded or made."""
    head, last = view.head, view.earlier[-1] if view.earlier else None
    if head is None or not fits(head.kind, slot.quantity.amount):
        return None
    if last is not None and last.kind in MEASURED and last.sentence.block is slot.sentence.block:
        return None
    slot.kind, slot.firm = head.kind, True
    return "kind.head"


def of_both(slot: Slot, view: View) -> bool:
    """Is money what two countries trade: "The two countries aim at 10 billion"?"""
    subjects = view.chain.find("G", 0, slot.link)
    if "trade" not in view.topic.counts or all(view.chain.values[i] != "countries" for i in subjects):
        return False
    return next(view.layout.links(slot.link, "KJDV"), None) is None


def weighs(cue: KindCue, slot: Slot, view: View) -> bool:
    """Is a balance only what goods behind a colon weigh on: "Cars held up the balance: they brought in 5"?"""
    behind = view.chain.tags[cue.link : slot.link].partition(":")[2]
    return cue.kind == "balance" and not cue.sign and "T" in behind


def is_unnamed(slot: Slot) -> bool:
    """Has no word given a figure its kind?"""
    return slot.guessed or (slot.kind == "other" and slot.kind_cue is None and slot.leader is None)
