"""Units of measure: dimension, exact factors, and the codes of UN/CEFACT Recommendation 20.

Factors are exact by definition: the international pound is 0.45359237 kg, the US gallon 3.785411784 l, the
petroleum barrel 42 of them, the acre 4046.8564224 m², the British thermal unit (IT) 1055.05585262 J.
"""

from __future__ import annotations

from decimal import Context, Decimal

from attrs import frozen

from tradenews.errors import NormalizationError
from tradenews.normalize.numbers import plain

EXACT = Context(prec=40)


@frozen
class UnitFacts:
    """A unit: its ``dimension``, its size in the base of the dimension, its Recommendation 20 code or None.

    The bases are kg, m³, m, m², W and MJ; package codes of Recommendation 21 stand with their prefix X.
    """

    dimension: str
    factor: Decimal
    rec20: str | None


def _table(dimension: str, rows: str) -> dict[str, UnitFacts]:
    parts = (row.rsplit(maxsplit=2) for row in rows.split(";"))
    facts = ((unit.strip(), Decimal(size), None if code == "-" else code) for unit, size, code in parts)
    return {unit: UnitFacts(dimension, size, code) for unit, size, code in facts}


UNITS: dict[str, UnitFacts] = {
    **_table(
        "mass",
        "t 1000 TNE; kg 1 KGM; g 0.001 GRM; lb 0.45359237 LBR; st 907.18474 STN; lt 1016.0469088 LTN;"
        "oz 0.028349523125 ONZ; oz_t 0.0311034768 APZ; ct 0.0002 CTM; quintal 100 DTN; jin 0.5 -; picul 50 -",
    ),
    **_table(
        "volume",
        "m3 1 MTQ; l 0.001 LTR; hectolitre 0.1 HLT; gal 0.003785411784 GLL; bbl 0.158987294928 BLL;"
        "bu 0.03523907016688 BUA; cubic foot 0.028316846592 FTQ",
    ),
    **_table(
        "length",
        "m 1 MTR; km 1000 KMT; mi 1609.344 SMI; yard 0.9144 YRD;"
        "centimetre 0.01 CMT; millimetre 0.001 MMT",
    ),
    **_table(
        "area",
        "m2 1 MTK; ha 10000 HAR; acre 4046.8564224 ACR; km2 1000000 KMK; square foot 0.09290304 FTK;"
        "square yard 0.83612736 YDK; mu 666.66666666666666667 -",
    ),
    **_table("power", "W 1 WTT; kW 1000 KWT; MW 1000000 MAW; GW 1000000000 A90"),
    **_table("energy",
        "kWh 3.6 KWH; MWh 3600 MWH; GWh 3600000 GWH; TWh 3600000000 D32; mmbtu 1055.05585262 -",
    ),
    **_table("container", "TEU 1 20"),
    **_table("ratio", "percent 1 P1; percentage_point 1 -"),
    **_table("count", "count 1 C62"),
    **_table("head", "head 1 HEA"), **_table("bag", "bag 1 XBG"), **_table("bale", "bale 1 XBL"),
    **_table("piece", "piece 1 H87"), **_table("pair", "pair 1 PR"),
}  # fmt: skip

_POUND = Decimal("0.45359237")
# Kilograms of one bushel (USDA test weights, in pounds) or one barrel (7.33 to the tonne of crude).
_WEIGHTS: dict[tuple[str, str], Decimal] = {
    **{("bu", name): _POUND * 60 for name in ("wheat", "soybeans", "soya", "potatoes")},
    **{("bu", name): _POUND * 56 for name in ("maize", "corn", "sorghum", "rye", "linseed")},
    **{("bu", name): _POUND * 50 for name in ("canola", "rapeseed")},
    ("bu", "barley"): _POUND * 48, ("bu", "oats"): _POUND * 32, ("bu", "rice"): _POUND * 45,
    ("bbl", "oil"): EXACT.divide(Decimal(1000), Decimal("7.33")),
    ("bbl", "crude"): EXACT.divide(Decimal(1000), Decimal("7.33")),
}  # fmt: skip


def facts_of(unit: str) -> UnitFacts:
    """What is known of a unit code; :class:`~tradenews.errors.NormalizationError` for an unknown one.

    >>> facts_of("t").rec20, facts_of("acre").dimension
    ('TNE', 'area')
    """
    if unit == "t_unspecified":
        raise NormalizationError(unit, "unit", ("t", "st", "lt"))
    if unit not in UNITS:
        raise NormalizationError(unit, "unit")
    return UNITS[unit]


def rec20_code(unit: str) -> str | None:
    """The UN/CEFACT Recommendation 20 code of a unit; None where there is none.

    >>> rec20_code("bbl"), rec20_code("bag")
    ('BLL', 'XBG')
    """
    return UNITS[unit].rec20 if unit in UNITS else None


def convert_units(value: Decimal, unit: str, to: str, commodity: str | None = None) -> Decimal:
    """``value`` in another unit of the same dimension.

    ``commodity`` lets bushels and barrels become mass: wheat, soybeans, maize, barley, oats, rice, canola;
    oil. :class:`~tradenews.errors.NormalizationError` where the two do not measure the same thing.

    >>> convert_units(Decimal(1), "bbl", "gal"), convert_units(Decimal(1000), "bu", "t", "wheat")
    (Decimal('42'), Decimal('27.2155422'))
    """
    if unit == to:
        return value
    one, other = _size(unit, to, commodity), _size(to, unit, commodity)
    if one[0] != other[0]:
        hint = " with commodity= named" if {unit, to} & {"bu", "bbl"} else ""
        raise NormalizationError(f"{unit} -> {to}", "conversion", hint=f"{one[0]} is no {other[0]}{hint}")
    result = EXACT.divide(EXACT.multiply(value, one[1]), other[1])
    return plain(result.normalize(EXACT))


def _size(unit: str, other: str, commodity: str | None) -> tuple[str, Decimal]:
    weight = _WEIGHTS.get((unit, commodity.lower())) if commodity else None
    if weight is not None and facts_of(other).dimension == "mass":
        return "mass", weight
    facts = facts_of(unit)
    return facts.dimension, facts.factor
