"""Records made in one line: what a test does not care about has a sensible value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date as Date
from decimal import Decimal, InvalidOperation
from typing import Any, TypedDict, Unpack

from tradenews.arguments import period_of
from tradenews.errors import ArgumentError
from tradenews.lexicon.load import read_line_table
from tradenews.models.actor import Actor
from tradenews.models.amount import Amount
from tradenews.models.deal import Deal, DealEvent, Party
from tradenews.models.figure import Product, TradeFigure
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.models.terms import (
    ActorKind,
    Bound,
    DealKind,
    DealStatus,
    FigureForm,
    FigureKind,
    Modality,
)
from tradenews.normalize.names import slug
from tradenews.normalize.territory import country_name, is_country

Number = int | str | Decimal
When = str | Date | Period | None
_PLACE = Span(0, 1)


class AmountFields(TypedDict, total=False):
    """What :func:`an_amount` takes beside value and unit."""

    high: Number
    bound: Bound
    per: str | None
    scale: int | None


class FigureFields(AmountFields, total=False):
    """What :func:`a_figure` takes: the fields of a figure, or the parts of its amount."""

    id: str
    span: Span
    sentence: Span
    amount: Amount
    value: Number
    unit: str
    form: FigureForm
    modality: Modality
    reporter: str | None
    partner: str | None
    product: str | Product | None
    counted: str | None
    period: When
    baseline: str | None
    attribution: tuple[str, ...]
    confidence: float


class DealFields(TypedDict, total=False):
    """What :func:`a_deal` takes beside kind, status and parties."""

    id: str
    threatened: bool
    name: str | None
    date: When
    events: tuple[DealEvent, ...]
    values: tuple[str, ...]
    products: tuple[str | Product, ...]
    evidence: tuple[Span, ...]
    confidence: float


class ActorFields(TypedDict, total=False):
    """What :func:`an_actor` takes beside id, kind and name."""

    country: str | None
    role: str | None
    affiliation: str | None
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]


def span_of(text: str, words: str, occurrence: int = 1) -> Span:
    """Where ``words`` stand in ``text`` (the first time, unless ``occurrence`` says otherwise).

    :class:`ArgumentError` where they do not.

    >>> span_of("Exports rose 5 percent.", "5 percent")
    Span(start=13, end=22)
    """
    start = -1
    for _ in range(occurrence):
        start = text.find(words, start + 1)
        if start < 0 or not words:
            raise ArgumentError("words", words, f"do not stand {occurrence} times in the text")
    return Span(start, start + len(words))


def a_period(when: str | Date = "2016") -> Period:
    """A period from EDTF or a date; :class:`ArgumentError` for what is neither.

    >>> a_period("2017-33").end
    datetime.date(2017, 3, 31)
    """
    period = period_of("when", when)
    assert period is not None
    return period


def an_amount(value: Number = 1_000_000, unit: str = "USD", **fields: Unpack[AmountFields]) -> Amount:
    """An amount; with ``high`` a range.

    Numbers are given as int, str or Decimal, never as float: :class:`ArgumentError`.

    >>> an_amount(3, "percent").unit, an_amount(3, high="4.5").bound
    ('percent', 'range')
    """
    _known("an_amount", fields, AmountFields)
    low, high = _decimal("value", value), _decimal("high", fields.get("high", value))
    bound = fields.get("bound", "exact" if low == high else "range")
    return Amount(low, high, unit, bound, fields.get("per"), fields.get("scale"))


def a_figure(kind: FigureKind = "exports", **fields: Unpack[FigureFields]) -> TradeFigure:
    """A figure; its amount as ``amount=``, or by its parts: ``value=``, ``unit=``, ``high=``, ``bound=``.

    ``period`` may be EDTF, ``product`` a name. Span and sentence are placeholders until :func:`an_article`
    writes the text.

    >>> figure = a_figure(kind="imports", value="7e9", reporter="MX", partner="CN", period="2016")
    >>> str(figure.amount.value), figure.form, figure.period.start.year
    ('7E+9', 'level', 2016)
    """
    _known("a_figure", fields, FigureFields)
    given: dict[str, Any] = dict(fields)
    parts = {key: given.pop(key) for key in ("value", "unit", *AmountFields.__annotations__) if key in given}
    if "amount" in given and parts:
        raise ArgumentError("amount", given["amount"], f"comes whole, or by its parts: {', '.join(parts)}")
    amount = given.pop("amount", None) or an_amount(**parts)
    basic = {"id": "f1", "span": _PLACE, "sentence": given.get("span", _PLACE), "form": "level",
             "modality": "actual"}  # fmt: skip
    filled = {**basic, **given, "amount": amount, "period": period_of("period", given.get("period"))}
    return TradeFigure(**{**filled, "kind": kind, "product": _product(given.get("product"))})


def a_deal(
    kind: DealKind = "free_trade_agreement",
    status: DealStatus = "signed",
    parties: Iterable[str | Party] = ("MX", "CN"),
    **fields: Unpack[DealFields],
) -> Deal:
    """A deal; a party is an actor's id, or a :class:`Party` where its role matters.

    With a ``date`` and no ``events`` it has the one event that its status is.

    >>> deal = a_deal("contract", "agreed", [Party("acme", "seller"), "CN"], date="2017-09-07")
    >>> [p.role for p in deal.parties], deal.events[0].status
    (['seller', 'party'], 'agreed')
    """
    _known("a_deal", fields, DealFields)
    given: dict[str, Any] = {"id": "d1", "evidence": (_PLACE,), **fields}
    date = period_of("date", given.get("date"))
    event = DealEvent(status, date, given["evidence"][0] if given["evidence"] else _PLACE)
    given["events"] = tuple(given.get("events", (event,) if date else ()))
    given["products"] = tuple(_product(product) for product in given.get("products", ()))
    given |= {"kind": kind, "status": status, "date": date}
    return Deal(parties=tuple(Party(p) if isinstance(p, str) else p for p in parties), **given)


def an_actor(
    id: str = "MX", kind: ActorKind | None = None, name: str | None = None, **fields: Unpack[ActorFields]
) -> Actor:
    """An actor; the id of a country or bloc says all, of anything else kind and name may be added.

    >>> an_actor("CN").name, an_actor("acme-widgets").kind, an_actor(name="Acme Widgets").id
    ('China', 'company', 'acme-widgets')
    """
    _known("an_actor", fields, ActorFields)
    if name is not None and id == "MX":
        id = slug(name)
    country = is_country(id)
    if kind is None:
        kind = "bloc" if id in read_line_table("world", "members") else "country" if country else "company"
    name = name or country_name(id) or id.replace("-", " ").title()
    filled: dict[str, Any] = {"country": id if country else None, **fields}
    return Actor(id, kind, name, **filled)


def _product(given: str | Product | None) -> Product | None:
    return Product(given) if isinstance(given, str) else given


def _decimal(name: str, value: Number) -> Decimal:
    if isinstance(value, int | str | Decimal) and not isinstance(value, bool):
        try:
            return Decimal(value)
        except InvalidOperation:
            pass
    raise ArgumentError(name, value, "pass an int, a Decimal or a str such as '1.2e9'")


def _known(builder: str, fields: Mapping[str, object], shape: Any) -> None:
    """Refuse what the builder does not know."""
    names: frozenset[str] = shape.__optional_keys__
    for key in fields:
        if key not in names:
            raise ArgumentError(key, fields[key], f"{builder} knows {', '.join(sorted(names))}")
