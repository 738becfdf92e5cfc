"""Articles of other hands: are the annotations sound? Where only figures have any, is nothing else judged?"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import tradenews
from tradenews.evaluate import evaluate, table
from tradenews.evaluate.report import annotated
from tradenews.normalize.edtf import parse_edtf
from tradenews.normalize.territory import is_country

HERE = Path(__file__).parent
FOLDERS = ("varied", "varied_unseen", "retold", "retold_unseen")
ROWS = [row for name in FOLDERS for row in annotated(HERE / name)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["id"]))
def test_figures_are_annotated_soundly(row: dict[str, Any]) -> None:
    """Quotes and names stand in the text, values and dates are such, codes are codes."""
    text = " ".join(row["text"].split()).casefold()
    for figure in row["figures"]:
        assert figure["quote"] in row["text"]
        assert Decimal(figure["low"]) <= Decimal(figure["high"])
        assert figure["period"] is None or parse_edtf(figure["period"]) is not None
        for side in (figure["reporter"], figure["partner"]):
            if side is not None and not (len(side) == 2 and side.isupper()):
                assert side.casefold() in text
            elif side is not None:
                assert side == "EU" or is_country(side)


def test_ids_are_unique() -> None:
    """No article stands in two folders."""
    assert len({row["id"] for row in ROWS}) == len(ROWS)


def test_only_figures_are_judged(tmp_path: Path) -> None:
    """Actors and deals that nobody annotated are neither missed nor too many."""
    text = "Peru and Chile signed a trade agreement worth $5 million."
    line = f'{{"id": "x-en-1", "only": "figures", "text": "{text}"}}'
    (tmp_path / "en.jsonl").write_text(line, encoding="utf-8")
    report = evaluate(tmp_path, tradenews.parse)
    assert report["all"].told("figure.value")
    assert not report["all"].told("deal")
    assert "| deal |" not in table(report)
