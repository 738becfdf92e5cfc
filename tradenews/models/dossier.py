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
    """One real actor over all articles: ``sources`` are the ids of the articles that name it.

    >>> from tradenews import parse, reconcile
    >>> one = parse("Mexico's exports to China reached $7.12 billion in 2016.", "en")
    >>> other = parse("China imported goods worth $7.12 trillion from Mexico in 2016.", "en")
    >>> [(a.id, len(a.sources)) for a in reconcile([one, other]).actors]
    [('MX', 2), ('CN', 2)]
    """

    id: str  #: as in the articles
    kind: ActorKind  #: what it is
    name: str  #: fullest form in any article
    country: str | None = None  #: ISO 3166-1 alpha-2, ``EU``, or None
    role: str | None = None  #: of persons
    aliases: tuple[str, ...] = ()  #: all other forms
    sources: tuple[str, ...] = ()  #: ids of the articles that name it


@frozen
class AccountEvent:
    """One step in the life of a deal, as one article (its id) tells it at ``span`` of its text.

    >>> from tradenews import parse, reconcile
    >>> old = parse("Chile and Peru agreed on a free trade agreement in 2005.", "en")
    >>> new = parse("Chile and Peru signed their free trade agreement in 2006.", "en")
    >>> deal = reconcile([new, old]).deals[0]
    >>> [(event.status, event.date.edtf) for event in deal.timeline]
    [('agreed', '2005'), ('signed', '2006')]
    """

    status: DealStatus  #: the stage reached
    date: Period | None  #: when, if told
    article: str  #: id of the article that tells of it
    span: Span  #: of its words in that article


@frozen
class DealAccount:
    """One agreement over all articles.

    ``status`` is the latest that any source gives; ``timeline`` keeps all of them side by side, in order of
    time; ``parties`` are ids of actor accounts; ``sources`` are the ids of the articles that tell of it.

    >>> from tradenews import parse, reconcile
    >>> old = parse("Chile and Peru agreed on a free trade agreement in 2005.", "en")
    >>> new = parse("Chile and Peru signed their free trade agreement in 2006.", "en")
    >>> deal = reconcile([new, old]).deals[0]
    >>> deal.status, [party.actor for party in deal.parties], len(deal.sources)
    ('signed', ['CL', 'PE'], 2)
    """

    id: str  #: ``d1``, ``d2`` ...
    kind: DealKind  #: what sort of agreement
    status: DealStatus  #: the latest stage that any source gives
    threatened: bool = False  #: does any source say so?
    name: str | None = None  #: longest proper name
    parties: tuple[Party, ...] = ()  #: ids of actor accounts
    timeline: tuple[AccountEvent, ...] = ()  #: all events, in order of time
    sources: tuple[str, ...] = ()  #: ids of the articles


@frozen
class Statement:
    """One figure of one article (their ids), with its amount and its place in that article's text.

    >>> from tradenews import parse, reconcile
    >>> one = parse("Mexico's exports to China reached $7.12 billion in 2016.", "en")
    >>> other = parse("China imported goods worth $7.12 trillion from Mexico in 2016.", "en")
    >>> [s.span.of(a.text) for s, a in zip(reconcile([one, other]).claims[0].statements, (one, other))]
    ['$7.12 billion', '$7.12 trillion']
    """

    article: str  #: id of the article
    figure: str  #: id of the figure in it
    amount: Amount  #: what it says
    span: Span  #: of its words in that article


@frozen
class Claim:
    """Figures of several articles about the same thing, and whether they agree.

    ``reporter`` and ``partner`` are ids of actor accounts; ``deal`` is the id of the deal account whose worth
    is spoken of, if it is that. ``witnesses`` counts independent sources: reprints of one story, and sources
    that quote the same office, are one. For a conflict ``diagnosis`` says of what sort, ``reason`` why, and
    ``implausible`` is the statement judged wrong, where something speaks against it.

    >>> from tradenews import parse, reconcile
    >>> one = parse("Mexico's exports to China reached $7.12 billion in 2016.", "en")
    >>> other = parse("China imported goods worth $7.12 trillion from Mexico in 2016.", "en")
    >>> claim = reconcile([one, other]).claims[0]
    >>> claim.kind, claim.verdict, claim.diagnosis, claim.witnesses
    ('exports', 'conflicts', 'scale_slip', 2)
    """

    kind: FigureKind  #: what is measured
    form: FigureForm  #: level, growth, delta or share
    reporter: str | None  #: id of an actor account
    partner: str | None  #: id of an actor account
    product: Product | None  #: what of
    period: Period | None  #: for when
    statements: tuple[Statement, ...]  #: one a source, in the order of the articles
    verdict: Verdict  #: agrees, compatible or conflicts
    diagnosis: Diagnosis | None = None  #: of a conflict: which
    reason: str = ""  #: in words
    implausible: Statement | None = None  #: the statement judged wrong
    witnesses: int = 1  #: number of independent sources
    deal: str | None = None  #: id of the deal whose worth is spoken of


@frozen
class Dossier:
    """What many articles say together.

    ``articles`` are ids in the order given; ``reprints`` groups those that are one story printed twice.

    >>> from tradenews import parse, reconcile
    >>> one = parse("Mexico's exports to China reached $7.12 billion in 2016.", "en")
    >>> other = parse("China imported goods worth $7.12 trillion from Mexico in 2016.", "en")
    >>> dossier = reconcile([one, other])
    >>> len(dossier.articles), len(dossier.claims), len(dossier.conflicts)
    (2, 1, 1)
    """

    articles: tuple[str, ...]  #: ids, in the order given
    actors: tuple[ActorAccount, ...] = ()  #: merged over the articles
    deals: tuple[DealAccount, ...] = ()  #: merged over the articles
    claims: tuple[Claim, ...] = ()  #: conflicts first
    reprints: tuple[tuple[str, ...], ...] = ()  #: ids of articles that are one story

    @property
    def conflicts(self) -> tuple[Claim, ...]:
        """The claims on which sources contradict each other."""
        return tuple(claim for claim in self.claims if claim.verdict == "conflicts")
