"""Lines and headings that name the flow of the figures below them."""

from __future__ import annotations

from tradenews.reading.figure_cues import MIRROR, KindCue
from tradenews.reading.sentence import Sentence

_LABEL, _LINE = 6, 14  # links of a label on a line of its own; of one that names a flow


def is_label(sentence: Sentence, cue: KindCue) -> bool:
    """Is it a line of a few words that ends in a colon, more where it names a flow, its figures below?"""
    flow = cue.kind in MIRROR and not cue.weak
    return sentence.chain.tags[-1] == ":" and len(sentence.chain) <= (_LINE if flow else _LABEL)


def head_of(sentence: Sentence, cues: list[KindCue]) -> KindCue | None:
    """The one flow that a heading names, of which all below it is, if no heading follows: "Imports"."""
    if len({cue.kind for cue in cues}) != 1 or len(sentence.chain) > _LABEL or "Q" in sentence.chain.tags:
        return None
    return cues[0] if cues[0].kind in MIRROR and not cues[0].weak else None
