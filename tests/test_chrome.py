"""Chrome of whole pages: which lines are no article, in all languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tradenews.lexicon.load import load_lexicon
from tradenews.scan.blocks import split_blocks

FOLDER = Path(__file__).parent / "test_chrome_pages"
PAGES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def _read(name: str) -> tuple[str, list[str], list[str]]:
    """Text of a page, its article lines (marked "+"), its chrome lines (marked "-")."""
    marked = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    lines = [(line[0], line[2:]) for line in marked if line.strip()]
    text = "\n".join(line for _, line in lines)
    return text, [x for mark, x in lines if mark == "+"], [x for mark, x in lines if mark == "-"]


def _chrome(text: str, language: str) -> list[str]:
    blocks = split_blocks(text, load_lexicon(language))
    spans = (block.span for block in blocks if block.kind == "chrome")
    return [line.strip() for span in spans for line in text[span.start : span.end].split("\n")]


@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str) -> None:
    text, _, chrome = _read(name)
    assert _chrome(text, name[:2]) == [line.strip() for line in chrome]


@pytest.mark.parametrize("name", [name for name in PAGES if name != "en-3"])  # hard-wrapped
def test_pages_with_blank_lines(name: str) -> None:
    """Nothing that is article is lost where blank lines stand between the lines."""
    text, article, _ = _read(name)
    spaced = text.replace("\n", "\n\n")
    lost = [line for line in article if line in set(_chrome(spaced, name[:2]))]
    assert not lost
