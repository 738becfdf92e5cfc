"""Articles from an endless stream of texts, in order, over processes, with bounded memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Any

from tradenews.errors import ArgumentError
from tradenews.models.article import Article
from tradenews.models.failure import Failure

Item = str | tuple[str, Mapping[str, Any]]
_CHUNK = 16  # texts that travel to a worker at once: a message costs about as much as one article
_AHEAD = 4  # chunks a worker that are under way at once
_KEYS = ("language", "published", "source", "title", "url")


Reader = Callable[..., Article]


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
    chunks = _chunks(items)
    pending: deque[Future[list[Article | Failure]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        try:
            for chunk in islice(chunks, workers * _AHEAD):
                pending.append(pool.submit(_some, read, chunk, given))
            while pending:
                yield from pending.popleft().result()
                for chunk in islice(chunks, 1):
                    pending.append(pool.submit(_some, read, chunk, given))
        finally:
            for future in pending:
                future.cancel()


def _chunks(items: Iterable[Item]) -> Iterator[list[tuple[int, Item]]]:
    numbered = enumerate(items)
    while chunk := list(islice(numbered, _CHUNK)):
        yield chunk


def _some(read: Reader, chunk: list[tuple[int, Item]], given: Mapping[str, Any]) -> list[Article | Failure]:
    return [_one(read, index, item, given) for index, item in chunk]


def _one(read: Reader, index: int, item: Item, given: Mapping[str, Any]) -> Article | Failure:
    try:
        text, own = (item, {}) if isinstance(item, str) else item
        _check_keys(own)
        return read(text, **{**given, **own})
    except Exception as error:
        return Failure(index, error)


def _check_keys(given: Mapping[str, Any]) -> None:
    for key in given:
        if key not in _KEYS:
            raise ArgumentError("metadata", key, f"unknown key; known: {', '.join(_KEYS)}")
