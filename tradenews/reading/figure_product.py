"""The goods or services that a figure is of."""

from __future__ import annotations

from typing import Final

from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.figure import Product
from tradenews.models.span import Span
from tradenews.reading.clauses import Layout
from tradenews.reading.figure_counted import counts_goods, is_packed
from tradenews.reading.figure_goods import counted_goods, of_kind, told_goods
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

THINGS: Final = frozenset({"vehicle", "head", "ship"})
KINDS: Final = frozenset(
    {"exports", "imports", "trade", "production", "consumption", "sales", "price", "tariff", "balance"}
)
PRICED: Final = frozenset({"price", "tariff", "production", "consumption"})
OF_ONE: Final = PRICED | {"exports", "imports", "balance"}
DEALS: Final = frozenset({"deal_value", "count", "investment"})
_WORKS: Final = frozenset({"deal_value", "investment", "finance"})
_CARRIERS: Final = frozenset({"8601", "8603", "8609", "8701", "8702", "8704", "8802", "8901"})
_PACKS: Final = frozenset({"bag", "bale"})
_BY: Final = "y"
_WORDS, _NEAR = 3, 4
_SKIP = '_"oaAlWe-bkψ¤@λX'
_TOWARDS = _SKIP + "zn"
_JOIN = ",&"
_TOLD_OTHERWISE = "øIaH"  # words for companies and the like that are adjectives of goods, too
_OF_GOODS = "~"  # before the code of an adjective
_LABEL = "Wl_oZ&"
_MIN_PART = 3
_MIN_WORD = 7
_REACH = 7


def is_goods(layout: Layout, link: int) -> bool:
    """Does a link name goods, by themselves or as a thing that is counted?"""
    tag, value = layout.chain.tags[link], layout.chain.values[link]
    return (tag == "T" or (tag == "H" and value in THINGS)) and not left_out(layout.chain, link)


def left_out(chain: Chain, link: int) -> bool:
    """Does an "excluding" or "without" stand before goods, or "by" before what others go by: "by lorry"?"""
    if chain.values[link] in _CARRIERS and chain.tags[max(link - 1, 0)] in _BY:
        return True
    i = link - 1
    while i > 0 and chain.tags[i] in "_o":
        i -= 1
    return i >= 0 and chain.values[i] in ("except", "without")


def product_near(slot: Slot, layout: Layout, lexicon: Lexicon) -> tuple[Product, Span] | None:
    """The product of an amount whose kind says nothing of trade: goods of its own clause that have a code."""
    found = _within(slot, lexicon) or _in_clause(slot, layout)
    return found if found is not None and found[0].hs is not None else None


def read_product(slot: Slot, layout: Layout, lexicon: Lexicon) -> tuple[Product, Span] | None:
    """The product at the amount, at the word that gave its kind, or in its clause, with its place."""
    chain = layout.chain
    if slot.form == "share" and slot.link and chain.tags[slot.link - 1] == "T":
        return named(layout, slot.link - 1)
    if slot.form == "share" and (subject := _subject(slot, layout)) is not None:
        return named(layout, subject)
    if (inner := _within(slot, lexicon) or _freight(slot, lexicon)) is not None:
        return inner
    if slot.kind == "trade" and (box := _boxes(slot, layout)) is not None:
        return box
    near = slot.link + 1
    towards = _TOWARDS + ("t" if slot.kind == "tariff" else "")  # "5% a la uva y 15% a la pasta de cacao"
    while near < len(chain) and chain.tags[near] in towards and near - slot.link < _REACH:
        near += 1
    if near < len(chain) and is_goods(layout, near):
        return named(layout, near)
    if slot.link and chain.tags[slot.link - 1] == "T":
        return named(layout, slot.link - 1)
    clause = layout.clause(slot.link)
    if clause.host is not None and clause.first and is_goods(layout, clause.first - 1):
        return named(layout, clause.first - 1)
    if (told := _label(slot, layout) or told_goods(slot, layout, lexicon)) is not None:
        return told
    if (between := _nearer(slot, layout)) is not None:
        return named(layout, between)
    if slot.kind_cue is not None and (found := _at_cue(slot.kind_cue, layout, lexicon)) is not None:
        return found
    counted = slot.quantity.counted
    if counted and (len(counted) == 1 or _is_piece(counted, lexicon)):
        counted = None  # 辆 and 台 only tell that vehicles or machines are counted, and so do "units"
    if (
        counted
        and not is_packed(slot, lexicon)
        and (slot.kind != "count" or counts_goods(slot, lexicon) or counted_goods(slot, layout, lexicon))
    ):
        return Product(counted, None), slot.span
    known = (
        in_word(slot, layout, lexicon)
        or _in_clause(slot, layout)
        or _built(slot, layout, lexicon)
        or _in_sentence(slot, layout)
    )
    return known or of_kind(slot, layout, lexicon)


def _is_piece(counted: str, lexicon: Lexicon) -> bool:
    """Does a noun count goods of any kind: "500 units"?"""
    entry = lexicon.word(counted.rpartition(" ")[2])
    return entry is not None and entry.value == "unit"


def in_word(slot: Slot, layout: Layout, lexicon: Lexicon) -> tuple[Product, Span] | None:
    """The goods in general that a word for trade is of: "goederenhandel", "Warenhandel", 货物贸易."""
    cue, chain = slot.kind_cue, layout.chain
    if cue is None:
        return None
    word = chain.words(cue)
    if not lexicon.heads and word[0] < UNSPACED:
        return None
    cut = next((i for i in range(len(word) - 1, 1, -1) if _is_general(word[:i], lexicon)), 0)
    start = chain.starts[cue]
    return (Product(word[:cut], None), Span(start, start + cut)) if cut else None


def _is_general(word: str, lexicon: Lexicon) -> bool:
    return any(entry.tag == "T" and entry.value == "goods" for entry in lexicon.entries.get(fold(word), ()))


def _built(slot: Slot, layout: Layout, lexicon: Lexicon) -> tuple[Product, Span] | None:
    """What money is paid or invested for, by an article for what is new: "38 million for a hatchery"."""
    chain, new = layout.chain, lexicon.facts.get("indefinite", "").split()
    if slot.kind not in _WORKS or slot.quantity.amount.dimension != "money":
        return None
    works = [i for i in layout.links(slot.link, "D") if chain.values[i] == "investment?"]
    if works:
        i = min(works, key=lambda each: abs(each - slot.link))
        first, _, rest = chain.words(i).partition(" ")
        entry = lexicon.word(first)
        name = rest if rest and (entry is None or entry.tag == "_") else chain.words(i)
        return Product(name, None), Span(chain.ends[i] - len(name), chain.ends[i])
    for i in chain.find("_", max(slot.link - _REACH, 0), slot.link + _REACH):
        if chain.words(i).lower() not in new or layout.tag(layout.before(i)) not in tuple("znoytD"):
            continue
        leads = "D" in chain.tags[max(i - _NEAR, 0) : i]
        if i > slot.link:
            leads = not chain.tags[slot.link + 1 : i].strip("lmznoytbYV_") and i - slot.link <= _NEAR + 2
        last = i + 1
        while leads and last < len(chain) and chain.tags[last] in "alWH" and last - i <= _WORDS:
            last += 1
        if last > i + 1 and layout.tag(last) not in tuple("DKFVJ@'"):
            return Product(chain.words(i + 1, last), None), Span(chain.starts[i + 1], chain.ends[last - 1])
    return None


def _within(slot: Slot, lexicon: Lexicon) -> tuple[Product, Span] | None:
    """Goods within the amount itself: "5 million barrels a day of crude"."""
    dimension = slot.quantity.amount.dimension
    if dimension == "ratio" or (dimension == "money" and not slot.quantity.counted):
        return None
    return goods_within(slot.sentence.chain, slot.link, lexicon)


def goods_within(chain: Chain, link: int, lexicon: Lexicon) -> tuple[Product, Span] | None:
    """Goods at the end of the words of a link: "5 million bags of coffee"."""
    words = chain.words(link).split(" ")
    for count in (3, 2, 1):
        word = " ".join(words[-count:])
        entry = lexicon.word(word)
        if len(words) > count and entry is not None and entry.tag == "T":
            end = chain.ends[link]
            return Product(word, hs_code(entry.value)), Span(end - len(word), end)
    return None


def _freight(slot: Slot, lexicon: Lexicon) -> tuple[Product, Span] | None:
    """What is paid for the way of goods, not for them: "the freight rose to 5,000 dollars"."""
    chain, cue = slot.sentence.chain, slot.kind_cue
    if cue is None or slot.kind != "price" or chain.tags[cue] != "K":
        return None
    word = chain.words(cue)
    told = fold(word) in lexicon.lines["name_words"].get("freights", ())
    return (Product(word, None), Span(chain.starts[cue], chain.ends[cue])) if told else None


def _boxes(slot: Slot, layout: Layout) -> tuple[Product, Span] | None:
    """What a port handles: "container throughput", for figures of the trade that goes through it."""
    chain = layout.chain
    found = [i for i in chain.find("H", 0, slot.link) if chain.values[i] == "shipment"]
    near = [i for i in found if layout.owner[i] == layout.owner[slot.link]]
    if near or (found and slot.quantity.amount.dimension == "container"):
        i = (near or found)[-1]
        return Product(chain.words(i), None), Span(chain.starts[i], chain.ends[i])
    return None


def _label(slot: Slot, layout: Layout) -> tuple[Product, Span] | None:
    """What stands before the colon of a list item: "Gouda: 9,000 tonnes"."""
    chain = layout.chain
    end = chain.tags.find(":", 0, slot.link)
    dashed = chain.tags.startswith("-")
    if end < 1 or end > _REACH or not (dashed or slot.sentence.block.kind == "list_item"):
        return None
    tags = chain.tags[dashed:end]
    if "W" not in tags or tags.strip(_LABEL):
        return None
    start, stop = chain.starts[int(dashed)], chain.ends[end - 1]
    return Product(chain.text[start:stop], None), Span(start, stop)


def _subject(slot: Slot, layout: Layout) -> int | None:
    """The goods that make up a share: "wine accounts for 20 percent of food exports, tea for 8"."""
    last = layout.chain.tags.rfind("Q", 0, slot.link)
    own = [i for i in layout.chain.find("T", last + 1, slot.link) if is_goods(layout, i)] if last >= 0 else []
    if own and layout.owner[own[-1]] == layout.owner[slot.link]:
        return own[-1]
    verb = max((i for i in layout.links(slot.link, "F") if i < slot.link), default=0)
    before = [i for i in layout.links(slot.link, "TH") if i < verb and is_goods(layout, i)]
    return before[-1] if before else None


def _nearer(slot: Slot, layout: Layout) -> int | None:
    """A product right before the amount, nearer than the word that gave its kind: "those of leather at 5"."""
    if slot.kind_cue is None:
        return None
    first = max(slot.kind_cue + _REACH, slot.link - _REACH)
    found = [i for i in range(first, slot.link) if layout.chain.tags[i] == "T" and is_goods(layout, i)]
    return found[-1] if found and layout.owner[found[-1]] == layout.owner[slot.link] else None


def _at_cue(cue: int, layout: Layout, lexicon: Lexicon) -> tuple[Product, Span] | None:
    """ "Soybean imports", "imports of soybeans", "Sojaimporte"."""
    chain = layout.chain
    if cue and is_goods(layout, cue - 1):
        return named(layout, cue - 1)
    if cue and chain.tags[cue - 1] == "W" and (code := _named_alike(chain.words(cue - 1), lexicon)):
        return Product(chain.words(cue - 1), hs_code(code)), Span(chain.starts[cue - 1], chain.ends[cue - 1])
    after = layout.after(cue, _TOWARDS)
    if after >= 0 and after - cue < _REACH and is_goods(layout, after):
        return named(layout, after)
    if (inner := _inner_goods(chain, cue, lexicon)) is not None:
        return inner
    for beside in (cue - 1, cue + 1):
        if 0 <= beside < len(chain) and chain.tags[beside] in _TOLD_OTHERWISE:
            word, code = chain.words(beside), lexicon.also(chain.words(beside), "T")
            if code is not None:
                return Product(word, hs_code(code.lstrip(_OF_GOODS))), Span(
                    chain.starts[beside], chain.ends[beside]
                )
    part = compound_part(chain.words(cue), lexicon)
    if part is None:
        return None
    start = chain.starts[cue]
    return part, Span(start, start + len(part.name))


def _inner_goods(chain: Chain, cue: int, lexicon: Lexicon) -> tuple[Product, Span] | None:
    """The goods within a phrase: "the oil price"; in scripts without blanks those with which it begins."""
    phrase, start = chain.words(cue), chain.starts[cue]
    if " " in phrase:
        for word in phrase.split(" "):
            entry = lexicon.word(word)
            if entry is not None and entry.tag == "T":
                at = start + phrase.index(word)
                return Product(word, hs_code(entry.value)), Span(at, at + len(word))
    elif len(phrase) > 2 and not phrase[0].isascii() and phrase[0].isalpha() and not phrase.isupper():
        for cut in range(len(phrase) - 1, 1, -1):
            entry = lexicon.word(phrase[:cut])
            if entry is not None and entry.tag == "T":
                return Product(phrase[:cut], hs_code(entry.value)), Span(start, start + cut)
    return None


def _named_alike(word: str, lexicon: Lexicon) -> str | None:
    """The code of goods that a capital makes look like a name: "Tea exports" at the start of a sentence."""
    readings = lexicon.entries.get(fold(word), ())
    return next((str(entry.value) for entry in readings if entry.tag == "T"), None)


def compound_part(word: str, lexicon: Lexicon) -> Product | None:
    """The goods that a compound begins with: "Käseausfuhren" is of "Käse"."""
    if not lexicon.heads or len(word) < _MIN_WORD or not word.isalpha():
        return None
    folded = fold(word)
    if folded in lexicon.entries:
        return None
    loose: Product | None = None
    for cut in range(len(word) - _MIN_PART, _MIN_PART - 2, -1):
        for entry in lexicon.entries.get(folded[:cut], ()):
            if entry.tag != "T":
                continue
            part = Product(word[:cut], hs_code(entry.value))
            rest = folded[cut:]
            if rest in lexicon.heads or rest[1:] in lexicon.heads:
                return part
            loose = loose or (part if cut >= _MIN_PART else None)
    return loose


def _in_clause(slot: Slot, layout: Layout) -> tuple[Product, Span] | None:
    """The nearest product of the clause; one before the amount first, "goods" of all kinds last."""
    tags = layout.chain.tags
    found = [
        i
        for i in layout.links(slot.link, "TH")
        if is_goods(layout, i)
        and not is_adjective(layout.chain.values[i])
        and not only_carries(slot, layout.chain.values[i])
        and (i < slot.link or not _is_of_next(tags, slot.link, i))
    ]
    if not found:
        return None
    values = layout.chain.values
    return named(
        layout, min(found, key=lambda i: (hs_code(values[i]) is None, i > slot.link, abs(i - slot.link)))
    )


def _is_of_next(tags: str, amount: int, goods: int) -> bool:
    """Are goods behind an amount those of the next: "of wine rose 5 percent and those of tea 8"?"""
    between = tags[amount + 1 : goods]
    return bool(set(between) & set(",Q")) or ("&" in between and "Q" in tags[goods:])


def _in_sentence(slot: Slot, layout: Layout) -> tuple[Product, Span] | None:
    """The last product that the sentence names before the amount."""
    found = last_product(layout.chain, slot.link)
    if found is None or only_carries(slot, layout.chain.values[found]):
        return None
    return named(layout, found)


def only_carries(slot: Slot, code: object) -> bool:
    """Do ships, lorries or trains only carry what is weighed: "the ships took away 5,000 tons"?"""
    amount = slot.quantity.amount
    return code in _CARRIERS and (amount.dimension in ("mass", "volume") or amount.unit in _PACKS)


def only_moves(code: object) -> bool:
    """Are goods ships, lorries or trains, which move others: "the sugar boat"?"""
    return code in _CARRIERS


def last_product(chain: Chain, before: int | None = None) -> int | None:
    """The last link that names goods of a heading of their own."""
    found = [i for i in chain.find("T", 0, before) if hs_code(chain.values[i]) and not left_out(chain, i)]
    return found[-1] if found else None


def named(layout: Layout, link: int) -> tuple[Product, Span]:
    """The product at a link, with those joined to it ("wine and cheese"), and its place."""
    chain = layout.chain
    first = last = link
    while last + 2 < len(chain) and chain.tags[last + 1] in _JOIN and chain.tags[last + 2] == "T":
        last += 2
    while first >= 2 and chain.tags[first - 1] == "&" and chain.tags[first - 2] == "T":
        first -= 2
    if first == last == link and chain.tags[link + 1 : link + 2] == "T" and chain.tags[link] == "T":
        last += 1
    code = hs_code(str(chain.values[link]).lstrip(_OF_GOODS)) if chain.tags[link] == "T" else None
    if code is None and first == link and first and chain.tags[first - 1] == "T":
        first, code = first - 1, hs_code(chain.values[first - 1])
    return Product(chain.words(first, last + 1), code), Span(chain.starts[first], chain.ends[last])


def hs_code(value: object) -> str | None:
    """The code of a product word: digits only; other values are groups without a code."""
    return value if isinstance(value, str) and value.isdigit() else None


def is_adjective(value: object) -> bool:
    """Is a word only the adjective of goods: "petrolero", which tells of them beside a flow alone?"""
    return isinstance(value, str) and value.startswith(_OF_GOODS)


def refers(product: Product, lexicon: Lexicon) -> bool:
    """Does a product word only stand for the goods spoken of: "the product", "die Ware"?"""
    entry = lexicon.word(product.name)
    return entry is not None and entry.value == "product"
