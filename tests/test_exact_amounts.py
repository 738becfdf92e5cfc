"""Expressions of amounts to the last detail: the quote, both ends, unit, rate, bound, scale, what is counted.

A line of ``exact_amounts.jsonl`` is a text with its amounts, each written as quote and
``value unit/per bound e-scale [counted]``, a range with two points between its ends.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import tradenews
from tradenews.grammar.context import Context
from tradenews.grammar.pipeline import fold_chain
from tradenews.lexicon.load import load_lexicon
from tradenews.models import Amount, Mention
from tradenews.scan.tokens import scan

FILE = Path(__file__).parent / "exact_amounts.jsonl"
ROWS = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


def written(mention: Mention) -> str:
    amount = mention.value
    assert isinstance(amount, Amount)
    parts = [str(amount.low) if amount.low == amount.high else f"{amount.low}..{amount.high}"]
    parts.append(amount.unit + (f"/{amount.per}" if amount.per else ""))
    parts += [amount.bound] if amount.bound != "exact" else []
    parts += [f"e{amount.scale}"] if amount.scale is not None else []
    parts += [f"[{mention.counted}]"] if mention.counted else []
    return " ".join(parts)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']} {row['text'][:40]}")
def test_amounts_to_the_last_detail(row: dict[str, Any]) -> None:
    text = row["text"]
    found = tradenews.find_amounts(text, language=row["language"])
    assert [[text[m.span.start : m.span.end], written(m)] for m in found] == row["amounts"]


def test_the_evidence_holds_the_words_that_bound_and_rate() -> None:
    text = "It sold more than $7 billion a year."
    lexicon = load_lexicon("en")
    chain = fold_chain(scan(text, 0, len(text), lexicon), Context("en", lexicon))
    evidence = chain.values[chain.tags.index("Q")].evidence
    assert text[evidence.start : evidence.end] == "more than $7 billion a year"
