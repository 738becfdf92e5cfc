"""The lives of deals on a line of time, from rows of any number of articles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Date
from typing import TYPE_CHECKING

from attrs import frozen

from tradenews.errors import ArgumentError
from tradenews.models.terms import DEAL_STATUSES
from tradenews.normalize.edtf import parse_edtf
from tradenews.render.chart import (
    INK,
    LINE,
    PAPER,
    SERIES,
    SOFT,
    Row,
    day_of,
    drawable,
    fonts,
    headline,
    new_figure,
    nothing,
    rows_of,
    sources,
    who,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_NEEDED = ("article", "kind", "name", "parties", "status", "dateStart", "dateEnd", "published")
_TALKS, _MADE, _FORCE, _OVER = SERIES[1], SERIES[0], SERIES[2], SERIES[4]
_COLOURS = {
    **dict.fromkeys(("proposed", "negotiating", "renegotiating"), _TALKS),
    **dict.fromkeys(("agreed", "signed"), _MADE),
    **dict.fromkeys(("ratified", "in_force"), _FORCE),
    **dict.fromkeys(("suspended", "terminated", "failed"), _OVER),
}
_LEGEND = {_TALKS: "talks", _MADE: "agreed or signed", _FORCE: "ratified or in force", _OVER: "stopped"}
_MOST = 20  # deals
_NEAR = 0.09  # of the axis: labels closer than this go above and below


@frozen
class _Step:
    """One event: when, what, and whether the text dates it, or only the day of the article is known."""

    start: Date
    end: Date
    status: str
    dated: bool


def plot_deals(rows: Iterable[Row]) -> Figure:
    """The steps of deals over time, a line a deal, as a matplotlib ``Figure`` (needs the extra ``plot``).

    ``rows`` are those of ``record_table(articles, "events")``, or dicts with its columns. Deals with the same
    name, or of the same kind between the same parties, are one. A step that a text does not date stands,
    hollow, at the day of its article; where that is unknown too it is left out. :class:`ArgumentError` for
    what are no such rows.

    >>> from tradenews import parse, record_table
    >>> text = "Chile and Peru signed a free trade agreement in 2006."
    >>> plot_deals(record_table(parse(text, "en"), "events")).axes[0].get_yticklabels()[0].get_text()
    'free trade agreement: Chile, Peru'
    """
    found = [(row, step) for row in rows_of(rows, _NEEDED) if (step := _step(row)) is not None]
    deals: dict[str, list[_Step]] = {}
    for row, step in found:
        deals.setdefault(_label(row), []).append(step)
    order = sorted(deals, key=lambda name: min(step.start for step in deals[name]), reverse=True)[-_MOST:]
    figure, axes = new_figure(1.8 + 0.55 * max(len(order), 2), 10.0)
    if not order:
        return nothing(figure, axes, "no dated deals in these articles")
    for place, name in enumerate(order):
        _draw(axes, place, _merged(deals[name]))
    axes.set_yticks(range(len(order)), order, fontfamily=fonts(), color=INK)
    axes.set_ylim(-0.7, len(order) - 0.3)
    axes.xaxis.grid(color=LINE, linewidth=0.8)
    axes.margins(x=0.08)
    _write(axes, [_merged(deals[name]) for name in order])
    steps = [step for name in order for step in deals[name]]
    for colour in sorted({_COLOURS[step.status] for step in steps}, key=list(_LEGEND).index):
        axes.plot([], [], "o", color=colour, label=_LEGEND[colour])
    figure.legend(frameon=False, fontsize=9, ncols=4, loc="outside lower right")
    undated = not all(step.dated for step in steps)
    subtitle = "hollow: the day of the article, the step itself is not dated" if undated else ""
    headline(figure, "Deals and where they stand", subtitle, sources([row for row, _ in found], "step"))
    return figure


def _step(row: Row) -> _Step | None:
    if row["status"] not in DEAL_STATUSES:
        raise ArgumentError("rows", row["status"], f"a status is one of {', '.join(DEAL_STATUSES)}")
    start, end = day_of(row["dateStart"]), day_of(row["dateEnd"])
    if start or end:
        return _Step(start or end, end or start, row["status"], True)  # type: ignore[arg-type]
    period = parse_edtf(row["published"]) if row["published"] else None
    day = period.end or period.start if period else None
    return _Step(day, day, row["status"], False) if day else None


def _label(row: Row) -> str:
    parties = ", ".join(sorted(who(party) for party in row["parties"]))
    return drawable(row["name"] or f"{row['kind'].replace('_', ' ')}{': ' if parties else ''}{parties}")


def _merged(steps: list[_Step]) -> list[_Step]:
    """Steps in the order of time, each once; one that is dated stands for the same one undated."""
    dated = {step.status for step in steps if step.dated}
    undated = sorted((s for s in steps if s.status not in dated), key=lambda step: step.start, reverse=True)
    kept = {step for step in steps if step.dated} | set({step.status: step for step in undated}.values())
    return sorted(kept, key=lambda step: (step.start, step.end, DEAL_STATUSES.index(step.status)))


def _draw(axes: Axes, place: int, steps: list[_Step]) -> None:
    axes.plot([steps[0].start, steps[-1].end], [place, place], color=LINE, linewidth=3, zorder=1,
              solid_capstyle="round")  # fmt: skip
    for step in steps:
        colour = _COLOURS[step.status]
        if step.end > step.start:
            axes.plot([step.start, step.end], [place, place], color=colour, alpha=0.35, linewidth=7, zorder=2,
                      solid_capstyle="round")  # fmt: skip
        middle = step.start + (step.end - step.start) / 2
        axes.plot([middle], [place], "o", markersize=8, markeredgecolor=colour, markeredgewidth=1.6, zorder=3,
                  markerfacecolor=colour if step.dated else PAPER)  # fmt: skip


def _write(axes: Axes, lanes: list[list[_Step]]) -> None:
    """The status beside each point: above, and below where the one before is near."""
    low, high = axes.get_xlim()
    for place, steps in enumerate(lanes):
        last, above = None, True
        for step in steps:
            middle = step.start + (step.end - step.start) / 2
            at = axes.convert_xunits(middle)
            above = not above if last is not None and at - last < (high - low) * _NEAR else True
            offset = (0, 8 if above else -14)
            axes.annotate(step.status.replace("_", " "), (middle, place), offset, ha="center", fontsize=8,
                          textcoords="offset points", color=SOFT)  # fmt: skip
            last = at
