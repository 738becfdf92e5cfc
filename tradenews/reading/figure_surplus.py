"""Surpluses and prices paid that only the verb of a clause tells."""

from __future__ import annotations

from typing import Final

from tradenews.grammar.particles import PARTICLE
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_sizes import is_small
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot

_MORE: Final = regex("[lT_H]{0,3}V[lT_H]{0,3}?(.)=(.)")  # "meer goederen uit dan in"
_THAN: Final = regex(
    "[lT_H]{0,3}(?:V[^=QJK;s]{0,8}J?=_?=?|b_?=?)[_lgGonbATω]{0,5}?J"
)  # "more than it sold there"
_THEN: Final = regex("[lT_H]{0,3}=[_lgGonbATω]{0,5}?J")  # the same where "more" stands before the amount
_BEFORE: Final = regex("([KJ])=[_aAol]{0,3}([KJ])[l_]?(V)[l_]?$")  # 出口比进口多31亿美元
_NEAR: Final = 10  # links before an amount
_FOR_FIRM: Final = regex(
    "[zy]_?(?:(?:[lKW](?:o?T)?){1,3}o)?[_laAøOHGIo']{0,5}(?:@|(?<=a)W)"
)  # "for the arm of X"
_VERBS: Final = ("spends", "payments")
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
    return _more_than(slot, view) or _set_before(slot, view)


def _more_than(slot: Slot, view: View) -> int:
    """The sign in "exported 5 million more than it imported", where two verbs tell the flows; 0 elsewhere."""
    chain, owner = view.chain, view.layout.owner
    more = slot.link and chain.tags[slot.link - 1] in "Vb"
    hit = _THAN.match(chain.tags, slot.link + 1) or (_THEN.match(chain.tags, slot.link + 1) if more else None)
    verbs = [cue for cue in view.cues if chain.tags[cue.link] == "J" and cue.kind in MIRROR]
    last = slot.link if hit is None else hit.end() - 1
    first = next((c for c in reversed(verbs) if c.link < last and owner[c.link] == owner[slot.link]), None)
    second = next((cue for cue in verbs if cue.link == last), None)
    if hit is None or first is None or second is None or first.kind == second.kind:
        return 0
    if slot.quantity.amount.dimension == "ratio" or (view.firms and (first.weak or second.weak)):
        return 0
    less = any(
        chain.values[k] in ("down", "under") for k in chain.find("Vb", slot.link - bool(more), hit.end())
    )
    return 1 if (first.kind == "exports") != less else -1


def _set_before(slot: Slot, view: View) -> int:
    """The sign where the larger flow stands first and the amount last: 出口比进口多31亿美元; or 0."""
    before = _BEFORE.search(view.chain.tags, max(slot.link - _NEAR, 0), slot.link)
    if before is None:
        return 0
    pair = [next((cue for cue in view.cues if cue.link == before.start(n)), None) for n in (1, 2)]
    told = [cue.kind for cue in pair if cue is not None]
    more = {"up": 1, "down": -1}.get(str(view.chain.values[before.start(3)]).split(" ")[0], 0)
    return more * (1 if told[0] == "exports" else -1) if sorted(told) == sorted(MIRROR) else 0


def settles(slot: Slot, view: View) -> bool:
    """Is money that of a deal told before, or paid for a company: "pays 5 million for its rival Lorem"?"""
    chain = view.chain
    if slot.quantity.amount.dimension != "money" or view.dealt:
        return slot.quantity.amount.dimension == "money"
    hit = _FOR_FIRM.match(chain.tags, slot.link + 1)
    last = None if hit is None else chain.values[hit.end() - 1]
    if hit is None or (last is not None and last.kind != "company") or is_small(slot.quantity.amount):
        return False
    if view.lexicon is not None and _is_paid(slot, view.lexicon):
        return True
    return any(str(chain.values[i]).endswith(_PAYS) for i in view.layout.links(slot.link, "J"))


def _is_paid(slot: Slot, lexicon: Lexicon) -> bool:
    """Does a verb of paying stand right before money: "desembolsó 95 millones"?"""
    chain, words = slot.sentence.chain, lexicon.lines["name_words"]
    verb = len(chain.tags[: slot.link].rstrip("b_@G")) - 1
    return verb >= 0 and any(fold(chain.words(verb)) in words.get(key, ()) for key in _VERBS)
