"""Percentages that are a part of all duties, and no rate: "scraps 92 percent of its tariffs, Peru 88"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.slot import Slot

_LINES: Final = "tariff_line"
_NOUN: Final = regex("(?P<of>[oX])?(?P<the>[_'\"aA]{0,3})(?P<noun>[KH])")
_GOES_ON: Final = frozenset("&_Aaz,;otlGkn。")


def parts_of_duties(slots: Sequence[Slot], lexicon: Lexicon) -> Iterator[Slot]:
    """Those of the amounts of a sentence that tell how many of the duties something holds for."""
    last: Slot | None = None
    for slot in slots:
        rate = slot.kind == "tariff" and slot.quantity.amount.unit == "percent"
        if rate and (_names_duties(slot, lexicon) or (last is not None and _goes_on(last, slot))):
            last = slot
            yield slot


def _names_duties(slot: Slot, lexicon: Lexicon) -> bool:
    """Do the duties, or the lines of a tariff, stand behind: "94 Prozent seiner Zölle", "65 % des droits"?"""
    chain = slot.sentence.chain
    hit = _NOUN.match(chain.tags, slot.link + 1)
    if hit is None:
        return False
    noun, words = str(chain.values[hit.end() - 1]), lexicon.lines["name_words"]
    if noun != "tariff":
        return noun == _LINES
    if hit["of"]:
        return "_" in hit["the"] or fold(chain.words(hit.start("of"))) in words.get("of_the", ())
    own = any(fold(chain.words(i)) in words.get("possessives", ()) for i in range(*hit.span("the")))
    return (own or "_" in hit["the"]) and chain.tags[slot.link - 1 : slot.link] not in ("y", "t")


def _goes_on(last: Slot, slot: Slot) -> bool:
    """Does only another country stand between: "on 95 percent of its lines and Peru on 97"?"""
    between = slot.sentence.chain.tags[last.link + 1 : slot.link]
    clause = between.partition("&")[2] or between.partition(",")[2] or between.partition(";")[2]
    return bool(clause) and set(clause) <= _GOES_ON and bool(set(clause) & set("AaGk"))
