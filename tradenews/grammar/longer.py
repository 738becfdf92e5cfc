"""Names that are longer than what told them: "Lorem do Brasil", "Ipsum México", "Vinícola Dolor".

Read last: what right before or behind a company's name has a capital inside a sentence belongs to it.
"""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.naming import is_one_of, named, opens_aside, placed, words_of
from tradenews.grammar.nouns import looks_like_noun
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.values import Naming
from tradenews.scan.chain import Chain, Link

_GROWN = frozenset(("company", "organization"))
_PLACES = frozenset("°Ak")
_OPENS = frozenset('s¶":›-#')
_NEVER = ("not_names", "place_words", "place_nouns", "papers", "not_actors")
_VERBS = tuple("YJDVmlv")
_TOLD = tuple("DYVJKv")  # words that no name goes on with
_LEADS = frozenset("øIzqunyt")  # before a name with a noun of goods, where all nouns have capitals
_NEAR = 4  # links on either side of a name that are looked at
_OWN = 3  # letters of a name that another word follows


def _naming(chain: Chain, i: int) -> Naming | None:
    """What is named at a link, if it is a company or an association."""
    value = chain.values[i]
    return value if isinstance(value, Naming) and value.kind in _GROWN else None


def _are_beside(chain: Chain, first: int, last: int) -> bool:
    """Are these links joined by nothing but single blanks?"""
    gaps = (chain.text[chain.ends[i] : chain.starts[i + 1]] for i in range(first, last - 1))
    return all(gap == " " for gap in gaps)


def _is_plain(chain: Chain, first: int, last: int) -> bool:
    """Do capitals tell something here: have the words beside these none, and some words near?"""
    text = chain.text
    inside = first > 1 and chain.tags[first - 1] not in _OPENS and chain.tags[first - 2] not in _OPENS
    if (inside and text[chain.starts[first - 1]].isupper()) or (
        last < len(chain) and text[chain.starts[last] : chain.starts[last] + 1].isupper()
    ):
        return False
    near = (*range(max(first - _NEAR, 0), first), *range(last, min(last + _NEAR, len(chain))))
    return sum(text[chain.starts[i] : chain.starts[i] + 1].islower() for i in near) > 1


def _grown(hit: Hit, first: int, last: int, naming: Naming) -> list[Link] | None:
    """The links from ``first`` to ``last`` as one name of the kind that a part of it has."""
    name = hit.chain.words(first, last)
    if name.isupper():
        return None
    whole = named(hit, naming.kind, first, last, cue="strong" if naming.cue == "known" else naming.cue)
    return placed(hit, first, last, evolve(whole, country=naming.country or whole.country))


def _by_words_behind(hit: Hit) -> list[Link] | None:
    """ "Ipsum México", "Coldiretti Lorem": words with capitals right behind a name."""
    chain, first, last = hit.chain, hit.first, hit.last
    naming = _naming(chain, first)
    if naming is None or not _are_beside(chain, first, last) or not _is_plain(chain, first, last):
        return None
    if not all(chain.text[chain.starts[i]].isupper() for i in range(first + 1, last)):
        return None
    if _tag_of(hit, naming.name.rpartition(" ")[2]) == "L" or _tag_of(hit, chain.words(last - 1)) in _TOLD:
        return None  # "Lorem GmbH", "the International Coffee Agreement"
    if " " in naming.name and chain.tags[last : last + 1] in _VERBS:
        return None  # "heeft Lorem Foods Ipsum overgenomen": two names
    place = chain.tags[last - 1] in _PLACES
    if naming.entity is not None and naming.kind == "company" and not (place and last - first == 2):
        return None  # "Ford Fiesta": what it makes
    if any(is_one_of(hit, i, key) for i in range(first + 1, last) for key in _NEVER):
        return None
    if words_of(hit.context, "nouns_have_capitals") and not _goes_on_with_noun(hit):
        return None
    return _grown(hit, first, last, naming)


def _tag_of(hit: Hit, word: str) -> str:
    """The tag of a word by itself; none of an unknown one."""
    entry = hit.context.lexicon.word(word) if hit.context is not None else None
    return entry.tag if entry is not None else ""


def _goes_on_with_noun(hit: Hit) -> bool:
    """Where all nouns have capitals: is one word of goods a part of a name: "bei Lorem Medizintechnik"?"""
    chain = hit.chain
    one = hit.last - hit.first == 2 and chain.tags[hit.first + 1] == "ĉ"
    led = hit.first > 0 and chain.tags[hit.first - 1] in _LEADS
    plural = chain.words(hit.first + 1).endswith(words_of(hit.context, "counted_endings") or ("\0",))
    return one and led and not plural and _naming(chain, hit.first).entity is None  # type: ignore[union-attr]


def _by_of_the(hit: Hit) -> list[Link] | None:
    """ "Lorem del Maule", "Ipsum do Sul": an article joined to "of", and a region."""
    chain, first, last = hit.chain, hit.first, hit.last
    naming = _naming(chain, first)
    foreign = chain.tags[first + 1] == "X" and not words_of(hit.context, "of_the")
    if naming is None or naming.entity is not None or not (foreign or is_one_of(hit, first + 1, "of_the")):
        return None
    if not _are_beside(chain, first, last) or chain.text[chain.starts[first + 1]].isupper():
        return None
    if not chain.text[chain.starts[first + 2]].isupper() or chain.words(first, last).isupper():
        return None
    return None if is_one_of(hit, first + 2, "place_nouns") else _grown(hit, first, last, naming)


def _by_words_before(hit: Hit) -> list[Link] | None:
    """ "a Vinícola Lorem", "la Viña Ipsum": a word with a capital right before a name, inside a sentence."""
    chain, first, last = hit.chain, hit.first, hit.last
    naming = _naming(chain, last - 1)
    if naming is None or naming.kind != "company" or words_of(hit.context, "nouns_have_capitals"):
        return None
    if naming.entity is not None and " " in naming.name:
        return None
    if not first or chain.tags[first - 1] in _OPENS or not _are_beside(chain, first, last):
        return None
    if not _is_plain(chain, first, last) or len(naming.name) < _OWN or opens_aside(hit, first):
        return None
    if not chain.text[chain.starts[first]].isupper() or any(is_one_of(hit, first, key) for key in _NEVER):
        return None
    if chain.words(first).endswith(words_of(hit.context, "origin_endings") or ("\0",)):
        return None  # "het Wessingse Lorem"
    head = _naming(chain, first)
    if chain.tags[first] == "@" and (head is None or head.entity is not None):
        return None
    return _grown(hit, first, last, evolve(naming, entity=None, country=None))


def _by_branch(hit: Hit) -> list[Link] | None:
    """ "da Lorem do Brasil": an unknown word and the country of a branch."""
    chain, first, last = hit.chain, hit.first, hit.last
    if not is_one_of(hit, first + 1, "of_the") or not _are_beside(chain, first, last):
        return None
    if not first or chain.tags[first - 1] in _OPENS or any(is_one_of(hit, first, key) for key in _NEVER):
        return None
    word = chain.words(first)
    if chain.text[chain.starts[first + 1]].isupper() or not word.istitle():
        return None
    if words_of(hit.context, "nouns_have_capitals") and looks_like_noun(hit, first):
        return None
    return placed(hit, first, last, named(hit, "company", first, last, cue="guess"))


LONGER = Grammar(
    "@",
    Rule(
        "longer.of_the",
        "@[oX][WĉA°k]",
        _by_of_the,
        example="en mayo lo ganó la española Loremo del Cantábrico y se firmará pronto",
        language="es",
    ),
    Rule(
        "longer.behind",
        "@(?:[WZTHĉ]{1,3}|[°A])(?![WZĉñ@ĵĸo'])",
        _by_words_behind,
        example="dijo Jane Doe, directora de Loremo México, ayer",
        language="es",
    ),
    Rule(
        "longer.before",
        "[WĉT@](?<![WZĉñĵĸa@].)@",
        _by_words_before,
        example="o processo foi aberto a pedido da Aços Vestora Energia e de outros",
        language="pt",
    ),
    Rule(
        "longer.branch",
        "W(?<![WZĉñĵĸa@].)[oX]A",
        _by_branch,
        example="a pedido da Loremo do Brasil e de outros",
        language="pt",
    ),
)
