"""Companies known by their place: the heads of list items that each give an amount."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tradenews.grammar.values import Naming
from tradenews.models.span import Span
from tradenews.reading.mentions import ITEM, Mention, put_name
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain


def name_list_heads(sentences: Sequence[Sentence]) -> list[Mention]:
    """What stands where other items of the same list have a company: "Cofco - 60,000 tonnes".

    Sentences that follow each other make a list where each begins with capitalised words, a dash and an
    amount; one head must be a known company. The others become names of companies in their chains.
    """
    found: list[Mention] = []
    group: list[tuple[Sentence, int, int]] = []
    gap = 0
    for sentence in sentences:
        hit = ITEM.match(sentence.chain.tags)
        if hit is not None and _is_title(sentence.chain, *hit.span(1)):
            group.append((sentence, *hit.span(1)))
            gap = 0
        elif group:
            gap += 1
            if gap > 1:
                found += _named(group)
                group, gap = [], 0
    return found + _named(group)


def _is_title(chain: Chain, first: int, last: int) -> bool:
    """Has every word of the head a capital?"""
    return all(word[0].isupper() or word == "&" for word in chain.words(first, last).split())


def _named(group: Iterable[tuple[Sentence, int, int]]) -> list[Mention]:
    items = [(s, a, b) for s, a, b in group if a < b]
    known = [1 for s, a, b in items if b - a == 1 and _is_company(s.chain.values[a])]
    if len(items) < 2 or not known:
        return []
    found = []
    for sentence, first, last in items:
        chain = sentence.chain
        if "@" in chain.tags[first:last] or chain.tags[first:last] in ("A", "T", "K"):
            continue
        naming = Naming("company", chain.words(first, last))
        put_name(chain, first, last, naming)
        span = Span(chain.starts[first], chain.ends[first])
        found.append(Mention(naming, span, sentence.number, False, first == 0))
    return found


def _is_company(value: object) -> bool:
    return isinstance(value, Naming) and value.kind == "company"
