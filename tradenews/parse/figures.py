"""Amounts in their sentences to figures."""

from __future__ import annotations

from tradenews.grammar.context import Context
from tradenews.models.actor import Actor
from tradenews.models.figure import TradeFigure
from tradenews.parse.draft import Draft
from tradenews.parse.figure_when import assign_when
from tradenews.parse.figure_who import assign_who
from tradenews.parse.metadata import Metadata
from tradenews.parse.sentence import Sentence
from tradenews.parse.slot import Slot


def read_figures(
    sentences: list[Sentence], actors: tuple[Actor, ...], context: Context, metadata: Metadata
) -> list[Draft]:
    """One draft of a :class:`TradeFigure` for each amount that is one, in text order."""
    slots: list[Slot] = []
    for sentence in sentences:
        for i in sentence.chain.find("Q"):
            slot = Slot(Draft(), sentence, i, 0, len(sentence.chain))
            draft = slot.draft
            draft.set("id", f"f{len(slots) + 1}", "order")
            draft.set("span", slot.span, "amount", slot.span)
            draft.set("amount", slot.quantity.amount, "amount", slot.span)
            draft.set("kind", "other", "default")
            draft.set("form", "level", "default")
            draft.set("modality", "actual", "default")
            draft.set("sentence", sentence.span, "sentence")
            slots.append(slot)
    assign_who(slots, sentences, actors, context, metadata)
    assign_when(slots, sentences, context, metadata)
    return [slot.draft for slot in slots]


def as_figure(draft: Draft) -> TradeFigure:
    """The finished record."""
    return TradeFigure(**draft.values)
