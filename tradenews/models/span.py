"""Where something stands in a text."""

from __future__ import annotations

from functools import total_ordering

from attrs import frozen


@total_ordering
@frozen(order=False)
class Span:
    """A stretch of ``Article.text``: code points ``start`` to ``end``, half open.

    >>> span = Span(3, 7)
    >>> "of trade news"[span.start:span.end], len(span)
    ('trad', 4)
    """

    start: int  #: index of the first code point
    end: int  #: index behind the last code point

    def __lt__(self, other: Span) -> bool:
        """By start, then by end: written out, for spans are sorted more often than anything else."""
        if not isinstance(other, Span):
            return NotImplemented
        return self.start < other.start or (self.start == other.start and self.end < other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: object) -> bool:
        """Is another span, or the place of one character, wholly inside?"""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def overlaps(self, other: Span) -> bool:
        """Do the two share at least one character?

        >>> Span(0, 4).overlaps(Span(3, 6)), Span(0, 4).overlaps(Span(4, 6))
        (True, False)
        """
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words that the span covers.

        >>> Span(0, 5).of("trade news")
        'trade'
        """
        return text[self.start : self.end]
