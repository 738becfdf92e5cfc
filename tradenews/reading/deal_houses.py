"""Words that stand for companies named before: "The company is negotiating", "both groups", 该行还将."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.deal_roll import Roll
from tradenews.reading.figure_nouns import is_bare_firm
from tradenews.reading.introduced import is_told
from tradenews.reading.sentence import Sentence
from tradenews.reading.takers import is_buyer
from tradenews.scan.chain import Chain

_BODIES = frozenset({"company", "organization"})
_CLAUSE = frozenset(",;:s")  # before a word that elsewhere ends a name: 公司正与
_OF_NAME = regex("o_?[W°@E]")  # "the plant of Lorem"
_TO = tuple("tron")  # a preposition and an article in one
_GIVES, _PARTS = frozenset("YJD"), frozenset(',;:s&¬v="')
_BACK, _PAIR = 3, 2  # sentences back in which both companies are named


def with_houses(sentences: Sequence[Sentence], roll: Roll, house: str | None) -> list[Sentence]:
    """The sentences with the company that "the company" means named there.

    It is the one that its paragraph opens with, or one that a sentence before names alone, else the ``house``
    that the text is about.
    """
    found: list[Sentence] = []
    block: object = None
    last: str | None = None
    for sentence in sentences:
        if sentence.block is not block:
            block, last = sentence.block, house
        own = {}
        if last is not None:
            chain = sentence.chain
            words = [i for i in chain.find("G") if chain.values[i] in _BODIES]
            words = [i for i in words if not is_buyer(chain, i, roll.lexicon)]
            words += [i for i in chain.find("ø") if _is_firm(chain, i, roll.lexicon)]
            words += [i for i in chain.find("L") if i == 0 or chain.tags[i - 1] in _CLAUSE]
            words = [i for i in words if i not in sentence.refs or _is_given(sentence, i, last)]
            own = {i: last for i in words if _is_free(sentence, i)}
        named = [
            id
            for _, id in sorted(sentence.refs.items())
            if id in roll.actors and (roll.is_company(id) or roll.lends(id))
        ]
        found.append(evolve(sentence, refs={**sentence.refs, **own}) if own else sentence)
        last = named[0] if named and (last in (None, house) or len(set(named)) == 1) else last
    return found


def _is_firm(chain: Chain, i: int, lexicon: Lexicon) -> bool:
    """Does a word for a company stand for one named before, also behind "to the" in one word: "al gruppo"?"""
    if is_bare_firm(chain, i, lexicon):
        return True
    many = lexicon.lines["name_words"].get("many_firms", ())
    one = chain.values[i] == "company" and not chain.words(i).endswith(many or ("\0",))
    return one and chain.tags[i - 1 : i] in _TO and is_told(chain, i, lexicon)


def _is_given(sentence: Sentence, i: int, last: str) -> bool:
    """Is "the company" read as who acts in its own clause: "Lorem awarded the company the contract"?"""
    tags, same = sentence.chain.tags, sentence.refs[i]
    acts = max((j for j in _names_of(sentence, same) if j < i), default=-1)
    between = set(tags[acts + 1 : i]) if acts >= 0 else set()
    return same != last and bool(between & _GIVES) and not between & _PARTS


def _names_of(sentence: Sentence, id: str) -> list[int]:
    """The names of an actor in a sentence."""
    return [j for j, ref in sentence.refs.items() if ref == id and sentence.chain.tags[j] == "@"]


def with_twins(sentences: Sequence[Sentence], roll: Roll) -> list[Sentence]:
    """The sentences with the two companies that "both companies" means: the only two of those just before."""
    found: list[Sentence] = []
    named: list[list[str]] = []
    for sentence in sentences:
        links = _twins(sentence, roll)
        pair = _last_two(named[-_BACK:]) if links else ()
        lent = dict.fromkeys(links, pair) if pair else {}
        found.append(evolve(sentence, groups={**sentence.groups, **lent}) if lent else sentence)
        own = [id for _, id in sorted(sentence.refs.items()) if id in roll.actors and roll.is_company(id)]
        named.append(own)
    return found


def _last_two(named: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The companies of the last sentences that name two, where these name no third."""
    near: dict[str, None] = {}
    for ids in reversed(named):
        near = dict.fromkeys([*ids, *near])
        if len(near) >= _PAIR:
            break
    return tuple(near) if len(near) == _PAIR else ()


def _twins(sentence: Sentence, roll: Roll) -> list[int]:
    """The links of a sentence that mean two companies: "both companies", "the two", where only these act."""
    chain, names = sentence.chain, roll.lexicon.lines["name_words"]
    both, firms = names.get("twin_words", ()), names.get("twin_firms", ())
    links = []
    for i in chain.find("GWNl_"):
        words = fold(chain.words(i))
        if words in both and i + 1 < len(chain):
            noun = fold(chain.words(i + 1))
            if noun in firms or (words in firms and i not in sentence.groups):
                links.append(i)
    return links


def _is_free(sentence: Sentence, i: int) -> bool:
    """Does no name of its own stand behind the word: "the company", not "the company X"?"""
    tags = sentence.chain.tags
    behind = tags[i + 1 : i + 5].lstrip("alø")
    return not set(behind[:1]) & set("@WE") and _OF_NAME.match(behind) is None
