"""What is always so, and of no period: what is usual, how much of the world's output, or of capacity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lexicon.forms import fold, says
from tradenews.reading.figure_clock import Clock, Time
from tradenews.reading.figure_running import is_running
from tradenews.reading.slot import Slot

_CODE: Final = 2  # letters of a country
_PAUSES: Final = ",;:s‹›¶"
_CLAUSE: Final = 12  # links on either side of an amount
_NAME: Final = 4  # links from the name of a quota to its amount
_MARKS: Final = str.maketrans(dict.fromkeys(',.;:()«»“”"', " "))


def is_usual(slot: Slot, times: Sequence[Time], clock: Clock) -> bool:
    """Does a clause without a time tell what is always so: "in a normal year it sells 5", "half the world's"?

    A share that goes on with an amount of its sentence has the period of that.
    """
    chain, first, last = slot.sentence.chain, *_clause(slot)
    if any(first <= time.link < last and not time.compared for time in times):
        return False
    told, words, latest = fold(chain.words(first, last)).translate(_MARKS), clock.words, clock.latest
    if says(told, words.get("usual", ())):
        return True
    if slot.kind == "price" and _is_now(slot, first, last):
        return True
    if all(time.moment.grain != "year" for time in times) and _is_allowed(slot, words.get("allowances", ())):
        return True
    beside = (
        latest is not None and latest.sentence is slot.sentence and latest.draft.get("period") is not None
    )
    if slot.form != "share" or beside or (slot.kind == "finance" and is_running(slot)):
        return False  # "its margin is 5 percent"
    if slot.kind == "production":
        return True  # "up to 35 percent of the crop is lost"
    return says(told, words.get("world", ())) or (_is_of_firm(slot) and says(told, words.get("stands", ())))


def _is_now(slot: Slot, first: int, last: int) -> bool:
    """Does a clause, or the head of its sentence, tell what holds now: "at present a box costs 3 dollars"?"""
    chain, head = slot.sentence.chain, slot.sentence.head
    opens = "θ" not in chain.tags[head + 1 : slot.link] and chain.tags[head : head + 1] == "θ"
    near = (*chain.find("θ", first, last), *((head,) if opens else ()))
    return any(chain.values[i].relation == "now" for i in near)


def _is_allowed(slot: Slot, forms: Sequence[str]) -> bool:
    """Does a quota give the amount right behind its name: "a duty-free quota of 30,000 tonnes"?"""
    if slot.form != "level" or not is_running(slot):
        return False
    chain, first = slot.sentence.chain, max(slot.link - _NAME, slot.sentence.head)
    return says(fold(chain.words(first, slot.link)).translate(_MARKS), forms)


def _is_of_firm(slot: Slot) -> bool:
    """Is it a share of what a company makes, sells or trades?"""
    return len(slot.draft.get("reporter") or "") > _CODE


def _clause(slot: Slot) -> tuple[int, int]:
    """The links around an amount, from one pause to the next."""
    chain = slot.sentence.chain
    first, last = slot.link, slot.link + 1
    while first and slot.link - first < _CLAUSE and chain.tags[first - 1] not in _PAUSES:
        first -= 1
    while last < len(chain) and last - slot.link < _CLAUSE and chain.tags[last] not in _PAUSES:
        last += 1
    return first, last
