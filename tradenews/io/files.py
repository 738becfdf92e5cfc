"""Files, folders and standard input as texts with what is known of them; what cannot be read is handed on."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Literal, get_args

from attrs import field, frozen

from tradenews.errors import ArgumentError, SerializationError, TradeNewsError
from tradenews.io.charset import decode, decode_page, unpack
from tradenews.io.pairs import KEYS, Pair
from tradenews.io.readers import read_feed, read_html, read_json_lines, read_jsonld, read_ninjs, read_record

Form = Literal["auto", "text", "html", "feed", "jsonl", "json"]
FORMS: tuple[Form, ...] = get_args(Form)
_SUFFIXES: dict[str, Form] = {
    ".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".xml": "feed",
    ".rss": "feed", ".atom": "feed", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
}  # fmt: skip
_PEEK = 65536  # bytes by which the form of what has no known name is told
_NINJS = frozenset({"body_text", "body_html", "body_xhtml", "bodies", "headlines"})
Input = tuple[str, Pair | Exception]


@frozen
class Options:
    """How inputs are read.

    ``form`` is what they are (``auto``: by name, else by how they begin), ``text_field`` and ``fields`` say
    under which names the objects of JSON have their text and the rest, ``encoding`` the encoding of texts and
    pages (None: detected).
    """

    form: Form = "auto"
    text_field: str = "text"
    fields: Mapping[str, str] = field(factory=dict)
    encoding: str | None = None


def read_inputs(names: Iterable[str], options: Options | None = None) -> Iterator[Input]:
    """Name and (text, metadata) of every article in files, in folders, in standard input (``-``).

    Of a folder all files of a known kind are read, sorted: ``.txt``, ``.html``, ``.xml``, ``.rss``,
    ``.atom``, ``.jsonl``, ``.ndjson``, ``.json``, each also ``.gz``. What cannot be read comes as the
    exception in place of the pair. JSON Lines are read line by line, so an endless pipe is fine.
    """
    options = options or Options()
    for key in options.fields:
        if key not in KEYS:
            raise ArgumentError("fields", key, f"known: {', '.join(KEYS)}")
    if options.encoding is not None:
        try:
            codecs.lookup(options.encoding)
        except LookupError as error:
            raise ArgumentError("encoding", options.encoding, str(error)) from error
    for name in names:
        if name == "-":
            yield from _guarded("stdin", sys.stdin.buffer, options)
            continue
        for path in _files(Path(name)):
            if isinstance(path, Exception):
                yield name, path
                continue
            try:
                with path.open("rb") as stream:
                    yield from _guarded(str(path), stream, options)
            except OSError as error:
                yield str(path), OSError(error.strerror or str(error))


def _files(path: Path) -> Iterator[Path | Exception]:
    """The file itself, or of a folder those of a known kind."""
    if not path.is_dir():
        yield path
        return
    found = sorted(p for p in path.rglob("*") if _form_of(p.name) is not None and p.is_file())
    yield from found
    if not found:
        yield FileNotFoundError(f"the folder holds none of {', '.join(_SUFFIXES)}")


def _form_of(name: str) -> Form | None:
    """What a file is by its name, with or without ``.gz``."""
    return _SUFFIXES.get(Path(name.lower().removesuffix(".gz")).suffix)


def _guarded(name: str, stream: BinaryIO, options: Options) -> Iterator[Input]:
    """The inputs of one stream; its own failure is one of them."""
    try:
        yield from _inputs(name, stream, options)
    except (ValueError, EOFError, RecursionError) as error:
        yield name, error
    except TradeNewsError as error:  # a missing extra
        yield name, error


def _inputs(name: str, stream: BinaryIO, options: Options) -> Iterator[Input]:
    """All articles of one stream, by what it is."""
    peeking = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream, _PEEK)  # type: ignore[type-var]
    head: bytes = peeking.peek(_PEEK)[:_PEEK]
    packed = head.startswith(b"\x1f\x8b")
    form = options.form if options.form != "auto" else _form_of(name)
    if form is None and not packed:
        form = _looks(head)
    if form == "jsonl":
        yield from _lines(name, gzip.GzipFile(fileobj=peeking) if packed else peeking, options)
        return
    data = unpack(peeking.read())
    form = form or _looks(data[:_PEEK])
    if form == "jsonl":
        yield from _lines(name, io.BytesIO(data), options)
    elif form == "text":
        yield name, (decode(data, options.encoding), {})
    elif form == "html":
        yield name, read_html(_page(data, options))
    elif form == "feed":
        pairs = read_feed(data if options.encoding is None else _page(data, options))
        yield from _numbered(name, pairs)
    else:
        yield from _objects(name, json.loads(data), options)


def _page(data: bytes, options: Options) -> str:
    return decode_page(data) if options.encoding is None else decode(data, options.encoding)


def _looks(head: bytes) -> Form:
    """What a stream without a known name is, by how it begins."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    low = start[:1000].lower()
    if low.startswith((b"<rss", b"<feed", b"<rdf:rdf")) or (low.startswith(b"<?xml") and b"<html" not in low):
        return "feed"
    if low.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<!--")):
        return "html"
    if start.startswith(b"{"):
        try:
            json.loads(start.split(b"\n", 1)[0])
        except ValueError:
            return "json" if b'"' in start[:200] else "text"
        return "jsonl"
    return "json" if start.startswith(b"[") and start[1:].lstrip().startswith(b"{") else "text"


def _lines(name: str, stream: Iterable[bytes], options: Options) -> Iterator[Input]:
    """JSON Lines, each with the number of its line."""
    number = 0

    def counted() -> Iterator[bytes]:
        nonlocal number
        for line in stream:
            number += 1
            yield line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line

    for pair, _ in read_json_lines(counted(), options.text_field, **options.fields):
        yield f"{name}:{number}", _plain_error(pair)


def _plain_error(pair: Pair | Exception) -> Pair | Exception:
    """An error without the number of the line, which the name of the input says already."""
    if isinstance(pair, SerializationError):
        return SerializationError([problem.rsplit(" @ line ", 1)[0] for problem in pair.problems])
    return pair


def _objects(name: str, data: Any, options: Options) -> Iterator[Input]:
    """The articles of a JSON document: one object or a list of them."""
    records = data if isinstance(data, list) else [data]
    for number, record in enumerate(records, 1):
        label = f"{name}#{number}" if len(records) > 1 else name
        try:
            yield label, _object(record, options)
        except SerializationError as error:
            yield label, error


def _object(record: Any, options: Options) -> Pair:
    """A record with a text field, a schema.org article or an IPTC ninjs item."""
    if isinstance(record, Mapping) and options.text_field not in record:
        if isinstance(record.get("articleBody"), str):
            return read_jsonld(record)
        if not _NINJS.isdisjoint(record):
            return read_ninjs(record)
    return read_record(record, options.text_field, **options.fields)


def _numbered(name: str, pairs: Iterable[Pair]) -> Iterator[Input]:
    for number, pair in enumerate(pairs, 1):
        yield f"{name}#{number}", pair
