"""Numbers with units to amounts; ranges; bounds."""

from __future__ import annotations

from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.values import Number, Quantity
from tradenews.models.amount import Amount


def _measured(hit: Hit) -> Quantity:
    number: Number = hit["N"]
    unit = hit["CMPU"].split("|")[0]
    return Quantity(Amount(number.value, number.value, unit, scale=number.scale))


RANGES = Grammar("Q")
AMOUNTS = Grammar(
    "Q",
    Rule("money.prefix", "C N", _measured, example="US$1.2 billion"),
    Rule("quantity", "N [MPU]", _measured, example="12.2%"),
)
BOUNDS = Grammar("Q")
