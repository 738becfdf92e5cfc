"""What the sentences name, before one actor's mentions are put together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import define

from tradenews.grammar.values import Naming
from tradenews.lazy import regex
from tradenews.models.span import Span
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

# A line of a list that gives a name and its amount: "2. Cofco - 60,000 tonnes".
ITEM = regex(r"(?:[-#]|[NZ]s?)?([@WñZKTJVFDHAøI&]{1,5})[-:]Q")
_MIN_WORDS = 4
_HEADLINE = 0.9
_LONG_WORD = 5
_TOLD = "VJYKT"  # what has a capital, too, where all words have one
_CJK = "\u3040"


@define(unsafe_hash=True)
class Mention:
    """A naming at its place; ``headline``: in a sentence where nearly all words have capitals."""

    naming: Naming
    span: Span
    sentence: int
    headline: bool
    opens: bool


def find_mentions(sentences: Sequence[Sentence], *, all_nouns: bool) -> list[Mention]:
    """All names (links tagged @) in text order; ``all_nouns`` tells that every noun has a capital."""
    found = []
    for number, sentence in enumerate(sentences):
        chain = sentence.chain
        links = list(chain.find("@"))
        if not links:
            continue
        shouted = is_headline(chain, all_nouns=all_nouns) and ITEM.match(chain.tags) is None
        for i in links:
            naming = chain.values[i]
            if isinstance(naming, Naming):
                found.append(Mention(naming, Span(chain.starts[i], chain.ends[i]), number, shouted, i == 0))
    return found


def is_headline(chain: Chain, *, all_nouns: bool) -> bool:
    """Do capitals tell nothing here: nearly every word has one, or all letters are capitals?"""
    text = chain.text[chain.starts[0] : chain.ends[-1]]
    if text.isupper():
        return max(text) < _CJK
    if all_nouns or chain.tags[-1] == "s":
        return False
    if any(chain.words(i).islower() for i in chain.find(_TOLD)):
        return False
    words = [word for word in text.split() if word[0].isalpha()]
    long = [word for word in words if len(word) >= _LONG_WORD]
    heads = sum(word[0].isupper() for word in long)
    return len(words) >= _MIN_WORDS and heads >= _HEADLINE * len(long)


def occurrences(text: str, form: str) -> Iterator[Span]:
    """Every place where ``form`` stands in ``text`` as a word of its own (anywhere in unspaced scripts)."""
    spaced = form[0] < _CJK
    place = text.find(form)
    while place >= 0:
        stop = place + len(form)
        if not spaced or not (_goes_on(text[place - 1 : place]) or _goes_on(text[stop : stop + 1])):
            yield Span(place, stop)
        place = text.find(form, stop)


def _goes_on(letter: str) -> bool:
    """Does a letter or digit belong to the word beside it: one of a script with blanks?"""
    return letter.isalnum() and letter < _CJK


class Places:
    """Where in the sentences a stretch of the text stands."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.starts = [sentence.chain.starts[0] for sentence in sentences]

    def links(self, span: Span) -> tuple[int, int, int] | None:
        """Sentence, first link and link after the last of what covers ``span`` exactly, else None."""
        number = bisect_right(self.starts, span.start) - 1
        if number < 0:
            return None
        chain = self.sentences[number].chain
        first = bisect_right(chain.starts, span.start) - 1
        last = bisect_right(chain.starts, span.end - 1)
        if first < 0 or chain.starts[first] != span.start or chain.ends[last - 1] != span.end:
            return None
        return number, first, last


def put_name(chain: Chain, first: int, last: int, naming: Naming) -> None:
    """Links ``first`` to ``last`` of ``chain`` made one name, in place."""
    end = chain.ends[last - 1]
    chain.tags = chain.tags[:first] + "@" + chain.tags[last:]
    del chain.starts[first + 1 : last]
    del chain.ends[first + 1 : last]
    del chain.values[first + 1 : last]
    chain.ends[first], chain.values[first] = end, naming
