"""Who takes over a company, where a noun tells of the purchase: "the takeover of Lorem by Ipsum"."""

from __future__ import annotations

from tradenews.grammar.particles import PARTICLE
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.scan.chain import Chain

_INTRODUCED = "_aøTHlLGo"  # what stands between a preposition and the name of a company
_FAR = 12  # links from the noun to who takes over
_PURCHASE = "merger_acquisition"


def takes_over(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Does a word for an agent tie the name at ``link`` to a purchase: "the takeover of Lorem by Ipsum"?"""
    first = max(link - _FAR, 0)
    if not any(str(chain.values[i]).startswith(_PURCHASE) for i in chain.find("D", first, link)):
        return False
    before = first + len(chain.tags[first:link].rstrip(_INTRODUCED)) - 1
    agents = lexicon.lines["name_words"].get("agents", ())
    return before > first and fold(chain.words(before)).rpartition(" ")[2] in agents


def is_buyer(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Does a word for a company say that it buys another: "the buyer"?"""
    buyers = lexicon.lines["name_words"].get("buyers", ())
    return fold(chain.words(link)).rpartition(" ")[2].rpartition("'")[2] in buyers


def is_purchase(chain: Chain, firms: int, lexicon: Lexicon) -> bool:
    """Does a sentence that names so many ``firms`` tell that a company is bought?"""
    for i in chain.find("DYJKV"):
        told = str(chain.values[i])
        if _PURCHASE in told or (firms > 1 and told.startswith("imports") and chain.tags[i] in "JK"):
            return True
        if told.startswith(PARTICLE) and _PURCHASE in str(lexicon.also(chain.words(i), "Y")):
            return True
    return False
