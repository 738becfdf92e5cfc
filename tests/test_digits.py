"""Digits with separators: what a run of digits is worth, in whatever style it is written."""

import unicodedata
from decimal import Decimal
from random import Random

import pytest

from tradenews.normalize.numbers import MAX_DIGITS, decimal_style, parse_digits, plain

DRAW = Random(0)
WHOLES = [0, 5, 99, 100, 999, 1000, 1001, 12345, 123456, 1000000, 1234567, 98765432, 123456789012]
SHARES = ["", "5", "25", "05", "1234"]


def grouped(whole: int, mark: str) -> str:
    return f"{whole:,}".replace(",", mark)


def lakhs(whole: int) -> str:
    head, tail = f"{whole}"[:-3], f"{whole}"[-3:]
    parts = []
    while head:
        head, part = head[:-2], head[-2:]
        parts.insert(0, part)
    return ",".join([*parts, tail])


@pytest.mark.parametrize("whole", WHOLES)
@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize(
    ("group", "point"),
    [
        (",", "."),
        (".", ","),
        (" ", ","),
        (" ", "."),
        ("'", "."),
        ("’", ","),
        ("\u202f", ","),
        ("\u00a0", "."),
    ],
)
def test_every_style_is_read_in_every_language(whole: int, share: str, group: str, point: str) -> None:
    text = grouped(whole, group) + (point + share if share else "")
    wanted = Decimal(f"{whole}.{share}") if share else Decimal(whole)
    marks = len([c for c in text if c in ".,"])
    for decimal in ".,":
        found = parse_digits(text, decimal)
        if marks == 1 and not share and text[-4] == decimal and not text.endswith("000"):
            assert found == Decimal(text.replace(",", "."))  # 1.001: the language decides, here for a share
        else:
            assert found == wanted


@pytest.mark.parametrize("whole", [100000, 1234567, 12345678, 10000000, 9876543210])
def test_lakhs_and_crores(whole: int) -> None:
    assert parse_digits(lakhs(whole)) == parse_digits(lakhs(whole), ",") == whole
    assert parse_digits(f"{lakhs(whole)}.5") == whole + Decimal("0.5")


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("1.234", "1.234", "1234"), ("1,234", "1234", "1.234"), ("12.000", "12000", "12000"),
        ("12,000", "12000", "12000"), ("0.234", "0.234", "0.234"), ("0,234", "0.234", "0.234"),
        ("0.000", "0", "0"), ("1234.567", "1234.567", "1234.567"), ("1.2345", "1.2345", "1.2345"),
        ("1.23", "1.23", "1.23"), ("1.100", "1.100", "1100"), ("1.00", "1", "1"), ("٣٤٫٥", "34.5", "34.5"),
        ("１，２３４", "1234", "1.234"), ("7½", "7.5", "7.5"), ("½", "0.5", "0.5"),
        ("1.234¼", "1.484", "1234.25"),
        ("8-1/2", "8.5", "8.5"), ("10 3/4", "10.75", "10.75"), ("007", "7", "7"), ("1'234", "1234", "1234"),
    ],
)  # fmt: skip
def test_what_the_language_decides(text: str, point: str, comma: str) -> None:
    assert parse_digits(text) == Decimal(point)
    assert parse_digits(text, ",") == Decimal(comma)


@pytest.mark.parametrize(
    "text",
    ["", "1.2.3", "13.5.2017", "1,23,45", "1'23", "1'2345", "12'34'56", "1.234'5", "1,234'567.8",
     "1,234.567.8",
     "12,34.5", "1234,567.8", "1,234,56", "1.234.56", "1.234,567.8", "3-1/0", "3 1/22",
     "-1/2", " 1/2", "1234,56,789", "123,45,678", "x½", "1.2.3½",
     "1,,234", "12,345,67.8", "0,12,34"],
)  # fmt: skip
@pytest.mark.parametrize("decimal", [".", ","])
def test_what_is_no_number(text: str, decimal: str) -> None:
    assert parse_digits(text, decimal) is None


@pytest.mark.parametrize("sign", "½¼¾⅛⅜⅝⅞⅓⅔")
def test_fractions_in_one_sign_are_worth_what_unicode_says(sign: str) -> None:
    for text, whole in ((sign, 0), (f"7{sign}", 7), (f"1,234{sign}", 1234)):
        found = parse_digits(text)
        assert found is not None
        assert abs(found - whole - Decimal(unicodedata.numeric(sign))) < Decimal("1E-15")


@pytest.mark.parametrize("sign", "'’‘٬")
def test_every_apostrophe_groups(sign: str) -> None:
    assert parse_digits(f"1{sign}23") is None
    assert parse_digits(f"1{sign}234{sign}567") == 1234567
    assert parse_digits(f"1{sign}234．5") == Decimal("1234.5")


def test_a_number_has_its_bound() -> None:
    assert MAX_DIGITS == 60
    assert parse_digits("9" * MAX_DIGITS) == Decimal("9" * MAX_DIGITS)
    assert parse_digits("9" * (MAX_DIGITS + 1)) is None


@pytest.mark.parametrize(
    ("value", "wanted"),
    [("5E+9", "5000000000"), ("5E+1", "50"), ("5E+0", "5"), ("1.50", "1.50"), ("0E-3", "0.000"),
     ("-2E+2", "-200"),
     ("NaN", "NaN"), ("Infinity", "Infinity"), ("1E-7", "1E-7")],
)  # fmt: skip
def test_no_exponent_for_large_ones(value: str, wanted: str) -> None:
    assert str(plain(Decimal(value))) == wanted


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("um 1.234.567,8 t", ","), ("up 1,234,567.8 t", "."), ("12.345,6", ","), ("12,345.6", "."),
         # both marks
        ("7,9% und", ","), ("7,9 % und 8,5 %", ","), ("7.9% and 8.5 ％", "."), ("8,51% 7,2%", ","),  # shares
        ("1,5 und 2,5", ","), ("3.5 and 4.5", "."), ("3,5", None), ("1.234.567", None), ("1,234,567", None),
        ("1,27,608", None), ("12.5.2017", None), ("3,4 3,5 7.9%", None), ("3,4 3,5 7.9% 8.1%", None),
        ("3,4 3,5 7.9% 8.1% 8.2%", "."),
        ("3,4 7.9% 8.1% 8.2%", "."), ("von 1.234,567", ","), ("version 1.5.2 and 1.5.3", None),
        ("1.234 2.345 3.456", None), ("a 1,5, b 2,5, c", ","), ("1234,5 2345,6", None), ("", None),
        ("1.234,5", ","), ("123.456.789 987.654.321", ","), ("1,234,567 2,345,678", "."),
        ("5,25 6,75", ","), ("5,255 6,755", None), ("8.5％", "."), ("8,5 ％", ","),
        # what is no number has no vote
        ("1.234.5 2.345.6", None), ("1,234,5 2,345,6", None), ("1234,567.8 2345,678.9", None),
        ("1234.567,8 2345.678,9", None), ("1,27,608 2,34,567", None), ("1.5,25 2.5,25", None),
    ],
)  # fmt: skip
def test_the_style_that_a_text_shows(text: str, style: str | None) -> None:
    assert (decimal_style(text, "."), decimal_style(text, ",")) == (style or ".", style or ",")


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("2.500 millones", ","), ("de 9.500 y 12.000", ","), ("2.500 y 3,5", ","), ("2.500 y 1,2,345", ","),
        ("2.500 y 1,2345", ","), ("2.500 y 1234,567", ","), ("2.500 y 1,234,5", ","),
        ("2.500,5 y 1,234", ","), ("2.500 y 3.5", "."), ("2.500 y 1,234", "."), ("2.500 y 12,345", "."),
        ("2.5001", "."), ("0.500", "."), ("1234.567", "."), ("1,2.500", "."), ("1.5..2.5", "."),
        ("millones", "."),
    ],
)  # fmt: skip
def test_the_style_of_a_language_that_its_country_does_not_write(text: str, style: str) -> None:
    assert decimal_style(text, ".", ",") == style
    assert decimal_style(text, ".", ".") == decimal_style(text, ".")
