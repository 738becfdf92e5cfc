"""What the links of a chain hold once a grammar has made them."""

from __future__ import annotations

from decimal import Decimal

from attrs import define

from tradenews.lexicon.index import Entity
from tradenews.models.amount import Amount
from tradenews.models.article import Assumption
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.models.terms import ActorKind, Bound


@define(unsafe_hash=True)
class Number:
    """Tag N. ``value`` is fully expanded; ``scale`` is the power of ten of the scale word as written.

    ``digits`` tells digits from words ("8,4" from "acht"); ``high`` is the other end of a range; ``bound`` is
    a bound that the number itself holds ("110多"); ``plain`` tells bare digits without separators ("2017").
    """

    value: Decimal
    scale: int | None = None
    digits: bool = True
    high: Decimal | None = None
    bound: Bound = "exact"
    plain: bool = False


@define(unsafe_hash=True)
class Quantity:
    """Tag Q. The link's place is the quote: number, scale and unit; ``bound`` words are outside of it.

    ``counted`` is what a count counts; ``evidence`` is the wider stretch with its bound words; ``factor``
    is what a number in this unit was multiplied by (0.01 for cents); ``again`` tells that its unit is
    left out as it was told before. Until the whole text is read,
    ``amount.unit`` may hold alternatives with a bar, likeliest first: ``JPY|CNY``.
    """

    amount: Amount
    counted: str | None = None
    evidence: Span | None = None
    factor: Decimal = Decimal(1)
    assumptions: tuple[Assumption, ...] = ()
    again: bool = False


def dimension_of(value: object) -> str | None:
    """The dimension of the amount that a link holds (``money``, ``mass``, ...); None where it holds none."""
    amount = value.amount if isinstance(value, Quantity) else None
    return None if amount is None else amount.dimension


def means_purchase(value: object) -> bool:
    """Does the value of a verb or noun mean buying: goods, or firms and nothing else?"""
    told = str(value)
    return told.startswith(("imports", "merger")) or told.endswith("@merger_acquisition")


@define(unsafe_hash=True)
class Moment:
    """Tag θ. A period, resolved if it can be; ``relation`` tells how it hangs on another one.

    ``relation`` is empty for a period of its own, else what :func:`tradenews.normalize.periods.shift` takes:
    ``unit~offset`` against the period spoken of ("a year earlier" is ``year~-1``), ``same`` ("the same
    period"), ``same@2018`` ("the same months of 2018"); or ``ytd``, ``now``. ``period`` is then what the
    article's date alone would give, or None. ``pattern`` is an EDTF without its year (``XXXX-10``,
    ``XXXX-01/XXXX-09``, ``XXXX-33``, ``XXXX-10-06``; ``XXXX-XX-21`` without its month, too) where the text
    itself names no year: ``period`` is then a guess by the article's date, and
    :func:`~tradenews.normalize.periods.with_year` sets another year. ``direction`` is ``since``, ``until``,
    ``before``, ``after`` or empty, ``part`` is ``early``, ``mid``, ``late``, ``end`` or empty; neither is
    worked into ``period``. ``grain`` is day, weekday, week, month, quarter, half, season, year, fiscal,
    decade, range (of months or days), years or span (a stretch up to now). ``compared`` tells that the words
    only name what something is compared with ("year on year", "than in 2018"). ``fiscal`` is how many fiscal
    years from the article's own a period is ("0", "-1"), and behind a blank the pattern of which part.
    """

    period: Period | None
    grain: str = ""
    relation: str = ""
    direction: str = ""
    assumptions: tuple[Assumption, ...] = ()
    pattern: str = ""
    part: str = ""
    compared: bool = False
    fiscal: str = ""


@define(unsafe_hash=True)
class Naming:
    """Tag @. A mention of an actor: what it says of it, before mentions of one actor are merged.

    The link's place is the name alone, without office, honorific and country. ``entity`` is what the lexicon
    knows of it, or None. ``cue`` is ``known`` (lexicon), ``strong`` (a rule with a sure sign), ``weak``
    (needs support from elsewhere in the text) or ``guess`` (gives way to a surer reading of the same words).
    ``acronym`` is a short form that the text gives in brackets; ``affiliation`` the place (start of the link)
    of the name of its employer; ``inner`` the countries that
    stand within the name, each with its place.
    """

    kind: ActorKind
    name: str
    country: str | None = None
    role: str | None = None
    affiliation: int | None = None
    cue: str = "strong"
    acronym: str | None = None
    entity: Entity | None = None
    inner: tuple[tuple[str, Span], ...] = ()
