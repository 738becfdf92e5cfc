"""Percentages that customs take, and what duties are on or cost, though no sure word says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.reading.figure_cues import KindCue, is_on_goods
from tradenews.reading.figure_sizes import is_small
from tradenews.reading.figure_view import View, bare
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_WORTH: Final = regex("[TK](?:[qo]_?[Aak]|[al]{0,2}),?V?o?_?b?")  # "on Chinese goods worth 5 billion"
_GOODS: Final = regex("V?[oz]?_?[aAlo']{0,3}[TK]")  # "on 5 billion (worth) of Chinese goods"
_ON_GOODS: Final = regex("[zt]_?(?:[aA][lT]{1,2}|[lT]{1,2}(?:a|[qo]_?A))")  # "to shirts from Chile"
_ON_ALL: Final = regex("V?[zt]l_?(?:T[qo]_?A|[aA]T|T[aA])")
_PAYING: Final = "tariff? paid"
_GOODS_PAY: Final = regex("T(?:a|[qo]_?A)?[ltmVb]{0,5}$")  # "rice from Cambodia will have to"
_PAID_FOR: Final = regex("[ztoqyn][_aAloT]{0,3}$")  # before goods: "for spruce logs sawmills pay"
_SOON: Final = 9  # links from the verb to the amount: "from this Friday,"
_COSTS: Final = ("price", "other")  # values of "to cost" and "damage"
_REACH: Final = 6
_PAID: Final = " paid rate"
_OWNED_GOODS: Final = regex("T[al]?a|[aA][al]?T|T[oq]_?A")


def beside_duties(slot: Slot, cue: KindCue, view: View) -> str | None:
    """The rule by which money told of with duties is what they hit or cost; None for any other amount."""
    if _hits_goods(slot, cue, view):
        slot.kind, slot.kind_cue = "imports", cue.link
        return "kind.hit"
    if (cost := _cost_of(slot, cue, view)) is not None:
        slot.kind, slot.kind_cue = "other", cost
        return "kind.cost"
    return None


def _hits_goods(slot: Slot, cue: KindCue, view: View) -> bool:
    """Is money what the goods are worth that a duty is on: "duties on 5 billion dollars of French wine"?"""
    amount, tags = slot.quantity.amount, view.chain.tags
    if cue.kind != "tariff" or amount.dimension != "money" or is_small(amount) or amount.per is not None:
        return False
    first = max(slot.link - _REACH, cue.link + 1 if cue.link < slot.link else 0, 0)
    goods = max(tags.rfind(tag, first, slot.link) for tag in "TK")
    if goods >= 0 and tags[goods] == "K" and not str(view.chain.values[goods]).startswith("imports"):
        return False
    if goods >= 0 and tags[goods + 1 : slot.link].strip("o_b") and _WORTH.fullmatch(tags, goods, slot.link):
        return True
    on = view.layout.tag(view.layout.before(slot.link, "_bV")) in ("z", "t")
    named = _GOODS.match(tags, slot.link + 1) if on else None
    last = named.end() - 1 if named is not None else -1
    return last >= 0 and (tags[last] == "T" or str(view.chain.values[last]).startswith("imports"))


def _cost_of(slot: Slot, cue: KindCue, view: View) -> int | None:
    """The word that makes money what duties cost somebody: "the tariffs could cost growers 5 billion"."""
    amount, chain = slot.quantity.amount, view.chain
    if cue.kind != "tariff" or amount.dimension != "money" or is_small(amount) or cue.link > slot.link:
        return None
    told = (i for i in chain.find("JK", cue.link + 1, slot.link) if chain.tags[cue.link : i].count("Q") < 2)
    return next((i for i in told if str(chain.values[i]).startswith(_COSTS)), None)


def pays_at_entry(slot: Slot, view: View) -> bool:
    """Is money for a unit what goods pay as a duty: "Cambodian rice pays 175 euros a tonne to enter"?

    Goods pay no price; who imports them may, unless the sentence speaks of duties, too.
    """
    chain = view.chain
    forms = view.lexicon.lines["name_words"].get("spends", ()) if view.lexicon else ()
    near = chain.find("Jl", max(slot.link - _SOON, 0), slot.link)
    verb = max((i for i in near if _pays(chain, i, forms)), default=-1)
    if verb < 0 or "Q" in chain.tags[verb : slot.link]:
        return False
    goods = _GOODS_PAY.search(chain.tags, 0, verb)
    if goods is not None and _PAID_FOR.search(chain.tags, 0, goods.start()) is None:
        return True
    return any(str(chain.values[i]).startswith("tariff") for i in chain.find("K"))


def _pays(chain: Chain, i: int, forms: Sequence[str]) -> bool:
    return str(chain.values[i]).startswith(_PAYING) or (
        chain.tags[i] == "l" and fold(chain.words(i)) in forms
    )


def taxed_before(slot: Slot, cue: KindCue, view: View) -> Slot | None:
    """The duty before, where a percentage is another one of which costs are told: "those of 20 may cost"."""
    last = view.earlier[-1] if view.earlier else None
    duties = [each for each in view.earlier[-2:] if each.kind == "tariff" and each.form == "level"]
    if last is None or slot.quantity.amount.unit != "percent" or view.chain.tags[cue.link] != "J":
        return None
    if last.sentence is not slot.sentence or cue.kind != "price" or not duties:
        return None
    return duties[-1] if view.layout.tag(view.layout.before(slot.link)) in ("t", "o", "n") else None


def charged_on(slot: Slot, view: View) -> bool:
    """Does a country take a percentage "on" goods: "will charge 50 percent on coffee"?"""
    return is_on_goods(view.chain, slot.link) and any(tag in "Aka" for tag in view.chain.tags[: slot.link])


def taxes(slot: Slot, view: View) -> bool:
    """Does a country take a percentage "on" any goods of another, where duties are spoken of?

    "Until now Peru applied 8 percent to shirts from Chile", whatever was told in the sentence before. On all
    goods of another country nothing else is taken: "an extra 10 percent on all goods from Chile".
    """
    tags = view.chain.tags
    if slot.quantity.amount.unit != "percent":
        return False
    if _ON_ALL.match(tags, slot.link + 1) is not None and set(tags[: slot.link]) & set("Aka@"):
        return True
    if "tariff" not in view.topic.counts or not bare(slot, view):
        return False
    return _ON_GOODS.match(tags, slot.link + 1) is not None and bool(set(tags[: slot.link]) & set("Aka@"))


def is_taxed(slot: Slot, cue: KindCue, view: View) -> bool:
    """Is a vague word that of a duty since goods are taxed: "a tax of 20 percent on parboiled rice"?

    Or since another vague word says so: "the dues of 20 percent that it levies"; or since the figure before
    is one: "20 percent on all goods. The rate may rise to 25 percent".
    """
    if cue.kind != "tariff" or slot.quantity.amount.dimension != "ratio":
        return False
    last = view.earlier[-1] if view.earlier else None
    if last is not None and last.kind == "tariff" and last.sentence.block is slot.sentence.block:
        return True
    if cue.link > slot.link and view.chain.tags[cue.link] == "J" and is_on_goods(view.chain, cue.link):
        return True
    between = view.chain.tags[cue.link + 1 : slot.link]
    if _goods_pay(slot, cue, view):
        return True
    if any(each.kind == "tariff" and each.link > slot.link and cue.link < slot.link for each in view.cues):
        return True
    return not between.strip("o_b") and is_on_goods(view.chain, slot.link)


def _goods_pay(slot: Slot, cue: KindCue, view: View) -> bool:
    """Do goods of a country pay a percentage: "Chilean kiwis pay 12 percent", "bear 70 percent of tax"?"""
    chain = view.chain
    verb = next(
        (i for i in chain.find("J", slot.first, slot.link) if str(chain.values[i]).endswith(_PAID)), -1
    )
    if verb < 0 or cue.link not in (verb, slot.link + 2) or not bare(slot, view):
        return False
    return _OWNED_GOODS.search(chain.tags, slot.first, slot.last) is not None
