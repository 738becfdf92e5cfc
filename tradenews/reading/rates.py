"""Rates that stand apart from their amount: "$7 billion in goods a year", "every year some 5 tonnes"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from tradenews.grammar.amounts import Unit
from tradenews.grammar.context import Context
from tradenews.grammar.values import Quantity
from tradenews.lexicon.forms import UNSPACED
from tradenews.lexicon.index import Lexicon
from tradenews.reading.evidence import Evidence
from tradenews.scan.chain import Chain

_PRICES = 100  # how far two prices of one sentence may lie apart
_RATE_BEFORE, _UNTIL_RATE = 8, "bo_lJnAT"  # links from a rate to the amount behind it, and what they may be
_AHEAD = 40  # links within which a price is near
_WITH_CENTS = (
    "USD EUR CHF CAD AUD NZD BRL MXN COP ARS ZAR HKD SGD LKR MUR KES TZS UGX NAD TTD JMD FJD MYR BND"
)
_IN_CENTS = frozenset(_WITH_CENTS.split(" "))
_OWNERS = "MCAak"
_EACH = "_rW"  # tags of articles, of "per", of "each"
_UNTIL_PRICE = 16  # links from a unit to the price for it
_RATIOS = ("percent", "percentage_point")


def cents_of(chain: Chain, i: int, found: Quantity, evidence: Evidence, told: Counter[str]) -> str | None:
    """The money that bare cents are of: that of the price beside them, "lost 3 cents to 2.10 euros".

    Else it is the only one that the text names: "a profit of 148 million rupees, or 42 cents a share";
    ``told`` are those that ambiguous words meant.
    """
    if found.amount.unit.split("|")[0] not in _IN_CENTS or found.factor == 1:
        return None
    if not _is_bare(chain.words(i).split(" ")[1:], evidence.context.lexicon):
        return None
    before, ahead = (max(i - _AHEAD, 0), i), (i + 1, min(i + _AHEAD, len(chain)))
    near = (*chain.find("Q", *ahead), *reversed(list(chain.find("Q", *before))))
    whole = (chain.values[k] for k in near if chain.values[k].factor == 1)
    units = (each.amount.unit for each in whole if each.amount.dimension == "money")
    unit = next((str(each) for each in units), "")
    unit = evidence.dollar(unit.split("|"))[0] if "USD|" in unit else unit  # not settled yet
    if not unit:
        named = [code for code, count in (evidence.explicit - evidence.minor + told).items() if count]
        unit = named[0] if len(named) == 1 else ""
    return unit if unit in _IN_CENTS else None


def _is_bare(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Are the words of an amount one for cents, and none for the money or the country that they are of?"""
    entries = [lexicon.word(word) for word in words]
    named = any(each is not None and each.tag in _OWNERS for each in entries)
    coins = (each is not None and each.tag == "c" for each in entries)
    return not named and (any(coins) or any(lexicon.also(word, "c") is not None for word in words))


def with_rate(chain: Chain, i: int, found: Quantity, context: Context) -> Quantity:
    """The rate behind the goods ("$7 billion in goods a year"), or before them (年产客车600辆)."""
    if found.amount.per is not None or found.amount.unit in _RATIOS:
        return found
    for k in range(i + 1, min(i + 6, len(chain))):
        if chain.tags[k] == "λ":
            return evolve(found, amount=evolve(found.amount, per=chain.values[k]))
        if chain.tags[k] not in "oTlWnKaHE_":
            break
    for k in range(i - 1, max(i - 5, -1), -1):
        if (word := chain.words(k))[0] >= UNSPACED:
            rate = chain.values[k] if chain.tags[k] == "λ" else context.lexicon.also(word, "λ")
            if rate is not None:
                return evolve(found, amount=evolve(found.amount, per=rate))
        if chain.tags[k] not in "TlKtVbHa":
            break
    k = i - 1
    while k > 0 and i - k < _RATE_BEFORE and chain.tags[k] in _UNTIL_RATE:
        k -= 1
    if k >= 0 and chain.tags[k] == "λ" and chain.tags[k - 1 : k] != "Q":
        return evolve(found, amount=evolve(found.amount, per=chain.values[k]))  # "every year some 5 tonnes"
    return found


def rate_of_subject(chain: Chain, lexicon: Lexicon) -> None:
    """The first price behind a unit that the sentence speaks of: "a kilo sold for $4", "je Liter 3 Euro".

    The unit may open a word for what is priced: "le baril de Brent".
    """
    for k in chain.find("UK", 1):
        first = lexicon.word(chain.words(k).split(" ")[0]) if chain.tags[k] == "K" else None
        if chain.tags[k] == "K" and (first is None or first.tag != "U" or " " not in chain.words(k)):
            continue
        unit = Unit.of(str(first.value) if first is not None else chain.values[k])
        if chain.tags[k - 1] not in _EACH or unit.factor != 1:
            continue
        i = chain.first_of("QU", k + 1, min(len(chain), k + _UNTIL_PRICE))
        amount = chain.values[i].amount if i > 0 and chain.tags[i] == "Q" else None
        if amount is not None and amount.dimension == "money" and amount.per is None and amount.scale is None:
            code = unit.code.rpartition("|")[2]
            chain.values[i] = evolve(chain.values[i], amount=evolve(amount, per=code))


def spread_rates(chain: Chain) -> None:
    """Prices of one sentence share their rate: "freight $34.43, making $329.42 a tonne".

    So does a price and what it is in other money: "75,000 ariary (15 euros)".
    """
    prices = [(i, chain.values[i].amount) for i in chain.find("Q")]
    prices = [(i, a) for i, a in prices if a.dimension == "money" and a.scale is None]
    rated = {a.unit: a for _, a in reversed(prices) if a.per is not None}
    for i, amount in prices:
        other = rated.get(amount.unit) if amount.per is None else None
        if other is not None and amount.low and abs(other.low / amount.low) <= _PRICES:
            chain.values[i] = evolve(chain.values[i], amount=evolve(amount, per=other.per))
    for i, amount in prices:
        if amount.per is None and i > 1 and chain.tags[i - 1] == "‹" and chain.tags[i - 2] == "Q":
            before = chain.values[i - 2].amount
            if before.dimension == "money" and before.per is not None and before.unit != amount.unit:
                chain.values[i] = evolve(chain.values[i], amount=evolve(amount, per=before.per))
