"""Many texts over processes: order kept, memory bounded, and a dead worker costs one item."""

import itertools
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import tradenews
from tradenews import ArgumentError, Article, Failure, TimeLimitError, WorkerError
from tradenews.workers.crew import Crew
from tradenews.workers.many import read_many

TESTS = Path(__file__).parent


class Odd(Exception):
    """An error that cannot be made anew from its arguments, so that it cannot travel."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one)


def read(text: str, **given: Any) -> Article:
    """Stands in for a parser; some texts do to their process what a text never should."""
    if text == "die":
        os._exit(9)
    if text == "hang":
        time.sleep(600)
    if text == "odd":
        raise Odd("strange", "thing")
    if text == "pid":
        return Article(id=str(os.getpid()), text=text, language="en")
    if text.startswith("once "):
        return _dies_once(Path(text[5:]))
    if text.startswith("note "):
        Path(text[5:], str(os.getpid())).touch()
        time.sleep(0.01)
    return Article(id=text, text=text, language="en")


def _dies_once(mark: Path) -> Article:
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return Article(id="second try", text="", language="en")


def ids(results: Iterator[Article | Failure]) -> list[str | type]:
    return [r.id if isinstance(r, Article) else type(r.error) for r in results]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z" if Path("/proc").is_dir() else True


def gone(pids: set[int], seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while any(map(alive, pids)) and time.monotonic() < end:
        time.sleep(0.05)
    return not any(map(alive, pids))


def test_a_dead_worker_costs_one_item() -> None:
    items = [str(n) for n in range(50)]
    items[20] = items[41] = "die"
    results = list(read_many(read, items, 2, {}))
    assert ids(iter(results)) == [WorkerError if n in (20, 41) else str(n) for n in range(50)]
    lost = [r for r in results if isinstance(r, Failure)]
    assert [(r.index, getattr(r.error, "index", None)) for r in lost] == [(20, 20), (41, 41)]


def test_a_stream_of_nothing_but_death_comes_to_its_end() -> None:
    assert ids(read_many(read, ["die"] * 5, 2, {})) == [WorkerError] * 5


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_an_item_whose_worker_was_killed_from_outside_is_read_again(tmp_path: Path) -> None:
    items = ["a", f"once {tmp_path / 'mark'}", "b"]
    assert ids(read_many(read, items, 2, {})) == ["a", "second try", "b"]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_kill_in_mid_run_loses_nothing(tmp_path: Path) -> None:
    """kill -9 of a worker while the run goes on: every item comes, in order."""
    results = read_many(read, (f"note {tmp_path}" for _ in range(200)), 2, {})
    done = [next(results) for _ in range(20)]
    for victim in sorted(int(p.name) for p in tmp_path.iterdir()):
        os.kill(victim, signal.SIGKILL)
    done += list(results)
    assert len(done) == 200
    assert [(n, repr(r)) for n, r in enumerate(done) if not isinstance(r, Article)] == []
    assert len(list(tmp_path.iterdir())) > 2, "no new process came in place of the dead ones"


def test_an_item_has_its_time() -> None:
    items = [str(n) for n in range(40)]
    items[17] = "hang"
    start = time.monotonic()
    results = list(read_many(read, items, 2, {}, seconds=0.5))
    assert time.monotonic() - start < 60
    assert ids(iter(results)) == [TimeLimitError if n == 17 else str(n) for n in range(40)]
    assert isinstance(results[17], Failure)
    assert str(results[17].error).startswith("item 17 took more than 0.5 seconds")


def test_a_time_limit_takes_a_process_of_its_own() -> None:
    (result,) = read_many(read, ["pid"], None, {}, seconds=5)
    assert isinstance(result, Article)
    assert result.id != str(os.getpid())
    for wrong in (0, -1, "5", True, float("nan"), float("inf")):
        with pytest.raises(ArgumentError, match="seconds"):
            read_many(read, [], None, {}, seconds=wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("workers", [None, 2])
def test_what_cannot_travel_fails_alone(workers: int | None) -> None:
    items: list[Any] = ["a", ("b", {"source": lambda: None}), "odd", ("c", {"lang": "en"}), "d\ud800"]
    results = list(read_many(read, items, workers, {}))
    assert [type(r) for r in results] == [Article, Failure if workers else Article, Failure, Failure, Article]
    assert [r.index for r in results if isinstance(r, Failure)] == ([1, 2, 3] if workers else [2, 3])
    odd = results[2]
    assert isinstance(odd, Failure)
    assert "strange" in str(odd.error)


@pytest.mark.parametrize("workers", [None, 2])
def test_what_came_before_the_end_of_a_broken_source_is_read(workers: int | None) -> None:
    def source() -> Iterator[str]:
        yield from ("a", "b", "c")
        raise OSError("the disk is gone")

    results = read_many(read, source(), workers, {})
    assert [next(results).id for _ in range(3)] == ["a", "b", "c"]  # type: ignore[union-attr]
    with pytest.raises(OSError, match="the disk is gone"):
        next(results)


def test_an_endless_stream_is_read_as_far_as_needed() -> None:
    """However far the run is, no more has been taken than a fixed number of items ahead."""
    taken = itertools.count()
    latest = 0

    def endless() -> Iterator[str]:
        nonlocal latest
        for latest in taken:
            yield str(latest)

    results = read_many(read, endless(), 2, {})
    ahead = []
    for n in range(2000):
        assert next(results).id == str(n)  # type: ignore[union-attr]
        ahead.append(latest - n)
    assert max(ahead) <= 2 * 4 * 16 + 16
    results.close()  # type: ignore[attr-defined]


def test_long_texts_travel_few_at_a_time() -> None:
    taken = []

    def long() -> Iterator[str]:
        for n in itertools.count():
            taken.append(n)
            yield "x" * 1_000_000

    results = read_many(read, long(), 1, {}, seconds=60)
    next(results)
    assert len(taken) < 20
    results.close()  # type: ignore[attr-defined]


MEMORY = """
import itertools, resource, sys
import tradenews

def words(n):
    return f"Exports of Peru{n} rose {n % 97}.{n % 7} percent to ${n} million in {1900 + n % 150}. " * 4

if __name__ == "__main__":
    results = tradenews.parse_many(map(words, itertools.count()), workers=WORKERS, language="en")
    for n in range(400):
        next(results)
    def used():
        own = int(next(l for l in open("/proc/self/status") if l.startswith("VmRSS")).split()[1])
        import multiprocessing
        for child in multiprocessing.active_children():
            lines = open(f"/proc/{child.pid}/status")
            own += int(next(l for l in lines if l.startswith("VmRSS")).split()[1])
        return own
    before = used()
    for n in range(1200):
        next(results)
    print(before, used())
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads /proc")
@pytest.mark.parametrize("workers", [None, 2])
def test_memory_stays_flat_on_an_endless_stream(workers: int | None, tmp_path: Path) -> None:
    script = tmp_path / "stream.py"
    script.write_text(MEMORY.replace("WORKERS", str(workers)))
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, timeout=300)
    before, after = map(int, done.stdout.split())
    assert after < before + 30_000, f"{before} kB, then {after} kB"


INTERRUPTED = """
import itertools, os, sys
from pathlib import Path
from test_workers import read
from tradenews.workers.crew import Crew
from tradenews.workers.many import read_many

if __name__ == "__main__":
    for _ in read_many(read, itertools.repeat("note " + sys.argv[1]), 2, {}):
        print("one", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_end_leaves_no_process_behind(number: signal.Signals, tmp_path: Path) -> None:
    """Ctrl-C goes to all processes of a terminal; a kill only to the first."""
    notes = tmp_path / "notes"
    notes.mkdir()
    script = tmp_path / "run.py"
    script.write_text(INTERRUPTED)
    run = subprocess.Popen(
        [sys.executable, script, str(notes)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS.parent), str(TESTS)])},
    )  # fmt: skip
    assert run.stdout is not None
    for _ in range(40):
        run.stdout.readline()
    workers = {int(p.name) for p in notes.iterdir()}
    assert workers
    if number == signal.SIGINT:
        os.killpg(run.pid, number)
    else:
        run.send_signal(number)
    _, complaints = run.communicate(timeout=30)
    assert gone(workers)
    if number == signal.SIGINT:
        assert complaints.count("Traceback") == 1, complaints
        assert "KeyboardInterrupt" in complaints


def test_closing_early_ends_the_processes(tmp_path: Path) -> None:
    results = read_many(read, itertools.repeat(f"note {tmp_path}"), 2, {})
    for _ in range(40):
        next(results)
    workers = {int(p.name) for p in tmp_path.iterdir()}
    assert workers
    results.close()  # type: ignore[attr-defined]
    assert gone(workers)


UNGUARDED = """
import tradenews
print(list(tradenews.parse_many(["Exports rose."] * 3, workers=2)))
"""


def test_a_script_without_a_guard_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED)
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120)
    assert done.returncode != 0
    assert "if __name__ == '__main__'" in done.stderr.splitlines()[-1]


def test_metadata_travels() -> None:
    pairs = [("Exports rose.", {"language": "en", "published": f"2017-{n:02}"}) for n in range(1, 13)]
    articles = list(tradenews.parse_many(pairs, workers=2))
    assert [a.published.edtf for a in articles] == [f"2017-{n:02}" for n in range(1, 13)]  # type: ignore[union-attr]


def echo(number: int, item: bytes) -> bytes:
    """What a worker does here: it sends back what came."""
    return pickle.dumps((number, item))


def test_a_job_that_comes_to_workers_already_dead_is_not_lost() -> None:
    """Both processes die while they hold nothing: that is no death over the job that they get next."""
    with Crew(echo, 2, None) as crew:
        crew.give([(0, b"a")])
        crew.give([(1, b"b")])
        done = []
        while crew.busy:
            done += crew.results()
        assert sorted(done) == [(0, (0, b"a")), (1, (1, b"b"))]
        for worker in crew._workers:
            worker.process.kill()
            worker.process.join()
        crew.give([(2, b"c")])
        while crew.busy:
            done += crew.results()
    assert done[2:] == [(2, (2, b"c"))]


def slow_echo(number: int, item: bytes) -> bytes:
    time.sleep(0.5 if item == b"slow" else 0)
    return pickle.dumps(os.getpid())


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_an_item_is_not_tried_again_by_a_process_that_may_be_dying() -> None:
    """A killed process seems alive for a moment: what it is given then must not count as its death."""
    with Crew(slow_echo, 2, None) as crew:
        crew.give([(0, b"slow")])
        crew.give([(1, b"fast")])
        first, second = crew._workers
        done: list[tuple[int, Any]] = []
        while not (first.ready and done):
            done += crew.results()
        assert [number for number, _ in done] == [1]
        os.kill(second.process.pid or 0, signal.SIGSTOP)
        first.process.kill()
        threading.Timer(0.5, second.process.kill).start()
        while crew.busy:
            done += crew.results()
    assert [(number, type(what)) for number, what in done] == [(1, int), (0, int)]
