"""Hostile inputs by the hundred thousand: ``python tests/fuzz/hostile.py --inputs 100000``.

Makes texts of all that breaks readers of texts, the same ones at each run, puts them through the public
functions and prints what was tried, what failed (nothing may) and the slowest.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from random import Random

from targets import TARGETS
from texts import BLANKS, BRACKETS, LANGUAGES, SIGNS, WORDS, Chance, unpaired

import tradenews.samples


def words(draw: Random) -> str:
    """Words of the trade in any order."""
    return "".join(draw.choice(WORDS) + draw.choice(BLANKS) for _ in range(draw.randint(1, 14)))


def signs(draw: Random) -> str:
    """Signs and words."""
    pool = [*WORDS, *SIGNS]
    return "".join(draw.choice(pool) + draw.choice(BLANKS) for _ in range(draw.randint(1, 14)))


def anything(draw: Random) -> str:
    """Any code points, surrogates too."""
    return "".join(
        chr(draw.randrange(0x110000 if draw.random() < 0.3 else 0x3000)) for _ in range(draw.randint(0, 40))
    )


def run(draw: Random) -> str:
    """One piece, many times."""
    piece = draw.choice([*WORDS, *SIGNS]) + draw.choice(BLANKS)
    return piece * draw.randint(2, 60)


def nested(draw: Random) -> str:
    """Brackets and quotes in one another."""
    depth = draw.randint(1, 40)
    opened, closed = draw.choice(BRACKETS)
    return opened * depth + draw.choice(WORDS) + closed * draw.randint(0, depth)


def cut(draw: Random) -> str:
    """A real text with a part of it moved, doubled or taken out."""
    text = tradenews.samples.load(draw.choice(tradenews.samples.names()))
    start = draw.randrange(len(text))
    part = text[start : start + draw.randint(20, 160)]
    at = draw.randrange(len(part))
    return part[at:] + draw.choice(SIGNS) + part[:at]


MAKERS: tuple[Callable[[Random], str], ...] = (words, signs, anything, run, nested, cut)


NAMES = sorted(set(TARGETS) - {"plot_deals", "plot_figures", "plot_flows"})  # a chart takes too long for each


def try_one(text: str, number: int, draw: Random) -> None:
    """Each input through one public function, the next one at the next input of its kind."""
    TARGETS[NAMES[number % len(NAMES)]](text, draw.choice((None, *LANGUAGES)), Chance(draw))


def main() -> int:
    """Run and report; the exit status is 1 where anything raised."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--inputs", type=int, default=100_000)
    reader.add_argument("--first", type=int, default=0, help="number of the first one, to share the work")
    options = reader.parse_args()
    tried: Counter[str] = Counter()
    failed: list[str] = []
    slowest = (0.0, "")
    for number in range(options.first, options.first + options.inputs):
        draw = Random(number)
        make = MAKERS[number % len(MAKERS)]
        text = unpaired(make(draw))
        start = time.process_time()
        try:
            try_one(text, number // len(MAKERS), draw)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            what = f"{type(error).__name__}: {error} at {last.name}: {last.line}"
            failed.append(f"{number} ({make.__name__}): {what} for {text[:120]!r}")
        taken = time.process_time() - start
        tried[make.__name__] += 1
        if number - options.first > 1000 and taken > slowest[0]:
            slowest = (taken, make.__name__)
    print("| inputs | tried | what |\n| --- | ---: | --- |")
    for make in MAKERS:
        print(f"| {make.__name__} | {tried[make.__name__]:,} | {(make.__doc__ or '').rstrip('.')} |")
    print(
        f"\n{options.inputs:,} inputs, {len(failed)} exceptions; the slowest took {slowest[0] * 1000:.0f} ms."
    )
    for line in failed[:20]:
        print(ascii(line), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
