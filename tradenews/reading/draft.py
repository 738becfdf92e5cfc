"""Records while they are being made: each field with the rule and the words behind it."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from tradenews.models.span import Span


@define(unsafe_hash=True)
class Reason:
    """Why a field has its value: the rule that set it, and the words that the rule saw (None: by default)."""

    rule: str
    span: Span | None = None


@define
class Draft:
    """A record in the making: ``values`` by field name, ``reasons`` by the same names."""

    values: dict[str, Any] = field(factory=dict)
    reasons: dict[str, Reason] = field(factory=dict)

    def set(self, name: str, value: Any, rule: str, span: Span | None = None) -> None:
        """Give field ``name`` a value, for the reason that ``rule`` saw the words at ``span``."""
        self.values[name] = value
        self.reasons[name] = Reason(rule, span)

    def get(self, name: str) -> Any:
        """The value of a field, or None."""
        return self.values.get(name)
