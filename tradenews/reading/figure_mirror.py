"""The flows of the country that an article is about, told by what its partners take or send.

"Russia took 65 percent, ahead of Poland with 7": the exports of the article's country, each to a partner.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tradenews.lexicon.forms import fold
from tradenews.reading.figure_cues import BUSINESS, HOME, MIRROR
from tradenews.reading.figure_house_market import taken_of_house
from tradenews.reading.figure_memory import Pick, Reader, place_of
from tradenews.reading.figure_parts import tells_part
from tradenews.reading.figure_roles import chunk_of, near_clause
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_topic import dominates
from tradenews.reading.slot import Slot

_OWN_WAY = frozenset(("who.from", "who.to", "who.goods"))  # partners that the sentence itself ties in
_TIED = _OWN_WAY | {"who.own"}
_LED = frozenset(("who.subject", "who.lead", "who.trait", "who.carried", "who.sentence", "who.leader"))
# Words of a figure of what another took, and how that is tied in besides: "in Japan sales fell".
_TOLD: dict[str, frozenset[str]] = {
    "": frozenset(),
    "sales": frozenset(("who.in",)),
    "sales?": frozenset(("who.in",)),
    "imports?": frozenset(("who.own", "who.of")),
    "contract?": frozenset(("who.own", "who.of", "who.from")),
}
_INNER = frozenset(("production", "consumption", "other"))
_LOOSE = frozenset(
    ("kind.paragraph", "kind.topic", "kind.doer", "default")
)  # no word of the sentence told the kind
_OF_FLOWS = frozenset(("mass", "volume", "money", "ratio"))
_ASIDE = frozenset(("say", "chief", "office", "than", "goods", "from", "to"))


def mirror_view(
    slot: Slot, sides: Sequence[Side], reporter: Pick, partner: Pick, reader: Reader
) -> tuple[Pick, Pick]:
    """Reporter and partner as seen from the article's country; turns the slot's kind where it must.

    Only where a vague word ("took", "buyer", "supplied") gave the kind, or a share is one of a partner, and
    the article has spoken of the country's flow the other way.
    """
    topic, flow = reader.topic.country, reader.memory.flow
    if (taken := taken_of_house(slot, reporter, partner, reader)) is not None:
        return taken
    if (again := _goes_back(slot, reporter, partner, reader)) is not None:
        return again
    if (
        flow == "exports"
        and reader.natures.get(reporter.id or "") == "state"
        and _is_sold_abroad(slot, reader)
    ):
        slot.kind = flow
        slot.draft.set("kind", flow, "kind.mirrored", slot.draft.reasons["kind"].span)
    if _is_part_of_firm(slot, reporter, partner, reader):
        return partner, reporter
    if slot.sided:
        return _on_side(reporter, partner, reader)
    if topic is None or not flow:
        return reporter, partner
    if (sold := _of_two_others(slot, reporter, partner, reader)) is not None:
        return Pick(topic, "who.topic"), _turned(slot, sold, reader)
    if _is_taken(slot, reporter, reader):
        reader.turned.add(slot)
        slot.kind = flow
        slot.draft.set("kind", flow, "kind.mirrored", slot.draft.reasons["kind"].span)
        return Pick(topic, "who.topic"), Pick(reporter.id, "who.mirror", reporter.span)
    if slot.kind not in MIRROR:
        return reporter, partner
    if (buyer := _buyer(slot, reporter, partner, reader)) is not None:
        return Pick(topic, "who.topic"), _turned(slot, buyer, reader)
    if any(side.nature == "firm" and side.via != "say" and not side.vague for side in sides):
        return reporter, partner  # a company's own business
    if slot.end is not None and slot.kind != flow:
        return reporter, partner  # "among its suppliers Peru leads with 5 percent"
    share = slot.kind == flow and slot.form == "share"
    led = slot.leader is not None and slot.leader in reader.turned
    tied = slot.firm or slot.draft.reasons["kind"].rule == "kind.way"  # "from there came 5 million"
    if slot.kind != flow and not led and tells_part(slot, sides):
        return reporter, partner  # "takes 5 tonnes a year, half of it from Peru"
    if not share and not led and (tied or slot.kind != "imports" or flow != "exports"):
        return reporter, partner
    if partner.rule in _OWN_WAY or (partner.id == topic and not led):
        return reporter, partner
    if not share and not led and _goes_on_with(slot, reporter, reader):
        return reporter, partner  # "Chile sold them 5 tonnes, but bought 8"
    other = _other(slot, sides, reporter, partner, topic)
    if other is None or not dominates(reader.topic, other.id or "", 1.0):
        return reporter, partner
    if slot.kind != flow:
        reader.turned.add(slot)
        slot.kind = flow
        slot.draft.set("kind", flow, "kind.mirrored", slot.draft.reasons["kind"].span)
    return Pick(topic, "who.topic"), other


def _is_part_of_firm(slot: Slot, reporter: Pick, partner: Pick, reader: Reader) -> bool:
    """Is it what a country takes of a company's sales: "for Norvik, Japan is 35 percent of turnover"?"""
    ends = reader.natures.get(reporter.id or ""), reader.natures.get(partner.id or "")
    named = reporter.side is not None or partner.side is not None
    return named and slot.kind == "sales" and slot.form == "share" and ends == ("state", "firm")


def _on_side(reporter: Pick, partner: Pick, reader: Reader) -> tuple[Pick, Pick]:
    """The sides of a flow that a sentence opens with, with the country named as the other end."""
    topic, own = reader.topic.country, reporter.id
    if topic is None or own in (None, topic) or partner.id not in (None, topic):
        return reporter, partner
    if reader.natures.get(own or "") != "state" or not dominates(reader.topic, own or "", 1.0):
        return reporter, partner
    return Pick(topic, "who.topic"), Pick(own, "who.mirror", reporter.span)


def _goes_back(slot: Slot, reporter: Pick, partner: Pick, reader: Reader) -> tuple[Pick, Pick] | None:
    """The sides of the amount before, where this one is of the same flow: "Angola took 32, down 24 percent".

    Its kind may have been read before that of the other was turned, or its sides the other way round.
    """
    last = next(reversed(reader.done), None)
    if last is None or last.sentence is not slot.sentence or None in (reporter.id, partner.id):
        return None
    one, two = reader.done[last]
    led = slot.leader is last and (one, two) == (reporter.id, partner.id)
    if led and last in reader.turned and slot.kind == MIRROR.get(last.kind):
        reader.turned.add(slot)
        slot.kind = last.kind
        slot.draft.set("kind", last.kind, "kind.mirrored", slot.draft.reasons["kind"].span)
        return reporter, partner
    turned = slot.kind == last.kind in MIRROR and (two, one) == (reporter.id, partner.id)
    if turned and slot.kind_cue == last.kind_cue and not {reporter.rule, partner.rule} & _TIED:
        return Pick(one, "who.sentence"), Pick(two, "who.sentence")
    return None


def _of_two_others(slot: Slot, reporter: Pick, partner: Pick, reader: Reader) -> Pick | None:
    """The one of two foreign countries that takes the exports told of, where the other is of another amount.

    "Germany took 5; to Peru went 3": nothing tells that Germany sold them.
    """
    topic, tags = reader.topic, slot.sentence.chain.tags
    one, two = reporter.side, partner.side
    if reader.memory.flow != "exports" or slot.kind != "exports" or topic.house is not None:
        return None
    if one is None or two is None or one.nature != "state" or two.nature != "state":
        return None
    if topic.country in (one.id, two.id) or not dominates(topic, one.id, 1.0) or one.via == "from":
        return None
    if any(who[0] == one.id for each, who in reader.done.items() if each.sentence is slot.sentence):
        return None
    far = ["Q" in tags[min(s.link, slot.link) + 1 : max(s.link, slot.link)] for s in (one, two)]
    if far == [True, False]:
        return partner
    return reporter if far == [False, True] and not slot.firm else None


def _turned(slot: Slot, buyer: Pick, reader: Reader) -> Pick:
    """The buyer as partner of a figure that is turned to the exports of the article's country."""
    reader.turned.add(slot)
    if slot.kind != "exports":
        slot.kind = "exports"
        slot.draft.set("kind", "exports", "kind.mirrored", slot.draft.reasons["kind"].span)
    return Pick(buyer.id, "who.mirror", buyer.span)


def _buyer(slot: Slot, reporter: Pick, partner: Pick, reader: Reader) -> Pick | None:
    """Whoever else took a part of the exports, told by no word for what it sells itself.

    "Japan slid to 3", "ahead of Spain (2)", "Poland doubled its orders", unlike "Japan exported 5, Spain 2".
    """
    topic, own = reader.topic, reporter.id
    if reader.memory.flow != "exports" or own in (None, topic.country) or topic.house is not None:
        return None
    if reader.natures.get(own or "") != "state" or not dominates(topic, own or "", 1.0):
        return None
    if slot.kind == "imports" or partner.id == topic.country:
        return None  # of the article's country, or of all
    word = "" if slot.kind_cue is None else str(slot.sentence.chain.values[slot.kind_cue])
    if word not in _TOLD or reporter.rule not in _LED | _TOLD[word]:
        return None
    led = None if slot.leader in reader.turned else slot.leader
    if led is not None and (led not in reader.done or reader.done[led][0] != topic.country):
        return None
    other = partner.id not in (None, topic.country) and partner.rule == "who.subject"
    other = other and reader.natures.get(partner.id or "") == "state"
    return partner if other else reporter


def _is_taken(slot: Slot, reporter: Pick, reader: Reader) -> bool:
    """Is it what another country took of the exports: "Senegal stayed at 61 tonnes", told by no word?"""
    if reader.memory.flow != "exports" or slot.kind not in _INNER or reporter.id == reader.topic.country:
        return False
    led = slot.leader in reader.turned and slot.kind_cue is None
    loose = slot.draft.reasons["kind"].rule in _LOOSE or _is_idle(slot)
    if not led and not (loose and reporter.rule == "who.subject"):
        return False
    goods = slot.quantity.amount.dimension in _OF_FLOWS and slot.form != "delta"
    state = reader.natures.get(reporter.id or "") == "state"
    return state and goods and dominates(reader.topic, reporter.id or "", 1.0)


def _is_idle(slot: Slot) -> bool:
    """Did a vague verb give the kind, that only tells how much it was: "made do with 5", "5 got through"?"""
    chain, cue = slot.sentence.chain, slot.kind_cue
    word = "" if cue is None else str(chain.values[cue])
    return word.startswith("consumption?") or (
        cue is not None and word.startswith("production?") and "u" in chain.tags[cue : slot.link]
    )


def _is_sold_abroad(slot: Slot, reader: Reader) -> bool:
    """Are what a country sells, in a text on its exports, these and not what its people buy?"""
    told = slot.leader if slot.kind_cue is None and slot.leader is not None else slot
    if (
        slot.kind != "sales"
        or reader.topic.trade
        or "count" in (slot.quantity.amount.dimension, told.quantity.amount.dimension)
    ):
        return False
    if told is not slot and told.kind != "sales":
        return True
    chain, cue = told.sentence.chain, told.kind_cue
    if cue is None or str(chain.values[cue]).endswith(HOME) or chain.values[cue] in BUSINESS:
        return False
    words = reader.lexicon.lines["name_words"].get("home_markets", ()) if reader.lexicon else ()
    return not any(word in fold(chain.words(0, len(chain))) for word in words)


def _goes_on_with(slot: Slot, reporter: Pick, reader: Reader) -> bool:
    """Was the amount before in the sentence one of the same country's trade the other way?"""
    last = next(reversed(reader.done), None)
    if last is None or last.sentence is not slot.sentence or last in reader.turned:
        return False
    return last.kind == MIRROR[slot.kind] and reporter.id is not None and reader.done[last][0] == reporter.id


def _other(slot: Slot, sides: Sequence[Side], reporter: Pick, partner: Pick, topic: str) -> Pick | None:
    """The partner that the stretch around an amount names, else the one chosen for the sentence."""
    first, last = chunk_of(slot)
    since = slot.sentence.chain.tags.rfind("Q", 0, slot.link)
    near = [
        side
        for side in sides
        if first <= side.link < last and side.link > since and side.nature == "state" and not side.vague
    ]
    aside = _ASIDE | {"own"} if slot.firm else _ASIDE
    if any(topic in side.ids for side in near):
        return None
    if len({side.id for side in near}) == 1 and near[0].via not in aside and len(near[0].ids) == 1:
        return Pick(near[0].id, "who.mirror", place_of(slot, near[0]))
    for pick in (partner, reporter):
        if pick.side is not None and pick.side.nature == "state" and pick.id not in (None, topic):
            return None if pick.side.via in aside else Pick(pick.id, "who.mirror", pick.span)
    return None


def was_mirrored(slot: Slot, sides: Sequence[Side], reader: Reader) -> bool:
    """Was the last figure another country's, with the topic's country as its partner?

    So it was where the topic's country is told of as a seller again: "Egypt bought 5. To Peru went 4".
    """
    topic, memory = reader.topic, reader.memory
    if memory.partner is None or memory.partner != topic.country:
        return False
    led = reader.done.get(slot.leader) if slot.leader is not None and slot.kind_cue is None else None
    if not sides and led == (memory.reporter, memory.partner):
        return False  # "Mexico ships 70 percent of them. Last year that was 5 tonnes"
    third = any(s.nature == "state" and not {memory.reporter, topic.country} & {*s.ids} for s in sides)
    if third and slot.kind == MIRROR.get(memory.kind) and dominates(topic, memory.reporter or "", 1.0):
        return True
    return memory.reporter is None or dominates(topic, memory.reporter, 2.0)


def _is_whole_import(slot: Slot, reporter: Pick, reader: Reader) -> bool:
    """Is what another country imports, of goods that are named, all of it: "Peru imported 5 t of tea"?

    Only words of one sense tell so: who "bought 5 tonnes" may have bought them of the text's country.
    """
    topic, number = reader.topic, reader.number
    told = slot.kind == "imports" and slot.firm and reporter.id != topic.partner
    told = told and reporter.rule not in ("who.topic", "who.carried")
    told = told and reader.named.get(topic.country or "", number) < number
    noun = slot.kind_cue is not None and slot.sentence.chain.tags[slot.kind_cue] == "K"
    told = told and not (noun and slot.form == "growth")
    abroad = told and any(slot.sentence.chain.find("ψ", *near_clause(slot)))
    named = slot.draft.get("product") is not None and _names_goods(slot)
    return told and (abroad or named)


def _names_goods(slot: Slot) -> bool:
    """Does the sentence itself name the goods, by a word for such?"""
    why, chain = slot.draft.reasons["product"], slot.sentence.chain
    if why.rule != "product.word" or why.span is None:
        return False
    at = bisect_right(chain.starts, why.span.start) - 1
    return at >= 0 and chain.tags[at] == "T"


def mirrored(slot: Slot, sides: Sequence[Side], reporter: Pick, reader: Reader) -> Pick | None:
    """The topic's country as the other side of another country's purchases or sales."""
    topic = reader.topic
    if slot.kind not in MIRROR or topic.country in (None, reporter.id) or reporter.rule == "who.country":
        return None
    if tells_part(slot, sides):
        return None
    if reporter.id is not None and (
        reader.natures.get(reporter.id) == "firm" or not dominates(topic, reporter.id, 1.0)
    ):
        return None
    if reader.quoted or _is_whole_import(slot, reporter, reader):
        return None  # a report from markets goes from one country to another
    ends = topic.sources if slot.kind == "imports" else topic.goals
    subject = slot.kind == "imports" and reporter.rule == "who.subject"
    if reader.memory.reporter == topic.country and reader.memory.kind in _INNER and slot.firm:
        subject = False  # "Chile mined 5 tonnes. China imported 3", unlike "bought 3 of them"
    came = slot.kind == "exports" and reporter.rule == "who.from" and slot.kind_cue is None
    subject = subject or came  # "From China came goods for 5 billion"
    if reader.memory.flow == MIRROR[slot.kind] or topic.country in ends or subject:
        return Pick(topic.country, "who.mirror")
    return None
