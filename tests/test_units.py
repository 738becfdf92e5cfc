"""Conversion, exchange rates, and amounts written for people."""

from __future__ import annotations

import re
from datetime import date as Date
from decimal import Decimal

import pytest

from tradenews import normalize_amount
from tradenews.errors import ArgumentError, NormalizationError, RatesError
from tradenews.models.amount import Amount
from tradenews.normalize.amounts import convert, format_amount
from tradenews.normalize.rates import EcbRates, FixedRates
from tradenews.normalize.units import UNITS, convert_units, rec20_code


def amount(value: str, unit: str, per: str | None = None) -> Amount:
    return Amount(Decimal(value), Decimal(value), unit, per=per)


@pytest.mark.parametrize(
    ("value", "unit", "to", "want"),
    [
        ("1", "t", "kg", "1000"),
        ("1", "lt", "lb", "2240"),
        ("1", "st", "lb", "2000"),
        ("1", "bbl", "gal", "42"),
        ("1", "km2", "ha", "100"),
        ("1", "acre", "m2", "4046.8564224"),
        ("1", "mi", "m", "1609.344"),
        ("1", "GWh", "MWh", "1000"),
        ("1", "TWh", "GWh", "1000"),
        ("1", "GW", "kW", "1000000"),
        ("1", "hectolitre", "l", "100"),
        ("1", "oz_t", "g", "31.1034768"),
        ("5", "ct", "g", "1"),
        ("36", "mmbtu", "kWh", "10550.5585262"),
    ],
)
def test_exact_factors(value: str, unit: str, to: str, want: str) -> None:
    assert convert(amount(value, unit), to).value == Decimal(want)


@pytest.mark.parametrize("unit", sorted(UNITS))
def test_there_and_back(unit: str) -> None:
    for other, facts in UNITS.items():
        if facts.dimension == UNITS[unit].dimension:
            there = convert_units(Decimal("123.456"), unit, other)
            assert abs(convert_units(there, other, unit) - Decimal("123.456")) < Decimal("1e-25")


def test_commodities_make_bushels_and_barrels_mass() -> None:
    assert convert(amount("1000", "bu"), "t", commodity="soybeans").value == Decimal("27.2155422")
    assert convert(amount("1000", "bu"), "t", commodity="maize").value == Decimal("25.40117272")
    assert round(convert(amount("7.33", "bbl"), "t", commodity="oil").value, 20) == 1
    with pytest.raises(NormalizationError):
        convert(amount("1000", "bu"), "t")


def test_prices_convert_both_sides() -> None:
    price = amount("0.23", "USD", per="lb")
    assert round(convert(price, "USD/t").value, 4) == Decimal("507.0632")
    rates = FixedRates("EUR", {"USD": Decimal("1.25")})
    assert convert(amount("5", "USD", per="kg"), "EUR/t", rates).value == Decimal("4000")
    with pytest.raises(NormalizationError):
        convert(amount("5", "USD", per="year"), "USD/t")


@pytest.mark.parametrize(
    ("unit", "to"), [("t", "m3"), ("USD", "t"), ("t_unspecified", "t"), ("percent", "count")]
)
def test_what_does_not_convert(unit: str, to: str) -> None:
    with pytest.raises(NormalizationError):
        convert(amount("1", unit), to)


def test_no_rate_is_an_error() -> None:
    with pytest.raises(RatesError):
        convert(amount("1", "USD"), "EUR")
    with pytest.raises(RatesError):
        convert(amount("1", "CLP"), "EUR", FixedRates("EUR", {"USD": Decimal(1)}))


def test_reference_rates_are_of_the_day_or_the_last_known_one() -> None:
    pytest.importorskip("currency_converter")
    rates = EcbRates()
    friday, sunday = Date(2017, 9, 8), Date(2017, 9, 10)
    assert rates.rate("USD", "EUR", friday) == rates.rate("USD", "EUR", sunday)
    assert Decimal("0.8") < rates.rate("USD", "EUR", friday) < Decimal("0.9")
    assert rates.rate("EUR", "USD", friday) == Decimal("1.206")
    assert rates.rate("EUR", "USD") != rates.rate("EUR", "USD", friday)
    assert EcbRates(patience=2).rate("EUR", "USD", sunday) == Decimal("1.206")
    with pytest.raises(RatesError):
        EcbRates(patience=1).rate("EUR", "USD", sunday)
    for currency, day in (("CLP", friday), ("USD", Date(1990, 1, 1)), ("RUB", Date(2024, 1, 1))):
        with pytest.raises(RatesError):
            rates.rate(currency, "EUR", day)


@pytest.mark.parametrize("price", ["0", "-1", "NaN", "Infinity", "sNaN"])
def test_prices_are_above_zero(price: str) -> None:
    with pytest.raises(ArgumentError, match="prices"):
        FixedRates("EUR", {"USD": Decimal(price)})
    with pytest.raises(ArgumentError, match="Decimal"):
        FixedRates("EUR", {"USD": 1.25})  # type: ignore[dict-item]


def test_codes() -> None:
    assert rec20_code("t") == "TNE"
    assert rec20_code("TEU") == "20"
    assert rec20_code("furlong") is None


@pytest.mark.parametrize(
    ("value", "locale", "want"),
    [
        (amount("1200000000", "USD"), "en", "$1,200,000,000.00"),
        (amount("12.2", "percent"), "de", "12,2\xa0%"),
        (amount("1500", "TEU"), "en", "1,500 TEU"),
        (amount("200000", "count"), "de", "200.000"),
        (amount("300", "USD", per="t"), "en", "$300.00/t"),
        (Amount(Decimal(3), Decimal(4), "percent", "range"), "en", "3%–4%"),
    ],
)
def test_format(value: Amount, locale: str, want: str) -> None:
    assert format_amount(value, locale) == want


@pytest.mark.parametrize("locale", ["xx", "", "d", "en_EN_EN_EN", "../de", "\ud800"])
def test_a_locale_that_cldr_has_not(locale: str) -> None:
    with pytest.raises(ArgumentError, match="locale"):
        format_amount(amount("5", "t"), locale)


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("t", "metric tons"), ("kg", "kilograms"), ("g", "grams"), ("lb", "pounds"), ("st", "tons"),
        ("oz", "ounces"), ("oz_t", "troy ounces"), ("ct", "carats"), ("l", "liters"), ("m3", "cubic meters"),
        ("gal", "gallons"), ("bbl", "barrels"), ("bu", "bushels"), ("hectolitre", "hectoliters"),
        ("km", "kilometers"), ("m", "meters"), ("mi", "miles"), ("ha", "hectares"), ("acre", "acres"),
        ("cubic foot", "cubic feet"), ("square foot", "square feet"), ("square yard", "square yards"),
        ("km2", "square kilometers"), ("m2", "square meters"), ("W", "watts"), ("kW", "kilowatts"),
        ("MW", "megawatts"), ("GW", "gigawatts"), ("kWh", "kilowatt-hours"), ("TEU", "TEU"),
    ],
)  # fmt: skip
def test_units_are_read_and_written_by_their_names(unit: str, name: str) -> None:
    assert format_amount(amount("2", unit)) == f"2 {name}"
    if name not in ("tons", "metric tons"):  # of which English news does not tell which ones it means
        assert normalize_amount(f"2 {name}") == amount("2", unit)


@pytest.mark.parametrize("span", ["year", "month", "week", "day", "hour"])
def test_rates_by_time_are_no_prices(span: str) -> None:
    with pytest.raises(NormalizationError, match="conversion"):
        convert(amount("5", "t", per=span), "t/kg")
    with pytest.raises(NormalizationError, match="conversion"):
        convert(amount("5", "USD", per="t"), f"USD/{span}")
    assert convert(amount("5", "t", per=span), f"kg/{span}") == amount("5000", "kg", per=span)


@pytest.mark.parametrize("unit", ["USD", "JPY", "percent", "t", "TEU"])
def test_amounts_of_many_digits_are_written_in_full(unit: str) -> None:
    value = Decimal("1" + "0" * 53 + "1")
    written = format_amount(Amount(value, value, unit), "it")
    assert re.sub(r"\D", "", written).startswith("1" + "0" * 53 + "1")
