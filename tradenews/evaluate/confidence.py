"""``python -m tradenews.evaluate.confidence FOLDER ...``: how often is a record right that is so sure?

Prints a calibration table of the annotated texts in the folders. With ``--fit FILE`` the weights of the
evidence are fitted on them first and written: a logistic regression with a quadratic penalty, which draws
the weight of rare evidence towards nothing.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import exp
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from tradenews.evaluate.report import annotated, deal_pairs, figure_pairs, is_record
from tradenews.normalize.edtf import parse_edtf
from tradenews.reading.article import Reading, read_article
from tradenews.reading.confidence import deal_evidence, figure_evidence, weigh, weights
from tradenews.reading.metadata import Given

KINDS: Final = ("figure", "deal")
_BANDS: Final = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_PENALTY: Final = 8.0  # a piece of evidence seen 8 times counts about half
_ROUNDS: Final = 60


@frozen
class Outcome:
    """One record that was found: of which ``kind``, by what ``evidence``, and whether it is ``right``."""

    kind: str
    evidence: tuple[str, ...]
    right: bool


def outcomes(folders: Iterable[str | Path]) -> Iterator[Outcome]:
    """The figures and deals found in annotated texts, but for those whose annotation is optional."""
    for folder in folders:
        for gold in annotated(Path(folder)):
            given = gold.get("given", {})
            published = given.get("published")
            reading = read_article(
                gold["text"], given.get("language"), Given(parse_edtf(published) if published else None)
            )
            yield from _figures(reading, gold)
            if gold.get("only") != "figures":
                yield from _deals(reading, gold)


def _figures(reading: Reading, gold: dict[str, Any]) -> Iterator[Outcome]:
    drafts = {draft.get("id"): draft for draft in reading.figures}
    pairs, left, _ = figure_pairs(reading.article, gold["figures"])
    judged = [(f, is_record(f, row, reading.article)) for f, row in pairs if not row["optional"]]
    for figure, right in [*judged, *((f, False) for f in left)]:
        yield Outcome("figure", figure_evidence(drafts[figure.id]), right)


def _deals(reading: Reading, gold: dict[str, Any]) -> Iterator[Outcome]:
    drafts = {draft.get("id"): draft for draft in reading.deals}
    pairs, left, _ = deal_pairs(reading.article, gold["deals"])
    judged = [(d, True) for d, row in pairs if not row["optional"]]
    for deal, right in [*judged, *((d, False) for d in left)]:
        yield Outcome("deal", deal_evidence(drafts[deal.id]), right)


def table(found: Sequence[Outcome], tables: Mapping[str, Mapping[str, float]]) -> str:
    """By band of confidence: how many records, how sure they are on average, how many of them are right."""
    lines = [
        "| record | confidence | found | mean confidence | right |",
        "| --- | --- | ---: | ---: | ---: |",
    ]
    for kind in KINDS:
        told = [(weigh(o.evidence, tables[kind]), o.right) for o in found if o.kind == kind]
        for low, high in pairwise(_BANDS):
            lines += _row(kind, f"{low:.1f} to {high:.1f}", [t for t in told if low <= t[0] < high])
        lines += _row(kind, "all", told)
    return "\n".join(lines)


def _row(kind: str, band: str, told: Sequence[tuple[float, bool]]) -> list[str]:
    if not told:
        return []
    mean = sum(sure for sure, _ in told) / len(told)
    share = sum(right for _, right in told) / len(told)
    return [f"| {kind} | {band} | {len(told)} | {mean:.2f} | {share:.2f} |"]


def fit(found: Sequence[Outcome]) -> dict[str, float]:
    """The weights under which what happened is likeliest, less a penalty on their squares.

    One weight after another is moved by a Newton step, for a fixed number of rounds.
    """
    rows: dict[str, list[int]] = {"base": list(range(len(found)))}
    for number, outcome in enumerate(found):
        for piece in outcome.evidence:
            rows.setdefault(piece, []).append(number)
    fitted = dict.fromkeys(rows, 0.0)
    odds = [0.0] * len(found)
    for _ in range(_ROUNDS):
        for piece, members in rows.items():
            penalty = 0.0 if piece == "base" else _PENALTY
            slope, bend = -penalty * fitted[piece], penalty + 1e-9
            for i in members:
                chance = 1 / (1 + exp(-odds[i]))
                slope += found[i].right - chance
                bend += chance * (1 - chance)
            step = slope / bend
            fitted[piece] += step
            for i in members:
                odds[i] += step
    return fitted


def written(found: Sequence[Outcome], source: str) -> str:
    """The fitted weights of both kinds as TOML, without those of evidence seen once or of no weight."""
    lines = [f"# Log-odds, fitted by python -m tradenews.evaluate.confidence {source} --fit"]
    for kind in KINDS:
        mine = [outcome for outcome in found if outcome.kind == kind]
        seen = Counter(piece for outcome in mine for piece in outcome.evidence)
        fitted = fit(mine)
        lines += [f"\n[{kind}]  # {len(mine)} records", f"base = {fitted.pop('base'):.2f}"]
        kept = {p: w for p, w in sorted(fitted.items()) if seen[p] > 1 and abs(w) >= 0.01}
        lines += [f'"{piece}" = {weight:.2f}' for piece, weight in kept.items()]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None, say: Callable[[str], object] = print) -> None:
    """Print the table; with ``--fit FILE`` write the weights and use them."""
    reader = argparse.ArgumentParser(prog="tradenews.evaluate.confidence", description=__doc__)
    reader.add_argument("folder", nargs="+", help="a folder of annotated texts")
    reader.add_argument(
        "--fit", metavar="FILE", help="fit the weights on these texts and write them, as TOML"
    )
    options = reader.parse_args(arguments)
    found = list(outcomes(options.folder))
    tables = weights()
    if options.fit:
        text = written(found, " ".join(options.folder))
        Path(options.fit).write_text(text, encoding="utf-8")
        tables = tomllib.loads(text)
    say(table(found, tables))


if __name__ == "__main__":
    main()
