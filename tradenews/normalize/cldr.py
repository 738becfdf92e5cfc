"""The only door to babel: names, symbols, scales and patterns of one locale, from CLDR.

Each function names the CLDR element that it reads. Results are plain dicts of words as CLDR writes them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from decimal import Decimal
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, cast

from tradenews.lazy import later

if TYPE_CHECKING:
    from babel import Locale, core, localedata, numbers, units
    from babel import languages as spoken
else:
    core, numbers, units = later("babel.core"), later("babel.numbers"), later("babel.units")
    localedata, spoken = later("babel.localedata"), later("babel.languages")

_UNITS = {
    "mass-tonne": "t", "mass-kilogram": "kg", "mass-gram": "g", "mass-pound": "lb",
    "mass-ton": "st", "mass-ounce": "oz", "mass-ounce-troy": "oz_t", "mass-carat": "ct",
    "volume-liter": "l", "volume-cubic-meter": "m3", "volume-gallon": "gal", "volume-barrel": "bbl",
    "volume-bushel": "bu", "volume-hectoliter": "hectolitre", "volume-cubic-foot": "cubic foot",
    "length-kilometer": "km", "length-meter": "m", "length-mile": "mi",
    "area-hectare": "ha", "area-acre": "acre", "area-square-kilometer": "km2", "area-square-meter": "m2",
    "area-square-foot": "square foot", "area-square-yard": "square yard",
    "power-watt": "W", "power-kilowatt": "kW", "power-megawatt": "MW", "power-gigawatt": "GW",
    "energy-kilowatt-hour": "kWh",
}  # fmt: skip
_VARIANTS = {
    "de": ("de_AT", "de_CH"), "en": ("en_GB", "en_AU", "en_CA", "en_IN"), "es": ("es_MX", "es_US"),
    "fr": ("fr_CA", "fr_CH"), "pt": ("pt_PT",), "zh": ("zh_Hant", "zh_Hant_HK"),
}  # fmt: skip
_KEYS = {code: key for key, code in _UNITS.items()}
_NO_COUNTRY = frozenset(  # sums, tests, and parts that ISO 3166-1 has no code for
    ("EZ", "QO", "UN", "ZZ", "XA", "XB", "AC", "CP", "CQ", "DG", "EA", "IC", "TA")
)


@lru_cache(maxsize=32)
def locale_of(language: str) -> Locale:
    """The babel locale of a BCP 47 tag; ``LookupError`` if CLDR has none.

    Its data are made its own: babel keeps what it has looked up in parts that locales share, so that the
    months of Chinese would be those of German, too, where Chinese was read first.
    """
    try:
        locale = core.Locale.parse(language, sep="-" if "-" in language else "_")
    except (core.UnknownLocaleError, ValueError) as error:
        raise LookupError(language) from error
    data = localedata.load(str(locale))
    data.update(deepcopy(data))
    return locale


def sources(language: str | None) -> Iterator[bytes]:
    """The files that CLDR has for a language (None: for all), as they stand; babel is not imported."""
    found = find_spec("babel")
    locales = ("root", language, *variants(language)) if language else ()
    own = tuple(f"locale-data/{locale}.dat" for locale in locales)
    for folder in (found and found.submodule_search_locations) or ():
        for name in ("__init__.py", "global.dat", *own):
            try:
                with open(os.path.join(folder, name), "rb") as file:
                    yield file.read()
            except OSError:
                yield b""


def variants(language: str) -> tuple[str, ...]:
    """The locales of a language that have other names for countries and currencies than its own.

    >>> variants("pt"), variants("it")
    (('pt_PT',), ())
    """
    return _VARIANTS.get(language, ())


def territories(language: str) -> dict[str, str]:
    """ISO 3166-1 alpha-2 code to name (CLDR ``territories``); also EU, and no other region."""
    names = cast(Mapping[str, str], locale_of(language).territories)
    return {c: names[c] for c in names if len(c) == 2 and c not in _NO_COUNTRY}


def territory_aliases() -> dict[str, str]:
    """Alpha-3, numeric and withdrawn codes to the code of today (CLDR ``territoryAlias``)."""
    aliases = cast(Mapping[str, list[str]], core.get_global("territory_aliases"))
    return {old: new[0] for old, new in aliases.items()}


def currency_names(language: str) -> dict[str, tuple[str, ...]]:
    """ISO 4217 code to names, singular and plural (CLDR ``currencies/displayName``)."""
    locale = locale_of(language)
    plurals = cast(Mapping[str, Mapping[str, str]], locale._data["currency_names_plural"])
    out: dict[str, tuple[str, ...]] = {}
    for code, name in locale.currencies.items():
        forms = [name, *plurals.get(code, {}).values()]
        out[code] = tuple(dict.fromkeys(forms))
    return out


def tenders() -> dict[str, list[tuple[str, int | None]]]:
    """Territory to its legal tenders, latest first, each with the year of its end (CLDR ``currencyData``)."""
    rows = cast(Mapping[str, Iterable[Any]], core.get_global("territory_currencies"))
    return {
        place: [(code, until and until[0]) for code, _, until, tender in found if tender]
        for place, found in rows.items()
    }


def counts_with_of(language: str) -> bool:
    """Does the language put "of" between millions and what they count (CLDR plural category ``many``)?"""
    return "many" in locale_of(language).plural_form.tags


def months(language: str) -> dict[int, tuple[str, ...]]:
    """Month to its names, wide and abbreviated (CLDR ``calendars/gregorian/months``)."""
    return _calendar_names(locale_of(language).months)


def weekdays(language: str) -> dict[int, tuple[str, ...]]:
    """Weekday, 1 for Monday, to its names (CLDR ``calendars/gregorian/days``)."""
    names = _calendar_names(locale_of(language).days)
    return {day + 1: forms for day, forms in names.items()}


def _calendar_names(data: Any) -> dict[int, tuple[str, ...]]:
    out: dict[int, list[str]] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for key, name in data.get(context, {}).get(width, {}).items():
                out.setdefault(int(key), []).append(name)
    return {key: tuple(dict.fromkeys(names)) for key, names in out.items()}


def scales(language: str) -> dict[str, int]:
    """Scale word to its power of ten (CLDR ``decimalFormats/long`` compact patterns).

    >>> scales("de")["Milliarden"], scales("es")["billones"], scales("zh")["亿"]
    (9, 12, 8)
    """
    formats = locale_of(language).compact_decimal_formats
    table = formats.get("long") or formats["short"]
    out: dict[str, int] = {}
    for patterns in table.values():
        for power, pattern in patterns.items():
            zeros = pattern.pattern.count("0")
            word = pattern.pattern.replace("0", "").strip()
            if zeros and word:
                out.setdefault(word, len(power) - zeros)
    return out


def unit_names(language: str) -> dict[str, tuple[str, ...]]:
    """Unit code to its names (CLDR ``units/long``)."""
    patterns = cast(Mapping[str, Mapping[str, Mapping[str, str]]], locale_of(language)._data["unit_patterns"])
    out: dict[str, list[str]] = {}
    for key, code in _UNITS.items():
        for category, pattern in patterns.get(key, {}).get("long", {}).items():
            if category != "per":
                out.setdefault(code, []).append(pattern.replace("{0}", "").strip())
    return {code: tuple(dict.fromkeys(words)) for code, words in out.items()}


def separators(language: str) -> tuple[str, str]:
    """Decimal and grouping character (CLDR ``numbers/symbols``).

    >>> separators("en"), separators("de")
    (('.', ','), (',', '.'))
    """
    symbols = locale_of(language).number_symbols["latn"]
    return symbols["decimal"], symbols["group"]


def likely_territory(language: str) -> str | None:
    """The country where most speak a language (CLDR ``likelySubtags``)."""
    full = cast(Mapping[str, str], core.get_global("likely_subtags")).get(language, "")
    return full.rpartition("_")[2] or None


def is_spoken_in(language: str, territory: str) -> bool:
    """Is a language an official one of a country (CLDR ``territoryInfo``; in law or in fact)?"""
    official = spoken.get_official_languages(territory, de_facto=True)
    return language in {each.partition("_")[0] for each in official}


def regional_decimal(language: str, territory: str | None) -> str:
    """The decimal character of a language as its country writes it (CLDR ``numbers/symbols``)."""
    usual = separators(language)[0]
    if usual == "." or not territory:
        return usual
    try:
        return separators(f"{language}_{territory}")[0]
    except LookupError:
        return usual


def format_money(value: Decimal, code: str, locale: str) -> str:
    """A sum in a currency (CLDR ``currencyFormats``).

    >>> format_money(Decimal("1234.5"), "EUR", "de")
    '1.234,50\\xa0€'
    """
    return numbers.format_currency(value, code, locale=locale_of(locale))


def format_percent(value: Decimal, locale: str) -> str:
    """Percent, given as such (CLDR ``percentFormats``), with all its decimals.

    >>> format_percent(Decimal("12.25"), "fr")
    '12,25\\xa0%'
    """
    return numbers.format_percent(value / 100, locale=locale_of(locale), decimal_quantization=False)


def format_unit(value: Decimal, unit: str, locale: str) -> str:
    """A quantity with the name of its unit (CLDR ``units``), or with its code where CLDR has no name.

    >>> format_unit(Decimal(1500), "t", "en"), format_unit(Decimal(1500), "TEU", "en")
    ('1,500 metric tons', '1,500 TEU')
    """
    place = locale_of(locale)
    if unit in _KEYS:
        return units.format_unit(value, _KEYS[unit], locale=place)
    number = numbers.format_decimal(value, locale=place, decimal_quantization=False)
    return number if unit == "count" else f"{number} {unit}"
