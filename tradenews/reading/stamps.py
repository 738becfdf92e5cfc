"""Dates as headers print them: stamps, labelled dates, prefixes; several weighed against each other."""

from __future__ import annotations

from datetime import date as Date

from attrs import define, evolve

from tradenews.grammar.context import Context
from tradenews.grammar.dates import DATES
from tradenews.grammar.periods import JOINS
from tradenews.grammar.values import Moment
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.lexicon.load import load_lexicon
from tradenews.models.article import Assumption
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.normalize.periods import from_edtf, grain_of, is_within, make_day, make_month, make_year
from tradenews.normalize.periods import place as place_pattern
from tradenews.reading.lines import Line, forms_of, label_at
from tradenews.reading.short_stamps import short_stamp
from tradenews.scan.tokens import scan

FIRST_YEAR, LAST_YEAR = 1950, 2099
_WORLD = "en"  # the language of stamps that a site never translated
_COMPACT = regex(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
_PREFIX = regex(r"\s*[^\W\d]{2,12}[ :]{1,2}((?:19|20)\d\d(?:-\d\d){0,2})(?![\d-])\s*")
_ISO = regex(r"(?<!\d)((?:19|20)\d\d([-.])[01]\d\2[0-3]\d)(?=T?\d\d:|\D|$)")
_CLOCK = regex(
    r"[\s,|·•@T/–—-]*(?:(?<=\s)[^\W\d_A-Z]{1,5}\s(?:[^\W\d_A-Z]{1,4}\s)?)?\d{1,2}\s?[:.hHu]\s?\d\d(?::\d\d)?"
    r"(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s*(?:[A-Z][A-Za-z]{1,4}(?![a-z])|[a-z]{1,4}\.?(?=\W*$)))?"
)
_WIDE_CLOCK = regex(r"[\s\u3400-\u9fff]{0,3}\d{1,2}[\u3400-\u9fff](?:\d\d[\u3400-\u9fff])?$")
_DAY_WORD = regex(r"[\s,(（]{0,3}(?P<day>[^\W\d_]{2,12})\.?[)）]?(?=[\s,|]|$)")
_EDGE = regex(r"(?<![\s,;:：｜|/\\·•()\[\]（）【】<>~–—-])[\s,;:：｜|/\\·•()\[\]（）【】<>~–—-]*$")
_LEAD = regex(r"[\s,;:：｜|/\\·•()\[\]（）【】<>~.–—-]")
_NUMBERED = regex(r"(?<!\w)(?:[nN][°ºr]|No|Nr|№|[nN](?=\.))\.?\s?\d")
_ISSUE = regex(r"(?<![\d/.-])(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)(?![\d/.-])")
_ISSUE_BEHIND = regex(r"(?<!\d)((?:19|20)\d\d)\D{1,3}(\d{1,2})\s?(?=\D|$)")
_MOST_NOUN = 14  # characters from a noun for an issue to its number
_FREE = 5  # the weight of a stamp without a label
_MAX_STAMP = 110
_MAX_WORDS = 4
_MOST_SIGNED = 9  # words before the date of a line that begins with its author
_MONTHS = 12
_MOST_OPENING = 90  # characters of a dateline
_DASHED_OFF = regex(r"\s?(?:[(\[/][^()\[\]\n]{1,40}[)\]/])?[\s.,]{0,2}[-–—]{1,2}\s")
_MOST_LEAD, _BEFORE = 500, 30  # characters of a first paragraph, and before a date


@define(unsafe_hash=True)
class Stamp:
    """A date in a line: where it stands, what it says, and how surely it is the article's (the weight)."""

    span: Span
    period: Period | None
    pattern: str = ""
    weight: int = 0
    assumptions: tuple[Assumption, ...] = ()


def find_stamps(text: str, start: int, end: int, lexicon: Lexicon) -> list[Stamp]:
    """The days and months that a stretch of a line names, as far as they are told without a reference."""
    segment = text[start:end]
    found = [
        Stamp(Span(start + hit.start(1), start + hit.end(1)), from_edtf(hit[1].replace(".", "-")))
        for hit in _ISO.finditer(segment)
    ]
    for hit in _COMPACT.finditer(segment):
        day = make_day(int(hit[1]), int(hit[2]), int(hit[3]))
        found += [Stamp(Span(start + hit.start(), start + hit.end()), day)] if day else []
    found = found or _with_short_month(segment, start, lexicon)
    if not found and any(map(str.isnumeric, segment)):
        found = _worded(text, start, end, lexicon)
        if not any(s.period for s in found) and lexicon.language != _WORLD and _COULD.search(segment):
            found = _worded(text, start, end, load_lexicon(_WORLD)) or found
    return found


_SHORT_MONTH = regex(
    r"(?<![\d.,])(?P<day>[0-3]?\d)\.? (?P<month>[^\W\d_]{3,4})\.? (?P<year>(?:19|20)\d\d)(?!\d)"
)
_COULD = regex(r"(?:19|20)\d\d")


def _with_short_month(segment: str, start: int, lexicon: Lexicon) -> list[Stamp]:
    """A month that is also another word: "17 Dez 2018", the tenth or December."""
    hit = _SHORT_MONTH.search(segment)
    entry = lexicon.word(f"{hit['month']}.") if hit else None
    month = int(str(entry.value)) if entry is not None and entry.tag == "μ" else 0
    day = make_day(int(hit["year"]), month, int(hit["day"])) if hit and month else None
    return [Stamp(Span(start + hit.start(), start + hit.end()), day)] if hit and day else []


def _worded(text: str, start: int, end: int, lexicon: Lexicon) -> list[Stamp]:
    context = Context(lexicon.language, lexicon)
    chain = JOINS.fold(DATES.fold(scan(text, start, end, lexicon), context), context)
    found = []
    for i in chain.find("θ"):
        moment: Moment = chain.values[i]
        if moment.grain in ("day", "month") and (moment.period or moment.pattern):
            span = Span(chain.starts[i], chain.ends[i])
            found.append(Stamp(span, moment.period, moment.pattern, assumptions=moment.assumptions))
    return found


def resolved(stamp: Stamp, reference: Date | None) -> Period | None:
    """The period of a stamp, the year of one without from the day that is known."""
    if stamp.period is not None or reference is None:
        return stamp.period
    return place_pattern(stamp.pattern, reference)


def prefix_date(text: str, line: Line, lexicon: Lexicon) -> tuple[Period, int] | None:
    """The date glued before the first line (" date 2017-09 Das ..."), and where the line goes on."""
    hit = _PREFIX.match(text, line.raw, line.end)
    if hit is None or label_at(text, line.start, line.end, lexicon, "published") is None:
        return None
    word = lexicon.word(hit[0].split()[0].rstrip(":"))
    if word is not None and word.tag in ("n", "o", "_"):
        return None  # "Em 2023, o Japão ...", "Il 2023 si è chiuso ..."
    period = from_edtf(hit[1])
    return (period, hit.end()) if period else None


def stamps_of(text: str, line: Line, lexicon: Lexicon) -> list[Stamp]:
    """The dates of a short line that is about nothing but where and when it was published."""
    if line.end - line.start > _MAX_STAMP or not any(map(str.isdigit, text[line.start : line.end])):
        return []
    labelled = label_at(text, line.start, line.end, lexicon, "published")
    updated = None if labelled else label_at(text, line.start, line.end, lexicon, "updated")
    out = []
    for stamp in find_stamps(text, line.start, line.end, lexicon):
        if stamp.period is None or not _plausible(stamp.period):
            continue
        day = grain_of(stamp.period) == "day"
        if labelled is not None or (updated and day and _is_told(text, line, stamp.span, lexicon)):
            out.append(evolve(stamp, weight=6 if day else 4))
        elif updated is not None:
            out.append(evolve(stamp, weight=2))
        elif day and (
            _stands_free(text, line, stamp.span, lexicon)
            or _is_told(text, line, stamp.span, lexicon)
            or _is_signed(text, line, stamp.span, lexicon)
        ):
            out.append(evolve(stamp, weight=5))
        elif _is_issue(text, line, stamp.span, lexicon):
            out.append(evolve(stamp, weight=3))
    if not out and (short := short_stamp(text, line, lexicon, _stands_free)) is not None:
        return [Stamp(*short, weight=5)]
    return out or _issue_stamps(text, line, lexicon)


def of_foot(stamps: list[Stamp], *, chrome: bool) -> list[Stamp]:
    """The stamps of a line below the text, of which those are less sure; in chrome only one with a label."""
    return [evolve(s, weight=s.weight - 2 - 2 * chrome) for s in stamps if not chrome or s.weight > _FREE]


def told_today(text: str, line: Line, lexicon: Lexicon) -> list[Stamp]:
    """The day that the first paragraph calls its own: "a annoncé ce mercredi 21 décembre 2022"."""
    end = min(line.end, line.start + _MOST_LEAD)
    return [
        evolve(stamp, weight=2)
        for stamp in find_stamps(text, line.start, end, lexicon)
        if stamp.period is not None
        and grain_of(stamp.period) == "day"
        and _is_today(text[max(line.start, stamp.span.start - _BEFORE) : stamp.span.start], lexicon)
    ][:1]


def dated_opening(text: str, line: Line, lexicon: Lexicon) -> list[Stamp]:
    """The day between a place and the dash before the first sentence: "Santiago, 21 ago 2025 (Efe).- La"."""
    end = min(line.end, line.start + _MOST_OPENING)
    return [
        evolve(stamp, weight=2)
        for stamp in find_stamps(text, line.start, end, lexicon)
        if stamp.period is not None
        and grain_of(stamp.period) == "day"
        and _DASHED_OFF.match(text, stamp.span.end, line.end) is not None
        and not any(mark in text[line.start : stamp.span.start] for mark in ".;:")
    ][:1]


def _is_today(before: str, lexicon: Lexicon) -> bool:
    """Does "today" or "this" stand before a date, with at most a weekday between?"""
    words = [word for word in (part.strip(" ,(") for part in before.split()) if word]
    entry = lexicon.word(words[-1]) if words else None
    if entry is not None and entry.tag == "δ":
        words.pop()
    return bool(words) and fold(words[-1]) in forms_of(lexicon, "today")


def _is_issue(text: str, line: Line, span: Span, lexicon: Lexicon) -> bool:
    """Does a numbered issue's line end with its month: "Note de conjoncture n° 27 – mai 2021"?"""
    if text[span.end : line.end].strip(" .)"):
        return False
    numbered = _NUMBERED.search(text, line.start, span.start) is not None
    return numbered or _names_issue(text[line.start : span.start], lexicon)


def _names_issue(words: str, lexicon: Lexicon) -> bool:
    """Does a noun for an issue stand among these words: "Ausgabe", "numéro"?"""
    nouns = forms_of(lexicon, "issue")
    return any(word.strip(" .,:|(") in nouns for word in fold(words).split())


def _issue_stamps(text: str, line: Line, lexicon: Lexicon) -> list[Stamp]:
    """``Heft 11/2019``, ``2019年第11期``: the month of a monthly's issue, else only its year."""
    hit = _ISSUE.search(text, line.start, line.end)
    if hit is not None and _names_issue(
        text[max(hit.start() - _MOST_NOUN, line.start) : hit.start()], lexicon
    ):
        number, year = int(hit[1]), int(hit[2])
    else:
        hit = _ISSUE_BEHIND.search(text, line.start, line.end)
        if hit is None or not fold(text[hit.end() : line.end]).startswith(forms_of(lexicon, "issue")):
            return []
        year, number = int(hit[1]), int(hit[2])
    period = make_month(year, number) if 1 <= number <= _MONTHS else make_year(year)
    return [Stamp(Span(*hit.span()), period, weight=3)] if period else []


def _plausible(period: Period) -> bool:
    return period.start is not None and FIRST_YEAR <= period.start.year <= LAST_YEAR


def _is_told(text: str, line: Line, span: Span, lexicon: Lexicon) -> bool:
    """Does a word for publishing stand behind a bar before a date, or a byline behind it?"""
    bar = max(text.rfind(mark, line.start, span.start) for mark in "|·•–,")
    at = bar + 1 + (text[bar + 1 : bar + 2] == " ")
    told = bar > 0 and label_at(text, at, line.end, lexicon, "published") is not None
    rest = text[span.end : line.end].lstrip(" 　|·")
    start = line.end - len(rest)
    return told or (bool(rest) and label_at(text, start, line.end, lexicon, "byline") is not None)


def _is_signed(text: str, line: Line, span: Span, lexicon: Lexicon) -> bool:
    """Does a line end with the date, and begin with who wrote: "Par Jeanne Dupont le 02/11/2021 à 17h48"?"""
    behind = text[span.end : line.end]
    clock = _CLOCK.match(behind)
    rest = behind[clock.end() :] if clock else behind
    if rest.strip(" .,|)") or len(text[line.start : span.start].split()) > _MOST_SIGNED:
        return False
    return label_at(text, line.start, span.start, lexicon, "byline") is not None


def _stands_free(text: str, line: Line, span: Span, lexicon: Lexicon) -> bool:
    """Is a date set off from the words around it, as in a stamp, and no part of a sentence?"""
    before, behind = text[line.start : span.start], text[span.end : line.end]
    day = _DAY_WORD.match(behind)
    entry = lexicon.word(day["day"]) if day is not None else None
    if day is not None and entry is not None and entry.tag == "δ":
        behind = behind[day.end() :]
    clock = _CLOCK.match(behind) or _WIDE_CLOCK.match(behind)
    rest = behind[clock.end() :] if clock else behind
    ends = not rest.strip(" .,;:|/-–—)（）]】") or clock is not None or bool(_LEAD.match(rest))
    edge = _EDGE.search(before)
    opens = not before.strip(" |/·•(（[📅🕒-–—") or (edge is not None and bool(edge[0].strip()))
    opens = opens or (clock is not None and len(before.split()) == 1)  # a weekday: "do 12 dec 2019 - 15:40"
    if opens and ends:
        return clock is not None or len(rest.split()) <= 8
    return ends and not rest.strip(" .)") and len(before.split()) <= _MAX_WORDS


def weigh(stamps: list[Stamp]) -> Period | None:
    """The date of publication among those stated: the weightiest, of equals the first, then the finest."""
    if not stamps:
        return None
    best = max(stamps, key=lambda s: s.weight)
    chosen = best.period
    for stamp in stamps:
        if (
            stamp.period
            and chosen
            and stamp.period != chosen
            and stamp.weight > 1
            and is_within(stamp.period, chosen)
        ):
            chosen = stamp.period
    return chosen
