"""The accuracy tables of all annotated folders, and how far a confidence can be trusted."""

from __future__ import annotations

from pathlib import Path

import tradenews
from tradenews.evaluate import confidence as confidences
from tradenews.evaluate import evaluate, table
from tradenews.evaluate.dossiers import evaluate_dossiers, precision_and_recall
from tradenews.evaluate.report import Report
from tradenews.reading.confidence import weights

TESTS = Path(__file__).parents[2] / "tests"
FOLDERS = ("gold", "development", "bank", "varied", "retold", "unseen", "varied_unseen", "retold_unseen")
UNSEEN = ("unseen", "varied_unseen", "retold_unseen")


def reports() -> dict[str, dict[str, Report]]:
    """By folder and language."""
    return {name: evaluate(TESTS / name, tradenews.parse) for name in FOLDERS}


def accuracy(found: dict[str, dict[str, Report]]) -> str:
    """A table a folder."""
    return "\n".join(f"### tests/{name}\n\n{table(rows)}\n" for name, rows in found.items())


def summary(found: dict[str, dict[str, Report]]) -> str:
    """The rows that tell most, over all languages, folder by folder."""
    rows = {
        "amounts: value and unit": "figure.unit", "whole figures": "figure.record", "countries": "countries",
        "other actors": "actors", "deals": "deal", "deals with kind and status": "deal.record",
        "chrome": "chrome",
    }  # fmt: skip
    lines = ["| | " + " | ".join(f"`{name}`" for name in found) + " |", "| --- |" + " ---: |" * len(found)]
    lines.append("| texts | " + " | ".join(str(r["all"].articles) for r in found.values()) + " |")
    for label, row in rows.items():
        cells = [f"{r['all'].value(row):.2f}" if r["all"].told(row) else "" for r in found.values()]
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def calibration() -> str:
    """By band of confidence how many records are right: where the weights were fitted, and elsewhere."""
    parts = []
    fitted = [TESTS / name for name in FOLDERS if name not in UNSEEN]
    rest = [(f"`tests/{name}`", [TESTS / name]) for name in UNSEEN]
    for label, folders in [("where the weights were fitted", fitted), *rest]:
        found = list(confidences.outcomes(folders))
        parts.append(f"**{label}**\n\n{confidences.table(found, weights())}\n")
    return "\n".join(parts)


def dossiers() -> str:
    """How the annotated dossiers come out."""
    outcomes = evaluate_dossiers(TESTS / "dossiers", tradenews.parse)
    precision, recall = precision_and_recall(outcomes)
    silent = sum(not outcome.wanted for outcome in outcomes)
    return (
        f"Of {len(outcomes)} annotated dossiers ({silent} of them hold no conflict, only a likeness): "
        f"precision {precision:.2f}, recall {recall:.2f}.\n"
    )
