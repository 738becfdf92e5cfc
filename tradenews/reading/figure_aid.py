"""What a state adds to the money that a company invests: "Hungary contributes 12 million to the plant"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from tradenews.lexicon.forms import fold
from tradenews.reading.figure_memory import Pick, Reader, place_of
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_KINDS: Final = frozenset(("investment", "finance", "other"))
_GIVEN: Final = frozenset(("money", "area"))  # also land for a plant
_ACTS: Final = frozenset(("", "own", "office", "of", "trait", "share"))  # ties of a state that gives
_LAST: Final = 30  # figures back in which the investment was told
_REACH: Final = 8  # links from what a state gives to the verb


def aid_sides(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """The state that adds to an investment of the company that the text is about, and that company.

    What it gives is no investment of its own; None for all other figures.
    """
    house, lexicon = reader.topic.house, reader.lexicon
    if slot.kind not in _KINDS or slot.form != "level" or lexicon is None:
        return None
    if slot.quantity.amount.dimension not in _GIVEN or reader.natures.get(house or "") != "firm":
        return None
    if not any(kind == "investment" and one == house for kind, one in _told(reader)):
        return None
    tags = slot.sentence.chain.tags
    states = [s for s in sides if s.nature == "state" and not s.vague and len(s.ids) == 1 and s.via in _ACTS]
    states = [s for s in states if "v" not in tags[max(s.link - 2, 0) : s.link]]  # "as the ministry told"
    others = any(side.nature == "firm" and side.via not in ("say", "chief") for side in sides)
    verb = _verb(slot, reader)
    giver = next((s for s in states if s.link < verb), None)
    if giver is None or others or len({s.id for s in states}) > 1:
        return None
    if slot.kind == "investment":
        slot.kind = "finance"
        slot.draft.set("kind", slot.kind, "kind.aid", slot.place(verb))
    return Pick(giver.id, "who.giver", place_of(slot, giver)), Pick(house, "who.topic")


def _told(reader: Reader) -> list[tuple[str, str | None]]:
    """The kind of each of the last figures, and whose it is."""
    return [(slot.kind, reader.done[slot][0]) for slot in islice(reversed(reader.done), _LAST)]


def _verb(slot: Slot, reader: Reader) -> int:
    """The link of the verb of giving or supporting, or the noun of a grant, nearest to an amount; else -1."""
    chain, lexicon = slot.sentence.chain, reader.lexicon
    if lexicon is None:
        return -1
    words = lexicon.lines["name_words"]
    forms = {*words.get("gives", ()), *words.get("supports", ())}
    near = range(max(slot.link - _REACH, 0), min(slot.link + _REACH, len(chain)))
    found = [i for i in near if forms & {(told := fold(chain.words(i))), told.partition(" ")[0]}]
    return min(found, key=lambda i: abs(i - slot.link), default=-1)
