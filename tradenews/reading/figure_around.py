"""The tie of a mention that words around its small word tell: "countries of the EU", "llega de Italia"."""

from __future__ import annotations

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_before import FILLERS
from tradenews.reading.figure_prepositions import PREPOSITIONS, Via
from tradenews.scan.chain import Chain

_ELIDED = regex(",?_?b?Q")  # "de Italia, el 20 %"
_OPENERS = ("", ",", ";", "&", ":", "¬")
_SOON = 3  # links behind a mention within which the verb follows
_HELPERS = "lVY_"


def told_around(chain: Chain, link: int, before: Via, lexicon: Lexicon) -> Via:
    """The tie of a mention behind "in" or "of", where more than that word tells it; empty where not."""
    if before == "of" and _comes(chain, link, lexicon):
        return "from"
    return _to_members(chain, link)


def _to_members(chain: Chain, link: int) -> Via:
    """The preposition before the countries of a bloc: "exports to countries within the EU"."""
    tags, i = chain.tags, link - 1
    while i > 0 and tags[i] in FILLERS:
        i -= 1
    if i < 2 or tags[i] not in "no" or tags[i - 1] != "H" or chain.values[i - 1] != "country":
        return ""
    back = len(tags[: i - 1].rstrip("_la")) - 1
    return PREPOSITIONS[tags[back]] if back >= 0 and tags[back] in "tqu" else ""


def _comes(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Does a verb of coming say where goods are from: "lo que llega de Italia", "De Italia llegaron"?"""
    forms = lexicon.lines["name_words"].get("goods_come", ())
    of = len(chain.tags[:link].rstrip(FILLERS)) - 1
    if not forms or of < 0 or chain.tags[of] != "o":
        return False
    if of and chain.tags[of - 1] != "T" and fold(chain.words(of - 1)).rpartition(" ")[2] in forms:
        return True
    if chain.tags[max(of - 1, 0) : of] not in _OPENERS:
        return False
    for i in range(link + 1, min(link + 1 + _SOON, len(chain))):
        if chain.tags[i] not in _HELPERS:
            break
        if fold(chain.words(i)).partition(" ")[0] in forms:
            return True
    again = _ELIDED.match(chain.tags, link + 1) is not None and chain.tags[0] == "o"
    return again and any(fold(chain.words(i)).partition(" ")[0] in forms for i in chain.find("lVJ", 0, of))
