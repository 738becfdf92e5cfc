"""Digits and number words to numbers."""

from __future__ import annotations

from decimal import Decimal

from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.values import Number


def _scaled(hit: Hit) -> Number | None:
    digits = hit["d"].replace(",", "")
    try:
        value = Decimal(digits)
    except ArithmeticError:
        return None
    scale = int(hit["S"]) if hit.at("S") >= 0 else None
    return Number(value * 10 ** (scale or 0), scale)


NUMBERS = Grammar("N", Rule("number.digits", "d S?", _scaled, example="1.2 billion"))
