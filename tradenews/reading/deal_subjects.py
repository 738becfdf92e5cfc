"""What an agreement is on: "an accord on visas", "a treaty to avoid double taxation"."""

from __future__ import annotations

from functools import lru_cache

from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.deal_mention import COOPERATION, Mention
from tradenews.reading.deal_status import Stage
from tradenews.scan.chain import Chain

_KINDS = (("other", "subjects_other"), ("trade_agreement", "subjects_trade"))
_REACH, _BEFORE = 10, 5
_ENDS = frozenset(',;:sYD¶‹"!')
_DESCRIBES = frozenset("lTKHaøIoW-/'&VJz")


def subject_kind(chain: Chain, i: int, lexicon: Lexicon) -> str | None:
    """The kind of the agreement named at link ``i``, by what the words around say that it is on."""
    low, high = i, i + 1
    while low > 0 and i - low < _BEFORE and chain.tags[low - 1] in _DESCRIBES:
        low -= 1
    while high < len(chain) and high - i < _REACH and not _is_end(chain, high):
        high += 1
    words = " " + fold(chain.text[chain.starts[low] : chain.ends[high - 1]])
    for kind, stems in _stems(lexicon):
        if any(stem in words for stem in stems):
            return kind
    return None


def _is_end(chain: Chain, i: int) -> bool:
    return chain.tags[i] in _ENDS and chain.values[i] != COOPERATION


@lru_cache(maxsize=16)
def _stems(lexicon: Lexicon) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each kind with what its words begin with; a script without blanks has no beginnings."""
    names = lexicon.lines["name_words"]
    return tuple(
        (kind, tuple(stem if stem[0] >= UNSPACED else f" {stem}" for stem in map(fold, names.get(key, ()))))
        for kind, key in _KINDS
    )


def is_of_duty(mention: Mention, stage: Stage) -> bool:
    """Does a duty, told behind the agreement, stand before the word: "a deal on the duty of 50% in force"?"""
    chain = mention.sentence.chain
    between = chain.find("K", mention.index + 1, stage.index)
    return any(str(chain.values[i]).startswith("tariff") for i in between) and mention.treaty is None
