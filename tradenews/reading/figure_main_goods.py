"""The goods that a whole article is about, and the figures that are of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.figure import Product
from tradenews.models.span import Span
from tradenews.reading.figure_counted import GOODS_FLOWS
from tradenews.reading.figure_lasting import BULK
from tradenews.reading.figure_product import (
    OF_ONE,
    PRICED,
    compound_part,
    hs_code,
    is_adjective,
    left_out,
    refers,
)
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

TOTAL: Final = "product.total"  # of all goods, as its words say
_OFTEN, _TWICE = 3, 2
_FIRST = 3
_BEGINS = 12  # characters of a title


def main_product(sentences: Iterable[Sentence], lexicon: Lexicon) -> tuple[Product, Span, bool] | None:
    """What an article is about: the product of its first lines if it comes again, else the most frequent.

    Where it names none, the "goods" or "services" of its first lines. With its place, and whether the article
    is of this product alone: named at the start, and half of all products named.
    """
    seen: Counter[str] = Counter()
    general: tuple[Product, Span, bool] | None = None
    early = 0
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
            names[product.hs][name] += 1
            places.setdefault((product.hs, name), (product, span))
        seen.update(here)
    if not seen:
        return general
    order = list(names)
    value, often = seen.most_common(1)[0]
    total = sum(seen.values())
    headed = len(heading) == 1 and seen[order[0]] >= _TWICE
    if headed or seen[order[0]] >= max(_TWICE, often // 2):
        value = order[0]
    elif often < _OFTEN:
        return general
    kindred = sum(often for code, often in seen.items() if code.startswith(value))
    rivals = max((often for code, often in seen.items() if not code.startswith(value)), default=0)
    if 3 * kindred < total and rivals * 2 > kindred:
        return general
    begins = headed and heading[value] and 2 * rivals <= kindred
    alone = (5 * kindred >= 2 * total or begins) and value in order[:early]
    return *places[value, _fullest(names[value])], alone


def _fullest(names: Counter[str]) -> str:
    """The first of several names of one product that is as frequent as the others, as fully as it is written.

    "Coffee", where the text goes on to robusta and arabica; "Robusta coffee" where "Robusta" comes first.
    """
    most = max(names.values())
    often = [name for name, count in names.items() if 2 * count > most]
    return max((name for name in often if often[0] in name), key=len)


def _products(chain: Chain, lexicon: Lexicon) -> Iterator[tuple[Product, Span]]:
    """The goods that a sentence names, with their places; first parts of compounds too."""
    for i in chain.find("TK" if lexicon.heads else "T"):
        if is_adjective(chain.values[i]):
            continue
        word = chain.words(i)
        product = (
            Product(word, hs_code(chain.values[i])) if chain.tags[i] == "T" else compound_part(word, lexicon)
        )
        if product is not None and not left_out(chain, i):
            start = chain.starts[i]
            yield product, Span(start, start + len(product.name))


def fill_topic(slot: Slot, main: tuple[Product, Span, bool] | None, lexicon: Lexicon) -> None:
    """The product of the whole article where nothing nearer names one, or only "the product"."""
    told = slot.draft.reasons.get("product")
    if main is None or (told is not None and told.rule == TOTAL and main[0].hs is not None):
        return
    product, dimension = slot.draft.get("product"), slot.quantity.amount.dimension
    if product is not None and not (main[2] and refers(product, lexicon)):
        return
    goods = slot.kind in GOODS_FLOWS and dimension not in ("money", "ratio")
    sown = main[2] and (dimension == "area" or (slot.kind == "sales" and not _names_firm(slot)))
    sown = sown or (main[2] and slot.kind == "other" and dimension in BULK)
    kinds = OF_ONE | {"trade"} if main[2] or main[0].hs is None else PRICED
    if goods or product is not None or sown or slot.kind in kinds:
        slot.draft.set("product", main[0], "product.topic", main[1])


def _names_firm(slot: Slot) -> bool:
    """Does a sentence name a company?"""
    chain = slot.sentence.chain
    return any(chain.values[i].kind == "company" for i in chain.find("@"))
