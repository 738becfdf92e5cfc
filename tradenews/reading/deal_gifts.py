"""A sum that somebody adds to a loan told before: "South Korea will also donate 6.5 million"."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.grammar.values import dimension_of
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.models.span import Span
from tradenews.reading.deal_mention import Mention
from tradenews.reading.deal_parties import Candidate, Found, read_candidates
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import Stage, date_near, weigh_act
from tradenews.reading.givers import gives, giving_verb
from tradenews.reading.sentence import Sentence

_FROM_BANK = regex("[oq][_o]?[aøl]{0,2}[@E]")
_OPENS, _NEAR = 3, 7  # links in which the noun stands, and from it to the name
_GOES_ON = 3  # sentences over which a loan is spoken of


def read_gifts(sentence: Sentence, earlier: Sequence[Mention], roll: Roll) -> list[Mention]:
    """The financing that a sentence behind one tells by a verb of giving alone."""
    last = next((m for m in reversed(earlier) if m.kind == "financing"), None)
    if last is None or sentence.number - last.sentence.number > _GOES_ON:
        return []
    chain, known = sentence.chain, last.found.all
    for q in chain.find("Q"):
        verb = giving_verb(chain, q, roll.lexicon) if dimension_of(chain.values[q]) == "money" else None
        if verb is None:
            continue
        cands = [c for c in read_candidates(sentence, roll) if not c.source and len(c.ids) == 1]
        givers = [c for c in cands if gives(chain, verb[0], c.index, comes=verb[1]) and not c.placed]
        giver = givers[0].ids[0] if givers else None
        status = weigh_act(chain, verb[0], "agreed")[0]
        if giver is None or giver in known or status in (None, "failed") or _to_other(cands, known):
            continue
        if not (roll.is_state(giver) or roll.lends(giver)):
            continue
        span = Span(chain.starts[verb[0]], chain.ends[verb[0]])
        stage = Stage(verb[0], status, "status.verb", span, date_near(chain, verb[0]))
        found = Found(firm=[giver], rule="gift", index=givers[0].index)
        return [Mention(sentence, q, "financing", found=found, stages=[stage])]
    return []


def _to_other(cands: Sequence[Candidate], known: Sequence[str]) -> bool:
    """Is a sum given to somebody of whom the loan before did not speak?"""
    return any(c.goal and not set(c.ids) & set(known) for c in cands)


def read_customers(sentence: Sentence, earlier: Sequence[Mention], roll: Roll) -> list[Mention]:
    """Who placed the order that the sentence before tells of: "The customer is the state company X"."""
    last = earlier[-1] if earlier else None
    if last is None or last.kind != "contract" or sentence.number - last.sentence.number > 1:
        return []
    words, chain = roll.lexicon.lines["name_words"].get("customers", ()), sentence.chain
    noun = next((i for i in range(min(_OPENS, len(chain))) if fold(chain.words(i)) in words), None)
    sellers = [id for id in last.found.all if roll.is_company(id)]
    if noun is None or len(sellers) != 1:
        return []
    cands = [c for c in read_candidates(sentence, roll) if 0 < c.index - noun <= _NEAR and len(c.ids) == 1]
    firms = [c for c in cands if not roll.is_state(c.ids[0])] or cands
    if not firms or firms[0].ids[0] in last.found.all:
        return []
    found = Found(firm=[firms[0].ids[0], *sellers], rule="customer", index=firms[0].index)
    return [Mention(sentence, firms[0].index, "contract", found=found)]


def read_received(sentence: Sentence, roll: Roll) -> list[Mention]:
    """What a country or firm gets from a bank: "The country will receive 20 million from the World Bank"."""
    chain = sentence.chain
    for q in chain.find("Q"):
        given = _FROM_BANK.match(chain.tags, q + 1)
        if given is None or dimension_of(chain.values[q]) != "money":
            continue
        cands = [c for c in read_candidates(sentence, roll) if not c.source and len(c.ids) == 1]
        bank = next((c for c in cands if c.index == given.end() - 1 and roll.lends(c.ids[0])), None)
        takers = [c for c in cands if c.index < q and not c.placed and not roll.lends(c.ids[0])]
        status = weigh_act(chain, q, "agreed")[0]
        if bank is None or not takers or status in (None, "failed"):
            continue
        found = Found(firm=[takers[0].ids[0], bank.ids[0]], rule="received", index=takers[0].index)
        span = Span(chain.starts[q], chain.ends[q])
        return [
            Mention(sentence, q, "financing", found=found, stages=[Stage(q, status, "status.verb", span)])
        ]
    return []
