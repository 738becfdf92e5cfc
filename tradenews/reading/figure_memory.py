"""What a text has said before an amount: whose figures it gives, and towards whom.

What a sentence leaves out is taken from here: the sentence so far, the one before, or the whole article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import define, field, frozen

from tradenews.lexicon.index import Lexicon
from tradenews.models.article import Block
from tradenews.models.span import Span
from tradenews.reading.figure_cues import MIRROR, flow_behind
from tradenews.reading.figure_pair import FRAGMENT
from tradenews.reading.figure_prepositions import Via
from tradenews.reading.figure_roles import chunk_of, near_clause
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_theirs import goes_on_with
from tradenews.reading.figure_topic import Topic
from tradenews.reading.slot import Slot
from tradenews.reading.takers import takes_over
from tradenews.scan.chain import Chain

_SPEAKERS = frozenset("@IEO")
_ASKS = frozenset("?？")
_TURNS = frozenset(":;")
_HOME = 4  # links from a country to the body whose home it is: "Deutschlands größter Hafen in Lorem"
_ACTING: tuple[Via, ...] = ("", "chief", "by", "own")  # ties of a company that a sentence is about
_FLOWING = frozenset(("exports", "imports", "balance", "trade"))
_OPENS = 3  # links in which a sentence names whom it is about
_FIRMS_BACK = 3  # sentences in which "the company" was named


@define(unsafe_hash=True)
class Pick:
    """A side chosen for one role."""

    id: str | None
    rule: str
    span: Span | None = None
    score: float = 0.0
    side: Side | None = None


@frozen
class Mission:
    """The country that sends a mission, the one that receives it, and the sentences that speak of it.

    ``first`` is the one of the two from which the text tells of both.
    """

    guest: str
    host: str
    told: frozenset[int]
    first: str

    @property
    def second(self) -> str:
        return self.host if self.first == self.guest else self.guest


@define
class Memory:
    """What the text has said so far in a paragraph."""

    block: Block | None = None
    reporter: str | None = None
    partner: str | None = None
    place: str | None = None
    lead: str | None = None
    firm: str | None = None
    subject: str | None = None
    flow: str = ""
    kind: str = ""
    acts: bool = False
    lead_flow: str = ""
    traits: bool = False  # is ``lead`` named only by its adjective: "French ports"?
    market: str = ""  # the money of the last price, where that was made at a world market
    pair: frozenset[str | None] = frozenset()  # two countries whose trade was told


@define
class Reader:
    """One article: its topic, its sides by sentence number, and what was said last."""

    topic: Topic
    sides: Sequence[list[Side]]
    natures: Mapping[str, str]
    homes: Mapping[str, str | None]
    memory: Memory = field(factory=Memory)
    blocks: Sequence[Block] = ()
    number: int = -1
    told: set[int] = field(factory=set)  # sentences that have figures
    traders: frozenset[str] = frozenset()  # bodies that sign contracts, as a consortium of growers
    branches: frozenset[str] = frozenset()  # companies named after their country: "Alibaba Mexico"
    statistical: bool = False
    lexicon: Lexicon | None = None
    turned: set[Slot] = field(factory=set)  # those whose kind was turned to the flow of the article's country
    chains: Sequence[Chain] = ()
    tops: Sequence[int] = ()  # by sentence number: the heading above, as ``tops_of`` tells
    named: Mapping[str, int] = field(factory=dict)  # each body, and the first sentence that names it
    winners: Mapping[str, int] = field(factory=dict)  # who won an order, and the first sentence that says so
    spoken: Sequence[str] = ()  # countries in the language of the text: a company of no known home is theirs
    duty: tuple[str | None, str | None] = (None, None)  # who imposes the tariff told last, and on whom
    imposer: str | None = None  # who began with duties, to which those told since may only answer
    struck: set[str | None] = field(factory=set)  # whom it hit
    loan: tuple[str | None, str | None] = (None, None)  # borrower and lender of the loan told last
    lent: int = -9  # the sentence of that loan
    deal: dict[str | None, str | None] = field(factory=dict)  # each side of the deal told last: the other
    mission: Mission | None = None
    hub: str | None = None  # the port that the text is about
    home: str | None = None  # the country that the text says it is from
    host: str | None = None  # the country that receives the investment told last
    dealt: int = -9  # the sentence of that deal
    banks: frozenset[str] = frozenset()  # those who lend
    worldly: frozenset[str] = frozenset()  # bodies of the whole world
    quoted: bool = False  # has it told what goods cost at a world market?
    pit: frozenset[int] = frozenset()  # the sentences that report of a futures market
    listed: set[str | None] = field(factory=set)  # the partners that this sentence has told so far
    done: dict[Slot, tuple[str | None, str | None]] = field(factory=dict)
    heard: int = 0  # sentences read so far for duties and pacts that they tell without a figure
    laid: list[tuple[int, str | None, str]] = field(factory=list)  # these duties: sentence, imposer, hit
    pacts: dict[int, tuple[str, ...]] = field(factory=dict)  # sentences that tell of a pact, and its parties


def first_named(sides: Sequence[Sequence[Side]]) -> dict[str, int]:
    """Each body that a text names, and the number of the first sentence that does."""
    named: dict[str, int] = {}
    for number, found in enumerate(sides):
        for side in found:
            for each in side.ids:
                named.setdefault(each, number)
    return named


def or_home(pick: Pick | None, sides: Sequence[Side], reader: Reader) -> Pick | None:
    """A pick, or the country whose statistics name only others: "buyers in Morocco and Kenya took 70"."""
    country = reader.topic.country
    listed = pick is not None and pick.rule == "who.list" and reader.statistical and country is not None
    return Pick(country, "who.topic") if listed and not any(country in side.ids for side in sides) else pick


def next_paragraph(reader: Reader, block: Block) -> Memory:
    """What is still known in another paragraph: the two whose trade was told right before it."""
    last, memory = next(reversed(reader.done), None), reader.memory
    two = reader.done[last] if last is not None and last.kind == "trade" else (None, None)
    if last is None or memory.pair != set(two) or last.sentence.number != reader.number:
        return Memory(block=block, flow=memory.flow)
    return Memory(block, two[0], two[1], flow=memory.flow, kind=last.kind, pair=memory.pair)


def tops_of(blocks: Sequence[Block]) -> list[int]:
    """For each sentence the last one up to it that is in no paragraph, as a heading; else the first one."""
    tops: list[int] = []
    for number, block in enumerate(blocks):
        tops.append(tops[-1] if tops and block.kind == "paragraph" else number)
    return tops


def remember(reader: Reader, number: int) -> None:
    """What the sentence before this one in its paragraph speaks of, besides the topic's country.

    ``place`` is the last country there, ``lead`` the one that it is about: its only one, or its subject. A
    sentence with figures leads no more, its partner is remembered instead.
    """
    memory = reader.memory
    kept = memory.subject if _kept_subject(reader, number - 1) else None
    memory.place = memory.lead = memory.subject = None
    memory.lead_flow = ""
    if number <= 0 or not (reader.blocks[number - 1] is memory.block or _was_asked(reader, number)):
        return
    for back in range(min(_FIRMS_BACK, number), 0, -1):
        if reader.blocks[number - back] is not memory.block:
            continue
        memory.firm = _spoken_firm(reader, number - back) or memory.firm
        for side in reader.sides[number - back]:
            if (
                side.nature == "firm"
                and not side.vague
                and (side.via in ("", "own") or (side.via == "on" and side.link < _OPENS))
                and back == 1
                and not memory.subject
            ):
                memory.subject = side.id
    memory.subject = memory.subject or kept
    last = number - 1
    found = _foreign(reader, last)
    if not found and number > 1 and number - 1 not in reader.told and number - 2 not in reader.told:
        last = number - 2
        found = _foreign(reader, last) if reader.blocks[last] is memory.block else []
    if not found:
        return
    memory.place = found[-1].id
    if number - 1 not in reader.told:
        only = len({side.id for side in found}) == 1
        alone = sum(side.run == found[0].run for side in found) == 1
        memory.lead = found[0].id if only or (alone and found[0].via in ("", "own")) else None
        if reader.chains and found[0].via == "in" and _only_says(reader.chains[last], "KJ"):
            memory.lead = None
        memory.acts = found[0].via in ("", "own", "office")
        tags = reader.chains[last].tags if reader.chains else ""
        memory.traits = all(tags[side.link : side.link + 1] == "a" for side in found)
        memory.lead_flow = flow_behind(reader.chains[number - 1], found[0].link) if reader.chains else ""


def _kept_subject(reader: Reader, number: int) -> bool:
    """Did a sentence go on with the company told of before it, without naming one?"""
    if number < 0 or not reader.chains or reader.blocks[number] is not reader.memory.block:
        return False
    named = any(side.nature == "firm" and not side.vague for side in reader.sides[number])
    return not named and goes_on_with(reader.chains[number], 0, reader.lexicon)


def _was_asked(reader: Reader, number: int) -> bool:
    """Does a sentence open the answer to the question before it: "How much does Spain buy?"?"""
    return bool(reader.chains) and reader.chains[number - 1].words(-1) in _ASKS


def _spoken_firm(reader: Reader, number: int) -> str | None:
    """The company that a sentence is about, the first that acts there; None to go on with the one before.

    A sentence that only names another one, as a supplier, is still about the one told of before.
    """
    firms = [s for s in reader.sides[number] if s.nature == "firm" and not s.vague]
    firms = [s for s in firms if s.via not in ("say", "than")]
    if len(firms) > 1 and reader.lexicon is not None and reader.chains:
        chain, lexicon = reader.chains[number], reader.lexicon
        if buyers := [s for s in firms if takes_over(chain, s.link, lexicon)]:
            return buyers[0].id
    acting = sorted((s for s in firms if s.via in _ACTING), key=lambda s: _ACTING.index(s.via))
    if acting or reader.memory.firm is None:
        return acting[0].id if acting else firms[-1].id if firms else None
    return None


def _foreign(reader: Reader, number: int) -> list[Side]:
    """The single countries that a sentence names, besides that of the topic; a fragment leads nowhere."""
    if reader.chains and (
        len(reader.chains[number]) <= FRAGMENT or _only_says(reader.chains[number], "KJTVDFQH")
    ):
        return []
    sides = reader.sides[number]
    return [
        side
        for side in sides
        if side.nature == "state"
        and not side.vague
        and len(side.ids) == 1
        and side.id != reader.topic.country
        and not (side.via == "trait" and any(0 < each.link - side.link < _HOME for each in sides))
    ]


def _only_says(chain: Chain, else_told: str) -> bool:
    """Does a sentence only tell who says so: "We lost customers there", "Demand in X grew," he said?"""
    told = (chain.values[i] for i in chain.find(else_told))
    return "v" in chain.tags and all(value == "consumption" for value in told)


def across(one: str | None, topic: Topic) -> str | None:
    """The other one of the two countries that the whole article is about."""
    pair = {topic.country: topic.partner, topic.partner: topic.country}
    return pair.get(one) if topic.partner else None


def topic_partner(reporter: Pick, reader: Reader) -> Pick | None:
    """The other one of the two countries that the whole article is about, once its name has fallen."""
    topic = reader.topic
    other = across(reporter.id, topic)
    unnamed = -1 if reader.mission is not None else reader.number + 1  # "our minister was in Peru"
    told = other is not None and reader.named.get(other, unnamed) <= reader.number
    return Pick(other, "who.topic") if told else None


def heads_partner(reporter: Pick, reader: Reader) -> bool:
    """Does the heading above name the other one of the article's two countries: "Kenya, a growing market"?"""
    topic, number = reader.topic, reader.tops[reader.number]
    other = across(reporter.id, topic)
    if other is None or reader.blocks[number].kind != "heading":
        return False
    named = {each for side in reader.sides[number] if side.nature == "state" for each in side.ids}
    return other in named and reporter.id not in named


def as_pair(slot: Slot, first: Side, second: Side) -> tuple[Pick, Pick]:
    """Two sides that the text names as a pair: the first reports."""
    one, two = (Pick(side.id, "who.pair", place_of(slot, side)) for side in (first, second))
    return one, two


def place_of(slot: Slot, side: Side) -> Span | None:
    return slot.place(side.link)


def contrasted(slot: Slot, leader: Slot, partner: str | None, reader: Reader) -> Pick | None:
    """The other country of the sentence before, where "while" sets a flow against the leader's."""
    place = reader.memory.place
    chain = slot.sentence.chain
    but = any(chain.values[i] == "but" for i in chain.find("¬", leader.link, slot.link))
    if but and slot.form == "level" and slot.kind in MIRROR and partner and place not in (None, partner):
        return Pick(place, "who.contrast")
    return None


def there_of(
    slot: Slot, sides: Sequence[Side], group: str, reader: Reader, reporter: Pick | None
) -> Pick | None:
    """The place that "there" in the amount's clause stands for."""
    link = next(slot.sentence.chain.find("ω", *near_clause(slot)), -1)
    if link < 0 or group == "inner" or slot.sentence.chain.tags[link - 1] in _SPEAKERS:
        return None  # "according to the authority there"
    if group == "count" and "Q" in slot.sentence.chain.tags[link : slot.link]:
        return None  # "our sales there reached 5 million, and we employ 65 people"
    if reporter is not None and _is_subject_of_other(slot, sides, link, reporter, reader):
        return Pick(reporter.id, "who.there", slot.place(link))
    place = spoken_of(sides, link, reader, reporter, chunk_of(slot)[0])
    return Pick(place, "who.there", slot.place(link)) if place else None


def _is_subject_of_other(
    slot: Slot, sides: Sequence[Side], link: int, reporter: Pick, reader: Reader
) -> bool:
    """Is the country told of before "there" that place: "China led again: shipments there rose by 5"?"""
    side, country = reporter.side, reader.topic.country
    if side is None or side.via != "" or country in (None, reporter.id) or slot.kind not in MIRROR:
        return False
    others = {each.id for each in sides if each.nature == "state" and each.link < link} - {"", reporter.id}
    told = slot.sentence.chain.tags[side.link : link]
    return side.link < link and not others and bool(set(told) & _TURNS) and "Q" not in told


def spoken_of(
    sides: Sequence[Side],
    link: int,
    reader: Reader,
    reporter: Pick | None = None,
    first: int = 0,
    *,
    flows: bool = False,
) -> str | None:
    """The last place before ``link`` that is neither the reporter nor the topic's country."""
    memory = reader.memory
    near = reporter is not None and (reporter.side is None or first <= reporter.side.link < link)
    own = reporter.id if reporter is not None and near else memory.reporter or reader.topic.country
    named = [side for side in sides if side.link < link and side.nature == "state" and not side.vague]
    here = [side.id for side in named if not _is_of_firm(side, sides)]
    for place in (*reversed(here), memory.partner, memory.lead, memory.place, memory.reporter):
        if place is not None and place != own and reader.natures.get(place, "state") == "state":
            return place
    country = reader.topic.country
    return across(own, reader.topic) or (country if flows and country != own else None)


def _is_of_firm(side: Side, sides: Sequence[Side]) -> bool:
    """Is a country only that of a company: "the Danish group Lorem will build a plant there"?"""
    return any(firm.nature == "firm" and 0 < firm.link - side.link < _HOME for firm in sides)


def only_counts(slot: Slot, reader: Reader) -> bool:
    """Is only counted who or what there is, of the country spoken of or of nobody?"""
    return slot.kind == "count" and reader.done[slot] in ((None, None), (reader.memory.reporter, None))


def counts_of_pair(slot: Slot, reader: Reader) -> bool:
    """Are companies or guests of the one of two countries counted in the other, whose trade a text tells?"""
    pair = {reader.topic.country, reader.topic.partner}
    counted = slot.kind == "count" and reader.mission is None
    return counted and reader.topic.about and set(reader.done[slot]) == pair


def turn_home(slot: Slot, reader: Reader) -> None:
    """Behind the trade of two, whichever was named first, the text's country sells and buys."""
    memory, topic = reader.memory, reader.topic
    pair = {topic.country, topic.partner}
    told = memory.kind == "trade" and {memory.reporter, memory.partner} == pair
    if topic.about and told and slot.kind != "trade":
        memory.reporter, memory.partner = topic.country, topic.partner


def told_apart(
    reporter: Pick | None, partner: Pick | None, ends: Sequence[Pick]
) -> tuple[Pick | None, Pick | None]:
    """The two, where they are one of them: the likelier it is, and the next best of the other ``ends``."""
    if reporter is None or partner is None or reporter.id != partner.id:
        return reporter, partner
    if reporter.score < partner.score:
        return None, partner
    rest = [pick for pick in ends if pick.id != reporter.id]
    return reporter, max(rest, key=lambda pick: pick.score, default=None)


def faced(slot: Slot, partner: Pick, reader: Reader) -> Pick | None:
    """Whose trade it is with the one of the two countries of a text, behind what a company did there."""
    topic, spoken = reader.topic, reader.memory.reporter or reader.memory.firm
    if not topic.about or slot.kind not in _FLOWING or topic.house is not None:
        return None
    other = across(partner.id, topic) if reader.natures.get(spoken or "") == "firm" else None
    return None if other is None else Pick(other, "who.topic")
