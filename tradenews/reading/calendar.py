"""Calendar expressions by themselves: all of a text, or one."""

from __future__ import annotations

from tradenews.errors import NormalizationError
from tradenews.grammar.context import Context
from tradenews.grammar.moments import settle
from tradenews.grammar.pipeline import CASCADE
from tradenews.grammar.values import Moment
from tradenews.lexicon.index import Lexicon
from tradenews.models.figure import Mention
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.normalize.periods import with_year
from tradenews.scan.chain import Chain
from tradenews.scan.tokens import scan

_FILLERS = frozenset("n_oztqs,:-")  # what may stand around a single expression


def find_periods(text: str, lexicon: Lexicon, context: Context) -> tuple[Mention, ...]:
    """Every calendar expression of ``text`` that can be resolved, in text order.

    Relative ones are read against ``context.reference``, those that hang on another period ("a year earlier")
    against the last one named before.

    >>> from tradenews.lexicon.load import load_lexicon
    >>> english = load_lexicon("en")
    >>> text = "Exports rose in May 2017 from a year earlier."
    >>> [m.value.edtf for m in find_periods(text, english, Context("en", english))]
    ['2017-05', '2016-05']
    """
    chain = _folded(text, lexicon, context)
    found: list[Mention] = []
    spoken: Period | None = None
    for i in chain.find("θ"):
        moment: Moment = chain.values[i]
        period = _resolved(moment, spoken)
        if period is None:
            continue
        if moment.grain not in ("day", "weekday") and not moment.compared:
            spoken = period
        span = Span(chain.starts[i], chain.ends[i])
        found.append(Mention(span, open_period(period, moment.direction)))
    return tuple(found)


def normalize_period(text: str, lexicon: Lexicon, context: Context) -> Period:
    """The period of one expression; :class:`NormalizationError` where it is none, several, or ambiguous.

    >>> from tradenews.lexicon.load import load_lexicon
    >>> german = load_lexicon("de")
    >>> normalize_period("im dritten Quartal 2023", german, Context("de", german)).edtf
    '2023-35'
    """
    chain = _folded(text, lexicon, context)
    moments: list[Moment] = [chain.values[i] for i in chain.find("θ")]
    periods = [p for p in (_resolved(m, None) for m in moments) if p is not None]
    rest = set(chain.tags) - _FILLERS - {"θ"}
    if len(moments) != 1 or rest or not periods:
        several = [p.edtf for p in periods] if len(periods) > 1 else []
        hint = "pass a reference date for relative words" if moments and not periods else ""
        raise NormalizationError(text, "period", several, hint=hint)
    moment = moments[0]
    if moment.assumptions:
        guess = moment.assumptions[0]
        raise NormalizationError(text, "period", [guess.chosen, *guess.alternatives])
    return open_period(periods[0], moment.direction)


def open_period(period: Period, direction: str) -> Period:
    """``period`` with one end open, as ``since``, ``after``, ``until`` and ``before`` say.

    >>> from tradenews.normalize.periods import make_year
    >>> open_period(make_year(2009), "since").edtf
    '2009/..'
    """
    head, _, tail = period.edtf.partition("/")
    if direction in ("since", "after"):
        return Period(period.start, None, f"{head}/..")
    if direction in ("until", "before"):
        return Period(None, period.end, f"../{tail or head}")
    return period


def _folded(text: str, lexicon: Lexicon, context: Context) -> Chain:
    chain = scan(text, 0, len(text), lexicon)
    for grammar in CASCADE:
        chain = grammar.fold(chain, context)
        if grammar.rules and grammar.rules[0].name.startswith("closing.part"):
            break
    return chain


def _resolved(moment: Moment, spoken: Period | None) -> Period | None:
    """The period of a moment; one without its year takes that of the period spoken of where no date helps."""
    period = settle(moment, spoken)
    if period is None and moment.pattern and not moment.relation and spoken is not None and spoken.end:
        return with_year(moment.pattern, spoken.end.year)
    return period
