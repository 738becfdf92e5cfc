"""What callers pass, checked: texts, languages, dates."""

from __future__ import annotations

from datetime import date as Date

from tradenews.errors import ArgumentError, NormalizationError, UnknownLanguageError
from tradenews.lexicon.load import languages
from tradenews.models.period import Period
from tradenews.normalize.edtf import parse_edtf

DateLike = str | Date | Period


def text_of(text: object) -> str:
    """``text`` if it is a str."""
    if not isinstance(text, str):
        hint = (
            "decode it first: text.decode('utf-8')" if isinstance(text, bytes) else "pass the text as a str"
        )
        raise ArgumentError("text", text, hint)
    return text


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
