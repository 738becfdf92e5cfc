"""When a forecast was made, which is not the time that it is of: "the forecast published in March"."""

from __future__ import annotations

from typing import Final

from tradenews.grammar.values import Moment
from tradenews.lazy import regex
from tradenews.scan.chain import Chain

_GRAINS: Final = frozenset(("month", "day", "weekday", "week"))
_MADE: Final = regex("[_tozu](?P<noun>m)[lJYV]{1,2}[qz]?[no_]{1,3}$")  # "the forecast made in"
_MAKING: Final = regex("[lJYV]{1,2}(?P<noun>m)")  # "im Januar abgegebenen Prognose"
_LEADS: Final = regex("[_oztu]n_?$")
_REACH: Final = 8


def is_of_making(chain: Chain, link: int, moment: Moment) -> bool:
    """Does a participle tie a period to a noun for a forecast, so that it is when that was made?"""
    if moment.grain not in _GRAINS or moment.direction:
        return False
    hit = _MADE.search(chain.tags, max(link - _REACH, 0), link)
    if hit is None and _LEADS.search(chain.tags, max(link - _REACH, 0), link):
        hit = _MAKING.match(chain.tags, link + 1)
    return hit is not None and str(chain.values[hit.start("noun")]).startswith("forecast")
