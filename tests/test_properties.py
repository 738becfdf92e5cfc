"""What must hold for every text, however odd."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tradenews
from tradenews import Article, samples
from tradenews.scan.clean import clean

LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pt", "zh")
PIECES = [
    "$", "US$", "1.2", "billion", "1,234", "%", "percent", "Mexico", "China’s", "exports", "rose",
    "to", "from", "in", "2016", "Sept. 7", "–", "-", "(", ")", ".", ",", "\n", "\n\n", "\t",
    "\u00a0", "Mrd.", "Euro", "Ausfuhren", "stiegen", "um", "auf", "signed", "a",
    "free trade agreement", "with", "President", "Jack Ma", "Alibaba", "Inc.", "亿元", "出口", "增长",
    "中国", "mil millones", "\ud800", "\x00", "\u202e", "é", "🚢", "between", "and", "10-20",
    "more than", "tonnes", "a year", "Source:", "Read more", "©", "•", "respectively", "it",
    "the country",
]  # fmt: skip
news = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
anything = st.text(alphabet=st.characters(), max_size=300)
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


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


@SLOW
@given(anything)
def test_any_text(text: str) -> None:
    check(tradenews.parse(text), text)


@SLOW
@given(news, st.sampled_from(LANGUAGES))
def test_words_of_trade_news_in_any_order(text: str, language: str) -> None:
    check(tradenews.parse(text, language=language), text)


@pytest.mark.parametrize("name", samples.names())
def test_samples(name: str) -> None:
    text = samples.load(name)
    article = tradenews.parse(text)
    check(article, text)
    assert article == tradenews.parse(text), "not deterministic"


@pytest.mark.parametrize("name", samples.names())
def test_windows_line_ends_change_nothing(name: str) -> None:
    text = samples.load(name)
    plain, windows = tradenews.parse(text), tradenews.parse(text.replace("\n", "\r\n"))
    assert [f.amount for f in plain.figures] == [f.amount for f in windows.figures]
    assert [a.id for a in plain.actors] == [a.id for a in windows.actors]
    assert plain.chrome == windows.chrome
