"""An endless stream of texts, read in order over processes, with bounded memory."""

from __future__ import annotations

import math
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from attrs import define, field, frozen

from tradenews.errors import ArgumentError
from tradenews.models.failure import Failure
from tradenews.workers.crew import Crew, Job
from tradenews.workers.item import Item

T = TypeVar("T")
_CHUNK = 16  # texts that travel to a worker at once
_BYTES = 1 << 18  # or so many bytes of them
_AHEAD = 4  # chunks a worker that are read ahead of what has been handed out
_KEYS = ("language", "published", "source", "title", "url", "byline")


def read_many(
    read: Callable[..., T],
    items: Iterable[Item],
    workers: int | None,
    given: Mapping[str, Any],
    seconds: float | None = None,
) -> Iterator[T | Failure]:
    """What ``read`` makes of each item, in input order; a :class:`Failure` in place of an item that fails.

    ``seconds`` bounds the time of one item; it takes a process to keep it, so that one is started if
    ``workers`` asks for none.
    """
    if workers is not None and (type(workers) is not int or workers < 1):
        raise ArgumentError("workers", workers, "pass a positive int, or None for this process only")
    if seconds is not None and (type(seconds) not in (int, float) or not 0 < seconds < math.inf):
        raise ArgumentError("seconds", seconds, "pass a positive number, or None for no limit")
    if isinstance(items, str) or not isinstance(items, Iterable):
        raise ArgumentError("texts", items, "pass an iterable of texts or of (text, metadata) pairs")
    _check_keys(given)
    if seconds is None and (workers is None or workers == 1):
        return (_one(read, index, item, given) for index, item in enumerate(items))
    return _spread(_Work(read, dict(given)), items, workers or 1, seconds)


@frozen
class _Work:
    """What a worker is sent once: how to read an item."""

    read: Callable[..., Any]
    given: dict[str, Any]

    def __call__(self, number: int, item: bytes) -> bytes:
        result = _one(self.read, number, pickle.loads(item), self.given)
        try:
            data = pickle.dumps(result)
            if isinstance(result, Failure):
                pickle.loads(data)
        except Exception as error:  # the result cannot travel: what it was is told in words
            what = result.error if isinstance(result, Failure) else error
            return pickle.dumps(Failure(number, RuntimeError(f"{type(what).__name__}: {what}")))
        return data


@define
class _Source:
    """The items, pickled and counted as they are taken; an error of theirs waits for what was read before."""

    items: Iterator[Item]
    taken: int = 0
    error: BaseException | None = None
    ended: bool = False
    refused: dict[int, Failure] = field(factory=dict)

    def chunk(self) -> list[Job]:
        """The next jobs; empty at the end."""
        jobs: list[Job] = []
        size = 0
        while len(jobs) < _CHUNK and size < _BYTES and not self.ended:
            try:
                item = next(self.items)
            except StopIteration:
                self.ended = True
                break
            except Exception as error:
                self.ended, self.error = True, error
                break
            try:
                jobs.append((self.taken, pickle.dumps(item)))
                size += len(jobs[-1][1])
            except Exception as error:  # an item that cannot travel
                self.refused[self.taken] = Failure(self.taken, error)
            self.taken += 1
        return jobs


def _spread(work: _Work, items: Iterable[Item], workers: int, seconds: float | None) -> Iterator[Any]:
    """Chunks of items over processes, results put back in order; no more is read than the window holds."""
    source = _Source(iter(items))
    done: dict[int, Any] = {}
    window = workers * _AHEAD * _CHUNK
    at = 0
    with Crew(work, workers, seconds) as crew:
        while True:
            while crew.free and not source.ended and source.taken - at < window:
                if jobs := source.chunk():
                    crew.give(jobs)
                done.update(source.refused)
                source.refused.clear()
            if at in done:
                yield done.pop(at)
                at += 1
            elif crew.busy:
                for number, result in crew.results():
                    done[number] = Failure(number, result) if isinstance(result, Exception) else result
            elif source.ended:
                break
    if source.error is not None:
        raise source.error


def _one(read: Callable[..., T], index: int, item: Item, given: Mapping[str, Any]) -> T | Failure:
    try:
        text, own = item if isinstance(item, tuple | list) and len(item) == 2 else (item, {})
        _check_keys(own)
        return read(text, **{**given, **own})
    except Exception as error:
        return Failure(index, error)


def _check_keys(given: Mapping[str, Any]) -> None:
    for key in given:
        if key not in _KEYS:
            raise ArgumentError("metadata", key, f"unknown key; known: {', '.join(_KEYS)}")
