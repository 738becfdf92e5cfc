"""One verb for several deals, each with a sum of its own: "lends Kenya 120 million and Rwanda 66 million".

What stands once holds for all: the kind, the stage, who gives or who takes. The name beside each further sum
is a bank where banks are listed ("the EIB provides 100 million, the World Bank 50 million"), else who takes.
"""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.values import Quantity, dimension_of
from tradenews.lazy import regex
from tradenews.reading.deal_mention import Mention
from tradenews.reading.deal_parties import Candidate, Found, read_candidates
from tradenews.reading.deal_roll import Roll
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

EACH = "each"  # how the sides of a further deal are found
_KINDS = frozenset({"financing", "contract", "merger_acquisition"})
_LOAN, _PURCHASE = "financing", "merger_acquisition"
_NAMED_FIRST = regex(
    r"(?:[,;]&?|&)?[l_taøob]{0,4}(?P<name>[@EAk])[lYJb_wDo]{0,4}(?P<sum>[QN])(?![tqo]_?[aø]?[@EAk])"
)
_SUM_FIRST = regex(r"(?:[,;]&?|&)?[lwb_Doq]{0,4}(?P<sum>[QN])[Dl]?[tqoz]{1,2}_?[aø]{0,2}(?P<name>[@EAk])")
_ENDS = ",;&s"
_SIDES = 2


def read_each(mentions: list[Mention], sentence: Sentence, roll: Roll) -> list[Mention]:
    """One more deal for each further name with a sum of its own."""
    told = [m for m in mentions if m.kind in _KINDS and m.treaty is None and m.stages and m.found.all]
    if len(told) != 1 or len(told[0].found.all) > _SIDES or "Q" not in sentence.chain.tags:
        return []
    first, chain = told[0], sentence.chain
    start = _first_sum(first, chain)
    if start is None:
        return []
    cands = {c.index: c for c in read_candidates(sentence, roll) if len(c.ids) == 1 and not c.source}
    more: list[Mention] = []
    for name in _names(chain, start, _sort(first, chain.values[start])):
        cand = cands.get(name)
        sides = None if cand is None else _sides(first, cand, roll)
        if sides is not None:
            found = Found(firm=sides, rule=EACH, index=name)
            stages = [evolve(s, index=name) for s in first.stages[-1:]]
            more.append(evolve(first, index=name, found=found, stages=stages, listed=True))
    first.listed = first.listed or bool(more)
    return more


def _first_sum(mention: Mention, chain: Chain) -> int | None:
    """The first sum of what the mention tells."""
    wanted = {"financing": ("money",), _PURCHASE: ("ratio",)}.get(mention.kind)
    for i in chain.find("QN"):
        told = dimension_of(chain.values[i])
        if told is None or wanted is None or told in wanted:
            return i
    return None


def _sort(mention: Mention, value: object) -> str | None:
    """Of what kind each further sum must be: as the first one is, if it has a unit."""
    return dimension_of(value) if isinstance(value, Quantity) else None


def _names(chain: Chain, start: int, sort: str | None) -> list[int]:
    """The links of the names that stand with sums behind the first sum, in a row."""
    found: list[int] = []
    at = start
    while (hit := _next(chain, at)) is not None:
        at, name = hit
        if sort is not None and dimension_of(chain.values[at]) not in (None, sort):
            break
        found.append(name)
    return found


def _next(chain: Chain, at: int) -> tuple[int, int] | None:
    """The next sum in a row, and the name beside it: whichever of the two comes first."""
    ends = (i for i in range(at + 1, len(chain)) if chain.tags[i] in _ENDS or chain.words(i)[-1:] == ",")
    end = next(ends, len(chain))
    end += chain.tags[end : end + 1] not in _ENDS  # "stellt 5 Millionen bereit,"
    for pattern in (_NAMED_FIRST, _SUM_FIRST):
        if (hit := pattern.match(chain.tags, end)) is not None:
            return hit.start("sum"), hit.start("name")
    return None


def _sides(first: Mention, cand: Candidate, roll: Roll) -> list[str] | None:
    """Who is party to one more deal: the name, and the side that stays the same."""
    sides, new = first.found.all, cand.ids[0]
    if new in sides or cand.placed:
        return None
    banks = [id for id in sides if roll.lends(id)]
    if first.kind == _LOAN and roll.lends(new) and not roll.is_state(new):
        return [new, *(id for id in sides if id not in banks)] if banks else None
    others = [id for id in sides if id not in banks] if first.kind == _LOAN else sides[1:]
    if others and roll.is_state(others[-1]) != roll.is_state(new):
        return None
    kept = [id for id in sides if id not in others[-1:]]
    return [*kept, new] if kept else None
