"""Where goods come from that another country imports, by what was told before."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.reading.figure_memory import Reader
from tradenews.reading.figure_nouns import replaces_noun
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot


def _is_one_more(slot: Slot, side: Side, reader: Reader) -> bool:
    """Does "those of" name one more source of imports: "those from Peru rose. Those of Chile fell"?"""
    chain, last = slot.sentence.chain, next(reversed(reader.done), None)
    if last is None or reader.lexicon is None or last.kind != "imports" or slot.kind_cue is not None:
        return False
    noun = len(chain.tags[: side.link].rstrip("_o")) - 1
    if noun < -1 or not replaces_noun(chain, noun if noun >= 0 else 0, reader.lexicon):
        return False
    return None not in reader.done[last] and side.id not in reader.done[last]


def is_source(slot: Slot, side: Side, group: str, reader: Reader) -> bool:
    """Are goods of a country spoken of, after what another one imports: "Russian gas imports rose to"?"""
    if group != "imports":
        return False
    if _is_one_more(slot, side, reader):
        return True
    told, tags = reader.memory, slot.sentence.chain.tags
    cue = slot.kind_cue if slot.kind_cue is not None else -1
    goods = "T" in tags[side.link + 1 : cue] and tags[cue] == "K"
    return goods and told.kind == "imports" and told.reporter not in (None, side.id)


def is_bought_in(slot: Slot, side: Side, sides: Sequence[Side], reader: Reader) -> bool:
    """Does another country buy there: "Poland bought goods in Peru", "it imported 9. In Peru it bought 5"?"""
    verb = slot.kind_cue is not None and slot.sentence.chain.tags[slot.kind_cue] == "J"
    if verb and any(s.nature == "state" and s.via == "" and s.link < side.link for s in sides):
        return True
    last = next(reversed(reader.done), None)
    if not verb or last is None or side.vague or last.kind != "imports":
        return False
    told = last.sentence.block is slot.sentence.block and reader.done[last][0] == reader.topic.country
    return told and side.id != reader.topic.country
