"""What a reader of chains is told about the text as a whole."""

from __future__ import annotations

from datetime import date as Date

from attrs import frozen

from tradenews.lexicon.index import Lexicon
from tradenews.models.period import Period


@frozen
class Context:
    """Language and lexicon; the article's date if known; the country whose bare "$" is meant.

    ``reference`` is the day against which relative dates are resolved, ``published`` the article's date with
    its own precision, ``home`` an ISO 3166-1 alpha-2 code or None, ``decimal`` the decimal character that the
    text itself uses, or None.
    """

    language: str
    lexicon: Lexicon
    published: Period | None = None
    reference: Date | None = None
    home: str | None = None
    decimal: str | None = None

    @property
    def point(self) -> str:
        """The decimal character of the text, else of the language."""
        return self.decimal or self.lexicon.decimal
