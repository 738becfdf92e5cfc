"""What sentences without amounts say of time: the period they speak of, and since when something holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from datetime import timedelta

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold, says
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.normalize.periods import grain_of
from tradenews.reading.figure_clock import Clock, Time
from tradenews.reading.figure_finders import PASSING
from tradenews.reading.figure_lasting import SIGNING
from tradenews.reading.figure_resolve import resolve
from tradenews.reading.figure_starts import begins
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_DAYS = frozenset(("day", "weekday"))
_STARTS = frozenset(("when.since", "when.closing", "when.in_force"))
_OPENING = 3  # links up to the period that opens a sentence
_IMPOSED = regex("K,?[lJ]n?$")
_NEWS = timedelta(days=3)  # before the article
_NOUN = 4  # links back to the noun
_STARTED = frozenset(("when.closing", "when.tied", "when.after", "when.before"))
_ASKS = frozenset("?？")
_ASKED = frozenset(("year", "fiscal", "half"))  # a question about a month may be a mere heading
_SUBJECT = regex("[o_]?θ[lVJbg]")  # at the head of a sentence, and its verb
_SUBJECTS = frozenset(("month", "quarter", "half", "year"))
_DAY_RANGE = 20  # letters: "2025-05-13/2025-05-17" is of days, "2025-05/2025-07" of months


def listen(sentence: Sentence, times: Sequence[Time], clock: Clock) -> None:
    """Take note of the period of a sentence without amounts that speaks of trade, or of a title."""
    heed(sentence, times, clock)
    _date_duties(sentence, times, clock)
    clock.visit = _visit(sentence, times)
    if any(str(sentence.chain.values[i]).startswith("price") for i in sentence.chain.find("K")):
        clock.quoted = _quoted(times, clock) or clock.quoted
    asks = sentence.chain.words(-1) in _ASKS and sentence.block.kind != "heading"
    headline = sentence.block.kind == "title" or (sentence.block.kind == "heading" and not clock.begun)
    _look_ahead(sentence, times, clock)
    accounts = accounts_of(sentence.chain, times, clock)
    told = bool(accounts) or _tells_trade(sentence.chain)
    if not (told or headline or asks) and _opens_with_subject(sentence.chain, times, clock):
        return
    silent = clock.current is not None and not told
    if silent and not headline and not asks:
        return
    for time in times:
        moment = time.moment
        summed = moment.direction == "until" and moment.grain == "month"  # "rose up to and including May"
        bound = bool(moment.direction) and not summed
        back = moment.grain == "year" and _looks_back(sentence.chain, clock)
        if time.compared or time.relative or bound or moment.grain in PASSING:
            continue
        if time.said and not back and time not in accounts:
            continue
        if _is_of_duties(sentence.chain, time.link):
            continue
        period = resolve(moment, clock, statistic=True)
        if told and not asks and not headline and _is_ahead(time, period, sentence.chain, clock):
            continue
        if headline and "m" in sentence.chain.tags and not _is_over(period, clock):
            continue  # "Firm lifts 2023 outlook"
        if (
            accounts
            and period is not None
            and clock.reference
            and clock.reference <= (period.end or Date.max)
        ):
            continue  # "The figures for March will be out next month"
        if asks and period is not None and not headline and moment.grain in _ASKED:
            clock.ask(period)
            return
        spoken = headline or told
        spoken = spoken or (moment.grain == "fiscal" and clock.current is None)  # "The 2021/22 season ended"
        spoken = spoken or back
        if (
            period is not None
            and not clock.is_recent(period)
            and (not spoken or _is_aside(time, period, clock))
        ):
            continue
        if period is not None and not (headline and clock.is_today(period)):
            clock.tell(period, figure=headline)
            clock.heard = not (headline or clock.year is None or clock.is_recent(period))
            return


def _is_over(period: Period | None, clock: Clock) -> bool:
    """Is a period over on the day of the article, as far as that is known?"""
    day = clock.reference
    return period is not None and period.end is not None and day is not None and period.end < day


def _is_ahead(time: Time, period: Period | None, chain: Chain, clock: Clock) -> bool:
    """Is a time not over yet only that of an outlook: "the second quarter will be far worse"?"""
    day = clock.reference
    if day is None or period is None or period.end is None or period.end < day or clock.current is None:
        return False
    return "m" in chain.tags[time.link + 1 : time.link + _OPENING]


def _is_aside(time: Time, period: Period, clock: Clock) -> bool:
    """Is a time long past named in the midst of a sentence: "which have kept us going for a decade"?"""
    return time.link > _OPENING and clock.is_bygone(period) and clock.current == clock.topic


def _looks_back(chain: Chain, clock: Clock) -> bool:
    """Does a text that tells neither its date nor any time yet begin with a year: "We look back on 2016"?"""
    return clock.reference is None and clock.current is None and not set(chain.tags) & set("DYm@")


def _opens_with_subject(chain: Chain, times: Sequence[Time], clock: Clock) -> bool:
    """Take note of a period that a sentence is about: "June was another story. Shipments fell"."""
    time = times[0] if times else None
    if time is None or clock.current is None or _SUBJECT.match(chain.tags) is None or "@" in chain.tags:
        return False
    moment = time.moment
    if time.compared or time.said or time.relative or moment.direction or moment.grain not in _SUBJECTS:
        return False
    acts = (str(chain.values[i]) for i in chain.find("Y"))
    signs = any(act.startswith(SIGNING) and not act.endswith("?") for act in acts)
    if signs or "D" in chain.tags or (moment.grain == "year" and chain.tags[0] == "θ" and clock.bare_years):
        return False  # "2019 eröffnete dort eine Fabrik"
    period = resolve(moment, clock, statistic=True)
    if period is None or clock.is_future(period) or not (clock.is_recent(period) or clock.year is None):
        return False
    clock.tell(period, figure=False)
    return True


def _tells_trade(chain: Chain) -> bool:
    """Has a sentence a word for what is counted by periods, not only one for stocks, areas or damage?"""
    return any(str(chain.values[i]) != "other" for i in chain.find("KJ"))


def accounts_of(chain: Chain, times: Sequence[Time], clock: Clock) -> list[Time]:
    """The times of which a sentence says that accounts are: "It presented its results for 2023"."""
    forms, near = clock.words.get("accounts", ()), _NOUN
    return [
        time
        for time in times
        if not (time.compared or time.relative or time.moment.grain in PASSING)
        and says(chain.words(max(time.link - near, 0), min(time.link + near, len(chain))), forms)
    ]


def _look_ahead(sentence: Sentence, times: Sequence[Time], clock: Clock) -> None:
    """Take note of a later year with which a sentence opens: "For 2025 the makers are wary. Exports ..."."""
    time, now = (times[0] if times else None), clock.current
    if time is None or now is None or now.end is None or time.link > _OPENING or time.compared:
        return
    if time.moment.grain not in ("year", "fiscal") or time.said or "Y" in sentence.chain.tags:
        return
    period = resolve(time.moment, clock, future=True)
    if period is not None and period.end is not None and period.end > now.end:
        clock.future = clock.current = period


def _is_of_duties(chain: Chain, link: int) -> bool:
    """Does a time only tell when duties were imposed: "the duties, introduced in 2011", "2011 eingeführt"?"""
    behind = _IMPOSED.search(chain.tags, max(link - _NOUN, 0), link)
    ahead = chain.tags[link + 1 : link + 3] == "JK"
    if behind is None and not ahead:
        return False
    return str(chain.values[link + 2 if behind is None else behind.start()]).startswith("tariff")


def heed(sentence: Sentence, times: Sequence[Time], clock: Clock) -> None:
    """Take note of the day from which duties hold: "since Monday, higher duties apply to 28 products"."""
    start = _start(sentence, times, clock)
    if start is not None and not _lifts(sentence.chain, clock):
        clock.start = start
        clock.starter = clock.duties[-1].draft.get("reporter") if clock.duties else None


def hear_duty(slot: Slot, period: Period | None, clock: Clock, *, starts: bool) -> None:
    """Take note of a duty, and of the day on which it ``starts``."""
    same = clock.latest is not None and clock.latest.sentence is slot.sentence
    clock.duties = [*(clock.duties if same else ()), slot]
    if starts and clock.start is None:
        clock.start, clock.levied = period, slot.sentence.block
        clock.starter = slot.draft.get("reporter")


def tells_start(slot: Slot, rule: str, period: Period | None, time: Time, clock: Clock) -> bool:
    """Is the period of a duty the day or month since which it holds, for those told next, too?"""
    if rule not in _STARTED or time.moment.grain not in (*_DAYS, "month"):
        return False
    if time.moment.direction == "since" and _is_new(period, clock):
        return bool(slot.draft.get("modality") != "conditional")
    if slot.draft.get("modality") != "actual":
        return False
    chain = slot.sentence.chain
    begun = begins(chain)
    return rule == "when.closing" or begun


def _is_new(start: Period | None, clock: Clock) -> bool:
    """Does what a text tells of start just now, or later?"""
    day = clock.reference
    if start is None or start.start is None or day is None:
        return False
    return start.start >= day - _NEWS


def _lifts(chain: Chain, clock: Clock) -> bool:
    """Does a sentence tell that duties are lifted: from that day on they do not hold?"""
    forms = clock.words.get("lifted", ())
    return any(fold(chain.words(i)) in forms for i in chain.find("VYlJ"))


def _start(sentence: Sentence, times: Sequence[Time], clock: Clock) -> Period | None:
    """The day from which what a sentence tells of holds: "the duty applies from Monday"."""
    chain = sentence.chain
    begun = begins(chain)
    found = [time for time in times if time.moment.grain in _DAYS and not time.compared]
    named = any(str(chain.values[i]).startswith("tariff") for i in chain.find("KJ"))
    if named:
        clock.levied = sentence.block
    levied = clock.levied is sentence.block or any(
        str(chain.values[i]).startswith("free_trade") for i in chain.find("D")
    )
    since = [t for t in found if t.moment.direction == "since" or (named and _leads(chain, t.link))]
    if since:
        return _day_of(chain, since[-1], clock)
    return _day_of(chain, found[-1], clock) if begun and found and levied else None


def _day_of(chain: Chain, day: Time, clock: Clock) -> Period | None:
    """The day on which something starts; a day of the week is the next one unless it is told as over."""
    if _is_to_come(chain, day, clock):
        return resolve(day.moment, clock, future=True)
    return day.moment.period


def _leads(chain: Chain, link: int) -> bool:
    """Does a word for "from" stand before a day: "duties from Nov. 28", "vom 28. November an"?"""
    return chain.tags[link - 1 : link] == "q" or chain.tags[link - 1 : link + 2] == "oθz"


def _date_duties(sentence: Sentence, times: Sequence[Time], clock: Clock) -> None:
    """Give the duties told before the day of this sentence: "It takes effect on 1 May".

    "The measure" is that of the sentence before, "the tariffs" are those of the paragraph. A day on which the
    duties were only announced gives way.
    """
    chain, last = sentence.chain, clock.latest
    if last is None or not clock.duties or "D" in chain.tags:
        return
    named = any(str(chain.values[i]).startswith("tariff") for i in chain.find("K"))
    if not named and last.sentence.number != sentence.number - 1:
        return
    begun = begins(chain)
    days = [
        t for t in times if t.moment.grain in (*_DAYS, "month") and not (t.said or t.compared or t.relative)
    ]
    leads = bool(days) and named and _leads(chain, days[0].link)
    if len(days) != 1 or not (begun or leads or days[0].moment.direction == "since"):
        return
    for slot in clock.duties:
        if slot.role in ("from", "than") or slot.sentence.block is not sentence.block:
            continue
        told, rule = slot.draft.get("period"), slot.draft.reasons["period"].rule
        ahead = slot.draft.get("modality") != "actual" or _is_to_come(chain, days[0], clock)
        period = resolve(days[0].moment, clock, future=ahead)
        period = _after(period, told, days[0], clock)
        if period is not None and (told is None or rule not in _STARTS):
            span = Span(chain.starts[days[0].link], chain.ends[days[0].link])
            slot.draft.set("period", period, "when.in_force", span)


def _is_to_come(chain: Chain, day: Time, clock: Clock) -> bool:
    """Is a day of the week the next one, as nothing says that it is over: "it takes effect on Monday"?"""
    begun = says(chain.words(0, len(chain)), clock.words.get("began", ()))
    return day.moment.grain == "weekday" and not begun


def _after(period: Period | None, told: Period | None, time: Time, clock: Clock) -> Period | None:
    """The day on which what was announced begins: "on Saturday" is the next one after that."""
    if told is None or period is None or period.end is None or told.start is None or period.end >= told.start:
        return period
    return resolve(time.moment, clock, future=True) if time.moment.grain == "weekday" else None


def _quoted(times: Sequence[Time], clock: Clock) -> Period | None:
    """The day on which prices moved of which the next sentences tell: "oil prices rose on Tuesday"."""
    days = (time for time in times if time.moment.grain in _DAYS and not (time.said or time.compared))
    day = next((time for time in days if not time.moment.direction and not time.relative), None)
    return resolve(day.moment, clock) if day is not None else None


def _visit(sentence: Sentence, times: Sequence[Time]) -> tuple[int, Period] | None:
    """The days of an event, as a visit or a fair: what is counted in the next sentence belongs to them."""
    for time in times:
        period = time.moment.period
        if period is not None and grain_of(period) == "range" and len(period.edtf) > _DAY_RANGE:
            return sentence.number, period
    return None
