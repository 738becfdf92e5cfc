"""Agreements told by a verb alone: "X will invest $2 billion in Mexico", "X sold 20 ships to Y"."""

from __future__ import annotations

from tradenews.models.span import Span
from tradenews.parse.deal_mentions import Mention
from tradenews.parse.deal_parties import Candidate, Found, Roll, find_investor, read_candidates
from tradenews.parse.deal_status import Stage
from tradenews.parse.sentence import Sentence

_SUM_REACH, _SIDE_REACH = 12, 6
_TRADE = frozenset({"exports", "imports"})
_CUTS = frozenset("s;:=YvJ")


def read_verbs(sentence: Sentence, roll: Roll) -> list[Mention]:
    """The investment or purchase that the verbs of a sentence tell of, if a sum stands beside them."""
    tags = sentence.chain.tags
    if "Q" not in tags or "D" in tags or not sentence.refs:
        return []
    for i in sentence.chain.find("JK"):
        if tags[i] == "K" and tags[i + 1 : i + 2] != "Q":
            continue  # a noun, but in languages without endings a verb: 投资20亿美元
        kind = str(sentence.chain.values[i]).partition(" ")[0]
        if kind == "investment" and "Q" in tags[max(i - _SUM_REACH, 0) : i + _SUM_REACH]:
            found = find_investor(i, read_candidates(sentence, roll), roll)
        elif kind in _TRADE:
            found = _traders(sentence, i, read_candidates(sentence, roll), roll)
        else:
            continue
        if len(found.all) >= 2:
            name = "investment" if kind == "investment" else "contract"
            return [_told(sentence, i, name, found)]
    return []


def _told(sentence: Sentence, i: int, kind: str, found: Found) -> Mention:
    span = Span(sentence.chain.starts[i], sentence.chain.ends[i])
    return Mention(sentence, i, kind, found=found, stages=[Stage(i, "agreed", "status.verb", span)])


def _traders(sentence: Sentence, i: int, cands: list[Candidate], roll: Roll) -> Found:
    """Two companies, one before the verb, the other behind "to" or "from"."""
    tags, found = sentence.chain.tags, Found(rule="traders")
    firms = [c for c in cands if len(c.ids) == 1 and roll.is_company(c.ids[0]) and not c.source]
    before = [c for c in firms if c.index < i and i - c.index <= _SIDE_REACH]
    after = [c for c in firms if c.index > i]
    if not before or not after or "Q" not in tags[i : after[0].index]:
        return found
    other = after[0]
    side = tags[max(other.index - _SIDE_REACH, i) : other.index]
    if set(side) & set("qt") and not set(tags[i + 1 : other.index]) & _CUTS:
        found.firm = list(dict.fromkeys(before[-1].ids + other.ids))
        found.index = before[-1].index
    return found
