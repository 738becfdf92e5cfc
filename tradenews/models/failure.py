"""An input that could not be read, kept in its place."""

from __future__ import annotations

from attrs import frozen


@frozen
class Failure:
    """What :func:`tradenews.parse_many` yields for an input that failed: its position and its error.

    >>> from tradenews import parse_many
    >>> [failure] = parse_many([b"Exports rose."])
    >>> failure.index, type(failure.error).__name__
    (0, 'ArgumentError')
    """

    index: int  #: position of the input, from 0
    error: Exception  #: what was raised
