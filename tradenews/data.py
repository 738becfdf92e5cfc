"""The data files of the package, wherever it is imported from: a folder, an archive."""

from __future__ import annotations

import os
import sys
from importlib import import_module

_RESOURCES = "importlib.resources"  # slow to import, and only what is no folder needs it


def read_data(package: str, name: str) -> bytes:
    """The file ``name`` of a package of ours; OSError where there is none.

    >>> read_data("tradenews.languages", "en.toml")[:6]
    b'[meta]'
    """
    try:
        with open(os.path.join(_folder(package), name), "rb") as file:
            return file.read()
    except (NotADirectoryError, FileNotFoundError):
        found: bytes = import_module(_RESOURCES).files(package).joinpath(name).read_bytes()
        return found


def names_in(package: str) -> list[str]:
    """The names of the files of a package of ours, sorted."""
    try:
        return sorted(os.listdir(_folder(package)))
    except OSError:
        return sorted(path.name for path in import_module(_RESOURCES).files(package).iterdir())


def _folder(package: str) -> str:
    module = sys.modules.get(package) or import_module(package)
    return module.__path__[0]
