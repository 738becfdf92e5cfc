"""Words that name a kind, and only tell of the circumstances: "after a poor harvest", "without duties"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.figure_cues import MEASURED, KindCue
from tradenews.reading.figure_view import View
from tradenews.reading.slot import Slot
from tradenews.scan.chain import Chain

_OPENERS: Final = "Ytzαnoqul_"  # the tags that "after" and "before" may have
_HEADS: Final = tuple(",;:¬&-")  # behind these, too, a clause may begin with its circumstances
_TIME: Final = regex("[_laAoTnWHYV°'@kGu]{0,7}K")  # "the poor harvest in Brazil"
_WITHOUT: Final = regex("g[_laT]{0,3}K(?!o?_?b?Q)")
_CUTS: Final = regex(
    "K[nθl]{0,4}V(?:[_laAoTk']{0,6}|_?b?Q_?[laAoT]{0,3})K"
)  # "duties cut Chinese exports by 5"
_RELATIVE: Final = 2  # links from its comma to the word that opens a clause: ", in which"
_GOES_ON: Final = tuple("VJYFmlg")  # what stands behind the comma that closes it
_PARTS: Final = frozenset(";:s¶")


def without_circumstances(chain: Chain, cues: list[KindCue], lexicon: Lexicon) -> list[KindCue]:
    """``cues`` without those that only say when, or free of what: "after the harvest Peru bought 5 tonnes".

    Another one must follow before the next amount, or stand before.
    """
    if len(cues) < _RELATIVE:
        return cues
    asides = {*_times(chain, cues, lexicon), *_lacking(chain, cues)}
    return [cue for cue in cues if cue.link not in asides] if len(asides) < len(cues) else cues


def _times(chain: Chain, cues: list[KindCue], lexicon: Lexicon) -> Iterator[int]:
    """The links of nouns that a word for "after" or "before" opens a clause with."""
    forms = lexicon.lines["directions"].get("circumstances", ())
    tags = chain.tags
    for i in chain.find(_OPENERS) if forms else ():
        opens = not tags[:i].strip("_Wl") or tags[i - 1 : i] in _HEADS
        if not opens or fold(chain.words(i)).partition(" ")[0] not in forms:
            continue
        told = _TIME.match(tags, i + 1)
        if told is None:
            continue
        noun = told.end() - 1
        if any(noun < cue.link and "Q" not in tags[noun : cue.link] for cue in cues):
            yield noun


def _lacking(chain: Chain, cues: list[KindCue]) -> Iterator[int]:
    """The links of words for duties behind "without"."""
    duties = {cue.link for cue in cues if cue.kind == "tariff"}
    for hit in _WITHOUT.finditer(chain.tags) if duties else ():
        if chain.values[hit.start()] == "without" and hit.end() - 1 in duties:
            yield hit.end() - 1


def _movers(chain: Chain, cues: list[KindCue]) -> Iterator[int]:
    """The links of words for duties that move something else: "the duties cut exports to 5 billion"."""
    kinds = {cue.link: cue.kind for cue in cues}
    for hit in _CUTS.finditer(chain.tags) if "tariff" in kinds.values() else ():
        if kinds.get(hit.start()) == "tariff" and kinds.get(hit.end() - 1) in MEASURED:
            yield hit.start()


def leave_asides(slot: Slot, view: View) -> None:
    """Forget duties that move an amount, or are told by the way: "that to Peru, which charges 5%, fell 8"."""
    chain, tags = view.chain, view.chain.tags
    movers = {i for i in _movers(chain, view.cues) if i < slot.link}
    view.cues = [cue for cue in view.cues if cue.link not in movers] if movers else view.cues
    if view.lexicon is None:
        return
    last = tags.rfind(",", 0, slot.link)
    while last > 0 and tags[last + 1 : last + 2] not in _GOES_ON:
        last = tags.rfind(",", 0, last)
    first = tags.rfind(",", 0, max(last, 0))
    if first <= 0 or set(tags[first : slot.link]) & _PARTS:
        return
    words = view.lexicon.lines["name_words"]
    forms = {*words.get("relatives", ()), *words.get("where", ())}
    if not any(fold(chain.words(i)) in forms for i in range(first + 1, min(first + 1 + _RELATIVE, last))):
        return
    told = [s for s in view.earlier if s.sentence is slot.sentence and first < s.link < last]
    view.cues = [c for c in view.cues if c.kind != "tariff" or not first < c.link < last]
    view.earlier = [s for s in view.earlier if s.kind != "tariff" or s not in told]
