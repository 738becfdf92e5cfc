"""A user's own words and actors laid over the lexicon: they win over the built-in ones."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tradenews.lexicon.index import Entity, Entry, Lexicon, as_entry
from tradenews.lexicon.load import load_lexicon
from tradenews.lexicon.own import OwnWords, with_words
from tradenews.models.actor import Actor

_TABLE = "watchlist"


@lru_cache(maxsize=32)
def watched_lexicon(language: str, watchlist: tuple[Actor, ...], words: tuple[OwnWords, ...] = ()) -> Lexicon:
    """The lexicon of ``language`` with the user's own ``words`` and the actors of ``watchlist`` in it.

    >>> lexicon = watched_lexicon("en", (Actor("acme", "company", "Acme Widgets", aliases=("ACMW",)),))
    >>> lexicon.word("ACMW").value.id, load_lexicon("en").word("ACMW")
    ('acme', None)
    """
    lexicon = with_words(load_lexicon(language), words)
    return (
        lexicon.extended(entry for actor in watchlist for entry in _entries(actor)) if watchlist else lexicon
    )


def _entries(actor: Actor) -> Iterator[Entry]:
    """The forms of one actor; those of countries and blocs name them by their code."""
    forms = (form.strip() for form in (actor.name, *actor.aliases))
    for form in dict.fromkeys(filter(None, forms)):
        if actor.kind in ("country", "bloc"):
            yield as_entry(form, "A", actor.id, _TABLE)
        else:
            yield as_entry(form, "E", Entity(actor.kind, actor.name, actor.country, actor.id), _TABLE)
