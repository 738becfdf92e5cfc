"""Who taxes whom, as a text tells it without a rate, and which two countries trade by a pact.

"Ankara put duties on Kenyan roses" says no rate, but is what a sentence behind it goes on with: "From May
they pay 5 percent". So do the parties of a pact: of whoever lifts a duty by it, the other one was hit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lexicon.forms import fold
from tradenews.reading.figure_levies import is_at_maker
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.figure_roles import near_clause
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_RULE: Final = "who.told"
_PACT: Final = "who.pact"
_TAXING: Final = frozenset(("", "own", "office", "chief", "by"))
_SOLD: Final = frozenset(("goods", "from", "on"))
_ENTERED: Final = frozenset(("to", "in"))
_ASSUMED: Final = frozenset(("who.topic", "who.carried", "who.sentence", "who.lead"))
_INHERITED: Final = _ASSUMED | {"who.duty"}
_SPEAKING: Final = frozenset(("who.office", "who.say", "who.chief"))
_BESIDE: Final = 4  # links between a pact and its parties
_REACH: Final = 12  # links between the word for duties and whose goods they are on
_NEAR: Final = 3  # sentences in which a duty or pact told is still spoken of
_TWO, _MOST = 2, 3  # parties of a pact; countries of a sentence beyond which it is not clear
_ALL: Final = frozenset("ψΩ")


def as_told(slot: Slot, sides: Sequence[Side], picks: tuple[Pick, Pick], reader: Reader) -> tuple[Pick, Pick]:
    """The sides of a duty, completed or turned by the duties and pacts that the text told of before."""
    reporter, partner = picks
    if partner.rule in ("who.all", "who.list"):
        return picks
    saved = reporter.rule in _SPEAKING and slot.quantity.amount.dimension == "money"
    settled = None not in (partner.id, reporter.id) and reporter.rule not in _INHERITED
    if settled and not saved:
        return picks
    _read_on(reader)
    if reporter.id is None:
        pact = reader.pacts.get(reader.number, ()) if partner.id is None else ()
        return (Pick(pact[0], _PACT), Pick(pact[1], _PACT)) if len(pact) == 2 else picks
    if saved:
        other = _party_to(reporter.id, reader) if slot.quantity.amount.per in (None, "year") else None
        return picks if other is None else (Pick(other, _PACT), reporter)
    if (turned := _turned(slot, sides, picks, reader)) is not None:
        return turned
    if partner.id is not None or _ALL & set(slot.sentence.chain.tags[slice(*near_clause(slot))]):
        return picks
    hit, rule = _hit_of(slot, reporter.id, reader), _RULE
    if hit is None:
        hit, rule = _party_to(reporter.id, reader), _PACT
    if hit is None or _names_other(sides, (hit, reporter.id)):
        return picks
    return reporter, Pick(hit, rule)


def _turned(
    slot: Slot, sides: Sequence[Side], picks: tuple[Pick, Pick], reader: Reader
) -> tuple[Pick, Pick] | None:
    """The sides where who is only assumed to tax is told to be hit, or sells to the other party of a pact."""
    reporter, partner = picks
    if reporter.id is None or len({s.id for s in sides if s.nature == "state"}) > _MOST:
        return None
    here = duty_told(slot.sentence.chain, sides)
    if here is not None and here[1] == reporter.id:
        imposer = here[0] or partner.id or _party_to(reporter.id, reader)
        return None if imposer in (None, reporter.id) else (Pick(imposer, _RULE), reporter)
    if here is not None and here[0] not in (None, reporter.id) and here[1] == partner.id:
        return None if _names(sides, reporter.id) else (Pick(here[0], _RULE), partner)
    if here is None and (sold := _by_pact(slot, sides, picks, reader)) is not None:
        return sold
    if reporter.rule not in _ASSUMED:
        return None
    imposer = _taxer_of(reporter.id, reader)
    if imposer is None or partner.id not in (None, imposer) or _names_other(sides, (imposer, reporter.id)):
        return None
    return Pick(imposer, _RULE), reporter


def _by_pact(
    slot: Slot, sides: Sequence[Side], picks: tuple[Pick, Pick], reader: Reader
) -> tuple[Pick, Pick] | None:
    """Who taxes what the text's country sells: the other party of a pact told here or right before."""
    seller = reader.topic.country
    if seller is None or reader.memory.flow != "exports":
        return None
    pacts = [reader.pacts.get(number, ()) for number in (reader.number, reader.number - 1)]
    if not any(pacts) and "D" in slot.sentence.chain.tags:
        pacts = list(reader.pacts.values())[-1:]  # "with the pact, rates of 5 percent will go"
    for pact in pacts:
        others = [each for each in pact if each != seller]
        if len(others) != 1:
            continue
        if others[0] == picks[0].id and picks[1].id is not None:
            return None
        if not _names_other(sides, (seller, others[0])):
            return Pick(others[0], _PACT), Pick(seller, _PACT)
    return None


def _read_on(reader: Reader) -> None:
    """Read the sentences up to this one for duties and pacts."""
    for number in range(reader.heard, reader.number + 1):
        chain, sides = reader.chains[number], reader.sides[number]
        if number < reader.number:
            reader.heard = number + 1
            told = duty_told(chain, sides)
            if told is not None and not (number in reader.told and _is_listed(told[1], sides)):
                reader.laid.append((number, *told))
        if pact := parties_told(chain, sides):
            reader.pacts[number] = pact


def _is_listed(one: str, sides: Sequence[Side]) -> bool:
    """Does a country stand in a list, of which rates are told as of a whole?"""
    runs = {side.run for side in sides if side.id == one}
    return any(side.run in runs and side.id != one for side in sides)


def _taxer_of(hit: str, reader: Reader) -> str | None:
    """Who was told to tax a country that itself was told to tax nobody."""
    imposers = {imposer for _, imposer, each in reader.laid if each == hit and imposer is not None}
    if len(imposers) != 1 or any(imposer == hit for _, imposer, _ in reader.laid):
        return None
    return imposers.pop()


def _hit_of(slot: Slot, imposer: str, reader: Reader) -> str | None:
    """Whom a country was told to tax: near by, else by all that the text told of it."""
    hits = [
        (number, hit)
        for number, each, hit in reader.laid
        if each in (imposer, None) and hit != imposer and not _is_on_others(slot, number, reader)
    ]
    near = [hit for number, hit in hits if reader.number - number <= _NEAR]
    if near:
        return near[-1]
    return hits[0][1] if hits and len({hit for _, hit in hits}) == 1 else None


def _is_on_others(slot: Slot, number: int, reader: Reader) -> bool:
    """Is a duty one on other goods than those taxed in a sentence of another paragraph?"""
    goods, chain = slot.draft.get("product"), reader.chains[number]
    if goods is None or reader.blocks[number] is slot.sentence.block or number == 0:
        return False
    told = slot.draft.reasons["product"].rule == "product.word"
    return told and fold(str(goods)) not in fold(chain.text[chain.starts[0] : chain.ends[-1]])


def _names(sides: Sequence[Side], one: str) -> bool:
    return any(one in side.ids for side in sides)


def _names_other(sides: Sequence[Side], known: tuple[str, ...]) -> bool:
    """Does a sentence name a third country?"""
    states = (s for s in sides if s.nature == "state" and not s.vague and s.via != "say")
    return any(not {*side.ids} <= {*known} for side in states)


def _party_to(one: str, reader: Reader) -> str | None:
    """The other party of a pact told near by, or of the only one of a country that the text is about."""
    others: dict[str, int] = {}
    for number in reversed(reader.pacts):
        pact = reader.pacts[number]
        if len(pact) != _TWO or one not in pact:
            continue
        other = pact[pact[0] == one]
        if reader.number - number <= _NEAR:
            return other
        others[other] = others.get(other, 0) + 1 + (number <= 1 and reader.topic.agreement)
    return next(iter(others)) if len(others) == 1 and sum(others.values()) > 1 else None


def duty_told(chain: Chain, sides: Sequence[Side]) -> tuple[str | None, str] | None:
    """Who taxes, where that is said, and whose goods, by a sentence with a word for duties."""
    cues = [i for i in chain.find("KJ") if str(chain.values[i]).startswith("tariff")]
    if not cues:
        return None
    states = [s for s in sides if s.nature == "state" and not s.vague and s.link < len(chain)]
    near = [s for s in states if any(abs(s.link - i) <= _REACH for i in cues)]
    hit = [s for s in near if len(s.ids) == 1 and _is_hit(chain, s)]
    if not hit or len({s.run for s in hit if s.id != hit[0].id} - {hit[0].run}) > 0:
        return None
    others = [s for s in states if s.run != hit[0].run and s.id != hit[0].id and len(s.ids) == 1]
    acting = [s for s in others if s.via in _TAXING and not s.hit]
    entered = [s for s in others if s.via in _ENTERED and chain.tags[s.link] == "A"]
    imposer = next(iter(acting or entered), None)
    return (imposer.id if imposer is not None else None), hit[0].id


def _is_hit(chain: Chain, side: Side) -> bool:
    return side.hit or side.via in _SOLD or is_at_maker(chain, side.link)


def parties_told(chain: Chain, sides: Sequence[Side]) -> tuple[str, ...]:
    """The countries whose pact on trade a sentence tells of, in its order; empty where it names more."""
    duty = any(str(chain.values[i]).startswith("tariff") for i in chain.find("KJ"))
    pacts = [i for i in chain.find("D") if _is_pact(str(chain.values[i]), duty=duty)]
    if not pacts:
        return ()
    states = [s for s in sides if s.nature == "state" and not s.vague]
    named = {each: None for s in states for each in s.ids}
    if len(named) > _TWO:
        named = {each: None for s in states if 0 < pacts[0] - s.link <= _BESIDE for each in s.ids}
    return tuple(named) if 1 <= len(named) <= _TWO else ()


def _is_pact(told: str, *, duty: bool) -> bool:
    """Is a word for an agreement one for a pact on trade, or any where the sentence speaks of a ``duty``?"""
    return "trade" in told or (duty and told.startswith("deal"))
