"""Articles with their lines torn, cut, shuffled and mixed: whatever stands in a text, it is read."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

import tradenews
from tradenews.evaluate.report import annotated

TESTS = Path(__file__).parent
FOLDERS = ("development", "retold")
PATHS = [path for name in FOLDERS for path in sorted((TESTS / name).glob("*.json"))]
ARTICLES = [json.loads(path.read_text("utf-8")) for path in PATHS]
ARTICLES += annotated(TESTS / "varied")
TRIES = 60


def broken(text: str, chance: random.Random) -> str:
    """``text`` with line feeds for one blank in twenty."""
    return "".join("\n" if c == " " and chance.random() < 0.05 else c for c in text)


def cut(text: str, chance: random.Random) -> str:
    """A stretch of ``text`` that begins and ends anywhere."""
    first = chance.randrange(len(text))
    return text[first : chance.randrange(first, min(len(text), first + 400) + 1)]


def shuffled(text: str, chance: random.Random) -> str:
    """The lines of ``text`` in any order, each cut off anywhere."""
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(line[: chance.randrange(len(line) + 1)] for line in lines)


def scattered(text: str, chance: random.Random) -> str:
    """The words of ``text`` in any order."""
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def mixed(text: str, chance: random.Random) -> str:
    """The beginning of ``text`` and the end of another, perhaps in another language."""
    other = chance.choice(ARTICLES)["text"]
    return text[: chance.randrange(len(text))] + other[chance.randrange(len(other)) :]


@pytest.mark.parametrize("tear", [broken, cut, shuffled, scattered, mixed])
@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "it", "nl", "pt", "zh"])
def test_torn_articles_are_read(language: str, tear: Callable[[str, random.Random], str]) -> None:
    chance = random.Random(f"{language} {tear}".split(" at ")[0])
    own = [article["text"] for article in ARTICLES if article["language"] == language]
    for _ in range(TRIES):
        text = tear(chance.choice(own), chance)
        article = tradenews.parse(text, language=chance.choice([language, None]))
        assert all(text[f.span.start : f.span.end] for f in article.figures)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "记者王明\n秘鲁5月出口钢材5000吨。"),
        ("zh", "“现在欧美是拿着钱排队等变压器，”董事长罗"),
        ("fr", "Le prix, dit l'association"),
        ("es", "Pagamos 3 dólares, dice la presidenta de la Asociación\nde Exportadores"),
    ],
)
def test_what_once_stopped_the_reading(language: str, text: str) -> None:
    assert tradenews.parse(text, language=language).language == language
