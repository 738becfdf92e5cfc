"""Days on which a duty was agreed or threatened, not those on which it starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.models.period import Period
from tradenews.reading.figure_clock import Clock, Time
from tradenews.reading.figure_lasting import SIGNING
from tradenews.reading.figure_running import is_running
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_MADE: Final = ("agreed", "signed", "done", "announced", "negotiating", "ratified")
_FAR: Final = 5  # the same of a month
_BEFORE: Final = 3  # links from what was agreed to its day, and from the day to what was agreed
_NEAR, _FARTHER = 2, 6  # links from a time back and ahead to the verb that it dates
_SUM: Final = 10**6  # that goods are worth
_FLOWS: Final = frozenset(("exports", "imports", "trade", "balance"))
_CLOSED: Final = frozenset(("year", "fiscal", "half", "quarter"))
_PAUSES: Final = ",;:Q"
_PARTED: Final = ";:Q"
_SHORT: Final = 4  # letters of words that may say that a duty is levied, or falls: "heft", "drops"
_CLAUSE: Final = 10  # links on either side of a duty
_DAYS: Final = frozenset(("day", "weekday"))
_DATED: Final = _DAYS | {"month"}
_PAYS: Final = "paid rate"
_ACTS: Final = frozenset(("count", "investment", "finance", "other"))
_BEHIND: Final = 4  # links from an amount to the verb behind it


def is_agreed_on(slot: Slot, time: Time, words: Mapping[str, Sequence[str]]) -> bool:
    """Does a day or month tell when a duty was agreed or announced: "under a deal concluded on Tuesday"?"""
    if time.moment.grain not in _DATED or time.moment.direction:
        return False
    chain = slot.sentence.chain
    far = _BEFORE if time.moment.grain in _DAYS else _FAR
    near = chain.find("Y", max(time.link - far, 0), min(time.link + far + 1, len(chain)))
    made = [i for i in near if str(chain.values[i]).startswith(_MADE)] or _first_act(chain, time.link)
    if made and "D" in chain.tags and (time.moment.grain in _DAYS or _is_apart(slot, made[0], time)):
        return True
    forms, (first, last) = words.get("heralded", ()), (max(time.link - far, 0), time.link + far + 1)
    told = (i for i in chain.find("lYVv", first, min(last, len(chain))) if fold(chain.words(i)) in forms)
    return any(_is_apart(slot, i, time) for i in told)


def _first_act(chain: Chain, link: int) -> list[int]:
    """The first verb behind a time, where it tells of agreeing: "On 9 May the ministers of both signed"."""
    first = chain.first_of("YJ;:Q", link + 1, min(link + _CLAUSE, len(chain)))
    made = first > 0 and chain.tags[first] == "Y" and str(chain.values[first]).startswith(_MADE)
    return [first] if made else []


def _is_apart(slot: Slot, link: int, time: Time) -> bool:
    """Do a verb of agreeing and its time stand together, before the duty?"""
    chain, (first, last) = slot.sentence.chain, sorted((link, time.link))
    if set(chain.tags[first:last]) & set(_PARTED) or last > slot.link:
        return False
    told = (str(chain.values[i]) for i in chain.find("J", time.link, slot.link))
    return not any(each.startswith("tariff") and not each.endswith(_PAYS) for each in told)


def is_threatened_in(slot: Slot, period: Period | None, clock: Clock) -> bool:
    """Was a duty only threatened in a time that is over: "in January he had threatened 45 percent"?"""
    if slot.kind != "tariff" or slot.draft.get("modality") != "conditional" or period is None:
        return False
    day = clock.reference
    return day is not None and period.end is not None and period.end < day


def is_taxed(slot: Slot, own: Sequence[Slot]) -> bool:
    """Is money what a duty told beside it is levied on: "25 percent on goods worth 34 billion dollars"?"""
    amount = slot.quantity.amount
    if amount.dimension != "money" or amount.per is not None or slot.form != "level":
        return False
    if amount.low is None or amount.low < _SUM:
        return False  # a duty of so much for each
    duty = any(other.kind == "tariff" and other.quantity.amount.dimension == "ratio" for other in own)
    chain, link = slot.sentence.chain, slot.link
    at = link - 2 - (chain.tags[link - 1 : link] in ("b", "_"))
    duty = duty or (chain.tags[at : at + 2] == "Kz" and str(chain.values[at]).startswith("tariff"))
    return duty and (slot.kind == "tariff" or slot.kind in _FLOWS)


def starts_then(slot: Slot, time: Time | None, own: Sequence[Slot]) -> bool:
    """Is a time only that from which goods are taxed, not one in which so many were traded?"""
    if time is None or not is_taxed(slot, own):
        return False
    return time.moment.grain in (*_DAYS, "month") or time.moment.direction in ("since", "after")


def is_replaced(slot: Slot, words: Mapping[str, Sequence[str]]) -> bool:
    """Is a duty the one that another takes the place of: "15 percent instead of 10"?"""
    chain, link = slot.sentence.chain, slot.link
    if slot.kind != "tariff" or slot.quantity.amount.dimension != "ratio":
        return False
    first = max(chain.tags.rfind("Q", 0, link) + 1, link - _BEFORE - 2, 0)
    told = chain.words(first, link).lower() if first < link else ""
    return any(form in told for form in words.get("instead", ())) or _is_lifted(slot, words.get("lifted", ()))


def _is_lifted(slot: Slot, forms: Sequence[str]) -> bool:
    """Is a duty one that is done away with, so that it held before: "which abolished the 20 percent duty"?"""
    chain, link = slot.sentence.chain, slot.link
    if slot.form != "level" or slot.role != "level" or chain.tags[link + 1 : link + 2] == "o":
        return False  # "it lifts 65 percent of its duties"
    first = max(max(chain.tags.rfind(mark, 0, link) for mark in _PAUSES) + 1, link - _CLAUSE)
    last = chain.first_of(_PAUSES, link + 1, min(link + _CLAUSE, len(chain)))
    last = min(link + _CLAUSE, len(chain)) if last < 0 else last
    told = (fold(chain.words(i)) for i in chain.find("VYlJ", first, last))
    return any(word in forms and (len(word) > _SHORT or word[0] > UNSPACED) for word in told)


def is_signed(slot: Slot, time: Time) -> bool:
    """Does a time tell when a contract was signed, not what its amounts are of?

    So does the month of what a deal is worth: "in May it ordered trains for 5 million".
    """
    if slot.kind == "deal_value" and time.moment.grain == "month" and slot.draft.get("modality") == "actual":
        return not is_running(slot)
    if _is_of_act(slot, time):
        return True
    chain = slot.sentence.chain
    near = chain.find("Y", max(time.link - _NEAR, 0), min(time.link + _FARTHER, len(chain)))
    signs = (i for i in near if str(chain.values[i]).startswith((*SIGNING, "failed")))
    if time.moment.grain in _CLOSED and chain.tags[: time.link].rstrip("_")[-1:] == "Y":
        return False  # "it closed 2025 with sales of 5 million"
    deals = any(not str(chain.values[i]).startswith("-") for i in chain.find("D"))
    return deals and any(not set(chain.tags[time.link : i]) & set("Q,;:") for i in signs)


def _is_of_act(slot: Slot, time: Time) -> bool:
    """Is a month the one in which something was ordered, bought or lent: "in May it ordered 14 trains"?

    How much there is at the end of a month is of that month.
    """
    moment = time.moment
    if slot.kind not in _ACTS or is_running(slot) or slot.form not in ("level", "share"):
        return False
    if slot.draft.get("modality") != "actual":
        return False
    if moment.grain not in ("month", "season") or moment.part == "end" or moment.direction:
        return False
    chain, (first, last) = slot.sentence.chain, sorted((time.link, slot.link))
    tags = chain.tags
    if "&" in tags[first:last] or tags[: time.link].rstrip("_")[-1:] == "Y":
        return False  # "its debt closed June at 5 million"
    first = max(max(tags.rfind(mark, 0, first) for mark in _PAUSES) + 1, first - _NEAR)
    end = chain.first_of("&;:", last, min(last + _BEHIND, len(chain)))
    acts = chain.find("YDJ", first, end if end > 0 else min(last + _BEHIND, len(chain)))
    return any(tags[i] != "Y" or str(chain.values[i]).startswith((*_MADE, "in_force@")) for i in acts)
