"""The order in which grammars are folded over a chain."""

from __future__ import annotations

from tradenews.grammar.amounts import AMOUNTS, BOUNDS, RANGES
from tradenews.grammar.context import Context
from tradenews.grammar.names import NAMES
from tradenews.grammar.numbers import NUMBERS
from tradenews.grammar.periods import PERIODS
from tradenews.grammar.places import PLACES
from tradenews.grammar.rule import Grammar, Step
from tradenews.scan.chain import Chain

CASCADE: tuple[Grammar, ...] = (PLACES, PERIODS, NUMBERS, RANGES, AMOUNTS, BOUNDS, NAMES)


def fold_chain(chain: Chain, context: Context, trace: list[Step] | None = None) -> Chain:
    """The short chain on which frames are found: every grammar folded over it, in order."""
    for grammar in CASCADE:
        chain = grammar.fold(chain, context, trace)
    return chain
