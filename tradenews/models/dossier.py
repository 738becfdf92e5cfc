"""Many articles, one account: who claims what, and where sources contradict each other."""

from __future__ import annotations

from attrs import frozen

from tradenews.models.amount import Amount
from tradenews.models.deal import Party
from tradenews.models.figure import Product
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.models.terms import (
    ActorKind,
    DealKind,
    DealStatus,
    Diagnosis,
    FigureForm,
    FigureKind,
    Verdict,
)


@frozen
class ActorAccount:
    """One real actor over all articles: ``sources`` are the ids of the articles that name it."""

    id: str
    kind: ActorKind
    name: str
    country: str | None = None
    role: str | None = None
    aliases: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@frozen
class AccountEvent:
    """One step in the life of a deal, as one article (its id) tells it at ``span`` of its text."""

    status: DealStatus
    date: Period | None
    article: str
    span: Span


@frozen
class DealAccount:
    """One agreement over all articles.

    ``status`` is the latest that any source gives; ``timeline`` keeps all of them side by side, in order of
    time; ``parties`` are ids of actor accounts; ``sources`` are the ids of the articles that tell of it.
    """

    id: str
    kind: DealKind
    status: DealStatus
    threatened: bool = False
    name: str | None = None
    parties: tuple[Party, ...] = ()
    timeline: tuple[AccountEvent, ...] = ()
    sources: tuple[str, ...] = ()


@frozen
class Statement:
    """One figure of one article (their ids), with its amount and its place in that article's text."""

    article: str
    figure: str
    amount: Amount
    span: Span


@frozen
class Claim:
    """Figures of several articles about the same thing, and whether they agree.

    ``reporter`` and ``partner`` are ids of actor accounts; ``deal`` is the id of the deal account whose worth
    is spoken of, if it is that. ``witnesses`` counts independent sources: reprints of one story, and sources
    that quote the same office, are one. For a conflict ``diagnosis`` says of what sort, ``reason`` why, and
    ``implausible`` is the statement judged wrong, where something speaks against it.
    """

    kind: FigureKind
    form: FigureForm
    reporter: str | None
    partner: str | None
    product: Product | None
    period: Period | None
    statements: tuple[Statement, ...]
    verdict: Verdict
    diagnosis: Diagnosis | None = None
    reason: str = ""
    implausible: Statement | None = None
    witnesses: int = 1
    deal: str | None = None


@frozen
class Dossier:
    """What many articles say together.

    ``articles`` are ids in the order given; ``reprints`` groups those that are one story printed twice.
    """

    articles: tuple[str, ...]
    actors: tuple[ActorAccount, ...] = ()
    deals: tuple[DealAccount, ...] = ()
    claims: tuple[Claim, ...] = ()
    reprints: tuple[tuple[str, ...], ...] = ()

    @property
    def conflicts(self) -> tuple[Claim, ...]:
        """The claims on which sources contradict each other."""
        return tuple(claim for claim in self.claims if claim.verdict == "conflicts")
