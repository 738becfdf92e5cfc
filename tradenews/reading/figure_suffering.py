"""Whom duties hit where a country is the subject: "Brazil faces a tariff", "la Suisse s'est vu infliger"."""

from __future__ import annotations

from tradenews.lexicon.forms import UNSPACED, fold
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
        unspaced = chain.text[chain.starts[link]] >= UNSPACED
        between = fold(chain.text[chain.ends[link] : chain.starts[duty]]).replace("’", "'")
        told = lexicon.lines["name_words"].get("suffers", ())
        if unspaced:
            return any(each in between for each in told)
        between = f" {between} "
        return any(f" {each} " in between or f" {each}'" in between for each in told)
    return False
