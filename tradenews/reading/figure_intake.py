"""What a company took in orders over some time, of many customers: "orders of 5 million in the quarter"."""

from __future__ import annotations

from tradenews.reading.draft import Draft

_DELIVERED = "when.delivered"  # the time of a delivery is one of a single contract
_MONTH, _YEAR = 31, 366  # days: in a month one contract is signed, over more than a year it is carried out


def is_intake(figure: Draft) -> bool:
    """Is it the orders of a whole quarter or year, and so of no one contract?"""
    period, why = figure.get("period"), figure.reasons.get("period")
    if figure.get("kind") != "deal_value" or period is None or why is None or why.rule == _DELIVERED:
        return False
    if period.start is None or period.end is None:
        return False
    return bool(_MONTH < (period.end - period.start).days <= _YEAR)
