"""What stands around a name: office, employer, country; and which words may be inside it."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from tradenews.grammar.context import Context
from tradenews.grammar.rule import Hit
from tradenews.grammar.values import Naming
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Entity, Lexicon, Region
from tradenews.models.span import Span
from tradenews.scan.chain import Chain, Link

ANY_WORD = "[WñĉZIAaEk°X@]"  # the tags of words that may stand in a name
_REACH = 16
_PLACE_WORDS = 4
_OF = "(?:[âaA]|l[âa]?)?(?:(?:[oznt]{1,2}_?|(?=[I@]))[âaAWĉñI@EkĩøT°lKĵ&ĸ,]{1,7}){0,3}"
_LEFT = regex(rf"(?P<role>(?:[WĉEA@ñ]ĵ){{0,3}}O(?:(?:[,&ĵ]_?|)O){{0,15}})(?P<of>{_OF})(?:‹[@WZE]›)?,?$")
_RIGHT = regex(
    rf"(?:,_?|‹|ĵ|-_?)(?P<pre>[âaAWĉl@EoI&ĩĵñTKk°H']{{0,6}}?)(?P<role>O(?:(?:[,&ĵ]_?|)O)*)(?P<of>{_OF})(?![WñE@])"
)
_COUNTRY = regex(r"([aâA])(?:[o'ĵ]|[ĉlTKW]){0,3}$")
_HOME = regex(r"([aâA])(?:[o'ĵ]|[ĉlTKWøIH&-]){0,4}$")  # "British utility", "US-Konzern"
_SEAT = regex("[nt][k°]")  # "het ministerie van Landbouw in Astana"
_OWNER = regex(r"(@)(?:[o'ĵ]|[ĉlTKWaA]){0,3}$")


@frozen
class Office:
    """What is said of a person beside the name; ``affiliation`` is the start of the employer's link."""

    role: str
    country: str | None = None
    affiliation: int | None = None


def office_of(chain: Chain, first: int, last: int) -> Office | None:
    """The office that stands right before or in apposition to the name at links ``first`` to ``last``."""
    return _before(chain, first) or _after(chain, last)


def _before(chain: Chain, first: int) -> Office | None:
    low = max(0, first - _REACH)
    hit = _LEFT.search(chain.tags[low:first])
    if hit is None or (hit["of"] and hit["of"][-1] in "lâa&" and not hit[0].endswith(",")):
        return None
    start, stop = low + hit.start("role"), low + hit.end("of")
    return _office(chain, low, start, stop)


def _after(chain: Chain, last: int) -> Office | None:
    hit = _RIGHT.match(chain.tags[last : last + _REACH])
    if hit is None:
        return None
    start, stop = last + hit.start("role"), last + hit.end("of")
    return _office(chain, last + hit.start("pre"), start, stop)


def _office(chain: Chain, low: int, start: int, stop: int) -> Office:
    cut = chain.tags.find(",", start, stop)
    if (
        cut > start
        and chain.tags[cut + 1 : cut + 2] in ("", "l", "_", ",")
        and "O" not in chain.tags[cut:stop]
    ):
        stop = cut
    while stop > start + 1 and chain.tags[stop - 1] in ",&oznl_ĵ":
        stop -= 1
    owner = next(chain.find("@", start, stop), -1)
    before = chain.tags[low:start]
    if owner < 0 and (hit := _OWNER.search(before)):
        owner = low + hit.start(1)
    country = next(
        (str(chain.values[i]) for i in chain.find("aâA", start, stop) if not _is_post(chain, i)), None
    )
    if country is None and (hit := _COUNTRY.search(before)):
        country = str(chain.values[low + hit.start(1)])
    while start > low and chain.tags[start - 1] in "ĉTKI":
        start -= 1
    return Office(chain.words(start, stop), country, chain.starts[owner] if owner >= 0 else None)


def _is_post(chain: Chain, i: int) -> bool:
    """Is a country only where someone is posted: "the Moroccan ambassador to Brazil"?"""
    before = chain.tags[max(i - 2, 0) : i].rstrip("_")[-1:]
    office = chain.tags.rfind("O", 0, i)
    return before == "t" or (before == "n" and office >= 0 and chain.values[office] == "state")


def named(hit: Hit, kind: str, first: int, last: int, *, cue: str = "strong") -> Naming:
    """What the links ``first`` to ``last`` say of a person or body of ``kind``."""
    chain = hit.chain
    inner = tuple(
        (str(chain.values[i]), Span(chain.starts[i], chain.ends[i]))
        for i in chain.find("aâAk", first, last)
        if not isinstance(chain.values[i], Region)
    )
    inner = inner or _within(hit, first, last)
    country = inner[0][0] if inner else home_of_region(chain, first, last)
    if kind == "person":
        office = office_of(chain, first, last)
        role = office.role if office else None
        return Naming(
            "person",
            chain.words(first, last),
            office.country if office else None,
            role,
            office.affiliation if office else None,
            cue,
        )
    if country is None:
        country = country_before(chain, first)
    if country is None and kind == "government" and chain.tags[last : last + 1] in ("a", "â"):
        country = str(chain.values[last])  # "il ministero delle Finanze angolano"
    if country is None and kind == "government" and _SEAT.match(chain.tags, last):
        seat = str(chain.values[last + 1])
        country = seat if seat.isalpha() else None  # not of what only looks like a place
    return Naming(kind, chain.words(first, last), country, cue=cue, inner=inner)  # type: ignore[arg-type]


def home_of_region(chain: Chain, first: int, last: int) -> str | None:
    """The country of the province or city in a name: "Hangzhou Customs"."""
    regions = (chain.values[i] for i in chain.find("°a", first, last))
    return next((str(each) for each in regions if isinstance(each, Region)), None)


def _within(hit: Hit, first: int, last: int) -> tuple[tuple[str, Span], ...]:
    """The nation in a form of several words: "Chinese customs", "dogane cinesi"."""
    chain = hit.chain
    words = chain.words(first)
    if hit.context is None or last - first != 1 or " " not in words:
        return ()
    for word in (words[: words.index(" ")], words[words.rindex(" ") + 1 :]):
        entry = hit.context.lexicon.word(word)
        if entry is not None and entry.tag == "a" and isinstance(entry.value, str):
            start = chain.starts[first] + words.index(word)
            return ((entry.value, Span(start, start + len(word))),)
    return ()


def country_before(chain: Chain, first: int) -> str | None:
    """The country whose adjective or possessive stands before link ``first`` and what the body is called."""
    low = max(0, first - 5)
    hit = _HOME.search(chain.tags[low:first])
    return str(chain.values[low + hit.start(1)]) if hit else None


def known(entity: Entity, name: str) -> Naming:
    """A name of the lexicon."""
    return Naming(entity.kind, name, entity.country, cue="known", entity=entity)


def placed(hit: Hit, first: int, last: int, naming: Naming) -> list[Link]:
    """The links of ``hit`` with those from ``first`` to ``last`` made one name."""
    chain = hit.chain
    before = [chain.link(i) for i in range(hit.first, first)]
    after = [chain.link(i) for i in range(last, hit.last)]
    return [*before, Link("@", chain.starts[first], chain.ends[last - 1], naming), *after]


def words_of(context: Context | None, key: str) -> tuple[str, ...]:
    """The forms under ``key`` of table ``name_words``; none where there is no context."""
    return context.lexicon.lines["name_words"].get(key, ()) if context is not None else ()


@lru_cache(maxsize=256)
def _word_set(lexicon: Lexicon, key: str) -> frozenset[str]:
    lines = lexicon.lines["name_words"]
    return frozenset((*lines.get(key, ()), *(lines.get("owners", ()) if key == "not_names" else ())))


def is_one_of(hit: Hit, i: int, key: str) -> bool:
    """Is link ``i`` a word of table ``name_words`` under ``key``?

    A particle that the view of names takes for a part of one is none of the words that no name begins with.
    """
    if key == "not_names" and hit.context is not None and hit.chain.tags[i] == "W":
        entry = hit.context.lexicon.word(hit.chain.words(i))
        if entry is not None and entry.tag in "o_Xt":
            return False
    return hit.context is not None and fold(hit.chain.words(i)) in _word_set(hit.context.lexicon, key)


def is_nearby(hit: Hit, i: int) -> bool:
    """Is link ``i`` of the name of a place that something is near: "a site near Lorem Ipsum"?"""
    before = i - 1
    while before > i - _PLACE_WORDS and before > 0 and hit.chain.tags[before] in "Wñ":
        before -= 1
    return before >= 0 and is_one_of(hit, before, "nearby")


def ends_with_of(hit: Hit, i: int) -> bool:
    """Does an expression end with a word for "of": "the purchase of", "a fabricante de"?"""
    tail = hit.context.lexicon.word(hit.chain.words(i).rpartition(" ")[2]) if hit.context else None
    return tail is not None and tail.tag == "o"


def opens_aside(hit: Hit, i: int) -> bool:
    """Is link ``i`` an adverb that opens a sentence: "Parallèlement, le groupe"?"""
    tags, endings = hit.chain.tags, words_of(hit.context, "adverb_endings")
    opens = tags[i + 1 : i + 2] == "," and (i == 0 or tags[i - 1] in "s¶")
    return opens and bool(endings) and hit.chain.words(i).endswith(endings)


def says_person(hit: Hit, link: int) -> bool:
    """Does a verb of saying stand before ``link``, where a given name begins: "zegt boer Jan Bos"?"""
    chain, first = hit.chain, hit.first
    if chain.tags[first - 1 : first + 1] == "ñW":
        first, link = first - 1, link - 1  # "said Jan Bos", from the second word
    at = len(chain.tags[:link].rstrip("_")) - 1
    if chain.tags[first] != "ñ" or chain.tags[first + 1 : first + 2] not in tuple("Wñ") or at < 0:
        return False
    if chain.tags[at] == "v":
        return bool(chain.values[at] == "said")
    lexicon = hit.context.lexicon if hit.context is not None else None
    return lexicon is not None and lexicon.also(fold(chain.words(at)), "v") == "said"
