"""Names that the words right beside them tell to be a firm's: "analyst at Lorem", "Lorem, based in".

Nothing else need tell it: no legal form, no word for its trade, no second mention; and all words with a
capital belong to it, whatever they mean: "Carnes del Este". Where all nouns have capitals, only words that no
list knows do, and a lone one needs a second mention all the same.
"""

from __future__ import annotations

from functools import lru_cache

from tradenews.grammar.guess import cue_of, guess
from tradenews.grammar.naming import is_nearby, is_one_of, named, placed, words_of
from tradenews.grammar.nouns import looks_like_noun
from tradenews.grammar.rule import Hit, Rule
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.scan.chain import Chain, Link

_REACH = 48  # characters beside a name in which such words stand
_LONGEST = 7  # links of a name
_WORDS = frozenset("WZĉñAak°ψTIøOX_EFK")  # what may be a word of a name, where it has a capital
_JOINTS = frozenset("oĵĸX&")  # what may stand between two of them
_OWN = frozenset("WZĉ")  # one of which a name has
_NEVER = ("not_names", "not_actors", "place_words")  # tables of words with which no such name begins
_SEATED = regex(r",[oq]_?[°WA],")  # where a firm is at home: "Lorem, of Osaka,"
_HUMPS = regex(r"(?!Mc|Mac|De|Le|La|Di|Du|Van|Von|O'|Fitz)[A-Z][a-zà-ÿ]{2,12}[A-Z][a-zà-ÿ]{2,12}")
_DUTIES = 60  # links behind a word for duties in which those of each firm are told
_TELLS, _NEAR = "VvYDJml", 24  # tags of which a sentence has one, within so many links of a name


@lru_cache(maxsize=32)
def _phrases(lexicon: Lexicon, key: str) -> tuple[str, ...]:
    """The expressions under ``key`` of table ``name_words``, each with a blank before it."""
    return tuple(_plain(phrase) for phrase in lexicon.lines["name_words"].get(key, ()))


def _plain(text: str) -> str:
    """A stretch folded, with blanks for apostrophes and one before it."""
    return fold(f" {text}").replace("'", " ").replace("’", " ")


def _is_told_before(hit: Hit) -> bool:
    """Does such an expression end right before the name, or before its article?"""
    chain = hit.chain
    before = _plain(chain.text[max(hit.start - _REACH, 0) : hit.start]).rstrip()
    phrases = _phrases(hit.context.lexicon, "firm_before")
    if before.endswith(phrases):
        return True
    article = hit.first and chain.tags[hit.first - 1] in "_t"
    return bool(article) and before.rpartition(" ")[0].endswith(phrases)


def _is_told_behind(hit: Hit) -> bool:
    """Does such an expression begin right behind the name?"""
    behind = _plain(hit.chain.text[hit.end : hit.end + _REACH]).lstrip(" ,")
    return f" {behind}".startswith(_phrases(hit.context.lexicon, "firm_behind"))


def _has_capital(chain: Chain, i: int) -> bool:
    return chain.tags[i] in _WORDS and chain.text[chain.starts[i]].isupper()


def _run_end(chain: Chain, first: int) -> int:
    """Where the words with capitals end that begin at link ``first``, with what joins two of them."""
    last, end = first, min(first + _LONGEST, len(chain))
    while last < end:
        if _has_capital(chain, last):
            last += 1
            continue
        further = last + 1
        if chain.tags[further : further + 1] == "_" and not _has_capital(chain, further):
            further += 1
        if chain.tags[last] not in _JOINTS or further >= end or not _has_capital(chain, further):
            break
        if chain.tags[last] == "&" and chain.tags[further + 1 : further + 2] not in tuple("O,s"):
            break
        last = further + 1
    return last


def _by_shape(hit: Hit) -> list[Link] | None:
    """ "LoremIpsum": what has a capital inside is a firm's name, wherever it stands."""
    chain, first = hit.chain, hit.first
    words = chain.words(first, hit.last)
    if _HUMPS.fullmatch(words) is None:
        return None
    if chain.first_of(_TELLS, max(first - _NEAR, 0), min(first + _NEAR, len(chain))) < 0:
        return None  # a masthead, a byline
    if (first and chain.tags[first - 1] in "ñĵ") or is_one_of(hit, hit.last - 1, "not_actors"):
        return None
    if words.endswith(words_of(hit.context, "both_sexes")) or chain.tags[hit.last : hit.last + 1] == "ĵ":
        return None
    return placed(hit, first, hit.last, named(hit, "company", first, hit.last, cue="guess"))


def _is_told(hit: Hit, *, seats: bool) -> bool:
    """Do the words beside a name tell it: those before it, or those behind one that begins here?"""
    if _is_told_before(hit):
        return True
    if hit.first and hit.chain.tags[hit.first - 1] in "WñĉĵZ":
        return False
    return _is_told_behind(hit) or (seats and _SEATED.match(hit.chain.tags, hit.last) is not None)


def _by_words(hit: Hit) -> list[Link] | None:
    """What stands beside the name tells it."""
    chain, first = hit.chain, hit.first
    if hit.context is None:
        return None
    if words_of(hit.context, "nouns_have_capitals"):
        named_so = (
            chain.tags[first] in "WZ" and _is_told(hit, seats=False) and not looks_like_noun(hit, first)
        )
        return guess(hit, cue=cue_of(hit)) if named_so else None
    hit.last = max(_run_end(chain, first), hit.last)
    if not _is_told(hit, seats=True) or not set(hit.tags) & _OWN:
        return None
    if any(is_one_of(hit, first, key) for key in _NEVER) or is_nearby(hit, first):
        return None
    if hit.last - first == 1:
        return guess(hit) if chain.tags[first] in "WZ" else None
    return placed(hit, first, hit.last, named(hit, "company", first, hit.last, cue="guess"))


def _by_rate(hit: Hit) -> list[Link] | None:
    """ "65.46 percent for Lorem Tyre": who pays a duty of its own; all its words have capitals."""
    chain = hit.chain
    duties = chain.find("K", max(hit.first - _DUTIES, 0), hit.first)
    if not any(str(chain.values[i]).startswith("tariff") for i in duties):
        return None
    if words_of(hit.context, "nouns_have_capitals") or is_one_of(hit, hit.first, "not_names"):
        return None
    last = _run_end(chain, hit.first)
    several = last - hit.first > 1 and not any(
        is_one_of(hit, i, "place_words") for i in range(hit.first, last)
    )
    if not several or chain.tags[last - 1] in "O°":
        return None
    hit.last = max(last, hit.last)
    return placed(hit, hit.first, last, named(hit, "company", hit.first, last, cue="guess"))


BESIDE_CUES = (
    Rule(
        "beside.rate",
        r"[W°ĉZñ](?:(?<=Qz.)|(?<=Qy.))[WĉTHñI°Z]{1,3}",
        _by_rate,
        example="Lorem said the duties are 5 percent for Guizhou Tyre and 7 percent for others.",
    ),
    Rule("beside.shape", r"[WĉZ]", _by_shape, example="It sold LoremoIpsum."),
    Rule(
        "beside.words",
        r"[WZ](?:[ĵĸX]?[WñĉZ]){0,4}|[ĉAk°]",
        _by_words,
        example="The plant belongs to Lorem Ipsum.",
    ),
)
