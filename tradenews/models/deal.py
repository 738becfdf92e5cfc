"""Agreements between actors."""

from __future__ import annotations

from attrs import frozen

from tradenews.models.figure import Product
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.models.terms import DealKind, DealStatus, PartyRole


@frozen
class Party:
    """An actor of a deal (its id) and the part that it plays.

    >>> from tradenews import parse
    >>> deal = parse("Chile and Peru signed a free trade agreement.", "en").deals[0]
    >>> [(party.actor, party.role) for party in deal.parties]
    [('CL', 'party'), ('PE', 'party')]
    """

    actor: str  #: id of the actor
    role: PartyRole = "party"  #: the part that it plays


@frozen
class DealEvent:
    """One step in the life of a deal, with the words that tell of it.

    >>> from tradenews import parse
    >>> deal = parse("Chile and Peru signed a free trade agreement in 2006.", "en").deals[0]
    >>> [(event.status, event.date.edtf) for event in deal.events]
    [('signed', '2006')]
    """

    status: DealStatus  #: the stage reached
    date: Period | None  #: when, if the text tells
    span: Span  #: the words that tell of it


@frozen
class Deal:
    """One agreement, however often the text mentions it.

    ``confidence`` is the chance that kind, parties and status are right, as counted on annotated texts.

    >>> from tradenews import parse
    >>> deal = parse("Trump threatened to tear up the North American Free Trade Agreement.", "en").deals[0]
    >>> deal.name, deal.kind, deal.status, deal.threatened
    ('North American Free Trade Agreement', 'free_trade_agreement', 'in_force', True)
    """

    id: str  #: ``d1``, ``d2`` ... in text order
    kind: DealKind  #: what sort of agreement
    status: DealStatus  #: the latest stage that the text gives
    threatened: bool = False  #: does someone threaten to leave or kill it?
    name: str | None = None  #: proper name, as written
    parties: tuple[Party, ...] = ()  #: who agrees
    date: Period | None = None  #: of the latest event
    events: tuple[DealEvent, ...] = ()  #: the stages that the text tells of
    values: tuple[str, ...] = ()  #: ids of figures: what it is worth
    products: tuple[Product, ...] = ()  #: goods or services that it is about
    evidence: tuple[Span, ...] = ()  #: sentences that tell of it
    confidence: float = 1.0  #: 0 to 1, see there
