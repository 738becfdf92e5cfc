"""Models to plain data and back, by cattrs: strict, lossless, all problems at once."""

from __future__ import annotations

import re
from datetime import date as Date
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from typing import Any, Literal, get_args, get_origin

from attrs import has
from cattrs import BaseValidationError, Converter, transform_error
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from tradenews.lazy import regex

_DECIMAL = regex(r"-?\d{1,400}(?:\.\d{1,400})?(?:E[+-]?\d{1,4})?", re.ASCII)
_SHOWN = 20  # unknown fields that are named


class _Refused(ValueError):
    """A plain value of the wrong type; its message is what the caller reads."""


@lru_cache(maxsize=1)
def converter() -> Converter:
    """The converter of all models: decimals and dates as strings, unknown keys refused."""
    made = Converter(forbid_extra_keys=True, detailed_validation=True, omit_if_default=False)
    made.register_unstructure_hook(Decimal, str)
    made.register_unstructure_hook(Date, Date.isoformat)
    made.register_structure_hook(Decimal, _decimal)
    made.register_structure_hook(Date, _date)
    for kind in (str, bool, int, float):
        made.register_structure_hook(kind, _plain(kind))
    made.register_structure_hook_factory(has, lambda cls: _whole(cls, made))
    return made


def _whole(cls: type, made: Converter) -> Any:
    """The structure function of a model, which refuses what is no object before it looks inside."""
    inner: Any = make_dict_structure_fn(cls, made, _cattrs_forbid_extra_keys=True)

    def structure(data: Any, _: Any = None) -> Any:
        if not isinstance(data, dict):
            raise _Refused(f"expected an object, got {_shown(data)}")
        return inner(data, cls)

    return structure


def _decimal(data: Any, _: Any = None) -> Decimal:
    if not isinstance(data, str) or not _DECIMAL.fullmatch(data):
        raise _Refused(f"expected a decimal as a string, got {_shown(data)}")
    return Decimal(data)


def _date(data: Any, _: Any = None) -> Date:
    if isinstance(data, str) and len(data) == 10:
        try:
            return Date.fromisoformat(data)
        except ValueError:
            pass
    raise _Refused(f"expected a date YYYY-MM-DD, got {_shown(data)}")


def _plain(kind: type) -> Any:
    def structure(data: Any, _: Any = None) -> Any:
        if kind is float and type(data) is int:
            return float(data)
        if type(data) is not kind or (isinstance(data, float) and not isfinite(data)):
            raise _Refused(f"expected {kind.__name__}, got {_shown(data)}")
        return data

    return structure


def _shown(data: Any) -> str:
    if data is None:
        return "null"
    text = repr(data)
    return f"{type(data).__name__} {text if len(text) <= 40 else text[:37] + '...'}"


def problems_of(error: BaseException) -> list[str]:
    """Every fault that cattrs found, as ``what @ $.path``."""
    if isinstance(error, BaseValidationError | _Refused):
        return transform_error(error, format_exception=_sentence)
    return [f"{_sentence(error, None)} @ $"]


def _sentence(error: BaseException, kind: Any) -> str:
    if get_origin(kind) is Literal:
        return f"expected one of {', '.join(map(repr, get_args(kind)))}"
    if isinstance(error, _Refused):
        return str(error)
    if isinstance(error, ForbiddenExtraKeysError):
        names = sorted(map(repr, error.extra_fields))
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        return f"unknown field {', '.join(names[:_SHOWN])}{more}"
    if isinstance(error, KeyError):
        return f"missing field {error.args[0]!r}"
    if isinstance(error, TypeError) and "iterable" in str(error):
        return "expected a list"
    return f"expected another value: {error}"
