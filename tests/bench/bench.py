"""Speed, as ratios taken in one run: ``make bench``.

Prints articles a second on texts of about 3 kB in each language, beside quantulum3 and beside a bare pass of
the tokenizer over the same text; the cost of each stage; and growth: time against length of the text and
against number of articles, for ordinary and for hostile text. Machines differ and are noisy: read the ratios.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import corpus

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


def speed_table() -> None:
    """Articles a second by language, and how many bare tokenizer passes an article costs."""
    print("| language | articles/s | bare token passes an article costs |\n| --- | ---: | ---: |")
    for language in LANGUAGES:
        texts = texts_of(language)
        tradenews.parse(texts[0])
        ours = rate(tradenews.parse, texts)
        bare = rate(lambda text: sum(1 for _ in TOKEN.finditer(text)), texts)
        print(f"| {language} | {ours:,.0f} | {bare / ours:.0f} |")


def peer_table(peer: bool) -> None:
    """Beside quantulum3, on the English texts, in the same process."""
    texts = texts_of("en")
    ours = rate(tradenews.parse, texts)
    print(f"\ntradenews.parse, English: {ours:,.0f} articles/s")
    if not peer:
        return
    try:
        from quantulum3 import parser
    except ImportError:
        print("quantulum3 is not installed: pip install 'tradenews[bench]'")
        return
    theirs = rate(parser.parse, texts[:2], rounds=2)
    print(f"quantulum3.parse, English: {theirs:,.1f} articles/s; ratio {ours / theirs:,.0f}")


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
    reader.add_argument("--no-peer", action="store_true", help="leave quantulum3 out (it takes a while)")
    reader.add_argument("--brief", action="store_true", help="leave the tables of growth out")
    options = reader.parse_args()
    speed_table()
    peer_table(not options.no_peer)
    if not options.brief:
        growth_table()
        reconcile_table()


if __name__ == "__main__":
    main()
