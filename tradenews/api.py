"""The public functions; those that read a text use a default :class:`Parser`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

from tradenews.arguments import DateLike, expression_of, language_of, period_of
from tradenews.explanation import Explanation
from tradenews.grammar.context import Context
from tradenews.lexicon.load import load_lexicon
from tradenews.models.actor import Actor
from tradenews.models.amount import Amount
from tradenews.models.article import Article, Block
from tradenews.models.deal import Deal
from tradenews.models.failure import Failure
from tradenews.models.figure import Mention, TradeFigure
from tradenews.models.period import Period
from tradenews.parser import Parser
from tradenews.reading import calendar, expressions, expressions_country
from tradenews.workers.item import Item


@lru_cache(maxsize=1)
def default_parser() -> Parser:
    """The parser behind the module functions, made when it is first needed."""
    return Parser()


def parse(
    text: str,
    language: str | None = None,
    *,
    published: DateLike | None = None,
    source: str | None = None,
    title: str | None = None,
    url: str | None = None,
    byline: Iterable[str] = (),
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
        text, language=language, published=published, source=source, title=title, url=url, byline=byline
    )


def from_html(html: str | bytes, url: str | None = None, **given: Any) -> Article:
    """The article of a web page, its title, date, authors and site with it (needs the extra ``html``).

    The text is what the page says without menus and advertisements, and spans are places in that text.
    ``html`` is the page itself, bytes or str; nothing is fetched. ``given`` are keyword arguments of
    :func:`parse` that win over what the page says. A page without an article gives one with an empty text.
    :class:`ArgumentError` for bytes that are no text.

    >>> page = "<title>Trade</title><article><p>Chile's exports to Peru rose 5 percent.</p></article>"
    >>> article = from_html(page, "https://quay.example/1", published="2017-09-07")
    >>> article.url, article.published.edtf, article.figures[0].partner
    ('https://quay.example/1', '2017-09-07', 'PE')
    """
    return default_parser().from_html(html, url, **given)


def parse_many(
    texts: Iterable[Item], workers: int | None = None, *, seconds: float | None = None, **given: Any
) -> Iterator[Article | Failure]:
    """Articles in input order, one at a time, over texts or (text, metadata) pairs.

    ``metadata`` is a dict of the keyword arguments of :func:`parse`; ``given`` holds for all. An input that
    fails gives a :class:`Failure` in its place and ends nothing. ``workers`` processes share the work (None:
    this one). Only a bounded number of texts is held at a time, so an endless input is fine.
    :class:`ArgumentError` for what is no iterable, no number of workers, or no argument of parse.

    A process that dies costs at most the item in its hand (:class:`WorkerError` in its Failure); one that
    takes longer than ``seconds`` for an item is ended (:class:`TimeLimitError`; the first text in a language
    takes up to a second more). None is left when the iterator is closed or interrupted.

    >>> [a.language for a in parse_many([("Exports rose.", {"language": "en"}), "出口增长5%。"])]
    ['en', 'zh']
    """
    return default_parser().parse_many(texts, workers, seconds=seconds, **given)


def find_blocks(text: str, language: str | None = None) -> tuple[Block, ...]:
    """The blocks of a text: every non-blank line once, in order, with what it is.

    ``language`` is a BCP 47 code (None: detected). Raises as :func:`parse`.

    >>> [b.kind for b in find_blocks("Exports of wheat rose by 5 percent in May.\\n\\nLeave a comment")]
    ['paragraph', 'chrome']
    """
    return default_parser().find_blocks(text, language)


def find_amounts(text: str, language: str | None = None) -> tuple[Mention, ...]:
    """Every amount of a text, chrome too, in text order: its span, its Amount, the noun of a count.

    ``language`` is a BCP 47 code (None: detected). Raises as :func:`parse`.

    >>> [m.value.unit for m in find_amounts("$7 billion, or 12.2 percent", "en")]
    ['USD', 'percent']
    """
    return default_parser().find_amounts(text, language)


def find_periods(
    text: str, language: str | None = None, reference: DateLike | None = None
) -> tuple[Mention, ...]:
    """Every calendar expression of a text that can be resolved, in text order: its span, its Period.

    ``reference`` is the day against which "last year" is read: an EDTF string, a date or a Period. Raises as
    :func:`parse`.

    >>> [m.value.edtf for m in find_periods("im dritten Quartal 2023", "de")]
    ['2023-35']
    >>> [m.value.edtf for m in find_periods("up from last year", "en", reference="2017-09-07")]
    ['2016']
    """
    return default_parser().find_periods(text, language, reference)


def find_actors(text: str, language: str | None = None) -> tuple[Actor, ...]:
    """The actors of a text, in the order of their first mention.

    ``language`` is a BCP 47 code (None: detected). Raises as :func:`parse`.

    >>> [(a.id, a.kind) for a in find_actors("Mexican exports to China rose, Siemens AG said.", "en")]
    [('MX', 'country'), ('CN', 'country'), ('siemens-ag', 'company')]
    """
    return default_parser().find_actors(text, language)


def find_figures(text: str, language: str | None = None) -> tuple[TradeFigure, ...]:
    """The figures of a text, in text order.

    ``language`` is a BCP 47 code (None: detected). Raises as :func:`parse`.

    >>> figure = find_figures("L'export italiano cala del 3%", "it")[0]
    >>> figure.kind, figure.form, figure.reporter, str(figure.amount.value)
    ('exports', 'growth', 'IT', '-3')
    """
    return default_parser().find_figures(text, language)


def find_deals(text: str, language: str | None = None) -> tuple[Deal, ...]:
    """The deals of a text, in the order of their first mention.

    ``language`` is a BCP 47 code (None: detected). Raises as :func:`parse`.

    >>> [(d.kind, d.status) for d in find_deals("Chile and Peru signed a free trade agreement.", "en")]
    [('free_trade_agreement', 'signed')]
    """
    return default_parser().find_deals(text, language)


def normalize_number(text: str, language: str = "en") -> Decimal:
    """The value of one number in digits or words; :class:`NormalizationError` where ``text`` is none.

    >>> normalize_number("1.234,5", "de"), normalize_number("two million")
    (Decimal('1234.5'), Decimal('2000000'))
    """
    return expressions.normalize_number(expression_of(text), language_of(language))


def normalize_amount(text: str, language: str = "en", home: str | None = None) -> Amount:
    """The one amount that ``text`` is; :class:`NormalizationError`, with candidates, where it is not one.

    ``home`` is the country (ISO 3166-1 alpha-2) whose currency a bare "$" is.

    >>> amount = normalize_amount("rund 1,2 Mrd. Euro", language="de")
    >>> str(amount.value), amount.unit, amount.bound
    ('1200000000', 'EUR', 'about')
    """
    return expressions.normalize_amount(expression_of(text), language_of(language), home)


def normalize_currency(text: str, language: str | None = None) -> str:
    """The ISO 4217 code of a currency; :class:`NormalizationError`, with candidates, where it is not one.

    >>> normalize_currency("RMB"), normalize_currency("Schweizer Franken")
    ('CNY', 'CHF')
    """
    return expressions.normalize_currency(expression_of(text), language and language_of(language))


def normalize_unit(text: str, language: str = "en") -> str:
    """The code of a unit of measure; :class:`NormalizationError` where it is unknown or ambiguous.

    >>> normalize_unit("metric tons"), normalize_unit("Tonnen", "de")
    ('t', 't')
    """
    return expressions.normalize_unit(expression_of(text), language_of(language))


def normalize_country(text: str, language: str | None = None) -> str:
    """The ISO 3166-1 alpha-2 code of a country; :class:`NormalizationError`, with candidates, where not one.

    >>> normalize_country("Mexiko", "de"), normalize_country("MEX")
    ('MX', 'MX')
    """
    return expressions_country.normalize_country(expression_of(text), language and language_of(language))


def normalize_period(text: str, language: str = "en", reference: DateLike | None = None) -> Period:
    """The one period that ``text`` is; ``reference`` is the day against which "last year" is read.

    :class:`NormalizationError`, with candidates, where it is none or more than one.

    >>> normalize_period("the first ten months of 2017").edtf
    '2017-01/2017-10'
    >>> normalize_period("last year", reference="2017-09").edtf
    '2016'
    """
    code, day = language_of(language), period_of("reference", reference)
    lexicon = load_lexicon(code)
    context = Context(code, lexicon, published=day, reference=day.end if day else None)
    return calendar.normalize_period(expression_of(text), lexicon, context)


def explain(article: Article, record: TradeFigure | Deal | Actor) -> Explanation:
    """The rules and words behind each field of a record of ``article``; prints as a tree.

    :class:`ArgumentError` for a record that is none of the article's.

    >>> article = parse("Exports rose 12.2 percent.", language="en")
    >>> print(explain(article, article.figures[0]))
    f1  '12.2 percent'
    ...
    """
    return default_parser().explain(article, record)
