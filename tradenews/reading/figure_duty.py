"""Who imposes a tariff, and who is hit: what a sentence leaves out, by the tariffs told before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from tradenews.lazy import regex
from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.figure_entering import entering
from tradenews.reading.figure_export_duty import export_duty
from tradenews.reading.figure_levies import is_at_maker, is_burdened
from tradenews.reading.figure_memory import Pick, Reader, place_of
from tradenews.reading.figure_roles import chunk_of, near_clause, pays
from tradenews.reading.figure_sides import Side
from tradenews.reading.figure_taxed import goods_taxed
from tradenews.reading.slot import Slot

_ALL = frozenset("ψΩ")
_TOLD = 12  # figures back in which the goods that pay were told
_ACTING = frozenset(("", "own", "office", "chief", "by", "in", "with", "between", "say"))
_PAYERS, _TAXED = frozenset(("", "own", "trait")), frozenset(("goods", "from", "on"))
_MAKER = regex("[lTKVJo]{1,7}ø@")  # 中国最大的出口企业
_PRONOUN = 4  # links from "after" to who imposes the duty
_BACK = 6  # sentences in which the other country was named


def duty_sides(
    slot: Slot, sides: Sequence[Side], reporter: Pick | None, partner: Pick | None, reader: Reader
) -> tuple[Pick | None, Pick | None]:
    """The sides of a tariff, each as far as it is named or the tariff told last has it."""
    if (own := export_duty(slot, sides, reporter, reader)) is not None:
        return own
    if (taxed := entering(slot, sides, reader)) is not None:
        return taxed
    partner = _of_list(partner, sides, reader)
    if (taxed := _taxed_at(slot, sides)) is not None:
        return taxed
    if _is_lowered(slot, reporter, reader):
        return Pick(reader.duty[0], "who.duty"), Pick(reader.duty[1], "who.duty")
    imposer, hit = reader.duty
    if hit is not None and _is_on_others(slot, reader):
        hit = None
    if (
        imposer is None
        and reporter is None
        and partner is None
        and (pays(slot) or _is_beside_flow(slot, sides, reader))
    ):
        return _of_flow(slot, reader)
    if pays(slot) and (both := _importers(slot, sides)) is not None:
        return both
    if reporter is None and partner is not None:
        if pays(slot) and any(side.id == partner.id and side.office for side in sides):
            return partner, None  # "American buyers face a levy if Trump ..."
        if imposer is not None and imposer == _home(partner, reader) != partner.id:
            imposer = hit  # "for Lorem, the biggest Thai exporter, the rate is 5 percent"
        if imposer in reader.struck and partner.id not in (reader.imposer, hit):
            imposer = reader.imposer  # "the US takes 25 from Peru, Peru answers with 10. Chile pays 15"
        reporter = _imposer(partner, imposer, reader)
    elif partner is None and reporter is not None:
        first, last = near_clause(slot)
        if (
            imposer == reporter.id
            and hit is not None
            and not set(slot.sentence.chain.tags[first:last]) & _ALL
        ):
            partner = Pick(hit, "who.duty")
        elif reporter.id in reader.struck and not set(slot.sentence.chain.tags[first:last]) & _ALL:
            partner = Pick(reader.imposer, "who.duty")  # "India counters with 30 percent"
    elif reporter is None and imposer is not None and not _names_other(sides, (imposer, hit)):
        reporter, partner = Pick(imposer, "who.duty"), Pick(hit, "who.duty")
    if partner is None and reporter is not None:
        partner = _hit_before(slot, sides, reporter)
    both = _of_agreement(slot, sides, reporter, reader) if partner is None else None
    return both or (reporter, partner)


def _of_list(partner: Pick | None, sides: Sequence[Side], reader: Reader) -> Pick | None:
    """Of several that a duty hits the one whose trade the text is about."""
    country = reader.topic.country
    listed = partner is not None and partner.id is None and partner.rule == "who.list"
    told = listed and (reader.memory.flow == "exports" or country == reader.home)
    if not told or country is None or not any(country in side.ids for side in sides):
        return partner
    return Pick(country, "who.topic")


def _is_lowered(slot: Slot, reporter: Pick | None, reader: Reader) -> bool:
    """Does who was hit win a cut of the duty told in this sentence: "hit with 39 percent, it won 15"?"""
    last = next(reversed(reader.done), None)
    if last is None or last.sentence is not slot.sentence or last.kind != "tariff" or reporter is None:
        return False
    side, chain = reporter.side, slot.sentence.chain
    if side is None or "V" not in chain.tags[side.link : slot.link]:
        return False
    named = any(str(chain.values[i]).startswith("tariff") for i in _cues(slot, last))
    return not named and reporter.rule == "who.subject" and reporter.id == reader.duty[1] is not None


def _hit_before(slot: Slot, sides: Sequence[Side], reporter: Pick) -> Pick | None:
    """Who tells the rest of a sentence that begins with a duty put on "it": "after Peru taxed it, Chile"?"""
    side, chain = reporter.side, slot.sentence.chain
    if side is None or side.via != "" or side.link > slot.link:
        return None
    before = chain.find("Y", max(side.link - _PRONOUN, 0), side.link)
    if not any(str(chain.values[i]).startswith("earlier") for i in before):
        return None
    later = [s for s in sides if s.link > slot.link and s.nature == "state" and not s.vague]
    if len(later) != 1 or later[0].via != "" or later[0].id == reporter.id:
        return None
    return Pick(later[0].id, "who.hit", place_of(slot, later[0]))


def _cues(slot: Slot, last: Slot) -> Iterable[int]:
    """The nouns and verbs between two amounts of a sentence."""
    return slot.sentence.chain.find("KJ", last.link, slot.link)


def _is_beside_flow(slot: Slot, sides: Sequence[Side], reader: Reader) -> bool:
    """Does a sentence on duties that names nobody follow a flow: "It sold it 5. Duties are 9 percent"?"""
    last = next(reversed(reader.done), None)
    if sides or last is None or last.sentence.block is not slot.sentence.block or slot.kind_cue is None:
        return False
    words = slot.sentence.chain.words(slot.kind_cue).split(" ") if reader.lexicon is not None else ()
    told = (reader.lexicon.word(word) for word in words if reader.lexicon is not None)
    return not any(str(entry.value).startswith("exports") for entry in told if entry is not None)


def _is_on_others(slot: Slot, reader: Reader) -> bool:
    """Is a duty one on other goods than those of the country hit before, told in a paragraph of its own?"""
    imposer, hit = reader.duty
    told = [each for each in reader.done if each.kind == "tariff" and reader.done[each] == (imposer, hit)]
    return hit != reader.topic.partner and bool(told) and all(_is_apart(slot, each) for each in told)


def _is_apart(slot: Slot, told: Slot) -> bool:
    """Is a figure of other goods than one told before, in another paragraph?"""
    product, before = slot.draft.get("product"), told.draft.get("product")
    if product is None or before is None or slot.draft.reasons["product"].rule != "product.word":
        return False
    return product != before and told.sentence.block is not slot.sentence.block


def note_duty(imposer: str, hit: str | None, reader: Reader) -> None:
    """Remember a tariff, and who began with tariffs that others only answer."""
    reader.duty = (imposer, hit)
    if imposer not in (reader.imposer, *reader.struck):
        reader.imposer, reader.struck = imposer, set()
    if imposer == reader.imposer:
        reader.struck.add(hit)


def _taxed_at(slot: Slot, sides: Sequence[Side]) -> tuple[Pick, Pick] | None:
    """Who taxes and whose goods, the rate between them: "Brazilian steel is taxed at 50 % in Peru"."""
    states = [s for s in sides if s.nature == "state" and not s.vague and slot.first <= s.link < slot.last]
    goods = next((s for s in states if s.link < slot.link and s.via == "goods"), None)
    there = next((s for s in states if s.link > slot.link and s.via in ("to", "in")), None)
    if goods is None or there is None or goods.id == there.id:
        return None
    if set(slot.sentence.chain.tags[slot.link + 1 : there.link]) - set("tn_"):
        return None
    return Pick(there.id, "who.in", place_of(slot, there)), Pick(goods.id, "who.goods", place_of(slot, goods))


def _of_agreement(
    slot: Slot, sides: Sequence[Side], reporter: Pick | None, reader: Reader
) -> tuple[Pick, Pick] | None:
    """The other side of an agreement, which taxes what the text's country sells: "it scrapped a duty"."""
    seller, chain = reader.topic.country, slot.sentence.chain
    if not any(str(chain.values[i]).startswith("free_trade") for i in chain.find("D")):
        return None
    named = {side.id for side in sides if side.nature == "state" and not side.vague}
    if len(named) != 2 or seller not in named or (reporter is not None and reporter.rule == "who.own"):
        return None
    sold = any(each.kind == "exports" and who[0] == seller for each, who in reader.done.items())
    bought = any(each.kind == "imports" and who[0] == seller for each, who in reader.done.items())
    if not sold or bought:
        return None
    buyer = next(each for each in named if each != seller)
    return Pick(buyer, "who.agreement"), Pick(seller, "who.agreement")


def _of_flow(slot: Slot, reader: Reader) -> tuple[Pick | None, Pick | None]:
    """Who takes the goods told last, and whose they are: "96 percent of exports to Peru; cars pay 5"."""
    flows = [each for each in islice(reversed(reader.done), _TOLD) if each.kind in MIRROR]
    last = next((each for each in flows if each.form != "share"), next(iter(flows), None))
    if last is None or None in reader.done[last] or (last.kind == "imports" and _is_apart(slot, last)):
        return None, None
    owner, other = reader.done[last]
    imposer, hit = (other, owner) if last.kind == "exports" else (owner, other)
    return Pick(imposer, "who.duty", last.span), Pick(hit, "who.duty", last.span)


def _home(partner: Pick, reader: Reader) -> str | None:
    """The country of a company that pays: its own, else the one that the sentence says makers are from."""
    chain = reader.chains[reader.number]
    told = (
        str(chain.values[i])
        for i in chain.find("Aa")
        if is_at_maker(chain, i) or _MAKER.match(chain.tags, i + 1)
    )
    return reader.homes.get(partner.id or "") or next(told, None)


def _importers(slot: Slot, sides: Sequence[Side]) -> tuple[Pick, Pick] | None:
    """The country whose importers pay, and that of the goods: "US buyers pay 19 percent on Swiss watches"."""
    near = [s for s in sides if slot.first <= s.link < slot.last and s.nature == "state" and not s.vague]
    payer = next((s for s in near if s.link < slot.link and s.via in _PAYERS), None)
    taxed = next((s for s in near if s.link > slot.link and s.via in _TAXED), None)
    if payer is None or taxed is None or payer.id == taxed.id:
        return None
    imposer = Pick(payer.id, "who.importers", place_of(slot, payer))
    return imposer, Pick(taxed.id, "who.goods", place_of(slot, taxed))


def taxed_goods(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """The sides of goods of which nothing tells which way they went: who taxes those of whom imports them."""
    imposer, hit = reader.duty
    if (counted := goods_taxed(slot, sides, reader)) is not None:
        return counted
    if slot.kind != "imports" or not slot.guessed or imposer is None or hit is None:
        return None
    return None if _names_other(sides, reader.duty) else (Pick(imposer, "who.duty"), Pick(hit, "who.duty"))


def goes_on(slot: Slot, sides: Sequence[Side], reader: Reader) -> tuple[Pick, Pick] | None:
    """The sides of the tariff before in the sentence, where nobody is named since: "cars pay 9, wines 5"."""
    last = next(reversed(reader.done), None)
    if last is None or last.sentence is not slot.sentence or last.kind != "tariff":
        return None
    end = chunk_of(slot)[1]
    if any(last.link < side.link < end and not side.vague and side.via != "say" for side in sides):
        return None
    reporter, partner = reader.done[last]
    return Pick(reporter, "who.duty", last.span), Pick(partner, "who.duty", last.span)


def _imposer(partner: Pick, imposer: str | None, reader: Reader) -> Pick | None:
    """Who imposes the tariff on a country: who did before, else who acts where tariffs were spoken of."""
    if imposer not in (None, partner.id):
        return Pick(imposer, "who.duty")
    for number in range(reader.number, max(reader.number - _BACK, -1), -1):
        told = any(
            str(reader.chains[number].values[i]).startswith("tariff")
            for i in reader.chains[number].find("KJ")
        )
        if not told and partner.id != reader.topic.country:
            continue
        here = [side for side in reader.sides[number] if side.nature == "state" and not side.vague]
        runs: dict[int, list[str]] = {}
        for side in here:
            runs.setdefault(side.run, []).extend(side.ids)
        for side in here:
            others = [id for id in runs[side.run] if id != partner.id]
            chain = reader.chains[number]
            made = number == reader.number and is_at_maker(chain, side.link, wide=True)
            if made or is_burdened(chain, side):
                continue
            if side.via in _ACTING and len(others) == 1 and side.id == others[0]:
                return Pick(side.id, "who.other")
    return None


def _names_other(sides: Sequence[Side], known: tuple[str | None, ...]) -> bool:
    return any(
        side.nature == "state" and not side.vague and side.via != "say" and side.id not in known
        for side in sides
    )
