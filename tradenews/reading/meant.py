"""Which company is meant by "the buyer", "the Norwegian company": what is said of it tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.takers import is_buyer, is_purchase
from tradenews.scan.chain import Chain

_NAMED = regex("a?o_?[lTKHa]{1,2}(?:[oyz]_?[lTKHa]{1,2})?@|a?[@WñZE]|la[@WñZE]")  # behind it: its name
_BODY_OF, _BODY = regex("G[ao_]{1,3}$"), 4  # "der Verband der Schweizer" before makers
_HERE = regex("(?:[_o]a|κHA)$")  # before it: "das norwegische Unternehmen"


def is_named(chain: Chain, link: int) -> bool:
    """Does the name follow that "the company" only describes: "le fabricant de pompes Lorem"?"""
    joined = chain.tags[max(link - 1, 0) : link] == "&"  # "Lorem e la compagnia statale Ipsum"
    named = joined and chain.tags[link + 1 : link + 3] in ("l@", "№@")
    return named or _NAMED.match(chain.tags, link + 1) is not None


def buyer_told(chains: Sequence[Chain], firms: Sequence[Sequence[str]], lexicon: Lexicon) -> str | None:
    """The company that acts in the first sentence that tells of a purchase; ``firms`` are those of each."""
    told = zip(chains, firms, strict=True)
    return next((each[0] for chain, each in told if each and is_purchase(chain, len(each), lexicon)), None)


def is_definite(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Is one company meant that was told of: "the", not "a" or "the companies"?"""
    words = lexicon.lines["name_words"]
    first, _, rest = fold(chain.words(link)).partition(" ")
    noun = rest or first
    if noun.endswith(tuple(words.get("many_firms", ()))):
        return False
    before = fold(chain.words(link - 2 if chain.tags[link - 1 : link] == "a" else link - 1)) if link else ""
    return not {first, *before.split(" ")} & {*words.get("indefinite", ()), *words.get("plural_articles", ())}


def nation_told(chain: Chain, link: int, lexicon: Lexicon) -> str | None:
    """The country whose adjective stands beside a word for a company."""
    tags = chain.tags
    if tags[link + 1 : link + 2] == "a":
        return str(chain.values[link + 1])
    if _HERE.search(tags, max(link - 3, 0), link) is None or link == 0:
        return None
    many = tuple(lexicon.lines["name_words"].get("many_of_nation", ()))
    return None if fold(chain.words(link - 1)).endswith(many) else str(chain.values[link - 1])


def firm_of(nation: str, firms: Sequence[str], homes: Mapping[str, str | None]) -> str | None:
    """Of the companies named so far, the latest first, the one that is of a country; else of none known."""
    own = [firm for firm in firms if homes.get(firm) == nation] or [f for f in firms if homes.get(f) is None]
    return own[0] if own else None


def says_buyer(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Is it "the buyer" of a company?"""
    return is_buyer(chain, link, lexicon) and is_definite(chain, link, lexicon)


def is_member(chain: Chain, i: int) -> bool:
    """Are makers only those of an association: "der Verband der Schweizer Hersteller"?"""
    body = _BODY_OF.search(chain.tags, max(i - _BODY, 0), i)
    return body is not None and chain.values[body.start()] == "organization"


def is_other_body(tags: str, i: int) -> bool:
    """Does "the association" say of whom it is, and is so none told of before?"""
    apposed = tags[:i].rstrip("_")[-2:] in ("@,", "E,")
    return tags[i + 1 : i + 2] in ("o", "a") and not apposed


def is_mutual(chain: Chain, i: int, words: tuple[str, ...]) -> bool:
    """Is a word that of the trade of two: "bilateral trade", "beiderseitiger Handel"?"""
    if not str(chain.values[i]).startswith("trade"):
        return False
    stretch = fold(chain.words(max(i - 1, 0), min(i + 2, len(chain))))
    return any(word in stretch for word in words)
