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

    start: Date | None  #: first day; None where open
    end: Date | None  #: last day, inclusive; None where open
    edtf: str  #: the same as ISO 8601-2 writes it


@frozen
class Dateline:
    """The head of a wire story: "HANGZHOU, Sept. 7 (Xinhua) --".

    >>> from tradenews import parse
    >>> dateline = parse("HANGZHOU, Sept. 7, 2017 (Xinhua) -- Exports rose 5 percent.").dateline
    >>> dateline.place, dateline.date.edtf, dateline.agency
    ('HANGZHOU', '2017-09-07', 'Xinhua')
    """

    place: str | None  #: as written
    date: Period | None  #: as far as it is written
    agency: str | None  #: as written
    span: Span  #: of the whole dateline
