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


@pytest.mark.parametrize("unit", ["agreement with China ", "China and Peru signed a deal. ", "talks, "])
def test_linear(unit: str) -> None:
    """A text of nothing but cues is read, whatever its length."""
    assert isinstance(deals(unit * 3000), tuple)
