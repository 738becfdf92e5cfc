"""Whose flows the sentences of an article tell of themselves, and reading it again as about these.

A single sentence is mostly clear. Where most of them tell of another country than the one that the mentions
speak for, the article is about that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from attrs import evolve

from tradenews.reading.figure_topic import FLOW, Topic
from tradenews.reading.slot import Slot

_SAYS: Final = frozenset(("who.own", "who.subject", "who.office", "who.pair"))
_FLOWS: Final = frozenset(("exports", "imports", "trade", "balance", "production", "consumption"))
_BEHIND: Final = 2.0  # so many times the weight of a third country is that of either of two
_LEAST: Final = 3  # flows of another country than that of the topic; fewer are a rival's
_TIMES: Final = 2  # so many times those of the topic
_CODE: Final = 2  # letters of a country


def told_flows(slots: Sequence[Slot]) -> Counter[str]:
    """How many flows a sentence itself tells to be those of each country."""
    return Counter(
        slot.draft.get("reporter")
        for slot in slots
        if slot.kind in _FLOWS
        and slot.draft.reasons["reporter"].rule in _SAYS
        and len(slot.draft.get("reporter") or "") == _CODE
    )


def is_rather(topic: Topic, told: Mapping[str, int]) -> bool:
    """Is another country of more weight than that of the topic, where flows are counted too?"""
    if topic.country is None or topic.house is not None or topic.corporate:
        return False
    weights = {each: topic.weights.get(each, 0) + FLOW * told.get(each, 0) for each in topic.weights}
    most = max(weights, key=lambda each: weights[each], default=topic.country)
    own = told.get(topic.country, 0)
    return most != topic.country and told.get(most, 0) >= max(_LEAST, _TIMES * own)


def turned(topic: Topic, first: Topic | None = None) -> Topic:
    """The topic, with the other one of the two countries that the text seemed to be about at ``first``."""
    country = topic.country
    if first is None or country in (None, first.country) or topic.partner is not None:
        return topic
    two = {first.country, first.partner or first.other}
    third = max((w for each, w in first.weights.items() if each not in two), default=0.0)
    lone = country in two and third * _BEHIND <= first.weights.get(country or "", 0.0)
    return evolve(topic, partner=first.country, about=first.about) if lone else topic


Kept = tuple[str, dict[str, Any], dict[str, Any]]


def keep(slot: Slot) -> Kept:
    """What of a slot may change when it is read."""
    return slot.kind, dict(slot.draft.values), dict(slot.draft.reasons)


def restore(slot: Slot, kept: Kept) -> None:
    """Make a slot what it was before it was read."""
    slot.kind, values, reasons = kept
    slot.draft.values, slot.draft.reasons = dict(values), dict(reasons)
