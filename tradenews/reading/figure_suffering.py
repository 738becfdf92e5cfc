"""Whom duties hit where a country is the subject: "Brazil faces a tariff", "la Suisse s'est vu infliger"."""

from __future__ import annotations

from tradenews.lexicon.forms import says
from tradenews.lexicon.index import Lexicon
from tradenews.scan.chain import Chain

_REACH = 12  # links from the country to the word for duties, or to their rate
_BARS = frozenset(";:s")


def suffers(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Does a word of the kind of "faces", "was hit by" stand between a country and the duties it meets?"""
    last = min(link + 1 + _REACH, len(chain))
    nouns = (i for i in chain.find("K", link + 1, last) if str(chain.values[i]).startswith("tariff"))
    duty = next(nouns, -1)
    if duty < 0:
        rates = (i for i in chain.find("Q", link + 1, last) if chain.values[i].amount.unit == "percent")
        duty = next(rates, -1)  # "Pakistan was given 19 percent"
    if duty < 0 or _BARS & set(chain.tags[link:duty]):
        return False
    words = lexicon.lines["name_words"].get("suffers", ())
    return says(chain.text[chain.ends[link] : chain.starts[duty]], words)
