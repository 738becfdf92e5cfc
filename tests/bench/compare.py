"""Other extractors on the annotated texts: ``make measured`` (prints Markdown; docs/measured keeps it).

Asked is only what all of them are made for: the value and the unit of an amount that stands in a text. An
annotated amount counts as read where a system reports a number at that place with that value, and as read
with its unit where it names the same one. Ranges, and counts of things, are left out: not all have a form
for them. Signs are not compared (a fall is a matter of meaning). What the others report elsewhere is not
held against them. price-parser is given the words of each sum of money alone, as it takes one price a call;
dateparser the calendar expressions of tests/test_periods.py.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import tradenews
from tradenews.evaluate.match import places
from tradenews.evaluate.report import annotated

TESTS = Path(__file__).parents[1]
FOLDERS = ("bank", "unseen")
LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pt", "zh")
CULTURES = {"en": "en-us", "es": "es-es", "fr": "fr-fr", "pt": "pt-br", "zh": "zh-cn"}
Read = tuple[int, int, float, str | None]  # start, end, value, our code of the unit
System = Callable[[str, str], Iterator[Read]]

# The names that others give to the units that occur in the texts.
CODES = {
    "dollar": "USD", "united states dollar": "USD", "us dollar": "USD", "euro": "EUR",
    "pound sterling": "GBP",
    "british pound": "GBP", "chinese yuan": "CNY", "chinese yuan renminbi": "CNY", "yuan": "CNY",
    "renminbi": "CNY", "japanese yen": "JPY", "yen": "JPY", "indian rupee": "INR", "brazilian real": "BRL",
    "swiss franc": "CHF", "mexican peso": "MXN", "percentage": "percent",
    "percentage point": "percentage_point",
    "tonne": "t", "metric ton": "t", "ton": "t", "kilogram": "kg", "gram": "g", "litre": "l", "liter": "l",
    "barrel": "bbl", "hectare": "ha", "kilometre": "km", "kilometer": "km", "metre": "m", "meter": "m",
    "cubic metre": "m3", "cubic meter": "m3", "megawatt": "MW", "gigawatt": "GW", "pound": "lb",
    "pound-mass": "lb", "bushel": "bu", "bag": "bag", "square kilometre": "km2", "acre": "acre",
}  # fmt: skip


def ours(text: str, language: str) -> Iterator[Read]:
    """The amounts that this library finds."""
    for mention in tradenews.find_amounts(text, language):
        span, amount = mention.span, mention.value
        yield span.start, span.end, float(amount.low), amount.unit


def quantulum(text: str, language: str) -> Iterator[Read]:
    """Quantities of quantulum3 (its classifier, which needs a trained model, off)."""
    from quantulum3 import parser

    for found in parser.parse(text):
        code = getattr(found.unit, "currency_code", None) or CODES.get(found.unit.name)
        yield found.span[0], found.span[1], found.value, code


def recognizers(text: str, language: str) -> Iterator[Read]:
    """Sums of money, dimensions, percentages and numbers of Recognizers-Text."""
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    for recognize in (recognize_currency, recognize_dimension, recognize_percentage, recognize_number):
        for found in recognize(text, CULTURES[language]):
            facts = found.resolution or {}
            written = str(facts.get("value") or "").replace(",", ".")
            number = re.fullmatch(r"(-?[\d.]+(?:e[+-]?\d+)?)(%?)", written)
            if number is None:
                continue
            name = str(facts.get("unit") or "").lower()
            code = "percent" if number[2] else facts.get("isoCurrency") or CODES.get(name)
            yield found.start, found.end + 1, float(number[1]), code


SYSTEMS: dict[str, tuple[str | None, System, tuple[str, ...]]] = {
    "tradenews": (None, ours, LANGUAGES),
    "quantulum3": ("quantulum3", quantulum, ("en",)),
    "Recognizers-Text": ("recognizers-text-suite", recognizers, tuple(CULTURES)),
}


def asked(row: dict[str, Any]) -> bool:
    """Is it an amount that every system has a form for?"""
    return not row["optional"] and row["low"] == row["high"] and row["unit"] != "count"


def amounts_table(folder: str) -> None:
    """By system and language: the share of amounts read with value, and with value and unit."""
    rows = list(annotated(TESTS / folder))
    print(f"\n**tests/{folder}**: value read / value and unit read\n")
    print("| system | " + " | ".join(LANGUAGES) + " | characters/s |")
    print("| --- |" + " ---: |" * (len(LANGUAGES) + 1))
    asked_for = {
        k: sum(asked(f) for r in rows if r["language"] == k for f in r["figures"]) for k in LANGUAGES
    }
    print("| *amounts asked for* | " + " | ".join(str(asked_for[k]) for k in LANGUAGES) + " | |")
    for name, (_, system, languages) in SYSTEMS.items():
        cells, size, taken = [], 0, 0.0
        for language in LANGUAGES:
            if language not in languages:
                cells.append("–")
                continue
            values = units = 0
            list(system("1", language))  # what is loaded once is not timed
            for row in (r for r in rows if r["language"] == language):
                start = time.process_time()
                try:
                    found = list(system(row["text"], language))
                except Exception as error:
                    print(f"{name} fails on {row['id']}: {type(error).__name__}", file=sys.stderr)
                    found = []
                taken += time.process_time() - start
                size += len(row["text"])
                for figure in filter(asked, row["figures"]):
                    hits = [r for r in found if _same(r, figure, row["text"])]
                    values += bool(hits)
                    units += any(r[3] == figure["unit"] for r in hits)
            total = max(asked_for[language], 1)
            cells.append(f"{values / total:.2f} / {units / total:.2f}")
        print(f"| {name} | " + " | ".join(cells) + f" | {size / taken:,.0f} |")


def _same(read: Read, figure: dict[str, Any], text: str) -> bool:
    start, end, value, _ = read
    wanted = abs(float(figure["low"]))
    near = any(start < stop and begin < end for begin, stop in places(text, figure["quote"]))
    return near and abs(abs(value) - wanted) <= 1e-9 * max(wanted, 1)


def prices_table() -> None:
    """price-parser and normalize_amount on the words of each sum of money."""
    from price_parser import Price

    print("\nThe words of a sum of money alone: amount right / amount and currency right\n")
    print("| language | sums | tradenews | price-parser |\n| --- | ---: | ---: | ---: |")
    rows = list(annotated(TESTS / "bank"))
    for language in LANGUAGES:
        figures = [f for r in rows if r["language"] == language for f in r["figures"]]
        money = [f for f in figures if asked(f) and len(f["unit"]) == 3 and f["unit"].isupper()]
        scores = {"ours": [0, 0], "theirs": [0, 0]}
        for figure in money:
            wanted = abs(float(figure["low"]))
            try:
                amount = tradenews.normalize_amount(figure["quote"], language)
                _score(scores["ours"], float(amount.low) == wanted, amount.unit == figure["unit"])
            except tradenews.NormalizationError:
                pass
            price = Price.fromstring(figure["quote"])
            right = price.amount is not None and float(price.amount) == wanted
            named = _code(price.currency) == figure["unit"]
            _score(scores["theirs"], right, named)
        cells = [f"{a / len(money):.2f} / {b / len(money):.2f}" for a, b in scores.values()]
        print(f"| {language} | {len(money)} | " + " | ".join(cells) + " |")


def _score(score: list[int], right: bool, named: bool) -> None:
    score[0] += right
    score[1] += right and named


def _code(symbol: str | None) -> str | None:
    try:
        return tradenews.normalize_currency(symbol or "")
    except tradenews.NormalizationError as error:
        return str(error.candidates[0]) if error.candidates else None


def dates_table() -> None:
    """dateparser on calendar expressions, by what they name."""
    from dateparser.search import search_dates
    from test_periods import FOUND

    sorts: dict[str, list[int]] = {"a day": [0, 0], "a month": [0, 0], "a year": [0, 0]}
    stretches = 0
    for language, text, edtf in FOUND:
        if not re.fullmatch(r"\d{4}(-(0\d|1[0-2]))?(-\d\d)?", edtf):
            stretches += 1
            continue
        sort = {4: "a year", 7: "a month", 10: "a day"}[len(edtf)]
        settings = {"RELATIVE_BASE": datetime(2023, 1, 20), "PREFER_DATES_FROM": "past"}
        found = search_dates(text, languages=[language], settings=settings) or []
        sorts[sort][1] += 1
        sorts[sort][0] += any(when.date().isoformat().startswith(edtf) for _, when in found)
    print("\n| what the expression names | expressions | dateparser finds it |\n| --- | ---: | ---: |")
    for sort, (right, total) in sorts.items():
        print(f"| {sort} | {total} | {right / total:.2f} |")
    print(f"| a stretch (quarter, half, range, open end) | {stretches} | its result is one moment |")


def main() -> None:
    """All tables, for the systems that are installed."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    warnings.simplefilter("ignore")
    sys.path.insert(0, str(TESTS))
    peers = ("quantulum3", "recognizers-text-suite", "price-parser", "dateparser")
    print("Run with " + ", ".join(f"{name} {version(name)}" for name in peers) + ".")
    for folder in FOLDERS:
        amounts_table(folder)
    prices_table()
    dates_table()


if __name__ == "__main__":
    main()
