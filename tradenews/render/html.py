"""Articles as HTML: the text with its records highlighted, and tables of them."""

from __future__ import annotations

from tradenews.models.article import Article
from tradenews.render.page import STYLE, page, row, safe, table
from tradenews.render.segments import Segment, markings_of, segments
from tradenews.render.text import amount_words

_LEGEND = ("figure", "deal", "country", "company", "person", "assumption", "chrome")


def render_html(article: Article, *, whole_page: bool = False) -> str:
    """The article as self-contained HTML, escaped, without scripts: a fragment, or a ``whole_page``.

    Hovering over a marked stretch, or reaching it with the tab key, shows its record.

    >>> from tradenews import parse
    >>> html = render_html(parse("Exports rose <b>12.2 percent</b>.", language="en"))
    >>> "&lt;b&gt;" in html and "<b>" not in html
    True
    """
    title = article.title or "Article"
    facts = [article.language, article.published.edtf if article.published else None, article.source]
    body = (
        f'<article class="tn"><style>{STYLE}</style><h1>{safe(title)}</h1>'
        f'<p class="meta">{safe(" · ".join(f for f in facts if f))}</p>'
        f'<p class="legend">{"".join(f"<mark class={chr(34)}{k}{chr(34)}>{k}</mark>" for k in _LEGEND)}</p>'
        f'<div class="text" lang="{safe(article.language)}" dir="auto">{_marked(article)}</div>'
        f"{_figures(article)}{_deals(article)}{_actors(article)}</article>"
    )
    return page(title, body, article.language) if whole_page else body


def _marked(article: Article) -> str:
    return "".join(_segment(s) for s in segments(article.text, markings_of(article)))


def _segment(segment: Segment) -> str:
    inner = safe(segment.text)
    if not segment.markings:
        return inner
    classes = " ".join(dict.fromkeys(m.kind for m in segment.markings))
    note = safe("\n".join(dict.fromkeys(m.note for m in reversed(segment.markings))))
    focus = "" if classes == "chrome" else ' tabindex="0"'
    return f'<mark class="{safe(classes)}" title="{note}"{focus}>{inner}</mark>'


def _figures(article: Article) -> str:
    if not article.figures:
        return ""
    heads = ["words", "kind", "form", "amount", "reporter", "partner", "product", "period", "modality"]
    rows = []
    for f in article.figures:
        product = f.product.name if f.product else f.counted
        words = article.text[f.span.start : f.span.end]
        period = f.period.edtf if f.period else None
        amount, when = _unbroken(amount_words(f.amount)), _unbroken(period)
        facts = [f.reporter, f.partner, product]
        rows.append(
            row([safe(words), f.kind, f.form, amount, *(safe(x or "") for x in facts), when, f.modality])
        )
    return f"<h2>Figures</h2>{table(heads, rows)}"


def _unbroken(words: str | None) -> str:
    return f'<span class="code">{safe(words)}</span>' if words else ""


def _deals(article: Article) -> str:
    if not article.deals:
        return ""
    rows = []
    for d in article.deals:
        words = " … ".join(article.text[s.start : s.end] for s in d.evidence[:2])
        parties = ", ".join(f"{p.actor} ({p.role})" if p.role != "party" else p.actor for p in d.parties)
        status = f"{d.status}, threatened" if d.threatened else d.status
        cells = [d.name or "", d.kind, status, parties, d.date.edtf if d.date else "", words]
        rows.append(row([safe(c) for c in cells]))
    return f"<h2>Deals</h2>{table(['name', 'kind', 'status', 'parties', 'date', 'words'], rows)}"


def _actors(article: Article) -> str:
    if not article.actors:
        return ""
    rows = [
        row([safe(a.name), a.kind, safe(a.country or ""), safe(a.role or ""), str(len(a.mentions))])
        for a in article.actors
    ]
    return f"<h2>Actors</h2>{table(['name', 'kind', 'country', 'role', 'mentions'], rows)}"
