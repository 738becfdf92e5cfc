"""An input that could not be read, kept in its place."""

from __future__ import annotations

from attrs import frozen


@frozen
class Failure:
    """What :func:`tradenews.parse_many` yields for an input that failed: its position and its error."""

    index: int
    error: Exception
