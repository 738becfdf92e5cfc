"""How often and how a text names each country and company: what its topic is read from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from attrs import define, evolve, field

from tradenews.reading.figure_pair import FRAGMENT
from tradenews.reading.figure_prepositions import Via
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_spending import trader_at
from tradenews.reading.figure_taking import (
    gives,
    imports_itself,
    lists_buyers,
    opens_with_goods,
    sells_from,
    sells_goods,
    takes,
    takes_amount,
    wants,
)
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

# Weights of one mention by how it is tied in, set by hand on the annotated articles: who owns exports or a
# share, who acts, whose office speaks is what a text is about rather than where things go.
_WEIGHTS: dict[Via, float] = {
    "own": 3, "": 2, "of": 2, "office": 2, "goods": 1, "share": 1, "say": 1.5, "in": 0.75, "between": 1.5,
    "to": 0.5, "from": 0.75, "with": 0.75, "on": 0.5, "than": 0.25, "trait": 1, "chief": 0.25, "by": 1,
    "behind": 0.25,
}  # fmt: skip
_TITLE, _FIRST, _SECOND = 2.5, 2.0, 1.4
_OFFICE = 2.0
_GIVEN = 2.0  # what it adds that a text begins with what a country sells
_HOSTS = frozenset(("own", "office", "chief", "say", "in"))
_ACTS = frozenset(("", "by", "goods", "trait"))
_ENDS = frozenset(("to", "from", "with", "on", "than"))  # where only goods come from or go
_ASIDE = frozenset(("than", "behind", "say"))  # ties of a company that the text does not go on with
_TAKEN = 2.0  # what it takes off that a country only takes goods
_BESIDE = 6  # links from a country to its duties
_FLOWS = frozenset(("exports", "imports", "trade", "balance"))
_AT_HOME = 1.0  # what a country weighs whose bodies are named: an association of its growers


@define
class Tally:
    """What is counted of a text: weights of countries and companies, and how often they are tied in how.

    ``taken`` is the weight of the mentions as one that only takes goods.
    """

    states: dict[str, float] = field(factory=lambda: defaultdict(float))
    firms: dict[str, float] = field(factory=lambda: defaultdict(float))
    ends: dict[str, Counter[str]] = field(factory=lambda: {"from": Counter(), "to": Counter()})
    owns: Counter[str] = field(factory=Counter)
    hosts: Counter[str] = field(factory=Counter)
    acts: Counter[str] = field(factory=Counter)
    named: Counter[str] = field(factory=Counter)
    taken: dict[str, float] = field(factory=lambda: defaultdict(float))

    def add(self, side: Side, factor: float) -> None:
        """Count one mention; ``factor`` is what the place in the text is worth."""
        tie = _OFFICE if side.office and side.via != "chief" else _WEIGHTS[side.via]
        table = self.states if side.nature == "state" else self.firms
        end = self.ends.get("from" if side.via == "goods" else side.via)
        for each in side.ids:
            table[each] += factor * tie
            if end is not None:
                end[each] += 1
            self.owns[each] += side.via == "own"
            if side.nature == "state":
                self.hosts[each] += side.via in _HOSTS
                self.acts[each] += side.via in _ACTS
                self.named[each] += side.via not in _ENDS

    def weights(self, country: str | None) -> Mapping[str, float]:
        """The weights of all, less what they only take of a ``country`` that acts or owns what they take."""
        if country is None or not (self.acts[country] or self.hosts[country]):
            return self.states
        return {each: max(weight - self.taken[each], 0.0) for each, weight in self.states.items()}

    def own(self, home: str | None) -> dict[str, float]:
        """The weights of those that do not only take; where all others do, of the rest."""
        own = {
            each: weight - self.taken[each]
            for each, weight in self.states.items()
            if each == home or (self.named[each] and weight > self.taken[each])
        }
        if own or not any(self.taken.values()):
            return own
        return {each: weight for each, weight in self.states.items() if not self.taken[each]}

    def mostly(self, end: str) -> frozenset[str]:
        """The countries that goods come from, or go to, more often than they own them."""
        return frozenset(each for each, n in self.ends[end].items() if n > max(self.hosts[each], 1))


def read_tally(sentences: Sequence[Sentence], sides: Sequence[list[Side]]) -> Tally:
    tally, body, bought, begun = Tally(), 0, False, False
    importer: str | None = None
    spoken: str | None = None
    homes: dict[str, float] = defaultdict(float)
    for sentence, found in zip(sentences, sides, strict=True):
        if sentence.block.kind in ("title", "heading"):
            factor = _TITLE if sentence.block.kind == "title" else 1.0
        else:
            body += 1
            factor = _FIRST if body == 1 else _SECOND if body == 2 else 1.0
            factor *= len(sentence.chain) > FRAGMENT
        members = [side.run for side in found]
        buys = {side.link for side in found if takes(sentence.chain, side)}
        if not tally.states and sentence.block.kind == "title" and "K" not in sentence.chain.tags:
            buys -= {side.link for side in found[:1]}  # "Poland buys less gas": of its purchases
        buys |= {
            s.link for s in found if _is_supplier(sentence.chain, s) or wants(sentence.chain, s, again=bought)
        }
        listed = (buys or bought or lists_buyers(sentence.chain)) and sentence.block.kind == "paragraph"
        bought = bool(buys)
        for side in found:
            if side.via == "goods" and opens_with_goods(sentence.chain, side.link):
                side = evolve(side, via="")  # "Georgian wine reached 66 markets"
            elif side.via == "goods" and sells_goods(sentence.chain, side.link):
                side = evolve(side, via="own")
            elif side.via == "own" and trader_at(sentence.chain, side.link) >= 0:
                side = evolve(side, via="trait")  # "gli importatori francesi"
            elif side.via == "own" and _is_of_duties(sentence.chain, side):
                side = evolve(side, via="on")
            elif side.via == "from" and sells_from(sentence.chain, side.link):
                side = evolve(side, via="own")
            elif side.via in ("on", "to") and (
                _concerns(sentence.chain, side) or (side.via == "on" and _is_told_of(sentence.chain))
            ):
                side = evolve(side, via="by")
            if side.home is not None and side.nature == "body":
                homes[side.home] += factor * _AT_HOME / members.count(side.run)
            if side.nature == "firm" and not side.vague and side.via not in _ASIDE:
                spoken = side.id
            elif (
                side.nature == "firm" and side.ids == ("",) and spoken and sentence.block.kind == "paragraph"
            ):
                tally.firms[spoken] += factor * _WEIGHTS[side.via]  # "the company"
            if not side.vague and (side.nature != "body" or side.via in ("", "own")):
                tally.add(side, factor / members.count(side.run))
                if body == 1 and imports_itself(sentence.chain, side):
                    importer = importer or side.id
                gave = body in (1, 2) and not begun and gives(sentence.chain, side)
                if gave and importer in (None, side.id):
                    tally.states[side.id] += factor * _GIVEN / members.count(side.run)
                elif gave:  # "Japan imported 9 tonnes. Peru supplied 5"
                    tally.taken[side.id] += factor * _TAKEN / members.count(side.run)
                if side.link in buys or (listed and takes_amount(sentence.chain, side)):
                    tally.taken[side.id] += factor * _TAKEN / members.count(side.run)
        begun = begun or (body == 1 and _is_begun(sentence.chain, found))
    for home, weight in homes.items():
        tally.named[home] += home not in tally.states
        tally.states[home] = tally.states.get(home) or weight  # named by its bodies only
    return tally


def _is_begun(chain: Chain, found: Sequence[Side]) -> bool:
    """Does a text begin with what "the country" sells, which its title named: 去年该国出口虾120万吨"""
    own = any(side.vague and side.nature == "state" and side.via in ("", "own") for side in found)
    return own and "Q" in chain.tags and any(chain.values[i] == "exports" for i in chain.find("KJ"))


def _is_told_of(chain: Chain) -> bool:
    """Does a sentence without amounts tell how the trade of a country goes: "Trade went well for Kenya"?"""
    flows = {str(chain.values[i]) for i in chain.find("KJ")}
    return "Q" not in chain.tags and bool(flows & _FLOWS) and "tariff" not in flows


def _concerns(chain: Chain, side: Side) -> bool:
    """Is it told for whom a thing is good, while nothing goes anywhere: "a good year for Kenyan growers"?"""
    goes = {str(chain.values[i]).rstrip("?") for i in chain.find("KJ")} & {*_FLOWS, "tariff", "investment"}
    people = set(chain.tags[max(side.link - 1, 0) : side.link + 2]) & set("Hø")
    return chain.tags[side.link] == "a" and bool(people) and not (goes or set(chain.tags) & set("QD"))


def _is_supplier(chain: Chain, side: Side) -> bool:
    """Is a country only the supplier of another: "Ghana is the second supplier of the Netherlands"?"""
    if side.via != "" or side.nature != "state":
        return False
    nouns = chain.find("K", side.link, min(side.link + _BESIDE, len(chain)))
    return any(chain.values[i] == "supplier?" for i in nouns) and "o" in chain.tags[side.link :]


def _is_of_duties(chain: Chain, side: Side) -> bool:
    """Are a country's duties only told of beside a flow: "exports fell after Washington's tariffs"?"""
    told = [(i, str(chain.values[i]).split(" ")[0].rstrip("?")) for i in chain.find("KJ")]
    own = any(kind == "tariff" and 0 < i - side.link <= _BESIDE for i, kind in told)
    return own and "Q" in chain.tags and any(kind in _FLOWS for _, kind in told)
