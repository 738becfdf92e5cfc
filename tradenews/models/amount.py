"""A number with its unit."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from tradenews.models.terms import Bound, Dimension

_DIMENSIONS: dict[Dimension, str] = {
    "ratio": "percent, percentage_point, time",
    "count": "count",
    "mass": "t, kg, g, lb, st, lt, oz, oz_t, ct, t_unspecified, quintal, jin, picul",
    "volume": "bu, bbl, l, m3, gal, hectolitre, cubic foot",
    "length": "km, m, mi, yard, centimetre, millimetre",
    "area": "ha, acre, km2, m2, square foot, square yard, mu",
    "power": "W, kW, MW, GW",
    "energy": "kWh, MWh, GWh, mmbtu, TWh",
    "container": "TEU",
    "piece": "head, bale, bag, pair, piece",
}
_DIMENSION_OF: dict[str, Dimension] = {
    unit: name for name, units in _DIMENSIONS.items() for unit in units.split(", ")
}


@frozen
class Amount:
    """A quantity as a text gives it, its unit a code.

    ``low`` and ``high`` are plain decimals, fully expanded, and equal unless ``bound`` is ``range``.
    ``unit`` is an ISO 4217 code, ``percent``, ``percentage_point``, ``count`` or a unit code such as
    ``t``, ``bbl`` or ``TEU``. ``per`` names the other side of a rate ("$300 a tonne": ``t``, "$7 billion a
    year": ``year``). ``scale`` is the power of ten of the scale word as written (9 for "billion"), else None.

    >>> amount = Amount(Decimal("1200000000"), Decimal("1200000000"), "USD", scale=9)
    >>> amount.value, amount.dimension
    (Decimal('1200000000'), 'money')
    """

    low: Decimal  #: lower end, in ``unit``; fully expanded
    high: Decimal  #: upper end, in ``unit``; equal to ``low`` unless a range
    unit: str  #: ISO 4217 code, ``percent``, ``percentage_point``, ``count`` or a unit code
    bound: Bound = "exact"  #: what the words around the number say of it
    per: str | None = None  #: other side of a rate: ``year``, ``bbl``, ``t`` ...
    scale: int | None = None  #: power of ten of the scale word: 9 for "billion"

    @property
    def value(self) -> Decimal:
        """The number; of a range, its middle."""
        return self.low if self.low == self.high else (self.low + self.high) / 2

    @property
    def dimension(self) -> Dimension:
        """What kind of quantity the unit measures; amounts convert only within one dimension."""
        return _dimension(self.unit)


@lru_cache(maxsize=1024)
def _dimension(unit: str) -> Dimension:
    """That of a unit, or of the first of several; of those in no table three capitals are a currency."""
    unit = unit.partition("|")[0]
    money = len(unit) == 3 and unit.isupper() and unit.isalpha()
    return _DIMENSION_OF.get(unit) or ("money" if money else "piece")
