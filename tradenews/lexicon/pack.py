"""Lexicons as they are prepared when the package is built, and what they are made from.

A prepared lexicon equals the one that :func:`tradenews.lexicon.load.build` makes of the same sources; its
entries are made when they are looked up. What the world's words say in every language is prepared once, and
held once however many languages are read: the file of a language has only what differs.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any, cast

from attrs import frozen

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


@frozen
class Shared:
    """What the lexicons of all languages have in common, as they hold it; made of the world's words alone."""

    known: dict[str, str]
    senses: list[str]
    lengths: dict[str, tuple[int, ...]]
    follows: dict[str, Collection[str]]


def packed_world(
    entries: Mapping[str, tuple[Entry, ...]],
    lengths: Mapping[str, tuple[int, ...]],
    follows: Mapping[str, Collection[str]],
) -> dict[str, Any]:
    """The readings of the world's words, and the beginnings of their forms, as JSON can hold them."""
    lines, numbers = written_readings(entries)
    return {
        "forms": joined(entries),
        "entries": joined(lines),
        "senses": joined(numbers),
        **_packed_beginnings(lengths, follows),
    }


def shared_of(data: dict[str, Any]) -> Shared:
    """What :func:`packed_world` packed."""
    known = dict(zip(parted(data["forms"]), parted(data["entries"]), strict=True))
    return Shared(known, parted(data["senses"]), *_beginnings(data))


def packed_lexicon(lexicon: Lexicon, shared: Shared) -> dict[str, Any]:
    """A lexicon as JSON can hold it, without what is ``shared``; the same at every time."""
    numbers = {line: number for number, line in enumerate(shared.senses)}
    lines = written_readings(lexicon.entries, numbers)[0]
    read = zip(lexicon.entries, lines, strict=True)
    own = {form: line for form, line in read if shared.known.get(form) != line}
    heads = [written_entry(form, found[0], numbers) for form, found in lexicon.heads.items()]
    conflicts = [[(e.form, written_entry(e.form, e, numbers)) for e in pair] for pair in lexicon.conflicts]
    seconds = [
        (form, sense_number(Entry(form, tag, v), numbers)) for (form, tag), v in lexicon.seconds.items()
    ]
    numerals = lexicon.numerals
    return {
        "language": lexicon.language,
        "forms": joined(own),
        "entries": joined(own.values()),
        "several": [form for form, _ in lexicon.entries.several()],
        "head_forms": joined(lexicon.heads),
        "heads": joined(heads),
        "senses": joined(list(numbers)[len(shared.senses) :]),
        **_packed_beginnings(
            {f: counts for f, counts in lexicon.lengths.items() if shared.lengths.get(f) != counts},
            {f: found for f, found in lexicon.follows.items() if shared.follows.get(f) != found},
        ),
        "lines": lexicon.lines,
        "facts": lexicon.facts,
        "members": lexicon.members,
        "conflicts": conflicts,
        "seconds": seconds,
        "numerals": None if numerals is None else [numerals.parts, sorted(numerals.joiners)],
    }


def unpacked_lexicon(data: dict[str, Any], shared: Shared) -> Lexicon:
    """The lexicon that was packed; ``data`` is emptied of its long texts, which would stay beside it."""
    senses = Senses(shared.senses + parted(data.pop("senses")))
    once: dict[str, str] = {}  # many forms have the same sense
    entries = parted(data.pop("entries"))
    own = zip(parted(data.pop("forms")), map(once.setdefault, entries, entries), strict=True)
    lengths, follows = _beginnings(data)
    numerals = data["numerals"]
    return Lexicon(
        language=data["language"],
        entries=Readings({**shared.known, **dict(own)}, senses, data["several"]),
        lengths={**shared.lengths, **lengths},
        follows={**shared.follows, **follows},
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


def _packed_beginnings(
    lengths: Mapping[str, tuple[int, ...]], follows: Mapping[str, Collection[str]]
) -> dict[str, Any]:
    """How forms begin: first tokens by the numbers of tokens, and the second tokens."""
    alike: dict[tuple[int, ...], list[str]] = {}
    for first, counts in lengths.items():
        alike.setdefault(counts, []).append(first)
    return {
        "lengths": [[counts, joined(firsts)] for counts, firsts in alike.items()],
        "firsts": joined(follows),
        "follows": [joined(sorted(seconds)) for seconds in follows.values()],
    }


def _beginnings(data: dict[str, Any]) -> tuple[dict[str, tuple[int, ...]], dict[str, Collection[str]]]:
    """What :func:`_packed_beginnings` packed."""
    lengths: dict[str, tuple[int, ...]] = {}
    for counts, firsts in data["lengths"]:
        lengths.update(dict.fromkeys(parted(firsts), tuple(counts)))
    seconds = zip(parted(data["firsts"]), data.pop("follows"), strict=True)
    return lengths, {first: held(parted(found)) for first, found in seconds}


def _table(rows: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(forms) for key, forms in rows.items()}
