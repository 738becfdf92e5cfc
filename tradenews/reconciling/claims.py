"""Figures of several articles about the same thing, and whether they agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, islice

from attrs import define, field

from tradenews.models.dossier import Claim, Statement
from tradenews.models.terms import FigureKind
from tradenews.reconciling.diagnose import Relation, digits, relate, revised, slip
from tradenews.reconciling.plausible import implausible_of
from tradenews.reconciling.subject import Evidence, Subject

_RANK = {"agrees": 0, "compatible": 1, "conflicts": 2}
_TELLING = 3  # significant digits that two amounts do not share by chance
_MOST_CLUSTERS = 300  # that a figure without period or product is held against
_MOST = 60  # statements of one subject, product and period that are compared pair by pair


@define(eq=False)
class Cluster:
    """Evidence that is laid side by side, all of one subject."""

    items: list[Evidence] = field(factory=list)

    def takes(self, item: Evidence) -> bool:
        """Is ``item`` about the same product and period as all that is here, or silent and not at odds?"""
        return all(_same_thing(have, item) for have in self.items[:_MOST])


def find_claims(evidence: Iterable[Evidence]) -> tuple[Claim, ...]:
    """Claims that at least two articles make, conflicts first, in order of their first statement."""
    every = list(evidence)
    by_subject: dict[Subject, list[Evidence]] = defaultdict(list)
    for item in every:
        by_subject[item.subject].append(item)
    claims = []
    for items in by_subject.values():
        for cluster in _clusters(items):
            if len({item.article.id for item in cluster.items}) > 1:
                claims.append(_claim(cluster.items, every))
    return tuple(sorted(claims, key=lambda c: -_RANK[c.verdict]))


def _clusters(items: list[Evidence]) -> Iterator[Cluster]:
    """Figures that name product and period first, so that silent ones find the cluster that they fit."""
    clusters: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    alike: dict[tuple[object, ...], list[Cluster]] = defaultdict(list)
    for item in sorted(items, key=lambda e: (e.period is None, not e.product)):
        period = item.period.edtf if item.period else ""
        near = clusters[item.product, period] + alike[_amount_key(item)][:_MOST]
        if not period or not item.product:
            near += islice((c for found in clusters.values() for c in found), _MOST_CLUSTERS)
        home = next((cluster for cluster in near if cluster.takes(item)), None)
        if home is None:
            home = Cluster()
            clusters[item.product, period].append(home)
        home.items.append(item)
        alike[_amount_key(item)].append(home)
    for found in clusters.values():
        yield from found


def _amount_key(item: Evidence) -> tuple[object, ...]:
    amount = item.figure.amount
    return item.product, amount.low, amount.high, amount.unit


def _years_apart(one: Evidence, other: Evidence) -> bool:
    """Do two sources give one telling amount for two periods?"""
    both = one.period is not None and other.period is not None and one.period.edtf != other.period.edtf
    same = _amount_key(one) == _amount_key(other) and one.article.id != other.article.id
    return both and same and one.figure.form == "level" and digits(one.figure.amount) >= _TELLING


def _same_thing(one: Evidence, other: Evidence) -> bool:
    """Are two figures about the same thing? Where one is silent, only if their amounts speak for it."""
    if one.figure.amount.unit != other.figure.amount.unit and _relation(one, other) is None:
        return False
    same_product = one.product == other.product
    same_period = (one.period and one.period.edtf) == (other.period and other.period.edtf)
    silent = not (one.product and other.product) and not same_product
    silent_time = (one.period is None or other.period is None) and not same_period
    if same_product and same_period and (one.period is not None or one.subject.deal):
        return one.article.id != other.article.id or _relation_verdict(one, other) != "conflicts"
    if _years_apart(one, other):
        return True
    if (same_product or silent) and (same_period or silent_time):
        relation = _relation(one, other)
        slipped = slip(one.figure.amount, other.figure.amount) is not None and same_product
        return relation is not None and (relation.verdict != "conflicts" or slipped)
    return False


def _relation(one: Evidence, other: Evidence) -> Relation | None:
    if _years_apart(one, other) and one.period and other.period:
        reason = f"the same amount for {one.period.edtf} and for {other.period.edtf}"
        return Relation("compatible", "period_differs", reason)
    chinese = "zh" in (one.article.language[:2], other.article.language[:2])
    day = one.period.end if one.period else None
    return relate(one.figure.amount, other.figure.amount, chinese=chinese, rates=one.rates, on=day)


def _relation_verdict(one: Evidence, other: Evidence) -> str | None:
    relation = _relation(one, other)
    return relation.verdict if relation else None


def _claim(items: list[Evidence], every: list[Evidence]) -> Claim:
    worst, pair = _worst(items)
    first = min(items, key=lambda e: (e.period is None, not e.product))
    wrong, reason = None, worst.reason
    if worst.verdict == "conflicts" and pair is not None:
        wrong, why = implausible_of(items, pair, every)
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


def _worst(items: list[Evidence]) -> tuple[Relation, tuple[Evidence, Evidence] | None]:
    """The relation of the pair that agrees least, of two different articles."""
    found: tuple[Relation, tuple[Evidence, Evidence] | None] = (
        Relation("agrees", None, "the same amount"),
        None,
    )
    for one, other in combinations(items[:_MOST], 2):
        relation = _relation(one, other) if one.article.id != other.article.id else None
        if relation is None:
            continue
        if relation.diagnosis == "unknown":
            relation = _judged(one, other, relation)
        if _RANK[relation.verdict] > _RANK[found[0].verdict]:
            found = relation, (one, other)
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
