"""The months that have passed of a fiscal year: "in the first ten months of the fiscal year"."""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.fiscal import fiscal_pattern, in_fiscal, is_numbered
from tradenews.grammar.moments import fiscal_start
from tradenews.grammar.rule import Hit
from tradenews.grammar.values import Moment
from tradenews.models.period import Period
from tradenews.normalize.periods import make_fiscal, shift

_YEAR = 12  # months
_OPENED = frozenset(("month", "day"))
_NUMBERED = frozenset(("quarter", "half"))
_FROM_START = "XXXX-01/"


def of_running(hit: Hit) -> Moment | None:
    """``the first ten months of the fiscal year``: of the running one, or of the last so long."""
    part = _part(hit)
    return _placed(part, fiscal_start(hit), hit) if part is not None and hit["φ"] == "fiscal" else None


def of_told(hit: Hit) -> Moment | None:
    """``in the past ten months of this fiscal year``, ``of the fiscal year that began in July``."""
    part, year = _part(hit), hit.all("θ")[-1]
    dated = part is not None and len(hit.all("θ")) > 1 and part is hit.all("θ")[0] and not part.pattern
    if part is None or year.compared or (dated and part.period):
        return None
    if year.grain == "fiscal" and year.period is not None and not year.relation:
        period = in_fiscal(part, year.period, numbered=True)
        return Moment(period, "range") if period is not None else None
    if year.direction != "since" or year.grain not in _OPENED or not _tells_fiscal(hit):
        return None
    named = year.pattern or (year.period.edtf if year.period is not None else "")
    return _placed(part, int(named[5:7]), hit) if named[5:7].isdigit() else None


def _tells_fiscal(hit: Hit) -> bool:
    """Does a word for a fiscal year stand in what was taken together as when it began?"""
    lexicon = hit.context.lexicon if hit.context is not None else None
    last = next(reversed(list(hit.chain.find("θ", hit.first, hit.last))))
    words = hit.chain.words(last).replace(",", " ").split()
    pairs = [" ".join(words[i : i + size]) for size in (1, 2) for i in range(len(words) - size + 1)]
    entries = (lexicon.word(pair) for pair in pairs) if lexicon is not None else ()
    return any(entry is not None and entry.tag == "φ" for entry in entries)


def _part(hit: Hit) -> Moment | None:
    """The part that is counted from the start of the year: its first quarter, its first ten months."""
    if hit.tags[0] in "dw":
        count = hit.get("dw")
        return _months(int(str(count))) if hit["τ"] == "month" and str(count).isdigit() else None
    part: Moment = hit.all("θ")[0]
    if part.compared or part.direction:
        return None
    if part.relation == "same" and part.pattern.startswith(_FROM_START):
        return _months(int(part.pattern[-2:]))
    period = part.period
    if part.grain == "span" and period is not None and period.start and period.end:
        years = period.end.year - period.start.year
        return _months(years * _YEAR + period.end.month - period.start.month)
    numbered = part.grain in _NUMBERED or is_numbered(hit, part) or _ends_numbered(hit)
    return part if numbered and part.pattern and not part.relation else None


def _ends_numbered(hit: Hit) -> bool:
    """Does a numbered part of a year close the words of a period: "au cours des dix premiers mois"?"""
    lexicon = hit.context.lexicon if hit.context is not None else None
    words = hit.chain.words(hit.first).split()
    tails = (" ".join(words[i:]) for i in range(1, len(words)))
    entries = (lexicon.word(tail) for tail in tails) if lexicon is not None else ()
    return any(entry is not None and entry.tag == "π" for entry in entries)


def _months(count: int) -> Moment | None:
    pattern = f"{_FROM_START}XXXX-{count:02}"
    return Moment(None, "range", pattern=pattern) if 1 < count < _YEAR else None


def _placed(part: Moment, start: int, hit: Hit) -> Moment | None:
    """A part of the fiscal year that began last, or the last one of which it is over."""
    day = hit.context.reference if hit.context is not None else None
    own, pattern = f"0 {part.pattern}", fiscal_pattern(part, start)
    if not pattern:
        return evolve(part, fiscal=own) if part.period is not None else None
    year = make_fiscal(day.year - (day.month < start), start) if day is not None else None
    period = in_fiscal(part, year, numbered=True) if year is not None else None
    if period is None or day is None:
        return evolve(part, period=None, pattern=pattern, fiscal=own)
    return evolve(part, period=_over(period, day.isoformat()), pattern="", fiscal=own)


def _over(period: Period, day: str) -> Period:
    """A period, or the one a year before where it is not over on the article's day."""
    ahead = period.end is not None and period.end.isoformat() >= day
    return (shift(period, "year~-1") or period) if ahead else period
