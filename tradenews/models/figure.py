"""What a text says in numbers."""

from __future__ import annotations

from attrs import frozen

from tradenews.models.amount import Amount
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.models.terms import FigureForm, FigureKind, Modality


@frozen
class Product:
    """Goods or services: ``name`` as written, ``hs`` the Harmonized System code where known.

    >>> from tradenews import parse
    >>> figure = parse("Mexico exported 10,000 tonnes of avocados in 2016.").figures[0]
    >>> figure.product
    Product(name='avocados', hs='080440')
    """

    name: str  #: as written
    hs: str | None = None  #: Harmonized System: 2, 4 or 6 digits


@frozen
class Mention:
    """A value found in a text without the knowledge of whose it is.

    ``value`` is an :class:`Amount` or a :class:`Period`; ``counted`` is the noun of a count.

    >>> from tradenews import find_amounts
    >>> mention = find_amounts("It ships to 40 countries.", "en")[0]
    >>> str(mention.value.value), mention.value.unit, mention.counted
    ('40', 'count', 'countries')
    """

    span: Span  #: of the words read
    value: Amount | Period  #: what they mean
    counted: str | None = None  #: noun of a count, as written


@frozen
class TradeFigure:
    """An amount with all that the text says of it.

    ``span`` is the shortest stretch that holds number, scale and unit (a range whole; "more than" stays
    outside). ``kind`` says what is measured, ``form`` whether the amount is a level, a growth rate, a change
    (``delta``) or a share, ``modality`` whether it happened. ``reporter`` and ``partner`` are actor ids;
    ``baseline`` is the id of the figure that this one is compared with; ``sentence`` is where it stands;
    ``confidence`` is the chance that unit, value, kind, form, reporter, partner and period are all right, as
    counted on annotated texts. A fall and a deficit are negative.

    >>> from tradenews import parse
    >>> figure = parse("German imports from Poland fell 3 percent to €4.2 billion in May 2021.").figures[1]
    >>> figure.kind, figure.form, str(figure.amount.value), figure.amount.unit
    ('imports', 'level', '4200000000', 'EUR')
    >>> figure.reporter, figure.partner, figure.period.edtf
    ('DE', 'PL', '2021-05')
    """

    id: str  #: ``f1``, ``f2`` ... in text order
    span: Span  #: of number, scale and unit
    amount: Amount  #: value, unit and bound; a fall and a deficit negative
    kind: FigureKind  #: what is measured
    form: FigureForm  #: level, growth, change (``delta``) or share
    modality: Modality  #: did it happen?
    sentence: Span  #: where it stands
    reporter: str | None = None  #: id of the actor whose figure it is
    partner: str | None = None  #: id of the other side
    product: Product | None = None  #: goods or services meant
    counted: str | None = None  #: what a count counts, as written
    period: Period | None = None  #: the time that it is for
    baseline: str | None = None  #: id of the figure that it is compared with
    attribution: tuple[str, ...] = ()  #: who says so: ids or names
    confidence: float = 1.0  #: 0 to 1, see there
