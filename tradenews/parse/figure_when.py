"""When a figure is of, and what it is compared with.

The period nearest to an amount governs it: the one tied to it ("17 tonnes in 2009"), else one before it in
the sentence, else the one spoken of before. A day on which something was said is no period of a figure, and
what a figure is compared with is the period of its baseline only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date as Date

from attrs import define, field, frozen

from tradenews.grammar.context import Context
from tradenews.grammar.moments import settle
from tradenews.grammar.values import Moment
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.normalize.periods import grain_of, relative, shift, with_year
from tradenews.parse.figure_source import assign_source
from tradenews.parse.metadata import Metadata
from tradenews.parse.sentence import Sentence
from tradenews.parse.slot import Slot
from tradenews.scan.chain import Chain

_RUNNING = frozenset(
    ("exports", "imports", "trade", "balance", "production", "consumption", "sales", "gdp")
)  # kinds that are counted per period, so that one spoken of before still holds
_UNDATED = frozenset(
    ("deal_value", "investment", "finance", "count")
)  # dated only by words tied to the amount
_DAYS = frozenset(("day", "weekday"))
_TIES = "nozt_lqα'"  # what may stand between an amount and the period tied to it
_CHANGE_TIES = "no_lα'"  # between a growth rate and its own period: "on", "from" and "above" compare
_TIE = 4
_SAYS = 3
_BREAKS = ",;:‹›"
_STRETCHES = frozenset(("range", "span", "years", "half", "decade"))
_CHANGES = frozenset(("growth", "delta"))
_FAR = 6
_LOOSE = 2  # so many commas part an amount from a period behind it
_PASSING = frozenset(("day", "weekday", "week", "decade", "years", "span", "season"))
_FUTURE = frozenset(("forecast", "target", "conditional"))
_LAST_YEAR = "year~-1"


@frozen
class _Time:
    """A period link of a sentence: where it is, what it holds, whether it is compared with or reported."""

    link: int
    moment: Moment
    compared: bool
    said: bool
    owner: int | None = None  # the only amount whose period it can be

    @property
    def relative(self) -> bool:
        """Does it hang on the period spoken of?"""
        return self.moment.relation.startswith("same") or "~" in self.moment.relation


@define
class _Clock:
    """The periods spoken of: in the running text, of forecasts, and the year that bare months belong to."""

    block: object = None
    current: Period | None = None
    topic: Period | None = None
    future: Period | None = None
    year: int | None = None
    reference: Date | None = None  # the article's own date
    anchor: Period | None = None  # without one: the latest period that the text dates in full
    start: Period | None = None  # the day since which something holds, in this paragraph
    told: dict[str, Period] = field(factory=dict)  # the last period of each grain
    statistics: bool = False  # has this paragraph a figure that is counted per period?

    def turn(self, block: object) -> None:
        """A new paragraph: a month singled out in the last one ("in July alone") gives way to the topic."""
        self.block, self.future, self.statistics = block, None, False
        self.start = None
        if self.topic is not None:
            self.current = self.topic

    def tell(self, period: Period, *, figure: bool) -> None:
        """``period`` is the one spoken of now; that of the first figure, or of the title, is the topic."""
        self.current = period
        self.told[grain_of(period)] = period
        if self.topic is None and figure:
            self.topic = period

    def is_future(self, period: Period) -> bool:
        """Does a period lie in a year after the article's own?"""
        return self.year is not None and period.start is not None and period.start.year > self.year


def assign_when(slots: list[Slot], sentences: list[Sentence], context: Context, metadata: Metadata) -> None:
    """Set ``period``, ``baseline`` and ``attribution`` of every slot's draft."""
    reference = context.reference
    anchor = _anchor(sentences) if reference is None else None
    last = reference or (anchor.end if anchor else None)
    clock = _Clock(year=last.year if last else None, reference=reference, anchor=anchor)
    at = 0
    for sentence in sentences:
        end = at
        while end < len(slots) and slots[end].sentence is sentence:
            end += 1
        own = slots[at:end]
        times = _times(sentence, own)
        if clock.block is not sentence.block:
            clock.turn(sentence.block)
        for slot in own:
            _assign(slot, times, clock)
        if not own:
            _listen(sentence, times, clock)
        at = end
    _link_baselines(slots)
    assign_source(slots)


def _anchor(sentences: Sequence[Sentence]) -> Period | None:
    """What bare months hang on where the article's date is unknown: the latest period that the text dates.

    That is the latest day, month, quarter or half with its year, else the latest year named more than once.
    """
    fine: list[Period] = []
    years: Counter[Period] = Counter()
    for sentence in sentences:
        for i in sentence.chain.find("θ"):
            moment = sentence.chain.values[i]
            if not isinstance(moment, Moment) or moment.pattern or moment.relation or moment.period is None:
                continue
            if moment.period.end is None or moment.direction in ("until", "before"):
                continue
            if moment.grain in ("year", "fiscal", "decade", "years"):
                years[moment.period] += 1
            else:
                fine.append(moment.period)
    fine = fine or [year for year, count in years.items() if count > 1]
    return max(fine, key=lambda period: period.end or Date.min, default=None)


def _times(sentence: Sentence, slots: Sequence[Slot]) -> list[_Time]:
    """The periods of a sentence with these slots."""
    chain = sentence.chain
    found = []
    for i in chain.find("θ"):
        moment = chain.values[i]
        if isinstance(moment, Moment):
            compared = (
                moment.compared or _is_compared(chain.tags, i) or _is_change(chain.tags, i, moment, slots)
            )
            found.append(_Time(i, moment, compared, _is_said(chain, i), _owner(chain.tags, i, slots)))
    return found


def _listen(sentence: Sentence, times: Sequence[_Time], clock: _Clock) -> None:
    """Take note of the period of a sentence without amounts that speaks of trade, or of a title."""
    for time in times:
        if time.moment.direction == "since" and time.moment.grain in _DAYS:
            clock.start = time.moment.period
    if sentence.block.kind != "title" and not any(tag in "KJ" for tag in sentence.chain.tags):
        return
    for time in times:
        moment = time.moment
        if time.compared or time.said or time.relative or moment.direction or moment.grain in _PASSING:
            continue
        period = _resolve(moment, clock, statistic=True)
        if period is not None:
            clock.tell(period, figure=sentence.block.kind == "title")
            return


def _owner(tags: str, link: int, slots: Sequence[Slot]) -> int | None:
    """The amount that alone has a period: "(2022: 5 tonnes)", "than 5 tonnes in May"."""
    if tags[link + 1 : link + 3] == ":Q":
        return link + 2
    for slot in slots:
        if _is_baseline(slot) and slot.link < link:
            between = tags[slot.link + 1 : link]
            if not any(tag in "Q,;‹›&t" for tag in between):
                return slot.link
    return None


def _is_change(tags: str, link: int, moment: Moment, slots: Sequence[Slot]) -> bool:
    """Does a rate of change before the period compare with it: "5 percent above January"?"""
    for slot in slots:
        if slot.form in _CHANGES and slot.link < link:
            between = tags[slot.link + 1 : link]
            if len(between) > _FAR or any(tag in "Q,;‹›&" for tag in between):
                continue
            if between.strip("_zb'") == "" and moment.grain in _STRETCHES:
                continue  # "over the nine months"
            return any(tag in "b=" for tag in between) or (
                "n" not in between and any(tag in "zqVoyl" for tag in between)
            )
    return False


def _is_compared(tags: str, link: int) -> bool:
    """Does "than", "against" or the like stand before the period, with no amount in between?"""
    for i in range(link - 1, max(link - 1 - _TIE, -1), -1):
        if tags[i] == "=" and tags[max(i - 1, 0)] in ",;mv":
            return False  # "que" of a relative clause
        if tags[i] == "=" or (tags[i] == "q" and "t" not in tags[link + 1 : link + 2]):
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
        if tags[i] in "Q,;θK":
            break
    return tags[link + 1 : link + 2] == "v" and chain.values[link + 1] != "data"


def _assign(slot: Slot, times: Sequence[_Time], clock: _Clock) -> None:
    base, rule, time = _base(slot, times, clock)
    if _is_baseline(slot):
        period, rule, time = _earlier(slot, times, base, clock)
    else:
        period = base
        if period is not None and time is not None and not time.relative:
            if slot.draft.get("modality") in _FUTURE:
                clock.future = period
            elif grain_of(period) != "day" and time.owner is None:
                clock.tell(period, figure=slot.kind in _RUNNING)
    if slot.kind in _RUNNING and period is not None:
        clock.statistics = True
    slot.draft.set("period", period, rule, slot.place(time.link) if time else None)


def _is_baseline(slot: Slot) -> bool:
    """Is the amount only what another one is compared with?"""
    if slot.form in _CHANGES:
        return False
    tags = slot.sentence.chain.tags
    head = tags[max(slot.link - _TIE, 0) : slot.link].rstrip("_o")
    return slot.role in ("from", "than") or (head.endswith(("Qb", "QVb", "Ql=", "QV=", "Q=")))


def _base(slot: Slot, times: Sequence[_Time], clock: _Clock) -> tuple[Period | None, str, _Time | None]:
    """The period of the sentence's own level, whatever the slot is compared with."""
    based = _is_baseline(slot)
    usable = [time for time in times if _governs(time, slot) and not (based and time.owner == slot.link)]
    actual = slot.draft.get("modality") not in _FUTURE
    if _has_since(slot):
        clock.current = None
        return None, "when.since", None
    for find, rule in _FINDERS:
        for time in find(slot, usable):
            period = _resolve(
                time.moment, clock, statistic=slot.kind in _RUNNING and actual, future=not actual
            )
            if period is not None and not (actual and clock.is_future(period)):
                return period, rule, time
    return _carried(slot, clock), "when.carried", None


def _has_since(slot: Slot) -> bool:
    """Does a bare "since" part the amount from the period before: "5 in 2009 and has since risen to 7"?"""
    chain = slot.sentence.chain
    for i in range(slot.link - 1, max(slot.link - 1 - _FAR, -1), -1):
        if chain.tags[i] == "α" and chain.values[i] == "since":
            return "θ" in chain.tags[:i] and chain.tags[i + 1] in "VJl"
        if chain.tags[i] in "Q,;":
            return False
    return False


def _governs(time: _Time, slot: Slot) -> bool:
    """Can a period be that of a slot's level?"""
    moment = time.moment
    if time.compared or time.owner not in (None, slot.link) or moment.relation == "now":
        return False
    if moment.grain in _DAYS and (slot.kind != "tariff" or time.said):
        return False
    if time.said and moment.grain not in _DAYS and slot.kind in _RUNNING and moment.period is None:
        return False
    if time.relative and (slot.form in _CHANGES or slot.role in ("by", "from", "than")):
        return moment.relation == "same"
    future = slot.draft.get("modality") in _FUTURE
    if moment.direction in ("until", "before"):
        return future
    if moment.direction in ("since", "after"):
        return slot.kind == "tariff"
    return True


def _ranked(slot: Slot, times: Sequence[_Time]) -> Sequence[_Time]:
    """The period of a list as long as the slot's own: "in July and August, 5 and 6, respectively"."""
    if slot.rank is None or len(times) != slot.ranks:
        return ()
    return times[slot.rank : slot.rank + 1]


def _tied(slot: Slot, times: Sequence[_Time]) -> Sequence[_Time]:
    """The period right behind the amount."""
    tags = slot.sentence.chain.tags
    time = next((time for time in times if time.link > slot.link), None)
    if time is None:
        return ()
    between = tags[slot.link + 1 : time.link]
    ties = _CHANGE_TIES if slot.form in _CHANGES else _TIES
    return (time,) if len(between) <= _TIE and all(tag in ties for tag in between) else ()


def _before(slot: Slot, times: Sequence[_Time]) -> Sequence[_Time]:
    """The periods before the amount, last first; for contracts and the like only in its own stretch."""
    tags = slot.sentence.chain.tags
    found = [
        time
        for time in reversed(times)
        if time.link < slot.link and not (time.relative and "Q" in tags[time.link : slot.link])
    ]
    if slot.kind in _UNDATED:
        return [
            time
            for time in found
            if time.moment.grain not in ("day", "weekday", "week")
            and not any(tag in _BREAKS for tag in tags[time.link : slot.link])
        ]
    return found


def _after(slot: Slot, times: Sequence[_Time]) -> Sequence[_Time]:
    """The first period behind the amount, where no other amount stands between and the clause goes on."""
    if slot.kind in _UNDATED:
        return ()
    tags = slot.sentence.chain.tags
    time = next((time for time in times if time.link > slot.link), None)
    if time is None:
        return ()
    between = tags[slot.link + 1 : time.link]
    if time.relative and any(tag in "Q,;‹›" for tag in between):
        return ()
    near = "Q" not in between and time.link < slot.last
    alone = len(times) == 1 and slot.kind in _RUNNING and between.count(",") < _LOOSE and ";" not in between
    return (time,) if near or alone else ()


_FINDERS = (
    (_ranked, "when.ranked"),
    (_tied, "when.tied"),
    (_before, "when.before"),
    (_after, "when.after"),
)


def _resolve(
    moment: Moment, clock: _Clock, *, statistic: bool = False, future: bool = False
) -> Period | None:
    """The period of a moment, on the strength of what was spoken of before where it hangs on that.

    "This month" of a statistic is the one spoken of: that of the article itself has no figures yet.
    """
    if statistic and moment.grain in clock.told and _is_this(moment, clock):
        return clock.told[moment.grain]
    if moment.relation.startswith("same") or "~" in moment.relation:
        return settle(moment, clock.current)
    if moment.relation == "ytd":
        return _running_year(moment.period, clock.current)
    if moment.pattern and clock.year is not None:
        return _dated(moment, clock, future=future)
    if moment.period is None and clock.anchor is not None and clock.anchor.end is not None:
        return relative(moment.relation, clock.anchor.end, "year")
    return moment.period


def _is_this(moment: Moment, clock: _Clock) -> bool:
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
    return period


def _dated(moment: Moment, clock: _Clock, *, future: bool) -> Period | None:
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


def _earlier(
    slot: Slot, times: Sequence[_Time], base: Period | None, clock: _Clock
) -> tuple[Period | None, str, _Time | None]:
    """The period of a baseline: the one tied to it, else the one compared with, else a year before."""
    near = next((time for time in times if time.owner == slot.link), None) or next(
        iter(_tied(slot, times)), None
    )
    if near is None:
        others = [
            time for time in times if time.compared or (time.relative and time.moment.relation != "same")
        ]
        near = min(others, key=lambda time: abs(time.link - slot.link), default=None)
    if near is not None:
        moment = near.moment
        if near.relative:
            return (shift(base, moment.relation) if base else None), "when.compared", near
        period = _resolve(moment, clock)
        if period is not None:
            return period, "when.compared", near
    if slot.role == "than":
        return base, "when.base", None
    if slot.kind in _RUNNING and base is not None:
        return shift(base, _LAST_YEAR), "when.year_before", None
    return None, "when.none", None


def _carried(slot: Slot, clock: _Clock) -> Period | None:
    """The period spoken of before, for what is counted per period."""
    if slot.kind == "tariff":
        return clock.start
    if slot.draft.get("modality") in _FUTURE:
        return clock.future if slot.kind in _RUNNING else None
    if slot.quantity.amount.per == "year":
        return None
    if slot.kind in _RUNNING or (slot.kind == "count" and slot.form in _CHANGES):
        return clock.current
    return clock.current if slot.kind in ("price", "other") and clock.statistics else None


def _link_baselines(slots: Sequence[Slot]) -> None:
    """Tie each level to the amount of its sentence that it is compared with: "from 17 to 10,000"."""
    for i, slot in enumerate(slots):
        if not _is_baseline(slot):
            continue
        unit = slot.quantity.amount.unit
        near = [
            other
            for other in slots[max(i - _TIE, 0) : i + _TIE + 1]
            if other is not slot
            and other.sentence is slot.sentence
            and other.role not in ("from", "than", "by")
            and other.quantity.amount.unit == unit
        ]
        best = min(near, key=lambda other: abs(other.link - slot.link), default=None)
        if best is not None and best.draft.get("baseline") is None:
            place = Span(*sorted((best.span.start, slot.span.start))) if best.span < slot.span else slot.span
            best.draft.set("baseline", slot.draft.get("id"), f"when.{slot.role}", place)
