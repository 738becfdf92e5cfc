"""Whom duties hit where a country is the subject: "Brazil faces a tariff", "la Suisse s'est vu infliger"."""

from __future__ import annotations

from tradenews.lexicon.forms import says
from tradenews.lexicon.index import Lexicon
from tradenews.scan.chain import Chain

_REACH = 12  # links from the country to the word for duties
_BARS = frozenset(";:s")


def suffers(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Does a word of the kind of "faces", "was hit by" stand between a country and the duties it meets?"""
    tags = chain.tags
    for duty in chain.find("K", link + 1, min(link + 1 + _REACH, len(chain))):
        if not str(chain.values[duty]).startswith("tariff"):
            continue
        if _BARS & set(tags[link:duty]):
            return False
        words = lexicon.lines["name_words"].get("suffers", ())
        return says(chain.text[chain.ends[link] : chain.starts[duty]], words)
    return False
