"""What a language without blanks says of names: family names, transcription characters, verbs of saying."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from attrs import frozen

from tradenews.grammar.rule import Hit
from tradenews.lexicon.hant import SIMPLIFIED, TRADITIONAL
from tradenews.lexicon.index import Lexicon

_TRADITIONAL = str.maketrans(dict(zip(reversed(SIMPLIFIED), reversed(TRADITIONAL), strict=True)))


@frozen
class Signs:
    """What the table ``name_words`` of a language without blanks says of names."""

    surnames: frozenset[str]
    transcription: frozenset[str]
    speech: tuple[str, ...]
    follows: tuple[str, ...]
    stops: frozenset[str]
    fields: tuple[str, ...]
    not_names: tuple[str, ...]
    owned: tuple[str, ...]
    business: tuple[str, ...]
    trades: tuple[str, ...]
    tails: tuple[str, ...]  # what follows names in words of several characters
    firms: tuple[str, ...]
    told: tuple[str, ...]  # what stands right before the name of a firm


@lru_cache(maxsize=8)
def signs_of(lexicon: Lexicon) -> Signs:
    """The signs of names that the language of ``lexicon`` has."""
    words = {key: _both(forms) for key, forms in lexicon.lines["name_words"].items()}
    surnames = [form for forms in lexicon.lines["surnames"].values() for form in forms]
    return Signs(
        frozenset(_both(surnames)),
        frozenset("".join(words.get("transcription", ()))),
        words.get("speech", ()),
        words.get("follows", ()),
        frozenset(words.get("stops", ())),
        words.get("portfolio", ()),
        words.get("not_names", ()),
        words.get("owned", ()),
        words.get("business_ends", ()),
        words.get("trade_ends", ()),
        tuple(form for form in words.get("follows", ()) if len(form) > 1),
        words.get("firm_ends", ()),
        words.get("firm_before", ()),
    )


def _both(forms: Iterable[str]) -> tuple[str, ...]:
    """The forms as they are and in traditional characters."""
    simple = tuple(forms)
    return tuple(dict.fromkeys((*simple, *(form.translate(_TRADITIONAL) for form in simple))))


def is_unspaced(lexicon: Lexicon) -> bool:
    """Has the language names without blanks?"""
    return "transcription" in lexicon.lines["name_words"]


def signs_in(hit: Hit) -> Signs | None:
    """The signs of the language that is read, if it is one without blanks."""
    if hit.context is None or not is_unspaced(hit.context.lexicon):
        return None
    return signs_of(hit.context.lexicon)
