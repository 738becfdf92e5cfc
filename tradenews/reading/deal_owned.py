"""Firms that others own, told by the way: "Lorem, bought by Ipsum in 2019", "Lorem, which Ipsum bought"."""

from __future__ import annotations

from itertools import pairwise

from tradenews.grammar.values import means_purchase
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.span import Span
from tradenews.reading.deal_mention import Mention
from tradenews.reading.deal_parties import Candidate, Found, read_candidates
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import Stage, date_near
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_PURCHASE = "merger_acquisition"
_BETWEEN = frozenset("nzyqutblθ_QNaøoAJYD")  # between a firm, the comma and who bought it
_MOST = 14  # links between the two
_BEHIND = 5  # links behind the owner in which a verb may end the clause
_DATED = regex("[nz_]{0,2}(?:θ|Q)")


def read_owned(sentence: Sentence, roll: Roll) -> list[Mention]:
    """The purchases of firms that a sentence only tells by the way, as done."""
    chain = sentence.chain
    if chain.tags.count("@") < 2 or not any(_buys(chain, i) for i in chain.find("JYD")):
        return []
    firms = [c for c in read_candidates(sentence, roll) if roll.is_company(c.ids[0])]
    told: list[Mention] = []
    for owned, owner in pairwise(firms):
        verb = None if owned.ids == owner.ids else _verb(chain, owned.index, owner.index, roll.lexicon)
        if verb is not None:
            told.append(_mention(sentence, verb, owner, owned))
    return told


def _mention(sentence: Sentence, verb: int, owner: Candidate, owned: Candidate) -> Mention:
    chain = sentence.chain
    span = Span(chain.starts[verb], chain.ends[verb])
    status = "agreed" if "m" in chain.tags[owned.index : verb] else "in_force"
    stage = Stage(verb, status, "status.owned", span, date_near(chain, verb))  # type: ignore[arg-type]
    found = Found(firm=[*owner.ids, *owned.ids], rule="owned", index=owner.index)
    return Mention(sentence, verb, _PURCHASE, found=found, stages=[stage])


def _verb(chain: Chain, owned: int, owner: int, lexicon: Lexicon) -> int | None:
    """The verb by which the firm at ``owner`` bought the one at ``owned``, which a comma follows."""
    tags, words = chain.tags, lexicon.lines["name_words"]
    between = tags[owned + 2 : owner]
    if tags[owned + 1 : owned + 2] != "," or len(between) > _MOST or set(between) - _BETWEEN:
        return None
    agents = words.get("agents", ())
    by = next((i for i in range(owner - 1, owned, -1) if _ends_with(chain, i, agents)), None)
    if by is not None:
        near = (*range(owned + 2, by + 1), *range(owner + 1, min(owner + _BEHIND + 1, len(chain))))
        return next((i for i in near if _buys(chain, i)), None)
    if fold(chain.words(owned + 2)) not in words.get("relatives", ()):
        return None
    return owner + 1 if _buys(chain, owner + 1) and _DATED.match(tags, owner + 2) else None


def _ends_with(chain: Chain, i: int, agents: tuple[str, ...]) -> bool:
    """Is a link "by", or does it end so: "overgenomen door"?"""
    return fold(chain.words(i)).rpartition(" ")[2] in agents


def _buys(chain: Chain, i: int) -> bool:
    """Does the verb at link ``i`` mean a purchase?"""
    if i >= len(chain) or chain.tags[i] not in "JYD":
        return False
    return means_purchase(chain.values[i])


def with_owned(found: list[Mention], owned: list[Mention]) -> list[Mention]:
    """The mentions of a sentence, and the purchases told by the way, instead of what else is said of both."""
    if any(m.kind == _PURCHASE for m in found):
        return found
    pairs = [set(m.found.all) for m in owned]
    return [m for m in found if set(m.found.all) not in pairs] + owned
