"""An amount of a sentence on its way to a figure: where it stands, and the words that decide on it."""

from __future__ import annotations

from typing import Literal

from attrs import define, field

from tradenews.grammar.values import Quantity
from tradenews.models.span import Span
from tradenews.reading.draft import Draft
from tradenews.reading.sentence import Sentence

Role = Literal["level", "from", "to", "by", "than", "then", "of_total", "apposition"]


@define(eq=False)
class Slot:
    """One amount (a link tagged Q) that is a figure; all numbers are link indices of ``sentence.chain``.

    ``quantity`` is what the link holds. ``first`` and ``last`` bound its clause (``last`` is without).
    ``role`` says how the amount stands in the clause: ``from`` 5 ``to`` 7, ``by`` 2, more ``than`` 5 /
    compared with 5 (``than``), than last year, when it was 5 (``then``), 30 percent of all (``of_total``),
    5 (7 percent) is an ``apposition`` of the amount before; ``level`` is all the rest.
    ``kind_cue``, ``movement_cue`` and ``share_cue`` are the links that decided, None where none stands in the
    sentence. ``leader`` is the slot from which kind and the rest are taken where this one
    says nothing itself (brackets, "of that sum", a list whose head is in an earlier sentence).
    ``sign`` is that of the amount, ``polarity`` that of a level of what is measured: -1 for a deficit.
    ``firm`` tells that a word of one sense gave the kind ("exports", not "sales"), here or at the leader.
    ``guessed`` tells that no word gave the kind, only how such amounts mostly are meant.
    ``rank`` counts from 0 within a list that is read item by item ("respectively"), with ``ranks`` its
    length; both are None outside of lists. ``end`` is the link of the country at the other end of the flow
    where a sentence lists those who buy or supply, ``ends`` all of them, ``seller`` the link of who sells
    there where that is told beside it. ``flow`` tells of a count that it is
    one per period: of visitors. ``inward`` tells of an investment that it comes from abroad,
    ``trading`` of a count that it is of those who trade in a period, ``stake`` of a percentage that it
    is what somebody owns of a company. ``sided`` tells that the sentence names the flow at its head.
    """

    draft: Draft
    sentence: Sentence
    link: int
    first: int
    last: int
    quantity: Quantity = field(init=False)
    role: Role = "level"
    kind: str = "other"
    form: str = "level"
    sign: int = 1
    polarity: int = 1
    firm: bool = False
    guessed: bool = False
    flow: bool = False
    inward: bool = False
    trading: bool = False
    stake: bool = False
    sided: bool = False
    kind_cue: int | None = None
    movement_cue: int | None = None
    share_cue: int | None = None
    leader: Slot | None = field(default=None, repr=False)
    end: int | None = None
    ends: frozenset[int] = frozenset()
    seller: int | None = None
    rank: int | None = None
    ranks: int | None = None

    def __attrs_post_init__(self) -> None:
        self.quantity = self.sentence.chain.values[self.link]

    @property
    def span(self) -> Span:
        """The place of the amount in the text."""
        chain = self.sentence.chain
        return Span(chain.starts[self.link], chain.ends[self.link])

    def place(self, link: int | None) -> Span | None:
        """The place of any link of the sentence in the text; None for None."""
        chain = self.sentence.chain
        return None if link is None else Span(chain.starts[link], chain.ends[link])

    @property
    def clause(self) -> str:
        """The tags of the clause."""
        return self.sentence.chain.tags[self.first : self.last]
