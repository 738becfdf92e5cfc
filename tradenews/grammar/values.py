"""What the links of a chain hold once a grammar has made them."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from tradenews.models.actor import Actor
from tradenews.models.amount import Amount
from tradenews.models.article import Assumption
from tradenews.models.period import Period
from tradenews.models.span import Span


@frozen
class Number:
    """Tag N. ``value`` is fully expanded; ``scale`` is the power of ten of the scale word as written.

    ``digits`` tells digits from words ("8,4" from "acht"); ``exact`` is False for ordinals and the like.
    """

    value: Decimal
    scale: int | None = None
    digits: bool = True


@frozen
class Quantity:
    """Tag Q. The link's place is the quote: number, scale and unit; ``bound`` words are outside of it.

    ``counted`` is what a count counts; ``evidence`` is the wider stretch with its bound words; ``elided``
    tells that the unit or the scale was taken from what stands before or after.
    """

    amount: Amount
    counted: str | None = None
    evidence: Span | None = None
    elided: bool = False
    assumptions: tuple[Assumption, ...] = ()


@frozen
class Moment:
    """Tag θ. A period, resolved if it can be; ``relation`` tells how it hangs on another one.

    ``relation`` is empty for a period of its own, else: ``unit~offset`` ("a year earlier" is ``year~-1``
    against the period spoken of), ``ytd``, ``same`` ("the same period"). ``direction`` is ``since``,
    ``until``, ``before``, ``after`` or empty. ``grain`` is day, month, quarter, half, season, year, range.
    """

    period: Period | None
    grain: str = ""
    relation: str = ""
    direction: str = ""
    assumptions: tuple[Assumption, ...] = ()


@frozen
class Naming:
    """Tag @. A mention of an actor: what it says of it, before mentions of one actor are merged.

    ``actor`` holds kind, name, country and role as far as this mention tells them; ``affiliation`` is the
    place (start of the link) of the mention of its employer, or None.
    """

    actor: Actor
    affiliation: int | None = None
