"""Agreements between actors."""

from __future__ import annotations

from attrs import frozen

from tradenews.models.figure import Product
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.models.terms import DealKind, DealStatus, PartyRole


@frozen
class Party:
    """An actor of a deal (its id) and the part that it plays."""

    actor: str
    role: PartyRole = "party"


@frozen
class DealEvent:
    """One step in the life of a deal, with the words that tell of it."""

    status: DealStatus
    date: Period | None
    span: Span


@frozen
class Deal:
    """One agreement, however often the text mentions it.

    ``status`` is the latest that the text gives, ``threatened`` tells that someone threatens to leave or
    kill it, ``name`` is its proper name if it has one. ``values`` are ids of figures.
    """

    id: str
    kind: DealKind
    status: DealStatus
    threatened: bool = False
    name: str | None = None
    parties: tuple[Party, ...] = ()
    date: Period | None = None
    events: tuple[DealEvent, ...] = ()
    values: tuple[str, ...] = ()
    products: tuple[Product, ...] = ()
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
