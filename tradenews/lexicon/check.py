"""What a language file lacks, and where it contradicts itself."""

from __future__ import annotations

from tradenews.errors import UnknownLanguageError
from tradenews.lexicon.load import languages, load_lexicon, tables_of
from tradenews.lexicon.tags import FUNCTION, LINE_TABLES, TABLES

_FROM_CLDR = frozenset({"months", "weekdays"})


def check_language(language: str) -> list[str]:
    """Missing tables and roles, and forms that claim two tags; an empty list if there is nothing to say.

    :class:`UnknownLanguageError` for a language without a file.
    """
    if language not in languages():
        raise UnknownLanguageError(language, languages())
    tables = tables_of(language)
    others = [tables_of(code) for code in languages() if code != language]
    known = {*TABLES, *LINE_TABLES}
    wanted = {name for table in others for name in table if name in known} - _FROM_CLDR
    problems = [f"table [{name}] is missing" for name in sorted(wanted - set(tables))]
    roles = set(tables.get("function", {}))
    problems += [f"[function] {role} is missing" for role in FUNCTION if role not in roles]
    for first, second in load_lexicon(language).conflicts:
        problems.append(
            f"{second.form!r} stands in [{first.table}] ({first.value}) "
            f"and [{second.table}] ({second.value}); the first is taken"
        )
    return problems
