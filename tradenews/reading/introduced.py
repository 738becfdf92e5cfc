"""What introduces a company by its trade: "le fabricant de pompes Lorem"."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex

_TRADE: Final = regex("[GøI]a?o_?[lTKHa]{1,2}(?:[oyz]_?[lTKHa]{1,2})?$")
_LONGEST = 8  # links


def before_trade(tags: str, link: int) -> int:
    """The first link of the words for its trade right before the name at ``link``; else ``link`` itself."""
    if tags[max(link - 1, 0) : link] not in tuple("lTKHa"):
        return link
    hit = _TRADE.search(tags, max(link - _LONGEST, 0), link)
    return hit.start() if hit else link
