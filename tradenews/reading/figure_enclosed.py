"""What keeps a period to itself: brackets, a relative clause, a clause of what went before ("after ...")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.scan.chain import Chain

_HEADS: Final = 3  # "which", "in which"
_LONGEST: Final = 16  # links from a word for "after" to the period in its clause
_OPENS: Final = regex(r"(?:^|[,;:&¶])n?$")  # before a word with which a clause begins
_ENDS: Final = ",;¬"
_NEXT: Final = regex("Q[^Qθ]*θ[^&]*$")  # the clause is over: "Nach 9 Prozent im Jahr 2023 sollen es 2024"


def enclosure(chain: Chain, link: int, words: Mapping[str, Sequence[str]]) -> tuple[int, int] | None:
    """The brackets around a period and its own amount, or the clause outside of which it says nothing."""
    tags = chain.tags
    opened, closed = tags.rfind("‹", 0, link), tags.find("›", link)
    if opened >= 0 and closed >= 0 and "›" not in tags[opened:link]:
        return (opened, closed) if set(tags[opened:closed]) & set("QN") else None
    return _afterwards(chain, link, words) or _relative(chain, link, words.get("relative", ()))


def is_afterwards(chain: Chain, within: tuple[int, int] | None) -> bool:
    """Is it the clause of what went before, not a relative one, or brackets?"""
    return within is not None and chain.tags[within[0]] not in ",‹"


def _afterwards(chain: Chain, link: int, words: Mapping[str, Sequence[str]]) -> tuple[int, int] | None:
    """The clause with which a word for "after" begins: "after Beijing lifted its duties in March".

    With an amount of its own it may be told first: "After a loss of 5 million in 2022, it earned 3 million".
    """
    tags, forms = chain.tags, words.get("after", ())
    if (behind := _closed_behind(chain, link)) is not None:
        return behind
    for i in range(link - 1, max(link - _LONGEST, -1), -1):
        if tags[i] in _ENDS:
            break
        if tags[i] == "Y" and chain.values[i] == "earlier" and "Q" not in tags[i:link]:
            end = chain.first_of(",;", link, len(tags))
            return i, end if end >= 0 else len(tags)
        if not _opens(chain, i, forms) or _OPENS.search(tags[max(i - 2, 0) : i]) is None:
            continue
        end = chain.first_of(_ENDS, link, len(tags))
        if "Q" in tags[i:link] and _NEXT.search(tags, i, link) is None:
            return i, end if 0 <= end < link + _HEADS else link + 1
    return None


def _closed_behind(chain: Chain, link: int) -> tuple[int, int] | None:
    """The clause that a word for "after" closes: 继2022年下降3%之后，."""
    end = chain.first_of(",;:", link, min(link + _LONGEST, len(chain)))
    if end < 0 or chain.tags[end - 1] != "Y" or chain.values[end - 1] != "earlier<":
        return None
    first = max(chain.tags.rfind(mark, 0, link) for mark in _ENDS) + 1
    return (first, end) if "Q" in chain.tags[link:end] else None


def _opens(chain: Chain, link: int, forms: Sequence[str]) -> bool:
    """Is it a word for "after" with which a clause can begin?"""
    value = chain.values[link] if chain.tags[link] in "Yα" else None
    return value in ("earlier", "after") or (chain.tags[link] in "tzκl" and fold(chain.words(link)) in forms)


def _relative(chain: Chain, link: int, relative: Sequence[str]) -> tuple[int, int] | None:
    """The relative clause between commas that a period is in."""
    tags = chain.tags
    first, last = tags.rfind(",", 0, link), tags.find(",", link)
    if first <= 0 or last < 0 or any(tag in ";:" for tag in tags[first:last]):
        return None
    heads = (fold(chain.words(i)) for i in range(first + 1, min(first + _HEADS, link)))
    pair = (
        fold(chain.words(first + 1, first + 3)) if first + 2 <= link else ""
    )  # "das im Mai unter Frost litt"
    return (first, last) if pair in relative or any(words in relative for words in heads) else None
