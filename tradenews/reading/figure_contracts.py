"""Reports of futures markets: months that name a contract, and prices of the day of trading.

"December corn rose 4 cents to $4.21, March 3 cents to $4.38": no price is one of December or March, but all
are of the day on which the market closed so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import evolve

from tradenews.grammar.values import Moment
from tradenews.lexicon.forms import UNSPACED, fold, says
from tradenews.models.amount import Amount
from tradenews.reading.figure_stock import MARKS
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_OPENING: Final = 4  # sentences in which a report says that it is one
_PLACED: Final = "ontqyαzb"  # before a month in which something happens: in, to, from, since
_PAUSES: Final = ",;s&"
_BETWEEN: Final = "_by"  # between a verb and by how much
_BACK: Final = 3  # figures back to the change before
_STEPS: Final = 8  # times that a price is at least what it changed by
_SMALL: Final = "_'"


def pit_of(sentences: Sequence[Sentence], words: Mapping[str, Sequence[str]]) -> frozenset[int]:
    """The numbers of the sentences that tell of a futures market: those that say so, and what goes on so.

    A report that opens with such a market is one throughout, else the rest of the paragraph is.
    """
    forms = words.get("futures", ())
    found: set[int] = set()
    block: object = None
    report = False
    for at, sentence in enumerate(sentences):
        chain = sentence.chain
        if len(chain) and says(chain.text[chain.starts[0] : chain.ends[-1]].translate(MARKS), forms):
            block, report = sentence.block, report or at < _OPENING
        if report or block is sentence.block:
            found.add(sentence.number)
    return frozenset(found)


def is_contract(chain: Chain, link: int, words: Mapping[str, Sequence[str]]) -> bool:
    """Does a month stand for its contract: one that neither "in" nor another such word puts in time?

    A noun for the contract, or a word for "that one", stands before such a word: "celle de mars". Right
    before the goods, what looks like a day is a year: "Dec 25 corn".
    """
    moment, tags = chain.values[link], chain.tags
    if not isinstance(moment, Moment) or moment.direction or moment.relation:
        return False
    if chain.text[chain.starts[link]] >= UNSPACED or chain.text[chain.starts[link]].isdigit():
        return False  # the rules for what stands beside it tell more
    if moment.grain == "day":
        return tags[link + 1 : link + 2] == "T" and "," not in chain.words(link)
    ahead = tags[:link].rstrip(_SMALL)
    if moment.grain != "month" or ahead[-1:] not in tuple(_PLACED):
        return moment.grain == "month"
    at = len(ahead) - 2
    if ahead.endswith("o") and (at < 0 or tags[at] in _PAUSES):
        return True  # "Der März gewann", not "prices of March"
    return at >= 0 and fold(chain.words(at)).rpartition("'")[2] in words.get("contract", ())


def names_contract(slot: Slot, words: Mapping[str, Sequence[str]]) -> bool:
    """Does the clause of a price name a contract by its month?"""
    chain = slot.sentence.chain
    return any(is_contract(chain, i, words) for i in chain.find("θ", slot.first, slot.last))


def in_pit(slot: Slot, pit: frozenset[int]) -> bool:
    """Is it a price that a report of a futures market tells as a fact?"""
    return slot.kind == "price" and slot.sentence.number in pit and slot.draft.get("modality") == "actual"


def is_traded(slot: Slot) -> bool:
    """Is it what a market asks or by how much that changed, no average and none of another time?"""
    return slot.form in ("level", "delta", "growth") and slot.role not in ("from", "than")


def mark_prices(slots: Sequence[Slot], pit: frozenset[int]) -> None:
    """Make a price of what no word tells the kind of: "Oil lost 0.9 percent", in a report of a market."""
    for slot in slots:
        amount = slot.quantity.amount
        untold = slot.kind == "other" and slot.draft.reasons["kind"].rule == "default"
        money = amount.dimension == "money" and amount.scale is None
        if untold and slot.sentence.number in pit and (money or slot.form == "growth"):
            slot.kind = "price"
            slot.draft.set("kind", "price", "kind.market")


def mark_changes(slots: Sequence[Slot], pit: frozenset[int]) -> None:
    """Tell by how much prices changed where no verb does: "lost 6 cents to $5, and March 5 cents to $6".

    It is money far below the price behind it, or, right behind a verb, below the one before it.
    """
    fallen = False
    for at, slot in enumerate(slots):
        amount: Amount = slot.draft.get("amount")
        if not in_pit(slot, pit) or amount.dimension != "money" or amount.scale is not None:
            continue
        if slot.form == "delta":
            fallen = amount.low < 0
        elif slot.form == "level" and _is_step(slots, at, amount):
            slot.form = "delta"
            slot.draft.set("form", "delta", "form.contract", slot.span)
            moved = _moved(slot)
            if moved == "down" or (moved == "" and fallen and _goes_on(slots, at)):
                low, high = -amount.high, -amount.low
                slot.draft.set("amount", evolve(amount, low=low, high=high), "amount.contract")


def _is_step(slots: Sequence[Slot], at: int, amount: Amount) -> bool:
    """Is an amount only a step of the price that stands behind it, or before it if a verb tells of one?"""
    slot = slots[at]
    for other in (*slots[at + 1 : at + 2], *(slots[at - 1 : at] if at and _moved(slot) else ())):
        price: Amount = other.draft.get("amount")
        level = other.form == "level" and other.kind == "price" and price.unit == amount.unit
        block = other.link < slot.link and other.sentence.block is slot.sentence.block
        if level and (block or other.sentence is slot.sentence) and 0 < amount.high * _STEPS <= price.low:
            return True
    return False


def _moved(slot: Slot) -> str:
    """How the verb right before an amount says that it moved; empty where none does."""
    tags, at = slot.sentence.chain.tags, slot.link - 1
    while at >= 0 and tags[at] in _BETWEEN:
        at -= 1
    return str(slot.sentence.chain.values[at]) if at >= 0 and tags[at] == "V" else ""


def _goes_on(slots: Sequence[Slot], at: int) -> bool:
    """Does an amount go on with the sentence of the change before it?"""
    before = slots[max(at - _BACK, 0) : at]
    return any(other.form == "delta" and other.sentence is slots[at].sentence for other in before)
