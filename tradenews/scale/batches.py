"""Articles from an endless stream of texts, in order, over processes, with bounded memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Any

from tradenews.errors import ArgumentError, WorkerError
from tradenews.models.article import Article
from tradenews.models.failure import Failure

Item = str | tuple[str, Mapping[str, Any]]
_CHUNK = 16  # texts that travel to a worker at once: a message costs about as much as one article
_AHEAD = 4  # chunks a worker that are under way at once
_KEYS = ("language", "published", "source", "title", "url", "byline")


Reader = Callable[..., Article]
Chunk = list[tuple[int, Item]]


def read_many(
    read: Reader, items: Iterable[Item], workers: int | None, given: Mapping[str, Any]
) -> Iterator[Article | Failure]:
    """Articles in input order; an item that fails gives a :class:`Failure` in its place."""
    if workers is not None and (type(workers) is not int or workers < 1):
        raise ArgumentError("workers", workers, "pass a positive int, or None for this process only")
    if isinstance(items, str) or not isinstance(items, Iterable):
        raise ArgumentError("texts", items, "pass an iterable of texts or of (text, metadata) pairs")
    _check_keys(given)
    if workers is None or workers == 1:
        return (_one(read, index, item, given) for index, item in enumerate(items))
    return _spread(read, items, workers, given)


def _spread(
    read: Reader, items: Iterable[Item], workers: int, given: Mapping[str, Any]
) -> Iterator[Article | Failure]:
    """Chunks of items over processes; a dead process costs the one item that it was reading."""
    chunks = _chunks(items)
    pending: deque[tuple[Chunk, Future[list[Article | Failure]]]] = deque()
    pool = _pool(workers)
    try:
        for chunk in islice(chunks, workers * _AHEAD):
            pending.append((chunk, pool.submit(_some, read, chunk, given)))
        while pending:
            chunk, future = pending.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield from _one_by_one(read, chunk, given)
                pool = _pool(workers)
                pending = deque((c, pool.submit(_some, read, c, given)) for c, _ in pending)
            for chunk in islice(chunks, 1):
                pending.append((chunk, pool.submit(_some, read, chunk, given)))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def _one_by_one(read: Reader, chunk: Chunk, given: Mapping[str, Any]) -> Iterator[Article | Failure]:
    """The items of a chunk whose worker died, each by itself, so that only the one at fault is lost."""
    pool = _pool(1)
    try:
        for index, item in chunk:
            try:
                yield pool.submit(_one, read, index, item, given).result()
            except BrokenProcessPool:
                yield Failure(index, WorkerError(index))
                pool.shutdown(wait=False)
                pool = _pool(1)
    finally:
        pool.shutdown(wait=False)


def _chunks(items: Iterable[Item]) -> Iterator[Chunk]:
    numbered = enumerate(items)
    while chunk := list(islice(numbered, _CHUNK)):
        yield chunk


def _some(read: Reader, chunk: Chunk, given: Mapping[str, Any]) -> list[Article | Failure]:
    return [_one(read, index, item, given) for index, item in chunk]


def _one(read: Reader, index: int, item: Item, given: Mapping[str, Any]) -> Article | Failure:
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
