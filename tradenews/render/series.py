"""Figures over time, as lines: from rows of any number of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date as Date
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from tradenews.render.chart import (
    INK,
    LINE,
    PAPER,
    SERIES,
    SOFT,
    Row,
    commonest,
    day_of,
    drawable,
    fonts,
    headline,
    new_figure,
    nothing,
    number,
    one_unit,
    rows_of,
    scale_of,
    sources,
    value_of,
    who,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_NEEDED = ("article", "kind", "form", "modality", "low", "high", "unit", "per", "reporter", "partner",
           "product", "period", "periodStart", "periodEnd", "confidence")  # fmt: skip
_LENGTHS = (1, 45, 110, 200)  # days
_UP, _WIDE, _TALL = 0.045, 0.05, 0.04  # of the axes: how far a value stands from its point, and its size
_Subject = tuple[str | None, str | None, str | None]  # reporter, partner, product


@frozen
class _Point:
    """What is said of one period: its first and last day, the value, whether it happened."""

    start: Date
    end: Date
    value: float
    actual: bool

    @property
    def middle(self) -> Date:
        return self.start + (self.end - self.start) / 2


def plot_figures(
    rows: Iterable[Row], kind: str | None = None, *, form: str = "level", unit: str | None = None
) -> Figure:
    """Figures of one kind over their periods, as a matplotlib ``Figure`` (needs the extra ``plot``).

    ``rows`` are those of ``record_table(articles)``, or dicts with its columns. A line joins what is said of
    the same reporter, partner and product; a bar through a point is as long as its period; what did not
    happen yet (forecasts, targets) is hollow and dashed. ``kind``, and ``unit`` are what most rows have
    unless given; ``form`` is ``level``, ``growth``, ``delta`` or ``share``. :class:`ArgumentError` for what
    are no such rows.

    >>> from tradenews import parse, record_table
    >>> text = "Chile's exports reached $75 billion in 2019 and $73 billion in 2020."
    >>> plot_figures(record_table(parse(text, "en")), "exports").get_suptitle().strip()
    'Exports'
    """
    found = [row for row in rows_of(rows, _NEEDED) if row["form"] == form and _dated(row)]
    kind = kind or commonest(row["kind"] for row in found)
    found = [row for row in found if row["kind"] == kind]
    found, measure = one_unit(found, unit)
    lines = _lines(found)
    shown = sorted(lines, key=lambda s: (-len(lines[s]), -abs(lines[s][-1].value)))[: len(SERIES)]
    figure, axes = new_figure(5.0)
    if not shown:
        return nothing(figure, axes, "no dated figures of this kind in these articles")
    scale, word = scale_of(point.value for subject in shown for point in lines[subject])
    for colour, subject in zip(SERIES, shown, strict=False):
        _draw(axes, lines[subject], scale, colour)
    if min(p.value for s in shown for p in lines[s]) >= 0:
        axes.set_ylim(bottom=0)
    axes.margins(x=0.04, y=0.12)
    _value(axes, [(point, point.value / scale) for s in shown for point in lines[s]])
    _name(axes, [(lines[s][-1].value / scale, lines[s][-1], _label(s)) for s in shown])
    axes.yaxis.grid(color=LINE, linewidth=0.8)
    left = len(lines) - len(shown)
    note = sources(found, "figure") + (f"; {left} more lines are not drawn" if left else "")
    if not all(point.actual for s in shown for point in lines[s]):
        note += "; hollow: forecast, target or condition"
    words = {"growth": ", growth", "delta": ", change", "share": ", share"}.get(form, "")
    title = f"{(kind or '').replace('_', ' ').capitalize()}{words}"
    headline(figure, title, f"{word} {measure}".strip(), note)
    return figure


def _dated(row: Row) -> bool:
    return day_of(row["periodStart"]) is not None and day_of(row["periodEnd"]) is not None


def _lines(rows: list[Row]) -> dict[_Subject, list[_Point]]:
    """For each subject its points in the order of time, one a period."""
    groups: dict[_Subject, dict[tuple[Date, Date], list[Row]]] = {}
    for row in rows:
        subject = (row["reporter"] or None, row["partner"] or None, row["product"] or None)
        days = (day_of(row["periodStart"]), day_of(row["periodEnd"]))
        groups.setdefault(subject, {}).setdefault(days, []).append(row)  # type: ignore[arg-type]
    made = {s: [_point(*days, same) for days, same in periods.items()] for s, periods in groups.items()}
    return {subject: sorted(points, key=lambda p: (p.end, p.start)) for subject, points in made.items()}


def _point(start: Date, end: Date, rows: list[Row]) -> _Point:
    """What is drawn of a period: what happened before what was expected, then what most say."""
    often = Counter(value_of(row) for row in rows)
    best = max(rows, key=lambda row: (row["modality"] == "actual", often[value_of(row)], row["confidence"]))
    return _Point(start, end, value_of(best), best["modality"] == "actual")


def _draw(axes: Axes, points: list[_Point], scale: float, colour: str) -> None:
    """One line: solid between what happened, dashed to what is expected."""
    for before, after in _joined(points):
        axes.plot(
            [before.middle, after.middle], [before.value / scale, after.value / scale], color=colour,
            linewidth=1.8, linestyle="-" if before.actual and after.actual else (0, (3, 2)), zorder=2,
        )  # fmt: skip
    for point in points:
        at = point.value / scale
        axes.plot([point.start, point.end], [at, at], color=colour, alpha=0.3, linewidth=5, zorder=1,
                  solid_capstyle="round")  # fmt: skip
        axes.plot([point.middle], [at], marker="o", markersize=6, markeredgecolor=colour, zorder=3,
                  markerfacecolor=colour if point.actual else PAPER)  # fmt: skip


def _joined(points: list[_Point]) -> Iterator[tuple[_Point, _Point]]:
    """Neighbours in time whose periods are of about the same length: a year is not compared with a month."""
    for length in sorted({_length(point) for point in points}):
        yield from pairwise(point for point in points if _length(point) == length)


def _length(point: _Point) -> int:
    """How many of the usual lengths of periods (month, quarter, half, year) are shorter."""
    days = (point.end - point.start).days
    return sum(days > most for most in _LENGTHS)


def _value(axes: Axes, points: list[tuple[_Point, float]]) -> None:
    """The value beside each point, above or below it, where no other stands; the largest first."""
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    taken: list[tuple[float, float]] = []
    width, height = right - left, high - low
    at = [((axes.convert_xunits(p.middle) - left) / width, (v - low) / height) for p, v in points]
    for (x, y), (point, value) in sorted(zip(at, points, strict=True), key=lambda item: -item[1][1]):
        for shift, offset in ((_UP, 8), (-_UP, -15)):
            if all(abs(x - a) > _WIDE or abs(y + shift - b) > _TALL for a, b in (*taken, *at)):
                taken.append((x, y + shift))
                axes.annotate(number(value), (point.middle, value), (0, offset), ha="center", fontsize=8,
                              textcoords="offset points", color=SOFT)  # fmt: skip
                break


def _label(subject: _Subject) -> str:
    reporter, partner, product = subject
    sides = " – ".join(who(side) for side in (reporter, partner) if side)
    return drawable(", ".join(part for part in (sides, product) if part)) or "no country named"


def _name(axes: Axes, ends: list[tuple[float, _Point, str]]) -> None:
    """The names of the lines in a column at the right, beside their last points, moved apart where needed."""
    low, high = min(end[0] for end in ends), max(end[0] for end in ends)
    step = max((high - low) or abs(high) or 1.0, abs(high) * 0.3) * 0.09
    places: list[float] = []
    for value, _, _ in sorted(ends, key=lambda end: end[0]):
        places.append(max(value, places[-1] + step) if places else value)
    order = sorted(range(len(ends)), key=lambda i: ends[i][0])
    for place, i in zip(places, order, strict=True):
        axes.annotate(
            ends[i][2], (1.0, place), (8, 0), xycoords=("axes fraction", "data"), textcoords="offset points",
            va="center", fontsize=9, color=SERIES[i] if i < len(SERIES) else INK, fontfamily=fonts(),
            annotation_clip=False,
        )  # fmt: skip
