"""Loans: the borrower reports, the lender is the partner."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.reading.figure_memory import Pick, Reader, place_of
from tradenews.reading.figure_origins import is_origin
from tradenews.reading.figure_roles import near_clause
from tradenews.reading.figure_running import is_earned
from tradenews.reading.figure_sides import Side
from tradenews.reading.givers import gives, giving_verb
from tradenews.reading.slot import Slot

_BEHIND = 4  # links from the loan to whose it is
_BESIDE = frozenset("oqyz_aøTH")  # between an amount and who lends it
_GOES_ON = 3  # sentences over which a loan is spoken of
_AND = ("&", ",", ",&")  # between what is lent to one and to the next
_TELLS = frozenset(("say", "chief", "than"))  # who only speaks of a loan
_TAKES = frozenset(("to", "of", "in", "own", "goods", "on", "with"))  # ties of a country that borrows


def loan_sides(
    slot: Slot, sides: Sequence[Side], reporter: Pick | None, partner: Pick | None, reader: Reader
) -> tuple[Pick | None, Pick | None]:
    """Borrower and lender of a loan, as far as the sentence or the loan told last names them."""
    if is_earned(slot):
        return reporter, partner  # a bank's profit is no loan
    more = _lent_on(slot, sides, reader) or _lent_to(slot, sides, reader) or _given_more(slot, sides, reader)
    if more is not None:
        return more
    lender, borrower = _lender(slot, sides, reader), reader.loan[0]
    lent = partner is not None and partner.rule == "who.to"
    named = (partner, reporter) if lent else (reporter, partner)  # "approved a loan to Kenya"
    if lender is None and not is_loan(slot):
        return named
    country = reader.topic.country
    acts = lender is None and partner is None and reporter is not None and reporter.rule == "who.subject"
    if acts and reporter and reader.natures.get(reporter.id or "") == "state" and country != reporter.id:
        return Pick(country, "who.borrower"), reporter  # "Japan lent 5 million for the quay"
    known = reader.loan[1] if lender is None else lender.id
    if known is None or (reporter and partner and known in (reporter.id, partner.id)):
        return named
    for pick in (reporter, partner):
        if pick is not None and pick.id != known and pick.id not in reader.banks:
            return pick, lender or Pick(known, "who.loan")
    near = [s for s in sides if s.id != known and not s.vague and len(s.ids) == 1 and s.via not in _TELLS]
    near = [s for s in near if s.nature == "firm" or (s.nature == "state" and s.via in _TAKES)]
    near = [s for s in near if s.id not in reader.banks and not is_origin(slot, s, sides)]
    near.sort(key=lambda s: (s.nature == "state", abs(s.link - slot.link)))
    if near and (near[0].via == "to" or borrower is None):
        return Pick(near[0].id, "who.borrower", place_of(slot, near[0])), lender or Pick(known, "who.loan")
    house = reader.topic.house if reader.natures.get(reader.topic.house or "") == "firm" else None
    for id in (borrower, reader.memory.reporter, house, reader.topic.country, _headed(reader)):
        if id not in (None, known):
            return Pick(id, "who.borrower"), lender or Pick(known, "who.loan")
    return reporter, partner


def _headed(reader: Reader) -> str | None:
    """The only country that the heading above names: "IDB lends to Nicaragua"."""
    above = reader.sides[reader.tops[reader.number]] if reader.tops else ()
    lands = {side.id for side in above if side.nature == "state" and not side.vague}
    return lands.pop() if len(lands) == 1 else None


def _of_loan(slot: Slot, sides: Sequence[Side]) -> Pick | None:
    """The company or body whose loan it is: "un prêt de Bpifrance"."""
    chain = slot.sentence.chain
    for side in sides:
        first = side.link - _BEHIND
        if slot.link in range(first, side.link) and not set(chain.tags[slot.link + 1 : side.link]) - _BESIDE:
            first = slot.link - _BEHIND  # "a loan of 5 million from Lorem"
        near = range(max(first, 0), side.link)
        loan = any(chain.tags[i] in "DY" and "financing" in str(chain.values[i]) for i in near)
        if loan and side.nature != "state" and side.via in ("of", "from", "by") and not side.vague:
            return Pick(side.id, "who.lender", place_of(slot, side), 1.0, side)
    return None


def _given_more(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """Who gives more to the one who borrowed: "The EU adds 25 million", "130 million come from the EIB"."""
    taker, lexicon = reader.loan[0], reader.lexicon
    if taker is None or lexicon is None or not 0 < reader.number - reader.lent <= _GOES_ON:
        return None
    chain = slot.sentence.chain
    verb = giving_verb(chain, slot.link, lexicon)
    if verb is None or any(side.via == "to" and side.id != taker and not side.vague for side in sides):
        return None
    for side in reversed(sides) if not verb[1] else sides:
        other = side.id != taker and not side.vague and len(side.ids) == 1 and side.via not in _TELLS
        if other and gives(chain, verb[0], side.link, comes=verb[1]) and not is_origin(slot, side, sides):
            return Pick(taker, "who.borrower"), Pick(side.id, "who.giver", place_of(slot, side))
    return None


def _lent_to(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """Who lends, and to whom, on either side of a verb: "Belgium lends Congo 60 million"."""
    chain = slot.sentence.chain
    verb = giving_verb(chain, slot.link, reader.lexicon) if reader.lexicon else None
    if verb is None or verb[1] or verb[0] > slot.link:
        return None
    bare = [s for s in sides if s.via in ("", "own") and not s.vague and len(s.ids) == 1]
    before = [s for s in bare if s.link < verb[0]]
    after = [s for s in bare if verb[0] < s.link < slot.link]
    if not before or not after or chain.tags[verb[0] + 1 : after[0].link].strip("_"):
        return None
    giver, taker = before[-1], after[0]
    return Pick(taker.id, "who.borrower", place_of(slot, taker)), Pick(
        giver.id, "who.giver", place_of(slot, giver)
    )


def _lent_on(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """The next one to whom the same lender lends: "lends Congo 60 million and Gabon 20 million"."""
    last, tags = next(reversed(reader.done), None), slot.sentence.chain.tags
    if last is None or last.sentence is not slot.sentence or reader.lent != reader.number:
        return None
    taker = next((s for s in reversed(sides) if last.link < s.link < slot.link and not s.vague), None)
    if taker is None or len(taker.ids) != 1 or taker.id in (*reader.loan, ""):
        return None
    if tags[last.link + 1 : taker.link].strip("_tz") not in _AND or tags[taker.link + 1 : slot.link].strip(
        "_b"
    ):
        return None
    return Pick(taker.id, "who.borrower", place_of(slot, taker)), Pick(reader.loan[1], "who.loan")


def is_loan(slot: Slot) -> bool:
    """Is the amount of a loan, rather than a profit or a budget?"""
    chain = slot.sentence.chain
    near = [str(chain.values[i]) for i in chain.find("DY", *near_clause(slot))]
    return any("financing" in value for value in near)


def _lender(slot: Slot, sides: Sequence[Side], reader: Reader) -> Pick | None:
    """The bank that a sentence with a loan names, nearest to the amount."""
    banks = [side for side in sides if side.id in reader.banks and not side.vague]
    if not banks:
        return _of_loan(slot, sides)
    tags = slot.sentence.chain.tags
    side = min(
        banks,
        key=lambda s: (tags[s.link + 1 : slot.link] != "‹", s.via in _TELLS, abs(s.link - slot.link)),
    )  # "Banco do Chiado (30 million)"
    return Pick(side.id, "who.lender", place_of(slot, side), 1.0, side)
