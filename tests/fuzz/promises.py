"""What the library promises of any article: the property tests and the fuzzers hold it to this."""

import re

from tradenews import Article
from tradenews.scan.clean import clean


def check(article: Article, text: str) -> None:
    assert article.text == text
    size = len(text)
    spans = [f.span for f in article.figures] + [f.sentence for f in article.figures]
    spans += [s for a in article.actors for s in a.mentions] + [s for d in article.deals for s in d.evidence]
    spans += [a.span for a in article.assumptions] + [b.span for b in article.blocks]
    assert all(0 <= s.start < s.end <= size for s in spans)
    for figure in article.figures:
        words = text[figure.span.start : figure.span.end]
        assert words == words.strip()
        assert re.search(r"\w", words)
        assert figure.span in figure.sentence
        assert figure.amount.low <= figure.amount.high
        assert 0 <= figure.confidence <= 1
    check_blocks(article, text)
    check_ids(article)


def check_blocks(article: Article, text: str) -> None:
    """Every line once, in order, but those of nothing that a reader sees."""
    ends = 0
    for block in article.blocks:
        assert block.span.start >= ends
        ends = block.span.end
    lines = [line.strip() for line in clean(text).text.split("\n") if line.strip()]
    parts = [clean(text[b.span.start : b.span.end]).text for b in article.blocks]
    found = [line.strip() for part in parts for line in part.split("\n")]
    assert [line for line in found if line] == lines


def check_ids(article: Article) -> None:
    """Ids are unique, and every reference leads somewhere."""
    actors = {a.id for a in article.actors}
    assert len(actors) == len(article.actors)
    figures = {f.id for f in article.figures}
    assert len(figures) == len(article.figures)
    for figure in article.figures:
        assert {figure.reporter, figure.partner} - {None} <= actors
        assert figure.baseline is None or figure.baseline in figures
    for deal in article.deals:
        assert {party.actor for party in deal.parties} <= actors
        assert set(deal.values) <= figures
    assert {a.affiliation for a in article.actors} - {None} <= actors
