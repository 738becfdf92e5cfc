"""The errors of tradenews.

::

    TradeNewsError(Exception)
      UnknownLanguageError(LookupError)     language, known
      ArgumentError(TypeError, ValueError)  name, value
      LexiconError(ValueError)              path, table, key
      GrammarError(ValueError)              rule, pattern
      NormalizationError(ValueError)        text, kind, candidates
      SerializationError(ValueError)        problems
      RatesError(LookupError)               currency, date
      MissingExtraError(ImportError)        extra
      WorkerError(RuntimeError)             index
      TimeLimitError(TimeoutError)          index, seconds

Each derives from the built-in error that a caller would expect, so ``except ValueError`` works, and
carries its facts as attributes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from typing import Any


class TradeNewsError(Exception):
    """Base of all errors that this library raises on purpose; all of them can be pickled.

    >>> from tradenews import TradeNewsError, normalize_currency
    >>> try:
    ...     normalize_currency("doubloons")
    ... except TradeNewsError as error:
    ...     print(error)
    'doubloons' is no known currency
    """

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.args, dict(self.__dict__))


def _restore(
    kind: type[TradeNewsError], args: tuple[object, ...], facts: dict[str, object]
) -> TradeNewsError:
    """An error from its parts: its message stands as it was made."""
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(facts)
    return error


class UnknownLanguageError(TradeNewsError, LookupError):
    """No language file exists for ``language``; ``known`` lists those that do.

    >>> from tradenews import UnknownLanguageError, parse
    >>> try:
    ...     parse("Viennin kasvu hidastui.", language="fi")
    ... except UnknownLanguageError as error:
    ...     print(error.language)
    fi
    """

    def __init__(self, language: str, known: Sequence[str]) -> None:
        self.language = language
        self.known = tuple(known)
        super().__init__(
            f"unknown language {language!r}: use one of {', '.join(self.known)}, or None to detect it"
        )


class ArgumentError(TradeNewsError, TypeError, ValueError):
    """A caller passed something that cannot be meant: ``name`` is the parameter, ``value`` what it got.

    >>> from tradenews import ArgumentError, parse
    >>> try:
    ...     parse(b"Exports rose.")
    ... except ArgumentError as error:
    ...     print(error)
    text=b'Exports rose.' (bytes): decode it first: text.decode('utf-8')
    """

    def __init__(self, name: str, value: object, wanted: str) -> None:
        self.name = name
        self.value = value
        shown = repr(value)
        shown = shown if len(shown) <= 60 else shown[:57] + "..."
        super().__init__(f"{name}={shown} ({type(value).__name__}): {wanted}")


class LexiconError(TradeNewsError, ValueError):
    """A language file is broken: ``path`` of the file, ``table`` and ``key`` in it.

    >>> print(LexiconError("languages/xx.toml", "months", "13", "there are twelve months"))
    languages/xx.toml: [months] 13: there are twelve months
    """

    def __init__(self, path: str, table: str, key: str, problem: str) -> None:
        self.path, self.table, self.key = path, table, key
        super().__init__(f"{path}: [{table}] {key}: {problem}")


class GrammarError(TradeNewsError, ValueError):
    """A rule is broken; found when its grammar is built, that is at import.

    >>> print(GrammarError("money.prefix", "C (N", "missing )"))
    rule money.prefix ('C (N'): missing )
    """

    def __init__(self, rule: str, pattern: str, problem: str) -> None:
        self.rule, self.pattern = rule, pattern
        super().__init__(f"rule {rule} ({pattern!r}): {problem}")


class NormalizationError(TradeNewsError, ValueError):
    """``text`` is no ``kind``, or more than one: ``candidates`` holds the readings there are.

    >>> from tradenews import NormalizationError, normalize_currency
    >>> try:
    ...     normalize_currency("$")
    ... except NormalizationError as error:
    ...     print(error.candidates[:3])
    ('USD', 'CAD', 'AUD')
    """

    def __init__(self, text: str, kind: str, candidates: Sequence[object] = (), hint: str = "") -> None:
        self.text, self.kind = text, kind
        self.candidates = tuple(candidates)
        shown = text if len(text) <= 60 else text[:57] + "..."
        problem = f"{shown!r} is no known {kind}"
        if self.candidates:
            problem = f"{shown!r} is ambiguous as a {kind}: {', '.join(map(str, self.candidates))}"
        super().__init__(f"{problem}; {hint}" if hint else problem)


class SerializationError(TradeNewsError, ValueError):
    """Data is not of the shape of a model; ``problems`` lists all faults as ``what @ $.path``.

    The message names the first fifty.

    >>> from tradenews import SerializationError, from_dict
    >>> try:
    ...     from_dict({"schema": "tradenews/1", "type": "Span", "start": "0", "end": 4})
    ... except SerializationError as error:
    ...     print(error.problems[0])
    expected int, got str '0' @ $.start
    """

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        more = f"; and {len(self.problems) - 50} more" if len(self.problems) > 50 else ""
        super().__init__("; ".join(self.problems[:50]) + more)


class RatesError(TradeNewsError, LookupError):
    """No exchange rate of ``currency`` is known on ``date``.

    >>> from tradenews import FixedRates, RatesError
    >>> try:
    ...     FixedRates("EUR", {}).rate("USD", "EUR")
    ... except RatesError as error:
    ...     print(error.currency)
    USD
    """

    def __init__(self, currency: str, date: Date | None) -> None:
        self.currency, self.date = currency, date
        when = f" on {date}" if date else ""
        super().__init__(f"no exchange rate of {currency}{when}: pass rates= a provider that knows it")


class MissingExtraError(TradeNewsError, ImportError):
    """An optional dependency is absent; ``extra`` is what to install.

    >>> print(MissingExtraError("html", "reading a web page"))
    reading a web page needs an extra: pip install 'tradenews[html]'
    """

    def __init__(self, extra: str, purpose: str) -> None:
        self.extra = extra
        super().__init__(f"{purpose} needs an extra: pip install 'tradenews[{extra}]'")


class WorkerError(TradeNewsError, RuntimeError):
    """A worker process died while it read item number ``index``; None where none would even start.

    >>> WorkerError(17).index
    17
    """

    def __init__(self, index: int | None) -> None:
        self.index = index
        super().__init__(
            "worker processes die at their start: in a script, call from under if __name__ == '__main__'"
            if index is None
            else f"the worker process died while it read item {index}; the other items are not affected"
        )


class TimeLimitError(TradeNewsError, TimeoutError):
    """Item number ``index`` took longer than the ``seconds`` allowed, and was given up.

    >>> str(TimeLimitError(17, 2.5))
    'item 17 took more than 2.5 seconds; the other items are not affected'
    """

    def __init__(self, index: int, seconds: float) -> None:
        self.index, self.seconds = index, seconds
        super().__init__(f"item {index} took more than {seconds:g} seconds; the other items are not affected")
