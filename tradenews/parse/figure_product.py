"""The goods or services that a figure is of."""

from __future__ import annotations

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.figure import Product
from tradenews.models.span import Span
from tradenews.parse.clauses import Layout
from tradenews.parse.slot import Slot

_SKIP = '_"oaAlWe-bkψ¤@'
_JOIN = ",&"
_MIN_PART = 3


def read_product(slot: Slot, layout: Layout, lexicon: Lexicon) -> tuple[Product, int] | None:
    """The product that stands at the amount or at the word that gave its kind, with its link."""
    chain = layout.chain
    near = slot.link + 1
    while near < len(chain) and chain.tags[near] in _SKIP and near - slot.link < 7:
        near += 1
    if near < len(chain) and chain.tags[near] == "T":
        return named(layout, near), near
    if slot.link and chain.tags[slot.link - 1] == "T":
        return named(layout, slot.link - 1), slot.link - 1
    if slot.kind_cue is not None and (found := _at_cue(slot.kind_cue, layout, lexicon)) is not None:
        return found
    return _in_clause(slot, layout)


def _at_cue(cue: int, layout: Layout, lexicon: Lexicon) -> tuple[Product, int] | None:
    """ "Soybean imports", "imports of soybeans", "Sojaimporte"."""
    chain = layout.chain
    if cue and chain.tags[cue - 1] == "T":
        return named(layout, cue - 1), cue - 1
    after = layout.after(cue, _SKIP)
    if layout.tag(after) == "T" and after - cue < 6:
        return named(layout, after), after
    part = compound_part(chain.words(cue), lexicon)
    return None if part is None else (part, cue)


def compound_part(word: str, lexicon: Lexicon) -> Product | None:
    """The goods that a compound begins with: "Käseausfuhren" is of "Käse"."""
    if not lexicon.heads or len(word) < 2 * _MIN_PART or not word.isalpha():
        return None
    folded = fold(word)
    for cut in range(len(word) - _MIN_PART, _MIN_PART - 1, -1):
        for stop in (cut, cut - 1, cut - 2):
            if stop < _MIN_PART:
                continue
            entry = lexicon.entries.get(folded[:stop], (None,))[0]
            if entry is not None and entry.tag == "T":
                return Product(word[:stop], hs_code(entry.value))
    return None


def _in_clause(slot: Slot, layout: Layout) -> tuple[Product, int] | None:
    """The nearest product of the clause, one before the amount first."""
    found = sorted(layout.links(slot.link, "T"), key=lambda i: (i > slot.link, abs(i - slot.link)))
    return (named(layout, found[0]), found[0]) if found else None


def named(layout: Layout, link: int) -> Product:
    """The product at a link, with those joined to it: "wine and cheese"."""
    chain = layout.chain
    first = last = link
    while last + 2 < len(chain) and chain.tags[last + 1] in _JOIN and chain.tags[last + 2] == "T":
        last += 2
    while first >= 2 and chain.tags[first - 1] == "&" and chain.tags[first - 2] == "T":
        first -= 2
    return Product(chain.words(first, last + 1), hs_code(chain.values[link]))


def hs_code(value: object) -> str | None:
    """The code of a product word: digits only; other values are groups without a code."""
    return value if isinstance(value, str) and value.isdigit() else None


def product_span(layout: Layout, link: int) -> Span:
    """The place of a product word."""
    return Span(layout.chain.starts[link], layout.chain.ends[link])
