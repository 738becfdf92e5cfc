"""Names that an article or a set phrase tells to be a company's: "la Galli Blooms", "one of them, Lorem".

Some languages give companies an article that persons and towns have not; a lone word needs a second mention.
"""

from __future__ import annotations

from tradenews.grammar.guess import NAME_REST, cue_of, guess
from tradenews.grammar.naming import is_one_of, words_of
from tradenews.grammar.opening import is_subject
from tradenews.grammar.rule import Hit, Rule
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.scan.chain import Link

_DESCRIBED = regex(r"(?:[øĩĉ][lâaoqnW°_TH]{0,4}),_?$")
_BACK = 8  # links from a name to the word for its trade
_NEVER = ("not_names", "place_words", "place_nouns", "papers", "portfolio", "ports")
_NAME = rf"(?:[WZ]|[ĉT](?=ĵ?[WñĉT])){NAME_REST.replace('[WñĉZ]', '[WñĉZT]')}"


def _by_article(hit: Hit) -> list[Link] | None:
    """ "la Galli Blooms": several words with capitals behind an article that makes them a company's."""
    chain, first = hit.chain, hit.first
    before = chain.text[: chain.starts[first]][-_BACK:].split()[-1:]
    word = before[0].replace("’", "'").rpartition("'")[2] if before else ""
    told = fold(word) in words_of(hit.context, "firm_articles")
    opens = fold(word) in words_of(hit.context, "firm_articles_ahead") and is_subject(hit)
    if not (told or opens) or any(is_one_of(hit, first, key) for key in _NEVER):
        return None
    if any(chain.words(i).islower() or chain.words(i).isupper() for i in range(first, hit.last)):
        return None
    several = hit.last - first > 1
    if not several and chain.tags[first] not in "WZ":
        return None
    return guess(hit, cue="guess" if several else cue_of(hit))


def _by_aside(hit: Hit) -> list[Link] | None:
    """ "Une PME liégeoise, Lorem, négocie": what trade it is of, where from, and its name."""
    chain = hit.chain
    some = chain.tags[max(hit.first - _BACK, 0) : hit.first]
    found = _DESCRIBED.search(some)
    if found is None or is_one_of(hit, hit.first, "not_names"):
        return None
    trade = hit.first - len(some) + found.start()
    return guess(hit) if chain.values[trade] in ("company", "organization") else None


ARTICLED_CUES = (
    Rule(
        "cue.aside",
        rf"[WZ](?<=,.){NAME_REST}(?=,)|[WZ](?<=,_.){NAME_REST}(?=,)",
        _by_aside,
        example="Une entreprise de Lille, Loremo, négocie",
        language="fr",
    ),
    Rule(
        "cue.the",
        rf"{_NAME}",
        _by_article,
        example="Il fornitore, la Loremo Blooms di Colombo, ha",
        language="it",
    ),
)
