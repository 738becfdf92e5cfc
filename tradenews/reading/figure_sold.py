"""What is counted by the piece: goods that a company sells, or only things."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED
from tradenews.reading.elided import is_only_dated
from tradenews.reading.figure_counted import is_made, makes_yearly
from tradenews.reading.figure_cues import ENDS, KindCue, flow_told
from tradenews.reading.figure_emerging import leaves_works
from tradenews.reading.figure_pieces import lists_goods, piece_kind
from tradenews.reading.figure_sizes import GOODS_KINDS, SHIPS
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot

_RECEIVED: Final = regex("t_?[alø]{0,2}@")  # whoever takes them has ordered them
_ABROAD: Final = regex("[_lTH]{0,3}(?:t_?[AEψ]|ψ)")
_TAKEN: Final = regex("A[lFnY]{0,3}[JVY][l_]?$")  # "Germany alone took"
_SENT: Final = regex("[tnlλ]{0,3}ψb?")  # "mandou para o exterior"
_SELLERS: Final = frozenset("@Gø")
_REACH: Final = 8
_CAME: Final = regex("[qo]_?A[lVY]{1,3}b?")
_LOT: Final = 10_000  # pieces that no single order is for
_MADE: Final = frozenset(("exports", "imports", "production"))
_MOVED: Final = frozenset(("trade", "exports"))
_MANY: Final = 100  # fewer are rather single orders, where no period is told


def count_kind(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> str | None:
    """The kind of what is counted by the piece: what a company sells, or only a count."""
    if slot.quantity.amount.unit in SHIPS:
        slot.kind = "other"
        return "kind.ships"
    if leaves_works(slot, hit, view):
        slot.kind, slot.firm = "production", True
        return "kind.emerges"
    if hit is not None and (flow := _sold_pieces(slot, hit[0], view)) is not None:
        slot.kind, slot.kind_cue, slot.firm = flow, hit[0].link, True
        return "kind.sold"
    if hit is None and view.goods and _comes_from(slot, view):
        slot.kind = "imports"
        return "kind.came"
    if hit is not None and _moved(slot, hit[0], view):
        slot.kind, slot.kind_cue, slot.firm = "trade", hit[0].link, True
        return "kind.moved"
    if hit is not None and _is_unlisted_object(slot, hit[0], view):
        slot.kind, slot.kind_cue, slot.firm = hit[0].kind, hit[0].link, True
        return "kind.sold"
    if _only_counts(slot, hit, view):
        if (told := piece_kind(slot, hit, view)) is not None:
            slot.kind, slot.kind_cue = told
            return "kind.pieces"
        made = makes_yearly(slot, view.lexicon) or _can_make(slot, hit, view)
        slot.kind = "production" if made else _of_topic(slot, view)
        return "kind.count"
    return None


def _of_topic(slot: Slot, view: View) -> str:
    """What very many goods are in a text that tells of one flow most; else a mere count."""
    main = view.topic.main
    if main not in _MADE or slot.quantity.amount.low < _LOT or (view.firms and main != "production"):
        return "count"
    return main if lists_goods(slot, view) else "count"


def _is_unlisted_object(slot: Slot, cue: KindCue, view: View) -> bool:
    """Are goods that no table lists the object of a sure verb: "Kenya exported 3,400 zithers"?"""
    noun = (slot.quantity.counted or "").rpartition(" ")[2]
    known = not noun or noun[-1] >= UNSPACED or view.lexicon is None or view.lexicon.word(noun) is not None
    if known or cue.weak or cue.kind not in _MADE or slot.quantity.amount.unit != "count":
        return False
    return cue.link < slot.link and view.chain.tags[cue.link : slot.link].rstrip("b_") == "J"


def _comes_from(slot: Slot, view: View) -> bool:
    """Does a sentence open with a country from which many pieces came: "De China llegaron 63.000 coches"?"""
    came = _CAME.fullmatch(view.chain.tags, slot.first, slot.link)
    return slot.quantity.amount.low >= _LOT and came is not None


def _moved(slot: Slot, cue: KindCue, view: View) -> bool:
    """Does a port move goods that are counted by the piece: "it handled 620,000 vehicles"?"""
    if not view.topic.port or cue.kind not in _MOVED or not view.goods or view.lexicon is None:
        return False
    entry = view.lexicon.word((slot.quantity.counted or "").rpartition(" ")[2])
    return entry is not None and (entry.tag == "T" or entry.value == "vehicle")


def _only_counts(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> bool:
    """Is a count no amount of goods that are traded?"""
    amount = slot.quantity.amount
    if amount.dimension in ("count", "piece") and not view.goods:
        return True
    vague = hit is None or (hit[0].weak and not view.wares and not _is_taken(slot, hit[0], view))
    return amount.dimension in ("count", "piece") and vague and not _counted_on(slot, view)


def _is_taken(slot: Slot, cue: KindCue, view: View) -> bool:
    """Does a market take many pieces: "the main market, with 390,000 units"?"""
    end = str(view.chain.values[cue.link]).rstrip("?") in ENDS
    return end and cue.link < slot.link and slot.quantity.amount.low >= _LOT


def _counted_on(slot: Slot, view: View) -> bool:
    """Does a count go on with the goods of the figures before: "46,900 to Mexico, 35,800 to Russia"?"""
    if not slot.quantity.counted:
        return True
    if is_only_dated(view.chain, slot.link):
        counts = (s for s in reversed(view.earlier) if s.quantity.amount.unit == "count")
        return any(each.kind in GOODS_KINDS for each in islice(counts, 1))
    leader = view.earlier[-1] if view.earlier else None
    if leader is None or leader.kind not in GOODS_KINDS or not leader.firm:
        return False
    return leader.sentence.block is slot.sentence.block


def _sold_pieces(slot: Slot, cue: KindCue, view: View) -> str | None:
    """The flow of goods that a company counts: "it sold 1,312 vehicles", "ha consegnato 300 trattori"."""
    amount, tags = slot.quantity.amount, view.chain.tags
    told = view.firms or any(view.chain.values[i] == "we" for i in view.chain.find("G", 0, cue.link))
    abroad = _goes_abroad(slot, cue, view)
    told = told or (abroad and any(view.chain.values[i] == "company" for i in view.chain.find("ø")))
    goods = view.goods or (abroad and is_made(slot, view.lexicon))
    if not (told and goods) or amount.dimension not in ("count", "piece"):
        return None
    if tags[cue.link] != "J" or cue.kind != "exports" or not cue.weak:
        return None
    dealt = view.earlier and view.earlier[-1].kind == "deal_value"
    if (dealt and view.earlier[-1].sentence.block is slot.sentence.block) or "D" in tags:
        return None  # what a contract is for
    if _RECEIVED.search(tags, cue.link) or _names_state(view):
        return None
    if cue.link > slot.link and not _SELLERS & set(tags[slot.first : slot.link]):
        return None  # "the first ten trains will be delivered"
    first, last = sorted((cue.link, slot.link))
    if set(tags[first + 1 : last]) & set("Q;¬J") or (amount.low < _MANY and "θ" not in tags):
        return None
    return "exports" if abroad else "sales"


def _can_make(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> bool:
    """Does a noun for output stand right before pieces: "with a capacity of 90,000 gears a month"?"""
    if hit is None or hit[0].kind != "production" or slot.quantity.amount.per is None:
        return False
    near = view.chain.tags[hit[0].link : slot.link].rstrip("b_o")
    return near == "K" and is_made(slot, view.lexicon)


def _names_state(view: View) -> bool:
    """Does the sentence name a part of a state, which orders what it gets: "dem Verkehrsministerium"?"""
    return any(view.chain.values[i].kind == "government" for i in view.chain.find("@"))


def _goes_abroad(slot: Slot, cue: KindCue, view: View) -> bool:
    """Does it say right behind the goods, or the verb, that they went abroad, and not all over the world?"""
    tags = view.chain.tags
    hit = _ABROAD.match(tags, slot.link + 1)
    if hit is None and cue.link < slot.link and _SENT.fullmatch(tags, cue.link + 1, slot.link):
        return str(view.chain.values[tags.find("ψ", cue.link)]) == "overseas"
    if hit is None:
        return False
    return hit[0].strip("_lTH") != "ψ" or view.chain.values[hit.end() - 1] == "overseas"


def sold_by_firm(slot: Slot, earlier: Sequence[Slot]) -> Slot | None:
    """What a company told that it sold, where the next sentence says how many of them a country took."""
    last = earlier[-1] if earlier else None
    amount = slot.quantity.amount
    if last is None or last.sentence.block is not slot.sentence.block or last.sentence is slot.sentence:
        return None
    chain = slot.sentence.chain
    hit = _TAKEN.search(chain.tags, max(slot.link - _REACH, 0), slot.link)
    verb = -1 if hit is None else chain.first_of("JVY", hit.start(), slot.link)
    if verb < 0 or (chain.tags[verb] == "J" and not str(chain.values[verb]).startswith("imports")):
        return None
    if chain.tags[verb] == "V" and flow_told(chain, verb) != "imports":
        return None
    here = (each for each in reversed(earlier) if each.sentence is last.sentence)
    sold = (each for each in here if each.kind == "sales" and each.form == "level")
    found = next((each for each in sold if each.quantity.amount.unit == amount.unit), None)
    if found is None or amount.dimension not in ("count", "mass"):
        return None
    return found if found.quantity.amount.low > amount.low else None
