"""What is summed: over all countries, or only over months: "in the first quarter it was 20 tonnes in all"."""

from __future__ import annotations

from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_memory import Reader
from tradenews.reading.slot import Slot

_BESIDE = 3  # links before the noun


def sums_of_partner(slot: Slot, reader: Reader) -> bool:
    """Is "in all" only said of the months of a flow with the partner of the paragraph?

    "From Mongolia came 5 tonnes in March. In the first quarter it was 20 tonnes in all."
    """
    memory, chain = reader.memory, slot.sentence.chain
    last = next(reversed(reader.done), None)
    if memory.partner is None or last is None or last.sentence.block is not slot.sentence.block:
        return False
    named = slot.kind_cue is not None and chain.tags[slot.kind_cue] == "K" and slot.kind_cue < slot.link
    return not named and last.kind == slot.kind and -1 < chain.tags.find("θ") < chain.tags.find("Ω")


def is_sum(slot: Slot, lexicon: Lexicon | None) -> bool:
    """Does the noun of a flow tell that it is all of it: "total exports", "le total des exportations"?"""
    cue, chain = slot.kind_cue, slot.sentence.chain
    if slot.kind not in MIRROR or lexicon is None:
        return False
    if cue is None or chain.tags[cue] != "K":  # "total exports fetched 5"
        cue = max(
            (i for i in chain.find("K", slot.first, slot.link) if chain.values[i] == slot.kind), default=-1
        )
    if cue < 0:
        return False
    forms = lexicon.facts.get("total", "").split()
    first = cue
    while first > max(cue - _BESIDE, 0) and chain.tags[first - 1] not in "K,;":
        first -= 1
    near = range(first, min(cue + 2, len(chain)))
    words = [word for i in near for word in fold(chain.words(i)).split(" ")]
    if chain.text[chain.starts[cue]] >= UNSPACED:
        words = [chain.words(cue)[:1], *words]
    return slot.form != "share" and any(word in forms for word in words)
