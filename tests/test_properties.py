"""What must hold for every text, however odd."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from promises import check

import tradenews
from tradenews import samples

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
