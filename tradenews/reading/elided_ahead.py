"""A percentage whose unit stands behind the next: "Sales to Peru rose by 4.2, to Chile by 3 percent"."""

from __future__ import annotations

from typing import Final

from tradenews.grammar.numbers import is_year
from tradenews.grammar.values import Number, Quantity
from tradenews.scan.chain import Chain

_LEADS: Final = "yozu"  # between a verb and by how much: by, um, de, met
_NAMES: Final = frozenset("AakW°@EKTlH_")
_ENDS: Final = frozenset("VYNQ;:s‹›m¬")
_REACH: Final = 12  # links to the percentage behind
_MOST: Final = 1000


def percent_ahead(chain: Chain, i: int, number: Number) -> Quantity | None:
    """The percentage behind a bare number that goes with the same verb; None where there is none."""
    tags = chain.tags
    if not number.digits or number.scale is not None or abs(number.value) >= _MOST or is_year(number):
        return None
    verb, lead = _before(tags, i)
    if verb < 0 or tags[verb] != "V" or tags[i + 1 : i + 2] not in (",", "&", "e", "t"):
        return None
    other = chain.first_of("Q", i + 1, min(i + _REACH, len(chain)))
    if other < 0 or chain.values[other].amount.unit != "percent":
        return None
    between = set(tags[i + 2 : other])
    if between & _ENDS or not between & _NAMES:
        return None
    return chain.values[other] if _before(tags, other)[1] == lead else None


def _before(tags: str, i: int) -> tuple[int, str]:
    """The link before the preposition of an amount, and this; empty where none stands there."""
    at = i - 1
    while at >= 0 and tags[at] in "_b":
        at -= 1
    if at >= 0 and tags[at] in _LEADS:
        return at - 1, tags[at]
    return at, ""
