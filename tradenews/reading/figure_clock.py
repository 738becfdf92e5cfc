"""The periods of a sentence, and those spoken of before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date as Date

from attrs import define, evolve, field

from tradenews.grammar.moments import is_that
from tradenews.grammar.periods import is_whole_year, same_year
from tradenews.grammar.values import Moment
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.normalize.periods import grain_of, shift
from tradenews.normalize.periods import is_within as lies_in
from tradenews.reading.figure_alike import is_likened, is_of_best, told_when
from tradenews.reading.figure_balance import is_sold_and_bought
from tradenews.reading.figure_comparing import (
    CHANGES,
    STRETCHES,
    TIE,
    is_baseline,
    is_compared,
    is_done,
    is_known,
    owns_known,
)
from tradenews.reading.figure_enclosed import enclosure
from tradenews.reading.figure_making import is_of_making
from tradenews.reading.figure_reasons import tells_why
from tradenews.reading.figure_seasons import is_season
from tradenews.reading.figure_starts import begins
from tradenews.reading.sentence import Sentence, is_within
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_ABOVE = regex("V[oqt]_*+l?[no_]*")  # "5 percent above that of June"
_EARLIER = regex(",?[Yαzt]_?(?:l?V[oy_]{0,3})?_?b?")  # "after a fall of", between two changes
_LABEL, _MONTH_OF = regex("[-#]?[_aATWlo']{0,6}K[_aATWlon,]{0,6}"), regex("l?τo_?$")  # "Sales, 2023: 5"
_FROM = regex("oQl{0,2}V[^,;]{0,3}θ")  # 从2018年的5吨增至2021年的9吨
_BEHIND = regex("V?[no_t']{0,3}")
_LAST_NOUN = regex(r"\A.*[KHAGI@°]")  # "a rise of 5 percent at the ports of Chile"
FAR, _SAYS, _ANNOUNCED, _HEADS, _RECENT = 6, 3, "announced", 4, 2  # links; "which", "in which"; years
_LONG = frozenset(("quarter", "half", "year", "fiscal", "range"))  # nothing is said in so long a time
_AHEAD = frozenset(("forecast", "target", "conditional"))


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

    @property
    def owns_before(self) -> bool:
        """Is it only that of the amount before it?"""
        return self.owner is not None and self.owner < self.link


@define
class Clock:
    """The periods spoken of: in the running text, of forecasts, and the year that bare months belong to."""

    block: object = None
    current: Period | None = None
    last: Period | None = None  # the last one at all, also of a baseline: what "a year later" follows
    topic: Period | None = None
    past: Period | None = None  # a year before the topic
    taken: bool = False  # is the topic only one that the first figure took over, till a later one is told?
    future: Period | None = None
    year: int | None = None
    reference: Date | None = None  # the article's own date
    today: Period | None = None  # the same as exactly as it is known
    anchor: Period | None = None  # without one: the latest period that the text dates in full
    present: bool = False  # is that the year the text calls this one?
    fiscal: Period | None = None  # without a date: the fiscal year that the text looks ahead to
    fiscal_month: int = 0  # with which the fiscal year begins that the text tells by its months
    firm: bool = False  # is that the year of a firm, told by when it closed?
    own: Sequence[Slot] = ()  # the figures of this sentence
    season: Period | None = None  # the last one told by its years, else the first that the text will tell
    so_far: Period | None = None  # the season from its first day to the week spoken of
    season_month: int = 0  # with which the seasons begin, if the text tells their months
    start: Period | None = None  # the day since which duties hold
    starter: str | None = None  # whose these are
    levied: object = None  # the paragraph that told of them
    duties: list[Slot] = field(factory=list)  # those told last
    told: dict[str, Period] = field(factory=dict)  # the last period of each grain
    quoted: Period | None = None  # the day of the last price
    pit: frozenset[int] = frozenset()  # the sentences that report of a futures market
    session: Period | None = None  # the day of trading that they report of
    headed: bool = False  # has only a heading told the topic yet?
    begun: bool = False  # has the running text begun, so that a heading is no title any more?
    sentence: object = None  # the one that told ``current``
    yearly: object = None  # the sentence that gave an amount per year
    visit: tuple[int, Period] | None = None  # days told by a sentence without amounts, by its number
    bare_years: bool = False  # may a year open a sentence without a preposition and not be its subject?
    past_perfect: frozenset[str] = frozenset()  # words that tell of what had been before
    aside: Period | None = None  # what was spoken of before a sentence that singled a period out
    words: Mapping[str, Sequence[str]] = field(factory=dict)  # small words about time, by their sense
    voices: dict[Period, list[Slot]] = field(factory=dict)  # the figures that each period is of
    latest: Slot | None = None  # the figure before
    reported: str = ""  # the kind of the last figure of this paragraph that has a period
    heard: bool = False  # is the current one long past, and named by a sentence without amounts?
    statistics: bool = False  # has this paragraph a figure that is counted per period?
    asked: Period | None = None  # what a question is about that the next paragraph answers
    since: tuple[int, Period] | None = None  # the year since which the last sentence tells, by its number
    lexicon: Lexicon | None = None
    answers: Period | None = None  # what the question was about that this paragraph answers

    def turn(self, block: object) -> None:
        """A new paragraph: a month singled out in the last one ("in July alone") gives way to the topic."""
        self.block, self.future, self.statistics, self.reported = block, None, False, ""
        if self.topic is not None or self.heard:
            self.current, self.heard = self.topic, False
        self.answers, self.asked = self.asked, None
        if self.answers is not None:
            self.current = self.future = self.answers

    def ask(self, period: Period) -> None:
        """A question is about ``period``: so is its answer, behind it or in the next paragraph."""
        self.asked = self.answers = self.current = self.future = period

    def come_back(self) -> None:
        """ "Today it is 5": no more of the years past that were spoken of, but what the text is about."""
        self.current = self.topic if self.is_bygone(self.current) else self.current

    def is_bygone(self, period: Period | None) -> bool:
        """Is a period over before the one begins that the text is about?"""
        topic = self.topic
        return bool(period and topic and period.end and topic.start and period.end < topic.start)

    def reset(self) -> None:
        """Another story begins."""
        self.current = self.last = self.topic = self.future = self.quoted = self.past = None
        self.told.clear()

    def tell(self, period: Period, *, figure: bool) -> None:
        """``period`` is the one spoken of now; that of the first figure, or of the title, is the topic."""
        self.current, self.heard = period, False
        self.told[grain_of(period)] = period
        self.season = period if is_season(period) else self.season
        topic = self.topic
        later = self.taken and bool(topic and topic.end and period.end and topic.end < period.end)
        other = topic is None or later or (self.headed and self._is_told_finer(period, topic))
        if figure and other:
            self.open(period, taken=False)
        self.headed = self.headed and not figure

    def _is_told_finer(self, period: Period, topic: Period) -> bool:
        """Does a figure tell of another time than the heading, or of only so much of it as is over?

        "A good start to 2017": of January and February. "The first days of November": of the 1st to the 5th.
        """
        if not lies_in(period, topic):
            return True
        return period != topic and period.start == topic.start

    def open(self, period: Period, *, taken: bool = True) -> None:
        """``period`` is the topic: that of the first figure, or ``taken`` by it from a sentence before."""
        self.topic, self.past, self.taken = period, shift(period, "year~-1"), taken

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

    def is_first_season(self, period: Period) -> bool:
        """Is it the season that a text without a date is about?"""
        return self.reference is None and self.current is None and is_season(period)

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
    alone, founded, that = words.get("alone", ()), words.get("founded", ()), words.get("that", ())
    chain, tags = sentence.chain, sentence.chain.tags
    links, duty = [slot.link for slot in slots], any(slot.kind == "tariff" for slot in slots) or begins(chain)
    found = []
    for i in chain.find("θ"):
        moment = chain.values[i]
        if isinstance(moment, Moment):
            if moment.direction == "since" and _FROM.match(tags, i + 1):
                moment = evolve(moment, direction="")
            when = told_when(chain, i, words) if moment.direction == "since" else None
            moment = evolve(moment, direction="") if when is not None else moment
            at = bisect_left(links, i)
            last = slots[at - 1] if at else None  # only the amount right before can own the period
            compared = (
                moment.compared
                or (
                    is_compared(tags, i, moment, duty=duty)
                    and not _is_no_than(chain, i, that)
                    and not (last is not None and is_sold_and_bought(last))
                )
                or _names_compared(chain, i)
                or is_likened(chain, i, words)
                or (_is_change(tags, i, moment, last) and not _is_meant(chain, i, words.get("meant", ())))
            )
            best = (compared or tags[i + 1 : i + 2] == ":") and is_of_best(chain, i, words)
            compared, moment = compared and not best, evolve(moment, compared=moment.compared and not best)
            said = _is_said(chain, i) or tags[i + 1 : i + 2] == "-" or is_within(sentence, i, head)
            only = any(fold(chain.words(k)) in alone for k in (i - 2, i - 1, i + 1) if 0 <= k < len(tags))
            within = enclosure(chain, i, words)
            beside = range(max(i - _HEADS, 0), min(i + 2, len(chain)))  # also "wurde 1951 gegründet"
            apart = moment.direction != "until" and any(fold(chain.words(k)) in founded for k in beside)
            apart = apart or is_of_making(chain, i, moment)
            if apart or tells_why(chain, i, moment, words.get("causes", ())):
                within = i, i  # "founded in 1987" dates nothing else
            owner = i + 2 if owns_known(chain, i) else None if best else _owner(tags, i, moment, last)
            owner = owner if when is None else when
            if last is not None and owner == last.link and at > 1 and _is_changed(slots[at - 2], last):
                owner = slots[at - 2].link
            if last is not None and owner is None and at > 1 and _tells_before(tags, slots[at - 2], last, i):
                owner = last.link
            found.append(Time(i, moment, compared, said, owner, only, within))
    return _with_years(tags, _without_so_far(found))


def _without_so_far(times: list[Time]) -> list[Time]:
    """Without a "so far this year" that the next words limit: "no acumulado do ano até julho"."""
    limits = {t.link for t in times if t.moment.direction == "until" and t.moment.grain == "month"}
    return [time for time in times if time.moment.relation != "ytd" or time.link + 1 not in limits]


def _with_years(tags: str, times: list[Time]) -> list[Time]:
    """Times of which one only names the year of the other: "2018 waren es im selben Zeitraum 5"."""
    if all(time.moment.relation != "same" for time in times):
        return times
    joined = list(times)
    for same in times:
        for year in times if same.moment.relation == "same" and same.moment.period is None else ():
            first, last = sorted((year.link, same.link))
            if (
                year is not same
                and is_whole_year(year.moment)
                and not set(tags[first + 1 : last]) & set(",;:Q&=KJ")
            ):
                joined = [time for time in joined if time is not year]
                moment = evolve(same_year(year.moment), compared=same.moment.compared)
                joined[joined.index(same)] = evolve(same, moment=moment)
                break
    return joined


def _is_meant(chain: Chain, link: int, words: Sequence[str]) -> bool:
    """Is a change one for a period: "growth of 5 percent for 2013", "pour l'année 2013", "sur l'année"?"""
    first = _head(chain.tags, link)
    before = first - 1 - (chain.tags[first - 1 : first] == "_")
    told = before >= 0 and fold(chain.words(before)) in words
    return told or (not chain.values[link].relation and fold(chain.words(max(before, 0), first)) in words)


def _head(tags: str, link: int) -> int:
    """Where a period begins with its own noun: "(in the) month of March", "(sur le) seul mois de mars"."""
    own = _MONTH_OF.search(tags, max(link - TIE, 0), link)
    return link if own is None else own.start()


def _owner(tags: str, link: int, moment: Moment, slot: Slot | None) -> int | None:
    """The amount that alone has a period: "(2022: 5 tonnes)", "than 5 tonnes in May"."""
    if tags[link + 1 : link + 3] == ":Q" and "Y" not in tags[max(link - _SAYS, 0) : link]:
        return None if _LABEL.fullmatch(tags, 0, link) else link + 2
    if tags[link + 1 : link + 4] == "‹Q›" and moment.relation:
        return link + 2
    if tags[link - 1 : link + 3] == "qθoQ":
        return link + 2  # "from February's 5 million", 由9月的500亿美元增至
    if tags[link + 1 : link + 4] == "QoV":
        return link + 1  # 7月份5.4%的跌幅
    if tags[link - 1 : link + 4] == ",θτzQ":
        return link + 3  # 产量为62万吨，2022/23年度为64万吨
    if slot is not None and slot.leader is not None and tags[slot.link - 1 : slot.link + 2] == "‹Q›":
        behind = _aside(tags, slot.link + 2, link)  # "from 5 pounds (6 dollars) in May"
        return slot.leader.link if is_baseline(slot.leader) and not set(behind) - set("no_") else None
    if slot is None or not (is_baseline(slot) or is_known(slot)):
        return None
    return None if any(tag in "Q,;‹›&t" for tag in _aside(tags, slot.link + 1, link)) else slot.link


def _aside(tags: str, first: int, link: int) -> str:
    """The tags before a period; without the comma where it stands between two: "from 5, in May, to 4"."""
    return tags[first + (tags[first] == "," == tags[link + 1 : link + 2]) : link]


def _tells_before(tags: str, new: Slot, old: Slot, link: int) -> bool:
    """Is a change that went before told with its period: "up 2 percent after a fall of 1 in May"?"""
    if old.form != "growth" or new.form not in ("growth", "level"):
        return False
    behind = _BEHIND.fullmatch(tags, old.link + 1, link)
    ahead = _EARLIER.fullmatch(tags, new.link + 1, old.link)
    return behind is not None and ahead is not None and "V" in ahead.group() + behind.group()


def _is_changed(new: Slot, old: Slot) -> bool:
    """Is the old duty told behind the new, whose day it is then: "to 25 percent from 10 on 1 June"?"""
    return (new.kind, new.role, old.kind, old.role) == ("tariff", "to", "tariff", "from")


def _is_change(tags: str, link: int, moment: Moment, slot: Slot | None) -> bool:
    """Does a rate of change before the period compare with it: "5 percent above January"?"""
    if slot is None or slot.form not in CHANGES or link - slot.link - 1 > FAR:
        return False
    between = tags[slot.link + 1 : _head(tags, link)]
    if between.startswith("›"):  # "down almost half (46.5 percent) on 2017"
        return between[1:].strip("_") in ("z", "=") and moment.grain == "year"
    if any(tag in "Q,;:‹›&" for tag in between):
        return False
    between = _LAST_NOUN.sub("", between)  # "a rise of 5 percent in exports this year"
    own = between == "o" and not moment.relation
    if own or (between.strip("_zb'") == "" and moment.grain in STRETCHES):
        return False  # "over the nine months", "le rebond de 11 % de 2010"
    if _ABOVE.fullmatch(between):
        return True
    if moment.grain in ("day", "weekday") and not set("=b") & set(between):
        return False  # "fell 2 percent on Thursday"
    if "θ" in between and not set(between.rpartition("θ")[2]) & set("zq=byo"):
        return False  # "after 9 percent in 2023, inflation in 2024 was"
    against = moment.grain == "year" and between.rstrip("_")[-1:] in ("z", "=")  # "in value on 2022"
    bare = not set(between) - set("VlTKJ_o") and not between.endswith("o")
    if bare and (moment.relation.endswith("0") or _is_to_come(link, slot)):
        return False  # "expects 10 percent more this year"
    within = "n" in between and not against
    return any(tag in "b=" for tag in between) or (not within and any(tag in "zqVoyl" for tag in between))


def _is_to_come(link: int, slot: Slot) -> bool:
    """Is a forecast told for a year that hangs on the article's: "plans to buy 5 percent more this year"?"""
    dated = any(map(str.isdigit, slot.sentence.chain.words(link)))
    return slot.draft.get("modality") in _AHEAD and not dated


def _names_compared(chain: Chain, link: int) -> bool:
    """Does the period name the one compared with right before it: "im Vergleich zum Vormonat Mai"?"""
    before = chain.values[link - 1] if link and chain.tags[link - 1] == "θ" else None
    return isinstance(before, Moment) and before.compared


def _is_no_than(chain: Chain, link: int, forms: Sequence[str]) -> bool:
    """Does no "than" stand before a period: one that says "that", "het ging goed in 2020"?"""
    bare = chain.tags[max(link - 2, 0) : link] == "bn" and " " not in chain.words(link - 2)
    return (bare or _follows_that(chain, link, forms)) and not is_done(chain.tags, link)


def _follows_that(chain: Chain, link: int, forms: Sequence[str]) -> bool:
    """Does a period stand behind a word for "that", not "than": "the traffic that in 2015 came to 5"?"""
    at, moment = chain.tags.rfind("=", max(link - 1 - TIE, 0), link), chain.values[link]
    if moment.relation or moment.grain in ("day", "weekday"):
        return False
    return at >= 0 and fold(chain.words(at)) in forms and is_that(chain.tags, at, link + 1)


def _is_said(chain: Chain, link: int) -> bool:
    """Does a verb of saying or publishing stand right before the period, or right behind it?"""
    tags = chain.tags
    for i in range(link - 1, max(link - 1 - _SAYS, -1), -1):
        if tags[i] == "v":
            return bool(chain.values[i] != "data")
        if tags[i] in "Q,;:θK":
            break
    if tags[link + 1 : link + 2] == "Y" and str(chain.values[link + 1]).startswith(_ANNOUNCED):
        return True  # 周三宣布
    reported = tags[link + 1 : link + 2] == "v" and chain.values[link + 1] != "data"
    return reported and chain.values[link].grain not in _LONG  # "2023 so viel wie nie"


def looks_back(chain: Chain, words: frozenset[str]) -> bool:
    """Does a sentence tell of what had been before: "in May it had been 5"?"""
    return bool(words) and any(words & set(chain.words(i).lower().split(" ")) for i in chain.find("lVJm"))
