"""Deals over a whole text: mentions made one, dated, valued, explained."""

from __future__ import annotations

import pytest

import tradenews
from tradenews.models.deal import Deal


def deals(text: str, language: str = "en") -> tuple[Deal, ...]:
    """The deals of a text."""
    return tradenews.parse(text, language=language).deals


def test_one_deal_for_all_its_mentions() -> None:
    """A later "the deal" and other names of the same agreement are no deals of their own."""
    found = deals(
        "Mexico has reached an agreement with Alibaba. The deal was signed on Friday. "
        "The memorandum of understanding with Alibaba covers payments."
    )
    assert [(d.kind, d.status) for d in found] == [("memorandum", "signed")]
    assert len(found[0].evidence) == 3


def test_all_names_of_a_treaty() -> None:
    """Full name and acronym are one deal; the longest name is its name."""
    found = deals(
        "NAFTA binds Canada, Mexico and the United States. "
        "The North American Free Trade Agreement took effect in 1994."
    )
    assert [d.name for d in found] == ["North American Free Trade Agreement"]
    assert {p.actor for p in found[0].parties} == {"CA", "MX", "US"}
    assert {p.role for p in found[0].parties} == {"member"}


def test_two_deals_of_the_same_parties() -> None:
    """Kind tells them apart."""
    found = deals(
        "Chile and Peru signed a free trade agreement in 2020. "
        "Chile and Peru also agreed on a currency swap agreement."
    )
    assert [d.kind for d in found] == ["free_trade_agreement", "financing"]


def test_events_and_date() -> None:
    """Each stage is an event; the date is that of the latest."""
    (deal,) = deals(
        "Japan and Mongolia signed a trade agreement on 10 February 2015. It entered into force in June 2016."
    )
    assert [(e.status, e.date and e.date.edtf) for e in deal.events] == [
        ("signed", "2015-02-10"),
        ("in_force", "2016-06"),
    ]
    assert deal.date is not None
    assert deal.date.edtf == "2016-06"


def test_value_of_a_deal() -> None:
    """The sum of a contract is the id of its figure."""
    article = tradenews.parse("Boeing and Lufthansa signed a contract worth $9 billion.", language="en")
    (deal,) = article.deals
    assert [f.amount.low for f in article.figures if f.id in deal.values] == [9_000_000_000]


def test_media_and_sources_are_no_parties() -> None:
    """The agency of the dateline signs nothing."""
    (deal,) = deals("TOKYO, March 3 (Reuters) - Japan signed a trade agreement with Peru on Monday.")
    assert {p.actor for p in deal.parties} == {"JP", "PE"}


def test_explained() -> None:
    """The words behind status and parties can be read."""
    article = tradenews.parse("Mexico signed a memorandum of understanding with Alibaba.", language="en")
    tree = str(tradenews.explain(article, article.deals[0]))
    assert "'signed'" in tree
    assert "'memorandum of understanding'" in tree


def test_each_party_is_explained() -> None:
    """Every party has a row with the words that name it and the rule that took it."""
    article = tradenews.parse(
        "Chile and Peru met in Lima. The two countries signed a trade agreement.", language="en"
    )
    rows = {r.field: r for r in tradenews.explain(article, article.deals[0]).fields}
    assert (rows["party 1"].value, rows["party 1"].words) == ("Chile", "The two countries")
    assert (rows["party 2"].value, rows["party 2"].rule) == ("Peru", "party.subject")
    assert rows["status"].words == "signed"


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Whether Norway and India will sign the trade agreement this year is open.", "negotiating"),
        (
            "de",
            "Ob das Handelsabkommen zwischen Norwegen und Indien unterzeichnet wird, ist offen.",
            "negotiating",
        ),
        ("nl", "Het handelsakkoord tussen Peru en Japan wordt in het voorjaar getekend.", "agreed"),
        (
            "pt",
            "Peru e Japão assinaram um acordo comercial, mas nenhum dos parlamentos o ratificou.",
            "signed",
        ),
        ("nl", "Het parlement van Peru keurde gisteren het handelsverdrag met Japan goed.", "ratified"),
        ("de", "Peru kündigte am Montag das Handelsabkommen mit Japan auf.", "terminated"),
        ("es", "Perú y Japón no han firmado el acuerdo comercial que negocian desde 2021.", "negotiating"),
        (
            "fr",
            "Le Pérou et le Japon ont repris les pourparlers sur un accord commercial, suspendus en 2019.",
            "negotiating",
        ),
        (
            "en",
            "Talks between Peru and Japan on a trade deal, suspended in 2019, have resumed.",
            "negotiating",
        ),
        ("it", "Il Perù minaccia di uscire dall'accordo commerciale con il Giappone.", "in_force"),
    ],
)
def test_status_of_a_clause(language: str, text: str, status: str) -> None:
    """Doubt, denial, time and particle reach over their clause, in whatever order its words stand."""
    (deal,) = deals(text, language)
    assert deal.status == status


@pytest.mark.parametrize("unit", ["agreement with China ", "China and Peru signed a deal. ", "talks, "])
def test_linear(unit: str) -> None:
    """A text of nothing but cues is read, whatever its length."""
    assert isinstance(deals(unit * 3000), tuple)


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "pt",
            "A Rodoval fabrica ônibus. A Rodoval vai abrir em Luanda um centro de peças, com investimento de "
            "R$ 6 milhões.",
            ["Rodoval"],
        ),
        (
            "en",
            "Kestrel Foods makes biscuits. Kestrel Foods will open a bakery in Leeds, an investment of "
            "$12 million.",
            ["Kestrel Foods"],
        ),
    ],
)
def test_investment_that_a_figure_tells(language: str, text: str, parties: list[str]) -> None:
    """A sum that is called the investment of the company that a text is about is an agreement."""
    (deal,) = tradenews.parse(text, language=language).deals
    names = {actor.id: actor.name for actor in tradenews.parse(text, language=language).actors}
    assert deal.kind == "investment"
    assert deal.status == "agreed"
    assert [names[party.actor] for party in deal.parties][: len(parties)] == parties
