"""Short news texts with the records that a reader finds in them, each checked by a person."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from tradenews.errors import ArgumentError
from tradenews.io.json import from_json
from tradenews.models.article import Article


@lru_cache(maxsize=1)
def case_names() -> tuple[str, ...]:
    """The names of the cases, language first, sorted.

    >>> "de-exports" in case_names()
    True
    """
    folder = files("tradenews.testing") / "cases"
    return tuple(sorted(path.name[:-5] for path in folder.iterdir() if path.name.endswith(".json")))


@lru_cache(maxsize=64)
def load_case(name: str) -> Article:
    """The article that the text of a case is to become: ``parse(case.text)`` gives an equal one.

    All that parsing needs stands in the text. :class:`ArgumentError` names the cases there are.

    >>> case = load_case("en-exports")
    >>> [(f.kind, f.reporter, f.partner) for f in case.figures][0]
    ('exports', 'CL', 'CN')
    """
    if name not in case_names():
        raise ArgumentError("name", name, f"no such case; there are {', '.join(case_names())}")
    article: Article = from_json((files("tradenews.testing") / "cases" / f"{name}.json").read_bytes())
    return article


def load_cases(language: str | None = None) -> tuple[Article, ...]:
    """All cases, or those of one language, in the order of their names.

    >>> {case.language for case in load_cases("de")}
    {'de'}
    """
    return tuple(case for case in map(load_case, case_names()) if language in (None, case.language))
