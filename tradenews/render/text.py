"""Articles as text for people."""

from __future__ import annotations

import unicodedata

from tradenews.models.amount import Amount
from tradenews.models.article import Article
from tradenews.models.figure import TradeFigure

_COLUMNS = ("id", "kind", "form", "amount", "who", "towards", "product", "period", "words")
_WIDTHS = (4, 11, 6, 24, 14, 14, 18, 17, 34)


def render_table(article: Article) -> str:
    """The article as a few lines and a table of its figures, at most 160 columns wide.

    >>> from tradenews import parse
    >>> print(render_table(parse("Exports rose 12.2 percent.", language="en")).splitlines()[0])
    en | no title | no date | no source
    """
    published = article.published.edtf if article.published else "no date"
    lines = [
        f"{article.language} | {article.title or 'no title'} | {published} | {article.source or 'no source'}"
    ]
    if article.actors:
        lines.append("actors: " + ", ".join(f"{a.name} ({a.kind})" for a in article.actors))
    for deal in article.deals:
        parties = ", ".join(p.actor for p in deal.parties)
        threat = ", threatened" if deal.threatened else ""
        lines.append(f"deal: {deal.name or deal.kind} | {deal.status}{threat} | {parties}")
    if article.figures:
        lines.append(_row(_COLUMNS))
        lines += [_row(_cells(article, figure)) for figure in article.figures]
    return "\n".join(lines)


def amount_words(amount: Amount) -> str:
    """An amount in a cell: bound, value or both ends, unit, per what.

    >>> from tradenews import normalize_amount
    >>> amount_words(normalize_amount("more than $1.2 billion a year"))
    'over 1,200,000,000 USD/year'
    """
    low, high = f"{amount.low:,f}", f"{amount.high:,f}"
    value = low if amount.low == amount.high else f"{low}..{high}"
    bound = "" if amount.bound in ("exact", "range") else f"{amount.bound} ".replace("_", " ")
    return f"{bound}{value} {amount.unit}" + (f"/{amount.per}" if amount.per else "")


def _cells(article: Article, figure: TradeFigure) -> tuple[str, ...]:
    return (
        figure.id,
        figure.kind,
        figure.form,
        amount_words(figure.amount),
        figure.reporter or "",
        figure.partner or "",
        figure.product.name if figure.product else figure.counted or "",
        figure.period.edtf if figure.period else "",
        article.text[figure.span.start : figure.span.end],
    )


def _row(cells: tuple[str, ...]) -> str:
    return "  ".join(_fit(cell, width) for cell, width in zip(cells, _WIDTHS, strict=True)).rstrip()


def _fit(cell: str, width: int) -> str:
    """``cell`` cut or filled to ``width`` columns; wide characters take two."""
    cell, columns, kept = " ".join(cell.split()), 0, ""
    for char in cell:
        size = 0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if columns + size > width:
            break
        kept, columns = kept + char, columns + size
    return kept + " " * (width - columns)
