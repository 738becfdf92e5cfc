"""The country that a relative clause sends goods to or takes them from: "India, where sales rose"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_memory import Pick, Reader, place_of
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_OPENS: Final = regex(r",_?(?P<tie>[tqzn])?_?(?P<word>[lωτ&_?])")  # from a country to "where", "to which"
_FIRST: Final = 2  # links before the country that a sentence opens with
_ENDS: Final = frozenset("Q;:,¬›")


def where_sold(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """Both sides of a flow whose other end the relative clause that it stands in is about.

    What is sold "where" somebody buys is what the article's country sells there; exports or output "where"
    they rose are that country's own, and so is what a company told of sells.
    """
    country, lexicon = reader.topic.country, reader.lexicon
    if lexicon is None or slot.kind not in (*MIRROR, "sales") or country is None:
        return None
    side = next((s for s in reversed(sides) if s.link < slot.link), None)
    if side is None or side.nature != "state" or side.vague or len(side.ids) != 1:
        side = _behind_owner(slot, sides)
    if side is None or side.id == country or reader.natures.get(reader.topic.house or "") == "firm":
        return None
    way = _way(slot, side, lexicon)
    if way is None or (way != slot.kind and slot.kind != "sales"):
        return None
    own = [s for s in sides if side.link < s.link < slot.link and s.nature == "state" and not s.vague]
    reporter = own[0] if own else None
    if reporter is not None and (reporter.id == side.id or reporter.via not in ("", "own")):
        return None
    partner = Pick(side.id, "who.where", place_of(slot, side))
    if reporter is not None:
        return Pick(reporter.id, "who.subject", place_of(slot, reporter)), partner
    return Pick(country, "who.topic"), partner


def opened_in(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """Both sides of what a country sells where a sentence opens with the market: "In Japan, sales fell"."""
    country, cue = reader.topic.country, slot.kind_cue
    if not sides or cue is None or slot.kind not in ("exports", "sales") or reader.memory.flow != "exports":
        return None
    there = sides[0]
    named = [s for s in sides[1:] if s.link < slot.link and not s.vague and s.via not in ("goods", "trait")]
    stands = there.nature == "state" and not there.vague and len(there.ids) == 1
    if named or not stands or there.link > _FIRST or there.via not in ("in", "to") or cue < there.link:
        return None
    if not str(slot.sentence.chain.values[cue]).startswith("sales") or there.id == country:
        return None
    if country is None or reader.natures.get(reader.topic.house or "") == "firm":
        return None
    return Pick(country, "who.topic"), Pick(there.id, "who.there", place_of(slot, there))


def taxed_where(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """Who taxes what the article's country sells there: "In China, where it meets a duty of 14 percent"."""
    country, lexicon = reader.topic.country, reader.lexicon
    if slot.kind != "tariff" or lexicon is None or reader.memory.flow != "exports" or country is None:
        return None
    near = [s for s in sides if s.link < slot.link and s.nature == "state"]
    there = near[-1] if near else None
    if there is None or there.vague or len(there.ids) != 1 or there.id == country:
        return None
    hit, chain = _OPENS.match(slot.sentence.chain.tags, there.link + 1), slot.sentence.chain
    if hit is None or set(chain.tags[hit.start("word") : slot.link]) & _ENDS:
        return None
    if fold(chain.words(hit.start("word"))) not in lexicon.lines["name_words"].get("where", ()):
        return None
    return Pick(there.id, "who.there", place_of(slot, there)), Pick(country, "who.topic")


def _behind_owner(slot: Slot, sides: Sequence[Side]) -> Side | None:
    """The country before the one that acts in the relative clause: "China, from which Turkey bought 5"."""
    named = [s for s in sides if s.link < slot.link and s.nature == "state" and not s.vague]
    return named[-2] if len(named) > 1 else None


def _way(slot: Slot, side: Side, lexicon: Lexicon) -> str | None:
    """The kind of flow that goes to or comes from a country, by the word that opens a relative clause."""
    chain, cue = slot.sentence.chain, slot.kind_cue
    hit = _OPENS.match(chain.tags, side.link + 1)
    if hit is None or set(chain.tags[hit.start("word") : slot.link]) & _ENDS:
        return None
    words = lexicon.lines["name_words"]
    word = fold(chain.words(hit.start("word")))
    where, which = word in words.get("where", ()), word in lexicon.lines["directions"].get("relative", ())
    if word in words.get("whither", ()) or (hit["tie"] == "t" and (where or which)):
        return "exports"
    if hit["tie"] == "q" and (where or which):
        return "imports"
    if not where or cue is None or not hit.start("word") < cue < slot.link:
        return None
    value = str(chain.values[cue]).rstrip("?")
    return "exports" if value == "sales" or (chain.tags[cue] == "J" and value == "exports") else None
