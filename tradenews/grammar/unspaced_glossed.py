"""Companies in a script without blanks that their original name in brackets tells: 洛雷姆（Lorem）."""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.naming import words_of
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.signs import Signs, signs_in
from tradenews.grammar.unspaced import LATIN
from tradenews.grammar.unspaced_names import is_told, nation_before
from tradenews.grammar.values import Naming
from tradenews.scan.chain import Chain, Link

_SIZE = (2, 8)  # characters of a name
_SHORT = 5  # characters of one that only begins its clause
_INSIDE = frozenset("lTKHVUbτ°fxeMSNwZμσ¢Jn&PFct")  # what characters of a name may be by themselves
_WHOLE = frozenset("lTKH°UI")  # longer words of which a name may consist
_CLAUSE = frozenset('s,;:¶"›‹θ')  # marks behind which a name may begin
_LED = frozenset("AaøouD&Y@I")  # words right before a name


def _start(chain: Chain, bracket: int, signs: Signs, makers: tuple[str, ...]) -> int:
    """Where the characters begin that may be the name which ends at ``bracket``."""
    i = bracket
    while i > 0 and chain.ends[bracket - 1] - chain.starts[i - 1] <= _SIZE[1] and chain.adjacent(i):
        if i < bracket and (is_told(chain, i, signs) or chain.text.endswith(makers, 0, chain.starts[i])):
            break
        tag, word = chain.tags[i - 1], chain.words(i - 1)
        if not signs.transcription.issuperset(word):
            single = len(word) == 1 and tag in _INSIDE
            if word in signs.stops or not (single or tag in _WHOLE):
                break
        elif word in signs.stops and not _sounds(chain, i, signs):
            break
        i -= 1
    return i


def _sounds(chain: Chain, i: int, signs: Signs) -> bool:
    """Does a character of transcription stand between two of its kind?"""
    return all(0 <= n < len(chain) and chain.words(n) in signs.transcription for n in (i - 2, i - 1, i))


def _is_told(chain: Chain, first: int, bracket: int, last: int, signs: Signs, made: bool) -> bool:
    """Do its sound and the words beside a name tell that it begins at ``first`` and is a company's?

    ``made``: a word for who makes or sells something stands right before it.
    """
    before = chain.tags[first - 1 : first]
    name, latin = chain.words(first, bracket), chain.words(bracket + 1, last - 1)
    if before == "O" or (before == "@" and not _is_body(chain.values[first - 1])):
        return False
    sound = signs.transcription.issuperset(name)
    opens = first == 0 or before in _CLAUSE or not chain.adjacent(first)
    led = made or before in ("ø", "@") or is_told(chain, first, signs)
    near = led or before in _LED or chain.words(first - 1) in signs.stops
    if not (near or opens) or ("V" in chain.tags[first:bracket] and not sound):
        return False
    traded = name.endswith((*signs.business, *signs.trades))
    one = " " not in latin and len(latin) > _SIZE[0] and not latin.isupper()
    firm = one or traded or "&" in latin or chain.tags[last - 2] == "L"
    long = len(name) > _SIZE[0] and (near or (traded and len(name) <= _SHORT))
    return led or (firm and (sound or traded or long))


def _is_body(value: object) -> bool:
    """Is what stands right before a name a body that is only told by its kind: 巴西咖啡合作社?"""
    return isinstance(value, Naming) and value.kind in ("organization", "company") and value.cue != "known"


def _glossed_firm(hit: Hit) -> list[Link] | None:
    """A name between a mark, a country or another word that ends before it, and its original in brackets."""
    signs, chain, bracket = signs_in(hit), hit.chain, hit.at("‹")
    if signs is None:
        return None
    makers = words_of(hit.context, "maker_ends") or ("\0",)
    first = _start(chain, bracket, signs, makers)
    name = chain.words(first, bracket) if hit.first <= first < bracket else ""
    places = words_of(hit.context, "place_words") or ("\0",)
    if not _SIZE[0] <= len(name) <= _SIZE[1] or name.startswith(signs.not_names) or name.endswith(places):
        return None
    made = chain.text.endswith(makers, 0, chain.starts[first])
    if not _is_told(chain, first, bracket, hit.last, signs, made) or chain.text.startswith(places, hit.end):
        return None
    gloss = chain.words(bracket + 1, hit.last - 1)
    naming = Naming("company", name, nation_before(chain, first), acronym=gloss)
    alias = evolve(naming, name=gloss, acronym=None)
    return [
        *(chain.link(i) for i in range(hit.first, first)),
        Link("@", chain.starts[first], chain.ends[bracket - 1], naming),
        chain.link(bracket),
        Link("@", chain.starts[bracket + 1], chain.ends[hit.last - 2], alias),
        chain.link(hit.last - 1),
    ]


UNSPACED_GLOSSED = Grammar(
    "@",
    Rule(
        "han.glossed_firm",
        rf"[lTKHVUbτ°fxeMSNwZ]{{1,8}}‹{LATIN}›",
        _glossed_firm,
        example="瑞士洛多姆（Lodorm）宣布",
        language="zh",
    ),
)
