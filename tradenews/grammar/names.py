"""Capitalised words to named actors: known ones, bodies, persons."""

from __future__ import annotations

from tradenews.grammar.bodies import BODIES, LEGAL, SHORT
from tradenews.grammar.context import Context
from tradenews.grammar.persons import PERSONS
from tradenews.grammar.rule import Grammar, Step
from tradenews.grammar.view import name_view, plain_view
from tradenews.scan.chain import Chain

NAMES: tuple[Grammar, ...] = (LEGAL, BODIES, SHORT, PERSONS)


def fold_names(chain: Chain, context: Context, trace: list[Step] | None = None) -> Chain:
    """``chain`` with every name one link tagged ``@``; what is no name keeps its tag."""
    view = name_view(chain, context.lexicon if context is not None else None)
    for grammar in NAMES:
        view = grammar.fold(view, context, trace)
    return plain_view(view, chain)
