"""A firm that pays another one a sum: "Lorem is to pay Ipsum 225 million for the rest of Dolor"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lexicon.forms import fold
from tradenews.reading.figure_memory import Pick, Reader, place_of
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_FIRMS: Final = frozenset(("firm", "body"))
_BETWEEN: Final = "_toøaâθHl"  # what stands between the verb, the payee and the sum
_SHARE: Final = 6  # links from the sum to the part of a firm that it buys
_SUMS: Final = frozenset(("deal_value", "other", "production", "investment"))


def payee_sides(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """Who pays, and who is paid: the payee stands between the verb and the sum; so for what is bought."""
    amount, chain = slot.quantity.amount, slot.sentence.chain
    if amount.dimension == "ratio":
        return _of_share(slot, reader)
    if amount.dimension != "money" or slot.kind not in _SUMS or reader.lexicon is None:
        return None
    words = reader.lexicon.lines["name_words"]
    verbs = (*words.get("pays", ()), *words.get("paid", ()))
    named = [s for s in sides if s.nature in _FIRMS and not s.vague and len(s.ids) == 1]
    payee = next((s for s in reversed(named) if s.link < slot.link), None)
    if payee is None or chain.tags[payee.link + 1 : slot.link].strip(_BETWEEN):
        return None
    verb = payee.link - 1
    while verb > 0 and chain.tags[verb] in _BETWEEN and fold(chain.words(verb)).split(" ")[-1] not in verbs:
        verb -= 1
    if verb <= 0 or fold(chain.words(verb)).split(" ")[-1] not in verbs:
        return None
    payer = next((s for s in named if s.link < verb and s.via == ""), None)
    if payer is None or payer.id == payee.id:
        return None
    return Pick(payer.id, "who.payer", place_of(slot, payer)), Pick(
        payee.id, "who.payee", place_of(slot, payee)
    )


def _of_share(slot: Slot, reader: Reader) -> tuple[Pick, Pick] | None:
    """The same two for the part of a firm that the sum buys."""
    last = next(reversed(reader.done), None)
    if slot.form != "share" or last is None or last.sentence is not slot.sentence:
        return None
    if not 0 < slot.link - last.link <= _SHARE or last.draft.reasons["partner"].rule != "who.payee":
        return None
    payer, payee = reader.done[last]
    return Pick(payer, "who.payer"), Pick(payee, "who.payee")
