"""Firms in languages without blanks that the words right beside them tell: 竞争对手洛雷姆, 洛雷姆股价."""

from __future__ import annotations

from tradenews.grammar.naming import is_one_of, words_of
from tradenews.grammar.rule import VIEW, Hit, Rule
from tradenews.grammar.signs import Signs, signs_in
from tradenews.grammar.unspaced_names import is_told, name_start, nation_before, placed_name, said_from
from tradenews.scan.chain import Chain, Link

_SIZE = (2, 8)  # characters of a name
_SOUNDS = 3  # characters of a transcription that need no other sign
_CLOSED = frozenset('s,;¶‹›"')  # marks before which a name may end, and behind which one may begin
_CLAUSE = frozenset(" \n\u3000，,。；;：:、！!？?）)】〕」』”’…")  # marks before who opens a clause
_ACTS = "θvYDKJVmzu&,sQ‹Oqn"  # what may stand behind a name in Latin letters
_EARNS = ("sales", "finance result")
_HEAD, _STORY = 40, 160  # links from the head of the text to its title, and behind it to what a firm earned
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


def _by_title(hit: Hit) -> list[Link] | None:
    """Who opens the title and a clause of the text again, which tells what a firm earned."""
    signs, chain, first = signs_in(hit), hit.chain, hit.first
    if signs is None or first > _HEAD or not _tells_of_firm(chain, hit.last):
        return None
    for last in range(hit.last, first + 1, -1):
        name = chain.words(first, last)
        whole = chain.tags[last - 1] in "lTH" or name.endswith((*signs.business, *signs.trades))
        if (
            len(name) > _SOUNDS - 1
            and whole
            and _fits(chain, first, last, signs)
            and _opens_again(chain, name, last)
        ):
            return placed_name(hit, first, last)
    return None


def _tells_of_firm(chain: Chain, start: int) -> bool:
    """Is "the company" told of from link ``start`` on, or what one earns?"""
    for i in chain.find("GLK", start, start + _STORY):
        value = str(chain.values[i])
        if value.startswith(_EARNS if chain.tags[i] == "K" else "company"):
            return True
    return False


def _opens_again(chain: Chain, name: str, last: int) -> bool:
    """Does a name open a clause of a later line?"""
    text = chain.text
    place = text.find(name, text.find("\n", chain.ends[last - 1], VIEW) + 1 or VIEW, VIEW)
    while place > 0:
        if text[place - 1] in _CLAUSE:
            return True
        place = text.find(name, place + 1, VIEW)
    return False


def _by_latin(hit: Hit) -> list[Link] | None:
    """泰国Lorem Ipsum公布, 设备商Lorem del Ipsum: Latin letters behind a country or a word for who makes."""
    signs, chain, first = signs_in(hit), hit.chain, hit.first
    name = chain.words(first, hit.last)
    follow = chain.tags[hit.last : hit.last + 1]
    if signs is None or name.isupper() or not name[0].isupper() or not chain.adjacent(first):
        return None
    ends = words_of(hit.context, "maker_ends") or ("\0",)
    maker = chain.tags[first - 1] in "øL" or chain.text.endswith(ends, 0, chain.starts[first])
    acts = follow in tuple(_ACTS) or chain.text.startswith((*signs.speech, *signs.follows), hit.end)
    many = sum(chain.tags[i] in "WZ" for i in range(first, hit.last)) > 1
    if not maker and (not acts or chain.tags[first - 1] != "A"):
        return None
    if follow in tuple("lTK") and not (acts or many):
        return None
    return placed_name(hit, first, hit.last, country=nation_before(chain, first))


def _by_code(hit: Hit) -> list[Link] | None:
    """A name with the code of its shares in brackets, letters before it or not."""
    signs, chain = signs_in(hit), hit.chain
    code = hit.last + (3 if chain.tags[hit.last + 1] == "W" else 1)
    if signs is None or not chain.text[chain.starts[code]].isdigit():
        return None
    first = name_start(chain, hit.first, hit.last, signs)
    return placed_name(hit, first, hit.last) if hit.last - first > 1 else None


def _by_holding(hit: Hit) -> list[Link] | None:
    """ "LOREM holding": a name that ends with the word for taking a majority, before what it does."""
    signs, chain = signs_in(hit), hit.chain
    if signs is None or not is_one_of(hit, hit.last - 1, "holding"):
        return None
    first = name_start(chain, hit.first, hit.last - 1, signs)
    if first != hit.first or chain.words(first, hit.last).startswith(signs.not_names):
        return None
    return placed_name(hit, first, hit.last, country=nation_before(chain, first))


CODED = Rule(
    "han.coded",
    r"l[lTKHV]{1,5}(?=‹(?:W,)?[ZNd])",
    _by_code,
    example="华岳重工(603123)表示",
    language="zh",
)
HOLDING = Rule(
    "han.holding",
    r"(?:(?<=[,s;\"¶ut›o])|(?<![^¶]))l[lTHUV]{1,4}D(?=[nuvθYm])",
    _by_holding,
    example="洛雷姆控股在会上签署协议",
    language="zh",
)
SOUNDED = Rule(
    "han.sounded",
    r"[lU]{3,8}[TK]{0,2}[Lø]",
    _by_sound,
    example="的是霍普金斯半导体公司，它",
    language="zh",
)
UNSPACED_BESIDE = (
    Rule(
        "han.latin",
        r"W(?<=[AøLlT].)(?:[X&ĵ]?[WZ]){0,4}L?",
        _by_latin,
        example="泰国Lorem Ipsum公布",
        language="zh",
    ),
    Rule(
        "han.titled",
        r"(?<![^¶])l[lTKHVJτ]{1,6}",
        _by_title,
        example="洛雷姆手套净利增长\n洛雷姆手套营业额增长。",
        language="zh",
    ),
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
