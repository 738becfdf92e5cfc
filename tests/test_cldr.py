"""What is read of CLDR, in its own words."""

import os
from decimal import Decimal

import babel
import pytest

from tradenews.models.amount import Amount
from tradenews.normalize import cldr, facts
from tradenews.normalize.amounts import format_amount

NAMES = {
    "t": "metric tons", "kg": "kilograms", "g": "grams", "lb": "pounds", "st": "tons", "oz": "ounces",
    "oz_t": "troy ounces", "ct": "carats", "l": "liters", "m3": "cubic meters", "gal": "gallons",
    "bbl": "barrels", "bu": "bushels", "hectolitre": "hectoliters", "cubic foot": "cubic feet",
    "square foot": "square feet", "square yard": "square yards", "km": "kilometers", "m": "meters",
    "mi": "miles", "ha": "hectares", "acre": "acres", "km2": "square kilometers", "m2": "square meters",
    "W": "watts", "kW": "kilowatts", "MW": "megawatts", "GW": "gigawatts", "kWh": "kilowatt-hours",
}  # fmt: skip


def test_units_and_scales() -> None:
    assert {unit: names[-1] for unit, names in cldr.unit_names("en").items()} == NAMES
    assert [cldr.unit_names(one)["t"] for one in ("en", "pt", "zh")] == [
        ("metric ton", "metric tons"), ("tonelada métrica", "toneladas métricas"), ("公吨",),
    ]  # fmt: skip
    assert cldr.scales("en") == {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
    assert cldr.scales("zh") == {"万": 4, "亿": 8, "万亿": 12}
    assert cldr.scales("fr")["mille"] == cldr.scales("fr")["millier"] == 3


def test_months_and_days() -> None:
    assert cldr.months("de")[3] == ("März", "Mär")
    assert cldr.months("de")[9] == ("September", "Sept.", "Sep")
    assert sorted(cldr.months("zh")) == list(range(1, 13))
    assert [names[0] for _, names in sorted(cldr.weekdays("nl").items())] == [
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    ]  # fmt: skip
    assert cldr.weekdays("nl")[7] == ("zondag", "zo")


def test_currencies_and_countries() -> None:
    assert cldr.currency_names("en")["MXN"] == ("Mexican Peso", "Mexican peso", "Mexican pesos")
    assert len(cldr.territories("en")) == 249 + len(("XK", "EU")), "those of ISO 3166-1, Kosovo, the Union"
    assert {"EUR", "DEM", "DDM", "BUK"} & facts.currency_codes() == {"EUR", "DEM", "DDM"}, "since 1990"


@pytest.mark.parametrize(
    ("language", "territory", "sign"),
    [("es", "MX", "."), ("es", "AR", ","), ("es", None, ","), ("es", "", ","), ("de", "CH", "."),
     ("de", "CN", ","), ("en", "ZA", "."), ("en", "DE", "."), ("zh", "CN", ".")],
)  # fmt: skip
def test_decimals_of_countries(language: str, territory: str | None, sign: str) -> None:
    assert cldr.regional_decimal(language, territory) == facts.regional_decimal(language, territory) == sign


def test_where_a_language_is_spoken() -> None:
    assert [cldr.likely_territory(one) for one in ("it", "pt", "xx")] == ["IT", "BR", None]
    given = [("en", "US"), ("fr", "CA"), ("zh", "CN"), ("de", "CA"), ("en", "ZZ")]
    assert facts.counts_with_of("und") is False
    assert [cldr.is_spoken_in(*one) for one in given] == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("locale", "text"), [("de-CH", "1’234.50"), ("de-AT", "1.234,50"), ("pt-PT", "1234,50")]
)
def test_a_locale_is_written_either_way(locale: str, text: str) -> None:
    value = Amount(Decimal("1234.5"), Decimal("1234.5"), "USD")
    assert text in format_amount(value, locale).replace("\u00a0", "")
    assert format_amount(value, locale.replace("-", "_")) == format_amount(value, locale)


def test_a_unit_without_a_name_keeps_its_decimals() -> None:
    value = Amount(Decimal("1.23456"), Decimal("1.23456"), "TEU")
    assert format_amount(value, "de") == "1,23456 TEU"


def test_the_files_of_a_language() -> None:
    home = os.path.dirname(babel.__file__)
    locales = ("root", "fr", *cldr.variants("fr"))
    names = ("__init__.py", "global.dat", *(f"locale-data/{locale}.dat" for locale in locales))
    files = []
    for name in names:
        with open(os.path.join(home, name), "rb") as file:
            files.append(file.read())
    assert list(cldr.sources("fr")) == files
    assert list(cldr.sources(None)) == files[:2]
    assert list(cldr.sources("xx"))[2:] == [files[2], b""]
