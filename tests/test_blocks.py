"""Blocks: every non-blank line once, in order; wrapped paragraphs; kinds."""

# ruff: noqa: E501
from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tradenews.lexicon.load import load_lexicon
from tradenews.models.terms import BLOCK_KINDS
from tradenews.scan.blocks import split_blocks

PIECES = st.sampled_from(
    [
        "\n", "\r\n", "\n\n", "\x0c", "\u2028", "\u0085", "\ufeff", "\u200b", " ", "\t", "•", "|", "©", ":", ".", "。",
        "Menu", "Share", "Exports rose 5% in May, officials said.", "Foto: X", "By A. B.", "2017-09-07",
        "出口增长。", "Lees ook:", "ß", "İ", "12", "{", "\ud800", "(", "»", "« a", "Comments", "…", "\U0001f600", "\x00",
    ]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join), st.sampled_from(["en", "de", "zh"]))
@settings(max_examples=300, deadline=None)
def test_every_line_once(text: str, language: str) -> None:
    blocks = split_blocks(text, load_lexicon(language))
    pieces = (text[b.span.start : b.span.end] for b in blocks)
    lines = [line.strip() for piece in pieces for line in piece.split("\n") if line.strip()]
    assert lines == [line.strip() for line in text.split("\n") if line.strip()]
    assert all(b.kind in BLOCK_KINDS for b in blocks)
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    assert all(text[b.span.start : b.span.end].strip() == text[b.span.start : b.span.end] for b in blocks)


WRAPPED = """\
ROTTERDAM, March 3 (Wirepress) - The port of Rotterdam handled 12 percent
more containers in February than a year earlier, its operator said on
Monday, as shippers rushed goods to market before new tariffs.

The operator expects traffic to slow in the second quarter. It spent 40
million euros on new cranes last year.
"""


def test_wrapped_paragraphs() -> None:
    blocks = split_blocks(WRAPPED, load_lexicon("en"))
    assert [b.kind for b in blocks] == ["paragraph", "paragraph"]
    assert WRAPPED[blocks[0].span.end - 8 : blocks[0].span.end] == "tariffs."


def test_wrapped_without_blank_lines() -> None:
    blocks = split_blocks(WRAPPED.replace("\n\n", "\n"), load_lexicon("en"))
    assert len(blocks) == 2


def _kinds(text: str, language: str = "en") -> list[str]:
    return [b.kind for b in split_blocks(text, load_lexicon(language))]


BODY = "Traders sold 5,000 tonnes of cocoa to buyers in Hamburg last week, the exchange said on Friday."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("What the buyers paid", "heading"),
        ("• Germany: 1.9 million bags", "list_item"),
        ("1. Who gains from the agreement", "list_item"),
        ("Cargill – 60,000 tonnes, Ukrainian origin, at $294.99 a tonne FOB", "heading"),
        ("Ghana\t12.5\t13.9", "table"),
        ("They earned $244 million.", "paragraph"),
        ("Energy", "heading"),
        ("Advertisement", "chrome"),
        ("Photo: Jane Doe", "chrome"),
        ("Read more: Sugar falls again", "chrome"),
    ],
)
def test_kinds_inside(line: str, kind: str) -> None:
    assert _kinds(f"Cocoa sales rise in Hamburg again\n{BODY}\n{line}\n{BODY}")[2] == kind


def test_head_and_source() -> None:
    text = f"Cocoa sales rise in Hamburg again\nBy Jane Doe\nMay 3, 2019\n{BODY}\n{BODY}\nSource: Wirepress"
    assert _kinds(text) == ["title", "dateline", "dateline", "paragraph", "paragraph", "credit"]


@pytest.mark.parametrize("text", ["", "\n\n", " \t ", "\r\n\r\n"])
def test_empty(text: str) -> None:
    assert split_blocks(text, load_lexicon("en")) == ()


def test_linear() -> None:
    """A long page of short lines and a long line of one word are read in one go."""
    assert len(split_blocks("Home\n" * 20_000, load_lexicon("en"))) == 20_000
    page = f"Comments\n{BODY}\nRead next\nMay 3, 2019\nA line of six words here\n"
    assert len(split_blocks(page * 3_000, load_lexicon("en"))) == 15_000
    assert len(split_blocks("a" * 200_000 + "\n" + "(" * 50_000, load_lexicon("en"))) == 2
