"""Deals of a day on which several were signed: "Five contracts were signed. Lorem will supply Ipsum".

What a verb of doing tells behind such a sentence is one of those, and signed as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.grammar.values import Quantity
from tradenews.lexicon.index import Lexicon
from tradenews.models.span import Span
from tradenews.reading.deal_cluster import Cluster
from tradenews.reading.deal_status import Stage
from tradenews.reading.sentence import Sentence

_OF_FIRMS = frozenset({"contract", "joint_venture", "partnership", "memorandum"})
_DONE, _SIGNED, _DEAL = frozenset({"status.verb", "status.noun"}), "signed", "deal"
_REACH = 8  # sentences over which one list of such deals goes
_UNSURE = frozenset("mg")  # "will be signed", "were not signed"


def sign_listed(clusters: Sequence[Cluster], sentences: Sequence[Sentence], lexicon: Lexicon) -> None:
    """Add the stage "signed" to deals that are told by what is done, behind a sentence on their signing."""
    told = [c for c in clusters if c.kind in _OF_FIRMS and c.treaty is None and _is_done(c)]
    for cluster in told:
        first = cluster.mentions[0]
        last = first.sentence.number
        near = (n for n in range(last, max(last - _REACH, 0) - 1, -1))
        span = next((span for n in near if (span := _signing(sentences[n], lexicon)) is not None), None)
        if span is not None and span.start < first.span.start:
            first.stages.append(Stage(first.index, "signed", "status.word", span))


def _is_done(cluster: Cluster) -> bool:
    """Is all that is told of a deal that it is agreed, by verbs of doing: "supplies", "builds"?"""
    stages = [stage for _, stage in cluster.stages]
    return bool(stages) and all(s.status == "agreed" and s.rule in _DONE for s in stages)


def _signing(sentence: Sentence, lexicon: Lexicon) -> Span | None:
    """The word that tells of several agreements that they are signed."""
    chain = sentence.chain
    signed = [i for i in chain.find("Y") if str(chain.values[i]).rstrip("~") == _SIGNED]
    signed = [i for i in signed if not set(chain.tags[max(i - 2, 0) : i]) & _UNSURE]
    if not signed or not any(_counts_deals(chain.values[i], lexicon) for i in chain.find("Q")):
        return None
    return Span(chain.starts[signed[0]], chain.ends[signed[0]])


def _counts_deals(value: object, lexicon: Lexicon) -> bool:
    """Is an amount a number of agreements?"""
    if not isinstance(value, Quantity) or value.counted is None or value.amount.low < 2:
        return False
    for words in (value.counted, value.counted.split()[0], value.counted.split()[-1]):
        entry = lexicon.word(words)
        if entry is not None and (entry.tag == "D" or entry.value == _DEAL):
            return True
    return False
