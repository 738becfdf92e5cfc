"""Writes the parts of the pages that the library makes itself: ``python docs/generate.py``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from parts import accuracy, command, coverage, gallery, notation, terms, trace

HERE = Path(__file__).parent
OUT = HERE / "_generated"


def main() -> None:
    """Write all parts."""
    OUT.mkdir(exist_ok=True)
    reports = accuracy.reports()
    makers: dict[str, Callable[[], str]] = {
        "chain.html": trace.picture,
        "chain.md": trace.table,
        "accuracy.md": lambda: accuracy.accuracy(reports),
        "summary.md": lambda: accuracy.summary(reports),
        "calibration.md": accuracy.calibration,
        "dossiers.md": accuracy.dossiers,
        "coverage.md": lambda: coverage.coverage(reports),
        "notation.md": notation.notation,
        "vocabularies.md": terms.vocabularies,
        "units.md": terms.units,
        "tags.md": terms.tags,
        "command.md": command.command,
        "gallery.md": lambda: gallery.gallery(HERE / "_static" / "gallery"),
    }
    for name, make in makers.items():
        (OUT / name).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main()
