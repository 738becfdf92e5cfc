"""How sure a figure is: the reliability of the rules that gave it its fields."""

from __future__ import annotations

from typing import Final

from tradenews.models.span import Span
from tradenews.reading.slot import Slot

LEAST: Final = 0.3
MOST: Final = 0.99

# How often a rule is right, where that is not nearly always: counted on annotated texts in eight languages
# (kinds: about 2,000 figures; the rest: 630), rounded, the rare ones drawn towards the middle.
_RELIABLE: Final[dict[str, dict[str, float]]] = {
    "kind": {
        "default": 0.55, "kind.paragraph": 0.83, "kind.topic": 0.45, "kind.clause_before": 0.8,
        "kind.clause_behind": 0.8, "kind.carried": 0.88, "kind.bracket": 0.92, "kind.count": 0.92,
        "kind.word": 0.94, "kind.mirrored": 0.85, "kind.paid": 0.88, "kind.small": 0.83, "kind.part": 0.7,
        "kind.status": 0.75, "kind.earned": 0.75, "kind.stake": 0.75, "kind.growth": 0.75, "kind.deal": 0.75,
    },
    "form": {"form.change": 0.85, "form.kind": 0.85, "form.bracket": 0.85, "form.level_of_share": 0.8},
    "reporter": {
        "who.topic": 0.82, "who.trait": 0.7, "who.in": 0.6, "who.by": 0.5, "who.to": 0.5, "who.of": 0.75,
        "who.carried": 0.88, "who.subject": 0.9, "who.sentence": 0.9, "who.none": 0.6,
    },
    "partner": {
        "who.mirror": 0.78, "who.none": 0.92, "who.sentence": 0.9, "who.contrast": 0.6,
        "who.topic": 0.82, "who.of": 0.7,
        "who.share": 0.75, "who.same": 0.6, "who.subject": 0.9,
    },
    "period": {"when.after": 0.78, "when.carried": 0.9, "when.tied": 0.9},
}  # fmt: skip
_USUAL: Final = 0.99
_UNSAID: Final = {"reporter": 0.8, "partner": 0.92, "period": 0.9}


def confidence(slot: Slot) -> float:
    """From 0.3 to 0.99: the reliabilities of the rules behind kind, form, reporter, partner and period."""
    value = 1.0
    for name, rules in _RELIABLE.items():
        reason = slot.draft.reasons.get(name)
        value *= _UNSAID[name] if reason is None else rules.get(reason.rule, _USUAL)
        if reason is not None and reason.span is not None and not _within(reason.span, slot.sentence.span):
            value *= _USUAL
    return round(max(LEAST, min(MOST, value)), 2)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
