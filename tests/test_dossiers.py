"""Small dossiers of our own writing: every conflict found with its diagnosis, and silence everywhere else."""

from pathlib import Path

import pytest

import tradenews
from tradenews.evaluate.dossiers import Outcome, evaluate_dossiers, precision_and_recall

OUTCOMES = evaluate_dossiers(Path(__file__).parent / "dossiers", tradenews.parse)


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: outcome.name)
def test_conflicts(outcome: Outcome) -> None:
    assert outcome.found == outcome.wanted


def test_precision_and_recall() -> None:
    assert precision_and_recall(OUTCOMES) == (1.0, 1.0)
