"""Amounts once the whole text is read: which currency a bare "$" is, and what units are left out."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from decimal import Decimal

from attrs import define, evolve, field

from tradenews.grammar.context import Context
from tradenews.grammar.hits import as_bound
from tradenews.grammar.numbers import is_year
from tradenews.grammar.values import Number, Quantity
from tradenews.lazy import regex
from tradenews.models.amount import Amount
from tradenews.models.article import Assumption
from tradenews.models.span import Span
from tradenews.normalize.currency import currency_of_place
from tradenews.normalize.facts import counts_with_of, likely_territory
from tradenews.normalize.numbers import plain
from tradenews.reading.again import bracketed, follows_on, is_told_again, labelled
from tradenews.reading.closed import closing, is_one
from tradenews.reading.elided import (
    counted_behind,
    goes_on,
    heads_counted,
    is_bought,
    is_grouped,
    is_led,
    is_listed,
    is_of_people,
    is_only_dated,
    is_raised,
    is_repriced,
    is_spent,
    lend,
    like,
    near,
    nearer,
    people_told,
    percentage_before,
    put,
    step_before,
    whole_behind,
)
from tradenews.reading.elided_ahead import percent_ahead
from tradenews.reading.evidence import LOCAL, Evidence
from tradenews.reading.left_out import as_goods, left_out
from tradenews.reading.rates import cents_of, rate_of_subject, spread_rates, with_rate
from tradenews.scan.chain import Chain

_MILLION, _THOUSAND = 6, 3
_RECENT = 6  # amounts that a bare number may go on with
_AHEAD = 40  # links within which a country or a noun is near
_RATIOS = ("percent", "percentage_point")
_NOUNS = frozenset("lWTHaADGIO@E")
_STOPS = frozenset('s,;›‹:&n=θλVtzqρα"-ø#RJvu')
_LED, _THAN = regex(",[Vly]?$"), regex("[bV]|=")  # ", 62 fewer than", "mais 88 do que"
_SET_AGAINST = ("over", "under", "up", "down")
_COUNTED_IS = regex("(?:[no][_o]?[lW@A]{1,2})?[lV]{1,2}[zoV]?b?")  # "of ships in port was", "lag bei"
_SIMILAR, _ALIKE = Decimal(50), Decimal(1000)
_CONVERTED, _NEAR = regex("Q[‹,]l?_?b{0,2}$"), 6  # before what a sum is in other money
_SIGN, _OFTEN = 2, 2  # letters of a sign of money, and how often it meant one money


@define
class Settler:
    """Goes through the sentences once, with what was read last as its memory."""

    context: Context
    evidence: Evidence
    seen: list[str] = field(factory=list)
    money: str | None = None
    level: Quantity | None = None
    goods: Quantity | None = None
    measured: Quantity | None = None  # of goods that are no count
    sum: Quantity | None = None  # of money, in this block
    short: tuple[str, int] | None = None
    here: int = 0  # amounts read so far in this sentence
    near: int = 0  # and with percentages
    signs: dict[str, Counter[str]] = field(factory=dict)  # what letters before an amount were settled to
    told: Counter[str] = field(factory=Counter)  # the money that ambiguous words were settled to: "shillings"
    weighed: int = 0  # amounts in pounds of weight
    stale: bool = False  # was the last amount read in a block before this one?
    recent: deque[Quantity] = field(factory=lambda: deque(maxlen=_RECENT))  # of this block, the last first

    def sentence(self, chain: Chain, fresh: bool) -> None:
        """Settle one sentence in place; ``fresh`` tells that it begins a block."""
        self.here = self.near = 0
        if fresh:
            self.money, self.sum, self.stale = None, None, True
            self.recent.clear()
            if self.level is not None and self.level.amount.dimension == "money":
                self.level = None
        for i in chain.find("AakQN"):
            value = chain.values[i]
            if chain.tags[i] == "N":
                self._elided(chain, i, value)
            elif not isinstance(value, Quantity):
                if isinstance(value, str) and currency_of_place(str(value)):
                    self._see(str(value), goal=chain.tags[max(i - 2, 0) : i].rstrip("_").endswith("t"))
            else:
                found = self._settled(chain, i, value)
                lend(chain, step_before(chain, i), found)
                if not self._is_converted(chain, i, found):
                    self._remember(found)
        rate_of_subject(chain, self.context.lexicon)
        spread_rates(chain)

    def _see(self, place: str, *, goal: bool) -> None:
        """A country was named; one that goods go to does not tell the money so well as the one before."""
        money = currency_of_place(place)
        others = [each for each in self.seen if currency_of_place(each) != money]
        at = 1 if goal and others else 0
        self.seen = [*others[:at], place, *others[at:]][:20]

    def _remember(self, found: Quantity) -> None:
        self.recent.appendleft(found)
        self.near += 1
        if found.amount.unit in _RATIOS or (found.factor < 1 and self._costs_more(found)):
            return
        self.level, self.stale = found, False
        self.here += 1
        if found.amount.dimension == "money":
            self.money, self.sum = found.amount.unit, found
        else:
            self.goods = found
            self.measured = self.measured if found.amount.unit == "count" else found

    def _costs_more(self, found: Quantity) -> bool:
        """Was a price told in this sentence in whole units of the money that cents are of: "rose 5 cents"?"""
        return self.here > 0 and self.sum is not None and self.sum.amount.unit == found.amount.unit

    def _is_converted(self, chain: Chain, i: int, found: Quantity) -> bool:
        """Is money in brackets only what the money right before is in another one: "5 euros (6 dollars)"?"""
        if self.sum is None or _CONVERTED.search(chain.tags, max(i - _NEAR, 0), i) is None:
            return False
        return found.amount.dimension == "money" and found.amount.unit != self.sum.amount.unit

    def _settled(self, chain: Chain, i: int, found: Quantity) -> Quantity:
        """The amount at link ``i`` with its unit decided and its rate, if one stands behind its goods."""
        spent = is_spent(chain, i, found.amount) or self._worth(chain, i, found)
        if (
            money := self.money or self._usual()
            if spent
            else cents_of(chain, i, found, self.evidence, self.told)
        ):
            found = evolve(found, amount=evolve(found.amount, unit=money))
        found = as_goods(found, self.measured, self.level if self.here else None, self.context.lexicon)
        options = found.amount.unit.split("|")
        span = Span(chain.starts[i], chain.ends[i])
        if len(options) > 1:
            if "lb" in options:
                unit, reason = self.evidence.pound(chain, i, self.seen, weighed=self.weighed > 0)
            elif "USD" in options:
                unit, reason = self.evidence.dollar(options)
                if chain.tags[max(i - 2, 0) : i] == "Q‹" and chain.values[i - 2].amount.unit == unit != "USD":
                    unit, reason = "USD", "what stands in brackets is other money"
            else:
                ahead = [str(chain.values[k]) for k in chain.find("Aa", i + 1, min(i + _AHEAD, len(chain)))]
                near = [*self.seen[:3], *ahead] if self.seen else ahead
                unit, reason = self._by_sign(chain, i, options, near)
                self.told[unit] += 1
            rest = tuple(c for c in options if c != unit and c not in LOCAL)
            found = self._assumed(found, unit, Assumption(span, "currency", unit, rest, reason))
        elif self.evidence.is_shared(chain, i) and (unit := self.evidence.shared(chain, i)) != options[0]:
            reason = "the currency of where the text was written"
            found = self._assumed(found, unit, Assumption(span, "currency", unit, tuple(options), reason))
        elif options == ["t_unspecified"]:
            unit = "t" if self.evidence.tonnes else "t_unspecified"
            reason = (
                "metric tons elsewhere in the text" if self.evidence.tonnes else "the text does not say which"
            )
            found = self._assumed(found, unit, Assumption(span, "unit", unit, ("t", "st", "lt"), reason))
        found = with_rate(chain, i, self._abbreviated(chain, i, found), self.context)
        chain.values[i] = found
        return found

    def _by_sign(self, chain: Chain, i: int, options: list[str], near: list[str]) -> tuple[str, str]:
        """Which of several a currency is; letters as a sign keep their sense in a text: "Sh66 billion"."""
        sign = chain.words(i)[:_SIGN]
        used = self.signs.setdefault(sign, Counter())
        usual = max(used, key=lambda code: used[code], default="")
        unit, reason = self.evidence.other(options, near)
        if sign[0].isalpha() and usual in options and used[usual] >= _OFTEN:
            unit, reason = usual, "what the sign was before in the text"
        used[unit] += 1
        return unit, reason

    def _worth(self, chain: Chain, i: int, found: Quantity) -> bool:
        """Is what looks like a count of goods their worth: "1 billion euros, and 640 million of machines"?"""
        if found.amount.unit != "count" or (found.amount.scale or 0) < _MILLION or self.sum is None:
            return False
        entry = self.context.lexicon.word(found.counted or "")
        joined = counts_with_of(self.context.lexicon.language) and self.here > 0
        alike = 1 / _ALIKE <= found.amount.low / (abs(self.sum.amount.low) or 1) <= _ALIKE
        return joined and entry is not None and entry.tag == "T" and alike

    def _abbreviated(self, chain: Chain, i: int, found: Quantity) -> Quantity:
        """Learn "7.85 million tonnes (mt)", and read "2.1 mt" by it."""
        amount = found.amount
        if (
            chain.tags[i + 1 : i + 4] == "‹U›"
            and amount.scale is not None
            and amount.unit == chain.values[i + 2]
            and chain.words(i + 2) != amount.unit  # "5 million containers (TEU)"
        ):
            self.short = (chain.words(i + 2), amount.scale)
        elif amount.scale is None and self.short is not None and found.factor == 1:
            word, power = self.short
            stretch = chain.text[chain.starts[i] : chain.ends[i]].rstrip(".")
            if stretch.endswith(word) and not stretch[: -len(word)][-1:].isalpha():
                low, high = (plain(v.scaleb(power)) for v in (amount.low, amount.high))
                return evolve(found, amount=evolve(amount, low=low, high=high, scale=power))
        return found

    def _assumed(self, found: Quantity, unit: str, assumption: Assumption) -> Quantity:
        amount = evolve(found.amount, unit=unit)
        return evolve(found, amount=amount, assumptions=(*found.assumptions, assumption))

    def _elided(self, chain: Chain, i: int, number: Number) -> None:
        """A number whose unit stands before it in the text: "to 79,517", "24.800 millones"."""
        if (model := percentage_before(chain, i) or percent_ahead(chain, i, number)) is not None:
            put(chain, i, like(number, model))
            return
        found = labelled(chain, i) or bracketed(chain, i, number) or self._rescaled(chain, i, number)
        told = self.here or (is_grouped(chain, i, number) and not self.stale)
        if found is None and told and self.level is not None:
            found = left_out(chain, i, self.level, self.context.lexicon)
        if found is None:
            model = self._model(chain, i, number)
            found = None if model is None else like(number, model)
        if found is None:
            found = closing(chain, i, tuple(self.recent), self.near, self.context.lexicon)
        if found is None:
            return
        if i and found.amount.bound == "exact":
            word = chain.values[i - 1] if chain.tags[i - 1] == "b" else None
            bound = as_bound(word or self.context.lexicon.also(chain.words(i - 1), "b"))
            bound = None if bound == "at_most" and chain.tags[i - 1] == "t" else bound
            found = found if bound is None else evolve(found, amount=evolve(found.amount, bound=bound))
        found = evolve(found, again=True)
        put(chain, i, with_rate(chain, i, found, self.context))
        lend(chain, step_before(chain, i), found)
        self._remember(found)
        joined = chain.tags[i - 1 : i] in ("&", "R") or chain.tags[max(i - 3, 0) : i] in ("oNt", "qNt")
        if joined:
            lend(chain, i - 2, found)

    def _model(self, chain: Chain, i: int, number: Number) -> Quantity | None:
        follow, ahead = chain.tags[i + 1 : i + 2], chain.tags[i + 2 : i + 3]
        if follow == "o" and (whole := whole_behind(chain, i, number)) is not None:
            return whole
        if number.scale is not None and number.scale >= _MILLION:
            if not (self._stands_alone(follow, ahead) or self._is_told(chain, i)):
                return None
            if (people := people_told(chain, i)) is not None:
                return Quantity(Amount(number.value, number.value, "count"), counted=people)
            if (heads := heads_counted(chain, i)) is not None:
                return heads
            counts = self.level is not None and self.level.amount.unit == "count"
            if counts and self.sum is not None and nearer(number, self.sum, self.level):
                return self.sum
            fresh = not self.stale or is_only_dated(chain, i)
            many = counts and self.level is not None and (self.level.amount.scale or 0) > _MILLION
            if self.level is not None and fresh and not many and near(number, self.level):
                return self.level
            unit = self.money or self._usual(spoken=len(chain) > 1)  # "4,5 miljard" alone is a number
            return None if unit is None else Quantity(Amount(number.value, number.value, unit))
        if (part := self._of_which(chain, i, number)) is not None:
            return part
        if (part := counted_behind(chain, i, number)) is not None:
            return part
        if not self.stale and is_bought(chain, i, number, self.level):
            return self.level
        if is_repriced(chain, i, number, self.sum):
            return self.sum
        if follow in ("b", "V", "=") and (level := self._counted(chain, i, number)) is not None:
            return level
        before = chain.tags[max(i - 3, 0) : i].rstrip("_")[-1:]
        compared = follow == "o" and (before == "=" or ahead in ("θ", "κ"))  # against 78,000 of the rival
        compared = compared or (chain.tags[i - 1] + follow == ",b" and is_led(chain, i))  # ", 40 fewer than"
        follow = "" if follow == "F" and ahead in ("", ",", ";", "s", "&") else follow  # "took 60 of them"
        thousands = number.scale is None or number.scale == _THOUSAND
        if not number.digits or not thousands or (follow and follow not in _STOPS and not compared):
            return None
        if not is_grouped(chain, i, number) and not (self.here and goes_on(chain, i, before)):
            return self._counted(chain, i, number)
        led = compared or before == "A" or is_led(chain, i) or is_of_people(chain, i)
        models = (
            (self.level, None if self.here and is_raised(number, self.level) else self.goods) if led else ()
        )
        if (model := next((m for m in models if m is not None and near(number, m)), None)) is not None:
            return model
        noun = next((k for k in range(i - 1, max(i - _AHEAD, -1), -1) if chain.tags[k] in "Hø"), None)
        if noun is not None and i and chain.tags[i - 1] in "tlbV":
            return Quantity(Amount(number.value, number.value, "count"), counted=chain.words(noun))
        return None

    def _counted(self, chain: Chain, i: int, number: Number) -> Quantity | None:
        """A small number that "the number of ..." counts, or set against a count: ", 62 fewer than"."""
        if not i or is_year(number) or number.value < 2:
            return None
        level, view = self.level, range(i - 1, max(i - _AHEAD, -1), -1)
        if _LED.search(chain.tags, max(i - 3, 0), i) and _THAN.match(chain.tags, i + 1) and level is not None:
            fewer = level.amount.unit in ("count", "head") and "Q" in chain.tags[max(i - _AHEAD, 0) : i]
            word = i + 1 if chain.tags[i + 1] in "bV" else i - 1
            return level if fewer and chain.values[word] in _SET_AGAINST and near(number, level) else None
        head = next((k for k in view if chain.tags[k] == "K"), None)
        noun = next((k for k in view if chain.tags[k] in "HøDT"), None)
        if head is None or noun is None or noun < head or chain.values[head] != "count":
            return None
        if chain.tags[i - 1] not in "ty" and not _COUNTED_IS.fullmatch(chain.tags, noun + 1, i):
            return None
        return Quantity(Amount(number.value, number.value, "count"), counted=chain.words(noun))

    def _of_which(self, chain: Chain, i: int, number: Number) -> Quantity | None:
        """The amount of which a number is a part: "830 employees, of whom 610 in Italy"."""
        level, follow = self.level, chain.tags[i + 1 : i + 2]
        if not self.here or level is None or is_year(number):
            return None
        counts = level.amount.unit in ("count", "head")
        if not counts and not (is_grouped(chain, i, number) and near(number, level)):
            return None
        which = i and (chain.tags[i - 1] == "F" or is_one(chain, i - 1, "of_which", self.context.lexicon))
        named = which and follow not in ("T", "H", "M", "U", "P")
        named = named or (i and chain.tags[i - 1] in "&," and chain.tags[i + 1 : i + 3] in ("qA", "oA"))
        return level if named and 2 <= number.value < level.amount.low else None

    def _rescaled(self, chain: Chain, i: int, number: Number) -> Quantity | None:
        """What a bare decimal means beside an amount of money in billions: "imports 20.1"."""
        if self.level is None or not i:
            return None
        again = is_told_again(chain, i, self.level.amount, number)
        if not again and not follows_on(chain, i, here=self.here > 0):
            return None
        follow = chain.tags[i + 1 : i + 2]
        dated = chain.tags[i + 1 : i + 3] == "oθ"  # "against the 91.5 of last year"
        if number.high is not None or number.scale is not None:
            return None
        if follow and follow not in _STOPS and not dated:
            return None
        amount, value = self.level.amount, number.value
        whole = amount.scale is None or (value == value.to_integral_value() and not is_listed(chain, i))
        if (whole or (amount.dimension != "money" and not self.here)) and not again:
            return None
        raised = plain(value.scaleb(amount.scale or 0))
        if not amount.low or not 1 / _SIMILAR <= abs(raised / amount.low) <= _SIMILAR:
            return None
        counted = self.level.counted if again else None
        return Quantity(evolve(amount, low=raised, high=raised, bound="exact", per=None), counted=counted)

    def _stands_alone(self, follow: str, ahead: str) -> bool:
        """Does no counted noun follow? Where millions take "of", a noun right behind them counts nothing."""
        if follow == "_":
            return ahead in tuple("θs")  # "188 milliards le mois précédent", "und führte 5 Milliarden ein."
        if follow == "o":
            return ahead not in _NOUNS or ahead in ("", "@", "E")
        if follow == "l" and "nouns_have_capitals" in self.context.lexicon.lines["name_words"]:
            return True  # "weitere 130 Millionen kommen von"
        if counts_with_of(self.context.lexicon.language):
            return follow not in ("T", "H", "D")
        return follow not in _NOUNS or follow == ""

    def _is_told(self, chain: Chain, i: int) -> bool:
        """Does what is worth so much follow its verb: "sale a 118 milioni l'utile"?"""
        told = chain.tags[i + 1 : i + 3] == "_K" and chain.values[i + 2] != "count"
        return told and counts_with_of(self.context.lexicon.language)

    def _usual(self, *, spoken: bool = True) -> str | None:
        if named := self.evidence.explicit + self.told:
            return named.most_common(1)[0][0]
        if self.evidence.signs and "USD" in self.evidence.signs:
            return self.evidence.dollar(self.evidence.signs)[0]
        if self.evidence.home or not counts_with_of(self.context.lexicon.language):
            return self.evidence.home or (self.evidence.only_money if spoken else None)
        return currency_of_place(likely_territory(self.context.lexicon.language) or "")


def settle_amounts(chains: Sequence[tuple[Chain, bool]], context: Context) -> None:
    """Decide units and currencies in the chains of a text, in place.

    Each chain comes with whether it begins a block. What is ambiguous is decided by the text's own other
    mentions, the article's country and the language, and leaves an Assumption; an amount whose unit is left
    out takes that of the last before it.
    """
    evidence = Evidence(context)
    for chain, _ in chains:
        evidence.collect(chain)
    settler = Settler(context, evidence)
    for chain, fresh in chains:
        settler.sentence(chain, fresh)
