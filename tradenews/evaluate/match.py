"""When a record and an annotation mean the same."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

from tradenews.lazy import regex

P = TypeVar("P")
Paired = tuple[list[tuple[P, dict[str, Any]]], list[P], list[dict[str, Any]]]  # pairs, found alone, missed
_HALVES = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}
_DATE = regex(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?")
_WEIGHTS = {"t", "t_unspecified", "st", "lt"}
_SIDES = {"exports": "imports", "imports": "exports"}
_EITHER = {"price", "sales", "deal_value", "finance", "trade"}
_PER = {"tonne": "t", "ton": "t", "metric ton": "t", "pound": "lb", "barrel": "bbl", "kilo": "kg"}


def words_of(text: object) -> tuple[str, ...]:
    """The words of a name without accents and capitals."""
    plain = unicodedata.normalize("NFKD", str(text or "")).casefold()
    return tuple(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c))))


def days_of(edtf: str | None) -> tuple[Any, Any] | None:
    """First and last day of an EDTF date or interval, for comparison; None for none."""
    if not edtf:
        return None
    first, _, last = edtf.partition("/")
    return _edge(first, 0), _edge(last or first, 1)


def _edge(date: str, side: int) -> Any:
    hit = _DATE.fullmatch(date)
    if hit is None:
        return date
    year, month = int(hit[1]), int(hit[2] or 0)
    if hit[3]:
        return (year, month, int(hit[3]))
    months = _HALVES.get(month) or ((month, month) if month else (1, 12))
    chosen = months[side]
    last = calendar.monthrange(year, chosen)[1] if 1 <= chosen <= 12 else 0
    return (year, chosen, last if side else 1)


def same_name(one: str | None, other: str | None) -> bool:
    """Is it one actor? Codes must be equal; of names one must hold the words of the other."""
    if (one or None) == (other or None):
        return True
    if not one or not other or len(one) == 2 or len(other) == 2:
        return False
    a, b = set(words_of(one)), set(words_of(other))
    return bool(a and b) and (a <= b or b <= a)


def same_unit(one: str, other: str) -> bool:
    """Equal, or both tons where one of them does not say which."""
    return one == other or ({one, other} <= _WEIGHTS and "t_unspecified" in (one, other))


def same_per(one: str | None, other: str | None) -> bool:
    """Equal once everyday words are codes."""
    return (_PER.get(one or "", one) or None) == (_PER.get(other or "", other) or None)


def same_value(low: Decimal, high: Decimal, gold: dict[str, Any]) -> bool:
    """Are both ends of the amount those of the annotation?"""
    return low == Decimal(gold["low"]) and high == Decimal(gold["high"])


def seen_from(kind: str, reporter: str | None, partner: str | None, gold: dict[str, Any]) -> tuple[Any, ...]:
    """Kind, reporter and partner from the annotation's side: A's exports to B are B's imports from A."""
    crossed = bool(reporter and partner) and (
        same_name(reporter, gold["partner"]) and same_name(partner, gold["reporter"])
    )
    if crossed and kind == _SIDES.get(gold["kind"]):
        return gold["kind"], partner, reporter
    if crossed and gold["kind"] in _EITHER:
        return kind, partner, reporter
    return kind, reporter, partner


def places(text: str, quote: str) -> list[tuple[int, int]]:
    """Every place where ``quote`` stands."""
    return [(hit.start(), hit.end()) for hit in re.finditer(re.escape(quote), text)] if quote else []


def pair(
    found: list[P],
    gold: list[dict[str, Any]],
    fits: Callable[[P, dict[str, Any]], bool],
    closeness: Callable[[P, dict[str, Any]], int] = lambda _found, _gold: 0,
) -> Paired[P]:
    """One-to-one pairs, required annotations first, each with its closest record; then what is left over."""
    free = list(range(len(found)))
    pairs: list[tuple[P, dict[str, Any]]] = []
    missed: list[dict[str, Any]] = []
    for row in sorted(gold, key=lambda g: bool(g["optional"])):
        fit = [i for i in free if fits(found[i], row)]
        if not fit:
            missed.append(row)
            continue
        best = max(fit, key=lambda i: (closeness(found[i], row), -i))
        free.remove(best)
        pairs.append((found[best], row))
    return pairs, [found[i] for i in free], missed
