"""What figures say, whoever says it: each pair of facts about one subject is compared once."""

from __future__ import annotations

from attrs import define, field, frozen

from tradenews.models.amount import Amount
from tradenews.models.period import Period
from tradenews.normalize.rates import Rates
from tradenews.reconciling.diagnose import Relation, digits, relate, slip
from tradenews.reconciling.subject import Evidence, Subject

_TELLING = 3  # significant digits that two amounts do not share by chance


@frozen
class Fact:
    """All of a figure that decides how it stands to another one; ``chinese``: its article is."""

    amount: Amount
    product: str
    period: Period | None
    chinese: bool

    @property
    def when(self) -> str:
        """The period as EDTF, or an empty string."""
        return self.period.edtf if self.period else ""


@define(eq=False)
class Facts:
    """The facts of one subject, numbered as they come; what is found out about two of them is kept.

    ``apart`` tells that two figures stand in different articles: one article does not contradict itself.
    """

    subject: Subject
    rates: Rates | None = None
    all: list[Fact] = field(factory=list)
    _numbers: dict[Fact, int] = field(factory=dict)
    _relations: dict[tuple[int, int], Relation | None] = field(factory=dict)
    _same: dict[tuple[int, int, bool], bool] = field(factory=dict)

    def number(self, item: Evidence) -> int:
        """The number of the fact that ``item`` states."""
        fact = Fact(item.figure.amount, item.product, item.period, item.article.language[:2] == "zh")
        number = self._numbers.setdefault(fact, len(self.all))
        if number == len(self.all):
            self.all.append(fact)
        return number

    def relation(self, one: int, other: int) -> Relation | None:
        """How two facts of different articles stand to each other; None where they cannot be compared."""
        a, b = self.all[one], self.all[other]
        if a.period and b.period and self._years_apart(a, b):
            return Relation("compatible", "period_differs", f"the same amount for {a.when} and for {b.when}")
        return self._plain_relation(one, other)

    def same_thing(self, one: int, other: int, apart: bool) -> bool:
        """Are two figures about the same thing? Where one is silent, only if their amounts speak for it."""
        key = (one, other, apart)
        known = self._same.get(key)
        if known is None:
            known = self._same[key] = self._is_same_thing(one, other, apart)
        return known

    def _is_same_thing(self, one: int, other: int, apart: bool) -> bool:
        a, b = self.all[one], self.all[other]
        if a.amount.unit != b.amount.unit and self._plain_relation(one, other) is None:
            return False
        same_product, same_period = a.product == b.product, a.when == b.when
        if same_product and same_period and (a.period is not None or self.subject.deal):
            return apart or not self._conflict(one, other)
        if apart and self._years_apart(a, b):
            return True
        silent = not (a.product and b.product)
        silent_time = a.period is None or b.period is None
        if (same_product or silent) and (same_period or silent_time):
            if self._conflict(one, other):
                return same_product and slip(a.amount, b.amount) is not None
            return self._plain_relation(one, other) is not None
        return False

    def _years_apart(self, one: Fact, other: Fact) -> bool:
        """Is one telling amount given for two periods?"""
        if one.period is None or other.period is None or one.when == other.when:
            return False
        a, b = one.amount, other.amount
        same = (one.product, a.low, a.high, a.unit) == (other.product, b.low, b.high, b.unit)
        return same and self.subject.form == "level" and digits(a) >= _TELLING

    def _conflict(self, one: int, other: int) -> bool:
        relation = self._plain_relation(one, other)
        return relation is not None and relation.verdict == "conflicts"

    def _plain_relation(self, one: int, other: int) -> Relation | None:
        """The relation of the two amounts alone."""
        key = (one, other)
        if key not in self._relations:
            a, b = self.all[one], self.all[other]
            day = a.period.end if a.period else None
            chinese = a.chinese or b.chinese
            self._relations[key] = relate(a.amount, b.amount, chinese=chinese, rates=self.rates, on=day)
        return self._relations[key]
