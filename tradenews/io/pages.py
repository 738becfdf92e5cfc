"""Web pages: the article of an HTML page, and schema.org news articles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tradenews.errors import ArgumentError, MissingExtraError
from tradenews.io.charset import decode_page
from tradenews.io.pairs import Pair, metadata, plain
from tradenews.lazy import regex

_TYPES = frozenset(
    {
        "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
        "BackgroundNewsArticle", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting",
    }
)  # fmt: skip
_MOST_DEPTH = 20
_TAG = regex(r"</?[a-zA-Z][^<>]{0,300}>|&(?:[a-zA-Z]{2,8}|#\d{2,6});")
_WRAPPED = regex(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_TEASER = 2  # how many times as long as its body in JSON-LD an article on the page shows that to be a teaser


def read_html(html: str | bytes, url: str | None = None) -> Pair:
    """The article of an HTML page: its text, and title, date, authors and site (needs the extra ``html``).

    Bytes are decoded as the page declares, else by what they look like. Where the page carries its article as
    schema.org JSON-LD, that says title, date, authors and site, and its body is the text unless it is only a
    teaser; else trafilatura extracts the text. The text is empty where the page holds no article.
    :class:`ArgumentError` for bytes that are no text.

    >>> page = "<title>Trade</title><article><p>Exports to Peru rose 5 percent in May.</p></article>"
    >>> read_html(page, "https://quay.example/1")[0]
    'Exports to Peru rose 5 percent in May.'
    """
    try:
        from lxml import html as lxml_html
        from trafilatura import bare_extraction
    except ImportError as error:
        raise MissingExtraError("html", "reading HTML") from error
    try:
        text = html if isinstance(html, str) else decode_page(html)
    except ValueError as error:
        raise ArgumentError("html", html, f"this {error}") from error
    clean = text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")
    if not clean.strip():
        return "", metadata(url=url)
    try:
        tree = lxml_html.document_fromstring(_undeclared(clean))
    except (ValueError, lxml_html.etree.ParserError):
        return "", metadata(url=url)
    news = _news_of(tree.xpath('//script[@type="application/ld+json"]/text()'))
    body, told = read_jsonld(news, url) if news is not None else ("", metadata(url=url))
    page = bare_extraction(tree, url=url, with_metadata=True, include_comments=False)
    if page is None:
        return body, told
    seen = metadata(published=page.date, source=page.sitename or page.hostname, title=page.title,
                    url=url or page.url, byline=(page.author or "").split("; "))  # fmt: skip
    found = page.text or ""
    return (body if body and len(found) <= len(body) * _TEASER else found or body), {**seen, **told}


def _undeclared(text: str) -> str:
    """``text`` without an XML declaration, which lxml refuses in what is decoded already."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1)


def _news_of(scripts: list[str]) -> Mapping[str, Any] | None:
    """The first news article in the JSON-LD of a page, one with a body before one without."""
    found: list[Mapping[str, Any]] = []
    for script in scripts:
        try:
            found += _news(json.loads(_WRAPPED.sub("", script), strict=False))
        except (ValueError, RecursionError):
            continue
    return next((news for news in found if _body(news)), found[0] if found else None)


def read_jsonld(news: Mapping[str, Any], url: str | None = None) -> Pair:
    """A schema.org ``NewsArticle`` (or another article of its vocabulary): body, and what is known of it.

    >>> news = {"articleBody": "Exports rose.", "datePublished": "2017-09-07T10:00:00Z"}
    >>> read_jsonld({**news, "author": {"name": "Jo Li"}})
    ('Exports rose.', {'published': '2017-09-07', 'byline': ('Jo Li',)})
    """
    publisher = news.get("publisher") or news.get("provider")
    return _body(news), metadata(
        published=news.get("datePublished") or news.get("dateCreated"),
        source=publisher.get("name") if isinstance(publisher, Mapping) else publisher,
        title=news.get("headline") or news.get("name"),
        url=url or news.get("url"),
        language=news.get("inLanguage"),
        byline=news.get("author") or news.get("creator"),
    )


def _body(news: Mapping[str, Any]) -> str:
    body = news.get("articleBody")
    if not isinstance(body, str):
        return ""
    return plain(body) if _TAG.search(body) else body


def _news(data: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Every news article in a JSON-LD document, however it is wrapped."""
    if depth > _MOST_DEPTH:
        return
    if isinstance(data, list):
        for part in data:
            yield from _news(part, depth + 1)
    elif isinstance(data, Mapping):
        kinds = data.get("@type")
        if _TYPES & {
            kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
        }:
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _news(data.get(key), depth + 1)
