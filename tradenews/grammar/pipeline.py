"""The order in which grammars are folded over a chain."""

from __future__ import annotations

from tradenews.grammar.amounts import AMOUNTS
from tradenews.grammar.bounds import BOUNDS
from tradenews.grammar.calendars import CALENDARS
from tradenews.grammar.closings import CLOSED_PARTS, CLOSINGS
from tradenews.grammar.context import Context
from tradenews.grammar.counts import COUNTS
from tradenews.grammar.dates import DATES
from tradenews.grammar.homographs import GROWTH_OF, HOMOGRAPHS, SEATED, SHIPPED, WARES
from tradenews.grammar.moved import MOVED
from tradenews.grammar.names import fold_names
from tradenews.grammar.numbers import NUMBERS, SIGNS, SPANS
from tradenews.grammar.periods import JOINS, PERIODS, STRETCHES
from tradenews.grammar.places import PLACES
from tradenews.grammar.ranges import RANGES
from tradenews.grammar.rates import RATES
from tradenews.grammar.rule import Grammar, Step
from tradenews.scan.chain import Chain

CASCADE: tuple[Grammar, ...] = (
    PLACES,
    CALENDARS,
    DATES,
    JOINS,
    STRETCHES,
    PERIODS,
    CLOSINGS,
    CLOSED_PARTS,
    NUMBERS,
    SIGNS,
    SPANS,
    AMOUNTS,
    COUNTS,
    RANGES,
    RATES,
    BOUNDS,
)


def fold_chain(chain: Chain, context: Context, trace: list[Step] | None = None) -> Chain:
    """The short chain on which frames are found: every grammar folded over it, in order."""
    for grammar in CASCADE:
        chain = grammar.fold(chain, context, trace)
    chain = fold_names(chain, context, trace)
    for grammar in (WARES, HOMOGRAPHS, SHIPPED, GROWTH_OF, SEATED, MOVED):
        chain = grammar.fold(chain, context, trace)
    return chain
