"""The JSON Schema of the models, made from their attrs classes."""

from __future__ import annotations

from datetime import date as Date
from decimal import Decimal
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import attrs

import tradenews.models as models
from tradenews.errors import ArgumentError
from tradenews.io.json import SCHEMA

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Decimal: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?$"},
    Date: {"type": "string", "format": "date"},
}


@lru_cache(maxsize=16)
def _schema(name: str) -> dict[str, Any]:
    root = getattr(models, name)
    defs: dict[str, Any] = {}
    body = _object(root, defs)
    body["properties"] = {"schema": {"const": SCHEMA}, "type": {"const": name}, **body["properties"]}
    body["required"] = ["schema", "type", *body["required"]]
    defs.pop(name, None)
    return {"$schema": _DIALECT, "title": f"{SCHEMA} {name}", **body, "$defs": dict(sorted(defs.items()))}


def json_schema(model: str | type = "Article") -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what :func:`to_json` writes of a model.

    ``model`` is a class of :mod:`tradenews.models` or its name; :class:`ArgumentError` for any other.

    >>> json_schema("Span")["required"]
    ['schema', 'type', 'start', 'end']
    """
    name = model if isinstance(model, str) else getattr(model, "__name__", "")
    if name not in models.__all__ or name == "Failure":
        raise ArgumentError("model", model, f"pass a model or its name: {', '.join(models.__all__)}")
    return dict(_schema(name))


def _object(cls: type, defs: dict[str, Any]) -> dict[str, Any]:
    attrs.resolve_types(cls)
    fields = {field.name: _type(field.type, defs) for field in attrs.fields(cls)}
    required = [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING]
    first_line = (cls.__doc__ or "").strip().split("\n")[0]
    return {
        "type": "object",
        "description": first_line,
        "properties": fields,
        "required": required,
        "additionalProperties": False,
    }


def _type(kind: Any, defs: dict[str, Any]) -> dict[str, Any]:
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    origin = get_origin(kind)
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if origin in (Union, UnionType):
        return {"anyOf": [_type(part, defs) for part in get_args(kind)]}
    if origin is tuple:
        return {"type": "array", "items": _type(get_args(kind)[0], defs)}
    if kind.__name__ not in defs:
        defs[kind.__name__] = {}
        defs[kind.__name__] = _object(kind, defs)
    return {"$ref": f"#/$defs/{kind.__name__}"}
