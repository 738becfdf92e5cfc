"""A part of a sum that is told with it: "Laos supplied half of the 7 million tonnes that Peru imported"."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.reading.figure_cues import MIRROR, flow_told
from tradenews.reading.figure_memory import Reader
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_OF_THE: Final = regex(",?l?o[_lo]{0,3}b?")  # between a part and the sum of which it is one
_BEHIND: Final = 24  # links in which the sum says whose it is
_RULE: Final = "who.of_all"
_KIND: Final = "kind.of_all"


def part_of_all(part: Slot, whole: Slot, reader: Reader) -> None:
    """Give a sum to the one who sells or buys it all, and the part of it to the other end of the flow."""
    chain = whole.sentence.chain
    between = chain.tags[part.link + 1 : whole.link]
    joined = _OF_THE.fullmatch(between) or (not between.strip("_") and part.form == "share")
    if not joined or whole.form != "level" or whole.quantity.amount.dimension == "ratio":
        return
    states = [s for s in reader.sides[reader.number] if s.nature == "state" and len(s.ids) == 1]
    giver = next((s for s in reversed(states) if s.link < part.link and not s.vague), None)
    owner, kind = _owner(whole, states)
    if owner is None and giver is not None and giver.id in (both := reader.done[part]):
        owner = next((each for each in both if each not in (None, giver.id)), None)
    if giver is None or owner in (None, giver.id) or kind not in MIRROR:
        return
    for slot, other in ((part, giver.id), (whole, None)):
        slot.kind, reader.done[slot] = kind, (owner, other)
        slot.draft.set("kind", kind, _KIND, slot.draft.reasons["kind"].span)
        slot.draft.set("reporter", owner, _RULE)
        slot.draft.set("partner", other, _RULE)


def _owner(whole: Slot, states: list[Side]) -> tuple[str | None, str]:
    """Who is said behind a sum to have sold or bought it, if it is said, and which of the two it was."""
    chain = whole.sentence.chain
    last = min(len(chain), whole.link + _BEHIND)
    end = chain.first_of("Q;:", whole.link + 1, last)
    last = end if end > 0 else last
    named = {side.id for side in states if whole.link < side.link < last and side.id}
    flows = {flow for i in chain.find("J", whole.link, last) if (flow := flow_told(chain, i))}
    told = len(flows) == 1
    return named.pop() if told and len(named) == 1 else None, flows.pop() if told else whole.kind
