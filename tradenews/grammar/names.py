"""Capitalised words to named actors."""

from __future__ import annotations

from tradenews.grammar.rule import Grammar

NAMES = Grammar("@")
