"""Calendar expressions to periods."""

from __future__ import annotations

from tradenews.grammar.rule import Grammar

PERIODS = Grammar("θ")
