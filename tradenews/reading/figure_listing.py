"""Countries in a list, each with its amount: "5 to Italy, followed by Peru with 3"."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lexicon.forms import fold
from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_memory import Pick, Reader
from tradenews.reading.figure_roles import OUTSIDE
from tradenews.reading.figure_sides import Side
from tradenews.reading.slot import Slot

_LISTED = frozenset(("", "by", "of", "from", "on"))  # how a list of partners goes on
_LISTING = frozenset((*OUTSIDE, "deal", "investment", "count"))
_ENDS = frozenset(f"who.{tie}" for tie in ("to", "from", "with", "share", "by", "of", "in", "on", "subject"))
_NO_LIST = "JK;¬"  # between two amounts, these begin something else
_OPENS = 6  # links within which a sentence says that it goes on with a list
_NEXT_MEMBER = frozenset(("&", ",", ",&", ";", ";&", ",¬", "¬"))
_SOON = 4  # links from a country to its own amount


def _is_next(last: Slot, slot: Slot, side: Side) -> bool:
    """Stand two amounts in brackets behind their countries, the first of which acts?"""
    tags, told = slot.sentence.chain.tags, last.draft.reasons["reporter"].span
    first = told is not None and last.place(last.link - 2) == told
    return first and tags[last.link - 1] == "‹" == tags[slot.link - 1] and side.link == slot.link - 2


def in_list(slot: Slot, side: Side, sides: Sequence[Side], group: str, reader: Reader) -> str | None:
    """What a country is in a list of partners: "exports to Italy came to 5 million, followed by Peru with 3".

    The amount before tells what the list is of: its partner has a tie of its own, and no country acts there.
    The members before this one are nothing for the amount; None where there is no such list.
    """
    last = next(reversed(reader.done), None)
    if last is None or side.vague or side.nature != "state" or side.via not in _LISTED:
        return None
    if last.sentence is not slot.sentence:
        return "P" if group in OUTSIDE and _follows(slot, side, last, reader) else None
    if last.kind != slot.kind or group not in _LISTING:
        return None
    if (part := _of_total(slot, side, last, reader)) is not None:
        return part
    between = slot.sentence.chain.tags[last.link + 1 : slot.link].replace("‹K", "‹")  # "(minus 5 percent)"
    if set(between) & set(_NO_LIST) or (slot.kind_cue is not None and slot.kind_cue > last.link):
        return None
    if side.link < last.link and side.id in reader.listed:
        return ""
    if side.link < last.link:  # "followed by Italy and Peru, with 4 and 3 tonnes"
        told = any(s.run == side.run and s.id in reader.listed for s in sides)
        return "P" if told and reader.done[last][1] in reader.listed else None
    if side.link > slot.link:
        return None
    owner, tie = (last.draft.reasons[name].rule for name in ("reporter", "partner"))
    if _is_next(last, slot, side):
        return "R"  # "most was bought by: France (5 million), followed by Peru (3 million)"
    acts = owner == "who.subject" and (side.via == "" or reader.done[last][0] != reader.topic.country)
    return "P" if tie in _ENDS and not acts and reader.done[last][1] is not None else None


def _of_total(slot: Slot, side: Side, last: Slot, reader: Reader) -> str | None:
    """What a country right before its amount is, where that is a part: "imported 9 tonnes, of which Peru 4".

    It is a partner of whose total that is; a member of that bloc and one of all the world tell their own.
    """
    tags, (owner, partner) = slot.sentence.chain.tags, reader.done[last]
    if side.via != "" or slot.kind not in MIRROR or slot.form != "level" or owner is None:
        return None
    if tags[side.link + 1 : slot.link].strip("_"):
        return None
    led, between = tags[: side.link].rstrip("_")[-1:] == "F", tags[last.link + 1 : side.link].strip("_")
    first = led and partner is None and not set(between) & set("AJK")
    again = last.draft.reasons["partner"].span == last.place(last.link - 1) and between in _NEXT_MEMBER
    if not (first or (partner is not None and again)):
        return None
    if reader.lexicon is not None and side.id in " ".join(reader.lexicon.members.get(owner, ())).split():
        return None
    return "P"


def _follows(slot: Slot, side: Side, last: Slot, reader: Reader) -> bool:
    """Does a sentence go on with a list of partners: "It was followed by Italy and Peru, with 4 and 3"?"""
    beside = slot.sentence.number - last.sentence.number == 1 or last.sentence.block is slot.sentence.block
    if not beside or reader.done[last][1] is None or reader.lexicon is None:
        return False
    chain, words = slot.sentence.chain, reader.lexicon.lines["name_words"].get("followed", ())
    first = next((s.link for s in reader.sides[reader.number] if not s.vague), side.link)
    opening = range(min(first, _OPENS))
    told = any(fold(chain.words(i)) in words for i in opening)
    return told and not set(chain.tags[:first]) & set("QKJ") and side.id not in reader.done[last]


def in_brackets(slot: Slot, side: Side, sides: Sequence[Side], reader: Reader) -> str | None:
    """The role of a country with its amount in brackets, as that before: "of Italy (+3%), Peru (+4%)".

    None where there is no such list, empty for its other members.
    """
    tags, last = slot.sentence.chain.tags, next(reversed(reader.done), None)
    if tags[slot.link - 1 : slot.link] != "‹" or last is None or last.sentence is not slot.sentence:
        return None
    if tags[last.link - 1 : last.link] != "‹" or side.nature != "state" or last.kind != slot.kind:
        return None
    before = next((s for s in sides if s.link == last.link - 2), None)
    if (
        before is None
        or before.id not in reader.done[last]
        or not any(s.link == slot.link - 2 for s in sides)
    ):
        return None
    if side.link == slot.link - 2:
        return "R" if before.id == reader.done[last][0] else "P"
    return "" if tags[side.link + 1 : side.link + 3] == "‹Q" else None


def names_others(slot: Slot, sides: Sequence[Side], partner: str | None) -> bool:
    """Does the sentence name anybody but the partner spoken of, repeated behind the amount?

    Not who has an amount of its own behind it: "it takes 56 percent, and Vietnam 41".
    """
    others = [side for side in sides if side.ids != (partner,) or side.link < slot.link]
    return any(
        side.via not in ("say", "office") and not side.vague and not has_own_amount(slot, side)
        for side in others
    )


def is_apposed(slot: Slot, side: Side, sides: Sequence[Side]) -> bool:
    """Does a country stand in what a subject is called, between commas: "China, Brazil's market, bought"?"""
    tags = slot.sentence.chain.tags
    first, last = tags.rfind(",", 0, side.link), tags.find(",", side.link, slot.link)
    if first < 1 or last < 0 or set(tags[first:last]) & set("JQ") or "J" not in tags[last : slot.link]:
        return False
    return any(s.link == first - 1 and s.via == "" and s.id != side.id for s in sides)


def is_of_part(slot: Slot, side: Side) -> bool:
    """Is a country only that of a part behind the amount: "imported 5 tonnes, including 4 from Peru"?

    The part stands apart from the amount and is a share or of its unit; the country stands right behind it.
    """
    chain, unit = slot.sentence.chain, slot.quantity.amount.unit
    part = max(chain.tags.rfind(tag, slot.link + 1, side.link) for tag in "Qf")
    if part < 0 or unit == "percent" or set(chain.tags[part + 1 : side.link]) - set("oqtXn_zl"):
        return False
    own = chain.values[part].amount.unit if chain.tags[part] == "Q" else "percent"
    between = chain.tags[slot.link : part]
    apart = "," in between or between.endswith("A&")  # "5 tonnes from Peru and 3 from Chile"
    return own == "percent" or (own == unit and slot.form == "level" and apart)


def has_own_amount(slot: Slot, side: Side) -> bool:
    """Does a country stand behind an amount, in the next member of a list, right before its own amount?"""
    tags = slot.sentence.chain.tags
    between, behind = tags[slot.link + 1 : side.link].strip("_"), tags[side.link + 1 : side.link + _SOON]
    return (
        between in _NEXT_MEMBER
        and side.via == ""
        and "Q" in behind
        and not set(behind[: behind.find("Q")]) - set("t_blzo,")
    )


def supplies(slot: Slot, reporter: Pick | None, partner: Pick | None) -> bool:
    """Has a country a share of what another one imports: "Brazil supplies 7 percent of the imports of"?"""
    if reporter is None or partner is None or (slot.kind, slot.form) != ("imports", "share"):
        return False
    if (reporter.rule, partner.rule) != ("who.subject", "who.of"):
        return False
    first, last, noun = reporter.side, partner.side, slot.kind_cue
    if first is None or last is None or noun is None or slot.sentence.chain.tags[noun] != "K":
        return False
    return first.link < slot.link < noun < last.link
