"""Texts from files, folders and standard input; what cannot be read is handed on, not raised."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

_ENCODINGS = ("utf-8-sig", "cp1252")


def read_texts(names: Iterable[str]) -> Iterator[tuple[str, str | Exception]]:
    """Name and text of each file, of each ``*.txt`` in a folder (sorted), of stdin for ``-``.

    What cannot be read comes as the exception in place of the text. UTF-8 with or without a mark, UTF-16
    with one; what is neither is read as Windows-1252.
    """
    for name in names:
        if name == "-":
            yield "stdin", _decoded(sys.stdin.buffer.read())
            continue
        path = Path(name)
        files = sorted(p for p in path.rglob("*.txt") if p.is_file()) if path.is_dir() else [path]
        if not files:
            yield name, FileNotFoundError("the folder holds no *.txt")
        for file in files:
            try:
                yield str(file), _decoded(file.read_bytes())
            except OSError as error:
                yield str(file), OSError(error.strerror or str(error))


def _decoded(data: bytes) -> str | Exception:
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ValueError("holds binary data, no text")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
