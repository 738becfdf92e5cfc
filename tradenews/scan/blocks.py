"""Text to blocks: lines that belong together, and what they are."""

from __future__ import annotations

from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.lexicon.index import Lexicon
from tradenews.models.article import Block
from tradenews.models.span import Span
from tradenews.models.terms import BlockKind
from tradenews.scan.chrome import read_page
from tradenews.scan.lines import Line, read_lines
from tradenews.scan.page import Page

_CELLS = regex(r"\t|\s{3,}|\s\|\s")
_NUMBERED = regex(r"(?:\d{1,2}|[a-zA-Z])[.)]\s|[（(]?[一二三四五六七八九十\d]{1,2}[)）、]")
_MOST_HEADING = 14


def split_blocks(text: str, lexicon: Lexicon) -> tuple[Block, ...]:
    """All non-blank lines of ``text`` as blocks, each line once, in order.

    Lines of a hard-wrapped paragraph are one block, every other line is a block of its own.

    >>> from tradenews.lexicon.load import load_lexicon
    >>> text = "Menu\\nRice exports rise again\\nIndia shipped 5.2 million tonnes of rice in May, it said."
    >>> [block.kind for block in split_blocks(text, load_lexicon("en"))]
    ['chrome', 'title', 'paragraph']
    """
    folded = fold(text)
    lines = read_lines(text, folded)
    page = read_page(lines, folded, lexicon)
    return tuple(Block(_block_kind(page, i), Span(line.start, line.end)) for i, line in enumerate(lines))


def _block_kind(page: Page, i: int) -> BlockKind:
    line = page.lines[i]
    if page.is_chrome(i):
        return "chrome"
    if i == page.title:
        return "title"
    if i in page.rows:
        return "table"
    if page.kinds[i] == "source":
        return "credit"
    if page.dated[i] or page.kinds[i] == "keep":
        return "dateline"
    if line.bullet or (not line.sentence and _NUMBERED.match(line.text)):
        return "list_item"
    if not line.stops and line.digits and _CELLS.search(line.text):
        return "table"
    return "heading" if _is_heading(line) else "paragraph"


def _is_heading(line: Line) -> bool:
    return (
        not line.sentence
        and not line.stops
        and line.size <= _MOST_HEADING
        and line.text[-1] not in ",;:，；："
    )
