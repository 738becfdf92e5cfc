"""What of the sum of a deal is paid when: at closing, by instalments, into escrow."""

from __future__ import annotations

from typing import Final

from tradenews.lexicon.forms import fold
from tradenews.reading.figure_cues import KindCue
from tradenews.reading.figure_roles import near_clause
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot

_MEMORY: Final = 4  # figures back that are looked at
_BEFORE: Final = 8  # links before a bracket that are looked at
_OTHERS: Final = frozenset(("investment", "finance"))
_VAGUE: Final = frozenset(("investment", "finance", "price", "deal_value", "other"))


def pays_off(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> bool:
    """Is money a part of what a deal told before costs: "of which 5 million was paid at closing"?

    A word for an investment or a guarantee is only the way it is paid: "6 million stays as a guarantee".
    """
    amount = slot.quantity.amount
    if amount.dimension != "money" or amount.per is not None or view.lexicon is None:
        return False
    told = (each for each in reversed(view.earlier[-_MEMORY:]) if each.quantity.amount.dimension == "money")
    leader = next(told, None)
    if leader is None or leader.kind != "deal_value" or leader.form != "level":
        return False
    if hit is not None and (hit[0].kind not in _VAGUE or view.chain.tags[hit[0].link] == "D"):
        return False
    forms = view.lexicon.lines["name_words"].get("payments", ())
    if hit is not None and hit[0].kind in _OTHERS and not hit[0].weak:
        word = fold(view.chain.words(hit[0].link))
        if not any(word in form.split() or word == form for form in forms):
            return False  # "a loan to pay for planes"
    first, last = near_clause(slot)
    if view.layout.clause(slot.link).host is not None:
        first = max(first - _BEFORE, 0)  # "10 million (3 million euros) were paid"
    clause = fold(view.chain.words(first, last))
    if not clause.isascii() and " " not in clause:
        return any(form in clause for form in forms)
    words = set(clause.replace(",", " ").split())
    return any(form in words or (" " in form and form in clause) for form in forms)
