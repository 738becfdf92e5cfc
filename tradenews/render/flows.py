"""Trade by partner, as bars: exports and imports of one country, from rows of any number of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import frozen

from tradenews.render.chart import (
    INK,
    LINE,
    SERIES,
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
           "product", "period", "periodEnd", "confidence")  # fmt: skip
_FLOWS = ("exports", "imports")
_COLOURS = dict(zip(_FLOWS, SERIES, strict=False))
_MOST = 15  # partners


@frozen
class _Bar:
    """One bar: the value that is drawn, and the least and most that sources say of the same period."""

    value: float
    least: float
    most: float
    period: str | None


def plot_flows(rows: Iterable[Row], *, reporter: str | None = None, unit: str | None = None) -> Figure:
    """Exports and imports of one country by partner, as a matplotlib ``Figure`` (needs the extra ``plot``).

    ``rows`` are those of ``record_table(articles)``, or dicts with its columns. Drawn are levels that
    happened, of the latest period that is told of each partner; where articles differ on it, a thin line
    spans what they say. ``reporter`` is an actor's id, ``unit`` a unit code (default: what most rows have).
    Nothing is added up or converted. :class:`ArgumentError` for what are no such rows.

    >>> from tradenews import parse, record_table
    >>> article = parse("Mexico's exports to China reached $7 billion in 2016.", "en")
    >>> plot_flows(record_table(article)).get_suptitle().strip()
    'Mexico: exports by partner'
    """
    found = [row for row in rows_of(rows, _NEEDED) if _is_flow(row)]
    reporter = reporter or commonest(row["reporter"] for row in found)
    found = [row for row in found if row["reporter"] == reporter]
    found, measure = one_unit(found, unit)
    bars = _bars(found)
    partners = sorted(bars, key=lambda p: max(abs(bar.value) for bar in bars[p].values()))[-_MOST:]
    figure, axes = new_figure(1.6 + 0.55 * max(len(partners), 3))
    if not partners:
        return nothing(figure, axes, "no exports or imports by partner in these articles")
    scale, word = scale_of(bar.most for p in partners for bar in bars[p].values())
    periods = {bar.period for p in partners for bar in bars[p].values()}
    for place, partner in enumerate(partners):
        _draw(axes, place, bars[partner], scale, alone=len(periods) == 1)
    axes.set_yticks(range(len(partners)), [_label(p) for p in partners], fontfamily=fonts(), color=INK)
    axes.xaxis.grid(color=LINE, linewidth=0.8)
    axes.margins(x=0.14)
    axes.axvline(0, color=LINE, linewidth=1)
    flows = [flow for flow in _FLOWS if any(flow in bars[p] for p in partners)]
    _legend(axes, flows)
    same = f", {next(iter(periods))}" if len(periods) == 1 and None not in periods else ""
    differ = any(bar.least != bar.most for p in partners for bar in bars[p].values())
    note = sources(found, "figure") + ("; a thin line spans what is said of one period" if differ else "")
    title = f"{who(reporter)}: {' and '.join(flows)} by partner"
    headline(figure, title, f"{word} {measure}{same}".strip(), note)
    return figure


def _is_flow(row: Row) -> bool:
    return (
        row["kind"] in _FLOWS
        and row["form"] == "level"
        and row["modality"] == "actual"
        and bool(row["reporter"])
        and bool(row["partner"])
    )


def _bars(rows: list[Row]) -> dict[tuple[str, str | None], dict[str, _Bar]]:
    """For each partner and product its flows."""
    groups: dict[tuple[str, str | None], dict[str, list[Row]]] = {}
    for row in rows:
        key = (row["partner"], row["product"] or None)
        groups.setdefault(key, {}).setdefault(row["kind"], []).append(row)
    return {key: {flow: _bar(same) for flow, same in flows.items()} for key, flows in groups.items()}


def _bar(rows: list[Row]) -> _Bar:
    """The latest period's value: the one that most sources give, of the surest among equals."""
    last = max(rows, key=lambda row: (str(day_of(row["periodEnd"]) or ""), row["period"] or ""))["period"]
    same = [row for row in rows if row["period"] == last]
    often = Counter(value_of(row) for row in same)
    best = max(same, key=lambda row: (often[value_of(row)], row["confidence"], value_of(row)))
    values = [edge for row in same for edge in (float(row["low"]), float(row["high"]))]
    return _Bar(value_of(best), min(values), max(values), last or None)


def _label(partner: tuple[str, str | None]) -> str:
    name, product = partner
    return drawable(f"{who(name)}, {product}" if product else who(name))


def _draw(axes: Axes, place: int, flows: dict[str, _Bar], scale: float, *, alone: bool) -> None:
    """The bars of one partner, exports above imports, each with its number."""
    thick = 0.36 if len(flows) == 2 else 0.5
    for flow, bar in flows.items():
        at = place + (0 if len(flows) == 1 else 0.2 if flow == "exports" else -0.2)
        axes.barh(at, bar.value / scale, thick, color=_COLOURS[flow], label=flow)
        if bar.least != bar.most:
            axes.plot([bar.least / scale, bar.most / scale], [at, at], color=INK, linewidth=1.2, marker="|")
        when = "" if alone or bar.period is None else f"  ({bar.period})"
        end = bar.most if bar.value >= 0 else bar.value
        axes.annotate(
            number(bar.value / scale) + when, (end / scale, at), (5, 0), textcoords="offset points",
            va="center", fontsize=9, color=INK,
        )  # fmt: skip


def _legend(axes: Axes, flows: list[str]) -> None:
    handles = dict(zip(*axes.get_legend_handles_labels()[::-1], strict=True))
    if len(flows) > 1:
        axes.legend([handles[flow] for flow in flows], flows, frameon=False, fontsize=9, loc="lower right")
