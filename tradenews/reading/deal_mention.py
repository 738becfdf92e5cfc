"""One mention of an agreement: the words, what they tell, and whom they name."""

from __future__ import annotations

from attrs import define, field

from tradenews.lexicon.index import Treaty
from tradenews.models.span import Span
from tradenews.reading.deal_parties import Found
from tradenews.reading.deal_status import Stage
from tradenews.reading.sentence import Sentence

STATE_KINDS = frozenset({"free_trade_agreement", "trade_agreement"})
GOODS = frozenset({"mass", "volume", "count", "piece", "container"})  # dimensions of goods
DELIVERIES = ("exports", "shipment")  # what begins the values of words for what is delivered
GENERIC, TALKS, COOPERATION, NO_DEAL = "deal", "talks", "cooperation", "-deal"


@define(eq=False)
class Mention:
    """One mention: ``kind`` is a deal kind or ``deal``; ``weak`` ones need a status word to be one."""

    sentence: Sentence
    index: int
    kind: str
    treaty: Treaty | None = None
    named: int | None = None
    weak: bool = False
    verb: bool = False  # it has a subject and an object: "buys", "has taken over"
    new: bool = False
    old: bool = False
    like: bool = False  # one more of the kind told last: "a similar agreement with Chile"
    another: bool = False  # with "a", still to be made: not one that has been made
    listed: bool = False  # one of several in a row
    tender: bool = False
    bid: bool = False  # an offer, of what only the words behind it may tell
    found: Found = field(factory=Found)
    pair: tuple[str, ...] = ()  # the two states that it may be of, where it names nobody
    stages: list[Stage] = field(factory=list)
    threat: Span | None = None
    goods: bool = False
    cooperation: bool = False

    @property
    def verbal(self) -> bool:
        """Is it a verb: "acquires", "teams up with"?"""
        return self.verb or any(s.rule == "status.noun" for s in self.stages)

    @property
    def span(self) -> Span:
        """The words that name the agreement."""
        chain = self.sentence.chain
        return Span(chain.starts[self.index], chain.ends[self.index])
