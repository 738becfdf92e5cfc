"""The company that only the headline names: "Lorem cuts 4,000 jobs", then "the equipment maker"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lexicon.index import Lexicon
from tradenews.reading.introduced import is_told
from tradenews.reading.merge import Cluster
from tradenews.reading.sentence import Sentence

_OPENING: Final = 3  # sentences in which the text calls it the company
_ACTS: Final = frozenset("VJYDmKlvF:'o")  # what follows the name in the headline


def firm_of_title(
    sentences: Sequence[Sentence], clusters: Sequence[Cluster], lexicon: Lexicon
) -> Cluster | None:
    """Of companies told by weak signs the one that opens the headline, if the text names none first."""
    title = next((s for s in sentences if s.block.kind == "title"), None)
    if title is None or title.chain.tags[:1] != "@" or title.chain.tags[1:2] not in tuple(_ACTS):
        return None
    start = title.chain.starts[0]
    own = next((c for c in clusters if c.kind == "company" and c.spans[0].start == start), None)
    if own is None:
        return None
    body = [s for s in sentences if s.block.kind == "paragraph"][:_OPENING]
    named = {span.start for c in clusters if c.kind == "company" and c is not own for span in c.spans}
    for sentence in body:
        chain = sentence.chain
        for i in chain.find("Gø@"):
            if chain.tags[i] == "@" and chain.starts[i] in named:
                return None
            if chain.tags[i] != "@" and chain.values[i] == "company" and is_told(chain, i, lexicon):
                return own
    return None
