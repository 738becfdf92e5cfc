"""Worker processes, each at the end of a pipe of its own, so that it is known what each one holds."""

from __future__ import annotations

import pickle
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from attrs import define, field

from tradenews.errors import TimeLimitError, WorkerError

Job = tuple[int, bytes]  # the number of an item, and the item, pickled
Work = Callable[[int, bytes], bytes]  # what a worker does with a job
Done = tuple[int, Any]  # the number of an item, and its result or the error that took its place
_TRIES = 2  # processes that may die over one item: the first may have been killed by chance
_STARTS = 3  # processes in a row that may die before they are ready
_GRACE = 10.0  # seconds that a new process has for its first item on top: it loads its words
_JOIN = 5.0  # seconds that a killed process is waited for


@define(eq=False)
class Worker:
    """A process, our end of its pipe, the jobs it holds, and since when it works on the first of them.

    ``ready`` turns true with its first word, ``warm`` with its first result; before that it has more time.
    ``gone`` is one that had died, holding nothing, before its jobs came: none of them was its death.
    """

    process: BaseProcess
    pipe: Connection
    holds: deque[Job] = field(factory=deque)
    since: float = 0.0
    ready: bool = False
    warm: bool = False
    gone: bool = False


class Crew:
    """At most ``size`` processes that share jobs; a process that dies costs no more than the job in hand.

    Use it as a context: on leaving it, whatever the reason, no process is left.
    """

    def __init__(self, work: Work, size: int, seconds: float | None) -> None:
        self._work, self._size, self._seconds = work, size, seconds
        self._workers: list[Worker] = []
        self._back: deque[Job] = deque()  # jobs of a process that died, to be done first
        self._died: dict[int, int] = {}
        self._stillborn = 0

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join(_JOIN)
            worker.pipe.close()
        self._workers.clear()

    @property
    def busy(self) -> bool:
        """Is any job under way?"""
        return bool(self._back) or any(worker.holds for worker in self._workers)

    @property
    def free(self) -> bool:
        """Could a process begin with new jobs now?"""
        return not self._back and self._room

    @property
    def _room(self) -> bool:
        return len(self._workers) < self._size or any(not worker.holds for worker in self._workers)

    def give(self, jobs: list[Job]) -> None:
        """Hand jobs to a process that holds none; one is started if need be and allowed.

        A job that was a process's death before gets a new one: an idle process may be about to die of what
        killed the first, and then the job would be blamed twice.
        """
        idle = next((worker for worker in self._workers if not worker.holds), None)
        if idle is not None and jobs[0][0] in self._died:
            self._dismiss(idle)
            idle = None
        idle = idle or self._hire()
        idle.holds.extend(jobs)
        idle.since = time.monotonic()
        try:
            idle.gone = idle.ready and not idle.process.is_alive()
            idle.pipe.send(jobs)
        except OSError:  # it is taken away where results are received
            idle.gone = True

    def results(self) -> Iterator[Done]:
        """What has come in; waits for something, at most until some item's time is up."""
        while self._back and self._room:
            self.give([self._back.popleft()])
        pipes = {worker.pipe: worker for worker in self._workers if worker.holds}
        for pipe in wait(list(pipes), self._next_limit()):
            yield from self._received(pipes[pipe])  # type: ignore[index]
        yield from self._overdue()

    def _hire(self) -> Worker:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._work), daemon=True)
        with _deaf():
            process.start()
        theirs.close()
        worker = Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _dismiss(self, worker: Worker) -> None:
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join(_JOIN)
        worker.pipe.close()

    def _received(self, worker: Worker) -> Iterator[Done]:
        """All that a worker has sent so far; its death gives its jobs back."""
        try:
            while worker.pipe.poll():
                word = worker.pipe.recv_bytes()
                worker.since = time.monotonic()
                if not worker.ready:
                    worker.ready, self._stillborn = True, 0
                    continue
                worker.warm = True
                number, _ = worker.holds.popleft()
                self._died.pop(number, None)
                yield number, pickle.loads(word)
        except (EOFError, OSError):
            yield from self._bury(worker, WorkerError)

    def _bury(self, worker: Worker, error: Callable[[int], Exception]) -> Iterator[Done]:
        """Take a dead worker's jobs back; the one in hand is lost if it was the death of another before."""
        self._dismiss(worker)
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn >= _STARTS:
                raise WorkerError(None)
        if worker.gone or not worker.ready:
            self._back.extendleft(reversed(worker.holds))
            return
        number = worker.holds[0][0]
        self._died[number] = self._died.get(number, 0) + 1
        if error is not WorkerError or self._died[number] >= _TRIES:
            worker.holds.popleft()
            del self._died[number]
            yield number, error(number)
        self._back.extendleft(reversed(worker.holds))

    def _next_limit(self) -> float | None:
        """Seconds until the first worker has spent its time on the item in hand."""
        ends = [end for worker in self._workers if (end := self._end(worker)) is not None]
        return max(0.0, min(ends) - time.monotonic()) if ends else None

    def _end(self, worker: Worker) -> float | None:
        """When a worker's time for the item in hand is up."""
        if self._seconds is None or not worker.holds or not worker.ready:
            return None
        return worker.since + self._seconds + (0.0 if worker.warm else _GRACE)

    def _overdue(self) -> Iterator[Done]:
        """End the workers whose time is up; their item is lost, the others go to another process."""
        now = time.monotonic()
        late = [w for w in self._workers if (end := self._end(w)) is not None and end <= now]
        for worker in late:
            if not worker.pipe.poll():
                yield from self._bury(worker, lambda number: TimeLimitError(number, self._seconds or 0.0))


@contextmanager
def _deaf() -> Iterator[None]:
    """While a process is started: it inherits that Ctrl-C is not for it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, work: Work) -> None:
    """The life of a worker: jobs in, results out, one by one; it ends with the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its workers
    with suppress(EOFError, OSError):
        pipe.send_bytes(b"ready")
        while True:
            for number, item in pipe.recv():
                pipe.send_bytes(work(number, item))
