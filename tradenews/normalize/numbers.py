"""Digits with their separators to decimals.

A point and a comma each stand for decimals in one half of the world and for groups in the other; blanks,
apostrophes and the Arabic marks are unambiguous. Grouping is by three, or by two after the first three from
the right (lakh and crore).
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

from tradenews.lazy import regex

_CENTS: Final = -2  # the exponent of a price with cents
MAX_DIGITS = 60  # longer runs of digits are no number that news prints

_VULGAR = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"), "⅝": Decimal("0.625"), "⅞": Decimal("0.875"),
    "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3,
}  # fmt: skip
_PLAIN = str.maketrans({"．": ".", "，": ",", "٫": ".", "٬": "'", "’": "'", "‘": "'"})
_BLANKS = regex(r"[ \u00a0\u2007\u2009\u202f]")
_MIXED = regex(r"(\d+(?:\.\d\d)?)[- ](\d)/(\d)")
_GROUPED = regex(r"\d{1,3}(?:(,|'|\.)\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}")
_STYLE = regex(
    r"\d(?<![\d.,]\d)\d{0,2}(?:(?:\.\d{3})+(?P<c1>,)\d|(?:,\d{3})+(?P<p1>\.)\d|(?P<c2>,)\d{1,2}(?![\d.,]*\d)"
    r"|(?P<p2>\.)\d{1,2}(?![\d.,]*\d)|(?:\.\d{3})(?P<c3>\.)\d{3}|(?:,\d{3})(?P<p3>,)\d{3})(?P<sure>\d*\s?[%％])?"
)


_BY_POINT: Final = regex(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,]?\d)")
_BY_COMMA: Final = regex(r"(?<![\d.,])\d{1,3},\d{3}(?![\d.,]?\d)")


@lru_cache(maxsize=4096)
def parse_digits(text: str, decimal: str = ".") -> Decimal | None:
    """The value of ``text``, a run of digits with separators; None where it is none (a date, a version).

    ``decimal`` decides only where both readings are open: ``1.234`` and ``1,234``.

    >>> parse_digits("1.234,5"), parse_digits("1.234", ","), parse_digits("1.234"), parse_digits("1,27,608")
    (Decimal('1234.5'), Decimal('1234'), Decimal('1.234'), Decimal('127608'))
    >>> parse_digits("8-1/2"), parse_digits("7½"), parse_digits("10.34½"), parse_digits("13.5.2017")
    (Decimal('8.5'), Decimal('7.5'), Decimal('10.345'), None)
    """
    if len(text) > MAX_DIGITS:
        return None
    if (mixed := _MIXED.fullmatch(text)) is not None:
        bottom = int(mixed[3])
        return _with_part(Decimal(mixed[1]), Decimal(int(mixed[2])) / bottom) if bottom else None
    if text[-1:] in _VULGAR:
        whole = parse_digits(text[:-1], decimal) if text[:-1] else Decimal(0)
        return None if whole is None else _with_part(whole, _VULGAR[text[-1]])
    plain = _BLANKS.sub("", text).translate(_PLAIN)
    found = _number(plain, decimal)
    try:
        return None if found is None else Decimal(found)
    except InvalidOperation:
        return None


def _with_part(whole: Decimal, part: Decimal) -> Decimal:
    """``part`` of ``whole``, or of its cents: 5 and a half; $10.34 and a half cent, as grain is priced."""
    priced = whole.as_tuple().exponent == _CENTS
    return whole + (part.scaleb(_CENTS) if priced else part)


def _number(plain: str, decimal: str) -> str | None:
    """``plain`` with its groups joined and a point for its decimals."""
    marks = [c for c in plain if c in ".,'"]
    if not marks:
        return plain
    last = marks[-1]
    whole, _, rest = plain.rpartition(last)
    if len(set(marks)) == 1:
        grouped = _GROUPED.fullmatch(plain) is not None
        if len(marks) > 1 or last == "'":
            return re.sub("[.,']", "", plain) if grouped else None
        if not grouped or whole.startswith("0") or (last == decimal and not rest.endswith("000")):
            return f"{whole}.{rest}"
        return whole + rest
    if last != "'" and _GROUPED.fullmatch(whole):
        return re.sub("[.,']", "", whole) + "." + rest
    return None


def plain(value: Decimal) -> Decimal:
    """``value`` without an exponent; decimals stay as they are.

    >>> plain(Decimal("5E+9"))
    Decimal('5000000000')
    """
    return Decimal(f"{value:f}")


def groups_by_comma(text: str) -> bool:
    """Does ``text`` have numbers whose comma may stand before thousands?

    >>> groups_by_comma("1,038 toneladas"), groups_by_comma("1,03 toneladas")
    (True, False)
    """
    return _BY_COMMA.search(text) is not None


def decimal_style(text: str, usual: str, spoken: str | None = None) -> str:
    """The decimal character that ``text`` itself uses, by its unambiguous numbers; ``usual`` if they are few.

    ``spoken`` is that of the language where the country writes another: a text that only groups by points
    ("2.500 millones") follows it.

    >>> decimal_style("Subió 7.9% y 12.8% en el año", ","), decimal_style("um 8.30 Uhr für 3.400 Euro", ",")
    ('.', ',')
    """
    votes = {".": 0, ",": 0}
    for hit in _STYLE.finditer(text):
        mark = "," if hit["c1"] or hit["c2"] or hit["c3"] else "."
        votes[mark] += 2 if hit["sure"] or hit["c1"] or hit["p1"] else 1
    if spoken == "," and not votes["."] and _BY_POINT.search(text):
        return usual if _BY_COMMA.search(text) else spoken
    other = "," if usual == "." else "."
    return other if votes[other] > max(1, 2 * votes[usual]) else usual
