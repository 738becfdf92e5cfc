"""Articles as HTML: the text with its records highlighted, and tables of them."""

from __future__ import annotations

from tradenews.models.article import Article
from tradenews.render.page import STYLE, page, row, safe, table
from tradenews.render.segments import Segment, markings_of, segments
from tradenews.render.text import amount_words

_LEGEND = ("figure", "deal", "country", "company", "person", "assumption", "chrome")


def render_html(article: Article, *, whole_page: bool = False) -> str:
    """The article as self-contained HTML, escaped, without scripts: a fragment, or a ``whole_page``.

    Hovering over a marked stretch, or reaching it with the tab key, shows its record; the tables lead to the
    words. It is light or dark as the reader's system or notebook is.

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
        f'<p class="legend">{" ".join(f"<mark class={chr(34)}{k}{chr(34)}>{k}</mark>" for k in _LEGEND)}</p>'
        f'<div class="text" lang="{safe(article.language)}" dir="auto">{_marked(article)}</div>'
        f"{_figures(article)}{_deals(article)}{_actors(article)}</article>"
    )
    return page(title, body, article.language) if whole_page else body


def _marked(article: Article) -> str:
    wanted = {figure.id for figure in article.figures} | {deal.id for deal in article.deals}
    parts = []
    for segment in segments(article.text, markings_of(article)):
        anchors = [m.id for m in segment.opened if m.kind in ("figure", "deal") and m.id in wanted]
        wanted.difference_update(anchors)
        parts.append(_segment(segment, [_anchor(article, id) for id in dict.fromkeys(anchors)]))
    return "".join(parts)


def _segment(segment: Segment, anchors: list[str]) -> str:
    """A stretch with what is known of it; a stop of the tab key where a record begins."""
    inner = safe(segment.text)
    if not segment.markings:
        return inner
    classes = " ".join(dict.fromkeys(m.kind for m in segment.markings))
    note = safe("\n".join(dict.fromkeys(m.note for m in reversed(segment.markings))))
    focus = ' tabindex="0"' if any(m.kind != "chrome" for m in segment.opened) else ""
    before = "".join(f'<span id="{id}"></span>' for id in anchors[1:])
    id = f' id="{anchors[0]}"' if anchors else ""
    return f'{before}<mark{id} class="{safe(classes)}" aria-description="{note}"{focus}>{inner}</mark>'


def _anchor(article: Article, id: str) -> str:
    """The name of a record's place in the page: several articles may stand on one."""
    return safe(f"tn-{article.id[:8]}-{id}")


def _link(article: Article, id: str, words: str) -> str:
    return f'<a href="#{_anchor(article, id)}">{safe(words)}</a>'


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
            row(
                [
                    _link(article, f.id, words),
                    f.kind,
                    f.form,
                    amount,
                    *(safe(x or "") for x in facts),
                    when,
                    f.modality,
                ]
            )
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
        cells = [d.name or "", d.kind, status, parties, d.date.edtf if d.date else ""]
        rows.append(row([*(safe(c) for c in cells), _link(article, d.id, words) if words else ""]))
    return f"<h2>Deals</h2>{table(['name', 'kind', 'status', 'parties', 'date', 'words'], rows)}"


def _actors(article: Article) -> str:
    if not article.actors:
        return ""
    rows = [
        row([safe(a.name), a.kind, safe(a.country or ""), safe(a.role or ""), str(len(a.mentions))])
        for a in article.actors
    ]
    return f"<h2>Actors</h2>{table(['name', 'kind', 'country', 'role', 'mentions'], rows)}"
