"""Currencies: the codes of ISO 4217, and which country uses which (CLDR ``currencyData``)."""

from __future__ import annotations

from functools import lru_cache

from tradenews.normalize.facts import currency_codes, currency_of, tenders_of

_OLDEST, _EURO = 1980, 2002  # years


@lru_cache(maxsize=512)
def currency_of_place(code: str) -> str | None:
    """The currency of a country (ISO 3166-1 alpha-2) or of the Union; None for other codes.

    >>> currency_of_place("MX"), currency_of_place("EU"), currency_of_place("ASEAN")
    ('MXN', 'EUR', None)
    """
    if code == "EUROZONE":
        return "EUR"
    return currency_of(code) if len(code) == 2 else None


@lru_cache(maxsize=512)
def currency_in(code: str, year: int | None) -> str | None:
    """The currency that a country used in a year; today's, where no year is known.

    >>> currency_in("BE", 1994), currency_in("BE", 2012), currency_in("CW", 2020), currency_in("MX", None)
    ('BEF', 'EUR', 'ANG', 'MXN')
    """
    if year is None or len(code) != 2 or code == "EU":
        return currency_of_place(code)
    old = [(until, each) for each, until in tenders_of(code) if until is not None and until >= year]
    return min(old)[1] if old and year >= _OLDEST else currency_of_place(code)


@lru_cache(maxsize=512)
def had_lately(code: str, currency: str) -> bool:
    """Did a country use a currency in our century, after the euro came: the guilder of the Antilles?

    >>> had_lately("CW", "ANG"), had_lately("NL", "NLG")
    (True, False)
    """
    return any(each == currency and (until is None or until > _EURO) for each, until in tenders_of(code))


@lru_cache(maxsize=512)
def place_of_currency(code: str) -> str | None:
    """The country that a currency is called after, where it is the money there: ISO 4217 says so.

    >>> place_of_currency("BRL"), place_of_currency("XOF"), place_of_currency("EUR")
    ('BR', None, None)
    """
    place = code[:2]
    return place if place != "EU" and currency_of_place(place) == code else None


@lru_cache(maxsize=1)
def known_currencies() -> frozenset[str]:
    """All ISO 4217 codes that CLDR knows as legal tender of some country since 1800, with those for gold.

    >>> {"USD", "DEM", "XAF"} <= known_currencies()
    True
    """
    return currency_codes(1800)


def is_currency(code: str) -> bool:
    """Is ``code`` a currency code?

    >>> is_currency("EUR"), is_currency("TEU")
    (True, False)
    """
    return code in known_currencies()
