"""Throughput of an archive, Parquet to Parquet: ``python tests/bench/archive.py --texts 10000``.

Prints articles and megabytes a second for each number of workers, articles a second of processor time (what
counts where a machine has other work too), the memory at most, and what a thousand million articles take.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

import corpus
import pyarrow as pa
import pyarrow.parquet as pq

from tradenews.scale import convert_parquet

_FILES = 4
_PARTS = 4  # made-up articles to a text, so that it has about 3 kB


def write_news(folder: Path, count: int) -> int:
    """Write so many texts as a few Parquet files; how many bytes of UTF-8 they are."""
    size = 0
    for file in range(_FILES):
        numbers = range(file, count, _FILES)
        # Texts of one language stand together: 4 languages in turn.
        texts = ["\n\n".join(corpus.article(16 * n + 4 * p + n % 4) for p in range(_PARTS)) for n in numbers]
        size += sum(len(text.encode()) for text in texts)
        pq.write_table(pa.table({"id": list(numbers), "text": texts}), folder / f"news-{file}.parquet")
    return size


def processor_time() -> float:
    """Seconds that this process and those it has ended have computed."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Measure and print."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--texts", type=int, default=2000)
    reader.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    options = reader.parse_args()
    with tempfile.TemporaryDirectory() as name:
        news = Path(name) / "news"
        news.mkdir()
        size = write_news(news, options.texts)
        print(f"{options.texts} texts of {size / options.texts:,.0f} bytes in {_FILES} files\n")
        print(
            "| workers | articles/s | MB/s | articles/CPU s | records | CPU h for 10^6 | core-days for 10^9 |"
        )
        print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        for workers in options.workers:
            start, spent = time.perf_counter(), processor_time()
            reports = convert_parquet(news, Path(name) / f"figures-{workers}", keep=["id"], workers=workers)
            taken = time.perf_counter() - start
            pace, cost = options.texts / taken, (processor_time() - spent) / options.texts
            print(
                f"| {workers} | {pace:,.0f} | {size / taken / 1e6:.2f} | {1 / cost:,.0f} "
                f"| {sum(r.records for r in reports):,} | {1e6 * cost / 3600:.1f} "
                f"| {1e9 * cost / 86400:,.0f} |"
            )
    own, children = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"\nmemory at most: {own:,.0f} MB here, {children:,.0f} MB in a worker")


if __name__ == "__main__":
    sys.exit(main())
