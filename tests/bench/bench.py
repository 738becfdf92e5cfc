"""Speed, as ratios taken in one run: ``make bench``.

Prints articles a second on texts of about 3 kB in each language, beside a bare pass of the tokenizer over the
same text and beside a loop that shows how fast the machine is; the cost of each stage; peers; what starting
costs, in time and memory; and growth: time against length of the text and against number of articles, for
ordinary and for hostile text. Machines differ and are noisy: read the ratios.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import corpus
import start
from stages import stage_seconds

import tradenews
from tradenews.lexicon.forms import TOKEN

GOLD = Path(__file__).parents[1] / "gold"
SIZE = 3000
LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pt", "zh")
HOSTILE = (
    "1",
    "$",
    "A",
    "$1 ",
    "1,",
    "中",
    "Mexico ",
    "million ",
    "( ",
    "Inc. ",
    "and ",
    "5% ",
    "President ",
)


def quantities(text: str) -> object:
    """What quantulum3 does, without its classifier."""
    from quantulum3 import parser

    return parser.parse(text)


def dates(text: str, languages: list[str] | None = None) -> object:
    """What dateparser does."""
    from dateparser.search import search_dates

    return search_dates(text, languages=languages)


PEERS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("quantulum3 (amounts)", quantities),
    ("dateparser.search (dates)", dates),
    ("dateparser.search, told that it is English", partial(dates, languages=["en"])),
)


def texts_of(language: str) -> list[str]:
    """The annotated articles of a language, joined and cut to about 3 kB each at a line's end."""
    bodies = [json.loads(p.read_text("utf-8")) for p in sorted(GOLD.glob("*.json"))]
    lines = "\n\n".join(b["text"] for b in bodies if b["language"] == language).split("\n")
    size = SIZE // 3 if language == "zh" else SIZE  # an ideograph takes three bytes
    made, current = [], ""
    for line in lines:
        current += line + "\n"
        if len(current) >= size:
            made.append(current)
            current = ""
    return made or [current]


def seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """Median processor time of a call: what else the machine does counts little."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def rate(parse: Callable[[str], object], texts: list[str], rounds: int = 5) -> float:
    """Articles a second."""
    return len(texts) / seconds(lambda: [parse(text) for text in texts], rounds)


def calibrate() -> int:
    """A fixed piece of ordinary Python: words cut, folded, counted."""
    counts: dict[str, int] = {}
    for number in range(20_000):
        word = f"word {number % 997}".upper().casefold()
        counts[word] = counts.get(word, 0) + len(word)
    return len(counts)


def speed_table() -> None:
    """Articles a second by language; tokenizer passes and calibration loops that one article costs."""
    loops = 1 / seconds(calibrate, 9)
    print(f"The calibration loop runs {loops:,.0f} times a second here.\n")
    print("| language | articles/s | bare token passes an article costs | calibration loops |")
    print("| --- | ---: | ---: | ---: |")
    for language in LANGUAGES:
        texts = texts_of(language)
        tradenews.parse(texts[0])
        ours = rate(tradenews.parse, texts)
        bare = rate(lambda text: sum(1 for _ in TOKEN.finditer(text)), texts)
        print(f"| {language} | {ours:,.0f} | {bare / ours:.0f} | {loops / ours:.1f} |")


def stage_table() -> None:
    """What part of a parse each stage takes, over all languages."""
    texts = [text for language in LANGUAGES for text in texts_of(language)]
    taken = stage_seconds(texts)
    whole = sum(taken.values())
    print("\n| stage | part of the time |\n| --- | ---: |")
    for stage, part in taken.items():
        print(f"| {stage} | {part / whole:.0%} |")


def start_table() -> None:
    """What a fresh interpreter pays: processor time and memory."""
    print("\n| what | processor time, ms | memory, MB |\n| --- | ---: | ---: |")
    for row in start.rows(LANGUAGES):
        print("| {} | {:,.0f} | {:,.0f} |".format(*row))


def peer_table() -> None:
    """Whole articles by this library beside what peers take for amounts alone, or for dates alone."""
    texts = texts_of("en")
    ours = rate(tradenews.parse, texts)
    print("\n| English | articles/s | tradenews is faster by |\n| --- | ---: | ---: |")
    print(f"| tradenews.parse | {ours:,.0f} | 1 |")
    for name, parse in PEERS:
        theirs = rate(parse, texts[:2], rounds=2)
        print(f"| {name} | {theirs:,.2f} | {ours / theirs:,.0f} |")


def growth_table() -> None:
    """Time for eight times the text, as a multiple: 8 is linear, 64 quadratic."""
    print("\n| text | time x for 8 x the length |\n| --- | ---: |")
    article = "\n".join(texts_of("en"))
    for name, piece in [("articles", article), *((repr(p), p) for p in HOSTILE)]:
        unit = piece * (10_000 // len(piece) + 1)
        language = "zh" if piece == "中" else "en"
        small = seconds(lambda t=unit, c=language: tradenews.parse(t, language=c), 3)  # type: ignore[misc]
        large = seconds(lambda t=unit * 8, c=language: tradenews.parse(t, language=c), 3)  # type: ignore[misc]
        print(f"| {name} | {large / small:.1f} |")


def reconcile_table() -> None:
    """Time of one reconciliation for twice the number of articles, as a multiple: 2 is linear.

    Once for made-up articles that all differ, once for a few articles over and over, whose claims pile up.
    """
    every = [a for language in LANGUAGES for a in map(tradenews.parse, texts_of(language))]
    most = corpus.articles(4000)
    print("\n| articles | all differ: ms | x for twice as many | copies: ms | x for twice as many |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    before: tuple[float, ...] = ()
    for count in (250, 500, 1000, 2000, 4000):
        taken = tuple(
            1000 * seconds(lambda g=given: tradenews.reconcile(g), 3)  # type: ignore[misc]
            for given in (most[:count], corpus.copies(every, count))
        )
        ratios = (
            [f"{now / then:.1f}" for now, then in zip(taken, before, strict=True)] if before else ["", ""]
        )
        print(f"| {count} | {taken[0]:,.0f} | {ratios[0]} | {taken[1]:,.0f} | {ratios[1]} |")
        before = taken


def main() -> None:
    """All tables."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--no-peer", action="store_true", help="leave the peers out (they take a while)")
    reader.add_argument("--brief", action="store_true", help="leave the tables of growth out")
    options = reader.parse_args()
    speed_table()
    stage_table()
    start_table()
    if not options.no_peer:
        peer_table()
    if not options.brief:
        growth_table()
        reconcile_table()


if __name__ == "__main__":
    main()
