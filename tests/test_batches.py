"""Many texts over processes: order kept, memory bounded, and a dead worker costs one item."""

import os
from typing import Any

import tradenews
from tradenews import Article, Failure, WorkerError
from tradenews.scale.batches import read_many


def read(text: str, **given: Any) -> Article:
    """Stands in for a parser; one text kills the process that reads it."""
    if text == "die":
        os._exit(9)
    return Article(id=text, text=text, language="en")


def test_a_dead_worker_costs_one_item() -> None:
    items = [str(n) for n in range(50)]
    items[20] = items[41] = "die"
    results = list(read_many(read, items, 2, {}))
    assert [r.id if isinstance(r, Article) else None for r in results] == [
        None if n in (20, 41) else str(n) for n in range(50)
    ]
    lost = [r for r in results if isinstance(r, Failure)]
    assert [r.index for r in lost] == [20, 41]
    assert all(isinstance(r.error, WorkerError) for r in lost)


def test_an_endless_stream_is_read_as_far_as_needed() -> None:
    taken = 0

    def endless() -> Any:
        nonlocal taken
        while True:
            taken += 1
            yield str(taken)

    results = read_many(read, endless(), 2, {})
    assert [next(results).id for _ in range(5)] == ["1", "2", "3", "4", "5"]  # type: ignore[union-attr]
    assert taken < 400
    results.close()  # type: ignore[attr-defined]


def test_metadata_travels() -> None:
    pairs = [("Exports rose.", {"language": "en", "published": f"2017-{n:02}"}) for n in range(1, 13)]
    articles = list(tradenews.parse_many(pairs, workers=2))
    assert [a.published.edtf for a in articles] == [f"2017-{n:02}" for n in range(1, 13)]  # type: ignore[union-attr]
