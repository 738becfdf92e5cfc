"""Counts that the next clause tells of, and so not of a time in the one before."""

from __future__ import annotations

from tradenews.grammar.values import Moment
from tradenews.lazy import regex
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_ACTS_NEXT = regex("&[_oψnα]*(?:[lVJgm]|XH)")
_AHEAD = frozenset(("forecast", "target", "conditional"))


def _is_now(chain: Chain, link: int) -> bool:
    """Is a time now, or today, and not the date of a day?"""
    moment: Moment = chain.values[link]
    today = moment.grain == "day" and not any(letter.isdigit() for letter in chain.words(link))
    return moment.relation == "now" or (today and not moment.relation.startswith("day-"))


def is_in_next(slot: Slot, first: int) -> bool:
    """Does a clause with a verb of its own begin behind the last amount: "sold 5 tonnes and employs 500"?

    Or behind the time, of what is to come or is now: "will open in 2027 and employ 500", "and today has 500".
    """
    chain, tags, amount = slot.sentence.chain, slot.sentence.chain.tags, slot.link
    if any(_is_now(chain, i) for i in chain.find("θ", first + 1, amount)):
        return True
    ahead = slot.draft.get("modality") in _AHEAD
    last = first if ahead and "Q" not in tags[first:amount] else tags.rfind("Q", first, amount)
    joint = tags.find("&", last, amount)
    return (
        0 <= last < joint
        and ";" not in tags[last:joint]
        and _ACTS_NEXT.match(tags, joint, amount) is not None
    )
