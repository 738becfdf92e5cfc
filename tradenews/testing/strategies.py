"""Strategies for hypothesis: every model, and texts of trade news (needs the extra ``testing``).

They are registered when hypothesis is imported, so that ``st.from_type(tradenews.Article)`` and ``st.builds``
give records in which spans lie in the text and references lead somewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Date
from datetime import timedelta as TimeDelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from attrs import evolve

import tradenews.models as models
from tradenews.errors import ArgumentError, MissingExtraError
from tradenews.models import terms
from tradenews.normalize.edtf import parse_edtf
from tradenews.normalize.facts import currency_codes
from tradenews.normalize.territory import countries
from tradenews.normalize.units import UNITS
from tradenews.testing.articles import an_article
from tradenews.testing.builders import a_figure, an_actor
from tradenews.testing.texts import news_texts

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn, SearchStrategy
except ImportError as error:
    raise MissingExtraError("testing", "strategies for hypothesis") from error

__all__ = [
    "actors", "amounts", "articles", "deals", "dossiers", "figures", "model_strategies", "news_texts",
    "periods", "spans",
]  # fmt: skip

T = TypeVar("T")
_DAYS = st.dates(Date(1900, 1, 1), Date(2099, 12, 31))
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -.&'äéñçøŁΩЖ中贸😀"
_WORDS = st.text(_LETTERS, min_size=1, max_size=20)
_SHARES = st.floats(0, 1)
_IDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=12)


def spans(most: int = 1000) -> SearchStrategy[models.Span]:
    """Spans of at least one character that end at ``most`` or before."""
    edges = st.lists(st.integers(0, most), min_size=2, max_size=2, unique=True)
    return edges.map(sorted).map(lambda pair: models.Span(pair[0], pair[1]))


@lru_cache(maxsize=1)
def amounts() -> SearchStrategy[models.Amount]:
    """Amounts of every dimension; a range has two ends, in order, anything else one."""
    unit = st.sampled_from([*sorted(currency_codes()), *UNITS, "t_unspecified"])
    per = st.sampled_from([None, "year", "month", "day", "t", "bbl"])
    cents = st.integers(-(10**15), 10**15)
    single = st.sampled_from([bound for bound in terms.BOUNDS if bound != "range"])
    return st.builds(_amount, cents, st.none() | cents, single, unit, per, st.none() | st.integers(2, 12))


def _amount(
    cents: int, other: int | None, bound: terms.Bound, unit: str, per: str | None, scale: int | None
) -> models.Amount:
    low, high = sorted((cents, cents if other is None else other))
    kind = bound if low == high else "range"
    return models.Amount(Decimal(low).scaleb(-2), Decimal(high).scaleb(-2), unit, kind, per, scale)


@lru_cache(maxsize=1)
def periods() -> SearchStrategy[models.Period]:
    """Days, months, quarters, halves, years, intervals and open ends, with the EDTF that says the same."""
    years, months = st.integers(1900, 2099), st.integers(1, 12)
    day = _DAYS.map(Date.isoformat)
    month = st.builds("{:04}-{:02}".format, years, months)
    part = st.builds("{:04}-{}".format, years, st.sampled_from([33, 34, 35, 36, 40, 41]))
    year = years.map("{:04}".format)
    span = st.builds(lambda start, days: f"{start}/{start + TimeDelta(days)}", _DAYS, st.integers(1, 4000))
    edtf = st.one_of(day, month, part, year, span, year.map("{}/..".format), month.map("../{}".format))
    return edtf.map(parse_edtf)


@lru_cache(maxsize=1)
def actors() -> SearchStrategy[models.Actor]:
    """Countries with their code, and other actors with a slug of their name."""
    other = st.builds(
        lambda kind, name, country, role: an_actor(
            name=name, kind=kind, country=country, role=role if kind == "person" else None
        ),
        st.sampled_from([kind for kind in terms.ACTOR_KINDS if kind not in ("country", "bloc")]),
        _WORDS,
        st.none() | st.sampled_from(sorted(countries())),
        st.none() | _WORDS,
    )
    return st.sampled_from(sorted(countries())).map(an_actor) | other


@lru_cache(maxsize=1)
def figures() -> SearchStrategy[models.TradeFigure]:
    """Figures of every kind and form; reporter and partner are countries, or None."""
    side = st.none() | st.sampled_from(sorted(countries()))
    return st.builds(
        a_figure,
        st.sampled_from(terms.FIGURE_KINDS),
        amount=amounts(),
        form=st.sampled_from(terms.FIGURE_FORMS),
        modality=st.sampled_from(terms.MODALITIES),
        reporter=side,
        partner=side,
        product=st.none() | _products(),
        period=st.none() | periods(),
        confidence=_SHARES,
    )


def _products() -> SearchStrategy[models.Product]:
    return st.builds(models.Product, _WORDS, st.none() | st.integers(1, 97).map("{:02}".format))


def _parties(ids: SearchStrategy[str]) -> SearchStrategy[models.Party]:
    return st.builds(models.Party, ids, st.sampled_from(terms.PARTY_ROLES))


@lru_cache(maxsize=1)
def deals() -> SearchStrategy[models.Deal]:
    """Deals of every kind and status between two or three countries."""
    event = st.builds(models.DealEvent, st.sampled_from(terms.DEAL_STATUSES), st.none() | periods(), spans())
    ids = st.sampled_from(sorted(countries()))
    return st.builds(
        models.Deal,
        id=st.integers(1, 99).map("d{}".format),
        kind=st.sampled_from(terms.DEAL_KINDS),
        status=st.sampled_from(terms.DEAL_STATUSES),
        threatened=st.booleans(),
        name=st.none() | _WORDS,
        parties=st.lists(_parties(ids), min_size=2, max_size=3, unique_by=lambda p: p.actor).map(tuple),
        date=st.none() | periods(),
        events=st.lists(event, max_size=2).map(tuple),
        products=st.lists(_products(), max_size=2).map(tuple),
        evidence=st.lists(spans(), min_size=1, max_size=2).map(tuple),
        confidence=_SHARES,
    )


@lru_cache(maxsize=1)
def articles() -> SearchStrategy[models.Article]:
    """Articles around up to three figures and two deals, with the text that they stand in."""
    return st.builds(
        an_article,
        figures=st.lists(figures(), max_size=3),
        deals=st.lists(deals(), max_size=2),
        language=st.sampled_from(["de", "en", "es", "fr", "it", "nl", "pt", "und", "zh"]),
        title=st.none() | _WORDS,
        published=st.none() | periods(),
        source=st.none() | _WORDS,
        url=st.none() | _IDS.map("https://{}.example/".format),
    )


def dossiers() -> SearchStrategy[models.Dossier]:
    """Dossiers in which the accounts name articles, and the claims actors, that are there."""
    return _dossiers()


@st.composite
def _dossiers(draw: DrawFn) -> models.Dossier:
    ids = st.text("0123456789abcdef", min_size=16, max_size=16)
    sources = tuple(draw(st.lists(ids, min_size=1, max_size=3, unique=True)))
    source = st.sampled_from(sources)
    made = tuple(draw(st.lists(_actor_accounts(source), max_size=3, unique_by=lambda a: a.id)))
    side = st.sampled_from([a.id for a in made]) if made else st.none()
    most = 2 if made else 0
    agreements = st.lists(_deal_accounts(source, side), max_size=most, unique_by=lambda d: d.id)
    return models.Dossier(
        articles=sources,
        actors=made,
        deals=tuple(draw(agreements)),
        claims=tuple(draw(st.lists(_claims(source, st.none() | side), max_size=3))),
        reprints=(sources[:2],) if len(sources) > 2 else (),
    )


def _actor_accounts(source: SearchStrategy[str]) -> SearchStrategy[models.ActorAccount]:
    def account(actor: models.Actor, sources: list[str]) -> models.ActorAccount:
        return models.ActorAccount(
            actor.id, actor.kind, actor.name, actor.country, actor.role, actor.aliases, tuple(sources)
        )

    return st.builds(account, actors(), st.lists(source, min_size=1, max_size=3, unique=True))


def _deal_accounts(
    source: SearchStrategy[str], party: SearchStrategy[Any]
) -> SearchStrategy[models.DealAccount]:
    return st.builds(
        models.DealAccount,
        id=_IDS,
        kind=st.sampled_from(terms.DEAL_KINDS),
        status=st.sampled_from(terms.DEAL_STATUSES),
        threatened=st.booleans(),
        name=st.none() | _WORDS,
        parties=st.lists(_parties(party), max_size=2, unique_by=lambda p: p.actor).map(tuple),
        timeline=st.lists(_account_events(source), max_size=2).map(tuple),
        sources=st.lists(source, min_size=1, max_size=2, unique=True).map(tuple),
    )


def _account_events(source: SearchStrategy[str]) -> SearchStrategy[models.AccountEvent]:
    statuses = st.sampled_from(terms.DEAL_STATUSES)
    return st.builds(models.AccountEvent, statuses, st.none() | periods(), source, spans())


def _statements(source: SearchStrategy[str]) -> SearchStrategy[models.Statement]:
    return st.builds(models.Statement, source, st.integers(1, 99).map("f{}".format), amounts(), spans())


@st.composite
def _claims(draw: DrawFn, source: SearchStrategy[str], side: SearchStrategy[Any]) -> models.Claim:
    statements = tuple(draw(st.lists(_statements(source), min_size=2, max_size=3)))
    claim = models.Claim(
        kind=draw(st.sampled_from(terms.FIGURE_KINDS)),
        form=draw(st.sampled_from(terms.FIGURE_FORMS)),
        reporter=draw(side),
        partner=draw(side),
        product=draw(st.none() | _products()),
        period=draw(st.none() | periods()),
        statements=statements,
        verdict=draw(st.sampled_from(terms.VERDICTS)),
        witnesses=draw(st.integers(1, 3)),
    )
    if claim.verdict != "conflicts":
        return claim
    wrong = draw(st.none() | st.sampled_from(statements))
    return evolve(claim, diagnosis=draw(st.sampled_from(terms.DIAGNOSES)), reason="told", implausible=wrong)


def model_strategies() -> dict[type, Callable[[], SearchStrategy[Any]]]:
    """Every model, and what makes its strategy: what is registered with hypothesis."""
    return {
        models.Span: spans,
        models.Amount: amounts,
        models.Period: periods,
        models.Product: _products,
        models.Actor: actors,
        models.TradeFigure: figures,
        models.Deal: deals,
        models.Article: articles,
        models.Dossier: dossiers,
        models.Party: lambda: _parties(_IDS),
        models.DealEvent: lambda: deals().filter(lambda d: d.events).map(lambda d: d.events[0]),
        models.Mention: lambda: st.builds(models.Mention, spans(), amounts() | periods(), st.none() | _WORDS),
        models.Block: lambda: st.builds(models.Block, st.sampled_from(terms.BLOCK_KINDS), spans()),
        models.Dateline: lambda: st.builds(
            models.Dateline, st.none() | _WORDS, st.none() | periods(), st.none() | _WORDS, spans()
        ),
        models.Assumption: lambda: st.builds(
            models.Assumption, spans(), st.sampled_from(terms.SUBJECTS), _WORDS,
            st.lists(_WORDS, max_size=2).map(tuple), _WORDS,
        ),
        models.Failure: lambda: st.builds(
            models.Failure, st.integers(0, 10**6), _WORDS.map(lambda w: ArgumentError("text", w, "refused"))
        ),
        models.ActorAccount: lambda: _actor_accounts(_IDS),
        models.AccountEvent: lambda: _account_events(_IDS),
        models.DealAccount: lambda: _deal_accounts(_IDS, _IDS),
        models.Statement: lambda: _statements(_IDS),
        models.Claim: lambda: _claims(_IDS, st.none() | _IDS),
    }  # fmt: skip


def strategy_of(model: type[T]) -> SearchStrategy[T]:
    """The strategy of a model; KeyError for what is none."""
    return model_strategies()[model]()
