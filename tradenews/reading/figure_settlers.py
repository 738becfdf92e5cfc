"""Companies of one country that are counted in another: "188 German firms operate in Mexico"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.reading.figure_memory import Pick, Reader, place_of, spoken_of
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_ties import nations
from tradenews.reading.slot import Slot

_BESIDE: Final = 2  # links from the count to the adjective
_THERE: Final = frozenset(("in", "to", "on"))


def settlers(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """The country whose companies are counted, and the one where they are; None for any other count."""
    lexicon, chain = reader.lexicon, slot.sentence.chain
    if lexicon is None or slot.form != "level" or not _counts_firms(slot, reader):
        return None
    near = chain.find("aA", slot.link + 1, min(slot.link + 1 + _BESIDE, len(chain)))
    own = next(nations(slot.quantity.counted, lexicon), None) or next(
        (str(chain.values[i]) for i in near), None
    )
    if own is None:
        return None
    for side in sides:
        if side.nature == "state" and side.via in _THERE and own not in side.ids and len(side.ids) == 1:
            host = spoken_of(sides, side.link, reader, Pick(own, "")) if side.vague else side.id
            if host not in (None, own):
                return Pick(own, "who.counted", slot.span), Pick(host, "who.host", place_of(slot, side))
    return None


def _counts_firms(slot: Slot, reader: Reader) -> bool:
    """Are companies counted?"""
    chain, counted = slot.sentence.chain, slot.quantity.counted or ""
    words = (counted, counted.rpartition(" ")[2])
    entries = [reader.lexicon.word(word) for word in words if word] if reader.lexicon else []
    if any(entry is not None and entry.value == "company" for entry in entries):
        return True
    behind = chain.find("ø", slot.link + 1, min(slot.link + 1 + _BESIDE, len(chain)))
    return not counted and any(chain.values[i] == "company" for i in behind)
