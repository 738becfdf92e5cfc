"""Where a text is from whose dateline and source do not tell: its head, its places, its money."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tradenews.lexicon.index import Lexicon, Region
from tradenews.models.article import Block
from tradenews.normalize.currency import currency_of_place
from tradenews.reading.metadata import Metadata
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain
from tradenews.scan.tokens import scan

_HEAD, _PLACE, _MONEY, _OPENS = 3.0, 1.0, 1.5, 4.0  # what a line of the head, a town, own money, a place adds
_CITY, _FEW = 0.5, 2  # what a capital adds in whose country the language is spoken
_STRANGE = 0.6  # of the weight of a country where it is not
_MOST = 3.0  # of what the towns of a country add
_LEAST, _CLEAR = 1.5, 1.5  # what a home needs at least, and so many times what the next one has
_LINE = 120  # characters of a line that only names
_WORLD_MONEY = frozenset(("USD", "EUR"))
_CAPITAL = {"EU": "BE"}  # the country of a capital that stands for more than its country


def home_told(
    sentences: Sequence[Sentence], metadata: Metadata, spoken: Sequence[str], lexicon: Lexicon
) -> str | None:
    """The country that most speaks for being where a text is from; None where none clearly does."""
    if len(sentences) <= _FEW:
        return None  # too short to tell
    told: dict[str, float] = defaultdict(float)
    text = sentences[0].chain.text
    for line in _head(metadata.blocks):
        named = _named(scan(text, line.span.start, min(line.span.end, line.span.start + _LINE), lexicon))
        if len(named) == 1:
            told[named.pop()] += _HEAD
    if (opened := _opened(sentences)) is not None:
        told[opened] += _OPENS
    for each, number in _towns(sentences).items():
        told[each] += min(number * _PLACE, _MOST)
    for each, number in _capitals(sentences).items():
        told[each] += min(number, _FEW) * _CITY if each in spoken else 0.0
    paid = _paid(sentences)
    for each in {*told, *spoken}:
        told[each] += _MONEY if currency_of_place(each) in paid else 0.0
        told[each] *= 1.0 if each in spoken else _STRANGE
    first, second = sorted({"": 0.0, "-": 0.0, **told}.items(), key=lambda each: -each[1])[:2]
    return first[0] if first[1] >= max(_LEAST, _CLEAR * second[1]) else None


def _head(blocks: Sequence[Block]) -> list[Block]:
    """The lines before the first paragraph that are no title."""
    head: list[Block] = []
    for block in blocks:
        if block.kind in ("paragraph", "list_item", "table"):
            break
        if block.kind in ("chrome", "credit", "dateline"):
            head.append(block)
    return head


def _named(chain: Chain) -> set[str]:
    """The countries that a line names, by name, adjective or town."""
    codes = {_CAPITAL.get(code, code) for i in chain.find("Aak°") if (code := str(chain.values[i]))}
    return {code for code in codes if len(code) == len("XX")}


def _opened(sentences: Sequence[Sentence]) -> str | None:
    """The country of the place with which the first paragraph opens: "Rabat (mai 2017). Le Maroc ..."."""
    first = next((each for each in sentences if each.block.kind == "paragraph"), None)
    if first is None or first.chain.tags[:1] not in tuple("Ak°") or len(first.chain) < len("A‹"):
        return None
    code = str(first.chain.values[0])
    return _CAPITAL.get(code, code) if first.chain.tags[1] in "‹s-," and len(code) == len("XX") else None


def _towns(sentences: Sequence[Sentence]) -> Mapping[str, int]:
    """How often a text names towns and provinces of each country."""
    return Counter(
        str(value) for each in sentences for value in each.chain.values if isinstance(value, Region)
    )


def _capitals(sentences: Sequence[Sentence]) -> Mapping[str, int]:
    """How often a text names the capital of each country."""
    return Counter(str(each.chain.values[i]) for each in sentences for i in each.chain.find("k"))


def _paid(sentences: Sequence[Sentence]) -> set[str]:
    """The rarer money that amounts are in."""
    paid = {each.chain.values[i].amount for each in sentences for i in each.chain.find("Q")}
    return {amount.unit for amount in paid if amount.dimension == "money"} - _WORLD_MONEY
