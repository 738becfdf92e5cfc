"""The preposition before a mention, over articles, titles and nouns."""

from __future__ import annotations

import re

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_nouns import relates
from tradenews.reading.figure_prepositions import PREPOSITIONS, Via, head_tie, tail_tie
from tradenews.reading.introduced import before_trade
from tradenews.scan.chain import Chain

FILLERS = '_"°±'  # what may stand between a preposition and the name
_REACH, _APPOSED = 4, 8
_TITLES = "_aøIOHTWl_"
_OF_LAND = ("A-", "-H", "-ø", "-I", "-l", "AT", "Aø", "AH")  # "vom US-Produzenten X", "from US producer X"
_NOUNS_BEFORE = ("K", "J", "T", "Q", "H")
_REGIONS = regex("(?P<tie>[tqu])_?(?P<list>ψ(?:,_?[ψA])*)(?P<joint>[,&])_?$")  # "to Europe and"
_LIST = 12
_WIDE_COMMA = "、"
_NO_DEAL = "-deal"  # the value of words that only look like an agreement: "de acuerdo con"
_TAIL = 24  # characters at the end of a form in which its last word is sought


def market_tie(chain: Chain, link: int, lexicon: Lexicon) -> Via:
    """The preposition before the noun that an adjective belongs to: "al mercado chino"."""
    back = _over_title(chain, link, link, lexicon, _TITLES + "H")
    return PREPOSITIONS.get(chain.tags[back], "") if back < link else ""


def tie_before(chain: Chain, link: int, lexicon: Lexicon) -> Via:
    """The preposition before a mention, over articles and the like; also that at the end of "went to"."""
    tags, i = chain.tags, link - 1
    while i >= 0 and link - i <= _REACH and (tags[i] in FILLERS or _is_article(chain, i, lexicon)):
        i -= 1
    if tags[link] in "Aa" and i > 0 and tags[i] in "HG":
        if tags[i] == "G" and (head := head_tie(chain.words(i), lexicon)):
            return head  # "al país vecino Perú"
        noun = i
        while i >= 0 and link - i <= _APPOSED and tags[i] in "HGlaA-_":
            i -= 1  # "in die Nachbarstaaten Polen"
        i = i if i >= 0 and tags[i] in "tqu" and not _is_article(chain, i, lexicon) else noun
    if (
        tags[link] in "Gø"
        and i >= 0
        and tags[i] in "aA"
        and not (tags[i] == "A" and _has_article(chain, link, lexicon))
    ):
        i -= 1  # "with the Mexican government"
        while i >= 0 and tags[i] in FILLERS:
            i -= 1
    if tags[link] in "@E":
        if i > 0 and tags[i] == "o" and tags[i - 1] in "Aa@" and chain.adjacent(i) and i == link - 1:
            i -= 2  # "with Japan's Hakuyo"
            while i >= 0 and tags[i] in FILLERS:
                i -= 1
        wide = _TITLES + "AL" if chain.text[chain.starts[link]] >= UNSPACED else _TITLES
        i = _over_title(chain, min(i, before_trade(tags, link) - 1), link, lexicon, wide)
    if (listed := _REGIONS.search(tags, max(link - _LIST, 0), link)) is not None and _lists(chain, listed):
        return PREPOSITIONS[listed["tie"]]
    if i == 0 and tags[0] == "o" and fold(chain.words(0)) in lexicon.lines["name_words"].get("articles", ()):
        return ""  # "Der japanische Markt nahm 5 ab"
    if i < 0 or (tags[i] == "u" and tags[i - 1 : i] == "Q" and chain.text[chain.starts[i]] >= UNSPACED):
        return ""  # 8吨和英国的5吨: only "and"
    if tags[i] in "JKVFmDY":
        tail = tail_tie(chain.words(i)[-_TAIL:], lexicon)
        if tail and tags[i] == "D" and chain.values[i] == _NO_DEAL:
            return "say"  # "de acuerdo con el Inegi"
        if tail == "of" and tags[i] == "J" and chain.values[i] == "imports?":
            return "from"  # "llegaron de la India"
        return "" if tail == "than" and tags[i] != "V" else tail  # "calcula que"
    if tags[i] == "t" and i and tags[i - 1] in "JK" and chain.values[i - 1] == "imports?":
        return "from"  # "compras a Espanha"
    if tags[i] == "z" and i and _is_sale(chain, i - 1):
        return "to"  # "Lieferungen an Finnland"
    if tags[i] == "=" and tags[i - 1 : i] not in ("V", "b") and relates(chain.words(i), lexicon):
        return ""  # "el 8% que el gobierno esperaba"
    if tags[i] == "o" and tags[i - 1 : i] in ("J", "V", "Y", "m") and _is_the(chain, i, lexicon):
        return ""  # "setzte der Bierbrauer 5 Millionen um"
    if tags[i] == "u" and tags[link + 1 : link + 2] == "J" and chain.text[chain.starts[link]] < UNSPACED:
        return ""  # "trade grew, with Peru exporting 5 million"
    if tags[i] == "y" and lexicon.facts.get("by_measures"):
        return "behind"  # "im Streit um Grönland": nobody acts there
    return PREPOSITIONS.get(tags[i], "")


def _has_article(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Does a group word begin with its article: "In China the company"?"""
    first = fold(chain.words(link)).replace("’", " ").replace("'", " ").partition(" ")[0]
    return first in lexicon.lines["name_words"].get("told_articles", ())


def _is_the(chain: Chain, i: int, lexicon: Lexicon) -> bool:
    """Is a word for "of" the article of a subject, too: "der"?"""
    return fold(chain.words(i)) in lexicon.lines["name_words"].get("articles", ())


def _is_sale(chain: Chain, i: int) -> bool:
    """Is a link a noun for what is sold: "leveringen", "Verkäufe"?"""
    sold = chain.tags[i] == "K" and str(chain.values[i]).startswith(("exports", "sales"))
    return sold and chain.text[chain.starts[i]] < UNSPACED


def _lists(chain: Chain, regions: re.Match[str]) -> bool:
    """Is a preposition before regions that of what is joined to them, too: "exports to Europe and Japan"?"""
    before = chain.tags[max(regions.start() - 1, 0) : regions.start()]
    joined = regions["joint"] == "&" or chain.words(regions.end("joint") - 1) == _WIDE_COMMA
    return joined or before in ("K", "J")


def _over_title(chain: Chain, i: int, link: int, lexicon: Lexicon, titles: str = _TITLES) -> int:
    """From ``i`` back over the words that introduce a name, as in "with the Mexican utility X"."""
    tags, k = chain.tags, i
    while (
        k >= 0
        and link - k <= _REACH + 2
        and (tags[k] in titles or tags[k : k + 2] in _OF_LAND or _is_article(chain, k, lexicon))
    ):
        k -= 1
    if k > 0 and tags[k] == "o" and tags[k - 1] in "tqu":
        k -= 1  # "à des clients chinois"
    return k if k >= 0 and tags[k] in PREPOSITIONS and tags[k] not in "v=" else i


def _is_article(chain: Chain, i: int, lexicon: Lexicon) -> bool:
    """Is a preposition only an article: Portuguese "a China", unless "vendas a Portugal"?"""
    article = lexicon.facts.get("article")
    if article is None or chain.tags[i] != "t" or chain.words(i).lower() != article:
        return False
    return chain.tags[i - 1 : i] not in _NOUNS_BEFORE
