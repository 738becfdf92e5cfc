"""What a count counts: goods, what they come in, or deals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED
from tradenews.lexicon.index import Lexicon
from tradenews.reading.slot import Slot

GOODS: Final = frozenset({"vehicle", "head", "ship", "project", "unit"})
GOODS_FLOWS: Final = frozenset({"exports", "imports", "production", "sales"})
_OTHERS: Final = frozenset({"person", "company", "job", "item", "product", "guest", "project", "ship"})
_VESSELS: Final = frozenset({"item", "pack"})  # what goods come in: pieces, bottles, boxes
_FILLED = regex("o[_la]{0,2}T")
_LARGE = 10_000
_LEADERS = 100  # amounts back in a list to its first: so that reading stays linear
_NEAR = 80  # links before a count in which its noun may stand
_MANY: Final = 100  # people; fewer are guests or victims
_GUESTS: Final = frozenset({"guest", "count"})  # "visitors", "overnight stays"
_BESIDE = 6  # figures before one
_NOT_MADE: Final = frozenset(
    (
        "partner", "passage", "company", "person", "guest", "job", "ship", "shipment", "deal", "meeting",
        "project", "tariff_line", "country",
    )
)  # fmt: skip


def counts_goods(slot: Slot, lexicon: Lexicon) -> bool:
    """Does the noun of a count name goods? A bare "pieces" does where the sentence names goods before it."""
    counted = slot.quantity.counted or ""
    entry = lexicon.word(counted) or lexicon.word((counted.split() or [""])[-1])
    if entry is not None and entry.value in _VESSELS:
        chain = slot.sentence.chain
        told = (str(chain.values[i]).partition(" ")[0].rstrip("?") for i in chain.find("KJ", 0, slot.link))
        flows = any(value in GOODS_FLOWS for value in told)
        return flows or "T" in chain.tags[: slot.link]
    return entry is not None and (entry.tag == "T" or (entry.tag == "H" and entry.value in GOODS))


def counts_packs(slot: Slot, earlier: Sequence[Slot], lexicon: Lexicon) -> bool:
    """Does a count of bottles or boxes go on with goods: "Volumes fell to 173 million cases"?

    So does one that says what is in them: "135 million cartons of fruit were packed for export".
    """
    if slot.quantity.amount.low >= _LARGE and _FILLED.match(slot.sentence.chain.tags, slot.link + 1):
        return is_packed(slot, lexicon)
    last = earlier[-1] if earlier else None
    if last is None or last.kind not in GOODS_FLOWS or last.sentence.block is not slot.sentence.block:
        return False
    return is_packed(slot, lexicon) or _is_same_measure(slot, earlier)


def _is_same_measure(slot: Slot, earlier: Sequence[Slot]) -> bool:
    """Does a bare classifier count what the last count counted: 产量222万辆, then 209万辆?"""
    measure, tags = (slot.quantity.counted or "")[-1:], slot.sentence.chain.tags
    last = next((s for s in reversed(earlier) if s.quantity.amount.dimension == "count"), None)
    if measure < UNSPACED or last is None or "H" in tags[: slot.link] or len(slot.quantity.counted or "") > 1:
        return False
    return last.sentence.chain.words(last.link)[-1:] == measure


def is_packed(slot: Slot, lexicon: Lexicon) -> bool:
    """Is what is counted only what goods come in: bottles, boxes, pairs?"""
    entry = lexicon.word((slot.quantity.counted or "").rpartition(" ")[2])
    return entry is not None and entry.value == "pack"


def counts_wares(slot: Slot, lexicon: Lexicon) -> bool:
    """Does a large count name goods: "380,000 boxes of bananas"? Small ones are rather single orders."""
    if slot.quantity.amount.low < _LARGE:
        return False
    entry = lexicon.word((slot.quantity.counted or "").rpartition(" ")[2])
    return entry is not None and entry.tag == "T"


def counts_deals(slot: Slot, lexicon: Lexicon) -> bool:
    """Does a count count contracts or agreements?"""
    counted = slot.quantity.counted
    if not counted or slot.kind != "count":
        return False
    entry = lexicon.word(counted) or lexicon.word(counted.split()[-1])
    return entry is not None and (entry.tag == "D" or entry.value == "deal")


def counts_others(slot: Slot, lexicon: Lexicon) -> bool:
    """Are those counted who have to do with goods, rather than goods: "640 people make tiles", "54 ships"?"""
    counted = slot.quantity.counted or ""
    entry = lexicon.word(counted) or lexicon.word(counted.rpartition(" ")[2])
    return entry is not None and entry.tag in "Hø" and entry.value in _OTHERS


def counts_any(slot: Slot, lexicon: Lexicon) -> bool:
    """Does a count count goods that are traded, or nothing that is named?"""
    return not slot.quantity.counted or counts_goods(slot, lexicon)


def counts_boxes(slot: Slot, earlier: Sequence[Slot]) -> bool:
    """Does a figure count containers, or tell a change beside which no other goods are told of?"""
    if slot.quantity.amount.dimension != "ratio":
        return slot.quantity.amount.dimension == "container"
    beside = (other for other in earlier[-_BESIDE:] if other.sentence is slot.sentence)
    return {other.quantity.amount.dimension for other in beside} <= {"container", "ratio"}


def counts_jobs(slot: Slot, lexicon: Lexicon | None, *, firm: bool) -> bool:
    """Are jobs counted, which some country has, or visitors, in a text about no ``firm``?"""
    counted = class_of(slot, lexicon)
    return counted == "job" or (counted in _GUESTS and not firm)


def counts_workers(slot: Slot, lexicon: Lexicon | None) -> bool:
    """Are jobs counted, or many people: those who work in an industry?"""
    counted = class_of(slot, lexicon)
    return counted == "job" or (counted == "person" and slot.quantity.amount.low >= _MANY)


def counts_people(slot: Slot, lexicon: Lexicon | None) -> bool:
    """Are jobs or people counted?"""
    return class_of(slot, lexicon) in ("job", "person")


def counts_talks(slot: Slot, lexicon: Lexicon) -> bool:
    """Are agreements or meetings counted?"""
    return counts_deals(slot, lexicon) or class_of(slot, lexicon) == "meeting"


def class_of(slot: Slot, lexicon: Lexicon | None) -> str:
    """The class of what is counted; empty where it has none."""
    for _ in range(_LEADERS):
        if slot.leader is None or slot.leader.sentence is not slot.sentence:
            break
        slot = slot.leader
    chain = slot.sentence.chain
    noun = next(chain.find("H", max(slot.first, slot.link - _NEAR), slot.link), -1)
    word = slot.quantity.counted or (chain.words(noun) if noun >= 0 else "")
    if not word or lexicon is None:
        return ""
    entry = lexicon.word(word) or lexicon.word(word.rpartition(" ")[2])
    return "" if entry is None else str(entry.value)


def makes_yearly(slot: Slot, lexicon: Lexicon | None) -> bool:
    """Are pieces counted by the year, which somebody makes: "turns out 100 wagons a year"?

    Those who come, what is sent and what is agreed on are only counted.
    """
    return slot.quantity.amount.per == "year" and is_made(slot, lexicon)


def is_made(slot: Slot, lexicon: Lexicon | None) -> bool:
    """Are pieces counted that somebody may make, and not people, ships or agreements?"""
    counted = slot.quantity.counted
    if counted is None or slot.flow or lexicon is None:
        return False
    return not _NOT_MADE & {class_of(slot, lexicon), lexicon.also(counted, "H")}
