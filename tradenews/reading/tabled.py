"""Tables: what stands in the head of a column holds for the numbers below it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from tradenews.grammar.amounts import Unit
from tradenews.grammar.context import Context
from tradenews.grammar.numbers import is_year
from tradenews.grammar.values import Moment, Number, Quantity
from tradenews.lazy import regex
from tradenews.lexicon.forms import fold
from tradenews.models.amount import Amount
from tradenews.models.period import Period
from tradenews.models.span import Span
from tradenews.normalize.numbers import plain
from tradenews.normalize.periods import make_year
from tradenews.scan.cells import Cut, hard_cuts, soft_cuts
from tradenews.scan.chain import Chain

if TYPE_CHECKING:
    from tradenews.reading.sentence import Sentence

_CAPTION: Final = 16  # links of a line above a table that tells its unit
_LINES: Final = frozenset({"table", "list_item", "heading"})
_ITEM: Final = regex("[-#]?[_°@AaWTñlIøE&]{1,6}[-:‹]?(N)›?(?:‹[^‹›¶]{1,12}›)?s?")  # "Peru: 5 (+3%)"
_MEASURED: Final = regex(
    "[-#]?[^:N¶s]{0,8}[UMCPQ][^:N¶s]{0,6}:b?(N)(?:‹[^‹›¶]{1,12}›)?s?"
)  # "Tonnes shipped: 5"
_PIECES: Final = 2  # sentences that a line may be taken for
_RATIO: Final = "percent"
_ENDS: Final = "?+-"
_EARNED: Final = "sales"  # beside a column of exports, what they bring in


@frozen
class Column:
    """What a column holds: in which unit and times what, of which kind, form and period."""

    unit: str = ""
    factor: Decimal = Decimal(1)
    kind: str = ""
    form: str = ""
    period: Period | None = None


def settle_tables(sentences: Sequence[Sentence], context: Context) -> None:
    """Make amounts of the bare numbers of tables, and tell their sentences of which column each is."""
    if not any(s.block.kind in _LINES for s in sentences):
        return
    lines = [list(group) for _, group in groupby(sentences, key=lambda s: s.block.span)]
    columns: list[Column] = []
    listed: Column | None = None  # what the line above a list of names and numbers says
    for before, line in zip([None, *lines], lines, strict=False):
        last = line[-1].chain  # "Utd. Arab Emirates: 5" may be two
        item = _ITEM.fullmatch(last.tags) if not columns and len(line) <= _PIECES else None
        listed = (listed or _heads_list(before, context)) if item is not None else None
        if listed is not None and item is not None:
            _read_row(line[-1], [(item.start(1), listed)])
            continue
        if not columns and _read_label(line, context):
            continue
        cuts = _cuts(line)
        if not cuts:
            columns = []
        elif len(cuts) + 1 == len(columns) and line[0].block.kind == "table":
            for sentence in line:
                _read_row(sentence, list(_numbers(sentence.chain, columns, cuts)))
        else:
            columns = _read_head(line, cuts, before, context)


def part_cells(chain: Chain, span: Span) -> Chain:
    """The chain of a row whose cells are parted by no bars, with its marks between cells as such."""
    if hard_cuts(chain.text, span.start, span.end):
        return chain
    inside = {i for cut in soft_cuts(chain.text, span.start, span.end) for i in _within(chain, cut)}
    tags = "".join("#" if i in inside else tag for i, tag in enumerate(chain.tags))
    return Chain(chain.text, tags, chain.starts, chain.ends, chain.values)


def _within(chain: Chain, cut: Cut) -> range:
    """The links of a mark between two cells."""
    return range(bisect_left(chain.starts, cut[0]), bisect_left(chain.starts, cut[1]))


def _read_label(line: Sequence[Sentence], context: Context) -> bool:
    """Make an amount of the number of a line whose label tells its unit: "Exports (million euros): 5"."""
    chain = line[0].chain
    hit = _MEASURED.fullmatch(chain.tags) if len(line) == 1 else None
    if hit is None:
        return False
    label = [(chain, i) for i in range(chain.tags.index(":"))]
    told = _column(label, context)
    if not told.unit or any(_told(chain, i) for chain, i in label):
        return False
    _unsay(label)
    _read_row(line[0], [(hit.start(1), told)])
    return True


def _heads_list(line: Sequence[Sentence] | None, context: Context) -> Column | None:
    """What holds for each number of a list whose head tells its unit: "Main buyers (million euros)"."""
    told = _caption(line, context)
    if line is None or not told.unit:
        return None
    _unsay([(s.chain, i) for s in line for i in range(len(s.chain))])
    return evolve(told, form="")  # "million euros, and change on the year": of what stands in brackets


def _cuts(line: Sequence[Sentence]) -> list[int]:
    """Where the cells of a line end."""
    chain, span = line[0].chain, line[0].block.span
    cuts = hard_cuts(chain.text, span.start, span.end)
    if not cuts and line[0].block.kind == "table":
        cuts = soft_cuts(chain.text, span.start, span.end)
    return [start for start, _ in cuts]


def _cells(line: Sequence[Sentence], cuts: Sequence[int]) -> list[list[tuple[Chain, int]]]:
    """The links of each cell of a line."""
    cells: list[list[tuple[Chain, int]]] = [[] for _ in range(len(cuts) + 1)]
    for sentence in line:
        chain = sentence.chain
        for i in range(len(chain)):
            if chain.tags[i] != "#":
                cells[bisect_right(cuts, chain.starts[i])].append((chain, i))
    return cells


def _read_head(
    line: Sequence[Sentence], cuts: Sequence[int], before: Sequence[Sentence] | None, context: Context
) -> list[Column]:
    """The columns of a table by its first line; what one leaves open is told by those before, or above it."""
    cells = _cells(line, cuts)
    columns = [_column(cell, context) for cell in cells]
    told = _caption(before, context)
    if not any(column.unit not in ("", _RATIO) for column in columns) and not told.unit:
        return []
    found, last = [], told
    for column in columns:
        bare = not (column.unit or column.form)
        unit, factor = (last.unit, last.factor) if bare and column.period else (column.unit, column.factor)
        period = last.period if column.form == "growth" else column.period or last.period
        kind = last.kind if column.kind in ("", _EARNED) and last.kind else column.kind
        found.append(Column(unit, factor, kind, column.form, period))
        if column.unit not in ("", _RATIO):
            last = found[-1]
        last = evolve(last, kind=kind, period=period)
    if len(found) == 2 and told.unit and not found[1].unit:
        found[1] = evolve(found[1], unit=told.unit, factor=told.factor)
    above = (
        [] if before is None or not told.unit else [(s.chain, i) for s in before for i in range(len(s.chain))]
    )
    for cell in (*cells, above):
        _unsay(cell)
    return found


def _caption(line: Sequence[Sentence] | None, context: Context) -> Column:
    """The unit of a whole table, in the short line above it: "(in millions of dollars)"."""
    if line is None or sum(len(s.chain) for s in line) > _CAPTION:
        return Column()
    cell = [(s.chain, i) for s in line for i in range(len(s.chain))]
    column = _column(cell, context)
    if column.unit == _RATIO or any(_told(chain, i) for chain, i in cell):
        return Column()
    told = any(chain.tags[i] == "N" and not is_year(chain.values[i]) for chain, i in cell[-2:])
    return Column() if told else column  # "Bags: 200"


def _told(chain: Chain, i: int) -> bool:
    """Is a link an amount in digits, and so no mere unit: "5 million dollars", unlike "1000 tonnes"?"""
    if chain.tags[i] != "Q":
        return False
    digits = "".join(c for c in chain.words(i) if c.isdigit())
    return bool(digits) and digits.strip("0") != "1"


def _column(cell: Sequence[tuple[Chain, int]], context: Context) -> Column:
    """What the head of one column says."""
    unit, factor, kind, form, period = "", Decimal(1), "", "", None
    for chain, i in cell:
        tag, value = chain.tags[i], chain.values[i]
        if tag == "Q" and not _told(chain, i):
            unit, factor = value.amount.unit, factor * value.amount.low
        elif tag == "S" and str(value).isdigit():
            factor *= Decimal(1).scaleb(int(value))
        elif tag in "CMUP" and not unit:
            named = Unit.of(str(value))
            unit, factor = named.code, factor * named.factor
        elif tag == "K" and not kind:
            kind = str(value).split(" ")[0].rstrip(_ENDS)
        elif tag == "F":
            form = "share"
        elif tag == "θ" and isinstance(value, Moment):
            against = value.compared or "~" in value.relation
            form, period = ("growth", period) if against else (form, value.period)
        elif tag == "N" and isinstance(value, Number) and is_year(value):
            period = make_year(int(value.value))
        if _is_change(chain, i, context):
            form = "growth"
    return Column(unit or (_RATIO if form else ""), factor, kind, form, period)


def _is_change(chain: Chain, i: int, context: Context) -> bool:
    """Does a word in the head of a column tell of changes: "Variation", "同比"?"""
    words = context.lexicon.lines["directions"].get("changes", ())
    return chain.tags[i] == "V" or fold(chain.words(i)) in words


def _unsay(cell: Sequence[tuple[Chain, int]]) -> None:
    """The unit in a head is no amount."""
    for chain, i in cell:
        if chain.tags[i] == "Q" and not _told(chain, i):
            _retag(chain, (i,), "M")
            chain.values[i] = chain.values[i].amount.unit


def _retag(chain: Chain, links: Collection[int], tag: str) -> None:
    """Give links another tag, all at once."""
    if links:
        tags = list(chain.tags)
        for i in links:
            tags[i] = tag
        chain.tags = "".join(tags)


def _read_row(sentence: Sentence, found: Sequence[tuple[int, Column]]) -> None:
    """Make amounts of the bare numbers of a row, as their columns tell."""
    chain = sentence.chain
    made = []
    for i, column in found:
        value = chain.values[i]
        if isinstance(value, Number) and column.unit:
            low = plain(value.value * column.factor)
            scale = column.factor.adjusted() if column.factor >= 1000 else value.scale
            amount = Amount(low, low, column.unit, value.bound, None, scale)
            made.append(i)
            chain.values[i] = Quantity(amount, factor=column.factor)
        if isinstance(chain.values[i], Quantity):
            sentence.columns[i] = column
    _retag(chain, made, "Q")


def _numbers(chain: Chain, columns: Sequence[Column], cuts: Sequence[int]) -> Iterator[tuple[int, Column]]:
    """The numbers and amounts that stand alone in their cells, with their columns; not the first cell."""
    cells = [bisect_right(cuts, start) for start in chain.starts]
    for i in chain.find("NQ"):
        at = cells[i]
        alone = all(
            cells[j] != at or chain.tags[j] == "#" or j == i for j in (i - 1, i + 1) if 0 <= j < len(cells)
        )
        if at and alone:
            yield i, columns[at]
