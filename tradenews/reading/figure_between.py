"""Whether a sentence goes on with the trade of two countries, of which it names only one."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_memory import Reader
from tradenews.reading.figure_sides import Side

_TIES = ("", "own", "of", "goods", "office")  # of the one of the two that is named


def goes_on_between(sides: Sequence[Side], reader: Reader) -> bool:
    """Are only the one country's own sales named, after the trade of two: "Colombian sales rose"?"""
    memory = reader.memory
    sides = [side for side in sides if side.via not in ("say", "office") and not side.vague]
    if sides and memory.kind in MIRROR and all(_is_member(side, reader) for side in sides):
        return True  # "The EU exports 58 million to Japan. Italy exports 6."
    two = {memory.reporter, memory.partner}
    one = {side.id for side in sides if side.via in _TIES} if sides else set()
    own = len(one) == 1 and one < two and all(side.via in _TIES for side in sides)
    return own and (memory.kind == "trade" or memory.pair == two)


def _is_member(side: Side, reader: Reader) -> bool:
    """Does a country act that belongs to the bloc whose figures were told before?"""
    blocs = reader.lexicon.members if reader.lexicon else {}
    return side.via == "" and side.id in " ".join(blocs.get(reader.memory.reporter or "", ())).split()
