"""One name of a country to its code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from tradenews.errors import NormalizationError
from tradenews.lexicon.forms import fold, token_starts
from tradenews.lexicon.index import Entry, Lexicon
from tradenews.lexicon.load import languages, load_lexicon
from tradenews.normalize.territory import country_code, country_name, is_country

_MAX_CHARS = 80


def normalize_country(text: str, language: str | None = None) -> str:
    """The ISO 3166-1 alpha-2 code of a country written as name, adjective, capital or code; ``EU`` too.

    ``language`` None tries English, then all others. :class:`~tradenews.errors.NormalizationError` where the
    name is unknown, and with its readings as ``candidates``, likeliest first, where it has more than one.

    >>> normalize_country("Mexiko", "de"), normalize_country("the Netherlands"), normalize_country("MEX")
    ('MX', 'NL', 'MX')
    >>> normalize_country("Korea")
    Traceback (most recent call last):
    tradenews.errors.NormalizationError: 'Korea' is ambiguous as a country: KR, KP
    """
    name = text.strip()
    tried = (language,) if language else ("en", *(x for x in languages() if x != "en"))
    if name.isupper() or name.isdigit():
        code = country_code(name)
        if code:
            return code
    for each in tried:
        codes = _codes(name, load_lexicon(each))
        if len(codes) == 1:
            return codes[0]
        if codes:
            raise NormalizationError(text, "country", codes)
    code = country_code(name)
    if code:
        return code
    raise NormalizationError(text, "country", hint=_hint(name, load_lexicon(tried[0])))


def _codes(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    """All codes that a name may stand for, likeliest first; empty where it is no country."""
    for form in _forms(name, lexicon):
        readings = [e for e in lexicon.entries.get(fold(form), ()) if e.tag in "Aak¤"]
        best = lexicon.word(form)
        if best in readings:
            readings = [best]
        for entry in readings:
            codes = tuple(_split(entry))
            if codes:
                return codes
    return ()


def _forms(name: str, lexicon: Lexicon) -> Iterator[str]:
    yield name
    starts = token_starts(name[:_MAX_CHARS])
    for second in starts[1:3]:
        article = lexicon.word(name[:second].strip())
        if article is not None and article.tag == "_":
            yield name[second:]


def _split(entry: Entry) -> Iterable[str]:
    codes = str(entry.value).removeprefix("a:").replace("+", "|").split("|")
    return dict.fromkeys(c for c in codes if is_country(c) or c == "EU")


def _hint(name: str, lexicon: Lexicon) -> str:
    """The name that is most like an unknown one, for the message."""
    known = {e.form: str(e.value) for e in lexicon.forms("A")}
    near = get_close_matches(name[:_MAX_CHARS], known, 1)
    if not near:
        return ""
    code = known[near[0]]
    return f"did you mean {near[0]!r} ({country_name(code) or code})?"
