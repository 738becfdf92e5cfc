"""Where an agreement stands: status words with their modality and negation, and threats."""

from __future__ import annotations

from itertools import islice

from attrs import evolve, frozen

from tradenews.grammar.values import Moment
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.models.terms import DealStatus
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

BEFORE, CAP, REACH, EXIT_REACH, THREAT_REACH = 4, 9, 25, 7, 14
MOST = 64  # status words read in one sentence
LEFT = "left"  # one party is gone: the end of an agreement of two, not of one of many
OF_FIRMS = frozenset({"contract", "financing", "investment", "merger_acquisition", "joint_venture"})
_WALLS = ";:s"
_STOPS = ",;:sD"

RANK: dict[DealStatus, int] = {
    "proposed": 0,
    "negotiating": 1,
    "agreed": 2,
    "signed": 3,
    "ratified": 4,
    "in_force": 5,
    "renegotiating": 6,
    "suspended": 7,
    "failed": 8,
    "terminated": 9,
}
_TO_COME: dict[str, DealStatus | None] = {
    "signed": "agreed",
    "agreed": "negotiating",
    "ratified": "signed",
    "in_force": "signed",
    "negotiating": "negotiating",
    "renegotiating": "renegotiating",
    "proposed": "proposed",
}
_UNSURE: dict[str, DealStatus | None] = {**_TO_COME, "signed": "negotiating", "negotiating": "proposed"}
_NEGATED: dict[str, DealStatus | None] = {
    "signed": "agreed",
    "agreed": "negotiating",
    "ratified": "signed",
    "in_force": "signed",
    "negotiating": "proposed",
}


@frozen
class Stage:
    """One status word of a sentence: link ``index``, the status it means there, and by which rule."""

    index: int
    status: DealStatus
    rule: str
    span: Span
    date: Period | None = None
    word: str = ""  # what the word means by itself, before modality and negation
    only: tuple[str, ...] = ()  # kinds of deals of which the word says this; none for all


def fitted(stage: Stage, kind: str) -> Stage | None:
    """The stage as it is of a deal of firms, which no parliament votes on and which closes, not applies."""
    if kind not in OF_FIRMS or stage.status == "in_force":
        return stage
    if stage.word == "ratified":
        return evolve(stage, status="agreed") if stage.status == "ratified" else None
    return evolve(stage, status="agreed") if stage.word == "in_force" else stage


def read_stages(sentence: Sentence) -> list[Stage]:
    """The status words of a sentence in order, each with modality and negation applied."""
    chain = sentence.chain
    found: list[Stage] = []
    wish = -CAP
    for j in islice(chain.find("Y"), MOST):
        if _is_end(chain, j) and _threatened(chain, j):
            continue
        if "@" in chain.values[j]:
            found += _own_stages(chain, j)
            continue
        word, later = chain.values[j].rstrip("?~"), chain.values[j].endswith("?")
        left = word == LEFT
        word = "terminated" if left else word
        if word not in RANK:
            continue
        if chain.values[j].endswith("~"):
            later = _announced(chain, j)
        if word == "proposed" and not _negated(chain, j):
            wish = j
        elif later and j - wish < CAP and not chain.tags[wish:j].count(";"):
            continue
        status, rule = _weigh(chain, j, word, later)
        if status is not None:
            rule = "status.left" if left else rule
            span = Span(chain.starts[j], chain.ends[j])
            found.append(Stage(j, status, rule, span, date_near(chain, j), word=word))
    return found


def _is_end(chain: Chain, j: int) -> bool:
    return str(chain.values[j]) in ("terminated", LEFT)


def _threatened(chain: Chain, j: int) -> bool:
    """Is the end at link ``j`` only what someone threatens with?"""
    low = max(j - THREAT_REACH, 0)
    return any(chain.values[i] == "threat" for i in chain.find("!", low, j))


def _own_stages(chain: Chain, j: int) -> list[Stage]:
    """A word of certain deals only, ``agreed@contract|financing,in_force@merger_acquisition``."""
    span, found = Span(chain.starts[j], chain.ends[j]), []
    for sense in chain.values[j].split(","):
        word, _, kinds = sense.partition("@")
        status, rule = _weigh_own(chain, j, word)
        if status is not None:
            only = tuple(kinds.split("|"))
            found.append(Stage(j, status, rule, span, date_near(chain, j), only=only))
    return found


def _weigh_own(chain: Chain, j: int, word: str) -> tuple[DealStatus | None, str]:
    """A word of certain deals only: what a firm will do is agreed, what it wants is proposed."""
    if word in ("agreed", "in_force"):
        return weigh_act(chain, j, word)  # type: ignore[arg-type]
    return (None, "status.negated") if _negated(chain, j) else _weigh(chain, j, word, False)


def weigh_act(chain: Chain, j: int, status: DealStatus) -> tuple[DealStatus | None, str]:
    """The status that a verb ("buys", "builds") tells: failed if negated, proposed if wanted."""
    if _negated(chain, j):
        return "failed", "status.negated"
    modality = _modality(chain, j)
    if modality in ("target", "conditional"):
        return "proposed", "status.wanted"
    return ("agreed" if modality else status), "status.noun"


def _weigh(chain: Chain, j: int, word: str, later: bool) -> tuple[DealStatus | None, str]:
    if _negated(chain, j):
        return _NEGATED.get(word), "status.negated"
    modality = _modality(chain, j) or (_wanted(chain, j) if later else None)
    if modality == "conditional" or (modality == "target" and later):
        return _UNSURE.get(word), "status.conditional"
    if later or modality is not None:
        return _TO_COME.get(word), "status.to_come"
    return word, "status.word"  # type: ignore[return-value]


def _announced(chain: Chain, j: int) -> bool:
    """Does a noun ("the signing") follow words that make it one to come: approve, ahead of, plan?"""
    for i in range(max(j - CAP, 0), j):
        if chain.tags[i] == "m" or (chain.tags[i] == "Y" and chain.values[i] in ("agreed", "proposed")):
            return True
        if chain.tags[i] == "α" and chain.values[i] in ("before", "ahead", "until"):
            return True
    return False


def _negated(chain: Chain, j: int) -> bool:
    tags = chain.tags
    for i in range(j - 1, max(j - BEFORE, 0) - 1, -1):
        if tags[i] in _STOPS:
            break
        if tags[i] == "g":
            return True
    for i in range(j + 1, min(j + 6, len(tags))):
        if tags[i] in _STOPS:
            break
        if tags[i] == "g":
            return i + 1 >= len(tags) or tags[i + 1] in _STOPS
    return False


def _modality(chain: Chain, j: int) -> str | None:
    for i in range(j - 1, max(j - BEFORE, 0) - 1, -1):
        if chain.tags[i] in _STOPS:
            return None
        if chain.tags[i] == "m":
            return str(chain.values[i])
    return None


def _wanted(chain: Chain, j: int) -> str | None:
    """The modal verb of an infinitive at the end of its clause: "wollen ihr Abkommen ... paraphieren"."""
    for i in range(j - 1, max(j - CAP, 0) - 1, -1):
        if chain.tags[i] in ",;:sY":
            return None
        if chain.tags[i] == "m":
            return str(chain.values[i]) if chain.values[i] != "forecast" else None
    return None


def date_near(chain: Chain, j: int) -> Period | None:
    """The resolved period nearest to link ``j``, no wall between."""
    best: tuple[int, Period] | None = None
    for i in chain.find("θ", max(j - 12, 0), min(j + 13, len(chain))):
        moment = chain.values[i]
        if not isinstance(moment, Moment) or moment.period is None or moment.period.end is None:
            continue
        low, high = min(i, j), max(i, j)
        if any(tag in _WALLS for tag in chain.tags[low:high]):
            continue
        if best is None or abs(i - j) < best[0]:
            best = (abs(i - j), moment.period)
    return best[1] if best else None


def nearest(chain: Chain, j: int, places: list[int]) -> int | None:
    """The place of ``places`` to which link ``j`` belongs: the nearest, clause marks counting as distance."""
    best, least = None, REACH
    for place in places:
        low, high = min(place, j), max(place, j)
        between = chain.tags[low:high]
        cost = high - low + 2 * between.count(",") + 12 * between.count(";") + 4 * between.count(":")
        if cost < least:
            best, least = place, cost
    return best


def find_threat(chain: Chain) -> Span | None:
    """The words that announce leaving or killing an agreement, or None."""
    announced = -THREAT_REACH - 1
    for j in islice(chain.find("!Y"), MOST):
        span = Span(chain.starts[j], chain.ends[j])
        if chain.tags[j] == "Y":
            if j - announced <= THREAT_REACH and _is_end(chain, j):
                return Span(chain.starts[announced], chain.ends[j])
        elif chain.values[j] == "both":
            return span
        if chain.values[j] == "threat":
            announced = j
        elif j - announced <= THREAT_REACH:
            return Span(chain.starts[announced], chain.ends[j])
        elif _modality(chain, j) and "D" in chain.tags[j : j + EXIT_REACH]:
            return span
    return None
