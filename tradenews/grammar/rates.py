"""What amounts are for: by the year, by the tonne; and what money is in other money."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from tradenews.grammar.amounts import Unit
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.values import Quantity
from tradenews.models.amount import Amount
from tradenews.models.span import Span
from tradenews.scan.chain import Link

_ROUND = (Decimal(10), Decimal(50), Decimal(100), Decimal(1000))  # units that prices are quoted for


def _rated(hit: Hit) -> Link | None:
    found: Quantity = hit.chain.values[hit.at("Q")]
    per = Unit.of(hit.chain.values[hit.last - 1 if hit.chain.tags[hit.first] == "Q" else hit.last - 2])
    code = per.code.rpartition("|")[2]
    if (
        found.amount.per is not None
        or per.factor != 1
        or found.amount.unit in ("percent", "percentage_point")
    ):
        return None
    return widened(hit, evolve(found, amount=evolve(found.amount, per=code)))


def _both_rated(hit: Hit) -> list[Link] | None:
    """Two prices, one in brackets, before what both are for: "1,970 ringgit ($539) per tonne"."""
    chain = hit.chain
    pair = list(chain.find("Q", hit.first, hit.last))
    per = Unit.of(chain.values[hit.last - 1])
    sums = [chain.values[i].amount for i in pair]
    money = all((a.dimension == "money" or "|" in a.unit) and a.per is None for a in sums)
    if per.factor != 1 or not money:
        return None
    code = per.code.rpartition("|")[2]
    made = {i: evolve(chain.values[i], amount=evolve(a, per=code)) for i, a in zip(pair, sums, strict=True)}
    last = chain.tags.index("›", hit.first) + 1
    return [
        Link("Q", chain.starts[i], chain.ends[i], made[i]) if i in made else chain.link(i)
        for i in range(hit.first, last)
    ]


def _of_money(hit: Hit) -> list[Link] | None:
    """What one of a currency is in another: "($1 = 0.90 euros)"; the one is no sum that anybody paid."""
    chain, (one, other) = hit.chain, hit.all("Q")
    if chain.words(hit.first + 1) != "=" or one.amount.low != 1 or one.amount.high != 1:
        return None
    if not all(each.amount.dimension == "money" or "|" in each.amount.unit for each in (one, other)):
        return None
    rest = map(chain.link, range(hit.first + 1, hit.last))
    return [Link("l", hit.start, chain.ends[hit.first], None), *rest]


def _per_many(hit: Hit) -> Link | None:
    """A price for a hundred or a thousand units of weight: per "100 kg"."""
    found, other = hit.all("Q")
    money = found.amount.dimension == "money" or "|" in found.amount.unit
    if not money or found.amount.per is not None or not _is_weighed(other.amount):
        return None
    if other.amount.low not in _ROUND or other.amount.high != other.amount.low:
        return None
    per = f"{other.amount.low} {other.amount.unit}"
    return widened(hit, evolve(found, amount=evolve(found.amount, per=per)))


def _is_weighed(amount: Amount) -> bool:
    return amount.dimension in ("mass", "volume") or amount.unit == "board foot"


def widened(hit: Hit, value: Quantity) -> Link:
    """The amount of a match with a value of its own; its evidence holds all that was matched so far."""
    i, old = hit.at("Q"), value.evidence or Span(hit.start, hit.end)
    evidence = Span(min(old.start, hit.start), max(old.end, hit.end))
    return Link("Q", hit.chain.starts[i], hit.chain.ends[i], evolve(value, evidence=evidence))


RATES = Grammar(
    "Q",
    Rule("rate.time", "Q -? [‹]? λ", _rated, example="$7 billion a year"),
    Rule("rate.unit", "Q [ryt_/z] _? [UB]", _rated, example="$300 per tonne"),
    Rule("rate.both", "Q ‹ [bV#]? Q › (?: λ | [ry_/] _? [UB] )", _both_rated, example="90 yen ($0.6) per kg"),
    Rule("rate.money", "Q # Q", _of_money, example="$1 = 0.90 euros"),
    Rule("rate.many", "Q [ryt_/z] _? Q", _per_many, example="24 dollars per 100 kilograms"),
    Rule("rate.joined", "Q - [r_] - [UBH]", _rated, example="a $2-a-barrel rise"),
    Rule("rate.piece", "Q [r/] H", _rated, example="32,000 dollars per job"),
    Rule("rate.before", "r [UH] Q", _rated, example="每吨3212.5元", language="zh"),
)
