"""Persons in a script without blanks and capitals: told by family names and transcription characters.

A link is one character unless the lexicon knows a longer word. A name begins after a mark, an office or a
country, and ends before a mark, a known word or a word of ``name_words`` that follows names.
"""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.naming import words_of
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.signs import Signs, signs_in
from tradenews.grammar.values import Naming
from tradenews.scan.chain import BREAK, Chain, Link

_MOST_FOREIGN = 7
_MOST_DOTTED = 16
_UNTOLD = "lTHe"  # tags of characters that may stand in a name that only its place tells
_LONG = 2  # characters of a name that words like "also" may follow
BACK = 14
DOTS = "·•・‧"
LATIN = "[WñZEXĉAI°k](?:[ĵX&]?[WñZEXĉAI°k]){0,5}L?"
MARKS = ",s;:\"'‹›-/±"


def width(chain: Chain, i: int) -> int:
    return chain.ends[i] - chain.starts[i]


def _is_stop(chain: Chain, i: int, signs: Signs, *, inside: bool = False, titled: bool = False) -> bool:
    """Can no name go on with link ``i``: a mark, a known longer word, a gap, a word that follows names?"""
    if i >= len(chain) or chain.tags[i] in MARKS or not chain.adjacent(i) or width(chain, i) > 1:
        return True
    if inside and (titled or chain.words(i) in signs.transcription) and chain.tags[i] in "lntu&qzT":
        return False
    return chain.tags[i] in "NQθAaEO@v" or chain.text.startswith(
        (*signs.speech, *signs.follows), chain.starts[i]
    )


def _name_end(chain: Chain, first: int, signs: Signs, *, titled: bool = False) -> int:
    """The link after the last of a person's name that begins at ``first``; ``first`` if there is none.

    ``titled``: an office stands right before it, so that also words like "to" may be parts of it.
    """
    if first >= len(chain):
        return first
    text, start = chain.text, chain.starts[first]
    dotted = _dotted_end(chain, first, signs)
    if dotted > first:
        return dotted
    last = first
    while last < len(chain) and last - first < _MOST_FOREIGN and width(chain, last) == 1:
        place = chain.starts[last]
        sounds = text[place : place + 1] in signs.transcription  # nothing stands at the end of a text
        if not sounds or (last > first and not chain.adjacent(last)):
            break
        if last - first > 1 and text.startswith(signs.tails, chain.starts[last]):
            break  # 纳吉 日前
        last += 1
    family = next((n for n in (2, 1) if text[start : start + n] in signs.surnames), 0)
    if family:
        for given in (2, 1):
            end = first + family + given
            if given > 1 and chain.tags[end - 1 : end] in ("n", "t"):
                continue  # 高望在 ...
            inside = range(first + 1, end)
            sure = given > 1 and (
                _is_sure_end(chain, end, signs) or (titled and _is_follow(chain, end, signs))
            )
            if (
                end <= len(chain)
                and BREAK not in chain.tags[first:end]
                and all(not _is_stop(chain, i, signs, inside=sure, titled=titled) for i in inside)
                and _is_stop(chain, end, signs)
            ):
                return end
    if last - first > 1 and (last - first > 2 or _is_stop(chain, last, signs)):
        return last
    return _told_end(chain, first, signs) if titled else first


def _told_end(chain: Chain, first: int, signs: Signs) -> int:
    """Where characters of no word end that stand between an office and a verb of saying; else ``first``."""
    last = first
    while last < len(chain) and last - first <= _MOST_FOREIGN and _is_untold(chain, last):
        barred = chain.words(last) in signs.stops and chain.tags[last] != "N"
        if barred or _is_sure_end(chain, last, signs):
            break
        last += 1
    said = last < len(chain) and (
        chain.tags[last] == "v" or chain.text.startswith(signs.speech, chain.starts[last])
    )
    plain = chain.tags[first:last].count("l") > 1 and not _is_follow(chain, first, signs)
    return last if said and plain and 1 < last - first <= _MOST_FOREIGN else first


def _is_untold(chain: Chain, i: int) -> bool:
    """May link ``i`` stand in a name that only its place tells: also a numeral, as in 佐藤健一?"""
    if chain.tags[i] == "N":
        return width(chain, i) == 1 and not chain.words(i).isascii()
    return chain.tags[i] in _UNTOLD


def _is_sure_end(chain: Chain, i: int, signs: Signs) -> bool:
    """Does a mark or a verb of saying stand at ``i``: after a given name of one character it must?"""
    if i >= len(chain) or chain.tags[i] in MARKS or chain.tags[i] in "hv":
        return True
    return chain.text.startswith(signs.speech, chain.starts[i])


def _is_follow(chain: Chain, i: int, signs: Signs) -> bool:
    """Does a word that follows names begin at ``i``?"""
    return i < len(chain) and chain.text.startswith(signs.follows, chain.starts[i])


def _dotted_end(chain: Chain, first: int, signs: Signs) -> int:
    """The same for a name whose parts are joined by dots."""
    text, last, dot = chain.text, first, -1
    while last < len(chain) and last - first < _MOST_DOTTED and chain.starts[last] < len(text):
        letter = text[chain.starts[last]]
        if letter in DOTS:
            dot = last
        elif chain.tags[last] in MARKS or (dot < 0 and _is_barred(letter, last - first, signs)):
            break
        elif width(chain, last) > 1:
            if not signs.transcription.issuperset(chain.words(last)):
                break
        elif dot >= 0 and (
            (letter not in signs.transcription and chain.tags[last] != "l") or _is_stop(chain, last, signs)
        ):
            break
        last += 1
    return last if 0 <= dot < last - 1 else first


def _is_barred(letter: str, size: int, signs: Signs) -> bool:
    """Is a name too long for its first part, or does a character follow that no name holds?"""
    return size > _MOST_FOREIGN or (letter in signs.stops and letter not in signs.transcription)


def _person(hit: Hit, first: int, last: int, office: int | None, cue: str = "strong") -> list[Link] | None:
    chain = hit.chain
    name = chain.words(first, last)
    signs = signs_in(hit)
    if signs is None or name.startswith(signs.not_names):
        return None
    naming = Naming("person", name, cue=cue)
    if office is not None:
        owner, country = owner_of(chain, office)
        affiliation = chain.starts[owner] if owner is not None else None
        naming = evolve(naming, role=chain.words(office), country=country, affiliation=affiliation)
    return [
        *(chain.link(i) for i in range(hit.first, first)),
        Link("@", chain.starts[first], chain.ends[last - 1], naming),
    ]


def owner_of(chain: Chain, office: int) -> tuple[int | None, str | None]:
    """The body and the country named in the clause right before an office."""
    body: int | None = None
    for i in range(office - 1, max(-1, office - BACK), -1):
        tag = chain.tags[i]
        if tag == "@" and body is None and isinstance(chain.values[i], Naming):
            naming: Naming = chain.values[i]
            if naming.kind == "person":
                return body, None
            body = i
            if naming.country:
                return body, naming.country
        elif tag in "Aa" and chain.tags[max(i - 2, 0) : i] not in ("An", "an"):  # 巴西驻华
            return body, str(chain.values[i])
        elif tag in 's;:‹›"' or (tag == "," and chain.text[chain.starts[i]] != "、"):
            break
    return body, None


def _after_office(hit: Hit) -> list[Link] | None:
    """An office and then a name; the match is the office and one link more."""
    signs, first = signs_in(hit), hit.first + 1
    if hit.chain.tags[first] == "h":
        first += 1  # 首相拿督斯里纳吉
    if signs is None or not hit.chain.adjacent(first):
        return None
    last = _name_end(hit.chain, first, signs, titled=True)
    acts = hit.chain.words(hit.first) in words_of(hit.context, "stands_for")
    if acts and not _is_sure_end(hit.chain, last, signs):
        return None  # 代表安装商的联盟
    return _rest(hit, _person(hit, first, last, hit.first), last) if last > first else None


def _rest(hit: Hit, links: list[Link] | None, last: int) -> list[Link] | None:
    """``links``, with the match made as long as they are."""
    if links is not None:
        hit.last = last
    return links


def _speaker(hit: Hit) -> list[Link] | None:
    """A name that fills the clause up to a verb of saying."""
    signs = signs_in(hit)
    if signs is None:
        return None
    chain, first = hit.chain, hit.first
    last = _name_end(chain, first, signs)
    if last <= first or last >= len(chain) or not chain.text.startswith(signs.speech, chain.starts[last]):
        return None
    if chain.ends[last - 1] - chain.starts[first] <= _LONG and chain.tags[last] != "v":
        return None  # 关掉也
    return _rest(hit, _person(hit, first, last, None), last)


def _dotted(hit: Hit) -> list[Link] | None:
    """A name whose parts are joined by a dot, wherever it stands."""
    signs, chain, dot = signs_in(hit), hit.chain, hit.last - 1
    if signs is None or chain.words(dot) not in DOTS:
        return None
    first = dot
    while first > hit.first and chain.words(first - 1) in signs.transcription:
        first -= 1
    last = _dotted_end(chain, first, signs) if first < dot else first
    return _rest(hit, _person(hit, first, last, None), last) if last > dot else None


def _glossed(hit: Hit) -> list[Link] | None:
    """A transcribed name with the original behind it in brackets."""
    signs = signs_in(hit)
    if signs is None:
        return None
    chain, bracket = hit.chain, hit.at("‹")
    first = bracket
    while first > hit.first and chain.text[chain.starts[first - 1]] in signs.transcription | set(DOTS):
        first -= 1
    if bracket - first < 2:
        return None
    office = hit.first - 1 if hit.first == first and hit.first and chain.tags[hit.first - 1] == "O" else None
    links = _person(hit, first, bracket, office)
    if links is None:
        return None
    naming: Naming = links[-1].value
    if office is None:
        links[-1].value = naming = _said_after(chain, hit.last, naming)
    alias = evolve(naming, name=chain.words(bracket + 1, hit.last - 1))
    links[-1].value = evolve(naming, acronym=alias.name)
    return [
        *links,
        chain.link(bracket),
        Link("@", chain.starts[bracket + 1], chain.ends[hit.last - 2], alias),
        chain.link(hit.last - 1),
    ]


def _said_after(chain: Chain, i: int, naming: Naming) -> Naming:
    """``naming`` with the office that an "is" right behind the name gives."""
    if i >= len(chain) or chain.tags[i] not in "l#" or chain.tags[i : i + BACK].find("O") < 0:
        return naming
    office = i + chain.tags[i : i + BACK].find("O")
    if any(t in ",s;:" for t in chain.tags[i:office]):
        return naming
    owner, country = owner_of(chain, office)
    return evolve(
        naming,
        role=chain.words(office),
        country=country,
        affiliation=None if owner is None else chain.starts[owner],
    )


UNSPACED_PERSONS = Grammar(
    "@",
    Rule(
        "han.glossed",
        rf"[l#VJTKHM]{{2,14}}‹{LATIN}›",
        _glossed,
        example="多诺霍(Thomas Donohue)",
        language="zh",
    ),
    Rule(
        "han.office",
        r"Oh?[lVJTKHMNSnfwtατδ¢κθbe]",
        _after_office,
        example="商务部长王志远表示",
        language="zh",
    ),
    Rule("han.dotted", r"[lb]l{0,6}#", _dotted, example="种茶的约瑟夫·基贝特告诉", language="zh"),
    Rule(
        "han.speaker",
        r"(?:(?<=[,s;\"›])|(?<![^¶]))[lVJTKHM][lVJTKHMnft]",
        _speaker,
        example="顾怀远说",
        language="zh",
    ),
)
