"""Those who make or sell something at a place: "plants based in Tunisia exported 5 tonnes"."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_cues import flow_told
from tradenews.scan.chain import Chain

_PLACED: Final = regex("K[lTa]{0,2}t_?$")
_SEATED: Final = regex('(?:^|[s,;:&"])(?:_?l{0,2}[HøO][lu]{0,3}|_?l{2,3})[nt]_?$')  # "Plants based in"
_REACH: Final = 10  # links of such a subject
_SELLS: Final = regex("[lg]{0,2}J")


def is_seated(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Is a country where those are that sell: "Les constructeurs installés au Maroc ont exporté"?"""
    tags = chain.tags
    if tags[link] != "A" or (verb := _SELLS.match(tags, link + 1)) is None:
        return False
    subject = _SEATED.search(tags, max(link - _REACH, 0), link)
    if subject is None or flow_told(chain, verb.end() - 1) != "exports":
        return False
    at = tags.rindex("t", 0, link) if "t" in subject[0] else -1
    return at < 0 or chain.words(at).lower() in lexicon.facts.get("stays_at", "").split()


def made_there(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Is what is made or used told of at a place, by a word that elsewhere means "to"?"""
    words = lexicon.facts.get("stays_at", "").split()
    at = _PLACED.search(chain.tags, 0, link) if words else None
    if at is None or chain.words(link - 1 if chain.tags[link - 1] == "t" else link - 2).lower() not in words:
        return False
    return str(chain.values[at.start()]).startswith(("production", "consumption"))
