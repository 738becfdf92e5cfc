"""Which language a text is in: by its script, its most frequent words, its letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import frozen

from tradenews.lazy import regex
from tradenews.lexicon.load import languages, read_line_table

UNKNOWN = "und"
_SAMPLE, _WINDOW, _LONG_LINE = 1000, 8000, 60
_HAN = regex("[\u3400-\u9fff\uf900-\ufaff]")
_KANA = regex("[\u3041-\u30ff]")
_LATIN = regex("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_OTHER = regex("[\u0370-\u1dff\ua000-\uf8ff\U00010000-\U0001f000]")
_BEYOND = regex("[\u0370-\u1dff\u3041-\u30ff\u3400-\u9fff\ua000-\U0001f000]")  # not Latin
_WORD = regex(r"[^\W\d_]+")
_HAN_LETTERS = 3  # how many letters of an alphabet one ideograph stands for
_ENDING_WEIGHT, _LETTER_WEIGHT, _FOREIGN_WEIGHT = 0.3, 0.25, 1.0
_SHORT, _LEAST_WORD = 25, 5  # words of a text so short that endings count, letters of a word that has one
_LEAST_SCORE, _LEAST_COVER, _LEAST_COVER_LONG = 0.3, 0.08, 0.17


@frozen(eq=False)
class Words:
    """Frequent words, endings and letters: each to the languages that have it, with its weight.

    A word counts the less the more languages share it. ``own`` are the languages that have a file.
    """

    words: Mapping[str, tuple[tuple[str, float], ...]]
    endings: Mapping[str, tuple[tuple[str, float], ...]]
    letters: Mapping[str, tuple[tuple[str, float], ...]]
    own: frozenset[str]


def detect_language(text: str) -> str:
    """BCP 47 code of the language of ``text``: one that has a language file, else ``und``.

    Reliable from 200 characters on, usable from 50. At most the first few thousand characters are looked
    at, long lines first, so that menus at the top do not count.

    >>> detect_language("Die Ausfuhren nach China sind im vergangenen Jahr um 3 Prozent gestiegen.")
    'de'
    >>> detect_language("Exporten till Kina ökade med tre procent under förra året, enligt SCB.")
    'und'
    """
    sample = _sample(text)
    script = _by_script(sample)
    return script if script is not None else _by_words(sample)


def _sample(text: str) -> str:
    """The first lines of running text, up to a limit; any lines where too few are long."""
    chosen, size = [], 0
    for line in text[:_WINDOW].split("\n"):
        if len(line) >= _LONG_LINE or (len(line) >= _LONG_LINE / 3 and _HAN.match(line.strip()[:1])):
            chosen.append(line[: _SAMPLE - size])
            size += len(line)
            if size >= _SAMPLE:
                break
    return "\n".join(chosen) if size >= 2 * _LONG_LINE else text[:_SAMPLE]


def _by_script(sample: str) -> str | None:
    """The language where the script alone tells it; None for texts in the Latin alphabet."""
    if _BEYOND.search(sample) is None:
        return None
    han, kana = len(_HAN.findall(sample)), len(_KANA.findall(sample))
    latin, other = len(_LATIN.findall(sample)), len(_OTHER.findall(sample))
    if other > han + latin / 2:
        return UNKNOWN
    if kana * 12 > han and kana * _HAN_LETTERS > latin:
        return UNKNOWN
    if han >= 4 and han * _HAN_LETTERS > latin:
        return "zh" if "zh" in _words().own else UNKNOWN
    return None


def _by_words(sample: str) -> str:
    table = _words()
    counts = Counter(_WORD.findall(sample.lower()))
    total = sum(counts.values())
    if total < 3:
        return UNKNOWN
    score: dict[str, float] = {}
    cover: dict[str, int] = {}
    short = total < _SHORT
    for word, count in counts.items():
        found = table.words.get(word)
        if found is None and short and len(word) > _LEAST_WORD:
            found = table.endings.get(word[-4:]) or table.endings.get(word[-3:])
        for language, weight in found or ():
            score[language] = score.get(language, 0.0) + weight * count
            cover[language] = cover.get(language, 0) + count
        if not word.isascii():
            for letter in word:
                for language, weight in table.letters.get(letter, ()) if letter >= "\x80" else ():
                    score[language] = score.get(language, 0.0) + weight * count
    if not score:
        return UNKNOWN
    best = max(score, key=lambda language: (score[language], language))
    least = _LEAST_COVER if short else _LEAST_COVER_LONG
    if best not in table.own or score[best] < _LEAST_SCORE or cover.get(best, 0) < least * total:
        return UNKNOWN
    return best


@lru_cache(maxsize=1)
def _words() -> Words:
    tables = {name: read_line_table(name, "detect") for name in languages()}
    foreign = dict(read_line_table("world", "detect"))
    letters = foreign.pop("letters", ())
    lists = {name: table.get("words", ()) for name, table in tables.items()} | foreign
    marks = _shared({name: table.get("letters", ()) for name, table in tables.items()}, _LETTER_WEIGHT)
    return Words(
        words=_shared(lists, 1.0),
        endings=_shared({name: table.get("endings", ()) for name, table in tables.items()}, _ENDING_WEIGHT),
        letters=marks | dict.fromkeys(letters, ((UNKNOWN, _FOREIGN_WEIGHT),)),
        own=frozenset(tables),
    )


def _shared(lists: Mapping[str, Iterable[str]], weight: float) -> dict[str, tuple[tuple[str, float], ...]]:
    """Each form to the languages that list it; they share its weight."""
    owners: dict[str, dict[str, None]] = {}
    for name, forms in lists.items():
        for form in forms:
            owners.setdefault(form, {})[name] = None
    return {form: tuple((name, weight / len(names)) for name in names) for form, names in owners.items()}
