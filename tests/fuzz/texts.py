"""The texts that fuzzing makes out of bytes or of chance."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Sequence
from functools import lru_cache
from random import Random
from typing import Protocol, TypeVar

import tradenews.grammar
import tradenews.samples
from tradenews.grammar.rule import Grammar
from tradenews.lexicon.load import load_lexicon

LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pt", "zh")
T = TypeVar("T")


class Draw(Protocol):
    """What a target may ask for: ``atheris.FuzzedDataProvider`` has these methods, and :class:`Chance`."""

    def ConsumeIntInRange(self, low: int, high: int) -> int: ...
    def ConsumeBytes(self, count: int) -> bytes: ...
    def remaining_bytes(self) -> int: ...


class Chance:
    """The same out of a seeded generator, which never runs dry."""

    def __init__(self, draw: Random) -> None:
        self.draw = draw

    def ConsumeIntInRange(self, low: int, high: int) -> int:
        return self.draw.randint(low, high)

    def ConsumeBytes(self, count: int) -> bytes:
        return self.draw.randbytes(min(count, self.remaining_bytes()))

    def remaining_bytes(self) -> int:
        return 200


def pick(draw: Draw, among: Sequence[T]) -> T:
    return among[draw.ConsumeIntInRange(0, len(among) - 1)]


_WORDS = """
$ US$ € 1.2 1,234 12.345.678,90 0 -0 007 1e9 ½ ² ٣ １２ billion Mrd. mil millones 亿元 万 %
percent percentage points tonnes barrels a day exports rose fell to from by in 2016
Sept. 7 2017-13-45 99/99/9999 Mexico China’s México 中国 出口 增长 百分之 Deutschland Ausfuhren
stiegen um signed free trade agreement with President Jack Ma Alibaba Inc. and between
more than Source: © Read more • http://a.b/c ?x=1&y=2 @x <script> &amp; =1+1 {{7*7}}
../../etc %s %n '; DROP NULL None nan inf -
"""
WORDS = tuple(_WORDS.split())
SIGNS = (
    *"()[]{}（）【】「」“”‘’«»\"'´`…—–‐~^|\\/;:!?。，、：🚢ﷺﬁßİıſΩℵⅧ〇\u0301\u00ad",
    *"\x00\ud800\udfff\u202e\u2066\u200b\u200d\ufeff",
    *("e\u0301", "\U0001f468\u200d\U0001f467", "\U0001f1f2\U0001f1fd", "..."),
)
BLANKS = (" ", " ", " ", "\n", "\n\n", "\t", "\r\n", "\u00a0", "\u3000", "\u2028", "\x0b", "")
BRACKETS = ("()", "[]", "“”", "«»", "（）", "''", "<>")


@lru_cache(maxsize=16)
def examples(language: str) -> tuple[str, ...]:
    """The examples of the rules in a language, and the paragraphs of its samples."""
    found = set()
    for info in pkgutil.iter_modules(tradenews.grammar.__path__):
        for value in vars(importlib.import_module(f"tradenews.grammar.{info.name}")).values():
            for rule in value.rules if isinstance(value, Grammar) else ():
                found |= {rule.example} if rule.language == language else set()
    for name in tradenews.samples.names():
        if name.startswith(language):
            found |= set(tradenews.samples.load(name)[:6000].split("\n")) - {""}
    return tuple(sorted(found)) or ("5",)


@lru_cache(maxsize=16)
def forms(language: str) -> tuple[tuple[str, ...], ...]:
    """The words of a language, by tag."""
    by_tag: dict[str, list[str]] = {}
    for readings in load_lexicon(language).entries.values():
        for entry in readings:
            by_tag.setdefault(entry.tag, []).append(entry.form)
    return tuple(tuple(sorted(by_tag[tag])) for tag in sorted(by_tag))


def unpaired(text: str) -> str:
    """``text`` without two surrogates that JSON would make one character of."""
    return re.sub("[\ud800-\udbff](?=[\udc00-\udfff])", "", text)


def number(draw: Draw) -> str:
    """Digits in groups with marks between them."""
    groups = draw.ConsumeIntInRange(1, 4)
    return "".join(
        str(draw.ConsumeIntInRange(0, 2500)) + pick(draw, ("", ",", ".", ".", " ", "'", "-", "/", ":", "%"))
        for _ in range(groups)
    )


def piece(draw: Draw, language: str, before: str) -> str:
    """One more part of a text."""
    match draw.ConsumeIntInRange(0, 15):
        case 0 | 1 | 2 | 3 | 4 | 5 | 6:
            return pick(draw, pick(draw, forms(language)))
        case 7 | 8:
            return pick(draw, examples(language))
        case 9 | 10:
            return number(draw)
        case 11:
            return pick(draw, WORDS)
        case 12:
            return pick(draw, SIGNS)
        case 13:
            return (before + pick(draw, BLANKS)) * draw.ConsumeIntInRange(1, 6)
        case 14:
            opened, closed = pick(draw, BRACKETS)
            depth = draw.ConsumeIntInRange(1, 6)
            return opened * depth + before + closed * draw.ConsumeIntInRange(0, depth)
        case _:
            return chr(draw.ConsumeIntInRange(0, 0x10FFFF))


def text_of(draw: Draw, language: str | None) -> str:
    """A text: the bytes as they are, or parts in a row."""
    if draw.ConsumeIntInRange(0, 1):
        return unpaired(draw.ConsumeBytes(draw.remaining_bytes()).decode("utf-8", "surrogateescape"))
    parts: list[str] = []
    for _ in range(draw.ConsumeIntInRange(1, 20)):
        parts.append(piece(draw, language or "en", parts[-1][:80] if parts else ""))
        parts.append(pick(draw, BLANKS))
        if not draw.remaining_bytes():
            break
    return unpaired("".join(parts)[:2000])
