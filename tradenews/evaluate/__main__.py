"""``python -m tradenews.evaluate FOLDER``: the accuracy table of the parser on annotated articles."""

from __future__ import annotations

import argparse

from tradenews.api import parse
from tradenews.evaluate.report import evaluate, table


def main() -> None:
    """Print the table."""
    reader = argparse.ArgumentParser(prog="tradenews.evaluate", description=__doc__)
    reader.add_argument("folder", help="a folder of annotated articles (*.json)")
    print(table(evaluate(reader.parse_args().folder, parse)))


if __name__ == "__main__":
    main()
