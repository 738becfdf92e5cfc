"""Many articles, one account: what is one actor, one deal, one claim, and what is a conflict."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from annotated import article_of

from tradenews import (
    Actor,
    Amount,
    Article,
    Block,
    Deal,
    FixedRates,
    Party,
    Period,
    Product,
    Span,
    TradeFigure,
)
from tradenews.errors import ArgumentError
from tradenews.models import Claim, Dossier
from tradenews.normalize.edtf import parse_edtf
from tradenews.reconciling.dossier import reconcile
from tradenews.reconciling.groups import reprints
from tradenews.render.dossier import render_dossier

GOLD = Path(__file__).parent / "gold"
WHOLE = Span(0, 20)


def figure(value: str, unit: str = "USD", **given: object) -> TradeFigure:
    scale = int(value.split("e")[1]) if "e" in value else None
    high = Decimal(str(given.pop("high", value)))
    amount = Amount(Decimal(value), high, unit, given.pop("bound", "exact"), scale=scale)  # type: ignore[arg-type]
    period = given.pop("period", None)
    product = given.pop("product", None)
    fields: dict[str, object] = {
        "kind": "exports",
        "form": "level",
        "modality": "actual",
        "reporter": "MX",
        **given,
    }
    return TradeFigure(
        id="f1",
        span=Span(2, 6),
        amount=amount,
        sentence=WHOLE,
        period=parse_edtf(str(period)) if period else None,
        product=Product(str(product)) if product else None,
        **fields,  # type: ignore[arg-type]
    )


def article(
    id: str,
    figures: Sequence[TradeFigure] = (),
    deals: Sequence[Deal] = (),
    actors: Sequence[Actor] = (),
    published: str | None = None,
    **given: str,
) -> Article:
    countries = [Actor(code, "country", code, code) for code in ("MX", "CN", "US", "CA", "DE")]
    return Article(
        id=id,
        text=f"{id} " + "x" * 40,
        language=given.pop("language", "en"),
        blocks=(Block("paragraph", Span(0, 40)),),
        actors=(*countries, *actors),
        figures=tuple(figures),
        deals=tuple(deals),
        published=parse_edtf(published) if published else None,
        **given,  # type: ignore[arg-type]
    )


def only(dossier: Dossier) -> Claim:
    (claim,) = dossier.claims
    return claim


def compared(one: TradeFigure, other: TradeFigure, **given: str) -> Dossier:
    return reconcile([article("a", [one]), article("b", [other], **given)])


SAME = {"partner": "CN", "period": "2016"}


@pytest.mark.parametrize(
    ("one", "other", "verdict", "diagnosis"),
    [
        (figure("7e9", **SAME), figure("7e9", **SAME), "agrees", None),
        (figure("7e9", **SAME), figure("7.2e9", **SAME), "compatible", "rounding"),
        (figure("10000", "t", bound="over", **SAME), figure("10500", "t", **SAME), "compatible", None),
        (figure("7e9", bound="about", **SAME), figure("7.6e9", **SAME), "compatible", None),
        (figure("7.12e9", **SAME), figure("7.12e12", **SAME), "conflicts", "scale_slip"),
        (figure("7.12e9", **SAME), figure("7.12e9", "EUR", **SAME), "conflicts", "currency_mix"),
        (figure("7123", "t", **SAME), figure("7123", "lb", **SAME), "conflicts", "unit_mix"),
        (figure("100000", "t", **SAME), figure("90718.5", "t", **SAME), "conflicts", "unit_mix"),
        (figure("7123", "t", **SAME), figure("7123000", "kg", **SAME), "agrees", None),
        (figure("7.12e9", **SAME), figure("5.31e9", **SAME), "conflicts", "unknown"),
        (figure("7e9", **SAME), figure("7e9", partner="CN"), "agrees", None),
        (
            figure("7.12e9", **SAME),
            figure("7.12e9", partner="CN", period="2017"),
            "compatible",
            "period_differs",
        ),
        (
            figure("5", "percent", high="10", bound="range", **SAME),
            figure("8", "percent", **SAME),
            "compatible",
            None,
        ),
    ],
)
def test_verdicts(one: TradeFigure, other: TradeFigure, verdict: str, diagnosis: str | None) -> None:
    claim = only(compared(one, other))
    assert (claim.verdict, claim.diagnosis) == (verdict, diagnosis)
    assert {s.article for s in claim.statements} == {"a", "b"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("7e9", **SAME), figure("5e9", partner="US", period="2016")),
        (figure("7e9", **SAME), figure("5e9", partner="CN", period="2017")),
        (figure("7e9", **SAME), figure("5e9", reporter="DE", **SAME)),
        (figure("7e9", **SAME), figure("5e9", product="tequila", **SAME)),
        (figure("7e9", **SAME), figure("5e9", partner="CN")),
        (figure("7e9", **SAME), figure("5", "percent", form="growth", **SAME)),
        (figure("7e9", **SAME), figure("5e9", modality="forecast", **SAME)),
        (figure("7e9", **SAME), figure("5e9", modality="target", **SAME)),
        (figure("7e9", **SAME), figure("6e9", "EUR", **SAME)),
        (figure("7e9"), figure("5e9")),
        (figure("7e9", kind="other"), figure("7e12", kind="other")),
        (figure("3000", "t", **SAME), figure("3", "percent", **SAME)),
    ],
)
def test_what_is_not_the_same_thing_is_no_claim(one: TradeFigure, other: TradeFigure) -> None:
    assert compared(one, other).claims == ()


def test_rates_let_currencies_be_compared() -> None:
    rates = FixedRates("EUR", {"USD": Decimal("1.12")})
    dollars, euros = figure("5.857e9", **SAME), figure("5.23e9", "EUR", **SAME)
    articles = [article("a", [dollars]), article("b", [euros])]
    assert reconcile(articles).claims == ()
    assert only(reconcile(articles, rates)).verdict == "agrees"
    mixed = [article("a", [dollars]), article("b", [figure("5.23e9", **SAME)])]
    assert only(reconcile(mixed)).diagnosis == "unknown"
    assert only(reconcile(mixed, rates)).diagnosis == "currency_mix"


def test_a_flow_has_two_sides() -> None:
    mirror = figure("7e9", kind="imports", reporter="CN", partner="MX", period="2016")
    claim = only(compared(figure("7e9", **SAME), mirror))
    assert (claim.kind, claim.reporter, claim.partner, claim.verdict) == ("exports", "MX", "CN", "agrees")


def test_a_chinese_source_may_slip_by_ten_thousand() -> None:
    one, other = figure("7.12e8", **SAME), figure("7.12e12", **SAME)
    assert only(compared(one, other)).diagnosis == "unknown"
    assert only(compared(one, other, language="zh")).diagnosis == "scale_slip"


def test_a_later_figure_of_one_source_is_a_revision() -> None:
    first = article("a", [figure("7.12e9", **SAME)], published="2017-02", source="INEGI")
    later = article("b", [figure("7.31e9", **SAME)], published="2017-05", source="INEGI")
    assert (only(reconcile([first, later])).verdict, only(reconcile([first, later])).diagnosis) == (
        "compatible",
        "revision",
    )


def test_a_part_cannot_exceed_its_whole() -> None:
    total = figure("7.12e9", period="2016")
    slipped = figure("7.12e12", period="2016")
    part = figure("3e11", partner="US", period="2016")
    dossier = reconcile([article("a", [total]), article("b", [slipped]), article("c", [part])])
    (claim,) = dossier.conflicts
    assert claim.implausible is not None
    assert claim.implausible.article == "a"
    assert "a part of it alone" in claim.reason


def test_two_witnesses_outvote_one() -> None:
    articles = [
        article(id, [figure(v, **SAME)]) for id, v in [("a", "7.12e9"), ("b", "7.12e9"), ("c", "7.12e12")]
    ]
    claim = only(reconcile(articles))
    assert claim.witnesses == 3
    assert claim.implausible is not None
    assert claim.implausible.article == "c"


def test_one_office_is_one_witness() -> None:
    quoted = [figure("7e9", attribution=("inegi",), **SAME) for _ in range(3)]
    office = Actor("inegi", "government", "INEGI", "MX")
    articles = [article(str(n), [f], actors=[office]) for n, f in enumerate(quoted)]
    assert only(reconcile(articles)).witnesses == 1


def test_reprints_are_one_witness() -> None:
    story = " ".join(
        f"Sentence {n} tells of exports of fruit number {n * 7} to market {n % 5}." for n in range(30)
    )
    one, other, third = (
        Article(id=i, text=t, language="en", blocks=(Block("paragraph", Span(0, len(t))),))
        for i, t in [("a", story), ("b", "By our staff. " + story), ("c", story[::-1])]
    )
    assert reprints([one, other, third]) == {"a": "a", "b": "a", "c": "c"}
    assert reconcile([one, other, third]).reprints == (("a", "b"),)


def person(name: str, *aliases: str, **given: str) -> Actor:
    return Actor(name.lower().replace(" ", "-"), "person", name, aliases=aliases, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (person("Enrique Pena Nieto"), person("Enrique Peña Nieto"), True),
        (person("Enrique Pena Nieto"), person("Pena Nieto"), True),
        (person("Enrique Pena Nieto"), person("Nieto"), True),
        (person("Donald Trump"), person("Melania Trump"), False),
        (person("Jack Ma"), person("Huateng Ma"), False),
        (Actor("alibaba", "company", "Alibaba"), Actor("x", "company", "阿里巴巴"), True),
        (Actor("a", "company", "Nordhagen AG"), Actor("b", "company", "Nordhagen"), False),
        (
            Actor("a", "company", "Nordhagen AG", aliases=("Nordhagen",)),
            Actor("b", "company", "Nordhagen"),
            True,
        ),
    ],
)
def test_who_is_who(one: Actor, other: Actor, same: bool) -> None:
    dossier = reconcile([article("a", actors=[one]), article("b", actors=[other])])
    merged = [a for a in dossier.actors if a.kind != "country" and len(a.sources) == 2]
    assert bool(merged) == same


def test_a_surname_borne_by_two_joins_neither() -> None:
    trio = [person("Donald Trump"), person("Melania Trump"), person("Trump")]
    dossier = reconcile([article(str(n), actors=[a]) for n, a in enumerate(trio)])
    assert len([a for a in dossier.actors if a.kind == "person"]) == 3


def deal(kind: str, status: str, *parties: str, **given: object) -> Deal:
    day = given.pop("date", None)
    date_ = Period(date.fromisoformat(str(day)), date.fromisoformat(str(day)), str(day)) if day else None
    return Deal(
        "d1", kind, status, parties=tuple(map(Party, parties)), date=date_, evidence=(WHOLE,), **given
    )  # type: ignore[arg-type]


def test_one_deal_has_one_timeline() -> None:
    articles = [
        article("a", deals=[deal("partnership", "agreed", "MX", "CN", date="2017-09-05")]),
        article("b", deals=[deal("memorandum", "signed", "CN", "MX", date="2017-09-06")]),
        article("c", deals=[deal("memorandum", "proposed", "MX", "CN", date="2017-08-01")]),
    ]
    (account,) = reconcile(articles).deals
    assert (account.kind, account.status, account.sources) == ("memorandum", "signed", ("a", "b", "c"))
    assert [event.status for event in account.timeline] == ["proposed", "agreed", "signed"]


def test_deals_of_other_kinds_or_parties_stay_apart() -> None:
    articles = [
        article("a", deals=[deal("memorandum", "signed", "MX", "CN")]),
        article("b", deals=[deal("free_trade_agreement", "proposed", "MX", "CN")]),
        article("c", deals=[deal("memorandum", "signed", "MX", "DE")]),
    ]
    assert len(reconcile(articles).deals) == 3


def test_a_name_is_enough() -> None:
    nafta = deal("free_trade_agreement", "in_force", "MX", "US", name="North American Free Trade Agreement")
    short = deal("free_trade_agreement", "renegotiating", "MX", "CA", name="NAFTA", threatened=True)
    (account,) = reconcile([article("a", deals=[nafta]), article("b", deals=[short])]).deals
    assert (account.status, account.threatened, {p.actor for p in account.parties}) == (
        "renegotiating",
        True,
        {"MX", "US", "CA"},
    )


def test_the_annotated_samples() -> None:
    articles = [article_of(path) for path in sorted(GOLD.glob("own-seed-*.json"))]
    dossier = reconcile(articles)
    (conflict,) = dossier.conflicts
    assert conflict.diagnosis == "scale_slip"
    assert conflict.implausible is not None
    assert conflict.implausible.amount.low == Decimal(1_200_000_000)
    assert [(d.kind, d.status, d.threatened, len(d.sources)) for d in dossier.deals] == [
        ("memorandum", "signed", False, 4),
        ("free_trade_agreement", "renegotiating", True, 2),
        ("free_trade_agreement", "proposed", False, 3),
    ]
    text = render_dossier(dossier, articles)
    assert "CONFLICTS (scale_slip)" in text
    assert "<script" not in render_dossier(dossier, articles, format="html")


def test_no_other_conflict_in_all_annotated_articles() -> None:
    dossier = reconcile([article_of(path) for path in sorted(GOLD.glob("own-*.json"))])
    assert [claim.diagnosis for claim in dossier.conflicts] == ["scale_slip"]


@pytest.mark.parametrize("wrong", [5, "text", ["text"], [None]])
def test_only_articles_are_reconciled(wrong: object) -> None:
    with pytest.raises(ArgumentError, match=r"Article|iterable"):
        reconcile(wrong)  # type: ignore[arg-type]


def test_nothing_comes_of_nothing() -> None:
    assert reconcile([]) == Dossier(())
    one = article("a", [figure("7e9", **SAME)])
    assert reconcile([one, one]).claims == ()
    with pytest.raises(ArgumentError, match="articles"):
        render_dossier(reconcile([one]), [])
    with pytest.raises(ArgumentError, match="format"):
        render_dossier(reconcile([one]), [one], format="pdf")
