"""The company with which a paragraph opens, and whose figures the rest of it goes on to tell."""

from __future__ import annotations

from typing import Final

from tradenews.reading.figure_memory import Reader

_PARAGRAPH: Final = 8  # sentences back in which a paragraph may have begun
_OPENING_TIES: Final = ("", "own", "of", "trait")  # of a company that a paragraph opens with
_OPENS: Final = 4  # links within which the subject of a sentence stands


def opened_with(house: str | None, reader: Reader) -> str | None:
    """The company with which the paragraph opens, where it does not name that of the whole text so far."""
    first = reader.number
    while (
        first > 0 and reader.number - first < _PARAGRAPH and reader.blocks[first - 1] is reader.memory.block
    ):
        first -= 1
    if first == reader.number:
        return None
    told = [s for found in reader.sides[first : reader.number + 1] for s in found if s.nature == "firm"]
    if any(s.id == house or s.vague for s in told):
        return None
    while first < reader.number and not any(not s.vague for s in reader.sides[first]):
        first += 1  # "It is not alone. The Canadian company X ..."
    tags = reader.chains[first].tags if reader.chains else ""
    opening = next((s for s in reader.sides[first] if not s.vague and tags[s.link : s.link + 1] != "a"), None)
    if opening is None or first == reader.number or tags[opening.link : opening.link + 1] != "@":
        return None
    opens = opening.nature == "firm" and opening.link <= _OPENS
    return opening.id if opens and opening.via in _OPENING_TIES else None
