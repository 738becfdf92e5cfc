"""Whether a sentence goes on with the subject of the one before: "Its plants make 5 tonnes"."""

from __future__ import annotations

from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.scan.chain import Chain

_FIRST = 40  # characters that are looked at


def goes_on_with(chain: Chain, head: int, lexicon: Lexicon | None) -> bool:
    """Does a sentence open with "it" or "its", behind a small word or none?"""
    if lexicon is None or head >= len(chain):
        return False
    words = lexicon.lines["name_words"]
    whose, who = words.get("possessives", ()), words.get("pronouns", ())
    start = chain.starts[head]
    text = fold(chain.text[start : min(start + _FIRST, chain.ends[-1])]).replace("’", "'")
    if text[:1] >= UNSPACED:
        return fold(chain.words(head)) in (*whose, *who)
    tokens = text.split(" ")
    return tokens[0] in who or any(token in whose for token in tokens[:2])
