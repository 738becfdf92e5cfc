"""Amounts in their sentences to figures."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final

from attrs import define, evolve

from tradenews.grammar.context import Context
from tradenews.grammar.values import Quantity
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.actor import Actor
from tradenews.models.amount import Amount
from tradenews.models.figure import Product, TradeFigure
from tradenews.models.span import Span
from tradenews.reading.clauses import Layout, read_layout
from tradenews.reading.confidence import figure_confidence
from tradenews.reading.draft import Draft
from tradenews.reading.figure_boxes import fill_boxes
from tradenews.reading.figure_buyers import told_by
from tradenews.reading.figure_causes import without_causes
from tradenews.reading.figure_circumstances import without_circumstances
from tradenews.reading.figure_contracts import mark_changes, mark_prices, pit_of
from tradenews.reading.figure_counted import (
    counts_any,
    counts_deals,
    counts_packs,
    counts_wares,
    is_packed,
)
from tradenews.reading.figure_cues import (
    ENDS,
    MIRROR,
    KindCue,
    Topic,
    end_named,
    is_index_word,
    read_cue,
    read_cues,
    read_topic,
)
from tradenews.reading.figure_demand import goes_with, mark_demand
from tradenews.reading.figure_each import carry_rates
from tradenews.reading.figure_economy import is_of_economy
from tradenews.reading.figure_firms import firm_sentences
from tradenews.reading.figure_form import decide_form
from tradenews.reading.figure_guests import counts_guests, mark_guests
from tradenews.reading.figure_hints import stated
from tradenews.reading.figure_hubs import find_hubs
from tradenews.reading.figure_inward import is_inward, is_outward
from tradenews.reading.figure_kind import decide_kind, is_turned
from tradenews.reading.figure_labels import head_below, is_label
from tradenews.reading.figure_lines import parts_of_duties
from tradenews.reading.figure_lists import pair_lists
from tradenews.reading.figure_main_goods import fill_topic, main_product, told_last, without_firms
from tradenews.reading.figure_market import mark_ends, parts_of
from tradenews.reading.figure_modality import read_modality, read_modes
from tradenews.reading.figure_movement import read_movements
from tradenews.reading.figure_openers import opened_with, side_named
from tradenews.reading.figure_outlets import mark_outlets
from tradenews.reading.figure_persons import give_persons
from tradenews.reading.figure_posts import lost_posts
from tradenews.reading.figure_product import last_product
from tradenews.reading.figure_role import read_role
from tradenews.reading.figure_selling import mark_ordered, mark_sold
from tradenews.reading.figure_tense import told_by_time
from tradenews.reading.figure_titled import give_titled
from tradenews.reading.figure_trades import opens_with_trade
from tradenews.reading.figure_twins import share_twins
from tradenews.reading.figure_two_firms import mark_between
from tradenews.reading.figure_view import View
from tradenews.reading.figure_wares import fill_product
from tradenews.reading.figure_when import assign_when
from tradenews.reading.figure_who import assign_who
from tradenews.reading.metadata import Metadata
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot
from tradenews.reading.stories import stories_of
from tradenews.reading.tabled import Column
from tradenews.scan.chain import Chain


def read_figures(
    sentences: list[Sentence], actors: tuple[Actor, ...], context: Context, metadata: Metadata
) -> list[Draft]:
    """One draft of a :class:`TradeFigure` for each amount that is one, in text order."""
    named = [read_cues(sentence.chain, context.lexicon) for sentence in sentences]
    told = firm_sentences(sentences, actors)
    hubs = find_hubs(sentences, actors, context.lexicon)
    topics = _topics(sentences, named, told, context.lexicon, port=bool(hubs))
    slots: list[Slot] = []
    previous: Sentence | None = None
    label = head = None
    last: Found = None
    for sentence, cues in zip(sentences, named, strict=True):
        head = head_below(sentence, cues, head)
        if "Q" in sentence.chain.tags:
            firms = sentence.number in told
            silent = _silent(sentence, previous)
            page = Page(topics[sentence.number], context.lexicon, cues, silent, firms, label, head, last)
            _read_sentence(sentence, slots, page)
            label = None
        else:
            label = cues[-1] if cues and is_label(sentence, cues[-1]) else None
        previous, last = sentence, _spoken_of(sentence.chain) or last
    main = main_product(sentences, context.lexicon)
    for number, slot in enumerate(slots, 1):
        fill_topic(slot, main, context.lexicon)
        slot.draft.set("id", f"f{number}", "order")
    pit = pit_of(sentences, context.lexicon.lines["directions"])
    mark_prices(slots, pit)
    fill_boxes(slots, sentences, context.lexicon)
    mark_guests(slots)
    assign_who(slots, sentences, actors, context, metadata, hubs)
    give_persons(slots, sentences, actors, context.lexicon)
    give_titled(slots, sentences, actors)
    without_firms(slots, frozenset(actor.id for actor in actors if actor.kind == "company"))
    mark_sold(slots, actors, context.lexicon)
    assign_when(slots, sentences, context, metadata)
    mark_ordered(slots, actors, context.lexicon)
    mark_between(slots, actors)
    share_twins(slots)
    mark_changes(slots, pit)
    carry_rates(slots, pit)
    for before, slot in zip([None, *slots], slots, strict=False):
        if (mode := told_by_time(slot, before, context.reference)) is not None:
            slot.draft.set("modality", *mode, slot.draft.reasons["period"].span)
        slot.draft.set("confidence", figure_confidence(slot.draft), "evidence")
    return [slot.draft for slot in slots]


def _topics(
    sentences: Sequence[Sentence],
    named: Sequence[list[KindCue]],
    told: AbstractSet[int],
    lexicon: Lexicon,
    *,
    port: bool,
) -> dict[int, Topic]:
    """What the story is about that each sentence is of; ``told`` are those that tell of companies."""
    topics: dict[int, Topic] = {}
    for begin, end in pairwise([0, *stories_of(sentences), len(sentences)]):
        story, cues = sentences[begin:end], named[begin:end]
        numbers = {sentence.number for sentence in story}
        topic = read_topic(cues, national=told.isdisjoint(numbers), port=port)
        first = next((cue for each in cues for cue in each), None)
        sold = first is not None and (first.kind == "sales" or (first.kind == "exports" and first.weak))
        trade = sold and told.isdisjoint(numbers) and opens_with_trade(story, lexicon)
        topics.update(dict.fromkeys(numbers, evolve(topic, trade=trade)))
    return topics


Found = tuple[Product, Span] | None


def _values_deals(sentence: Sentence, earlier: list[Slot], lexicon: Lexicon) -> bool:
    """Does a sentence only tell the worth of the agreements counted in the one before: "They are worth 5"?"""
    last = earlier[-1] if earlier else None
    if last is None or last.sentence.block is not sentence.block or not counts_deals(last, lexicon):
        return False
    return last.sentence.number + 1 == sentence.number and not set(sentence.chain.tags) & set("KJTD")


def _silent(sentence: Sentence, previous: Sentence | None) -> Chain | None:
    """The sentence before in the same paragraph, where it has no amounts of its own."""
    if previous is None or previous.block is not sentence.block or "Q" in previous.chain.tags:
        return None
    return previous.chain


def _spoken_of(chain: Chain | None) -> Found:
    """The goods of the sentence before: "Its exports ..."."""
    found = None if chain is None else last_product(chain)
    if chain is None or found is None:
        return None
    return Product(chain.words(found), str(chain.values[found])), Span(chain.starts[found], chain.ends[found])


def _flow_of(chain: Chain | None, *, meant: bool = False) -> KindCue | None:
    """The flow that the sentence before opens with, or the only kind of money that it names: "a loan. The 5".

    Also the only kind at all that is ``meant`` by a pronoun: "They aim to double trade. It reached 15".
    """
    if chain is None:
        return None
    named = [cue for i in chain.find("KJD") if (cue := read_cue(chain, i)) is not None]
    duties = [cue for cue in named if chain.tags[cue.link] == "K"]
    named = duties if {cue.kind for cue in duties} == {"tariff"} else named
    kinds = {cue.kind for cue in named}
    if len(kinds) == 1 and (kinds <= _PAID or meant or is_index_word(chain, named[0].link)):
        return named[0]
    first = next((cue for cue in named if chain.tags[cue.link] != "D"), None)
    opens = first is not None and first.link < _OPENS and chain.tags[first.link] == "K"
    return first if first is not None and opens and not first.weak and first.kind in _OF_STATES else None


def _opens_with_pronoun(chain: Chain, lexicon: Lexicon) -> bool:
    """Does a sentence begin with "it" or "they"?"""
    return fold(chain.words(0)) in lexicon.lines["name_words"].get("pronouns", ())


@define(eq=False)
class Page:
    """What a sentence is read with: the article's topic, the lexicon, the words that name kinds in it.

    ``silent`` is the sentence before without amounts, ``label`` the line above, ``last`` the goods told last.
    """

    topic: Topic
    lexicon: Lexicon
    cues: list[KindCue]
    silent: Chain | None
    firms: bool
    label: KindCue | None = None
    head: KindCue | None = None
    last: Found = None


def _names_company(chain: Chain) -> bool:
    """Does a sentence name a company?"""
    return any(chain.values[i].kind == "company" for i in chain.find("@"))


def _told_cues(chain: Chain, page: Page) -> list[KindCue]:
    """The words of a sentence that name kinds, without those that only say why, when or free of what."""
    return without_circumstances(chain, without_causes(chain, page.cues, page.lexicon), page.lexicon)


def _read_sentence(sentence: Sentence, slots: list[Slot], page: Page) -> None:
    """Add the slots of one sentence to those before it."""
    layout, lexicon = read_layout(sentence.chain), page.lexicon
    cues = _told_cues(sentence.chain, page)
    movements = read_movements(layout, lexicon)
    spoken = _spoken_of(page.silent)
    page.firms = page.firms or _names_company(sentence.chain)
    turned = is_turned(sentence.chain) or is_turned(page.silent)
    meant = page.silent is not None and _opens_with_pronoun(sentence.chain, lexicon)
    told = _flow_of(page.silent, meant=meant)
    modes, opened = read_modes(sentence.chain, lexicon), opened_with(sentence.chain)
    side = side_named(sentence.chain)
    fresh: list[Slot] = []
    rules: list[str] = []
    for i in sentence.chain.find("Q"):
        clause = layout.clause(i)
        slot = Slot(Draft(), sentence, i, clause.first, clause.last)
        slot.role, slot.flow = read_role(layout, i, lexicon), counts_guests(slot, lexicon)
        earlier = slots[-_MEMORY:] + fresh
        goods = counts_any(slot, lexicon) or counts_packs(slot, earlier, lexicon)
        view = View(layout, cues, earlier, page.topic, goods, turned)
        view.wares = counts_wares(slot, lexicon) or (goods and is_packed(slot, lexicon))
        view.spoken = told
        view.label = None if fresh else page.label
        view.head, view.firms, view.lexicon, view.opened = page.head, page.firms, lexicon, side
        view.ends, view.sold = opened or end_named(page.silent), told_by(page.silent)
        view.dealt = counts_deals(fresh[-1], lexicon) if fresh else _values_deals(sentence, slots, lexicon)
        rules.append(decide_kind(slot, view))
        fresh.append(slot)
    pair_lists(fresh, layout, cues, rules, slots)
    mark_ends(fresh, slots, layout)
    parts = {*parts_of(fresh, layout), *parts_of_duties(fresh, lexicon)}
    mark_demand(fresh, slots, layout, lexicon)
    mark_outlets(fresh, lexicon)
    again = False
    for slot, rule in zip(fresh, rules, strict=True):
        before, rule = (slots[-1] if slots else None), (rule if slot.end is None else "kind.end")
        form_rule = decide_form(slot, layout, movements, slots)
        form_rule = stated(slot, rule) or lost_posts(slot, lexicon) or form_rule
        again = form_rule == "form.again" or (again and form_rule == "form.carried")
        if slot in parts and not again:
            slot.form, form_rule = "share", "form.end"
        if is_of_economy(slot, layout, rule, slots, lexicon):
            slot.kind, rule = "gdp", "kind.growth"
        slot.sided = side != "" and slot.kind == side
        slot.inward, slot.flow = is_inward(slot, before), slot.flow or is_outward(slot)
        if rule == "kind.carried" and slot.leader in fresh and goes_with(slot, slot.leader):
            slot.kind = slot.leader.kind
        if _is_stake(slot):
            slot.kind, rule = "other", "kind.stake"
        if (column := sentence.columns.get(slot.link)) is not None:
            rule, form_rule = _of_column(slot, column, rule, form_rule)
        if layout.clause(slot.link).host is not None and slot.role == "level":
            slot.role = "apposition"
        _fill(slot, rule, form_rule)
        _fill_modality(slot, layout, lexicon, modes)
        fill_product(slot, layout, lexicon, slots, spoken)
        if (goods_told := told_last(slot, page.last, lexicon)) is not None:
            slot.draft.set("product", goods_told[0], "product.carried", goods_told[1])
        slots.append(slot)


def _of_column(slot: Slot, column: Column, rule: str, form_rule: str) -> tuple[str, str]:
    """What the head of a column says of an amount below it, and the rules of its kind and form."""
    if column.kind in ENDS:
        slot.kind, slot.end, slot.leader = ENDS[column.kind], next(slot.sentence.chain.find("Aa"), None), None
        rule = "kind.end"
    elif column.kind:
        slot.kind, slot.firm, rule = column.kind, True, "kind.column"
    if column.form or slot.quantity.amount.dimension != "ratio":
        slot.form, slot.sign, form_rule = column.form or "level", 1, "form.column"
    return rule, form_rule


def _is_stake(slot: Slot) -> bool:
    """Is a percentage right at a word of investment what somebody owns of a company?"""
    if slot.kind != "investment" or slot.form != "share" or slot.kind_cue is None or slot.inward:
        return False
    joint = slot.sentence.chain.tags[slot.kind_cue] == "D"  # "a joint venture, of which it would have 51%"
    return joint or abs(slot.kind_cue - slot.link) <= _AT_HAND


def _fill(slot: Slot, kind_rule: str, form_rule: str) -> None:
    draft, quantity, span = slot.draft, slot.quantity, slot.span
    draft.set("span", span, "amount", span)
    amount, counted = _signed(quantity, 1 if slot.form == "share" else slot.sign), quantity.counted
    if amount.unit == _PIECE:
        amount, counted = (
            evolve(amount, unit="count"),
            slot.sentence.chain.words(slot.link).rpartition(" ")[2],
        )
    draft.set("amount", amount, "amount", span)
    cue = slot.place(slot.kind_cue)
    if cue is None and slot.leader is not None:
        cue = slot.leader.span
    draft.set("kind", slot.kind, kind_rule, cue)
    decided = slot.share_cue if slot.form == "share" else slot.movement_cue
    draft.set("form", slot.form, form_rule, slot.place(decided))
    draft.set("sentence", slot.sentence.span, "sentence")
    if counted and quantity.amount.dimension != "money":
        draft.set("counted", counted, "amount", slot.span)


def _signed(quantity: Quantity, sign: int) -> Amount:
    """The amount with the sign of a fall or a deficit; one that has a minus already keeps it."""
    amount = quantity.amount
    if sign >= 0 or amount.low < 0:
        return amount
    return Amount(-amount.high, -amount.low, amount.unit, amount.bound, amount.per, amount.scale)


def _fill_modality(slot: Slot, layout: Layout, lexicon: Lexicon, modes: list[tuple[int, str]]) -> None:
    mode, cue = read_modality(slot, layout, lexicon, modes)
    slot.draft.set("modality", mode, "default" if cue is None else "modality.word", slot.place(cue))


_OF_STATES: Final = MIRROR.keys() | {"balance", "trade"}
_PAID: Final = frozenset({"finance", "investment", "tariff"})
_PIECE: Final = "piece"  # of what is told before: "ordered 170 trailers, later 466 pieces"
_AT_HAND: Final = 3  # so many links away a word belongs to its amount
_OPENS: Final = 4  # links within which the subject of a sentence stands
_MEMORY: Final = 12  # so many figures back may one be gone on with


def as_figure(draft: Draft) -> TradeFigure:
    """The finished record."""
    return TradeFigure(**draft.values)
