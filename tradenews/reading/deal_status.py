"""Where an agreement stands: status words with their modality and negation, and threats."""

from __future__ import annotations

from itertools import islice

from attrs import define, evolve

from tradenews.grammar.values import Moment
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.models.terms import DealStatus
from tradenews.reading.deal_modality import (
    COMING,
    EARLIER,
    NONE,
    UNABLE,
    WHETHER,
    Scopes,
    is_hearsay,
    is_negated,
    modality,
    read_scopes,
    wanted,
)
from tradenews.reading.sentence import Sentence
from tradenews.scan.chain import Chain

CAP, REACH, EXIT_REACH, THREAT_REACH = 9, 25, 7, 14
MOST = 64  # status words read in one sentence
LEFT = "left"  # one party is gone: the end of an agreement of two, not of one of many
WON = "won"  # a tender: the firm that did so is one side
ANNOUNCED = "announced"  # of firms: what is told is agreed; of a plan it only tells
DONE = "done"  # completed: an agreement is made, a purchase is carried out
EXPIRES = "expires"  # ends, unless the date is still to come
REVIVED = "revived"  # talks that had stopped go on
_MEANS = {LEFT: "terminated", EXPIRES: "terminated", REVIVED: "negotiating", DONE: "agreed"}
_WANTED: tuple[DealStatus, ...] = ("proposed", "negotiating")
_NOWHERE = Scopes()
OF_FIRMS = frozenset({"contract", "financing", "investment", "merger_acquisition", "joint_venture"})
_WALLS, _BESIDE = ";:s", 4
_STOPS = frozenset({"suspended", "terminated", "failed"})
_LIGHT, _OBJECT, _FINAL = "tolθn_z", "aøA@EWk-", 10
_REACHED = frozenset({"agreed", "signed"})
_REFUSED = frozenset({"renegotiating", "terminated", "suspended"})
_TIED = frozenset("nztqyuα=")  # before a quarrel that is only why: "nach langem Streit"
_BEHIND_STOP = tuple(",;s¶nzθαtqδ")  # what follows a word that stops what stands before it
_LEADS_TO = tuple("_oaAQ'z")

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
    "terminated": "in_force",
    "failed": "negotiating",
}
_UNSURE: dict[str, DealStatus | None] = {**_TO_COME, "signed": "negotiating", "negotiating": "proposed"}
_NEGATED: dict[str, DealStatus | None] = {
    "signed": "agreed",
    "agreed": "negotiating",
    "ratified": "signed",
    "in_force": "signed",
    "negotiating": "proposed",
}


@define(unsafe_hash=True)
class Stage:
    """One status word of a sentence: link ``index``, the status it means there, and by which rule."""

    index: int
    status: DealStatus
    rule: str
    span: Span
    date: Period | None = None
    word: str = ""  # what the word means by itself, before modality and negation
    only: tuple[str, ...] = ()  # kinds of deals of which the word says this; none for all
    earlier: bool = False  # it stands behind an "after", beside what followed it


def fitted(stage: Stage, kind: str) -> Stage | None:
    """The stage as it is of a deal of firms, which no parliament votes on and which closes, not applies."""
    if kind not in OF_FIRMS or stage.status == "in_force":
        return stage
    if kind == "joint_venture" and stage.word == "agreed" and stage.rule == "status.to_come":
        return evolve(stage, status="agreed")  # who will found one has agreed to
    if stage.word == "ratified":
        return evolve(stage, status="agreed") if stage.status == "ratified" else None
    return evolve(stage, status="agreed") if stage.word == "in_force" else stage


def read_stages(sentence: Sentence, lexicon: Lexicon | None = None) -> list[Stage]:
    """The status words of a sentence in order, each with modality and negation applied."""
    chain = sentence.chain
    found: list[Stage] = []
    if "Y" not in chain.tags:
        return found
    scopes, wish = read_scopes(chain), -CAP
    for j in islice(chain.find("Y"), MOST):
        if _is_end(chain, j) and _threatened(chain, j):
            continue
        if "@" in chain.values[j]:
            found += _own_stages(chain, j, scopes)
            continue
        word, later = chain.values[j].rstrip("?~"), chain.values[j].endswith("?")
        told, word = word, _MEANS.get(word, word)
        if word not in RANK:
            continue
        if chain.values[j].endswith("~"):
            later = _announced(chain, j)
        if word == "proposed" and not is_negated(chain, j):
            wish = j
        elif later and j - wish < CAP and not chain.tags[wish:j].count(";"):
            continue
        later = later and not (word == "in_force" and _is_since(chain, j))
        later = later or (scopes.over(EARLIER, j) and _followed(chain, j))
        if word in _REFUSED and found and _refuses(chain, found[-1], j):
            found.pop()
            continue
        if word == "failed" and lexicon is not None and _is_bare_lack(chain, j, lexicon):
            continue
        if word in _STOPS and (_stops_trade(chain, j) or ends_dispute(chain, j, lexicon)):
            continue
        status, rule = _weigh(chain, j, word, later, scopes)
        if rule == "status.conditional" and lexicon is not None and is_hearsay(chain, j, lexicon):
            status, rule = word, "status.word"
        if told == REVIVED and rule == "status.conditional" and _is_told(chain, j):
            status = "negotiating"  # "announced that they would resume talks"
        if status is not None:
            if told == LEFT or (told == REVIVED and status == word):
                rule = f"status.{told}"
            span, earlier = Span(chain.starts[j], chain.ends[j]), scopes.over(EARLIER, j)
            if told == EXPIRES or (told == DONE and rule == "status.word"):
                word = told
            if status == "suspended" and found and _puts_off(chain, found[-1], j):
                found[-1] = evolve(found[-1], status="agreed", rule="status.to_come")
                continue
            found.append(Stage(j, status, rule, span, date_near(chain, j), word=word, earlier=earlier))
    return found


def _is_told(chain: Chain, j: int) -> bool:
    """Does a word of saying or announcing stand before link ``j``, nothing in between that parts the two?"""
    low = max(chain.tags.rfind(mark, 0, j) for mark in _WALLS) + 1
    return any(chain.tags[i] == "v" or ANNOUNCED in str(chain.values[i]) for i in chain.find("vY", low, j))


def _is_since(chain: Chain, j: int) -> bool:
    """Does "since" stand before link ``j``: "since its entry into force"?"""
    low = max(j - _BESIDE, 0)
    return any(chain.values[i] == "since" for i in chain.find("α", low, j))


def _refuses(chain: Chain, stage: Stage, j: int) -> bool:
    """Does the word before link ``j`` rule it out: "ruled out renegotiating the treaty"?"""
    between = chain.tags[stage.index + 1 : j]
    return stage.status == "failed" and len(between) <= _BESIDE and not set(between) - set(_LIGHT)


def _stops_trade(chain: Chain, j: int) -> bool:
    """Is what link ``j`` ends a duty or a flow of goods, not the agreement: "the pact scraps the duty"?"""
    i = j + 1
    while chain.tags[i : i + 1] in _LEADS_TO and i - j <= _BESIDE:
        i += 1
    if chain.tags[i : i + 1] in ("K", "T"):
        return "D" not in chain.tags[i : i + 3]
    if chain.tags[j + 1 : j + 2] not in _BEHIND_STOP and j + 1 < len(chain):
        return False
    apart = chain.tags[j - 1] == ","  # "a duty of 46 percent, suspended until July"
    low = max(chain.tags.rfind(mark, 0, j) for mark in (";s" if apart else ",;s")) + 1
    duties = [i for i in chain.find("K", max(low, j - CAP), j) if str(chain.values[i]).startswith("tariff")]
    if not duties or any(chain.tags[i + 1] == "D" for i in duties):
        return False
    between = chain.tags[duties[-1] : j]  # "lower duties before the truce expires"
    return "D" not in between and not set(between if apart else chain.tags[low : duties[0]]) & set("DY")


def ends_dispute(chain: Chain, j: int, lexicon: Lexicon | None) -> bool:
    """Is it a quarrel that link ``j`` ends: "an agreement that puts an end to their dispute"?"""
    nouns = lexicon.lines["name_words"].get("disputes", ()) if lexicon is not None else ()
    if not nouns:
        return False
    low = max((chain.tags.rfind(mark, 0, j) for mark in _WALLS + ","), default=-1) + 1
    ends = chain.tags[j + 1 : j + 2] in ("", *_WALLS, ",", "l")
    high = next((k for k in range(j + 1, min(j + CAP, len(chain))) if chain.tags[k] in _WALLS + ","), j + CAP)
    near = (*range(j + 1, min(high, len(chain))), *(range(max(low, j - CAP), j) if ends else ()))
    if chain.text[chain.starts[j]] >= UNSPACED:
        clause = chain.text[chain.starts[low] : chain.ends[min(high, len(chain) - 1)]]
        return any(noun in clause for noun in nouns)
    found = next((k for k in near if fold(chain.words(k)).endswith(nouns)), None)
    return found is not None and (found > j or not set(chain.tags[max(found - 2, low) : found]) & _TIED)


def _puts_off(chain: Chain, signing: Stage, j: int) -> bool:
    """Is it a signing, named before in the clause, that link ``j`` puts off?"""
    value = str(chain.values[signing.index])
    return signing.status == "signed" and value.endswith("~") and j - signing.index <= CAP + 1


def _is_bare_lack(chain: Chain, j: int, lexicon: Lexicon) -> bool:
    """Does "without an agreement" only tell that there is none, no talks having ended so?"""
    entry = lexicon.word(chain.words(j).split(" ")[0])
    ends = chain.tags[j + 1 : j + 2] == "D" and chain.tags[j + 2 : j + 3] == "l"
    return ends and entry is not None and entry.tag == "g" and "V" not in chain.tags[max(j - 3, 0) : j]


def _followed(chain: Chain, j: int) -> bool:
    """Is what comes "after" link ``j`` still to come: "after completion the fleet will grow"?"""
    return any(chain.values[i] == "forecast" for i in chain.find("m", j, len(chain)))


def _is_end(chain: Chain, j: int) -> bool:
    return str(chain.values[j]) in ("terminated", LEFT, EXPIRES)


def _threatened(chain: Chain, j: int) -> bool:
    """Is the end at link ``j`` only what someone threatens with?"""
    low = max(j - THREAT_REACH, 0)
    return any(chain.values[i] == "threat" for i in chain.find("!", low, j))


def _own_stages(chain: Chain, j: int, scopes: Scopes) -> list[Stage]:
    """A word of certain deals only, ``agreed@contract|financing,in_force@merger_acquisition``.

    A sense without kinds is one of all deals: ``agreed,agreed@contract`` tells an order without a noun too.
    """
    span, found = Span(chain.starts[j], chain.ends[j]), []
    for sense in chain.values[j].split(","):
        word, _, kinds = sense.partition("@")
        status, rule = _weigh_own(chain, j, word) if kinds else _weigh(chain, j, word, False, scopes)
        if status is not None:
            only = tuple(kinds.split("|")) if kinds else ()
            found.append(Stage(j, status, rule, span, date_near(chain, j), word=word, only=only))
    return found


def _weigh_own(chain: Chain, j: int, word: str) -> tuple[DealStatus | None, str]:
    """A word of certain deals only: what a firm will do is agreed, what it wants is proposed."""
    if word in (WON, ANNOUNCED):
        return weigh_act(chain, j, "agreed")
    if word in ("agreed", "in_force"):
        return weigh_act(chain, j, word)  # type: ignore[arg-type]
    return (None, "status.negated") if is_negated(chain, j) else _weigh(chain, j, word, False)


def weigh_act(chain: Chain, j: int, status: DealStatus) -> tuple[DealStatus | None, str]:
    """The status that a verb ("buys", "builds") tells: failed if negated, proposed if wanted."""
    lead = _lead(chain, j)
    if (is_negated(chain, j) and not _goes_on(chain, j)) or lead.startswith(("failed", "terminated")):
        return "failed", "status.negated"
    for wanted_status in _WANTED:
        if lead.startswith(wanted_status):
            return wanted_status, "status.wanted"
    mode = modality(chain, j)
    if mode == "target" or (mode == "conditional" and not _is_reported(chain, j)):
        return "proposed", "status.wanted"
    return ("agreed" if mode else status), "status.noun"


def _goes_on(chain: Chain, j: int) -> bool:
    """Does the verb stand behind "and", the clause before it denied: "does not wait and will supply"?"""
    joint = chain.tags.rfind("&", max(j - _BESIDE, 0), j)
    return joint > 0 and "g" not in chain.tags[joint:j] and set(chain.tags[joint + 1 : j]) <= set("ml_")


def _is_reported(chain: Chain, j: int) -> bool:
    """Does the firm itself say what it "would" do: "said it would invest"?"""
    low = max(chain.tags.rfind(mark, 0, j) for mark in _WALLS + ",") + 1
    said = chain.tags.rfind("v", low, j)
    return said >= 0 and "¬" not in chain.tags[said:j]


def _lead(chain: Chain, j: int) -> str:
    """What the words of status or talks before the verb at link ``j`` mean: "gave up buying", "talks to buy".

    Of an infinitive that ends its clause, its object stands between: "mislukte een poging X te kopen".
    """
    late = _ends_clause(chain, j)
    reach, light = (_FINAL, _LIGHT + _OBJECT) if late else (_BESIDE, _LIGHT)
    for i in range(j - 1, max(j - reach, 0) - 1, -1):
        if chain.tags[i] == "Y" and (chain.values[i] != "negotiating" or chain.tags[i + 1] != "D"):
            return str(chain.values[i])
        if chain.tags[i] == "D":
            return "negotiating" if chain.values[i] == "talks" else ""
        if chain.tags[i] not in light:
            return ""
    return ""


def _ends_clause(chain: Chain, j: int) -> bool:
    """Is link ``j`` an infinitive at the end of its clause?"""
    return j > 0 and chain.tags[j + 1 : j + 2] in ("", *",;:s¶") and chain.tags[j - 1] in "tl"


def _weigh(
    chain: Chain, j: int, word: str, later: bool, scopes: Scopes = _NOWHERE
) -> tuple[DealStatus | None, str]:
    if word in _REACHED and scopes.over(UNABLE, j):
        return "failed", "status.word"
    if is_negated(chain, j) or (word in _NEGATED and scopes.over(NONE, j)):
        return _NEGATED.get(word), "status.negated"
    if later and word == "ratified" and _approved(chain, j):
        return "ratified", "status.word"
    mode = modality(chain, j) or (wanted(chain, j) if later else None)
    if mode == "conditional" or (mode == "target" and later) or scopes.over(WHETHER, j):
        return _UNSURE.get(word), "status.conditional"
    if later or mode is not None or scopes.over(COMING, j):
        return _TO_COME.get(word), "status.to_come"
    return word, "status.word"  # type: ignore[return-value]


def _approved(chain: Chain, j: int) -> bool:
    """Do words right before link ``j``, the ratification, say that it was given?"""
    for i in range(j - 1, max(j - _BESIDE, -1), -1):
        if chain.tags[i] == "Y" and chain.values[i] in ("agreed", "ratified"):
            return modality(chain, i) is None and not is_negated(chain, i)
    return False


def _announced(chain: Chain, j: int) -> bool:
    """Does a noun ("the signing") follow words that make it one to come: approve, ahead of, plan?"""
    for i in range(max(j - CAP, 0), j):
        if chain.tags[i] == "m" or (chain.tags[i] == "Y" and chain.values[i] in ("agreed", "proposed")):
            return True
        if chain.tags[i] == "α" and chain.values[i] in ("before", "ahead", "until"):
            return True
    return False


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
    if "!" not in chain.tags:
        return None
    for j in islice(chain.find("!Y"), MOST):
        span = Span(chain.starts[j], chain.ends[j])
        if chain.tags[j] == "Y":
            if j - announced <= THREAT_REACH and _is_end(chain, j):
                return Span(chain.starts[announced], chain.ends[j])
            continue
        if any(str(chain.values[i]).startswith("tariff") for i in chain.find("KJ", j, j + THREAT_REACH)):
            continue  # "will scrap its duty"
        if chain.values[j] == "both":
            return span
        if chain.values[j] == "threat":
            announced = j
        elif j - announced <= THREAT_REACH:
            return Span(chain.starts[announced], chain.ends[j])
        elif modality(chain, j) and "D" in chain.tags[j : j + EXIT_REACH]:
            return span
    return None
