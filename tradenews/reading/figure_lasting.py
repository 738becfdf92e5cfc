"""The period spoken of before, where it still holds for an amount that names none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from tradenews.lexicon.forms import UNSPACED, fold, says
from tradenews.models.period import Period
from tradenews.normalize.periods import grain_of, is_within, make_interval, make_month, make_year, shift
from tradenews.reading.figure_anew import counts_anew, is_capacity
from tradenews.reading.figure_clock import Clock, Time, looks_back
from tradenews.reading.figure_comparing import CHANGES, only_compares
from tradenews.reading.figure_finders import is_yearly
from tradenews.reading.figure_rates import is_rate_of_now, rate_of
from tradenews.reading.figure_revised import estimated_before, forecast_before
from tradenews.reading.figure_running import is_running
from tradenews.reading.figure_seasons import is_season
from tradenews.reading.figure_speech import is_spoken
from tradenews.reading.figure_tense import is_estimated, was_expected
from tradenews.reading.slot import Slot

AHEAD = frozenset(("forecast", "target", "conditional"))
SIGNING = ("signed", "agreed", "negotiating", "terminated", "ratified")
_SAME_REPORT = frozenset(("finance", "investment"))  # go on with the period of their like, or of sales
_OPENING = 2  # links before an amount that opens its sentence
_WORTH = 7  # links from goods to what they are worth
BULK = frozenset(("mass", "volume", "area"))  # stocks and fields
_BESIDE = frozenset(("price", "other"))  # told beside statistics
_DIVIDEND, _AVERAGE, _BEHIND = 6, 8, 4  # links from the word for it to what is paid; around a price
_FLOWS = frozenset(("exports", "imports", "trade"))
_SEASON, _SUMMED = 300, 8  # days, at least; links from a word for sums to an amount
_LAST_MONTH, _CODE = 12, 2  # letters of a country
_PAUSES = ",;Q&s"
_ORDINAL = 6  # links between a duty and the year in which it is so high
_RANKS = {2: "second", 3: "third", 4: "fourth"}  # by the words for them
_BACK = 12  # links from "nine months" to an amount
_NEWS = timedelta(days=3)  # before the article, in which what starts is its news
_LATE = 2  # months behind them in which they are still news


def carried_period(slot: Slot, clock: Clock) -> Period | None:
    """The period spoken of before, for what is counted per period."""
    if slot.kind == "tariff":
        if rank := _year_of_duty(slot, clock):
            start = clock.start or _first_day(clock)
            return shift(start, f"year~{rank - 1}") if start is not None else None
        return clock.start if slot.form in ("level", "share") and _is_of_starter(slot, clock) else None
    if is_yearly(slot) or _is_each_year(slot):
        return None
    if slot.kind == "finance" and _is_dividend(slot, clock):
        return clock.current
    if slot.kind == "price" and clock.answers is not None and slot.draft.get("modality") in AHEAD:
        return clock.answers
    if slot.draft.get("modality") in AHEAD and not (
        was_expected(slot) or (is_running(slot) and is_estimated(slot))
    ):
        was = is_running(slot) and looks_back(slot.sentence.chain, clock.past_perfect)
        was = was or (slot.kind == "balance" and slot.draft.get("modality") == "conditional")
        told = is_running(slot) or (slot.kind == "other" and slot.quantity.amount.dimension in BULK)
        if told and (same := _of_forecast(slot, clock.latest)) is not None:
            return same
        return clock.current if was else (clock.future or _running(slot, clock)) if told else None
    if clock.yearly is slot.sentence or (slot.form == "level" and is_of_contract(slot)):
        return None
    if is_capacity(slot, clock) and not _is_average(slot, clock):
        return None
    if slot.kind == "count" and slot.form == "level" and clock.visit is not None:
        return clock.visit[1] if clock.visit[0] == slot.sentence.number - 1 else None
    running = is_running(slot) or counts_anew(slot, clock.own, clock.lexicon)
    if slot.kind == "price" and slot.form in CHANGES and not running and _goes_with(slot, clock.latest):
        return clock.latest.draft.get("period") if clock.latest else None
    if slot.kind == "price" and slot.form in CHANGES and _is_traded(slot, clock.latest):
        return clock.latest.draft.get("period") if clock.latest else None
    if slot.form in ("level", "share") and not _is_national(slot) and is_spoken(slot):
        return None
    averaged = slot.kind == "price" and (_is_average(slot, clock) or _follows_average(slot, clock.latest))
    if slot.kind == "price" and clock.quoted is not None and not (averaged or is_rate_of_now(slot, None)):
        return clock.quoted
    if slot.kind == "price" and slot.draft.reasons["partner"].rule == "who.exchange" and not averaged:
        return None
    beside = slot.kind in ("count", "finance") or (slot.kind == "investment" and clock.reported != slot.kind)
    if running or slot.trading or (beside and slot.form == "growth"):
        own = _of_whole_year(slot, clock) or _of_harvest(slot, clock) or _of_like(slot, clock)
        return own or clock.current or _season(clock)
    if slot.kind in _SAME_REPORT and clock.reported == slot.kind:
        return clock.last if slot.kind == "investment" else _of_whole_year(slot, clock) or clock.current
    owned = slot.quantity.amount.dimension == "area" and not _is_country(slot)  # what growers have
    beside = slot.kind in _BESIDE and clock.statistics and not (owned or _is_held(slot))
    return (clock.current or (_season(clock) if beside else None)) if averaged or beside else None


def _of_forecast(slot: Slot, latest: Slot | None) -> Period | None:
    """The period of the forecast with which a sentence only compares: "That would be 5 percent less than"."""
    if latest is None or latest.kind != slot.kind or latest.draft.get("period") is None:
        return None
    beside = latest.sentence is slot.sentence and latest.draft.get("modality") in AHEAD
    compares = latest.sentence is not slot.sentence and only_compares(slot, latest)
    return latest.draft.get("period") if beside or compares else None


def _is_of_starter(slot: Slot, clock: Clock) -> bool:
    """Is a duty one of the country whose duties start on the day spoken of, and no mere threat?"""
    own = clock.starter in (None, slot.draft.get("reporter"))
    before = slot.sentence.chain.words(slot.sentence.head, slot.link).replace(",", " ")
    own = own and not says(before, clock.words.get("former", ()))  # "until now it was 10 percent"
    return own and slot.draft.get("modality") != "conditional"


def _year_of_duty(slot: Slot, clock: Clock) -> int:
    """In which of its years a duty is so high: "it drops to 299 pesos in its second year"."""
    chain, link = slot.sentence.chain, slot.link
    first = max(max(chain.tags.rfind(mark, 0, link) for mark in _PAUSES) + 1, link - _ORDINAL)
    behind = chain.first_of(_PAUSES, link + 1, min(link + _ORDINAL, len(chain)))
    last = min(link + _ORDINAL, len(chain)) if behind < 0 else behind
    years = any(chain.values[i] == "year" for i in chain.find("τ"))
    if not years:
        return 0
    told = fold(chain.words(first, last))
    return next((rank for rank in _RANKS if says(told, clock.words.get(_RANKS[rank], ()))), 0)


def _first_day(clock: Clock) -> Period | None:
    """The day of the duty told last that has one: that of its first year."""
    for duty in reversed(clock.duties):
        day = duty.draft.get("period") if duty.role != "from" else None
        if day is not None and grain_of(day) == "day":
            return shift(day, f"year~-{rank - 1}") if (rank := _year_of_duty(duty, clock)) else day
    return None


def starts_now(slot: Slot, clock: Clock) -> Period | None:
    """The day just told on which new duties start, for one that holds now: "now 70 percent are due"."""
    day, start = clock.reference, clock.start
    if day is None or start is None or start.start is None or not _is_of_starter(slot, clock):
        return None
    news = slot.kind == "tariff" and abs(start.start - day) <= _NEWS
    news = news and slot.role not in ("from", "than", "then")
    return start if news and rate_of(slot, day) == "now" else None


def _season(clock: Clock) -> Period | None:
    """The period of a forecast told just now, where it has begun: the harvest of this year."""
    period, day = clock.future, clock.reference
    if day is None:
        return period if is_season(period) else None
    begun = period is not None and period.start is not None and period.start <= day
    return period if begun else None


def _of_whole_year(slot: Slot, clock: Clock) -> Period | None:
    """The year whose last quarter is spoken of, for "annual sales" or "Jahresumsatz"."""
    period, cue, forms = clock.current, slot.kind_cue, tuple(clock.words.get("yearly", ()))
    if period is None or cue is None or not forms or period.end is None:
        return None
    if grain_of(period) not in ("quarter", "half") or period.end.month != _LAST_MONTH:
        return None
    chain = slot.sentence.chain
    near = fold(chain.words(max(cue - 1, 0), min(cue + 2, len(chain)))).split()
    return make_year(period.end.year) if any(word.startswith(forms) for word in near) else None


def _of_harvest(slot: Slot, clock: Clock) -> Period | None:
    """The year of a harvest, where only some of its months are spoken of: "The crop is put at 29 million".

    Not where such figures are told of these months.
    """
    period = clock.current
    if slot.kind != "production" or period is None or period.end is None or period.start is None:
        return None
    if (period.end - period.start).days >= _SEASON or any(
        each.kind == slot.kind for each in clock.voices.get(period, [])
    ):
        return None
    chain, head = slot.sentence.chain, slot.sentence.head
    told = fold(chain.words(head, min(slot.link + _BEHIND, len(chain)))).replace(",", " ")
    return make_year(period.end.year) if says(told, clock.words.get("reaped", ())) else None


def _of_like(slot: Slot, clock: Clock) -> Period | None:
    """The period of the figure just told, where of that spoken of none is of its kind.

    "The crop of 2019 was 9 tonnes. In 2018, 5 were exported. Spain took 3": of 2018.
    """
    latest, current = clock.latest, clock.current
    if latest is None or current is None or latest.kind != slot.kind or latest.form != "level":
        return None
    if clock.sentence is latest.sentence:
        return None  # "In 2022 it had exported 5. Exports fell": in the year after
    told = latest.draft.get("period")
    near = latest.sentence is not slot.sentence or latest.draft.reasons["period"].rule == "when.carried"
    near = near and latest.sentence.block is slot.sentence.block
    near = near and latest.sentence.number >= slot.sentence.number - 1
    if not near or told is None or is_within(told, current) or latest.role in ("from", "than", "then"):
        return None
    if latest.draft.get("modality") != "actual" or slot.draft.get("modality") != "actual":
        return None
    return None if any(other.kind == slot.kind for other in clock.voices.get(current, [])) else told


def _running(slot: Slot, clock: Clock) -> Period | None:
    """The season spoken of, where it is not over yet."""
    period, day = clock.current, clock.reference
    if day is None and is_season(period):  # the one that a text without a date is about
        chain, new = slot.sentence.chain, clock.words.get("new", ())
        other = any(fold(chain.words(i)) in new for i in chain.find("l", slot.first, slot.link))
        return period if is_running(slot) and slot.quantity.amount.per is None and not other else None
    if period is None or day is None or period.start is None or period.end is None:
        return None
    running = period.start <= day <= period.end and (period.end - period.start).days >= _SEASON
    return period if running else None


def _goes_with(slot: Slot, latest: Slot | None) -> bool:
    """Is a change of a price told right behind that price in its sentence, or behind another change?"""
    if latest is None or latest.kind != slot.kind:
        return False
    told = latest.form in CHANGES and latest.sentence.block is slot.sentence.block
    return told or latest.sentence is slot.sentence


def _follows_average(slot: Slot, latest: Slot | None) -> bool:
    """Is a price told behind one that has the period spoken of, as an average: "3 dollars, the others 5"?"""
    if latest is None or latest.kind != "price" or latest.sentence.block is not slot.sentence.block:
        return False
    told, role = latest.draft.get("period"), slot.role in ("level", "to")
    alike = slot.form == latest.form == "level" and latest.draft.reasons["period"].rule == "when.carried"
    return alike and role and told is not None and grain_of(told) not in ("day", "week")


def _is_each_year(slot: Slot) -> bool:
    """Does its stretch of words, or the head of its sentence, say "each year", so that it is of none?"""
    chain, link = slot.sentence.chain, slot.link
    first = max(chain.tags.rfind(mark, 0, link) for mark in _PAUSES) + 1
    end = chain.first_of(_PAUSES, link + 1, len(chain))
    near = [i for i in chain.find("λ", first, end if end > 0 else len(chain)) if abs(i - link) <= _ORDINAL]
    opens = [i for i in chain.find("λ", slot.sentence.head, link) if i <= slot.sentence.head + 1]
    opens = [] if "Q" in chain.tags[slot.sentence.head : link] else opens
    told = [i for i in (*near, *opens) if chain.values[i] == "year"]
    words = (chain.words(i) for i in told)
    return slot.form == "level" and any(" " in word or word[0] > UNSPACED for word in words)


def _is_dividend(slot: Slot, clock: Clock) -> bool:
    """Is it what a company pays on its shares, be it only proposed: for the year that it reports of?"""
    chain, link = slot.sentence.chain, slot.link
    told = fold(chain.words(max(link - _DIVIDEND, slot.sentence.head), min(link + _BEHIND, len(chain))))
    return slot.form != "share" and says(told, clock.words.get("dividends", ()))


def _is_traded(slot: Slot, latest: Slot | None) -> bool:
    """Does a change of a price follow one of a day of trading: "Its shares rose 4%. The buyer's fell 1%"?"""
    if latest is None or latest.kind != "price" or latest.sentence.block is not slot.sentence.block:
        return False
    return latest.draft.reasons["period"].rule == "when.today"


def _is_national(slot: Slot) -> bool:
    """Is it what a country sells, buys or makes, also in the words of somebody who speaks of it?"""
    return is_running(slot) and _is_country(slot)


def _is_held(slot: Slot) -> bool:
    """Is it a sum or stock that a firm has, as its order book: one of no period?"""
    firm = len(slot.draft.get("reporter") or "") > _CODE
    return firm and slot.kind == "other" and slot.form in ("level", "share") and slot.role != "by"


def _is_country(slot: Slot) -> bool:
    return len(slot.draft.get("reporter") or "") == _CODE


def _is_average(slot: Slot, clock: Clock) -> bool:
    """Is a price that of all that was sold in a period: "at an average price of 5 dollars"?"""
    chain, forms = slot.sentence.chain, clock.words.get("average", ())
    label = ":" in chain.tags[max(slot.first - 1, 0) : slot.link]  # "Average price: 5 dollars"
    first = max(0 if label else slot.first, slot.link - _AVERAGE)
    last = min(slot.link + _BEHIND, len(chain))
    words = chain.words(first, last).lower()
    return any(form in words for form in forms)


def is_shared(slot: Slot, period: Period | None, clock: Clock) -> bool:
    """Does a period spoken of hold for this figure, too: not that of a company for others' figures?"""
    heard = clock.voices.get(period, []) if period is not None else []
    own = slot.draft.get("reporter")
    if not heard or own is None or heard[-1].sentence is slot.sentence:
        return True
    if slot.kind == "price" and _is_average(slot, clock):
        return True
    voices = [other.draft.get("reporter") for other in heard]
    if own not in voices and _is_of_other_firm(slot, own, voices):
        return False
    if is_running(slot) and slot.form != "share":
        return True
    if own in voices or (slot.kind in _FLOWS and slot.draft.get("partner") in [v for v in voices if v]):
        return True  # of those who buy it, too: "Italy took 42 percent of the coffee"
    if "F" in slot.sentence.chain.tags[max(slot.link - 1, 0) : slot.link + 2] and slot.link <= _OPENING:
        return True  # "70 percent of them"
    national = voices[0] is None or voices[0].isupper()  # the id of a country or bloc
    if heard[-1].sentence.block is slot.sentence.block:
        return slot.form != "share" or (national and own.isupper())
    return national and slot.form != "share"


def _is_of_other_firm(slot: Slot, own: str, voices: Sequence[str | None]) -> bool:
    """Is it a sum or stock of another firm than the one whose period that is?

    The firms of a list are told of the same time.
    """
    firm = len(own) > _CODE and not own.isupper()
    if slot.form != "level" or not firm or slot.sentence.block.kind == "list_item":
        return False
    return not is_running(slot) or any(
        voice and len(voice) > _CODE and not voice.isupper() for voice in voices
    )


def worth_of(slot: Slot, latest: Slot | None) -> Slot | None:
    """The goods right before money that tells what they were worth: "5 tonnes worth 3 million".

    Also the sum that one in brackets tells in other money: "from 5 million pounds ($6 million) in May".
    """
    if latest is None or latest.sentence is not slot.sentence or latest.kind != slot.kind:
        return None
    told = slot.sentence.chain.tags[latest.link + 1 : slot.link + 2] == "‹Q›" and slot.leader is latest
    if told and {latest.quantity.amount.dimension, slot.quantity.amount.dimension} == {"money"}:
        return latest
    sums = slot.quantity.amount.dimension == "money" and latest.quantity.amount.dimension in BULK
    between = slot.sentence.chain.tags[latest.link + 1 : slot.link]
    near = len(between) <= _WORTH and not set(between) & set("Qθ&;:‹›¬JtA")
    plain = slot.form == latest.form == "level" and slot.role == "level" and latest.role in ("level", "then")
    return latest if sums and near and plain and is_running(slot) else None


def of_latest(slot: Slot, times: Sequence[Time], clock: Clock) -> tuple[Period | None, str] | None:
    """The period of the amount before, of which this one tells the worth, or the old forecast."""
    if (whole := worth_of(slot, clock.latest)) is not None:
        return whole.draft.get("period"), "when.worth"
    last = clock.latest
    beside = last is not None and last.sentence is slot.sentence and last.kind == slot.kind == "count"
    if last is not None and beside and slot.form == "growth" and last.draft.get("period") is not None:
        return last.draft.get("period"), "when.carried"  # "44,000 at the end of June, 2 percent more"
    if (season := estimated_before(slot, times, clock)) is not None:
        return season, "when.estimated"
    new = forecast_before(slot, clock.latest, clock.words)
    return None if new is None else (new.draft.get("period"), "when.revised")


def is_of_contract(slot: Slot) -> bool:
    """Does the sentence tell what is signed or agreed, so that its amounts are no statistics?"""
    chain = slot.sentence.chain
    signs = any(str(chain.values[i]).startswith(SIGNING) for i in chain.find("Y"))
    return signs and "D" in chain.tags


def summed(slot: Slot, period: Period | None, clock: Clock) -> Period | None:
    """From January, where words before an amount say that it is summed up: "the cumulative output in May"."""
    if not is_running(slot) or (period is not None and None in (period.start, period.end)):
        return period
    forms, chain = clock.words.get("cumulative", ()), slot.sentence.chain
    near = range(max(slot.first, slot.link - _SUMMED), slot.link)
    told = forms and any(fold(chain.words(i)) in forms for i in near)
    months = _months_told(slot)
    if period is None:
        return _just_gone(months, clock) if months and slot.draft.get("modality") not in AHEAD else None
    last = period.end
    told = (told and grain_of(period) == "month") or (
        last is not None and months == last.month and grain_of(period) in ("month", "quarter")
    )
    return _from_january(last.year, last.month) or period if told and last is not None else period


def _from_january(year: int, month: int) -> Period | None:
    """The months of a year up to one."""
    return make_interval(make_month(year, 1), make_month(year, month)) if month > 1 else None


def _just_gone(months: int, clock: Clock) -> Period | None:
    """The first months of the year, where the article appears soon after: of October, "in nine months"."""
    day = clock.reference
    if day is None or clock.current is not None:
        return None
    year = day.year if day.month > months else day.year - 1
    late = day.month + _LAST_MONTH * (day.year - year) - months
    return _from_january(year, months) if 0 < late <= _LATE else None


def _months_told(slot: Slot) -> int:
    """How many months an amount is said to be of: "in nine months, 5 million"; 0 where that is not told."""
    chain = slot.sentence.chain
    for i in chain.find("τ", max(slot.link - _BACK, 1), min(slot.link + _BEHIND, len(chain))):
        if chain.values[i] != "month" or chain.tags[i - 1] != "N" or chain.tags[i + 1 : i + 2] == "α":
            continue
        between = chain.tags[min(i, slot.link) + 1 : max(i, slot.link)]
        count = chain.values[i - 1].value
        if 1 < count < _LAST_MONTH and not set(between) & set("Q;") and chain.tags[i - 2 : i - 1] != "α":
            return int(count)
    return 0
