"""A text cut into lines of one width says what it says without: same figures, actors, deals and headline."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tradenews import Article, parse, to_json

GOLD = sorted(p for p in (Path(__file__).parent / "gold").glob("own-*.json") if "-zh-" not in p.name)
LEAST = 0.98  # of all figures: a word cut from its sentence may fall behind an abbreviation's dot


def _wrapped(text: str, width: int, between: str) -> str:
    return between.join(
        "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False))
        if len(line) > width
        else line
        for line in text.split("\n")
    )


def _records(article: Article) -> Counter[tuple[object, ...]]:
    return Counter(
        (f.amount, f.kind, f.form, f.modality, f.reporter, f.partner, f.product, f.period)
        for f in article.figures
    )


def _strings(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, key)
    elif isinstance(value, str):
        yield key, value


@pytest.mark.parametrize(("width", "between"), [(72, "\n"), (60, "\n\n"), (80, "\n\n")])
def test_wrapped_texts_say_the_same(width: int, between: str) -> None:
    same = total = 0
    for path in GOLD:
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = gold["text"]
        loose = parse(text if between == "\n" else text.replace("\n", "\n\n"), language=gold["language"])
        cut = parse(_wrapped(text, width, between), language=gold["language"])
        same += sum((_records(loose) & _records(cut)).values())
        total += len(loose.figures)
        assert len(cut.deals) == len(loose.deals), path.name
    assert total > 500
    assert same >= LEAST * total


def test_no_name_is_cut() -> None:
    for path in GOLD:
        gold = json.loads(path.read_text(encoding="utf-8"))
        article = parse(_wrapped(gold["text"], 60, "\n\n"), language=gold["language"])
        cut = [(k, v) for k, v in _strings(json.loads(to_json(article))) if "\n" in v and k != "text"]
        assert not cut, path.name
