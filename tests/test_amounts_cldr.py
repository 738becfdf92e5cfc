"""CLDR as oracle: what babel writes in each language is read back, value and code."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from babel import Locale, numbers, units

from tradenews.errors import NormalizationError
from tradenews.lexicon.load import load_lexicon
from tradenews.normalize import cldr
from tradenews.reading.expressions import find_amounts, normalize_number

LANGUAGES = ("en", "de", "es", "fr", "pt", "it", "nl", "zh")
SAMPLES = 200
SEED = 20170907
FLOOR = 0.995

# What is left out, and why: "pounds" alone are money or weight, which only a text can tell; 盎司 in the news
# are troy ounces; tons alone may be short, long or metric. Where CLDR has no name for a unit in a language,
# babel writes its key, and there is nothing to read.
UNREADABLE = ("mass-pound", "mass-ounce", "mass-ton")
CODES = (
    "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "MXN", "CAD", "AUD", "BRL", "INR", "KRW", "RUB", "TRY", "ZAR",
    "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "ILS", "THB", "VND", "MYR", "IDR", "PHP", "SGD", "HKD", "TWD",
    "NZD", "ARS", "CLP", "COP", "PEN", "NGN", "EGP", "MAD", "AED", "SAR", "KZT", "UAH",
)  # fmt: skip
UNIT_KEYS = {key: code for key, code in cldr._UNITS.items() if key not in UNREADABLE}


def found(text: str, language: str) -> list[tuple[Decimal, str]]:
    lexicon = load_lexicon(language)
    return [(m.value.low, m.value.unit) for m in find_amounts(text, lexicon)]


def draw(rng: random.Random) -> Decimal:
    """A number with up to nine digits and up to three decimals, never one with a bare year's look."""
    whole = rng.choice([rng.randrange(1, 1000), rng.randrange(10_000, 10**9)])
    return Decimal(whole).scaleb(-rng.choice([0, 0, 1, 2])).quantize(Decimal("0.01")).normalize()


def check(cases: list[tuple[str, tuple[Decimal, str]]], language: str) -> None:
    wrong = [(text, want, got) for text, want in cases if (got := found(text, language)) != [want]]
    assert len(wrong) <= len(cases) * (1 - FLOOR), wrong[:10]


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_numbers(language: str) -> None:
    rng = random.Random(SEED)
    for _ in range(SAMPLES):
        value = draw(rng)
        text = numbers.format_decimal(value, locale=language, decimal_quantization=False)
        assert normalize_number(text, language) == value, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_percent(language: str) -> None:
    rng = random.Random(SEED)
    cases = []
    for _ in range(SAMPLES):
        value = draw(rng)
        text = numbers.format_percent(value / 100, locale=language, decimal_quantization=False)
        cases.append((text, (value, "percent")))
    check(cases, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_money_by_code_and_name(language: str) -> None:
    rng = random.Random(SEED)
    cases = []
    for _ in range(SAMPLES):
        value, code = draw(rng), rng.choice(CODES)
        value = value.quantize(Decimal("0.01"))
        pattern = Locale(language).currency_formats["standard"].pattern.replace("¤", "¤¤")
        text = numbers.format_currency(value, code, pattern, locale=language, currency_digits=False)
        cases.append((text, (value, code)))
        text = numbers.format_currency(
            value, code, locale=language, format_type="name", currency_digits=False
        )
        cases.append((text, (value, code)))
    check(cases, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_compact_money(language: str) -> None:
    rng = random.Random(SEED)
    cases = []
    for _ in range(SAMPLES):
        value = Decimal(rng.randrange(10, 1000)).scaleb(rng.choice([3, 5, 6, 8, 9, 11, 12]))
        code = rng.choice(("EUR", "GBP"))
        form = "short" if language == "zh" else "long"
        number = numbers.format_compact_decimal(value, format_type=form, locale=language, fraction_digits=3)
        word = {"zh": {"EUR": "欧元", "GBP": "英镑"}}.get(language, {"EUR": "EUR", "GBP": "GBP"})[code]
        cases.append((number + ("" if language == "zh" else " ") + word, (value, code)))
    check(cases, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_units(language: str) -> None:
    rng = random.Random(SEED)
    cases = []
    for _ in range(SAMPLES):
        value, key = draw(rng), rng.choice(sorted(UNIT_KEYS))
        text = units.format_unit(value, key, locale=language)
        if key in text:
            continue
        cases.append((text, (value.quantize(Decimal("0.001")).normalize(), UNIT_KEYS[key])))
    check(cases, language)


def test_a_word_is_no_number() -> None:
    with pytest.raises(NormalizationError):
        normalize_number("Mexico")
