"""Hostile inputs by the hundred thousand: ``python tests/fuzz/hostile.py --inputs 100000``.

Makes texts of all that breaks readers of texts, the same ones at each run, puts them through the public
functions and prints what was tried, what failed (nothing may) and the slowest.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from random import Random

import tradenews.samples
from tradenews import NormalizationError

LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pt", "zh")
_WORDS = """
$ US$ € 1.2 1,234 12.345.678,90 0 -0 007 1e9 ½ ² ٣ １２ billion Mrd. mil millones 亿元 万 %
percent percentage points tonnes barrels a day exports rose fell to from by in 2016
Sept. 7 2017-13-45 99/99/9999 Mexico China’s México 中国 出口 增长 百分之 Deutschland Ausfuhren
stiegen um signed free trade agreement with President Jack Ma Alibaba Inc. and between
more than Source: © Read more • http://a.b/c ?x=1&y=2 @x <script> &amp; =1+1 {{7*7}}
../../etc %s %n '; DROP NULL None nan inf -
"""
WORDS = tuple(_WORDS.split())
SIGNS = (
    *"()[]{}（）【】「」“”‘’«»\"'´`…—–‐~^|\\/;:!?。，、：🚢ﷺﬁßİıſΩℵⅧ〇\u0301\u00ad",
    *"\x00\ud800\udfff\u202e\u2066\u200b\u200d\ufeff",
    *("e\u0301", "\U0001f468\u200d\U0001f467", "\U0001f1f2\U0001f1fd", "..."),
)
BLANKS = (" ", " ", " ", "\n", "\n\n", "\t", "\r\n", "\u00a0", "\u3000", "\u2028", "\x0b", "")


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
    opened, closed = draw.choice(["()", "[]", "“”", "«»", "（）", "''", "<>"])
    return opened * depth + draw.choice(WORDS) + closed * draw.randint(0, depth)


def cut(draw: Random) -> str:
    """A real text with a part of it moved, doubled or taken out."""
    text = tradenews.samples.load(draw.choice(tradenews.samples.names()))
    start = draw.randrange(len(text))
    part = text[start : start + draw.randint(20, 160)]
    at = draw.randrange(len(part))
    return part[at:] + draw.choice(SIGNS) + part[:at]


MAKERS: tuple[Callable[[Random], str], ...] = (words, signs, anything, run, nested, cut)


def try_all(text: str, number: int, draw: Random) -> None:
    """Each input through parse, and through one other function in turn."""
    language = draw.choice((None, *LANGUAGES))
    article = tradenews.parse(text, language=language)
    assert article.text == text
    known = language or "en"
    match number % 6:
        case 0:
            assert tradenews.from_json(tradenews.to_json(article)) == article
        case 1:
            tradenews.find_amounts(text, language)
            tradenews.find_periods(text, language)
        case 2:
            tradenews.render_html(article)
        case 3:
            for figure in article.figures:
                str(tradenews.explain(article, figure))
        case 4:
            tradenews.reconcile([article])
        case 5:
            for normalize in (
                tradenews.normalize_number,
                tradenews.normalize_amount,
                tradenews.normalize_period,
            ):
                try:
                    normalize(text[:60], known)
                except NormalizationError:
                    continue


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
        text = make(draw)
        start = time.process_time()
        try:
            try_all(text, number // len(MAKERS), draw)
        except Exception as error:
            failed.append(f"{number} ({make.__name__}): {type(error).__name__}: {error} for {text[:120]!r}")
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
