"""What callers pass, checked: texts, languages, dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Date

from tradenews.errors import ArgumentError, NormalizationError, UnknownLanguageError
from tradenews.lexicon.load import languages
from tradenews.models.period import Period
from tradenews.normalize.edtf import parse_edtf
from tradenews.scan.clean import clean

DateLike = str | Date | Period


def text_of(text: object) -> str:
    """``text`` if it is a str."""
    if not isinstance(text, str):
        hint = (
            "decode it first: text.decode('utf-8')" if isinstance(text, bytes) else "pass the text as a str"
        )
        raise ArgumentError("text", text, hint)
    return text


def html_of(html: object) -> str | bytes:
    """``html`` if it is a str or bytes."""
    if not isinstance(html, str | bytes):
        raise ArgumentError("html", html, "pass the page as str or bytes")
    return html


def names_of(name: str, value: object) -> tuple[str, ...]:
    """``value`` as a tuple if it is an iterable of str, and no str itself."""
    names = tuple(value) if isinstance(value, Iterable) and not isinstance(value, str | bytes) else (value,)
    if not all(isinstance(one, str) for one in names) or isinstance(value, str | bytes):
        raise ArgumentError(name, value, "pass names as an iterable of str")
    return names


def expression_of(text: object) -> str:
    """``text``, if it is a str, without marks that no reader sees."""
    return clean(text_of(text)).text


def words_of(name: str, value: object) -> str | None:
    """``value`` if it is a str or None."""
    if value is not None and not isinstance(value, str):
        raise ArgumentError(name, value, "pass a str or None")
    return value


def language_of(code: object) -> str:
    """The language file of a BCP 47 code: ``pt-BR`` is read with ``pt``."""
    if not isinstance(code, str):
        raise ArgumentError("language", code, f"pass one of {', '.join(languages())}, or None to detect it")
    primary = code.replace("_", "-").split("-")[0].lower()
    if primary not in languages():
        raise UnknownLanguageError(code, languages())
    return primary


def period_of(name: str, value: object) -> Period | None:
    """A date given as EDTF string, date, date-time or Period."""
    if value is None or isinstance(value, Period):
        return value
    if isinstance(value, Date):
        return parse_edtf(value.isoformat()[:10])
    if isinstance(value, str):
        try:
            return parse_edtf(value)
        except NormalizationError as error:
            raise ArgumentError(name, value, str(error)) from error
    raise ArgumentError(name, value, "pass a date, a Period or a string such as '2017-09-07'")
