"""Throughput of an archive, Parquet to Parquet: ``python tests/bench/archive.py --texts 10000``.

``--brief`` makes texts of one sentence, as a ticker has them, in place of some 3 kB; ``--folder`` keeps what
is made, and a run that was broken off goes on there (``--texts 1000000 --brief --files 100 --folder here``).

Prints articles and megabytes a second for each number of workers, articles a second of processor time (what
counts where a machine has other work too), the memory at most, and what a thousand million articles take.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import corpus
import pyarrow as pa
import pyarrow.parquet as pq

from tradenews.scale import convert_parquet

_PARTS = 4  # made-up articles to a text, so that it has about 3 kB


def write_news(folder: Path, count: int, files: int, make: Callable[[int], str]) -> int:
    """Write so many texts as Parquet files, those that are not there; how many bytes of UTF-8 all are."""
    size = 0
    for file in range(files):
        path = folder / f"news-{file}.parquet"
        if not path.exists():
            numbers = range(file, count, files)
            pq.write_table(pa.table({"id": list(numbers), "text": [make(n) for n in numbers]}), path)
        size += sum(len(text.as_py().encode()) for text in pq.read_table(path)["text"])
    return size


def full(number: int) -> str:
    """A text of some 3 kB; four languages in turn."""
    return "\n\n".join(corpus.article(16 * number + 4 * p + number % 4) for p in range(_PARTS))


def brief(number: int) -> str:
    """A text of one sentence, of each kind in turn."""
    return corpus.article(number, parts=[number // 4 % 5])


def processor_time() -> float:
    """Seconds that this process and those it has ended have computed."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Measure and print."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--texts", type=int, default=2000)
    reader.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    reader.add_argument("--files", type=int, default=4)
    reader.add_argument("--brief", action="store_true", help="texts of one sentence")
    reader.add_argument("--folder", type=Path, help="where files are kept; else they are temporary")
    options = reader.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        name = options.folder or Path(temporary)
        news = name / "news"
        news.mkdir(parents=True, exist_ok=True)
        size = write_news(news, options.texts, options.files, brief if options.brief else full)
        print(f"{options.texts} texts of {size / options.texts:,.0f} bytes in {options.files} files\n")
        print(
            "| workers | done now | articles/s | MB/s | articles/CPU s | records | CPU h for 10^6 "
            "| core-days for 10^9 |"
        )
        print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        for workers in options.workers:
            start, spent = time.perf_counter(), processor_time()
            reports = convert_parquet(news, name / f"figures-{workers}", keep=["id"], workers=workers)
            taken = time.perf_counter() - start
            done = sum(report.texts for report in reports if not report.skipped)
            if not done:
                print(f"| {workers} | 0: all was done before |")
                continue
            pace, cost = done / taken, (processor_time() - spent) / done
            volume = pace * size / options.texts / 1e6
            print(
                f"| {workers} | {done:,} | {pace:,.0f} | {volume:.2f} | {1 / cost:,.0f} "
                f"| {sum(r.records for r in reports):,} | {1e6 * cost / 3600:.1f} "
                f"| {1e9 * cost / 86400:,.0f} |"
            )
    own, children = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"\nmemory at most: {own:,.0f} MB here, {children:,.0f} MB in a worker")


if __name__ == "__main__":
    sys.exit(main())
