"""Things found again by size: an index of intervals of positive numbers."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterator
from decimal import Decimal
from typing import Generic, TypeVar

_CELLS = 8  # cells to a power of ten on the coarsest level; each level has eight times as many
_LEVELS = 5
_WIDE = 16  # an interval that covers more cells than this on the coarsest level is not kept
_MOST = 300  # things in one cell; more are not told apart by size

T = TypeVar("T")


class Sizes(Generic[T]):
    """Intervals under a group each; ``find`` yields all that may overlap another, and few others.

    An interval lies on the finest level on which it covers two cells at most. So a look-up reads a few cells,
    however many intervals there are and however unlike in width.

    >>> sizes = Sizes()
    >>> sizes.add("t", Decimal("9.5"), Decimal("10.5"), "ten")
    True
    >>> list(sizes.find("t", Decimal(10), Decimal(30)))
    ['ten']
    """

    def __init__(self) -> None:
        self._own: dict[tuple[Hashable, int, int], list[T]] = defaultdict(list)
        self._all: dict[tuple[Hashable, int, int], list[T]] = defaultdict(list)

    def add(self, group: Hashable, low: Decimal, high: Decimal, thing: T) -> bool:
        """Keep ``thing`` under the interval from ``low`` to ``high``; False where that is too wide."""
        place = _place(low, high)
        if place is None:
            return False
        level, first, last = place
        for number in range(level + 1):
            for cell in _cells(first, last, number):
                self._put(self._all[group, number, cell], thing)
                if number == level:
                    self._put(self._own[group, number, cell], thing)
        return True

    def find(self, group: Hashable, low: Decimal, high: Decimal) -> Iterator[T]:
        """All things whose interval may overlap this one; a thing may come more than once."""
        place = _place(low, high)
        if place is None:
            return
        level, first, last = place
        for number in range(level + 1):
            kept = self._all if number == level else self._own
            for cell in _cells(first, last, number):
                yield from kept.get((group, number, cell), ())

    @staticmethod
    def _put(cell: list[T], thing: T) -> None:
        if len(cell) < _MOST:
            cell.append(thing)


def bounded(low: Decimal, high: Decimal) -> bool:
    """Can an interval be kept: two positive numbers, not too far apart?"""
    return _place(low, high) is not None


def _place(low: Decimal, high: Decimal) -> tuple[int, float, float] | None:
    """The level of an interval and the logarithms of its ends; None where it cannot be kept."""
    if not (low.is_finite() and high.is_finite()) or low <= 0:
        return None
    first, last = _log(low), _log(high)
    if len(_cells(first, last, 0)) > _WIDE:
        return None
    fine = (n for n in range(_LEVELS - 1, 0, -1) if len(_cells(first, last, n)) <= 2)
    return next(fine, 0), first, last


def _cells(first: float, last: float, level: int) -> range:
    size = _CELLS * _CELLS**level
    return range(math.floor(first * size), math.floor(last * size) + 1)


def _log(value: Decimal) -> float:
    power = value.adjusted()
    return power + math.log10(float(value.scaleb(-power)))
