"""Whom the sentence itself names as reporter and partner of an amount."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.reading.figure_again import follows
from tradenews.reading.figure_counted import counts_jobs, counts_workers
from tradenews.reading.figure_cues import MIRROR, flow_told
from tradenews.reading.figure_gap import makes_gap
from tradenews.reading.figure_levies import is_hit, was_taxed
from tradenews.reading.figure_listing import (
    has_own_amount,
    in_brackets,
    in_list,
    is_apposed,
    is_of_part,
    supplies,
)
from tradenews.reading.figure_memory import Pick, Reader, or_home, place_of, spoken_of, told_apart
from tradenews.reading.figure_offices import is_anothers
from tradenews.reading.figure_origins import is_home, is_origin
from tradenews.reading.figure_ranks import of_rank
from tradenews.reading.figure_roles import (
    OUTSIDE,
    SURE,
    WINDOW,
    is_dealing,
    names_end,
    role_of,
)
from tradenews.reading.figure_running import is_earned
from tradenews.reading.figure_score import score_of
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_sources import is_bought_in, is_source
from tradenews.reading.figure_spending import MIRRORED, takes_or_pays, trader_at
from tradenews.reading.figure_taking import is_sold_by
from tradenews.reading.figure_ties import borrower, customer, is_elsewhere, is_of_firm
from tradenews.reading.figure_topic import Topic, dominates
from tradenews.reading.figure_voice import WE
from tradenews.reading.slot import Slot

_NATIONAL, _STRANGE = frozenset((*OUTSIDE, "inner")), 3.0
_GUESTS = frozenset(("", "own", "goods", "trait"))
_RESULTS = frozenset(("sales", "finance"))
_LIST = 10.0  # what it costs to be one of several
_FOR = regex("QV?(?:n?_?θ)?z_?$")  # "a 5 percent rise this year for"
_TRADERS_IN = regex("[øHO]n_?$")  # "growers in"
_LOOSE = frozenset(("goods", "trait", "of", "in", "on"))  # too weak to reach over a clause
_OWNING, _OWN_WITH = frozenset(("own", "of")), frozenset(("own", "of", "with"))


def explicit(
    slot: Slot, sides: Sequence[Side], group: str, chunk: tuple[int, int], reader: Reader
) -> tuple[Pick | None, Pick | None]:
    """The best reporter and partner that the sentence itself names; None where it names none."""
    best: dict[str, Pick] = {}
    ends: list[Pick] = []
    sides, ranked = of_rank(slot, sides)
    members = [(side.run, side.nature) for side in sides]
    for side in sides:
        if len(side.ids) > 1:
            continue
        role = _role(slot, side, sides, group, chunk, reader)
        if not role:
            continue
        score = score_of(slot, side, role, chunk)
        if ranked and side.run == ranked.run:
            if side is not ranked:
                continue
            score += SURE
        letter = role.upper()
        id = _named(
            side, letter, sides, _spoken_group(slot, side, group, reader), reader, named_end=names_end(slot)
        )
        if id is None:
            continue
        listed = members.count((side.run, side.nature)) > 1
        if not ranked and listed and (group not in ("trade", "tariff") or _is_split(slot, side, group)):
            score -= _LIST
        if score <= 0:
            continue
        pick = Pick(id, f"who.{side.via or 'subject'}", place_of(slot, side), score, side)
        ends += [pick] if letter == "P" else []
        have = best.get(letter)
        if have is not None and letter == "P" and _is_parted(slot, have, side, chunk):
            have = None  # the one before belongs to an amount before
        if have is None or score > have.score:
            if letter == "R" and have is not None:
                best["second"] = have
            best[letter] = pick
        elif letter == "R" and side.nature == "firm":
            best.setdefault("second", pick)
    reporter, partner, second = best.get("R"), best.get("P"), best.get("second")
    if partner is None and is_dealing(slot) and second and second.side and second.side.nature == "firm":
        partner = second if reporter is None or second.id != reporter.id else None
    if supplies(slot, reporter, partner):
        reporter, partner = partner, reporter
    reporter, partner = told_apart(reporter, partner, ends)
    if slot.kind == "finance" and partner is None and reporter and reporter.side and not is_earned(slot):
        partner = borrower(slot, sides, reporter.side)
    if partner and partner.rule == "who.to" and _is_addressed(slot, reporter, partner):
        partner = None
    if group in MIRROR and partner is None and reporter and reporter.rule == "who.subject":
        partner = customer(slot, sides, reporter)
    if group == "count" and reporter is None and partner and partner.side and partner.side.via == "in":
        reporter, partner = partner, None  # "in the Netherlands 2 million workers"
    if partner is not None and group in OUTSIDE and _goes_wide(slot, partner, chunk):
        partner = None
    partner = _single(partner, sides, ranked)
    return or_home(_single(reporter, sides, ranked, partner), sides, reader), partner


def _is_split(slot: Slot, side: Side, group: str) -> bool:
    """Are duties on those of a list told one by one behind it: "from Peru and Chile: Chilean firms pay 5"?"""
    return group == "tariff" and side.link < slot.first


def _is_addressed(slot: Slot, reporter: Pick | None, partner: Pick) -> bool:
    """Is a body that a company tells of its profit only who it speaks to: "told the commission"?"""
    side, cue = partner.side, slot.kind_cue
    body = side is not None and (side.nature == "body" or side.home is not None or side.office)
    if body and side and cue is not None and side.link < cue and slot.kind in _RESULTS:
        return True
    firm = reporter is not None and reporter.side is not None and reporter.side.nature == "firm"
    return firm and slot.kind == "finance" and is_earned(slot)


def _goes_wide(slot: Slot, partner: Pick, chunk: tuple[int, int]) -> bool:
    """Is the partner one of a stretch before, where this one names a continent: "to Italy 3; to Asia 5"?"""
    if partner.side is None or partner.side.link >= chunk[0]:
        return False
    if _goes_abroad(slot, partner.side, chunk):
        return True
    wide = slot.sentence.chain.find("ψ", chunk[0], slot.link)
    return any(slot.sentence.chain.tags[i - 1 : i] in ("t", "q", "u") for i in wide)


def _goes_abroad(slot: Slot, side: Side, chunk: tuple[int, int]) -> bool:
    """Does an amount of its own go to a continent: "3 percent to Peru, while they fell 5 percent to Asia"?"""
    tags = slot.sentence.chain.tags
    return side.link < chunk[0] and tags[slot.link + 1 : slot.link + 4].replace("_", "").startswith("tψ")


def _is_parted(slot: Slot, have: Pick, side: Side, chunk: tuple[int, int]) -> bool:
    """Does a country chosen stand apart from an amount that has one at itself: "3 to Italy, 4 to Peru"?"""
    if have.side is None or not (chunk[0] <= side.link < chunk[1]) or side.nature != have.side.nature:
        return False
    tags = slot.sentence.chain.tags
    between = tags[have.side.link : min(side.link, slot.link)]
    both = side.via == have.side.via and tags[slot.link + 1 : side.link].strip("_") in tuple("oqt")
    joined = both and between[1:] == "&"  # "4 from Italy and 3 from Peru"
    told = "Q" in between or joined or ("," in between and slot.role == "than")
    return have.side.link < slot.link and told


def _role(
    slot: Slot, side: Side, sides: Sequence[Side], group: str, chunk: tuple[int, int], reader: Reader
) -> str:
    """What a side can be where it stands: R, P, r or p; empty where it reaches over too much."""
    role = role_of(slot, side, group, reader.topic)
    if group == "count" and side.via in ("trait", "of") and _is_of_nation(slot, side, reader):
        role = "r"
    if group in MIRROR and side.via in _OWNING and is_apposed(slot, side, sides):
        return "p"
    if (listed := _in_list(slot, side, sides, group, reader, role)) is not None:
        return listed
    if side.via == "on" and _is_told_of(slot, side, sides, reader):
        return "R"
    if side.via == "on" and group in _NATIONAL and (own := _is_for(slot, side, reader)) is not None:
        return "R" if own else ""
    if group == "count" and side.via == "on":
        return "r" if slot.sentence.chain.tags[: side.link].rstrip("_")[-1:] == "K" else ""
    if group == "price" and side.via == "by" and is_sold_by(slot, side):
        return "R"
    if side.home and _speaks_for(side, _spoken_group(slot, side, group, reader), reader.topic):
        return "r"
    if is_home(slot, side, sides) or is_anothers(slot, side, group, reader.lexicon) or _is_next(slot, side):
        return ""
    if not role or (role in "Rr" and is_origin(slot, side, sides)) or follows(slot, side):
        return ""
    if side.via == "own" and (is_source(slot, side, group, reader) or _is_met(slot, side, sides, group)):
        return "P"
    if role in "Pp" and group in OUTSIDE and is_of_part(slot, side):
        return ""
    if side.via == "in" and role in "Rr" and _is_there(slot, side, sides, group, reader):
        role = "P"
    if side.via == "in" and slot.kind == "production" and _is_of_house(slot, side, sides, reader):
        return ""
    if side.via == "in" and group == "inner" and is_of_firm(slot, side, sides):
        return "r"
    if group in ("count", "deal") and _is_given(slot, side, sides):
        return "P"
    inside = chunk[0] <= side.link < chunk[1]
    mirrored = slot.draft.reasons["kind"].rule == MIRRORED
    stranger = mirrored or side.id != reader.topic.country or _is_of_other(slot, side, sides)
    if group == "exports" and stranger and takes_or_pays(slot.sentence.chain, side, reader.lexicon):
        role = "P" if inside or slot.first <= side.link < slot.last else ""
    if group in OUTSIDE and side.nature == "firm" and reader.statistical and not inside:
        own = (
            slot.first <= side.link < slot.last or slot.sentence.chain.tags[side.link + 1 : slot.link] == "‹"
        )
        role = role if own else ""  # no firm of another clause
    if mirrored and group == "imports" and _supplies(slot, side, reader):
        role = "P"
    if side.via == "" and side.link > slot.link and _acts_itself(slot, side):
        return ""
    if side.via in ("to", "from") and not inside and (group == "investment" or role in "Rr"):
        return ""
    if inside or slot.first <= side.link < slot.last or side.via not in _LOOSE:
        return role
    tags = slot.sentence.chain.tags
    if tags[side.link + 1 : slot.link] == "‹":
        return role  # "Indian diesel (2.9 billion)"
    since = tags.rfind("Q", max(0, slot.link - WINDOW), slot.link)
    return role if 0 <= since < side.link < slot.link and ":" not in tags[side.link : slot.link] else ""


def _is_there(slot: Slot, side: Side, sides: Sequence[Side], group: str, reader: Reader) -> bool:
    """Is a country only where another one sells or buys?"""
    if group == "exports":
        return is_elsewhere(slot, side, sides)
    return group == "imports" and is_bought_in(slot, side, sides, reader)


def _supplies(slot: Slot, side: Side, reader: Reader) -> bool:
    """Do those of another country send what was told to be imported: "Vietnamese exporters delivered 5"?"""
    chain = slot.sentence.chain
    if side.id == reader.topic.country or side.link > slot.link or side.nature != "state":
        return False
    beside = side.via in _GUESTS and trader_at(chain, side.link) >= 0
    return beside or (side.via == "in" and _TRADERS_IN.search(chain.tags, 0, side.link) is not None)


def _in_list(
    slot: Slot, side: Side, sides: Sequence[Side], group: str, reader: Reader, role: str
) -> str | None:
    """The role of a country in a list, or of one that makes up a gap; None where it is neither."""
    if (letter := in_brackets(slot, side, sides, reader)) is not None:
        return letter
    way = in_list(slot, side, sides, group, reader)
    if way is not None and (role != "P" or way == "R"):
        return way
    return "P" if makes_gap(slot, side, reader) else None


def _is_next(slot: Slot, side: Side) -> bool:
    """Is a side behind an amount that of the next one, or of another thing: "Peru sold 6 tonnes, Chile 5"?"""
    behind = side.link > slot.link
    return behind and (has_own_amount(slot, side) or ";" in slot.sentence.chain.tags[slot.link : side.link])


def _is_met(slot: Slot, side: Side, sides: Sequence[Side], group: str) -> bool:
    """Does a duty meet a country whose adjective stands at a noun: "Chinese imports", told before or here?"""
    if group == "tariff" and any(was_taxed(other, side) for other in sides):
        return True
    return group in ("imports", "tariff") and is_hit(slot, side)


def _is_told_of(slot: Slot, side: Side, sides: Sequence[Side], reader: Reader) -> bool:
    """Does a sentence open with the house of which it tells: "At Lorem Ltd, sales rose"?"""
    chain = slot.sentence.chain
    if chain.tags[: side.link].strip("_¬¶") != "z" or side.nature == "state" or slot.link < side.link:
        return False
    word, words = chain.words(chain.tags.index("z")), reader.lexicon.lines if reader.lexicon else {}
    if fold(word) in words.get("directions", {}).get("meant", ()):
        return False  # "For Lorem, the deal is worth 5 million"
    return not any(s.via in ("", "own") and not s.vague and s.link < slot.link for s in sides)


def _is_for(slot: Slot, side: Side, reader: Reader) -> bool | None:
    """Is a change told for a country: "3 percent for Kenya"? None where none is told so."""
    chain, told = slot.sentence.chain, _FOR.search(slot.sentence.chain.tags, 0, side.link)
    if side.nature != "state" or told is None or reader.lexicon is None:
        return None
    word = fold(chain.words(told.end() - 1 - (chain.tags[told.end() - 1] == "_")))
    if word not in reader.lexicon.lines["directions"].get("meant", ()):
        return None
    changed = chain.values[told.start()].amount.dimension == "ratio" and slot.form == "growth"
    return told.start() == slot.link if changed else None


def _is_of_other(slot: Slot, side: Side, sides: Sequence[Side]) -> bool:
    """Is the whole that one takes a part of another's: "China buys 28 percent of what Brazil exports"?"""
    behind = (s for s in sides if s.link > slot.link and s.via == "" and s.nature == "state")
    tags = slot.sentence.chain.tags
    return any(not s.vague and s.id != side.id and tags[s.link + 1 : s.link + 2] == "J" for s in behind)


def _is_of_house(slot: Slot, side: Side, sides: Sequence[Side], reader: Reader) -> bool:
    """Does the company of the text produce in a country: it acts here, or the text goes on about it?"""
    if reader.natures.get(reader.topic.house or "") != "firm" or side.nature != "state":
        return False
    acts = any(s.nature == "firm" and s.via == "" and s.link < side.link for s in sides)
    others = any(s.nature == "state" and s.via != "in" and s.via != "say" for s in sides)
    cue = slot.kind_cue
    national = others or (cue is not None and cue < side.link)  # "the output of Germany", "output in Germany"
    return acts or (reader.memory.firm is not None and not national)


def _is_given(slot: Slot, side: Side, sides: Sequence[Side]) -> bool:
    """Does a company sell to the country behind its verb: "Damen levert Indonesië twee fregatten"?"""
    chain, verb = slot.sentence.chain, side.link - 1
    if side.nature != "state" or side.via not in ("", "own") or chain.tags[max(verb, 0)] != "J":
        return False
    sells = flow_told(chain, verb) == "exports"
    return sells and any(s.nature == "firm" and s.via == "" and s.link < verb for s in sides)


def _acts_itself(slot: Slot, side: Side) -> bool:
    """Is a country behind the amount the subject of a clause of its own: ", as India may lift its curbs"?"""
    tags = slot.sentence.chain.tags
    parted = "l" in tags[slot.link + 1 : side.link] or "¬" in tags[slot.link + 1 : side.link]
    return parted and tags[side.link + 1 : side.link + 2] in ("m", "V")


def _speaks_for(side: Side, group: str, topic: Topic) -> bool:
    """Does a body tell of its country: "the Uganda Coffee Development Authority counted ..."?"""
    if group not in _NATIONAL or side.home is None or side.via not in ("", "own", "of", "say"):
        return False
    return side.home == topic.country or not dominates(topic, side.home, _STRANGE)


def _is_of_nation(slot: Slot, side: Side, reader: Reader) -> bool:
    """Jobs of a nation's industry: "the Dutch growers' association", "the French cable industry"."""
    if side.nature != "state" or side.vague or not counts_workers(slot, reader.lexicon):
        return False
    tags = slot.sentence.chain.tags
    subject = [i for i in slot.sentence.chain.find("@EAaQ") if i < slot.link] == [side.link]
    return (subject or "ø" in tags[side.link + 1 : side.link + 3]) and side.link < slot.link


def _spoken_group(slot: Slot, side: Side, group: str, reader: Reader) -> str:
    """An association's sales are those of its country's makers, as output is; so are its jobs."""
    told = slot.kind == "sales" or (group == "count" and counts_jobs(slot, reader.lexicon, firm=True))
    return "inner" if told and side.nature == "body" and side.home else group


def _named(
    side: Side, letter: str, sides: Sequence[Side], group: str, reader: Reader, *, named_end: bool
) -> str | None:
    """Whom a side names; for "the company", "the country" the one spoken of, None where that is unclear."""
    if side.home and _speaks_for(side, group, reader.topic):
        return side.home
    if not side.vague:
        return side.id
    if side.nature == "firm":
        firm = reader.memory.firm or reader.topic.house
        told = group in OUTSIDE and reader.natures.get(firm or "") == "body"  # it only tells of its members
        alone = firm is None or (group in OUTSIDE and reader.statistical)
        if side.ids == (WE,) and reader.natures.get(firm or "") == "body" and firm not in reader.traders:
            house = reader.homes.get(reader.topic.house or "")
            return None if letter == "P" else house or _ours(reader.topic, reader.spoken)
        if side.ids == (WE,) and alone:
            return _ours(reader.topic, reader.spoken)
        return None if letter == "P" or told else firm
    guest = next((s for s in reversed(sides) if s.link < side.link and _is_guest(s)), None)
    if letter == "R" and side.via == "of" and guest is not None and named_end:
        return spoken_of(sides, side.link, reader, Pick(guest.id, "", side=guest))
    if side.via == "in" and guest is None:
        sold = letter == "P" and reader.natures.get(reader.topic.house or "") == "firm"
        place = spoken_of(sides, side.link, reader, Pick(reader.topic.house, "")) if sold else None
        own = sold and reader.homes.get(reader.topic.house or "") == reader.topic.country
        return reader.topic.country if group == "investment" or (sold and not own and not place) else place
    if letter != "P" and side.via != "in":
        return None
    actor = Pick(guest.id, "", side=guest) if guest else None
    return spoken_of(sides, side.link, reader, actor, flows=letter == "P" and group in (*OUTSIDE, "tariff"))


def _is_guest(side: Side) -> bool:
    """Does it act in "the country", which is so another one: "Spanish firms invested in the country"?"""
    return side.nature == "state" and side.via in _GUESTS and not side.vague and len(side.ids) == 1


def _ours(topic: Topic, spoken: Sequence[str]) -> str | None:
    """The country of those who say "we" where nobody else is known to: one in whose language they say it."""
    here = [each for each in spoken if topic.weights.get(each)]
    return max(here, key=lambda each: topic.weights[each], default=topic.country)


def _single(
    pick: Pick | None, sides: Sequence[Side], ranked: Side | None, other: Pick | None = None
) -> Pick | None:
    """``pick``, or an empty one where it is a member of a list that is meant as a whole.

    Of two that agree on something, it is the one that is not the ``other`` side.
    """
    if pick is None or pick.side is None or pick.side is ranked:
        return pick
    run = [side for side in sides if side.run == pick.side.run and side.nature == pick.side.nature]
    if {side.via for side in run} & _OWNING and all(side.via in _OWN_WITH for side in run):
        return pick  # "el déficit de Ecuador con China: 5 de exportaciones, 7 de importaciones"
    members = {side.id for side in run}
    rest = members - {other.id if other else None}
    if len(members) == 1 or rest == {pick.id}:
        return pick
    return Pick(None, "who.list", pick.span)
