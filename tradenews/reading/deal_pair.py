"""The two states whose agreement it is where its sentence names nobody: "The treaty dates from 2012".

They are those of the last sentences that name states, if these are two, else those that the text is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lexicon.forms import fold
from tradenews.reading.deal_acts import ORDERED
from tradenews.reading.deal_mention import GENERIC, STATE_KINDS, TALKS, Mention
from tradenews.reading.deal_parties import Found
from tradenews.reading.deal_roll import Roll
from tradenews.reading.sentence import Sentence

_BACK, _PAIR = 4, 2  # sentences back in which two states are named
_LEAD = 2  # times that the two of a text are named as often as any third
_OF_STATES = STATE_KINDS | {"other", "memorandum", "partnership"}
_GOING_ON = frozenset({"negotiating", "proposed"})  # what is said of talks on wages as well
_TRADE, _TRADE_BACK = frozenset({"tariff", "trade", "exports", "imports"}), 2
_VAGUE = frozenset({GENERIC, TALKS})
_FIRMS_BACK = 1  # sentences back in which no company may be named beside a memorandum


def lend_pairs(
    mentions: Sequence[Mention], sentences: Sequence[Sentence], roll: Roll, home: str | None
) -> None:
    """Each mention without parties gets the two states that it may be of, for when it joins no other.

    The country that a text is about, ``home``, is one of them.
    """
    bare = [m for m in mentions if not m.found.all and m.stages and _is_of_states(m, sentences, roll)]
    if not bare:
        return
    named = [_states(sentence, roll) for sentence in sentences]
    main = _main(roll)
    for mention in bare:
        near = _near(named[: mention.sentence.number + 1])
        whole = len(near) == _PAIR and not roll.is_one(*near) and (home is None or home in near)
        mention.pair = near if whole else main
        if mention.listed:
            mention.found = Found(loose=list(mention.pair), rule="list")


def lend_customers(mentions: Sequence[Mention], sentences: Sequence[Sentence], roll: Roll) -> None:
    """A firm that will deliver goods gets as its customer the one foreign country told of just before."""
    for mention in mentions:
        parties, n = mention.found.all, mention.sentence.number
        chain, i = mention.sentence.chain, mention.index
        delivers = str(roll.lexicon.also(chain.words(i), "J") or chain.values[i]).startswith("exports")
        if mention.found.rule != ORDERED or len(parties) != 1 or not delivers:
            continue
        near = [_states(sentence, roll) for sentence in sentences[max(n - _BACK, 0) : n + 1]]
        lands = {id for ids in near for id in ids} - {roll.home(parties[0])}
        if len(lands) == 1:
            mention.found.loose += lands


def _states(sentence: Sentence, roll: Roll) -> list[str]:
    """The states that a sentence names, each once."""
    refs = [id for _, id in sorted(sentence.refs.items())]
    refs += [id for _, ids in sorted(sentence.groups.items()) for id in ids]
    parties = (roll.party(id) for id in refs)
    return list(dict.fromkeys(id for id in parties if id is not None and roll.is_state(id)))


def _near(named: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The states of the last sentences, if they are two."""
    near: dict[str, None] = {}
    for ids in reversed(named[-_BACK - 1 :]):
        near = dict.fromkeys([*ids, *near])
        if len(near) >= _PAIR:
            break
    return tuple(near) if len(near) == _PAIR else ()


def _main(roll: Roll) -> tuple[str, ...]:
    """The two states that a text names far more often than any third."""
    counts = {id: len(a.mentions) for id, a in roll.actors.items() if roll.is_state(id)}
    often = sorted(counts, key=lambda id: -counts[id])
    third = counts[often[_PAIR]] if len(often) > _PAIR else 0
    leads = len(often) >= _PAIR and counts[often[1]] >= max(_LEAD * third, 1)
    return tuple(often[:_PAIR]) if leads and not roll.is_one(*often[:_PAIR]) else ()


def _is_of_states(mention: Mention, sentences: Sequence[Sentence], roll: Roll) -> bool:
    """May an agreement be one of states: by its kind, or because it is "the" one on trade?"""
    n = mention.sentence.number
    if mention.kind in _VAGUE:
        told = {s.status for s in mention.stages} - (_GOING_ON if mention.kind == TALKS else set())
        near = sentences[max(n - _TRADE_BACK, 0) : n + 1]
        return bool(told) and _is_known(mention, roll) and any(_of_trade(s, roll) for s in near)
    if mention.kind not in _OF_STATES or mention.treaty is not None:
        return False
    if mention.weak and {s.status for s in mention.stages} <= _GOING_ON:
        return False  # "explored potential partnerships"
    near = sentences[max(n - _FIRMS_BACK, 0) : n + 1]
    firms = (id for s in near for id in s.refs.values() if id in roll.actors and roll.is_company(id))
    return mention.kind in STATE_KINDS | {"other"} or not any(firms)


def _is_known(mention: Mention, roll: Roll) -> bool:
    """Does "the" stand before the word, no "a"?"""
    chain, i = mention.sentence.chain, mention.index
    indefinite = roll.lexicon.lines["name_words"].get("indefinite", ())
    return i > 0 and chain.tags[i - 1] == "_" and fold(chain.words(i - 1)) not in indefinite


def _of_trade(sentence: Sentence, roll: Roll) -> bool:
    """Does a sentence tell of trade, a duty or a quarrel?"""
    chain, disputes = sentence.chain, roll.lexicon.lines["name_words"].get("disputes", ())
    told = {str(chain.values[i]).split(" ")[0] for i in chain.find("KJ")}
    return bool(told & _TRADE) or any(fold(chain.words(i)) in disputes for i in chain.find("l"))
