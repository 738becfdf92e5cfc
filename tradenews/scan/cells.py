"""Where the cells of a line end: at bars, tabs and wide gaps, or at dashes, semicolons and commas."""

from __future__ import annotations

from collections.abc import Sequence

from tradenews.lazy import regex

_HARD = regex(r"(?<!\s)\s*+[|｜]\s*+|(?<! ) *+\t\s*+|\s{3,}")
_SOFT = (regex(r"(?<![^\S\n])[^\S\n]*+\n\s*+"), regex(r"\s[–—-]\s"), regex(r"\s?[;；]\s"), regex(r",\s"))
_VALUE = regex(r"[+±−–-]?\s?\d[\d.,'\s]{0,14}\s?[%％]?|[–—-]|n\.?\s?[ad]\.?")
_LEAST = 2  # cuts of a line that is parted by no bars
_MOST_ROW = 240
_MOST_CELLS, _MOST_NAME, _MOST_VALUE = 8, 48, 20

Cut = tuple[int, int]


def hard_cuts(text: str, start: int, end: int) -> list[Cut]:
    """Where bars, tabs or wide gaps part the line at ``start``, the edges of the line apart."""
    return [hit.span() for hit in _HARD.finditer(text, start, end) if hit.start() > start]


def soft_cuts(text: str, start: int, end: int) -> list[Cut]:
    """Where one and the same other mark parts a short line in three or more."""
    if end - start > _MOST_ROW:
        return []
    for mark in _SOFT:
        cuts = [hit.span() for hit in mark.finditer(text, start, end) if hit.start() > start]
        if len(cuts) >= _LEAST:
            return cuts
    return []


def soft_size(line: str) -> int:
    """How many cells a line has that no bars part, below zero if numbers do not fill all but the first.

    >>> soft_size("Peru - 1,541 - +5.4"), soft_size("Country - tonnes - change"), soft_size("Peru - Chile")
    (3, -3, 0)
    """
    cuts = soft_cuts(line, 0, len(line))
    if not cuts or line[-1] in ".!?。":
        return 0
    starts = [*(start for start, _ in cuts[1:]), len(line)]
    cells = [line[end:start].strip() for (_, end), start in zip(cuts, starts, strict=True)]
    filled = all(_VALUE.fullmatch(cell) for cell in cells) and any(map(str.isdigit, cells[-1]))
    return len(cells) + 1 if filled else -(len(cells) + 1)


def stacked_rows(bodies: Sequence[str]) -> list[tuple[int, int]]:
    """The rows of tables that have each cell on a line of its own: the first line of each, and the number.

    A row is a name and two numbers or more; there are at least two of them, and a head of as many names.

    >>> stacked_rows(["Port", "tonnes", "%", "Lomé", "30", "+2", "Tema", "25", "-1", "All is well."])
    [(0, 3), (3, 3), (6, 3)]
    """
    found: list[tuple[int, int]] = []
    values = [len(body) <= _MOST_VALUE and _VALUE.fullmatch(body) is not None for body in bodies]
    i = 0
    while i < len(bodies):
        size = 1
        while i + size < len(bodies) and values[i + size] and size <= _MOST_CELLS:
            size += 1
        rows = i
        while size > _LEAST and rows + size <= len(bodies) and _is_row(bodies, values, rows, size):
            rows += size
        if rows - i < 2 * size or size <= _LEAST:
            i += 1 if size <= _LEAST else size
            continue
        head = i - size
        if head >= (found[-1][0] + found[-1][1] if found else 0) and all(map(_is_name, bodies[head:i])):
            found.append((head, size))
        found += [(k, size) for k in range(i, rows, size)]
        i = rows
    return found


def _is_row(bodies: Sequence[str], values: Sequence[bool], i: int, size: int) -> bool:
    """Is it a name with as many numbers less one behind it, and no more?"""
    closed = i + size >= len(bodies) or not values[i + size]
    return closed and _is_name(bodies[i]) and not values[i] and all(values[i + 1 : i + size])


def _is_name(body: str) -> bool:
    """Is it short, and no sentence?"""
    return len(body) <= _MOST_NAME and body[-1] not in ".!?:。！？："
