"""Rows of precision, recall and F1 over annotated articles."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import define, field

from tradenews.errors import ArgumentError
from tradenews.evaluate.bank import read_bank
from tradenews.evaluate.match import (
    Paired,
    days_of,
    pair,
    places,
    same_name,
    same_per,
    same_unit,
    same_value,
    seen_from,
    words_of,
)
from tradenews.models.article import Article
from tradenews.models.deal import Deal
from tradenews.models.figure import TradeFigure

ROWS = (
    "figure.value",
    "figure.unit",
    "figure.record",
    "countries",
    "actors",
    "deal",
    "deal.record",
    "chrome",
)
_RECORD = ("kind", "form", "reporter", "partner", "period")


@define
class Count:
    """Found and right, found and wrong, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, right: int, wrong: int, missed: int) -> None:
        """Add the counts of one article."""
        self.right += right
        self.wrong += wrong
        self.missed += missed

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where nothing was to be found and nothing was."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


@define
class Report:
    """``counts`` by row, ``shares`` (right, all) by field, over ``articles`` articles."""

    articles: int = 0
    counts: dict[str, Count] = field(factory=lambda: {row: Count() for row in ROWS})
    shares: dict[str, list[int]] = field(factory=lambda: defaultdict(lambda: [0, 0]))

    def value(self, row: str) -> float:
        """F1 of a row, or the share of a field that is right (1 where there was none)."""
        if row in self.counts:
            return self.counts[row].f1
        right, total = self.shares[row]
        return right / total if total else 1.0

    def told(self, row: str) -> bool:
        """Was anything found or wanted of a row?"""
        count = self.counts[row]
        return count.right + count.wrong + count.missed > 0

    def tell(self, row: str, right: bool) -> None:
        """Count one field as right or wrong."""
        self.shares[row][0] += right
        self.shares[row][1] += 1


def evaluate(folder: str | Path, parse: Callable[..., Article]) -> dict[str, Report]:
    """Reports by language, and over ``all``, of ``parse`` on the annotated texts of ``folder``.

    Articles are ``*.json`` files, short texts the lines of ``*.jsonl`` files; :class:`ArgumentError` where
    there are none.
    """
    rows = list(annotated(Path(folder)))
    if not rows:
        raise ArgumentError("folder", str(folder), "holds no annotated texts (*.json, *.jsonl)")
    reports: dict[str, Report] = defaultdict(Report)
    for gold in rows:
        article = parse(gold["text"], **gold.get("given", {}))
        for key in ("all", gold["language"]):
            _compare(reports[key], article, gold)
    return dict(reports)


def annotated(folder: Path) -> Iterator[dict[str, Any]]:
    """The annotations of a folder: of articles (``*.json``), then of short texts (``*.jsonl``)."""
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(folder.glob("*.jsonl")):
        yield from read_bank(path)


def table(reports: dict[str, Report]) -> str:
    """The rows by language as a Markdown table."""
    keys = ["all", *sorted(k for k in reports if k != "all")]
    fields = sorted({row for report in reports.values() for row in report.shares})
    lines = ["| row | " + " | ".join(keys) + " |", "| --- |" + " ---: |" * len(keys)]
    lines.append("| articles | " + " | ".join(str(reports[k].articles) for k in keys) + " |")
    for row in (*filter(reports["all"].told, ROWS), *fields):
        lines.append(f"| {row} | " + " | ".join(f"{reports[k].value(row):.3f}" for k in keys) + " |")
    return "\n".join(lines)


def _compare(report: Report, article: Article, gold: dict[str, Any]) -> None:
    report.articles += 1
    if "meta" in gold:
        _meta(report, article, gold)
        _chrome(report, article, gold)
    _figures(report, article, gold["figures"])
    if gold.get("only") != "figures":
        _actors(report, article, gold["actors"])
        _deals(report, article, gold["deals"])


def _meta(report: Report, article: Article, gold: dict[str, Any]) -> None:
    meta = gold["meta"]
    report.tell("language", article.language == gold["language"])
    published = article.published.edtf if article.published else None
    report.tell("published", published == meta["published"])
    found = {
        "title": article.title,
        "source": article.source,
        "dateline": article.dateline.place if article.dateline else None,
    }
    for key, wanted in (("title", "title"), ("source", "source"), ("dateline", "dateline_place")):
        if meta[wanted]:
            have, want = " ".join(words_of(found[key])), " ".join(words_of(meta[wanted]))
            report.tell(key, bool(have) and (have in want or want in have))


def _chrome(report: Report, article: Article, gold: dict[str, Any]) -> None:
    have, want = set(article.chrome), {line.strip() for line in gold["boilerplate"]}
    report.counts["chrome"].add(len(have & want), len(have - want), len(want - have))


def _actors(report: Report, article: Article, gold: list[dict[str, Any]]) -> None:
    states = ("country", "bloc")
    have = {a.country for a in article.actors if a.kind in states and a.country}
    named = [g for g in gold if g["kind"] in states and g["country"]]
    need = {g["country"] for g in named if not g["optional"]}
    may = {g["country"] for g in named if g["optional"]}
    report.counts["countries"].add(len(have & need), len(have - need - may), len(need - have))
    others = [a for a in article.actors if a.kind not in states]
    pairs, left, missed = pair(others, [g for g in gold if g["kind"] not in states], _is_actor)
    _tally(report.counts["actors"], pairs, left, missed)
    for actor, row in pairs:
        report.tell("actor.kind", actor.kind == row["kind"])
        if row["role"]:
            report.tell("actor.role", _meets(actor.role, row["role"]))


def _is_actor(actor: Any, gold: dict[str, Any]) -> bool:
    wanted = {words_of(name) for name in (gold["name"], *gold["aliases"])}
    if any(words_of(name) in wanted for name in (actor.name, *actor.aliases)):
        return True
    a, b = set(words_of(actor.name)), set(words_of(gold["name"]))
    small = min(len(a), len(b))
    return bool(small) and (a <= b or b <= a) and (small > 1 or gold["kind"] == "person")


def _meets(have: str | None, want: str) -> bool:
    """Do two phrases share a word of some length, or does one hold the other?"""
    one, other = " ".join(words_of(have)), " ".join(words_of(want))
    shared = {w for w in one.split() if len(w) > 3} & set(other.split())
    return bool(one) and bool(shared or one in other or other in one)


def figure_pairs(article: Article, gold: list[dict[str, Any]], *, unit: bool = True) -> Paired[TradeFigure]:
    """Figures and annotations of the same words, value and (unless told not to look at it) unit."""
    names = _names(article)
    where = {id(row): places(article.text, row["quote"]) for row in gold}

    def fits(f: TradeFigure, row: dict[str, Any]) -> bool:
        near = any(f.span.start < end and start < f.span.end for start, end in where[id(row)])
        alike = near and same_value(f.amount.low, f.amount.high, row)
        return alike and (not unit or same_unit(f.amount.unit, row["unit"]))

    def agreement(f: TradeFigure, row: dict[str, Any]) -> int:
        return sum(_fields(f, row, names).values()) if unit else 0

    return pair(list(article.figures), gold, fits, agreement)


def is_record(figure: TradeFigure, row: dict[str, Any], article: Article) -> bool:
    """Are kind, form, reporter, partner and period those of the annotation?"""
    right = _fields(figure, row, _names(article))
    return all(right[name] for name in _RECORD)


def _names(article: Article) -> dict[str, str]:
    return {a.id: a.id if len(a.id) == 2 else a.name for a in article.actors}


def _figures(report: Report, article: Article, gold: list[dict[str, Any]]) -> None:
    names = _names(article)
    _tally(report.counts["figure.value"], *figure_pairs(article, gold, unit=False))
    pairs, left, missed = figure_pairs(article, gold)
    _tally(report.counts["figure.unit"], pairs, left, missed)
    whole = 0
    for figure, row in pairs:
        if not row["optional"]:
            right = _fields(figure, row, names)
            for name, good in right.items():
                report.tell(f"figure.{name}", good)
            whole += all(right[name] for name in _RECORD)
    spared = sum(bool(row["optional"]) for _, row in pairs)
    needed = sum(not row["optional"] for row in gold)
    report.counts["figure.record"].add(whole, len(article.figures) - spared - whole, needed - whole)


def _fields(figure: TradeFigure, row: dict[str, Any], names: dict[str, str]) -> dict[str, bool]:
    reporter, partner = (names.get(x, x) if x else None for x in (figure.reporter, figure.partner))
    kind, reporter, partner = seen_from(figure.kind, reporter, partner, row)
    right = {
        "kind": kind == row["kind"],
        "form": figure.form == row["form"],
        "modality": figure.modality == row["modality"],
        "per": same_per(figure.amount.per, row["per"]),
        "reporter": same_name(reporter, row["reporter"]),
        "partner": same_name(partner, row["partner"]),
        "period": days_of(figure.period.edtf if figure.period else None) == days_of(row["period"]),
    }
    if row["bound"]:
        right["bound"] = figure.amount.bound == row["bound"]
    if row["product"]:
        right["product"] = _meets(figure.product.name if figure.product else None, row["product"])
    return right


def deal_pairs(article: Article, gold: list[dict[str, Any]]) -> Paired[Deal]:
    """Deals and annotations of the same agreement, kind and status."""
    names = _names(article)

    def fits(deal: Deal, row: dict[str, Any]) -> bool:
        same = deal.kind == row["kind"] and deal.status == row["status"]
        return same and _is_agreement(deal, row, names)

    return pair(list(article.deals), gold, fits)


def _is_agreement(deal: Deal, row: dict[str, Any], names: dict[str, str]) -> bool:
    """Have they the same name, or half of the parties in common?"""
    if deal.name and row["name"] and words_of(deal.name) == words_of(row["name"]):
        return True
    have, want = [names.get(p.actor, p.actor) for p in deal.parties], row["parties"]
    hits = sum(any(same_name(h, w) for w in want) for h in have)
    total = len(have) + len(want) - hits
    return bool(total) and hits / total >= 0.5


def _deals(report: Report, article: Article, gold: list[dict[str, Any]]) -> None:
    names = _names(article)

    def near(deal: Deal, row: dict[str, Any]) -> bool:
        return _is_agreement(deal, row, names)

    def of_kind(deal: Deal, row: dict[str, Any]) -> bool:
        return near(deal, row) and deal.kind == row["kind"]

    pairs, left, missed = pair(list(article.deals), gold, of_kind)
    more, left, missed = pair(left, missed, near)
    _tally(report.counts["deal"], pairs + more, left, missed)
    _tally(report.counts["deal.record"], *deal_pairs(article, gold))
    for deal, row in pairs + more:
        if not row["optional"]:
            report.tell("deal.kind", deal.kind == row["kind"])
            report.tell("deal.status", deal.status == row["status"])
            report.tell("deal.threatened", deal.threatened == row["threatened"])


def _tally(
    count: Count, pairs: Iterable[tuple[Any, dict[str, Any]]], left: list[Any], missed: list[dict[str, Any]]
) -> None:
    right = sum(not row["optional"] for _, row in pairs)
    count.add(right, len(left), sum(not row["optional"] for row in missed))
