"""Exchange rates: what a provider must know, and one over the European Central Bank's reference rates."""

from __future__ import annotations

from datetime import date as Date
from decimal import Decimal
from typing import Any, Protocol

from attrs import define, field

from tradenews.errors import ArgumentError, MissingExtraError, RatesError


class Rates(Protocol):
    """A provider of exchange rates.

    ``rate("USD", "EUR", on)`` is what one dollar costs in euros on a day; ``on`` None means the last day that
    the provider knows. A provider never answers with a rate of a later day; where it knows none it raises
    :class:`~tradenews.errors.RatesError`.

    >>> from tradenews import convert, normalize_amount
    >>> class Dear:
    ...     def rate(self, currency, to, on=None):
    ...         return Decimal(2)
    >>> convert(normalize_amount("$3"), "EUR", Dear()).value
    Decimal('6')
    """

    def rate(self, currency: str, to: str, on: Date | None = None) -> Decimal:
        """The price of one unit of ``currency`` in ``to`` on a day; :class:`RatesError` where unknown."""
        ...  # pragma: no cover


@define
class FixedRates:
    """Rates that the caller states: units of each currency for one unit of ``base``, on every day.

    :class:`~tradenews.errors.ArgumentError` for a price that is no Decimal above zero.

    >>> FixedRates("EUR", {"USD": Decimal("1.25")}).rate("USD", "EUR")
    Decimal('0.8')
    """

    base: str  #: ISO 4217 code
    prices: dict[str, Decimal]  #: by ISO 4217 code: units for one unit of ``base``

    def __attrs_post_init__(self) -> None:
        for code, price in self.prices.items():
            if not isinstance(price, Decimal) or not price.is_finite() or price <= 0:
                raise ArgumentError(f"prices[{code!r}]", price, "pass a Decimal above zero")

    def rate(self, currency: str, to: str, on: Date | None = None) -> Decimal:
        """The price of one unit of ``currency`` in ``to``; the day does not matter."""
        return self._price(to, on) / self._price(currency, on)

    def _price(self, currency: str, on: Date | None) -> Decimal:
        if currency == self.base:
            return Decimal(1)
        if currency not in self.prices:
            raise RatesError(currency, on)
        return self.prices[currency]


@define
class EcbRates:
    """The European Central Bank's daily reference rates since 1999, as bundled with CurrencyConverter.

    On a day without a rate the last known one before it counts, at most ``patience`` days back; a rate of a
    later day never does. Needs the extra ``fx``.

    >>> round(EcbRates().rate("USD", "EUR", Date(2017, 9, 7)), 4)
    Decimal('0.8354')
    """

    patience: int = 10  #: days that a rate may be old
    _data: Any = field(factory=lambda: _converter(), init=False, repr=False)

    def rate(self, currency: str, to: str, on: Date | None = None) -> Decimal:
        """The price of one unit of ``currency`` in ``to`` on a day, or on the last known one."""
        return self._price(to, on) / self._price(currency, on)

    def _price(self, currency: str, on: Date | None) -> Decimal:
        if currency == "EUR":
            return Decimal(1)
        rates = self._data._rates.get(currency) or {}
        days = [day for day, price in rates.items() if price is not None and (on is None or day <= on)]
        last = max(days, default=None)
        if last is None or (on is not None and (on - last).days > self.patience):
            raise RatesError(currency, on)
        return Decimal(rates[last])


def _converter() -> Any:
    try:
        from currency_converter import CurrencyConverter
    except ImportError as error:
        raise MissingExtraError("fx", "conversion by the European Central Bank's rates") from error
    return CurrencyConverter(decimal=True)
