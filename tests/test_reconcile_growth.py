"""Many articles: the work of reconciling them grows with their number, not with the number of their pairs."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_reconcile import SAME, article, figure, only

from tradenews import Article, Block, Product, Span, TradeFigure
from tradenews.reconciling import facts
from tradenews.reconciling.actors import merge_actors
from tradenews.reconciling.dossier import reconcile
from tradenews.reconciling.groups import reprints
from tradenews.reconciling.subject import gather

PRODUCTS = ("wheat", "steel", "coffee", "")


def news(count: int, distinct: int) -> list[Article]:
    """Articles on the exports of one country: with and without period and product, ``distinct`` amounts."""
    made = []
    for n in range(count):
        value = f"{1 + (n * 7919) % distinct}.{n % distinct % 89:02}e{6 + n % 4 * 2}"
        year = str(2000 + n % 20) if n % 3 else None
        product = PRODUCTS[n % 4] or None
        made.append(
            article(f"a{n}", [figure(value, partner=("CN", "US")[n % 2], period=year, product=product)])
        )
    return made


def comparisons(articles: Iterable[Article], patch: pytest.MonkeyPatch) -> int:
    counted = 0
    relate, slip = facts.relate, facts.slip

    def one(*given: object, **more: object) -> object:
        nonlocal counted
        counted += 1
        return relate(*given, **more)  # type: ignore[arg-type]

    def other(*given: object) -> object:
        nonlocal counted
        counted += 1
        return slip(*given)  # type: ignore[arg-type]

    with patch.context() as patched:
        patched.setattr(facts, "relate", one)
        patched.setattr(facts, "slip", other)
        reconcile(articles)
    return counted


@pytest.mark.parametrize("distinct", [40, 700, 100_000], ids=["repeated", "mixed", "all different"])
def test_twice_the_articles_twice_the_comparisons(distinct: int, monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = (comparisons(news(n, distinct), monkeypatch) for n in (1500, 3000))
    assert 0 < large < 2.6 * small, (small, large)


def test_many_sources_of_one_fact_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [figure("7.12e9", **SAME), figure("7.12e12", **SAME)]
    articles = [article(f"a{n}", [said[n % 2]]) for n in range(400)]
    assert comparisons(articles, monkeypatch) < 10
    claim = only(reconcile(articles))
    assert (claim.diagnosis, len(claim.statements), claim.witnesses) == ("scale_slip", 400, 400)


@pytest.mark.parametrize("value", ["5.55e9", "-3.21e8", "1e3"])
def test_a_silent_figure_finds_its_own_among_thousands(value: str) -> None:
    """Found by size, wherever in the order it stands."""
    others = [
        article(
            f"o{n}", [figure(f"{6 + n % 400 / 100:.2f}e{2 + n // 400}", partner="CN", period=f"{2100 + n}")]
        )
        for n in range(2000)
    ]
    pair = [article("dated", [figure(value, **SAME)]), article("silent", [figure(value, partner="CN")])]
    claims = reconcile([*others, *pair]).claims
    assert any({s.article for s in c.statements} == {"dated", "silent"} for c in claims)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (figure("9.95e9", **SAME), figure("1.0e10", partner="CN"), True),  # cells of size meet at 10
        (figure("7.12e9", **SAME), figure("7.12e12", partner="CN"), True),  # a slip, without a period
        (figure("7.12e9", **SAME), figure("7.3e9", bound="about", partner="CN"), True),
        (figure("7.12e9", **SAME), figure("5e9", bound="over", partner="CN"), True),
        (figure("7123", "t", **SAME), figure("7123000", "kg", partner="CN"), True),
        (figure("7.12e9", **SAME), figure("9.5e9", partner="CN"), False),
        (figure("7.12e9", **SAME), figure("-7.12e9", partner="CN"), False),
        (figure("7123", "t", **SAME), figure("71230", "kg", partner="CN"), False),
    ],
)
def test_the_index_by_size_overlooks_nothing(one, other, together) -> None:  # type: ignore[no-untyped-def]
    for pair in ([one, other], [other, one]):
        claims = reconcile([article("a", [pair[0]]), article("b", [pair[1]])]).claims
        assert bool(claims) == together


AMOUNTS = st.builds(
    lambda digits, power, unit, bound, period, product: figure(
        f"{digits}e{power}", unit, bound=bound, partner="CN", period=period, product=product
    ),
    st.sampled_from([1, 2, 5, 7, 9, 10, 11, 71, 72, 99, 100, 101, 712, 713, 907, 1000, 7123]),
    st.integers(0, 12),
    st.sampled_from(["t", "kg", "lb", "st"]),
    st.sampled_from(["exact", "about", "over", "at_most"]),
    st.sampled_from([None, "2016"]),
    st.sampled_from([None, "wheat"]),
)


@settings(max_examples=400, deadline=None)
@given(AMOUNTS, AMOUNTS)
def test_two_figures_are_a_claim_where_they_are_the_same_thing(one: TradeFigure, other: TradeFigure) -> None:
    """The index only leads to what comparing all with all would find."""
    articles = [article("a", [one]), article("b", [other])]
    items = list(gather(articles, merge_actors(articles), {}, {}))
    items.sort(key=lambda e: (e.period is None, not e.product))
    facts_ = facts.Facts(items[0].subject)
    same = items[0].subject == items[1].subject and facts_.same_thing(*map(facts_.number, items), True)
    assert bool(reconcile(articles).claims) == same


def test_a_named_product_and_a_silent_one_meet_by_size() -> None:
    named = figure("7.12e9", **SAME, product=Product("wheat", "1001").name)
    assert (
        len(only(reconcile([article("a", [named]), article("b", [figure("7.12e9", **SAME)])])).statements)
        == 2
    )


def test_a_story_in_a_hundred_papers_is_one_witness() -> None:
    story = " ".join(f"Sentence {n} tells of fruit number {n * 7} for market {n % 5}." for n in range(60))
    papers = []
    for n in range(100):
        text = f"By the staff of paper {n}. {story}"
        papers.append(
            Article(id=f"p{n}", text=text, language="en", blocks=(Block("paragraph", Span(0, len(text))),))
        )
    assert set(reprints(papers).values()) == {"p0"}
    assert len(reconcile(papers).reprints) == 1


def test_phrases_of_the_trade_make_no_reprint() -> None:
    """What stands in very many different texts tells nothing, and costs nothing either."""
    phrase = "exports rose by more than a tenth against the same month of last year, the office said. "
    papers = []
    for n in range(120):
        text = phrase + " ".join(f"word{n}x{k}" for k in range(60))
        papers.append(
            Article(id=f"p{n}", text=text, language="en", blocks=(Block("paragraph", Span(0, len(text))),))
        )
    assert len(set(reprints(papers).values())) == 120
