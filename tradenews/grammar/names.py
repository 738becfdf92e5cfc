"""Capitalised words to named actors: known ones, bodies, persons."""

from __future__ import annotations

from tradenews.grammar.articled import ARTICLED_CUES
from tradenews.grammar.beside import BESIDE_CUES
from tradenews.grammar.bodies import BODIES
from tradenews.grammar.context import Context
from tradenews.grammar.cues import CUES
from tradenews.grammar.dealt import DEALT_CUES
from tradenews.grammar.dealt_told import TOLD_CUES
from tradenews.grammar.hubs import HUBS, UNSPACED_HUBS, tells_of_hubs
from tradenews.grammar.legal import LEGAL
from tradenews.grammar.lists import JOINED, SHORT
from tradenews.grammar.longer import LONGER
from tradenews.grammar.opening import OPENING_CUES
from tradenews.grammar.persons import PERSONS
from tradenews.grammar.posts import POST_CUES
from tradenews.grammar.results import RESULT_CUES
from tradenews.grammar.rule import Grammar, Step
from tradenews.grammar.signs import is_unspaced
from tradenews.grammar.unspaced import UNSPACED_PERSONS
from tradenews.grammar.unspaced_bodies import UNSPACED_BODIES
from tradenews.grammar.unspaced_cues import UNSPACED_CUES
from tradenews.grammar.unspaced_firms import UNSPACED_FIRMS
from tradenews.grammar.unspaced_glossed import UNSPACED_GLOSSED
from tradenews.grammar.view import name_view, plain_view
from tradenews.scan.chain import Chain

GUESSES = Grammar(
    "@", *POST_CUES, *CUES, *RESULT_CUES, *DEALT_CUES, *TOLD_CUES, *OPENING_CUES, *BESIDE_CUES, *ARTICLED_CUES
)
_SPACED: tuple[Grammar, ...] = (LEGAL, BODIES, HUBS, SHORT, PERSONS, GUESSES, JOINED, LONGER)
_UNSPACED: tuple[Grammar, ...] = (
    UNSPACED_BODIES,
    UNSPACED_HUBS,
    UNSPACED_GLOSSED,
    UNSPACED_PERSONS,
    UNSPACED_CUES,
    UNSPACED_FIRMS,
)


def fold_names(chain: Chain, context: Context, trace: list[Step] | None = None) -> Chain:
    """``chain`` with every name one link tagged ``@``; what is no name keeps its tag."""
    view = name_view(chain, context.lexicon)
    for grammar in _UNSPACED if is_unspaced(context.lexicon) else _SPACED:
        if grammar in (GUESSES, JOINED) and "W" not in view.tags and "Z" not in view.tags:
            continue
        if grammar not in (HUBS, UNSPACED_HUBS) or tells_of_hubs(chain, context):
            view = grammar.fold(view, context, trace)
    return plain_view(view, chain)
