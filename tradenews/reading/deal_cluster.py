"""All that a text says of one agreement."""

from __future__ import annotations

from attrs import define, field

from tradenews.lexicon.index import Treaty
from tradenews.reading.deal_mention import GENERIC, Mention
from tradenews.reading.deal_status import RANK, Stage

LENT = "pair"  # how the sides are found of an agreement of which no mention names any


@define(eq=False)
class Cluster:
    """All mentions of one agreement; ``kind`` is a deal kind once it is known."""

    kind: str
    treaty: Treaty | None = None
    parties: list[str] = field(factory=list)
    mentions: list[Mention] = field(factory=list)
    over: bool = False  # it has come to an end, so that a new one may follow
    open: bool = True  # no mention has told more than that it is an agreement
    strength: int = 0
    applicants: list[str] = field(factory=list)  # who wants into a known agreement

    @property
    def last(self) -> int:
        """Number of the sentence of the last mention."""
        return self.mentions[-1].sentence.number

    def add(self, mention: Mention) -> None:
        """One more mention, in text order."""
        self.mentions.append(mention)
        self.over = self.over or is_over(mention)
        self.open = self.open and mention.treaty is None and mention.kind in ("", GENERIC)
        self.strength = max(self.strength, strength_of(mention))

    @property
    def lent(self) -> bool:
        """Has no mention named anybody?"""
        return all(m.found.rule == LENT for m in self.mentions)

    @property
    def stages(self) -> list[tuple[Mention, Stage]]:
        """All stages in text order, each with its mention."""
        return [(m, s) for m in self.mentions for s in m.stages]


def is_over(mention: Mention) -> bool:
    return any(RANK[s.status] >= RANK["suspended"] for s in mention.stages)


def strength_of(mention: Mention) -> int:
    """How sure the parties of a mention are; 0 where it has fewer than two."""
    if len(mention.found.all) < 2 or not mention.kind:
        return 0
    return 1 + len(mention.found.firm[:2]) + (mention.found.rule == "between")
