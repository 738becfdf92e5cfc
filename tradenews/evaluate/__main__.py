"""``python -m tradenews.evaluate FOLDER``: the accuracy table of the parser on annotated articles."""

from __future__ import annotations

import argparse
from pathlib import Path

from tradenews.api import parse
from tradenews.evaluate.dossiers import evaluate_dossiers, precision_and_recall
from tradenews.evaluate.report import ROWS, Report, evaluate, table

_SLACK = 0.005  # what a floor lies below the score that it was set from


def main() -> None:
    """Print the table; with ``--floors FILE`` write the floors that no change may sink below."""
    reader = argparse.ArgumentParser(prog="tradenews.evaluate", description=__doc__)
    reader.add_argument("folder", help="a folder of annotated articles (*.json)")
    reader.add_argument("--floors", metavar="FILE", help="write the scores as floors, as TOML")
    reader.add_argument("--dossiers", action="store_true", help="the folder holds dossiers (*.toml) instead")
    options = reader.parse_args()
    if options.dossiers:
        outcomes = evaluate_dossiers(options.folder, parse)
        for outcome in outcomes:
            print(f"{outcome.name}: wanted {list(outcome.wanted)}, found {list(outcome.found)}")
        print("conflicts: precision {:.3f}, recall {:.3f}".format(*precision_and_recall(outcomes)))
        return
    reports = evaluate(options.folder, parse)
    if options.floors:
        Path(options.floors).write_text(_floors(reports), encoding="utf-8")
    print(table(reports))


def _floors(reports: dict[str, Report]) -> str:
    lines = ["# Scores that no change may sink below; they only rise."]
    for language in ("all", *sorted(key for key in reports if key != "all")):
        lines.append(f"\n[{language}]")
        for row in ROWS:
            lines.append(f'"{row}" = {max(reports[language].value(row) - _SLACK, 0):.3f}')
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
