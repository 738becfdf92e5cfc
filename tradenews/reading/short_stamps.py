"""Stamps that say little: two digits for the year ("14/11/22 om 11:42"), a day behind the last paragraph."""

from __future__ import annotations

from collections.abc import Callable

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED
from tradenews.lexicon.index import Lexicon
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.normalize.periods import make_day
from tradenews.reading.lines import Line

_NUMBERED = regex(
    r"(?<![\d./·'-])(?P<first>\d\d?)(?P<mark>[-./·])(?P<second>\d\d?)(?P=mark)'?(?P<year>\d\d)(?![\d.·/-]?\d)"
)
_NAMED = regex(
    r"(?<![\d.,])(?P<day>[0-3]?\d)\.?[ -](?P<month>[^\W\d_]{3,9})\.?[ -](?:'|’)?(?P<year>\d\d)(?![\d:.h])"
)
_TIMED = regex(r"\s+\d\d:\d\d")
_SLASHED = regex(
    r"[(\[][^()\[\]/\d]{2,30}/ ?(?P<month>[^\W\d_]{3,9})\.? ?(?P<day>\d\d?) ?/ ?(?P<year>(?:19|20)\d\d)[)\]]$"
)
_OPENS, _CLOSES = "([（【", tuple(")]）】")
_STOPS = tuple('.!?。！？”"»')
_MOST_SIGNED = 50  # characters of a signature in brackets
_WORLD = "en"  # whose writers put the day or the month first
_MONTHS = 12
_CENTURY = 2000

Free = Callable[[str, Line, Span, Lexicon], bool]


def short_stamp(text: str, line: Line, lexicon: Lexicon, free: Free) -> tuple[Span, Period] | None:
    """The day of a line whose year has two digits, where it stands ``free``: "14/11/22 om 11:42".

    In English it must be plain which number is the day; before a time nothing needs to set it off.
    """
    if text[line.start : line.start + 1] >= UNSPACED:
        return None
    hit = _NUMBERED.search(text, line.start, line.end)
    if hit is not None:
        day, month = int(hit["first"]), int(hit["second"])
        if lexicon.language == _WORLD:
            if max(day, month) <= _MONTHS:
                return None
            day, month = max(day, month), min(day, month)
    else:
        hit = _NAMED.search(text, line.start, line.end)
        if hit is None:
            return None
        day, month = int(hit["day"]), _month(hit["month"], lexicon)
    span = Span(*hit.span())
    timed = lexicon.language != _WORLD and _TIMED.match(text, span.end, line.end) is not None
    period = make_day(_CENTURY + int(hit["year"]), month, day) if month else None
    return (span, period) if period is not None and (timed or free(text, line, span, lexicon)) else None


def slashed_stamp(text: str, line: Line, lexicon: Lexicon) -> tuple[Span, Period] | None:
    """The day with which a dispatch is signed: "... said an official. (Colombo/Feb08/2019)"."""
    at = closing_bracket(text, line)
    hit = _SLASHED.match(text, at, line.end) if at >= 0 else None
    month = _month(hit["month"], lexicon) if hit else 0
    period = make_day(int(hit["year"]), month, int(hit["day"])) if hit and month else None
    return (Span(*hit.span()), period) if hit and period is not None else None


def closing_bracket(text: str, line: Line) -> int:
    """Where the bracket opens with which a line ends, behind a sentence; -1 where there is none."""
    at = max(text.rfind(mark, line.start, line.end) for mark in _OPENS)
    ends = text[line.end - 1 : line.end] in _CLOSES and line.end - at <= _MOST_SIGNED
    return at if ends and text[:at].rstrip()[-1:] in _STOPS else -1


def _month(word: str, lexicon: Lexicon) -> int:
    """The number of a month by its name, 0 of any other word."""
    for form in (word, f"{word}."):
        entry = lexicon.word(form)
        if entry is not None and entry.tag == "μ":
            return int(str(entry.value))
    return 0
