"""Goods counted by the piece that are made, come from a country, or go to one: "built 541,000 vehicles"."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.reading.figure_buyers import way_named
from tradenews.reading.figure_counted import is_made
from tradenews.reading.figure_cues import MIRROR, KindCue
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_PIECES: Final = frozenset(("count", "piece"))
_THINGS: Final = frozenset(("vehicle", "unit", "head", "goods"))  # classes of what is made and traded
_PRODUCTS, _UNITS = "product", "project"  # classes: kinds of goods; works, which may be units
_ORDERS: Final = ("contract", "deal")
_BUILT: Final = "@investment"  # ends the value of a verb of building
_CAME: Final = regex("[qo]_?A[lVYH]{1,3}b?")  # "From Austria came"
_TIED: Final = regex("[qot]?_?[Aa]")  # "arrivals from Peru"
_PARTS: Final = frozenset("Q,;:¬&J")
_REACH: Final = 10
_LOT: Final = 10_000  # pieces that no single order is for
_MANY: Final = 100  # fewer are rather single orders, where no period is told


def piece_kind(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> tuple[str, int | None] | None:
    """Production, imports or exports, with the link of the word that tells it; None for a mere count."""
    if slot.quantity.amount.dimension not in _PIECES or view.lexicon is None or view.dealt:
        return None
    noun = _class_of(slot, view)
    if noun is not None and (verb := _making(slot, noun, hit, view)) is not None:
        return "production", verb
    if noun is None and not _are_units(slot, view):
        return None
    if hit is None and noun in _THINGS and _CAME.fullmatch(view.chain.tags, slot.first, slot.link):
        return "imports", None
    cue = hit[0] if hit is not None else _announced(slot, view)
    if cue is not None and view.goods and _flows(slot, cue, view):
        return cue.kind, cue.link
    return None


def _class_of(slot: Slot, view: View) -> str | None:
    """The class of the things counted, empty where no table lists them; None where they are no goods."""
    counted = slot.quantity.counted
    if not counted or view.lexicon is None or not is_made(slot, view.lexicon):
        return None
    last = counted.rpartition(" ")[2]
    entry = view.lexicon.word(counted) or view.lexicon.word(last)
    if entry is None:
        return ""
    if entry.tag == "T":
        return None if view.lexicon.also(counted, "H") == _PRODUCTS else "goods"
    return str(entry.value) if entry.tag == "H" and entry.value in _THINGS else None


def lists_goods(slot: Slot, view: View) -> bool:
    """Are the things counted goods that a table lists, or vehicles?"""
    return _class_of(slot, view) in ("goods", "vehicle")


def _are_units(slot: Slot, view: View) -> bool:
    """Is the word for what is counted one for works, or for units of goods: "unités"?"""
    entry = view.lexicon.word(slot.quantity.counted or "") if view.lexicon is not None else None
    return entry is not None and (entry.tag, entry.value) == ("H", _UNITS)


def _making(slot: Slot, noun: str, hit: tuple[KindCue, int] | None, view: View) -> int | None:
    """The verb of making, or of building where vehicles are counted, with nothing parting it from them."""
    chain = view.chain
    told = hit is not None and _makes(hit[0], view) and (noun != "" or hit[0].link < slot.link)
    verbs = [hit[0].link] if hit is not None and told and not _orders(chain) else []
    if noun in _THINGS and not _orders(chain):
        verbs += [i for i in view.layout.links(slot.link, "Y") if str(chain.values[i]).endswith(_BUILT)]
    for verb in verbs:
        first, last = sorted((verb, slot.link))
        if last - first <= _REACH and not set(chain.tags[first + 1 : last]) & _PARTS:
            return verb
    return None


def _orders(chain: Chain) -> bool:
    """Does a sentence tell of a contract, which says what will be made?"""
    return any(str(chain.values[i]).startswith(_ORDERS) for i in chain.find("D"))


def _makes(cue: KindCue, view: View) -> bool:
    return cue.kind == "production" and view.chain.tags[cue.link] == "J"


def _announced(slot: Slot, view: View) -> KindCue | None:
    """The flow told of before the colon that the amount follows: "Arrivals from Peru rose: 500 cars"."""
    if view.chain.tags[slot.link - 1 : slot.link] != ":":
        return None
    before = [cue for cue in view.cues if cue.link < slot.link and cue.kind in MIRROR]
    alone = before and not set(view.chain.tags[before[-1].link : slot.link]) & set("Q;¬")
    return before[-1] if alone else None


def _flows(slot: Slot, cue: KindCue, view: View) -> bool:
    """Does a vague word of trade say where they came from, or went to: "sent 240 tractors to Peru"?"""
    tags = view.chain.tags
    if cue.kind not in MIRROR or "D" in tags:
        return False
    low = slot.quantity.amount.low
    if _TIED.match(tags, cue.link + 1) is not None:
        return low >= _MANY or "θ" in tags
    return low >= _LOT and cue.weak and way_named(slot, cue, view.layout)
