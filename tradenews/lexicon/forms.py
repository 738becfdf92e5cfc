"""Word forms: tokens, brace expansion, folding, and the rule of capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tradenews.errors import LexiconError
from tradenews.lazy import regex
from tradenews.lexicon.hant import MERGED, MERGED_WITH, SIMPLIFIED, TRADITIONAL

_WORD_CHARS = 40
_FOLD = {
    mark: plain
    for plain, marks in {
        "'": "’‘ʼ`´＇",
        '"': "“”„«»‹›「」『』",
        "-": "‐‑‒–—―−－",
        " ": "\t\n\r\x0b\x0c\x85\u00a0\u2002\u2003\u2007\u2009\u202f\u3000",
    }.items()
    for mark in marks
}
_WIDE = {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}
_FOLD |= {wide: plain for wide, plain in _WIDE.items() if wide not in _FOLD}
_FOLD |= dict(zip(TRADITIONAL + MERGED, SIMPLIFIED + MERGED_WITH, strict=True))
_FOLDED = regex("[" + re.escape("".join(_FOLD)) + "]")
_BRACES = regex(r"\{([^{}]*)\}")

_CJK = "\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
UNSPACED = "\u2e80"  # the first character of the scripts that put no blanks between words
_LATIN_END = "\u0180"
_FIRST_WIDE, _FIRST_IDEOGRAPH, _LAST_IDEOGRAPH = "\u3040", "\u3400", "\u9fff"
_GAP = "[ \u00a0\u2007\u2009\u202f]"
TOKEN = regex(
    rf"(\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d)(?:[.,]\d+)?"
    r"|\d{1,3}(?:\.\d\d)?[- ][1-7]/[248](?![\d/])"
    r"|\d+(?:[.,'’٫٬．]\d+|，\d{3}(?!\d))*[½¼¾⅓⅔⅛⅜⅝⅞]?|[½¼¾⅓⅔⅛⅜⅝⅞])"
    rf"|([{_CJK}])"
    rf"|([^\W\d_{_CJK}]+(?:[\u0300-\u036f]+[^\W\d_{_CJK}]*)*)"
    r"|(\S)"
)

ANY, TITLE, EXACT = 0, 1, 2


def fold(text: str) -> str:
    """``text`` in lower case, with plain quotes, hyphens, blanks, simplified characters, at the same length.

    >>> fold("Côte d’Ivoire — １２％")
    "côte d'ivoire - 12%"
    >>> fold("中國對歐盟貿易")
    '中国对欧盟贸易'
    """
    return _fold_word(text) if len(text) <= _WORD_CHARS else _fold_text(text)


def _fold(text: str) -> str:
    if text.isascii() and text.isprintable() and "`" not in text:
        return text.lower()
    plain = _FOLDED.sub(_plain, text)
    lower = plain.lower()
    return (
        lower if len(lower) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in plain)
    )


def _plain(hit: re.Match[str]) -> str:
    return _FOLD[hit[0]]


_fold_word = lru_cache(maxsize=1 << 14)(_fold)  # words come again and again,
_fold_text = lru_cache(maxsize=4)(_fold)  # and a whole text is asked for at each stage of its reading


def expand(form: str) -> list[str]:
    """All words that a form with braces stands for.

    >>> expand("mexican{o,a}{,s}")
    ['mexicano', 'mexicanos', 'mexicana', 'mexicanas']
    """
    hit = _BRACES.search(form) if "{" in form else None
    if hit is None:
        return [form]
    head, tail = form[: hit.start()], form[hit.end() :]
    return [done for middle in hit[1].split(",") for done in expand(head + middle + tail)]


def case_of(form: str) -> int:
    """Which capitals a text must show to be this form.

    Lower case stands for any case; a capital asks for a capital at each place where the form has one;
    a form with capitals after the first letter (``US``, ``kWh``) must stand as it is.

    >>> case_of("tonnes"), case_of("Turkey"), case_of("South Korea"), case_of("US"), case_of("kWh")
    (0, 1, 1, 2, 2)
    """
    if form == form.lower():
        return ANY
    if max(form) < _LATIN_END and form.istitle() and not form.isupper():
        return TITLE
    words = re.findall(r"[^\W\d_]+", form)
    if any(c.isupper() for word in words for c in word[1:]) or form.isupper():
        return EXACT
    return TITLE


def has_case(text: str, form: str, case: int) -> bool:
    """Does ``text`` show the capitals that ``form`` asks for?"""
    if case == ANY:
        return True
    if case == EXACT:
        return text == form or (
            not (text.isascii() and form.isascii()) and fold_marks(text) == fold_marks(form)
        )
    return all(t.isupper() or not f.isupper() for t, f in zip(text, form, strict=False))


def says(text: str, forms: Iterable[str]) -> bool:
    """Does one of these folded forms stand in a text as whole words; in Chinese, as characters?

    >>> says("has never ordered", ["order"]), says("已订购", ["订购"])
    (False, True)
    """
    if not forms:
        return False
    told = f" {fold(text)} "
    first = _first_words(forms if isinstance(forms, tuple) else tuple(forms))
    if "" not in first and first.isdisjoint(told.replace("'", " ").split(" ")):
        return False
    return any(
        each in told if each >= UNSPACED else f" {each} " in told or f" {each}'" in told for each in forms
    )


@lru_cache(maxsize=256)
def _first_words(forms: tuple[str, ...]) -> frozenset[str]:
    """The first words of forms, one of which must stand in a text that says a form; "" in Chinese."""
    return frozenset("" if each >= UNSPACED else each.replace("'", " ").split(" ")[0] for each in forms)


def fold_marks(text: str) -> str:
    """Quotes, hyphens, blanks and half-width forms made plain; capitals stay."""
    return _FOLDED.sub(_plain, text)


def check_form(form: object, path: str, table: str, key: str) -> str:
    """``form`` if it can be one: a string, not blank, braces closed."""
    if not isinstance(form, str) or not form.strip():
        raise LexiconError(path, table, key, f"{form!r} is no word")
    if form.count("{") != form.count("}"):
        raise LexiconError(path, table, key, f"{form!r} has a brace without its other")
    return form


def token_starts(text: str) -> list[int]:
    """Where the tokens of ``text`` begin.

    >>> token_starts("U.S. dollar")
    [0, 1, 2, 3, 5]
    """
    return [hit.start() for hit in TOKEN.finditer(text)]


def first_tokens(key: str) -> tuple[int, str, str]:
    """How many tokens a folded form has, and its first two; "" where there is none.

    >>> first_tokens("free trade area"), first_tokens("u.s."), first_tokens("出口")
    ((3, 'free', 'trade'), (4, 'u', '.'), (2, '出', '口'))
    """
    if key.isascii() and key.isalpha():
        return 1, key, ""
    words = key.split(" ")  # most forms are letters and blanks, or ideographs
    if max(key, default="") < _FIRST_WIDE and all(map(str.isalpha, words)):
        return len(words), words[0], words[1] if len(words) > 1 else ""
    if min(key, default="") >= _FIRST_IDEOGRAPH and max(key) <= _LAST_IDEOGRAPH:
        return len(key), key[0], key[1:2]
    tokens = [hit[0] for hit in TOKEN.finditer(key)]
    first, second = [*tokens[:2], "", ""][:2]
    return len(tokens), first, second
