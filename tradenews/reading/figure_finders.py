"""Where the period of an amount stands in its sentence: at it, before it, behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.period import Period
from tradenews.normalize.periods import make_interval, make_month, with_year
from tradenews.reading.figure_clock import Time
from tradenews.reading.figure_comparing import CHANGES, TIE
from tradenews.reading.figure_next import is_in_next
from tradenews.reading.figure_running import is_running
from tradenews.reading.figure_seasons import is_season
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_UNDATED = frozenset(
    ("deal_value", "investment", "finance", "count")
)  # dated only by words tied to the amount
_MONTHLY = frozenset(("finance", "investment", "count"))
_TIES = "nozt_lqα'"  # what may stand between an amount and the period tied to it
_CHANGE_TIES = "no_lα'"  # between a growth rate and its own period: "on", "from" and "above" compare
_FORECAST_TIES = _CHANGE_TIES + "yz"  # "a rise of 3 percent for this year"
_PRICE_AFTER = regex("^[Vlt_]{0,3}[tz]b?Q")
_LEADS = regex("[Vztlm_]{0,4}b?Q")  # "June at 1.56 million": a period before its own amount
_DAYS = ("day", "weekday", "week")
_BREAKS = ",;:‹›"
_OTHER_CLAUSE = frozenset(",;:‹›Q&¬mYDJV-")
_PLANS = frozenset(("forecast", "target"))
_OTHER_PLAN = frozenset(",;:‹›Q&¬-@")
_BEFORE_NOW = frozenset(("year~-1", "month~-1", "quarter~-1"))
_LONG = frozenset(("year", "fiscal", "half", "quarter", "range"))
_SAYING, _OTHER_TIME = frozenset(("month", "week")), frozenset("Q;:‹›¬")
_OPENING = 4  # links up to the period that opens a sentence
_OPENS_NEXT = regex("[;¬]n?[_l]?$")  # before a period with which the next clause opens
_OPENS_LAST = regex("[,;¬]n?[_l]?$")  # the same behind a rate: "65 tonnes a year, in 2022 it was 15"
_TELLS_NEXT = regex("[^,;:s‹Q]*Q")  # behind it, where that clause has an amount of its own
_TELLS_SOON = regex("[lz_V]{1,3}b?Q")  # "they sold 5, in 2019 it was 7", 2019年为95
_NEAR_RATE = 4  # links from "each year" to an amount
_RECORDED = ("to", "data")  # values of the words "recorded", "registrato"
_AHEAD = frozenset(("forecast", "target", "conditional"))
_LOOSE = 2  # so many commas part an amount from a period behind it
_NEAR_VERB = 4  # links from a time to the verb behind it
_CONVERTED = "Q‹Q›"  # "300 shillings (2 dollars)"
_CONTRACT = frozenset("DKT")  # what a month of delivery stands before
_FORESEEN = regex(r"(?:[qot]Q)?[_lt]*[mK][^Q,;:‹›θ]*")  # "from 5 to 4 its forecast of growth in"
PASSING = frozenset(("day", "weekday", "week", "decade", "years", "span", "season"))


def _ranked(slot: Slot, times: Sequence[Time]) -> Sequence[Time]:
    """The period of a list as long as the slot's own: "in July and August, 5 and 6, respectively"."""
    if slot.rank is None or len(times) != slot.ranks:
        return ()
    return times[slot.rank : slot.rank + 1]


def of_now(time: Time, chain: Chain, lexicon: Lexicon) -> Time:
    """ "In the year before" the article's own, where no other one is spoken of: "im Vorjahr"."""
    entry = lexicon.word(chain.words(time.link).partition(" ")[0])
    within = chain.tags[max(time.link - 1, 0) : time.link] == "n" or (entry is not None and entry.tag == "n")
    if time.moment.relation not in _BEFORE_NOW or time.compared or not within:
        return time
    if "Q" in chain.tags[: time.link]:
        return time
    return evolve(time, moment=evolve(time.moment, relation=""))


def tied(slot: Slot, times: Sequence[Time]) -> Sequence[Time]:
    """The period right behind the amount."""
    tags = slot.sentence.chain.tags
    time = next((time for time in times if time.link > slot.link), None)
    if time is None:
        return ()
    if time.owner == slot.link and slot.form in CHANGES:
        return (time,)  # "after a 5 percent fall in June"
    first = slot.link + 1
    ends = slot.form in CHANGES or "Q" not in tags[time.link : time.link + TIE]
    if ends and tags[first] in "Vv" and slot.sentence.chain.values[first] in _RECORDED:
        first += 1  # "the fall of 29 percent recorded in 2017"
    between = _unconverted(tags[first : time.link])
    if slot.draft.get("modality") == "forecast":
        between = between.replace("m", "")  # "40 containers expected in August"
    ties = _CHANGE_TIES if slot.form in CHANGES else _TIES
    if slot.form in CHANGES and slot.draft.get("modality") == "forecast":
        ties = _FORECAST_TIES
    return (time,) if len(between) <= TIE and all(tag in ties for tag in between) else ()


def _concluded(slot: Slot, found: list[Time]) -> list[Time]:
    """Without the period that a change is only against: "5 in May, 4 the year before, up 25 percent"."""
    if slot.form not in CHANGES or len(found) < 2 or not is_running(slot):
        return found
    old, new = found[0].moment, found[1].moment
    between = slot.sentence.chain.tags[found[0].link : slot.link]
    if "Q" not in between or "," not in between.rpartition("Q")[2]:
        return found
    if old.relation.startswith("same@"):
        return found[1:]
    ends = [moment.pattern or (moment.period.edtf if moment.period else "") for moment in (old, new)]
    if old.period is not None and new.period is not None:
        ends = [moment.period.edtf for moment in (old, new) if moment.period is not None]
    elif bool(old.pattern) != bool(new.pattern):
        return found
    return found[1:] if old.grain == new.grain and all(ends) and ends[0] < ends[1] else found


def _foreseen(slot: Slot, times: Sequence[Time]) -> Sequence[Time]:
    """The year that a forecast is of, not the month of it: "in May cut to 4 its forecast for 2018"."""
    time = next((time for time in times if time.link > slot.link), None)
    if time is None or time.moment.grain not in _LONG:
        return ()
    between = slot.sentence.chain.tags[slot.link + 1 : time.link]
    return (time,) if is_running(slot) and _FORESEEN.fullmatch(between) else ()


def _before(slot: Slot, times: Sequence[Time]) -> Sequence[Time]:
    """The periods before the amount, last first; for contracts and the like only in its own stretch."""
    tags = slot.sentence.chain.tags
    found = [
        time
        for time in reversed(times)
        if time.link < slot.link
        and not _stops(slot, time) & set(tags[time.link : slot.link])
        and not _is_other_rate(slot, time)
        and not _is_of_saying(slot, time, times)
    ]
    if slot.kind in _UNDATED and not is_running(slot):
        return [
            time
            for time in found
            if time.moment.grain not in (("weekday", "week") if slot.kind == "finance" else _DAYS)
            and (_opens(slot, time) or not any(tag in _BREAKS for tag in tags[time.link : slot.link]))
            and not (slot.kind == "count" and is_in_next(slot, time.link))
        ]
    return _concluded(slot, found)


def _is_of_saying(slot: Slot, time: Time, times: Sequence[Time]) -> bool:
    """Is it when was said what is of another time: "In May it said that it had sold 5 tonnes in 2023"?"""
    tags, own = slot.sentence.chain.tags, next((t for t in times if t.link > slot.link), None)
    if own is None or own.said or {time.moment.grain} - _SAYING or {own.moment.grain} - _LONG:
        return False
    said = time.said or "v" in tags[time.link : slot.link]
    return said and own.owner in (None, slot.link) and not set(tags[slot.link + 1 : own.link]) & _OTHER_TIME


def _stops(slot: Slot, time: Time) -> set[str]:
    """What a period before an amount does not reach over."""
    if time.relative:
        return set("Q;")
    return {";"} if slot.kind in ("tariff", "price") else set()


def _opens(slot: Slot, time: Time) -> bool:
    """Does a year, or the day of a stock, open the sentence, and so govern all of it: "In 2024, ..."?

    A month does of what countries tell of each month: "In May, remittances rose".
    """
    if time.link > _OPENING:
        return False
    if time.moment.grain == "month":
        stock = slot.kind == "count" and slot.form == "level"
        stock = stock and (time.moment.part == "end" or time.moment.direction == "until")
        if stock and not set(slot.sentence.chain.tags) & set("DY"):
            return True  # "At the end of June, the group had 500 employees"
        monthly = slot.kind in _MONTHLY and len(slot.draft.get("reporter") or "") in (0, 2)
        return monthly and not set(slot.sentence.chain.tags) & set("DYm@")
    return time.moment.grain in ("year", "years", "fiscal", "half", "quarter", "span", "day", "range")


def _after(slot: Slot, times: Sequence[Time]) -> Sequence[Time]:
    """The first period behind the amount, where no other amount stands between and the clause goes on."""
    tags = slot.sentence.chain.tags
    time = next((time for time in times if time.link > slot.link), None)
    if time is None or _is_other_rate(slot, time):
        return ()
    if time.owner == slot.link:
        return (time,)
    between = _unconverted(tags[slot.link + 1 : time.link])
    if slot.kind in _UNDATED and not is_running(slot):
        if _is_planned(slot) and time.moment.grain not in PASSING:
            return (time,) if not set(between) & _OTHER_PLAN else ()
        return (time,) if time.moment.grain in _LONG and not set(between) & _OTHER_CLAUSE else ()
    if (time.relative and any(tag in "Q,;‹›" for tag in between)) or _is_of_next(slot, time):
        return ()
    if set("mVJ") & set(between.rpartition("&")[2] if "&" in between else ""):
        return ()  # "will make 5 tonnes and starts up in 2027"
    if slot.kind == "price":
        between = _PRICE_AFTER.sub("", between, count=1)  # "2.4 percent lower at $83.71 a barrel on Thursday"
    parted = "Y" in between or slot.form in CHANGES
    parted = parted and bool(between.rpartition(",")[2].strip(_TIES) if "," in between else "")
    own = time.link < slot.last or tags[slot.link : slot.link + 4] == _CONVERTED
    near = "Q" not in between and own and not parted
    alone = (
        len(times) == 1
        and not parted
        and is_running(slot)
        and between.count(",") < _LOOSE
        and not set(between) & set(";¬")
    )
    return (time,) if near or alone else ()


def _unconverted(between: str) -> str:
    """The tags behind an amount without the same sum in other money: "300 shillings (2 dollars) in May"."""
    return between.replace(_CONVERTED[1:], "").removeprefix("›")


def _is_planned(slot: Slot) -> bool:
    """Is it how many are to come, as jobs, guests or wagons: "14 buyers are expected in Lima next month"?"""
    return slot.kind == "count" and slot.form == "level" and slot.draft.get("modality") in _PLANS


def closing(slot: Slot, times: Sequence[Time]) -> Time | None:
    """The only period of a sentence, at its end: "Exports to Germany fell by 3 percent, but ... in 2024"."""
    if (
        not (is_running(slot) or (slot.kind == "other" and slot.form == "growth"))
        or is_yearly(slot)
        or len(times) != 1
        or times[0].relative
        or times[0].moment.grain in PASSING
    ):
        return None
    between = slot.sentence.chain.tags[slot.link + 1 : times[0].link]
    if _is_of_next(slot, times[0]):
        return None
    return times[0] if times[0].link > slot.link and "m" not in between else None


def _is_of_next(slot: Slot, time: Time) -> bool:
    """Does a period open a later clause that has its own amount: "it sold 5 a year; in 2022 it sold 4"?"""
    tags = slot.sentence.chain.tags
    pattern = _OPENS_NEXT if slot.quantity.amount.per is None else _OPENS_LAST
    if pattern.search(tags, slot.link + 1, time.link) is not None:
        return _TELLS_NEXT.match(tags, time.link + 1) is not None
    soon = _TELLS_SOON.match(tags, time.link + 1)
    if soon is None or _OPENS_LAST.search(tags, slot.link + 1, time.link) is None:
        return False
    values = slot.sentence.chain.values
    return bool(values[soon.end() - 1].amount.dimension == slot.quantity.amount.dimension)


def is_apart(slot: Slot, time: Time) -> bool:
    """Does more than one stretch of words part an amount from a period: "5 now, and wants 7 in 2028"?"""
    if time.link > slot.link:
        return not tied(slot, (time,))
    return any(tag in _BREAKS for tag in slot.sentence.chain.tags[time.link : slot.link])


def is_yearly(slot: Slot) -> bool:
    """Is an amount one for each year, as of a capacity: "5 million tonnes a year"?"""
    return slot.quantity.amount.per == "year" and slot.form == "level"


def _is_other_rate(slot: Slot, time: Time) -> bool:
    """Is a yearly amount parted from a time that is no limit: "in 2010 it gave up 5 million a year"?

    The time is then that of something else, unless it stands between two: "5 a year, in 2022 it was 6".
    """
    if not is_yearly(slot):
        return False
    chain, first = slot.sentence.chain, slot.sentence.chain.tags.rfind("Q", 0, time.link)
    if first >= 0 and time.link < slot.link and chain.values[first].amount.per == "year":
        return False
    return time.moment.direction != "until" and time.moment.grain not in ("range", "years")


def is_yearly_of_contract(slot: Slot) -> bool:
    """Is an amount what a contract gives for each year: "signed to buy 6,000 tonnes a year"?"""
    chain, first = slot.sentence.chain, max(slot.link - _NEAR_RATE, 0)
    if slot.form != "level" or "D" not in chain.tags or slot.draft.get("modality") != "actual":
        return False
    each = any(chain.values[i] == "year" for i in chain.find("λ", first, slot.link + 2))
    return each or slot.quantity.amount.per == "year"


def sums_to_day(time: Time, slot: Slot, times: Sequence[Time], words: Mapping[str, Sequence[str]]) -> bool:
    """Is a flow summed up to a day: "bis zum 10. Dezember", "al 10 de diciembre", "as of December 10"?

    Of a season it is summed from its start, which no rule knows.
    """
    moment, chain = time.moment, slot.sentence.chain
    if moment.grain != "day" or time.said or time.compared or time.within is not None:
        return False
    if slot.form != "level" or not is_running(slot) or slot.draft.get("modality") != "actual":
        return False
    if any(other.moment.grain in ("fiscal", "season") or is_season(other.moment.period) for other in times):
        return False
    if set(chain.tags[time.link : slot.link]) & set("&;"):
        return False  # "It kept its border closed until 1 September and bought 5 tonnes"
    return _is_limit(time, chain, words)


def _is_limit(time: Time, chain: Chain, words: Mapping[str, Sequence[str]]) -> bool:
    """Does "up to" or "as of" stand before a time?"""
    before = fold(chain.words(max(time.link - 2, 0), time.link)).split() if time.link else []
    forms = words.get("as of", ())
    return time.moment.direction == "until" or any(" ".join(before[-count:]) in forms for count in (1, 2))


def _year_so_far(
    slot: Slot, time: Time, times: Sequence[Time], words: Mapping[str, Sequence[str]]
) -> Period | None:
    """The part of a year that is told with the day up to which is summed: "as of 20 October, this year"."""
    chain, year = slot.sentence.chain, time.moment.period
    if time.moment.grain != "year" or year is None or year.start is None or slot.kind == "tariff":
        return None
    if slot.draft.get("modality") in _AHEAD:
        return None
    for other in times:
        period = other.moment.period
        first, last = sorted((time.link, other.link))
        if period is None or period.end is None or other.moment.grain not in ("day", "month"):
            continue
        parted = "Q" in chain.tags[first:last] and other.link > _OPENING
        if parted or other.said or other.compared or other.within is not None:
            continue
        if period.end.year == year.start.year and _is_limit(other, chain, words):
            return make_interval(make_month(year.start.year, 1), period)
    return None


def is_delivery(slot: Slot, time: Time) -> bool:
    """Is the month of a price that of the contract: "wheat for May gained 2 percent"?"""
    tags = slot.sentence.chain.tags
    before, behind = tags[max(time.link - 1, 0) : time.link], tags[time.link + 1 : time.link + 2]
    ahead, word = (
        tags[max(time.link - 2, 0) : time.link],
        str(slot.sentence.chain.values[max(time.link - 2, 0)]),
    )
    delivered = ahead[:1] == "H" or (ahead[:1] == "K" and word.startswith("exports?"))
    contract = (
        ahead == "Do"
        or before == "D"
        or ("Du" in tags[max(time.link - 3, 0) : time.link])
        or (delivered and ahead[1:] in ("tozq" if word == "deal" else "ntozq"))  # not "at the auction in May"
    )
    named = tags[time.link + 1 : time.link + 4] == "YoT"  # 1月交割的咖啡
    return contract or named or before == "z" or behind in _CONTRACT or (before == "t" and behind == "V")


def _delivered(slot: Slot, times: Sequence[Time]) -> Sequence[Time]:
    """When what is counted is delivered: "the first 15 trains are due to be delivered in 2025"."""
    return [time for time in times if slot.kind == "count" and _delivers(slot, time)]


def _delivers(slot: Slot, time: Time) -> bool:
    chain, (low, high) = slot.sentence.chain, sorted((slot.link, time.link))
    verbs = chain.find("J", low, min(high + _NEAR_VERB, len(chain)))
    given = any(str(chain.values[i]).startswith("exports") for i in verbs)
    return given and time.moment.grain not in _DAYS and not set(chain.tags[low + 1 : high]) & set("Q;:¬")


def _own(slot: Slot, times: Sequence[Time]) -> Sequence[Time]:
    """The period behind the amount in its clause, where the last one before it is that of another amount."""
    tags = slot.sentence.chain.tags
    before = next((time for time in reversed(times) if time.link < slot.link), None)
    if slot.kind in _UNDATED or is_yearly(slot) or before is None or "Q" not in tags[: before.link]:
        return ()
    time = next((time for time in times if time.link > slot.link), None)
    if time is None or time.relative or time.link >= slot.last or time.moment.grain != before.moment.grain:
        return ()
    leads = _LEADS.match(tags, time.link + 1) is not None
    return (time,) if not leads and not set(tags[slot.link + 1 : time.link]) & set("Q,;‹›:") else ()


def within_year(
    slot: Slot, time: Time, times: Sequence[Time], words: Mapping[str, Sequence[str]]
) -> Period | None:
    """A bare month in a sentence that opens with its year: "Last year, exports rose 5 percent in May"."""
    if (part := _year_so_far(slot, time, times, words)) is not None:
        return part
    moment, first = time.moment, times[0]
    if not moment.pattern or first.link >= min(time.link, _OPENING) or first.compared or time.compared:
        return None
    year = first.moment.period if first.moment.grain == "year" else None
    told = slot.sentence.chain.tags[first.link : min(time.link, slot.link)]
    if year is None or year.start is None or "Q" in told:
        return None
    month = with_year(moment.pattern, year.start.year)
    if month is None or moment.direction != "until" or moment.grain != "month" or not is_running(slot):
        return month
    actual = slot.draft.get("modality") not in _AHEAD
    return make_interval(make_month(year.start.year, 1), month) if actual else month


FINDERS = (
    (_ranked, "when.ranked"),
    (tied, "when.tied"),
    (_delivered, "when.delivered"),
    (_foreseen, "when.foreseen"),
    (_own, "when.own"),
    (_before, "when.before"),
    (_after, "when.after"),
)
