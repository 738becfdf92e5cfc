"""Texts of trade news for hypothesis, from the words of a language file and the sentences of the cases."""

from __future__ import annotations

from functools import lru_cache

from tradenews.errors import MissingExtraError
from tradenews.lexicon.load import languages, load_lexicon
from tradenews.testing.samples import load_cases

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn, SearchStrategy
except ImportError as error:
    raise MissingExtraError("testing", "strategies for hypothesis") from error

# Sentences by the tags of their words; N is a number in digits, all else a form of the language's file.
_FRAMES = (
    "a K t A V y N P t N S M n N", "A J N U o T t A", "K o A q A V N P n N", "A & A Y D", "N S M",
    "b N U", "T K V N P", "A m J N S M κ τ", "K V N p = N", "E J N H", "v N P", "D & D", "C N S K",
)  # fmt: skip
_MOST_FORMS = 400  # of one tag: enough, and quick to draw from
_UNSPACED = ("zh",)


@lru_cache(maxsize=256)
def _forms(language: str, tag: str) -> tuple[str, ...]:
    """Words of a language with a tag, in a fixed order."""
    found = sorted({entry.form for entry in load_lexicon(language).forms(tag)})
    step = max(len(found) // _MOST_FORMS, 1)
    return tuple(found[::step]) or ("-",)


@lru_cache(maxsize=16)
def _sentences(language: str) -> tuple[str, ...]:
    """The lines of the cases of a language."""
    return tuple(line for case in load_cases(language) for line in case.text.split("\n") if line)


def news_texts(language: str | None = None) -> SearchStrategy[str]:
    """Texts in the words of trade news, of one language or of any that has a file.

    Lines are real sentences, words of the language in the order of such sentences, figures in its notation,
    and now and then characters of any kind. Grammar is not promised: they are to find what a parser, or what
    takes its records, cannot bear.
    """
    one = st.sampled_from(languages()) if language is None else st.just(language)
    return one.flatmap(_texts)


def _texts(language: str) -> SearchStrategy[str]:
    sentence = st.sampled_from(_FRAMES).flatmap(lambda frame: _filled(language, frame))
    known = st.sampled_from(_sentences(language))
    line = st.one_of(sentence, sentence, known, st.text(max_size=20))
    return st.lists(line, max_size=6).flatmap(_joined)


def _joined(lines: list[str]) -> SearchStrategy[str]:
    return st.sampled_from(["\n\n", "\n", " "]).map(lambda between: between.join(lines))


@st.composite
def _filled(draw: DrawFn, language: str, frame: str) -> str:
    """A frame with a word for each tag, and a full stop."""
    words = [draw(_word(language, tag)) for tag in frame.split()]
    stop = "。" if language in _UNSPACED else "."
    return ("" if language in _UNSPACED else " ").join(words) + stop


def _word(language: str, tag: str) -> SearchStrategy[str]:
    if tag != "N":
        return st.sampled_from(_forms(language, tag))
    decimal, group = load_lexicon(language).decimal, "." if load_lexicon(language).decimal == "," else ","
    whole = st.integers(0, 10**7)
    parted = st.tuples(st.integers(0, 9999), st.integers(0, 99)).map(lambda n: f"{n[0]}{decimal}{n[1]}")
    return whole.map(str) | whole.map(lambda n: f"{n:,}".replace(",", group)) | parted
