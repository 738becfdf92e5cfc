"""What people have on their disks, as (text, metadata) pairs that ``parse_many`` takes.

Every reader gives pairs of a text and a dict with some of ``published``, ``source``, ``title``, ``url``,
``language`` and ``byline``: the keyword arguments of ``parse``.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tradenews.errors import MissingExtraError, SerializationError
from tradenews.io.pages import read_html, read_jsonld
from tradenews.io.pairs import KEYS, Pair, metadata, plain

__all__ = ["read_feed", "read_html", "read_json_lines", "read_jsonld", "read_ninjs", "read_record"]

_UTF8 = {"content-type": "application/xml; charset=utf-8"}


def read_ninjs(item: Mapping[str, Any]) -> Pair:
    """An IPTC ninjs item, version 1, 2 or 3: its body as text, headline, date, authors, language and source.

    >>> item = {"body_text": "Exports rose.", "headline": "Trade", "versioncreated": "2017-09-07T10:00:00Z"}
    >>> read_ninjs(item)
    ('Exports rose.', {'published': '2017-09-07', 'title': 'Trade'})
    """
    bodies = [b for b in _listed(item.get("bodies")) if isinstance(b.get("value"), str)]
    bodies.sort(key=lambda b: (b.get("role") not in (None, "main"), "html" in str(b.get("contentType", ""))))
    text: object = bodies[0]["value"] if bodies else item.get("body_text")
    if bodies and "html" in str(bodies[0].get("contentType", "")):
        text = plain(bodies[0]["value"])
    if not text:
        markup = item.get("body_xhtml") or item.get("body_html")
        text = plain(markup) if isinstance(markup, str) else item.get("description_text")
    heads, origins = (
        _listed(item.get("headlines")),
        _listed(item.get("infoSources") or item.get("infosource")),
    )
    created = [item.get(key) for key in ("firstCreated", "firstcreated", "versionCreated", "versioncreated")]
    return str(text or ""), metadata(
        published=next((when for when in created if when), None),
        source=origins[0].get("name")
        if origins
        else item.get("copyrightholder") or item.get("copyrightHolder"),
        title=heads[0].get("value") if heads else item.get("headline"),
        url=item.get("uri"),
        language=item.get("language"),
        byline=item.get("by") or item.get("byline"),
    )


def _listed(value: object) -> list[Mapping[str, Any]]:
    """The objects of a list; none of what is no list."""
    return [part for part in value if isinstance(part, Mapping)] if isinstance(value, list) else []


def read_feed(data: str | bytes) -> Iterator[Pair]:
    """The entries of an RSS or Atom feed (needs the extra ``feeds``); texts without their markup.

    ``data`` is the feed itself, never an address or a path: nothing is fetched or opened.

    >>> item = "<item><title>Tea</title><description>Exports fell.</description></item>"
    >>> list(read_feed(f"<rss><channel>{item}</channel></rss>"))
    [('Exports fell.', {'title': 'Tea'})]
    """
    try:
        import feedparser
    except ImportError as error:
        raise MissingExtraError("feeds", "reading feeds") from error
    if isinstance(data, str):
        feed = feedparser.parse(io.BytesIO(data.encode("utf-8", "replace")), response_headers=_UTF8)
    else:
        feed = feedparser.parse(io.BytesIO(data))
    site = feed.feed.get("title")
    for entry in feed.entries:
        parts = [content.get("value") for content in entry.get("content", ())] or [entry.get("summary")]
        moment = entry.get("published_parsed") or entry.get("updated_parsed")
        day = f"{moment.tm_year:04d}-{moment.tm_mon:02d}-{moment.tm_mday:02d}" if moment else None
        yield plain(max((part or "" for part in parts), key=len)), metadata(
            published=day, source=site, title=plain(entry.get("title") or ""), url=entry.get("link"),
            language=feed.feed.get("language"), byline=entry.get("author"),
        )  # fmt: skip


def read_json_lines(
    lines: Iterable[str | bytes], text_field: str = "text", **fields: str
) -> Iterator[tuple[Pair | Exception, dict[str, Any]]]:
    """Texts of JSON Lines, with the whole record beside each: ``(pair, record)``.

    ``text_field`` and ``fields`` are as in :func:`read_record`. A line that is no object with a text comes as
    an exception in place of the pair, and an empty record.

    >>> list(read_json_lines(['{"body": "Exports rose.", "n": 1}'], "body"))
    [(('Exports rose.', {}), {'body': 'Exports rose.', 'n': 1})]
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            yield read_record(record, text_field, **fields), record
        except SerializationError as error:
            yield SerializationError([f"{problem} @ line {number}" for problem in error.problems]), {}
        except (ValueError, RecursionError) as error:
            yield SerializationError([f"no JSON: {error} @ line {number}"]), {}


def read_record(record: object, text_field: str = "text", **fields: str) -> Pair:
    """The text of a JSON object under ``text_field``, and what is known of it.

    ``fields`` says under which names the record has ``published``, ``source``, ``title``, ``url``,
    ``language``, ``byline`` (default: those). A name with dots leads into objects: ``article.body``.
    :class:`SerializationError` for what has no text there.

    >>> read_record({"doc": {"body": "Exports rose."}, "day": "2017-09-07"}, "doc.body", published="day")
    ('Exports rose.', {'published': '2017-09-07'})
    """
    text = _at(record, text_field)
    if not isinstance(text, str):
        raise SerializationError([f"no text under {text_field!r}"])
    return text, metadata(**{key: _at(record, fields.get(key, key)) for key in KEYS})


def _at(record: object, name: str) -> object:
    """What stands under a name, or under a path of names with dots between them."""
    if isinstance(record, Mapping) and name in record:
        return record[name]
    first, dot, rest = name.partition(".")
    inner = record.get(first) if isinstance(record, Mapping) and dot else None
    return _at(inner, rest) if isinstance(inner, Mapping) else None
