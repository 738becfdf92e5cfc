"""Sample articles to try the library on, in eight languages.

All were written for this project after the facts of real events, or from invention; no agency, publisher or
site that is named in them published them.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from tradenews.errors import ArgumentError


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """The names of the samples, language first, sorted.

    >>> "en-alibaba" in names()
    True
    """
    folder = files("tradenews.samples")
    return tuple(sorted(path.name[:-4] for path in folder.iterdir() if path.name.endswith(".txt")))


def load(name: str) -> str:
    """The text of a sample; :class:`ArgumentError` names those there are.

    >>> load("en-hangzhou")[:8]
    'HANGZHOU'
    """
    if name not in names():
        raise ArgumentError("name", name, f"no such sample; there are {', '.join(names())}")
    return (files("tradenews.samples") / f"{name}.txt").read_text(encoding="utf-8")
