"""What people have on their disks, as (text, metadata) pairs that ``parse_many`` takes.

Every reader is lazy and gives pairs of a text and a dict with some of ``published``, ``source``, ``title``,
``url`` and ``language``: the keyword arguments of ``parse``.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from tradenews.errors import MissingExtraError, NormalizationError, SerializationError
from tradenews.normalize.edtf import parse_edtf

Pair = tuple[str, dict[str, Any]]
_LD_TYPES = frozenset(
    {"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle"}
)
_MOST_DEPTH = 20
_SILENT = frozenset({"script", "style"})
_BREAKS = frozenset({"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4"})
_KEYS = ("published", "source", "title", "url", "language")


def read_html(html: str, url: str | None = None) -> Pair:
    """The article of an HTML page, with title, date and site (needs the extra ``html``).

    Where the page carries its article as schema.org JSON-LD with a body, that is taken; else trafilatura
    extracts it. The text is empty where the page holds no article.
    """
    try:
        from lxml import html as lxml_html
        from trafilatura import bare_extraction
    except ImportError as error:
        raise MissingExtraError("html", "reading HTML") from error
    clean = html.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")
    if not clean.strip():
        return "", _metadata(url=url)
    try:
        scripts = lxml_html.fromstring(clean).xpath('//script[@type="application/ld+json"]/text()')
    except (ValueError, lxml_html.etree.ParserError):
        return "", _metadata(url=url)
    for script in scripts:
        try:
            news = next(_news(json.loads(script)), None)
        except ValueError:
            continue
        if news is not None and isinstance(news.get("articleBody"), str):
            return read_jsonld(news, url)
    page = bare_extraction(clean, url=url, with_metadata=True, include_comments=False)
    if page is None:
        return "", _metadata(url=url)
    given = _metadata(page.date, page.sitename or page.hostname, page.title, url or page.url)
    return page.text or "", given


def read_jsonld(news: Mapping[str, Any], url: str | None = None) -> Pair:
    """A schema.org ``NewsArticle`` with its body.

    >>> read_jsonld({"articleBody": "Exports rose.", "datePublished": "2017-09-07T10:00:00Z"})
    ('Exports rose.', {'published': '2017-09-07'})
    """
    publisher = news.get("publisher") or news.get("provider")
    source = publisher.get("name") if isinstance(publisher, Mapping) else publisher
    return str(news.get("articleBody") or ""), _metadata(
        news.get("datePublished"),
        source,
        news.get("headline"),
        url or news.get("url"),
        news.get("inLanguage"),
    )


def _news(data: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Every news article in a JSON-LD document, however it is wrapped."""
    if depth > _MOST_DEPTH:
        return
    if isinstance(data, list):
        for part in data:
            yield from _news(part, depth + 1)
    elif isinstance(data, Mapping):
        kinds = data.get("@type")
        if _LD_TYPES & set(kinds if isinstance(kinds, list) else [kinds]):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _news(data.get(key), depth + 1)


def read_ninjs(item: Mapping[str, Any]) -> Pair:
    """An IPTC ninjs item, version 1, 2 or 3: its body as text, headline, date, language and source.

    >>> item = {"body_text": "Exports rose.", "headline": "Trade", "versioncreated": "2017-09-07T10:00:00Z"}
    >>> read_ninjs(item)
    ('Exports rose.', {'published': '2017-09-07', 'title': 'Trade'})
    """
    bodies = item.get("bodies") or []
    plain = [b for b in bodies if isinstance(b, Mapping) and "html" not in str(b.get("contentType", ""))]
    body = plain[0].get("value") if plain else item.get("body_text") or item.get("description_text")
    heads = item.get("headlines") or []
    headline = heads[0].get("value") if heads and isinstance(heads[0], Mapping) else item.get("headline")
    sources = item.get("infoSources") or item.get("infosource") or []
    named = (
        sources[0].get("name") if sources and isinstance(sources[0], Mapping) else item.get("copyrightholder")
    )
    when = item.get("firstCreated") or item.get("firstcreated") or item.get("versionCreated")
    return str(body or ""), _metadata(
        when or item.get("versioncreated"), named, headline, item.get("uri"), item.get("language")
    )


def read_feed(data: str | bytes) -> Iterator[Pair]:
    """The entries of an RSS or Atom feed (needs the extra ``feeds``); texts without their markup."""
    try:
        import feedparser
    except ImportError as error:
        raise MissingExtraError("feeds", "reading feeds") from error
    feed = feedparser.parse(data)
    site = feed.feed.get("title")
    for entry in feed.entries:
        parts = [content.get("value") for content in entry.get("content", ())] or [entry.get("summary")]
        moment = entry.get("published_parsed") or entry.get("updated_parsed")
        day = f"{moment.tm_year:04d}-{moment.tm_mon:02d}-{moment.tm_mday:02d}" if moment else None
        yield _plain(parts[0] or ""), _metadata(day, site, entry.get("title"), entry.get("link"))


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

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def _plain(markup: str) -> str:
    reader = _Text()
    reader.feed(markup)
    reader.close()
    return "\n".join(line.strip() for line in "".join(reader.parts).splitlines() if line.strip())


def read_json_lines(
    lines: Iterable[str | bytes], text_field: str = "text", **fields: str
) -> Iterator[tuple[Pair | Exception, dict[str, Any]]]:
    """Texts of JSON Lines, with the whole record beside each: ``(pair, record)``.

    ``fields`` says under which names the record has ``published``, ``source``, ``title``, ``url``,
    ``language`` (default: those). A line that is no object with a text comes as an exception in place of
    the pair, and an empty record.

    >>> list(read_json_lines(['{"body": "Exports rose.", "n": 1}'], "body"))
    [(('Exports rose.', {}), {'body': 'Exports rose.', 'n': 1})]
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield SerializationError([f"no JSON: {error} @ line {number}"]), {}
            continue
        if not isinstance(record, dict) or not isinstance(record.get(text_field), str):
            yield SerializationError([f"no text under {text_field!r} @ line {number}"]), {}
            continue
        named = {
            key: record.get(fields.get(key, key))
            for key in ("published", "source", "title", "url", "language")
        }
        yield (record[text_field], _metadata(**named)), record


def open_bytes(data: bytes) -> bytes:
    """``data``, unpacked if it is gzip."""
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def _metadata(
    published: object = None,
    source: object = None,
    title: object = None,
    url: object = None,
    language: object = None,
) -> dict[str, Any]:
    """What of these can be meant: a date that is none, or a value that is no text, is left out."""
    found = {
        "published": _date(published),
        "source": source,
        "title": title,
        "url": url,
        "language": language,
    }
    return {key: value for key, value in found.items() if isinstance(value, str) and value}


def _date(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    for text in (value, value[:10]):
        try:
            return parse_edtf(text).edtf
        except NormalizationError:
            continue
    return None
