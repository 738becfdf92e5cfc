"""What goods are by who has to do with them: growers harvest, mills make, shops sell, silos store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.reading.figure_buyers import way_named
from tradenews.reading.figure_cues import MIRROR, KindCue
from tradenews.reading.figure_parts import goes_off
from tradenews.reading.figure_tills import by_exporters
from tradenews.reading.figure_view import View, goes_abroad, goes_there, headed
from tradenews.reading.slot import Slot

_DOERS: Final = {
    "growers": "production",
    "fields": "production",
    "makers": "production",
    "shops": "sales",
    "movers": "trade",
    "eaters": "consumption",
}
_MEANT: Final = {
    ("production", "movers"): "trade",
    ("trade", "eaters"): "consumption",
    ("imports", "growers"): "production",
    ("exports", "shops"): "sales",
    ("exports", "fields"): "production",  # "the field will deliver 5 barrels a day"
}
_BULK: Final = frozenset(("mass", "volume"))
_NOT: Final = 4  # links back to a "not"
_MARKS: Final = ",.;:()\"'«»“”„"
_SENDERS: Final = frozenset(("growers", "makers"))
_STORED: Final = "depots"


def by_way(slot: Slot, view: View) -> str | None:
    """The kind of what no word of the clause measures: where it goes, or who has to do with it."""
    if goes_off(slot, view):
        slot.kind = "exports"
        return "kind.went"
    if (flow := headed(slot, view)) is not None:
        slot.kind = flow
        return "kind.way"
    if (done := done_by(slot, view)) is not None:
        slot.kind = done
        return "kind.doer"
    return None


def done_by(slot: Slot, view: View) -> str | None:
    """The kind of goods that no word of the clause tells, by the first that is named before them.

    Where they lie is told anywhere in the clause: "5 tonnes were left in the silos".
    """
    last = view.earlier[-1] if view.earlier else None
    if last is not None and last.kind == "production" and stays(slot, view):
        return "consumption"
    if slot.quantity.amount.dimension not in _BULK or view.turned:
        return None
    if set(view.chain.tags) & set("DY"):
        return "production" if doer(slot, view) == "fields" else None
    if last is not None and last.sentence is slot.sentence and last.quantity.amount.dimension in _BULK:
        return None
    key = doer(slot, view)
    if key == "movers" and last is not None and last.kind in MIRROR:
        return None  # goods that the paragraph says are shipped through the port
    around = _text(view, slot.first, slot.last)
    if key is None and next(_places(around, _STORED, view), None) is not None:
        return "other"
    sends = key in _SENDERS and goes_abroad(view.layout, slot.link)
    return None if key is None else "exports" if sends else _DOERS[key]


def part_goes(slot: Slot, cue: KindCue, view: View) -> str | None:
    """Where a part of what is made goes: abroad, or it stays at home; None where nothing is said of it."""
    if goes_there(slot, cue, view):
        return "exports"
    at_home = left_unsent(slot, cue, view) or (cue.kind == "production" and stays(slot, view))
    return "consumption" if at_home else None


def stays(slot: Slot, view: View) -> bool:
    """Does a part of what is made stay in the country: "of the harvest, 3 tonnes stay at home"?"""
    if slot.quantity.amount.dimension not in (*_BULK, "ratio"):
        return False
    text = _text(view, slot.first, slot.last)
    words = view.lexicon.lines["name_words"].get("at_home", ()) if view.lexicon is not None else ()
    home = any(word in text if word[-1] >= UNSPACED else f" {word}" in text for word in words)
    return home and next(_places(text, "stays", view), None) is not None


def _bought_abroad(slot: Slot, cue: KindCue, view: View) -> bool:
    """Are those who buy abroad, without a name: "foreign buyers took 5 tonnes of it"?"""
    who = view.layout.after(slot.first - 1, "_b")
    return who < cue.link and view.layout.tag(who) == "ψ" and view.chain.values[who] == "overseas"


def left_unsent(slot: Slot, cue: KindCue, view: View) -> bool:
    """Do goods that were made not go abroad: "3 tonnes never left the country"?"""
    before = view.earlier[-1] if view.earlier else None
    bulk = slot.quantity.amount.dimension in (*_BULK, "ratio")
    if cue.kind != "exports" or not bulk or before is None or before.kind != "production":
        return False
    near = before.sentence.block is slot.sentence.block
    return near and "g" in view.chain.tags[max(cue.link - _NOT, 0) : cue.link]


def comes_from(slot: Slot, cue: KindCue, view: View) -> bool:
    """Does one country get goods that are sent from another: "Kenya had 5 tonnes shipped from Peru"?"""
    if view.chain.tags[cue.link] != "J" or slot.quantity.amount.dimension not in _BULK:
        return False
    chain, layout = view.chain, view.layout
    lands = list(layout.links(slot.link, "A"))
    if len(lands) != 2 or not lands[0] < min(slot.link, cue.link) or goes_abroad(layout, slot.link):
        return False
    ways = [layout.tag(layout.before(i, "_")) for i in lands]
    return ways[0] not in ("q", "t") and ways[1] == "q" and chain.values[lands[0]] != chain.values[lands[1]]


def sold_there(slot: Slot, cue: KindCue, view: View) -> bool:
    """Are goods sold in a country by nobody who is named: "5 tonnes were sold in Chile"?"""
    if view.chain.tags[cue.link] != "J" or view.topic.main in MIRROR or view.firms:
        return False
    if view.earlier and view.earlier[-1].kind in MIRROR:
        return False
    words = view.lexicon.lines["name_words"].get("sells", ()) if view.lexicon is not None else ()
    chain, layout = view.chain, view.layout
    if not words or fold(chain.words(cue.link)) not in words:
        return False
    lands = list(layout.links(slot.link, "Aa@G¤"))
    return len(lands) == 1 and layout.tag(layout.before(lands[0], "_l")) == "n"


def doer(slot: Slot, view: View) -> str | None:
    """Under which key of ``[name_words]`` the first doer before an amount stands; None where none does."""
    text = _text(view, slot.first, slot.link)
    found = [(at, key) for key in _DOERS for at in _places(text, key, view)]
    return min(found)[1] if found else None


def by_doer(slot: Slot, cue: KindCue, kind: str, view: View) -> str:
    """What a word says of the goods of one who does nothing else: "the trawlers landed 5 tonnes".

    Also of those that are sold where nobody is named, and of what comes from another country.
    """
    if kind == "sales" and by_exporters(cue, view):
        return "exports"
    if kind == "exports" and cue.weak and sold_there(slot, cue, view):
        return "sales"
    if kind == "exports" and cue.weak and comes_from(slot, cue, view):
        return "imports"
    if kind == "imports" and cue.weak and _bought_abroad(slot, cue, view):
        return "exports"
    if slot.quantity.amount.dimension not in _BULK or view.chain.tags[cue.link] != "J":
        return kind
    if kind not in ("production", "trade") and not (cue.weak and kind in MIRROR):
        return kind
    told, flow = doer(slot, view), goes_abroad(view.layout, cue.link) or way_named(slot, cue, view.layout)
    meant = _MEANT.get((kind, told or ""))
    return kind if meant is None or (kind in MIRROR and flow) else meant


def _text(view: View, first: int, last: int) -> str:
    return fold(view.chain.words(first, last)) if first < last else ""


def _places(text: str, key: str, view: View) -> Iterator[int]:
    """Where in a folded text the words of a key stand."""
    lexicon = view.lexicon
    words = lexicon.lines["name_words"].get(key, ()) if lexicon is not None and text else ()
    for word in words:
        if word[-1] >= UNSPACED:
            at = text.find(word)
            if at >= 0:
                yield at
    at = 0
    for token in text.split(" "):
        bare = token.strip(_MARKS)
        if bare in words or (lexicon is not None and lexicon.heads and bare.endswith(tuple(words))):
            yield at
        at += len(token) + 1
