"""What is imported, or compiled, when it is first used: starting costs only what the first text needs."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, cast


def lazily(package: str, home_of: Mapping[str, str]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """``__getattr__`` and ``__dir__`` of ``package`` (PEP 562); ``home_of`` is the module of each name."""

    def get(name: str) -> Any:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(home_of[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *home_of})

    return get, names


class _Later:
    """A module that is not there yet; each of its names is kept once it was asked for."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        value = getattr(import_module(self._module), name)
        setattr(self, name, value)
        return value


def later(module: str) -> Any:
    """A module of others, imported when something of it is first used.

    >>> later("calendar").isleap(2024)
    True
    """
    return _Later(module)


class _Pattern:
    """An expression that is not compiled yet; the methods of the compiled one are kept when it is."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that is compiled when it is first used; for those that few texts ask for.

    >>> regex("[0-9]+").findall("from 5 to 12")
    ['5', '12']
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))
