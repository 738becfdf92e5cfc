"""When a figure is of, and what it is compared with.

The period nearest to an amount governs it: the one tied to it ("17 tonnes in 2009"), else one before it in
the sentence, else the one spoken of before. A day on which something was said is no period of a figure, and
what a figure is compared with is the period of its baseline only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tradenews.grammar.context import Context
from tradenews.lazy import regex
from tradenews.models.period import Period
from tradenews.normalize.periods import grain_of, make_day
from tradenews.reading.figure_accounts import hear_accounts
from tradenews.reading.figure_ago import from_today
from tradenews.reading.figure_anchor import anchor_of, fiscal_of
from tradenews.reading.figure_baseline import (
    date_compared,
    earlier,
    elided,
    end_of,
    link_baselines,
    of_same_grain,
    price_before,
    year_after,
)
from tradenews.reading.figure_beside import as_paid, beside_period
from tradenews.reading.figure_clock import Clock, Time, times_of
from tradenews.reading.figure_comparing import CHANGES, is_baseline
from tradenews.reading.figure_contracts import in_pit, is_contract, is_traded, pit_of
from tradenews.reading.figure_cues import is_index
from tradenews.reading.figure_finders import (
    FINDERS,
    closing,
    is_apart,
    is_delivery,
    is_yearly_of_contract,
    of_now,
    sums_to_day,
    within_year,
)
from tradenews.reading.figure_fiscal import closes_year, opening_month
from tradenews.reading.figure_lasting import (
    AHEAD,
    carried_period,
    is_shared,
    of_latest,
    starts_now,
    summed,
)
from tradenews.reading.figure_listening import hear_duty, heed, listen, tells_start
from tradenews.reading.figure_passing import (
    has_reached,
    heads_list,
    is_aside,
    is_before,
    is_loose,
    is_recalled,
    is_short,
    is_stock_of,
    says_now,
    told_by_past,
)
from tradenews.reading.figure_rates import is_only_offered, is_rate_of_now, starting, without_announced
from tradenews.reading.figure_recalled import is_only_recalled, over_earlier, tells_former
from tradenews.reading.figure_resolve import closes_quarter, resolve
from tradenews.reading.figure_running import is_reported, is_running
from tradenews.reading.figure_seasons import SEASON, first_season, season_month
from tradenews.reading.figure_sections import sections_of
from tradenews.reading.figure_since import (
    before_since,
    has_since,
    is_news,
    period_since,
    since_then,
    since_told,
)
from tradenews.reading.figure_source import assign_source
from tradenews.reading.figure_spans import whole_or_part
from tradenews.reading.figure_stock import trades, trading_day
from tradenews.reading.figure_traders import mark_traders
from tradenews.reading.figure_unstarted import (
    is_agreed_on,
    is_replaced,
    is_signed,
    is_threatened_in,
    starts_then,
)
from tradenews.reading.figure_usual import is_usual
from tradenews.reading.figure_waiting import wait
from tradenews.reading.metadata import Metadata
from tradenews.reading.sentence import Sentence
from tradenews.reading.slot import Slot

_DAYS = frozenset(("day", "weekday"))
_PARTLY = frozenset(("month", "week"))  # up to which statistics sum up
_DATED = frozenset(("tariff", "price"))  # kinds that hold from or on a day
_BACK, _AHEAD = 200, 80  # links around an amount whose periods are looked at
_SURE = frozenset(("when.foreseen", "when.delivered"))
_OF_IT = "oKTaA_X"  # "20 billion of trade by 2030"
_AGREED = regex("D(?:o_?)?$")  # "the agreement of 1995"


def assign_when(slots: list[Slot], sentences: list[Sentence], context: Context, metadata: Metadata) -> None:
    """Set ``period``, ``baseline`` and ``attribution`` of every slot's draft."""
    reference = context.reference
    fiscal = fiscal_of(sentences) if reference is None else None
    anchor, present = anchor_of(sentences, slots, fiscal) if reference is None else (None, False)
    last = reference or (anchor.end if anchor else None)
    month = season_month(sentences)
    clock = Clock(
        year=last.year if last else None,
        reference=reference,
        today=context.published or (make_day(last.year, last.month, last.day) if last else None),
        anchor=anchor,
        present=present,
        season=first_season(sentences, month),
        season_month=month,
        fiscal=fiscal,
        fiscal_month=opening_month(sentences),
        firm=closes_year(sentences),
        bare_years="bare_years" in context.lexicon.facts,
        past_perfect=frozenset(context.lexicon.facts.get("past_perfect", "").split()),
        words=context.lexicon.lines.get("directions", {}),
        lexicon=context.lexicon,
        pit=pit_of(sentences, context.lexicon.lines.get("directions", {})),
    )
    mark_traders(slots, context.lexicon)
    at, waiting = 0, list[Slot]()
    starts = {section.first for section in sections_of(sentences, context.lexicon)}
    head = metadata.dateline.span if metadata.dateline else None
    for sentence in sentences:
        if not clock.begun and sentence.block.kind == "paragraph":
            clock.begun, clock.headed = True, clock.topic is not None
        if sentence.number in starts:
            clock.reset()
        end = next((k for k in range(at, len(slots)) if slots[k].sentence is not sentence), len(slots))
        own = clock.own = slots[at:end]
        times = times_of(sentence, own, head, clock.words)
        times, clock.since = before_since(sentence, times, clock.since), since_told(sentence, times)
        times = over_earlier(from_today(times, sentence.chain, clock), own, clock)
        if clock.current is None:
            times = [of_now(time, sentence.chain, context.lexicon) for time in times]
        if clock.aside is not None and clock.sentence is not sentence and "Ω" not in sentence.chain.tags:
            clock.current, clock.aside = clock.aside, None
        if clock.block is not sentence.block:
            clock.turn(sentence.block)
        if any(slot.quantity.amount.per == "year" for slot in own):
            clock.yearly = sentence
        hear_accounts(sentence, times, clock)
        links = [time.link for time in times]
        for slot in own:
            near = times[bisect_left(links, slot.link - _BACK) : bisect_right(links, slot.link + _AHEAD)]
            _assign(slot, near, clock)
        if not own:
            listen(sentence, times, clock)
        elif all(slot.kind != "tariff" for slot in own):
            heed(sentence, times, clock)
        waiting = wait(own, times, waiting, first=at == 0)
        at = end
    link_baselines(slots)
    date_compared(slots)
    assign_source(slots)


def _assign(slot: Slot, times: Sequence[Time], clock: Clock) -> None:
    based = is_baseline(slot)
    base, rule, time = _base(slot, times, clock, based=based)
    base = None if starts_then(slot, time, clock.own) else summed(slot, base, clock)
    column = slot.sentence.columns.get(slot.link)
    period = end_of(slot, base, time)
    if column is not None and column.period is not None:
        period, rule, time = column.period, "when.column", None
    elif period is not None:
        rule = "when.end"
    elif based:
        period, rule, time = earlier(slot, times, base, clock)
    elif slot.role in ("from", "than") and (quarter := elided(slot, base, clock)) is not None:
        period, rule, time = quarter, "when.elided", None
    elif time is not None and (part := whole_or_part(slot, base, time, clock)) != base:
        period = part
    else:
        period = base
        _tell(slot, period, rule, time, clock)
    if (
        rule == "when.carried"
        and period is not None
        and clock.topic is None
        and is_running(slot)
        and is_short(period)
    ):
        clock.open(period)
    clock.statistics = clock.statistics or (is_running(slot) and period is not None)
    clock.current = None if is_running(slot) and rule == "when.unresolved" else clock.current
    if period is not None:
        clock.last = period
        clock.voices.setdefault(period, []).append(slot)
        clock.reported = "finance" if slot.kind == "sales" else slot.kind
    if slot.kind == "tariff":
        hear_duty(
            slot, period, clock, starts=time is not None and tells_start(slot, rule, period, time, clock)
        )
    clock.latest = slot
    slot.draft.set("period", period, rule, slot.place(time.link) if time else None)


def _tell(slot: Slot, period: Period | None, rule: str, time: Time | None, clock: Clock) -> None:
    """Take note of the period of a figure: what the text speaks of now, of forecasts, or of prices."""
    if rule == "when.estimated" or (rule == "when.year_after" and clock.current is None):
        clock.current, clock.sentence = period, slot.sentence  # only told by what it is compared with
    if period is None or time is None or rule == "when.year_after":
        return
    if time.relative:
        _hold(slot, period, time, clock)
    elif rule != "when.since" or is_news(slot, period, clock):
        ahead = slot.draft.get("modality") in AHEAD
        if ahead and not is_before(slot, period, clock):
            clock.future = period
        if ahead and not clock.is_recent(period) and not clock.is_first_season(period):
            pass
        elif slot.kind in ("price", "other") and grain_of(period) == "day":
            clock.quoted = period
            clock.session = clock.session or (period if in_pit(slot, clock.pit) else None)
        elif is_aside(slot, time, period, clock) or is_only_recalled(slot, time, period, clock):
            pass
        elif time.owner is None or heads_list(time, slot):
            passing = time.alone or is_recalled(slot, period, clock)
            if passing and clock.current not in (None, period):
                clock.aside = clock.current
            clock.tell(told_by_past(slot, period, clock), figure=is_running(slot))
            clock.aside = None if clock.topic == period else clock.aside
            clock.sentence = slot.sentence


def _hold(slot: Slot, period: Period, time: Time, clock: Clock) -> None:
    """The month spoken of holds for the rest of its sentence: "In the month, exports were 5, imports 4"."""
    fresh = clock.current is None and time.moment.relation == "same" and bool(time.moment.pattern)
    now = time.moment.relation.endswith("~0") or fresh
    if now and period != clock.current and is_running(slot) and slot.draft.get("modality") not in AHEAD:
        clock.aside = clock.aside or clock.current
        clock.current, clock.sentence = period, slot.sentence
        clock.told[grain_of(period)] = period


def _base(
    slot: Slot, times: Sequence[Time], clock: Clock, *, based: bool
) -> tuple[Period | None, str, Time | None]:
    """The period of the sentence's own level, whatever the slot is compared with (if it is: ``based``)."""
    if (beside := of_latest(slot, times, clock)) is not None:
        return *beside, None
    usable = _usable(slot, times, clock, based=based)
    actual = slot.draft.get("modality") not in AHEAD
    if is_usual(slot, usable, clock):
        return None, "when.usual", None
    if has_since(slot):
        clock.current = None
        return None, "when.since", None
    if (slot.kind == "tariff" or slot.quantity.amount.per == "year") and is_rate_of_now(
        slot, clock.reference
    ):
        return starts_now(slot, clock), "when.now", None
    if is_yearly_of_contract(slot) or is_replaced(slot, clock.words):
        return None, "when.contract", None
    since = since_then(slot, times, clock.words)
    if since is not None:
        period, rule = period_since(slot, since, times, clock, ahead=not actual)
        return period, rule, since
    unresolved: Time | None = None
    for find, rule in FINDERS:
        for time in find(slot, usable):
            period = within_year(slot, time, times, clock.words) or price_before(slot, time, clock)
            period = period or resolve(
                time.moment,
                clock,
                statistic=is_reported(slot) and actual,
                future=not actual,
                summed=is_running(slot) and not is_index(slot),
            )
            period = as_paid(slot, period, time, clock) if actual else period
            ahead = period is not None and actual and clock.is_future(period)
            sure = rule in _SURE or (slot.kind == "tariff" and time.moment.direction == "since")
            if is_threatened_in(slot, period, clock) or is_loose(slot, time, clock):
                continue
            if period is not None and (sure or not (ahead and _is_other(time, slot, clock))):
                return period, rule, time
            if period is None and not time.relative:
                unresolved = unresolved or time
                if time.moment.relation.startswith(SEASON):
                    return None, "when.unresolved", time  # "last season it was 5", whichever was before
    if unresolved is not None:
        return None, "when.unresolved", unresolved
    if (quoted := _quoted_on(slot, clock)) is not None:
        return *quoted, None
    carried = beside_period(slot) or carried_period(slot, clock)
    carried = carried if is_shared(slot, carried, clock) else None
    last = starting(slot, usable) or (closing(slot, usable) if carried is None else None)
    if last is not None:
        period = resolve(last.moment, clock, statistic=is_running(slot) and actual, future=not actual)
        if period is not None and not (actual and clock.is_future(period)):
            return period, "when.closing", last
    period, against = year_after(slot, times, clock)
    if carried is None or (against is not None and against.moment.grain not in ("year", "month")):
        return period, "when.year_after" if against else "when.carried", against
    return of_same_grain(slot, carried, times, clock) if is_running(slot) else carried, "when.carried", None


def _quoted_on(slot: Slot, clock: Clock) -> tuple[Period | None, str] | None:
    """The day of trading that a price is of, by the text or by the date of the article, and the rule."""
    today = trading_day(clock.today) if clock.reference is not None else None
    if in_pit(slot, clock.pit) and is_traded(slot):
        return clock.session or clock.quoted or today, "when.session"
    if clock.reference is not None and trades(slot, clock.words):
        return clock.quoted or today, "when.today"
    return None


def _usable(slot: Slot, times: Sequence[Time], clock: Clock, *, based: bool) -> list[Time]:
    """The periods that can be that of a slot's level; "today" comes back from years past."""
    found = [
        time
        for time in times
        if (
            _governs(time, slot, clock)
            or _is_goal(time, slot, clock)
            or sums_to_day(time, slot, times, clock.words)
        )
        and not (based and time.owner == slot.link)
    ]
    if slot.kind == "tariff":
        return without_announced(slot, found)
    if slot.kind == "price" and says_now(slot, times, clock):
        return [time for time in found if time.link > slot.link or not time.relative]
    if is_running(slot) and says_now(slot, times, clock):
        clock.come_back()
        found = [time for time in found if not clock.is_bygone(time.moment.period)]
    return found


def _governs(time: Time, slot: Slot, clock: Clock) -> bool:
    """Can a period be that of a slot's level?"""
    moment = time.moment
    if time.compared or moment.relation == "now":
        return False
    if time.within is not None and not time.within[0] < slot.link < time.within[1]:
        return False
    if time.owner not in (None, slot.link) and not heads_list(time, slot):
        return False
    summed = is_running(slot) and closes_quarter(moment.period)  # "sales of 5 million at 30 September"
    dated = summed or slot.kind in _DATED or is_stock_of(slot, time)
    if moment.grain in _DAYS and (time.said or not dated):
        return False
    if time.said and moment.grain not in _DAYS and is_running(slot) and moment.period is None:
        return False
    if time.relative and (slot.form in CHANGES or slot.role in ("by", "from", "than", "then")):
        return moment.relation == "same" or moment.relation.endswith("~0") or tells_former(slot, time)
    if slot.kind == "tariff" and moment.grain == "week":
        return False
    if is_signed(slot, time) if slot.kind != "tariff" else is_agreed_on(slot, time, clock.words):
        return False
    agreed = moment.grain == "year" and _AGREED.search(slot.sentence.chain.tags, 0, time.link)
    if agreed and slot.kind != "deal_value":
        return False
    future = slot.draft.get("modality") in AHEAD
    if slot.kind == "price" and moment.grain == "month" and is_delivery(slot, time):
        return False
    if in_pit(slot, clock.pit) and is_contract(slot.sentence.chain, time.link, clock.words):
        return False
    if moment.direction in ("until", "before"):
        closed = slot.kind == "price" and moment.grain in _DAYS  # "as of Friday's close"
        stock = slot.kind == "count" and slot.form == "level"  # "as of June, 500 employees"
        partly = moment.grain in _PARTLY and (stock or is_reported(slot))
        return future or closed or partly or has_reached(slot, time, clock)
    if moment.direction in ("since", "after"):
        return (slot.kind == "tariff" and not is_only_offered(slot, time.link)) or (
            slot.kind in ("price", "count") and future
        )
    return True


def _is_other(time: Time, slot: Slot, clock: Clock) -> bool:
    """Is a year to come that of something else than what is told as a fact?"""
    return is_apart(slot, time) and not _is_goal(time, slot, clock)


def _is_goal(time: Time, slot: Slot, clock: Clock) -> bool:
    """Is it a year to come, until which a flow is to grow, though no word says that it is only to?"""
    period, until = time.moment.period, time.moment.direction == "until"
    between = slot.sentence.chain.tags[slot.link + 1 : time.link]
    near = not is_apart(slot, time) or (between[:1] == "o" and not between.strip(_OF_IT))
    ahead = until and period is not None and clock.is_future(period) and near
    flows = (is_running(slot) or slot.kind in ("investment", "tariff")) and time.within is None
    return ahead and flows and not time.compared
