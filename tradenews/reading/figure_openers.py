"""The flow that the head or end of a clause tells: "On the import side, China leads", "went to and fro"."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.reading.figure_buyers import way_named
from tradenews.reading.figure_cues import MIRROR, KindCue, read_cue
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_OPENS: Final = regex("[nzqutoXya][_lo]{0,4}K(?=l?,|l?[AakG_lFJV])|K(?=,[Aak])")
_SIDE: Final = regex("(?:[nzqutXy][_lo]{0,4}|o[_lo]{1,4})K(?=l?,|l?[AakGJ])|oK(?=,)|K(?=,[Aak])")
_PARTED: Final = frozenset("Q;:,s¬")


def opened_with(chain: Chain) -> str:
    """The flow that the first words of a sentence name as what it is about, or "": "Nas compras, ..."."""
    hit = _OPENS.match(chain.tags)
    cue = None if hit is None else read_cue(chain, hit.end() - 1)
    return cue.kind if cue is not None and cue.kind in MIRROR else ""


def side_named(chain: Chain) -> str:
    """The same where nothing else can be meant, as a subject can: not "der Export steht für 5 Prozent"."""
    return opened_with(chain) if _SIDE.match(chain.tags) else ""


def of_side(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> KindCue | None:
    """The word by which an amount is of the flow that its sentence opens with: "On imports, Peru sold 5"."""
    if view.opened == "" or hit is None or hit[0].kind not in MIRROR or slot.quantity.counted:
        return None
    cue = hit[0]
    vague = cue.weak and not way_named(slot, cue, view.layout)
    strong = any(c.kind in MIRROR and c.kind != view.opened and not c.weak for c in view.cues)
    return cue if (vague or cue.kind == view.opened) and not strong else None


def both_ways(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> tuple[KindCue, int] | None:
    """``hit``, or the word behind that closes its clause: "er ging 5 ton heen en weer", to and fro."""
    if hit is None or not hit[0].weak or hit[0].kind not in MIRROR or hit[0].link > slot.link:
        return hit
    tags = view.chain.tags
    for cue in view.cues if tags[hit[0].link] == "J" else ():
        ends = cue.kind == "trade" and tags[cue.link] == "J" and cue.link > slot.link
        if ends and not _PARTED & set(tags[slot.link + 1 : cue.link]):
            return cue, hit[1]
    return hit
