"""What only tells why something moved: its times are none of the figures before it."""

from __future__ import annotations

from collections.abc import Collection

from tradenews.grammar.values import Moment
from tradenews.lexicon.forms import fold
from tradenews.scan.chain import Chain

_SMALL = "lznqoy"  # the tags that words of cause have


def tells_why(chain: Chain, i: int, moment: Moment, causes: Collection[str]) -> bool:
    """Does a time behind the amounts belong to a cause: "fell by 5 percent owing to the heat of last summer"?

    A time that no other one of its sentence precedes may well be that of the amount, too, unless it is a
    season: "fell by 5 percent because of weak demand in May".
    """
    last = chain.tags.rfind("Q", 0, i)
    if not causes or last < 0 or (moment.grain != "season" and "θ" not in chain.tags[:last]):
        return False
    return any(fold(chain.words(k)) in causes for k in chain.find(_SMALL, last + 1, i))
