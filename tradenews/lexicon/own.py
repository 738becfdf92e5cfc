"""A user's own words: a TOML file of the shape of a language file, laid over the built-in lexicon."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from os import PathLike, fspath

from attrs import evolve, field, frozen

from tradenews.errors import LexiconError
from tradenews.lexicon.index import Entry, Lexicon
from tradenews.lexicon.load import entries_of, languages
from tradenews.lexicon.schema import ENTITY_TABLES, Table, parse_tables
from tradenews.lexicon.tags import TABLES

_LINES = ("chrome", "labels", "sentence_starts")
_EXTENDED = frozenset({*TABLES, *ENTITY_TABLES, *_LINES, "function", "treaties", "meta"})


@frozen
class OwnWords:
    """The words of one file, for one language or (``language`` None) for all.

    Two are equal if their files had the same content.
    """

    digest: str
    language: str | None
    entries: tuple[Entry, ...] = field(eq=False, repr=False)
    lines: Mapping[str, Table] = field(eq=False, repr=False)


def read_words(path: str | PathLike[str]) -> OwnWords:
    """The words of a TOML file; :class:`LexiconError` says what is wrong with it, OSError if there is none.

    Tables are those of the language files: ``[goods]``, ``[companies]``, ``[units]``, ``[chrome]`` ...; a
    ``language`` in ``[meta]`` says for which language they are.
    """
    with open(fspath(path), "rb") as file:
        data = file.read()
    try:
        tables = dict(parse_tables(data.decode("utf-8-sig"), str(path)))
    except UnicodeDecodeError as error:
        raise LexiconError(str(path), "", "", f"is not UTF-8: {error}") from error
    meta = dict(tables.pop("meta", {}))
    language = meta.pop("language", (None,))[0]
    if language is not None and language not in languages():
        raise LexiconError(str(path), "meta", "language", f"{language!r} is none of {', '.join(languages())}")
    for key in meta:
        raise LexiconError(str(path), "meta", key, "only language can be set in a file of your own")
    for table in tables:
        if table not in _EXTENDED:
            known = ", ".join(sorted(_EXTENDED))
            raise LexiconError(str(path), table, "", f"cannot be extended; known: {known}")
    lines = {name: tables[name] for name in _LINES if name in tables}
    digest = hashlib.sha256(data).hexdigest()
    return OwnWords(digest, language, tuple(entries_of(tables)), lines)


def with_words(lexicon: Lexicon, words: tuple[OwnWords, ...]) -> Lexicon:
    """The lexicon with the words that are for its language; of several files the last wins."""
    for own in words:
        if own.language not in (None, lexicon.language):
            continue
        lexicon = lexicon.extended(own.entries)
        merged = {name: _merged(lexicon.lines.get(name, {}), table) for name, table in own.lines.items()}
        lexicon = evolve(lexicon, lines={**lexicon.lines, **merged})
    return lexicon


def _merged(have: Table, more: Table) -> Table:
    return {key: (*more.get(key, ()), *have.get(key, ())) for key in {**have, **more}}
