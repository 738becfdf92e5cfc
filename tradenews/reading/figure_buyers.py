"""What buyers take of the exports told before, and suppliers bring of the imports."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.reading.clauses import Layout
from tradenews.reading.figure_cues import MIRROR, KindCue, read_cue
from tradenews.reading.figure_prepositions import tail_tie
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_PLACES: Final = frozenset("Aa¤")
_SUBJECTS: Final = frozenset("Aak@EGJ")
_MEMORY, _REACH = 6, 6
_SPENT: Final = frozenset(("investment", "consumption"))  # what verbs of spending may also tell
_WHO: Final = regex("(?:[AG]|a[HøKl]|[HøK]a)[lθ_m]{0,4}$")  # before the verb
_WHO_BEHIND: Final = regex("[_lθ]{0,3}(?:A|a[HøK])[_lθb]{0,4}Q")  # or behind it
_ON_GOODS: Final = regex("q?[zny]_?(?:[aA][lHo]{0,3}T|T[o_]{0,2}[aA]|Tq_?A)")


_ON_WARES: Final = regex("q?[zny]_?[loX]{0,2}_?T")  # "on foreign wheat"
_OVERSEAS = "overseas"  # "to third countries", no continent


def seen_from(slot: Slot, cue: KindCue, view: View) -> Slot | None:
    """The exports before, of which a buyer takes its part ("Italy absorbed 57 percent"), or the reverse.

    Only vague verbs ("took", "supplied") are heard so.
    """
    other = MIRROR.get(cue.kind)
    if other is None or not cue.weak or view.turned or view.chain.tags[cue.link] not in "JVY":
        return None
    came = view.lexicon and tail_tie(view.chain.words(cue.link), view.lexicon) in ("from", "of")
    if way_named(slot, cue, view.layout) or came:
        return None  # "goods for 5 million came from India"
    part = _is_bought_part(slot, cue, view) or "F" in view.chain.tags[cue.link + 1 : slot.link]
    for leader in view.earlier[: -_MEMORY - 1 : -1]:
        if leader.sentence.block is not slot.sentence.block:
            return None
        if leader.kind in MIRROR:
            turns = leader.kind == other and (leader.firm or part) and not _is_by_owner(cue, leader, view)
            return leader if turns else None
    return None


def told_by(chain: Chain | None) -> str:
    """The flow of which a sentence tells that a country has it: "Senegal sells its fish far away"."""
    if chain is None or not set(chain.tags) & {*_PLACES}:
        return ""
    told = {cue.kind for i in chain.find("KJ") if (cue := read_cue(chain, i)) is not None}
    return told.pop() if len(told) == 1 and told <= MIRROR.keys() else ""


def taken_of(slot: Slot, cue: KindCue, view: View) -> bool:
    """Does another country take a part of what the sentence before says is sold, or send what is bought?"""
    return (
        cue.weak
        and view.sold != ""
        and view.sold == MIRROR.get(cue.kind)
        and view.chain.tags[cue.link] in "JVY"
        and not way_named(slot, cue, view.layout)
        and _WHO.search(view.chain.tags, max(cue.link - _REACH, 0), cue.link) is not None
    )


def spent_on(slot: Slot, cue: KindCue, view: View) -> bool:
    """Does a country spend money on the goods of another one: "the EU spent 61 billion on Norwegian fish"?"""
    tags = view.chain.tags
    if cue.kind not in _SPENT or tags[cue.link] not in "JV":
        return False
    last = view.earlier[-1] if view.earlier else None
    if last is not None and last.sentence is slot.sentence and last.kind_cue == cue.link:
        return last.kind == "imports"
    if slot.quantity.amount.dimension != "money":
        return False
    near = cue.link < slot.link and not set(tags[cue.link : slot.link]) & set("Q,;&")
    acts = _WHO.search(tags, max(cue.link - _REACH, 0), cue.link) or _WHO_BEHIND.match(tags, cue.link + 1)
    if not near or acts is None:
        return False
    return _ON_GOODS.match(tags, slot.link + 1) is not None or _on_foreign(slot, view)


def _on_foreign(slot: Slot, view: View) -> bool:
    """Is money spent on goods that are only called foreign: "on foreign wheat", "en trigo extranjero"?"""
    words = view.lexicon.lines["name_words"].get("foreign", ()) if view.lexicon is not None else ()
    if not words or _ON_WARES.match(view.chain.tags, slot.link + 1) is None:
        return False
    behind = fold(view.chain.words(slot.link + 1, min(slot.link + _REACH, len(view.chain))))
    return any(token in words for token in behind.rstrip(".").split(" "))


def _is_by_owner(cue: KindCue, leader: Slot, view: View) -> bool:
    """Does the country that owns the flow told before itself buy (or sell) now: "Brazil bought 5 of them"?

    Or does its sentence go on without another subject: "Brazil imported 7 from there and sold 5"?
    """
    chain, at = leader.sentence.chain, leader.kind_cue
    if chain is view.chain and view.chain.tags[cue.link] == "J" and leader.link < cue.link:
        between = view.chain.tags[leader.link + 1 : cue.link]
        if "&" in between and not set(between) & _SUBJECTS:
            return True
    subject = next(reversed(list(view.chain.find("Aa", max(cue.link - _REACH, 0), cue.link))), -1)
    if at is None or subject < 0:
        return False
    near = (chain.values[i] for i in chain.find("Aa", max(at - 1, 0), at + 2))
    return any(str(each) == str(view.chain.values[subject]) for each in near)


def way_named(slot: Slot, cue: KindCue, layout: Layout) -> bool:
    """Do words of the clause say where it was sold ("to Japan", "there") or bought ("from Japan") anyway?"""
    tags = "tω" if cue.kind == "exports" else "q"
    for i in layout.links(slot.link, tags):
        if layout.tag(i) == "ω" or layout.tag(layout.after(i, "_oWlH")) in _PLACES:
            return True
    return cue.kind == "exports" and any(
        layout.chain.values[i] == _OVERSEAS for i in layout.links(cue.link, "ψ")
    )


def _is_bought_part(slot: Slot, cue: KindCue, view: View) -> bool:
    """Is a percentage without a movement what somebody "took" or "absorbed"?"""
    if slot.quantity.amount.dimension != "ratio" or cue.kind != "imports":
        return False
    return (
        cue.weak
        and view.chain.tags[cue.link] in "JVY"
        and all(i == cue.link for i in view.layout.links(slot.link, "V"))
    )


def bought_of(slot: Slot, cue: KindCue, view: View) -> bool:
    """Is it a part of the exports that the article is about?"""
    if view.earlier and view.earlier[-1].sentence is slot.sentence:
        return False
    return view.topic.main == "exports" and not view.turned and _is_bought_part(slot, cue, view)
