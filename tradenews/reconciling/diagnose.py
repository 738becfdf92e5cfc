"""Two amounts for the same thing: do they agree, and if not, of what sort is the conflict?"""

from __future__ import annotations

from datetime import date as Date
from decimal import Decimal

from attrs import frozen

from tradenews.errors import RatesError
from tradenews.models.amount import Amount
from tradenews.models.terms import Diagnosis, Verdict
from tradenews.normalize.rates import Rates
from tradenews.normalize.units import UNITS

SLIPS = (3, 6, 9)
_CHINESE_SLIPS = (4, 8)
_VAGUE = Decimal("0.1")  # what "about" may leave out
_MIXED_TONS = tuple(
    map(Decimal, ("0.907185", "1.016047", "1.120000"))
)  # short, long ton to tonne; long to short
_CLOSE = Decimal("0.004")
_WEIGHTS = frozenset({"t", "st", "lt", "t_unspecified"})
_INFINITE = Decimal("Infinity")
_COMMON = ("USD", "EUR", "GBP", "JPY", "CNY", "CHF")  # currencies that sources confuse
_RATE = Decimal("0.01")  # how near a factor must come to a rate
_DRIFT = Decimal("0.03")  # what a rate moves between two days on which sources convert


@frozen
class Relation:
    """How two amounts stand to each other."""

    verdict: Verdict
    diagnosis: Diagnosis | None
    reason: str


def relate(
    one: Amount,
    other: Amount,
    *,
    chinese: bool = False,
    rates: Rates | None = None,
    on: Date | None = None,
) -> Relation | None:
    """Compare two amounts; None where their units allow no comparison.

    ``chinese`` tells that one source is Chinese, where a scale may slip by ten thousand; ``rates`` of day
    ``on`` let amounts in two currencies be compared.
    """
    if one.unit == other.unit:
        found = _same_unit(one, other, chinese)
        if found.diagnosis == "unknown" and (pair := _mixed_currency(one, other, rates, on)):
            return Relation("conflicts", "currency_mix", f"a factor apart that is the rate of {pair}")
        return found
    if one.dimension == "money" == other.dimension:
        if _digits(one) == _digits(other) and one.scale == other.scale:
            return Relation("conflicts", "currency_mix", f"the same number in {one.unit} and in {other.unit}")
        return _other_currency(one, other, rates, on)
    return _other_unit(one, other)


def _other_currency(one: Amount, other: Amount, rates: Rates | None, on: Date | None) -> Relation | None:
    """Amounts in two currencies: the same at the rate of the day, or not to be compared."""
    rate = _rate(rates, other.unit, one.unit, on)
    if rate is None or not _meet(_widened(reach_of(one)), _times(reach_of(other), rate)):
        return None
    return Relation(
        "agrees", None, f"the same amount in {one.unit} and in {other.unit} at the rate of the day"
    )


def _mixed_currency(one: Amount, other: Amount, rates: Rates | None, on: Date | None) -> str | None:
    """Two currencies whose rate lies between two amounts in one of them, if there are such."""
    small, large = sorted((abs(one.value), abs(other.value)))
    if rates is None or one.dimension != "money" or not small:
        return None
    for currency in _COMMON:
        rate = _rate(rates, currency, one.unit, on) if currency != one.unit else None
        if rate and any(abs(large / small / r - 1) < _RATE for r in (rate, 1 / rate) if r > 1 + 2 * _RATE):
            return f"{one.unit} and {currency}"
    return None


def _rate(rates: Rates | None, currency: str, to: str, on: Date | None) -> Decimal | None:
    if rates is None:
        return None
    try:
        return rates.rate(currency, to, on)
    except RatesError:
        return None


def _widened(reach: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    """A reach with room for a rate of another day."""
    return min(e * (1 - _DRIFT) for e in reach), max(e * (1 + _DRIFT) for e in reach)


def _same_unit(one: Amount, other: Amount, chinese: bool) -> Relation:
    if (one.low, one.high) == (other.low, other.high):
        return Relation("agrees", None, "the same amount")
    if _meet(reach_of(one), reach_of(other)):
        if one.bound == other.bound == "exact":
            return Relation("compatible", "rounding", "the same amount, rounded differently")
        return Relation("compatible", None, f"{one.bound} and {other.bound} allow both")
    power = slip(one, other, chinese)
    if power:
        return Relation("conflicts", "scale_slip", f"the same digits, a factor of 10^{power} apart")
    if one.unit in _WEIGHTS and (ton := _mixed_tons(one, other)):
        return Relation("conflicts", "unit_mix", f"a factor of {ton} apart, that of two kinds of ton")
    return Relation("conflicts", "unknown", "the amounts differ")


def _other_unit(one: Amount, other: Amount) -> Relation | None:
    """Amounts in two units of one dimension, compared in its base unit."""
    first, second = UNITS.get(one.unit), UNITS.get(other.unit)
    if first is None or second is None or first.dimension != second.dimension:
        return None
    if (one.low, one.high) == (other.low, other.high):
        return Relation("conflicts", "unit_mix", f"the same number in {one.unit} and in {other.unit}")
    if _meet(_times(reach_of(one), first.factor), _times(reach_of(other), second.factor)):
        return Relation("agrees", None, f"the same amount in {one.unit} and in {other.unit}")
    return Relation("conflicts", "unknown", "the amounts differ")


def slip(one: Amount, other: Amount, chinese: bool = False) -> int | None:
    """The power of ten that lies between two amounts with the same digits, if a scale word can have slipped.

    >>> from decimal import Decimal
    >>> billion, trillion = (Amount(Decimal(v), Decimal(v), "USD") for v in ("1.2e9", "1.2e12"))
    >>> slip(billion, trillion)
    3
    """
    small, large = sorted((abs(one.value), abs(other.value)))
    if not small:
        return None
    for power in SLIPS + (_CHINESE_SLIPS if chinese else ()):
        scaled = small * Decimal(10) ** power
        if (
            abs(scaled - large) <= _unit_in_last_place(large, None) / 2
            and _digits(one)[:2] == _digits(other)[:2]
        ):
            return power
    return None


def place_of(amount: Amount) -> tuple[Decimal, Decimal]:
    """The size of an amount to half a unit of its last digit: within this a slip is the same digits."""
    size = abs(amount.value)
    spare = _unit_in_last_place(size, None) / 2
    return size - spare, size + spare


def revised(one: Amount, other: Amount) -> bool:
    """Are two differing amounts close enough for one to correct the other?"""
    large = max(abs(one.value), abs(other.value))
    return bool(large) and one.unit == other.unit and abs(one.value - other.value) <= large / 4


def _mixed_tons(one: Amount, other: Amount) -> Decimal | None:
    small, large = sorted((abs(one.value), abs(other.value)))
    if not small:
        return None
    ratio = large / small
    near = (f for f in _MIXED_TONS if abs(ratio * f - 1) < _CLOSE or abs(ratio / f - 1) < _CLOSE)
    return next(near, None)


def digits(amount: Amount) -> int:
    """How many significant digits an amount has, trailing zeros left out.

    >>> from decimal import Decimal
    >>> digits(Amount(Decimal("7120000000"), Decimal("7120000000"), "USD"))
    3
    """
    return len(_digits(amount))


def _digits(amount: Amount) -> str:
    """The significant digits of an amount, without trailing zeros."""
    return "".join(map(str, abs(amount.value).normalize().as_tuple().digits))


def reach_of(amount: Amount) -> tuple[Decimal, Decimal]:
    """The values that an amount allows: rounding, and what its bound word leaves open.

    >>> from decimal import Decimal
    >>> low, high = reach_of(Amount(Decimal("7120000000"), Decimal("7120000000"), "USD"))
    >>> f"{low:,.0f} {high:,.0f}"
    '7,115,000,000 7,125,000,000'
    """
    spare = _unit_in_last_place(amount.value, amount.scale) / 2
    low, high = amount.low - spare, amount.high + spare
    if amount.bound in ("exact", "range"):
        return low, high
    if amount.bound == "about":
        vague = abs(amount.value) * _VAGUE
        return low - vague, high + vague
    size_grows = amount.bound in ("over", "at_least")
    upward = size_grows == (amount.value >= 0)  # "over" of a deficit of 5 is further from zero
    return (low, _INFINITE) if upward else (-_INFINITE, high)


def _unit_in_last_place(value: Decimal, scale: int | None) -> Decimal:
    """One unit of the last digit written; of round numbers at most of the second digit."""
    if not value:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    limit = scale if scale is not None else max(0, value.adjusted() - 1)
    return Decimal(10) ** min(exponent, limit)


def _meet(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _times(reach: tuple[Decimal, Decimal], factor: Decimal) -> tuple[Decimal, Decimal]:
    return reach[0] * factor, reach[1] * factor
