"""Annotated short texts, one JSON object a line, as annotations of the full shape.

A line holds ``id``, ``text``, ``given`` (arguments of parse), ``c`` (country codes), and rows of values:
``f`` (quote, low or low..high, unit, bound, kind, form, modality, reporter, partner, product, period, per,
optional), ``a`` (kind, name, country, role), ``d`` (kind, status, threatened, name, [parties], quote). Values
at the end of a row may be left out. Of a line with ``only`` set to ``figures`` nothing else is annotated, nor
the bounds of the figures.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tradenews.errors import SerializationError

_FIGURE = ("quote", "low", "unit", "bound", "kind", "form", "modality", "reporter", "partner", "product",
           "period", "per", "optional")  # fmt: skip
_ACTOR = ("kind", "name", "country", "role")
_DEAL = ("kind", "status", "threatened", "name", "parties", "quote")


def read_bank(path: Path) -> Iterator[dict[str, Any]]:
    """The annotations of a file; :class:`SerializationError` names the line that is none."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield _annotation(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise SerializationError([f"{error!r} @ {path.name} line {number}"]) from error


def _annotation(row: dict[str, Any]) -> dict[str, Any]:
    countries = [
        _named(_ACTOR, ["bloc" if code == "EU" else "country", code, code]) for code in row.get("c", ())
    ]
    return {
        "id": row["id"],
        "text": row["text"],
        "language": row["id"].split("-")[1],
        "given": row.get("given") or {},
        "actors": [*countries, *(_named(_ACTOR, actor) for actor in row.get("a", ()))],
        "figures": [
            _figure(figure, bound=None if row.get("only") else "exact") for figure in row.get("f", ())
        ],
        "deals": [_named(_DEAL, deal) for deal in row.get("d", ())],
        "only": row.get("only"),
    }


def _figure(values: list[Any], bound: str | None) -> dict[str, Any]:
    figure = _named(_FIGURE, values)
    low, _, high = str(figure["low"]).partition("..")
    told = {"low": low, "high": high or low, "optional": len(values) == len(_FIGURE) and bool(values[-1])}
    return {**figure, "bound": figure["bound"] or bound, "modality": figure["modality"] or "actual", **told}


def _named(names: tuple[str, ...], values: list[Any]) -> dict[str, Any]:
    filled = [*values, *[None] * (len(names) - len(values))]
    return {**dict(zip(names, filled, strict=True)), "aliases": [], "optional": False}
