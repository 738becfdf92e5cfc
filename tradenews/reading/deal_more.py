"""Papers signed beside those told before: "A second memorandum, on farming", "también un memorando"."""

from __future__ import annotations

from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.deal_mention import GENERIC, Mention
from tradenews.reading.deal_status import Stage

_PAPERS = frozenset({"memorandum", "other", "partnership", GENERIC})
_BEFORE, _OPENS = 4, 7  # links before the noun, and from where the clause begins
_WALLS = ",;:s"
_MADE = frozenset({"agreed", "signed"})


def mark_one_more(mention: Mention, lexicon: Lexicon) -> bool:
    """Is it one more paper? A memorandum of which only the content is told is signed then."""
    if not _is_one_more(mention, lexicon):
        return False
    if not mention.stages and mention.kind == "memorandum":
        mention.stages.append(Stage(mention.index, "signed", "status.noun", mention.span))
    return True


def _is_one_more(mention: Mention, lexicon: Lexicon) -> bool:
    """Does a word say that this paper is not the one told before?"""
    if mention.kind not in _PAPERS or mention.treaty is not None or mention.weak:
        return False
    if {s.status for s in mention.stages} - _MADE or (not mention.stages and mention.kind != "memorandum"):
        return False
    chain, i = mention.sentence.chain, mention.index
    words = lexicon.lines["name_words"]
    more, indefinite = words.get("one_more", ()), words.get("indefinite", ())
    low = max(chain.tags.rfind(mark, 0, i) for mark in _WALLS) + 1
    if chain.text[chain.starts[i]] >= UNSPACED:
        return any(word in chain.text[chain.starts[low] : chain.ends[i]] for word in more)
    if any(fold(chain.words(j)) in more for j in range(max(i - _BEFORE, low), i)):
        return True
    near = [fold(chain.words(j)) for j in range(max(i - 2, low), i)]
    bare = any(word.split(" ")[-1] in indefinite for word in near)
    opening = (*range(low, min(low + _OPENS, i)), *range(max(i - _OPENS, low), i), i + 1)
    return bare and any(fold(chain.words(j)) in more for j in opening if j < len(chain))
