"""What a match holds at a link: its digits, its scale, its part of a whole; the tags beside it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tradenews.grammar.rule import Hit
from tradenews.models.terms import BOUNDS, Bound
from tradenews.normalize.numbers import parse_digits

THOUSAND = 3


def digits(hit: Hit, i: int) -> Decimal | None:
    """The value of the digits at link ``i``, read as the text writes its decimals."""
    return parse_digits(hit.chain.values[i], hit.context.point if hit.context else ".")


def after(hit: Hit) -> str:
    """The tag of the link behind the match; empty at the end."""
    return hit.chain.tags[hit.last : hit.last + 1]


def before(hit: Hit) -> str:
    """The tag of the link before the match; empty at the start."""
    return hit.chain.tags[hit.first - 1 : hit.first]


def power(value: str) -> int:
    """The power of ten of a scale word, of which a bar tells that it may be a unit: ``6|m``."""
    return int(value.partition("|")[0])


OF_UNIT = "*"  # behind the value of a word for a half that also means the middle, the means, an average


def fraction(value: Any) -> Decimal | None:
    """The value of "1/2", or of the time unit that the same word is; None for anything else.

    >>> fraction("3/4"), fraction("half"), fraction("year")
    (Decimal('0.75'), Decimal('0.5'), None)
    """
    if not isinstance(value, str):
        return None
    if value == "half":
        return Decimal("0.5")
    top, _, bottom = value.removesuffix(OF_UNIT).partition("/")
    return Decimal(top) / Decimal(bottom) if bottom.isdigit() else None


def part_at(hit: Hit, i: int) -> Decimal | None:
    """The fraction that link ``i`` is, be it under another table's tag ("quarter", also three months)."""
    value = hit.chain.values[i]
    if hit.chain.tags[i] == "τ":
        value = claimed(hit, i, "f")
    return fraction(value)


def claimed(hit: Hit, i: int, tag: str) -> str | None:
    """The value of link ``i`` as a word with ``tag``, where another table has claimed the form."""
    return hit.context.lexicon.also(hit.chain.words(i), tag) if hit.context else None


def as_bound(value: str | None) -> Bound | None:
    """The bound that a word's value names; None for anything else."""
    return next((bound for bound in BOUNDS if bound == value), None)


def written_scale(terms: Sequence[str | Decimal]) -> int | None:
    """The power of ten of the greatest scale as written: 9 for "mil millones", 12 for 万亿."""
    best = run = 0
    for term in terms:
        power = int(term[1:]) if isinstance(term, str) else 0
        run = run + power if power >= THOUSAND else 0
        best = max(best, run)
    return best or None
