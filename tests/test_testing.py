"""What other people's tests use: builders, comparison, cases, strategies, the pytest plugin."""

import subprocess
import sys
import textwrap
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import hypothesis
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from promises import check

import tradenews
from tradenews import ArgumentError, Article, Party, Span, testing
from tradenews.testing import (
    a_deal,
    a_figure,
    a_period,
    an_actor,
    an_amount,
    an_article,
    article_differences,
    assert_articles_equal,
    case_names,
    load_case,
    load_cases,
    span_of,
)
from tradenews.testing.hypothesis_entry import register
from tradenews.testing.strategies import model_strategies, news_texts

FEW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
ROOT = Path(__file__).parent.parent


def test_names_are_listed_and_lazy() -> None:
    assert sorted(testing.__all__) == list(testing.__all__)
    assert set(testing.__all__) <= set(dir(testing))
    with pytest.raises(AttributeError):
        _ = testing.nonsense  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", case_names())
def test_every_case_is_read_as_it_says(name: str) -> None:
    case = load_case(name)
    assert_articles_equal(tradenews.parse(case.text), case, ignore={"confidence"})
    check(case, case.text)


def test_cases_are_in_all_languages() -> None:
    assert {case.language for case in load_cases()} == {"de", "en", "es", "fr", "it", "nl", "pt", "zh"}
    assert all(case.figures for case in load_cases())
    assert load_cases("xx") == ()
    with pytest.raises(ArgumentError, match="de-exports"):
        load_case("nonsense")


def test_builders_fill_in_what_does_not_matter() -> None:
    figure = a_figure("imports", value="1.5e9", unit="EUR", bound="about", per="year", product="wheat")
    assert figure.amount == an_amount("1.5e9", "EUR", bound="about", per="year")
    assert (figure.kind, figure.product) == ("imports", tradenews.Product("wheat"))
    assert a_figure(amount=an_amount(3, "percent"), form="growth").amount.value == 3
    assert an_amount(3, high=5) == tradenews.Amount(Decimal(3), Decimal(5), "USD", "range")
    deal = a_deal("contract", "agreed", [Party("acme", "seller"), "CN"], date="2017-09", products=("steel",))
    assert (deal.date, deal.events[0].status) == (a_period("2017-09"), "agreed")
    assert (an_actor("EU").kind, an_actor("CN").country, an_actor(name="Jo Li", kind="person").id) == (
        "bloc",
        "CN",
        "jo-li",
    )
    assert span_of("ab ab", "ab", 2) == Span(3, 5)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: a_figure(kin="exports"), "a_figure knows amount, attribution"),
        (lambda: a_figure(amount=an_amount(), value=3), "by its parts: value"),
        (lambda: a_figure(value=1.5), "Decimal or a str"),
        (lambda: a_figure(value="many"), "Decimal or a str"),
        (lambda: a_figure(period="soon"), "2017-09"),
        (lambda: a_deal(state="signed"), "a_deal knows"),
        (lambda: an_actor(nam="x"), "an_actor knows"),
        (lambda: an_article(langauge="en"), "known: "),
        (lambda: span_of("ab", "c"), "do not stand"),
        (lambda: assert_articles_equal("a", an_article()), "pass an Article"),
    ],
)
def test_builders_refuse_what_cannot_be_meant(call: Any, says: str) -> None:
    with pytest.raises(ArgumentError, match=says):
        call()


def test_a_built_article_holds_together() -> None:
    article = an_article(
        figures=[a_figure(reporter="MX", partner="acme-widgets"), a_figure(value=3, high=4, period="2016")],
        deals=[a_deal(), a_deal("merger_acquisition", "failed", ["acme-widgets", "US"], date="2019")],
        actors=[an_actor(name="Jo Li", kind="person", affiliation="acme-widgets")],
        published="2020-05",
    )
    check(article, article.text)
    assert tradenews.from_json(tradenews.to_json(article)) == article
    assert [d.id for d in article.deals] == ["d1", "d2"]
    assert {a.id for a in article.actors} == {"MX", "CN", "US", "acme-widgets", "jo-li"}
    assert all(a.mentions for a in article.actors)


def test_a_text_of_ones_own_is_kept() -> None:
    text = "Exports rose 5 percent."
    figure = a_figure(value=5, unit="percent", span=span_of(text, "5 percent"), sentence=Span(0, len(text)))
    article = an_article(text, figures=[figure])
    assert (article.text, article.figures, article.body) == (text, (figure,), text)
    assert article.id == tradenews.parse(text).id


def test_differences_are_told_by_field_and_words() -> None:
    one = tradenews.parse(load_case("en-exports").text)
    first, second, _ = one.figures
    other = attrs.evolve(
        one,
        source="Quay News",
        figures=(attrs.evolve(first, partner="US"), second),
        actors=one.actors[::-1],
        byline=("Jo Li",),
    )
    assert article_differences(one, one) == ()
    assert article_differences(one, other, ignore={"source", "byline", "actors", "figures"}) == ()
    assert article_differences(one, other) == (
        "article: byline lacks 'Jo Li'",
        "article: source is 'Harbour Wire', expected 'Quay News'",
        "actors: stand in another order",
        "figure f1 '8.5 percent': partner is 'CN', expected 'US'",
        "figure f3 '3 percent': unexpected",
    )
    with pytest.raises(AssertionError, match=r"differ in 5 places:\n  article: byline lacks"):
        assert_articles_equal(one, other)
    (line,) = article_differences(one, tradenews.parse(one.text.replace("Copper", "Cobalt")))
    assert line.startswith("text from character 2 on: 'Copper shipments")


def test_nested_differences_show_words() -> None:
    one = load_case("en-deal")
    other = attrs.evolve(one, deals=(attrs.evolve(one.deals[0], parties=(), evidence=()),), blocks=())
    lines = "\n".join(article_differences(one, other))
    assert "deal d1: parties has Party(actor='PE'), Party(actor='IN'), unexpected" in lines
    assert "deal d1: evidence has 0..78 'LIMA, May 14" in lines
    assert "article: blocks has Block(kind='paragraph', span=0.." in lines


@pytest.mark.parametrize("model", model_strategies(), ids=lambda m: m.__name__)
def test_every_model_has_a_strategy_that_survives_json(model: type) -> None:
    @FEW
    @given(st.from_type(model))
    def holds(record: Any) -> None:
        assert type(record) is model
        if model is not tradenews.Failure:
            assert tradenews.from_json(tradenews.to_json(record)) == record

    register()
    assert set(model_strategies()) == {getattr(tradenews.models, name) for name in tradenews.models.__all__}
    holds()


@FEW
@given(model_strategies()[Article]())
def test_generated_articles_hold_together(article: Article) -> None:
    check(article, article.text)
    assert len(tradenews.record_table(article)) == len(article.figures)
    tradenews.reconcile([article])
    tradenews.render_html(article)


@FEW
@given(news_texts())
def test_generated_texts_can_be_read(text: str) -> None:
    check(tradenews.parse(text), text)


def test_generated_texts_are_trade_news() -> None:
    found = hypothesis.find(news_texts("de"), lambda text: len(tradenews.find_amounts(text, "de")) > 1)
    assert found


PLUGIN = """
    import tradenews
    def test_case(tradenews_case, assert_articles_equal, tradenews_parser):
        got = tradenews_parser.parse(tradenews_case.text)
        assert_articles_equal(got, tradenews_case, ignore={"confidence"})
    def test_sample(tradenews_sample):
        assert "Alibaba" in tradenews_sample("en-alibaba")
    def test_told():
        one, other = tradenews.parse("Exports rose."), tradenews.parse("Exports fell.")
        assert one == other
    def test_untold():
        assert tradenews.Span(0, 1) == tradenews.Span(0, 2)
"""


def run_pytest(folder: Path, *options: str) -> str:
    """A session of its own in which the plugin is loaded as by its entry point."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "tradenews.testing.plugin"]
    environment = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*command, *options],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env=environment,
    )
    return done.stdout + done.stderr


def test_the_plugin(tmp_path: Path) -> None:
    (tmp_path / "test_a.py").write_text(textwrap.dedent(PLUGIN), encoding="utf-8")
    out = run_pytest(tmp_path)
    assert f"{len(case_names()) + 1} passed" in out
    assert "2 failed" in out
    assert "text from character 8 on: 'Exports rose.', expected 'Exports fell.'" in out


def test_the_plugin_imports_nothing_until_it_is_used(tmp_path: Path) -> None:
    code = """
        import sys
        def test_nothing():
            ours = ("tradenews", "hypothesis", "attr", "babel")
            loaded = {name for name in sys.modules if name.startswith(ours)}
            light = {"", ".lazy", ".testing", ".testing.plugin"}
            assert loaded == {"tradenews" + name for name in light}, loaded
    """
    (tmp_path / "test_a.py").write_text(textwrap.dedent(code), encoding="utf-8")
    assert "1 passed" in run_pytest(tmp_path)


def test_the_entry_points_name_what_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'tradenews = "tradenews.testing.plugin"' in text
    assert 'tradenews = "tradenews.testing.hypothesis_entry:register"' in text


if __name__ == "__main__":  # writes every case anew from its own text; read the difference before it is kept
    for case_name in case_names():
        path = ROOT / "tradenews" / "testing" / "cases" / f"{case_name}.json"
        text = load_case(case_name).text
        path.write_text(tradenews.to_json(tradenews.parse(text), indent=1) + "\n", encoding="utf-8")
