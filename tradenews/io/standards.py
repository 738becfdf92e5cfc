"""Articles in the formats of others: schema.org JSON-LD, IPTC ninjs, W3C Web Annotation, displaCy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tradenews.models.article import Article
from tradenews.models.span import Span
from tradenews.normalize.units import rec20_code

_CONTEXT = 30  # characters of prefix and suffix of a text quote
_SCHEMA_TYPES = {"person": "Person", "country": "Country", "bloc": "Organization", "company": "Corporation",
                 "government": "GovernmentOrganization", "organization": "Organization"}  # fmt: skip


def to_selector(article: Article, span: Span) -> list[dict[str, Any]]:
    """A span as W3C Web Annotation selectors: a TextPositionSelector and a TextQuoteSelector.

    >>> from tradenews import parse
    >>> to_selector(parse("Exports rose."), Span(0, 7))[0]
    {'type': 'TextPositionSelector', 'start': 0, 'end': 7}
    """
    text = article.text
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": text[span.start : span.end],
            "prefix": text[max(span.start - _CONTEXT, 0) : span.start],
            "suffix": text[span.end : span.end + _CONTEXT],
        },
    ]


def to_annotations(article: Article) -> Iterator[dict[str, Any]]:
    """Every figure, deal and actor as a W3C Web Annotation of the text.

    >>> from tradenews import parse
    >>> first = next(to_annotations(parse("Exports rose 12.2 percent.", language="en")))
    >>> first["body"]["value"], first["target"]["selector"][1]["exact"]
    ('figure:f1', '12.2 percent')
    """
    target = article.url or f"urn:tradenews:{article.id}"
    records: list[tuple[str, str, Span]] = [("figure", f.id, f.span) for f in article.figures]
    records += [("deal", d.id, s) for d in article.deals for s in d.evidence]
    records += [("actor", a.id, s) for a in article.actors for s in a.mentions]
    for kind, id, span in records:
        yield {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "Annotation",
            "motivation": "tagging",
            "body": {"type": "TextualBody", "value": f"{kind}:{id}", "purpose": "tagging"},
            "target": {"source": target, "selector": to_selector(article, span)},
        }


def to_jsonld(article: Article) -> dict[str, Any]:
    """The article as a schema.org ``NewsArticle``, each figure as a ``QuantitativeValue``.

    >>> from tradenews import parse
    >>> to_jsonld(parse("Exports rose 12.2 percent.", language="en"))["mentions"][0]["unitCode"]
    'P1'
    """
    actors = [
        {"@type": _SCHEMA_TYPES[a.kind], "name": a.name, **({"jobTitle": a.role} if a.role else {})}
        for a in article.actors
    ]
    figures = []
    for f in article.figures:
        code = rec20_code(f.amount.unit)
        figures.append({
            "@type": "QuantitativeValue", "name": f"{f.kind} {f.form}", "minValue": str(f.amount.low),
            "maxValue": str(f.amount.high), **({"unitCode": code} if code else {"unitText": f.amount.unit}),
        })  # fmt: skip
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": article.title,
            "datePublished": article.published.edtf if article.published else None,
            "dateline": article.text[article.dateline.span.start : article.dateline.span.end]
            if article.dateline
            else None,
            "author": [{"@type": "Person", "name": name} for name in article.byline],
            "publisher": {"@type": "Organization", "name": article.source} if article.source else None,
            "url": article.url,
            "inLanguage": article.language,
            "articleBody": article.body,
            "about": actors,
            "mentions": figures,
        }
    )


def to_ninjs(article: Article) -> dict[str, Any]:
    """The article as an IPTC ninjs 2 item.

    >>> from tradenews import parse
    >>> to_ninjs(parse("Mexican exports rose 12.2 percent.", language="en"))["places"]
    [{'name': 'Mexico', 'literal': 'MX'}]
    """
    people = [{"name": a.name, "rel": a.role or "mentioned"} for a in article.actors if a.kind == "person"]
    bodies = [{"role": "main", "contentType": "text/plain", "value": article.body}]
    groups = ("company", "organization", "government", "bloc")
    return _filled(
        {
            "uri": article.url or f"urn:tradenews:{article.id}",
            "type": "text",
            "language": article.language,
            "firstCreated": article.published.edtf if article.published else None,
            "headlines": [{"role": "main", "value": article.title}] if article.title else [],
            "bodies": bodies,
            "people": people,
            "organisations": [{"name": a.name} for a in article.actors if a.kind in groups],
            "places": [{"name": a.name, "literal": a.id} for a in article.actors if a.kind == "country"],
            "infoSources": [{"name": article.source}] if article.source else [],
            "located": article.dateline.place if article.dateline else None,
            "by": ", ".join(article.byline),
        }
    )


def to_displacy(article: Article) -> dict[str, Any]:
    """The article for displaCy's manual mode; overlapping spans: the longest one first seen stays.

    >>> from tradenews import parse
    >>> to_displacy(parse("Exports rose 12.2 percent.", language="en"))["ents"]
    [{'start': 13, 'end': 25, 'label': 'FIGURE'}]
    """
    found = [(f.span, "FIGURE") for f in article.figures]
    found += [(s, a.kind.upper()) for a in article.actors for s in a.mentions]
    ends, entities = 0, []
    for span, label in sorted(found, key=lambda row: (row[0].start, -row[0].end)):
        if span.start >= ends:
            entities.append({"start": span.start, "end": span.end, "label": label})
            ends = span.end
    return {"text": article.text, "ents": entities, "title": article.title}


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that have a value."""
    return {key: value for key, value in fields.items() if value not in (None, [], "")}
