"""How a project that uses tradenews tests itself."""

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from partner_watch import open_deals, shifts

from tradenews import Article
from tradenews.testing import a_deal, a_figure, an_article, load_case
from tradenews.testing.strategies import articles


def test_large_shifts_come_first() -> None:
    growth = {"form": "growth", "unit": "percent", "reporter": "CL"}
    article = an_article(
        figures=[
            a_figure("exports", value=6, partner="CN", **growth),
            a_figure("imports", value=-40, partner="US", **growth),
            a_figure("exports", value=2, partner="PE", **growth),
            a_figure("exports", value=90, partner="JP", modality="forecast", **growth),
            a_figure("exports", value=90, partner=None, **growth),
        ]
    )
    assert [(s.partner, s.percent) for s in shifts([article], "CL")] == [
        ("US", Decimal(-40)),
        ("CN", Decimal(6)),
    ]


def test_deals_that_are_over_are_left_out() -> None:
    article = an_article(
        deals=[a_deal(status="negotiating"), a_deal(status="failed"), a_deal(parties=["US", "JP"])]
    )
    assert [deal.status for deal in open_deals([article], "MX")] == ["negotiating"]


def test_on_a_news_text(tradenews_parser) -> None:
    article = tradenews_parser.parse(load_case("en-exports").text)
    (shift,) = shifts([article], "CL")
    assert (shift.flow, shift.partner, shift.words) == ("exports", "CN", "8.5 percent")


def test_on_every_language(tradenews_case) -> None:
    """Runs once for every text that tradenews comes with."""
    for figure in tradenews_case.figures:
        for shift in shifts([tradenews_case], figure.reporter, Decimal(0)):
            assert shift.words in tradenews_case.text


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.lists(articles(), max_size=2), st.decimals(0, 100))
def test_no_article_makes_it_fail(found: list[Article], least: Decimal) -> None:
    rates = [abs(shift.percent) for shift in shifts(found, "MX", least)]
    assert rates == sorted(rates, reverse=True)
    assert all(rate >= least for rate in rates)
