"""CLDR as oracle: dates that babel formats are read back."""

from __future__ import annotations

import random
from datetime import date as Date
from datetime import timedelta

import pytest
from babel.dates import format_date, format_skeleton

from tradenews.grammar.context import Context
from tradenews.lexicon.load import load_lexicon
from tradenews.reading.calendar import find_periods

LANGUAGES = ("en", "de", "es", "fr", "pt", "it", "nl", "zh")
DAYS = [Date(2001, 1, 1) + timedelta(days=n) for n in random.Random(7).sample(range(11000), 60)]


def read(text: str, language: str) -> list[str]:
    lexicon = load_lexicon(language)
    return [m.value.edtf for m in find_periods(text, lexicon, Context(language, lexicon))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["medium", "long", "full"])
def test_days(language: str, form: str) -> None:
    for day in DAYS:
        text = format_date(day, form, locale=language)
        assert (text, read(text, language)) == (text, [day.isoformat()])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("skeleton", ["yMMMM", "yMMM"])
def test_months(language: str, skeleton: str) -> None:
    for day in DAYS:
        text = format_skeleton(skeleton, day, locale=language)
        assert (text, read(text, language)) == (text, [f"{day:%Y-%m}"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("skeleton", ["yQQQ", "yQQQQ"])
def test_quarters(language: str, skeleton: str) -> None:
    for day in DAYS[:12]:
        text = format_skeleton(skeleton, day, locale=language)
        quarter = 33 + (day.month - 1) // 3
        assert (text, read(text, language)) == (text, [f"{day.year}-{quarter}"])
