"""One country that takes the place of another: "China overtook France as top supplier, with 5 against 4"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_memory import Pick, Reader, place_of
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_RULE: Final = "who.overtaken"
_ENDS: Final = frozenset(("market?", "supplier?"))
_AGAINST: Final = frozenset("=z,&")
_OWNS: Final = frozenset(("own", "of"))


def overtaken(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """The country of the text and who comes first now, or came first before; None for other sentences."""
    chain = slot.sentence.chain
    if slot.kind not in MIRROR:
        return None
    noun = next((i for i in chain.find("K", 0, slot.link) if str(chain.values[i]) in _ENDS), -1)
    pair = _pair(chain, sides, noun) if noun >= 0 else None
    if pair is None:
        return None
    told = [i for i in chain.find("Q", noun) if chain.values[i].amount.dimension == _dimension(slot)]
    place = told.index(slot.link) if slot.link in told else len(pair)
    if place >= len(pair) or (place and not set(chain.tags[told[0] : slot.link]) & _AGAINST):
        return None
    owner = next(
        (side.id for side in sides if side.via in _OWNS and side not in pair and not side.vague), None
    )
    ids = [side.id for side in pair]
    known = (owner, reader.memory.reporter, reader.topic.country)
    country = next((each for each in known if _is_land(each, reader) and each not in ids), None)
    other = pair[place]
    return None if country is None else (Pick(country, _RULE), Pick(other.id, _RULE, place_of(slot, other)))


def _pair(chain: Chain, sides: Sequence[Side], noun: int) -> tuple[Side, Side] | None:
    """The two countries right before the word for a customer or supplier, that are no list."""
    found = [s for s in sides if s.nature == "state" and not s.vague and s.link < noun and s.via not in _OWNS]
    if len(found) != len(("new", "old")) or found[0].via != "" or len({s.id for s in found}) == 1:
        return None
    between = set(chain.tags[found[0].link + 1 : noun])
    apart = not set(chain.tags[found[0].link + 1 : found[1].link]) & set(",&")
    return (found[0], found[1]) if apart and not between & set("QJ,;:") else None


def _dimension(slot: Slot) -> str:
    return slot.quantity.amount.dimension


def _is_land(id: str | None, reader: Reader) -> bool:
    return id is not None and reader.natures.get(id, "state") == "state"
