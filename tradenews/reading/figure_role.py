"""How an amount stands in its clause: from 5, to 7, by 2, than 5."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from tradenews.grammar.values import Moment
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.reading.clauses import Layout
from tradenews.reading.figure_cues import MIRROR
from tradenews.reading.slot import Role
from tradenews.scan.chain import Chain

_PARTS: Final = frozenset("Qθ,;:‹›¬")
_AGAINST: Final = regex("[=bqz][_noltτ']{0,4}$")  # before a period that is compared with
_BROUGHT: Final = regex("(?:‹[^›]{1,6}›)?V")  # "a 5 million (7 percent) rise"
_MOVER: Final = regex("V(?:_?[KT][oaAtTK_@]*)?$")  # "cayeron las exportaciones a Chile" before "en 5"
_ASIDE: Final = regex("(?:‹Q›)?,[nz]?_?θ,|‹Q›")  # what stands apart: "(6 dollars)", ", in May,"
_BALANCE: Final = regex("[qo]_?[alT]{0,2}(K)[alT]{0,2}o?_?b?$")
_NEW: Final = regex("(?:[noz]{0,2}_?θ)?t_?[alT]{0,2}K")
_ADVERBS: Final = '_be"'
_CLOSE: Final = 10
_COMMAS: Final = 2  # around what stands apart
_LEADS_TO: Final = regex("(?:zV|,?_?t)_?b?Q")  # "pour atteindre 8", ", à 57"
_SIGNS: Final = ("Sc", "Po")  # of money, "%"
_HALF_MORE: Final = 3  # a third of what there is now: half of what there was
_SOON: Final = 3
_OF_FLOW: Final = regex("[ontz]?_?[aT]?K")  # behind an amount: "of imports"
_OF_THEN: Final = regex("θ,?_?τ?$")  # before "when": "in May, the month in which"


def read_role(layout: Layout, link: int, lexicon: Lexicon) -> Role:
    """How an amount stands in its clause: by the small words right before and behind it.

    Some languages (``moves_by_of``) say "rose of 3" for "rose by 3", so that "of 3 to 5" is no way.
    """
    if _told_of_then(layout, link, lexicon):
        return "then"
    moves_by_of = lexicon.facts.get("moves_by_of") == "True"
    before = layout.before(link, _ADVERBS)
    tag = layout.tag(before)
    if tag in ("l", "κ"):
        far = layout.tag(layout.before(before, _ADVERBS + "κ"))
        tag = far if far in ("q", "=") else tag
    if tag == "m":
        tag = _ending(layout, before, lexicon)
    if tag == "=" or (tag == "z" and _compared(layout, link, before, lexicon)):
        return "level" if _is_set_off(layout, link) else "than"
    if tag == "t" and layout.tag(before - 1) in (",", "Q") and _compared(layout, link, before, lexicon):
        return "than"
    if tag == "q":
        return "level" if _ranges(layout, link, before) else "from"
    if tag == "o" and layout.chain.tags[max(before - 2, 0) : before] == "qθ":
        return "from"  # "from February's 5 million"
    if _swings(layout, link):
        return "from"
    if tag == "o":
        moves = layout.tag(layout.after(link)) == "V"  # "the duty of 150 percent will fall to 75"
        after = layout.after(link) + 1 if moves else _behind_period(layout, layout.after(link))
        ahead = layout.after(after, _ADVERBS) if after >= 0 else -1
        set_against = layout.tag(after) == "t" and lexicon.also(layout.chain.words(after), "=") is not None
        if (
            layout.tag(after) == "t"
            and layout.tag(ahead) == "Q"
            and _alike(layout, link, ahead)
            and not set_against
        ):
            by = not moves and moves_by_of and _moved(layout, link, before)
            return "by" if by and not _leads_on(layout, link, ahead, before) else "from"
    if (
        tag == "o"
        and moves_by_of
        and _LEADS_TO.match(layout.chain.tags, link + 1)
        and _moved(layout, link, before)
    ):
        return "by"  # "s'est creusé en mars, de 5 millions pour atteindre 8"
    if (tag == "o" or layout.chain.values[before] == "since") and _was(layout, link, before):
        return "from"
    if tag == "t" and _brings(layout, link, before):
        return "level"
    if tag == "t":
        return "level" if _grows_up_to(layout, link, before, lexicon) else "to"
    if tag == "y" and _measured(layout, link):
        return "level"
    if tag == "y" and (_moved(layout, link, before) or (not moves_by_of and _by_percent(layout, link))):
        return "by"
    mover = _MOVER.search(layout.chain.tags, max(before - _CLOSE, 0), before) if tag == "n" else None
    if mover is not None and not layout.chain.values[mover.start()].startswith("to"):
        return "by"
    return "level"


def _is_set_off(layout: Layout, link: int) -> bool:
    """Is it the other way of a trade, no earlier state: "5 million of exports against 7 of imports"?"""
    chain = layout.chain
    own = _OF_FLOW.match(chain.tags, link + 1)
    last = chain.tags.rfind("Q", 0, link)
    if own is None or last < 0:
        return False
    told = [i for i in chain.find("KJ", max(last - _SOON, 0), link) if chain.values[i] in MIRROR]
    return bool(told) and MIRROR.get(chain.values[own.end() - 1]) == chain.values[told[-1]]


def _swings(layout: Layout, link: int) -> bool:
    """Is it the balance before: "from a deficit of 5 million", "d'un déficit de 5 à un excédent de 3"?"""
    tags = layout.chain.tags
    noun = _BALANCE.search(tags, max(link - _CLOSE, 0), link)
    if noun is None or not str(layout.chain.values[noun.start(1)]).startswith("balance"):
        return False
    behind = _NEW.match(tags, link + 1)
    told = behind is not None and str(layout.chain.values[behind.end() - 1]).startswith("balance")
    return told or (tags[noun.start()] == "q" and "Q" in tags[: noun.start()])


def _leads_on(layout: Layout, link: int, ahead: int, before: int) -> bool:
    """Is "of 593 to 512 million" a way from one to the other, where it could say "by 593 to 512", too?

    It is where the first has no unit of its own, or where it were more than half of what there was.
    """
    chain = layout.chain
    if not any(letter.isalpha() or unicodedata.category(letter) in _SIGNS for letter in chain.words(link)):
        return True
    first, last = chain.values[link].amount.low, chain.values[ahead].amount.low
    ways = [i for i in layout.links(link, "V") if i < before]
    falls = bool(ways) and str(chain.values[ways[-1]]).startswith("down")
    return bool(first > last if falls else last / _HALF_MORE <= first < last)


def _ranges(layout: Layout, link: int, before: int) -> bool:
    """Is "from" that of a range alone: "will range from 5 to 7 percent"?"""
    tags = layout.chain.tags
    alone = "Q" not in tags[:before] and not re.match("[_lnθo]{0,3}tb?Q", tags[link + 1 : link + _CLOSE])
    return alone and layout.chain.values[link].amount.bound == "range"


def _told_of_then(layout: Layout, link: int, lexicon: Lexicon) -> bool:
    """Is it the amount of a period compared with: "more than in 2018, when 5 tonnes were sold"?"""
    words, chain = lexicon.lines["directions"].get("when", ()), layout.chain
    if "θ" not in chain.tags[max(link - _CLOSE - 2, 0) : link]:
        return False
    for i in range(link - 1, max(link - 1 - _CLOSE, 0), -1):
        if chain.tags[i] in _PARTS:
            return False
        if chain.tags[i] in "lnuαY=" and _says_when(chain, i, words):
            first = _OF_THEN.search(chain.tags, max(i - _SOON - 1, 0), i)
            moment = chain.values[first.start()] if first is not None else None
            if first is None or not isinstance(moment, Moment):
                return False
            back = moment.compared or "~-" in moment.relation or moment.direction == "since"
            return back or _AGAINST.search(chain.tags, 0, first.start()) is not None
    return False


def _says_when(chain: Chain, link: int, words: Sequence[str]) -> bool:
    """Does "when" or "in which" begin at a link?"""
    said = fold(chain.words(link)).partition(" ")[0], fold(chain.words(link, min(link + 2, len(chain))))
    return any(word in words for word in said) or fold(chain.words(link, min(link + 3, len(chain)))) in words


def _was(layout: Layout, link: int, before: int) -> bool:
    """Does an amount follow the one that it moved to: "fell to 5 percent, of 6 percent in May"?"""
    new = layout.before(before, _ADVERBS + ",Vn_θ")
    if layout.tag(before - 1) == "V" and layout.tag(before - 2) == ",":
        return False  # ", up 2 percent"
    if layout.tag(new) != "Q" or not _alike(layout, link, new):
        return False
    return layout.tag(layout.before(new, _ADVERBS)) == "t"


def _ending(layout: Layout, link: int, lexicon: Lexicon) -> str:
    """The tag of the small word with which a word of modality ends in a script without blanks: 将由."""
    entry = lexicon.word(layout.chain.words(link)[-1:])
    return entry.tag if entry is not None and entry.tag in ("q", "t") else "m"


def _measured(layout: Layout, link: int) -> bool:
    """Does a percentage right behind an amount tell how it moved: "met 25 miljoen ton 4 procent lager"?"""
    values, ahead = layout.chain.values, layout.after(link, _ADVERBS + "y")
    own: str = values[link].amount.dimension
    return own != "ratio" and layout.tag(ahead) == "Q" and values[ahead].amount.dimension == "ratio"


def _grows_up_to(layout: Layout, link: int, before: int, lexicon: Lexicon) -> bool:
    """Is "up to" a bound of a growth that may come: "could grow by up to 30 percent"?"""
    chain = layout.chain
    if before < 1 or chain.values[link].amount.unit != "percent" or chain.tags[before - 1] != "V":
        return False
    if chain.values[before - 1] not in ("up", "down") or lexicon.also(chain.words(before), "b") != "at_most":
        return False
    return "m" in (chain.tags[i] for i in layout.links(link, "m") if i < before)


def _brings(layout: Layout, link: int, before: int) -> bool:
    """Is an amount part of what something came to: "the drought led to a 5 percent fall in output"?"""
    noun = _BROUGHT.match(layout.chain.tags, link + 1) is not None and layout.tag(link - 1) == "_"
    return noun and layout.tag(before - 1) != "V"


def _behind_period(layout: Layout, after: int) -> int:
    """The link behind a period at the amount: "from 9 billion (10 dollars) in February to 7 billion"."""
    aside = _ASIDE.match(layout.chain.tags, after) if after >= 0 else None
    after = layout.after(aside.end() - 1) if aside is not None else after
    period = layout.after(after, "n_z") if layout.tag(after) in ("n", "z") else after
    return layout.after(period) if layout.tag(period) == "θ" else after


def _compared(layout: Layout, link: int, before: int, lexicon: Lexicon) -> bool:
    """Is a small word that can say "than" said so: "5 tonnes, against 3"?"""
    last = layout.chain.tags.rfind("Q", 0, before)
    if last < 0 or lexicon.also(layout.chain.words(before), "=") is None:
        return False
    return before - last < _CLOSE and _alike(layout, link, last)


def _by_percent(layout: Layout, link: int) -> bool:
    """Is a percentage behind "by" a change, not the part of something?"""
    ratio: bool = layout.chain.values[link].amount.dimension == "ratio"
    part = next(layout.links(link, "F"), None) is not None
    return ratio and not part and layout.tag(layout.after(link)) not in ("o", "X")


def _alike(layout: Layout, one: int, other: int) -> bool:
    """Are two amounts of one dimension?"""
    values = layout.chain.values
    same: bool = values[one].amount.dimension == values[other].amount.dimension
    return same


def _parts(between: str) -> bool:
    """Do words part a verb from "by 5"? Those set off by commas do not: "rose, despite the rain, by 5"."""
    return "Q" in between or ("," in between and (between.count(",") > _COMMAS or not between.endswith(",")))


def _moved(layout: Layout, link: int, before: int) -> bool:
    """Does something move before "by 5", or right behind it ("um 5 zu")?"""
    values = layout.chain.values
    ways = [i for i in layout.links(link, "V") if values[i].split(" ")[0] != "to"]
    if any(i < before and not _parts(layout.chain.tags[i:before]) for i in ways):
        return True
    ways = [i for i in ways if i > link]
    if not ways or "," in layout.chain.tags[link : ways[0]]:
        return False
    new = layout.chain.tags.find("Q", link + 1, ways[0])
    return ways[0] - (new if new > 0 and layout.tag(layout.before(new, _ADVERBS)) == "t" else link) < _SOON
