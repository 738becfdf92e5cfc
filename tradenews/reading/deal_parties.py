"""Who is party to an agreement: the actors that govern its mention."""

from __future__ import annotations

from attrs import define, field

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED
from tradenews.lexicon.index import Lexicon
from tradenews.reading.deal_aside import is_aside
from tradenews.reading.deal_roll import Roll
from tradenews.reading.figure_before import tie_before
from tradenews.reading.figure_prepositions import tail_tie
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

_JOINED = frozenset(",&-/\"'_‹›")
_BREAKS = frozenset(",;:sDYJVvgmQθ<uρ")
_COMPOUND = frozenset("-/&_laTKoAQ")
_ORDERED, _FOR_REACH = frozenset(",QTHl_zyoKø'\""), 8
_PLACED = frozenset("n")
_CALLED = frozenset("E@")
_INVERTED = frozenset("_oaøl")
_APPOSED = regex("(?:(?<=ø)a|aø),[_ot]?[@E]")
_DESCRIBES = frozenset("TLøIH")
_ALIAS = ("‹", "‹_")
_OPENS = 6  # links in which a sentence begins with the agreement
_MOST = 64  # actors read in one sentence
_PART = regex("(?:[o_lb]{0,2}Q)?l{0,2}n_?")  # "30 procent genomen in"
_TOWN, _IN_TOWN = 6, regex("n_?[W°]{1,3},_?$")  # "in Narayanganj, Bangladesh"
_GOAL = regex("[QN][loT]{0,3}t_?[aø]{1,2}$")  # "340 châssis à la mexicaine Lorem"
_SPOKEN = regex(",v[θ_lo]{0,2}[@AaGIOkE]")  # behind a name, another one says so
_WITH_REACH, _BETWEEN_REACH, _NEAR = 16, 14, 4
_WITH, _WITHS = "with", tuple("uyY")


@define
class Candidate:
    """One link of a sentence that names one or several parties."""

    index: int
    ids: tuple[str, ...]
    placed: bool = False
    source: bool = False
    goal: bool = False
    via: str = ""  # the preposition before it, over what describes it


@define
class Found:
    """Parties of one mention, by how they were found; ``firm`` ones stand in a pattern."""

    firm: list[str] = field(factory=list)
    loose: list[str] = field(factory=list)
    rule: str = "none"
    index: int | None = None

    @property
    def all(self) -> list[str]:
        """All parties, each once: who acts before whom it acts with, else firm ones first."""
        acting = self.rule.startswith("with")
        return list(dict.fromkeys(self.loose + self.firm if acting else self.firm + self.loose))


def read_candidates(sentence: Sentence, roll: Roll) -> list[Candidate]:
    """The links of a sentence that may be parties, in order."""
    _chain, tags = sentence.chain, sentence.chain.tags
    groups: dict[int, tuple[str, ...]] = getattr(sentence, "groups", {})
    named = {i: (id,) for i, id in sentence.refs.items()} | {i: tuple(ids) for i, ids in groups.items()}
    found: list[Candidate] = []
    for i in sorted(named)[:_MOST]:
        ids = tuple(dict.fromkeys(p for id in named[i] if (p := roll.party(id)) is not None))
        if tags[i] == "G" and (tags[i + 1 : i + 2] == "a" or tags[i + 1 : i + 3] in ("oA", "oa")):
            continue  # "the Iraqi government": the country beside it says whose
        ids = _of_land(sentence, i, ids, named, roll) if ids else ids
        if not ids or _belongs(sentence, i, named, roll):
            continue
        if found and found[-1].ids == ids and tags[found[-1].index + 1 : i] in _ALIAS:
            continue  # "the Hanoi Chamber (HCC)"
        if is_aside(_chain, i, found[-1].index if found else None, roll.lexicon):
            continue
        before = tags[i - 1] if i else ""
        if before == "_" and i > 1:
            before = tags[i - 2]
        elif (
            before == "t"
            and (tags[i] in _CALLED or i == 1)
            and _chain.words(i - 1) == roll.lexicon.facts.get("article")
        ):
            before = tags[i - 2] if i > 1 else ""  # "parceria com a Vale": no preposition here
        source = before == "v" or ("v" in tags[i + 1 : i + 3] and not _SPOKEN.match(tags, i + 1))
        goal = before in ("t", "r") or _GOAL.search(tags, 0, i) is not None
        goal = goal or (before in "YJ" and _ends_in_goal(_chain.words(i - 1), roll.lexicon))
        via = tie_before(_chain, i, roll.lexicon) or _tie_in_verb(_chain, i, roll.lexicon)
        placed = before in _PLACED and tags[i] in "AakE@"
        placed = placed or (before == "," and _IN_TOWN.search(tags, max(i - _TOWN, 0), i) is not None)
        found.append(Candidate(i, ids, placed, source, goal, via))
    return _without_members(found, roll)


def with_speaker(cands: list[Candidate], place: int, sentence: Sentence, roll: Roll) -> list[Candidate]:
    """The candidates without sources, but who speaks of itself: "Lorem said it had agreed to buy Ipsum"."""
    chain, told = sentence.chain, [c for c in cands if not c.source]
    if any(c.index < place and not c.placed and roll.is_company(c.ids[0]) for c in told):
        return told
    own = [c for c in cands if c.source and c.index < place and roll.is_company(c.ids[0])]
    own = [c for c in own if chain.tags[c.index - 1 : c.index] != "v" and not _is_cited(sentence, c)]
    return sorted([*told, *own[-1:]], key=lambda c: c.index)


def _tie_in_verb(chain: Chain, i: int, lexicon: Lexicon) -> str:
    """The "with" at the end of a word of status before who is named: "negotiates with the French X"."""
    j = i - 1
    while j >= 0 and i - j <= _NEAR and chain.tags[j] in _INVERTED:
        j -= 1
    told = j >= 0 and chain.tags[j] == "Y" and tail_tie(chain.words(j), lexicon) == _WITH
    return _WITH if told else ""


def _of_land(
    sentence: Sentence, i: int, ids: tuple[str, ...], named: dict[int, tuple[str, ...]], roll: Roll
) -> tuple[str, ...]:
    """Of a body that signs for its country, the one right behind it: "the customs office of China"."""
    tags = sentence.chain.tags
    land = named.get(i + 2, ()) if tags[i] == "@" and tags[i + 1 : i + 3] == "oA" else ()
    actor = roll.actors.get(named[i][0])
    body = actor is not None and actor.kind == "government" and roll.is_state(ids[0])
    return land if body and land and roll.is_state(land[0]) else ids


def _without_members(cands: list[Candidate], roll: Roll) -> list[Candidate]:
    """Without two or more countries named behind their bloc: "Efta, made up of Iceland and Norway"."""
    kept: list[Candidate] = []
    inside: set[str] = set()
    own: list[Candidate] = []
    for cand in cands:
        if inside and set(cand.ids) <= inside:
            own.append(cand)
            continue
        kept.append(cand)
        blocs = [id for id in cand.ids if roll.is_bloc(id)]
        inside |= {c for id in blocs for c in " ".join(roll.lexicon.members.get(id.upper(), ())).split()}
    many = len({id for c in own for id in c.ids}) > 1
    return kept if many else sorted([*kept, *own], key=lambda c: c.index)


def _ends_in_goal(words: str, lexicon: Lexicon) -> bool:
    """Does a verb, written in one with what follows it, end with a word for "to": 批准向?"""
    entry = lexicon.word(words[-1:]) if not words[-1:].isascii() else None
    return entry is not None and entry.tag == "t"


def _belongs(sentence: Sentence, i: int, named: dict[int, tuple[str, ...]], roll: Roll) -> bool:
    """Does the country at link ``i`` only describe an actor beside it: "Chinese giant X", "X of China"?"""
    tags, ids = sentence.chain.tags, named[i]
    if not all(id in roll.actors and roll.is_state(id) for id in ids):
        return False
    if tags[i] == "a" and tags[i - 1 : i] == "ø" and i - 1 not in named and not _is_side(tags, i):
        return True  # "la autoridad peruana", "sua filial polaca"
    told = _APPOSED.match(tags, i)
    if told is not None and len(ids) == 1 and (firm := told.end() - 1) in named:
        roll.homes.setdefault(named[firm][0], ids[0])
        return True  # "a Vietnamese company, Lorem"
    for j in range(i + 1, min(i + 7, len(tags))):
        if j in named and tags[j] != "a":
            owned = tags[j] in ("øGE@" if tags[i] == "a" else "E@") and (
                tags[i] == "a"
                or tags[i + 1] in "-@E"
                or "o" in tags[i + 1 : j]
                or set(tags[i + 1 : j]) <= _DESCRIBES
            )
            if owned and len(ids) == 1:
                roll.homes.setdefault(named[j][0], ids[0])
            return owned
        if (
            tags[j] == "W"
            and (tags[i] == "a" or tags[i + 1 : j] == "o")
            and roll.lexicon.facts.get("nouns") != "capital"
        ):
            return True
        if tags[j] in _BREAKS or tags[j] in "&ntzq":
            break
    if tags[i] == "a" and i and tags[i - 1] in "øG@E" and i - 1 in named:
        return tags[i - 1] != "G" or named[i - 1] != ids  # "la automotriz japonesa", no "governo serbo"
    k = i - 1
    while k > 0 and tags[k] == "_":
        k -= 1
    return k > 0 and tags[k] in "oqn" and (k - 1) in named and tags[k - 1] in "E@"


def _is_side(tags: str, i: int) -> bool:
    """Do firms without a name stand for their countries: "firmas peruanas y chinas", "con un grupo turco"?"""
    return tags[i + 1 : i + 3] == "&a" or tags[max(i - _NEAR, 0) : i - 1].rstrip("_l")[-1:] in _WITHS


def find_parties(
    sentence: Sentence, place: int, window: tuple[int, int], cands: list[Candidate], verb: int | None
) -> Found:
    """The parties of the mention at link ``place``, found within ``window``; ``verb`` is its status word."""
    low, high = window
    inside = [c for c in cands if low <= c.index < high]
    found = Found()
    _between(sentence, place, inside, cands, found)
    if len(found.firm) >= 2:
        return found
    _compound(sentence, place, inside, found)
    _for(sentence, place, inside, found)
    _held(sentence, place, inside, found)
    _with(sentence, place, inside, found)
    if len(found.firm) < 2 or found.rule.startswith("with"):
        _subject(sentence, place, verb, inside, found)
    if len(found.all) < 2 and not (found.firm and found.rule.startswith("with")):
        _after(sentence, place, inside, found)
    if len(found.all) == 1:  # "China proposed that the two countries sign"
        take(found, [c for c in inside if len(c.ids) > 1 and found.all[0] in c.ids][:1], "group", firm=False)
    return found


def take(found: Found, cands: list[Candidate], rule: str, *, firm: bool = True) -> None:
    """The actors of ``cands`` as parties, each once; ``rule`` is that of the first."""
    for cand in cands:
        ids = [id for id in cand.ids if id not in found.firm and id not in found.loose]
        (found.firm if firm else found.loose).extend(ids)
        if ids and found.index is None:
            found.rule, found.index = rule, cand.index


def list_from(sentence: Sentence, cands: list[Candidate], start: int) -> list[Candidate]:
    """``cands[start]`` and those joined to it by commas and conjunctions."""
    tags, out = sentence.chain.tags, [cands[start]]
    for cand in cands[start + 1 :]:
        between = tags[out[-1].index + 1 : cand.index]
        if len(between) > 6 or (not (set(between) & set(",&-/u")) and between.strip("_") != ""):
            break
        if any(t not in _JOINED and t in _BREAKS and t != "u" for t in between):
            break
        out.append(cand)
    return out


def _between(
    sentence: Sentence, place: int, inside: list[Candidate], cands: list[Candidate], found: Found
) -> None:
    tags = sentence.chain.tags
    for k in sorted(sentence.chain.find("<"), key=lambda k: abs(k - place)):
        if abs(k - place) > _BETWEEN_REACH or ";" in tags[min(k, place) : max(k, place)]:
            return
        start = next((n for n, c in enumerate(cands) if c.index > k), None)
        if start is not None and cands[start].index - k <= 6:
            take(found, list_from(sentence, cands, start), "between")
            if len(found.firm) >= 2:
                return


def _compound(sentence: Sentence, place: int, inside: list[Candidate], found: Found) -> None:
    """ "US-China trade deal", "Mexico's memorandum", "deutsch-kasachische Verträge"."""
    tags, edge = sentence.chain.tags, place
    for cand in reversed(inside):
        if cand.index >= place:
            continue
        between = tags[cand.index + 1 : edge]
        if len(between) > _NEAR or any(t not in _COMPOUND for t in between) or cand.placed:
            return
        take(found, [cand], "compound")
        edge = cand.index


def _for(sentence: Sentence, place: int, inside: list[Candidate], found: Found) -> None:
    """ "The contract is for X", "an agreement of both governments"."""
    tags = sentence.chain.tags
    for cand in inside:
        between = tags[place + 1 : cand.index]
        if between in ("o", "o_") and cand.index > place and tags[cand.index + 1 : cand.index + 2] == "u":
            take(found, [cand], "for")  # "the agreement of Mercosur with Singapore"
            return
        if cand.index > place and len(between) <= _NEAR and tags[cand.index] in "E@G" and "Y" not in between:
            if ("z" in between or "o" in between or not between) and not set(between) & set(",;:s"):
                take(found, [cand], "for")
            return
        ordered = "Q" in between and between[-1] in "zy" and set(between) <= _ORDERED
        if ordered and place < cand.index <= place + _FOR_REACH and tags[cand.index] in "E@":
            take(found, [cand], "for")  # "the contract, two ships for X"
            return


def _held(sentence: Sentence, place: int, inside: list[Candidate], found: Found) -> None:
    """ "A stake of 30 percent in X", "um acordo em X": the firm that a mention is a part of."""
    tags = sentence.chain.tags
    cand = next((c for c in inside if c.index > place), None)
    if cand is None or not cand.placed or tags[cand.index] not in _CALLED:
        return
    if _PART.fullmatch(tags, place + 1, cand.index):
        take(found, [cand], "held")


def _with(sentence: Sentence, place: int, inside: list[Candidate], found: Found) -> None:
    """The actors after the nearest "with"; one right after the mention is the only one that counts."""
    tags = sentence.chain.tags
    for k in sorted(sentence.chain.find("u"), key=lambda k: abs(k - place) - 2 * (k > place)):
        if abs(k - place) > _WITH_REACH or ";" in tags[min(k, place) : max(k, place)]:
            continue
        if k > place and "," in tags[place:k] and sentence.chain.text[sentence.span.start] >= UNSPACED:
            continue  # 与中国签署协定，并与阿联酋谈判: that of the next verb
        start = next((n for n, c in enumerate(inside) if c.index > k), None)
        reached = start is not None and inside[start].index - k <= 8 and not inside[start].placed
        if start is not None and reached and not set(tags[k + 1 : inside[start].index]) & _BREAKS:
            take(found, list_from(sentence, inside, start), "with")
            found.rule = "with" if k > place else "with.before"
            return
        if 0 < k - place <= 2:
            return
    start = next((n for n, c in enumerate(inside) if _is_tied(tags, c, place)), None)
    if start is not None:
        take(found, list_from(sentence, inside, start), _WITH)


def _is_tied(tags: str, cand: Candidate, place: int) -> bool:
    """Is "with" the end of the verb before a name: "negotiates with"?"""
    tied = cand.via == _WITH and "u" not in tags[max(cand.index - _NEAR, 0) : cand.index]
    return tied and 0 < cand.index - place <= _NEAR


def _subject(sentence: Sentence, place: int, verb: int | None, inside: list[Candidate], found: Found) -> None:
    """The last actors before mention and status word that nothing places or follows as a source."""
    edge = place if verb is None else min(place, verb)
    before = [c for c in inside if c.index < edge and _acts(c, found)]
    if not before and verb is not None:
        edge = max(place, verb)
        before = [c for c in inside if c.index < edge and _acts(c, found)]
    if not before and verb is not None:
        before = [c for c in inside if c.index > verb and _acts(c, found) and c.via == ""][:1]
        straight = before and set(sentence.chain.tags[verb + 1 : before[0].index]) <= _INVERTED
        before = before if straight else []  # "mit X verhandelt Y über"
    if not before and found.rule == "with" and not any(c.index < place for c in inside):
        before = _behind(sentence, place, inside, found)  # "Under the pact agreed with X, Y will"
    if not before:  # it speaks of itself: "X said it had signed"
        own = [c for c in inside if c.source and c.index < edge and not _is_cited(sentence, c)]
        before = [c for c in own if not set(c.ids) & set(found.firm)]
    if not before:
        return
    wall = sentence.chain.tags.rfind(";", 0, min(edge, place))
    before = [c for c in before if c.index > wall] or before
    goals = [c for c in before if c.goal or c.via in ("to", "from")]
    before = [c for c in before if c not in goals] or goals
    start = len(before) - 1
    while start > 0 and len(list_from(sentence, before, start - 1)) > 1:
        start -= 1
    take(found, before[start:], "subject", firm=False)
    if len(found.all) < 2 and goals:
        take(found, goals[-1:], "subject", firm=False)


def _is_cited(sentence: Sentence, cand: Candidate) -> bool:
    """Is it only who is cited: "according to the customs office"?"""
    chain = sentence.chain
    near = chain.find("v", max(cand.index - 2, 0), cand.index)
    return any(chain.values[i] == "according" for i in near)


def _behind(sentence: Sentence, place: int, inside: list[Candidate], found: Found) -> list[Candidate]:
    """Who acts behind words that open a sentence: "Under the pact with Chile, Peru cuts"."""
    tags, edge = sentence.chain.tags, found.index or place
    if place > _OPENS or set(tags[:place]) & set(",;:sYV&"):
        return []
    behind = [c for c in inside if c.index > edge and _acts(c, found) and c.via == "" and not c.goal]
    return behind[:1] if behind and ";" not in tags[edge : behind[0].index] else []


def _acts(cand: Candidate, found: Found) -> bool:
    """May it be the subject: neither a place, nor a source, nor already the other side?"""
    return not cand.placed and not cand.source and not set(cand.ids) & set(found.firm)


def _after(sentence: Sentence, place: int, inside: list[Candidate], found: Found) -> None:
    tags = sentence.chain.tags
    ends = (tags.find(mark, place) % (len(tags) + 1) for mark in ("&Y", ";"))
    high = min(*ends, place + 13)  # "and eyes Britain" is another matter
    near = [c for c in inside if place < c.index < high and not (c.placed or c.goal)]
    for n in range(len(near)):
        if len(found.all) >= 2:
            return
        take(found, list_from(sentence, near, n), "after", firm=False)
