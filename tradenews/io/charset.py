"""Bytes to text: marks, declarations, UTF-8, then what the bytes look like. Nothing is guessed by a model."""

from __future__ import annotations

import codecs
import re
import zlib

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a page that declares the left is written in: browsers read the right (WHATWG Encoding Standard).
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*+(?:["']\s*+)?([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_HEAD, _SAMPLE = 4096, 65536  # bytes in which a declaration stands; bytes that are looked at
_HIGH_RUNS = re.compile(rb"[\x80-\xff]{2,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
_CONTROLS = re.compile(rb"[\x80-\x9f]")
_EURO_BYTE = re.compile(rb"\xa4\s?\d|\d\s?\xa4")  # the currency sign of Latin-1 is the euro of Latin-9
_MOST_BROKEN = 0.02  # of the characters beyond ASCII: more, and the text is no UTF-8 with a few faults
_LEAST_IN_RUNS, _LEAST_LOW_TRAILS, _LEAST_READABLE = 0.6, 0.15, 0.98
_LAST_COMMON, _LEAST_COMMON = 0xD7, 0.7  # the last first byte of common characters; the share that have one
MOST_BYTES = 1 << 28  # that a compressed file may unpack to


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``; ``declared`` is an encoding that a server or a user names.

    A mark at the beginning says most, then what is declared, then UTF-8 (a few broken characters become
    U+FFFD), then what the bytes look like: UTF-16, GB 18030, Big5, Latin-9, Windows-1252. ValueError for what
    is no text, LookupError for an encoding that does not exist.

    >>> decode("Österreich".encode("cp1252")), decode("中国出口增长".encode("gb18030"))
    ('Österreich', '中国出口增长')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if declared is not None:
        return data.decode(_codec(declared), "replace")
    if b"\x00" in data[:_HEAD]:
        return data.decode(_wide(data[:_HEAD]), "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data)


def decode_page(data: bytes) -> str:
    """The text of an HTML or XML document: what it declares counts, where its bytes can be that.

    >>> decode_page(b'<meta charset="iso-8859-1"><p>Stra\\xdfe \\x80')
    '<meta charset="iso-8859-1"><p>Straße €'
    """
    found = _DECLARED.search(data[:_HEAD])
    if found:
        try:
            return data.decode(_codec((found[1] or found[2]).decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def unpack(data: bytes) -> bytes:
    """``data``, unpacked if it is gzip; ValueError where it is broken, or unpacks to more than 256 MB.

    >>> import gzip
    >>> unpack(gzip.compress(b"Exports")), unpack(b"Exports")
    (b'Exports', b'Exports')
    """
    parts: list[bytes] = []
    room = MOST_BYTES
    while data.startswith(b"\x1f\x8b"):
        reader = zlib.decompressobj(wbits=31)
        try:
            parts.append(reader.decompress(data, room))
        except zlib.error as error:
            raise ValueError(f"broken gzip: {error}") from error
        room -= len(parts[-1])
        if not reader.eof:
            raise ValueError("broken gzip: it ends too early" if room > 0 else "unpacks to too much")
        data = reader.unused_data
        if not data.startswith(b"\x1f\x8b"):
            return b"".join(parts)
    return data


def _codec(name: str) -> str:
    """The codec of a name; LookupError where there is none for text."""
    info = codecs.lookup(name)
    if not info._is_text_encoding:
        raise LookupError(f"{name} is no encoding of text")
    return _MEANT.get(info.name, info.name)


def _wide(head: bytes) -> str:
    """UTF-16 without a mark by where its zeros stand; ValueError where it is no such text."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    encoding = "utf-16-le" if even < odd else "utf-16-be"
    text = head[: len(head) // 2 * 2].decode(encoding, "replace")
    if sum(c.isprintable() or c.isspace() for c in text) < len(text) * _LEAST_READABLE or len(head) < 4:
        raise ValueError("holds binary data, no text")
    return encoding


def _legacy(data: bytes) -> str:
    """The text of bytes that are no clean UTF-8."""
    repaired = data.decode("utf-8", "replace")
    beyond = sum(c > "\x7f" for c in repaired)
    if repaired.count("\ufffd") <= max(beyond * _MOST_BROKEN, 0):
        return repaired
    sample = data[:_SAMPLE]
    chinese = _chinese(sample)
    if chinese is not None:
        return data.decode(chinese, "replace")
    if _EURO_BYTE.search(sample) and not _CONTROLS.search(sample):
        return data.decode("iso8859-15")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _chinese(sample: bytes) -> str | None:
    """GB 18030 or Big5, where the bytes beyond ASCII stand together as in such texts; else None.

    Letters with accents stand alone between ASCII letters, and small ones are high bytes; of Chinese both
    bytes are high in GB, every other second byte is low in Big5, and common characters have low first bytes.
    """
    high = len(_HIGH.findall(sample))
    together = sum(len(run) for run in _HIGH_RUNS.findall(sample))
    pairs = _PAIR.findall(sample)
    if not pairs or together < high * _LEAST_IN_RUNS:
        return None
    if sum(0xA1 <= pair[0] <= _LAST_COMMON for pair in pairs) < len(pairs) * _LEAST_COMMON:
        return None
    low = sum(pair[1] < 0xA1 for pair in pairs) / len(pairs)
    for encoding in ("big5", "gb18030") if low > _LEAST_LOW_TRAILS else ("gb18030", "big5"):
        text = sample.decode(encoding, "replace")
        if text.count("\ufffd") <= len(text) * _MOST_BROKEN:
            return encoding
    return None
