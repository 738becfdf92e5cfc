"""Stretches of a sentence that only say why: "because of the war in Ukraine", "owing to American duties"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_cues import KindCue
from tradenews.scan.chain import Chain

_SMALL: Final = "lznqoyVWt_¬"  # the tags that words of cause have
_ENDS: Final = ",;:sQ‹›¬¶"
_VERBS: Final = "VJ"
_NOUNS: Final = frozenset("KATDHIø@EkG")
_PHRASE: Final = "lT_aAotVθ"  # what stands between "because" and the noun that is the reason
_FAR: Final = 16  # links that such a stretch may have


def cause_stretches(chain: Chain, forms: Collection[str]) -> Iterator[tuple[int, int]]:
    """The first link and the one behind the last of each stretch that a word of cause opens.

    One at the head of a sentence may end at its verb: "Wegen der Zölle der USA schrumpften die Lieferungen".
    """
    last = -1
    for i in chain.find(_SMALL) if forms else ():
        if i < last or not _is_cause(chain, i, forms):
            continue
        last = i + 1
        while last < len(chain) and last - i < _FAR and chain.tags[last] not in _ENDS:
            if chain.tags[last] in _VERBS and _is_told(chain.tags, i, last):
                break
            last += 1
        yield i, last


def _is_cause(chain: Chain, i: int, forms: Collection[str]) -> bool:
    if chain.tags[i] == "¬" and chain.tags[i + 1 : i + 2] != "o":
        return False  # "because exports rose": a clause of its own
    words = fold(chain.words(i))
    return words in forms or words.partition(" ")[0] in forms


def _is_told(tags: str, first: int, verb: int) -> bool:
    """Is all of a cause that opens its sentence told before its verb?"""
    opens = not tags[:first].strip("_lW¬&¶")
    return opens and bool(_NOUNS & set(tags[first + 1 : verb]))


def without_causes(chain: Chain, cues: list[KindCue], lexicon: Lexicon) -> list[KindCue]:
    """Without the words that only tell why: "fell by 10 percent owing to falling prices"."""
    forms = lexicon.lines.get("directions", {}).get("causes", ())
    last = chain.tags.rfind("Q")
    opening = next(cause_stretches(chain, forms), None) if cues and last >= 0 else None
    if opening is not None and chain.first_of("Q", 0, len(chain)) >= opening[1]:
        told = [cue for cue in cues if not opening[0] <= cue.link < opening[1]]
        cues = told if any(cue.link < last for cue in told) else cues
    if len(cues) > 1:
        first = cues[0].link
        cues = [cue for cue in cues if cue.link > last or not _is_reason(chain, cue, first, forms)]
    behind = [cue.link for cue in cues if cue.link > last]
    if not behind or last < 0 or cues[0].link > last:
        return cues
    why = next((i for i in chain.find("lznqo", last + 1, behind[-1]) if fold(chain.words(i)) in forms), -1)
    return cues if why < 0 else [cue for cue in cues if cue.link < why]


def _is_reason(chain: Chain, cue: KindCue, first: int, forms: Collection[str]) -> bool:
    """Does a noun before the amount only say why: "exports have, owing to high prices, risen by 5"?"""
    tags, back = chain.tags, cue.link - 1
    after = tags[cue.link + 1 :].lstrip("l")[:1]
    after = "," if tags[cue.link + 1 :].lstrip("lV")[:1] == "," else after  # "prezzi più alti,"
    if cue.link <= first or tags[cue.link] not in "KV" or after not in tuple("yt,nobθ"):
        return False
    while back > first and tags[back] in _PHRASE and fold(chain.words(back)) not in forms:
        back -= 1
    amount = tags.find("Q", cue.link)
    if amount < 0 or fold(chain.words(back)) not in forms or set(tags[first + 1 : back]) & set("Qs;¬"):
        return False
    return not set(tags[cue.link + 1 : amount]) & set("KJ" if after == "," else "VKJ")
