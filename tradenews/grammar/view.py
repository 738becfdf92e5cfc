"""The chain as names see it: which words have a capital, which marks join two words.

Names are told by their capitals, the tags of a chain by meaning. While names are being read, the tag of a
content word with a capital is ``ĉ`` ("Trade" in "Foreign Trade"), a nationality or an institution without
one is ``â`` or ``ĩ``, a hyphen, stop or apostrophe inside a name is ``ĵ``, and "&" is ``ĸ``. A word that
also stands in a table of names has that reading here: a company that counts (``H``) is a descriptor ``ø``.
Afterwards all that is no name has its old tag and value again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from tradenews.grammar.rule import VIEW
from tradenews.lazy import regex
from tradenews.lexicon.forms import UNSPACED, fold
from tradenews.lexicon.index import Lexicon, Region
from tradenews.scan.chain import Chain

CONTENT = frozenset("KJVFTmYDUSMPGxfijwφσBcpeHδμ!")
_GROUP = "G"
_OPENS = 's¶"-:›'  # tags after which a capital tells nothing
LOWER = {"a": "â", "I": "ĩ"}
_NAMING, _BEHIND = "WñZILTKHDø", 3  # tags of the words of names; links back to a noun for a body
_GLUE = "-'/"
_NAME_TAGS = "LIøO"
_PLACE_END = 4  # links from a region to the noun for a place: "Dubai International Airport"
_PARTICLES = 5  # characters between the first of several particles and the name: "Van der Lorem"
_TRIED, _BEFORE_NAME = 4, 2  # places where a name with a particle is looked for
_LETTERED = regex("l[lTKoHø&_WĉJaI]{1,11}‹[WZ@EC]›")
_LOOKED_AT = regex(
    "["
    + re.escape("".join(sorted(CONTENT | set("GEøOKaI-'/s&°"))))
    + "]|(?<=[WI])l(?=W)|(?<=[Wñ])[o_]|[o_Xt](?=[_o]?[WñĉT])"
)


@lru_cache(maxsize=16)
def second_readings(lexicon: Lexicon) -> Mapping[str, tuple[str, str]]:
    """Forms that another table has claimed, with their tag and value as words of names."""
    found: dict[str, tuple[str, str]] = {}
    for form, readings in lexicon.entries.several():
        if readings[-1].tag == "ø":
            found.update(
                (form, ("I", e.value)) for e in readings if e.tag == "I" and isinstance(e.value, str)
            )
    for (form, tag), value in lexicon.seconds.items():
        if tag in _NAME_TAGS and (
            form not in found or _NAME_TAGS.index(tag) < _NAME_TAGS.index(found[form][0])
        ):
            found[form] = (tag, value)
    return MappingProxyType(found)


def _before_form(chain: Chain, link: int) -> bool:
    """Does a legal form make a noun for a company its name: "die Lorbrauerei GmbH"?"""
    return chain.tags[link + 1 : link + 2] == "L" and chain.text[chain.starts[link]].isupper()


def name_view(chain: Chain, lexicon: Lexicon | None = None) -> Chain:
    """``chain`` with the tags that the name grammars are written in; its places are shared."""
    text, starts, ends, old = chain.text, chain.starts, chain.ends, chain.tags
    seconds = second_readings(lexicon) if lexicon is not None else {}
    nouns = lexicon is not None and bool(lexicon.lines["name_words"].get("nouns_have_capitals"))
    foreign = lexicon.lines["name_words"].get("foreign_particles", ()) if lexicon is not None else ()
    new, values = list(old), list(chain.values)
    last = len(old) - 1
    for hit in _LOOKED_AT.finditer(old):
        i, tag = hit.start(), hit[0]
        if tag == _GROUP and lexicon is not None and i < last and _goes_on(old, i):
            head = _group_head(text, starts[i], ends[i], lexicon)
            if head is not None:
                if starts is chain.starts:
                    starts = list(starts)
                starts[i], new[i], values[i] = head
                tag = new[i]
        elif tag == "E" and i < last and old[i + 1] == "ñ" and _is_office(chain, i, lexicon):
            new[i], values[i] = "O", "official"
        elif tag == "°":
            new[i] = "W" if _is_named_after(chain, i, lexicon) else tag
        elif tag == "l" and 0 < i < last and old[i - 1] in "WI" and old[i + 1] == "W":
            new[i] = "X" if chain.words(i) in foreign else "l"
        elif tag in "øOK" and i and old[i - 1] == "ñ" and _is_surname(chain, i):
            new[i] = "W"
        elif tag == "O" and nouns and i and old[i - 1] in "øG" and _is_no_word(chain, i, lexicon):
            new[i] = "W"  # "der Pumpenhersteller Lorembauer"
        elif tag in "øO":
            second = seconds.get(fold(text[starts[i] : ends[i]])) if seconds else None
            if second is not None and second[0] == "I":
                new[i], values[i] = second
                tag = "I"
            cut = without_article(text, starts[i], ends[i], lexicon) if tag == "ø" else 0
            if cut:
                if starts is chain.starts:
                    starts = list(starts)
                starts[i] = cut
                new[i] = "W" if text[cut].isupper() and not nouns else tag  # "A Corticeira Lorem"
            elif tag == "ø" and (_before_form(chain, i) if nouns else _is_titled(chain, i)):
                new[i] = "ĉ" if nouns else "W"
        elif tag == "P" and text[starts[i]] >= UNSPACED:
            new[i] = "l"  # a character of a name: no number stands before it
        elif tag in CONTENT:
            second = seconds.get(fold(text[starts[i] : ends[i]])) if seconds else None
            upper = text[starts[i]].isupper()
            if second is not None:
                new[i], values[i] = second
                tag = second[0]
                if tag == "ø" and not nouns and _is_titled(chain, i):
                    new[i] = "W"  # "Lorem Shipyard Ltd"
            elif tag == "H" and chain.values[i] == "company" and (nouns or not upper):
                new[i] = "ĉ" if _before_form(chain, i) else "ø"
            elif upper and i < last and _is_initial(chain, i + 1):
                new[i] = "W"  # "W. Lorem", who is no watts
            elif upper and not (nouns and tag == "D" and _ends_lower(text, starts[i], ends[i])):
                new[i] = "ĉ" if nouns or not _is_made_up(chain, i, lexicon) else "W"
        new[i] = _inside_name(chain, i, tag, new, letter=text[starts[i]], nouns=nouns)
    return Chain(text, "".join(new), starts, ends, values)


def _inside_name(chain: Chain, i: int, tag: str, new: list[str], *, letter: str, nouns: bool) -> str:
    """The tag of a particle or mark that may stand in a name, or of a word in small letters.

    ``new`` has the tags so far: a word before a hyphen that joins it to nothing is no name.
    """
    text, starts, ends, old = chain.text, chain.starts, chain.ends, chain.tags
    last, upper = len(old) - 1, letter.isupper()
    if tag in "o_" and i and old[i - 1] in "Wñ" and upper:
        return "X"
    if tag in "o_Xt" and i < last and upper and _leads_name(chain, i):
        return "W"
    if tag in "o_" and i and new[i - 1] == "W" and old[i - 1] in "o_X":
        return "X"  # "Van der Lorem"
    if tag in LOWER and letter.islower():
        return LOWER[tag]
    if tag in _GLUE and 0 < i < last and ends[i - 1] == starts[i]:
        if ends[i] == starts[i + 1]:
            return "ĵ"
        if nouns and tag == "-" and new[i - 1] == "W":
            new[i - 1] = "l"  # "Schlaf- und Speisewagen"
    elif tag == "s" and _is_initial(chain, i):
        return "ĵ"
    elif tag == "&" and text[starts[i]] == "&":
        return "ĸ"
    return new[i]


def _is_named_after(chain: Chain, i: int, lexicon: Lexicon | None) -> bool:
    """Is a city or region part of a longer name: "Naivasha Highland Flora", "Wirtschaftskammer Tirol"?"""
    value, tags = chain.values[i], chain.tags
    if not isinstance(value, Region) or chain.text[chain.starts[i]] >= UNSPACED:
        return False
    if not value.city:
        return _is_in_name(chain, i, lexicon)
    if tags[i + 1 : i + 2] and tags[i + 1] in _NAMING and chain.starts[i + 1] - chain.ends[i] == 1:
        return chain.text[chain.starts[i + 1]].isupper()
    if i and tags[i - 1] in "WI" and chain.starts[i] - chain.ends[i - 1] == 1:
        return chain.text[chain.starts[i - 1]].isupper()  # "Sparkasse Kassel"
    before = tags[max(i - _BEHIND, 0) : i].rstrip("o_")
    return bool(before) and before[-1] in "Iø" and tags[i - 1] in "oIø"


def _is_in_name(chain: Chain, i: int, lexicon: Lexicon | None) -> bool:
    """Does a region stand right before or in a firm's name: "Ontario Power", "Handelskammer Tirol"?"""
    body = i and chain.tags[i - 1] == "I" and chain.starts[i] - chain.ends[i - 1] == 1
    if body and chain.text[chain.starts[i - 1]].isupper():
        return True
    places = lexicon.lines["name_words"].get("place_nouns", ()) if lexicon is not None else ()
    behind = chain.tags[i + 1 : i + 2] == "W" and chain.starts[i + 1] - chain.ends[i] == 1
    return behind and not any(
        fold(chain.words(k)) in places for k in range(i + 1, min(i + _PLACE_END, len(chain)))
    )


def _leads_name(chain: Chain, i: int) -> bool:
    """Is a particle with a capital the head of a name, "Van Lorem", also where a sentence begins?

    Then the text must have it so in the middle of another.
    """
    text, start = chain.text, chain.starts[i]
    behind = i + 1 + (chain.tags[i + 1] in "_o")
    first = chain.starts[behind]
    if not text[first].isupper() or text[chain.ends[i]] != " " or first - chain.ends[i] > _PARTICLES:
        return False
    name = text[start : chain.ends[behind]]
    if start > _BEFORE_NAME and _is_inside(text, start):
        return True
    at = -1
    for _ in range(_TRIED):
        at = text.find(name, at + 1, VIEW)
        if at < 0:
            return False
        if at > _BEFORE_NAME and _is_inside(text, at):
            return True
    return False


def _is_inside(text: str, at: int) -> bool:
    """Does a word in small letters stand right before a place in the text?"""
    return text[at - 1] == " " and text[at - 2].islower()


def _ends_lower(text: str, start: int, end: int) -> bool:
    """Does an expression end with a word that leads on to a name, no part of it: "Kauf von"?"""
    return text[text.rfind(" ", start, end) + 1].islower()


def _is_titled(chain: Chain, i: int) -> bool:
    """Has a descriptor a capital where sentences do not begin, or several: "Groupe Laitier"?"""
    words = chain.words(i)
    inside = i > 0 and chain.tags[i - 1] not in _OPENS and words[0].isupper()
    return inside or (" " in words and words.istitle())


def _is_office(chain: Chain, i: int, lexicon: Lexicon | None) -> bool:
    """Is the name of a body also an office of its members: "Bundesrat Guy Parmelin"?"""
    entries = lexicon.entries.get(fold(chain.words(i)), ()) if lexicon is not None else ()
    return any(entry.tag == "O" for entry in entries)


def _is_surname(chain: Chain, i: int) -> bool:
    """Is a word of a trade the end of a person's name: "Roland Bauer sagte", "John Baker, who"?"""
    follow = chain.text[chain.ends[i] + 1 : chain.ends[i] + 2]
    words = chain.words(i)
    titled = " " not in words and words.istitle()
    return titled and not (follow.isupper() and chain.tags[i + 1 : i + 2] != "_")


def _is_no_word(chain: Chain, i: int, lexicon: Lexicon | None) -> bool:
    """Is a word with a capital told only by its last part, as a compound, and in no table itself?"""
    words = chain.words(i)
    return lexicon is not None and words.istitle() and fold(words) not in lexicon.entries


def _is_made_up(chain: Chain, i: int, lexicon: Lexicon | None) -> bool:
    """Is the word at ``i`` in no table, told only by its last part, and not at the head of a sentence?"""
    if lexicon is None or not i or chain.tags[i - 1] in _OPENS or chain.tags[i] in "DY":
        return False
    words = chain.words(i)
    return " " not in words and lexicon.word(words) is None


def _goes_on(tags: str, i: int) -> bool:
    """May what follows a group word be its name: a capital, a preposition, an adjective and a capital?

    Or whatever letters in brackets close: "la Société fédérale de participations (SFP)".
    """
    follow = tags[i + 1]
    if follow not in "lv" or (follow == "l" and tags[i + 2 : i + 3] in ("W", "ñ")):
        return True
    return _LETTERED.match(tags, i + 1) is not None


def without_article(text: str, start: int, end: int, lexicon: Lexicon | None) -> int:
    """Where a descriptor begins behind its article; 0 if it has none."""
    blank = text.find(" ", start, end)
    entry = lexicon.word(text[start:blank]) if lexicon is not None and blank > start else None
    return blank + 1 if entry is not None and entry.tag in "_t" else 0


def _group_head(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, str, Any] | None:
    """The noun of "the company", or "the trade body", as a word of names: its start, tag, value."""
    cuts = [place for mark in " '’" if (place := text.find(mark, start, end) + 1) > start]
    for place in sorted({*cuts, max(text.rfind(mark, start, end) for mark in " '’") + 1}):
        if start < place < end and (head := _head_at(text, place, end, lexicon)) is not None:
            return head
    return None


def _head_at(text: str, place: int, end: int, lexicon: Lexicon) -> tuple[int, str, Any] | None:
    """A stretch as a word of names; None where it is none."""
    word = text[place:end]
    entry = lexicon.word(word)
    for tag in "Iø":
        if entry is not None and entry.tag == tag:
            return place, tag, entry.value
        if (value := lexicon.also(word, tag)) is not None:
            return place, tag, value
    return (place, "ø", "company") if entry is not None and entry.value == "company" else None


def plain_view(chain: Chain, old: Chain) -> Chain:
    """A folded view with the tags and values of ``old`` back at every link that no name grammar made."""
    before = {end: i for i, end in enumerate(old.ends)}
    tags, starts, values = [], [], []
    for tag, start, end, value in zip(chain.tags, chain.starts, chain.ends, chain.values, strict=True):
        i = before.get(end)
        if i is None or (tag in "@W°" and (tag, old.tags[i]) != ("W", "°")):
            tags.append(tag)
            starts.append(start)
            values.append(value)
        else:
            tags.append(old.tags[i])
            starts.append(old.starts[i])
            values.append(old.values[i])
    return Chain(chain.text, "".join(tags), starts, chain.ends, values)


def _is_initial(chain: Chain, i: int) -> bool:
    """Does the stop at ``i`` close an initial that a name follows: "J. Smith"?"""
    text, starts, ends = chain.text, chain.starts, chain.ends
    return (
        0 < i < len(starts) - 1
        and text[starts[i]] == "."
        and ends[i - 1] == starts[i]
        and ends[i - 1] - starts[i - 1] == 1
        and text[starts[i - 1]].isupper()
        and text[starts[i + 1] : ends[i + 1]][:1].isupper()
    )
