"""The whole flow: raw text in, an :class:`Article` out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Date

from attrs import define, evolve, field, frozen

from tradenews.grammar.context import Context
from tradenews.grammar.rule import Step
from tradenews.lexicon.index import Lexicon
from tradenews.lexicon.load import FALLBACK
from tradenews.lexicon.own import OwnWords
from tradenews.models.actor import Actor
from tradenews.models.article import Article, Assumption, Block
from tradenews.models.deal import Deal
from tradenews.models.figure import TradeFigure
from tradenews.models.span import Span
from tradenews.normalize.facts import regional_decimal
from tradenews.normalize.names import digest
from tradenews.normalize.numbers import decimal_style, groups_by_comma
from tradenews.normalize.territory import country_name
from tradenews.reading.actors import read_actors
from tradenews.reading.deals import as_deal, read_deals
from tradenews.reading.draft import Draft
from tradenews.reading.figure_acquired import assign_acquired
from tradenews.reading.figure_bought import assign_bought
from tradenews.reading.figure_ordered import assign_ordered
from tradenews.reading.figures import as_figure, read_figures
from tradenews.reading.metadata import Given, Metadata, read_metadata
from tradenews.reading.sentence import Sentence, mark_dateline, read_sentences
from tradenews.reading.watchlist import watched_lexicon
from tradenews.scan.blocks import split_blocks
from tradenews.scan.clean import clean, moved
from tradenews.scan.language import detect_language


@frozen
class Config:
    """What a reader is told once, for all texts."""

    home: str | None = None
    reference: Date | None = None
    watchlist: tuple[Actor, ...] = ()
    max_chars: int | None = None
    words: tuple[OwnWords, ...] = ()


@define(eq=False)
class Reading:
    """All that was made of one text on its way to an :class:`Article`: for explanations."""

    article: Article
    metadata: Metadata
    sentences: list[Sentence]
    figures: list[Draft]
    deals: list[Draft]
    steps: list[Step] = field(factory=list)


def read_article(
    text: str,
    language: str | None = None,
    given: Given | None = None,
    config: Config | None = None,
    *,
    trace: list[Step] | None = None,
) -> Reading:
    """Read ``text`` once, from blocks to records; nothing in ``text`` makes it fail.

    What is read is the text without unseen marks. All but the ``sentences`` is in places of ``text``.
    """
    plain, config = clean(text), config or Config()
    if config.max_chars is not None and plain.ends is not None:
        config = evolve(config, max_chars=plain.within(config.max_chars))
    reading = _read(plain.text, language, given or Given(), config, trace)
    if plain.text == text:
        return reading
    if trace is not None:
        spans = [plain.back(Span(step.start, step.end)) for step in trace]
        trace[:] = [evolve(step, start=s.start, end=s.end) for step, s in zip(trace, spans, strict=True)]
    return evolve(
        reading,
        article=evolve(moved(reading.article, plain), id=digest(text), text=text),
        metadata=moved(reading.metadata, plain),
        figures=moved(reading.figures, plain),
        deals=moved(reading.deals, plain),
        steps=trace or [],
    )


def _spoken_of(text: str, lexicon: Lexicon) -> str | None:
    """The country of the text's language that it names first, where numbers such as "1,038" depend on it."""
    if lexicon.decimal != "," or not groups_by_comma(text):
        return None
    spoken = lexicon.facts.get("spoken_in", "").split()
    names = {code: country_name(code, lexicon.language) for code in spoken}
    places = {text.find(name): code for code, name in names.items() if name and name in text}
    return places[min(places)] if places else None


def _read(text: str, language: str | None, given: Given, config: Config, trace: list[Step] | None) -> Reading:
    language = language or detect_language(text)
    spoken = FALLBACK if language == "und" else language
    lexicon = watched_lexicon(spoken, config.watchlist, config.words)
    blocks = split_blocks(text, lexicon)
    metadata = read_metadata(text, blocks, lexicon, given)
    context = Context(
        language=language,
        lexicon=lexicon,
        published=metadata.published,
        reference=config.reference or _day(metadata),
        home=config.home or metadata.home,
        decimal=decimal_style(
            text,
            regional_decimal(lexicon.language, config.home or metadata.home or _spoken_of(text, lexicon)),
            lexicon.decimal,
        ),
    )
    sentences = read_sentences(
        text, _within(metadata.blocks, metadata.start, config.max_chars), context, trace
    )
    if metadata.dateline is not None:
        mark_dateline(sentences, metadata.dateline.span)
    actors = read_actors(sentences, context, metadata)
    figures = read_figures(sentences, actors, context, metadata)
    deals = read_deals(sentences, actors, figures, context, metadata)
    assign_bought(figures, deals, actors)
    assign_acquired(figures, deals, actors, sentences, lexicon)
    assign_ordered(figures, deals, actors, sentences, lexicon)
    told, made = tuple(map(as_figure, figures)), tuple(map(as_deal, deals))
    article = Article(
        id=digest(text),
        text=text,
        language=language,
        title=metadata.title,
        published=metadata.published,
        dateline=metadata.dateline,
        byline=metadata.byline,
        source=metadata.source,
        url=given.url,
        blocks=metadata.blocks,
        actors=actors + _unnamed(actors, told, made),
        figures=told,
        deals=made,
        assumptions=_assumptions(metadata, sentences) + _cut(text, config.max_chars),
    )
    return Reading(article, metadata, sentences, figures, deals, trace or [])


def _unnamed(
    actors: tuple[Actor, ...], figures: Iterable[TradeFigure], deals: Iterable[Deal]
) -> tuple[Actor, ...]:
    """The countries whose figures or deals these are without being named: they have no mentions."""
    ids = [id for f in figures for id in (f.reporter, f.partner) if id is not None]
    ids += [party.actor for d in deals for party in d.parties]
    known = {actor.id for actor in actors}
    return tuple(
        Actor(id, "country", country_name(id) or id, id) for id in dict.fromkeys(ids) if id not in known
    )


def _day(metadata: Metadata) -> Date | None:
    """The day against which relative dates are read: the date of the dateline, else of publication."""
    for period in (metadata.published, metadata.dateline.date if metadata.dateline else None):
        if period is not None and period.end is not None:
            return period.end
    return None


def _within(blocks: tuple[Block, ...], start: int, limit: int | None) -> tuple[Block, ...]:
    """The blocks, or what of them lies behind ``start`` and within the first ``limit`` characters."""
    if limit is None and not start:
        return blocks
    spans = (
        Span(max(b.span.start, start), min(b.span.end, b.span.end if limit is None else limit))
        for b in blocks
    )
    return tuple(Block(b.kind, span) for b, span in zip(blocks, spans, strict=True) if span.start < span.end)


def _cut(text: str, limit: int | None) -> tuple[Assumption, ...]:
    """What says that a text was not read to its end."""
    if limit is None or len(text) <= limit:
        return ()
    rest = Span(limit, len(text))
    return (Assumption(rest, "text", f"the first {limit} characters", (), "longer than max_chars"),)


def _assumptions(metadata: Metadata, sentences: Iterable[Sentence]) -> tuple[Assumption, ...]:
    found = list(metadata.assumptions)
    for sentence in sentences:
        for i in sentence.chain.find("Qθ@Aa"):
            found += getattr(sentence.chain.values[i], "assumptions", ())
    return tuple(sorted(dict.fromkeys(found), key=lambda a: a.span))
