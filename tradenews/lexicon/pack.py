"""Lexicons as they are prepared when the package is built, and what they are made from.

A prepared lexicon equals the one that :func:`tradenews.lexicon.load.build` makes of the same sources; its
entries are made when they are looked up.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast

from tradenews.lexicon.index import Lexicon
from tradenews.lexicon.readings import (
    Entry,
    Readings,
    Senses,
    held,
    joined,
    parted,
    sense_number,
    written_entry,
    written_readings,
)
from tradenews.normalize.facts import cldr_sources
from tradenews.normalize.numerals import Numerals
from tradenews.prepared import digest_of, source_of

_LANGUAGES = "tradenews.languages"
_CODE = {
    "tradenews.lexicon": (
        "forms.py", "hant.py", "index.py", "keys.py", "load.py", "pack.py", "readings.py", "schema.py",
        "tags.py",
    ),
    "tradenews.normalize": ("cldr.py", "facts.py", "numerals.py"),
}  # fmt: skip


@lru_cache(maxsize=16)
def lexicon_sources(language: str) -> str:
    """The digest of all that makes the lexicon of a language: its words, the world's, CLDR's, our modules."""
    files = [source_of(_LANGUAGES, f"{name}.toml") for name in (language, "world")]
    return digest_of((*files, *_code(), cldr_sources(language).encode()))


@lru_cache(maxsize=16)
def lines_sources(name: str) -> str:
    """The digest of all that makes the tables of a language file, or of the world's, that are no words."""
    return digest_of((source_of(_LANGUAGES, f"{name}.toml"), *_code()))


@lru_cache(maxsize=1)
def _code() -> tuple[bytes, ...]:
    return tuple(source_of(package, name) for package, names in _CODE.items() for name in names)


def packed_lexicon(lexicon: Lexicon) -> dict[str, Any]:
    """A lexicon as JSON can hold it, the same at every time."""
    entries, numbers = written_readings(lexicon.entries)
    heads = [written_entry(form, found[0], numbers) for form, found in lexicon.heads.items()]
    conflicts = [[(e.form, written_entry(e.form, e, numbers)) for e in pair] for pair in lexicon.conflicts]
    seconds = [
        (form, sense_number(Entry(form, tag, v), numbers)) for (form, tag), v in lexicon.seconds.items()
    ]
    lengths: dict[tuple[int, ...], list[str]] = {}
    for first, counts in lexicon.lengths.items():
        lengths.setdefault(counts, []).append(first)
    numerals = lexicon.numerals
    return {
        "language": lexicon.language,
        "forms": joined(lexicon.entries),
        "entries": joined(entries),
        "several": [form for form, _ in lexicon.entries.several()],
        "head_forms": joined(lexicon.heads),
        "heads": joined(heads),
        "senses": joined(numbers),
        "lengths": [[counts, joined(firsts)] for counts, firsts in lengths.items()],
        "firsts": joined(lexicon.follows),
        "follows": [joined(sorted(seconds)) for seconds in lexicon.follows.values()],
        "lines": lexicon.lines,
        "facts": lexicon.facts,
        "members": lexicon.members,
        "conflicts": conflicts,
        "seconds": seconds,
        "numerals": None if numerals is None else [numerals.parts, sorted(numerals.joiners)],
    }


def unpacked_lexicon(data: dict[str, Any]) -> Lexicon:
    """The lexicon that was packed; ``data`` is emptied of its long texts, which would stay beside it."""
    senses = Senses(parted(data.pop("senses")))
    entries = parted(data.pop("entries"))
    once: dict[str, str] = {}  # many forms have the same sense
    lengths: dict[str, tuple[int, ...]] = {}
    for counts, firsts in data["lengths"]:
        lengths.update(dict.fromkeys(parted(firsts), tuple(counts)))
    numerals = data["numerals"]
    return Lexicon(
        language=data["language"],
        entries=Readings(
            dict(zip(parted(data.pop("forms")), map(once.setdefault, entries, entries), strict=True)),
            senses,
            data["several"],
        ),
        lengths=lengths,
        follows={
            first: held(parted(seconds))
            for first, seconds in zip(parted(data["firsts"]), data.pop("follows"), strict=True)
        },
        heads=Readings(dict(zip(parted(data["head_forms"]), parted(data["heads"]), strict=True)), senses),
        lines={name: _table(rows) for name, rows in data["lines"].items()},
        facts=data["facts"],
        members=_table(data["members"]),
        conflicts=tuple((senses.entry(*one), senses.entry(*other)) for one, other in data["conflicts"]),
        seconds={
            (form, senses[number][0]): cast("str", senses[number][1]) for form, number in data["seconds"]
        },
        numerals=numerals and Numerals(numerals[0], frozenset(numerals[1])),
    )


def _table(rows: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(forms) for key, forms in rows.items()}
