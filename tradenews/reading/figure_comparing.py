"""What an amount or a period is only compared with: "than in May", "after 5 percent in the year before"."""

from __future__ import annotations

from tradenews.grammar.values import Moment
from tradenews.lazy import regex
from tradenews.models.period import Period
from tradenews.normalize.periods import with_year
from tradenews.reading.figure_cues import is_index
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_COMPARED = regex("=[_no]*θ[o']?$")  # "than April's 9.6 percent"
_THAN_LAST = regex("=θo$")  # 比去年的1410万吨减少
_BESIDE = regex("Q,?=_?[laT]{0,2}K(?:o_?)?b?$")  # "5, compared with a surplus of 3 in 2017"
_THAT = regex("[=bu][_lt]o(?:τo)?[o_]?$")  # "than that of June", "com a do mês de junho"
_THAN_DONE = regex("Q(?:b|[Vq](?=[=_lA@G]))=?[_=lA@G]{0,5}J[no_]{0,2}$")  # "8 percent below what it sold in"
_DONE_IN = regex("Q(?:b|[Vq],?[=l])[_=lA@G]{0,5}[no_]{0,2}$")  # "8 Prozent weniger, als es 2014 verkaufte"
_DONE = regex("[lA@G]{0,2}J(?:[,;&s]|$)")
_THAN_RATE = regex("(?:=_?|[lVb]_)[lV]?$")  # "than the (revised) 4.8 percent"
_RATE_OF = regex("[Vv]?[no]_?θ")
_GROWN = regex("[=αqztyY][_lno-]{0,5}(?:[VK][_no]{0,2}b?|a?)$")  # "against a rise of 3 percent"
_BEFORE = regex("V?[no_]{0,2}θ")
_ONLY = regex("[_lmgbGoωF'=]{1,5}")
_DATED = regex("[no_]{0,2}θ")  # "to 4 percent from 5 in May"
_OVER = regex("Qb[_no]*$")
_SINGLE = frozenset(("month", "quarter", "year"))
_OPENS, _GENITIVE = frozenset(",;:s‹n"), "'’"
_DATED_BEHIND = regex("(?:[noz]_?|_)?θ(?!oQ)")
_LED_TO = regex("[JVYbl=tozq&][_b]{0,3}$")  # what leads to an amount that is no subject
_ROSE_TO = regex("Q,?t_$")  # behind by how much something rose
_JOINED = 4  # links from an amount to an "after" that joins the next one to it
TIE = 4
_LEADS_ON = regex("t(?!b?Q)")  # "from May to July", unlike "from a year earlier to 5 tonnes"
STRETCHES = frozenset(("range", "span", "years", "half", "decade"))
_NO_FROM = frozenset(("day", "range", "years"))  # "from January to August" is no comparison
CHANGES = frozenset(("growth", "delta"))


def told_twice(chain: Chain) -> frozenset[int]:
    """The dated months that a sentence also tells without their year, and only compares with.

    "In June it shipped 5 tonnes, above the volume of June 2015": who names the same months twice means two
    years.
    """
    links = list(chain.find("θ"))
    moments = [(i, chain.values[i]) for i in links] if len(links) > 1 else []
    free = [(i, m) for i, m in moments if isinstance(m, Moment) and not (m.direction or m.relation)]
    bare = {m.pattern for _, m in free if m.pattern}
    dated = [(i, m.period) for i, m in free if not m.pattern]
    return frozenset(i for i, period in dated if any(_is_of_months(period, pattern) for pattern in bare))


def _is_of_months(period: Period | None, pattern: str) -> bool:
    same = with_year(pattern, period.start.year) if period is not None and period.start else None
    return same is not None and period is not None and (same.start, same.end) == (period.start, period.end)


def is_compared(tags: str, link: int, moment: Moment, *, duty: bool) -> bool:
    """Does "than", "against" or the like stand before the period, with no amount in between?

    "From" does not where there are duties: "25 percent from next month".
    """
    if _THAT.search(tags, max(link - TIE - 2, 0), link) or is_done(tags, link):
        return True
    if moment.grain == "fiscal" and tags[link + 1 : link + 2] in ("K", "T"):
        duty = True  # "from the 2022/23 crop it sold 5 tonnes"
    for i in range(link - 1, max(link - 1 - TIE, -1), -1):
        if tags[i] == "=" and i and (tags[i - 1] in ",;mv_" or moment.direction == "since"):
            return False  # "que" of a relative clause, "lo que"
        if tags[i] == "=" or (
            tags[i] == "q"
            and not duty
            and moment.grain not in _NO_FROM
            and not _LEADS_ON.match(tags, link + 1)
        ):
            return True
        if tags[i] == "b" and tags[i + 1] == "n":
            return True  # "more than in 2015"
        if tags[i] not in "_noτ'":
            return False
    return False


def is_done(tags: str, link: int) -> bool:
    """Does a period tell when what is compared with was done: "8 percent less than it sold in 2014"?"""
    first = max(link - 2 * TIE - 2, 0)
    if _THAN_DONE.search(tags, first, link) is not None:
        return True
    return _DONE.match(tags, link + 1) is not None and _DONE_IN.search(tags, first, link) is not None


def _is_rate_before(slot: Slot) -> bool:
    """Is it the rate of an earlier month: "a steeper fall than the 4.8 percent recorded in February"?"""
    tags, link = slot.sentence.chain.tags, slot.link
    if _RATE_OF.match(tags, link + 1) is None or "Q" not in tags[:link]:
        return False
    return slot.role == "than" or _THAN_RATE.search(tags, max(link - TIE, 0), link) is not None


def _is_grown_before(slot: Slot) -> bool:
    """Is a change only what another is compared with: "after a rise of 3 percent in the previous month"?"""
    chain, tags = slot.sentence.chain, slot.sentence.chain.tags
    behind = _BEFORE.match(tags, slot.link + 1)
    told = chain.values[behind.end() - 1] if behind is not None else None
    if not isinstance(told, Moment) or told.compared or "Q" not in tags[: slot.link]:
        return False
    if "~-" not in told.relation and not told.relation.startswith("same"):
        return False
    before = _GROWN.search(tags, max(slot.link - 2 * TIE, 0), slot.link)
    if before is None:
        return False
    grown = set("VK") & set(before.group()) or "V" in behind.group()  # type: ignore[union-attr]
    first = before.start()
    if tags[first] == "y" and not set("VK") & set(before.group()):
        return False  # "um 26 Prozent unter dem Vorjahresmonat"
    after = chain.values[first] in ("after", "earlier") and tags[first] in "αY"
    return after or (bool(grown) and tags[first] not in "αY")


def is_of_last(slot: Slot) -> bool:
    """Is an amount told with the period that it is of, and compared with, right before it?"""
    chain, link = slot.sentence.chain, slot.link
    level = slot.form not in CHANGES and chain.tags[max(link - 2, 0) : link] == "θo"
    if level and getattr(chain.values[link - 2], "compared", False):
        return True  # 比去年的1410万吨减少
    return _THAN_LAST.search(chain.tags, max(link - TIE, 0), link) is not None


def is_baseline(slot: Slot) -> bool:
    """Is the amount only what another one is compared with?"""
    chain, tags = slot.sentence.chain, slot.sentence.chain.tags
    if slot.role == "then":
        return True
    if slot.role == "from" and _is_earned_from(slot):
        return False
    former = slot.role == "from" and (slot.kind == "gdp" or is_index(slot))
    if is_of_last(slot):
        return True
    if slot.form in CHANGES and not (former and _DATED.match(tags, slot.link + 1)):
        if _COMPARED.search(tags, max(slot.link - TIE, 0), slot.link) is not None:
            return True
        return _is_rate_before(slot) or _is_grown_before(slot)
    told = chain.values[slot.link - 2] if tags[max(slot.link - 2, 0) : slot.link] == "θ‹" else None
    if isinstance(told, Moment) and (told.relation or _is_against(tags, slot.link - 2, told)):
        return True  # "less than in the same months of 2022 (5 million)"
    behind = chain.values[slot.link + 1] if tags[slot.link + 1 : slot.link + 2] == "θ" else None
    if isinstance(behind, Moment) and not behind.compared and "~-" in behind.relation:
        return "Q" in tags[: slot.link] or slot.role == "from"  # "after 5 million a year earlier"
    if _is_after(chain, slot.link):
        return True
    head = tags[max(slot.link - TIE, 0) : slot.link].rstrip("_o")
    if _BESIDE.search(tags, max(slot.link - TIE - TIE, 0), slot.link):
        return True
    return slot.role in ("from", "than") or (head.endswith(("Qb", "QVb", "Ql=", "QV=", "Q=")))


def _is_earned_from(slot: Slot) -> bool:
    """Are these the goods for which the money before was paid: "earned 907 million dollars from 5 tonnes"?"""
    chain, at = slot.sentence.chain, slot.link - 2
    at -= chain.tags[at : at + 1] == "b"
    if chain.tags[max(at, 0) : at + 2] not in ("Qq", "Qqb") or slot.quantity.amount.dimension == "money":
        return False
    amount = getattr(chain.values[at], "amount", None)
    return amount is not None and amount.dimension == "money"


def _is_after(chain: Chain, link: int) -> bool:
    """Does an "after" join an amount to the one told before it: "5 billion in May, after 4 billion"?"""
    i = link - 1
    while i > 0 and chain.tags[i] in "_ob":
        i -= 1
    if i < 2 or chain.values[i] not in ("after", "earlier"):
        return False
    return "Q" in chain.tags[max(i - TIE, 0) : i].rstrip(",_")[-_JOINED:]


def _is_against(tags: str, link: int, moment: Moment) -> bool:
    """Is a period before brackets one compared with: "a rise of 5 percent over May 2022 (4 tonnes)"?"""
    over = _OVER.search(tags, max(link - TIE, 0), link) is not None and moment.grain not in STRETCHES
    return over or is_compared(tags, link, moment, duty=False)


def only_compares(slot: Slot, leader: Slot) -> bool:
    """Is a sentence nothing but how the amount before it compares: "That would be 5 percent more than"?"""
    tags = slot.sentence.chain.tags
    first = tags.find("Q")
    opens = _ONLY.fullmatch(tags, max(tags.rfind("s", 0, first), tags.rfind("¶", 0, first)) + 1, first)
    near = leader.sentence.number >= slot.sentence.number - 1
    return near and opens is not None and tags[slot.link + 1 : slot.link + 2] in ("b", "V", "=")


def is_known(slot: Slot) -> bool:
    """Is an amount one that the reader knows, told with its time: "beat the 5 million of January"?"""
    tags, link = slot.sentence.chain.tags, slot.link
    if owns_known(slot.sentence.chain, link - 2):
        return True
    if slot.quantity.amount.dimension == "ratio" or _ROSE_TO.search(tags, max(link - TIE, 0), link):
        return False  # "creció un 18% en 2021", "hasta los 5 millones en 2021"
    behind = _DATED_BEHIND.match(tags, link + 1)
    led = _LED_TO.search(tags, max(link - TIE - 2, 0), link)
    if behind is None or led is None or "_" in led.group():
        return behind is not None and led is not None
    grain = slot.sentence.chain.values[behind.end() - 1].grain
    return grain in _SINGLE and "o" in behind.group() and led.group()[0] not in "JV"


def owns_known(chain: Chain, link: int) -> bool:
    """Does a period own the amount behind it by a genitive, so that both are known: "beat May's 5"?"""
    if chain.tags[max(link, 0) : link + 3] != "θoQ" or chain.text[chain.starts[link + 1]] not in _GENITIVE:
        return False
    return link > 0 and chain.tags[link - 1] not in _OPENS
