"""Lossless JSON of every model, with a schema version."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from attrs import has

import tradenews.models as models
from tradenews.errors import ArgumentError, SerializationError
from tradenews.io.convert import converter, problems_of

SCHEMA = "tradenews/1"
_MODELS: dict[str, type] = {name: getattr(models, name) for name in models.__all__ if name != "Failure"}
T = TypeVar("T")


def to_dict(record: object) -> dict[str, Any]:
    """A model as plain dicts, lists and strings, with ``schema`` and ``type`` in front.

    Decimals are strings, dates ISO 8601. :class:`ArgumentError` for what is no model.

    >>> from tradenews import Span
    >>> to_dict(Span(0, 4))
    {'schema': 'tradenews/1', 'type': 'Span', 'start': 0, 'end': 4}
    """
    name = type(record).__name__
    if not has(type(record)) or _MODELS.get(name) is not type(record):
        raise ArgumentError("record", record, f"pass a model of tradenews: {', '.join(_MODELS)}")
    return {"schema": SCHEMA, "type": name, **converter().unstructure(record)}


def from_dict(data: object) -> Any:
    """The model that :func:`to_dict` was given.

    :class:`SerializationError` lists all problems at once, each as ``what @ $.path``.

    >>> from_dict({"schema": "tradenews/1", "type": "Span", "start": 0, "end": 4})
    Span(start=0, end=4)
    >>> from_dict({"schema": "tradenews/1", "type": "Span", "start": "0", "ende": 4})
    Traceback (most recent call last):
        ...
    tradenews.errors.SerializationError: expected int, got str '0' @ $.start; missing field 'end' @ $.end; ...
    """
    if not isinstance(data, dict):
        raise SerializationError([f"expected an object, got {type(data).__name__} @ $"])
    schema, name = data.get("schema"), data.get("type")
    if schema != SCHEMA:
        raise SerializationError([f"schema {schema!r} is not {SCHEMA!r} @ $.schema"])
    if not isinstance(name, str) or name not in _MODELS:
        raise SerializationError([f"type {name!r} is none of {', '.join(_MODELS)} @ $.type"])
    fields = {key: value for key, value in data.items() if key not in ("schema", "type")}
    try:
        record: Any = converter().structure(fields, _MODELS[name])
    except RecursionError as error:
        raise SerializationError(["nested too deeply @ $"]) from error
    except Exception as error:
        raise SerializationError(problems_of(error)) from error
    if isinstance(record, models.Article) and (problems := [*_outside(record), *_impossible(record)]):
        raise SerializationError(problems)
    return record


def to_json(record: object, *, indent: int | None = None) -> str:
    """A model as JSON text; one line unless ``indent`` is given. Letters stay as they are (UTF-8).

    >>> from tradenews import Span
    >>> to_json(Span(0, 4))
    '{"schema": "tradenews/1", "type": "Span", "start": 0, "end": 4}'
    """
    text = json.dumps(to_dict(record), ensure_ascii=False, indent=indent, allow_nan=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # lone surrogates cannot be written as UTF-8; escaped they survive
        return json.dumps(to_dict(record), ensure_ascii=True, indent=indent, allow_nan=False)
    return text


def from_json(data: str | bytes) -> Any:
    """The model that :func:`to_json` was given; :class:`SerializationError` as :func:`from_dict`.

    >>> from tradenews import Span
    >>> from_json(to_json(Span(0, 4)))
    Span(start=0, end=4)
    """
    if not isinstance(data, str | bytes | bytearray):
        raise ArgumentError("data", data, "pass JSON text as str or bytes")
    try:
        parsed = json.loads(data, object_pairs_hook=_unique, parse_constant=_no_constant)
    except RecursionError as error:
        raise SerializationError(["nested too deeply @ $"]) from error
    except (ValueError, UnicodeDecodeError) as error:
        raise SerializationError([f"no JSON: {error} @ $"]) from error
    return from_dict(parsed)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ValueError(f"key {twice!r} stands twice in one object")
    return made


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON number")


def _outside(article: models.Article) -> list[str]:
    """Spans of an article that do not lie in its text."""
    size = len(article.text)
    spans = [(f"$.blocks[{i}].span", b.span) for i, b in enumerate(article.blocks)]
    spans += [(f"$.figures[{i}].span", f.span) for i, f in enumerate(article.figures)]
    spans += [(f"$.figures[{i}].sentence", f.sentence) for i, f in enumerate(article.figures)]
    spans += [(f"$.actors[{i}].mentions", s) for i, a in enumerate(article.actors) for s in a.mentions]
    spans += [(f"$.deals[{i}].evidence", s) for i, d in enumerate(article.deals) for s in d.evidence]
    spans += [(f"$.deals[{i}].events", e.span) for i, d in enumerate(article.deals) for e in d.events]
    spans += [(f"$.assumptions[{i}].span", a.span) for i, a in enumerate(article.assumptions)]
    spans += [("$.dateline.span", article.dateline.span)] if article.dateline else []
    return [
        f"span {s.start}..{s.end} lies outside of the text (0..{size}) @ {path}"
        for path, s in spans
        if not 0 <= s.start <= s.end <= size
    ]


def _impossible(article: models.Article) -> list[str]:
    """Amounts that end before they begin, and confidences that are no share."""
    found = [
        f"low {f.amount.low} is above high {f.amount.high} @ $.figures[{i}].amount"
        for i, f in enumerate(article.figures)
        if f.amount.low > f.amount.high
    ]
    rated = [(f"$.figures[{i}]", f.confidence) for i, f in enumerate(article.figures)]
    rated += [(f"$.deals[{i}]", d.confidence) for i, d in enumerate(article.deals)]
    found += [f"{c} is not between 0 and 1 @ {path}.confidence" for path, c in rated if not 0 <= c <= 1]
    return found
