"""How often reconciliation cries wolf, and how often it sleeps: conflicts in small annotated dossiers."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from tradenews.errors import ArgumentError
from tradenews.models.article import Article
from tradenews.reconciling.dossier import reconcile


@frozen
class Outcome:
    """A dossier's name, the diagnoses of its conflicts as annotated, and as found."""

    name: str
    wanted: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def right(self) -> int:
        """Conflicts found with the right diagnosis."""
        return (Counter(self.wanted) & Counter(self.found)).total()


def evaluate_dossiers(folder: str | Path, parse: Callable[..., Article]) -> list[Outcome]:
    """The conflicts of every dossier (``*.toml``) of ``folder``, wanted and found."""
    paths = sorted(Path(folder).glob("*.toml"))
    if not paths:
        raise ArgumentError("folder", str(folder), "holds no dossier (*.toml)")
    outcomes = []
    for path in paths:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        dossier = reconcile([parse(**row) for row in data["articles"]])
        found = tuple(claim.diagnosis or "unknown" for claim in dossier.conflicts)
        outcomes.append(Outcome(path.stem, tuple(data["conflicts"]), found))
    return outcomes


def precision_and_recall(outcomes: list[Outcome]) -> tuple[float, float]:
    """Of the conflicts found the share that is right, and of those wanted the share that was found."""
    right = sum(outcome.right for outcome in outcomes)
    found = sum(len(outcome.found) for outcome in outcomes)
    wanted = sum(len(outcome.wanted) for outcome in outcomes)
    return right / found if found else 1.0, right / wanted if wanted else 1.0
