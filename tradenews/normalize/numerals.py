"""Numbers in words, once each word has a value: sums, products and scales.

A term is a decimal ("20"), or a scale, ``S`` and a power of ten ("S6"). Words of which a language makes one
written word ("dreiundzwanzig") are split by a table of their parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from attrs import field, frozen

MAX_WORD = 60
MAX_POWER = 24


def evaluate(terms: Iterable[str | Decimal]) -> Decimal | None:
    """The value of terms in text order; None if they are no number ("four five").

    A scale multiplies what stands before it back to the next greater scale.

    >>> evaluate(["2", "S8", "3", "S3", "S4"]), evaluate(["10", "S3", "25", "S6"]), evaluate(["4", "5"])
    (Decimal('230000000'), Decimal('10025000000'), None)
    """
    groups: list[tuple[Decimal, int]] = []
    current: Decimal | None = None
    for term in terms:
        if isinstance(term, str) and term.startswith("S"):
            power = int(term[1:])
            below = Decimal(0)
            while groups and groups[-1][1] < power:
                below += groups.pop()[0]
            if current is None and not below:
                below = groups.pop()[0] if groups else Decimal(1)
            if power > MAX_POWER:
                return None
            groups.append(((below + (current or 0)).scaleb(power), power))
            current = None
        else:
            number = Decimal(term)
            if current is None:
                if groups and number >= 10 ** groups[-1][1]:
                    return None
                current = number
            elif not current and groups:
                current = number  # 一百零五
            elif _follows(current, number):
                current += number
            else:
                return None
    return sum((value for value, _ in groups), current or Decimal(0))


def _follows(before: Decimal, number: Decimal) -> bool:
    """May ``number`` be added: 20 and 3, 100 and 50, 60 and 12 and 80 and 17, but not 4 and 5?"""
    whole = int(before)
    room = 100 if whole % 100 == 0 else 20 if whole % 20 == 0 else 10
    return before == whole and whole % 10 == 0 and 0 < number < min(room, whole) and number == int(number)


@frozen
class Numerals:
    """The parts of number words that are written as one, with what joins them; ``parts`` to terms."""

    parts: Mapping[str, str]
    joiners: frozenset[str] = frozenset()
    _regex: re.Pattern[str] = field(init=False)
    _heads: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        forms = sorted({*self.parts, *self.joiners}, reverse=True)  # the longer before its beginning
        object.__setattr__(self, "_regex", re.compile("|".join(map(re.escape, forms))))
        object.__setattr__(self, "_heads", frozenset(form[:2] for form in self.parts))

    def value(self, word: str) -> Decimal | None:
        """The value of a word in lower case; None if it is not made of number words alone."""
        if word[:2] not in self._heads or len(word) > MAX_WORD:
            return None
        place, pieces = 0, list[str]()
        while place < len(word):
            hit = self._regex.match(word, place)
            if hit is None:
                return None
            pieces.append(hit[0])
            place = hit.end()
        if pieces[-1] in self.joiners:
            return None
        return evaluate(self._ordered(pieces))

    def _ordered(self, pieces: Sequence[str]) -> list[str]:
        """Terms, units that stand before their tens moved behind them: three and twenty is twenty-three."""
        terms: list[str] = []
        for i, piece in enumerate(pieces):
            if piece in self.joiners:
                continue
            term = self.parts[piece]
            joined = terms and pieces[i - 1] in self.joiners and not term.startswith("S")
            if joined and terms[-1].isdigit() and int(terms[-1]) < 10 <= int(term):
                terms.insert(-1, term)
            else:
                terms.append(term)
        return terms
