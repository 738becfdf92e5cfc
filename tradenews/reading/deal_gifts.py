"""A sum that somebody adds to a loan told before: "South Korea will also donate 6.5 million"."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.models.span import Span
from tradenews.reading.deal_mention import Mention
from tradenews.reading.deal_parties import Found, Roll, read_candidates
from tradenews.reading.deal_status import Stage, date_near, weigh_act
from tradenews.reading.givers import gives, giving_verb
from tradenews.reading.sentence import Sentence

_GOES_ON = 3  # sentences over which a loan is spoken of


def read_gifts(sentence: Sentence, earlier: Sequence[Mention], roll: Roll) -> list[Mention]:
    """The financing that a sentence behind one tells by a verb of giving alone."""
    last = next((m for m in reversed(earlier) if m.kind == "financing"), None)
    if last is None or sentence.number - last.sentence.number > _GOES_ON:
        return []
    chain, known = sentence.chain, last.found.all
    for q in chain.find("Q"):
        amount = getattr(chain.values[q], "amount", None)
        verb = giving_verb(chain, q, roll.lexicon) if getattr(amount, "dimension", "") == "money" else None
        if verb is None:
            continue
        cands = [c for c in read_candidates(sentence, roll) if not c.source and len(c.ids) == 1]
        givers = [c for c in cands if gives(chain, verb[0], c.index, comes=verb[1]) and not c.placed]
        giver = givers[0].ids[0] if givers else None
        status = weigh_act(chain, verb[0], "agreed")[0]
        if giver is None or giver in known or status in (None, "failed") or any(c.goal for c in cands):
            continue
        if not (roll.is_state(giver) or roll.lends(giver)):
            continue
        span = Span(chain.starts[verb[0]], chain.ends[verb[0]])
        stage = Stage(verb[0], status, "status.verb", span, date_near(chain, verb[0]))
        found = Found(firm=[giver], rule="gift", index=givers[0].index)
        return [Mention(sentence, q, "financing", found=found, stages=[stage])]
    return []
