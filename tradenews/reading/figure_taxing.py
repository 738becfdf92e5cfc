"""What goods are taxed with, and whatever else only verbs and nouns of many senses tell the kind of."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold, says
from tradenews.reading.figure_bare import signed
from tradenews.reading.figure_charge import pays_at_entry
from tradenews.reading.figure_cues import KindCue
from tradenews.reading.figure_harm import can_handle, costs_somebody, is_of_people
from tradenews.reading.figure_hints import built_on_order, comes_on_top, hinted, used_by_head, words_near
from tradenews.reading.figure_instalments import part_of_price
from tradenews.reading.figure_purpose import goes_into
from tradenews.reading.figure_tills import comes_in
from tradenews.reading.figure_view import View, bare
from tradenews.reading.slot import Slot

_POINTS: Final = "percentage_point"
_OPEN: Final = frozenset(("imports", "tariff", "price"))  # kinds of words that may only tell of a quota
_AT_HAND: Final = 4  # links before an amount in which the noun for a levy stands
_PRICED: Final = frozenset("VJK;¬")  # between a word for duties and money: that of something else
_GOODS: Final = regex("(?:^|[^znto_a])[_a]{0,2}T")  # what costs so much
_ON_THESE: Final = regex("(?:^|[^tnqzo])[zt][_a]{0,2}[THWl]b?$")  # "Thailand schlägt auf Wein 54 Prozent"
_ON_WARES: Final = regex("z_?[al]?T")
_STATES: Final = frozenset("AkaE@G")


def _is_priced(tags: str) -> bool:
    """Do the links before an amount name a thing of their own, or other goods behind an "and"?"""
    return bool(set(tags) & _PRICED or set(tags.partition("&")[2]) & set("TA"))


def told_by_words(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> str | None:
    """The rule by which words of many senses give an amount its kind; None where they say nothing."""
    if taxes_goods(slot, hit, view):
        slot.kind = "tariff"
        return "kind.rate_of_duty"
    if is_of_people(slot, hit, view):
        slot.kind, slot.form = "other", "share"
        return "kind.people"
    if can_handle(slot, hit, view):
        slot.kind = "production"
        return "kind.capacity"
    if costs_somebody(slot, view):
        slot.kind = "other"
        return "kind.harm"
    if goes_into(slot, hit, view):
        slot.kind, slot.firm = "deal_value" if built_on_order(view) else "investment", True
        return "kind.built"
    if (price := part_of_price(slot, hit, view)) is not None:
        slot.kind, slot.leader, slot.firm = "deal_value", price, price.firm
        return "kind.instalment"
    return comes_in(slot, hit, view) or hinted(slot, hit, view) or used_by_head(slot, hit, view)


def taxes_goods(slot: Slot, hit: tuple[KindCue, int] | None, view: View) -> bool:
    """Is a percentage what goods are taxed with: "slapped 35 percent on lumber", "the rate for rice"?"""
    amount, chain = slot.quantity.amount, view.chain
    if amount.dimension != "ratio" or view.lexicon is None or signed(slot):
        return False
    if hit is not None and (hit[0].kind not in _OPEN or (hit[0].kind == "tariff" and not hit[0].weak)):
        return False
    first, last, told = words_near(slot)
    tags = chain.tags[first:last]
    moved = chain.tags[slot.link + 1 : slot.link + 2] == "V"
    if moved and fold(chain.words(slot.link + 1)) in view.lexicon.lines["name_words"].get("lays_on", ()):
        moved = False  # "mit 15 Prozent belegen"
    if "T" not in tags or "F" in tags or moved:
        return False
    if hit is not None and hit[0].kind == "price":
        return _says(words_near(slot, slot.link - _AT_HAND, slot.link)[2], "levies", view)
    if _says(told, "quotas", view) and _says(told, "pays_duty", view):
        return True
    if hit is not None and hit[0].kind != "tariff":
        return False
    laid = _says(told, "lays_on", view) and bool(set(chain.tags[first : slot.link]) & _STATES)
    return laid or ((amount.unit == _POINTS or slot.role != "by") and _says(told, "levies", view))


def is_rate(slot: Slot, view: View) -> bool:
    """Is a bare percentage a rate of duty where duties are spoken of: "they pay 20 percent at the border"?"""
    if slot.quantity.amount.unit != "percent" or "tariff" not in view.topic.counts or not bare(slot, view):
        return False
    tags = view.chain.tags
    if set(slot.clause) & _STATES and _ON_THESE.search(tags, slot.first, slot.link) is not None:
        return True
    told = words_near(slot)[2]
    return any(_says(told, use, view) for use in ("lays_on", "pays_duty", "levies"))


def is_due(slot: Slot, view: View) -> bool:
    """Is money for a unit what customs take, and no price?"""
    return (
        pays_at_entry(slot, view)
        or goes_on_with_duty(slot, view)
        or comes_on_top(slot, view)
        or taxes_each(slot, view)
    )


def goes_on_with_duty(slot: Slot, view: View) -> bool:
    """Is money for a unit the duty that the sentence, or the one before, tells: "For Peru it is 5"?"""
    last = view.earlier[-1] if view.earlier else None
    named = [cue for cue in view.cues if cue.link < slot.link]
    if named and (last is None or last.sentence is not slot.sentence or last.link < named[-1].link):
        return (
            named[-1].kind == "tariff"
            and (not named[-1].weak or _is_levied(slot, named, view))
            and not _is_priced(_until(slot, named[-1], view))
        )
    if named or last is None or last.kind != "tariff" or last.sentence.block is not slot.sentence.block:
        return False
    near = slot.sentence.number - last.sentence.number <= 1
    return near and all(cue.kind == "tariff" for cue in view.cues) and not names_goods(slot)


def _is_levied(slot: Slot, named: list[KindCue], view: View) -> bool:
    """Does a vague word for a duty mean one: beside another, or on goods: "the levy on wheat, 25 a tonne"?"""
    if {cue.kind for cue in named} != {"tariff"}:
        return False
    return len(named) > 1 or _ON_WARES.search(view.chain.tags, named[-1].link + 1, slot.link) is not None


def names_goods(slot: Slot) -> bool:
    """Does a clause name goods that cost something, not only what a rate is for: "for Thai rice"?"""
    return _GOODS.search(slot.clause) is not None


def _until(slot: Slot, cue: KindCue, view: View) -> str:
    return view.chain.tags[cue.link + 1 : slot.link]


def taxes_each(slot: Slot, view: View) -> bool:
    """Is money for a unit a duty: "charges importers of shoes 13.85 a pair"?"""
    if view.lexicon is None or slot.quantity.amount.dimension != "money":
        return False
    told = words_near(slot)[2]
    return _says(told, "importers", view) and _says(told, "unit_dues", view)


def _says(told: str, use: str, view: View) -> bool:
    return view.lexicon is not None and says(told, view.lexicon.lines["name_words"].get(use, ()))
