"""What a period is only held against: "in line with last year", "as in 2015", 与去年大致相当."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.scan.chain import Chain

_ENDS = "Q,;:s‹›"
_BACK = 8  # links from a period back to the word that likens
_SMALL = frozenset("_notτuq=b'lyVTrK")  # what may stand between the two
_WITH = frozenset("utn")
_OWN = regex("‹|[o'_]{0,2}Q")  # what tells the amount of a period
_VERB = 2  # links at least before a time since which something was not so
_AHEAD = 5  # links from a period to the word behind it that likens


def is_likened(chain: Chain, link: int, words: Mapping[str, Sequence[str]]) -> bool:
    """Does a word for "like" or "above" stand before a period, or one for "the same" behind "with" and it?"""
    tags, heads = chain.tags, words.get("alike", ())
    if _is_of_estimate(chain, link, words.get("told", ())):
        return True
    whens, means = words.get("when", ()), words.get("average", ())
    if _OWN.match(tags, link + 1) or any(fold(chain.words(i)) in whens for i in _next(tags, link)):
        return False  # "less than that recorded in March (5 percent)", "in March, when it was 5 percent"
    for i in range(link - 1, max(link - 1 - _BACK, -1), -1) if heads else ():
        if tags[i] in _ENDS:
            break
        said = fold(chain.words(i, link)) + " "
        if said.startswith(_before_blank(heads)):
            head = next(head for head in heads if said.startswith(f"{head} "))
            behind = chain.starts[i] + len(head)
            between = [k for k in range(i, link) if chain.starts[k] > behind]
            return all(tags[k] in _SMALL and fold(chain.words(k)) not in means for k in between)
    ends = words.get("alike_behind", ())
    if not ends or tags[max(link - 1, 0) : link] not in _WITH:
        return False
    last = link + 1
    while last < len(chain) and last - link <= _AHEAD and tags[last] not in _ENDS:
        last += 1
    return any(form in chain.words(link + 1, last) for form in ends)


@lru_cache(maxsize=32)
def _before_blank(heads: tuple[str, ...]) -> tuple[str, ...]:
    """The forms, each as it opens a text with more words."""
    return tuple(f"{head} " for head in heads)


def _is_of_estimate(chain: Chain, link: int, told: Sequence[str]) -> bool:
    """Is it the time of what one had expected: "larger than thought in October", "than forecast in May"?"""
    at = link - 1 - (chain.tags[max(link - 1, 0)] in "n_")
    if at < 1 or chain.tags[at - 1] != "=":
        return False
    return chain.tags[at] == "m" or fold(chain.words(at)) in told


def told_when(chain: Chain, link: int, words: Mapping[str, Sequence[str]]) -> int | None:
    """The amount of a time since which something was not so: "not since May 2016, when it was 5"."""
    if link < _VERB or not any(
        fold(chain.words(i)) in words.get("when", ()) for i in _next(chain.tags, link)
    ):
        return None
    at = next(chain.find("Q", link), None)
    return at if at is not None and not set(chain.tags[link + 2 : at]) & set("θ;:") else None


def is_of_best(chain: Chain, link: int, words: Mapping[str, Sequence[str]]) -> bool:
    """Is a period likened with what never was before, and so the one told: "never so much as in 2013"?"""
    nevers = words.get("never", ())
    first = max(chain.tags.rfind(tag, 0, link) for tag in "Qs;:¶") + 1
    return chain.tags[link + 1 : link + 2] in tuple(",:;") and any(
        fold(chain.words(i)).split(" ")[-1] in nevers for i in chain.find("glWα", first, link)
    )


def _next(tags: str, link: int) -> range:
    """The link behind the comma that follows a period."""
    last = link + 3 if tags[link + 1 : link + 2] == "," else 0
    return range(link + 2, min(last, len(tags)))
