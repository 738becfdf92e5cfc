"""What introduces a company by its trade: "le fabricant de pompes Lorem"."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.scan.chain import Chain

_TRADE: Final = regex("[GøI]a?o_?[lTKHa]{1,2}(?:[oyz]_?[lTKHa]{1,2})?$")
_LONGEST = 8  # links
_ADJECTIVES = 2  # links from such a noun to the name


def before_trade(tags: str, link: int) -> int:
    """The first link of the words for its trade right before the name at ``link``; else ``link`` itself."""
    if tags[max(link - 1, 0) : link] not in tuple("lTKHa"):
        return link
    hit = _TRADE.search(tags, max(link - _LONGEST, 0), link)
    return hit.start() if hit else link


def title_before(chain: Chain, link: int) -> str:
    """The noun that introduces the company named at ``link``: "la embotelladora Lorem"; else empty."""
    at = len(chain.tags[:link].rstrip("al")) - 1
    near = at >= 0 and link - at <= _ADJECTIVES and chain.tags[at] == "ø" and chain.values[at] == "company"
    return title_of(chain, at) if near else ""


def title_of(chain: Chain, link: int) -> str:
    """A noun for a company without its article."""
    return fold(chain.words(link)).rpartition(" ")[2].rpartition("'")[2]
