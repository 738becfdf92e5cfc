"""The periods of a sentence, and those spoken of before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date as Date

from attrs import define, field

from tradenews.grammar.moments import DIRECT, settle
from tradenews.grammar.values import Moment
from tradenews.lexicon.forms import fold
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.normalize.periods import (
    grain_of,
    make_interval,
    make_month,
    make_year,
    relative,
    shift,
    weekday_near,
    with_year,
)
from tradenews.reading.figure_cues import is_index
from tradenews.reading.figure_sides import is_within
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_REPORTED = frozenset(("finance", "other", "investment"))  # of which reports tell how much it was so far
TIE = 4
_LEADS_ON = re.compile("t(?!b?Q)")  # "from May to July", unlike "from a year earlier to 5 tonnes"
_COMPARED = re.compile("=[_no]*θ[o']?$")  # "than April's 9.6 percent"
_ABOVE = re.compile("V[oqt]_*+l?[n_]*")  # "5 percent above that of June"
_DATED = re.compile("[no_]{0,2}θ")  # "to 4 percent from 5 in May"
_SAYS = 3
_HEADS = 3  # "which", "in which"
_STRETCHES = frozenset(("range", "span", "years", "half", "decade"))
_NO_FROM = frozenset(("day", "range"))  # "from January to August" is no comparison
_LONG = frozenset(("quarter", "half", "year", "fiscal", "range"))  # nothing is said in so long a time
_PARTS = frozenset(("month", "quarter", "half"))
CHANGES = frozenset(("growth", "delta"))
FAR = 6
_RUNNING = frozenset(
    ("exports", "imports", "trade", "balance", "production", "consumption", "sales", "gdp")
)  # kinds that are counted per period, so that one spoken of before still holds
_RECENT = 2  # years


@define(unsafe_hash=True)
class Time:
    """A period link of a sentence: where it is, what it holds, whether it is compared with or reported."""

    link: int
    moment: Moment
    compared: bool
    said: bool
    owner: int | None = None  # the only amount whose period it can be
    alone: bool = False  # singled out from the period spoken of: "in July alone"
    within: tuple[int, int] | None = None  # the clause or brackets outside of which it says nothing

    @property
    def relative(self) -> bool:
        """Does it hang on the period spoken of?"""
        return self.moment.relation.startswith("same") or "~" in self.moment.relation


@define
class Clock:
    """The periods spoken of: in the running text, of forecasts, and the year that bare months belong to."""

    block: object = None
    current: Period | None = None
    last: Period | None = None  # the last one at all, also of a baseline: what "a year later" follows
    topic: Period | None = None
    past: Period | None = None  # a year before the topic
    future: Period | None = None
    year: int | None = None
    reference: Date | None = None  # the article's own date
    anchor: Period | None = None  # without one: the latest period that the text dates in full
    fiscal: Period | None = None  # without a date: the fiscal year that the text looks ahead to
    start: Period | None = None  # the day since which duties hold
    levied: object = None  # the paragraph that told of them
    duties: list[Slot] = field(factory=list)  # those told last
    told: dict[str, Period] = field(factory=dict)  # the last period of each grain
    quoted: Period | None = None  # the day of the last price
    begun: bool = False  # has the running text begun, so that a heading is no title any more?
    sentence: object = None  # the one that told ``current``
    yearly: object = None  # the sentence that gave an amount per year
    visit: tuple[int, Period] | None = None  # days told by a sentence without amounts, by its number
    past_perfect: frozenset[str] = frozenset()  # words that tell of what had been before
    aside: Period | None = None  # what was spoken of before a sentence that singled a period out
    words: Mapping[str, Sequence[str]] = field(factory=dict)  # small words about time, by their sense
    voices: dict[Period, list[Slot]] = field(factory=dict)  # the figures that each period is of
    latest: Slot | None = None  # the figure before
    reported: str = ""  # the kind of the last figure of this paragraph that has a period
    statistics: bool = False  # has this paragraph a figure that is counted per period?

    def turn(self, block: object) -> None:
        """A new paragraph: a month singled out in the last one ("in July alone") gives way to the topic."""
        self.block, self.future, self.statistics = block, None, False
        self.reported = ""
        if self.topic is not None:
            self.current = self.topic

    def reset(self) -> None:
        """Another story begins."""
        self.current = self.last = self.topic = self.future = self.quoted = self.past = None
        self.told.clear()

    def tell(self, period: Period, *, figure: bool) -> None:
        """``period`` is the one spoken of now; that of the first figure, or of the title, is the topic."""
        self.current = period
        self.told[grain_of(period)] = period
        if self.topic is None and figure:
            self.topic, self.past = period, shift(period, "year~-1")

    def is_today(self, period: Period) -> bool:
        """Does a period hold the day of the article: in a headline, the date of a bulletin?"""
        day = self.reference
        return day is not None and bool(period.start and period.end and period.start <= day <= period.end)

    def is_recent(self, period: Period) -> bool:
        """Is a period over, and at most two years before the article, so that its figures may be news?"""
        day = self.reference or (self.anchor.end if self.anchor else None)
        if day is None or period.end is None or period.end > day:
            return False
        return day.year - period.end.year < _RECENT

    def instead(self, chain: Chain, link: int) -> bool:
        """Does "instead of" stand before an amount: the one that was wrong?"""
        forms = self.words.get("instead", ())
        return any(fold(chain.words(i)) in forms for i in range(max(link - 2, 0), link))

    def is_future(self, period: Period) -> bool:
        """Does a period lie in a year after the article's own?"""
        return self.year is not None and period.start is not None and period.start.year > self.year


def times_of(
    sentence: Sentence, slots: Sequence[Slot], head: Span | None, words: Mapping[str, Sequence[str]]
) -> list[Time]:
    """The periods of a sentence with these slots; ``head`` is the dateline, ``words`` are about time."""
    alone, relative = words.get("alone", ()), words.get("relative", ())
    founded = words.get("founded", ())
    chain, tags = sentence.chain, sentence.chain.tags
    links, duty = [slot.link for slot in slots], any(slot.kind == "tariff" for slot in slots)
    found = []
    for i in chain.find("θ"):
        moment = chain.values[i]
        if isinstance(moment, Moment):
            at = bisect_left(links, i)
            last = slots[at - 1] if at else None  # only the amount right before can own the period
            compared = (
                moment.compared
                or _is_compared(tags, i, moment, duty=duty)
                or _names_compared(chain, i)
                or _is_change(tags, i, moment, last)
            )
            said = _is_said(chain, i) or tags[i + 1 : i + 2] == "-" or is_within(sentence, i, head)
            only = bool(alone) and i + 1 < len(tags) and fold(chain.words(i + 1)) in alone
            within = _enclosure(chain, i, relative)
            if founded and any(fold(chain.words(k)) in founded for k in range(max(i - _HEADS, 0), i)):
                within = i, i  # "founded in 1987" dates nothing else
            owner = _owner(tags, i, moment, last)
            if last is not None and owner == last.link and at > 1 and _is_changed(slots[at - 2], last):
                owner = slots[at - 2].link
            found.append(Time(i, moment, compared, said, owner, only, within))
    return found


def _enclosure(chain: Chain, link: int, relative: Sequence[str]) -> tuple[int, int] | None:
    """The brackets around a period and its own amount, or the relative clause between commas it is in."""
    tags = chain.tags
    opened, closed = tags.rfind("‹", 0, link), tags.find("›", link)
    if opened >= 0 and closed >= 0 and "›" not in tags[opened:link]:
        return (opened, closed) if set(tags[opened:closed]) & set("QN") else None
    before = next((i for i in reversed(list(chain.find("Y", 0, link))) if chain.values[i] == "earlier"), -1)
    if before >= 0 and not set(tags[before:link]) & set(",;Q"):
        end = chain.first_of(",;", link, len(tags))
        return before, end if end >= 0 else len(tags)  # "after Beijing lifted its duties in March"
    first, last = tags.rfind(",", 0, link), tags.find(",", link)
    if first <= 0 or last < 0 or any(tag in ";:" for tag in tags[first:last]):
        return None
    heads = (fold(chain.words(i)) for i in range(first + 1, min(first + _HEADS, link)))
    return (first, last) if any(words in relative for words in heads) else None


def _owner(tags: str, link: int, moment: Moment, slot: Slot | None) -> int | None:
    """The amount that alone has a period: "(2022: 5 tonnes)", "than 5 tonnes in May"."""
    if tags[link + 1 : link + 3] == ":Q":
        return link + 2
    if tags[link + 1 : link + 4] == "‹Q›" and moment.relation:
        return link + 2
    if slot is None or not is_baseline(slot):
        return None
    return None if any(tag in "Q,;‹›&t" for tag in tags[slot.link + 1 : link]) else slot.link


def _is_changed(new: Slot, old: Slot) -> bool:
    """Is the old duty told behind the new, whose day it is then: "to 25 percent from 10 on 1 June"?"""
    return (new.kind, new.role, old.kind, old.role) == ("tariff", "to", "tariff", "from")


def _is_change(tags: str, link: int, moment: Moment, slot: Slot | None) -> bool:
    """Does a rate of change before the period compare with it: "5 percent above January"?"""
    if slot is None or slot.form not in CHANGES or link - slot.link - 1 > FAR:
        return False
    between = tags[slot.link + 1 : link]
    if any(tag in "Q,;:‹›&" for tag in between):
        return False
    if between.strip("_zb'") == "" and moment.grain in _STRETCHES:
        return False  # "over the nine months"
    if _ABOVE.fullmatch(between):
        return True
    against = moment.grain == "year" and between.rstrip("_")[-1:] in ("z", "=")  # "in value on 2022"
    within = "n" in between and not against
    return any(tag in "b=" for tag in between) or (not within and any(tag in "zqVoyl" for tag in between))


def _names_compared(chain: Chain, link: int) -> bool:
    """Does the period name the one compared with right before it: "im Vergleich zum Vormonat Mai"?"""
    before = chain.values[link - 1] if link and chain.tags[link - 1] == "θ" else None
    return isinstance(before, Moment) and before.compared


def _is_compared(tags: str, link: int, moment: Moment, *, duty: bool) -> bool:
    """Does "than", "against" or the like stand before the period, with no amount in between?

    "From" does not where there are duties: "25 percent from next month".
    """
    for i in range(link - 1, max(link - 1 - TIE, -1), -1):
        if tags[i] == "=" and tags[max(i - 1, 0)] in ",;mv":
            return False  # "que" of a relative clause
        if tags[i] == "=" or (
            tags[i] == "q"
            and not duty
            and moment.grain not in _NO_FROM
            and not _LEADS_ON.match(tags, link + 1)
        ):
            return True
        if tags[i] == "b" and tags[i + 1] == "n":
            return True  # "more than in 2015"
        if tags[i] not in "_no'":
            return False
    return False


def _is_said(chain: Chain, link: int) -> bool:
    """Does a verb of saying or publishing stand right before the period, or right behind it?"""
    tags = chain.tags
    for i in range(link - 1, max(link - 1 - _SAYS, -1), -1):
        if tags[i] == "v":
            return bool(chain.values[i] != "data")
        if tags[i] in "Q,;:θK":
            break
    reported = tags[link + 1 : link + 2] == "v" and chain.values[link + 1] != "data"
    return reported and chain.values[link].grain not in _LONG  # "2023 so viel wie nie"


def is_baseline(slot: Slot) -> bool:
    """Is the amount only what another one is compared with?"""
    chain, tags = slot.sentence.chain, slot.sentence.chain.tags
    former = slot.role == "from" and (slot.kind == "gdp" or is_index(slot))
    if slot.form in CHANGES and not (former and _DATED.match(tags, slot.link + 1)):
        return _COMPARED.search(tags, max(slot.link - TIE, 0), slot.link) is not None
    told = chain.values[slot.link - 2] if tags[max(slot.link - 2, 0) : slot.link] == "θ‹" else None
    if isinstance(told, Moment) and told.relation:
        return True  # "less than in the same months of 2022 (5 million)"
    behind = chain.values[slot.link + 1] if tags[slot.link + 1 : slot.link + 2] == "θ" else None
    if isinstance(behind, Moment) and not behind.compared and "~-" in behind.relation:
        return "Q" in tags[: slot.link]  # "after 5 million a year earlier"
    head = tags[max(slot.link - TIE, 0) : slot.link].rstrip("_o")
    return slot.role in ("from", "than") or (head.endswith(("Qb", "QVb", "Ql=", "QV=", "Q=")))


def resolve(
    moment: Moment, clock: Clock, *, statistic: bool = False, future: bool = False, summed: bool = True
) -> Period | None:
    """The period of a moment, on the strength of what was spoken of before where it hangs on that.

    "This month" of a statistic is the one spoken of: that of the article itself has no figures yet.
    """
    if statistic and moment.grain in clock.told and _is_this(moment, clock):
        return clock.told[moment.grain]
    if moment.relation == "whole":
        return make_year(clock.year) if future and clock.year else settle(moment, clock.current)
    if future and moment.relation == "year~0" and (clock.reference or clock.topic):
        return make_year(clock.reference.year) if clock.reference else settle(moment, clock.topic)
    if moment.relation.startswith("same") or "~" in moment.relation:
        if moment.grain == "day" and clock.quoted is not None:
            return settle(moment, clock.quoted)
        later = "~" in moment.relation and "-" not in moment.relation and clock.last is not None
        return settle(moment, clock.last if later else clock.current)
    step = moment.relation.removeprefix("year")
    if moment.period is None and moment.grain == "fiscal" and clock.fiscal and DIRECT.match(step):
        return shift(clock.fiscal, f"year~{step}")
    if moment.relation == "ytd":
        return _running_year(moment.period, clock.current)
    if future and moment.relation.startswith("weekday") and clock.reference:
        return weekday_near(int(moment.relation[7:]), clock.reference, 1)
    if statistic and moment.grain == "span" and moment.period is not None:
        return _rolling(moment.period, clock)
    if moment.pattern and clock.year is not None:
        return _up_to(moment, _dated(moment, clock, future=future), statistic=statistic, summed=summed)
    if moment.period is None and clock.anchor is not None and clock.anchor.end is not None:
        return _by_anchor(moment.relation, clock.anchor, clock.anchor.end)
    return _up_to(moment, moment.period, statistic=statistic, summed=summed)


def _by_anchor(relation: str, anchor: Period, last: Date) -> Period | None:
    """ "Last year" and, where the last date of the text is a day, "on Tuesday" before it."""
    if relation.startswith("weekday"):
        return weekday_near(int(relation[7:]), last) if grain_of(anchor) == "day" else None
    return relative(relation, last, "year")


def _rolling(period: Period, clock: Clock) -> Period:
    """ "The last twelve months" of a statistic: up to the month it speaks of, not that of the article."""
    current, day = clock.current, clock.reference
    if current is None or current.end is None or period.start is None or period.end is None or day is None:
        return period
    months = 12 * (period.end.year - period.start.year) + period.end.month - period.start.month
    behind = period.end < day or not period.start <= day <= period.end
    if behind or grain_of(current) not in ("month", "range") or months < 2 or current.end > period.end:
        return period
    first = 12 * current.end.year + current.end.month - months
    last = make_month(current.end.year, current.end.month)
    return make_interval(make_month(first // 12, first % 12 + 1), last) or period


def _up_to(moment: Moment, period: Period | None, *, statistic: bool, summed: bool) -> Period | None:
    """A statistic "up to July" runs from January, so does what is summed up "à fin juillet"."""
    to = moment.direction == "until" or (moment.part == "end" and summed)
    if not statistic or not to or moment.grain != "month" or period is None or period.start is None:
        return period
    return make_interval(make_month(period.start.year, 1), period) or period


def _is_this(moment: Moment, clock: Clock) -> bool:
    """Is it the very month or quarter of the article, and not called by its name?"""
    period, day = moment.period, clock.reference
    if period is None or period.start is None or period.end is None or day is None or moment.pattern:
        return False
    return moment.grain in ("month", "quarter", "half") and period.start <= day <= period.end


def _running_year(period: Period | None, current: Period | None) -> Period | None:
    """ "This year so far": up to the end of what is spoken of, where that began with the year."""
    if (
        current is not None
        and current.start is not None
        and (current.start.month, current.start.day) == (1, 1)
    ):
        return current if period is None or current.start == period.start else period
    if current is None or period is None or current.start is None or period.start is None:
        return period
    if grain_of(current) in _PARTS and current.start.year == period.start.year:
        last = current if current.end is None else make_month(current.end.year, current.end.month)
        return make_interval(make_month(period.start.year, 1), last) or period
    return period


def _dated(moment: Moment, clock: Clock, *, future: bool) -> Period | None:
    """A period without its year: the guess by the article's date, the next one if it is yet to come.

    Where the article's date is unknown, the last one up to the latest period that the text dates.
    """
    if clock.year is None:
        return moment.period
    this, last = with_year(moment.pattern, clock.year), with_year(moment.pattern, clock.year - 1)
    if clock.reference is not None:
        guess = moment.period
        if not future or guess is None or guess.end is None or guess.end >= clock.reference:
            return guess or this
        return this if this and this.end and this.end >= clock.reference else guess
    if future or this is None or clock.anchor is None or this.start is None or clock.anchor.end is None:
        return this
    return last if this.start > clock.anchor.end else this


def is_reported(slot: Slot) -> bool:
    """Is it counted per period, or what reports tell the state of?"""
    return is_running(slot) or slot.kind in _REPORTED


def is_running(slot: Slot) -> bool:
    """Is it counted per period: trade, output, sales, visitors, also what a company earned or lost?"""
    if slot.kind != "finance":
        return slot.kind in _RUNNING or slot.flow or slot.inward or is_index(slot)
    told = slot if slot.kind_cue is not None or slot.leader is None else slot.leader
    cue = told.kind_cue
    return cue is not None and str(told.sentence.chain.values[cue]).endswith(" result")


def looks_back(chain: Chain, words: frozenset[str]) -> bool:
    """Does a sentence tell of what had been before: "in May it had been 5"?"""
    return bool(words) and any(words & set(chain.words(i).lower().split(" ")) for i in chain.find("lVJm"))
