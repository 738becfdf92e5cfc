"""What is ordered: who orders reports, the seller is the partner, if only by the text's house."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lexicon.forms import says
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_memory import Pick, Reader, place_of
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_SELLS = frozenset(("from", "with", "to", "by", "on"))  # ties of the one with whom an order is placed
_VERBS = frozenset("YJVlD")
_PASSIVE = frozenset(("to", "on", "with", "in", "from"))  # the same where nobody is told to act
_FAR = 20  # links from who orders to what is ordered
_PEOPLE = frozenset(("company", "person", "guest", "job", "country", "meeting", "deal"))
_BREAKS = frozenset(";:¬s")


def order_sides(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """Who ordered, and from whom, where the sentence tells of an order: "Lorem ordered 20 trains"."""
    lexicon = reader.lexicon
    if slot.form != "level" or lexicon is None or slot.kind not in ("count", "deal_value"):
        return None
    verbs = lexicon.lines["name_words"].get("orders", ())
    buyer = _buyer(slot, sides, verbs)
    if slot.kind == "count" and _counts_people(slot, lexicon):
        return None
    if buyer is None:
        return _ordered_at(slot, sides, reader, verbs)
    first = Pick(buyer.id, "who.orders", place_of(slot, buyer))
    firms = (s for s in sides if s.nature == "firm" and not s.vague and s.via in _SELLS and s.id != buyer.id)
    seller = next((s for s in firms if s.link > buyer.link), None)
    if seller is not None:
        return first, Pick(seller.id, "who.seller", place_of(slot, seller))
    house = reader.topic.house or (reader.topic.firm if reader.topic.corporate else None)
    if house in (None, buyer.id) or reader.natures.get(house or "") != "firm":
        return None
    return first, Pick(house, "who.seller")


def _ordered_at(
    slot: Slot, sides: Sequence[Side], reader: Reader, verbs: Sequence[str]
) -> tuple[Pick, Pick] | None:
    """The text's house as who orders, where only the seller is named: "bei Lorem wurden 20 Züge bestellt"."""
    firms = [s for s in sides if s.nature == "firm" and not s.vague and slot.first <= s.link < slot.last]
    house = reader.topic.house or (reader.topic.firm if reader.topic.corporate else None)
    if len({s.id for s in firms}) != 1 or firms[0].via not in _PASSIVE or house in (None, firms[0].id):
        return None
    chain, seller = slot.sentence.chain, firms[0]
    acts = any(s.nature == "state" and s.via == "" and not s.vague for s in sides)
    near = range(max(slot.first, slot.link - _FAR), min(slot.last, slot.link + _FAR))
    told = " ".join(chain.words(i) for i in near if chain.tags[i] in _VERBS)
    if acts or reader.natures.get(house or "") != "firm" or not says(told, verbs):
        return None
    return Pick(house, "who.orders"), Pick(seller.id, "who.seller", place_of(slot, seller))


def _counts_people(slot: Slot, lexicon: Lexicon) -> bool:
    """Are persons or companies counted, which nobody orders?"""
    entry = lexicon.word((slot.quantity.counted or "").rpartition(" ")[2])
    return entry is not None and entry.value in _PEOPLE


def _buyer(slot: Slot, sides: Sequence[Side], verbs: Sequence[str]) -> Side | None:
    """The last company or body before the amount that a verb of ordering follows, with no other between."""
    acting = [s for s in sides if s.nature != "state" and s.link < slot.link and s.via in ("", "own", "say")]
    if not acting or acting[-1].vague or slot.link - acting[-1].link > _FAR:
        return None
    chain, side = slot.sentence.chain, acting[-1]
    if set(chain.tags[side.link + 1 : slot.link]) & _BREAKS:
        return None
    return side if says(chain.text[chain.ends[side.link] : chain.starts[slot.link]], verbs) else None
