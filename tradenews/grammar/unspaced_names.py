"""Names in a script without blanks: where one begins and ends, and what is none."""

from __future__ import annotations

from tradenews.grammar.naming import home_of_region
from tradenews.grammar.rule import Hit
from tradenews.grammar.signs import Signs
from tradenews.grammar.values import Naming
from tradenews.scan.chain import Chain, Link

LONGEST = 6  # characters
_REACH = 6  # characters of the words before a name


def placed_name(
    hit: Hit, first: int, last: int, kind: str = "company", country: str | None = None
) -> list[Link]:
    """The match with links ``first`` to ``last`` made one name; its home is told, or a region in it."""
    chain = hit.chain
    home = country or home_of_region(chain, first, last)
    naming = Naming(kind, chain.words(first, last), home)  # type: ignore[arg-type]
    return [
        *(chain.link(i) for i in range(hit.first, first)),
        Link("@", chain.starts[first], chain.ends[last - 1], naming),
        *(chain.link(i) for i in range(last, hit.last)),
    ]


def name_start(chain: Chain, first: int, last: int, signs: Signs) -> int:
    """Behind the last character from ``first`` to ``last`` that no name holds, or word for a firm."""
    ends = (
        i + 1 for i in range(first, last) if chain.words(i) in signs.stops or is_told(chain, i + 1, signs)
    )
    return max(ends, default=first)


def is_told(chain: Chain, i: int, signs: Signs) -> bool:
    """Do words that tell a firm's name stand right before link ``i``?"""
    at = chain.starts[i] if i < len(chain) else chain.ends[i - 1]
    return chain.text[max(at - _REACH, 0) : at].endswith(signs.told)


def is_name(hit: Hit, first: int, last: int, signs: Signs) -> bool:
    """Have links the length of a name, and do they begin like one?"""
    if not 1 < last - first <= LONGEST and hit.chain.ends[last - 1] - hit.chain.starts[first] < 2:
        return False
    return not hit.chain.words(first, last).startswith(signs.not_names)


def said_from(chain: Chain, first: int, last: int, signs: Signs) -> int:
    """The first link from ``first`` to ``last`` where a word begins that follows names; else ``last``."""
    after = (*signs.speech, *signs.follows)
    return next((i for i in range(first, last) if chain.text.startswith(after, chain.starts[i])), last)


def nation_before(chain: Chain, first: int) -> str | None:
    """The country right before link ``first``."""
    return str(chain.values[first - 1]) if first and chain.tags[first - 1] in "Aa" else None
