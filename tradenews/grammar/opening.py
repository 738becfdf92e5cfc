"""The company with which a text opens: a name that acts first, where the text goes on with "the company".

Nothing else need tell that it is one: no legal form, no word for its trade, no second mention.
"""

from __future__ import annotations

from tradenews.grammar.bodies import name_end
from tradenews.grammar.guess import NAME_REST, cue_of, guess, is_article
from tradenews.grammar.naming import is_one_of, named, placed, words_of
from tradenews.grammar.rule import Hit, Rule
from tradenews.grammar.values import Naming
from tradenews.lexicon.forms import fold
from tradenews.scan.chain import Chain, Link

ASIDE = r"(?:,[OøTlâanoWH°_]{1,10},)?"  # "Lorem Ipsum, a maker of pumps,"
# Also goods and a name ("Bombas Lorem"), and words with a preposition ("Energías del Norte").
NAME = rf"(?:[WZ]|[Tĉ](?=[Wñ])|ĉ(?=o_?[WĉA°])){NAME_REST}(?:o_?[WĉA°]{{1,2}})?"
_OPENS = 60  # links from the head of the text within which its company is named
_STORY = 160  # links behind the name in which the text says "the company"
_ARTICLE = 5  # letters
_HEADS = ("", "s", "¶", '"', ":", "#", ";", ",", "&", "θ", "-", "›")
_OWNERS = frozenset(("person", "product"))  # "Hijos de Lorem"
_NAMED = frozenset("WZ@ñĉaâ")  # what follows a descriptor that only introduces another name


def is_subject(hit: Hit) -> bool:
    """Does a name with a capital open its clause, maybe behind an article?"""
    if not hit.chain.text[hit.start].isupper():
        return False
    tags, first = hit.chain.tags, hit.first
    before = tags[first - 1] if first else ""
    if before == "_" or (before == "t" and is_article(hit, first - 1)):
        before = tags[first - 2 : first - 1]
    return before in _HEADS


def goes_on_with_company(hit: Hit) -> bool:
    """Is no company named before, and does the text speak of "the company" before it names another?"""
    chain = hit.chain
    if hit.first > _OPENS or any(_is_company(chain, i) for i in chain.find("@", 0, hit.first)):
        return False
    last = min(hit.last + _STORY, len(chain))
    for i in chain.find("@Gøĉĩ", hit.last, last):
        if chain.tags[i] == "@":
            if _is_company(chain, i):
                return False
        elif chain.values[i] == "company" and _stands_alone(hit, i):
            return True
    return False


def _is_company(chain: Chain, i: int) -> bool:
    naming = chain.values[i]
    return isinstance(naming, Naming) and naming.kind == "company"


def _stands_alone(hit: Hit, i: int) -> bool:
    """Is a word for a company definite, and no name behind it?"""
    chain = hit.chain
    if chain.tags[i + 1 : i + 2] in _NAMED:
        return False
    if chain.tags[i] == "G":
        return True
    start = chain.starts[i]
    before = chain.text[max(start - _ARTICLE, 0) : start].split()[-1:]
    first = chain.words(i).split(" ")[0].replace("’", "'")
    elided, mark, _ = first.partition("'")
    return any(_is_the(hit, word) for word in (*before, elided + mark))


def _is_the(hit: Hit, word: str) -> bool:
    entry = hit.context.lexicon.word(word) if hit.context is not None else None
    the = entry is not None and entry.tag == "_" and entry.value == "the"
    return the and fold(word) not in words_of(hit.context, "indefinite")


def _by_subject(hit: Hit) -> list[Link] | None:
    """ "Loremo posted sales of 5 million. The company ...": who acts first."""
    chain = hit.chain
    verb = next((i for i in range(hit.last, len(chain)) if chain.tags[i] not in "mgθ"), -1)
    alone = hit.last - hit.first == 1
    if verb < 0 or (alone and chain.tags[verb] == "v") or is_one_of(hit, hit.first, "not_names"):
        return None
    if not is_subject(hit) or not _is_name(hit) or not goes_on_with_company(hit):
        return None
    return guess(hit, cue=cue_of(hit))


def _is_name(hit: Hit) -> bool:
    """Is a match all one name, that begins with no word of trade: unlike "Exports of Chile"?"""
    chain, first = hit.chain, hit.first
    value = chain.values[first]
    known = chain.tags[first] in "Tĉ" and not (str(value).isdigit() or value in _OWNERS)
    return not known and name_end(hit, first, hit.last) == hit.last


def _by_joined(hit: Hit) -> list[Link] | None:
    """ "Loremo-Gruppe", "Lorem & Sohn", "Lorem-Ipsum": joined words that act, one of them maybe of firms."""
    if hit.tags == "Wø" and not (_is_forces(hit) and goes_on_with_company(hit)):
        return None
    group = hit.tags[-1] == "ø" and hit.chain.values[hit.last - 1] == "company"
    if not is_subject(hit) or not (group or "ĸ" in hit.tags or goes_on_with_company(hit)):
        return None
    return placed(hit, hit.first, hit.last, named(hit, "company", hit.first, hit.last, cue="guess"))


def _is_forces(hit: Hit) -> bool:
    """Does a word for armed forces, as a part of a state, end what may be a firm's name: "Delta Marine"?"""
    government = hit.chain.values[hit.last - 1] == "government"
    return government and bool(words_of(hit.context, "nouns_have_capitals"))


def _by_owner(hit: Hit) -> list[Link] | None:
    """ "Sales of Loremo rose by 5 percent. The company ...": whose results rise first."""
    chain = hit.chain
    kind = max(chain.tags.rfind(tag, 0, hit.first) for tag in "Kĉ")
    told = str(chain.values[kind]).startswith(("sales", "finance"))
    return guess(hit) if told and goes_on_with_company(hit) else None


OPENING_CUES = (
    Rule(
        "opening.owner",
        rf"[WZĉ](?:(?<=[Kĉ]o.)|(?<=[Kĉ]o_.)){NAME_REST}(?:o_?[WĉA°]{{1,2}})?(?=[lmgθ]{{0,3}}[Vv])",
        _by_owner,
        example="Sales of Loremo rose by 5 percent. The company grew.",
    ),
    Rule(
        "opening.joined",
        r"[WZ](?:ĵ?ø|ĸO|ĵ[WZ])(?=[lmgθ]{0,3}[VvmJYDKl])",
        _by_joined,
        example="Die Loremo-Gruppe hat 5 Kräne geliefert.",
        language="de",
    ),
    Rule(
        "opening.subject",
        rf"{NAME}(?={ASIDE}(?:[lmgθ]{{0,3}}[VvmJYDKl]|U[lTVJYD]|K[θlnot_c]{{0,4}}Q))",
        _by_subject,
        example="Loremo recrute 5 ingénieurs. L'entreprise grandit.",
        language="fr",
    ),
)
