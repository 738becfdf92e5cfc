"""Expressions of time as news writes them, read on 15 May 2024 (a Wednesday): the quote and its EDTF."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import tradenews
from tradenews.models import Period

FILE = Path(__file__).parent / "exact_periods.jsonl"
ROWS = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']} {row['text'][:40]}")
def test_periods_to_the_day(row: dict[str, Any]) -> None:
    text = row["text"]
    found = tradenews.find_periods(text, language=row["language"], reference="2024-05-15")
    read = [
        [text[m.span.start : m.span.end], m.value.edtf if isinstance(m.value, Period) else None]
        for m in found
    ]
    assert read == row["periods"]
