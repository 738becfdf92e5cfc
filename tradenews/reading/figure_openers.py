"""The side of trade that a sentence says at its head it is about: "On the import side, China leads"."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.reading.figure_cues import MIRROR, read_cue
from tradenews.scan.chain import Chain

_OPENS: Final = regex("[nzqutoXya][_lo]{0,4}K(?=l?,|l?[AakG_lFJV])")


def opened_with(chain: Chain) -> str:
    """The flow that the first words of a sentence name as what it is about, or "": "Nas compras, ..."."""
    hit = _OPENS.match(chain.tags)
    cue = None if hit is None else read_cue(chain, hit.end() - 1)
    return cue.kind if cue is not None and cue.kind in MIRROR else ""
