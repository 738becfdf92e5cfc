"""Agreements told by what is done: "compró el 60% de Y", "ordered 14 jets from Y", "leiht Y 150 Millionen".

The verb is a status word that the language file gives for deals of one kind only; the parties and a sum, a
share or a number of goods beside it make it one.
"""

from __future__ import annotations

from itertools import pairwise

from tradenews.grammar.context import Context
from tradenews.grammar.values import dimension_of
from tradenews.lazy import regex
from tradenews.reading.deal_mention import GENERIC, GOODS, TALKS, Mention
from tradenews.reading.deal_parties import Candidate, Found, list_from, read_candidates, with_speaker
from tradenews.reading.deal_reading import reread
from tradenews.reading.deal_roll import Roll
from tradenews.reading.deal_status import WON, Stage, read_stages
from tradenews.reading.sentence import Sentence

_THROUGH = frozenset("_taøoATlHLIOnKQ№'\"X&°z-VFM‹›")
_NAMES, _MARKS = frozenset("@AakEG"), frozenset("tzyqur")
_WALLS = frozenset(";:s")
_PARTS = tuple("FKTHNQdZ")  # what follows a firm where not the firm itself is bought: "sold Lorem shares"
_TAKEN = regex("(?:n?θ)?[_aølITHF-]{0,5}")  # between a verb of buying and the firm that is bought
_SOLD, _SOLD_TO = regex("o[_aøA]{0,3}o?"), regex("[tzrb][_aAoøG']{0,4}")  # "sale of", "to"
_WHEN = regex("^[nz_]{0,2}θ")  # "awarded last week to"
_SUM = regex(".?Q|_[l№DKI]oQ")  # also "a line of 5 million"
_FALLEN = frozenset({"failed", "suspended", "terminated"})
_MONEY, _SHARE = "money", "ratio"
_REACH, _OF = 14, tuple("onqu")
_BEFORE, _BEHIND = 7, 4  # links before and behind a verb of ordering in which the goods stand
_GRANTED = frozenset({"agreed", "ratified"})
_BODIES = frozenset({"organization", "government"})
_BESIDE = frozenset("_øal")  # between a verb and who acts behind it
_VERBS = frozenset("JYVm")
_FOR_WORK = (*"_utzyθ,s&", "")  # what follows a firm that is given work
ORDERED = "ordered"  # how a side is found that orders goods of one whom the sentence does not name


def read_acts(sentence: Sentence, roll: Roll, context: Context) -> list[Mention]:
    """The purchase, order or loan that a verb of a sentence tells of."""
    tags = sentence.chain.tags
    if not sentence.refs or _VERBS.isdisjoint(tags):
        return []
    parties = [id for ref in sentence.refs.values() if (id := roll.party(ref)) is not None]
    if "Q" not in tags and (len(set(parties)) < 2 or not any(map(roll.is_company, parties))):
        return []
    lending = {sentence.chain.starts[i] for i in sentence.chain.find("J") if _lends(sentence.chain.values[i])}
    moving = {sentence.chain.starts[i] for i in sentence.chain.find("V")}
    sentence = reread(sentence, context)
    stages = read_stages(sentence)
    if not stages:
        return []
    every = read_candidates(sentence, roll)
    for stage in stages:
        cands = with_speaker(every, stage.index, sentence, roll)
        if not stage.only and (found := _granted(sentence, stage, cands, roll)) is not None:
            return [_mention(sentence, stage, "financing", found)]
        if not stage.only and (found := _sold(sentence, cands, roll)) is not None:
            return [_mention(sentence, stage, "merger_acquisition", found)]
        for kind in stage.only:
            if kind == "financing" and stage.span.start not in lending:
                continue
            if stage.span.start in moving and not has_share(sentence, stage.index):
                continue  # "sale a 5 milioni l'utile", unlike "sale al 51% di"
            found = _sides(sentence, stage, kind, cands, roll)
            if found is None and kind == "merger_acquisition":
                found = _taken(sentence, stage.index, every, roll)
            if found is not None:
                return [_mention(sentence, stage, kind, found)]
    return []


def _sold(sentence: Sentence, cands: list[Candidate], roll: Roll) -> Found | None:
    """Which firm was sold, or not, and to which: "the sale of Lorem to Ipsum has fallen through"."""
    chain, tags = sentence.chain, sentence.chain.tags
    firms = [c for c in cands if all(map(roll.is_company, c.ids))]
    for sold, buyer in pairwise(firms):
        k = chain.tags.rfind("K", 0, sold.index)
        sale = (
            k >= 0 and str(chain.values[k]).startswith("sales") and _SOLD.fullmatch(tags, k + 1, sold.index)
        )
        if sale and _SOLD_TO.fullmatch(tags, sold.index + 1, buyer.index):
            return Found(firm=[*buyer.ids, *sold.ids], rule="act", index=sold.index)
    return None


def _lends(value: object) -> bool:
    return str(value).startswith("finance")


def _mention(sentence: Sentence, stage: Stage, kind: str, found: Found) -> Mention:
    return Mention(sentence, stage.index, kind, found=found, stages=[stage])


def join_act(mentions: list[Mention], act: Mention) -> list[Mention]:
    """The mentions of a sentence with what a verb tells: it completes "a deal" whose sides are unknown."""
    named = [m for m in mentions if m.kind]
    if not named:
        return [act]
    home = next((m for m in named if m.kind in (GENERIC, TALKS, act.kind)), None)
    if home is not None:
        talked = home.kind == TALKS
        home.kind, home.weak = act.kind, False
        home.stages = act.stages if talked else home.stages or act.stages
        if len(home.found.all) < len(act.found.all):
            home.found = act.found
    return mentions


def _sides(sentence: Sentence, stage: Stage, kind: str, cands: list[Candidate], roll: Roll) -> Found | None:
    if kind == "merger_acquisition":
        return _bought(sentence, stage.index, cands, roll)
    if kind == "contract":
        found = _ordered(sentence, stage.index, cands, roll) or _awarded(sentence, stage, cands, roll)
        found = found or _ordered_goods(sentence, stage, cands, roll)
        return found or (_won(sentence, stage.index, cands, roll) if stage.word == WON else None)
    if kind == "financing":
        return _lent(sentence, stage.index, cands, roll)
    return None


def _bought(sentence: Sentence, i: int, cands: list[Candidate], roll: Roll) -> Found | None:
    """Who buys a firm, and which: two firms around the verb, or before one that ends its clause."""
    amounts = _amounts(sentence, i)
    if not (_MONEY in amounts or has_share(sentence, i)) or amounts & GOODS:
        return None
    firms = [c for c in cands if any(map(roll.is_company, c.ids))]
    after = [c for c in firms if c.index > i and _reaches(sentence.chain.tags, i, c.index)]
    if (turned := _inverted(sentence, i, firms)) is not None:
        return turned
    if after and not any(c.index < i for c in cands):  # "it buys 85 percent of X": the buyer is named before
        return Found(firm=list(after[0].ids), rule="act", index=after[0].index)
    return _pair(sentence, i, firms, firms)


def _inverted(sentence: Sentence, i: int, firms: list[Candidate]) -> Found | None:
    """Both firms behind the verb, the one that acts right behind it: "In 2019 kocht Lorem het Ipsum"."""
    after = [c for c in firms if c.index > i]
    if len(after) < 2 or any(c.index < i for c in firms) or set(after[0].via) | set(after[1].via):
        return None
    tags = sentence.chain.tags
    first, second = after[:2]
    straight = set(tags[i + 1 : first.index]) <= _BESIDE and _reaches(tags, first.index, second.index)
    ids = [*first.ids, *second.ids]
    return Found(firm=ids, rule="act", index=first.index) if straight and len(set(ids)) > 1 else None


def _taken(sentence: Sentence, i: int, cands: list[Candidate], roll: Roll) -> Found | None:
    """A firm right behind the verb, and one before it, without a sum: "Lorem buys privately owned Ipsum".

    Both stand before a verb that ends its clause: "Lorem hat Ipsum gekauft".
    """
    tags = sentence.chain.tags
    if _amounts(sentence, i):
        return None
    firms = [c for c in cands if tags[c.index] in "@EGø" and any(map(roll.is_company, c.ids))]
    before = [c for c in firms if c.index < i and not _WALLS & set(tags[c.index : i])]
    firms = [c for c in firms if tags[c.index] in "@E"]
    behind = next((c for c in firms if c.index > i), None)
    if behind is None and len(before) > 1 and _closes(tags, i):
        behind = before.pop() if _TAKEN.fullmatch(tags, before[-1].index + 1, i) else None
        straight = behind is not None and set(tags[before[-1].index + 1 : behind.index]) <= set("l_aø")
    else:
        straight = behind is not None and bool(_TAKEN.fullmatch(_without_article(sentence, i, behind, roll)))
    if not before or behind is None or not straight or tags[behind.index + 1 : behind.index + 2] in _PARTS:
        return None
    ids = list(dict.fromkeys(before[-1].ids + behind.ids))
    return Found(firm=ids, rule="act", index=before[-1].index) if len(ids) > 1 else None


def _without_article(sentence: Sentence, i: int, behind: Candidate, roll: Roll) -> str:
    """The tags between a verb and a firm, an article that may mean "to" read as one: "comprar a Lorem"."""
    chain, article = sentence.chain, roll.lexicon.facts.get("article")
    inside = range(i + 1, behind.index)
    return "".join("_" if chain.words(j) == article else chain.tags[j] for j in inside)


def has_share(sentence: Sentence, i: int) -> bool:
    """Does "51 percent of" stand near the verb?"""
    chain = sentence.chain
    near = chain.find("Q", max(i - _REACH, 0), min(i + _REACH, len(chain)))
    near = (j for j in near if dimension_of(chain.values[j]) == _SHARE)
    return any(
        chain.tags[j + 1 : j + 3].lstrip("F")[:1] in _OF for j in near
    )  # "60 procent van de aandelen van"


def _ordered(sentence: Sentence, i: int, cands: list[Candidate], roll: Roll) -> Found | None:
    """Who orders and from whom: at least one of them a firm."""
    if not _amounts(sentence, i):
        return None
    cands = [c for c in cands if not c.placed]
    named = [c for c in cands if sentence.chain.tags[c.index] != "a"]  # "from a Chinese yard" names none
    found = _pair(sentence, i, cands, named)
    return found if found is not None and any(map(roll.is_company, found.firm)) else None


def _awarded(sentence: Sentence, stage: Stage, cands: list[Candidate], roll: Roll) -> Found | None:
    """Who gives work to which firm: "has awarded the work to Lorem", "beauftragt Lorem mit dem Bau"."""
    i, tags = stage.index, sentence.chain.tags
    if stage.word != "agreed":
        return None
    free = [c for c in cands if not c.placed and c.via in ("", "to", "per")]
    given = [c for c in free if roll.is_company(c.ids[0]) and (c.goal or c.via == "to")]
    behind = [c for c in free if c.index > i and roll.is_company(c.ids[0]) and _reaches(tags, i, c.index)]
    behind = [c for c in behind if tags[c.index + 1 : c.index + 2] in _FOR_WORK]
    giver = next((c for c in reversed(free) if c.index < i and not c.goal and c not in given), None)
    taker = next(iter(given or behind), None)
    if giver is None or taker is None or set(giver.ids) & set(taker.ids):
        return None
    if _WALLS & set(tags[min(giver.index, taker.index) : max(i, taker.index)]):
        return None
    return Found(firm=[*giver.ids, *taker.ids], rule="act", index=giver.index)


def _ordered_goods(sentence: Sentence, stage: Stage, cands: list[Candidate], roll: Roll) -> Found | None:
    """The only firm of a sentence, which orders goods: from whom, the text tells elsewhere."""
    if stage.word != "agreed":
        return None
    return ordered_by(sentence, stage.index, [c for c in cands if not _is_place(c, roll)], roll)


def _is_place(cand: Candidate, roll: Roll) -> bool:
    return cand.placed and all(map(roll.is_state, cand.ids))


def ordered_by(sentence: Sentence, i: int, cands: list[Candidate], roll: Roll) -> Found | None:
    """The firm that acts alone where the verb at link ``i`` orders goods: before it, or behind "by"."""
    chain = sentence.chain
    if len(cands) != 1 or cands[0].placed or not roll.is_company(cands[0].ids[0]):
        return None
    at = cands[0].index
    near = chain.find("Q", max(i - _BEFORE, 0), min(i + _BEHIND, len(chain)))
    goods = any(dimension_of(chain.values[j]) in GOODS for j in near)
    acts = at < i or cands[0].via == "by"
    if not goods or not acts or _WALLS & set(chain.tags[min(at, i) : max(at, i)]):
        return None
    return Found(firm=list(cands[0].ids), rule=ORDERED, index=at)


def _won(sentence: Sentence, i: int, cands: list[Candidate], roll: Roll) -> Found | None:
    """Who won a tender, and in which country: the firm nearest to the verb, the country as the customer."""
    firms = [c for c in cands if any(map(roll.is_company, c.ids)) and not c.placed]
    before = [c for c in firms if c.index < i]
    firm = before[-1] if before else next((c for c in firms if c.index > i), None)
    if firm is None or _WALLS & set(sentence.chain.tags[min(firm.index, i) : max(firm.index, i)]):
        return None
    home = roll.home(firm.ids[0])
    lands = [id for c in cands if c.placed or c.goal for id in c.ids if roll.is_state(id) and id != home]
    return Found(firm=[*firm.ids, *lands[:1]], rule="act", index=firm.index)


def _granted(sentence: Sentence, stage: Stage, cands: list[Candidate], roll: Roll) -> Found | None:
    """A bank or fund that approves a sum for a country, without a word for the loan."""
    i = stage.index
    tags = sentence.chain.tags
    closed = _closes(tags, i) and "Q" in tags[:i]
    if stage.status not in _GRANTED or not (_SUM.match(tags, i + 1) or tags[i - 1 : i] == "Q" or closed):
        return None
    if _MONEY not in _amounts(sentence, i):
        return None
    bodies = [c for c in cands if all(roll.actors[id].kind in _BODIES for id in c.ids)]
    if tags[i - 1 : i] == "Q" and len(cands) > 1:  # "hat Kenia weitere 941 Millionen Dollar zugesagt"
        first, second = cands[:2]
        lent = roll.lends(first.ids[0]) and all(map(roll.is_state, second.ids)) and second.index < i
        ids = list(dict.fromkeys(first.ids + second.ids))
        return Found(firm=ids, rule="act", index=first.index) if lent else None
    named = [c for c in cands if any(map(roll.is_state, c.ids)) and (c.goal or _is_for(tags, c.index))]
    found = _pair(sentence, i, bodies, named)
    if found is None and bodies and named and bodies[0].index < named[-1].index < i and _closes(tags, i):
        found = Found(firm=[*bodies[0].ids, *named[-1].ids], rule="act", index=bodies[0].index)
    lent = stage.status == "agreed" or any(roll.lends(id) for c in bodies for id in c.ids)
    return found if found is not None and len(found.firm) > 1 and lent else None


def _is_for(tags: str, i: int) -> bool:
    """Does "for" stand before the name at link ``i``?"""
    return tags[:i].rstrip("_")[-1:] == "z"


def _lent(sentence: Sentence, i: int, cands: list[Candidate], roll: Roll) -> Found | None:
    """Who lends to whom: a body, and a state or another body."""
    if _MONEY not in _amounts(sentence, i):
        return None
    found = _pair(sentence, i, cands, cands)
    if found is None and len(cands) == 1 and cands[0].index < i and roll.lends(cands[0].ids[0]):
        return Found(
            firm=list(cands[0].ids), rule="act", index=cands[0].index
        )  # to whom, the text told before
    bodies = found is not None and sum(not roll.is_state(id) for id in found.firm)
    return found if bodies else None


def _pair(sentence: Sentence, i: int, subjects: list[Candidate], objects: list[Candidate]) -> Found | None:
    """The last subject before link ``i`` and the first object behind it, with no wall between."""
    tags = sentence.chain.tags
    before = [c for c in subjects if c.index < i and not _WALLS & set(tags[c.index : i])]
    after = [c for c in objects if c.index > i and _reaches(tags, i, c.index)]
    if not before:
        return None
    found = Found(rule="act", index=before[-1].index)
    start = len(before) - 1
    while start > 0 and len(list_from(sentence, before, start - 1)) > 1:
        start -= 1
    subject = [id for c in before[start:] for id in c.ids]
    if after and after[0].index - i <= _REACH:
        found.firm = list(dict.fromkeys([*subject, *after[0].ids]))
    elif len(before) > 1 and _closes(tags, i):
        found.firm = list(dict.fromkeys(before[0].ids + before[-1].ids))
        found.index = before[0].index
    elif not after:
        found.firm = list(dict.fromkeys(subject))
    return found if len(found.firm) > 1 else None


def _reaches(tags: str, i: int, j: int) -> bool:
    """Do only names and what describes them stand between a verb and its object, and one preposition?"""
    between = _WHEN.sub("", tags[i + 1 : j]).replace("tt", "t")  # "para a"
    marks = [t for t in between if t in _MARKS]
    return len(marks) <= 1 and set(between) - _NAMES - _MARKS <= _THROUGH


def _closes(tags: str, i: int) -> bool:
    """Is the verb the last word of its clause?"""
    return i + 1 >= len(tags) or tags[i + 1] in ",;:s"


def _amounts(sentence: Sentence, i: int) -> set[str]:
    """The dimensions of the amounts in the sentence near the verb."""
    chain = sentence.chain
    near = chain.find("Q", max(i - _REACH, 0), min(i + _REACH, len(chain)))
    return {told for j in near if (told := dimension_of(chain.values[j])) is not None}
