"""Names of bodies whose later words have no capitals, as in Romance languages, or that end with letters."""

from __future__ import annotations

import re

from attrs import evolve

from tradenews.grammar.naming import is_one_of, named, placed, words_of
from tradenews.grammar.rule import VIEW, Hit, Rule
from tradenews.grammar.values import Naming
from tradenews.grammar.view import without_article
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.normalize.names import is_acronym, is_in_order
from tradenews.scan.chain import Link

_LEAST, _LETTERS = 2, 8
_SAYS = regex("[lmz_nθ]{0,4}v")
_WORTH = regex("(?:[zuy]|V)b?Q")  # "for 5 million", "worth 5 million"


def _by_acronym(hit: Hit) -> list[Link] | None:
    """ "Office national interprofessionnel des céréales (ONIC)": the letters in brackets tell its end."""
    chain = hit.chain
    if not chain.text[hit.start].isupper() or (chain.tags[hit.first] == "W" and "I" in hit.tags):
        return None
    bracket = chain.tags.index("‹", hit.first)
    name, short = chain.words(hit.first, bracket), chain.words(bracket + 1, hit.last - 1)
    papers = any(is_one_of(hit, i, "papers") for i in (hit.first, bracket - 1))
    if papers or not _is_told_so(hit, short, name):
        return None
    start = without_article(chain.text, hit.start, chain.ends[hit.first], hit.context.lexicon) or hit.start
    known_one = chain.values[bracket + 1]
    value = chain.values[hit.first] if chain.tags[hit.first] in "IøE" else None
    kind = str(value).rstrip("!") if isinstance(value, str) else "company"
    naming = named(hit, kind, hit.first, bracket)
    naming = evolve(naming, name=naming.name[start - hit.start :], acronym=short)
    alias = evolve(naming, name=short, acronym=None, inner=())
    if isinstance(known_one, Naming) and known_one.entity is not None and known_one.kind != "person":
        alias = known_one
        naming = evolve(naming, kind=known_one.kind, entity=known_one.entity)
    closing = hit.last - 1
    return [
        Link("@", start, chain.ends[bracket - 1], naming),
        chain.link(bracket),
        Link("@", chain.starts[bracket + 1], chain.ends[closing - 1], alias),
        chain.link(closing),
    ]


def _is_told_so(hit: Hit, short: str, name: str) -> bool:
    """Is ``short`` an acronym of a name that begins with a word for a body, or a name used again?

    "Transformadores do Sul (Trafo Sul)" begins with goods: then the short one must be no mere letters.
    """
    chain = hit.chain
    heads = chain.tags[hit.first] in "IøW" or chain.values[hit.first] == "company" or "E" in hit.tags
    if is_acronym(short, name) and (heads or not short.isupper()) and " " not in short:
        return heads or _is_again(hit, short)
    told = chain.tags[hit.first] in "Iø" or chain.values[hit.first] == "company" or " " in short
    return told and not short.isupper() and is_in_order(short, name) and _is_again(hit, short)


def _is_again(hit: Hit, short: str) -> bool:
    """Does the text go on with the short form?"""
    return hit.chain.text.find(short, hit.end, hit.end + VIEW) >= 0


def _by_letters(hit: Hit) -> list[Link] | None:
    """ "die Kasachischen Eisenbahnen (KTZ)": letters that are no initials, used again or by who tells."""
    chain, first = hit.chain, hit.first
    noun, short = first + 1, chain.words(hit.last - 2)
    endings = words_of(hit.context, "adjective_letters")
    adjective = chain.text[hit.start].isupper() and chain.words(first).endswith(endings or ("\0",))
    if not adjective or not (short.isupper() and short.isalpha() and _LEAST <= len(short) <= _LETTERS):
        return None
    entry = hit.context.lexicon.word(chain.words(noun)) if hit.context is not None else None
    if is_one_of(hit, noun, "papers") or (entry is not None and entry.tag in "DKTFY"):
        return None
    again = f"{short} " in chain.text[hit.end : VIEW]
    if not again and _SAYS.match(chain.tags, hit.last) is None:
        return None
    kind = "company" if chain.tags[noun] == "ø" or is_one_of(hit, noun, "company_words") else "organization"
    naming = evolve(named(hit, kind, first, noun + 1), acronym=short)
    alias = evolve(naming, name=short, acronym=None, inner=())
    at = hit.last - 2
    return [
        Link("@", hit.start, chain.ends[noun], naming),
        chain.link(at - 1),
        Link("@", chain.starts[at], chain.ends[at], alias),
        chain.link(at + 1),
    ]


def _by_adjective(hit: Hit) -> list[Link] | None:
    """ "die Bayerische Malzfabrik": an adjective with a capital, where only those of names have one."""
    chain, endings = hit.chain, words_of(hit.context, "adjective_letters")
    told = chain.text[hit.start].isupper() and chain.words(hit.first).endswith(endings or ("\0",))
    if (
        not told
        or not words_of(hit.context, "nouns_have_capitals")
        or chain.values[hit.first + 1] != "company"
    ):
        return None
    return placed(hit, hit.first, hit.last, named(hit, "company", hit.first, hit.last))


def behind_article(hit: Hit, first: int, head: int) -> int:
    """The head itself where an article of its own parts it from the word before: "Lorem die Werft"."""
    chain = hit.chain
    apart = head > first and chain.text[chain.ends[head - 1] : chain.starts[head]].strip().isalpha()
    return head if apart else first


def _by_inner(hit: Hit) -> list[Link] | None:
    """ "Fédération des exportateurs de vin", "Banque centrale": a capital at the head only."""
    chain = hit.chain
    adjectives = words_of(hit.context, "inner_adjectives")
    if not adjectives or not chain.text[hit.start].isupper() or "o" in chain.tags[hit.last - 1]:
        return None
    last = _inner_end(hit, hit.first + 1)
    kind = chain.values[hit.first]
    noun = last + 1 + (chain.tags[last + 1 : last + 2] in ("o", "_"))
    if last == hit.first + 1 and chain.tags[noun : noun + 1] in ("W", "ĉ", "A", ""):
        return None
    while last < hit.last and chain.tags[last] in "o&":
        noun = last + 1 + (chain.tags[last + 1 : last + 2] in ("o", "_"))
        noun += chain.tags[last : last + 3] == "&o_"
        if noun >= hit.last or (chain.tags[last] == "&" and chain.tags[last + 1] != "o"):
            break
        last = _inner_end(hit, noun + 1)
    if last == hit.first + 1:
        return None
    hit.last = last
    return placed(
        hit,
        hit.first,
        last,
        named(hit, kind.rstrip("!") if isinstance(kind, str) else "organization", hit.first, last),
    )


def _inner_end(hit: Hit, last: int) -> int:
    """Where the adjectives that begin at ``last`` end."""
    chain = hit.chain
    endings = words_of(hit.context, "adjective_endings")
    while last < hit.last and chain.tags[last] in "lâTKøJO":
        word = fold(chain.words(last))
        if chain.tags[last] != "â" and not (
            is_one_of(hit, last, "inner_adjectives") or (endings and word.endswith(endings))
        ):
            break
        last += 1
    return last


def describes(tags: str, head: int, kind: str) -> bool:
    """Is the head only a word for the company that is named behind it?"""
    return kind == "company" and re.match("[âa]?@", tags[head + 1 : head + 3]) is not None


def without_list(hit: Hit, head: int, last: int) -> int:
    """``last`` before an "and" whose next word is none that stands in the names of ministries."""
    chain = hit.chain
    i = head + 1
    while i < last:
        if chain.tags[i] in "&," and chain.tags[i] != "ĸ":
            follow = i + 1
            while follow < last and chain.tags[follow] in "o_&":
                follow += 1
            if follow >= last or not (chain.tags[follow] == "ĉ" or is_one_of(hit, follow, "portfolio")):
                return i
        i += 1
    return last


def without_goods(hit: Hit, head: int, last: int) -> int:
    """``last`` before goods of an amount right behind an office: "laut Bundesamt Waren für 5 Milliarden"."""
    chain = hit.chain
    capitals = words_of(hit.context, "nouns_have_capitals")
    if not capitals or last != head + 2 or chain.tags[head + 1] != "ĉ":
        return last
    office = str(chain.values[head]).startswith("government")
    return head + 1 if office and _WORTH.match(chain.tags, last) else last


def is_inner(hit: Hit, head: int, last: int) -> bool:
    """Is it only a part of a body: "the Board of Directors of Lorem"?"""
    words = fold(hit.chain.words(head, last))
    return words.startswith(words_of(hit.context, "inner_bodies") or ("\0",))


def in_region(hit: Hit, first: int) -> bool:
    """Does "the region of" stand before: what follows is no company?"""
    chain, i = hit.chain, first - 1
    while i > 0 and chain.tags[i] in "o_":
        i -= 1
    return i < first - 1 and i >= 0 and is_one_of(hit, i, "place_nouns")


def is_known(hit: Hit, i: int) -> bool:
    """Is the name at ``i`` one of the lexicon: "the regulator FDA"?"""
    return getattr(hit.chain.values[i], "entity", None) is not None


def is_letters(hit: Hit, i: int) -> bool:
    """Is the unknown word at ``i`` an acronym: "the regulator CADE"?"""
    word = hit.chain.words(i)
    return hit.chain.tags[i] in "WZ" and word.isupper() and word.isalpha() and len(word) <= _LETTERS


INNER = (
    Rule(
        "body.acronym",
        r"[IøW][lWoĉKTâaHJOøEA_&ñ°XIznvF]{1,14}‹(?:[EñC@]|[WZ][WZĉ]?)›|ĉ[laâoHTĉWvFA&]{1,8}‹(?:[EC@]|[WZ][WZĉ]?)›",
        _by_acronym,
        example="Office national interprofessionnel des céréales et légumineuses (ONICL)",
        language="fr",
    ),
    Rule(
        "body.letters",
        "[aWĉ](?<=[_o].)[Wĉø]‹W›",
        _by_letters,
        example="die Kasachischen Eisenbahnen (KTZ) teilten mit",
        language="de",
    ),
    Rule(
        "body.adjective",
        "a(?<=[_o].)ø(?![øWñĉ@°A])",
        _by_adjective,
        example="Die Bayerische Malzfabrik stellt ein.",
        language="de",
    ),
    Rule(
        "body.inner",
        r"I[lâTKø]{0,2}(?:&?o_?[TKOHøĩlJFvWĉA][lâTK]{0,2}){1,4}|I[lâ]{1,2}",
        _by_inner,
        example="selon la Fédération des exportateurs",
        language="fr",
    ),
)
