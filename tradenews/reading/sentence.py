"""Sentences: what frames are found on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from attrs import define, field

from tradenews.grammar.context import Context
from tradenews.grammar.pipeline import fold_chain
from tradenews.grammar.rule import Step
from tradenews.lexicon.forms import UNSPACED
from tradenews.models.article import Block
from tradenews.models.span import Span
from tradenews.reading.settle import settle_amounts
from tradenews.reading.tabled import Column, part_cells, settle_tables
from tradenews.scan.chain import BREAK, Chain
from tradenews.scan.sentences import part_clauses, sentence_bounds, sentence_starts
from tradenews.scan.tokens import scan

_LONGEST = 400  # links; what is longer is no sentence, and is read in pieces so that time stays linear


@define(eq=False)
class Sentence:
    """One sentence as a short chain: amounts, periods and names are single links.

    ``refs`` maps the index of a link to the id of the actor that it names; actors are resolved once for the
    whole text, before figures and deals are read. ``groups`` maps links that name several actors ("the two
    countries") to their ids. ``block`` and ``number`` say where the sentence stands,
    ``dealt`` is the sentence as it is read for deals, ``ours`` the links that say "we", once they were read;
    ``columns`` tells of amounts in a table what stands above them, ``head`` is the link behind a dateline.
    """

    chain: Chain
    block: Block
    number: int
    refs: dict[int, str] = field(factory=dict)
    groups: dict[int, tuple[str, ...]] = field(factory=dict)
    dealt: Sentence | None = field(default=None, repr=False)
    ours: tuple[int, ...] | None = field(default=None, repr=False)
    columns: dict[int, Column] = field(factory=dict, repr=False)
    head: int = 0

    @property
    def span(self) -> Span:
        """From the first to the last character of the sentence."""
        return Span(self.chain.starts[0], self.chain.ends[-1])


def read_sentences(
    text: str, blocks: Iterable[Block], context: Context, trace: list[Step] | None = None
) -> list[Sentence]:
    """The sentences of all blocks that are no chrome, folded by all grammars, in text order."""
    read = [block for block in blocks if block.kind != "chrome"]
    chain = fold_chain(_scan_all(text, read, context), context, trace)
    found: list[Sentence] = []
    starts = sentence_starts(context.lexicon)
    first = 0
    for block in read:
        last = bisect_left(chain.starts, block.span.end, first)
        part = chain.part(first, last)
        for start, end in sentence_bounds(part, starts) if last > first else ():
            for cut in range(start, end, _LONGEST):
                piece = part.part(cut, min(cut + _LONGEST, end))
                found.append(Sentence(piece, block, len(found)))
        first = last + (chain.tags[last : last + 1] == BREAK)
    settle_tables(found, context)
    opens = (i == 0 or found[i - 1].block is not s.block for i, s in enumerate(found))
    settle_amounts([(s.chain, first_one) for s, first_one in zip(found, opens, strict=True)], context)
    return found


def _scan_all(text: str, blocks: Iterable[Block], context: Context) -> Chain:
    """All blocks as one chain, a break behind each, which no rule matches across."""
    whole = Chain(text, "", [], [], [])
    tags: list[str] = []
    for block in blocks:
        chain = scan(text, block.span.start, block.span.end, context.lexicon)
        if block.kind == "title" and text[block.span.start] >= UNSPACED:
            chain = part_clauses(chain)
        if block.kind == "table":
            chain = part_cells(chain, block.span)
        tags += (chain.tags, BREAK)
        whole.starts += [*chain.starts, block.span.end]
        whole.ends += [*chain.ends, block.span.end + 1]
        whole.values += [*chain.values, None]
    whole.tags = "".join(tags)
    return whole


def mark_dateline(sentences: Iterable[Sentence], dateline: Span) -> None:
    """Tell the sentence that begins with the dateline where it begins itself."""
    for sentence in sentences:
        if sentence.span.start >= dateline.end:
            return
        inside = (i for i in range(len(sentence.chain)) if is_within(sentence, i, dateline))
        sentence.head = max(inside, default=-1) + 1


def is_within(sentence: Sentence, link: int, span: Span | None) -> bool:
    """Does a link stand in a stretch of the text: in the dateline?"""
    return span is not None and span.start <= sentence.chain.starts[link] < span.end


def number_of(sentences: Sequence[Sentence], sentence: Sentence, number: int) -> int:
    """The index of a sentence in the list of sentences."""
    if 0 <= number < len(sentences) and sentences[number] is sentence:
        return number
    return next((i for i, each in enumerate(sentences) if each is sentence), -1)
