"""Towns that only look like companies: the place a text is sent from, "in Lorem", "of Lorem, Nova Scotia"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.mentions import Mention, occurrences
from tradenews.reading.metadata import Metadata

_GUESSED = frozenset(("guess", "weak"))
_BACK, _AHEAD = 40, 24  # characters beside a name in which a preposition, or a region, stands
_MENTIONS = 8
_TIED = frozenset("DFKJYHφ")  # what one has in a company: "a stake in Lorem", "invested in Lorem"
_FROM = frozenset("oqn")


def without_towns(
    mentions: Iterable[Mention], text: str, metadata: Metadata, lexicon: Lexicon
) -> Iterator[Mention]:
    """The mentions but for those of towns that only a guess took for companies."""
    place = metadata.dateline.place if metadata.dateline is not None else None
    sent = fold(place) if place else None
    known: dict[str, bool] = {}
    for mention in mentions:
        naming = mention.naming
        if naming.cue in _GUESSED and naming.kind != "person":
            if naming.name not in known:
                known[naming.name] = fold(naming.name) == sent or _is_town(naming.name, text, lexicon)
            if known[naming.name]:
                continue
        yield mention


def _is_town(name: str, text: str, lexicon: Lexicon) -> bool:
    """Does the text place something in what bears the name, or tell in which land it lies?"""
    for n, span in enumerate(occurrences(text, name)):
        if n >= _MENTIONS:
            return False
        before = text[max(span.start - _BACK, 0) : span.start].split(" ")
        if len(before) < 2 or before[-1]:
            continue
        tag = _tag(before[-2], lexicon)
        if tag in _FROM and _lies_in_land(text[span.end : span.end + _AHEAD], lexicon):
            return True
        word = before[-3] if len(before) > 2 else ""
        if tag == "n" and before[-2].islower() and word.isalpha() and _tag(word, lexicon) not in _TIED:
            return True
    return False


def _tag(word: str, lexicon: Lexicon) -> str:
    entry = lexicon.word(word)
    return entry.tag if entry is not None else ""


def _lies_in_land(behind: str, lexicon: Lexicon) -> bool:
    """Does a region or a country stand behind a comma: ", Nova Scotia", ", Ghana"?"""
    if not behind.startswith(", "):
        return False
    words = behind[2:].replace(",", " ,").replace(".", " .").split()[:2]
    return any(_tag(" ".join(words[:n]), lexicon) in tuple("A°") for n in (1, 2))
