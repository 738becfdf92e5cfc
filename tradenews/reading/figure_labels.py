"""Lines and headings that name the flow of the figures below them."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.reading.figure_cues import MIRROR, KindCue
from tradenews.reading.sentence import Sentence

_LABEL, _LINE = 6, 14  # links of a label on a line of its own; of one that names a flow

_HEADING: Final = 10  # links of a heading that tells nothing that happens
_TELLS: Final = frozenset("VJmvDY")
_VALUE: Final = regex("[^Q:]{1,8}:_?b?Q")  # "Total: 5 million"


def is_label(sentence: Sentence, cue: KindCue) -> bool:
    """Is it a line of a few words that ends in a colon, more where it names a flow, its figures below?"""
    flow, tags = cue.kind in MIRROR and not cue.weak, sentence.chain.tags
    return tags[-1] == ":" and (len(tags.replace("l", "")) <= _LINE if flow else len(tags) <= _LABEL)


def head_below(sentence: Sentence, cues: list[KindCue], head: KindCue | None) -> KindCue | None:
    """The flow of all that stands below a line, of which ``head`` was that of the lines before it."""
    kind, tags = sentence.block.kind, sentence.chain.tags
    if kind == "dateline":
        return head_of(sentence, cues) or head  # a heading right below the date
    if kind != "heading" or _VALUE.match(tags) is not None or tags[0] == "F":
        return head  # "Total: 5 million", "Of which batteries"
    return head_of(sentence, cues)


def head_of(sentence: Sentence, cues: list[KindCue]) -> KindCue | None:
    """The one flow that a heading names, of which all below it is, if no heading follows: "Imports"."""
    tags = sentence.chain.tags
    if len({cue.kind for cue in cues}) != 1 or len(tags) > _HEADING or "Q" in tags:
        return None
    if len(tags) > _LABEL and set(tags) & _TELLS:
        return None
    return cues[0] if cues[0].kind in MIRROR and not cues[0].weak else None
