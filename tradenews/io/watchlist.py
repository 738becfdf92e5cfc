"""A user's own actors from a TOML file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from tradenews.errors import SerializationError
from tradenews.io.convert import converter, problems_of
from tradenews.models.actor import Actor
from tradenews.normalize.names import slug


def read_watchlist(path: str | Path) -> tuple[Actor, ...]:
    """The actors of a TOML file, for ``Parser(watchlist=...)``.

    Each ``[[actor]]`` has a ``name``, and may have ``aliases``, ``kind`` (default: company), ``id``
    (default: a slug of the name), ``country``, ``role`` and ``affiliation``. :class:`SerializationError`
    names every problem of the file, OSError says that there is none.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "firms.toml"
    ...     _ = path.write_text('[[actor]]\\nname = "Acme Widgets"\\naliases = ["ACMW"]')
    ...     [(a.id, a.kind, a.aliases) for a in read_watchlist(path)]
    [('acme-widgets', 'company', ('ACMW',))]
    """
    try:
        data = tomllib.loads(Path(path).read_bytes().decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SerializationError([f"no TOML: {error} @ {path}"]) from error
    problems = [f"unknown key {key!r} @ {path}" for key in data if key != "actor"]
    rows = data.get("actor", [])
    actors = []
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        try:
            actors.append(_actor(row))
        except Exception as error:
            problems += [f"{problem} @ {path}, actor {number}" for problem in problems_of(error)]
    if problems:
        raise SerializationError(problems)
    return tuple(actors)


def _actor(row: Any) -> Actor:
    name = row.get("name") if isinstance(row, dict) else None
    basic = {"kind": "company", "id": slug(name) if isinstance(name, str) else ""}
    actor: Actor = converter().structure({**basic, **row} if isinstance(row, dict) else row, Actor)
    return actor
