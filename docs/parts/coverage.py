"""What each language file holds, and how its annotated texts are read."""

from __future__ import annotations

from tradenews.evaluate.report import Count, Report
from tradenews.lexicon.forms import expand
from tradenews.lexicon.load import languages, tables_of

Reports = dict[str, dict[str, Report]]
ROWS = ("figure.unit", "figure.record", "countries", "actors", "deal", "chrome")
MIXED = ("development", "bank")


def coverage(reports: Reports) -> str:
    """A row a language: its file, its annotated texts, its scores on those not of the rules' authors."""
    lines = [
        "| | tables | forms | articles | short texts "
        "| amounts | whole figures | countries | actors | deals | chrome |",
        "| --- |" + " ---: |" * 10,
    ]
    for code in languages():
        tables = tables_of(code)
        forms = {form for table in tables.values() for value in table.values() for form in _forms(value)}
        articles = sum(
            reports[name][code].articles
            for name in ("gold", "development", "unseen")
            if code in reports[name]
        )
        scores = [_score(reports, code, row) for row in ROWS]
        cells = [f"{tables['meta']['name'][0]} `{code}`", len(tables), f"{len(forms):,}", articles]
        cells += [reports["bank"][code].articles, *(f"{score:.2f}" for score in scores)]
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines) + "\n"


def _forms(value: object) -> list[str]:
    forms = value if isinstance(value, list | tuple) else [value]
    return [written for form in forms if isinstance(form, str) for written in expand(form)]


def _score(reports: Reports, code: str, row: str) -> float:
    total = Count()
    for name in MIXED:
        count = reports[name][code].counts[row]
        total.add(count.right, count.wrong, count.missed)
    return total.f1
