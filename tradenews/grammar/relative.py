"""Words that are counted from the article's day or from the period spoken of: last year, two months ago."""

from __future__ import annotations

from tradenews.grammar.moments import (
    BARE,
    DIRECT,
    SEASONS,
    after,
    before,
    pattern_moment,
    placed,
    precision,
    related,
    sense,
    year_of,
)
from tradenews.grammar.naming import words_of
from tradenews.grammar.rule import Hit
from tradenews.grammar.values import Moment
from tradenews.grammar.years import STEPS, fiscal_at, tells_years
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.normalize.periods import (
    shift,
    stretch,
    unit_at,
    weekday_near,
)
from tradenews.scan.chain import Link

_REPORTED = (6, 9)  # months of which companies tell their results
_MOST_TIMES = 20  # more years or months than people count back
_BARE = frozenset(("month", "quarter", "half", "year"))
_ENDS = ",;s›VJK:&¶ "  # what follows a bare unit that is a period
_GOES_ON = "l_AQTH@°GW"  # the same behind "in the quarter", which nobody takes for one of each
_PARTS_OF_YEAR = ("quarter", "half")
_AT_END = 10  # links to a verb at the end of its clause


def weekday_moment(hit: Hit) -> Moment | None:
    """``Wednesday``: the latest one up to the article's day."""
    words = hit.chain.words(hit.first).rstrip(".")
    if len(words) <= 3 and words.isascii():
        return None
    day, context = int(hit["δ"]), hit.context
    if context is None or context.reference is None or precision(context) != "day":
        return Moment(None, "weekday", relation=f"weekday{day}")
    return Moment(weekday_near(day, context.reference), "weekday", relation=f"weekday{day}")


def last_named(hit: Hit) -> Moment | None:
    """``last October``, ``le 3 mars dernier``, ``last summer``, ``next Friday``."""
    step, context = str(hit["κ"]), hit.context
    if not DIRECT.fullmatch(step.lstrip("~")):
        return None
    reference = context.reference if context and precision(context) in ("day", "month") else None
    offset = int(step.lstrip("~"))
    if "δ" in hit.tags:
        if reference is None or precision(context) != "day":
            return Moment(None, "weekday")
        return Moment(weekday_near(int(hit["δ"]), reference, offset), "weekday")
    if "μ" in hit.tags:
        pattern = f"XXXX-{int(hit['μ']):02}"
    elif "σ" in hit.tags:
        pattern = f"XXXX-{SEASONS[hit['σ']]}"
    else:
        pattern = hit["π"]
    moment = pattern_moment(context, pattern)
    period = moment.period
    if period is not None and reference is not None and period.end is not None and period.start is not None:
        if offset > 0 or (offset == 0 and period.end < reference and "σ" in hit.tags):
            period = shift(period, "year~1")
        elif offset < 0 and period.start <= reference <= period.end:
            period = shift(period, "year~-1")
    return Moment(period, moment.grain)


def last_unit(hit: Hit) -> Moment | None:
    """``last year``, ``el mes pasado``, ``the previous quarter``, ``the same period``, ``the past year``."""
    unit, step = hit["τλ"], str(hit["κ"])
    if step == "same" or unit == "period":
        if step == "same":
            return Moment(None, "same", relation="same")
        return Moment(None, "same", relation="year~-1") if step in ("-1", "~-1") else None
    if step == "-1" and after(hit) == "α" and hit.chain.values[hit.last] == "before":
        return None  # "the last month before the sanctions"
    if any(sense(hit, i, "several") for i in range(hit.first, hit.last)) and step != "0":
        return Moment(None, "span")  # "in the coming years": nobody says how many
    if unit == "decade" and step in ("-1", "1"):
        step = "past" if step == "-1" else "coming"
    if step in ("past", "coming"):
        return _stretch(hit, unit, 1, step)
    relation = f"{unit}{step}"
    period = related(hit.context, relation)
    return Moment(period, unit, relation=relation if "~" in step or period is None else "")


def next_one(hit: Hit) -> Moment | None:
    """``7 percent this year and 6 the next``, ``lors de la précédente``: the one after or before that."""
    step, count = str(hit["κ"]).lstrip("~"), hit.get("w")
    if step not in ("1", "-1") or (step == "-1" and "~" not in str(hit["κ"])) or count not in (None, "1"):
        return None
    return Moment(None, "year", relation=f"year~{step}")


def next_bare(hit: Hit) -> Moment | None:
    """``12 billion this year and 13.5 billion next``: the year after."""
    return Moment(None, "year", relation="year~1") if str(hit["κ"]) == "1" else None


def _indefinite(hit: Hit) -> list[str]:
    return hit.context.lexicon.facts.get("indefinite", "").split() if hit.context else []


def bare_unit(hit: Hit) -> Moment | None:
    """``No mês, o saldo ...``, ``during the quarter``: the article's, or that of what the text speaks of."""
    unit = str(hit["τ"])
    if (hit.get("α") or "during") != "during":
        return None
    lead = "_" if before(hit) == "=" and before(hit, 2) == "_" else before(hit)  # "con lo que en el año"
    ends = _ENDS + _GOES_ON * (unit in _PARTS_OF_YEAR)
    if unit not in _BARE or after(hit) not in ends or lead in "wdiκ=o" or hit.context is None:
        return None
    article = hit.at("_")
    if article >= 0 and unit == "year" and hit.chain.words(article).lower() in _indefinite(hit):
        return None  # "em um ano"
    if unit == "year":
        return Moment(related(hit.context, "ytd"), "range", relation="ytd", part=BARE)
    return Moment(related(hit.context, f"{unit}~0"), unit, relation=f"{unit}~0")


def _count(hit: Hit) -> int:
    """The number of units: digits or a word; 1 for an article."""
    value = hit.get("dw")
    if value is None:
        return 1
    text = str(value)
    return int(text) if text.isdigit() and len(text) <= 3 else 0


def last_units(hit: Hit) -> Moment | None:
    """``the past five years``, ``next two years``, ``las últimas tres semanas``."""
    count, step = _count(hit), str(hit["κ"])
    if step == "same" and count > 1 and hit["τ"] == "month":
        return Moment(None, "same", relation="same")  # "the same three months of 2015"
    if count < 1 or step in ("same", "0"):
        return None
    if hit.chain.tags[hit.first] in "dw" and count > 1 and not _are_many(hit, count):
        return None  # "up from 48 last year"
    return _stretch(hit, hit["τ"], count, "coming" if step in ("1", "~1", "coming") else "past")


def _are_many(hit: Hit, count: int) -> bool:
    """Is the word for a time behind a number one for several, and are they not too many?"""
    if hit.words[-1] >= UNSPACED:
        return True
    ends = words_of(hit.context, "counted_endings")
    return count <= _MOST_TIMES and (not ends or fold(hit.words).endswith(ends))


def _stretch(hit: Hit, unit: str, count: int, step: str) -> Moment | None:
    context = hit.context
    if unit == "period":
        return None
    if context is None or context.reference is None or related(context, f"{unit}0") is None:
        return Moment(None, "span")
    if unit == "decade":
        unit, count = "year", 10 * count
    return Moment(stretch(unit, -count if step == "coming" else count, context.reference), "span")


def time_ago(hit: Hit) -> Moment | None:
    """``two years ago``, ``vor drei Monaten``, ``hace un año``, ``three years earlier``, ``三年前``."""
    count, unit, kind = _count(hit), hit["τ"], hit["α"]
    if count < 1 or unit == "period":
        return None
    if unit == "decade":
        unit, count = "year", 10 * count
    leads = hit.chain.tags[hit.first] == "α"
    if kind in ("ago", "ahead") or (kind == "before" and leads and before(hit) not in "τ"):
        offset = -count if kind != "ahead" else count
        relation, period = f"{unit}{offset}", related(hit.context, f"{unit}{offset}")
        return Moment(period, unit, relation="" if period else relation)
    if kind in ("earlier", "before") or kind == "later":
        offset = count if kind == "later" else -count
        relation = f"{unit}~{offset}"
        return Moment(related(hit.context, relation), unit, relation=relation)
    return None


def season_ago(hit: Hit) -> Moment | None:
    """``a season earlier``, ``une campagne plus tôt``, ``two fiscal years ago``, ``due campagne prima``."""
    count, kind = _count(hit), hit.get("α")
    if kind is None:
        kind = "earlier" if sense(hit, hit.last - 1, "earlier") else ""
    if count < 1 or kind not in ("ago", "earlier", "before", "later"):
        return None
    return Moment(None, "fiscal", relation=f"year~{count if kind == 'later' else -count}")


def season_beside(hit: Hit) -> Moment | None:
    """``the season after``, ``in der Kampagne davor``, ``het seizoen erna``."""
    link = hit.last - 1
    kind = hit.get("α")
    if kind in ("earlier", "before", "ago"):
        step = -1
    elif kind == "later" or sense(hit, link, "later"):
        step = 1
    else:
        return None
    return Moment(None, "fiscal", relation=f"year~{step}")


def _is_harvest(hit: Hit) -> bool:
    """Is a noun for what is produced one that also names its season: "la zafra", "die Ernte"?"""
    return sense(hit, hit.at("K"), "harvest") != ""


def harvest_ago(hit: Hit) -> Moment | None:
    """``uma safra antes``, ``une récolte plus tôt``: a season counted by its harvests."""
    return season_ago(hit) if _is_harvest(hit) else None


def last_harvest(hit: Hit) -> list[Link] | None:
    """``la próxima zafra``, ``na safra seguinte``: the season, beside the word for what is harvested."""
    step = STEPS.get(str(hit["κ"]), str(hit["κ"]))
    if not DIRECT.fullmatch(step.lstrip("~")) or step == "0" or not _is_harvest(hit):
        return None
    moment = Moment(None, "fiscal", relation=f"year{step}" if "~" in step else f"season{step}")
    links = [hit.chain.link(i) for i in range(hit.first, hit.last)]
    at = hit.at("κ") - hit.first
    links[at] = Link("θ", links[at].start, links[at].end, moment)
    return links


def unit_told(hit: Hit) -> Moment | None:
    """``the results of the quarter``, ``i conti del semestre``: the last one that is over."""
    unit, context = str(hit["τ"]), hit.context
    if unit not in ("quarter", "half") or before(hit) not in "lKøvT" or after(hit) not in _ENDS:
        return None
    if context is None or context.reference is None or precision(context) not in ("day", "month"):
        return None
    return Moment(unit_at(unit, context.reference, -1), unit)


def closing_year(hit: Hit) -> Moment | None:
    """``to close the year with 5``, ``que o ano feche com``: the article's year, or the one spoken of."""
    if hit["τ"] != "year":
        return None
    chain = hit.chain
    far = _AT_END if after(hit) == "u" else 1  # "das Jahr mit 5 Millionen Euro abschließen"
    beside = (hit.first - 1, hit.first, *range(hit.last, min(hit.last + far, len(chain))))
    verbs = [i for i in beside if 0 <= i < len(chain) and chain.tags[i] in "lVJYm!"]
    if not any(sense(hit, i, "year") or _ends_year(hit, i) for i in verbs):
        return None
    return Moment(related(hit.context, "year0"), "year", relation="whole")


def _ends_year(hit: Hit, link: int) -> bool:
    """Is one of the words of a link a verb of closing: "end the", "espera cerrar", "af te sluiten"?"""
    words = fold(hit.chain.words(link)).split()
    table = hit.context.lexicon.lines.get("directions", {}) if hit.context is not None else {}
    return len(words) > 1 and any(word in table.get("year", ()) for word in words)


def year_end(hit: Hit) -> Moment | None:
    """``until the end of the year``, ``entro fine anno``: of the article's."""
    values = hit.all("α")
    if hit["τ"] != "year" or not set(values) <= {"until", "before", "end", "early", "mid", "late"}:
        return None
    if after(hit) == "d" and year_of(hit.chain.values[hit.last]) is not None:
        return None  # "bis zum Jahr 2030"
    ahead = next((v for v in values if v in ("until", "before")), "")
    return Moment(related(hit.context, "year0"), "year", direction=ahead)


def part_of_season(hit: Hit) -> Moment | None:
    """``the first half of the season``: no half of a year, and nobody knows which months."""
    return Moment(None, "fiscal") if hit["φ"] == "marketing" else None


def bare_season(hit: Hit) -> Moment | None:
    """``since the start of the season``, which nobody can resolve; ``at the end of the season``: its own."""
    if before(hit) in "μΔ" or (after(hit) == "α" and hit.chain.values[hit.last] == "until"):
        return None  # 截至3月底的财年, "au cours de l'exercice terminé le 30 juin"
    if tells_years(hit):
        return None
    if hit["φ"] == "marketing" and hit.all("α")[-1] == "end" and hit.get("α") != "since":
        return Moment(None, "fiscal", relation="season")
    if hit.get("α") == "during":
        return Moment(None, "fiscal", relation="whole" if hit["φ"] == "fiscal" else "season")
    return Moment(None, "fiscal", direction="since" if hit.get("α") == "since" else "")


def count_before(hit: Hit) -> Moment | None:
    """``due anni prima``: where the word for "before" is that for "previous", too."""
    count, unit = _count(hit), hit["τ"]
    if count < 1 or unit == "period" or not sense(hit, hit.last - 1, "earlier"):
        return None
    relation = f"{unit}~-{count}"
    return Moment(related(hit.context, relation), unit, relation=relation)


def those_months(hit: Hit) -> Moment | None:
    """``the nine months``: those spoken of, else the first nine of a year."""
    count = _count(hit)
    if hit["τ"] != "month" or not 2 <= count <= 12 or after(hit) in "α":
        return None
    pattern = f"XXXX-01/XXXX-{count:02}"
    return Moment(placed(hit.context, pattern), "range", relation="same", pattern=pattern)


def fused_months(hit: Hit) -> Moment | None:
    """``nei nove mesi``: the same where the article is one with the preposition, or left out."""
    if _count(hit) not in _REPORTED or not sense(hit, hit.first - 1, "months so far"):
        return None
    return those_months(hit)


def _day_of_week(hit: Hit, weekday: int, weeks: int) -> Moment:
    """``上周五``: a day of last week, this week or the next."""
    week = related(hit.context, f"week{weeks:+}")
    if week is None or week.start is None:
        return Moment(None, "weekday")
    return Moment(weekday_near(weekday, week.end or week.start), "weekday")


def relative_word(hit: Hit) -> Moment | None:
    """``yesterday``, ``Vorjahr``, ``去年``, ``a year earlier``, ``year on year``."""
    value = str(hit["ρ"])
    if value.startswith("fiscal"):
        return fiscal_at(hit, value.removeprefix("fiscal"))
    if value.startswith("weekday"):
        return _day_of_week(hit, int(value[7]), int(value[8:]))
    if value.startswith("season"):
        return Moment(None, "fiscal", relation=value)
    if value == "whole":
        return Moment(None, "year", relation=value)
    if value.startswith("nth"):
        return Moment(None, "week", relation=value)
    compared, value = value.endswith("!"), value.rstrip("!")
    if value == "same":
        return Moment(None, "same", relation="same", compared=compared)
    if value.startswith("XXXX"):
        return pattern_moment(hit.context, value)
    period = related(hit.context, value)
    grain = value.rstrip("-+0123456789~")
    if value == "ytd" and after(hit) in "μπ":
        return None  # "en el acumulado enero-abril": it says itself of what
    if value in ("ytd", "now"):
        return Moment(period, "range" if value == "ytd" else "day", relation=value)
    if value.startswith(("past", "coming")):
        step, unit = value.split(":")
        return _stretch(hit, unit, 1, step)
    return Moment(period, grain, relation=value if "~" in value or period is None else "", compared=compared)
