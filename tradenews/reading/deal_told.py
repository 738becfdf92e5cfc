"""Deals told by what is done, in several words: "gets the order from Lorem", "zieht einen Auftrag an Land".

The phrases stand in the language files (``[told_deals]``); who is party is who stands in the clause: no
phrase says which of two is the subject, and none need.
"""

from __future__ import annotations

from bisect import bisect_right

from attrs import evolve

from tradenews.grammar.told import Told, find_told
from tradenews.grammar.values import dimension_of
from tradenews.lazy import regex
from tradenews.lexicon.index import Lexicon
from tradenews.models.span import Span
from tradenews.reading.deal_acts import has_share
from tradenews.reading.deal_invests import find_investor
from tradenews.reading.deal_mention import GENERIC, GOODS, TALKS, Mention
from tradenews.reading.deal_parties import Candidate, Found, read_candidates, with_speaker
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import Stage, date_near, ends_dispute, weigh_act
from tradenews.reading.sentence import Sentence

_ENDED = frozenset({"failed", "terminated"})
_STOPS = _ENDED | {"suspended"}
_FINAL = _ENDED | {"in_force"}
_NUMBERED = regex("N[κl_]{0,2}[TH]")  # "ses 60 prochains bus"
_MADE = frozenset({"agreed", "negotiating", "proposed"})  # "not renewed" may be read as still in talks
_RULE, _PURCHASE = "told", "merger_acquisition"
_FOR, _ORIGIN, _CLAUSE_ENDS = tuple("ztb"), frozenset(",qo_øl"), ("", *",;:s¶")
_IN_TOWN = regex("n_?[W°]{1,3},_?")  # "Lorem in Narayanganj, Bangladesh"
_BEFORE = {  # what a phrase tells more of
    "in_force": _MADE | {"signed"},
    "agreed": frozenset({"negotiating"}),
    "ratified": _MADE | {"signed"},
}
_OF_TALKS = frozenset({"suspended", "agreed"})
_LOAN, _GOODS_TAGS = "financing", frozenset("TD")
_OWNED = "owned"  # who owns whom: names firms, and tells of no deal
ANY = "any"  # a phrase for whatever agreement the sentence names
_WALLS, _BEHIND = ";:", 6  # links behind a phrase
_STATES = frozenset({"trade_agreement", "memorandum"})
_FIRMS = frozenset({"merger_acquisition", "joint_venture", "partnership"})


def with_told(found: list[Mention], sentence: Sentence, roll: Roll) -> list[Mention]:
    """The mentions of a sentence, with what its phrases tell of a deal of which nothing else told enough."""
    if not sentence.refs:
        return found
    named = [m for m in found if m.kind]
    for told in _told(sentence, roll.lexicon):
        if told.status == _OWNED:
            continue
        if told.kind == ANY:
            _end(named, sentence, told, roll.lexicon)
            continue
        mention = _mention(sentence, told, roll)
        if mention is None:
            continue
        if not named:
            return [*found, mention]
        if (same := _same(named, mention, roll)) is not None:
            _complete(same, mention, roll)
            return found
        if _replaces(named, mention):
            return [*(m for m in found if m not in named), mention]
    return found


def _replaces(named: list[Mention], told: Mention) -> bool:
    """Is all that was read of nobody, or of the same and by a verb that says less: "gives up its mill"?"""
    only = named[0]
    if len(named) == 1 and only.treaty is None and not only.found.all:
        return True
    verb = only.sentence.chain.tags[only.index] != "D" and only.kind != told.kind
    known, more = set(only.found.all), set(told.found.all)
    less = known == more if told.kind == "investment" else told.kind == _PURCHASE and known < more
    return len(named) == 1 and verb and less


def _end(named: list[Mention], sentence: Sentence, told: Told, lexicon: Lexicon) -> None:
    """What is said of the only agreement of a sentence: "Das Abkommen lief 2015 aus", "let it lapse"."""
    left = told.status == "left"
    if len(named) != 1 or named[0].threat is not None:
        return
    if named[0].kind == TALKS and told.status not in _OF_TALKS:
        return
    first, _ = _place(sentence, told)
    if told.status in _STOPS and ends_dispute(sentence.chain, first, lexicon):
        return
    done = weigh_act(sentence.chain, first, "in_force")[0] == "in_force"
    if done and all(s.status in _BEFORE.get(told.status, _MADE) for s in named[0].stages):
        span, status = _span(sentence, told), "terminated" if left else told.status
        rule = "status.left" if left else "status.word"
        stage = Stage(first, status, rule, span, date_near(sentence.chain, first))  # type: ignore[arg-type]
        named[0].stages = [stage]


def _told(sentence: Sentence, lexicon: Lexicon) -> tuple[Told, ...]:
    chain = sentence.chain
    return find_told(chain.text[chain.starts[0] : chain.ends[-1]], lexicon)


def _same(named: list[Mention], told: Mention, roll: Roll) -> Mention | None:
    """The mention of the deal that the phrase tells."""
    fit = [m for m in named if m.kind in (told.kind, GENERIC, TALKS) and m.treaty is None]
    own = [m for m in fit if not set(_sides(m, roll)) - set(told.found.all)]
    return own[0] if own else None


def _sides(mention: Mention, roll: Roll) -> list[str]:
    """The parties of a mention as they count: of a purchase, no country."""
    parties = mention.found.all
    return parties if mention.kind not in _FIRMS else [id for id in parties if not roll.is_state(id)]


def _complete(mention: Mention, told: Mention, roll: Roll) -> None:
    """A mention with the parties and the status that only a phrase tells."""
    if mention.kind != told.kind:
        mention.kind, mention.weak = told.kind, False
    known, more = _sides(mention, roll), told.found.all
    free = not mention.found.rule.startswith("with") or not any(map(roll.is_state, more))
    if not known or (len(known) < len(more) and free):
        mention.found = told.found
    status = told.stages[0].status
    made = all(s.status in _MADE for s in mention.stages)
    stopped = status == "failed" and all(s.status == "suspended" for s in mention.stages)
    implied = status == "negotiating" and all(_is_implied(s) for s in mention.stages)
    if not mention.stages or (made and status in _FINAL) or stopped or implied:
        mention.stages = told.stages


def _is_implied(stage: Stage) -> bool:
    """Does only a verb of doing tell that a deal is made, no word of agreeing?"""
    return stage.status == "agreed" and stage.rule != "status.word"


def _mention(sentence: Sentence, told: Told, roll: Roll) -> Mention | None:
    chain = sentence.chain
    first, last = _place(sentence, told)
    if not _has_needed(sentence, told.needs):
        return None
    if told.kind == "contract" and not told.needs and has_share(sentence, first):
        told = evolve(told, kind=_PURCHASE)  # "has ceded to Lorem 51 percent of the port"
    found = _parties(sentence, told, (first, last), roll)
    if found is None:
        return None
    weighed, why = weigh_act(chain, first, "agreed" if told.status in _FINAL else told.status)  # type: ignore[arg-type]
    if weighed in (None, "failed"):
        return None
    status, rule = weighed, why
    if told.status in _ENDED or told.status == "negotiating":
        status, rule = told.status, "status.word"  # type: ignore[assignment]
    elif told.status == "in_force" and weighed == "agreed":
        status, rule = "in_force", "status.word"
    if status is None:
        return None
    stage = Stage(first, status, rule, _span(sentence, told), date_near(chain, first))
    kind = _LOAN if told.kind == "contract" and _is_lent(sentence, found, roll) else told.kind
    return Mention(sentence, first, kind, found=found, stages=[stage])


def _is_lent(sentence: Sentence, found: Found, roll: Roll) -> bool:
    """Does one of two get money from the other, a bank, and no goods are named: "gets 5 million from X"?"""
    chain = sentence.chain
    told = {dimension_of(chain.values[i]) for i in chain.find("Q")}
    bare = "money" in told and not told & GOODS and not set(chain.tags) & _GOODS_TAGS
    return bare and sum(map(roll.lends, found.all)) == 1


def _place(sentence: Sentence, told: Told) -> tuple[int, int]:
    """The first and the last link of a phrase."""
    starts = sentence.chain.starts
    first = max(bisect_right(starts, starts[0] + told.start) - 1, 0)
    return first, max(bisect_right(starts, starts[0] + told.end - 1) - 1, first)


def _span(sentence: Sentence, told: Told) -> Span:
    start = sentence.chain.starts[0]
    return Span(start + told.start, start + told.end)


def _has_needed(sentence: Sentence, needs: frozenset[str]) -> bool:
    """Does what a phrase needs stand in the sentence: a sum of money, a number of goods?"""
    needs = needs - {"firms"}
    if not needs:
        return True
    chain = sentence.chain
    told = {dimension_of(chain.values[i]) for i in chain.find("Q")}
    if "share" in needs:
        return "ratio" in told and not told & GOODS
    if "money" in needs:
        return "money" in told
    return bool(told & {"money", *GOODS}) or _NUMBERED.search(chain.tags) is not None


def _parties(sentence: Sentence, told: Told, place: tuple[int, int], roll: Roll) -> Found | None:
    """Who stands in the clause of a phrase, as its kind of deal has parties."""
    tags = sentence.chain.tags
    walls = _WALLS if told.kind in _FIRMS else ";"
    low = max(tags.rfind(mark, 0, place[0]) for mark in walls) + 1
    high = next((i for i in range(place[1], len(tags)) if tags[i] in _WALLS), len(tags))
    cands = [c for c in read_candidates(sentence, roll) if low <= c.index < high and len(c.ids) == 1]
    heard = with_speaker(cands, place[0], sentence, roll)
    free = _once([c for c in heard if not c.placed or roll.is_company(c.ids[0])])
    firms = [c for c in free if roll.is_company(c.ids[0])]
    if told.kind == "investment":
        cands = cands if firms else read_candidates(sentence, roll)
        return _investor(sentence, firms, cands, place[0], roll)
    if told.kind == "financing":
        return _lender(free, roll)
    if told.kind in _STATES:
        sides = free if told.kind == "memorandum" else [c for c in free if roll.is_state(c.ids[0])]
        return _found(sides[:2]) if len(sides) == 2 else None
    if "firms" in told.needs and len(firms) < 2:
        return None
    if told.kind == _PURCHASE and _of_goods(sentence, place):
        return None
    if told.kind in _FIRMS and len(firms) < 2:
        return _object_of(firms, told, place)
    if told.kind in _FIRMS:
        return _found(_pair(sentence, firms, told, place))
    bodies = [c for c in free if not roll.is_state(c.ids[0])]
    if len(bodies) > 1 and firms:
        return _found(_around(bodies, place))
    if not firms:
        return None
    lands = [c for c in cands if not (c.placed and told.needs)]
    lands = [] if told.status in _ENDED else lands
    found = _found(firms[:1] + _customer(sentence, firms[0], lands, roll))
    return found or _ordered_of(sentence, firms[0], told, place)


def _of_goods(sentence: Sentence, place: tuple[int, int]) -> bool:
    """Is what is bought or sold a number of goods, no firm?"""
    chain = sentence.chain
    near = chain.find("Q", place[0], min(place[1] + _BEHIND, len(chain)))
    told = {dimension_of(chain.values[i]) for i in near}
    return bool(told & GOODS) and "ratio" not in told


def _once(cands: list[Candidate]) -> list[Candidate]:
    return list({c.ids[0]: c for c in reversed(cands)}.values())[::-1]


def _found(cands: list[Candidate]) -> Found | None:
    """Two parties, or none."""
    ids = list(dict.fromkeys(c.ids[0] for c in cands))
    return Found(firm=ids, rule=_RULE, index=cands[0].index) if len(ids) > 1 else None


def _around(cands: list[Candidate], place: tuple[int, int]) -> list[Candidate]:
    """The last before a phrase and the first behind its beginning, else the first two."""
    before = [c for c in cands if c.index < place[0]]
    after = [c for c in cands if c.index > place[0]]
    return [before[-1], after[0]] if before and after else (before[-2:] or after[:2])


def _pair(sentence: Sentence, firms: list[Candidate], told: Told, place: tuple[int, int]) -> list[Candidate]:
    """The two firms of a purchase, a joint one or an alliance, of which none may be far from the phrase."""
    behind = [c for c in firms if c.index > place[0]]
    if told.status in _ENDED and len(behind) > 1:
        return behind[:2]  # "The regulator blocked the takeover of Lorem by Ipsum"
    ends = sentence.chain.tags[place[1] + 1 : place[1] + 2] in _CLAUSE_ENDS
    if told.kind == _PURCHASE and not behind and not ends:
        return []
    return _around(firms, place)


def _customer(sentence: Sentence, firm: Candidate, cands: list[Candidate], roll: Roll) -> list[Candidate]:
    """The country with which a firm has a contract: one that is no place, else the place of it abroad."""
    named = [c for c in cands if not c.source and sentence.chain.tags[c.index] != "a"]
    lands = [c for c in named if roll.is_state(c.ids[0]) and not _is_origin(sentence, firm, c)]
    lands.sort(key=lambda c: c.placed)
    return [c for c in lands if c.ids[0] != roll.home(firm.ids[0])][:1]


def _is_origin(sentence: Sentence, firm: Candidate, land: Candidate) -> bool:
    """Does a country right behind a firm tell where it is from: "Lorem, a company from Abu Dhabi"?"""
    between = sentence.chain.tags[firm.index + 1 : land.index]
    return land.index > firm.index and (set(between) <= _ORIGIN or _IN_TOWN.fullmatch(between) is not None)


def _ordered_of(sentence: Sentence, firm: Candidate, told: Told, place: tuple[int, int]) -> Found | None:
    """For whom somebody builds who has no name: "A yard in Vigo builds three tugs for Lorem"."""
    before = sentence.chain.tags[: firm.index].rstrip("_aøo")[-1:]
    if "goods" not in told.needs or firm.index <= place[0] or before not in _FOR:
        return None
    return Found(firm=list(firm.ids), rule=_RULE, index=firm.index)


def _object_of(firms: list[Candidate], told: Told, place: tuple[int, int]) -> Found | None:
    """The firm that somebody buys whom the text named before: "In March it snapped up Lorem"."""
    if told.kind != _PURCHASE or not firms or firms[0].index <= place[0] or firms[0].via or firms[0].goal:
        return None
    return Found(firm=list(firms[0].ids), rule=_RULE, index=firms[0].index)


def _investor(
    sentence: Sentence, firms: list[Candidate], cands: list[Candidate], place: int, roll: Roll
) -> Found | None:
    """The firm that builds and the country in which it does so, where that is not its own."""
    found = find_investor(place, cands, roll, sentence.chain.tags)
    if not found.all and firms:
        found = Found(firm=[firms[0].ids[0]], rule=_RULE, index=firms[0].index)
        found.loose = [id for c in cands if c.placed for id in c.ids if roll.is_state(id)][:1]
    return found if found.firm else None


def _lender(free: list[Candidate], roll: Roll) -> Found | None:
    """Who lends, and to whom: a bank, a firm or a state, and another."""
    banks = [c for c in free if roll.lends(c.ids[0])]
    others = [c for c in free if c not in banks[:1]]
    return _found([*banks[:1], *others[:1]]) if banks else _found(free[:2]) if len(free) == 2 else None
