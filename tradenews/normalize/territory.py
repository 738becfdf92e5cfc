"""Codes of countries and blocs: ISO 3166-1 alpha-2, with the aliases that CLDR knows.

CLDR ``territories`` names them, CLDR ``territoryAlias`` maps alpha-3, numeric and withdrawn codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from tradenews.normalize.facts import territories, territory_aliases

HISTORIC = frozenset({"SU", "YU", "CS", "DD", "AN"})
_GREECE = "EL"  # as the Union writes it


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """All ISO 3166-1 alpha-2 codes, with XK for Kosovo.

    >>> "MX" in countries(), "EU" in countries(), "IC" in countries()
    (True, False, False)
    """
    return frozenset(territories("en")) - {"EU"}


@lru_cache(maxsize=16)
def _names(language: str) -> Mapping[str, str]:
    return territories(language)


def is_country(code: str) -> bool:
    """Is ``code`` that of a country, of today or withdrawn (SU, YU), and no bloc's?

    >>> is_country("MX"), is_country("SU"), is_country("ASEAN")
    (True, True, False)
    """
    return code in countries() or code in HISTORIC


def country_name(code: str, language: str = "en") -> str | None:
    """The CLDR short name of a country in a language; None for a code that CLDR does not name.

    >>> country_name("MX"), country_name("US", "de")
    ('Mexico', 'Vereinigte Staaten')
    """
    return _names(language).get(code)


def country_code(text: str) -> str | None:
    """The alpha-2 code that ``text`` is as a code itself: alpha-2, alpha-3, numeric or withdrawn; else None.

    >>> country_code("MEX"), country_code("484"), country_code("UK"), country_code("mx"), country_code("ZZZ")
    ('MX', 'MX', 'GB', 'MX', None)
    """
    code = text.upper() if text.isascii() else ""
    if code in countries() or code == "EU":
        return code
    named = "GR" if code == _GREECE else territory_aliases().get(code)
    return named if named in countries() else None
