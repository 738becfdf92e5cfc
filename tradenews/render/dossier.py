"""Dossiers as text and as one self-contained HTML page: conflicts on top."""

from __future__ import annotations

from collections.abc import Iterable

from tradenews.errors import ArgumentError
from tradenews.models.article import Article
from tradenews.models.dossier import Claim, DealAccount, Dossier, Statement
from tradenews.models.span import Span
from tradenews.render.page import STYLE, page, row, safe, table


def render_dossier(dossier: Dossier, articles: Iterable[Article], *, format: str = "text") -> str:
    """The dossier for people: ``format`` is ``text`` or ``html`` (one page, escaped, without scripts).

    ``articles`` are those that it was made from: the words of its sources stand in them.
    :class:`ArgumentError` for another format, or where an article is missing.

    >>> from tradenews import parse
    >>> from tradenews import reconcile
    >>> articles = [parse("Mexico exported 5 tonnes of wheat to Chile in 2016.", "en")]
    >>> print(render_dossier(reconcile(articles), articles))
    1 articles, 0 deals, 0 claims by more than one article, 0 in conflict
    """
    texts = {article.id: article for article in articles}
    missing = [id for id in dossier.articles if id not in texts]
    if missing:
        raise ArgumentError("articles", missing, "pass the articles that the dossier was made from")
    if format == "text":
        return _text(dossier, texts)
    if format == "html":
        return _html(dossier, texts)
    raise ArgumentError("format", format, "pass 'text' or 'html'")


def subject_of(claim: Claim, dossier: Dossier) -> str:
    """What a claim is about, in a few words: "exports level, MX to CN, avocados, 2016"."""
    who = f"{claim.reporter} to {claim.partner}" if claim.partner else claim.reporter
    deal = next((d.name or d.kind for d in dossier.deals if d.id == claim.deal), None)
    parts = [
        f"{claim.kind} {claim.form}",
        who or (f"under {deal}" if deal else None),
        claim.product.name if claim.product else None,
        claim.period.edtf if claim.period else None,
    ]
    return ", ".join(part for part in parts if part)


def _label(article: Article) -> str:
    date = article.published.edtf if article.published else None
    return ", ".join(part for part in (article.source or article.title or article.id, date) if part)


def _words(article: Article, span: Span) -> str:
    return " ".join(article.text[span.start : span.end].split())


def _sentence(article: Article, statement: Statement) -> Span:
    return next((f.sentence for f in article.figures if f.id == statement.figure), statement.span)


def _text(dossier: Dossier, texts: dict[str, Article]) -> str:
    counts = (len(dossier.articles), len(dossier.deals), len(dossier.claims), len(dossier.conflicts))
    lines = ["{} articles, {} deals, {} claims by more than one article, {} in conflict".format(*counts)]
    for claim in dossier.claims:
        verdict = claim.verdict.upper() if claim.verdict == "conflicts" else claim.verdict
        diagnosis = f" ({claim.diagnosis})" if claim.diagnosis else ""
        lines.append(f"\n{verdict}{diagnosis}: {subject_of(claim, dossier)}")
        lines.append(f"  {claim.reason}; independent sources: {claim.witnesses}")
        for s in claim.statements:
            mark = "  <- implausible" if s == claim.implausible else ""
            lines.append(f"  - {_words(texts[s.article], s.span)} | {_label(texts[s.article])}{mark}")
    for deal in dossier.deals:
        lines.append(f"\nDEAL {_deal_line(deal)}")
        for event in deal.timeline:
            date = event.date.edtf if event.date else "undated"
            words = _words(texts[event.article], event.span)
            lines.append(f"  - {date}: {event.status} | {_label(texts[event.article])} | {words[:100]}")
    return "\n".join(lines)


def _deal_line(deal: DealAccount) -> str:
    parties = ", ".join(party.actor for party in deal.parties)
    threat = ", threatened" if deal.threatened else ""
    return f"{deal.name or deal.kind} | {deal.status}{threat} | {parties}"


def _html(dossier: Dossier, texts: dict[str, Article]) -> str:
    body = (
        f'<article class="tn"><style>{STYLE}</style><h1>Dossier</h1>'
        f'<p class="meta">{len(dossier.articles)} articles · {len(dossier.deals)} deals · '
        f"{len(dossier.conflicts)} conflicts</p>{_claims(dossier, texts)}{_timelines(dossier, texts)}"
        f"{_sources(dossier, texts)}</article>"
    )
    return page("Dossier", body)


def _claims(dossier: Dossier, texts: dict[str, Article]) -> str:
    if not dossier.claims:
        return "<h2>Claims</h2><p>No figure is given by more than one source.</p>"
    rows = []
    for claim in dossier.claims:
        said = "".join(_statement(texts[s.article], s, s == claim.implausible) for s in claim.statements)
        verdict = f'<span class="{claim.verdict}">{claim.verdict}</span>'
        why = f"{claim.diagnosis}: {claim.reason}" if claim.diagnosis else claim.reason
        rows.append(row([verdict, safe(subject_of(claim, dossier)), said, safe(why), str(claim.witnesses)]))
    heads = ["verdict", "about", "sources", "reason", "independent sources"]
    return f"<h2>Claims</h2>{table(heads, rows)}"


def _statement(article: Article, statement: Statement, wrong: bool) -> str:
    sentence, span = _sentence(article, statement), statement.span
    before, after = article.text[sentence.start : span.start], article.text[span.end : sentence.end]
    mark = f'<mark class="figure">{safe(article.text[span.start : span.end])}</mark>'
    judged = ' <strong class="conflicts">implausible</strong>' if wrong else ""
    source = f"<small>{safe(_label(article))}</small>"
    return f"<blockquote>{safe(before)}{mark}{safe(after)}<br>{source}{judged}</blockquote>"


def _timelines(dossier: Dossier, texts: dict[str, Article]) -> str:
    parts = []
    for deal in dossier.deals:
        rows = [
            row([
                safe(event.date.edtf if event.date else ""), event.status, safe(_label(texts[event.article])),
                safe(_words(texts[event.article], event.span)),
            ])
            for event in deal.timeline
        ]  # fmt: skip
        parts.append(f"<h2>{safe(_deal_line(deal))}</h2>{table(['date', 'status', 'source', 'words'], rows)}")
    return "".join(parts)


def _sources(dossier: Dossier, texts: dict[str, Article]) -> str:
    printed = {id: group[0] for group in dossier.reprints for id in group[1:]}
    rows = [
        row(
            [
                safe(_label(texts[id])),
                texts[id].language,
                safe(_label(texts[printed[id]]) if id in printed else ""),
            ]
        )
        for id in dossier.articles
    ]
    return f"<h2>Sources</h2>{table(['article', 'language', 'reprint of'], rows)}"
