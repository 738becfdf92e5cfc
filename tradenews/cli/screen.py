"""What only people see: complaints, progress and colours, each only where a terminal is."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import Literal, TextIO, TypeVar

T = TypeVar("T")
When = Literal["auto", "always", "never"]
_STYLES = {"bold": "1", "soft": "2", "bad": "1;31", "good": "32", "note": "33"}
_PATIENCE = 2.0  # seconds of work before progress is shown: what is quick needs none
_PACE = 0.2  # seconds between two looks
_CLEAR = "\r\x1b[K"


def complain(message: str) -> None:
    """One line on standard error."""
    print(f"tradenews: {message}", file=sys.stderr)


def coloured(when: When, stream: TextIO) -> bool:
    """Are colours wanted? On a terminal, unless ``NO_COLOR`` is set or it is a dumb one."""
    if when != "auto":
        return when == "always"
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def paint(text: str, style: str, on: bool) -> str:
    """``text`` in a style, where colours are on.

    >>> paint("exports", "bold", False), paint("exports", "bold", True)
    ('exports', '\\x1b[1mexports\\x1b[0m')
    """
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if on and text else text


class Progress:
    """How far long work is, on standard error: only where that is a terminal and the results go elsewhere."""

    def __init__(self, stream: TextIO, *, shown: bool) -> None:
        self._stream = stream
        self._shown = shown
        self._start = self._last = time.monotonic()
        self.done = 0
        self.failed = 0

    def watch(self, items: Iterable[T]) -> Iterator[T]:
        """The items, counted as they pass."""
        try:
            for item in items:
                self.done += 1
                self._tell()
                yield item
        finally:
            self.clear()

    def clear(self) -> None:
        """Take the line away, before anything else is written."""
        if self._shown and self._last > self._start:
            self._stream.write(_CLEAR)
            self._stream.flush()

    def _tell(self) -> None:
        now = time.monotonic()
        if not self._shown or now - self._start < _PATIENCE or now - self._last < _PACE:
            return
        self._last = now
        pace = self.done / (now - self._start)
        failed = f", {self.failed} failed" if self.failed else ""
        self._stream.write(f"{_CLEAR}{self.done:,} articles, {pace:,.0f} a second{failed}")
        self._stream.flush()
