"""An investment that a firm announces, or is told to make: "said it would put $2bn into a plant"."""

from __future__ import annotations

from tradenews.lazy import regex
from tradenews.reading.deal_parties import Candidate, Found, take
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import ANNOUNCED
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_SIDE_REACH, _AHEAD, _TOLD = 6, 4, 8
_FOR, _FOR_REACH = ("on", "by", "to"), 7
_INVESTMENT, _COMPANY = "investment", "company"
_OTHER_ACT = regex("[&,¬][lmtVJYDK]")  # "will invest 5 million and use a brand known in Kenya"
_BESIDE = regex("(?:‹[^›]{1,4}›)?(?:,(?!ø)|,?&)[_aøAXo]{0,4}|‹")  # between two who do a thing together
DESCRIBED = "described"  # how a side is found of which only a description stands in the sentence


def find_investor(place: int, cands: list[Candidate], roll: Roll, tags: str) -> Found:
    """An investment by its company and the country that gets it, before or after the verb."""
    found = Found(rule="investor")
    before = [c for c in cands if c.index < place and any(map(roll.is_company, c.ids))]
    firms = [c for c in before if not c.source] or before[-1:]  # "X said it would invest"
    spoken = firms and firms[0].source
    if not firms or (spoken and any(firms[0].index < c.index < place and not c.placed for c in cands)):
        return found
    joined = firms[:1]
    for cand in firms[1:]:
        if _BESIDE.fullmatch(tags, joined[-1].index + 1, cand.index):
            joined.append(cand)
    take(found, joined, "investor")
    lands = [c for c in cands if any(map(roll.is_state, c.ids)) and c.index > firms[0].index]
    lands = [c for c in lands if c.index < place or not _OTHER_ACT.search(tags, place, c.index)]
    lands.sort(key=lambda c: (not c.placed, abs(c.index - place)))
    take(found, lands[:1], "investee", firm=False)
    return found


def built_for(place: int, found: Found, cands: list[Candidate], roll: Roll) -> list[str]:
    """The firm for which another builds: "will build a mill for Lorem"."""
    near = (c for c in cands if abs(c.index - place) <= _FOR_REACH and not c.placed)
    near = (c for c in near if c.via in _FOR and (c.index > place or c.via == "on"))
    firms = (c.ids[0] for c in near if roll.is_company(c.ids[0]) and c.ids[0] not in found.all)
    return [id for id in firms if found.firm][:1]


def is_told_with_sum(chain: Chain, i: int) -> bool:
    """Does the noun at link ``i`` have its sum beside it: "invested $2bn", "announced a $2bn investment"?"""
    if "Q" in chain.tags[i + 1 : i + 3]:
        return True
    named = str(chain.values[i]) == _INVESTMENT and chain.tags[i - 1 : i] == "Q"
    return named and is_announced(chain, i)


def is_announced(chain: Chain, i: int) -> bool:
    """Does a word of announcing or saying stand before link ``i``?"""
    low = max(i - _TOLD, 0)
    told = any(ANNOUNCED in str(chain.values[j]) for j in chain.find("Y", low, i))
    return told or bool(set(chain.tags[low:i]) & set("v!"))


def read_investor(sentence: Sentence, i: int, cands: list[Candidate], roll: Roll) -> Found | None:
    """The firm and the country; where no country is named, one still to come: "will plough $2bn into"."""
    chain = sentence.chain
    found = find_investor(i, cands, roll, chain.tags)
    if not found.all:
        return _described(sentence, i, cands, roll)
    ahead = "m" in chain.tags[max(i - _AHEAD, 0) : i] or "forecast" in str(chain.values[i])
    ahead = ahead or _into(chain.tags, i) or is_announced(chain, i)
    ahead = ahead or any(chain.tags[j] == "Y" and "agreed" in str(chain.values[j]) for j in range(i))
    firm = any(map(roll.is_company, found.all))
    return found if firm and (len(found.all) > 1 or ahead) else None


def _described(sentence: Sentence, i: int, cands: list[Candidate], roll: Roll) -> Found | None:
    """The country in which "the carmaker" will invest: which firm it is, the text has told before."""
    chain = sentence.chain
    subject = [j for j in chain.find("øG", 0, i) if str(chain.values[j]).startswith(_COMPANY)]
    if not subject or not is_announced(chain, i) or any(not c.placed for c in cands if c.index < i):
        return None
    lands = [id for c in cands if c.placed for id in c.ids if roll.is_state(id)]
    return Found(loose=lands[:1], rule=DESCRIBED, index=subject[0])


def _into(tags: str, i: int) -> bool:
    """Is a sum put into a thing: "steckt 1,5 Milliarden Euro in zwei Öfen"?"""
    after = tags[i + 1 : i + _SIDE_REACH]
    return (
        tags[i] == "J"
        and "Q" in after
        and after[after.index("Q") + 1 :][:1] in ("n", "t")
        and "θ" not in after
    )
