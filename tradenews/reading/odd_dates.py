"""Dates of articles in odd places: in the brackets of a dispatch, behind a masthead, in an issue's number.

They are looked for where no stamp, label or dateline tells the date.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.span import Span
from tradenews.normalize.periods import grain_of, make_month, make_year
from tradenews.reading.lines import Line, forms_of, is_wide
from tradenews.reading.short_stamps import closing_bracket, slashed_stamp
from tradenews.reading.stamps import Stamp, dated_opening, find_stamps, told_today

_OPENS, _CLOSES = "（(【[〔［", "）)】]〕］"
_STOPS = "。；！？;!?"
_HEAD: Final = 60  # characters of a paragraph in which a dispatch tells its day
_LEAD: Final = 12  # characters before the bracket that holds the day
_DASHED = regex(r"\s?[,，]?\s?[\u3400-\u9fff]{0,6}\s?[-–—]{1,2}")
_BRACKETED_MONTH = regex(r"[^.;:()\n]{2,30} ?\((?P<date>[^()\n]{6,24})\) ?(?:[.:]|[-–—]{1,2})\s")
_SET_OFF = regex(r"[|·•–—-] ?$")
_NUMBER = regex(r"(?<!\w)(?:[nN][°ºr]|No|Nr|№|[nN](?=\.))\.?[°º]? ?(\d{1,2}) ?/ ?((?:19|20)?\d\d)$")
_WIDE_ISSUE = regex(r"(?<!\d)((?:19|20)\d\d)年(\d{1,2})月(?:第\S{1,3}?|中|刊|)(?P<noun>\D{1,2})")
_MOST_LINE: Final = 110
_MONTHS: Final = 12
_CENTURY, _TURN = 100, 50  # "6/98", "6/12"


def odd_stamps(
    text: str, lines: Sequence[Line], body: int, foot: int, title: int | None, lexicon: Lexicon
) -> list[Stamp]:
    """The date of an article that no stamp tells, if any; ``title`` is the line of its headline."""
    if body >= len(lines):
        return []
    first = lines[body]
    found = told_today(text, first, lexicon) or dated_opening(text, first, lexicon)
    for line in lines[: body + 2] if not found else ():
        found = found or _in_dispatch(text, line, lexicon)
    if found:
        return found
    for i, line in enumerate(lines[:body]):
        alone = i == title and not (i == 0 and body > 1)  # a masthead may stand where a headline would
        if (i == 0 or not line.chrome) and (found := _of_issue(text, line, lexicon, headline=alone)):
            return found
    return (
        _in_brackets(text, first, lexicon)
        or _signed(text, lines[body:], lexicon)
        or _at_end(text, lines[max(foot - 1, body) :], lexicon)
    )


def _signed(text: str, lines: Sequence[Line], lexicon: Lexicon) -> list[Stamp]:
    """The day with which a dispatch is signed: (Colombo/Feb08/2019), "(Lusa, 14/11/2022)"."""
    for line in lines:
        if line.chrome or (at := closing_bracket(text, line)) < 0:
            continue
        if (found := slashed_stamp(text, line, lexicon)) is not None:
            return [Stamp(*found, weight=1)]
        for stamp in find_stamps(text, at, line.end, lexicon):
            if stamp.period is not None and grain_of(stamp.period) == "day":
                return [evolve(stamp, weight=1)]
    return []


def _in_dispatch(text: str, line: Line, lexicon: Lexicon) -> list[Stamp]:
    """The day with which a dispatch begins in a script without blanks: （新加坡讯，2022年10月17日）.

    That is one in brackets at its beginning, one before a dash, or one in the line of a reporter.
    """
    if line.chrome or not is_wide(text, line):
        return []
    for stamp in find_stamps(text, line.start, min(line.end, line.start + _HEAD), lexicon):
        before, behind = text[line.start : stamp.span.start], text[stamp.span.end : line.end]
        if stamp.period is None or grain_of(stamp.period) != "day" or any(c in before for c in _STOPS):
            continue
        if (
            _is_bracketed(before, behind, lexicon)
            or _DASHED.match(behind)
            or _is_reported(line, text, lexicon)
        ):
            return [evolve(stamp, weight=2)]
    return []


def _is_bracketed(before: str, behind: str, lexicon: Lexicon) -> bool:
    """Does a bracket that a line begins with, or soon after the word for a dispatch, close behind a day?"""
    opened = max(before.rfind(mark) for mark in _OPENS)
    if opened < 0 or any(mark in before[opened:] for mark in _CLOSES):
        return False
    sent = forms_of(lexicon, "dateline")
    rest = behind.lstrip(" 　")
    form = max((form for form in sent if rest.startswith(form)), key=len, default="")
    lead = fold(before[:opened].strip(" 　" + _OPENS + _CLOSES))
    closes = rest[len(form) : len(form) + 1] in tuple(_CLOSES)
    return closes and (not lead or (len(lead) <= _LEAD and lead.endswith(sent)))


def _is_reported(line: Line, text: str, lexicon: Lexicon) -> bool:
    """Is a short line one of who reports from where: 本报记者 王力 2019年12月19日 江苏苏州报道?"""
    words = fold(line.of(text))
    named = any(form in words for form in forms_of(lexicon, "byline") if len(form) > 1)
    return line.end - line.start <= _HEAD and named and words.endswith(forms_of(lexicon, "report"))


def _of_issue(text: str, line: Line, lexicon: Lexicon, *, headline: bool) -> list[Stamp]:
    """The month of a bulletin, told by its masthead: "Harbour News | June 2021", "n.º 6/98", 2026年8月号.

    A ``headline`` may end with the month that it is about.
    """
    if line.end - line.start > _MOST_LINE:
        return []
    words = line.of(text)
    if (number := _NUMBER.search(words)) is not None:
        year = int(number[2])
        year += 0 if year >= _CENTURY else 1900 if year >= _TURN else 2000
        issue = int(number[1])
        period = make_month(year, issue) if 1 <= issue <= _MONTHS else make_year(year)
        return [Stamp(Span(line.start + number.start(), line.end), period, weight=1)] if period else []
    if found := _wide_issue(text, line.start, line.end, lexicon):
        return found
    for stamp in find_stamps(text, line.start, line.end, lexicon):
        before = text[line.start : stamp.span.start].rstrip()
        ends = not text[stamp.span.end : line.end].strip(" .)")
        if stamp.period is not None and ends and not headline and (not before or _SET_OFF.search(before)):
            return [evolve(stamp, weight=1)]
    return []


def _wide_issue(text: str, start: int, end: int, lexicon: Lexicon) -> list[Stamp]:
    """The month of a numbered issue or of a weekly report: 2026年8月号, 2025年9月第2期."""
    for hit in _WIDE_ISSUE.finditer(text, start, end):
        noun = fold(hit["noun"])
        month = make_month(int(hit[1]), int(hit[2])) if 1 <= int(hit[2]) <= _MONTHS else None
        if month is not None and noun.startswith(forms_of(lexicon, "issue")):
            return [Stamp(Span(hit.start(), hit.end()), month, weight=1)]
    return []


def _in_brackets(text: str, line: Line, lexicon: Lexicon) -> list[Stamp]:
    """The month in brackets behind the place with which a text begins: "Rabat (mai 2017). Le Maroc"."""
    if line.chrome or text[line.start : line.start + 1] >= UNSPACED:
        return []
    hit = _BRACKETED_MONTH.match(text, line.start, line.end)
    stamps = find_stamps(text, hit.start("date"), hit.end("date"), lexicon) if hit else []
    return [
        evolve(stamp, weight=2)
        for stamp in stamps
        if hit is not None and stamp.period is not None and stamp.span == Span(*hit.span("date"))
    ]


def _at_end(text: str, lines: Sequence[Line], lexicon: Lexicon) -> list[Stamp]:
    """The issue in which a text was printed, told behind it: （原刊2016年11月号）."""
    for line in lines:
        if line.end - line.start <= _MOST_LINE and (
            found := _wide_issue(text, line.start, line.end, lexicon)
        ):
            return found
    return []
