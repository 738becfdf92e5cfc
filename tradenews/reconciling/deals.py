"""Deals of many articles merged, each with its timeline."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Date
from itertools import combinations

from attrs import define, evolve, field

from tradenews.lexicon.index import Treaty
from tradenews.lexicon.load import FALLBACK, languages, load_lexicon
from tradenews.models.article import Article
from tradenews.models.deal import Deal, Party
from tradenews.models.dossier import AccountEvent, DealAccount
from tradenews.models.span import Span
from tradenews.models.terms import DEAL_STATUSES, DealKind
from tradenews.normalize.names import plain
from tradenews.reconciling.actors import Cast
from tradenews.reconciling.groups import in_order

# Kinds that sources use for one and the same agreement, between the same parties.
_LOOSE = frozenset({"memorandum", "partnership", "other", "trade_agreement"})
_KIN = {
    "free_trade_agreement": frozenset({"trade_agreement"}),
    "contract": frozenset({"other", "partnership"}),
    "investment": frozenset({"other", "partnership"}),
    "joint_venture": frozenset({"partnership"}),
}
_STEP = {status: step for step, status in enumerate(DEAL_STATUSES)}
_FAR = Date(9999, 12, 31)
_MOST_PARTIES = 12
_MOST_CASES = 200  # the latest ones, among which a deal with one known party is looked for


@define(eq=False)
class Case:
    """One agreement while its mentions are gathered: pairs of article and deal, its name and its parties."""

    mentions: list[tuple[Article, Deal]] = field(factory=list)
    names: set[str] = field(factory=set)
    parties: set[str] = field(factory=set)
    kinds: set[DealKind] = field(factory=set)
    articles: set[str] = field(factory=set)

    def add(self, article: Article, deal: Deal) -> None:
        """One more mention."""
        self.mentions.append((article, deal))
        self.kinds.add(deal.kind)
        self.articles.add(article.id)


def merge_deals(
    articles: Sequence[Article], cast: Cast
) -> tuple[tuple[DealAccount, ...], dict[tuple[str, str], str]]:
    """One account for each agreement; and where each deal of each article (their ids) went."""
    cases: list[Case] = []
    by_name: dict[str, Case] = {}
    by_pair: dict[tuple[str, str], list[Case]] = defaultdict(list)
    for article in articles:
        for deal in article.deals:
            parties = {cast.of.get((article.id, p.actor), p.actor) for p in deal.parties}
            name = _name_key(deal, article.language)
            case = by_name.get(name) if name else None
            case = case or _case_of(article, deal, name, parties, by_pair)
            if case is None and len(parties) == 1:
                case = _lone_case(article, deal, parties, cast, cases[-_MOST_CASES:])
            if case is None:
                case = Case()
                cases.append(case)
            case.add(article, deal)
            if name:
                case.names.add(name)
                by_name[name] = case
            before = set(_pairs(case.parties))
            case.parties |= parties
            for pair in _pairs(case.parties):
                if pair not in before:
                    by_pair[pair].append(case)
    order = {article.id: n for n, article in enumerate(articles)}
    accounts = tuple(_account(f"d{n}", case, cast, order) for n, case in enumerate(cases, 1))
    where = {
        (article.id, deal.id): account.id
        for account, case in zip(accounts, cases, strict=True)
        for article, deal in case.mentions
    }
    return accounts, where


def _name_key(deal: Deal, language: str) -> str | None:
    """What all names of one treaty share: its code in the lexicon, else the name itself."""
    if deal.name is None:
        return None
    entry = load_lexicon(language if language in languages() else FALLBACK).word(deal.name)
    return entry.value.code if entry and isinstance(entry.value, Treaty) else plain(deal.name)


def _pairs(parties: set[str]) -> Iterator[tuple[str, str]]:
    """Pairs of parties, by which cases are looked up; of very many parties only the first few."""
    return combinations(sorted(parties)[:_MOST_PARTIES], 2)


def _case_of(
    article: Article,
    deal: Deal,
    name: str | None,
    parties: set[str],
    by_pair: dict[tuple[str, str], list[Case]],
) -> Case | None:
    """The case that a deal belongs to: same parties, a kind that goes with its own, another article."""
    cases = {id(case): case for pair in _pairs(parties) for case in by_pair.get(pair, ())}
    fits = []
    for case in cases.values():
        if (name and case.names) or article.id in case.articles:
            continue
        shared = len(parties & case.parties)
        if shared == min(len(parties), len(case.parties)) and _kin(deal.kind, case.kinds):
            fits.append((deal.kind in case.kinds, shared, case))
    return max(fits, key=lambda fit: fit[:2])[2] if fits else None


def _lone_case(article: Article, deal: Deal, parties: set[str], cast: Cast, cases: list[Case]) -> Case | None:
    """The one case of its kind that a deal with one known party fits: its article names the rest."""
    named = {cast.of.get((article.id, actor.id), actor.id) for actor in article.actors}
    fits = [
        case
        for case in cases
        if parties < case.parties <= named
        and case.kinds == {deal.kind}
        and not case.names
        and article.id not in case.articles
    ]
    return fits[0] if len(fits) == 1 else None


def _kin(kind: DealKind, kinds: set[DealKind]) -> bool:
    if kind in kinds or (kind in _LOOSE and kinds & _LOOSE):
        return True
    return bool(_KIN.get(kind, frozenset()) & kinds) or any(kind in _KIN.get(k, ()) for k in kinds)


def _account(id: str, case: Case, cast: Cast, order: Mapping[str, int]) -> DealAccount:
    timeline = _timeline(case)
    kinds = Counter(deal.kind for _, deal in case.mentions)
    kind = max(kinds, key=lambda k: (k not in ("other", "partnership"), kinds[k]))
    names = Counter(deal.name for _, deal in case.mentions if deal.name)
    roles: dict[str, Party] = {}
    for article, deal in case.mentions:
        for party in deal.parties:
            actor = cast.of.get((article.id, party.actor), party.actor)
            if actor not in roles or roles[actor].role == "party":
                roles[actor] = evolve(party, actor=actor)
    return DealAccount(
        id=id,
        kind=kind,
        status=timeline[-1].status,
        threatened=any(deal.threatened for _, deal in case.mentions),
        name=max(names, key=lambda n: (len(n.split()), n)) if names else None,
        parties=tuple(roles.values()),
        timeline=timeline,
        sources=in_order((article.id for article, _ in case.mentions), order),
    )


def _timeline(case: Case) -> tuple[AccountEvent, ...]:
    """All events of all articles by date of the event, else of the article; undated ones by life cycle."""
    rows = []
    for article, deal in case.mentions:
        written = article.published.end if article.published else None
        events = deal.events or ()
        for event in events:
            day = (event.date.end if event.date else None) or written
            rows.append((day, AccountEvent(event.status, event.date, article.id, event.span)))
        if deal.evidence and not any(event.status == deal.status for event in events):
            day = (deal.date.end if deal.date else None) or written
            rows.append((day, AccountEvent(deal.status, deal.date, article.id, deal.evidence[0])))
    dated = all(day is not None for day, _ in rows)
    rows.sort(key=lambda row: ((row[0] or _FAR) if dated else _FAR, _STEP[row[1].status]))
    return tuple(event for _, event in rows) or (_bare(case),)


def _bare(case: Case) -> AccountEvent:
    """The event of a deal that carries neither events nor evidence."""
    article, deal = case.mentions[-1]
    return AccountEvent(deal.status, deal.date, article.id, Span(0, len(article.text)))
