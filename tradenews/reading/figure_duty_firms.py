"""Duties that differ by firm: "24.8 percent for Lorem, 73.4 for Ipsum and 79.3 for all others"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from tradenews.lexicon.forms import fold
from tradenews.reading.figure_memory import Pick, Reader, place_of
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_FOR: Final = tuple("zytn")  # what stands between a rate and who pays it
_ARTICLES: Final = "_toøH"  # "for the maker", "in the case of"
_REACH: Final = 6  # links from a rate to who pays it
_WORDS: Final = 40  # characters in which "for all others" stands
_ACTS: Final = frozenset(("", "own", "office", "by"))
_BACK: Final = 6  # sentences in which the country was named
_TOLD: Final = 6  # figures back in which the rate of a firm was told


def by_firm(
    slot: Slot, sides: Sequence[Side], reporter: Pick, partner: Pick, reader: Reader
) -> tuple[Pick, Pick]:
    """The sides of a duty with the firm that pays it, or for all others with the country that they are of."""
    if slot.quantity.amount.dimension != "ratio":
        return reporter, partner
    firm = _beside(slot, sides)
    if firm is not None:
        partner = Pick(firm.id, "who.each", place_of(slot, firm))
    elif _is_of_others(slot, reader) and (country := _country_hit(reporter.id, reader)) is not None:
        partner = Pick(country, "who.others")
    if reader.natures.get(partner.id or "") != "firm":
        return reporter, partner
    if reporter.id != reader.homes.get(partner.id or "") and reporter.id != partner.id:
        return reporter, partner
    imposer = reader.duty[0] or _acting(sides, reporter.id) or reader.topic.imposer
    return (reporter if imposer in (None, reporter.id) else Pick(imposer, "who.duty")), partner


def _beside(slot: Slot, sides: Sequence[Side]) -> Side | None:
    """The firm at a rate: "24.8 percent for Lorem", "in the case of Lorem", "Lorem (24.8 percent)"."""
    tags, first = slot.sentence.chain.tags, slot.link + 1
    firms = [side for side in sides if side.nature == "firm" and tags[side.link] in "@E"]
    if tags[slot.link - 2 : slot.link] == "Q&":
        return None  # "3 and 5 percent for Lorem and Ipsum"
    if tags[first : first + 1] in _FOR:
        near = (side for side in firms if slot.link < side.link <= slot.link + _REACH)
        return next((side for side in near if not tags[first + 1 : side.link].strip(_ARTICLES)), None)
    before = (side for side in firms if side.link < slot.link)
    return next((side for side in before if tags[side.link + 1 : slot.link] in ("", "‹")), None)


def _is_of_others(slot: Slot, reader: Reader) -> bool:
    """Is a rate that of all firms beside those told before?"""
    last = list(islice(reversed(reader.done), _TOLD))
    told = any(
        each.kind == "tariff" and reader.natures.get(reader.done[each][1] or "") == "firm" for each in last
    )
    words = reader.lexicon.lines["name_words"].get("all_others", ()) if reader.lexicon and told else ()
    if not words:
        return False
    chain = slot.sentence.chain
    first = max(chain.tags.rfind(tag, 0, slot.link) for tag in "@Qs") + 1
    before = fold(chain.text[chain.starts[first] : chain.starts[slot.link]])[-_WORDS:]
    end = max(chain.ends[slot.last - 1], chain.ends[slot.link])
    behind = fold(chain.text[chain.ends[slot.link] : min(end, chain.ends[slot.link] + _WORDS)])
    return any(_opens(behind, word) or _stands(before, word) for word in words)


def _opens(text: str, words: str) -> bool:
    """Do words stand in ``text`` behind at most one other?"""
    return words in (text.lstrip()[: len(words)], text.lstrip().partition(" ")[2][: len(words)])


def _stands(text: str, words: str) -> bool:
    return words in text if words[:1] > "\u3000" else f" {words} " in f" {text} "


def _country_hit(imposer: str | None, reader: Reader) -> str | None:
    """The country whose firms are told of: hit before, else named last, else the home of one."""
    hits = [hit for _, hit in reversed(reader.done.values()) if hit]
    known = next((hit for hit in hits if reader.natures.get(hit) == "state"), None)
    if known is not None:
        return known
    for found in reader.sides[reader.number :: -1][:_BACK]:
        lands = [side.id for side in found if side.nature == "state" and not side.vague]
        if others := [land for land in lands if land not in ("", imposer, reader.duty[0])]:
            return others[-1]
    homes = (reader.homes.get(hit) for hit in hits)
    return next((home for home in homes if home is not None), None)


def _acting(sides: Sequence[Side], home: str | None) -> str | None:
    """The only other country that the sentence names, or whose body; of several the one that acts."""
    named = [s for s in sides if s.nature == "state" and not s.vague and s.id != home]
    acting = [side for side in named if side.via in _ACTS]
    lands = {side.id for side in (acting if len({side.id for side in named}) > 1 else named)}
    return lands.pop() if len(lands) == 1 else None
