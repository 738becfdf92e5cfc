"""The results of a tender: lines that name a seller, a quantity and a price."""

from __future__ import annotations

from tradenews.grammar.values import dimension_of
from tradenews.models.span import Span
from tradenews.reading.deal_mention import GOODS, Mention
from tradenews.reading.deal_parties import Found
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import Stage
from tradenews.reading.sentence import Sentence

_REACH = 15  # sentences after the tender in which its results may stand
_MARKS = "-:,‹"


def read_tender_lines(sentences: list[Sentence], mentions: list[Mention], roll: Roll) -> list[Mention]:
    """One contract for each line "Seller - 60,000 tonnes at $295 a tonne" after a tender."""
    tender = next((m for m in mentions if m.tender), None)
    if tender is None:
        return []
    buyer = _buyer(tender, roll)
    start = tender.sentence.number + 1
    found = []
    for sentence in sentences[start : start + _REACH]:
        line = _line(sentence, buyer, roll)
        if line is not None:
            found.append(line)
    return found


def _buyer(tender: Mention, roll: Roll) -> str | None:
    """Who buys: a state buyer as its country."""
    refs = tender.sentence.refs
    named = [id for i in sorted(refs) if (id := roll.party(refs[i])) is not None]
    for id in named[:1] or tender.found.all:
        home = roll.home(id)
        return home if home is not None and home in roll.actors else id
    return None


def _line(sentence: Sentence, buyer: str | None, roll: Roll) -> Mention | None:
    chain = sentence.chain
    first = next(iter(sorted(sentence.refs)), None)
    if first is None or first > 1 or len(chain) < first + 3:
        return None
    seller = roll.party(sentence.refs[first])
    mark, sums = chain.tags[first + 1], [chain.values[i] for i in chain.find("Q")]
    dimensions = {dimension_of(value) for value in sums}
    if seller is None or mark not in _MARKS or "money" not in dimensions or not dimensions & GOODS:
        return None
    found = Found(firm=[id for id in (buyer, seller) if id is not None], rule="tender", index=first)
    span = Span(chain.starts[first], chain.ends[first])
    return Mention(
        sentence, first, "contract", found=found, stages=[Stage(first, "agreed", "status.tender", span)]
    )
