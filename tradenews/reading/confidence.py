"""How sure a record is: the evidence for it, weighed.

The confidence of a figure or a deal is ``1 / (1 + exp(-w))``, where ``w`` is a sum of log-odds: one for all
records of its kind (``base``) and one for each piece of evidence, which is the rule behind a field or what
the record says and leaves open. The weights stand in ``confidence.toml``; they are fitted on annotated texts
by ``python -m tradenews.evaluate.confidence`` and a piece of evidence that is not there weighs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import exp
from typing import Final

from tradenews.data import read_data
from tradenews.lazy import later
from tradenews.prepared import digest_of, read_prepared, source_of
from tradenews.reading.draft import Draft

_tomllib = later("tomllib")
LEAST: Final = 0.05
MOST: Final = 0.95
_JUDGED: Final = ("kind", "form", "reporter", "partner", "period")
_SAID: Final = ("reporter", "partner", "period")
_MANY: Final = 3


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """The fitted log-odds, by kind of record (``figure``, ``deal``) and piece of evidence."""
    table: dict[str, dict[str, float]] = read_prepared("confidence", weights_sources()) or fitted_weights()
    return table


def fitted_weights() -> dict[str, dict[str, float]]:
    """The weights as they stand in the file."""
    table: dict[str, dict[str, float]] = _tomllib.loads(
        read_data("tradenews.reading", "confidence.toml").decode("utf-8")
    )
    return table


def weights_sources() -> str:
    """The digest of what the prepared weights are made from."""
    return digest_of(source_of("tradenews.reading", name) for name in ("confidence.toml", "confidence.py"))


def weigh(evidence: Iterable[str], table: Mapping[str, float]) -> float:
    """The confidence that pieces of evidence give together, by the weights of ``table``."""
    odds = table["base"] + sum([table.get(piece, 0.0) for piece in evidence])
    return round(max(LEAST, min(MOST, 1 / (1 + exp(-odds)))), 2)


def figure_confidence(draft: Draft) -> float:
    """How likely it is that unit, value, kind, form, reporter, partner and period are all right."""
    return weigh(figure_evidence(draft), weights()["figure"])


def deal_confidence(draft: Draft) -> float:
    """How likely it is that kind, parties and status are right."""
    return weigh(deal_evidence(draft), weights()["deal"])


def figure_evidence(draft: Draft) -> tuple[str, ...]:
    """The rules behind the judged fields, what is said at all, what is measured in what."""
    reasons = draft.reasons
    return (
        *(f"{name} by {reasons[name].rule}" for name in _JUDGED if name in reasons),
        *(f"no {name}" for name in _SAID if draft.get(name) is None),
        f"kind {draft.get('kind')}",
        f"in {draft.get('amount').dimension}",
    )


def deal_evidence(draft: Draft) -> tuple[str, ...]:
    """The rules behind status and parties, the number of parties, whether it has a name, its kind."""
    parties = len(draft.get("parties"))
    return (
        f"status by {draft.reasons['status'].rule}",
        f"parties by {draft.reasons['parties'].rule}",
        f"parties {parties if parties < _MANY else 'many'}",
        "named" if draft.get("name") else "no name",
        f"kind {draft.get('kind')}",
    )
