"""A stretch of calendar time."""

from __future__ import annotations

from datetime import date as Date

from attrs import frozen

from tradenews.models.span import Span


@frozen(order=True)
class Period:
    """A stretch of days, both ends inclusive, with its EDTF form.

    ``edtf`` follows ISO 8601-2 (Extended Date/Time Format): ``2017-09-07``, ``2017-09``, ``2017``,
    ``2017-01/2017-10``; quarters are ``2017-33`` to ``2017-36``, halves ``2017-40`` and ``2017-41``.
    An open end is None ("since 2009": ``2009/..``).

    >>> Period(Date(2017, 9, 1), Date(2017, 9, 30), "2017-09").edtf
    '2017-09'
    """

    start: Date | None
    end: Date | None
    edtf: str


@frozen
class Dateline:
    """The head of a wire story: "HANGZHOU, Sept. 7 (Xinhua) --"."""

    place: str | None
    date: Period | None
    agency: str | None
    span: Span
