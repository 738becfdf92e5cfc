"""Figures of one subject laid together with those about the same product and period.

Nothing is compared with everything: a figure is held against the clusters of its own product and period, and
one that is silent about either against those whose amount could be its own, found by size.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice

from attrs import define, field

from tradenews.normalize.units import UNITS
from tradenews.reconciling.diagnose import SLIPS, place_of, reach_of
from tradenews.reconciling.facts import Fact, Facts
from tradenews.reconciling.sizes import Sizes, bounded
from tradenews.reconciling.subject import Evidence

_MOST_CLUSTERS = 300  # that a figure without period or product is held against
_MOST_ALIKE = 60  # clusters with the same amount that a figure is held against
MOST_FACTS = 60  # differing facts of one subject, product and period that are compared pair by pair
_ANY = "*"  # any product
_SLIP = "slip"


@define(eq=False)
class Cluster:
    """Evidence that is laid side by side, all of one subject; ``facts`` are those it states, by article."""

    rank: tuple[int, int]
    items: list[Evidence] = field(factory=list)
    facts: dict[int, set[str]] = field(factory=dict)
    articles: set[str] = field(factory=set)

    def add(self, item: Evidence, fact: int) -> None:
        """Lay one more figure here."""
        self.items.append(item)
        self.facts.setdefault(fact, set()).add(item.article.id)
        self.articles.add(item.article.id)

    def takes(self, item: Evidence, fact: int, facts: Facts) -> bool:
        """Is ``item`` about the same product and period as all that is here, or silent and not at odds?"""
        article = item.article.id
        here = article in self.articles
        if fact in self.facts and not here:
            return True
        for have, sources in zip(list(self.facts)[:MOST_FACTS], self.facts.values(), strict=False):
            inside = here and article in sources
            if inside and not facts.same_thing(have, fact, False):
                return False
            if len(sources) > inside and not facts.same_thing(have, fact, True):
                return False
        return True


@define(eq=False)
class Clusters:
    """The clusters of one subject, found by name, by amount and by size."""

    facts: Facts
    _named: dict[tuple[str, str], list[Cluster]] = field(factory=dict)
    _ranks: dict[tuple[str, str], int] = field(factory=dict)
    _alike: dict[tuple[object, ...], dict[Cluster, None]] = field(factory=lambda: defaultdict(dict))
    _sizes: Sizes[Cluster] = field(factory=Sizes)
    _open: list[Cluster] = field(factory=list)

    def __iter__(self) -> Iterator[Cluster]:
        for found in self._named.values():
            yield from found

    def add(self, item: Evidence) -> None:
        """Lay a figure to the first cluster that takes it, else to a new one."""
        number = self.facts.number(item)
        fact = self.facts.all[number]
        near = self._near(fact)
        home = next((c for c in near if c.takes(item, number, self.facts)), None)
        if home is None:
            home = self._new(fact)
        home.add(item, number)
        self._alike[_alike(fact)][home] = None

    def _near(self, fact: Fact) -> Iterator[Cluster]:
        """The clusters that may take a fact, the likeliest first."""
        name = (fact.product, fact.when)
        own = self._named.setdefault(name, [])
        rank = self._ranks.setdefault(name, len(self._ranks))
        if fact.period is not None or self.facts.subject.deal:
            yield from own
        yield from list(self._alike[_alike(fact)])[:_MOST_ALIKE]
        if fact.period is None or not fact.product:
            found = sorted(self._of_size(fact), key=lambda c: (c.rank[0] != rank, c.rank))
            yield from found[:_MOST_CLUSTERS]

    def _new(self, fact: Fact) -> Cluster:
        name = (fact.product, fact.when)
        named = self._named[name]
        cluster = Cluster((self._ranks[name], len(named)))
        named.append(cluster)
        reach = self._reach(fact)
        if reach is None:
            self._open.append(cluster)
            return cluster
        group, low, high = reach
        for product in (fact.product, _ANY):
            self._sizes.add((group, product), low, high, cluster)
        self._sizes.add((_SLIP, fact.product), *place_of(fact.amount), cluster)
        return cluster

    def _of_size(self, fact: Fact) -> Iterable[Cluster]:
        """The clusters that begin with an amount that ``fact`` could mean too, or have slipped from."""
        reach = self._reach(fact)
        if reach is None:
            return islice(self, _MOST_CLUSTERS)
        group, low, high = reach
        found: dict[Cluster, None] = {}
        for product in (fact.product, "") if fact.product else (_ANY,):
            found.update(dict.fromkeys(self._sizes.find((group, product), low, high)))
        low, high = place_of(fact.amount)
        for power in (p for slip in SLIPS for p in (slip, -slip)):
            slipped = self._sizes.find((_SLIP, fact.product), low.scaleb(power), high.scaleb(power))
            found.update(dict.fromkeys(slipped))
        found.update(dict.fromkeys(self._open[:_MOST_CLUSTERS]))
        return found

    def _reach(self, fact: Fact) -> tuple[str, Decimal, Decimal] | None:
        """What amounts that can agree share, and the size that the fact allows; None where it is open.

        With rates any two currencies may agree, so that size tells nothing.
        """
        facts = UNITS.get(fact.amount.unit)
        low, high = reach_of(fact.amount)
        unit, factor = (facts.dimension, facts.factor) if facts else (fact.amount.unit, Decimal(1))
        if high < 0:
            unit, low, high = f"-{unit}", -high, -low
        low, high = low * factor, high * factor
        return None if self.facts.rates or not bounded(low, high) else (unit, low, high)


def find_clusters(items: list[Evidence], facts: Facts) -> Iterator[Cluster]:
    """Figures that name product and period first, so that silent ones find the cluster that they fit."""
    clusters = Clusters(facts)
    for item in sorted(items, key=lambda e: (e.period is None, not e.product)):
        clusters.add(item)
    return iter(clusters)


def _alike(fact: Fact) -> tuple[object, ...]:
    return fact.product, fact.amount.low, fact.amount.high, fact.amount.unit
