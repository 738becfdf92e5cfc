"""Which side of a conflict is wrong: parts cannot exceed their whole, and independent witnesses count."""

from __future__ import annotations

from decimal import Decimal

from tradenews.models.dossier import Statement
from tradenews.reconciling.subject import Evidence, tells_of

_TRADE = frozenset({"exports", "imports", "trade"})
_WORLD_TRADE = Decimal("7e13")  # US dollars: about twice what all countries together trade in a year


def implausible_of(
    items: list[Evidence], pair: tuple[Evidence, Evidence], every: list[Evidence]
) -> tuple[Statement | None, str]:
    """The statement judged wrong and why; None where nothing speaks against either."""
    small, large = sorted(pair, key=lambda e: abs(e.figure.amount.value))
    part = _part_above(small, every)
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


def _part_above(whole: Evidence, every: list[Evidence]) -> Evidence | None:
    """A flow that is a part of ``whole`` and larger than it."""
    if whole.figure.form != "level" or whole.subject.kind not in _TRADE | {"deal_value"}:
        return None
    for item in every:
        if (
            item.figure.form == "level"
            and item.subject.kind in _TRADE
            and item.figure.amount.unit == whole.figure.amount.unit
            and abs(item.figure.amount.low) > abs(whole.figure.amount.high)
            and item.subject != whole.subject
            and _is_part(item, whole)
        ):
            return item
    return None


def _is_part(part: Evidence, whole: Evidence) -> bool:
    """Is a flow between two countries inside of what ``whole`` adds up?"""
    ours, theirs = whole.subject, part.subject
    if ours.deal is not None and not ours.reporter:
        return theirs.reporter is not None and theirs.partner is not None and _members(whole) >= _ends(part)
    same_time = whole.period is None or part.period is None or whole.period == part.period
    same_reporter = ours.reporter is not None and ours.reporter == theirs.reporter
    return (
        same_time
        and same_reporter
        and ours.partner is None
        and theirs.partner is not None
        and (ours.kind in (theirs.kind, "trade"))
    )


def _ends(item: Evidence) -> set[str]:
    return {end for end in (item.subject.reporter, item.subject.partner) if end}


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
