"""Where a company sells a part of what it makes: "sells 30 percent of its output in Japan"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.reading.figure_memory import Pick, place_of
from tradenews.reading.figure_roles import near_clause
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_FLOWS: Final = ("exports", "sales")
_KINDS: Final = frozenset(("production", "sales", "exports"))
_SELLS: Final = frozenset(("", "own", "of"))
_THERE: Final = frozenset(("in", "to", "on"))


def _sells(value: str) -> bool:
    """Does a verb tell of selling, perhaps with a particle: "setzt ... ab"?"""
    return any(each in value for each in _FLOWS)


def sold_there(slot: Slot, sides: Sequence[Side]) -> tuple[Pick, Pick] | None:
    """The company that sells a part of what it makes, and the country where; None for all other shares."""
    if slot.form != "share" or slot.kind not in _KINDS:
        return None
    first, last = near_clause(slot)
    chain = slot.sentence.chain
    named = [side for side in sides if not side.vague and len(side.ids) == 1]
    makers = [s for s in named if s.nature == "firm" and s.via in _SELLS and s.link < slot.link]
    places = [s for s in named if s.nature == "state" and s.via in _THERE]
    places = [s for s in places if first <= s.link < last and makers and s.link > makers[-1].link]
    if len(places) != 1 or chain.tags[makers[-1].link : places[0].link].count("Q") > 1:
        return None
    sells = any(_sells(str(chain.values[i])) for i in chain.find("JV", makers[-1].link, last))
    if not sells and places[0].via != "to":
        return None
    return Pick(makers[-1].id, "who.maker", place_of(slot, makers[-1])), Pick(
        places[0].id, "who.outlet", place_of(slot, places[0])
    )


def market_of(slot: Slot, sides: Sequence[Side]) -> Pick:
    """The country where what a relative clause tells was sold: "Lorem, which sold 5 cars in Peru"."""
    first, last = near_clause(slot)
    places = [s for s in sides if s.nature == "state" and s.via in _THERE and not s.vague and len(s.ids) == 1]
    places = [s for s in places if slot.link < s.link < last or first <= s.link < slot.link]
    if slot.kind != "sales" or len(places) != 1:
        return Pick(None, "who.aside")
    return Pick(places[0].id, "who.outlet", place_of(slot, places[0]))
