"""Country codes of the other standards: ISO 3166-1 alpha-3 and numeric, and those of UN Comtrade."""

from __future__ import annotations

from functools import lru_cache

from tradenews.normalize.facts import territory_aliases

# Where CLDR lists withdrawn codes beside that of today: (alpha-3, numeric) of ISO 3166-1.
_TODAY: dict[str, tuple[str | None, int | None]] = {
    "CD": ("COD", 180), "CW": ("CUW", 531), "CZ": ("CZE", 203), "DE": ("DEU", 276), "ET": ("ETH", 231),
    "FM": ("FSM", 583), "FR": ("FRA", 250), "JE": ("JEY", 832), "MM": ("MMR", 104), "RS": ("SRB", 688),
    "RU": ("RUS", 643), "SA": ("SAU", 682), "SD": ("SDN", 729), "TL": ("TLS", 626), "YE": ("YEM", 887),
    "EU": (None, None),
}  # fmt: skip
# UN Comtrade differs from ISO 3166-1 numeric where its reporter covers more than the country proper.
_COMTRADE = {"US": 842, "FR": 251, "IT": 381, "CH": 757, "IN": 699, "NO": 579, "TW": 490, "EU": 97}


@lru_cache(maxsize=1)
def _codes() -> dict[str, tuple[str | None, int | None]]:
    """Alpha-2 to alpha-3 and numeric code."""
    letters: dict[str, str] = {}
    digits: dict[str, int] = {}
    for old, new in territory_aliases().items():
        if old.isdigit():
            digits[new] = int(old)
        elif len(old) == 3:
            letters[new] = old
    return {code: (letters.get(code), digits.get(code)) for code in {*letters, *digits}} | _TODAY


def alpha3(code: str) -> str | None:
    """ISO 3166-1 alpha-3 of an alpha-2 code (CLDR ``territoryAlias``); None where there is none.

    >>> alpha3("MX"), alpha3("DE"), alpha3("EU")
    ('MEX', 'DEU', None)
    """
    return _codes().get(code, (None, None))[0]


def comtrade_code(code: str) -> int | None:
    """The reporter or partner code of UN Comtrade: ISO 3166-1 numeric, but for some countries.

    >>> comtrade_code("MX"), comtrade_code("US"), comtrade_code("FR")
    (484, 842, 251)
    """
    return _COMTRADE.get(code) or _codes().get(code, (None, None))[1]
