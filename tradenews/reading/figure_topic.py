"""What an article is about: the country, the company and the partner that its figures fall back on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import evolve, field, frozen

from tradenews.lazy import regex
from tradenews.lexicon.index import Lexicon
from tradenews.normalize.currency import currency_of_place
from tradenews.reading.figure_about import trade_partner
from tradenews.reading.figure_pair import named_first, second_of, titled_with
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_tally import Tally, read_tally
from tradenews.reading.figure_targets import bought_in
from tradenews.reading.metadata import Metadata, home_of_medium
from tradenews.reading.sentence import Sentence
from tradenews.scan.tokens import scan

_HOME, _HUB = 4.0, 50.0
_UNNAMED = 2.0  # what each mention of "the country" adds to the weight of the one that the text is from
_ACTS = frozenset(("", "own", "of"))
_OPENS = frozenset(("", "own", "of", "to"))
_OPENING = 4  # sentences, title included, of which one names the company that the whole text is about
CLEAR = 1.5
_PER_SOURCE = 3  # so many times more a country that imposes tariffs acts than that goods come from it
_SPOKEN, _SPOKEN_THERE = 3.0, 3.5  # what its language adds to the weight of a country; of the only one
_MONEY = 2.0  # what amounts in its own money add
_UNION = "EU"
_WORLD_MONEY = frozenset(("USD", "EUR"))
_FEW, _OFTEN = 2, 4.0  # countries of the same weight beside which one is not the topic; below this weight
_HOME_OF = 4  # links from a company's country to its name
_UNNAMED_FIRM = regex("_[aâkW°TKl]{0,3}ø")  # "A Nairobi carrier is to buy": its name comes later
_LATER = 3  # sentences
_GIVES = frozenset(("from", "of", "by", "with"))
_DIGITS = 6  # of weights that are compared: sums of the same parts differ behind them


@frozen
class Topic:
    """``country`` and ``firm`` are the likeliest reporters, ``other`` and ``rival`` the second of each kind.

    ``sources`` and ``goals`` are the countries that goods come from or go to more often than they own them.
    ``imposer`` is the likeliest country to impose tariffs: one that speaks or is a market, and no source.
    ``agreement`` tells that the title speaks of an agreement of two countries.
    ``corporate`` tells that a company acts in the title or opens the text.
    ``house`` is the company that the text is about, None where it is about countries.
    ``partner`` is the country with which the whole article is concerned, None if several or none.
    ``since`` is the number of the first sentence that names the house.
    ``nameless`` tells that the text is about a company that it only calls "the group".
    ``about`` tells that the text is about the trade with the ``partner``, ``trade`` that it is about a whole
    trade of the country: its furniture industry.
    """

    country: str | None = None
    other: str | None = None
    firm: str | None = None
    rival: str | None = None
    partner: str | None = None
    sources: frozenset[str] = frozenset()
    goals: frozenset[str] = frozenset()
    house: str | None = None
    imposer: str | None = None
    agreement: bool = False
    corporate: bool = False
    weights: Mapping[str, float] = field(factory=dict)
    since: int = 0
    nameless: bool = False
    about: bool = False
    trade: bool = False

    def at(self, number: int) -> Topic:
        """The topic as a reader knows it at a sentence: before its name fell, the house is unknown."""
        return self if number >= self.since else evolve(self, house=None)


@frozen
class Setting:
    """What a text is weighed with, besides its words.

    ``spoken`` are the countries whose language it is in: likelier to be at home where nothing tells.
    ``hub`` is the port that it is about, ``lenders`` are its banks.
    """

    spoken: tuple[str, ...] = ()
    hub: str | None = None
    lenders: frozenset[str] = frozenset()


def find_topic(
    sentences: Sequence[Sentence], sides: Sequence[list[Side]], home: str | None, setting: Setting
) -> Topic:
    """Weigh every mention of the text: by how it is tied in, and by where it stands."""
    sides = [
        [s for s in found if not _describes_other(each, s)]
        for each, found in zip(sentences, sides, strict=True)
    ]
    tally = read_tally(sentences, sides)
    states, spoken, hub = tally.states, setting.spoken, setting.hub
    at_home = hub or home
    if at_home:
        seat = _HOME + _UNNAMED * _unnamed(sides)
        states[at_home] += _HUB if hub else seat
    told = dict(states)
    for each in () if home else _at_home_in(spoken, sentences):
        if tally.hosts[each] or (tally.acts[each] and not tally.taken[each]):
            states[each] += _SPOKEN if len(spoken) > 1 else _SPOKEN_THERE
    titled = titled_with(sentences, sides)
    opening, named = _opening(sentences, sides), _houses_of_title(sentences, sides)
    two = _ranked(states)
    partner = _opened_with(sentences, sides, tally, two, titled, told)
    _pay(states, sentences, spoken)
    own = tally.own(at_home)
    if not states and (payer := _payer(sentences)) is not None:
        states[payer] = own[payer] = _MONEY
    ranked, houses = _ranked(own), list(tally.firms)  # of the same weight, the one named first
    if not at_home and _is_even(ranked, own):
        ranked = []
    if partner is not None and partner == _at(ranked, 0):
        partner = two[0]
    bought = bought_in(sentences, sides)
    lenders = setting.lenders
    houses.sort(key=lambda each: (each not in named, each in lenders, each in bought, -tally.firms[each]))
    house = _at(houses, 0) if opening & set(houses[:1]) else None
    if house in lenders and _borrows(sentences, sides, house):
        house = None
    about = None if hub else trade_partner(sentences, sides, _at(ranked, 0), partner)
    partner = None if hub else partner  # the country of a port is none
    return Topic(
        country=_at(ranked, 0),
        other=_at(ranked, 1),
        firm=_at(houses, 0),
        rival=_at(houses, 1),
        partner=about or partner,
        about=about is not None,
        agreement=len(titled) == 2,
        sources=tally.mostly("from"),
        goals=tally.mostly("to"),
        weights=tally.weights(_at(ranked, 0)),
        imposer=_imposer(tally.hosts, tally.ends["from"]),
        house=house,
        since=_first_named(sentences, sides, house),
        corporate=_is_corporate(sentences, sides),
        nameless=not tally.firms and _is_nameless(sentences, sides),
    )


def _borrows(sentences: Sequence[Sentence], sides: Sequence[list[Side]], lender: str) -> bool:
    """Does a country act in a title that a bank only follows: "Malawi borrows 5 million from Lorem Bank"?"""
    for sentence, found in zip(sentences, sides, strict=True):
        if sentence.block.kind == "title":
            first = next((side for side in found if not side.vague), None)
            borrows = first is not None and first.nature == "state" and first.via == ""
            return borrows and any(lender in side.ids and side.via in _GIVES for side in found)
    return False


def _describes_other(sentence: Sentence, side: Side) -> bool:
    """Does a company in a title only tell of another one: "Lorem rival picks", "Lorem supplier grows"?"""
    titled = sentence.block.kind == "title" and side.nature == "firm" and side.via != "own"
    return titled and sentence.chain.tags[side.link + 1 : side.link + 2] == "ø"


def _unnamed(sides: Sequence[list[Side]]) -> int:
    """How often a text tells of "the country", "the government", without its name."""
    return sum(
        side.vague and side.nature == "state" and side.via in _ACTS for found in sides for side in found
    )


def _is_nameless(sentences: Sequence[Sentence], sides: Sequence[list[Side]]) -> bool:
    """Does one of the first sentences speak of a company that the text only calls "the group"?"""
    body = [(s, found) for s, found in zip(sentences, sides, strict=True) if s.block.kind == "paragraph"]
    heads = [(s, found) for s, found in zip(sentences, sides, strict=True) if s.block.kind == "title"]
    opening = ((s, side) for s, found in (*heads, *body[:_OPENING]) for side in found)
    return any(
        side.nature == "firm"
        and side.vague
        and side.ids == ("",)
        and s.chain.values[side.link] != "organization"
        for s, side in opening
    )


def _pay(states: dict[str, float], sentences: Sequence[Sentence], spoken: Sequence[str]) -> None:
    """Add to the weight of each country that the text has amounts in the money of."""
    common = {*_WORLD_MONEY, *(currency_of_place(each) for each in spoken)}
    paid = {s.chain.values[i].amount.unit for s in sentences for i in s.chain.find("Q")} - common
    for each in states if paid else ():
        if len(each) == 2 and currency_of_place(each) in paid:
            states[each] += _MONEY


def _at_home_in(spoken: Sequence[str], sentences: Sequence[Sentence]) -> list[str]:
    """Those of the countries ``spoken`` in whose money amounts are, where some are in a rarer money."""
    told = [s.chain.values[i].amount for s in sentences for i in s.chain.find("Q")]
    paid = {amount.unit for amount in told if amount.dimension == "money"}
    return [each for each in spoken if not paid - _WORLD_MONEY or currency_of_place(each) in paid]


def _payer(sentences: Sequence[Sentence]) -> str | None:
    """The country in whose money all is told, where the text names none: a note of its own press."""
    paid = {s.chain.values[i].amount.unit for s in sentences for i in s.chain.find("Q")}
    own = [unit for unit in paid if unit not in _WORLD_MONEY and currency_of_place(unit[:2]) == unit]
    return own[0][:2] if len(own) == 1 else None


def home_of(metadata: Metadata, lexicon: Lexicon) -> str | None:
    """The country of the agency or paper that the text is from, where nothing else tells what is at home."""
    agency = metadata.dateline.agency if metadata.dateline else None
    known = home_of_medium(agency, lexicon) or home_of_medium(metadata.source, lexicon)
    return known or _named_in(metadata.source or "", lexicon)


def _named_in(source: str, lexicon: Lexicon) -> str | None:
    """The country that the name of an office or paper begins with or has in it: "Statistics Norway"."""
    chain = scan(source, 0, len(source), lexicon)
    lands = (str(chain.values[i]) for i in chain.find("Aa"))
    return next((code for code in lands if len(code) == 2 and code != _UNION), None)


def dominates(topic: Topic, other: str, factor: float = CLEAR) -> bool:
    """Is the topic's country so much more spoken of than another that figures are rather its own?"""
    weights = topic.weights
    return topic.country is not None and weights.get(topic.country, 0) >= factor * weights.get(other, 0)


def _ranked(weights: Mapping[str, float]) -> list[str]:
    """The heaviest first; of the same weight, the one named first."""
    return sorted(weights, key=lambda each: -round(weights[each], _DIGITS))


def _is_even(ranked: Sequence[str], weights: Mapping[str, float]) -> bool:
    """Is no country spoken of more than two others, and none often: is the text about none of them?"""
    return len(ranked) > _FEW and weights[ranked[_FEW]] >= weights[ranked[0]] and weights[ranked[0]] < _OFTEN


def _at(ranked: Sequence[str], i: int) -> str | None:
    return ranked[i] if i < len(ranked) else None


def _imposer(hosts: Counter[str], sources: Counter[str]) -> str | None:
    fit = [each for each, count in hosts.items() if count > _PER_SOURCE * sources[each]]
    return min(fit, key=lambda each: (-hosts[each], each), default=None)


def starts(sentences: Sequence[Sentence]) -> int:
    """How many sentences an article opens with: up to the first behind deck, by-line and date."""
    head = [
        i for i, each in enumerate(sentences[: 2 * _OPENING]) if each.block.kind in ("credit", "dateline")
    ]
    opens = max(_OPENING, head[-1] + 2) if head else _OPENING
    first = next((each for each in sentences if each.block.kind == "paragraph"), None)
    later = first is not None and "@" not in first.chain.tags and _UNNAMED_FIRM.match(first.chain.tags)
    return opens + _LATER if later else opens


def _opening(sentences: Sequence[Sentence], sides: Sequence[list[Side]]) -> set[str]:
    """The companies and bodies that act in the first sentences."""
    return {
        each
        for found in sides[: starts(sentences)]
        for side in found
        if side.nature != "state" and not side.vague
        if side.via in _OPENS or (side.nature == "firm" and side.via in ("say", "chief"))
        for each in side.ids
    }


def _first_named(sentences: Sequence[Sentence], sides: Sequence[list[Side]], house: str | None) -> int:
    """The number of the first sentence that names a company or body."""
    for sentence, found in zip(sentences, sides, strict=True):
        if any(house in side.ids for side in found):
            return sentence.number
    return 0


def _is_corporate(sentences: Sequence[Sentence], sides: Sequence[list[Side]]) -> bool:
    """Does a company act in the title, or open the first sentence of the text?"""
    for sentence, found in zip(sentences, sides, strict=True):
        named = [side for side in found if not side.vague and side.via not in ("trait", "say", "chief")]
        if sentence.block.kind in ("title", "heading"):
            if any(side.nature == "firm" for side in named):
                return True
        elif sentence.block.kind == "paragraph":
            first = next((side for side in named if not _is_home_of(side, named)), None)
            return first is not None and first.nature == "firm"
    return False


def _is_home_of(side: Side, named: Sequence[Side]) -> bool:
    """Is a country only the home of the company named right behind it: "the Angolan firm Lorem"?"""
    return side.nature == "state" and any(
        firm.nature == "firm" and 0 < firm.link - side.link < _HOME_OF for firm in named
    )


def _houses_of_title(sentences: Sequence[Sentence], sides: Sequence[list[Side]]) -> set[str]:
    """The companies that the title names."""
    return {
        each
        for sentence, found in zip(sentences, sides, strict=True)
        if sentence.block.kind == "title"
        for side in found
        if side.nature == "firm" and not side.vague
        for each in side.ids
    }


def _opened_with(
    sentences: Sequence[Sentence],
    sides: Sequence[list[Side]],
    tally: Tally,
    ranked: Sequence[str],
    titled: set[str],
    told: Mapping[str, float],
) -> str | None:
    """The partner that title and first sentence tell, or of only two countries the one goods go to."""
    named, joined = named_first(sentences, sides)
    partner = second_of(ranked, tally.states, told, named, titled=titled, joined=joined)
    if partner is None and len(ranked) == 2 and named < set(ranked):
        return next(iter(named & (tally.mostly("from") | tally.mostly("to"))), None)
    return partner
