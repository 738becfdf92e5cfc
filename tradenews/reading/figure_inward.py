"""Investment from abroad: what a country receives, from which others.

"Foreign direct investment in Vietnam reached 20 billion. Singapore was the largest investor with 7.4":
the country that receives reports, and whoever invests is its partner, through all sentences that go on so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.reading.figure_memory import Pick, Reader, place_of, spoken_of
from tradenews.reading.figure_ranks import list_member
from tradenews.reading.figure_roles import WINDOW, chunk_of
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_sizes import is_small
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot

_INWARD: Final = " inward"  # ends the value of a noun of investment from abroad
_OUTWARD: Final = " outward"  # the same of what a country invests in others
_INVESTMENT: Final = "investment"
_INVESTOR: Final = "investment?"  # the value of a noun for who invests
_OPENS = 4  # links in which a place opens a sentence
_FAR = 3  # sentences over which it goes on without its word
_HOSTED: Final = ("in", "to", "on")  # ties of the country that receives
_OWNED: Final = ("own", "of", "", "goods", "office")  # the same, where no other is named
_FROM: Final = frozenset(("from", "of", "by", "own", "trait", ""))  # ties of a country that invests
_MEANT: Final = frozenset(("who.there", "who.country"))
_INVESTS: Final = frozenset(("own", "trait", "of", "by"))  # ties of those whose firms invest elsewhere
_LINKS = 7  # from the noun to the country that receives


def inward_cue(slot: Slot) -> int:
    """The link of the noun of investment from abroad nearest to an amount in its sentence; -1 for none."""
    chain = slot.sentence.chain
    near = chain.find("K", max(slot.link - WINDOW, 0), min(slot.link + WINDOW, len(chain)))
    found = [i for i in near if str(chain.values[i]).endswith(_INWARD)]
    return min(found, key=lambda i: (i > slot.link, abs(i - slot.link)), default=-1)


def goes_on_inward(slot: Slot, view: View) -> Slot | None:
    """The investment from abroad that an amount tells more of: "Spain accounted for 38 percent of it"."""
    last = view.earlier[-1] if view.earlier else None
    if (
        last is None
        or not last.inward
        or view.firms
        or slot.quantity.amount.dimension not in ("ratio", "money")
    ):
        return None
    if not 0 <= slot.sentence.number - last.sentence.number <= _FAR or is_small(slot.quantity.amount):
        return None
    first, end = slot.first, slot.last
    told = {cue.kind for cue in view.cues if first <= cue.link < end and view.chain.tags[cue.link] != "J"}
    money = {_INVESTMENT, "finance"} if slot.quantity.amount.dimension == "ratio" else {_INVESTMENT}
    return last if told <= money else None


def is_inward(slot: Slot, last: Slot | None) -> bool:
    """Is an amount one of investment from abroad, by its noun or as it goes on with the one before?"""
    if slot.kind != _INVESTMENT:
        return False
    cue = inward_cue(slot)
    chain, named = slot.sentence.chain, slot.kind_cue
    near = named is not None and (chain.tags[named] == "J" or str(chain.values[named]).endswith(_INWARD))
    return (cue >= 0 and (near or named is None)) or (
        last is not None and last.inward and 0 <= slot.sentence.number - last.sentence.number <= _FAR
    )


def is_outward(slot: Slot) -> bool:
    """Does a noun of investment abroad, which statistics count by the year, give an amount its kind?"""
    told = slot if slot.kind_cue is not None or slot.leader is None else slot.leader
    cue = told.kind_cue
    return cue is not None and str(told.sentence.chain.values[cue]).endswith(_OUTWARD)


def inward_sides(
    slot: Slot, sides: Sequence[Side], picks: tuple[Pick, Pick], reader: Reader
) -> tuple[Pick, Pick]:
    """The country that receives and the one that invests, of ``picks`` as the sentence names them."""
    if slot.kind == _INVESTMENT and (turned := _turned(slot, sides, reader)) is not None:
        return turned
    if not slot.inward or any(_is_firm(pick, reader) for pick in picks):
        return _hosted(slot, sides, *picks, reader)
    cue = inward_cue(slot)
    host = _host(slot, sides, cue, reader)
    if host is None:
        return picks
    reader.host = host.id
    named = [
        p for p in picks if p.side is not None and p.side.nature == "state" and p.id not in (None, host.id)
    ]
    if named and list_member(slot, sides) is not None:
        return host, Pick(named[0].id, named[0].rule, named[0].span)
    first, last = chunk_of(slot)
    tags = slot.sentence.chain.tags
    for side in sides:
        other = side.nature == "state" and not side.vague and len(side.ids) == 1 and side.id != host.id
        inside = (first <= side.link < last and side.via in _FROM) or tags[side.link + 1 : slot.link] == "‹"
        if other and inside:
            return host, Pick(side.id, f"who.{side.via or 'subject'}", place_of(slot, side))
    if named:
        return host, Pick(named[0].id, named[0].rule, named[0].span)
    return host, Pick(None, "who.inward")


def _hosted(
    slot: Slot, sides: Sequence[Side], reporter: Pick, partner: Pick, reader: Reader
) -> tuple[Pick, Pick]:
    """The country in which those of another one invest reports: "Dutch firms put 4 million into Ghana"."""
    one, chain = reporter.side, slot.sentence.chain
    if slot.kind != _INVESTMENT or one is None or one.nature != "state" or one.vague:
        return reporter, partner
    firms = chain.tags[one.link : one.link + 1] == "a" or chain.tags[one.link + 1 : one.link + 2] in tuple(
        "HøO"
    )
    investor = slot.kind_cue is not None and chain.values[slot.kind_cue] == _INVESTOR
    if not (one.via in _INVESTS or (one.via in ("", "office", "say") and (firms or investor))):
        return reporter, partner
    if partner.id is None and any(side.vague and side.via in _HOSTED for side in sides):
        there = spoken_of(sides, one.link, reader, reporter)
        partner = Pick(there, "who.country") if there else partner
    meant = partner.side is None and (partner.rule in _MEANT or (slot.firm and firms))
    placed = partner.side is not None and partner.side.via in _HOSTED
    host = bool(partner.id) and reader.natures.get(partner.id or "") == "state" and partner.id != reporter.id
    return (partner, reporter) if host and (meant or placed) else (reporter, partner)


def _turned(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """The two sides of the investment told before, the other way round: "Conversely, it was 5 million"."""
    last = next(reversed(reader.done), None)
    if "reverse" not in slot.sentence.chain.values or last is None or last.kind != slot.kind or sides:
        return None
    reporter, partner = reader.done[last]
    if reporter is None or partner is None:
        return None
    return Pick(partner, "who.reverse"), Pick(reporter, "who.reverse")


def _is_firm(pick: Pick, reader: Reader) -> bool:
    return pick.side is not None and reader.natures.get(pick.id or "") == "firm"


def _host(slot: Slot, sides: Sequence[Side], cue: int, reader: Reader) -> Pick | None:
    """Who receives: the country in which it is, else whose it is, else the one spoken of, or the text's."""
    states = [s for s in sides if s.nature == "state" and not s.vague and len(s.ids) == 1 and s.via != "say"]
    ties = _HOSTED if cue >= 0 else _HOSTED[:1]
    placed = [
        s for s in states if s.via in ties and (abs(s.link - cue) <= _LINKS if cue >= 0 else s.link < _OPENS)
    ]
    if cue >= 0:
        placed.sort(key=lambda s: abs(s.link - cue))
        owned = [s for s in states if s.via in _OWNED and s.id != reader.host and abs(s.link - cue) <= _LINKS]
        owned = owned if reader.host is None else []
    else:
        owned = []
    for side in (*placed, *owned):
        return Pick(side.id, f"who.{side.via or 'subject'}", place_of(slot, side), 1.0, side)
    host = reader.host or reader.topic.country
    return None if host is None else Pick(host, "who.host")
