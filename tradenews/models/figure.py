"""What a text says in numbers."""

from __future__ import annotations

from attrs import frozen

from tradenews.models.amount import Amount
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.models.terms import FigureForm, FigureKind, Modality


@frozen
class Product:
    """Goods or services: ``name`` as written, ``hs`` the Harmonized System code where known."""

    name: str
    hs: str | None = None


@frozen
class Mention:
    """A value found in a text without the knowledge of whose it is.

    ``value`` is an :class:`Amount` or a :class:`Period`; ``counted`` is the noun of a count.
    """

    span: Span
    value: Amount | Period
    counted: str | None = None


@frozen
class TradeFigure:
    """An amount with all that the text says of it.

    ``span`` is the shortest stretch that holds number, scale and unit (a range whole; "more than" stays
    outside). ``kind`` says what is measured, ``form`` whether the amount is a level, a growth rate, a change
    (``delta``) or a share, ``modality`` whether it happened. ``reporter`` and ``partner`` are actor ids;
    ``baseline`` is the id of the figure that this one is compared with; ``sentence`` is where it stands;
    ``confidence`` lies between 0 and 1. A fall and a deficit are negative.
    """

    id: str
    span: Span
    amount: Amount
    kind: FigureKind
    form: FigureForm
    modality: Modality
    sentence: Span
    reporter: str | None = None
    partner: str | None = None
    product: Product | None = None
    counted: str | None = None
    period: Period | None = None
    baseline: str | None = None
    attribution: tuple[str, ...] = ()
    confidence: float = 1.0
