"""What introduces a company by its trade, and who is meant by such a noun further on.

"le fabricant de pompes Lorem", "Ipsum, a Danish shipyard": later "the pump maker", "the yard".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.scan.chain import Chain

_TRADE: Final = regex("[GøI]a?o_?[lTKHa]{1,2}(?:[oyz]_?[lTKHa]{1,2})?$")
_LONGEST = 8  # links
_NOUNS: Final = "lWøGĩIUTHmJDO"  # tags of words that may be such a noun
_FIRMS: Final = "øGIH"
_KINDS: Final = "lTHKU"  # tags of words that tell what a company deals in
_ADJECTIVES: Final = "alVi"
_BEHIND = 7  # links from a name to the end of its apposition
_SHORTEST = 3  # letters
_AMBIGUOUS = ""  # two companies were introduced by the same noun
_NAMED: Final = tuple("@WñZE")


def before_trade(tags: str, link: int) -> int:
    """The first link of the words for its trade right before the name at ``link``; else ``link`` itself."""
    if tags[max(link - 1, 0) : link] not in tuple("lTKHa"):
        return link
    hit = _TRADE.search(tags, max(link - _LONGEST, 0), link)
    return hit.start() if hit else link


def introduce(titles: dict[str, str], firm: str, chain: Chain, link: int, lexicon: Lexicon) -> None:
    """Note in ``titles`` the nouns that introduce the ``firm`` named at ``link``."""
    nouns = (
        each for at in (*_before(chain, link), *_behind(chain, link)) for each in _nouns(chain, at, lexicon)
    )
    for title in {*nouns, *_inside(chain, link, lexicon)}:
        if len(title) >= _SHORTEST or title[:1] >= UNSPACED:
            titles[title] = firm if titles.get(title, firm) == firm else _AMBIGUOUS


def told_nouns(chain: Chain, titles: Mapping[str, str], lexicon: Lexicon) -> Iterator[int]:
    """The links of a sentence that may mean one who was introduced by the same noun, or is bought."""
    words = lexicon.lines["name_words"]
    targets = _both(words.get("targets", ()), words.get("parents", ()))
    for i in chain.find(_NOUNS):
        if any(n in titles or n in targets or _compound(n, titles) for n in _nouns(chain, i, lexicon)):
            yield i


@lru_cache(maxsize=16)
def _both(some: tuple[str, ...], others: tuple[str, ...]) -> frozenset[str]:
    """Both lists as one set."""
    return frozenset((*some, *others))


def firm_introduced(chain: Chain, i: int, titles: Mapping[str, str], lexicon: Lexicon) -> str | None:
    """The company that "the bottler" means: the one that this noun introduced, if only one."""
    if not is_told(chain, i, lexicon):
        return None
    for noun in _nouns(chain, i, lexicon):
        firm = titles.get(noun) or (_compound(noun, titles) if chain.tags[i] in _FIRMS else None)
        if firm:
            return firm
    return None


def says_target(chain: Chain, i: int, lexicon: Lexicon, key: str = "targets") -> bool:
    """Is it "the target", "the acquired company", whom another takes over; or by ``key`` "the parent"?"""
    words = lexicon.lines["name_words"].get(key, ())
    noun = _noun(chain, i, lexicon)
    both = fold(chain.words(i - 1, i + 1)) if i else ""
    if noun[:1] >= UNSPACED:
        return noun in words
    whole = fold(chain.words(i)).partition(" ")[2] in words
    return (noun in words or whole or both in words) and is_told(chain, i - (both in words), lexicon)


def target_told(firms: Sequence[Sequence[str]], bought: Sequence[bool]) -> str | None:
    """The second company of the last sentence that tells of a purchase by another."""
    told = zip(reversed(firms), reversed(bought), strict=True)
    return next((each[1] for each, purchase in told if purchase and len(each) > 1), None)


def is_told(chain: Chain, i: int, lexicon: Lexicon) -> bool:
    """Has a noun an article that means one told of before, and no name behind it?"""
    words = lexicon.lines["name_words"]
    articles = words.get("told_articles", ())
    if chain.tags[i + 1 : i + 3].lstrip("al")[:1] in _NAMED and chain.text[chain.ends[i]] == " ":
        return False
    written = fold(chain.words(i)).replace("’", "'")
    if written[:1] >= UNSPACED:
        before = chain.text[max(chain.starts[i] - _SHORTEST, 0) : chain.starts[i]]
        return written.startswith(articles) or before.endswith(articles)
    if written.replace("'", " ").partition(" ")[0] in articles and written not in articles:
        return True
    back = i - 1
    if back > 0 and chain.tags[back] in _ADJECTIVES + _KINDS and chain.words(back)[:1].islower():
        back -= 1
    before = fold(chain.words(back)).replace("’", "'").rstrip("'").rpartition(" ")[2] if back >= 0 else ""
    return before in articles


def _before(chain: Chain, link: int) -> Iterator[int]:
    """The nouns right before a name, with at most two adjectives between."""
    if (head := before_trade(chain.tags, link)) < link:
        yield head
    for at in range(link - 1, max(link - 4, -1), -1):
        if chain.tags[at] in "øĩGIlWTHUDO":
            yield at
        if chain.tags[at] not in "al":
            return


def _inside(chain: Chain, link: int, lexicon: Lexicon) -> Iterator[str]:
    """The nouns for companies that a name holds: "Werft Lorem", "Bank Ipsum"."""
    words = fold(chain.words(link)).split(" ")
    for word in words if len(words) > 1 else ():
        entry = lexicon.word(word)
        value = entry.value if entry is not None and entry.tag in "øI" else lexicon.also(word, "ø")
        if str(value).startswith("company"):
            yield word
    if len(words) > 1 and "nouns_have_capitals" in lexicon.lines["name_words"]:
        yield words[0]


def _behind(chain: Chain, link: int) -> Iterator[int]:
    """The nouns of an apposition: "Lorem, a German shipyard in Emden,"."""
    tags = chain.tags
    if tags[link + 1 : link + 2] not in (",", "-", "‹"):
        return
    for i in range(link + 2, min(link + 2 + _BEHIND, len(tags))):
        if tags[i] in "øGH" or (tags[i] in "lW" and i > link + 2):
            yield i
        elif tags[i] not in "_oaViTlW":
            return


def _last(chain: Chain, i: int) -> str:
    """A noun without its article."""
    return fold(chain.words(i)).rpartition(" ")[2].rpartition("'")[2]


def _nouns(chain: Chain, i: int, lexicon: Lexicon) -> Iterator[str]:
    """The noun at ``i``; one for companies of all kinds only with a word beside it: "mining company"."""
    noun = _noun(chain, i, lexicon)
    if noun not in lexicon.lines["name_words"].get("any_firms", ()):
        yield noun
        return
    own = [word for word in fold(chain.words(i)).replace("’", "'").split(" ") if word]
    tags = chain.tags
    before = own[-2] if len(own) > 1 else _last(chain, i - 1) if i and tags[i - 1] in _KINDS else ""
    if before and before not in lexicon.lines["name_words"].get("told_articles", ()):
        yield f"{before} {noun}"
    if tags[i + 1 : i + 2] in tuple(_KINDS):
        yield f"{noun} {_last(chain, i + 1)}"


def _noun(chain: Chain, i: int, lexicon: Lexicon) -> str:
    """The same, also where script has no blanks: 该船厂."""
    noun = _last(chain, i)
    if noun[:1] >= UNSPACED:
        for article in lexicon.lines["name_words"].get("told_articles", ()):
            noun = noun.removeprefix(article)
    return noun


def _compound(noun: str, titles: Mapping[str, str]) -> str | None:
    """The only company introduced by a compound of the noun: "Pumpenhersteller", then "der Hersteller"."""
    if len(noun) <= _SHORTEST or " " in noun:
        return None
    firms = {firm for title, firm in titles.items() if title.endswith(noun) and title != noun}
    return firms.pop() if len(firms) == 1 else None
