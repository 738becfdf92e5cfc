"""One character for a country that the text names in full: 哈 for 哈萨克斯坦 in 哈中贸易额."""

from __future__ import annotations

from tradenews.grammar.rule import VIEW, Hit, Rule
from tradenews.grammar.signs import is_unspaced
from tradenews.lexicon.index import Lexicon
from tradenews.scan.chain import Link

_SIZES = range(8, 1, -1)  # characters of the full name of a country
_TRIED = 40  # places where the full name is looked for
_SIGNS = "l¢"


def _named_in_full(hit: Hit, i: int) -> str | None:
    """The code of the country whose full name the text holds, and link ``i`` is the first character of."""
    lexicon: Lexicon = hit.context.lexicon
    text, letter = hit.chain.text, hit.chain.words(i)
    place, tried = text.find(letter, 0, VIEW), 0
    while place >= 0 and tried < _TRIED:
        for size in _SIZES:
            entry = lexicon.word(text[place : place + size])
            if entry is not None and entry.tag == "A" and len(entry.form) > 1:
                return str(entry.value)
        place, tried = text.find(letter, place + 1, VIEW), tried + 1
    return None


def _is_plain_word(hit: Hit, i: int) -> bool:
    """Is a character too often a word of its own to stand for a country by its place alone: 新, 日?"""
    return hit.chain.words(i) in hit.context.lexicon.lines["name_words"].get("never_signs", ())


def _one(hit: Hit) -> Link | None:
    """A sign that what stands around it tells: 对智出口, 哈对华出口, 占哈外贸总额."""
    if hit.context is None or not is_unspaced(hit.context.lexicon) or _is_plain_word(hit, hit.first):
        return None
    code = _named_in_full(hit, hit.first)
    return None if code is None else Link("A", hit.start, hit.end, code)


def _pair(hit: Hit) -> list[Link] | None:
    """Two signs before what is between two countries, one of which the text names in full: 哈中贸易额."""
    if hit.context is None or not is_unspaced(hit.context.lexicon) or not hit.chain.adjacent(hit.first + 1):
        return None
    links, named = [hit.chain.link(i) for i in range(hit.first, hit.last)], False
    for i, link in enumerate(links):
        full = _named_in_full(hit, hit.first + i) if link.tag in _SIGNS else None
        named = named or full is not None
        code = full or link.value
        if code is None:
            return None
        links[i] = Link("A", link.start, link.end, code)
    return links if named and links[0].value != links[1].value else None


SHORT_PLACES = (
    Rule(
        "place.short_pair",
        "[l¢][l¢A](?=[KDG])",
        _pair,
        example="哈萨克斯坦和中国：哈中贸易额增长",
        language="zh",
    ),
    Rule(
        "place.short_sender",
        "[l¢](?=(?:¤|[tq][A¢l])[KJ])",
        _one,
        example="哈萨克斯坦的数据：哈对中出口增长",
        language="zh",
    ),
    Rule(
        "place.short_owner",
        "[l¢](?:(?<=[τF,;sρo].)|(?<![^¶].))(?=K)",
        _one,
        example="哈萨克斯坦的数据：2023年哈外贸总额增长",
        language="zh",
    ),
    Rule(
        "place.short_aim",
        "[l¢](?<=[qtn].)(?=[KJT])",
        _one,
        example="阿根廷的数据：对阿出口增长",
        language="zh",
    ),
)
