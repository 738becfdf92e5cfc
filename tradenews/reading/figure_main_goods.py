"""The goods that a whole article is about, and the figures that are of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.figure import Product
from tradenews.models.span import Span
from tradenews.reading.draft import Reason
from tradenews.reading.figure_counted import GOODS_FLOWS
from tradenews.reading.figure_lasting import BULK
from tradenews.reading.figure_product import (
    OF_ONE,
    PRICED,
    compound_part,
    goods_within,
    hs_code,
    is_adjective,
    left_out,
    only_moves,
    refers,
)
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

Found = tuple[Product, Span] | None
TOTAL: Final = "product.total"  # of all goods, as its words say
_KINDRED: Final = {  # what wider words mean, beside what their heading holds
    "10": ("0901", "0907", "18"),
    "0713": ("0901", "1201", "18"),
    "0904": ("0905", "0906", "0907", "0910"),
    "81": ("26", "71", "72", "74", "75", "76", "78", "79", "80"),
    "2601": ("26",),
}
_ATTR: Final = regex("&TT")
_TOLD_BEFORE: Final = frozenset(("product.topic", "product.carried"))
_OF_ALL: Final = {  # what a country trades in all, rather than what the text is about
    ("trade", "money"), ("trade", "ratio"), ("imports", "money"), ("balance", "money"), ("balance", "ratio"),
}  # fmt: skip
_EXPORTED: Final = ("exports", "money")
_GOES_ON: Final = frozenset(("exports", "imports", "price"))
_OFTEN, _TWICE = 3, 2
_FIRST = 3
_BEGINS = 12  # characters of a title
_PART = 4  # letters of the first part of a compound, at least


def main_product(sentences: Iterable[Sentence], lexicon: Lexicon) -> tuple[Product, Span, bool] | None:
    """What an article is about: the product of its first lines if it comes again, else the most frequent.

    Where it names none, the "goods" or "services" of its first lines. With its place, and whether the article
    is of this product alone: named at the start, and half of all products named.
    """
    seen: Counter[str] = Counter()
    general: tuple[Product, Span, bool] | None = None
    early = 0
    parts: Counter[str] = Counter()  # first parts of compounds
    opening: dict[str, str] = {}  # by what name the text first tells of it
    heading: dict[str, bool] = {}  # whether the title begins with it
    names: dict[str, Counter[str]] = {}
    places: dict[tuple[str, str], tuple[Product, Span]] = {}
    for sentence in sentences:
        here: set[str] = set()
        for product, span in _products(sentence.chain, lexicon):
            if product.hs is None:
                if sentence.number < _FIRST and general is None:
                    general = product, span, False
                continue
            name = fold(product.name)
            if product.hs not in names:
                names[product.hs] = Counter()
                early += sentence.number < _FIRST
                if sentence.number == 0:
                    heading[product.hs] = span.start - sentence.span.start < _BEGINS
            here.add(product.hs)
            if sentence.number and product.hs not in opening:
                opening[product.hs] = name
            names[product.hs][name] += 1
            places.setdefault((product.hs, name), (product, span))
        seen.update(here)
        parts.update(_parts(sentence.chain, lexicon))
    if not seen:
        return general
    seen.update({code: often for code, often in parts.items() if code in seen})
    order = list(names)
    value, often = seen.most_common(1)[0]
    total = sum(seen.values())
    headed = len(heading) == 1 and sum(seen[code] for code in order if _is_told_by(code, order[0])) >= _TWICE
    if headed or seen[order[0]] >= max(_TWICE, often // 2):
        value = order[0]
    elif often < _OFTEN:
        return general
    kindred = sum(often for code, often in seen.items() if _is_kin(code, value))
    rivals = max((often for code, often in seen.items() if not _is_kin(code, value)), default=0)
    if 3 * kindred < total and rivals * 2 > kindred:
        return general
    begins = headed and heading[value] and 2 * rivals <= kindred
    alone = (5 * kindred >= 2 * total or begins) and value in order[:early]
    return *places[value, _fullest(names[value], opening.get(value, ""), titled=value in heading)], alone


def _is_kin(code: str, value: str) -> bool:
    """Is a heading within another, or that of a word that may stand for it: beans, for coffee?"""
    wider = value.startswith(code) or any(value.startswith(each) for each in _KINDRED.get(code, ()))
    return wider or code.startswith(value)


def _is_told_by(code: str, value: str) -> bool:
    """Is a heading the same, or a wider one: "meat", for beef?"""
    return value.startswith(code)


def _parts(chain: Chain, lexicon: Lexicon) -> set[str]:
    """The codes of the goods that compounds for something else begin with: "Hopfenpflanzer"."""
    if not lexicon.heads:
        return set()
    words = (chain.words(i) for i in chain.find("WlH"))
    found = (compound_part(word, lexicon) for word in words)
    return {part.hs for part in found if part is not None and part.hs and len(part.name) >= _PART}


def _fullest(names: Counter[str], opening: str, *, titled: bool) -> str:
    """The first of several names of one product that is as frequent as the others, as fully as it is written.

    "Coffee", where the text goes on to robusta and arabica; "Robusta coffee" where "Robusta" comes first, and
    "dessert bananas" where the text below a title that says "banana" opens with them; the text's
    own name where only the title has another one.
    """
    most = max(names.values())
    often = [name for name, count in names.items() if 2 * count > most]
    if " " in opening and often[0] in opening:
        return opening
    if titled and set(names) == {often[0], opening} and names[often[0]] == 1 and often[0] not in opening:
        return opening
    return max((name for name in often if name.startswith(often[0]) or often[0] in name.split(" ")), key=len)


def _products(chain: Chain, lexicon: Lexicon) -> Iterator[tuple[Product, Span]]:
    """The goods that a sentence names, with their places; first parts of compounds too."""
    for i in chain.find("QTK" if lexicon.heads else "QT"):
        if chain.tags[i] == "Q":
            inner = goods_within(chain, i, lexicon)
            if inner is not None and inner[0].name != chain.values[i].counted:
                yield inner
            continue
        if is_adjective(chain.values[i]) or _only_tells_of_next(chain, i):
            continue
        word = chain.words(i)
        product = (
            Product(word, hs_code(chain.values[i])) if chain.tags[i] == "T" else compound_part(word, lexicon)
        )
        if product is not None and not left_out(chain, i):
            start = chain.starts[i]
            yield product, Span(start, start + len(product.name))


def _only_tells_of_next(chain: Chain, i: int) -> bool:
    """Do goods only say what for the goods behind them are: "truck tires", "truck and bus tires"?"""
    last = i + 1 if chain.tags[i + 1 : i + 2] == "T" else i + 3 if _ATTR.match(chain.tags, i + 1) else i
    return last > i and not only_moves(chain.values[last])


def fill_topic(slot: Slot, main: tuple[Product, Span, bool] | None, lexicon: Lexicon) -> None:
    """The product of the whole article where nothing nearer names one, or only "the product"."""
    told = slot.draft.reasons.get("product")
    if main is None or (told is not None and told.rule == TOTAL and main[0].hs is not None):
        return
    product, dimension = slot.draft.get("product"), slot.quantity.amount.dimension
    if main[2] and told is not None and _is_of_other_paragraph(slot, told):
        slot.draft.set("product", main[0], "product.topic", main[1])
        return
    if product is not None and _is_same(product, main[0]) and told is not None and told.rule in _TOLD_BEFORE:
        slot.draft.set("product", main[0], "product.topic", main[1])  # as it is written first
        return
    if product is not None and not (main[2] and _stands_for(slot, product, main[0], lexicon)):
        return
    goods = slot.kind in GOODS_FLOWS and dimension not in ("money", "ratio")
    sown = main[2] and (dimension == "area" or (slot.kind == "sales" and not _names_firm(slot)))
    sown = sown or (main[2] and slot.kind == "other" and dimension in BULK)
    kinds = OF_ONE | {"trade"} if main[2] or main[0].hs is None else PRICED
    of_all = product is None and (slot.kind, dimension) in _OF_ALL
    of_all = of_all or (product is None and main[0].hs is None and (slot.kind, dimension) == _EXPORTED)
    if goods or product is not None or sown or (slot.kind in kinds and not of_all):
        slot.draft.set("product", main[0], "product.topic", main[1])


def _is_same(product: Product, main: Product) -> bool:
    """Are two products the same by the same name, however it is written?"""
    return product.hs == main.hs and fold(product.name) == fold(main.name)


def _is_of_other_paragraph(slot: Slot, told: Reason) -> bool:
    """Was only an earlier paragraph about the goods that a flow or price goes on with?"""
    went_on = told.rule == "product.carried" and told.span is not None and slot.kind in _GOES_ON
    return went_on and told.span is not None and told.span.start < slot.sentence.block.span.start


def without_firms(slots: Iterable[Slot], firms: frozenset[str]) -> None:
    """Take from what companies sell in all the goods that were only told before, or the text is about."""
    for slot in slots:
        reason = slot.draft.reasons.get("product")
        bulk = slot.quantity.amount.dimension in BULK
        sold = slot.kind == "sales" and slot.draft.get("reporter") in firms and not bulk
        if sold and reason is not None and reason.rule in _TOLD_BEFORE:
            slot.draft.set("product", None, TOTAL)


def _stands_for(slot: Slot, product: Product, main: Product, lexicon: Lexicon) -> bool:
    """Is a product the article's own, told by a wider word: "the product", "the fruit", "the beans"?"""
    return refers(product, lexicon) or tells_wider(slot, product, main.hs or "", lexicon)


def tells_wider(slot: Slot, product: Product, code: str, lexicon: Lexicon) -> bool:
    """Is a product with "the" before it a wider word for goods of a ``code``: "the beans", "el grano"?"""
    wide, span = product.hs or "", slot.draft.reasons["product"].span
    kin = (wide, *_KINDRED.get(wide, ()))
    if not wide or span is None or not any(code.startswith(each) for each in kin if code != wide):
        return False
    chain = slot.sentence.chain
    i = bisect_left(chain.starts, span.start)
    if not 0 < i < len(chain) or chain.starts[i] != span.start:
        return False
    while i > 1 and chain.tags[i - 1] in "Aa":  # "the US grain"
        i -= 1
    before = fold(chain.words(i - 1)).rpartition(" ")[2].rpartition("'")[2]
    return before in lexicon.lines["name_words"].get("told_articles", ())


def told_last(slot: Slot, last: Found, lexicon: Lexicon) -> Found:
    """The goods told last that "the product", or a wider word, stands for: in the sentence, else before."""
    product, chain = slot.draft.get("product"), slot.sentence.chain
    if product is None:
        return None
    if last is not None and refers(product, lexicon):
        return last
    for i in reversed(list(chain.find("T", 0, slot.link))):
        code = hs_code(chain.values[i])
        if code is not None and tells_wider(slot, product, code, lexicon):
            return Product(chain.words(i), code), Span(chain.starts[i], chain.ends[i])
    told = last is not None and tells_wider(slot, product, last[0].hs or "", lexicon)
    return last if told else None


def _names_firm(slot: Slot) -> bool:
    """Does a sentence name a company?"""
    chain = slot.sentence.chain
    return any(chain.values[i].kind == "company" for i in chain.find("@"))
