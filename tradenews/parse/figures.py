"""Amounts in their sentences to figures."""

from __future__ import annotations

from tradenews.grammar.context import Context
from tradenews.models.actor import Actor
from tradenews.models.figure import TradeFigure
from tradenews.models.span import Span
from tradenews.parse.draft import Draft
from tradenews.parse.metadata import Metadata
from tradenews.parse.sentence import Sentence


def read_figures(
    sentences: list[Sentence], actors: tuple[Actor, ...], context: Context, metadata: Metadata
) -> list[Draft]:
    """One draft of a :class:`TradeFigure` for each amount that is one, in text order."""
    drafts: list[Draft] = []
    for sentence in sentences:
        for i in sentence.chain.find("Q"):
            draft = Draft()
            quantity = sentence.chain.values[i]
            span = Span(sentence.chain.starts[i], sentence.chain.ends[i])
            draft.set("id", f"f{len(drafts) + 1}", "order")
            draft.set("span", span, "amount", span)
            draft.set("amount", quantity.amount, "amount", span)
            draft.set("kind", "other", "default")
            draft.set("form", "level", "default")
            draft.set("modality", "actual", "default")
            draft.set("sentence", sentence.span, "sentence")
            drafts.append(draft)
    return drafts


def as_figure(draft: Draft) -> TradeFigure:
    """The finished record."""
    return TradeFigure(**draft.values)
