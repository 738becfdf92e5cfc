"""The scores on the annotated articles sink below no floor. Floors only rise."""

import tomllib
from pathlib import Path

import pytest

import tradenews
from tradenews.evaluate import evaluate

GOLD = Path(__file__).parent / "gold"
FLOORS = tomllib.loads((GOLD / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reports() -> dict[str, object]:
    return evaluate(GOLD, tradenews.parse)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("language", "row"), [(language, row) for language, rows in FLOORS.items() for row in rows]
)
def test_floor(reports: dict[str, object], language: str, row: str) -> None:
    assert reports[language].value(row) >= FLOORS[language][row]  # type: ignore[attr-defined]


def test_every_language_has_floors() -> None:
    assert set(FLOORS) == {"all", "de", "en", "es", "fr", "it", "nl", "pt", "zh"}
