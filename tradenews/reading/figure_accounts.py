"""Of which time accounts are that tell it only by their name: half-year results, quarterly figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lexicon.forms import says
from tradenews.normalize.periods import unit_at
from tradenews.reading.figure_clock import Clock, Time
from tradenews.reading.sentence import Sentence

_NAMES: Final = {"half accounts": "half", "quarter accounts": "quarter", "year accounts": "year"}
_MARKS: Final = str.maketrans(dict.fromkeys(',.;:()«»“”"', " "))
_PASSING: Final = frozenset(("day", "weekday", "week"))


def hear_accounts(sentence: Sentence, times: Sequence[Time], clock: Clock) -> None:
    """Take note of accounts that a text begins with: they are of the last half, quarter or year that is over.

    Not where the sentence names a time, or says that they are yet to come.
    """
    chain = sentence.chain
    if clock.reference is None or clock.current is not None or clock.fiscal_month or "m" in chain.tags:
        return
    if any(time.moment.grain not in _PASSING for time in times):
        return
    words = chain.words(0, len(chain)).translate(_MARKS)
    for name, unit in _NAMES.items():
        if says(words, clock.words.get(name, ())):
            clock.current = unit_at(unit, clock.reference, -1)
            return
