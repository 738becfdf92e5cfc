"""Which side of a conflict is wrong: parts cannot exceed their whole, and independent witnesses count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import product

from tradenews.models.dossier import Statement
from tradenews.reconciling.subject import Evidence, tells_of

_TRADE = frozenset({"exports", "imports", "trade"})
_ANY = "any period"
_WORLD_TRADE = Decimal("7e13")  # US dollars: about twice what all countries together trade in a year


class Flows:
    """The flows between two countries, so that one above a given size is found without looking at all.

    For each pair, and for each reporter, kind and period, those are kept that exceed all before them.
    """

    def __init__(self, every: Iterable[Evidence]) -> None:
        self._tops: dict[tuple[object, ...], list[tuple[int, Evidence]]] = defaultdict(list)
        for place, item in enumerate(every):
            subject = item.subject
            if (
                item.figure.form != "level"
                or subject.kind not in _TRADE
                or subject.reporter is None
                or subject.partner is None
            ):
                continue
            unit = item.figure.amount.unit
            self._keep((unit, subject.reporter, subject.partner), place, item)
            for period in {item.period, _ANY}:
                self._keep((unit, subject.reporter, subject.kind, period), place, item)

    def _keep(self, key: tuple[object, ...], place: int, item: Evidence) -> None:
        tops = self._tops[key]
        if not tops or _least(item) > _least(tops[-1][1]):
            tops.append((place, item))

    def above(self, keys: Iterable[tuple[object, ...]], size: Decimal) -> Evidence | None:
        """The first flow under any of ``keys`` that is surely larger than ``size``."""
        tops = (next((t for t in self._tops.get(key, ()) if _least(t[1]) > size), None) for key in keys)
        return min((top for top in tops if top), key=lambda top: top[0], default=(0, None))[1]


def _least(item: Evidence) -> Decimal:
    return abs(item.figure.amount.low)


def implausible_of(
    items: list[Evidence], pair: tuple[Evidence, Evidence], flows: Flows
) -> tuple[Statement | None, str]:
    """The statement judged wrong and why; None where nothing speaks against either."""
    small, large = sorted(pair, key=lambda e: abs(e.figure.amount.value))
    part = _part_above(small, flows)
    if part is not None:
        amount = part.figure.amount
        text = part.article.text[part.figure.span.start : part.figure.span.end]
        return small.statement, (
            f"a part of it alone is {text} ({part.figure.kind} of {part.subject.reporter}"
            f" to {part.subject.partner}), more than {small.figure.amount.value:,f} {amount.unit}"
        )
    in_dollars = large.figure.kind in _TRADE and large.figure.amount.unit == "USD"
    if in_dollars and abs(large.figure.amount.value) > _WORLD_TRADE:
        return large.statement, "more than the whole world trades in a year"
    return _outvoted(items, pair)


def _part_above(whole: Evidence, flows: Flows) -> Evidence | None:
    """A flow that is a part of ``whole`` and larger than it."""
    if whole.figure.form != "level" or whole.subject.kind not in _TRADE | {"deal_value"}:
        return None
    return flows.above(_parts(whole), abs(whole.figure.amount.high))


def _parts(whole: Evidence) -> Iterator[tuple[object, ...]]:
    """The keys of the flows between two countries inside of what ``whole`` adds up."""
    ours, unit = whole.subject, whole.figure.amount.unit
    if ours.deal is not None and not ours.reporter:
        yield from ((unit, *ends) for ends in product(sorted(_members(whole)), repeat=2))
    elif ours.reporter is not None and ours.partner is None:
        for kind in sorted(_TRADE) if ours.kind == "trade" else [ours.kind]:
            for period in [_ANY] if whole.period is None else [whole.period, None]:
                yield unit, ours.reporter, kind, period


def _members(whole: Evidence) -> set[str]:
    """The parties, as the article of ``whole`` gives them, of the deal whose worth it tells."""
    for deal in whole.article.deals:
        if whole.figure.id in deal.values or tells_of(whole.article, whole.figure, deal):
            return {party.actor for party in deal.parties}
    return set()


def _outvoted(items: list[Evidence], pair: tuple[Evidence, Evidence]) -> tuple[Statement | None, str]:
    """The side that fewer independent witnesses hold, where it is one against at least two."""
    votes = {_says(e): len({x.origin for x in items if _says(x) == _says(e)}) for e in pair}
    one, other = pair
    for loser, winner in ((one, other), (other, one)):
        if votes[_says(loser)] == 1 and votes[_says(winner)] > 1:
            return loser.statement, f"{votes[_says(winner)]} independent sources give the other amount"
    return None, ""


def _says(item: Evidence) -> tuple[Decimal, str]:
    return item.figure.amount.value, item.figure.amount.unit
