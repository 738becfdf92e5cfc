"""Plain articles put together from plain sentences, in every order: each figure is right in any of them.

A file of ``composed/`` holds, for each language, openings and sentences about the same facts, and what
their figures are: value, kind (``a|b``: either), form, reporter, partner, period (``*``: any), and what
the deals are: kind, status, parties. Parties are countries by code or the keys of ``names`` (``firm``),
which stand there in each language: what an actor is called, or the code of a country. An article is an
opening with three to six of the sentences behind it, some in paragraphs of their own. Sentences of
``apart`` tell of the whole again, and begin a paragraph where one of ``behind`` went before; those of
``first`` follow the opening at once. ``floors`` are lower for a language that is not there yet.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import tradenews
from tradenews.lexicon.load import languages

SUBJECTS = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in (Path(__file__).parent / "composed").glob("*.json")
}
ARTICLES = 40
FLOOR = 0.93  # of the figures of each language; most are above .97
MIRROR = {"exports": "imports", "imports": "exports"}
TWO_SIDED = {*MIRROR, "deal_value", "sales", "finance", "trade"}  # of whom either side may report


def compose(subject: dict[str, Any], language: str) -> list[tuple[str, list[str]]]:
    """Articles with the names of their sentences; the same each time."""
    told, rng = subject["languages"][language], random.Random(11)
    first = subject.get("first", [])
    names = [name for name in told["sentences"] if name not in first]
    articles = []
    for number in range(ARTICLES):
        chosen = rng.sample(names, rng.randint(3, 6))
        chosen = [first[number % len(first)], *chosen] if first and rng.random() < 0.4 else chosen
        text, before = told["openings"][number % len(told["openings"])], "opening"
        for name in chosen:
            apart = name in subject["apart"] and before in subject["behind"]
            blank = "" if language == "zh" else " "
            text += ("\n\n" if apart or rng.random() < 0.3 else blank) + told["sentences"][name]
            before = name
        articles.append((text, ["opening", *chosen]))
    return articles


def sides(article: tradenews.Article, told: dict[str, Any], id: str | None) -> str | None:
    """A country by its code, the others by what they are called in the annotations."""
    actor = next((each for each in article.actors if each.id == id), None)
    if actor is None or actor.kind in ("country", "bloc"):
        return id
    return next((key for key, name in told.get("names", {}).items() if name in actor.name), actor.name)


def is_code(name: str | None) -> bool:
    return name is not None and len(name) == 2 and name.isupper() and name.isascii()


def meant(party: str | None, told: dict[str, Any]) -> str | None:
    """The code of a country that goes by a key of ``names``; ``a|b``: either."""
    if party is None or "|" in party:
        return party and "|".join(str(meant(each, told)) for each in party.split("|"))
    name = told.get("names", {}).get(party)
    return name if is_code(name) else party


def is_right(read: list[Any], want: list[Any]) -> bool:
    """Does a figure read as it should, or as seen from the other side?"""
    turned = [want[0], MIRROR.get(want[1], want[1]), want[2], want[4], want[3], want[5]]
    two = bool(TWO_SIDED & set(want[1].split("|"))) and None not in want[3:5]
    return any(
        all(
            w == "*" or (r in w.split("|") if isinstance(w, str) else r == w)
            for r, w in zip(read, row, strict=True)
        )
        for row in ([want, turned] if two else [want])
    )


def figures(article: tradenews.Article, told: dict[str, Any]) -> dict[str, list[Any]]:
    """The first figure of each value."""
    read: dict[str, list[Any]] = {}
    for f in article.figures:
        who = [sides(article, told, side) for side in (f.reporter, f.partner)]
        period = f.period.edtf if f.period else None
        read.setdefault(str(abs(f.amount.low)), [str(f.amount.low), f.kind, f.form, *who, period])
    return read


def deals(article: tradenews.Article, told: dict[str, Any]) -> list[list[Any]]:
    return [
        [deal.kind, deal.status, sorted(str(sides(article, told, p.actor)) for p in deal.parties)]
        for deal in article.deals
    ]


def is_agreed(read: list[Any], want: list[Any], told: dict[str, Any]) -> bool:
    """Does a deal read as it should?"""
    kind, status, parties = want
    sides = sorted(str(meant(party, told)) for party in parties)
    return read[0] in kind.split("|") and read[1] in status.split("|") and read[2] == sides


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", sorted(SUBJECTS))
def test_articles(name: str, language: str) -> None:
    subject, wrong, count = SUBJECTS[name], Counter[str](), 0
    for text, chosen in compose(subject, language):
        article = tradenews.parse(text, language=language, published=subject["published"])
        told = subject["languages"][language]
        read, agreed = figures(article, told), deals(article, told)
        for sentence in chosen:
            for row in subject["figures"].get(sentence, []):
                want = [*row[:3], meant(row[3], told), meant(row[4], told), row[5]]
                found = read.get(want[0].lstrip("-"))
                count += 1
                wrong[sentence] += found is None or not is_right(found, want)
            for want in subject.get("deals", {}).get(sentence, []):
                count += 1
                wrong[sentence] += not any(is_agreed(each, want, told) for each in agreed)
    floor = subject.get("floors", {}).get(language, FLOOR)
    assert sum(wrong.values()) <= (1 - floor) * count, {k: v for k, v in wrong.items() if v}
