"""Amounts converted, and written for people."""

from __future__ import annotations

from datetime import date as Date
from decimal import Decimal, localcontext

from attrs import evolve

from tradenews.errors import ArgumentError, NormalizationError, RatesError
from tradenews.models.amount import Amount
from tradenews.normalize import cldr
from tradenews.normalize.currency import is_currency
from tradenews.normalize.rates import Rates
from tradenews.normalize.units import convert_units

_FRACTION = 12  # digits behind the point
_TIMES = ("year", "month", "week", "day", "hour")


def convert(
    amount: Amount,
    unit: str,
    rates: Rates | None = None,
    on: Date | None = None,
    *,
    commodity: str | None = None,
) -> Amount:
    """``amount`` in another unit of the same dimension, exact by Decimal.

    ``unit`` may hold a rate: ``"EUR/t"`` makes a price per pound one per tonne. Currencies need ``rates`` and
    take the rate of day ``on`` (None: the last known). ``commodity`` lets bushels and barrels become tonnes.
    :class:`~tradenews.errors.NormalizationError` where the units measure different things,
    :class:`~tradenews.errors.RatesError` where no rate is known.

    >>> convert(Amount(Decimal("2.5"), Decimal("2.5"), "t"), "kg").value
    Decimal('2500')
    >>> convert(Amount(Decimal(5), Decimal(5), "USD", per="kg"), "USD/t").value
    Decimal('5000')
    """
    target, _, per = unit.partition("/")
    low, high = (_converted(v, amount.unit, target, rates, on, commodity) for v in (amount.low, amount.high))
    if per and per != amount.per:
        if amount.per is None or amount.per in _TIMES or per in _TIMES:
            raise NormalizationError(f"{amount.unit}/{amount.per} -> {unit}", "conversion")
        size = convert_units(Decimal(1), per, amount.per, commodity)
        low, high = low * size, high * size
    return evolve(amount, low=low, high=high, unit=target, per=per or amount.per, scale=None)


def _converted(
    value: Decimal, unit: str, to: str, rates: Rates | None, on: Date | None, commodity: str | None
) -> Decimal:
    if unit == to:
        return value
    if is_currency(unit) and is_currency(to):
        if rates is None:
            raise RatesError(unit, on)
        return value * rates.rate(unit, to, on)
    return convert_units(value, unit, to, commodity)


def format_amount(amount: Amount, locale: str = "en") -> str:
    """The amount for people, as CLDR writes it in ``locale``; a range with an en dash.

    :class:`~tradenews.errors.ArgumentError` for a locale that CLDR does not have.

    >>> format_amount(Amount(Decimal(1200000000), Decimal(1200000000), "USD"), "en")
    '$1,200,000,000.00'
    >>> format_amount(Amount(Decimal("12.2"), Decimal("12.2"), "percent"), "de")
    '12,2\\xa0%'
    """
    try:
        cldr.locale_of(locale)
    except LookupError as error:
        raise ArgumentError("locale", locale, "pass one that CLDR has, such as 'de' or 'fr-CH'") from error
    ends = [amount.low] if amount.low == amount.high else [amount.low, amount.high]
    text = "–".join(_written(value, amount.unit, locale) for value in ends)
    return f"{text}/{amount.per}" if amount.per else text


def _written(value: Decimal, unit: str, locale: str) -> str:
    with localcontext() as context:  # as many digits as the value has, however many: rounding needs them all
        context.prec = max(context.prec, value.adjusted() + _FRACTION)
        if is_currency(unit):
            return cldr.format_money(value, unit, locale)
        if unit == "percent":
            return cldr.format_percent(value, locale)
        return cldr.format_unit(value, unit, locale)
