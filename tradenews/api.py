"""The :class:`Parser`, and the public functions, which use a default one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date as Date
from functools import lru_cache
from typing import Any

from tradenews.errors import ArgumentError, NormalizationError, UnknownLanguageError
from tradenews.explanation import Explanation, explain_record
from tradenews.grammar.context import Context
from tradenews.lexicon.load import languages as known_languages
from tradenews.lexicon.load import load_lexicon
from tradenews.models.actor import Actor
from tradenews.models.article import Article, Block
from tradenews.models.deal import Deal
from tradenews.models.failure import Failure
from tradenews.models.figure import TradeFigure
from tradenews.models.period import Period
from tradenews.normalize.cldr import territories
from tradenews.normalize.edtf import parse_edtf
from tradenews.parse.article import FALLBACK, Config, read_article
from tradenews.parse.metadata import Given
from tradenews.scale.batches import Item, read_many
from tradenews.scan.language import detect_language


class Parser:
    """A parser with a configuration of its own; it has no state and can be shared by threads.

    ``languages`` are those a text may be in (default: all that have a file). ``watchlist`` holds actors of
    the user's own, whose names and aliases win over the built-in ones. ``home`` is the ISO 3166-1 alpha-2
    code of the country whose bare "$" is meant, ``reference`` the day against which "last year" is read;
    both win over what the text says. Of a text longer than ``max_chars`` only so much is read, and an
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
        reference: str | Date | Period | None = None,
        max_chars: int | None = None,
    ) -> None:
        chosen = known_languages() if languages is None else tuple(languages)
        self._languages = tuple(_language(code) for code in chosen)
        watched = tuple(watchlist)
        for actor in watched:
            if not isinstance(actor, Actor):
                raise ArgumentError("watchlist", actor, "holds Actor objects, as Actor(id, kind, name, ...)")
        if home is not None and home not in territories("en"):
            raise ArgumentError("home", home, "pass an ISO 3166-1 alpha-2 code such as 'CA'")
        if max_chars is not None and (type(max_chars) is not int or max_chars < 1):
            raise ArgumentError("max_chars", max_chars, "pass a positive int or None")
        day = _period("reference", reference)
        self._config = Config(
            home=home, reference=day.end if day else None, watchlist=watched, max_chars=max_chars
        )

    def parse(
        self,
        text: str,
        *,
        language: str | None = None,
        published: str | Date | Period | None = None,
        source: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Article:
        """Raw text to :class:`Article`; what is not given is found in the text.

        No text makes it fail. :class:`ArgumentError` for what is no str or no date,
        :class:`UnknownLanguageError` for a language without a file.

        >>> Parser().parse("Mexico exported 10,000 tonnes of avocados in 2016.").figures[0].amount.unit
        't'
        """
        return self._read(text, language, published, source, title, url)

    def parse_many(
        self, texts: Iterable[Item], workers: int | None = None, **given: Any
    ) -> Iterator[Article | Failure]:
        """Articles in input order, one at a time, over texts or (text, metadata) pairs.

        ``metadata`` is a dict of the keyword arguments of :meth:`parse`; ``given`` holds for all. An input
        that fails gives a :class:`Failure` in its place. ``workers`` processes share the work (None: this
        one); only a bounded number of texts is held at a time, so an endless input is fine.

        >>> [type(x).__name__ for x in Parser().parse_many(["Trade grew.", 5])]
        ['Article', 'Failure']
        """
        return read_many(self.parse, texts, workers, given)

    def find_blocks(self, text: str, language: str | None = None) -> tuple[Block, ...]:
        """The blocks of a text: every non-blank line once, in order, with what it is.

        >>> [b.kind for b in Parser().find_blocks("Exports of wheat rose by 5 percent in May.")]
        ['paragraph']
        """
        return self._read(text, language).blocks

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
        published: str | Date | Period | None = None,
        source: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Article:
        given = Given(
            _period("published", published),
            _words("source", source),
            _words("title", title),
            _words("url", url),
        )
        return read_article(_text(text), self._spoken(text, language), given, self._config).article

    def _context(
        self, text: str, language: str | None, reference: str | Date | Period | None = None
    ) -> Context:
        """What a reader of single expressions is told."""
        code = self._spoken(_text(text), language)
        period = _period("reference", reference)
        return Context(
            language=code,
            lexicon=load_lexicon(FALLBACK if code == "und" else code),
            published=period,
            reference=period.end if period else self._config.reference,
            home=self._config.home,
        )

    def _spoken(self, text: str, language: str | None) -> str:
        """The language asked for, else the only one there is, else the one detected."""
        if language is not None:
            return _language(language)
        if len(self._languages) == 1:
            return self._languages[0]
        found = detect_language(text)
        return found if found in self._languages else "und"


@lru_cache(maxsize=1)
def default_parser() -> Parser:
    """The parser behind the module functions, made when it is first needed."""
    return Parser()


def parse(
    text: str,
    language: str | None = None,
    *,
    published: str | Date | Period | None = None,
    source: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Article:
    """Raw trade news to an :class:`Article`: its actors, deals and figures, with exact spans.

    ``language`` is a BCP 47 code (None: detected), ``published`` an EDTF string, a date or a Period, against
    which words such as "last year" are read (None: found in the text). No text makes it fail;
    :class:`ArgumentError` for what is no str or no date, :class:`UnknownLanguageError` for a language that
    has no file.

    >>> import tradenews
    >>> article = tradenews.parse("Mexican exports to China rose 12.2 percent to $7 billion in 2016.")
    >>> [(f.kind, f.form, str(f.amount.value), f.amount.unit) for f in article.figures]
    [('exports', 'growth', '12.2', 'percent'), ('exports', 'level', '7000000000', 'USD')]
    >>> article.figures[1].reporter, article.figures[1].partner, article.figures[1].period.edtf
    ('MX', 'CN', '2016')
    """
    return default_parser().parse(
        text, language=language, published=published, source=source, title=title, url=url
    )


def parse_many(
    texts: Iterable[Item], workers: int | None = None, **given: Any
) -> Iterator[Article | Failure]:
    """As :meth:`Parser.parse_many`, with the default parser.

    >>> [a.language for a in parse_many([("Exports rose.", {"language": "en"})])]
    ['en']
    """
    return default_parser().parse_many(texts, workers, **given)


def find_blocks(text: str, language: str | None = None) -> tuple[Block, ...]:
    """As :meth:`Parser.find_blocks`, with the default parser."""
    return default_parser().find_blocks(text, language)


def find_actors(text: str, language: str | None = None) -> tuple[Actor, ...]:
    """As :meth:`Parser.find_actors`, with the default parser."""
    return default_parser().find_actors(text, language)


def find_figures(text: str, language: str | None = None) -> tuple[TradeFigure, ...]:
    """As :meth:`Parser.find_figures`, with the default parser."""
    return default_parser().find_figures(text, language)


def find_deals(text: str, language: str | None = None) -> tuple[Deal, ...]:
    """As :meth:`Parser.find_deals`, with the default parser."""
    return default_parser().find_deals(text, language)


def explain(article: Article, record: TradeFigure | Deal | Actor) -> Explanation:
    """As :meth:`Parser.explain`, with the default parser."""
    return default_parser().explain(article, record)


def _text(text: object) -> str:
    if not isinstance(text, str):
        hint = (
            "decode it first: text.decode('utf-8')" if isinstance(text, bytes) else "pass the text as a str"
        )
        raise ArgumentError("text", text, hint)
    return text


def _words(name: str, value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ArgumentError(name, value, "pass a str or None")
    return value


def _language(code: object) -> str:
    """The language file of a BCP 47 code: ``pt-BR`` is read with ``pt``."""
    if not isinstance(code, str):
        raise ArgumentError(
            "language", code, f"pass one of {', '.join(known_languages())}, or None to detect it"
        )
    primary = code.replace("_", "-").split("-")[0].lower()
    if primary not in known_languages():
        raise UnknownLanguageError(code, known_languages())
    return primary


def _period(name: str, value: object) -> Period | None:
    """A date given as EDTF string, date, date-time or Period."""
    if value is None or isinstance(value, Period):
        return value
    if isinstance(value, Date):
        return parse_edtf(value.isoformat()[:10])
    if isinstance(value, str):
        try:
            return parse_edtf(value)
        except NormalizationError as error:
            raise ArgumentError(name, value, str(error)) from error
    raise ArgumentError(name, value, "pass a date, a Period or a string such as '2017-09-07'")
