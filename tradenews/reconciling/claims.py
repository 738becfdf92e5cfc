"""Figures of several articles about the same thing, and whether they agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, product

from tradenews.models.dossier import Claim, Statement
from tradenews.models.terms import FigureKind
from tradenews.normalize.rates import Rates
from tradenews.reconciling.clusters import MOST_FACTS, Cluster, find_clusters
from tradenews.reconciling.diagnose import Relation, revised
from tradenews.reconciling.facts import Facts
from tradenews.reconciling.plausible import Flows, implausible_of
from tradenews.reconciling.subject import Evidence, Subject

_RANK = {"agrees": 0, "compatible": 1, "conflicts": 2}
_WORST = 2
_MOST_VOICES = 12  # sources of one fact that are told apart where a difference may be a revision

_Pair = tuple[Evidence, Evidence]
_Voice = tuple[int, Evidence, int]  # place in the cluster, figure, number of the fact


def find_claims(evidence: Iterable[Evidence], rates: Rates | None = None) -> tuple[Claim, ...]:
    """Claims that at least two articles make, conflicts first, in order of their first statement.

    ``rates`` let amounts in two currencies be compared.
    """
    every = list(evidence)
    flows = Flows(every)
    by_subject: dict[Subject, list[Evidence]] = defaultdict(list)
    for item in every:
        by_subject[item.subject].append(item)
    claims = []
    for subject, items in by_subject.items():
        facts = Facts(subject, rates)
        for cluster in find_clusters(items, facts):
            if len(cluster.articles) > 1:
                claims.append(_claim(cluster, facts, flows))
    return tuple(sorted(claims, key=lambda c: -_RANK[c.verdict]))


def _claim(cluster: Cluster, facts: Facts, flows: Flows) -> Claim:
    items = cluster.items
    worst, pair = _worst(cluster, facts)
    first = min(items, key=lambda e: (e.period is None, not e.product))
    wrong, reason = None, worst.reason
    if worst.verdict == "conflicts" and pair is not None:
        wrong, why = implausible_of(items, pair, flows)
        reason = f"{reason}; {why}" if why else reason
    product = next((e.figure.product for e in items if e.product), None)
    return Claim(
        kind=_kind(first),
        form=first.figure.form,
        reporter=first.subject.reporter,
        partner=first.subject.partner,
        product=product,
        period=first.period,
        statements=_statements(items),
        verdict=worst.verdict,
        diagnosis=worst.diagnosis,
        reason=reason,
        implausible=wrong,
        witnesses=len({item.origin for item in items}),
        deal=first.subject.deal,
    )


def _worst(cluster: Cluster, facts: Facts) -> tuple[Relation, _Pair | None]:
    """The relation of the pair of facts that agree least, with two figures of different articles for them."""
    found: tuple[Relation, _Pair | None] = (Relation("agrees", None, "the same amount"), None)
    voices = _voices(cluster, facts)
    for one, other in combinations(list(cluster.facts)[:MOST_FACTS], 2):
        relation = facts.relation(one, other)
        if relation is None or _RANK[relation.verdict] <= _RANK[found[0].verdict]:
            continue
        for judged, pair in _told(voices[one], voices[other], facts):
            if _RANK[judged.verdict] > _RANK[found[0].verdict]:
                found = judged, pair
            if relation.diagnosis != "unknown" or _RANK[found[0].verdict] == _WORST:
                break
        if _RANK[found[0].verdict] == _WORST:
            break
    return found


def _told(ours: list[_Voice], theirs: list[_Voice], facts: Facts) -> Iterator[tuple[Relation, _Pair]]:
    """How two facts stand to each other in the mouths of each two of those who state them."""
    for pair in product(ours, theirs):
        (_, one, fact), (_, other, second) = sorted(pair, key=lambda voice: voice[0])
        relation = facts.relation(fact, second)
        if relation is not None and one.article.id != other.article.id:
            yield (
                (_judged(one, other, relation) if relation.diagnosis == "unknown" else relation),
                (one, other),
            )


def _voices(cluster: Cluster, facts: Facts) -> dict[int, list[_Voice]]:
    """Of each fact those who state it: of one source on one day two articles, for all others say the same."""
    found: dict[int, list[_Voice]] = defaultdict(list)
    seen: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for place, item in enumerate(cluster.items):
        fact = facts.number(item)
        article = item.article
        known = seen[fact, item.origin, article.source, article.published]
        if len(found[fact]) < _MOST_VOICES and len(known) < 2 and article.id not in known:
            known.add(article.id)
            found[fact].append((place, item, fact))
    return found


def _judged(one: Evidence, other: Evidence, relation: Relation) -> Relation:
    """An unexplained difference: a revision where one source spoke twice."""
    same_source = one.origin == other.origin or (
        one.article.source is not None and one.article.source == other.article.source
    )
    days = [e.article.published.end if e.article.published else None for e in (one, other)]
    if (
        same_source
        and None not in days
        and days[0] != days[1]
        and revised(one.figure.amount, other.figure.amount)
    ):
        return Relation("compatible", "revision", "a later figure of the same source")
    return relation


def _kind(item: Evidence) -> FigureKind:
    """The kind as the claim's side gives it: the exporter reports."""
    return "exports" if item.subject.kind == "exports" else item.figure.kind


def _statements(items: list[Evidence]) -> tuple[Statement, ...]:
    return tuple(item.statement for item in items)
