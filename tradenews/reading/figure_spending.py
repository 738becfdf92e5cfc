"""What a buyer pays for, or takes of, the exports told before: "The Chinese spent 120 million on it"."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_cues import flow_told
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_taking import takes
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

MIRRORED: Final = "kind.mirrored"  # the rule of what buyers take of the exports told before
_ACTS: Final = frozenset(("", "trait", "own"))  # how one who pays is tied in
_MEMORY: Final = 6
_REACH: Final = 6  # links from who pays to the amount
_BUYERS: Final = "øHO"  # "Chinese importers", "American consumers"
_BESIDE: Final = "lθα_b'zo"  # what may stand between them, beside the verb
_ENDS: Final = regex("(?:q|F)?(?:[,;:&s¶›]|$)")


def spends(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Is a country the subject of a verb of paying, or one more of a list of those who pay?"""
    forms = lexicon.lines["name_words"].get("spends", ())
    if not forms or chain.tags[link] not in "Aak":
        return False
    inserted = 0
    for i in range(link + 1, min(link + 1 + 2 * _REACH, len(chain))):
        if _is_paying(chain, i, forms):
            return True
        if chain.tags[i] == "Q":
            listed = chain.tags[:link].rstrip("_")[-1:] in tuple(",;&")
            return listed and any(_is_paying(chain, k, forms) for k in chain.find("lJVY", 0, link))
        if i < inserted or (i == link + 1 and chain.tags[link] == "a" and chain.tags[i] in _BUYERS):
            continue
        if chain.tags[i] == "," and (closed := chain.tags.find(",", i + 1, i + _REACH)) > 0:
            inserted = closed + 1  # "the Chinese, who prefer butter, paid"
        elif chain.tags[i] not in _BESIDE and chain.tags[i : i + 2] != ",Q":
            return False
    return False


def takes_or_pays(chain: Chain, side: Side, lexicon: Lexicon | None) -> bool:
    """Does a country only take what another one sells, or pay for it?"""
    if chain.tags[side.link : side.link + 2] == "aQ" and side.via in _ACTS:
        side = evolve(side, via="")  # "the Germans bought 5, the Greeks 3"
    if side.via in _ACTS and (noun := trader_at(chain, side.link)) >= 0:
        if lexicon is not None and fold(chain.words(noun)) in lexicon.lines["name_words"].get("takers", ()):
            return True
        side = evolve(side, link=max(noun, side.link), via="")  # "French importers", "les acheteurs français"
    if takes(chain, side):
        return True
    acts = side.nature == "state" and side.via in _ACTS and lexicon is not None
    return acts and lexicon is not None and spends(chain, side.link, lexicon)


def trader_at(chain: Chain, link: int) -> int:
    """The noun for those who trade beside an adjective: "Chinese importers", "importatori cinesi"; or -1."""
    if chain.tags[link] != "a":
        return -1
    beside = (i for i in (link + 1, link - 1) if 0 <= i < len(chain) and chain.tags[i] in _BUYERS)
    return next(beside, -1)


def _is_paying(chain: Chain, i: int, forms: tuple[str, ...]) -> bool:
    if chain.tags[i] not in "lJVY":
        return False
    if "imports" in str(chain.values[i]) and flow_told(chain, i) != "imports":
        return False  # "nahm um 5 Prozent zu"
    start = chain.starts[i]
    if chain.text[start] >= UNSPACED:
        return chain.text.startswith(forms, start)
    return fold(chain.words(i)) in forms


def paid_for(slot: Slot, view: View) -> Slot | None:
    """The exports of another country, told before in the paragraph, that an amount is spent on."""
    if slot.quantity.amount.dimension not in ("money", "mass", "volume") or view.lexicon is None:
        return None
    chain, last = slot.sentence.chain, slot.link - 1
    if not _ends(chain, slot.link, view.lexicon):
        return None
    payer = max(chain.find("Aak", max(last - 2 * _REACH, 0), slot.link), default=-1)
    if payer < 0 or not spends(chain, payer, view.lexicon):
        return None
    for leader in view.earlier[: -_MEMORY - 1 : -1]:
        if leader.sentence.block is not slot.sentence.block:
            return None
        if leader.kind in ("exports", "imports"):
            own = _is_owner(chain, payer, leader)
            listed = leader.sentence is slot.sentence  # "Peru took 2, Chile 1"
            bought = leader.kind == "exports" or not (leader.firm or listed)
            return leader if bought and not own else None
    return None


def _is_owner(chain: Chain, payer: int, leader: Slot) -> bool:
    """Does a country beside the word for the exports before own them: "Chinese exports"?"""
    at, before = leader.kind_cue, leader.sentence.chain
    if at is None or before is chain:
        return False
    beside = before.find("Aak", max(at - 2, 0), min(at + 3, len(before)))
    return any(str(before.values[i]) == str(chain.values[payer]) for i in beside)


def _ends(chain: Chain, link: int, lexicon: Lexicon) -> bool:
    """Does nothing behind an amount say on what else it is spent: "3 million on advertising"?"""
    if _ENDS.match(chain.tags, link + 1) is not None:
        return True
    pronouns = lexicon.lines["name_words"].get("pronouns", ())
    return chain.tags[link + 1 : link + 3] in ("zl", "zG") and fold(chain.words(link + 2)) in pronouns
