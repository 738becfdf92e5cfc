"""A chain cut into sentences."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tradenews.lexicon.forms import UNSPACED, expand, fold
from tradenews.lexicon.index import Lexicon
from tradenews.scan.chain import Chain

_GAP = 8  # more blanks than stand between two sentences
_CLOSERS = "\"›'"
_OPENING = "“„«‘「『《"
_WIDE_STOPS = "。！？"
_NO_CLAUSE = ',;:s-/‹›"'
_PERCENT = "%％"
_MOST_WORD = 16
_MOST_ORDINAL = 2
_WHOLE = 2  # letters before a stop that are of a word and no initial


def sentence_bounds(chain: Chain, starts: frozenset[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """First and last-but-one link index of each sentence, in order; together they cover the chain.

    A stop ends a sentence unless what follows begins in lower case, or it closes an initial ("J. Smith") or
    an ordinal ("im 2. Quartal"). An abbreviation with its dot ("U.S.", "Mrd.", or one that a grammar put into
    a longer link) ends it only where a word of ``starts`` follows with a capital, the end of a name ("Ltd.")
    also where the next name does.
    """
    first, i, count = 0, 0, len(chain)
    text, tags, ends = chain.text, chain.tags, chain.ends
    while i < count:
        if tags[i] == "s":
            done = _ends(chain, i, starts)
        else:
            open_end = text[ends[i] - 1] == "." and i + 1 < count and bool(starts)
            done = open_end and (_begins(chain, i + 1, starts) or _names_next(chain, i))
        i += 1
        if done:
            while i < count and (tags[i] == "s" or _closes(chain, i)):
                i += 1
            yield first, i
            first = i
    if first < count:
        yield first, count


@lru_cache(maxsize=16)
def sentence_starts(lexicon: Lexicon) -> frozenset[str]:
    """Words that begin sentences in the language of ``lexicon``, folded, without an apostrophe."""
    forms = lexicon.lines.get("sentence_starts", {}).values()
    return frozenset(fold(done).rstrip("'") for group in forms for form in group for done in expand(form))


def part_clauses(chain: Chain) -> Chain:
    """A headline of a script without blanks, with a comma for each blank between clauses."""
    gaps = [i for i in range(1, len(chain)) if _parts(chain, i)]
    if not gaps:
        return chain
    tags, starts, ends, values = list(chain.tags), chain.starts[:], chain.ends[:], chain.values[:]
    for i in reversed(gaps):
        tags.insert(i, ",")
        starts.insert(i, chain.ends[i - 1])
        ends.insert(i, chain.starts[i])
        values.insert(i, None)
    return Chain(chain.text, "".join(tags), starts, ends, values)


def _parts(chain: Chain, i: int) -> bool:
    """Does a blank before link ``i`` part two clauses, a word before it or one behind it, and no marks?"""
    if chain.adjacent(i) or chain.tags[i - 1] in _NO_CLAUSE or chain.tags[i] in _NO_CLAUSE:
        return False
    text, before, behind = chain.text, chain.ends[i - 1] - 1, chain.starts[i]
    wide = text[before] >= UNSPACED or text[before] in _PERCENT
    return wide and (text[behind] >= UNSPACED or (text[behind].isdigit() and text[before] >= UNSPACED))


def _ends(chain: Chain, i: int, starts: frozenset[str]) -> bool:
    """Does the stop at ``i`` end a sentence?"""
    text = chain.text
    if text[chain.starts[i]] in _WIDE_STOPS:
        return True
    follow = i + 1
    while follow < len(chain) and (chain.tags[follow] == "s" or _closes(chain, follow)):
        follow += 1
    if follow >= len(chain):
        return True
    if text[chain.ends[follow - 1] :][:_GAP].lstrip()[:1].islower():
        return False
    if not _parted(chain, i, follow):
        return _is_glued(chain, i, starts)
    if text[chain.starts[i]] == "." and i and chain.adjacent(i) and _is_open(chain.words(i - 1)):
        return _begins(chain, follow, starts)
    return True


def _closes(chain: Chain, i: int) -> bool:
    """Is link ``i`` a closing mark that belongs to what stands before it?"""
    if chain.tags[i] not in _CLOSERS:
        return False
    mark, end = chain.text[chain.starts[i]], chain.ends[i]
    if chain.adjacent(i):
        return mark not in _OPENING
    return mark == "»" and not chain.text[end : end + 1].isalnum()


def _is_open(word: str) -> bool:
    """May a dot after ``word`` be part of it: an initial, an ordinal?"""
    return (len(word) == 1 and word.isalpha()) or (word.isdecimal() and len(word) <= _MOST_ORDINAL)


def _parted(chain: Chain, i: int, follow: int) -> bool:
    """Does a blank or a closing mark stand between the stop at ``i`` and what follows?"""
    return chain.starts[follow] > chain.ends[follow - 1] or follow > i + 1 or chain.tags[follow] == '"'


def _is_glued(chain: Chain, i: int, starts: frozenset[str]) -> bool:
    """Is the blank behind a full stop only lost: "... in Paris signed.The next day"?"""
    text, stop = chain.text, chain.starts[i]
    before, behind = text[max(stop - _WHOLE, 0) : stop], text[stop + 1 : stop + 3]
    whole = before.isalpha() and before.islower() and behind[:1].isupper()
    return whole and (behind[1:].islower() or fold(behind[:1]) in starts)


def _names_next(chain: Chain, i: int) -> bool:
    """Does a name end with the dot at link ``i``, and another one follow: "from Lorem Ltd. Ipsum employs"?"""
    return chain.tags[i] in "@E" and chain.tags[i + 1] in "@EA" and not chain.adjacent(i + 1)


def _begins(chain: Chain, i: int, starts: frozenset[str]) -> bool:
    """Does link ``i`` begin with a word of ``starts``, capital first, after a blank?"""
    start = chain.starts[i]
    if not chain.text[start].isupper() or chain.adjacent(i):
        return False
    stop, last = start + 1, min(start + _MOST_WORD, len(chain.text))
    while stop < last and chain.text[stop].isalpha():
        stop += 1
    return fold(chain.text[start:stop]) in starts
