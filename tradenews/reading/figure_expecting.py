"""Who only expects or reckons what others produce and sell: "SovEcon sees the crop at 85 million"."""

from __future__ import annotations

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_nouns import acts
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_APART = regex("(?:‹[^›]{1,6}›)?(?:,[=l][^,;:Qs]{1,20},)?[bθ]?")  # a short name, a relative clause, "now"
_ROLES, _ROLE = 4, frozenset("øIKHWla_")  # between a verb and a name: "calcula la consultora Lorem"
_TIES, _REACH = frozenset("tuzn"), 2  # links behind a name: "rekent Lorem op", "rechnet Lorem mit"
_FORECAST = "forecast"
_OWN_KINDS = frozenset(("sales", "finance", "investment", "count"))  # what companies tell of


def expects(chain: Chain, link: int, lexicon: Lexicon, *, firm: bool) -> bool:
    """Does a verb of saying or expecting follow, and no plan of one's own: "X expects exports of 5"?"""
    tags, apart = chain.tags, _APART.match(chain.tags, link + 1)
    at = apart.end() if apart is not None else link + 1
    tag = tags[at : at + 1]
    if tag == "v":
        return at == link + 1 or not (firm or tags[link + 1] == "‹")
    if tag == "m":
        return tags[at + 1 : at + 2] != "Q" and chain.values[at] != "target" and not acts(chain, at + 1)
    return bool(tag) and fold(chain.words(at)) in lexicon.lines["name_words"].get("expecters", ())


def is_asked(chain: Chain, link: int, lexicon: Lexicon, *, firm: bool) -> bool:
    """Does a verb of expecting stand before who expects: "rechnet der Verband mit", "calcula la firma X"?"""
    verb = len(chain.tags[:link].rstrip("_")) - 1
    while verb > max(link - _ROLES, 0) and chain.tags[verb] in _ROLE:
        verb -= 1
    if verb < 0 or chain.tags[verb] not in "mJ":
        return False
    told = chain.values[verb] if chain.tags[verb] == "m" else lexicon.also(chain.words(verb), "m")
    if not str(told).startswith(_FORECAST):
        return False
    described = bool(chain.tags[verb + 1 : link].strip("_"))
    return not firm or described or chain.tags[link + 1 : link + _REACH] in _TIES


def tells_own(slot: Slot, link: int, alone: bool) -> bool:
    """Does a company tell of itself: "Nestlé said that sales fell", not so a research firm?

    Of output it does so where the text is about companies ``alone``: else the crop is that of the country.
    """
    if slot.kind not in _OWN_KINDS and not (alone and slot.kind == "production"):
        return False
    return slot.sentence.chain.tags[max(link - 1, 0) : link] not in ("ø", "I") and link < slot.link
