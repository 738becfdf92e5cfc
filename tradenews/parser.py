"""The :class:`Parser`: a configuration, and the verbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike
from typing import Any

import tradenews.io as io
import tradenews.reconciling as reconciling
import tradenews.workers as workers_of
from tradenews.arguments import DateLike, html_of, language_of, names_of, period_of, text_of, words_of
from tradenews.errors import ArgumentError
from tradenews.explanation import Explanation, explain_record
from tradenews.grammar.context import Context
from tradenews.lexicon.load import FALLBACK
from tradenews.lexicon.load import languages as known_languages
from tradenews.lexicon.own import read_words
from tradenews.models.actor import Actor
from tradenews.models.article import Article, Block
from tradenews.models.deal import Deal
from tradenews.models.dossier import Dossier
from tradenews.models.failure import Failure
from tradenews.models.figure import Mention, TradeFigure
from tradenews.normalize.facts import territories
from tradenews.normalize.rates import Rates
from tradenews.reading import calendar, expressions
from tradenews.reading.article import Config, read_article
from tradenews.reading.metadata import Given
from tradenews.reading.watchlist import watched_lexicon
from tradenews.scan.clean import clean, moved
from tradenews.scan.language import detect_language
from tradenews.workers.item import Item


class Parser:
    """A parser with a configuration of its own; it has no state and can be shared by threads.

    ``languages`` are those a text may be in (default: all that have a file). ``watchlist`` holds actors of
    the user's own, whose names and aliases win over the built-in ones. ``home`` is the ISO 3166-1 alpha-2
    code of the country whose bare "$" is meant, ``reference`` the day against which "last year" is read;
    both win over what the text says. ``lexicon`` names TOML files of the user's own words, of the shape of a
    language file; of several the last wins. Of a text longer than ``max_chars`` only so much is read, and an
    Assumption says so.

    >>> parser = Parser(languages=["en"], home="CA")
    >>> parser.parse("Exports rose to $5 billion.").figures[0].amount.unit
    'CAD'
    """

    def __init__(
        self,
        *,
        languages: Iterable[str] | None = None,
        watchlist: Iterable[Actor] = (),
        home: str | None = None,
        reference: DateLike | None = None,
        max_chars: int | None = None,
        lexicon: str | PathLike[str] | Iterable[str | PathLike[str]] = (),
    ) -> None:
        chosen = known_languages() if languages is None else tuple(languages)
        self._languages = tuple(language_of(code) for code in chosen)
        watched = tuple(watchlist)
        for actor in watched:
            if not isinstance(actor, Actor):
                raise ArgumentError("watchlist", actor, "holds Actor objects, as Actor(id, kind, name, ...)")
        if home is not None and home not in territories("en"):
            raise ArgumentError("home", home, "pass an ISO 3166-1 alpha-2 code such as 'CA'")
        if max_chars is not None and (type(max_chars) is not int or max_chars < 1):
            raise ArgumentError("max_chars", max_chars, "pass a positive int or None")
        day = period_of("reference", reference)
        self._config = Config(
            home=home,
            reference=day.end if day else None,
            watchlist=watched,
            max_chars=max_chars,
            words=tuple(map(read_words, [lexicon] if isinstance(lexicon, str | PathLike) else lexicon)),
        )

    def parse(
        self,
        text: str,
        *,
        language: str | None = None,
        published: DateLike | None = None,
        source: str | None = None,
        title: str | None = None,
        url: str | None = None,
        byline: Iterable[str] = (),
    ) -> Article:
        """Raw text to :class:`Article`; what is not given is found in the text.

        No text makes it fail. :class:`ArgumentError` for what is no str or no date,
        :class:`UnknownLanguageError` for a language without a file.

        >>> Parser().parse("Mexico exported 10,000 tonnes of avocados in 2016.").figures[0].amount.unit
        't'
        """
        given = Given(
            period_of("published", published),
            words_of("source", source),
            words_of("title", title),
            words_of("url", url),
            names_of("byline", byline),
        )
        return self._read(text, language, given)

    def from_html(self, html: str | bytes, url: str | None = None, **given: Any) -> Article:
        """The article of a web page; see :func:`tradenews.from_html`."""
        text, found = io.read_html(html_of(html), words_of("url", url))
        return self.parse(text, **{**found, **given})

    def parse_many(
        self,
        texts: Iterable[Item],
        workers: int | None = None,
        *,
        seconds: float | None = None,
        **given: Any,
    ) -> Iterator[Article | Failure]:
        """Articles in input order, one at a time, over texts or (text, metadata) pairs.

        ``metadata`` is a dict of the keyword arguments of :meth:`parse`; ``given`` holds for all. An input
        that fails gives a :class:`Failure` in its place. ``workers`` processes share the work (None: this
        one); only a bounded number of texts is held at a time, so an endless input is fine.

        A process that dies costs at most the item in its hand (:class:`WorkerError` in its Failure); one that
        takes longer than ``seconds`` for an item is ended (:class:`TimeLimitError`; the first text in a
        language takes up to a second more). None is left when the iterator is closed or interrupted.

        >>> [type(x).__name__ for x in Parser().parse_many(["Trade grew.", 5])]
        ['Article', 'Failure']
        """
        return workers_of.read_many(self.parse, texts, workers, given, seconds)

    def find_blocks(self, text: str, language: str | None = None) -> tuple[Block, ...]:
        """The blocks of a text: every non-blank line once, in order, with what it is.

        >>> [b.kind for b in Parser().find_blocks("Exports of wheat rose by 5 percent in May.")]
        ['paragraph']
        """
        return self._read(text, language).blocks

    def find_amounts(self, text: str, language: str | None = None) -> tuple[Mention, ...]:
        """Every amount of a text, chrome too, in text order: its span, its Amount, the noun of a count.

        >>> [str(m.value.low) for m in Parser().find_amounts("From 17 tonnes to 10,000 tonnes", "en")]
        ['17', '10000']
        """
        context, plain = self._context(text, language), clean(text)
        return moved(expressions.find_amounts(plain.text, context.lexicon, context), plain)

    def find_periods(
        self, text: str, language: str | None = None, reference: DateLike | None = None
    ) -> tuple[Mention, ...]:
        """Every calendar expression of a text that can be resolved, in text order: its span, its Period.

        ``reference`` is the day against which "last year" is read (None: the parser's own).

        >>> [m.value.edtf for m in Parser().find_periods("up in May from last year", "en", "2017-06-01")]
        ['2017-05', '2016']
        """
        context, plain = self._context(text, language, reference), clean(text)
        return moved(calendar.find_periods(plain.text, context.lexicon, context), plain)

    def find_actors(self, text: str, language: str | None = None) -> tuple[Actor, ...]:
        """The actors of a text, in the order of their first mention.

        >>> [a.id for a in Parser().find_actors("Mexican exports to China rose.", "en")]
        ['MX', 'CN']
        """
        return self._read(text, language).actors

    def find_figures(self, text: str, language: str | None = None) -> tuple[TradeFigure, ...]:
        """The figures of a text, in text order.

        >>> [f.kind for f in Parser().find_figures("Exports rose 12.2 percent.", "en")]
        ['exports']
        """
        return self._read(text, language).figures

    def find_deals(self, text: str, language: str | None = None) -> tuple[Deal, ...]:
        """The deals of a text, in the order of their first mention.

        >>> [d.status for d in Parser().find_deals("Chile and Peru signed a free trade agreement.", "en")]
        ['signed']
        """
        return self._read(text, language).deals

    def reconcile(self, articles: Iterable[Article], rates: Rates | None = None) -> Dossier:
        """Many articles to one account; see :func:`tradenews.reconcile`.

        >>> parser = Parser()
        >>> one = parser.parse("Mexico exported 5 tonnes of wheat to Chile in 2016.")
        >>> other = parser.parse("Chile imported 5 tonnes of wheat from Mexico in 2016.")
        >>> [claim.verdict for claim in parser.reconcile([one, other]).claims]
        ['agrees']
        """
        return reconciling.reconcile(articles, rates)

    def explain(self, article: Article, record: TradeFigure | Deal | Actor) -> Explanation:
        """The rules and words behind each field of a record of ``article``; prints as a tree.

        >>> article = Parser().parse("Exports rose 12.2 percent.", language="en")
        >>> print(Parser().explain(article, article.figures[0]))
        f1  '12.2 percent'
        ...
        """
        return explain_record(article, record, self._config)

    def _read(
        self,
        text: str,
        language: str | None = None,
        given: Given | None = None,
    ) -> Article:
        return read_article(text_of(text), self._spoken(text, language), given, self._config).article

    def _context(self, text: str, language: str | None, reference: DateLike | None = None) -> Context:
        """What a reader of single expressions is told."""
        code = self._spoken(text_of(text), language)
        period = period_of("reference", reference)
        return Context(
            language=code,
            lexicon=watched_lexicon(
                FALLBACK if code == "und" else code, self._config.watchlist, self._config.words
            ),
            published=period,
            reference=period.end if period else self._config.reference,
            home=self._config.home,
        )

    def _spoken(self, text: str, language: str | None) -> str:
        """The language asked for, else the only one there is, else the one detected."""
        if language is not None:
            return language_of(language)
        if len(self._languages) == 1:
            return self._languages[0]
        found = detect_language(clean(text).text)
        return found if found in self._languages else "und"
