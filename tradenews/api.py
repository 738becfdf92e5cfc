"""The public functions, and the :class:`Parser` that holds their configuration."""

from __future__ import annotations

from datetime import date as Date

from tradenews.models.article import Article
from tradenews.models.period import Period
from tradenews.parse.article import Config, Reading, read_article
from tradenews.parse.metadata import Given


class Parser:
    """A parser with a configuration of its own; the module functions use a default one."""

    def __init__(self, *, home: str | None = None, reference: Date | None = None) -> None:
        self._config = Config(home=home, reference=reference)

    def parse(
        self,
        text: str,
        *,
        language: str | None = None,
        published: str | Date | Period | None = None,
        source: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Article:
        """Raw text to :class:`Article`."""
        return self._read(text, language, Given(None, source, title, url)).article

    def _read(self, text: str, language: str | None, given: Given) -> Reading:
        return read_article(text, language, given, self._config)


def parse(text: str, language: str | None = None, **given: str | None) -> Article:
    """Raw text to :class:`Article`."""
    return Parser().parse(text, language=language, **given)
