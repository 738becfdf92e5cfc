"""When a year, a half or some months close, told beside them: "the year, which closed in March"."""

from __future__ import annotations

from attrs import evolve

from tradenews.grammar.fiscal import in_fiscal
from tradenews.grammar.fiscal_parts import of_running, of_told
from tradenews.grammar.moments import CLOSED, sense
from tradenews.grammar.rule import Grammar, Hit, Rule
from tradenews.grammar.stretches import COUNTED, months_up_to, part_closed, pattern_up_to, whole_month
from tradenews.grammar.values import Moment
from tradenews.normalize.periods import from_edtf, shift, with_year

_YEAR = 12  # months
_STARTS = frozenset({"day", "week", "month"})  # that a season can be told to start with
_THIS_SEASON = frozenset({"season", "season0"})
_LIMITS = frozenset({"until", "before"})


def _closes(hit: Hit) -> bool:
    """Does a word between say that something ends: "closed", "abgelaufenen", "clos"?"""
    return any(sense(hit, i, "closed") for i in hit.chain.find("lYVJκ", hit.first, hit.last))


def _is_of_season(hit: Hit, link: int) -> bool:
    """Is a link, or one of its words, a season, which is summed up to a month and does not close with it?"""
    if hit.chain.tags[link] == "φ":
        return bool(hit.chain.values[link] != "fiscal")
    lexicon = hit.context.lexicon if hit.context is not None else None
    entries = (lexicon.word(word) for word in hit.chain.words(link).split()) if lexicon else ()
    return any(entry is not None and entry.tag == "φ" and entry.value != "fiscal" for entry in entries)


def _closed(hit: Hit, year: Moment | None, last: Moment) -> Moment | None:
    """The twelve months up to one; the year in which that is, if the closing year tells it."""
    month = whole_month(last)
    if month.grain != "month" or month.relation or month.compared or last.direction in ("since", "after"):
        return None
    if year is not None and year.grain in COUNTED:
        spoken = "" if year.relation.endswith("~0") else year.relation
        return part_closed(evolve(year, relation=spoken), evolve(month, direction="", part=""))
    if year is not None and (year.grain != "fiscal" or year.compared):
        return None
    pattern = pattern_up_to(int(month.pattern[5:7]), _YEAR) if month.pattern else ""
    told = year is not None and not year.fiscal and year.period is not None
    if told and year is not None and year.period is not None and year.period.end is not None and pattern:
        period = months_up_to(with_year(month.pattern, year.period.end.year), _YEAR)
        return Moment(period, "fiscal", part=CLOSED) if period is not None else None
    return Moment(months_up_to(month.period, _YEAR), "fiscal", pattern=pattern, part=CLOSED)


def _season(hit: Hit) -> tuple[Moment | None, Moment] | None:
    """The same of a season that its two years tell, of which a verb says that it closed."""
    found: list[Moment] = hit.all("θ")
    year = found[0] if hit.tags[0] == "θ" and len(found) > 1 else None
    told = year is not None and year.period is not None and not (year.relation or year.direction)
    return (year, found[-1]) if told and _is_of_season(hit, hit.first + (hit.tags[1] == "φ")) else None


def _first(hit: Hit) -> tuple[Moment | None, Moment] | None:
    """The year at the head of a match, None for one without its years, and the month at its end."""
    found: list[Moment] = hit.all("θ")
    bare = hit.tags[0] == "φ"
    if _is_of_season(hit, hit.first) or (hit.tags[1] == "φ" and hit.chain.values[hit.first + 1] != "fiscal"):
        return None
    return None if bare else found[0], found[-1]


def _behind(hit: Hit) -> Moment | None:
    """``l'exercice achevé fin mars``, ``das Geschäftsjahr, das Ende Juni endete``."""
    ends = _first(hit) or _season(hit)
    return _closed(hit, *ends) if ends is not None and _closes(hit) else None


def _limit(hit: Hit) -> Moment | None:
    """``het boekjaar tot en met maart``, ``l'exercice clos fin mars``: a year up to a month."""
    ends = _first(hit)
    if ends is None or (ends[0] is not None and ends[0].relation != "whole"):
        return None
    year, last = ends
    limited = last.direction in _LIMITS or (
        "l" not in hit.tags and (last.part == "end" or last.grain == "day")
    )
    return _closed(hit, None if year is None or year.relation else year, last) if limited else None


def _aside(hit: Hit) -> Moment | None:
    """``im Geschäftsjahr 2023/24 (bis Ende September)``, ``(30. Juni)``."""
    ends = _first(hit)
    if ends is None or ends[1].grain not in ("month", "day"):
        return None
    limited = ends[1].direction in _LIMITS or ends[1].part == "end" or ends[1].grain == "day"
    part = ends[0]
    if not limited or part is None or not part.relation.startswith("in@"):
        return _closed(hit, *ends) if limited else None
    closed = _closed(hit, Moment(from_edtf(part.relation[3:]), "fiscal"), ends[1])
    return _within(part, closed, hit) if closed is not None else None


def _within(part: Moment, year: Moment, hit: Hit) -> Moment | None:
    """A part of a year that closed: of two the latest that is over, where only the month is told."""
    day = hit.context.reference if hit.context is not None else None
    period = in_fiscal(part, year.period, numbered=True) if year.period is not None else None
    later = shift(period, "year~1") if period is not None and year.pattern else None
    over = later is not None and later.end is not None and day is not None and later.end < day
    return Moment(later if over else period, "range") if period is not None else None


def _part(hit: Hit) -> Moment | None:
    """``le premier semestre de l'exercice clos fin mars``: a part of a year told by when it closes."""
    part, year = hit.all("θ")
    numbered = part.grain in ("quarter", "half") or part.pattern.startswith("XXXX-01/")
    told = year.grain == "fiscal" and year.part == CLOSED and not year.compared
    return _within(part, year, hit) if told and numbered and part.pattern and not part.compared else None


def _ahead(hit: Hit) -> Moment | None:
    """``das Ende März abgelaufene Geschäftsjahr 2015/16``, ``het eind maart afgesloten boekjaar``."""
    found: list[Moment] = hit.all("θ")
    year = found[1] if len(found) > 1 else None
    over = year is not None and year.fiscal == "-1"
    if _is_of_season(hit, hit.last - 1) or not (over or _closes(hit)):
        return None
    whole = year is not None and year.relation in ("whole", "year~0")  # 截至2023年12月31日止全年
    return _closed(hit, None if whole else year, found[0])


def _months(hit: Hit) -> Moment | None:
    """``sur les douze mois arrêtés à fin mars``: so many months up to one."""
    first, last = hit.all("θ")
    counted = first.relation == "same" and first.pattern.startswith("XXXX-01/")
    month = whole_month(last)
    if not counted or not _closes(hit) or month.grain != "month" or month.relation or month.compared:
        return None
    count = int(first.pattern[-2:])
    pattern = pattern_up_to(int(month.pattern[5:7]), count) if month.pattern else ""
    return Moment(months_up_to(month.period, count), "range", pattern=pattern)


def _opened(hit: Hit) -> Moment | None:
    """``la campaña que empezó en octubre``: summed up since that month; a season by its years stays."""
    found: list[Moment] = hit.all("θ")
    if not any(sense(hit, i, "opened") for i in hit.chain.find("lYVJα", hit.first, hit.last)):
        return None
    year, month = (found[0] if hit.tags[0] == "θ" else None), found[-1]
    if month.grain not in ("month", "day") or month.relation or month.direction or month.compared:
        return None
    if year is not None and (year.grain != "fiscal" or year.compared or year.direction):
        return None
    named = year is not None and (year.period is not None or year.relation not in _THIS_SEASON)
    return year if named else evolve(month, direction="since")


def _since_start(hit: Hit) -> Moment | None:
    """``since the start of the season on October 1``: since the day or month in which it began."""
    season, first = hit.all("θ")
    unknown = season.grain == "fiscal" and season.direction == "since" and season.period is None
    plain = first.grain in _STARTS and not (first.direction or first.relation or first.compared)
    return evolve(first, direction="since") if unknown and plain else None


def _on_day(hit: Hit) -> Moment | None:
    """``al 30 giugno un esercizio``: the last day of a month right before the year that it closes."""
    day: Moment = hit["θ"]
    ends = whole_month(day).grain == "month" and day.grain == "day" and not _is_of_season(hit, hit.last - 1)
    return _closed(hit, None, day) if ends and not (day.direction or day.relation) else None


def _count(hit: Hit) -> Moment | None:
    """``nei dodici mesi chiusi a marzo``, ``the quarter that closed in March``: so many months up to one."""
    last: Moment = hit["θ"]
    limited = last.direction in _LIMITS or last.part == "end" or _closes(hit)
    month, digits, unit = whole_month(last), str(hit.get("dw") or "1"), str(hit["τ"])
    if not limited or month.grain != "month" or month.relation or month.compared or not digits.isdigit():
        return None
    count = int(digits) * {"month": 1, "year": _YEAR, **COUNTED}.get(unit, 0) if len(digits) <= 2 else 0
    if not 1 < count <= _YEAR or (unit == "year" and not _closes(hit)):
        return None
    pattern = pattern_up_to(int(month.pattern[5:7]), count) if month.pattern else ""
    return Moment(months_up_to(month.period, count), "range", pattern=pattern)


CLOSINGS = Grammar(
    "θ",
    Rule("closing.behind", "(?: θφ? | φ ) ,? [_l]{0,3} [lYVJ]{1,2} [nzotq]? _? θ", _behind,
         example="nell'esercizio chiuso a marzo", language="it"),
    Rule("closing.verb", "(?: θφ? | φ ) ,? [_l] [nzt]? _? θ [lYVJ]{1,2}", _behind,
         example="in het boekjaar dat eind maart afliep", language="nl"),
    Rule("closing.opened", "(?: θφ? | φ ) ,? [_l=oT]{0,4} [lYVJ]{1,2} [nzotq]? _? θ", _opened,
         example="en la campaña que empezó en octubre", language="es"),
    Rule("closing.opened_verb", "(?: θφ? | φ ) ,? [_l] [nzt]? _? θ [lYVJ]{1,2}", _opened,
         example="in der Saison, die im Oktober begann", language="de"),
    Rule("closing.since_start", "θ ,? [nzo_]{0,2} θ", _since_start,
         example="since the start of the season on October 1"),
    Rule("closing.aside", "(?: θφ? | φ ) ‹ [nztol]? _? θ ›", _aside,
         example="im Geschäftsjahr 2023/24 (bis Ende September)", language="de"),
    Rule("closing.ahead", "θ α? _? [lYVJκ]{0,2} [φθ]", _ahead,
         example="im Ende März abgelaufenen Geschäftsjahr 2015/16", language="de"),
    Rule("closing.ahead_count", "θ α? [lYVJ] [dw] τ", _count,
         example="截至2024年6月30日止六个月", language="zh"),
    Rule("closing.behind_day", "θ _? φ", _on_day,
         example="ha archiviato al 30 giugno un esercizio", language="it"),
    Rule("closing.limit", "[φθ] l? _? θ", _limit,
         example="in het boekjaar tot en met maart", language="nl"),
    Rule("closing.months", "θ [lYVJ]{1,2} [nzt]? _? θ", _months,
         example="sur les douze mois arrêtés à fin mars", language="fr"),
    Rule("closing.count", "(?: [dw] τ [lYVJ]{0,2} | τ [lYVJ]{1,2} ) [nzt]? _? θ", _count,
         example="nei dodici mesi chiusi a marzo", language="it"),
)  # fmt: skip

CLOSED_PARTS = Grammar(
    "θ",
    Rule("closing.part", "θ [on]? _? θ", _part,
         example="au premier semestre de son exercice clos fin mars", language="fr"),
    Rule("closing.running", "θ [on]? _? a? φ (?! [dθακ] )", of_running,
         example="in the first ten months of the fiscal year"),
    Rule("closing.so_many", "[dw] τ [on] _? a? φ (?! [dθακ] )", of_running,
         example="Ethiopia sold more in ten months of the fiscal year"),
    Rule("closing.so_far", "θ [on] _? a? θ", of_told,
         example="in the past ten months of this fiscal year"),
    Rule("closing.so_many_told", "[dw] τ [on] _? a? θ", of_told,
         example="in zehn Monaten des Haushaltsjahres, das im Juli begann", language="de"),
)  # fmt: skip
