"""What is in the boxes that a port handles: nothing is told but that they are containers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.figure import Product
from tradenews.models.span import Span
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot

BOXES: Final = "product.boxes"
_MOVED: Final = frozenset({"growth", "delta", "share"})


def fill_boxes(slots: Sequence[Slot], sentences: Iterable[Sentence], lexicon: Lexicon) -> None:
    """Call what is counted in TEU by the text's own word for boxes, and what they grew by."""
    if not any(slot.quantity.amount.dimension == "container" for slot in slots):
        return
    found = _named(sentences, lexicon)
    if found is None:
        return
    before: Slot | None = None
    for slot in slots:
        if slot.draft.get("product") is None and _is_of_boxes(slot, before):
            slot.draft.set("product", found[0], BOXES, found[1])
        before = slot


def _is_of_boxes(slot: Slot, before: Slot | None) -> bool:
    """Is an amount in TEU, or the change of one that is?"""
    if slot.quantity.amount.dimension == "container":
        return True
    leader = slot.leader or before
    if leader is None or slot.form not in _MOVED or leader.sentence.block is not slot.sentence.block:
        return False
    told = leader.draft.reasons.get("product")
    return told is not None and told.rule == BOXES and leader.kind == slot.kind


def _named(sentences: Iterable[Sentence], lexicon: Lexicon) -> tuple[Product, Span] | None:
    """The first word for boxes in the text, be it a part of another: "Containerumschlag"."""
    words = sorted(lexicon.lines["name_words"].get("boxes", ()), key=len, reverse=True)
    for sentence in sentences:
        start = sentence.span.start
        text = sentence.chain.text[start : sentence.span.end]
        folded = fold(text)
        found = [(at, -len(word)) for word in words if (at := folded.find(word)) >= 0]
        if not found or len(folded) != len(text):
            continue
        at, length = min(found)
        end = at - length
        while at and text[at] < UNSPACED and text[at - 1].isalpha() and text[at - 1] < UNSPACED:
            at -= 1
        return Product(text[at:end], None), Span(start + at, start + end)
    return None
