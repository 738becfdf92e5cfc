"""What a company that is bought has: "It bought 60 percent of Lorem, a maker of lamps with 74 employees"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.actor import Actor
from tradenews.reading.deal_planned import by_sentence
from tradenews.reading.draft import Draft
from tradenews.reading.sentence import Sentence

_BOUGHT: Final = "merger_acquisition"
_SIZES: Final = frozenset(("count", "sales", "production", "exports", "finance"))
_SPENT: Final = "investment"  # it tells of the plans of the buyer
_MADE: Final = "production"  # what a plant does that was bought
_OPENING: Final = 3  # links in which "the company bought" stands
_UNSAID: Final = frozenset(("who.topic", "who.sentence", "who.leader", "who.carried", "who.deal"))
_LOOSE: Final = _UNSAID | {"who.subject", "who.own"}
_FIRMS: Final = frozenset(("company", "organization", "government"))
_OPENS: Final = ",:‹-"  # what sets apart what is told of a company behind its name
_NAMES: Final = "@E"
_TO_MARK: Final = 6  # links from a name to such a mark: "Lorem aus Essex, ..."
_GOES_ON: Final = 3  # sentences in which a company bought is described


def assign_acquired(
    figures: Sequence[Draft],
    deals: Sequence[Draft],
    actors: Sequence[Actor],
    sentences: Sequence[Sentence],
    lexicon: Lexicon,
) -> None:
    """Set the reporter of what is told of a company in and right behind the sentence that it is bought in."""
    firms = {actor.id for actor in actors if actor.kind in _FIRMS}
    told = by_sentence(figures)
    words = tuple(lexicon.lines["name_words"].get("targets", ())) or ("\0",)
    starts = [sentence.span.start for sentence in sentences]
    for deal in deals:
        if deal.get("kind") != _BOUGHT:
            continue
        buyers = {party.actor for party in deal.get("parties") if party.role == "buyer"}
        targets = [party.actor for party in deal.get("parties") if party.role != "buyer"]
        if len(targets) != 1 or targets[0] not in firms:
            continue
        for i in sorted({bisect_right(starts, each.start) - 1 for each in deal.get("evidence")} - {-1}):
            for figure in _described(i, sentences, told, targets[0], firms, words):
                if figure.get("reporter") in buyers:
                    figure.set("reporter", targets[0], "who.acquired")


def _described(
    at: int,
    sentences: Sequence[Sentence],
    told: dict[int, list[Draft]],
    target: str,
    firms: Collection[str],
    words: tuple[str, ...],
) -> Iterator[Draft]:
    """The figures behind the name of a company bought, and of the sentences that go on with it.

    "The company" is as likely who buys, unless it was told before how large the other one is.
    """
    sentence, goes_on = sentences[at], False
    for figure in told.get(sentence.span.start, ()):
        goes_on = goes_on or (figure.get("kind") in _SIZES and figure.get("reporter") == target)
        if _is_size(figure, _LOOSE) and _stands_behind(figure, sentence, target):
            goes_on = True
            yield figure
    if not _names(sentence, firms, target):
        return
    for behind in sentences[at + 1 : at + 1 + _GOES_ON]:
        here = told.get(behind.span.start, ())
        named = _names(behind, firms)
        other = behind.block is not sentence.block or named - {target}
        if (
            other
            or (not goes_on and "G" in behind.chain.tags)
            or any(figure.get("kind") == _SPENT for figure in here)
        ):
            return
        opens = fold(behind.chain.words(0, min(_OPENING, len(behind.chain)))).startswith(words)
        goes_on = goes_on or bool(named) or opens
        yield from (f for f in here if _is_size(f, _LOOSE) and (goes_on or f.get("kind") == _MADE))


def _names(sentence: Sentence, firms: Collection[str], *only: str) -> set[str]:
    """The companies that a sentence names, or those of them that are asked for."""
    tags = sentence.chain.tags
    named = {ref for i, ref in sentence.refs.items() if tags[i] in _NAMES and ref in firms}
    return named & {*only} if only else named


def _is_size(figure: Draft, rules: Collection[str]) -> bool:
    """Does a figure tell how large a company is, and no name of its own sentence whose it is?"""
    sized = figure.get("kind") in _SIZES and figure.get("modality") == "actual"
    return sized and figure.reasons["reporter"].rule in rules and figure.get("partner") is None


def _stands_behind(figure: Draft, sentence: Sentence, target: str) -> bool:
    """Does a figure stand in what is told apart of a company, right behind its name?"""
    chain, place = sentence.chain, figure.get("span").start
    links = [i for i, ref in sentence.refs.items() if chain.starts[i] < place and chain.tags[i] in _NAMES]
    last = max(links, default=-1)
    if last < 0 or sentence.refs[last] != target:
        return False
    return any(mark in chain.tags[last + 1 : last + _TO_MARK] for mark in _OPENS)
