"""What a relative clause before an amount says by the way: whom it names is no side of that amount."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_causes import cause_stretches
from tradenews.reading.figure_chief import without_chief
from tradenews.reading.figure_sides import Side
from tradenews.reading.inserted import explains, inserted
from tradenews.reading.slot import Slot

_VERBS = tuple("VJmFl")  # what the clause goes on with behind it
_APPOSED = regex("[@E](?P<in>,[_t]?(?:[aâl]{0,2}[øGIOH]|(?<=_)l)[^,Q;:‹›]{0,14}),[mgl]{0,2}[VJYmFl]")
_INCLUDED = 4  # links from the mark before "including" to a country
_HEADS = 2  # links from its comma to the word that opens it: ", in which"
_ENDS = "Q;:‹›"
_PARTS = frozenset(";:‹›,¬")
_SOLD = frozenset(("exports", "imports", "sales"))
_SUBJECTS = ("", "to")  # also "are Canada, where", behind a verb
_FLOWING = frozenset(("exports", "imports", "trade", "balance", "production", "consumption"))


def without_asides(slot: Slot, sides: Sequence[Side], lexicon: Lexicon | None) -> Sequence[Side]:
    """``sides`` without those in "trade with Peru, which Chile had long neglected, rose by 5 percent"."""
    chain, tags = slot.sentence.chain, slot.sentence.chain.tags
    sides = without_chief(slot, _without_causes(slot, sides, lexicon), lexicon)
    sides = _without_included(slot, sides, lexicon)
    between = inserted(tags, slot.link) if sides else None
    if between is not None and explains(tags, between[0]):
        sides = [side for side in sides if not between[0] < side.link < between[1]]
    sides = _without_apposed(tags, slot.link, sides)
    last = tags.rfind(",", 0, slot.link)
    if lexicon is None or len(sides) < _HEADS or last <= 0 or tags[last + 1 : last + 2] not in _VERBS:
        return sides
    first = tags.rfind(",", 0, last)
    if first <= 0 or set(tags[first:last]) & set(_ENDS):
        return sides
    relatives = lexicon.lines["name_words"].get("relatives", ())
    if not any(fold(chain.words(i)) in relatives for i in range(first + 1, min(first + 1 + _HEADS, last))):
        return sides
    kept = [side for side in sides if not first < side.link < last]
    return kept if any(side.link < first and not side.vague for side in kept) else sides


def _without_included(slot: Slot, sides: Sequence[Side], lexicon: Lexicon | None) -> Sequence[Side]:
    """``sides`` without what the one before only holds, too: "exports to China (including Hong Kong)"."""
    chain, named = slot.sentence.chain, {side.link for side in sides if not side.vague}
    forms = lexicon.lines["name_words"].get("included", ()) if lexicon is not None else ()
    for side in sides if len(named) > 1 and forms else ():
        opened = max(chain.tags.rfind(mark, max(side.link - _INCLUDED, 0), side.link) for mark in "‹,")
        if opened - 1 not in named or chain.tags[side.link + 1 : side.link + 2] not in ("›", ","):
            continue
        if fold(chain.words(opened + 1, side.link)).startswith(forms):
            sides = [each for each in sides if each is not side]
    return sides


def _without_apposed(tags: str, link: int, sides: Sequence[Side]) -> Sequence[Side]:
    """``sides`` without those in "Lorem, the company that runs the ports of Togo, handled 5 tonnes"."""
    named = {side.link for side in sides if not side.vague} if len(sides) >= _HEADS else ()
    for hit in _APPOSED.finditer(tags, 0, link) if named else ():
        if hit.start() in named:
            sides = [side for side in sides if not hit.start("in") < side.link < hit.end("in")]
    return sides


def _without_causes(slot: Slot, sides: Sequence[Side], lexicon: Lexicon | None) -> Sequence[Side]:
    """``sides`` of a flow without those that only belong to why it moved: "owing to the war in Ukraine"."""
    if lexicon is None or slot.kind not in _FLOWING or "ω" in slot.clause:
        return sides
    forms = lexicon.lines["directions"].get("causes", ())
    for first, last in cause_stretches(slot.sentence.chain, forms) if sides else ():
        if not first < slot.link < last:
            sides = [side for side in sides if not first < side.link < last]
    return sides


def placed_there(slot: Slot, sides: Sequence[Side], lexicon: Lexicon | None) -> Sequence[Side]:
    """``sides``, where that of "Canada, where sales rose by 5 percent" only tells the place."""
    there = told_there(slot, sides, lexicon) if slot.kind in _SOLD else None
    if there is None or there.via not in _SUBJECTS:
        return sides
    return [evolve(side, via="in") if side is there else side for side in sides]


def told_there(slot: Slot, sides: Sequence[Side], lexicon: Lexicon | None) -> Side | None:
    """The country of whose home an amount is: "ahead of Peru, where 5 tonnes were processed"."""
    chain, tags = slot.sentence.chain, slot.sentence.chain.tags
    forms = lexicon.lines["name_words"].get("where", ()) if lexicon is not None else ()
    for side in reversed(sides if forms else ()):
        if side.link > slot.link or side.nature != "state" or side.vague:
            continue
        there = tags[side.link + 1 : side.link + 2] == "," and fold(chain.words(side.link + 2)) in forms
        return side if there and not set(tags[side.link + 2 : slot.link].rstrip("‹")) & _PARTS else None
    return None
