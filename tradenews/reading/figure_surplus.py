"""Surpluses and prices paid that only the verb of a clause tells."""

from __future__ import annotations

from typing import Final

from tradenews.grammar.particles import PARTICLE
from tradenews.lazy import regex
from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot

_MORE: Final = regex("[lT_H]{0,3}V[lT_H]{0,3}?(.)=(.)")  # "meer goederen uit dan in"
_THAN: Final = regex("[lT_H]{0,3}(?:V[^=QJK;s]{0,8}=|b_?=?)[_lgGonbATω]{0,5}?J")  # "more than it sold there"
_THEN: Final = regex("[lT_H]{0,3}=[_lgGonbATω]{0,5}?J")  # the same where "more" stands before the amount
_FOR_FIRM: Final = regex("z[_laAøOHGI]{0,5}@")
_PAYS: Final = " paid rate"


def goes_beyond(slot: Slot, view: View) -> int:
    """The sign in "shipped 5 million more out than in", "sold 5 million more than it bought"; 0 elsewhere."""
    chain = view.chain
    hit = _MORE.match(chain.tags, slot.link + 1)
    for i in view.layout.links(slot.link, "J") if hit is not None else ():
        value = str(chain.values[i])
        if hit is None or not value.startswith(PARTICLE):
            continue
        told = dict(part.split("=", 1) for part in value.removeprefix(PARTICLE).split(" ") if "=" in part)
        first, second = (told.get(hit[n], "").rstrip("?") for n in (1, 2))
        if {first, second} == set(MIRROR):
            less = any(chain.values[k] == "down" for k in chain.find("V", slot.link + 1, hit.end()))
            return 1 if (first == "exports") != less else -1
    return _more_than(slot, view)


def _more_than(slot: Slot, view: View) -> int:
    """The sign in "exported 5 million more than it imported", where two verbs tell the flows; 0 elsewhere."""
    chain, owner = view.chain, view.layout.owner
    more = slot.link and chain.tags[slot.link - 1] in "Vb"
    hit = _THAN.match(chain.tags, slot.link + 1) or (_THEN.match(chain.tags, slot.link + 1) if more else None)
    verbs = [cue for cue in view.cues if chain.tags[cue.link] == "J" and cue.kind in MIRROR]
    first = next(
        (c for c in reversed(verbs) if c.link < slot.link and owner[c.link] == owner[slot.link]), None
    )
    second = None if hit is None else next((cue for cue in verbs if cue.link == hit.end() - 1), None)
    if hit is None or first is None or second is None or first.kind == second.kind:
        return 0
    if slot.quantity.amount.dimension == "ratio" or (view.firms and (first.weak or second.weak)):
        return 0
    less = any(
        chain.values[k] in ("down", "under") for k in chain.find("Vb", slot.link - bool(more), hit.end())
    )
    return 1 if (first.kind == "exports") != less else -1


def settles(slot: Slot, view: View) -> bool:
    """Is money that of a deal told before, or paid for a company: "pays 5 million for its rival Lorem"?"""
    chain = view.chain
    if slot.quantity.amount.dimension != "money" or view.dealt:
        return slot.quantity.amount.dimension == "money"
    hit = _FOR_FIRM.match(chain.tags, slot.link + 1)
    if hit is None or chain.values[hit.end() - 1].kind != "company":
        return False
    return any(str(chain.values[i]).endswith(_PAYS) for i in view.layout.links(slot.link, "J"))
