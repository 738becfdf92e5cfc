"""What a figure measures where no word near it tells: by how it looks, and what the article is about."""

from __future__ import annotations

from typing import Final

from tradenews.reading.figure_charge import charged_on
from tradenews.reading.figure_cues import DEALS, MEASURED, MIRROR, OFFER
from tradenews.reading.figure_sizes import GOODS_KINDS, fits, is_small
from tradenews.reading.figure_view import View, bare, paid
from tradenews.reading.slot import Slot

_TOPICS: Final = (MEASURED | {"investment", "deal_value"}, MEASURED | {"price"})


def kind_by_topic(slot: Slot, view: View) -> str:
    """The kind where no word near gives one: from how the amount looks, and what the article is about."""
    amount, topic = slot.quantity.amount, view.topic
    counted = amount.dimension in ("count", "piece")
    duties = topic.is_of("tariff") or charged_on(slot, view)
    if amount.dimension == "ratio" and duties and bare(slot, view):
        slot.kind = "tariff"
        return "kind.rate_of_duty"
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
    allowed = MIRROR if counted else _TOPICS[amount.dimension == "ratio"]
    if title is not None and fits(title.kind, amount) and title.kind in allowed:
        slot.kind, slot.polarity = title.kind, title.sign or 1
        return "kind.topic"
    if counted:
        slot.kind = "count"
    elif amount.dimension == "container":
        slot.kind = "trade"
    elif amount.dimension in ("mass", "volume") or (
        amount.unit == "m2" and ("T" in view.chain.tags or duties)
    ):
        flow = "imports" if topic.main == "tariff" else "exports"  # of goods that are taxed
        slot.kind, slot.guessed = topic.main if topic.main in GOODS_KINDS else flow, True
    return "default"
