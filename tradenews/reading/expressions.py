"""One expression, or all of a text, to amounts: numbers, currencies, units."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from tradenews.errors import NormalizationError
from tradenews.grammar.amounts import Unit
from tradenews.grammar.context import Context
from tradenews.grammar.numbers import NUMBERS, SIGNS, SPANS
from tradenews.grammar.pipeline import CASCADE
from tradenews.grammar.values import Number, Quantity
from tradenews.lexicon.index import Lexicon
from tradenews.lexicon.load import languages, load_lexicon
from tradenews.models.amount import Amount
from tradenews.models.figure import Mention
from tradenews.models.span import Span
from tradenews.normalize.currency import is_currency
from tradenews.normalize.facts import regional_decimal
from tradenews.normalize.numbers import decimal_style, plain
from tradenews.normalize.units import UNITS
from tradenews.reading.settle import settle_amounts
from tradenews.scan.chain import Chain
from tradenews.scan.sentences import sentence_bounds
from tradenews.scan.tokens import scan

_MAX_CHARS = 400


def read_amounts(text: str, context: Context) -> list[Chain]:
    """The sentences of each line of ``text`` as short chains, their amounts settled."""
    if context.decimal is None:
        context = evolve(
            context,
            decimal=decimal_style(
                text, regional_decimal(context.lexicon.language, context.home), context.lexicon.decimal
            ),
        )
    found: list[tuple[Chain, bool]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        chain = scan(text, start, start + len(line), context.lexicon)
        for grammar in CASCADE:
            chain = grammar.fold(chain, context)
        found += [(chain.part(first, last), i == 0) for i, (first, last) in enumerate(sentence_bounds(chain))]
        start += len(line)
    settle_amounts(found, context)
    return [chain for chain, _ in found]


def find_amounts(text: str, lexicon: Lexicon, context: Context | None = None) -> tuple[Mention, ...]:
    """All amounts of ``text`` in order, each with its span; ``counted`` is what a count counts.

    >>> [(m.span.of("About $1.2bn of 17 ships"), str(m.value.low), m.value.unit, m.counted)
    ...  for m in find_amounts("About $1.2bn of 17 ships", load_lexicon("en"))]
    [('$1.2bn', '1200000000', 'USD', None), ('17 ships', '17', 'count', 'ships')]
    """
    context = context or Context(lexicon.language, lexicon)
    return tuple(
        Mention(Span(chain.starts[i], chain.ends[i]), chain.values[i].amount, chain.values[i].counted)
        for chain in read_amounts(text, context)
        for i in chain.find("Q")
    )


def normalize_amount(text: str, language: str = "en", home: str | None = None) -> Amount:
    """The one amount that ``text`` is, its bound and rate included.

    ``home`` is the country (ISO 3166-1 alpha-2) whose currency a bare "$" is.
    :class:`~tradenews.errors.NormalizationError` where there is none, or, as ``candidates``, several.

    >>> amount = normalize_amount("rund 1,2 Mrd. Euro", language="de")
    >>> str(amount.value), amount.unit, amount.bound, amount.scale
    ('1200000000', 'EUR', 'about', 9)
    """
    lexicon = load_lexicon(language)
    chains = read_amounts(text, Context(language, lexicon, home=home))
    found: list[Quantity] = [chain.values[i] for chain in chains for i in chain.find("Q")]
    if len(found) != 1:
        raise NormalizationError(text, "amount", [quantity.amount for quantity in found])
    return found[0].amount


def normalize_number(text: str, language: str = "en") -> Decimal:
    """The value of a number in digits or words.

    :class:`~tradenews.errors.NormalizationError` where ``text`` is none, or holds more than one.

    >>> normalize_number("two hundred and fifty thousand"), normalize_number("1.234,5", "de")
    (Decimal('250000'), Decimal('1234.5'))
    """
    lexicon = load_lexicon(language)
    chain = scan(text, 0, len(text), lexicon)
    for grammar in (NUMBERS, SIGNS, SPANS):
        chain = grammar.fold(chain, Context(language, lexicon))
    values = [v.value for v in chain.values if isinstance(v, Number)]
    if chain.tags != "N" or chain.values[0].high is not None:
        raise NormalizationError(text, "number", values if len(values) > 1 else ())
    return plain(values[0])


def normalize_currency(text: str, language: str | None = None) -> str:
    """The ISO 4217 code of a currency given as code, symbol or name.

    ``language`` None tries English, then all others. :class:`~tradenews.errors.NormalizationError` where it
    is unknown, and with its readings as ``candidates``, likeliest first, where it has more than one.

    >>> normalize_currency("RMB"), normalize_currency("US$"), normalize_currency("Schweizer Franken", "de")
    ('CNY', 'USD', 'CHF')
    >>> normalize_currency("$")
    Traceback (most recent call last):
    tradenews.errors.NormalizationError: '$' is ambiguous as a currency: USD, CAD, AUD, ...
    """
    name = text.strip()
    if is_currency(name.upper()) and len(name) == 3:
        return name.upper()
    for each in (language,) if language else ("en", *(x for x in languages() if x != "en")):
        value = _reading(name, load_lexicon(each), "CMBc")
        if value is None:
            continue
        codes = [code for code in Unit.of(value).code.split("|") if is_currency(code)]
        if len(codes) == 1:
            return codes[0]
        raise NormalizationError(text, "currency", codes)
    raise NormalizationError(text, "currency")


def normalize_unit(text: str, language: str = "en") -> str:
    """The unit code of a unit given as code or name; percent and percentage points too.

    :class:`~tradenews.errors.NormalizationError` where it is unknown, or is one only with a factor ("kt").

    >>> normalize_unit("metric tons"), normalize_unit("Tonnen", "de"), normalize_unit("per cent")
    ('t', 't', 'percent')
    """
    name = text.strip()
    if name in UNITS:
        return name
    value = _reading(name, load_lexicon(language), "UPpB")
    if value is None:
        raise NormalizationError(text, "unit")
    unit = Unit.of(value)
    codes = unit.code.split("|")
    codes = [code for code in codes if not is_currency(code)]
    if unit.factor != 1 or unit.per or len(codes) != 1:
        raise NormalizationError(text, "unit", codes)
    return codes[0]


def _reading(name: str, lexicon: Lexicon, tags: str) -> str | None:
    if len(name) > _MAX_CHARS:
        return None
    entry = lexicon.word(name)
    if entry is not None and entry.tag in tags and isinstance(entry.value, str):
        return entry.value
    return next((value for tag in tags if (value := lexicon.also(name, tag)) is not None), None)
