"""Who taxes goods where they enter: "Chilean wine enters duty free, an Argentine one pays 14 percent"."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.reading.figure_levies import is_entered
from tradenews.reading.figure_memory import Pick, Reader, place_of
from tradenews.reading.figure_roles import near_clause, pays
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_PLACED = frozenset(("in", "to"))
_SPOKEN = frozenset(("in", "to", "with", "by", "", "of"))
_BEFORE = 8  # links before the adjective of elided goods, and between goods and the rate
_GOODS_OF = regex("[TH][oq]_?$")
_NAMED = "TH"
_WHERE = regex(",?n?")  # between a country and "where"
_INSERTED = regex(
    "_?(?:[aA][al]?T|T[al]?a|T[oq]_?A|a),¬?"
)  # before "en cambio", or before the comma behind it
_PRODUCED = regex("[THKOø]ω[lV]?J")  # "who makes the product there faces"
_OPENED = regex(",?¬,")
_BACK = 2  # sentences in which the market was named


def entering(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """Who imposes a duty that goods of another country pay, and that country.

    Only where the clause names no other one that could tax them: it is the place where they enter, the
    country spoken of with "where", the one that taxed before, or the market of the sentences before.
    """
    if not _is_paid(slot):
        return None
    first, last = near_clause(slot)
    first = _over_insertion(slot.sentence.chain, first)
    near = [s for s in sides if first <= s.link < last and s.nature == "state" and not s.vague]
    chain, elided = slot.sentence.chain, pays(slot)
    before = (s for s in reversed(near) if s.link < slot.link)
    hit = next((s for s in before if _owns_goods(chain, s, elided=elided)), None)
    if (
        hit is None
        and "ω" in chain.tags[first:last]
        and pays(slot)
        and not _PRODUCED.search(chain.tags, first, last)
    ):
        return _own_goods(slot, sides, first, reader)
    if hit is None or any(s.id != hit.id and s.via not in _PLACED for s in near):
        return None
    owner = Pick(hit.id, "who.goods", place_of(slot, hit))
    here = [s for s in sides if s.nature == "state" and not s.vague and s.id != hit.id]
    place = _entered(chain, here, near, first, reader)
    if place is None and "ω" in chain.tags[first:last]:
        place = _spoken_of(slot, here, hit.id, reader)
    if place is not None:
        return Pick(place.id, "who.entered", place_of(slot, place) if place in here else None), owner
    if reader.duty[0] not in (None, hit.id):
        return Pick(reader.duty[0], "who.duty"), owner
    market = _market(hit, reader)
    return None if market is None else (Pick(market, "who.entered"), owner)


def _own_goods(slot: Slot, sides: Sequence[Side], first: int, reader: Reader) -> tuple[Pick, Pick] | None:
    """Who taxes what the text's country sells, where only "there" tells it: "our honey pays 5 there"."""
    country = reader.duty[1] or reader.topic.country
    here = [s for s in sides if s.nature == "state" and not s.vague and s.id != country]
    place = _spoken_of(slot, here, country, reader)
    if place is None or country is None or any(first <= s.link < slot.link for s in sides if not s.vague):
        return None
    seen = place_of(slot, place) if place in here else None
    return Pick(place.id, "who.there", seen), Pick(country, "who.topic")


def _spoken_of(slot: Slot, here: Sequence[Side], hit: str | None, reader: Reader) -> Side | None:
    """The country named last before "there", in the sentence or the one before it."""
    told = [side for side in here if side.link < slot.link]
    if not told and reader.number > 0:
        told = [s for s in reader.sides[reader.number - 1] if s.nature == "state" and not s.vague]
    return next((s for s in reversed(told) if s.id != hit and len(s.ids) == 1), None)


def _over_insertion(chain: Chain, first: int) -> int:
    """The start of a sentence of which a clause is cut off by an insertion: "Irish butter, however, pays"."""
    return 0 if _INSERTED.fullmatch(chain.tags, 0, first) or _OPENED.match(chain.tags, first) else first


def _is_paid(slot: Slot) -> bool:
    """Do goods pay the duty, or are they taxed?"""
    if slot.quantity.amount.unit != "percent" and slot.quantity.amount.dimension != "money":
        return False
    chain, (first, last) = slot.sentence.chain, near_clause(slot)
    return pays(slot) or any(str(chain.values[i]) == "tariff" for i in chain.find("J", first, last))


def _owns_goods(chain: Chain, side: Side, *, elided: bool) -> bool:
    """Are goods of a country told, or ``elided`` behind its adjective: "Irish butter", "la uruguaya paga"?"""
    if side.link >= len(chain):
        return False
    if elided and chain.tags[side.link] == "a":
        return True
    beside = chain.tags[side.link + 1 : side.link + 2]
    return (
        beside in tuple(_NAMED) or _GOODS_OF.search(chain.tags, max(side.link - 3, 0), side.link) is not None
    )


def _entered(
    chain: Chain, here: Sequence[Side], near: Sequence[Side], first: int, reader: Reader
) -> Side | None:
    """The place where goods enter, by the clause itself, by "where" before it, or by the sentence."""
    inside = next((s for s in near if s.via in _PLACED and s in here), None)
    if inside is not None:
        return inside
    forms = reader.lexicon.lines["name_words"].get("where", ()) if reader.lexicon else ()
    for side in reversed(here):
        ahead = _WHERE.match(chain.tags, side.link + 1)
        where = ahead.end() if ahead is not None else len(chain)
        if where < len(chain) and fold(chain.words(where)) in forms:
            return side
    return next((s for s in reversed(here) if s.via in _PLACED and s.link < first), None)


def _market(hit: Side, reader: Reader) -> str | None:
    """The country that other goods enter, by the sentences before that tell of duties."""
    for number in range(reader.number - 1, max(reader.number - _BACK, 0) - 1, -1):
        chain = reader.chains[number]
        if not _tells_duty(chain, reader):
            continue
        here = [s for s in reader.sides[number] if s.nature == "state" and not s.vague and s.id != hit.id]
        placed = [s for s in here if s.via in _PLACED or (s.link < len(chain) and is_entered(chain, s.link))]
        if not placed and len(here) == 2 and here[0].id != here[1].id:
            placed = here[1:] if _owns_goods(chain, here[0], elided=False) else []
        if placed:
            return placed[0].id
    return None


def _tells_duty(chain: Chain, reader: Reader) -> bool:
    """Does a sentence tell of duties, or of goods that enter without?"""
    if any(str(chain.values[i]).startswith("tariff") for i in chain.find("KJ")):
        return True
    forms = reader.lexicon.lines["name_words"].get("untaxed", ()) if reader.lexicon else ()
    return any(fold(chain.words(i)) in forms for i in chain.find("lW"))
