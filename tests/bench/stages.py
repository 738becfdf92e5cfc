"""How long each stage of a parse takes: the stages' functions, each with a clock around it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

import tradenews
from tradenews.reading import article, sentence

# A stage, where its function is looked up, the function, and the stage inside which it runs.
STAGES: tuple[tuple[str, Any, str, str | None], ...] = (
    ("language", article, "detect_language", None),
    ("blocks: lines, paragraphs", article, "split_blocks", None),
    ("metadata and chrome", article, "read_metadata", None),
    ("sentences, amounts settled", article, "read_sentences", None),
    ("scan: tokens and words", sentence, "_scan_all", "sentences, amounts settled"),
    ("grammars: numbers, dates, names", sentence, "fold_chain", "sentences, amounts settled"),
    ("actors", article, "read_actors", None),
    ("figures", article, "read_figures", None),
    ("deals", article, "read_deals", None),
)


def stage_seconds(texts: Sequence[str], rounds: int = 3) -> dict[str, float]:
    """Processor time of each stage over ``texts``, without that of the stages inside it; then the rest."""
    for text in texts:
        tradenews.parse(text)
    taken = dict.fromkeys((stage for stage, *_ in STAGES), 0.0)
    plain = [(home, name, getattr(home, name)) for _, home, name, _ in STAGES]
    for (stage, _, _, outer), (home, name, work) in zip(STAGES, plain, strict=True):
        setattr(home, name, _clocked(work, stage, outer, taken))
    try:
        start = time.process_time()
        for _ in range(rounds):
            for text in texts:
                tradenews.parse(text)
        whole = time.process_time() - start
    finally:
        for home, name, work in plain:
            setattr(home, name, work)
    return {**taken, "records": whole - sum(taken.values())}


def _clocked(
    work: Callable[..., Any], stage: str, outer: str | None, taken: dict[str, float]
) -> Callable[..., Any]:
    def run(*args: Any, **more: Any) -> Any:
        start = time.process_time()
        try:
            return work(*args, **more)
        finally:
            spent = time.process_time() - start
            taken[stage] += spent
            if outer is not None:
                taken[outer] -= spent

    return run
