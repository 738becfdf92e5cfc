"""Short forms that a text gives in brackets, and those that are made of characters of the long name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from tradenews.lexicon.index import Lexicon
from tradenews.normalize.names import plain
from tradenews.reading.mentions import Mention

_OPEN, _CLOSE = "(（【[", ")）】]"
_QUOTES = "\"'“”‘’„«»‹›「」『』《》 :：‚"
_STOPS = frozenset('"“”’«»‹›」』》,，、;；\n' + _CLOSE)
_ENDS = ".,;:。，；\n"
_LONGEST = 40  # characters
_CJK = "\u3040"
_LEAST = 2  # characters of a short form
_SMALL, _SHARED = 3, 2  # letters of a word that joins others; words that two names of one body share
_NEAR = 10  # characters of a bracket and a preposition: " (CNA) de Angola"
_LEAST_LEFT = 2  # characters that a short form leaves out


def with_told_forms(mentions: Iterable[Mention], text: str, lexicon: Lexicon) -> list[Mention]:
    """The mentions, each with the short form that the bracket behind it gives."""
    done = []
    for mention in mentions:
        naming = mention.naming
        if naming.acronym is None and naming.kind != "person":
            form = told_form(text, mention.span.end, lexicon)
            if form is not None and form != naming.name:
                mention = evolve(mention, naming=evolve(naming, acronym=form))
        done.append(mention)
    return done


def with_own_letters(mentions: list[Mention], countries: Mapping[int, str], text: str) -> list[Mention]:
    """The mentions, those rid of what the lexicon knows of letters that the text gives to another body.

    "The Chamber of Aquaculture (CNA)" of Ecuador is not Mexico's CNA where nothing else tells of Mexico;
    ``countries`` are the codes of all that the text names, by their places.
    """
    others: dict[str, str | None] = {}
    told = set(countries.values())
    for mention in mentions:
        naming, entity = mention.naming, mention.naming.entity
        if naming.acronym is None or entity is None or plain(naming.name) == plain(entity.name):
            continue
        if entity.country in (None, *told) or entity.id is not None:
            continue
        end = mention.span.end + len(naming.acronym)
        beside = range(end, end + _NEAR) if not set(text[end : end + _NEAR]) & set(_ENDS) else ()
        behind = next((countries[n] for n in beside if n in countries), None)
        home = naming.inner[0][0] if naming.inner else behind
        if home is not None or (told and not _is_alike(naming.name, entity.name)):
            others[naming.acronym] = home
    return [_disowned(mention, others) for mention in mentions] if others else mentions


def _is_alike(name: str, known: str) -> bool:
    """Do two names share words, or is one of them mere letters?"""
    words, others = ({w for w in plain(one).split() if len(w) > _SMALL} for one in (name, known))
    return known.isupper() or len(words & others) >= _SHARED or not others - words


def _disowned(mention: Mention, others: dict[str, str | None]) -> Mention:
    naming = mention.naming
    letters = naming.name if naming.name in others else naming.acronym
    if naming.entity is None or letters not in others:
        return mention
    return evolve(mention, naming=evolve(naming, entity=None, cue="strong", country=others[letters]))


def told_form(text: str, end: int, lexicon: Lexicon) -> str | None:
    """What the bracket at ``end`` says that a name is called from there on: （以下简称“洛雷姆”）.

    A word that says so must stand first, or quotes alone: ("Lorem").
    """
    start = end + (text[end : end + 1] == " ")
    if text[start : start + 1] not in tuple(_OPEN):
        return None
    inside = text[start + 1 : start + 1 + _LONGEST]
    folded = inside.lower()
    words = lexicon.lines["name_words"].get("called", ())
    said = max((word for word in words if folded.startswith(word)), key=len, default="")
    bare = inside[len(said) :].lstrip(_QUOTES)
    quoted = inside[len(said) : len(said) + 1] in tuple('"“„«「『‘')
    stop = next((i for i, letter in enumerate(bare) if letter in _STOPS), -1)
    if not (said or quoted) or stop < _LEAST:
        return None
    form = bare[:stop].strip(_QUOTES)
    named = len(form) >= _LEAST and (form[0].isupper() or form[0] >= _CJK) and not form[0].isdigit()
    return form if named and lexicon.word(form) is None else None


def fuller_form(name: str, text: str, places: Iterable[int], lexicon: Lexicon) -> str | None:
    """A name without blanks and the word for a group behind it, where a mark follows: 洛雷姆控股。"""
    for word in lexicon.lines["name_words"].get("holding", ()):
        for place in places:
            end = place + len(name) + len(word)
            if text.startswith(word, place + len(name)) and not text[end : end + 1].isalnum():
                return name + word
    return None


def is_made_of(short: str, full: str) -> bool:
    """Is a name without blanks made of characters of the full one, in order, beginning with its own name?

    Its first two characters stand together in the full name or begin it; of two characters, both do.

    >>> is_made_of("鲁海重装", "鲁海重型装备"), is_made_of("海翼纺机", "青岛海翼纺织机械")
    (True, True)
    >>> is_made_of("鲁海重装", "烟台鲁海海工"), is_made_of("中远通信", "中国远程通信设备")
    (False, True)
    """
    if len(short) < _LEAST or len(full) - len(short) < _LEAST_LEFT - (short in full):
        return False
    head = full.find(short[:2])
    if head < 0:
        head = 0 if short[0] == full[0] and len(short) > 2 else -1
    if head < 0:
        return False
    rest = iter(full[head:])
    return all(letter in rest for letter in short)
