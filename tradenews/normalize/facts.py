"""Facts about countries and languages from CLDR, as they were prepared when the package was built.

Most texts need no more of CLDR than this, and so are spared the import of babel. What was not prepared, or
from another CLDR than the one that is there, is asked of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from tradenews.normalize import cldr
from tradenews.prepared import digest_of, read_prepared, source_of

_CODE = ("cldr.py", "facts.py")


@lru_cache(maxsize=32)
def cldr_sources(language: str | None) -> str:
    """The digest of the CLDR that is there: of its data for a language, or of those for all languages."""
    return digest_of((*(source_of("tradenews.normalize", name) for name in _CODE), *cldr.sources(language)))


def facts_of(language: str, codes: Iterable[str]) -> dict[str, Any]:
    """What is prepared of a language; ``codes`` are the countries in which it may be written."""
    usual = cldr.separators(language)[0]
    decimals = {code: cldr.regional_decimal(language, code) for code in codes}
    return {
        "territories": dict(cldr.territories(language)),
        "decimal": usual,
        "decimals": {code: sign for code, sign in decimals.items() if sign != usual},
        "many": cldr.counts_with_of(language),
        "likely": cldr.likely_territory(language),
        "spoken": sorted(code for code in codes if cldr.is_spoken_in(language, code)),
    }


def common_facts() -> dict[str, Any]:
    """What is prepared for all languages."""
    return {"aliases": cldr.territory_aliases(), "tenders": cldr.tenders()}


@lru_cache(maxsize=32)
def _facts(language: str) -> Mapping[str, Any]:
    return read_prepared(f"cldr-{language}", cldr_sources(language)) or {}


@lru_cache(maxsize=1)
def _common() -> Mapping[str, Any]:
    return read_prepared("cldr", cldr_sources(None)) or common_facts()


@lru_cache(maxsize=32)
def territories(language: str) -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 code to name in a language (CLDR ``territories``); also EU, and no other region.

    >>> territories("de")["MX"], territories("es")["US"]
    ('Mexiko', 'Estados Unidos')
    """
    return MappingProxyType(_facts(language).get("territories") or cldr.territories(language))


def territory_aliases() -> Mapping[str, str]:
    """Alpha-3, numeric and withdrawn codes to the code of today (CLDR ``territoryAlias``).

    >>> territory_aliases()["MEX"], territory_aliases()["484"]
    ('MX', 'MX')
    """
    return MappingProxyType(_common()["aliases"])


def currency_codes(year: int = 1990) -> frozenset[str]:
    """Codes that some territory used as legal tender in or after ``year`` (CLDR ``currencyData``)."""
    rows = (row for rows in _common()["tenders"].values() for row in rows)
    return frozenset(code for code, until in rows if until is None or until >= year)


def currency_of(territory: str) -> str | None:
    """The currency that a territory uses: the first legal tender that CLDR knows no end of.

    >>> currency_of("MX"), currency_of("DE")
    ('MXN', 'EUR')
    """
    rows = _common()["tenders"].get(territory.upper(), ())
    return next((code for code, until in rows if until is None), None)


def tenders_of(territory: str) -> tuple[tuple[str, int | None], ...]:
    """The currencies of a territory, each with the year until which it was legal tender, or None.

    >>> tenders_of("FR")
    (('FRF', 2002), ('EUR', None))
    """
    return tuple((str(code), until) for code, until in _common()["tenders"].get(territory.upper(), ()))


@lru_cache(maxsize=32)
def counts_with_of(language: str) -> bool:
    """Does the language put "of" between millions and what they count (CLDR plural category ``many``)?

    >>> counts_with_of("es"), counts_with_of("de")
    (True, False)
    """
    if language == "und":
        return False
    facts = _facts(language)
    return bool(facts["many"]) if facts else cldr.counts_with_of(language)


@lru_cache(maxsize=32)
def likely_territory(language: str) -> str | None:
    """The country where most speak a language (CLDR ``likelySubtags``).

    >>> likely_territory("it"), likely_territory("pt")
    ('IT', 'BR')
    """
    facts = _facts(language)
    return facts["likely"] if facts else cldr.likely_territory(language)


@lru_cache(maxsize=256)
def is_spoken_in(language: str, territory: str) -> bool:
    """Is a language an official one of a country (CLDR ``territoryInfo``; in law or in fact)?

    >>> is_spoken_in("fr", "CA"), is_spoken_in("de", "CA")
    (True, False)
    """
    facts = _facts(language)
    return territory in facts["spoken"] if facts else cldr.is_spoken_in(language, territory)


@lru_cache(maxsize=256)
def regional_decimal(language: str, territory: str | None) -> str:
    """The decimal character of a language as its country writes it (CLDR ``numbers/symbols``).

    A language that writes a point keeps it: its press does, whatever the country's norm.

    >>> regional_decimal("es", "MX"), regional_decimal("es", None), regional_decimal("de", "CN")
    ('.', ',', ',')
    """
    facts = _facts(language)
    if facts:
        return str(facts["decimals"].get(territory, facts["decimal"]))
    return cldr.regional_decimal(language, territory)
