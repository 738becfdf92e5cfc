"""Firms in languages without blanks that the words right beside them tell: 竞争对手洛雷姆, 洛雷姆股价."""

from __future__ import annotations

from tradenews.grammar.naming import words_of
from tradenews.grammar.rule import Hit, Rule
from tradenews.grammar.signs import Signs, signs_in
from tradenews.grammar.unspaced_names import is_told, nation_before, placed_name, said_from
from tradenews.scan.chain import Chain, Link

_SIZE = (2, 8)  # characters of a name
_SOUNDS = 3  # characters of a transcription that need no other sign
_CLOSED = frozenset('s,;¶‹›"')  # marks before which a name may end, and behind which one may begin
_BEHIND = _CLOSED | frozenset("&vmnκJYλ")  # what may stand behind a name


def _ends(chain: Chain, first: int, last: int, signs: Signs) -> int:
    """Where a name ends: with a word for a trade, or before what follows names; else with the run."""
    ends = (*signs.business, *signs.trades, *signs.firms)
    by_trade = next((i for i in range(last, first + 1, -1) if chain.words(first, i).endswith(ends)), 0)
    if by_trade:
        return by_trade
    stop = next((i for i in range(first, last) if chain.words(i) in signs.stops), last)
    return min(stop, said_from(chain, first, last, signs))


def _fits(chain: Chain, first: int, last: int, signs: Signs) -> bool:
    """Have links the length of a name, and do they hold nothing that no name does?"""
    name = chain.words(first, last)
    held = any(chain.words(i) in signs.stops for i in range(first, last))
    return _SIZE[0] <= len(name) <= _SIZE[1] and not held and not name.startswith(signs.not_names)


def _by_words_before(hit: Hit) -> list[Link] | None:
    """竞争对手洛雷姆也曾出价: who is told to be a rival, a buyer, an owner."""
    signs, chain = signs_in(hit), hit.chain
    if signs is None:
        return None
    first = next((i for i in range(hit.last - 1, hit.first - 1, -1) if is_told(chain, i, signs)), -1)
    if first < 0:
        return None
    last = _ends(chain, first, hit.last, signs)
    whole = last < hit.last or chain.tags[last : last + 1] in _BEHIND
    return placed_name(hit, first, last) if whole and _fits(chain, first, last, signs) else None


def _by_words_behind(hit: Hit) -> list[Link] | None:
    """洛雷姆股价下跌: who opens a clause and has shares, bosses, analysts."""
    signs, chain, first = signs_in(hit), hit.chain, hit.first
    if signs is None or (first and chain.tags[first - 1] not in _CLOSED):
        return None
    told = words_of(hit.context, "firm_behind")
    last = next(
        (i for i in range(first + 1, hit.last + 1) if chain.text.startswith(told, chain.ends[i - 1])), 0
    )
    return placed_name(hit, first, last) if last and _fits(chain, first, last, signs) else None


def _by_sound(hit: Hit) -> list[Link] | None:
    """ "LOREMIPSUM semiconductor company": a word for one firm right behind a transcription."""
    signs, chain = signs_in(hit), hit.chain
    firm = hit.last - 1
    if signs is None or not chain.words(firm).endswith(signs.firms):
        return None
    end = firm
    while end > hit.first and chain.tags[end - 1] in "TK":
        end -= 1
    first = end
    while first > hit.first and chain.words(first - 1) in signs.transcription:
        first -= 1
    if end - first < _SOUNDS or chain.words(first, end).startswith(signs.not_names):
        return None
    return placed_name(hit, first, hit.last, country=nation_before(chain, first))


SOUNDED = Rule(
    "han.sounded",
    r"[lU]{3,8}[TK]{0,2}[Lø]",
    _by_sound,
    example="的是霍普金斯半导体公司，它",
    language="zh",
)
UNSPACED_BESIDE = (
    Rule(
        "han.rival",
        r"l[lTKHSτ°L]{1,11}",
        _by_words_before,
        example="竞争对手洛雷姆也曾出价。",
        language="zh",
    ),
    Rule(
        "han.shares",
        r"[lτ°][lTKHSτ]{1,7}",
        _by_words_behind,
        example="洛雷姆股价下跌。",
        language="zh",
    ),
)
