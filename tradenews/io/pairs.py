"""What every reader gives: a text and what is known of it, fit for ``parse``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from typing import Any

from tradenews.errors import NormalizationError
from tradenews.lexicon.load import languages
from tradenews.normalize.edtf import parse_edtf

Pair = tuple[str, dict[str, Any]]
KEYS = ("published", "source", "title", "url", "language", "byline")
_SILENT = frozenset({"script", "style", "template", "noscript"})
_BREAKS = frozenset(
    {"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption", "section"}
)


def metadata(**found: object) -> dict[str, Any]:
    """The keyword arguments of ``parse`` that can be meant.

    A date that is none, a language without a file, an address that is none, a value that is no text are left
    out.

    >>> metadata(published="2017-09-07T10:00:00Z", title=" Trade ", language="sv", byline="Jo Li")
    {'published': '2017-09-07', 'title': 'Trade', 'byline': ('Jo Li',)}
    """
    texts = {key: _text(found.get(key)) for key in ("source", "title", "url", "language")}
    if texts["language"] and texts["language"].replace("_", "-").split("-")[0].lower() not in languages():
        texts["language"] = None
    if texts["url"] and "://" not in texts["url"]:
        texts["url"] = None
    given = {"published": _date(found.get("published")), **texts, "byline": _names(found.get("byline"))}
    return {key: value for key, value in given.items() if value}


def _text(value: object) -> str | None:
    return " ".join(value.split()) if isinstance(value, str) else None


def _date(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    for text in (value.strip(), value.strip()[:10]):
        try:
            return parse_edtf(text).edtf
        except NormalizationError:
            continue
    return None


def _names(value: object) -> tuple[str, ...]:
    """Names of authors, given as one, as many, or as objects with a name."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, str):
        return (" ".join(value.split()),) if value.strip() else ()
    if isinstance(value, Iterable):
        return tuple(dict.fromkeys(name for part in value for name in _names(part)))
    return ()


class _Text(HTMLParser):
    """Collects the text of a fragment of HTML: block elements end lines, scripts are silent."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._silent += tag in _SILENT
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def plain(markup: str) -> str:
    """The text of a fragment of HTML, a line a block, without blank lines.

    >>> plain("<p>Exports <b>rose</b>.</p><script>x()</script><p>Imports &amp; more</p>")
    'Exports rose.\\nImports & more'
    """
    reader = _Text()
    reader.feed(markup)
    reader.close()
    return "\n".join(line.strip() for line in "".join(reader.parts).splitlines() if line.strip())
