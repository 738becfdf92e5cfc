"""Provinces, states and cities, which are no actors: what they sell and buy is their country's.

They are heard only where they trade. What happens in a place tells nothing of whose figure it is, and who is
from there is someone else.
"""

from __future__ import annotations

from collections.abc import Collection

from tradenews.grammar.hubs import CARGO, Hub
from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED
from tradenews.lexicon.index import Region
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_BACK, _AHEAD = 12, 14
_SITE = 18  # links from a word of investing to where it is
# behind it: "Shanghai's exports", "Texas shipped", "Bavaria last year exported", 浙江对越南出口
_OWNED = regex(r"[o'_lθ,mTHF]{0,4}(?:n_?θ)?(?:t_?(?:[Aa](?:[,&_]{0,2}[Aa]){0,6}|ψ)[_oθ]{0,2})?[lTH]{0,3}[KJ]")
_LISTED = regex(
    r"[,‹:]?[ub_]{0,2}Q|[lm]?F[oz_]{0,2}[b_]?Q"
)  # "Jalisco, con 7.0 %", "Paraná respondeu por 41%"
_OWNER = regex(r"(?:[KJ][lTQVozH_]{0,8}[oqz][_X]?|K_?)$")  # before it: "exports of", "imported from"
_CITY_OWNER = regex(r"(?:[KJ][lTQVozH_]{0,8}[oq]_?|K_?)$")
_PLACED = regex(r"(?:n_?|[nt]_?[W°]{1,2},n?_?)$")
_TO = regex(r"t_?$")
_HEADED = regex("_?°-_?[Aa][,:]")  # "Bavaria-Russia: exports fall"
_SERVED = regex("_?[øHKlW]{1,2}[oqtzV]Q")  # "for Bavaria a market of 5 million"
_PORT_OPENS = regex(r"(?:^|[s¶;:›¬-])[_\"θz]{0,3}$")
_PORT_LISTED = regex(r"[,&]_?$")
_PORT_HAS = regex("[lyub:‹V_]{0,4}Q")
_PORT_TOLD = regex("[^s¶;:A@EaQ]{0,14}Q")
_PASSED = regex("[nzbqoty]_?$")  # "through Hamburg", "in Felixstowe"
_OPENS = regex(r"(?:^|[s¶;:])[_\"θ,]{0,3}$")
_HAS = regex("[^s;:A@EaQ]{0,14}Q")  # it is the only one named before an amount
_NEAR = regex(r"[lTHø]{0,2}[KJ]")  # behind an adjective: "bayerische Ausfuhren"
_NOUN = regex(r"(?:K[lTHo_]{0,2}|[Hø](?=.[lmθ]{0,2}J))$")  # before one: "exportaciones andaluzas"


def settle_region(
    sentence: Sentence, link: int, region: Region, *, ports: bool = False, near: Collection[str] = ()
) -> None:
    """Make a part of a country that trades a mention of it for the figures of this sentence.

    The country itself is not named by it, so that no actor comes of it. In one of ``ports`` cities are such.
    That somebody invests in a city of the countries ``near`` tells nothing of these.
    """
    chain = sentence.chain
    if isinstance(region, Hub):
        heard, tag = True, "°"
    elif chain.tags[link] == "a":
        heard, tag = _is_owner(chain, link), "l"
    else:
        heard = not _is_part(chain, link) and _trades(chain, link, region)
        heard, tag = heard or (not (region.city and region in near) and _is_built_in(chain, link)), "°"
        heard = heard or (region.city and _moves(chain, link, ports))
    if heard:
        tag = "a" if tag == "l" else "A"
        sentence.refs[link] = str(region)
    chain.tags = f"{chain.tags[:link]}{tag}{chain.tags[link + 1 :]}"


def _is_part(chain: Chain, link: int) -> bool:
    """Does it stand in a longer name, in a word with a hyphen, or say where a town is ("Austin, Texas")?"""
    tags, text = chain.tags, chain.text
    if text[chain.starts[link]] >= UNSPACED:
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
    hung = region.city and before[-1:] in ("o", "H", "t") and chain.text[chain.starts[link]] < UNSPACED
    owner = (_CITY_OWNER if region.city else _OWNER).search(before)
    if not inside and (owner or (not hung and _OWNED.match(tags, link + 1))):
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


def _moves(chain: Chain, link: int, ports: bool) -> bool:
    """Is a city the subject of a clause with an amount, or a port: one of a list, where goods pass?"""
    tags = chain.tags
    if _is_part(chain, link):
        return False
    before = tags[:link]
    if _PORT_TOLD.match(tags, link + 1) is not None and _PORT_OPENS.search(before) is not None:
        return True
    if not ports:
        return False
    if _PORT_HAS.match(tags, link + 1) is not None and _PORT_LISTED.search(before) is not None:
        return True
    if _PASSED.search(tags, max(link - _BACK, 0), link) is None or set(tags) & set("Aa@E"):
        return False
    return any(chain.values[i].amount.unit in CARGO for i in chain.find("Q"))


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
