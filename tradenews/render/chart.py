"""What all charts share: the rows they take, the look, numbers and names for people (the extra ``plot``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date as Date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tradenews.errors import ArgumentError, MissingExtraError
from tradenews.normalize.territory import country_name

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Row = Mapping[str, Any]
INK, SOFT, LINE, PAPER = "#1c1e21", "#6b7280", "#d9dde3", "#ffffff"
SERIES = ("#2563a8", "#d97706", "#15803d", "#9333ea", "#be123c", "#0e7490", "#854d0e", "#475569")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (1, ""))
_FONTS = ("DejaVu Sans", "Noto Sans CJK SC", "Noto Serif CJK SC", "WenQuanYi Zen Hei", "Arial Unicode MS",
          "PingFang SC", "Microsoft YaHei")  # fmt: skip
_LONGEST = 76  # characters of a label
_TITLE = 0.36  # inches from the top to the subtitle


def rows_of(rows: Iterable[Row], needed: tuple[str, ...]) -> list[Row]:
    """The columns needed of all rows; :class:`ArgumentError` where they are no rows, or lack one of them."""
    if isinstance(rows, str | Mapping) or not isinstance(rows, Iterable):
        raise ArgumentError("rows", rows, "pass rows: a record_table, or dicts with its columns")
    found = list(rows)
    for row in found:
        lacking = [name for name in needed if name not in row] if isinstance(row, Mapping) else needed
        if lacking:
            raise ArgumentError("rows", row, f"a row lacks {', '.join(lacking)}: pass a record_table")
    return [{name: _plain(row[name]) for name in needed} for row in found]


def _plain(value: Any) -> Any:
    """A cell, whatever table it went through: None for what data frames say instead, a list for an array."""
    if isinstance(value, str | list | tuple):
        return value
    if hasattr(value, "tolist"):
        value = value.tolist()
    try:
        return None if value != value else value  # "not a number", "not a time" equal nothing
    except TypeError:  # nor does "not available", which will not even say so
        return None


def new_figure(height: float, width: float = 9.0) -> tuple[Figure, Axes]:
    """An empty figure of so many inches with its axes, drawn on no screen; its look is set."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtraError("plot", "drawing a chart") from error
    figure = Figure(figsize=(width, height), facecolor=PAPER, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.set_facecolor(PAPER)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(LINE)
    axes.tick_params(colors=SOFT, labelsize=9, length=0)
    axes.set_axisbelow(True)
    return figure, axes


def headline(figure: Figure, title: str, subtitle: str, note: str = "") -> None:
    """Title and subtitle at the upper left, and a note of where the numbers are from at the foot."""
    figure.suptitle(f"{drawable(title)}\n", x=0.01, ha="left", fontsize=14, fontweight="bold", color=INK,
                    fontfamily=fonts())  # fmt: skip
    below = 1 - _TITLE / figure.get_figheight()  # the empty second line of the title keeps room for it
    figure.text(0.01, below, drawable(subtitle), va="top", fontsize=10, color=SOFT, fontfamily=fonts())
    figure.supxlabel(note, x=0.01, ha="left", fontsize=8, color=SOFT)


@lru_cache(maxsize=1)
def fonts() -> list[str]:
    """The fonts of this machine that labels are drawn with, in order: Latin first, then Chinese."""
    from matplotlib import font_manager

    here = {entry.name for entry in font_manager.fontManager.ttflist}
    return [name for name in _FONTS if name in here] or ["sans-serif"]


@lru_cache(maxsize=1)
def _letters() -> frozenset[int]:
    from matplotlib import font_manager

    paths = [font_manager.findfont(name) for name in fonts()]
    return frozenset(code for path in paths for code in font_manager.get_font(path).get_charmap())


def drawable(text: str) -> str:
    """``text`` on one line, short enough for a label; a question mark for what no font here can draw."""
    flat = " ".join(text.split())
    short = flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
    shown = "".join(c if ord(c) in _letters() else "?" for c in short)
    return shown.replace("$", r"\$")  # a dollar sign begins a formula


def scale_of(values: Iterable[float]) -> tuple[float, str]:
    """By what to divide values for an axis, and the word for it.

    >>> scale_of([7.0e9, 3.0e8])
    (1000000000, 'billion')
    """
    largest = max((abs(value) for value in values), default=0.0)
    return next(((size, word) for size, word in _SCALES if largest >= size), (1, ""))


def number(value: float) -> str:
    """A number for people, three digits that count.

    >>> number(39.24), number(1234.5), number(0.5), number(-7.0)
    ('39.2', '1,234', '0.5', '-7')
    """
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    text = f"{value:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def who(actor: str | None) -> str:
    """An actor's id for people: the name of a country; of anything else the words of the id.

    >>> who("MX"), who("EU"), who("acme-widgets")
    ('Mexico', 'European Union', 'Acme Widgets')
    """
    if not actor:
        return ""
    return country_name(actor) or (actor if actor.isupper() else actor.replace("-", " ").title())


def value_of(row: Row) -> float:
    """The amount of a row; of a range its middle."""
    return (float(row["low"]) + float(row["high"])) / 2


def day_of(value: Any) -> Date | None:
    """A day of a row, whatever table it went through; None where there is none."""
    if value is None:
        return None
    return value.date() if hasattr(value, "date") else Date.fromisoformat(str(value)[:10])


def one_unit(rows: list[Row], unit: str | None) -> tuple[list[Row], str]:
    """The rows with one unit (default: that of most) and one rate ("a tonne") or none; the unit in words."""
    code = unit or commonest(row["unit"] for row in rows)
    rate = commonest(row["per"] or "" for row in rows if row["unit"] == code)
    kept = [row for row in rows if row["unit"] == code and (row["per"] or "") == rate]
    words = {"percent": "%"}.get(code or "", (code or "").replace("_", " "))
    return kept, f"{words} per {rate}" if rate else words


def commonest(values: Iterable[str]) -> str | None:
    """The value that occurs most often, of equals the first by letters; None where there is none."""
    counted = Counter(values)
    return max(sorted(counted), key=lambda value: counted[value]) if counted else None


def sources(rows: Iterable[Row], thing: str) -> str:
    """Where the numbers are from: "5 figures of 3 articles"."""
    found = list(rows)
    articles = len({row["article"] for row in found})
    return f"{_counted(len(found), thing)} of {_counted(articles, 'article')}"


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def nothing(figure: Figure, axes: Axes, why: str) -> Figure:
    """A figure that says that there is nothing to draw."""
    axes.axis("off")
    axes.text(0.5, 0.5, why, ha="center", va="center", color=SOFT, fontsize=11, transform=axes.transAxes)
    return figure
