"""Who acts and on whom, of a verb that tells of a deal: "X sold 20 ships to Y"."""

from __future__ import annotations

from tradenews.reading.deal_parties import Candidate, Found, list_from, take
from tradenews.reading.deal_roll import Roll
from tradenews.reading.sentence import Sentence

_VERB_REACH = 18


def find_sides(sentence: Sentence, place: int, cands: list[Candidate], roll: Roll) -> Found:
    """Who acts and on whom, of the verb at link ``place``; firms before countries, one of each side."""
    tags, found = sentence.chain.tags, Found(rule="sides")
    low = max(tags.rfind(";", 0, place), tags.rfind(":", 0, place)) + 1
    high = next((k for k in range(place, len(tags)) if tags[k] in ";:"), len(tags))
    pool = [c for c in cands if low <= c.index < high and not c.source and place - c.index <= _VERB_REACH]
    pool = [c for c in pool if c.index - place <= _VERB_REACH]
    firms = [c for c in pool if not any(map(roll.is_state, c.ids))]
    before, after = [c for c in firms if c.index < place], [c for c in firms if c.index > place]
    if before and after:
        sides = [_subject_of(before, tags), after[0]]
    elif len(before) > 1 or len(after) > 1 or not pool:
        sides = [before[0], before[-1]] if before else after[:2]
    else:
        states = [c for c in pool if c not in firms and not c.placed]
        sides = [*firms[:1], *states[:1]]
    for cand in sides:
        joined = list_from(sentence, pool, pool.index(cand)) if cand is sides[0] else [cand]
        take(found, joined, "sides")
    if len(found.firm) >= 2:
        found.rule = "sides"
    return found


def _subject_of(before: list[Candidate], tags: str) -> Candidate:
    """The first of those joined by "and" right before the verb, else the last before it."""
    start = len(before) - 1
    while start > 0 and set(tags[before[start - 1].index + 1 : before[start].index]) <= set(",&_aøW"):
        start -= 1
    return before[start]
