"""Names beside a deal that are no side of it: who insures a loan, who owns a firm that borrows."""

from __future__ import annotations

from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.scan.chain import Chain

_BACK = 40  # characters before a name, or behind it, that are looked at
_WORDS = 5  # links between the words for insuring and the name: "guaranteed by the credit agency Lorem"
_LIGHT = frozenset("_aøAlITLHQNoqy'")
_OPENS = (",", "‹")  # what stands between a firm and the words on who owns it


def is_aside(chain: Chain, i: int, last: int | None, lexicon: Lexicon) -> bool:
    """Does who is named at link ``i`` only insure a loan, or own the firm named at link ``last``?"""
    words = lexicon.lines["name_words"]
    if _is_behind(chain, i, words.get("insured_by", ())):
        return True
    apposed = last is not None and chain.tags[last + 1 : last + 2] in _OPENS
    apposed = apposed and set(chain.tags[(last or 0) + 2 : i]) <= _LIGHT
    if apposed and _is_behind(chain, i, words.get("owned_by", ())):
        return True
    end = chain.ends[i]
    behind = fold(chain.text)[end : min(end + _BACK, chain.ends[-1])].lstrip(" )")
    return any(_opens_with(behind, word) for word in words.get("insures", ()))


def _opens_with(text: str, words: str) -> bool:
    """Does a text open with these words, none of them only the beginning of another?"""
    return text.startswith(words) and (words[-1] >= UNSPACED or not text[len(words) :][:1].isalpha())


def _is_behind(chain: Chain, i: int, phrases: tuple[str, ...]) -> bool:
    """Does a name stand behind one of the phrases, nothing but what describes it in between?"""
    text = fold(chain.text) if phrases else ""
    for j in range(i if phrases else 0, max(i - _WORDS, 0), -1):
        start = chain.starts[j]
        if text[max(start - _BACK, 0) : start].rstrip().endswith(phrases):
            return True
        if chain.tags[j - 1] not in _LIGHT:
            return False
    return False
