"""Names compared: accents lost, possessives off, initials, slugs.

Everything here is about the letters of names; which words are offices or legal forms the lexicon says.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from tradenews.lazy import regex

_WORD = regex(r"[^\W_]+")
_POSSESSIVE = regex(r"['’‘´`](?:s|S)?$")
_SMALL = 3
_MIN_ACRONYM = 2
_LONG = 3


@lru_cache(maxsize=1 << 12)
def plain(name: str) -> str:
    """``name`` in lower case without accents and marks, its words parted by one blank.

    >>> plain("Société Générale S.A."), plain("Peña-Nieto"), plain("阿里巴巴集团")
    ('societe generale s a', 'pena nieto', '阿里巴巴集团')
    """
    if name.isascii():
        return " ".join(_WORD.findall(name.lower()))
    bare = unicodedata.normalize("NFKD", name).casefold()
    return " ".join(_WORD.findall("".join(c for c in bare if not unicodedata.combining(c))))


def slug(name: str) -> str:
    """An id for a name: plain words joined by hyphens; "actor" where nothing is left.

    >>> slug("Enrique Peña Nieto"), slug("AT&T Inc."), slug("!")
    ('enrique-pena-nieto', 'at-t-inc', 'actor')
    """
    return plain(name).replace(" ", "-") or "actor"


def digest(text: str) -> str:
    """The id of an article: a hash of its text that is the same everywhere, 16 hexadecimal digits.

    >>> digest("Exports rose.")
    '31e93da6d70b9eaf'
    """
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


def unpossessed(name: str) -> str:
    """``name`` without a possessive ending.

    >>> unpossessed("Alibaba’s"), unpossessed("Exporters'"), unpossessed("Alibaba")
    ('Alibaba', 'Exporters', 'Alibaba')
    """
    return _POSSESSIVE.sub("", name)


def initials(name: str) -> str:
    """The first letters of all words, in lower case.

    >>> initials("Chinese Academy of Social Sciences")
    'caoss'
    """
    return "".join(word[0] for word in plain(name).split())


def is_acronym(short: str, name: str) -> bool:
    """Can ``short`` be an acronym of ``name``?

    Its letters must stand in the name in their order, the first one at the head of one of the first two
    words; where it is short, every longer word must have given its head.

    >>> is_acronym("CASS", "Chinese Academy of Social Sciences")
    True
    >>> is_acronym("Camex", "Cámara de Comercio Exterior")
    True
    >>> is_acronym("WVM", "Wirtschaftsvereinigung Metalle"), is_acronym("CNOOC", "Gazprom")
    (True, False)
    """
    letters = plain(short).replace(" ", "")
    words = plain(name).split()
    if len(letters) < _MIN_ACRONYM or letters[0] not in {word[0] for word in words[:2]}:
        return False
    start = next(i for i, word in enumerate(words) if word[0] == letters[0])
    joined = "".join(words[start:])
    place = 0
    for letter in letters:
        place = joined.find(letter, place) + 1
        if not place:
            return False
    return all(word[0] in letters for word in words[start:] if len(word) > _SMALL) or len(letters) > _LONG


def is_in_order(short: str, name: str) -> bool:
    """Do the letters of ``short``, four or more, stand in ``name`` in their order?

    >>> is_in_order("Trafo Sul", "Transformadores do Sul"), is_in_order("Bosch", "Transformadores do Sul")
    (True, False)
    """
    letters, rest = plain(short).replace(" ", ""), iter(plain(name))
    return len(letters) > _SMALL and all(letter in rest for letter in letters)


def is_initialism(short: str, name: str) -> bool:
    """Is ``short`` made of the first letters of the words of ``name``, without or with its small words?

    >>> is_initialism("CASS", "Chinese Academy of Social Sciences"), is_initialism("ÖBB", "Deutsche Bank")
    (True, False)
    >>> is_initialism("AICEP", "Associação dos Exportadores do Norte")
    False
    """
    letters, words = plain(short).replace(" ", ""), plain(name).split()
    long = "".join(word[0] for word in words if len(word) > _SMALL)
    return len(letters) > 1 and letters in (long, "".join(word[0] for word in words))


def is_part(short: Sequence[str], full: Sequence[str]) -> bool:
    """Are the words of ``short`` all in ``full``, in the same order?

    >>> is_part(["pena", "nieto"], ["enrique", "pena", "nieto"]), is_part(["nieto", "pena"], ["pena"])
    (True, False)
    """
    rest = iter(full)
    return all(word in rest for word in short)


def same_person(one: str, other: str) -> bool:
    """Can both be forms of one person's name?

    One's words must be in the other's, in order; an initial stands for a name, but not alone.

    >>> same_person("Pena Nieto", "Enrique Peña Nieto"), same_person("D. Trump", "Donald Trump")
    (True, True)
    >>> same_person("Donald Trump", "D. Trump"), same_person("J. Smith", "Jo S. Smith")
    (True, True)
    >>> same_person("Xi", "Xi Jinping"), same_person("Donald Trump", "Ivanka Trump")
    (True, False)
    """
    a, b = sorted((plain(one).split(), plain(other).split()), key=len)
    if not a:
        return False
    if len(a) == 1:
        return a[0] in b and len(a[0]) > 1
    rest = iter(b)
    return all(any(_may_be(word, w) for w in rest) for word in a)


def _may_be(word: str, other: str) -> bool:
    """Are two words of names the same, or one the initial of the other?"""
    return word == other or (min(len(word), len(other)) == 1 and word[0] == other[0])
