"""What somebody says himself, between quotation marks: of his own prices and fields, not of a statistic."""

from __future__ import annotations

from typing import Final

from tradenews.reading.slot import Slot

_MARKS: Final = frozenset('"„“”«»「」『』')
_SINGLE: Final = frozenset("'‘’‚")
_LONGEST: Final = 1500  # letters from the head of a paragraph to an amount


def is_spoken(slot: Slot) -> bool:
    """Does an amount stand between quotation marks, which may have been opened a sentence before?

    An apostrophe opens where no letter stands before it, and closes where none stands behind.
    """
    chain, first = slot.sentence.chain, slot.sentence.block.span.start
    last = chain.starts[slot.link]
    if last - first > _LONGEST:
        return False
    within, single = False, False
    for i in range(first, last):
        mark = chain.text[i]
        if mark in _MARKS:
            within = not within
        elif mark in _SINGLE:
            if not single:
                single = i == first or not chain.text[i - 1].isalnum()
            elif not chain.text[i + 1 : i + 2].isalnum():
                single = False
    return within or single
