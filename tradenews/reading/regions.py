"""Provinces, states and cities, which are no actors: what they sell and buy is their country's.

They are heard only where they trade. What happens in a place tells nothing of whose figure it is, and who is
from there is someone else.
"""

from __future__ import annotations

from tradenews.lazy import regex
from tradenews.lexicon.index import Region
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_UNSPACED = "\u3040"
_BACK, _AHEAD = 12, 14
_SITE = 18  # links from a word of investing to where it is
# behind it: "Shanghai's exports", "Texas shipped", "Bavaria last year exported", 浙江对越南出口
_OWNED = regex(r"[o'_lθ,mTHF]{0,4}(?:n_?θ)?(?:t_?(?:[Aa](?:[,&_]{0,2}[Aa]){0,6}|ψ)[_oθ]{0,2})?[lTH]{0,3}[KJ]")
_LISTED = regex(
    r"[,‹:]?[ub_]{0,2}Q|[lm]?F[oz_]{0,2}[b_]?Q"
)  # "Jalisco, con 7.0 %", "Paraná respondeu por 41%"
_OWNER = regex(r"(?:[KJ][lTQVozH_]{0,8}[oqz][_X]?|K_?)$")  # before it: "exports of", "imported from"
_PLACED = regex(r"(?:n_?|[nt]_?[W°]{1,2},n?_?)$")
_TO = regex(r"t_?$")
_HEADED = regex("_?°-_?[Aa][,:]")  # "Bavaria-Russia: exports fall"
_SERVED = regex("_?[øHKlW]{1,2}[oqtzV]Q")  # "for Bavaria a market of 5 million"
_OPENS = regex(r"(?:^|[s¶;:])[_\"θ,]{0,3}$")
_HAS = regex("[^s;:A@EaQ]{0,14}Q")  # it is the only one named before an amount
_NEAR = regex(r"[lTHø]{0,2}[KJ]")  # behind an adjective: "bayerische Ausfuhren"
_NOUN = regex(r"(?:K[lTHo_]{0,2}|[Hø](?=.[lmθ]{0,2}J))$")  # before one: "exportaciones andaluzas"


def settle_region(sentence: Sentence, link: int, region: Region) -> None:
    """Make a part of a country that trades a mention of it for the figures of this sentence.

    The country itself is not named by it, so that no actor comes of it.
    """
    chain = sentence.chain
    if chain.tags[link] == "a":
        heard, tag = _is_owner(chain, link), "l"
    else:
        heard = not _is_part(chain, link) and _trades(chain, link, region)
        heard, tag = heard or _is_built_in(chain, link), "°"
    if heard:
        tag = "a" if tag == "l" else "A"
        sentence.refs[link] = str(region)
    chain.tags = f"{chain.tags[:link]}{tag}{chain.tags[link + 1 :]}"


def _is_part(chain: Chain, link: int) -> bool:
    """Does it stand in a longer name, in a word with a hyphen, or say where a town is ("Austin, Texas")?"""
    tags, text = chain.tags, chain.text
    if text[chain.starts[link]] >= _UNSPACED:
        return False
    before, after = tags[max(link - 1, 0) : link], tags[link + 1 : link + 2]
    if after == "-" and chain.adjacent(link + 1):
        return _HEADED.match(tags) is None or link > 1
    if (after in ("W", "Z", "L") and text[chain.ends[link] : chain.starts[link + 1]] == " ") or before == "W":
        return True
    return before == "," and tags[max(link - 2, 0) : link - 1] in ("W", "°")


def _trades(chain: Chain, link: int, region: Region) -> bool:
    """Is it the owner of a flow, one who sells or buys, where goods go, or one of a list with amounts?"""
    tags, before = chain.tags, chain.tags[max(link - _BACK, 0) : link]
    inside = before[-1:] == "n" or before[-2:] == "n_"
    hung = region.city and before[-1:] in ("o", "H") and chain.text[chain.starts[link]] < _UNSPACED
    if not inside and (_OWNER.search(before) or (not hung and _OWNED.match(tags, link + 1))):
        return True
    if region.city:
        return False
    if _TO.search(before) or _SERVED.match(tags, link + 1) or _LISTED.match(tags, link + 1):
        return True
    if _OPENS.search(tags[:link]) is None:
        return False
    if _HEADED.match(tags) is not None:
        return bool(set("KJ") & set(tags))
    return "J" in tags[link + 1 : link + _AHEAD] or _HAS.match(tags, link + 1) is not None


def _is_built_in(chain: Chain, link: int) -> bool:
    """Is it where somebody invests: "will build a plant in Austin, Texas"?"""
    if _PLACED.search(chain.tags, max(link - _BACK, 0), link) is None:
        return False
    told = chain.find("DJK", max(link - _SITE, 0), link)
    return any(str(chain.values[i]).startswith("investment") for i in told)


def _is_owner(chain: Chain, link: int) -> bool:
    """Does an adjective stand at a noun or a verb of trade?"""
    tags = chain.tags
    return (
        _NEAR.match(tags, link + 1) is not None or _NOUN.search(tags, max(link - _BACK, 0), link) is not None
    )
