"""Who signed the agreements that are only counted: "Five memorandums were signed after the talks"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tradenews.reading.figure_counted import counts_deals
from tradenews.reading.figure_memory import Pick, Reader, as_pair
from tradenews.reading.figure_missions import is_of_firms, mission_sides
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_TWO = 2
_SAID = frozenset(("who.topic", "who.carried", "who.none", "who.sentence", "who.lead", "who.subject"))


def met_sides(
    slot: Slot, sides: Sequence[Side], both: tuple[Pick, Pick], reader: Reader
) -> tuple[Pick, Pick]:
    """The sides of what a mission or a meeting counts: its guests, or the agreements that were signed."""
    if (signers := _signers(slot, sides, both, reader)) is not None:
        return signers
    return _signing_sides(slot, mission_sides(slot, sides, both, reader), reader)


def _signers(
    slot: Slot, sides: Sequence[Side], both: tuple[Pick, Pick], reader: Reader
) -> tuple[Pick, Pick] | None:
    """The two countries that a sentence says signed together: "Peru and China signed 12 pacts"."""
    if reader.lexicon is None or not counts_deals(slot, reader.lexicon) or is_of_firms(slot):
        return None
    acting = [
        s for s in sides if s.nature == "state" and not s.vague and s.link < slot.link and len(s.ids) == 1
    ]
    for one, two in pairwise(acting):
        joined = one.run == two.run and one.via == two.via == "" and one.id != two.id
        alone = sum(side.run == one.run for side in sides) == _TWO
        if joined and alone and {pick.id for pick in both} <= {one.id, two.id, None}:
            return as_pair(slot, one, two)
    return None


def _signing_sides(slot: Slot, sides: tuple[Pick, Pick], reader: Reader) -> tuple[Pick, Pick]:
    """The two countries of the article, where no others are: the one named first in paragraphs reports."""
    reporter, partner = sides
    pair = (reader.topic.country, reader.topic.partner)
    if None in pair or slot.form != "level" or not slot.quantity.counted or reader.lexicon is None:
        return sides
    if {reporter.id, partner.id} - {*pair, None} or {reporter.rule, partner.rule} - _SAID:
        return sides
    if not counts_deals(slot, reader.lexicon) or is_of_firms(slot):
        return sides
    told = reporter.id if partner.id is None else None
    first = told or _first_of(pair, reader)
    second = pair[1] if first == pair[0] else pair[0]
    known = reader.number + 1
    if reader.named.get(second or "", known) >= known:
        return sides
    return Pick(first, "who.topic"), Pick(second, "who.topic")


def _first_of(pair: tuple[str | None, str | None], reader: Reader) -> str | None:
    """The one of two countries that the paragraphs name first."""
    for block, found in zip(reader.blocks, reader.sides, strict=False):
        named = [side.id for side in found if block.kind == "paragraph" and side.id in pair]
        if named:
            return named[0]
    return pair[0]


def of_nations(slot: Slot, picks: tuple[Pick, Pick], reader: Reader) -> tuple[Pick, Pick]:
    """The country of a company, and the one most spoken of beside it: only countries have balances."""
    reporter, partner = picks
    if slot.kind != "balance" or reader.natures.get(reporter.id or "") != "firm":
        return picks
    home = reader.homes.get(reporter.id or "") or reader.topic.country
    if home is None:
        return picks
    own = Pick(home, "who.home", reporter.span)
    if partner.id not in (None, home):
        return own, partner
    told = (side for sides in reader.sides[: reader.number + 1] for side in sides)
    named = Counter(s.id for s in told if s.nature == "state" and not s.vague and s.id != home)
    return own, Pick(named.most_common(1)[0][0] if named else None, "who.facing")
