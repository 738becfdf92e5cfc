"""Ports, airports and canals that move goods or people: what is told of one is its country's.

Who runs it by a name of its own, an authority or a company, is an actor (and named by other grammars).
"""

from __future__ import annotations

import re
from functools import lru_cache

from tradenews.grammar.context import Context
from tradenews.grammar.naming import is_one_of, named, placed, words_of
from tradenews.grammar.places import NO_COUNTRY
from tradenews.grammar.rule import VIEW, Grammar, Hit, Rule
from tradenews.grammar.signs import signs_in
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon, Region
from tradenews.scan.chain import Chain, Link

_NAME = "[W°kAñ](?:[ĵ/]?[WĉZ°ñ]){0,3}"
_BACK, _AHEAD = 6, 24
_OPENS = regex('(?:^|[¶s,;:"&¬θ›‹-])[_oA]?[ali]{0,2}$')  # it is the subject of a clause
_OWNS = regex("(?:K|(?:^|[s¶])ĉ)(?:[onz]_?|_)$")  # the throughput of it
_WHERE = regex("[nyzbV]_?$|(?:^|[s¶])ĉ_?$")  # what happens in it
_THROUGH = regex("[qt]_?$")  # what leaves and reaches it
_CODE = 2  # letters of a country's code
_LEAST = 3  # characters of a name with its word for a port
_WORDS, _TIMES = 2, 2  # of a name with a capital word for a port, and how often it stands
_SIGNED = ("memorandum", "partnership")
_PAPERS = ("memorandum", "contract", "partnership", "joint", "merger")
_NOT_GOODS = ("ratio", "money")  # of which the sentence of a company tells, too
_HEADS = regex("[:,-][^s¶;:A@Q]{0,12}Q")  # "Port of Lorem: traffic up 5 percent"
_ACTS = regex("[^s¶;,:QA@]{0,3}[JVYKl]")
_BOXES = "TEU"
CARGO = (_BOXES, "t", "t_unspecified")  # units of what ports move
_DOES = regex("[^s¶;,:QA@]{0,8}[JVYKlvmF][^s¶;:A@Q]{0,12}Q")


class Hub(Region):
    """The country of a port, airport or canal that moves goods: what is told of the place is its own."""

    __slots__ = ()


def country_of_city(name: str, lexicon: Lexicon) -> str | None:
    """The country of a place that the lexicon knows, be it in capitals or not."""
    for form in (name, name.title()):
        entry = lexicon.word(form)
        code = entry.value if entry is not None and entry.tag in "kAa°" else None
        if isinstance(code, str) and len(code) == _CODE:
            return str(code)
    return next(
        (c for c, cities in lexicon.lines["cities"].items() if name in cities or name.title() in cities), None
    )


def tells_of_hubs(chain: Chain, context: Context) -> bool:
    """Has the text a word for a port or an airport at all?"""
    text = fold(chain.text)
    return any(text.find(word) >= 0 for word in words_of(context, "ports"))


@lru_cache(maxsize=16)
def _word_for_hub(lexicon: Lexicon) -> re.Pattern[str]:
    words = {word for key in ("ports", "hubs") for word in lexicon.lines["name_words"].get(key, ())}
    edge = "" if lexicon.facts.get("order") == "ymd" else r"\b"
    return re.compile(f"{edge}(?:{'|'.join(sorted(map(re.escape, words))) or '(?!)'}){edge}")


def is_of_ports(text: str, lexicon: Lexicon) -> bool:
    """Does a text speak of ports or count containers, so that a city may be its port?"""
    return _word_for_hub(lexicon).search(fold(text)) is not None or _BOXES in text


def _of_place(hit: Hit) -> list[Link] | None:
    """ "the port of Rotterdam", "el puerto del Callao"."""
    if not is_one_of(hit, hit.first, "ports"):
        return None
    whole, last = hit.chain.tags, hit.last
    first = hit.first + 1 + len(whole[hit.first + 1 : last]) - len(whole[hit.first + 1 : last].lstrip("o_"))
    country = _country(hit, first, last)
    if (hub := _moving(hit, hit.first, last, country)) is not None:
        return hub
    if country is None:
        return None
    place = Link("°", hit.chain.starts[first], hit.chain.ends[last - 1], Region.of(country + "?"))
    return [*(hit.chain.link(i) for i in range(hit.first, first)), place]


def _at_end(hit: Hit) -> list[Link] | None:
    """ "Hamburger Hafen", "Dubai International Airport": up to the first word for a port."""
    last = next((i + 1 for i in range(hit.first + 1, hit.last) if is_one_of(hit, i, "ports")), None)
    if last is None or (hit.tags[0] in "aâ" and not isinstance(hit.chain.values[hit.first], Region)):
        return None
    country = _country(hit, hit.first, last - 1)
    return _moving(hit, hit.first, last, country, brand=_is_brand(hit, last - 1, country))


def _described(hit: Hit) -> list[Link] | None:
    """ "il porto triestino", "le port anversois": a word for a port and the adjective of a city."""
    place = hit.chain.values[hit.first + 1]
    if not is_one_of(hit, hit.first, "ports") or not isinstance(place, Region):
        return None
    return _moving(hit, hit.first, hit.last, str(place))


def _is_brand(hit: Hit, last: int, country: str | None) -> bool:
    """Is a word for a port that ends a name foreign to the language, or behind what is no known place?"""
    words = hit.chain.words(last)
    if not words[:1].isupper() or words_of(hit.context, "nouns_have_capitals"):
        return is_one_of(hit, last, "hub_brands")
    return is_one_of(hit, last, "hub_brands") or (country is None and hit.tags[0] == "W")


def _country(hit: Hit, first: int, last: int) -> str | None:
    """The country of the longest beginning of a name that is a place's, else of any of its words."""
    lexicon = hit.context.lexicon if hit.context else None
    if lexicon is None:
        return None
    spans = [(first, stop) for stop in range(last, first, -1)] + [(i, i + 1) for i in range(first + 1, last)]
    return next((c for a, b in spans if (c := country_of_city(hit.chain.words(a, b), lexicon))), None)


def _moving(
    hit: Hit, first: int, last: int, country: str | None, *, brand: bool = False
) -> list[Link] | None:
    """The hub, where its sentence tells what it moves; with the name of its company, a ``brand``, that."""
    tags = hit.chain.tags
    before = tags[max(first - _BACK, 0) : first]
    if tags[last : last + 1] in ("W", "I", "L", "O") and hit.chain.text[hit.chain.ends[last - 1]] == " ":
        return None
    hit.last = last
    dealing = _is_dealing(hit.chain, first, last)
    if (
        not (_OPENS.search(before) and _acts(hit.chain, last, brand=brand))
        and not _OWNS.search(before)
        and not (_WHERE.search(before) and _is_busy(hit.chain, first, last, "trade"))
        and not (_THROUGH.search(before) and _is_busy(hit.chain, first, last, "exports", "imports"))
        and not _is_repeated(hit, first, last)
        and not dealing
    ):
        return None
    if brand or dealing:
        return placed(hit, first, last, named(hit, "organization", first, last))
    return _hub(hit, first, last, country)


def _hub(hit: Hit, first: int, last: int, country: str | None) -> list[Link]:
    """The links of ``hit`` with those from ``first`` to ``last`` made one place, of its country or home."""
    chain = hit.chain
    code = country or (hit.context.home if hit.context else None)
    place = Link("°", chain.starts[first], chain.ends[last - 1], Hub.of(code) if code else NO_COUNTRY)
    return [
        *(chain.link(i) for i in range(hit.first, first)),
        place,
        *(chain.link(i) for i in range(last, hit.last)),
    ]


def _is_repeated(hit: Hit, first: int, last: int) -> bool:
    """Is a name with a capital word for a port used again and again, with no article: "North Sea Port"?"""
    name, chain = hit.chain.words(first, last), hit.chain
    if last - first < _WORDS or not is_one_of(hit, last - 1, "ports") or chain.tags[first] not in "W°":
        return False
    if not all(word[:1].isupper() for word in name.split()) or chain.tags[first - 1 : first] in ("_", "o"):
        return False
    return chain.text.count(name, 0, VIEW) >= _TIMES


def _is_dealing(chain: Chain, first: int, last: int) -> bool:
    """Does a port stand where one side of a paper would; with a capital word for it, of a contract, too?"""
    if chain.tags[max(first - 1, 0)] in "nbz":
        return False
    papers = _SIGNED if chain.text[chain.starts[first]].islower() else _PAPERS
    stop = chain.first_of("s¶", last, min(last + _AHEAD, len(chain)))
    start = max(chain.tags.rfind("s", 0, first), first - _AHEAD, 0)
    told = chain.find("D", start, stop if stop >= 0 else min(last + _AHEAD, len(chain)))
    side = chain.tags[max(first - 3, 0) : first].rstrip("_oa")[-1:] in ("", "s", "¶", "&", "u", "t", ",", "y")
    return side and any(str(chain.values[i]).startswith(papers) for i in told)


def _acts(chain: Chain, last: int, *, brand: bool = False) -> bool:
    """Does a verb and an amount of goods or people stand behind the name that ends before link ``last``?

    In a text that counts containers it need not be told at once: "The port of Lorem is growing again."
    """
    told = _DOES.match(chain.tags, last)
    if told is not None and not (brand and chain.values[told.end() - 1].amount.dimension in _NOT_GOODS):
        return True
    if not brand and _HEADS.match(chain.tags, last) is not None:
        return True
    return bool(_ACTS.match(chain.tags, last)) and any(
        chain.values[i].amount.unit == _BOXES for i in chain.find("Q")
    )


def _is_busy(chain: Chain, first: int, last: int, *kinds: str) -> bool:
    """Are goods moved in the sentence of links ``first`` to ``last``, and nobody named who does it?

    A word for a flow of one of the ``kinds`` tells it, or an amount of goods that happens in a place.
    """
    stops = [chain.tags.rfind(mark, 0, first) for mark in "s¶"]
    start = max(stops) + 1
    stop = next(
        (i for i in range(last, min(last + _AHEAD, len(chain))) if chain.tags[i] in "s¶"), last + _AHEAD
    )
    if set(chain.tags[start:first] + chain.tags[last:stop]) & set("A@aE"):
        return False
    stop = min(stop, len(chain))
    if any(str(chain.values[i]).startswith(kinds) for i in chain.find("KJĉ", start, stop)):
        return True
    return "trade" in kinds and any(
        chain.values[i].amount.unit in CARGO for i in chain.find("Q", start, stop)
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
    return _hub(hit, first, last, _known_part(hit, first, last))


def _known_part(hit: Hit, first: int, last: int) -> str | None:
    """The country of the characters of a name that begin or end it, the longest that are a place's."""
    lexicon, words = hit.context.lexicon if hit.context else None, hit.chain.words(first, last)
    if lexicon is None:
        return None
    parts = [words[:i] for i in range(len(words), 1, -1)] + [words[i:] for i in range(1, len(words) - 1)]
    return next((c for part in parts if (c := country_of_city(part, lexicon))), None)


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
    Rule(
        "hub.adjective",
        "[lHWĉ][âa]",
        _described,
        example="Il porto triestino ha movimentato 5 tonnellate.",
        language="it",
    ),
    Rule("hub.end", rf"(?:{_NAME}|[aâ])[lHĉ]?", _at_end, example="Lorem Airport received 5 tonnes."),
)
