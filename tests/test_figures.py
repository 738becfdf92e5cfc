"""What figures say: sentences of our own with the figures that they must yield."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from tradenews import parse

CORPUS = Path(__file__).parent / "corpus" / "figures"
LANGUAGES = sorted(path.stem for path in CORPUS.glob("*.toml"))


def cases(language: str) -> list[list[str]]:
    return tomllib.loads((CORPUS / f"{language}.toml").read_text(encoding="utf-8"))["examples"]


ALL = [(language, *case) for language in LANGUAGES for case in cases(language)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case[0]}: {case[1][:50]}")
def test_sentence(case: tuple[str, ...]) -> None:
    language, text, *wanted = case
    assert problems(text, wanted, language) == []


def problems(text: str, wanted: list[str], language: str) -> list[str]:
    """What is wrong with the figures read from ``text``, one line for each field."""
    found = {text[f.span.start : f.span.end]: f for f in parse(text, language=language).figures}
    wrong = []
    for line in wanted:
        quote, *fields = line.split("|")
        figure = next((found[q] for q in found if quote in q), None)
        if figure is None:
            wrong.append(f"{quote}: not found in {sorted(found)}")
            continue
        product = figure.product.name.lower() if figure.product else ""
        got = (figure.kind, figure.form, figure.modality, figure.amount.low)
        for name, want, have in zip(("kind", "form", "modality", "value"), fields, got, strict=False):
            same = not want or (Decimal(want) == have if name == "value" else want == have)
            if not same:
                wrong.append(f"{quote}: {name} {have}, not {want}")
        if len(fields) > 4 and fields[4].lower() not in product:
            wrong.append(f"{quote}: product {product!r}, not {fields[4]!r}")
    if not wanted and found:
        wrong.append(f"no figures: {sorted(found)}")
    return wrong
