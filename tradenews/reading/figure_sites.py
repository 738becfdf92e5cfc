"""Where a company invests, by the town that a sentence names: "its plant in Lorem", "in Ipsum, Alabama".

The lexicon knows the country of some towns, the text itself tells that of others: "in the Polish town of
Lorem".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from tradenews.lazy import regex
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.figure_roles import chunk_of
from tradenews.reading.mentions import occurrences
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_INVESTMENT: Final = "investment"
_CODE: Final = 2  # letters of a country's code
_MENTIONS: Final = 8  # of a town that are looked at
_BACK: Final = 4  # links before a town in which its country stands: "the Polish town of Lorem"
_ASSUMED: Final = frozenset(
    ("who.none", "who.topic", "who.lead", "who.host", "who.carried", "who.in", "who.sentence")
)
_PLACED = regex("[nbt]_?a?$|[øHlD]_?o_?a?$")  # "in", "near", "the plant of" before a place
_LIES = regex(",?[nb‹]?_?([A°])")  # behind a town: ", Alabama", "in Poland", "(Poland)"
_CALLED = regex("a[øl]?_?o?_?$")  # before it: "the Polish town of"


def sited(slot: Slot, reporter: Pick, partner: Pick, reader: Reader) -> Pick:
    """The country of the place where a company invests; nobody where that is its own."""
    firm = reporter.id or ""
    if slot.kind != _INVESTMENT or slot.inward or slot.form == "growth" or partner.rule not in _ASSUMED:
        return partner
    if not firm or reader.natures.get(firm) != "firm" or firm in reader.branches:
        return partner
    own = reader.homes.get(firm) or (reader.home if firm == reader.topic.house else None)
    if own is None:
        return partner  # nobody knows what is abroad
    for link in _places(slot, firm):
        if code := _country_at(slot.sentence.chain, link, reader):
            return Pick(None, "who.site") if code == own else Pick(code, "who.site", slot.place(link))
    return partner


def _places(slot: Slot, firm: str) -> Iterator[int]:
    """The links that name a place, those behind the amount first, then those before it, nearest first."""
    chain, refs = slot.sentence.chain, slot.sentence.refs
    first, last = chunk_of(slot)
    near = chain.find("°AW@", min(first, slot.first), max(last, slot.link + 1))
    found = [i for i in near if refs.get(i) != firm and _PLACED.search(chain.tags, max(i - _BACK, 0), i)]
    yield from (i for i in found if i > slot.link)
    yield from (i for i in reversed(found) if i < slot.link)


def _country_at(chain: Chain, link: int, reader: Reader) -> str | None:
    """The country of the place that a link names, by the lexicon or as the text tells it somewhere."""
    if chain.tags[link] in "°A":
        return _code(chain, link)
    name = chain.words(link)
    starts = [each.starts[0] if len(each) else 0 for each in reader.chains]
    for n, span in enumerate(occurrences(chain.text, name)):
        if n >= _MENTIONS:
            break
        at = bisect_right(starts, span.start) - 1
        if at < 0:
            continue
        told = reader.chains[at]
        here = bisect_right(told.starts, span.start) - 1
        if here < 0 or told.ends[here] != span.end:
            continue
        hit = _LIES.match(told.tags, here + 1)
        if hit and (code := _code(told, hit.start(1))):
            return code
        before = _CALLED.search(told.tags, max(here - _BACK, 0), here)
        if before and (code := _code(told, before.start())):
            return code
    return None


def _code(chain: Chain, link: int) -> str | None:
    value = str(chain.values[link]).rstrip("?")
    return value if len(value) == _CODE and value.isupper() else None
