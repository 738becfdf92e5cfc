"""Words that say up or down only right at a percentage: "took on 5 percent", "lagged 5 percent behind"."""

from __future__ import annotations

from typing import Any, Final

from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.signs import is_unspaced
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold

_WORD: Final = "[lWJYDTKHFVzqynobaMUtu=&<α_]"
_LEADS: Final = regex("[yo_t]{0,2}b?Q")
_PART: Final = regex("[oX](?!_?θ)")  # behind a percentage: "of the market"
_PAST: Final = regex("[VYJlb][_laoAakKT№]{0,4}[θN][_laoKq№]{0,3}[yn]?_?b?Q")
_TAKER: Final = regex("(?:^|[^tqunzoXaθ<])_?[AkG@]l?$")  # a subject that can take a part
_NAMED: Final = regex("_?[AakW@EG¤°]")
_SMALL: Final = frozenset("qznbtuyo=α")  # small words, which are not always particles
_ENDS: Final = regex("_?[lτ]?θ|[s,;:&›¬¶]|$")
_MEASURED: Final = frozenset("KT")
_WORDS, _BACK, _AHEAD = 3, 16, 8  # links of such words, and to the noun that says what moved


def _is_percentage(value: Any) -> bool:
    return bool(value.amount.unit == "percent")


def _says(hit: Hit, last: int, place: str) -> str | None:
    """Which way a stretch says that something moved; None where it says nothing."""
    words = fold(hit.chain.words(hit.first, last))
    said = (words, words.partition(" ")[2]) if last == hit.first + 1 else (words,)  # "have exceeded" in one
    lines = hit.context.lexicon.lines["directions"] if hit.context else {}
    ways = (way for each in said for way in ("up", "down") if each in lines.get(f"{way} {place}", ()))
    return next(ways, None)


def _is_measured(hit: Hit, amount: int) -> bool:
    """Is something named beside a percentage that can move?"""
    tags = hit.chain.tags
    return bool(_MEASURED & set(tags[max(amount - _BACK, 0) : hit.first] + tags[amount : amount + _AHEAD]))


def _before(hit: Hit) -> str | None:
    """ "Exports took a hit of 5 percent": not of a part, as in "took 5 percent of the market"."""
    tags, first = hit.chain.tags, hit.first
    for last in range(min(first + _WORDS, len(tags)), first, -1):
        leads = _LEADS.match(tags, last)
        if leads is None or not _is_percentage(hit.chain.values[leads.end() - 1]):
            continue
        way = _says(hit, last, "before")
        by = set(tags[last - 1 : leads.end()]) & set("yo")  # "cut by 5 percent" takes no part
        taken = not by and _TAKER.search(tags, max(first - 4, 0), first)
        taken = taken or _PART.match(tags, leads.end())
        if way and not taken and _is_measured(hit, leads.end() - 1):
            hit.last = last
            return way
    return None


def _behind(hit: Hit) -> str | None:
    """ "Exports were 5 percent adrift of last year": not "with 5 percent behind Germany"."""
    tags, first = hit.chain.tags, hit.first
    if not _is_percentage(hit.chain.values[first - 1]) or not _is_measured(hit, first - 1):
        return None
    for last in range(min(first + _WORDS, len(tags)), first, -1):
        way = _says(hit, last, "behind")
        if (
            way
            and not _NAMED.match(tags, last)
            and (tags[first:last] not in _SMALL or _ENDS.match(tags, last))
        ):
            hit.last = last
            return way
    return None


def _object(hit: Hit) -> str | None:
    """ "Lifted its milk exports by 5 percent": a verb that can also move what is traded."""
    way = hit.context.lexicon.also(hit.chain.words(hit.first), "V") if hit.context else None
    return way if way in ("up", "down") else None


def _past(hit: Hit) -> str | None:
    """ "Surpassed last year's level by 5 percent", "trail those of 2022 by 5 percent"."""
    chain, past = hit.chain, _PAST.match(hit.chain.tags, hit.first)
    if past is None or not _is_percentage(chain.values[past.end() - 1]) or not _is_measured(hit, hit.first):
        return None
    close = not set(chain.tags[past.end() - 3 : past.end() - 1]) & set("yon")
    if close and not (hit.context and is_unspaced(hit.context.lexicon)):
        return None  # "surpassed last year's 5 percent"
    if "over" in str(chain.values[hit.first]).split(" "):
        return "up"
    return _says(hit, hit.first + 1, "past")


MOVED = Grammar(
    "V",
    Rule(
        "moved.behind",
        f"{_WORD}(?<=Q.)",
        _behind,
        example="Exports were 5 percent adrift of last year",
    ),
    Rule(
        "moved.before",
        f"{_WORD}(?={_WORD}{{0,4}}Q)",
        _before,
        example="Exports put on 5 percent",
    ),
    Rule(
        "moved.past",
        "[VYJlb](?=[_laoAakKT№]{0,4}[θN][_laoKq№]{0,3}[yn]?_?b?Q)",
        _past,
        example="Exports surpassed last year's level by 5 percent",
    ),
    Rule("moved.object", "J(?=_[aT]{0,2}K)", _object, example="Peru lifted its milk exports by 5 percent"),
)
