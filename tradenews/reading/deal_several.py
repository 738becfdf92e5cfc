"""Several agreements in one plural: "has trade deals with Chile and Peru" tells of two, one with each.

A plural of which no stage is told is of agreements that somebody has.
"""

from __future__ import annotations

from attrs import evolve

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.deal_mention import GENERIC, STATE_KINDS, Mention
from tradenews.reading.deal_parties import Found, read_candidates
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import Stage
from tradenews.scan.chain import Chain

_KINDS = STATE_KINDS | {GENERIC}
_OWNER = 5  # links before an agreement in which stands who has it
_PAIR = 2


def read_several(mentions: list[Mention], roll: Roll) -> list[Mention]:
    """The mentions of a sentence, one in the plural with several states parted by those states."""
    found: list[Mention] = []
    for mention in mentions:
        if _is_had(mention, roll.lexicon):
            mention.stages.append(Stage(mention.index, "in_force", "status.had", mention.span))
        plural = _is_plural(mention.sentence.chain, mention.index, roll.lexicon)
        found += _parted(mention, roll) if plural else [mention]
    for mention in found if len(found) > len(mentions) else ():
        mention.listed = mention.listed or mention.kind in _KINDS
    return found


def _parted(mention: Mention, roll: Roll) -> list[Mention]:
    """One mention for each state behind "with"; the mention itself where there are not two."""
    found = mention.found
    ahead = {id for c in read_candidates(mention.sentence, roll) if c.index < mention.index for id in c.ids}
    others = [id for id in found.all if id not in ahead]
    apart = found.rule == "with" and mention.kind in _KINDS and mention.treaty is None and not mention.new
    if not apart or len(others) < 2 or not all(map(roll.is_state, others)):
        return [mention]
    kind = "trade_agreement" if mention.kind == GENERIC else mention.kind
    own = [id for id in found.all if id in ahead]
    each = (Found(firm=[id], loose=list(own), rule=found.rule, index=found.index) for id in others)
    return [evolve(mention, kind=kind, listed=True, stages=list(mention.stages), found=one) for one in each]


def _is_plural(chain: Chain, i: int, lexicon: Lexicon) -> bool:
    """Does the word at a link tell of several agreements?"""
    words = fold(chain.words(i)).replace("-", " ").split()
    names = lexicon.lines["name_words"]
    if any(word.endswith(names.get("plural_pacts", ())) for word in words):
        return True
    alike = words[-1].endswith(names.get("same_in_plural", ())) if words else False
    return alike and i > 0 and chain.tags[i - 1] != "_"


def _is_had(mention: Mention, lexicon: Lexicon) -> bool:
    """Is an agreement of which no stage is told one that somebody has: "Chile has a trade deal with Peru"?"""
    chain, i = mention.sentence.chain, mention.index
    bare = mention.stages or mention.treaty is not None or mention.weak or mention.new
    if mention.kind not in _KINDS or bare or len(mention.found.all) < _PAIR:
        return False
    has = lexicon.lines["name_words"].get("has", ())
    low = max(i - _OWNER, 0)
    told = any(fold(chain.words(j)).split(" ")[-1] in has for j in range(low, i))
    return told and not set(chain.tags[low:i]) & set("gmY")


def is_of_companies(mention: Mention) -> bool:
    """Are states named only by adjectives of companies: "Chinese and American companies signed deals"?"""
    chain, sides = mention.sentence.chain, mention.found.all
    named = [i for i, ref in mention.sentence.refs.items() if ref in sides]
    if len(named) < _PAIR or any(chain.tags[i] != "a" for i in named):
        return False
    beside = (min(named) - 1, max(named) + 1)
    return any(
        chain.tags[i] in "HøG" and str(chain.values[i]).startswith("compan")
        for i in beside
        if 0 <= i < len(chain)
    )
