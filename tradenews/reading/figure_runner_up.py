"""Who comes next in a list of buyers or suppliers: "Peru took 27 percent, ahead of Chile with 24"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain as join
from itertools import islice
from typing import Final

from tradenews.lazy import regex
from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

# ", followed by Chile with", and with a verb left out: "y Chile, el 24 por ciento"
_NEXT: Final = regex("(?:[,&Q›][l_yzqoVκi‹›]{0,5}[Aa],?_?[uy]|[&;][l_]{0,2}[Aa],)[_b]{0,2}$")
_REACH: Final = 14  # links
_BACK: Final = 3  # amounts
_ENDS: Final = frozenset(("to", "from", "on"))
_FORMS: Final = frozenset(("level", "share"))
_RULE: Final = "who.runner_up"
_KIND: Final = "kind.runner_up"
_FORM: Final = "form.runner_up"


def runner_up(
    slot: Slot, sides: Sequence[Side], picks: tuple[Pick, Pick], reader: Reader
) -> tuple[Pick, Pick]:
    """The sides of the amount before in the sentence, with the country next to it in place of the first's."""
    told = (each for each in islice(reversed(reader.done), _BACK) if each.sentence is slot.sentence)
    last, chain = next((each for each in told if each.form in _FORMS), None), slot.sentence.chain
    if last is None or None in (both := reader.done[last]):
        return picks
    if _NEXT.search(chain.tags, max(slot.link - _REACH, last.link), slot.link) is None:
        return picks
    named = [s for s in sides if s.nature == "state" and not s.vague and len(s.ids) == 1]
    own = next((s for s in reversed(named) if last.link < s.link < slot.link), None)
    sent = (s for s in named if last.link < s.link < slot.link and s.via in _ENDS and s.id in both)
    ahead = (s for s in reversed(named) if s.link < last.link and s.id in both)
    first = next(join(sent, ahead), None)
    if own is None or first is None or own.id in both:
        return picks
    one, two = (own.id if each == first.id else each for each in both)
    if last.kind in MIRROR and slot.kind != last.kind:
        slot.kind = last.kind
        slot.draft.set("kind", last.kind, _KIND, slot.draft.reasons["kind"].span)
    if last.form == "share" and slot.form != "share" and slot.quantity.amount.unit == "percent":
        slot.form = "share"
        slot.draft.set("form", "share", _FORM, slot.draft.reasons["form"].span)
    return Pick(one, _RULE), Pick(two, _RULE)


def without_next(slot: Slot, sides: Sequence[Side]) -> Sequence[Side]:
    """``sides`` without the country that the next amount is of: "27 percent, followed by Chile with 24"."""
    chain = slot.sentence.chain
    after = chain.first_of("Q", slot.link + 1, min(slot.link + _REACH, len(chain)))
    hit = _NEXT.search(chain.tags, slot.link, after) if after > 0 else None
    return sides if hit is None else [s for s in sides if not hit.start() < s.link < after]
