"""Ports, airports and canals that move goods or people: actors by the name of their place."""

from __future__ import annotations

from tradenews.grammar.context import Context
from tradenews.grammar.naming import is_one_of, named, placed, words_of
from tradenews.grammar.rule import VIEW, Grammar, Hit, Rule
from tradenews.grammar.signs import signs_in
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon, Region
from tradenews.scan.chain import Chain, Link

_NAME = "[W°kA](?:ĵ?[WĉZ°]){0,3}"
_BACK, _AHEAD = 6, 24
_OPENS = regex('(?:^|[¶s,;:"&¬θ›‹-])[_oA]?[ali]{0,2}$')  # it is the subject of a clause
_OWNS = regex("(?:K|(?:^|[s¶])ĉ)(?:[onz]_?|_)$")  # the throughput of it
_WHERE = regex("[nyzqtbV]_?$|(?:^|[s¶])ĉ_?$")  # what happens in it
_LEAST = 3  # characters of a name with its word for a port
_WORDS, _TIMES = 2, 2  # of a name with a capital word for a port, and how often it stands
_PAPERS = ("memorandum", "contract", "partnership", "joint", "merger")
_NOT_GOODS = ("ratio", "money")
_ACTS = regex("[^s¶;,:QA@]{0,3}[JVYKl]")
_BOXES = "TEU"
_DOES = regex("[^s¶;,:QA@]{0,8}[JVYKl][^s¶;:A@Q]{0,12}Q")


def country_of_city(name: str, lexicon: Lexicon) -> str | None:
    """The country of a city that the lexicon knows, be it in capitals or not."""
    forms = (name, name.title())
    return next((c for c, cities in lexicon.lines["cities"].items() if any(f in cities for f in forms)), None)


def tells_of_hubs(chain: Chain, context: Context) -> bool:
    """Has the text a word for a port or an airport at all?"""
    text = fold(chain.text)
    return any(text.find(word) >= 0 for word in words_of(context, "ports"))


def _of_place(hit: Hit) -> list[Link] | None:
    """ "the port of Rotterdam", "el puerto del Callao"."""
    if not is_one_of(hit, hit.first, "ports"):
        return None
    whole, last = hit.chain.tags, hit.last
    if (name := _moving(hit, hit.first, last)) is not None:
        return name
    first = hit.first + 1 + len(whole[hit.first + 1 : last]) - len(whole[hit.first + 1 : last].lstrip("o_"))
    country = country_of_city(hit.chain.words(first, last), hit.context.lexicon) if hit.context else None
    if country is None:
        return None
    place = Link("°", hit.chain.starts[first], hit.chain.ends[last - 1], Region.of(country + "?"))
    return [*(hit.chain.link(i) for i in range(hit.first, first)), place]


def _at_end(hit: Hit) -> list[Link] | None:
    """ "Hamburger Hafen", "Dubai International Airport": up to the first word for a port."""
    last = next((i + 1 for i in range(hit.first + 1, hit.last) if is_one_of(hit, i, "ports")), None)
    return None if last is None else _moving(hit, hit.first, last)


def _moving(hit: Hit, first: int, last: int) -> list[Link] | None:
    """The name, where its sentence tells what it moves."""
    tags = hit.chain.tags
    before = tags[max(first - _BACK, 0) : first]
    if tags[last : last + 1] in ("W", "I", "L", "O") and hit.chain.text[hit.chain.ends[last - 1]] == " ":
        return None
    hit.last = last
    if (
        not (_OPENS.search(before) and _acts(hit.chain, last))
        and not _OWNS.search(before)
        and not (_WHERE.search(before) and _is_busy(hit.chain, first, last))
        and not _is_repeated(hit, first, last)
        and not _is_dealing(hit.chain, first, last)
    ):
        return None
    return placed(hit, first, last, named(hit, "organization", first, last))


def _is_repeated(hit: Hit, first: int, last: int) -> bool:
    """Is a name with a capital word for a port used again and again, with no article: "North Sea Port"?"""
    name, chain = hit.chain.words(first, last), hit.chain
    if last - first < _WORDS or not is_one_of(hit, last - 1, "ports") or chain.tags[first] not in "W°":
        return False
    if not all(word[:1].isupper() for word in name.split()) or chain.tags[first - 1 : first] in ("_", "o"):
        return False
    return chain.text.count(name, 0, VIEW) >= _TIMES


def _is_dealing(chain: Chain, first: int, last: int) -> bool:
    """Does a port with a capital word for it stand where one side of a paper or a contract would?"""
    if chain.text[chain.starts[first]].islower() or chain.tags[max(first - 1, 0)] in "nbz":
        return False
    stop = chain.first_of("s¶", last, min(last + _AHEAD, len(chain)))
    start = max(chain.tags.rfind("s", 0, first), first - _AHEAD, 0)
    told = chain.find("D", start, stop if stop >= 0 else min(last + _AHEAD, len(chain)))
    side = chain.tags[max(first - 2, 0) : first].strip("_o")[-1:] in ("", "s", "¶", "&", "u", "t", ",")
    return side and any(str(chain.values[i]).startswith(_PAPERS) for i in told)


def _acts(chain: Chain, last: int) -> bool:
    """Does a verb and an amount of goods or people stand behind the name that ends before link ``last``?

    In a text that counts containers it need not be told at once: "The port of Lorem is growing again."
    """
    told = _DOES.match(chain.tags, last)
    if told is not None and chain.values[told.end() - 1].amount.dimension not in _NOT_GOODS:
        return True
    return bool(_ACTS.match(chain.tags, last)) and any(
        chain.values[i].amount.unit == _BOXES for i in chain.find("Q")
    )


def _is_busy(chain: Chain, first: int, last: int) -> bool:
    """Are goods moved in the sentence of links ``first`` to ``last``, and nobody named who does it?"""
    stops = [chain.tags.rfind(mark, 0, first) for mark in "s¶"]
    start = max(stops) + 1
    stop = next(
        (i for i in range(last, min(last + _AHEAD, len(chain))) if chain.tags[i] in "s¶"), last + _AHEAD
    )
    if set(chain.tags[start:first] + chain.tags[last:stop]) & set("A@aE"):
        return False
    return any(
        str(chain.values[i]).startswith("trade") for i in chain.find("KJĉ", start, min(stop, len(chain)))
    )


def _unspaced(hit: Hit) -> list[Link] | None:
    """宁波舟山港: up to the first word for a port, at the beginning of a clause or behind its period."""
    chain, first = hit.chain, hit.first
    words = words_of(hit.context, "ports")
    last = next((i + 1 for i in range(first, hit.last) if chain.words(first, i + 1).endswith(words)), None)
    if last is None or chain.ends[last - 1] - chain.starts[first] < _LEAST:
        return None
    if not (_acts(chain, last) or _is_dealing(chain, first, last)):
        return None
    signs = signs_in(hit)
    if signs is None or chain.tags[last : last + 1] in ("I", "L", "ø", "@"):
        return None
    if chain.words(first, last).startswith(signs.not_names):
        return None  # 全国港口
    return placed(hit, first, last, named(hit, "organization", first, last))


UNSPACED_HUBS = Grammar(
    "@",
    Rule(
        "hub.unspaced",
        "(?<![^¶s,;:θ])[l°][lHTτ]{0,7}",
        _unspaced,
        example="2024年，宁波舟山港完成货物吞吐量13.77亿吨。",
        language="zh",
    ),
)
HUBS = Grammar(
    "@",
    Rule(
        "hub.of",
        rf"[lHWĉ](?:[on]_?|o?_){{0,1}}{_NAME}",
        _of_place,
        example="The port of Lorem handled 5 tonnes.",
    ),
    Rule("hub.end", rf"{_NAME}[lHĉ]?", _at_end, example="Lorem Airport received 5 tonnes."),
)
