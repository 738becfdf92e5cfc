"""Text to blocks: lines that belong together, and what they are."""

from __future__ import annotations

import re

from tradenews.lexicon.index import Lexicon
from tradenews.models.article import Block
from tradenews.models.span import Span

_LINE = re.compile(r"[^\n]+")


def split_blocks(text: str, lexicon: Lexicon) -> tuple[Block, ...]:
    """All non-blank lines of ``text`` as blocks, each line once, in order."""
    blocks = []
    for line in _LINE.finditer(text):
        stripped = line[0].strip()
        if stripped:
            start = line.start() + line[0].index(stripped[0])
            blocks.append(Block("paragraph", Span(start, start + len(stripped))))
    return tuple(blocks)
