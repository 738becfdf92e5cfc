"""Companies in a script without blanks that the word for their trade ends, or in quotation marks."""

from __future__ import annotations

from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.signs import signs_in
from tradenews.grammar.unspaced_names import nation_before, placed_name
from tradenews.scan.chain import Link

_LETTERS = (2, 5)  # characters before the word for the trade
_LATIN = 3  # words in letters that are a company's, not a person's


def _by_trade(hit: Hit) -> list[Link] | None:
    """ "LOREM food company said": what stands between a mark and the word for a firm of some trade."""
    signs, chain, trade = signs_in(hit), hit.chain, hit.last - 1
    if signs is None or not chain.words(trade).endswith(signs.firms) or not chain.adjacent(trade):
        return None
    name = chain.words(hit.first, trade)
    if not _LETTERS[0] <= len(name) <= _LETTERS[1] or name.startswith(signs.not_names):
        return None
    joint = (chain.words(i) for i in range(hit.first, trade) if chain.tags[i] == "l")
    return None if any(word in signs.stops for word in joint) else placed_name(hit, hit.first, hit.last)


def _by_quotes(hit: Hit) -> list[Link] | None:
    """ "LOREM" in quotation marks before the word for a firm."""
    signs = signs_in(hit)
    firm = hit.chain.words(hit.last + 1)
    if signs is None or not firm.endswith(signs.firms) or hit.words.startswith(signs.not_names):
        return None
    return placed_name(hit, hit.first, hit.last, country=nation_before(hit.chain, hit.first - 1))


def _by_letters(hit: Hit) -> list[Link] | None:
    """Some words in Latin letters that say something: more than a person has."""
    chain = hit.chain
    if signs_in(hit) is None or hit.last - hit.first < _LATIN:
        return None
    latin = all(chain.words(i).isascii() for i in range(hit.first, hit.last))
    return placed_name(hit, hit.first, hit.last) if latin else None


UNSPACED_FIRMS = Grammar(
    "@",
    Rule(
        "han.trade_firm",
        r"(?:(?<=[,s;\"¶›o])|(?<![^¶]))[lHuV°][lHTUuV°]{1,5}ø(?=[vOθ]|‹W)",
        _by_trade,
        example="主打咖啡的佳和食品公司透露，销售额增长。",
        language="zh",
    ),
    Rule(
        "han.quoted",
        r'(?<=")[lHTKUVou°A]{2,8}(?="[Lø])',
        _by_quotes,
        example="伊尔库茨克的“北极之源”公司进入中国市场。",
        language="zh",
    ),
    Rule(
        "han.letters_say",
        r"(?:(?<=[,s;\"¶›oøA])|(?<![^¶]))W{3,5}(?=[vm])",
        _by_letters,
        example="总部设于塔什干的Silk Star Agro称，今年将输出果干。",
        language="zh",
    ),
)
