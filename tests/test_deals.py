"""Deals in sentences of our own, in eight languages."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import get_args

import pytest

import tradenews
from tradenews.models.terms import DealStatus

CORPUS = Path(__file__).parent / "corpus_deals"


def cases() -> list[tuple[str, dict[str, object]]]:
    """(language, case) of every corpus file."""
    found = []
    for path in sorted(CORPUS.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [(path.stem, case) for case in data["case"]]
    return found


def seen(text: str, language: str, published: object = None) -> list[dict[str, object]]:
    """The deals of a text, in the shape of the corpus."""
    article = tradenews.parse(text, language=language, published=published)
    names = {a.id: a.name if a.kind not in ("country", "bloc") else a.id for a in article.actors}
    return [
        {
            "kind": deal.kind,
            "status": deal.status,
            "parties": sorted(names[p.actor] for p in deal.parties),
            "threatened": deal.threatened,
            "name": deal.name,
        }
        for deal in article.deals
    ]


@pytest.mark.parametrize(
    ("language", "case"),
    [
        pytest.param(
            language,
            case,
            id=f"{language}-{number}",
            marks=[pytest.mark.xfail(reason=str(case["known_failure"]))] if "known_failure" in case else [],
        )
        for number, (language, case) in enumerate(cases())
    ],
)
def test_corpus(language: str, case: dict[str, object]) -> None:
    """Kind, status and parties (names: as the corpus has them, or longer) of each deal."""
    wanted = case["deals"]
    assert isinstance(wanted, list)
    found = seen(str(case["text"]), language, case.get("published"))
    assert len(found) == len(wanted), found
    for deal, want in zip(found, wanted, strict=True):
        assert (deal["kind"], deal["status"]) == (want["kind"], want["status"])
        assert deal["threatened"] == want.get("threatened", False)
        assert same_parties(deal["parties"], sorted(want["parties"])), deal
        if "name" in want:
            assert deal["name"] == want["name"]


def same_parties(found: object, wanted: list[str]) -> bool:
    """Are the parties those wanted, names with more words accepted?"""
    assert isinstance(found, list)
    left = list(found)
    for name in wanted:
        hit = next(
            (f for f in left if f == name or (len(name) > 2 and name.casefold() in f.casefold())), None
        )
        if hit is None:
            return False
        left.remove(hit)
    return not left


STATUSES = set(get_args(DealStatus))


@pytest.mark.parametrize("language", sorted({language for language, _ in cases()}))
def test_corpus_is_broad(language: str) -> None:
    """Each language has 40 deals at least, every status of them, and texts that tell of none."""
    own = [case["deals"] for name, case in cases() if name == language]
    told = [deal["status"] for deals in own for deal in deals]  # type: ignore[attr-defined]
    assert len(told) >= 40
    assert set(told) == STATUSES
    assert sum(not deals for deals in own) >= 5
