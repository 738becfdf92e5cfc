"""Who gives more, where a loan has been told of: "The EU adds 25 million", "130 come from the EIB"."""

from __future__ import annotations

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.scan.chain import Chain

_REACH = 8  # links between the verb and the sum
_VERBS = "YJVlKDbvm"
_FROM = frozenset("qoy")
_SUBJECT = frozenset("_aøo")  # between a verb and the subject behind it
_FILLERS = frozenset("_oaøTlAt")


def giving_verb(chain: Chain, sum_at: int, lexicon: Lexicon) -> tuple[int, bool] | None:
    """The link of the verb of giving nearest to the sum, and whether the sum "comes from" who gives it."""
    words = lexicon.lines["name_words"]
    gives, comes = words.get("gives", ()), words.get("comes_from", ())
    near = range(max(sum_at - _REACH, 0), min(sum_at + _REACH, len(chain)))
    for i in sorted(near, key=lambda i: abs(i - sum_at)):
        if chain.tags[i] not in _VERBS or ";" in chain.tags[min(i, sum_at) : max(i, sum_at)]:
            continue
        if (word := fold(chain.words(i))) in gives:
            return i, False
        if word in comes:
            return i, True
    return None


def gives(chain: Chain, verb: int, link: int, *, comes: bool) -> bool:
    """May who is named at a link be the one who gives: before the verb, or behind "comes from"?"""
    if not comes:
        return link < verb or not set(chain.tags[verb + 1 : link]) - _SUBJECT
    between = chain.tags[verb + 1 : link]
    return link > verb and bool(_FROM & set(between)) and set(between) <= _FILLERS | _FROM
