"""Whether a figure happened, is expected, aimed at, or only possible."""

from __future__ import annotations

from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED
from tradenews.lexicon.index import Lexicon
from tradenews.reading.clauses import Layout
from tradenews.reading.figure_cues import OFFER
from tradenews.reading.figure_goals import goal_at, revised
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_MODES: Final = {"forecast", "target", "conditional"}
_ENDED: Final = ("forecast", "conditional")
_MIN_VERB = 4
STARTING: Final = "conditional start"  # a word that says "if" only where a clause begins
_OFFERED: Final = frozenset({"deal_value", "investment", "finance"})
_NEGOTIATED: Final = regex("^negotiating|=negotiating$")  # also of a verb that needs no particle
_DONE: Final = frozenset({"signed", "agreed", "won", "ratified", "in_force"})
_OF_THING: Final = regex("[DHø]q$")
_REPORTED: Final = regex("v[l_=GAak@,KTo]{0,6}$")  # who says what will be: "said that it would"
_SAID: Final = 8
_OPENING = ',;:-&"‹¬v'
_LETTERS = 2  # of a verb at least: "va a" holds none, "vai abrir" does
_PLACED: Final = regex("[tnuqzo]|_?[Aa@°ψθT]")
_STOPS = ",;:s¬"
_PAUSED: Final = regex("[,;:s¬&Q]")
_PARTICIPLE = 5  # letters at least
_EXPECTING = ("gerechnet", "erwartet")
_BARE = "tqznyuα"  # a small word at the end makes another verb: "rechnete ... vor"
_FAR, _BEHIND = 30, 10
_OBJECTS, _PAUSES = "TKHAaθ@κ", ",;:s"  # what an object begins with; where its clause ends at the latest
_THREATENED: Final = frozenset({"tariff", "other", "price"})
_CONTRACTED: Final = frozenset({"deal_value", "price", "exports", "imports", "sales", "count"})
_CONTRACT: Final = ("contract", "merger")
_BESIDE = 3  # links from a verb to a word of its own: "rechnen Händler nun mit"
_PAST_ROLES: Final = {"from", "than"}


def read_modality(
    slot: Slot, layout: Layout, lexicon: Lexicon, modes: list[tuple[int, str]]
) -> tuple[str, int | None]:
    """The modality of an amount and the word that says so: the nearest one that governs its clause.

    In the languages with compounds a verb before a comma closes its clause and says nothing of what follows.
    """
    if slot.role in _PAST_ROLES and slot.kind != "deal_value" and not _is_size(slot):
        return revised(slot, lexicon) or _against_forecast(slot, modes)
    if slot.role == "then":
        since = slot.sentence.chain.tags.rfind("θ", 0, slot.link)
        modes = [each for each in modes if each[0] > since]  # "will be 8 percent up on 2023, when it was 5"
    best: tuple[int, int, str] | None = None
    owner = layout.owner[slot.link]
    that = tuple(lexicon.facts.get("that", "").split()) if lexicon.heads else None
    sealed = _sealed(slot, layout)
    for i, mode in modes:
        tag = layout.chain.tags[i]
        if tag == "!" and slot.kind not in _THREATENED:
            continue
        if mode == OFFER and (slot.kind not in _OFFERED or sealed >= 0):
            continue
        if mode == "forecast" and i < sealed:
            continue
        gap = layout.owner[i] - owner
        if gap == 1 and tag == "m" and layout.clause(i).first == i:
            gap = 0  # "tariffs of 35 percent if Ottawa ..."
        if gap > 0 or (tag in "Y!" and gap):
            continue
        distance = abs(slot.link - i) + (6 if i > slot.link else 0) - 20 * gap
        if not _reaches(layout, i, slot, that) or (
            gap and mode == "conditional" and ":" in layout.chain.tags[i : slot.link]
        ):
            continue
        if best is None or distance < best[0]:
            best = distance, i, mode
    if best is None and _is_freed(slot, layout.chain):
        return "conditional", slot.link
    if best is None:
        return revised(slot, lexicon) or _of_failure(slot, layout)
    return ("conditional" if best[2] == OFFER else best[2]), best[1]


def _is_freed(slot: Slot, chain: Chain) -> bool:
    """Is an amount the part of the goods that a treaty not in force yet frees: "no duty on 95 percent"?"""
    if slot.kind != "tariff" or slot.form != "share":
        return False
    return not any(str(chain.values[i]).startswith("in_force") for i in chain.find("Y"))


def _is_size(slot: Slot) -> bool:
    """Does a preposition only tell how much a thing costs: "uno stabilimento da 11 milioni"?"""
    tags = slot.sentence.chain.tags
    return _OF_THING.search(tags, 0, slot.link) is not None and tags[slot.link + 1 : slot.link + 2] != "t"


def _against_forecast(slot: Slot, modes: list[tuple[int, str]]) -> tuple[str, int | None]:
    """What a figure is compared with has happened, if it is not told as expected: "above the 5 forecast"."""
    beside = slot.link + 1
    expected = (beside, "forecast") in modes and slot.sentence.chain.tags[beside] == "m"
    return ("forecast", beside) if expected else ("actual", None)


def _sealed(slot: Slot, layout: Layout) -> int:
    """Up to where words of the future say nothing of what a signed contract is about: "will ship six for 5".

    -1 for other amounts. What is still to come of it makes its worth no forecast, nor its goods and prices.
    """
    chain = layout.chain
    if slot.kind not in _CONTRACTED or slot.form != "level":
        return -1
    done = [i for i in chain.find("Y") if _is_done(str(chain.values[i]))]
    contracts = [i for i in chain.find("D") if str(chain.values[i]).startswith(_CONTRACT)]
    if done and contracts:
        return len(chain)
    if slot.kind != "deal_value":
        return -1
    done = [i for i in done if i < slot.link]
    comma = chain.tags.rfind(",", 0, slot.link)
    return max([*done, comma if done else -1], default=-1)


def _is_done(status: str) -> bool:
    """Does a status word say that a contract is agreed? Those of purchases alone ("acquires") do not."""
    word, _, kinds = status.partition("@")
    return word in _DONE and (not kinds or "contract" in kinds)


def _of_failure(slot: Slot, layout: Layout) -> tuple[str, int | None]:
    """The worth of a purchase that came to nothing, or is not agreed yet, was only offered."""
    chain = layout.chain
    signed = any(str(chain.values[i]).startswith("contract") for i in chain.find("D"))
    if slot.kind != "deal_value" or signed:
        return "actual", None
    told = [(i, str(chain.values[i]).partition("@")[0]) for i in chain.find("Y")]
    failed = next((i for i, status in told if status == "failed"), None)
    if failed is None and not any(status in _DONE for _, status in told):
        failed = next((i for i, status in told if status == "proposed"), None)
    return ("actual" if failed is None else "conditional"), failed


def read_modes(chain: Chain, lexicon: Lexicon) -> list[tuple[int, str]]:
    """The words of a sentence that say what is not, or not yet: their links and modes.

    Words, and verbs by the endings that ``[meta]`` of the language gives for the future and the conditional.
    """
    found: list[tuple[int, str]] = []
    endings = [(tuple(lexicon.facts[mode].split()), mode) for mode in _ENDED if mode in lexicon.facts]
    passive = lexicon.facts.get("passive", "").split()
    reported, going = (lexicon.facts.get(key, "").split() for key in ("reported", "going"))
    for i in chain.find("mYV!JDlF" if endings else "mYV!JDKlW" if lexicon.heads else "mYV!JD"):
        tag, value = chain.tags[i], chain.values[i]
        if lexicon.heads and tag in "KlW":
            found += [(i, goal) for goal in [goal_at(chain, i, lexicon)] if goal is not None]
            continue
        if tag == "D" and (value == "bid" or str(value).endswith("/proposed")):
            found.append((i, OFFER))
            continue
        ended = tag in "VJYD"
        negotiated = tag == "Y" and _NEGOTIATED.search(str(value)) is not None
        if tag in "DYJ":
            tag, value = _hidden_mode(chain, i, lexicon)
        mode = None if tag in "lF" or (tag == "m" and _marks_object(chain, i)) else mode_of(tag, value)
        if mode is not None and value == STARTING and not _starts(chain, i):
            continue
        if mode == "forecast" and passive and chain.words(i).lower() in passive and _is_passive(chain, i):
            continue
        word, _, rest = chain.words(i).lower().partition(" ")
        if mode == "forecast" and word in going and len(rest) < _LETTERS and _goes(chain, i):
            continue
        ended = ended or (mode is None and tag in "lF")
        if mode is None and ended and endings:
            mode = _by_ending(chain.words(i).partition(" ")[0], endings)
        if (
            mode == "conditional"
            and (ended or chain.words(i).lower() in reported)
            and _REPORTED.search(chain.tags, max(i - _SAID, 0), i)
        ):
            mode = "forecast"  # "said it would"
        mode = OFFER if mode is None and negotiated else mode
        if mode is not None:
            found.append((i, mode))
    return found


def _goes(chain: Chain, i: int) -> bool:
    """Does a word of the future mean a way, with a place or goods behind it: "35 % vont dans l'UE"?"""
    return _PLACED.match(chain.tags, i + 1) is not None


def _is_passive(chain: Chain, i: int) -> bool:
    """Is a word of the future one of the passive instead: "wird ... geliefert", "verkauft werden"?

    So it is with a participle right before it, or one that closes its clause.
    """
    last = i
    while last + 1 < len(chain) and chain.tags[last + 1] not in _STOPS:
        last += 1
    return (i > 0 and _is_participle(chain.words(i - 1))) or (last > i and _is_participle(chain.words(last)))


def _is_participle(words: str) -> bool:
    """Has a word the look of a German past participle: verkauft, geschrieben, exportiert?"""
    word = words.rpartition(" ")[2]
    if len(word) < _PARTICIPLE or not word[0].isalpha() or word in _EXPECTING:
        return False
    return word.endswith("t") or (word.endswith("en") and "ge" in word[:5].lower())


def _hidden_mode(chain: Chain, i: int, lexicon: Lexicon) -> tuple[str, object]:
    """What a word that has another sense, too, or the first word of a phrase says: "will acquire"."""
    tag, value, phrase = chain.tags[i], chain.values[i], chain.words(i)
    if tag == "J" and mode_of(tag, value) is not None:
        return tag, value
    if tag != "D" and (also := lexicon.also(phrase, "m")) is not None:
        return "m", also
    first, blank, _ = phrase.partition(" ")
    entry = lexicon.word(first) if blank else None
    if entry is not None and entry.tag == "m" and isinstance(entry.value, str):
        return "m", entry.value
    return "V", None


def _by_ending(word: str, endings: list[tuple[tuple[str, ...], str]]) -> str | None:
    """The mode that the ending of a verb tells."""
    if len(word) < _MIN_VERB:
        return None
    return next((mode for ends, mode in endings if word.endswith(ends)), None)


def _marks_object(chain: Chain, i: int) -> bool:
    """Does a word of the future only mark what a verb behind it acts on: 将关税由33%下调至26%?

    In scripts without blanks, where a noun follows at once and its verb only behind it. With a hyphen before
    it the word is the end of a verb: "destacaram-se".
    """
    if chain.tags[i - 1 : i] == "-" and chain.adjacent(i):
        return True
    if chain.ends[i] - chain.starts[i] > 1 or chain.words(i) < UNSPACED:
        return False
    ahead = chain.tags[i + 1 : i + _BEHIND * 2]
    stop = next((k for k, tag in enumerate(ahead) if tag in _PAUSES), len(ahead))
    ahead = ahead[:stop]
    if not ahead or ahead[0] not in _OBJECTS:
        return False
    verb = next((k for k, tag in enumerate(ahead) if tag in "VJYDl"), -1) if ahead[0] != "N" else 1
    first = ahead.find("Q")
    return verb > 0 and (first < 0 or verb < first or "V" in ahead[first:])


def _starts(chain: Chain, i: int) -> bool:
    """Does a link begin a clause?"""
    return i == 0 or chain.tags[i - 1] in _OPENING


def mode_of(tag: str, value: object) -> str | None:
    """What a word says of modality; also a verb in the future ("up forecast")."""
    if not isinstance(value, str):
        return None
    words = value.split(" ")
    if tag == "m":
        return value if value == OFFER else words[0] if words[0] in _MODES else None
    if tag in "VJ":
        return words[1] if len(words) == 2 and words[1] in _MODES else None
    return None if value == "exit" else "conditional"


def _reaches(layout: Layout, cue: int, slot: Slot, that: tuple[str, ...] | None) -> bool:
    """Does a word govern the amount: one behind it without a pause, one before it with one at most?

    ``that`` are the words that go on with what a verb says, in languages where it closes its clause.
    """
    tags = layout.chain.tags
    if cue > slot.link and _closes_sentence(tags, cue):
        return bool(layout.chain.values[cue] == "forecast")
    if cue > slot.link:
        crossed = set(tags[slot.link + 1 : cue])
        if crossed & set("v¬") or "earlier" in layout.chain.values[slot.link + 1 : cue]:
            return False  # "fell 2 percent after the ministry said it would ..."
        joined = "&" in crossed and (tags[cue - 1] == "&" or bool(crossed & set("VJY")))
        return cue - slot.link < _BEHIND and not crossed & set(",Q;:") and not joined
    between = tags[cue : slot.link]
    if ":" in between and set(between.partition(":")[0]) & set("Q,"):
        return False  # "traders expect 5 tonnes a week, if all goes well: a box costs 1,900 euros"
    behind = _PAUSED.search(tags, slot.link + 1)
    last = len(tags) if behind is None else slot.link if behind[0] == "Q" else behind.start()
    times = layout.chain.find("θ", cue, last)
    told = [i for i in times if set(tags[cue + 1 : i]) != {"W"}]  # unlike "erwartet Lorem jetzt"
    if any(getattr(layout.chain.values[i], "relation", "") == "now" for i in told if _apart(tags, cue, i)):
        return False
    if that is not None and between[1:2] == "," and not _goes_on(layout.chain, cue + 2, slot.link, that):
        return False
    return ";" not in between and len(between) < _FAR and between.count(",") < 3 + between.count("Q")


def _apart(tags: str, cue: int, now: int) -> bool:
    """Does a "now" tell of another time than a word before it, unlike that of a verb: "rechnen nun mit"?"""
    return now > cue + _BESIDE or "Q" in tags[cue:now]


def _goes_on(chain: Chain, first: int, amount: int, that: tuple[str, ...]) -> bool:
    """Does what follows a comma belong to the verb before it: "hofft, dass ...", "hofft, ... zu liefern"?"""
    if chain.words(first).lower() in that:
        return True
    last = _PAUSED.search(chain.tags, amount + 1)
    stop = len(chain) if last is None else last.start()
    return any(
        chain.words(i).lower().partition(" ")[0] in that for i in range(max(amount + 1, stop - 2), stop)
    )


def _closes_sentence(tags: str, cue: int) -> bool:
    """Does a verb behind a comma tell who thinks so: "the crop fell 5 percent, estimates the board"?"""
    rest = tags[cue + 1 :]
    closed = tags.rstrip("s")[-1:]
    if tags[cue] != "m" or tags[cue - 1] != "," or closed in _BARE:
        return False
    return not set(rest) & set("QVJm,:;θ")  # unlike "rose 5 percent, heading for the best day since May"
