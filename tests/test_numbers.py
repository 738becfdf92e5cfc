"""Numbers, currencies and units given as one expression; hostile numbers."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from tradenews.errors import NormalizationError
from tradenews.lexicon.load import load_lexicon
from tradenews.reading.expressions import (
    find_amounts,
    normalize_amount,
    normalize_currency,
    normalize_number,
    normalize_unit,
)


@pytest.mark.parametrize(
    ("text", "language", "want"),
    [
        ("1,234.5", "en", "1234.5"),
        ("1.234,5", "en", "1234.5"),
        ("1 234,5", "fr", "1234.5"),
        ("1\u202f234,5", "fr", "1234.5"),
        ("1'234.5", "de", "1234.5"),
        ("1’234’567", "de", "1234567"),
        ("1,27,608", "en", "127608"),
        ("１２３", "zh", "123"),
        ("٣٤٫٥", "en", "34.5"),
        ("8-1/2", "en", "8.5"),
        ("7½", "en", "7.5"),
        ("283, 000", "en", "283000"),
        ("1.234", "de", "1234"),
        ("1.234", "en", "1.234"),
        ("two hundred and fifty-three thousand", "en", "253000"),
        ("thousand million", "en", "1000000000"),
        ("five lakh crore", "en", "5000000000000"),
        ("zweihundertfünfzigtausend", "de", "250000"),
        ("siebenundneunzig", "de", "97"),
        ("zwei Billionen", "de", "2000000000000"),
        ("ciento veinte mil millones", "es", "120000000000"),
        ("10 mil 25 millones", "es", "10025000000"),
        ("47 mil 860.8 millones", "es", "47860800000"),
        ("un millón 173 mil", "es", "1173000"),
        ("quatre-vingt-dix-sept", "fr", "97"),
        ("soixante et onze", "fr", "71"),
        ("mille milliards", "fr", "1000000000000"),
        ("cento e vinte e três", "pt", "123"),
        ("dois mil e quinhentos milhões", "pt", "2500000000"),
        ("duecentomila", "it", "200000"),
        ("ventitré", "it", "23"),
        ("drieëntwintig", "nl", "23"),
        ("twee biljoen", "nl", "2000000000000"),
        ("两亿三千万", "zh", "230000000"),
        ("二百三十亿", "zh", "23000000000"),
        ("1.2万亿", "zh", "1200000000000"),
        ("12万5000", "zh", "125000"),
        ("三点五", "zh", "3.5"),
        ("3 mil 400", "es", "3400"),
        ("mil 500", "es", "1500"),
        ("tres mil 400", "es", "3400"),
        ("十五", "zh", "15"),
        ("3亿5千万", "zh", "350000000"),
        ("-5.3", "en", "-5.3"),
    ],
)
def test_normalize_number(text: str, language: str, want: str) -> None:
    assert normalize_number(text, language) == Decimal(want)


@pytest.mark.parametrize("text", ["", "Mexico", "13.5.2017", "four five", "5 and 6", "G20"])
def test_no_number(text: str) -> None:
    with pytest.raises(NormalizationError):
        normalize_number(text)


@pytest.mark.parametrize(
    ("text", "language", "want"),
    [
        ("usd", None, "USD"),
        ("€", None, "EUR"),
        ("renminbi", None, "CNY"),
        ("greenback", "en", "USD"),
        ("pesos mexicanos", "es", "MXN"),
        ("reais", "pt", "BRL"),
        ("francs suisses", "fr", "CHF"),
        ("D-Mark", "de", "DEM"),
        ("人民币", "zh", "CNY"),
        ("NT$", None, "TWD"),
    ],
)
def test_normalize_currency(text: str, language: str | None, want: str) -> None:
    assert normalize_currency(text, language) == want


@pytest.mark.parametrize("text", ["$", "pesos", "Rs", "kr"])
def test_ambiguous_currencies_name_their_candidates(text: str) -> None:
    with pytest.raises(NormalizationError) as caught:
        normalize_currency(text)
    assert len(caught.value.candidates) > 1


@pytest.mark.parametrize(
    ("text", "language", "want"),
    [
        ("barrels", "en", "bbl"),
        ("Tonnen", "de", "t"),
        ("吨", "zh", "t"),
        ("TEU", "en", "TEU"),
        ("sacas", "pt", "bag"),
    ],
)
def test_normalize_unit(text: str, language: str, want: str) -> None:
    assert normalize_unit(text, language) == want


def test_an_expression_is_one_amount() -> None:
    assert normalize_amount("more than $1.2bn a year").per == "year"
    assert normalize_amount("$5 million", home="CA").unit == "CAD"
    for text in ("nothing", "$1 and €2"):
        with pytest.raises(NormalizationError):
            normalize_amount(text)


@pytest.mark.parametrize(
    ("text", "language", "want"),
    [
        (
            "Australia sold more wool. Australian farmers and Australia's ports earned $5 million.",
            "en",
            "AUD",
        ),
        ("Canada and the United States traded $5 million.", "en", "USD"),
        ("US$3 million came first, then $5 million.", "en", "USD"),
        ("In Argentinien kostet das 5 Millionen Pesos.", "de", "ARS"),
        ("Mexiko zahlt 5 Millionen Pesos.", "de", "MXN"),
        ("Japan bought goods for ¥5 million.", "en", "JPY"),
        ("China bought goods for ¥5 million.", "en", "CNY"),
        ("Pakistan paid Rs 5 million.", "en", "PKR"),
        ("La Suisse a payé 5 millions de francs.", "fr", "CHF"),
        ("Le Sénégal a payé 5 millions de francs.", "fr", "XOF"),
        ("Sweden paid 5 million crowns.", "en", "SEK"),
        ("Algeria paid 5 million dinars.", "en", "DZD"),
    ],
)
def test_ambiguous_currencies_by_the_text(text: str, language: str, want: str) -> None:
    assert find_amounts(text, load_lexicon(language))[-1].value.unit == want


HOSTILE = [
    "7",
    ",",
    "1,",
    "$1 ",
    "one hundred million ",
    "1 123 ",
    "1-",
    "5 and ",
    "5 to ",
    "half a ",
    "10 pesos ",
    "(5 ",
    "8-1/2 ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_numbers_take_linear_time(piece: str) -> None:
    lexicon = load_lexicon("en")
    times = []
    for size in (5_000, 20_000):
        taken = []
        for _ in range(3):  # the least of three: other work on the machine only ever adds
            start = time.process_time()
            find_amounts(piece * (size // len(piece)), lexicon)
            taken.append(time.process_time() - start)
        times.append(min(taken))
    assert times[1] < 12 * times[0] + 0.2
