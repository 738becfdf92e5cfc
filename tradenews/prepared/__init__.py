"""What is made when the package is built, so that it need not be made anew in every process.

Each file holds one thing, as JSON below a line that is the digest of what it was made from and of itself. A
file that is missing, broken, or made from anything else than what is there now is no file: then the thing is
made from its sources, as if nothing had been prepared. ``python -m tradenews.prepare`` writes the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from tradenews.data import read_data

_SIZE = 16


def digest_of(sources: Iterable[bytes]) -> str:
    """The digest of what something is made from.

    >>> digest_of([b"ab", b"c"]) == digest_of([b"a", b"bc"])
    False
    """
    made = blake2b(digest_size=_SIZE)
    for source in sources:
        made.update(b"%d " % len(source))
        made.update(source)
    return made.hexdigest()


def source_of(package: str, name: str) -> bytes:
    """A source file of the package; nothing where it was left out, and then nothing was prepared from it."""
    try:
        return read_data(package, name)
    except OSError:
        return b""


def packed(thing: Any, sources: str) -> bytes:
    """``thing`` as a file; ``sources`` is the digest of what it was made from."""
    body = json.dumps(thing, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return _head(body, sources) + body


def unpacked(file: bytes, sources: str) -> Any:
    """What :func:`packed` was given; None for a file that is broken or was made from other sources."""
    head, body = file[: 2 * _SIZE + 1], file[2 * _SIZE + 1 :]
    del file  # a large one is not kept while it is read
    return json.loads(body) if head == _head(body, sources) else None


def read_prepared(name: str, sources: str) -> Any:
    """The thing ``name`` as it was prepared from ``sources``; None where it was not."""
    try:
        return unpacked(read_data(__name__, f"{name}.json"), sources)
    except OSError:
        return None


def _head(body: bytes, sources: str) -> bytes:
    return digest_of((sources.encode(), body)).encode() + b"\n"
